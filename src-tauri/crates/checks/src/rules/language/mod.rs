//! Language: EC-R-70 to EC-R-76.

use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};

use crate::{Rule, Spot, spot};

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

/// The texts that are observed when a person is evaluated: performances, products, attitudes and
/// responses; neither knowledge nor glossary, which name and explain.
fn observed(ec: &CompetenceStandard) -> impl Iterator<Item = Spot<'_>> {
    let every = ec.elements.iter().enumerate().flat_map(|(at, element)| {
        let mut spots = vec![Spot::element(at, element)];
        spot::of_element(at, element, &mut spots);
        spots
    });
    every.filter(|spot| {
        let kind = spot.place.kind;
        !matches!(kind, Some(PlaceKind::Knowledge | PlaceKind::Glossary))
            && !matches!(spot.field, Some(Field::Name | Field::Situation))
    })
}
