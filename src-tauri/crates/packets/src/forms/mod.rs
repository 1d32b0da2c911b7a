//! What is printed on which paper.

pub(crate) mod case_sheet;
pub(crate) mod comparison;
pub(crate) mod ec;
pub(crate) mod ecm;
pub(crate) mod group;
pub(crate) mod iec;
pub(crate) mod map;
pub(crate) mod office;
pub(crate) mod report;
