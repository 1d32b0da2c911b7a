//! What a review knows besides the standard: what is in force, and what else is registered.

use domain::rule_pack::RulePack;

/// What a review is made against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The rules in force for the case.
    pub pack: &'a RulePack,
    /// The other standards of the workspace.
    pub registered: &'a [Registered],
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
