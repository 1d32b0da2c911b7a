//! What changed between two texts of one map, function by function: by stable id, and by the acts that
//! parted one function or joined two.

use std::collections::{BTreeSet, HashMap};

use super::edit::MapEdit;
use super::{Claim, Function, FunctionalMap, Placed};
use crate::ec::compare::{Change, ChangeKind, Comparison, Descent, Known, Told, out_of_order};
use crate::ids::PartId;

/// What changed from one text to another, in the order of the newer map; what was taken out comes last.
/// A function that was added or taken out comes with those below it that came or went with it.
pub fn compare(before: &FunctionalMap, after: &FunctionalMap, told: &[Descent]) -> Comparison {
    let (old, new) = (before.placed(), after.placed());
    let side = Sides {
        was: by_id(&old),
        is: by_id(&new),
        told,
        moved: moved(before, after),
    };
    let mut whole = Comparison::default();
    own(before, after, &mut whole);
    for place in &new {
        side.look(place, &mut whole);
    }
    for place in &old {
        let id = place.function.id;
        if side.is.contains_key(&id) || side.joined(id).is_some() {
            continue;
        }
        let held = place.parent.is_some_and(|above| {
            !side.is.contains_key(&above.id) && side.joined(above.id).is_none()
        });
        if !held {
            let mut gone = Vec::new();
            collect(place.function, &side.was, &side.is, &mut gone);
            whole.changes.push(Change {
                kind: ChangeKind::Removed,
                known: Known::Id,
                moved: false,
                before: gone,
                after: Vec::new(),
            });
        }
    }
    whole
}

type ById<'a> = HashMap<PartId, &'a Placed<'a>>;

fn by_id<'a>(placed: &'a [Placed<'a>]) -> ById<'a> {
    placed.iter().map(|it| (it.function.id, it)).collect()
}

struct Sides<'a> {
    was: ById<'a>,
    is: ById<'a>,
    told: &'a [Descent],
    /// Those that stand elsewhere: part of another, or in another order.
    moved: BTreeSet<PartId>,
}

impl Sides<'_> {
    /// The function that another was parted from.
    fn parted(&self, id: PartId) -> Option<PartId> {
        let mut told = self.told.iter().filter(|it| it.split && it.to == id);
        let from = told.next()?.from;
        let both = self.was.contains_key(&from) && self.is.contains_key(&from);
        (both && !self.was.contains_key(&id)).then_some(from)
    }

    /// The function that another was joined to.
    fn joined(&self, id: PartId) -> Option<PartId> {
        let mut told = self.told.iter().filter(|it| !it.split && it.from == id);
        let to = told.next()?.to;
        let both = self.was.contains_key(&to) && self.is.contains_key(&to);
        (both && !self.is.contains_key(&id)).then_some(to)
    }

    fn look(&self, place: &Placed<'_>, whole: &mut Comparison) {
        let id = place.function.id;
        let Some(was) = self.was.get(&id) else {
            let held = place.parent.is_some_and(|above| {
                !self.was.contains_key(&above.id) && self.parted(above.id).is_none()
            });
            if self.parted(id).is_none() && !held {
                let mut come = Vec::new();
                collect(place.function, &self.is, &self.was, &mut come);
                whole.changes.push(Change {
                    kind: ChangeKind::Added,
                    known: Known::Id,
                    moved: false,
                    before: Vec::new(),
                    after: come,
                });
            }
            return;
        };
        let moved = self.moved.contains(&id);
        let of = |kind, known, before, after| Change {
            kind,
            known,
            moved,
            before,
            after,
        };
        let here = |others: Vec<Told>, first: Told| -> Vec<Told> {
            std::iter::once(first).chain(others).collect()
        };
        let parted = self.others(&self.is, |it| self.parted(it) == Some(id));
        let joined = self.others(&self.was, |it| self.joined(it) == Some(id));
        let (before, after) = (told(was), told(place));
        if !parted.is_empty() {
            let after = here(parted, after);
            let change = of(ChangeKind::Split, Known::Journal, vec![before], after);
            whole.changes.push(change);
        } else if !joined.is_empty() {
            let before = here(joined, before);
            let change = of(ChangeKind::Merged, Known::Journal, before, vec![after]);
            whole.changes.push(change);
        } else if before.words != after.words {
            let change = of(ChangeKind::Reworded, Known::Id, vec![before], vec![after]);
            whole.changes.push(change);
        } else if moved {
            let change = of(ChangeKind::Moved, Known::Id, vec![before], vec![after]);
            whole.changes.push(change);
        } else if before.place != after.place {
            whole.renumbered.push((before, after));
        } else {
            whole.same += 1;
        }
    }

    /// Some functions of one side, in its order.
    fn others(&self, of: &ById<'_>, wanted: impl Fn(PartId) -> bool) -> Vec<Told> {
        let mut found: Vec<&&Placed<'_>> = Vec::new();
        found.extend(of.iter().filter(|(id, _)| wanted(**id)).map(|(_, it)| it));
        found.sort_by_key(|it| order(&it.number));
        found.into_iter().map(|it| told(it)).collect()
    }
}

