//! Products: EC-R-40 to EC-R-46.

use crate::Rule;

mod agreement;
mod article;
mod characteristic_verb;
mod contains;
mod line;
mod list_punctuation;
mod participle;
mod same_name;

pub(crate) const RULES: &[Rule] = &[
    article::RULE,
    participle::RULE,
    agreement::RULE,
    characteristic_verb::RULE,
    contains::RULE,
    list_punctuation::RULE,
    same_name::RULE,
];
