//! Knowledge, attitudes, contingencies and glossary: EC-R-50 to EC-R-68.

use crate::Rule;

mod already_performed;
mod attitude_manner;
mod attitude_name;
mod attitude_once;
mod attitude_tied;
mod bare_code;
mod definition_fits;
mod definition_opening;
mod glossary_order;
mod level;
mod response_mood;
mod responses;

mod term_used;

pub(crate) use glossary_order::key as alphabetical;

pub(crate) const RULES: &[Rule] = &[
    level::RULE,
    bare_code::RULE,
    already_performed::RULE,
    attitude_name::RULE,
    attitude_manner::RULE,
    attitude_tied::RULE,
    attitude_once::RULE,
    responses::RULE,
    response_mood::RULE,
    glossary_order::RULE,
    term_used::RULE,
    definition_opening::RULE,
    definition_fits::RULE,
];
