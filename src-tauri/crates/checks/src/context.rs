//! What a review knows besides the standard: what is in force, and what else is registered.

use std::collections::HashSet;

use domain::ids::PartId;
use domain::iec::AssessmentInstrument;
use domain::rule_pack::RulePack;

/// What a review is made against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The rules in force for the case.
    pub pack: &'a RulePack,
    /// The other standards of the workspace.
    pub registered: &'a [Registered],
    /// The other documents of the same case.
    pub beside: Beside<'a>,
}

/// The documents that a standard is looked at beside; nothing where they were not begun.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// Its instrument.
    pub instrument: Option<&'a AssessmentInstrument>,
    /// The elements, of whichever standard, that the functions of its map are.
    pub traced: Option<&'a HashSet<PartId>>,
}

/// Another standard, as far as a rule needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// `EC####` or `EC####.NN`; empty for a draft.
    pub code: String,
    /// Its title.
    pub title: String,
    /// 1 to 5.
    pub level: Option<u8>,
}
