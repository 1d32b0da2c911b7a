//! One rule a file, in the order of the notes.

use super::MapRule;

mod attested;
mod leaf_answered;
mod registered;
mod repeated;
mod same_wording;
mod traces;
mod two_parts;
mod verb_first;

pub(crate) static ALL: [MapRule; 8] = [
    verb_first::RULE,
    two_parts::RULE,
    repeated::RULE,
    attested::RULE,
    leaf_answered::RULE,
    traces::RULE,
    same_wording::RULE,
    registered::RULE,
];
