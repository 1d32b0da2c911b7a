//! The block in two columns: when it was approved and published, how long it holds.
//!
//! Extraction mixes labels and values: both labels and then both values, or each with its own. A
//! value goes to the first label of its kind that waits for one; where the layout shows columns, to
//! the label of its column.

use chrono::NaiveDate;
use domain::calendar::{MONTHS, month_named};

use super::formats::Label;
use super::sections::Segment;
use crate::lines::Piece;
use crate::phrase::squeeze;

/// What the block says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) approval: Option<NaiveDate>,
    pub(crate) publication: Option<NaiveDate>,
    pub(crate) review: String,
    pub(crate) validity: String,
    /// Lines that are neither a date nor a number of years, by source.
    pub(crate) left: Vec<Piece>,
}

struct Waiting {
    label: Label,
    column: Option<u16>,
}

/// Reads the labels of the block and what stands between them.
pub(crate) fn terms<'a>(
    segments: impl Iterator<Item = &'a Segment>,
    column_of: impl Fn(usize) -> Option<u16>,
) -> Terms {
    let mut out = Terms::default();
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut early: Vec<(Value, Option<u16>)> = Vec::new();
    for segment in segments {
        let column = column_of(segment.heads.start);
        waiting.push(Waiting {
            label: segment.label,
            column,
        });
        if let Some(at) = early
            .iter()
            .position(|(value, _)| value.fits(segment.label))
        {
            let (value, _) = early.remove(at);
            out.take(value, segment.label);
            waiting.pop();
        }
        for piece in &segment.body {
            let values = values(&piece.whole());
            if values.is_empty() {
                out.left.push(piece.clone());
            }
            for value in values {
                let same = waiting.iter().position(|w| {
                    value.fits(w.label) && piece.column.is_some() && w.column == piece.column
                });
                match same.or_else(|| waiting.iter().position(|w| value.fits(w.label))) {
                    Some(at) => {
                        let label = waiting.remove(at).label;
                        out.take(value, label);
                    }
                    None => early.push((value, piece.column)),
                }
            }
        }
    }
    for (value, _) in early {
        // No label is left that waits: the value stands where a second one would.
        match value {
            Value::Date(date) if out.publication.is_none() => out.publication = Some(date),
            Value::Years(years) if out.validity.is_empty() && !out.review.is_empty() => {
                out.validity = years
            }
            Value::Years(years) if out.review.is_empty() => out.review = years,
            _ => {}
        }
    }
    out
}

impl Terms {
    fn take(&mut self, value: Value, label: Label) {
        match (value, label) {
            (Value::Date(date), Label::ApprovalDate) => self.approval = Some(date),
            (Value::Date(date), _) => self.publication = Some(date),
            (Value::Years(years), Label::ReviewPeriod) => self.review = years,
            (Value::Years(years), _) => self.validity = years,
        }
    }
}

/// Something printed in the block.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Date(NaiveDate),
    /// «2 años», «Indefinida».
    Years(String),
}

impl Value {
    fn fits(&self, label: Label) -> bool {
        match self {
            Value::Date(_) => matches!(label, Label::ApprovalDate | Label::PublicationDate),
            Value::Years(_) => matches!(label, Label::ReviewPeriod | Label::Validity),
        }
    }
}

/// The dates and the numbers of years in a line, in their order.
fn values(line: &str) -> Vec<Value> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((date, length)) = date_at(&words[at..]) {
            out.push(Value::Date(date));
            at += length;
        } else if let Some(length) = years_at(&words[at..]) {
            out.push(Value::Years(words[at..at + length].join(" ")));
            at += length;
        } else {
            at += 1;
        }
    }
    out
}

/// «2 años», «dos años», «tres (3) años», «6 meses», «2 años y medio», «Indefinida», «Permanente».
fn years_at(words: &[&str]) -> Option<usize> {
    let unit = |word: &&str| matches!(squeeze(word).as_str(), "ano" | "anos" | "mes" | "meses");
    let first = squeeze(words[0]);
    if matches!(
        first.as_str(),
        "indefinida" | "indefinido" | "permanente" | "noaplica" | "na" | "ilimitada"
    ) {
        return Some(1);
    }
    if first == "no" && words.get(1).is_some_and(|word| squeeze(word) == "aplica") {
        return Some(2);
    }
    let digits = first.trim_end_matches(|c: char| c.is_alphabetic());
    let glued = !digits.is_empty() && digits.len() < 3 && unit(&&first[digits.len()..]);
    if glued {
        return Some(1);
    }
    let counts = [
        "un", "uno", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
        "diez",
    ];
    let number = (first.len() <= 2 && first.chars().all(|c| c.is_ascii_digit()))
        || counts.contains(&first.as_str());
    if !number || first.is_empty() {
        return None;
    }
    (1..=2)
        .find(|&at| words.get(at).is_some_and(unit))
        .map(|at| at + 1)
}

/// A date at the beginning of some words, and how many of them it takes.
fn date_at(words: &[&str]) -> Option<(NaiveDate, usize)> {
    if let Some(date) = slashed(words[0]) {
        return Some((date, 1));
    }
    let day: u32 = squeeze(words[0])
        .trim_end_matches(['o', 'r'])
        .trim_end_matches("er")
        .parse()
        .ok()?;
    let mut at = 1;
    let skip = |at: &mut usize| {
        while words
            .get(*at)
            .is_some_and(|word| matches!(squeeze(word).as_str(), "de" | "del" | "ano"))
        {
            *at += 1;
        }
    };
    skip(&mut at);
    let name = squeeze(words.get(at)?);
    let month = month_named(&name)?;
    at += 1;
    skip(&mut at);
    let year: i32 = words
        .get(at)?
        .trim_matches(|c: char| !c.is_ascii_digit())
        .parse()
        .ok()?;
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    (1990..=2100).contains(&year).then_some((date, at + 1))
}

/// «17/07/2012», «17-07-2012».
fn slashed(word: &str) -> Option<NaiveDate> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    let (day, year): (u32, i32) = (day.parse().ok()?, year.parse().ok()?);
    let month: u32 = month.parse().ok().or_else(|| {
        let named = MONTHS
            .iter()
            .position(|name| squeeze(month).len() >= 3 && name.starts_with(&squeeze(month)))?;
        u32::try_from(named + 1).ok()
    })?;
    (1990..=2100)
        .contains(&year)
        .then(|| NaiveDate::from_ymd_opt(year, month, day))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_years_are_found_in_a_line() {
        let date = |y, m, d| Value::Date(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        let years = |text: &str| Value::Years(text.to_owned());

        assert_eq!(
            values("17 de julio de 2012\t16 de octubre del 2012"),
            [date(2012, 7, 17), date(2012, 10, 16)]
        );
        assert_eq!(values("2 años  4 años"), [years("2 años"), years("4 años")]);
        assert_eq!(values("tres (3) años"), [years("tres (3) años")]);
        assert_eq!(
            values("1o. de marzo de 2015 y 02/04/2015"),
            [date(2015, 3, 1), date(2015, 4, 2)]
        );
        assert_eq!(values("Indefinida."), [years("Indefinida.")]);
        assert_eq!(values("no hay nada de 2012"), []);
    }
}
