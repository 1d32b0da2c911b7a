//! Elements: EC-R-20 to EC-R-29.

use crate::Rule;

mod codes;
mod count;
mod criteria_present;
mod numbering;
mod profile_title;
mod reference;
mod sections;
mod study;
mod title_period;
mod title_verb;

pub(crate) const RULES: &[Rule] = &[
    title_verb::RULE,
    profile_title::RULE,
    reference::RULE,
    codes::RULE,
    criteria_present::RULE,
    numbering::RULE,
    sections::RULE,
    title_period::RULE,
    study::RULE,
    count::RULE,
];
