//! How much each item weighs. Whole hundredths throughout: what is printed is what is added.
//!
//! W-4 of the notes, derived from one published instrument and kept configurable: each class shares
//! its part of a hundred among its items, rounded to two decimals; what rounding leaves over or short
//! of a hundred is shown, not hidden.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use super::{AssessmentInstrument, CriterionKind, Item, WeightClass};
use crate::ids::PartId;

/// A number with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hundredths(pub i64);

impl Hundredths {
    /// From «97.64», «97,64» or «97»; at most two decimals.
    pub fn parse(text: &str) -> Option<Hundredths> {
        let text = text.trim();
        let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, "00"));
        let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || whole.len() > 9 || decimals.len() > 2 {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let tail: i64 = decimals.parse().ok()?;
        let tail = if decimals.len() == 1 { tail * 10 } else { tail };
        Some(Hundredths(whole * 100 + tail))
    }
}

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", size / 100, size % 100)
    }
}

impl Add for Hundredths {
    type Output = Hundredths;

    fn add(self, other: Hundredths) -> Hundredths {
        Hundredths(self.0 + other.0)
    }
}

impl Sub for Hundredths {
    type Output = Hundredths;

    fn sub(self, other: Hundredths) -> Hundredths {
        Hundredths(self.0 - other.0)
    }
}

impl Sum for Hundredths {
    fn sum<I: Iterator<Item = Hundredths>>(all: I) -> Hundredths {
        all.fold(Hundredths(0), Add::add)
    }
}

/// What part of a hundred each class shares among its items. Together they are a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    /// Of the minor items.
    pub minor: Hundredths,
    /// Of the medium ones.
    pub medium: Hundredths,
    /// Of the major ones.
    pub major: Hundredths,
}

impl Default for Shares {
    /// 20, 30 and 50: they reproduce the one instrument that could be read.
    fn default() -> Shares {
        Shares {
            minor: Hundredths(2000),
            medium: Hundredths(3000),
            major: Hundredths(5000),
        }
    }
}

impl Shares {
    /// The part of one class.
    pub const fn of(&self, class: WeightClass) -> Hundredths {
        match class {
            WeightClass::Minor => self.minor,
            WeightClass::Medium => self.medium,
            WeightClass::Major => self.major,
        }
    }

    /// Whether none is below zero and together they are a hundred.
    pub fn are_a_hundred(&self) -> bool {
        let all = WeightClass::ALL.iter().map(|class| self.of(*class));
        all.clone().all(|share| share >= Hundredths(0)) && all.sum::<Hundredths>().0 == 10_000
    }
}

/// One class as it comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClassWeight {
    /// How many items add to the score.
    pub items: usize,
    /// How many are penalties.
    pub penalties: usize,
    /// What the class shares, after what classes without items leave it (W-7).
    pub share: Hundredths,
    /// What one item of it weighs.
    pub each: Hundredths,
}

impl ClassWeight {
    /// What its items add up to.
    pub fn total(&self) -> Hundredths {
        times(self.each, self.items)
    }

    /// What its penalties add up to.
    pub fn penalty(&self) -> Hundredths {
        times(self.each, self.penalties)
    }
}

/// The weights of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weights {
    classes: [ClassWeight; 3],
}

impl Weights {
    /// From how many items and penalties each class has.
    pub fn of(shares: &Shares, items: [usize; 3], penalties: [usize; 3]) -> Weights {
        let taken: i64 = WeightClass::ALL
            .iter()
            .zip(items)
            .filter(|(_, items)| *items > 0)
            .map(|(class, _)| shares.of(*class).0)
            .sum();
        let whole: i64 = WeightClass::ALL
            .iter()
            .map(|class| shares.of(*class).0)
            .sum();
        let mut classes = [ClassWeight::default(); 3];
        for (at, class) in WeightClass::ALL.iter().enumerate() {
            // A class with penalties alone weighs as its own share says: nothing is taken from others.
            let own = shares.of(*class).0;
            let count = i64::try_from(items[at]).unwrap_or(i64::MAX);
            let (share, each) = if count > 0 && taken > 0 {
                // (own × whole / taken) / count, rounded once, halves up.
                (
                    divided(own * whole, taken),
                    divided(own * whole, taken * count),
                )
            } else {
                let count = i64::try_from(penalties[at]).unwrap_or(i64::MAX).max(1);
                (0, divided(own, count))
            };
            classes[at] = ClassWeight {
                items: items[at],
                penalties: penalties[at],
                share: Hundredths(share),
                each: Hundredths(each),
            };
        }
        Weights { classes }
    }

    /// One class.
    pub const fn class(&self, class: WeightClass) -> &ClassWeight {
        match class {
            WeightClass::Minor => &self.classes[0],
            WeightClass::Medium => &self.classes[1],
            WeightClass::Major => &self.classes[2],
        }
    }

