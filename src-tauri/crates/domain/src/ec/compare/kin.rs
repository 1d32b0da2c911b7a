//! Which parts came from others: one whose words are spread over several, several whose words are in
//! one.
//!
//! A merge is a split seen from the other side, so both are found by one look, and comparing the two
//! texts the other way round tells the same.

use std::collections::{BTreeMap, BTreeSet};

use super::said::Said;
use super::{Descent, Known};
use crate::ec::part::List;
use crate::ids::PartId;
use crate::text::fold;

/// One part and those it was spread over, or was made of.
#[derive(Debug, Clone)]
pub(super) struct Kin {
    /// Whether the one is the older; else the newer.
    pub(super) split: bool,
    pub(super) one: PartId,
    /// On the other side; the one itself among them where it is still there.
    pub(super) many: Vec<PartId>,
    pub(super) known: Known,
}

/// Of the words of a part, how many in a hundred must come from another for it to be its kin.
const SHARE: usize = 60;
/// How many words there must be in common: two parts may share one by chance.
const FEWEST: usize = 2;

/// How many parts lie one in the other at most.
const DEEPEST: usize = 3;

/// What says nothing of what a text is about.
#[rustfmt::skip]
const LITTLE: &[&str] = &[
    "a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "o", "para", "por",
    "que", "se", "su", "sus", "u", "un", "una", "y",
];

/// Words, and how often each stands there.
type Bag = BTreeMap<String, usize>;

/// One of the two texts.
pub(super) struct Side<'a> {
    pub(super) parts: &'a [Said],
    known: BTreeMap<PartId, &'a Said>,
    places: BTreeMap<PartId, usize>,
    /// The words of each part and of all that is in it.
    bags: BTreeMap<PartId, Bag>,
}

impl<'a> Side<'a> {
    pub(super) fn of(parts: &'a [Said]) -> Side<'a> {
        let mut bags: BTreeMap<PartId, Bag> = BTreeMap::new();
        let owners: BTreeMap<PartId, Option<PartId>> =
            parts.iter().map(|said| (said.part, said.owner)).collect();
        for said in parts {
            let words: Vec<String> = fold(&said.words)
                .split(' ')
                .filter(|word| !word.is_empty() && !LITTLE.contains(word))
                .map(ToOwned::to_owned)
                .collect();
            let mut holder = Some(said.part);
            // A line of a criterion of an element: nothing lies deeper.
            for _ in 0..DEEPEST {
                let Some(part) = holder else { break };
                let bag = bags.entry(part).or_default();
                for word in &words {
                    *bag.entry(word.clone()).or_default() += 1;
                }
                holder = owners.get(&part).copied().flatten();
            }
        }
        Side {
            parts,
            known: parts.iter().map(|said| (said.part, said)).collect(),
            places: parts.iter().map(|said| said.part).zip(0..).collect(),
            bags,
        }
    }

    pub(super) fn has(&self, part: PartId) -> bool {
        self.known.contains_key(&part)
    }

    pub(super) fn get(&self, part: PartId) -> Option<&'a Said> {
        self.known.get(&part).copied()
    }

    /// How many parts stand before it on the page.
    pub(super) fn at(&self, part: PartId) -> Option<usize> {
        self.places.get(&part).copied()
    }

    fn bag(&self, part: PartId) -> Bag {
        self.bags.get(&part).cloned().unwrap_or_default()
    }
}

/// Every split and every merge, each part in one of them at most: first what the journal knows, then
/// what the words say.
pub(super) fn kin(
    old: &Side<'_>,
    new: &Side<'_>,
    descents: &[Descent],
    same: &BTreeSet<PartId>,
) -> Vec<Kin> {
    let mut found = journalled(old, new, descents);
    let mut guessed = spreads(old, new, true, same);
    guessed.extend(spreads(new, old, false, same));
    // The one with the most words wins; between equals, whichever has the older ids, from both sides.
    guessed.sort_by_key(|(words, kin)| {
        let mut ids: Vec<PartId> = kin.many.iter().copied().chain([kin.one]).collect();
        ids.sort_unstable();
        (std::cmp::Reverse(*words), ids)
    });
    found.extend(guessed.into_iter().map(|(_, kin)| kin));
    let mut taken: BTreeSet<PartId> = BTreeSet::new();
    found.retain(|kin| {
        let ids = || kin.many.iter().chain([&kin.one]);
        let free = ids().all(|id| !taken.contains(id));
        if free {
            taken.extend(ids());
        }
        free
    });
    found
}

