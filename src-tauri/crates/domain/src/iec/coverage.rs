//! Which item asks for which leaf, and which of them no longer do.

use std::collections::HashMap;

use super::leaf::Leaf;
use super::{AssessmentInstrument, Item};
use crate::ids::PartId;

/// A leaf and the items that ask for it: a row of the coverage matrix.
#[derive(Debug, Clone)]
pub struct Covered<'a> {
    /// The leaf.
    pub leaf: &'a Leaf,
    /// Its items, in the order they are kept; none where it is not covered (IEC-R-10).
    pub items: Vec<&'a Item>,
}

/// How an item stands to the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Its leaf says what it said when a person last looked.
    Fresh,
    /// Its leaf says something else (IEC-R-20).
    Stale,
    /// Its leaf is gone.
    Orphan,
}

/// The coverage matrix, a row a leaf, in the order of the page.
pub fn coverage<'a>(instrument: &'a AssessmentInstrument, leaves: &'a [Leaf]) -> Vec<Covered<'a>> {
    let mut items: HashMap<PartId, Vec<&Item>> = HashMap::new();
    for item in &instrument.items {
        items.entry(item.leaf).or_default().push(item);
    }
    let rows = leaves.iter().map(|leaf| Covered {
        leaf,
        items: items.remove(&leaf.id).unwrap_or_default(),
    });
    rows.collect()
}

/// How each item stands to the standard as it is.
pub fn freshness(instrument: &AssessmentInstrument, leaves: &[Leaf]) -> Vec<(PartId, Freshness)> {
    let words: HashMap<PartId, String> =
        leaves.iter().map(|leaf| (leaf.id, leaf.words())).collect();
    let items = instrument.items.iter();
    items
        .map(|item| {
            let stands = match words.get(&item.leaf) {
                None => Freshness::Orphan,
                Some(words) if *words == item.seen => Freshness::Fresh,
                Some(_) => Freshness::Stale,
            };
            (item.id, stands)
        })
        .collect()
}

/// The items that a change of the standard would touch: those that stand otherwise after it.
pub fn touched(
    instrument: &AssessmentInstrument,
    before: &[Leaf],
    after: &[Leaf],
) -> Vec<(PartId, Freshness)> {
    let was = freshness(instrument, before);
    let will = freshness(instrument, after);
    let both = was.into_iter().zip(will);
    both.filter(|(was, will)| was != will)
        .map(|(_, will)| will)
        .collect()
}