    /// What can be reached: a hundred, but for what rounding leaves.
    pub fn total(&self) -> Hundredths {
        self.classes.iter().map(ClassWeight::total).sum()
    }

    /// What can be lost by attitudes that are not shown.
    pub fn penalty(&self) -> Hundredths {
        self.classes.iter().map(ClassWeight::penalty).sum()
    }

    /// What rounding adds to a hundred, or takes from it.
    pub fn rounding(&self) -> Hundredths {
        if self.total() == Hundredths(0) {
            return Hundredths(0);
        }
        self.total() - Hundredths(10_000)
    }

    /// The least score that nobody reaches who misses one major item: a help for choosing the pass
    /// score. The published instrument that was read has another one (97.64 where this gives 97.15).
    pub fn excluding_one_major(&self) -> Option<Hundredths> {
        let major = self.class(WeightClass::Major);
        (major.items > 0).then(|| self.total() - major.each + Hundredths(1))
    }
}

impl AssessmentInstrument {
    /// The weights as its items are classed today; `kind` says what a leaf is.
    pub fn weights(&self, kind: impl Fn(PartId) -> Option<CriterionKind>) -> Weights {
        let (mut items, mut penalties) = ([0; 3], [0; 3]);
        for item in &self.items {
            let counts = match is_penalty(item, &kind) {
                true => &mut penalties,
                false => &mut items,
            };
            counts[match item.weight {
                WeightClass::Minor => 0,
                WeightClass::Medium => 1,
                WeightClass::Major => 2,
            }] += 1;
        }
        Weights::of(&self.terms.shares, items, penalties)
    }
}

/// Whether an item only takes away: an attitude (W-5).
fn is_penalty(item: &Item, kind: &impl Fn(PartId) -> Option<CriterionKind>) -> bool {
    kind(item.leaf) == Some(CriterionKind::Attitude)
}

fn times(each: Hundredths, count: usize) -> Hundredths {
    Hundredths(each.0 * i64::try_from(count).unwrap_or(i64::MAX))
}

/// Rounded to the nearest, halves up; neither is below zero.
const fn divided(part: i64, by: i64) -> i64 {
    (2 * part + by) / (2 * by)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> Hundredths {
        Hundredths::parse(text).unwrap()
    }

    /// IEC1375, as the notes cite it.
    #[test]
    fn the_published_sample_comes_out_to_the_hundredth() {
        let weights = Weights::of(&Shares::default(), [69, 51, 17], [3, 2, 0]);

        let each = WeightClass::ALL
            .iter()
            .map(|class| weights.class(*class).each);
        assert_eq!(
            each.collect::<Vec<_>>(),
            [says("0.29"), says("0.59"), says("2.94")]
        );
        let totals = WeightClass::ALL
            .iter()
            .map(|class| weights.class(*class).total());
        assert_eq!(
            totals.collect::<Vec<_>>(),
            [says("20.01"), says("30.09"), says("49.98")]
        );
        assert_eq!(weights.total(), says("100.08"));
        assert_eq!(weights.rounding(), says("0.08"));
        assert_eq!(weights.penalty(), says("2.05"));
        assert_eq!(weights.excluding_one_major(), Some(says("97.15")));
    }

    #[test]
    fn a_class_without_items_leaves_its_part_to_the_others() {
        let weights = Weights::of(&Shares::default(), [10, 0, 10], [0, 0, 0]);

        assert_eq!(weights.class(WeightClass::Minor).share, says("28.57"));
        assert_eq!(weights.class(WeightClass::Minor).each, says("2.86"));
        assert_eq!(weights.class(WeightClass::Major).each, says("7.14"));
        assert_eq!(weights.total(), says("100"));
    }

    #[test]
    fn an_instrument_without_items_weighs_nothing() {
        let weights = Weights::of(&Shares::default(), [0; 3], [0; 3]);

        assert_eq!(weights.total(), Hundredths(0));
        assert_eq!(weights.excluding_one_major(), None);
    }

    #[test]
    fn a_score_is_read_as_people_write_it() {
        assert_eq!(Hundredths::parse("97.64"), Some(Hundredths(9764)));
        assert_eq!(Hundredths::parse(" 97,6 "), Some(Hundredths(9760)));
        assert_eq!(Hundredths::parse("100"), Some(Hundredths(10_000)));
        for bad in [
            "",
            "97.645",
            "-1",
            "1e2",
            ".5",
            "97.",
            "noventa",
            "9999999999",
        ] {
            assert_eq!(Hundredths::parse(bad), None, "{bad}");
        }
        assert_eq!(Hundredths(-5).to_string(), "-0.05");
    }
}
