//! The block in two columns: when it was approved and published, how long it holds.
//!
//! Extraction mixes labels and values: both labels and then both values, or each with its own. A
//! value goes to the first label of its kind that waits for one; where the layout shows columns, to
//! the label of its column.

use std::ops::Range;

use chrono::NaiveDate;
use domain::calendar::{MONTHS, month_named};

use super::formats::Label;
use super::sections::Segment;
use crate::lines::{Piece, opens};
use crate::phrase::squeeze;

/// What the block says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) approval: Option<NaiveDate>,
    pub(crate) publication: Option<NaiveDate>,
    pub(crate) review: String,
    pub(crate) validity: String,
    /// The rest of labels that two columns broke, «Técnico del CONOCER:», each with its line.
    pub(crate) labels: Vec<(usize, String)>,
    /// The lines that say more than dates and terms, or a second one of what is said once.
    pub(crate) left: Vec<usize>,
}

struct Waiting {
    label: Label,
    column: Option<u16>,
}

/// A value as it was printed.
struct Printed {
    value: Value,
    column: Option<u16>,
    lines: Range<usize>,
}

/// Labels and values in the order they are printed in.
enum Part {
    Label(Waiting),
    Value(Printed),
}

/// Reads the labels of the block and what stands between them.
pub(crate) fn terms<'a>(
    segments: impl Iterator<Item = &'a Segment>,
    column_of: impl Fn(usize) -> Option<u16>,
) -> Terms {
    let mut out = Terms::default();
    let mut parts: Vec<Part> = Vec::new();
    for segment in segments {
        parts.push(Part::Label(Waiting {
            label: segment.label,
            column: column_of(segment.heads.start),
        }));
        for piece in &segment.body {
            out.split(piece, &mut parts);
        }
    }
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut early: Vec<Printed> = Vec::new();
    for part in parts {
        match part {
            Part::Label(label) => {
                let fits = early
                    .iter()
                    .position(|printed| printed.value.fits(label.label));
                match fits {
                    Some(at) => out.take(early.remove(at), label.label),
                    None => waiting.push(label),
                }
            }
            Part::Value(printed) => {
                let same = waiting.iter().position(|w| {
                    printed.value.fits(w.label)
                        && printed.column.is_some()
                        && w.column == printed.column
                });
                let at = same.or_else(|| waiting.iter().position(|w| printed.value.fits(w.label)));
                match at {
                    Some(at) => out.take(printed, waiting.remove(at).label),
                    None => early.push(printed),
                }
            }
        }
    }
    for printed in early {
        // No label is left that waits: the value stands where a second one would.
        let label = match printed.value {
            Value::Date(_) => Label::PublicationDate,
            Value::Years(_) if out.review.is_empty() => Label::ReviewPeriod,
            Value::Years(_) => Label::Validity,
        };
        out.take(printed, label);
    }
    out
}

impl Terms {
    /// Tells the values of a line, and its words that are none of theirs. A term of years keeps the
    /// author's words around it; a date is a day, and what is printed beside it is listed.
    fn split(&mut self, piece: &Piece, parts: &mut Vec<Part>) {
        let mut rest: Vec<String> = Vec::new();
        let mut found = false;
        for cell in piece.whole().split('\t') {
            let words: Vec<&str> = cell.split_whitespace().collect();
            let values = values(&words);
            let mut loose = words[..values.first().map_or(words.len(), |v| v.1.start)].join(" ");
            for (at, (mut value, range)) in values.iter().cloned().enumerate() {
                let end = values.get(at + 1).map_or(words.len(), |next| next.1.start);
                let after = words[range.end..end].join(" ");
                match &mut value {
                    Value::Years(years) => {
                        if says(&loose) && !is_label_rest(&loose) {
                            *years = format!("{loose} {years}");
                            loose.clear();
                        }
                        if says(&after) && !is_label_rest(&after) {
                            years.push(' ');
                            years.push_str(&after);
                        } else {
                            rest.push(after);
                        }
                    }
                    Value::Date(_) => rest.push(after),
                }
                rest.push(std::mem::take(&mut loose));
                found = true;
                parts.push(Part::Value(Printed {
                    value,
                    column: piece.column,
                    lines: piece.source..piece.source + 1,
                }));
            }
            rest.push(loose);
        }
        rest.retain(|words| says(words));
        let rest = rest.join(" ");
        if rest.is_empty() {
            return;
        }
        if is_label_rest(&rest) {
            self.labels
                .push((piece.source, domain::text::clean(&rest, false)));
            return;
        }
        // «3 años a partir de su», and on the next line «emisión»: the term goes on.
        let goes_on = !found && !opens(&rest);
        match parts.last_mut() {
            Some(Part::Value(Printed {
                value: Value::Years(years),
                column,
                lines,
            })) if goes_on && *column == piece.column && lines.end == piece.source => {
                years.push(' ');
                years.push_str(&rest);
                lines.end += 1;
            }
            _ => self.left.push(piece.source),
        }
    }

