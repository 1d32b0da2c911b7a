//! General data: EC-R-01 to EC-R-18.

use domain::ec::{CompetenceStandard, Format};

use crate::Rule;

mod catalogues;
mod codes;
mod duration_sum;
mod fixed_paragraphs;
mod level_text;
mod organizations;
mod practice_details;
mod purpose_opening;
mod references;
mod review_period;
mod scian_chain;
mod scian_names;
mod sinco_group;
mod title_action;
mod title_marks;
mod title_person;
mod title_repeated;
mod update_paragraph;

pub(crate) const RULES: &[Rule] = &[
    title_action::RULE,
    title_person::RULE,
    title_marks::RULE,
    codes::RULE,
    fixed_paragraphs::RULE,
    purpose_opening::RULE,
    update_paragraph::RULE,
    level_text::RULE,
    title_repeated::RULE,
    scian_chain::RULE,
    scian_names::RULE,
    sinco_group::RULE,
    duration_sum::RULE,
    review_period::RULE,
    organizations::RULE,
    references::RULE,
    practice_details::RULE,
];

/// What a standard was printed in; a draft made here, or an unknown form, follows the one in force.
fn format(ec: &CompetenceStandard) -> Format {
    let printed = ec.printed.as_ref().and_then(|printed| printed.format);
    match printed {
        None | Some(Format::Unknown) => Format::F21V08,
        Some(format) => format,
    }
}

/// Whether it is a brand standard: a one-page sheet, with a form and an owner of its own.
fn is_brand(ec: &CompetenceStandard) -> bool {
    format(ec) == Format::EcmSheet || ec.known_code().starts_with("ECM")
}

/// Whether it is in a form older than those the rules describe in full (v1.0 and v6.0).
fn is_early(ec: &CompetenceStandard) -> bool {
    matches!(format(ec), Format::NFo02V1 | Format::NFo02V6)
}