fn journalled(old: &Side<'_>, new: &Side<'_>, descents: &[Descent]) -> Vec<Kin> {
    let backwards: Vec<Descent> = descents.iter().map(Descent::backwards).collect();
    let mut found = descended(old, new, descents, true);
    found.extend(descended(new, old, &backwards, false));
    found
}

/// The splits that descents tell of, from the side of the ones to the side of the many.
fn descended(ones: &Side<'_>, many: &Side<'_>, descents: &[Descent], split: bool) -> Vec<Kin> {
    let from: BTreeMap<PartId, PartId> = descents
        .iter()
        .filter(|descent| descent.split)
        .map(|descent| (descent.to, descent.from))
        .collect();
    let mut families: BTreeMap<PartId, Vec<PartId>> = BTreeMap::new();
    for said in many.parts.iter().filter(|said| !ones.has(said.part)) {
        let mut root = said.part;
        // What was split again descends from the first of them.
        for _ in 0..=descents.len() {
            match from.get(&root) {
                Some(parent) if !ones.has(root) => root = *parent,
                _ => break,
            }
        }
        let one = ones.get(root);
        if one.is_some_and(|one| class(one.list) == class(said.list)) {
            families.entry(root).or_default().push(said.part);
        }
    }
    let families = families.into_iter().filter_map(|(one, mut parts)| {
        if many.has(one) {
            parts.insert(0, one);
        }
        (parts.len() > 1).then_some(Kin {
            split,
            one,
            many: parts,
            known: Known::Journal,
        })
    });
    families.collect()
}

/// The parts of one side whose words are spread over several of the other, and over how many words.
fn spreads(
    ones: &Side<'_>,
    many: &Side<'_>,
    split: bool,
    same: &BTreeSet<PartId>,
) -> Vec<(usize, Kin)> {
    let born: Vec<&Said> = many
        .parts
        .iter()
        .filter(|said| !ones.has(said.part) && !same.contains(&said.part))
        .collect();
    if born.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for one in ones.parts.iter().filter(|one| !same.contains(&one.part)) {
        let whole = ones.bag(one.part);
        let stays = many.has(one.part);
        let kept = many.bag(one.part);
        let mut lost = less(&whole, &kept);
        if size(&lost) < FEWEST || (stays && size(&lost) == size(&whole)) {
            continue;
        }
        let kindred = born
            .iter()
            .filter(|said| class(said.list) == class(one.list));
        let mut left: Vec<PartId> = kindred.map(|said| said.part).collect();
        let mut takers: Vec<PartId> = Vec::new();
        let mut words = 0;
        while let Some((shared, taker)) = best(many, &lost, &left) {
            lost = less(&lost, &many.bag(taker));
            left.retain(|part| *part != taker);
            takers.push(taker);
            words += shared;
        }
        let several = takers.len() + usize::from(stays) > 1 && !takers.is_empty();
        let covers = stays || words * 100 >= size(&whole) * SHARE;
        if several && covers {
            // In the order of the page.
            let there = |part: &PartId| takers.contains(part) || (stays && *part == one.part);
            let order = many.parts.iter().map(|said| said.part).filter(there);
            let kin = Kin {
                split,
                one: one.part,
                many: order.collect(),
                known: Known::Text,
            };
            found.push((words, kin));
        }
    }
    found
}

/// Whoever has most of its words from those that were lost, and how many.
fn best(many: &Side<'_>, lost: &Bag, left: &[PartId]) -> Option<(usize, PartId)> {
    let shares = left.iter().filter_map(|part| {
        let bag = many.bags.get(part)?;
        let shared = common(bag, lost);
        let enough = shared >= FEWEST && shared * 100 >= size(bag) * SHARE;
        enough.then_some((shared, *part))
    });
    shares.max_by_key(|(shared, part)| (*shared, std::cmp::Reverse(*part)))
}

fn size(bag: &Bag) -> usize {
    bag.values().sum()
}

fn common(one: &Bag, other: &Bag) -> usize {
    let shared = one
        .iter()
        .map(|(word, count)| (*count).min(other.get(word).copied().unwrap_or(0)));
    shared.sum()
}

fn less(one: &Bag, other: &Bag) -> Bag {
    let left = one.iter().filter_map(|(word, count)| {
        let left = count.saturating_sub(other.get(word).copied().unwrap_or(0));
        (left > 0).then(|| (word.clone(), left))
    });
    left.collect()
}

/// The list whose parts may become parts of another: a performance may become a product.
fn class(list: List) -> List {
    match list {
        List::Products => List::Performances,
        other => other, // Every other list has parts of its own kind.
    }
}
