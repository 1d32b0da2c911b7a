//! One rule a file, in the order of the notes. Three of the notes' rules have none, because an instrument
//! here cannot break them: the counts of section II (IEC-R-18) and the sum without attitudes
//! (IEC-R-23) are computed from the tables, and codes are counted (the rest of IEC-R-13). One is of the
//! notes on historical evidence (IEC-EH-1), which number none.

use super::IecRule;

mod asked_and_keyed;
mod covered;
mod enough_questions;
mod expected;
mod fair_options;
mod history_excluded;
mod no_double;
mod one_leaf;
mod pass_score;
mod right_tool;
mod same_duration;
mod same_request;
mod several;
mod stale;

pub(crate) static ALL: [IecRule; 14] = [
    covered::RULE,
    one_leaf::RULE,
    right_tool::RULE,
    no_double::RULE,
    asked_and_keyed::RULE,
    several::RULE,
    same_request::RULE,
    enough_questions::RULE,
    same_duration::RULE,
    stale::RULE,
    fair_options::RULE,
    pass_score::RULE,
    expected::RULE,
    history_excluded::RULE,
];
