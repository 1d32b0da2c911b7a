//! Which label begins at a place of the text, if one does.

use super::{Found, Zone, is_reference_row};
use crate::ec::formats::{CONTINGENCY, GENERAL, LISTS, Label, Needs, SECTIONS, Tail, Wording};
use crate::ec::identity;
use crate::lines::{Mark, Piece, split_bullet};
use crate::phrase::{bare, squeeze};
use crate::source::Source;

/// The lines that are looked at for labels.
pub(super) struct Scan<'a> {
    pub(super) source: &'a Source,
    pub(super) lines: &'a [usize],
}

/// Most letters looked at for one label.
const REACH: usize = 260;

impl Scan<'_> {
    pub(super) fn text(&self, at: usize) -> &str {
        &self.source.lines[self.lines[at]].text
    }

    /// The letters from a place on, each with the place after it; over line ends, but never into an item.
    fn stream(&self, at: usize, from: usize) -> Vec<(char, usize, usize)> {
        let mut out = Vec::new();
        for line in at..(at + 4).min(self.lines.len()) {
            let text = self.text(line);
            let start = if line == at { from } else { 0 };
            if line > at {
                let piece = Piece::of(&self.source.lines[self.lines[line]], line);
                if piece.mark != Mark::None {
                    break;
                }
            }
            for (byte, c) in text[start..].char_indices() {
                if let Some(letter) = bare(c) {
                    out.push((letter, line, start + byte + c.len_utf8()));
                    if out.len() == REACH {
                        return out;
                    }
                }
            }
        }
        out
    }

    /// The label that begins at this place, if one does.
    pub(super) fn label(
        &self,
        at: usize,
        from: usize,
        zone: Zone,
        last: Label,
        empty: bool,
    ) -> Option<Found> {
        let text = self.text(at)[from..].trim_start();
        let (_, text) = split_bullet(text);
        if !text
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == 'l')
        {
            return None;
        }
        let stream = self.stream(at, from);
        let line_start = from == 0;
        if line_start {
            if let Some(found) = self.section(&stream) {
                return Some(found);
            }
            if let Some(found) = self.element_label(at, from, &stream, zone, last, empty) {
                return Some(found);
            }
        } else if let Some(found) = self.element_label(at, from, &stream, zone, last, empty) {
            return Some(found);
        }
        if zone == Zone::General {
            self.general(at, &stream, last, line_start)
        } else {
            None
        }
    }

    /// «II.- Perfil …», «III Elementos que …», whatever numeral is printed.
    fn section(&self, stream: &[(char, usize, usize)]) -> Option<Found> {
        let numerals = ["", "i", "ii", "iii", "iv", "l", "ll", "lll", "1", "2", "3"];
        SECTIONS
            .iter()
            .chain(GENERAL.iter().filter(|w| w.label == Label::GeneralData))
            .find_map(|wording| {
                numerals.iter().find_map(|numeral| {
                    let phrase = format!("{numeral}{}", wording.phrase);
                    self.wording(wording, &phrase, stream)
                })
            })
    }

    fn general(
        &self,
        at: usize,
        stream: &[(char, usize, usize)],
        last: Label,
        line_start: bool,
    ) -> Option<Found> {
        GENERAL
            .iter()
            .filter(|wording| belongs(wording.label, last, line_start))
            .find_map(|wording| {
                let found = self.wording(wording, wording.phrase, stream)?;
                // A short label never runs over its line.
                let whole = wording.phrase.len() > 12 || found.line == at;
                (whole && (found.label != Label::Identity || self.names(&found, last)))
                    .then_some(found)
            })
    }

    /// Whether «Código Título» may stand here: at the beginning, or wherever extraction moved it to if the
    /// code follows.
    fn names(&self, found: &Found, last: Label) -> bool {
        let rest = &self.text(found.line)[found.byte..];
        let next = (found.line + 1 < self.lines.len()).then(|| self.text(found.line + 1));
        let coded = || {
            let line = if rest.trim().is_empty() {
                next
            } else {
                Some(rest)
            };
            line.is_some_and(identity::begins_with_code)
        };
        matches!(last, Label::Preamble | Label::GeneralData) || coded()
    }

    fn wording(
        &self,
        wording: &Wording,
        phrase: &str,
        stream: &[(char, usize, usize)],
    ) -> Option<Found> {
        let core = phrase.chars().count();
        if stream.len() < core
            || !phrase
                .chars()
                .zip(stream)
                .all(|(c, (letter, ..))| c == *letter)
        {
            return None;
        }
        let mut end = core;
        if let Tail::Through(reach, phrases) = wording.tail {
            let rest: Vec<char> = stream[core..]
                .iter()
                .take(reach)
                .map(|(letter, ..)| *letter)
                .collect();
            let through = phrases.iter().find_map(|phrase| {
                let wanted: Vec<char> = phrase.chars().collect();
                rest.windows(wanted.len())
                    .position(|window| window == wanted)
                    .map(|p| p + wanted.len())
            });
            end += through.unwrap_or(0);
        }
        let &(_, line, byte) = &stream[end - 1];
        let rest = &self.text(line)[byte..];
        let closed = rest
            .trim_start()
            .trim_start_matches([')', ']'])
            .trim_start();
        let alone = closed.trim_matches(['.', ':', ' ', '\t', '-']).is_empty();
        let fits = match wording.needs {
            Needs::Nothing => !rest.starts_with(|c: char| c.is_alphanumeric()),
            Needs::ColonOrLine => alone || closed.starts_with(':'),
            Needs::Line => alone,
        };
        fits.then(|| Found {
            label: wording.label,
            line,
            byte: self.close(line, byte),
        })
    }

    /// The place after the points that close a label.
    fn close(&self, line: usize, byte: usize) -> usize {
        let rest = &self.text(line)[byte..];
        let kept = rest.trim_start_matches([':', '.', ')', ']', ' ', '\t']);
        self.text(line).len() - kept.len()
    }

    fn element_label(
        &self,
        at: usize,
        from: usize,
        stream: &[(char, usize, usize)],
        zone: Zone,
        last: Label,
        empty: bool,
    ) -> Option<Found> {
        let text = self.text(at)[from..].trim();
        let squeezed = squeeze(text);
        let found = |label, line: usize, byte: usize| {
            Some(Found {
                label,
                line,
                byte: self.close(line, byte),
            })
        };
        if from == 0 {
            if let Some((line, byte)) = starts(stream, "referenciacodigotitulo")
                .filter(|_| zone != Zone::General || last == Label::Elements)
            {
                return found(Label::Reference, line, byte);
            }
            if zone == Zone::Elements && squeezed == "referencia" {
                return found(Label::Reference, at, self.text(at).len());
            }
            if zone == Zone::Elements && is_reference_row(text) && last != Label::Reference {
                return found(Label::Reference, at, 0).map(|f| Found { byte: 0, ..f });
            }
        }
        let ends_word = |line: usize, byte: usize| {
            !self.text(line)[byte..].starts_with(|c: char| c.is_alphanumeric())
        };
        if let Some((line, byte)) = lead_in(stream, ends_word) {
            return found(Label::LeadIn, line, byte);
        }
        if zone == Zone::Elements
            && matches!(
                last,
                Label::Contingencies | Label::Situation | Label::Responses
            )
        {
            for (label, phrase) in CONTINGENCY {
                if let Some((line, byte)) = starts(stream, phrase) {
                    let rest = self.text(line)[byte..].trim_start();
                    let alone = rest.is_empty()
                        || rest.starts_with([':', '.', '-'])
                        || rest.starts_with(|c: char| c.is_ascii_digit())
                        || squeeze(rest).starts_with("respuesta");
                    if alone && line == at {
                        return found(*label, line, byte);
                    }
                }
            }
        }
        let found = self.list_heading(at, from, stream, zone, last, empty)?;
        Some(Found {
            byte: self.close(found.line, found.byte),
            ..found
        })
    }

    /// The heading of a list of an element: in capitals, alone or before its first item, or announced by
    /// the lead-in above it.
    fn list_heading(
        &self,
        at: usize,
        from: usize,
        stream: &[(char, usize, usize)],
        zone: Zone,
        last: Label,
        empty: bool,
    ) -> Option<Found> {
        for (label, phrase) in LISTS {
            let Some((line, byte)) = starts(stream, phrase) else {
                continue;
            };
            let heading = self.slice(at, from, line, byte);
            let capitals = heading
                .chars()
                .filter(|c| c.is_alphabetic() && c.is_uppercase())
                .count();
            let letters = heading.chars().filter(|c| c.is_alphabetic()).count();
            let shouted = capitals * 10 >= letters * 9;
            let rest = self.text(line)[byte..].trim();
            let bare_rest = squeeze(rest);
            let alone =
                bare_rest.is_empty() || (*label == Label::Knowledge && bare_rest == "nivel");
            let before_item = shouted
                && Piece::rest(&self.source.lines[self.lines[line]], line, byte).mark != Mark::None;
            let announced = last == Label::LeadIn && empty;
            let titled =
                alone && from == 0 && *label == Label::Glossary && heading.starts_with('G');
            let criteria = alone && *label == Label::Criteria;
            if (shouted && (alone || before_item)) || (alone && announced) || titled || criteria {
                if zone == Zone::General && !announced && !shouted {
                    continue;
                }
                let byte = if bare_rest == "nivel" {
                    self.text(line).len()
                } else {
                    byte
                };
                return Some(Found {
                    label: *label,
                    line,
                    byte,
                });
            }
        }
        None
    }

    fn slice(&self, at: usize, from: usize, line: usize, byte: usize) -> String {
        let mut out = String::new();
        for here in at..=line {
            let text = self.text(here);
            let start = if here == at { from } else { 0 };
            let end = if here == line { byte } else { text.len() };
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(text[start..end].trim());
        }
        out
    }

    /// A label as printed, on one line.
    pub(super) fn printed(&self, at: usize, from: usize, found: &Found) -> String {
        let printed = self.slice(at, from, found.line, found.byte);
        domain::text::clean(&printed, false)
    }

    /// Where, inside a line that begins with no label, a label of the two-column block begins.
    pub(super) fn inner_label(
        &self,
        at: usize,
        from: usize,
        zone: Zone,
        last: Label,
    ) -> Option<usize> {
        let text = self.text(at);
        let columns = zone == Zone::General && (last.is_term() || last == Label::Committee);
        let answers = matches!(last, Label::Situation);
        let titled = last == Label::Identity || last == Label::GeneralData;
        if !(columns || answers || titled) {
            return None;
        }
        text[from..]
            .match_indices([' ', '\t'])
            .map(|(space, _)| from + space + 1)
            .filter(|&start| text.is_char_boundary(start))
            .find(|&start| {
                self.label(at, start, zone, last, false)
                    .is_some_and(|found| match found.label {
                        Label::Responses => answers,
                        label => columns && label.is_term(),
                    })
            })
    }
}

