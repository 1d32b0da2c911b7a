//! Every word of a source comes out, as often as it went in: in a field, in a printed label, or in the
//! list of what was not understood.

use std::collections::BTreeMap;

use domain::calendar::MONTHS;
use domain::ec::{Classified, Criterion, Element, Line};
use domain::ids::Ids;
use proptest::prelude::*;

use super::made::{self, Chance};
use crate::Reading;
use crate::ec::{self, Fate};
use crate::phrase::squeeze;

/// How often each word stands.
type Count = BTreeMap<String, usize>;

/// Words without which nothing is lost: those between the figures of «1 de 3» and «5 de marzo del año
/// 2026», and letters that a symbol font leaves for a bullet.
fn counts(word: &str) -> bool {
    !(matches!(word, "de" | "del" | "o" | "u") || word.is_empty())
}

fn add(count: &mut Count, text: &str) {
    let words = text.split(|c: char| !c.is_alphabetic()).map(squeeze);
    for word in words.filter(|word| counts(word)) {
        *count.entry(word).or_default() += 1;
    }
}

/// The words of a reading.
fn told(reading: &Reading) -> Count {
    let mut out = Count::new();
    let standard = &reading.standard;
    let general = &standard.general;
    let aspects = &general.evaluation_aspects;
    let duration = &aspects.duration;
    let texts = [
        &standard.code,
        &standard.title,
        &general.purpose,
        &general.general_description,
        &general.update_paragraph,
        &general.level_text,
        &general.committee,
        &general.review_period,
        &general.certificate_validity,
        &duration.printed,
    ];
    texts.into_iter().for_each(|text| add(&mut out, text));
    let scian = &general.scian;
    for list in [
        &general.sinco_unit_groups,
        &scian.sectors,
        &scian.subsectors,
        &scian.branches,
        &scian.subbranches,
        &scian.industry_classes,
    ] {
        list.iter()
            .for_each(|Classified { name, .. }| add(&mut out, name));
    }
    for list in [
        &general.associated_occupations,
        &general.unlisted_occupations,
        &general.participating_organizations,
        &general.related_standards,
        &aspects.practice_details,
        &aspects.requirements,
        &general.references,
    ] {
        lines(&mut out, list);
    }
    standard
        .elements
        .iter()
        .for_each(|element| element_words(&mut out, element));
    let form = standard.printed.as_ref().unwrap();
    form.headings.iter().for_each(|text| add(&mut out, text));
    form.profile_titles
        .iter()
        .for_each(|text| add(&mut out, text));
    for paragraph in &form.fixed_paragraphs {
        add(&mut out, &paragraph.text);
    }
    for line in &reading.not_understood {
        add(&mut out, &line.text);
    }
    out
}

fn lines(out: &mut Count, lines: &[Line]) {
    lines.iter().for_each(|line| add(out, &line.text));
}

fn element_words(out: &mut Count, element: &Element) {
    add(out, &element.code);
    add(out, &element.title);
    let criteria = element.performances.iter().chain(&element.products);
    for Criterion {
        text,
        characteristics,
        ..
    } in criteria
    {
        add(out, text);
        lines(out, characteristics);
    }
    for knowledge in &element.knowledge {
        add(out, &knowledge.text);
        add(out, &knowledge.printed_level);
        lines(out, &knowledge.details);
    }
    for attitude in &element.attitudes {
        add(out, &attitude.name);
        add(out, &attitude.manner);
    }
    for contingency in &element.contingencies {
        add(out, &contingency.situation);
        lines(out, &contingency.expected_responses);
    }
    for entry in &element.glossary {
        add(out, &entry.term);
        add(out, &entry.definition);
    }
}

/// The words that are read as a figure: a level, the months of two dates.
fn figures(reading: &Reading) -> Count {
    let mut out = Count::new();
    let general = &reading.standard.general;
    if let Some(level) = general.snc_level {
        let words = ["uno", "dos", "tres", "cuatro", "cinco"];
        add(&mut out, words[usize::from(level) - 1]);
    }
    let dates = [general.approval_date, general.publication_date];
    for date in dates.into_iter().flatten() {
        let month = chrono::Datelike::month0(&date);
        add(&mut out, MONTHS[usize::try_from(month).unwrap()]);
    }
    out
}

/// The words of which fewer come out than went in, and those of which more do: only a line that is
/// listed whole may be told twice, once as what was read of it.
fn differences(bytes: &[u8]) -> Vec<String> {
    let on: &mut crate::Watch<'_> = &mut |_| std::ops::ControlFlow::Continue(());
    let (mut source, repairs) = match crate::open(bytes.into(), on) {
        Ok(open) => open,
        Err(error) => {
            assert_eq!(error, crate::Error::Empty);
            return Vec::new();
        }
    };
    let account = ec::read(&mut source, repairs, &mut Ids::fixed(), on).unwrap();
    let (mut whole, mut listed) = (Count::new(), Count::new());
    for (raw, fate) in source.lines.iter().zip(&account.fates) {
        match fate {
            Fate::Blank | Fate::Frame => {}
            Fate::Lost => panic!("{}:{} {}", raw.page, raw.line, raw.text),
            Fate::Heading | Fate::Field => add(&mut whole, &raw.text),
            Fate::NotUnderstood => {
                add(&mut whole, &raw.text);
                add(&mut listed, &raw.text);
            }
        }
    }
    let told = told(&account.reading);
    let figures = figures(&account.reading);
    let of = |count: &Count, word: &str| count.get(word).copied().unwrap_or(0);
    let lost = whole
        .iter()
        .filter(|(word, n)| of(&told, word) + of(&figures, word) < **n)
        .map(|(word, n)| format!("lost {word}: {n} in, {} out", of(&told, word)));
    let more = told
        .iter()
        .filter(|(word, n)| of(&whole, word) + of(&listed, word) < **n)
        .map(|(word, n)| format!("made up {word}: {} in, {n} out", of(&whole, word)));
    lost.chain(more).collect()
}

