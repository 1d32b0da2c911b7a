//! What changed between two texts of one map, function by function, by stable id.

use std::collections::HashMap;

use super::{Claim, FunctionalMap, Placed};
use crate::ec::compare::ChangeKind;
use crate::ids::PartId;

/// One change of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapChange {
    /// What happened.
    pub kind: ChangeKind,
    /// To which function.
    pub function: PartId,
    /// Its number now, or the one it had.
    pub number: String,
    /// What it said, or where it stood; empty if it was not there.
    pub before: String,
    /// What it says, or where it stands; empty if it is not there.
    pub after: String,
}

/// The changes from one text to another, in the order of the map; what was removed comes last.
pub fn compare(before: &FunctionalMap, after: &FunctionalMap) -> Vec<MapChange> {
    let (old, new) = (before.placed(), after.placed());
    let known: HashMap<PartId, &Placed<'_>> = old.iter().map(|it| (it.function.id, it)).collect();
    let mut changes = Vec::new();
    for place in &new {
        let function = place.function;
        let change = |kind, before: &str, after: &str| MapChange {
            kind,
            function: function.id,
            number: place.number.clone(),
            before: before.to_owned(),
            after: after.to_owned(),
        };
        let Some(was) = known.get(&function.id) else {
            changes.push(change(ChangeKind::Added, "", &function.text));
            continue;
        };
        if was.function.text != function.text {
            changes.push(change(
                ChangeKind::Reworded,
                &was.function.text,
                &function.text,
            ));
        }
        // A number that only shifted because a neighbour came or went is no move.
        if was.parent.map(|it| it.id) != place.parent.map(|it| it.id) {
            changes.push(change(ChangeKind::Moved, &was.number, &place.number));
        }
    }
    for place in old {
        if after.function(place.function.id).is_none() {
            changes.push(MapChange {
                kind: ChangeKind::Removed,
                function: place.function.id,
                number: place.number.clone(),
                before: place.function.text.clone(),
                after: String::new(),
            });
        }
    }
    changes
}

/// What was attested in the later of two texts and was not in the earlier: the number, and the claim.
pub fn attested(before: &FunctionalMap, after: &FunctionalMap) -> Vec<(String, Claim)> {
    let mut said = Vec::new();
    for place in after.placed() {
        let was = before.function(place.function.id);
        for claim in Claim::ALL {
            let now = place.function.attested(*claim);
            let then = was.and_then(|was| was.attested(*claim));
            if now.is_some() && now != then {
                said.push((place.number.clone(), *claim));
            }
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::super::sketch::sample;
    use super::*;
    use crate::ids::Ids;

    #[test]
    fn changes_are_told_by_id_and_not_by_number() {
        let before = sample(&mut Ids::fixed());
        let mut after = before.clone();
        let key = &mut after.purpose.parts[0];
        let gone = key.parts.remove(0);
        key.parts[0].text.push_str(" vigente");
        let moved = key.parts[0].parts.remove(0);
        after.purpose.parts[1].parts.push(moved.clone());

        let told: Vec<_> = compare(&before, &after)
            .into_iter()
            .map(|change| (change.kind, change.number))
            .collect();

        let kind = |it: ChangeKind, number: &str| (it, number.to_owned());
        assert_eq!(
            told,
            [
                kind(ChangeKind::Reworded, "1.1"),
                kind(ChangeKind::Moved, "2.3"),
                kind(ChangeKind::Removed, "1.1"),
                kind(ChangeKind::Removed, "1.1.1"),
                kind(ChangeKind::Removed, "1.1.2"),
                kind(ChangeKind::Removed, "1.1.3"),
            ]
        );
        assert_eq!(gone.parts.len(), 3);
    }
}
