//! What the room promises as a whole: on each format, on the published documents, on damaged bytes.

mod account;
mod corpus;
mod damage;
mod formats;
pub(crate) mod made;
mod once;
mod stopping;
mod words;

use domain::ec::Element;
use domain::ids::Ids;

use crate::Reading;

/// Reads what must be readable.
fn read(bytes: &[u8]) -> Reading {
    crate::read(bytes, &mut Ids::fixed()).unwrap()
}

/// An element in numbers: «D 4,2 | P 3 | C 0,2 | A 2 | S 1 | G 5», characteristics, details and responses
/// by criterion.
fn shape(element: &Element) -> String {
    let list = |counts: Vec<usize>| {
        counts
            .iter()
            .map(usize::to_string)
            .collect::<Vec<_>>()
            .join(",")
    };
    format!(
        "D {} | P {} | C {} | A {} | S {} | G {}",
        list(
            element
                .performances
                .iter()
                .map(|c| c.characteristics.len())
                .collect()
        ),
        list(
            element
                .products
                .iter()
                .map(|c| c.characteristics.len())
                .collect()
        ),
        list(element.knowledge.iter().map(|k| k.details.len()).collect()),
        element.attitudes.len(),
        list(
            element
                .contingencies
                .iter()
                .map(|c| c.expected_responses.len())
                .collect()
        ),
        element.glossary.len()
    )
}
