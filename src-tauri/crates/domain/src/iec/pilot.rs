//! What a pilot says of each item: how hard it is, how well it tells those who know, whether two
//! evaluators mark it alike.
//!
//! Difficulty is the share of those asked who were marked yes. Discrimination is the corrected
//! point-biserial correlation: that of the item with the number of the other items that the same
//! candidate was marked yes in. Agreement is the plain share of pairs of evaluators of one candidate who
//! marked alike; rows of one evaluator are one opinion, and a row of nobody is none. It is the simple
//! percentage, as the notes have it: what would be alike by chance is not taken off. The limits are those proposed in practice (notes on the instrument, §8), not a rule.

use std::collections::BTreeMap;

use crate::text::fold;
use crate::vocabulary;

/// What one evaluator marked of one candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Who was evaluated.
    pub candidate: String,
    /// Who evaluated.
    pub evaluator: String,
    /// How long it took.
    pub minutes: Option<u32>,
    /// Each item, in its order: yes, no, or not marked.
    pub marks: Vec<Option<bool>>,
}

vocabulary! {
    /// Why an item is to be looked at.
    pub enum Look {
        /// Nobody was asked it.
        NotAsked = "NOT_ASKED",
        /// Fewer than three in ten were marked yes.
        TooHard = "TOO_HARD",
        /// More than nine in ten were.
        TooEasy = "TOO_EASY",
        /// It hardly tells those who know.
        Weak = "WEAK",
        /// Evaluators do not agree on it.
        Disagreement = "DISAGREEMENT",
    }
}

/// What a pilot says of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// How many candidates were marked.
    pub asked: usize,
    /// From 0 to 1.
    pub difficulty: Option<f64>,
    /// From -1 to 1; nothing where all were marked alike.
    pub discrimination: Option<f64>,
    /// From 0 to 1; nothing where nobody was evaluated twice.
    pub agreement: Option<f64>,
    /// Why to look at it.
    pub look: Vec<Look>,
}

/// What a pilot says of each of so many items.
pub fn figures(sittings: &[Sitting], items: usize) -> Vec<Figures> {
    let mut of_candidate: BTreeMap<&str, Vec<&Sitting>> = BTreeMap::new();
    for sitting in sittings {
        of_candidate
            .entry(&sitting.candidate)
            .or_default()
            .push(sitting);
    }
    // Somebody who was evaluated twice is one candidate: the first sitting counts.
    let first: Vec<&Sitting> = of_candidate
        .values()
        .filter_map(|all| all.first())
        .copied()
        .collect();
    (0..items)
        .map(|item| of_item(item, &first, &of_candidate))
        .collect()
}

fn of_item(
    item: usize,
    first: &[&Sitting],
    of_candidate: &BTreeMap<&str, Vec<&Sitting>>,
) -> Figures {
    let mark = |sitting: &Sitting| sitting.marks.get(item).copied().flatten();
    let marked = first.iter().filter_map(|sitting| {
        let others = sitting.marks.iter().enumerate();
        let rest = others
            .filter(|(at, mark)| *at != item && **mark == Some(true))
            .count();
        Some((f64::from(u8::from(mark(sitting)?)), real(rest)))
    });
    let pairs: Vec<(f64, f64)> = marked.collect();
    let difficulty = mean(pairs.iter().map(|(yes, _)| *yes));
    let discrimination = correlation(&pairs);
    let mut alike = Vec::new();
    for all in of_candidate.values() {
        let marks = opinions(all, &mark);
        for (at, one) in marks.iter().enumerate() {
            alike.extend(
                marks[at + 1..]
                    .iter()
                    .map(|other| f64::from(u8::from(one == other))),
            );
        }
    }
    let agreement = mean(alike.into_iter());
    let mut look = Vec::new();
    match difficulty {
        None => look.push(Look::NotAsked),
        Some(p) if p < 0.30 => look.push(Look::TooHard),
        Some(p) if p > 0.90 => look.push(Look::TooEasy),
        Some(_) => {}
    }
    if discrimination.is_some_and(|r| r < 0.20) {
        look.push(Look::Weak);
    }
    if agreement.is_some_and(|share| share < 0.90) {
        look.push(Look::Disagreement);
    }
    Figures {
        asked: pairs.len(),
        difficulty,
        discrimination,
        agreement,
        look,
    }
}

/// What each evaluator marked of a candidate, the first time.
fn opinions(all: &[&Sitting], mark: &impl Fn(&Sitting) -> Option<bool>) -> Vec<bool> {
    let mut said: BTreeMap<String, bool> = BTreeMap::new();
    for sitting in all {
        let who = fold(sitting.evaluator.trim());
        if let Some(mark) = mark(sitting).filter(|_| !who.is_empty()) {
            said.entry(who).or_insert(mark);
        }
    }
    said.into_values().collect()
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0);
    for value in values {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum / real(count))
}