    /// Puts a value in its field. What is said once stays as it was said first; the line of any other is
    /// listed.
    fn take(&mut self, printed: Printed, label: Label) {
        match (printed.value, label) {
            (Value::Date(date), Label::ApprovalDate) if self.approval.is_none() => {
                self.approval = Some(date);
            }
            (Value::Date(date), Label::PublicationDate) if self.publication.is_none() => {
                self.publication = Some(date);
            }
            (Value::Years(years), Label::ReviewPeriod) if self.review.is_empty() => {
                self.review = years;
            }
            (Value::Years(years), Label::Validity) if self.validity.is_empty() => {
                self.validity = years;
            }
            _ => self.left.extend(printed.lines),
        }
    }
}

/// Whether some words say anything: points and dashes do not.
fn says(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric)
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

/// The dates and the numbers of years among some words, in their order, each with the words it takes.
fn values(words: &[&str]) -> Vec<(Value, Range<usize>)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((date, length)) = date_at(&words[at..]) {
            out.push((Value::Date(date), at..at + length));
            at += length;
        } else if let Some(length) = years_at(&words[at..]) {
            let years = words[at..at + length].join(" ");
            out.push((Value::Years(years), at..at + length));
            at += length;
        } else {
            at += 1;
        }
    }
    out
}

/// Whether a line of the two-column block has nothing but words of its labels.
fn is_label_rest(text: &str) -> bool {
    #[rustfmt::skip] // A list is read as one.
    const WORDS: &[&str] = &[
        "actualizacion", "aprobacion", "certificado", "comite", "competencia", "conocer", "d", "de", "del", "diario", "dof", "ec", "el",
        "en", "este", "estandar", "f", "fecha", "federacion", "la", "o", "oficial", "periodo", "por", "publicacion", "revision",
        "sugerida", "sugerido", "tecnico", "tiempo", "vigencia",
    ];
    let mut words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek().is_some() && words.all(|word| WORDS.contains(&squeeze(word).as_str()))
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

    fn values_of(line: &str) -> Vec<Value> {
        let words: Vec<&str> = line.split_whitespace().collect();
        values(&words).into_iter().map(|(value, _)| value).collect()
    }

    #[test]
    fn dates_and_years_are_found_in_a_line() {
        let date = |y, m, d| Value::Date(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        let years = |text: &str| Value::Years(text.to_owned());

        assert_eq!(
            values_of("17 de julio de 2012\t16 de octubre del 2012"),
            [date(2012, 7, 17), date(2012, 10, 16)]
        );
        assert_eq!(
            values_of("2 años  4 años"),
            [years("2 años"), years("4 años")]
        );
        assert_eq!(values_of("tres (3) años"), [years("tres (3) años")]);
        assert_eq!(
            values_of("1o. de marzo de 2015 y 02/04/2015"),
            [date(2015, 3, 1), date(2015, 4, 2)]
        );
        assert_eq!(values_of("Indefinida."), [years("Indefinida.")]);
        assert_eq!(values_of("no hay nada de 2012"), []);
    }
}
