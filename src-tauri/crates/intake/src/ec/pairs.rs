//! What is printed in two columns, a name and what it means: attitudes and glossary.
//!
//! Extraction gives the lines of the name and then those of the meaning, or both mixed in one line.

mod cuts;

use super::numbering::Numbering;
use super::prose::{append, is_complete};
use crate::lines::{Mark, Piece, opens};
use crate::phrase::squeeze;

/// A name and its meaning as they are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) number: u32,
    pub(crate) name: String,
    pub(crate) colon: bool,
    pub(crate) meaning: String,
}

/// Which of the two lists is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Attitudes,
    Glossary,
}

/// The lines of one entry.
struct Entry {
    number: u32,
    lines: Vec<(String, Option<u16>)>,
    /// All of them as one text.
    text: String,
}

impl Entry {
    fn begin(number: u32) -> Entry {
        Entry {
            number,
            lines: Vec::new(),
            text: String::new(),
        }
    }

    fn push(&mut self, line: String, column: Option<u16>) {
        append(&mut self.text, &line);
        self.lines.push((line, column));
    }
}

/// The entries of the list.
pub(crate) fn pairs(pieces: &[Piece], kind: Kind) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = entries(pieces, kind)
        .into_iter()
        .map(|entry| split(&entry, kind))
        .collect();
    give_back_meanings(&mut drafts);
    drafts
}

fn entries(pieces: &[Piece], kind: Kind) -> Vec<Entry> {
    let numbered = pieces
        .iter()
        .filter(|piece| matches!(piece.mark, Mark::Number(_) | Mark::Bare(_)))
        .count();
    let bullets_name = numbered == 0
        && pieces
            .iter()
            .any(|piece| piece.mark == Mark::Bullet && has_name(&piece.text, kind));
    let mut numbering = Numbering::default();
    let mut out: Vec<Entry> = Vec::new();
    let mut last_row = None;
    for piece in pieces {
        let before = out.last().map(|entry| entry.text.as_str());
        let same_row = piece.column.is_some_and(|column| column > 0) && last_row == Some(piece.row);
        last_row = piece.column.map(|_| piece.row);
        if piece.mark == Mark::Bullet && piece.text.is_empty() {
            continue;
        }
        let number = if same_row {
            None
        } else {
            numbering.begins(piece, before)
        };
        let begins = number.or_else(|| {
            let first = out.is_empty();
            let named = match piece.mark {
                Mark::Bullet => bullets_name && has_name(&piece.text, kind),
                Mark::None if same_row => false,
                Mark::None if numbered > 0 => lost_number(piece, before, kind),
                Mark::None => row_begins(piece, before, kind),
                Mark::Number(_) | Mark::Bare(_) => false,
            };
            (first || named).then(|| numbering.next())
        });
        let line = if number.is_some() {
            piece.text.to_string()
        } else {
            piece.whole()
        };
        if let Some(begun) = begins {
            out.push(Entry::begin(begun));
        }
        if let Some(last) = out.last_mut() {
            last.push(line, piece.column);
        }
    }
    out
}

/// Whether a line without a number begins an entry, in a list without numbers.
fn row_begins(piece: &Piece, before: Option<&str>, kind: Kind) -> bool {
    let ended =
        before.is_none_or(|text| text.ends_with(['.', ';', '”', '"', ')']) || !is_hanging(text));
    let first_cell = piece.column == Some(0);
    first_cell && opens(&piece.text) && piece.begins
        || (ended && has_name(&piece.text, kind) && before.is_none_or(is_complete))
}

/// Whether an entry begins here that lost its number, in a list that has numbers.
fn lost_number(piece: &Piece, before: Option<&str>, kind: Kind) -> bool {
    kind == Kind::Attitudes
        && before.is_some_and(|text| text.ends_with('.'))
        && cuts::known_attitude(&piece.text).is_some()
        && squeeze(&piece.text).contains("lamanera")
}

