//! Language: EC-R-70 to EC-R-76.

use domain::ec::PlaceKind;
use domain::ec::part::Field;

use crate::{Rule, Spot};

mod subjective;

mod frequency;

mod negative;

mod acronyms;

mod brands;

mod inclusive;

mod spelling;

pub(crate) const RULES: &[Rule] = &[
    subjective::RULE,
    frequency::RULE,
    negative::RULE,
    acronyms::RULE,
    brands::RULE,
    inclusive::RULE,
    spelling::RULE,
];

/// Whether a text is observed when a person is evaluated: titles of elements, performances,
/// products, attitudes and responses; neither knowledge nor glossary, which name and explain.
fn is_observed(spot: &Spot<'_>) -> bool {
    let kind = spot.place.kind;
    spot.place.element.is_some()
        && !matches!(kind, Some(PlaceKind::Knowledge | PlaceKind::Glossary))
        && !matches!(spot.field, Some(Field::Name | Field::Situation))
}

/// Whether a text is of an element, or says what the evaluation needs.
fn is_of_work(spot: &Spot<'_>) -> bool {
    spot.place.element.is_some() || spot.place.field == Some("evaluationAspects.requirements")
}
