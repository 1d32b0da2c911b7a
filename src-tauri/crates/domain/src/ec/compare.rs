//! What changed between two texts of one standard: part by part, by stable id, and word by word.
//!
//! Every part of both texts is accounted for once: in one change, or as what stayed as it was. The
//! same comparison the other way round tells the same changes, each turned about.

mod kin;
mod marks;
mod order;
mod said;

use std::collections::{BTreeMap, BTreeSet};

pub use marks::{Mark, MarkKind, marks};
pub use order::moved as out_of_order;

use self::kin::{Kin, Side, kin};
use self::said::{Said, own, parts};
use super::CompetenceStandard;
use super::part::List;
use crate::ids::PartId;
use crate::vocabulary;

vocabulary! {
    /// What happened to a text.
    pub enum ChangeKind {
        /// It was not there before.
        Added = "ADDED",
        /// It is not there any more.
        Removed = "REMOVED",
        /// It says something else.
        Reworded = "REWORDED",
        /// It says the same at another place.
        Moved = "MOVED",
        /// What one said, several say.
        Split = "SPLIT",
        /// What several said, one says.
        Merged = "MERGED",
    }
}

vocabulary! {
    /// How it is known what became of what.
    pub enum Known {
        /// By the id, which survives editing.
        Id = "ID",
        /// By the act that did it.
        Journal = "JOURNAL",
        /// By the words that are in both: a guess, told as such.
        Text = "TEXT",
    }
}

/// What a part says, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The part; nothing for the standard's own texts.
    pub part: Option<PartId>,
    /// Where it is: `E1-D2.3`, or the word of a general field.
    pub place: String,
    /// What it says.
    pub words: String,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// How it is known.
    pub known: Known,
    /// Whether it is at another place besides.
    pub moved: bool,
    /// What there was, in the order of the page; nothing where it was added. What was removed comes
    /// with all that was in it.
    pub before: Vec<Told>,
    /// What there is; nothing where it was removed. What was added comes with all that is in it.
    pub after: Vec<Told>,
}

/// What changed between two texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The standard's own texts first, then part by part in the order of the page; what was removed
    /// is where it was.
    pub changes: Vec<Change>,
    /// Parts that say the same in the same order and are cited otherwise, for others came or went.
    pub renumbered: Vec<(Told, Told)>,
    /// Parts that say the same and end otherwise («, y» for «.»), for their list grew or shrank.
    pub ended: Vec<(Told, Told)>,
    /// How many parts stayed as they were.
    pub same: usize,
}

/// That a part came from another, as an act left it written: by a split the new one from the old, by
/// a merge the one that went into the one that stayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Descent {
    /// The one there was.
    pub from: PartId,
    /// The one there is.
    pub to: PartId,
    /// Whether the new one began there; else the old one ended there.
    pub split: bool,
}

impl Descent {
    fn backwards(&self) -> Descent {
        Descent {
            from: self.to,
            to: self.from,
            split: !self.split,
        }
    }
}

impl Change {
    /// A name that the change keeps while it concerns the same parts: what is said of it is said of
    /// that name.
    pub fn key(&self) -> String {
        let mut ids: Vec<String> = match (&self.before[..], &self.after[..]) {
            // What is in what was added or removed comes and goes with it.
            ([], [whole, ..]) | ([whole, ..], []) => vec![named(whole)],
            (before, after) => before.iter().chain(after).map(named).collect(),
        };
        ids.sort_unstable();
        ids.dedup();
        ids.join("+")
    }

    /// Where it is, or was.
    pub fn place(&self) -> &str {
        let told = self.after.first().or(self.before.first());
        told.map_or("", |told| told.place.as_str())
    }
}

fn named(told: &Told) -> String {
    match told.part {
        Some(part) => part.to_string(),
        None => told.place.clone(),
    }
}

impl Said {
    fn told(&self) -> Told {
        Told {
            part: Some(self.part),
            place: self.place.clone(),
            words: self.words.clone(),
        }
    }
}

/// What changed from one text to another. `descents` are what acts between them left written of parts
/// that were split or merged; what they do not tell is looked for in the words.
pub fn compare(
    before: &CompetenceStandard,
    after: &CompetenceStandard,
    descents: &[Descent],
) -> Comparison {
    let (old, new) = (parts(before), parts(after));
    let (old, new) = (Side::of(&old), Side::of(&new));
    let again = said_again(&old, &new);
    let kin = kin(
        &old,
        &new,
        descents,
        &again.iter().flat_map(|(a, b)| [*a, *b]).collect(),
    );
    let mut rows = Rows {
        shifted: shifted(&old, &new),
        old: &old,
        new: &new,
        done: BTreeSet::new(),
        rows: Vec::new(),
        renumbered: Vec::new(),
        ended: Vec::new(),
        same: 0,
    };
    for family in &kin {
        rows.family(family);
    }
    for (gone, born) in again {
        rows.again(gone, born);
    }
    for said in new.parts {
        rows.there(said);
    }
    for said in old.parts {
        rows.gone(said);
    }
    rows.rows.sort_by_key(|(order, _)| *order);
    let mut changes = own_texts(before, after);
    changes.extend(rows.rows.into_iter().map(|(_, change)| change));
    Comparison {
        changes,
        renumbered: rows.renumbered,
        ended: rows.ended,
        same: rows.same,
    }
}