/// «1.10» after «1.9».
fn order(number: &str) -> Vec<usize> {
    let numbers = number.split('.').map(|it| it.parse().unwrap_or_default());
    numbers.collect()
}

/// A function as it is cited, and what it says.
fn told(place: &Placed<'_>) -> Told {
    Told {
        part: Some(place.function.id),
        place: match place.number.as_str() {
            "" => "purpose".to_owned(),
            number => number.to_owned(),
        },
        words: place.function.text.clone(),
    }
}

/// A function of one side and those below it that the other has not.
fn collect(function: &Function, of: &ById<'_>, other: &ById<'_>, out: &mut Vec<Told>) {
    let mut ahead = vec![function];
    while let Some(it) = ahead.pop() {
        if other.contains_key(&it.id) {
            continue;
        }
        out.extend(of.get(&it.id).map(|place| told(place)));
        ahead.extend(it.parts.iter().rev());
    }
}

/// The map's own texts.
fn own(before: &FunctionalMap, after: &FunctionalMap, whole: &mut Comparison) {
    let texts = [
        ("title", &before.title, &after.title),
        ("committee", &before.committee, &after.committee),
    ];
    for (place, was, is) in texts {
        if was == is {
            continue;
        }
        let told = |words: &String| Told {
            part: None,
            place: place.to_owned(),
            words: words.clone(),
        };
        whole.changes.push(Change {
            kind: ChangeKind::Reworded,
            known: Known::Id,
            moved: false,
            before: vec![told(was)],
            after: vec![told(is)],
        });
    }
}

/// The functions that stand elsewhere: part of another one, or in another order among those that
/// stayed.
fn moved(before: &FunctionalMap, after: &FunctionalMap) -> BTreeSet<PartId> {
    let (was, is) = (parents(before), parents(after));
    let mut moved: BTreeSet<PartId> = was
        .iter()
        .filter(|(id, above)| is.get(id).is_some_and(|now| now != *above))
        .map(|(id, _)| *id)
        .collect();
    for place in after.placed() {
        let Some(then) = before.function(place.function.id) else {
            continue;
        };
        let stayed = |parts: &[Function]| -> Vec<PartId> {
            let ids = parts.iter().map(|part| part.id);
            ids.filter(|id| was.contains_key(id) && is.contains_key(id) && !moved.contains(id))
                .collect()
        };
        let order = out_of_order(&stayed(&then.parts), &stayed(&place.function.parts));
        moved.extend(order);
    }
    moved
}

fn parents(map: &FunctionalMap) -> HashMap<PartId, PartId> {
    let placed = map.placed().into_iter();
    placed
        .filter_map(|it| Some((it.function.id, it.parent?.id)))
        .collect()
}

