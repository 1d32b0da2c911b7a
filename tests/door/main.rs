//! The door, from the window's side: JSON in, JSON out, through Tauri's mock runtime; and the
//! contract as the window reads it is current.

mod contract;
mod json;
mod long;
