//! Which of many titles say what somebody is writing.
//!
//! An index in memory: a title is the roots of its words and, more lightly, how they begin, so that
//! accents, plurals, the order of the words and verb or noun make no difference, nor does a word that
//! is only half typed. A word counts the more the fewer titles have it. How alike two texts are is how
//! much of what is written the title has, and how much of the title is written.

mod roots;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use domain::text::fold;

use roots::Roots;

/// How much the beginning of a word counts beside its root.
const BEGINNING: f32 = 0.35;

/// How much the root of a word that has synonyms counts, and how much what they all name.
const OWN_NAME: f32 = 0.6;
const SHARED_NAME: f32 = 0.6;

/// How many letters the beginning of a word has; a shorter word has only its root.
const LETTERS: usize = 5;

/// How much what is written counts, and how much the title: they add up to one.
const WRITTEN: f32 = 0.6;

/// How much the condition of a function counts («de acuerdo con…»): titles seldom have one.
const CONDITION: f32 = 0.4;

/// What a condition begins with, as folded.
const CONDITIONS: &[&str] = &[
    "de acuerdo ",
    "conforme a ",
    "con base en ",
    "en funcion de ",
];

/// Fewer words than this are like too many titles.
const FEWEST_WORDS: usize = 2;

/// More words than this say nothing new.
const MOST_WORDS: usize = 60;

/// Below this, two texts have words in common and nothing else.
const LEAST: f32 = 0.3;

/// A title that says something like a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alike {
    /// Which, in the order they were given.
    pub at: usize,
    /// How alike they are, from 0 to 1.
    pub likeness: f32,
    /// Whether they differ in nothing but accents, capitals, spaces and points.
    pub equal: bool,
}

/// An index over titles.
#[derive(Debug, Default)]
pub struct Likeness {
    features: HashMap<String, u32>,
    /// Which titles have each feature.
    titles: Vec<Vec<u32>>,
    /// What each feature weighs.
    weights: Vec<f32>,
    /// What all of each title weighs.
    totals: Vec<f32>,
    /// Each title by its letters.
    letters: Vec<u64>,
}

