//! Which parts changed their order, and which only made room for others.

use std::collections::BTreeSet;

use crate::ids::PartId;

/// The fewest parts that must be moved for one order to become the other. Of several answers, one
/// that is the same whichever order came first.
pub fn moved(before: &[PartId], after: &[PartId]) -> BTreeSet<PartId> {
    let place = |id: &PartId| after.iter().position(|other| other == id);
    let both: Vec<(PartId, usize)> = before
        .iter()
        .filter_map(|id| Some((*id, place(id)?)))
        .collect();
    if both.is_sorted_by_key(|(_, at)| *at) {
        return BTreeSet::new();
    }
    // The heaviest rising sequence stays: each weighs one, and a little of its own to break ties.
    let mut heaviest: Vec<(u128, Option<usize>)> = Vec::with_capacity(both.len());
    for (index, (id, at)) in both.iter().enumerate() {
        let behind = (0..index).filter(|&other| both[other].1 < *at);
        let best = behind.max_by_key(|&other| heaviest[other].0);
        let weight = best.map_or(0, |other| heaviest[other].0);
        heaviest.push((weight + (1 << 64) + u128::from(own(*id)), best));
    }
    let mut stays = BTreeSet::new();
    let mut last = (0..both.len()).max_by_key(|&at| heaviest[at].0);
    while let Some(at) = last {
        stays.insert(both[at].0);
        last = heaviest[at].1;
    }
    both.into_iter()
        .map(|(id, _)| id)
        .filter(|id| !stays.contains(id))
        .collect()
}

/// A number of an id's own (FNV-1a), small enough that thousands of them are less than one part.
fn own(id: PartId) -> u64 {
    let bytes = id.0.as_bytes().iter();
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash >> 24
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;

    #[test]
    fn the_fewest_are_said_to_have_moved() {
        let mut ids = Ids::fixed();
        let list: Vec<PartId> = (0..5).map(|_| ids.part()).collect();
        let to = |order: &[usize]| -> Vec<PartId> { order.iter().map(|at| list[*at]).collect() };

        assert_eq!(moved(&list, &list), BTreeSet::new());
        assert_eq!(moved(&list, &to(&[1, 2, 3, 4])), BTreeSet::new());
        let last_first = to(&[4, 0, 1, 2, 3]);
        assert_eq!(moved(&list, &last_first), BTreeSet::from([list[4]]));
        let swapped = to(&[1, 0, 2, 3, 4]);
        assert_eq!(moved(&list, &swapped).len(), 1);
        assert_eq!(moved(&list, &swapped), moved(&swapped, &list));
    }
}