/// What a standard says, from the top: its own texts, then each part before what is in it, with how
/// deep it lies.
pub fn outline(standard: &CompetenceStandard) -> Vec<(usize, Told)> {
    let texts = own(standard)
        .into_iter()
        .filter(|(_, words)| !words.is_empty());
    let texts = texts.map(|(place, words)| {
        let told = Told {
            part: None,
            place: place.to_owned(),
            words,
        };
        (0, told)
    });
    let mut depths: BTreeMap<PartId, usize> = BTreeMap::new();
    let parts = parts(standard).into_iter().map(|said| {
        let above = said.owner.and_then(|owner| depths.get(&owner).copied());
        let depth = above.map_or(0, |depth| depth + 1);
        depths.insert(said.part, depth);
        (depth, said.told())
    });
    let parts: Vec<(usize, Told)> = parts.collect();
    texts.chain(parts).collect()
}

/// The splits and merges of one act, from the texts before and after it.
pub fn descents(before: &CompetenceStandard, after: &CompetenceStandard) -> Vec<Descent> {
    let mut found = Vec::new();
    for change in compare(before, after, &[]).changes {
        let (one, many, split) = match (change.kind, &change.before[..], &change.after[..]) {
            (ChangeKind::Split, [one], many) => (one, many, true),
            (ChangeKind::Merged, many, [one]) => (one, many, false),
            _ => continue, // Nothing else makes one part of another.
        };
        let Some(one) = one.part else { continue };
        let others = many.iter().filter_map(|told| told.part);
        found.extend(
            others
                .filter(|other| *other != one)
                .map(|other| match split {
                    true => Descent {
                        from: one,
                        to: other,
                        split,
                    },
                    false => Descent {
                        from: other,
                        to: one,
                        split,
                    },
                }),
        );
    }
    found
}

/// Parts that went and came again under another id with the very same words, in pairs.
fn said_again(old: &Side<'_>, new: &Side<'_>) -> Vec<(PartId, PartId)> {
    let mut gone: BTreeMap<(List, &str), Vec<PartId>> = BTreeMap::new();
    for said in old.parts.iter().rev() {
        if !new.has(said.part) && !said.bare().is_empty() {
            let same = gone.entry((said.list, said.bare())).or_default();
            same.push(said.part);
        }
    }
    let born = new.parts.iter().filter(|said| !old.has(said.part));
    born.filter_map(|said| {
        let same = gone.get_mut(&(said.list, said.bare()))?;
        Some((same.pop()?, said.part))
    })
    .collect()
}

/// The parts of both texts that are in another list, or in another order in it.
fn shifted(old: &Side<'_>, new: &Side<'_>) -> BTreeSet<PartId> {
    let lists = |side: &Side<'_>, other: &Side<'_>| {
        let mut lists: BTreeMap<(Option<PartId>, List), Vec<PartId>> = BTreeMap::new();
        for said in side.parts {
            let there = other.get(said.part);
            if there.is_some_and(|there| (there.owner, there.list) == (said.owner, said.list)) {
                let list = lists.entry((said.owner, said.list)).or_default();
                list.push(said.part);
            }
        }
        lists
    };
    let (before, after) = (lists(old, new), lists(new, old));
    let mut shifted: BTreeSet<PartId> = before
        .iter()
        .flat_map(|(list, order)| {
            let now = after.get(list).map_or(&[][..], Vec::as_slice);
            order::moved(order, now)
        })
        .collect();
    for said in old.parts {
        let there = new.get(said.part);
        if there.is_some_and(|there| (there.owner, there.list) != (said.owner, said.list)) {
            shifted.insert(said.part);
        }
    }
    shifted
}

/// Where a change stands among the others: by the part of the newer page it is at or after, and among
/// those by the part of the older one.
type Order = (usize, usize);

/// The changes as they are found.
struct Rows<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    shifted: BTreeSet<PartId>,
    /// The parts of either side that are in a change already.
    done: BTreeSet<PartId>,
    rows: Vec<(Order, Change)>,
    renumbered: Vec<(Told, Told)>,
    ended: Vec<(Told, Told)>,
    same: usize,
}

