//! The desk, typed.
fn main() {}
