//! One rule a file, in the order of the notes.

use super::MapRule;

mod attested;
mod condition;
mod leaf_answered;
mod measured;
mod one_verb;
mod own_subject;
mod registered;
mod repeated;
mod same_wording;
mod study;
mod traces;
mod two_parts;
mod verb_first;

pub(crate) static ALL: [MapRule; 13] = [
    verb_first::RULE,
    condition::RULE,
    one_verb::RULE,
    study::RULE,
    two_parts::RULE,
    repeated::RULE,
    attested::RULE,
    leaf_answered::RULE,
    own_subject::RULE,
    measured::RULE,
    traces::RULE,
    same_wording::RULE,
    registered::RULE,
];
