//! What things are, and what may happen to them.
//!
//! Nothing here reads a file, asks the clock or knows a screen: the day, the ids and the rule pack
//! are given. Read the modules in the order they are declared.

#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

mod vocabulary;

pub mod act;
pub mod ec;
pub mod edition;
pub mod expert_group;
pub mod functional_map;
pub mod ids;
pub mod iec;
pub mod text;

pub mod rule_pack;

pub mod calendar;

pub mod catalogue;

pub mod requirement;

pub mod support_file;

pub mod road;

pub mod ec_case;

pub mod cgc_case;

pub mod committee;

pub mod covacec;

pub mod officer_change;

pub mod ecm_case;

pub mod project;

pub mod waiting;

pub mod dossier;

pub use vocabulary::Severity;