impl Likeness {
    /// The index of these titles.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a str>) -> Likeness {
        let mut index = Likeness::default();
        let mut known = Known::new();
        let mut title_features: Vec<u32> = Vec::new();
        for (at, title) in (0..).zip(all) {
            let folded = fold(title);
            index.letters.push(letters(&folded));
            title_features.clear();
            for word in folded.split(' ') {
                for (feature, part) in known.features(word) {
                    let number = index.number(feature, *part);
                    if !title_features.contains(&number) {
                        title_features.push(number);
                    }
                }
            }
            for &feature in &title_features {
                index.titles[feature as usize].push(at);
            }
        }
        index.weigh();
        index
    }

    fn number(&mut self, feature: &str, part: f32) -> u32 {
        if let Some(&number) = self.features.get(feature) {
            return number;
        }
        let number = u32::try_from(self.titles.len()).unwrap_or(u32::MAX);
        self.features.insert(feature.to_owned(), number);
        self.titles.push(Vec::new());
        self.weights.push(part);
        number
    }

    /// A feature weighs the more the fewer titles have it.
    fn weigh(&mut self) {
        let all = count(self.letters.len());
        self.totals = vec![0.0; self.letters.len()];
        for (weight, titles) in self.weights.iter_mut().zip(&self.titles) {
            *weight *= rarity(all, count(titles.len()));
            for &at in titles {
                self.totals[at as usize] += *weight;
            }
        }
    }

    /// How many titles it has.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The titles that say something like a text, the most alike first; those that are equal before
    /// all others.
    pub fn like(&self, text: &str, most: usize) -> Vec<Alike> {
        let folded = fold(text);
        let key = letters(&folded);
        let all = count(self.letters.len());
        let mut known = Known::new();
        let mut scores = vec![0.0f32; self.letters.len()];
        let mut written = 0.0;
        let mut words = 0;
        let mut seen: Vec<String> = Vec::new();
        let condition = condition(&folded);
        let mut from = 0;
        for word in folded.split(' ').take(MOST_WORDS) {
            let counts = if from >= condition { CONDITION } else { 1.0 };
            from += word.len() + 1;
            let features = known.features(word);
            words += usize::from(!features.is_empty());
            for (feature, part) in features {
                if seen.contains(feature) {
                    continue;
                }
                seen.push(feature.clone());
                let Some(&number) = self.features.get(feature) else {
                    // No title has it: what was written has something that they lack.
                    written += counts * part * rarity(all, 1.0);
                    continue;
                };
                let weight = self.weights[number as usize];
                written += counts * weight;
                for &at in &self.titles[number as usize] {
                    scores[at as usize] += counts * weight;
                }
            }
        }
        let likeness = |at: usize| {
            let of_written = scores[at] / written.max(f32::MIN_POSITIVE);
            let of_title = scores[at] / self.totals[at].max(f32::MIN_POSITIVE);
            of_written.powf(WRITTEN) * of_title.min(1.0).powf(1.0 - WRITTEN)
        };
        let mut found: Vec<Alike> = (0..scores.len())
            .filter(|&at| scores[at] > 0.0)
            .map(|at| Alike {
                at,
                likeness: likeness(at),
                equal: self.letters[at] == key,
            })
            .filter(|it| it.equal || (words >= FEWEST_WORDS && it.likeness >= LEAST))
            .collect();
        found.sort_by(|a, b| {
            let alike = b.likeness.total_cmp(&a.likeness);
            b.equal.cmp(&a.equal).then(alike).then(a.at.cmp(&b.at))
        });
        found.truncate(most);
        found
    }
}

/// What the words so far are made of: titles share most of theirs.
struct Known {
    roots: &'static Roots,
    words: HashMap<String, Vec<(String, f32)>>,
}

impl Known {
    fn new() -> Known {
        Known {
            roots: Roots::known(),
            words: HashMap::new(),
        }
    }

    /// The features of a word, as folded, and how much each counts; none where it says nothing.
    fn features(&mut self, word: &str) -> &[(String, f32)] {
        if !self.words.contains_key(word) {
            let made = self.made(word);
            self.words.insert(word.to_owned(), made);
        }
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    fn made(&self, word: &str) -> Vec<(String, f32)> {
        if word.is_empty() || roots::is_empty(word) {
            return Vec::new();
        }
        let root = self.roots.of(word);
        let groups = self.roots.groups(&root);
        let shared = groups
            .iter()
            .map(|group| (format!("={group}"), SHARED_NAME));
        let mut made: Vec<(String, f32)> = shared.collect();
        made.push((root, if made.is_empty() { 1.0 } else { OWN_NAME }));
        let begins: String = word.chars().take(LETTERS).collect();
        if begins.chars().count() == LETTERS {
            made.push((format!("{begins}…"), BEGINNING));
        }
        made
    }
}

/// Where the condition of a function begins; past its end where it has none.
fn condition(folded: &str) -> usize {
    let begins = CONDITIONS.iter().filter_map(|it| folded.find(it));
    begins.min().filter(|&at| at > 0).unwrap_or(usize::MAX)
}

/// How much it says that `titles` of `all` have something.
fn rarity(all: f32, titles: f32) -> f32 {
    (1.0 + all / titles.max(1.0)).ln()
}

/// The letters of a title alone, as a number.
fn letters(folded: &str) -> u64 {
    let mut hash = DefaultHasher::new();
    for c in folded.chars().filter(|c| *c != ' ') {
        c.hash(&mut hash);
    }
    hash.finish()
}

fn count(n: usize) -> f32 {
    n as f32 // No register has more than a float tells apart.
}

#[cfg(test)]
mod tests;