/// Pearson's r, which for marks of yes and no is the point-biserial; nothing where one does not vary.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let x = mean(pairs.iter().map(|(x, _)| *x))?;
    let y = mean(pairs.iter().map(|(_, y)| *y))?;
    let (mut both, mut of_x, mut of_y) = (0.0, 0.0, 0.0);
    for (one, other) in pairs {
        both += (one - x) * (other - y);
        of_x += (one - x) * (one - x);
        of_y += (other - y) * (other - y);
    }
    (of_x > 0.0 && of_y > 0.0).then(|| both / (of_x * of_y).sqrt())
}

/// The middle of how long it took; nothing where nobody said.
pub fn median_minutes(sittings: &[Sitting]) -> Option<u32> {
    let mut minutes: Vec<u32> = sittings.iter().filter_map(|it| it.minutes).collect();
    minutes.sort_unstable();
    let middle = minutes.len().checked_sub(1)? / 2;
    Some(match minutes.len() % 2 {
        1 => minutes[middle],
        _ => minutes[middle].midpoint(minutes[middle + 1]),
    })
}

/// Whether so many of those who were timed ended in time as is expected: at least 85 in a hundred.
pub const fn enough_in_time(in_time: usize, timed: usize) -> bool {
    timed == 0 || in_time * 100 >= timed * 85
}

/// How many of those who were timed ended within a limit, and how many were timed.
pub fn in_time(sittings: &[Sitting], limit: u32) -> (usize, usize) {
    let timed: Vec<u32> = sittings.iter().filter_map(|it| it.minutes).collect();
    (timed.iter().filter(|it| **it <= limit).count(), timed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sitting(candidate: &str, evaluator: &str, minutes: u32, marks: &str) -> Sitting {
        Sitting {
            candidate: candidate.to_owned(),
            evaluator: evaluator.to_owned(),
            minutes: Some(minutes),
            marks: marks
                .chars()
                .map(|c| match c {
                    '1' => Some(true),
                    '0' => Some(false),
                    _ => None,
                })
                .collect(),
        }
    }

    #[test]
    fn the_middle_of_the_longest_times_is_still_a_time() {
        let sittings = [
            sitting("A", "X", u32::MAX, "1"),
            sitting("B", "X", u32::MAX, "1"),
        ];

        assert_eq!(median_minutes(&sittings), Some(u32::MAX));
    }

    #[test]
    fn the_figures_of_a_small_pilot_are_those_worked_out_by_hand() {
        let sittings = [
            sitting("A", "X", 40, "1110"),
            sitting("A", "Y", 45, "1100"),
            sitting("B", "X", 50, "1100"),
            sitting("C", "X", 60, "1000"),
            sitting("D", "X", 70, "000-"),
        ];

        let told = figures(&sittings, 4);

        assert_eq!(told[0].difficulty, Some(0.75));
        // Marks 1,1,1,0 against the rest 2,1,0,0: r = 0.75 / sqrt(0.75 * 2.75).
        let r = told[0].discrimination.unwrap();
        assert!((r - 0.75 / (0.75_f64 * 2.75).sqrt()).abs() < 1e-9, "{r}");
        assert_eq!(told[2].agreement, Some(0.0));
        assert_eq!(told[2].look, [Look::TooHard, Look::Disagreement]);
        assert_eq!((told[3].asked, told[3].difficulty), (3, Some(0.0)));
        assert_eq!(told[3].discrimination, None, "all were marked alike");
        assert_eq!(median_minutes(&sittings), Some(50));
        assert_eq!(in_time(&sittings, 60), (4, 5));
        assert!(!enough_in_time(4, 5) && enough_in_time(17, 20) && enough_in_time(0, 0));
    }

    #[test]
    fn two_rows_of_one_evaluator_are_not_two_who_agree() {
        let of = |who: &[&str]| {
            let rows = who.iter().zip(["1", "1", "0"]);
            let rows: Vec<_> = rows
                .map(|(who, marks)| sitting("A", who, 40, marks))
                .collect();
            figures(&rows, 1)[0].agreement
        };

        assert_eq!(of(&["Ana Ruiz", "ana ruiz "]), None);
        assert_eq!(of(&["Ana Ruiz", ""]), None, "nobody knows who");
        assert_eq!(of(&["Ana Ruiz", "Luis Paz"]), Some(1.0));
        assert_eq!(of(&["Ana Ruiz", "ANA RUIZ", "Luis Paz"]), Some(0.0));
    }

    #[test]
    fn an_item_that_nobody_was_asked_is_told() {
        assert_eq!(figures(&[], 1)[0].look, [Look::NotAsked]);
        assert_eq!(median_minutes(&[]), None);
    }
}
