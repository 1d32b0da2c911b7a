//! One rule a file, in a folder for each part of a standard. A folder lists its own rules.

use crate::Rule;

mod elements;
mod general;
mod knowledge;
mod language;
pub(crate) mod performances;
mod products;

pub(crate) use knowledge::alphabetical;

const FOLDERS: &[&[Rule]] = &[
    general::RULES,
    elements::RULES,
    performances::RULES,
    products::RULES,
    knowledge::RULES,
    language::RULES,
];

const COUNT: usize = {
    let (mut folder, mut count) = (0, 0);
    while folder < FOLDERS.len() {
        count += FOLDERS[folder].len();
        folder += 1;
    }
    count
};

/// The folders' rules, one after the other.
pub(crate) const ALL: [Rule; COUNT] = {
    let mut all = [elements::RULES[0]; COUNT];
    let (mut folder, mut at) = (0, 0);
    while folder < FOLDERS.len() {
        let mut rule = 0;
        while rule < FOLDERS[folder].len() {
            all[at] = FOLDERS[folder][rule];
            rule += 1;
            at += 1;
        }
        folder += 1;
    }
    all
};