fn is_hanging(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Whether a line begins with something named: «Orden: La manera …», «Término: …».
fn has_name(text: &str, kind: Kind) -> bool {
    let colon = text
        .find(':')
        .is_some_and(|at| text[..at].chars().count() <= 60 && !text[..at].contains(". "));
    opens(text)
        && match kind {
            Kind::Attitudes => {
                cuts::known_attitude(text).is_some()
                    || (colon && cuts::opener(text, cuts::MANNERS).is_some())
            }
            Kind::Glossary => colon,
        }
}

/// The name and the meaning of an entry.
fn split(entry: &Entry, kind: Kind) -> Draft {
    let number = entry.number;
    if let Some((name, meaning)) = by_columns(entry) {
        return named(number, &name, &meaning);
    }
    let lines: Vec<&str> = entry.lines.iter().map(|(line, _)| line.as_str()).collect();
    if let Some((name, meaning)) = cuts::mixed_rows(&lines).filter(|_| kind == Kind::Glossary) {
        return named(number, &name, &meaning);
    }
    let text = lines.join("\n");
    let cut = match kind {
        Kind::Attitudes => cuts::attitude_cut(&text),
        Kind::Glossary => cuts::term_cut(&text),
    };
    let (name, meaning) = text.split_at(cut.unwrap_or(text.len()));
    named(number, name, meaning)
}

fn by_columns(entry: &Entry) -> Option<(String, String)> {
    let first = entry.lines.iter().find(|(line, _)| !line.is_empty())?.1?;
    let (mut name, mut meaning) = (String::new(), String::new());
    for (line, column) in &entry.lines {
        let side = if *column == Some(first) {
            &mut name
        } else {
            &mut meaning
        };
        append(side, line);
    }
    // A row that a page broke may have lost its columns: the colon tells better.
    let mixed = name.find(": ").is_some_and(|at| at < 60);
    (!meaning.is_empty() && !mixed).then_some((name, meaning))
}

fn named(number: u32, name: &str, meaning: &str) -> Draft {
    let one_line = |text: &str| {
        let mut out = String::new();
        for line in text.split('\n') {
            append(&mut out, line);
        }
        out
    };
    let name = one_line(name);
    let meaning = one_line(meaning);
    let moved = meaning.strip_prefix(':').map(str::trim_start);
    let colon = name.ends_with(':') || moved.is_some();
    Draft {
        number,
        name: without_dash(name.trim_end_matches([':', ' '])).to_owned(),
        colon,
        meaning: moved.unwrap_or(&meaning).to_owned(),
    }
}

/// «Eje.-» is the term «Eje».
fn without_dash(name: &str) -> &str {
    let bare = name.trim_end_matches(['-', '–', '—', ' ']);
    if bare.len() < name.len() {
        bare.trim_end_matches('.')
    } else {
        name
    }
}

/// Where all the names were extracted before all the meanings, the meanings ended in the last entry.
fn give_back_meanings(drafts: &mut [Draft]) {
    let without = drafts
        .iter()
        .filter(|draft| draft.meaning.is_empty())
        .count();
    let Some(last) = drafts.last() else { return };
    if without == 0 || without + 1 != drafts.len() || last.meaning.is_empty() {
        return;
    }
    let mut sentences: Vec<String> = Vec::new();
    let mut rest = last.meaning.as_str();
    while !rest.is_empty() {
        let end = super::fixed::sentence(rest);
        sentences.push(rest[..end].trim().to_owned());
        rest = rest[end..].trim_start();
    }
    if sentences.len() == drafts.len() {
        for (draft, sentence) in drafts.iter_mut().zip(sentences) {
            draft.meaning = sentence;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    fn read(lines: &[&str], kind: Kind) -> Vec<Draft> {
        let pieces: Vec<Piece> = lines
            .iter()
            .map(|text| Piece::of(&Raw::text(1, 1, text), 0))
            .collect();
        pairs(&pieces, kind)
    }

    fn draft(number: u32, name: &str, colon: bool, meaning: &str) -> Draft {
        Draft {
            number,
            name: name.to_owned(),
            colon,
            meaning: meaning.to_owned(),
        }
    }

    #[test]
    fn an_attitude_is_told_from_its_manner() {
        let read = read(
            &[
                "1. Orden La manera en que guarda",
                "la llave.",
                "2. Limpieza: La manera en que lava.",
                "3   Tolerancia Disposición para oír.",
            ],
            Kind::Attitudes,
        );

        assert_eq!(
            read,
            [
                draft(1, "Orden", false, "La manera en que guarda la llave."),
                draft(2, "Limpieza", true, "La manera en que lava."),
                draft(3, "Tolerancia", false, "Disposición para oír."),
            ]
        );
    }

    #[test]
    fn a_term_may_run_over_lines_with_colon_or_without() {
        let read = read(
            &[
                "1. Cambio de",
                "Velocidades:",
                "Mecanismo que mueve la cadena: la sube",
                "y la baja.",
                "2.Cadena: Se refiere a los eslabones.",
                "3. Programa de revisión de",
                "la bicicleta",
                "Documento que la ordena.",
                "4. Tensor Pieza que estira.",
                "4. Eje.- Barra que gira.",
            ],
            Kind::Glossary,
        );

        assert_eq!(
            read,
            [
                draft(
                    1,
                    "Cambio de Velocidades",
                    true,
                    "Mecanismo que mueve la cadena: la sube y la baja."
                ),
                draft(2, "Cadena", true, "Se refiere a los eslabones."),
                draft(
                    3,
                    "Programa de revisión de la bicicleta",
                    false,
                    "Documento que la ordena."
                ),
                draft(4, "Tensor", false, "Pieza que estira."),
                draft(4, "Eje", false, "Barra que gira."),
            ]
        );
    }

    #[test]
    fn names_extracted_before_all_their_manners_get_them_back() {
        let read = read(
            &[
                "1. Limpieza:",
                "2. Orden:",
                "La manera en que lava la pieza.",
                "La manera en que la guarda.",
            ],
            Kind::Attitudes,
        );

        assert_eq!(read[0].meaning, "La manera en que lava la pieza.");
        assert_eq!(read[1].meaning, "La manera en que la guarda.");
    }
}
