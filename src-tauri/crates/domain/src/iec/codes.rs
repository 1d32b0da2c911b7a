//! The code of an item: «135.1/2-C1E1» is item 135, part 1 of 2, of knowledge 1 of element 1.

use std::collections::HashMap;

use super::AssessmentInstrument;
use super::leaf::Leaf;
use crate::ids::PartId;

/// The code of each item, in the order of application. Items are counted from 1 through the whole
/// instrument; those of one leaf say which part of how many they are. An item whose leaf is gone has
/// its number alone.
pub fn codes(instrument: &AssessmentInstrument, leaves: &[Leaf]) -> HashMap<PartId, String> {
    let leaf: HashMap<PartId, &Leaf> = leaves.iter().map(|leaf| (leaf.id, leaf)).collect();
    let mut of: HashMap<PartId, u32> = HashMap::new();
    for item in &instrument.items {
        *of.entry(item.leaf).or_default() += 1;
    }
    let mut seen: HashMap<PartId, u32> = HashMap::new();
    let mut codes = HashMap::with_capacity(instrument.items.len());
    let ordered = instrument
        .tools
        .iter()
        .flat_map(|tool| instrument.items_of(tool.id));
    for (item, number) in ordered.zip(1..) {
        let part = seen.entry(item.leaf).or_default();
        *part += 1;
        let count = of.get(&item.leaf).copied().unwrap_or(1);
        let number: u32 = number;
        let code = match leaf.get(&item.leaf) {
            Some(leaf) => format!(
                "{number}.{part}/{count}-{}{}E{}",
                leaf.kind.in_code(),
                leaf.number,
                leaf.element
            ),
            None => format!("{number}"),
        };
        codes.insert(item.id, code);
    }
    codes
}
