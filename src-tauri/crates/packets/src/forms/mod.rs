//! What is printed on which paper.

pub mod case_sheet;
pub mod ec;
pub(crate) mod fixed;
pub mod report;
