//! The rules that look at a standard beside its other documents: the instrument (EC-R-17, 80, 82, 83)
//! and the functional map (EC-R-81). Each says nothing where the other document was not begun.

use crate::Rule;

mod annex_there;
mod at_hand;
mod covered;
mod same_duration;
mod traced;

#[cfg(test)]
mod tests;

/// In the order of the methodology's own list.
pub(crate) static ALL: [Rule; 5] = [
    annex_there::RULE,
    covered::RULE,
    traced::RULE,
    same_duration::RULE,
    at_hand::RULE,
];
