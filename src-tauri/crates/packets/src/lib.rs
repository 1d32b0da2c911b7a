//! What leaves the house: a standard as JSON, as a page, as Word.
//!
//! Two steps never mix. A form says what is on the page; a writer says how a format spells it. PDF,
//! Word and the window's preview come from one sheet, so they cannot differ. Nothing here knows a
//! path or the day: bytes go out, and what is printed was given.

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

pub mod document;

#[cfg(test)]
mod made;
