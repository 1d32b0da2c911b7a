//! Performances: EC-R-30 to EC-R-38.

use crate::Rule;

mod bullet_conjunction;
mod characteristic_opener;
mod characteristics_present;
mod colon;
mod list_punctuation;
mod observable;
mod one_action;
mod slash;
mod verb;

pub(crate) use bullet_conjunction::sounds_either_way;
pub(crate) use colon::look_at_colon;
pub(crate) use list_punctuation::{
    Ending, closes_inside, ending, is_abbreviation, is_old, look_at_list,
};

pub(crate) const RULES: &[Rule] = &[
    verb::RULE,
    colon::RULE,
    characteristics_present::RULE,
    characteristic_opener::RULE,
    list_punctuation::RULE,
    bullet_conjunction::RULE,
    observable::RULE,
    one_action::RULE,
    slash::RULE,
];