/// The place after a phrase, if the letters begin with it.
fn starts(stream: &[(char, usize, usize)], phrase: &str) -> Option<(usize, usize)> {
    let length = phrase.chars().count();
    let same = stream.len() >= length
        && phrase
            .chars()
            .zip(stream)
            .all(|(c, (letter, ..))| c == *letter);
    same.then(|| stream.get(length - 1).map(|&(_, line, byte)| (line, byte)))?
}

/// The place after «La persona es competente cuando … los siguientes», or after as much of it as there is.
/// A word of the next line is no part of it: «el siguiente / Situaciones».
fn lead_in(
    stream: &[(char, usize, usize)],
    ends_word: impl Fn(usize, usize) -> bool,
) -> Option<(usize, usize)> {
    let opening = [
        "lapersonaescompetentecuando",
        "elcandidatoescompetentecuando",
    ]
    .into_iter()
    .find(|opening| starts(stream, opening).is_some())?;
    let after = &stream[opening.chars().count()..];
    let tail: Vec<char> = after.iter().take(40).map(|(c, ..)| *c).collect();
    let end = ["siguientes", "siguiente"].iter().find_map(|word| {
        let word: Vec<char> = word.chars().collect();
        let ends = |end: &usize| {
            after
                .get(end - 1)
                .is_some_and(|&(_, line, byte)| ends_word(line, byte))
        };
        tail.windows(word.len())
            .position(|window| window == word)
            .map(|at| at + word.len())
            .filter(ends)
    });
    match end.and_then(|end| after.get(end - 1)) {
        Some(&(_, line, byte)) => Some((line, byte)),
        None => starts(stream, opening),
    }
}

/// Whether a label may stand here: the short ones only where their block is.
fn belongs(label: Label, last: Label, line_start: bool) -> bool {
    use Label::*;
    match label {
        Sector | Subsector | Branch | Subbranch | IndustryClass => {
            matches!(
                last,
                Scian | Sector | Subsector | Branch | Subbranch | IndustryClass
            )
        }
        Associated => matches!(last, Occupations | UnitGroup | Associated | Unlisted),
        UnitGroup => matches!(
            last,
            Occupations | UnitGroup | Associated | ReviewPeriod | Validity | PublicationDate
        ),
        RelatedKind => matches!(last, Related | RelatedKind | Organizations),
        Requirements | Practice => matches!(last, Aspects | Practice | Requirements),
        Identity => matches!(last, Preamble | GeneralData) || line_start,
        Purpose => matches!(last, Preamble | GeneralData | Identity),
        _ => line_start || label.is_term(),
    }
}