impl Rows<'_> {
    fn family(&mut self, family: &Kin) {
        let told = |side: &Side<'_>, part: PartId| side.get(part).map(Said::told);
        let (one, many) = match family.split {
            true => (self.old, self.new),
            false => (self.new, self.old),
        };
        let one: Vec<Told> = told(one, family.one).into_iter().collect();
        let many: Vec<Told> = family
            .many
            .iter()
            .filter_map(|part| told(many, *part))
            .collect();
        self.done.extend(&family.many);
        self.done.insert(family.one);
        let (kind, before, after) = match family.split {
            true => (ChangeKind::Split, one, many),
            false => (ChangeKind::Merged, many, one),
        };
        let known = family.known;
        let moved = self.shifted.contains(&family.one);
        self.push(kind, known, moved, before, after);
    }

    /// What was taken out and put in again with the same words has moved, as far as anybody can see.
    fn again(&mut self, gone: PartId, born: PartId) {
        let (Some(was), Some(is)) = (self.old.get(gone), self.new.get(born)) else {
            return;
        };
        self.done.extend([gone, born]);
        let (before, after) = (vec![was.told()], vec![is.told()]);
        self.push(ChangeKind::Moved, Known::Text, true, before, after);
    }

    fn there(&mut self, said: &Said) {
        if self.done.contains(&said.part) {
            return;
        }
        let Some(was) = self.old.get(said.part) else {
            let after = self.whole(self.new, self.old, said);
            self.push(ChangeKind::Added, Known::Id, false, Vec::new(), after);
            return;
        };
        self.done.insert(said.part);
        let moved = self.shifted.contains(&said.part);
        let kind = match (was.bare() == said.bare(), moved) {
            (false, _) => ChangeKind::Reworded,
            (true, true) => ChangeKind::Moved,
            (true, false) => {
                self.same += 1;
                if was.words != said.words {
                    self.ended.push((was.told(), said.told()));
                } else if was.place != said.place {
                    self.renumbered.push((was.told(), said.told()));
                }
                return;
            }
        };
        self.push(kind, Known::Id, moved, vec![was.told()], vec![said.told()]);
    }

    fn gone(&mut self, said: &Said) {
        if self.done.contains(&said.part) || self.new.has(said.part) {
            return;
        }
        let before = self.whole(self.old, self.new, said);
        self.push(ChangeKind::Removed, Known::Id, false, before, Vec::new());
    }

    /// A part that only one side has, with all that is in it and is of that side only.
    fn whole(&mut self, side: &Side<'_>, other: &Side<'_>, said: &Said) -> Vec<Told> {
        let mut inside = BTreeSet::from([said.part]);
        let mut whole = vec![said.told()];
        self.done.insert(said.part);
        for part in side.parts {
            let within = part.owner.is_some_and(|owner| inside.contains(&owner));
            if within && !other.has(part.part) && self.done.insert(part.part) {
                inside.insert(part.part);
                whole.push(part.told());
            }
        }
        whole
    }

    fn push(
        &mut self,
        kind: ChangeKind,
        known: Known,
        moved: bool,
        before: Vec<Told>,
        after: Vec<Told>,
    ) {
        let was = before.first().and_then(|told| self.old.at(told.part?));
        let is = after.first().and_then(|told| self.new.at(told.part?));
        let order = match (was, is) {
            (was, Some(is)) => (2 * is + 1, was.unwrap_or(0)),
            (Some(was), None) => (self.followed(was), was),
            (None, None) => (0, 0), // A change is of some part.
        };
        self.rows.push((
            order,
            Change {
                kind,
                known,
                moved,
                before,
                after,
            },
        ));
    }

    /// The place after the last part that stood before a removed one and is still there.
    fn followed(&self, was: usize) -> usize {
        let before = self.old.parts[..was].iter().rev();
        let mut still = before.filter_map(|said| self.new.at(said.part));
        still.next().map_or(0, |at| 2 * at + 2)
    }
}

fn own_texts(before: &CompetenceStandard, after: &CompetenceStandard) -> Vec<Change> {
    let pairs = own(before).into_iter().zip(own(after));
    let changed = pairs.filter(|((_, old), (_, new))| old != new);
    let changes = changed.map(|((place, old), (_, new))| {
        let kind = match (old.is_empty(), new.is_empty()) {
            (true, _) => ChangeKind::Added,
            (_, true) => ChangeKind::Removed,
            (false, false) => ChangeKind::Reworded,
        };
        let told = |words: String| Told {
            part: None,
            place: place.to_owned(),
            words,
        };
        let side = |words: String| match words.is_empty() {
            true => Vec::new(),
            false => vec![told(words)],
        };
        Change {
            kind,
            known: Known::Id,
            moved: false,
            before: side(old),
            after: side(new),
        }
    });
    changes.collect()
}

#[cfg(test)]
mod tests;