/// What may befall the lines of a document; places are taken modulo its length.
#[derive(Debug, Clone, Copy)]
enum Change {
    Delete(usize, usize),
    Duplicate(usize, usize),
    /// Lines move to another place, into another section.
    Move(usize, usize, usize),
    Swap(usize, usize),
    /// A block is turned around.
    Reverse(usize, usize),
    /// Lines of another document come in between.
    Splice(usize, usize, usize, usize),
}

fn changed(sample: usize, changes: &[Change]) -> String {
    let mut lines: Vec<&str> = made::SAMPLES[sample % made::SAMPLES.len()]
        .lines()
        .collect();
    for change in changes {
        let count = lines.len();
        if count == 0 {
            break;
        }
        let block = |from: usize, length: usize| {
            let from = from % count;
            from..(from + length).min(count)
        };
        match *change {
            Change::Delete(at, length) => drop(lines.drain(block(at, length))),
            Change::Duplicate(at, length) => {
                let again = lines[block(at, length)].to_vec();
                lines.splice(at % count..at % count, again);
            }
            Change::Move(at, length, to) => {
                let moved: Vec<&str> = lines.drain(block(at, length)).collect();
                let to = to % (lines.len() + 1);
                lines.splice(to..to, moved);
            }
            Change::Swap(a, b) => lines.swap(a % count, b % count),
            Change::Reverse(at, length) => lines[block(at, length)].reverse(),
            Change::Splice(other, at, length, to) => {
                let other: Vec<&str> = made::SAMPLES[other % made::SAMPLES.len()].lines().collect();
                let at = at % other.len();
                let end = (at + length).min(other.len());
                lines.splice(to % count..to % count, other[at..end].iter().copied());
            }
        }
    }
    lines.join("\n")
}

fn change() -> impl Strategy<Value = Change> {
    let at = || 0..400usize;
    prop_oneof![
        (at(), 1..10usize).prop_map(|(a, n)| Change::Delete(a, n)),
        (at(), 1..12usize).prop_map(|(a, n)| Change::Duplicate(a, n)),
        (at(), 1..12usize, at()).prop_map(|(a, n, to)| Change::Move(a, n, to)),
        (at(), at()).prop_map(|(a, b)| Change::Swap(a, b)),
        (at(), 2..20usize).prop_map(|(a, n)| Change::Reverse(a, n)),
        (0..5usize, at(), 1..30usize, at()).prop_map(|(s, a, n, to)| Change::Splice(s, a, n, to)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

    #[test]
    fn words_in_are_words_out_whatever_befalls_the_lines(
        sample in 0..5usize,
        changes in prop::collection::vec(change(), 1..8),
    ) {
        let text = changed(sample, &changes);
        let differences = differences(text.as_bytes());
        prop_assert!(differences.is_empty(), "{:?}\n{}", differences, text);
    }
}

/// The same changes on every run.
#[test]
fn words_in_are_words_out_over_the_same_changes_each_time() {
    let mut chance = Chance(23);
    let mut failed = Vec::new();
    for round in 0..150 {
        let changes: Vec<Change> = (0..1 + chance.below(8))
            .map(|_| {
                let (a, b, n) = (chance.below(400), chance.below(400), 1 + chance.below(15));
                match chance.below(6) {
                    0 => Change::Delete(a, n),
                    1 => Change::Duplicate(a, n),
                    2 => Change::Move(a, n, b),
                    3 => Change::Swap(a, b),
                    4 => Change::Reverse(a, n),
                    _ => Change::Splice(chance.below(5), a, 2 * n, b),
                }
            })
            .collect();
        let text = changed(round, &changes);
        let differences = differences(text.as_bytes());
        if !differences.is_empty() {
            failed.push((round % 5, changes, differences));
        }
    }
    assert!(failed.is_empty(), "{} failed: {failed:#?}", failed.len());
}

#[test]
fn an_unknown_word_at_the_end_of_any_line_is_told() {
    let mut lost = Vec::new();
    for (sample, text) in made::SAMPLES.iter().enumerate() {
        let lines: Vec<&str> = text.lines().collect();
        for at in 0..lines.len() {
            // A line that says which page begins is of the extraction, not of the document.
            if lines[at].trim().is_empty() || crate::text::page_marker(lines[at]).is_some() {
                continue;
            }
            let mut changed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            changed[at] = format!("{} bicicordio", lines[at].trim_end());
            let reading = super::read(changed.join("\n").as_bytes());
            let found = told(&reading).get("bicicordio").copied().unwrap_or(0);
            if found == 0 {
                lost.push(format!("{sample}:{} {}", at + 1, lines[at]));
            }
        }
    }
    assert_eq!(lost, [] as [&str; 0]);
}
