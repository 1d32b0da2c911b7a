//! What is printed in two columns, a name and what it means: attitudes and glossary.
//!
//! Extraction gives the lines of the name and then those of the meaning, or both mixed in one line.

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
        && known_attitude(&piece.text).is_some()
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
                known_attitude(text).is_some() || (colon && opener(text, MANNERS).is_some())
            }
            Kind::Glossary => colon,
        }
}

/// The attitudes seen in published standards.
const ATTITUDES: &[&str] = &[
    "amabilidad",
    "cooperacion",
    "iniciativa",
    "limpieza",
    "orden",
    "perseverancia",
    "responsabilidad",
    "tolerancia",
];

fn known_attitude(text: &str) -> Option<usize> {
    let word = text.split([' ', ':', '\t', '.', ',']).next()?;
    ATTITUDES
        .contains(&squeeze(word).as_str())
        .then_some(word.len())
}

/// How the manner of an attitude begins.
const MANNERS: &[&str] = &[
    "La manera",
    "La forma",
    "El modo",
    "La capacidad",
    "La disposición",
    "Disposición",
    "Manera en",
    "Forma en",
    "La actitud",
    "El grado",
];
/// How a definition begins.
const DEFINITIONS: &[&str] = &[
    "Se refiere",
    "Refiere",
    "Es un",
    "Es el",
    "Es la",
    "Es aquel",
    "Es toda",
    "Es todo",
    "Es una",
    "Es ",
    "Son ",
    "Conjunto",
    "Proceso",
    "Acción",
    "Documento",
    "Persona",
    "Aquel",
    "Acto",
    "Herramienta que",
    "Instrumento",
    "Todo ",
    "Toda ",
    "Cualquier",
    "Se entiende",
    "Se define",
    "Se considera",
    "Se trata",
    "Consiste",
    "Término",
    "Método",
    "Técnica que",
    "Lugar",
    "Espacio",
    "Dispositivo",
    "Sustancia",
    "Área",
    "Cantidad",
    "Capacidad",
    "Medida",
    "Elemento que",
    "Información",
    "Diferencia",
    "Actividad",
    "Condición",
    "Nombre",
    "Parte",
    "Sistema",
    "Forma",
    "Registro",
    "Tipo de",
    "Unidad",
    "El que",
    "La que",
    "Los que",
    "Las que",
    "El ",
    "La ",
    "Los ",
    "Las ",
    "Un ",
    "Una ",
    "Para ",
    "Por ",
    "En ",
    "Siglas",
    "Estado",
    "Característica",
    "Relación",
    "Descripción",
    "Expresión",
];

/// Where, after the first word of a text, one of these begins.
fn opener(text: &str, openers: &[&str]) -> Option<usize> {
    text.match_indices([' ', '\t', '\n'])
        .map(|(space, _)| space + 1)
        .find(|&start| {
            openers
                .iter()
                .any(|opener| text[start..].starts_with(opener))
        })
}

/// The name and the meaning of an entry.
fn split(entry: &Entry, kind: Kind) -> Draft {
    let number = entry.number;
    if let Some((name, meaning)) = by_columns(entry) {
        return named(number, &name, &meaning);
    }
    let lines: Vec<&str> = entry.lines.iter().map(|(line, _)| line.as_str()).collect();
    if let Some((name, meaning)) = mixed_rows(&lines).filter(|_| kind == Kind::Glossary) {
        return named(number, &name, &meaning);
    }
    let text = lines.join("\n");
    let cut = match kind {
        Kind::Attitudes => attitude_cut(&text),
        Kind::Glossary => term_cut(&text),
    };
    let (name, meaning) = text.split_at(cut.unwrap_or(text.len()));
    named(number, name, meaning)
}

/// A term of two lines extracted row by row, its second line before that of the definition: «Soporte de
/// Es el equipo que / trabajo: sostiene …».
fn mixed_rows(lines: &[&str]) -> Option<(String, String)> {
    let [first, second, rest @ ..] = lines else {
        return None;
    };
    let cut = opener(first, DEFINITIONS).filter(|_| !first.contains(':'))?;
    let colon = second
        .find(':')
        .filter(|&at| at > 0 && second[..at].chars().count() <= 32)?
        + 1;
    let term = &first[..cut];
    let small = second.starts_with(char::is_lowercase) && term.split_whitespace().count() <= 5;
    // «… durante / la reparación: puede ser …» is of the definition.
    let ends = super::prose::hangs(term) || second[..colon].split_whitespace().count() <= 2;
    let goes_on = !first.trim_end().ends_with(['.', ',', ';']);
    (small && ends && goes_on).then(|| {
        let name = format!("{} {}", term.trim(), &second[..colon]);
        let meaning = [&[first[cut..].trim(), second[colon..].trim()][..], rest]
            .concat()
            .join("\n");
        (name, meaning)
    })
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

/// Where the manner begins: after the colon, or where «La manera» does, or at the second capital.
fn attitude_cut(text: &str) -> Option<usize> {
    let colon = text
        .find(':')
        .map(|at| at + 1)
        .filter(|&at| text[..at].chars().count() <= 60);
    let manner = opener(text, MANNERS);
    match (colon, manner) {
        (Some(colon), Some(manner)) if colon <= manner + 1 => Some(colon),
        (_, Some(manner)) => Some(manner),
        (Some(colon), None) => Some(colon),
        (None, None) => known_attitude(text)
            .filter(|&end| end < text.len())
            .or_else(|| second_capital(text)),
    }
}

/// Where the definition begins: after the colon of the term, or where the words say so.
fn term_cut(spaced: &str) -> Option<usize> {
    let gap = spaced.split('\n').next().and_then(|line| line.find('\t'));
    let text = &spaced.replace('\t', " ");
    let colon = text.find(':').map(|at| at + 1).filter(|&at| {
        let term = &text[..at];
        let defined = opener(term, &DEFINITIONS[..20]).is_some() || term.contains(". ");
        term.chars().count() <= 110 && !defined
    });
    if let Some(colon) = colon {
        return Some(colon);
    }
    if let Some(gap) = gap.filter(|&gap| opens(&text[gap + 1..])) {
        return Some(gap);
    }
    if let Some(dash) = dash_cut(text) {
        return Some(dash);
    }
    // The first line that begins with a capital after the term, unless the definition began before.
    let line = text
        .match_indices('\n')
        .map(|(at, _)| at + 1)
        .find(|&at| opens(&text[at..]));
    let words = opener(text, DEFINITIONS);
    match (line, words) {
        (Some(line), Some(words)) => Some(line.min(words)),
        (None, None) => second_capital(text),
        (line, words) => line.or(words),
    }
    .filter(|&at| text[..at].chars().count() <= 120)
}

/// «Término.- Definición», «Término – Definición».
fn dash_cut(text: &str) -> Option<usize> {
    [".- ", ". - ", " – ", " — ", " - "]
        .iter()
        .find_map(|dash| {
            let at = text
                .find(dash)
                .filter(|&at| text[..at].chars().count() <= 70 && !text[..at].contains('.'))?;
            opens(&text[at + dash.len()..]).then_some(at + dash.len())
        })
}

fn second_capital(text: &str) -> Option<usize> {
    text.match_indices([' ', '\t', '\n'])
        .map(|(at, _)| at + 1)
        .find(|&at| opens(&text[at..]))
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