/// Which function an act parted from another, or joined to another: told by the edits of that act.
pub fn descents(edits: &[MapEdit]) -> Vec<Descent> {
    let mut found = Vec::new();
    for edit in edits {
        let MapEdit::Reword {
            function,
            before,
            after,
        } = edit
        else {
            continue;
        };
        for other in edits {
            let (id, split) = match other {
                MapEdit::Add { function: new, .. } if parts(before, after, &new.text) => {
                    (new.id, true)
                }
                MapEdit::Remove { function: old } if parts(after, before, &old.text) => {
                    (old.id, false)
                }
                MapEdit::Add { .. }
                | MapEdit::Remove { .. }
                | MapEdit::Write { .. }
                | MapEdit::Reword { .. }
                | MapEdit::Move { .. }
                | MapEdit::SetIndividual { .. }
                | MapEdit::SetLink { .. }
                | MapEdit::SetAttestations { .. } => continue,
            };
            let (from, to) = match split {
                true => (*function, id),
                false => (id, *function),
            };
            found.push(Descent { from, to, split });
        }
    }
    found
}

/// Whether a text is two others, one after the other.
fn parts(whole: &str, first: &str, second: &str) -> bool {
    let rest = whole.strip_prefix(first.trim_end());
    !second.is_empty() && rest.is_some_and(|rest| rest.trim() == second.trim())
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

    fn kinds(whole: &Comparison) -> Vec<(ChangeKind, String)> {
        let changes = whole.changes.iter();
        changes
            .map(|change| (change.kind, change.place().to_owned()))
            .collect()
    }

    fn kind(it: ChangeKind, number: &str) -> (ChangeKind, String) {
        (it, number.to_owned())
    }

    #[test]
    fn changes_are_told_by_id_and_not_by_number() {
        let before = sample(&mut Ids::fixed());
        let mut after = before.clone();
        let key = &mut after.purpose.parts[0];
        let gone = key.parts.remove(0);
        key.parts[0].text.push_str(" vigente");
        let moved = key.parts[0].parts.remove(0);
        after.purpose.parts[1].parts.push(moved);

        let whole = compare(&before, &after, &[]);

        assert_eq!(
            kinds(&whole),
            [
                kind(ChangeKind::Reworded, "1.1"),
                kind(ChangeKind::Moved, "2.3"),
                kind(ChangeKind::Removed, "1.1"),
            ]
        );
        assert_eq!(whole.changes[2].before.len(), 1 + gone.parts.len());
        let renumbered: Vec<_> = whole.renumbered.iter().map(|(_, is)| &is.place).collect();
        assert_eq!(renumbered, ["1.1.1"]);
        let back = compare(&after, &before, &[]);
        assert_eq!(
            kinds(&back),
            [
                kind(ChangeKind::Added, "1.1"),
                kind(ChangeKind::Reworded, "1.2"),
                kind(ChangeKind::Moved, "1.2.1"),
            ]
        );
    }

    #[test]
    fn an_order_that_changed_is_the_fewest_that_moved() {
        let before = sample(&mut Ids::fixed());
        let mut after = before.clone();
        after.purpose.parts[0].parts[0].parts.rotate_left(1);

        let whole = compare(&before, &after, &[]);

        assert_eq!(kinds(&whole), [kind(ChangeKind::Moved, "1.1.3")]);
    }

    #[test]
    fn what_an_act_parted_or_joined_is_told_as_such() {
        let mut ids = Ids::fixed();
        let before = sample(&mut ids);
        let at = |map: &FunctionalMap, one: usize| map.purpose.parts[0].parts[0].parts[one].id;
        let joining = before.merge(at(&before, 1)).unwrap();
        let mut joined = before.clone();
        joined.apply_all(&joining).unwrap();

        let told = descents(&joining);
        let whole = compare(&before, &joined, &told);
        assert_eq!(kinds(&whole), [kind(ChangeKind::Merged, "1.1.1")]);
        assert_eq!(whole.changes[0].before.len(), 2);

        let parting = before.split(at(&before, 0), 12, ids.part()).unwrap();
        let mut parted = before.clone();
        parted.apply_all(&parting).unwrap();
        let whole = compare(&before, &parted, &descents(&parting));
        assert_eq!(kinds(&whole), [kind(ChangeKind::Split, "1.1.1")]);
        assert_eq!(whole.changes[0].after.len(), 2);
        // Without what the acts tell, it is a rewording and a function that came.
        assert_eq!(
            kinds(&compare(&before, &parted, &[])),
            [
                kind(ChangeKind::Reworded, "1.1.1"),
                kind(ChangeKind::Added, "1.1.2")
            ]
        );
    }
}
