//! The table of knowledge: an item, its level in the column beside it, and its details.
//!
//! Extraction prints the level at the end of the item's line, on a line before it or on a line after
//! it; a page may turn in the middle, with the head of the table again.

use domain::ec::KnowledgeLevel;

use super::numbering::Numbering;
use super::prose::{append, is_complete};
use crate::lines::{Mark, Piece, opens};
use crate::phrase::squeeze;

/// A knowledge as it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) number: u32,
    pub(crate) text: String,
    pub(crate) printed_level: String,
    pub(crate) details: Vec<String>,
    /// Where, in its text or its last detail, a word stands that may be the level of the column beside.
    doubtful: Option<Doubt>,
    /// Whether its details were printed without bullets.
    bare: bool,
}

/// A word at the end of a line that names a level where the sentence asks for another word.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Doubt {
    /// Which detail; none is the text itself.
    detail: Option<usize>,
    at: usize,
    level: String,
}

impl Draft {
    fn last_text(&self) -> &str {
        self.details.last().unwrap_or(&self.text)
    }

    /// If no other level came, the doubtful word was it: «Tipos de la Comprensión / bicicleta».
    fn settle(&mut self) {
        let Some(doubt) = self
            .doubtful
            .take()
            .filter(|_| self.printed_level.is_empty())
        else {
            return;
        };
        let text = match doubt.detail {
            Some(detail) => self.details.get_mut(detail),
            None => Some(&mut self.text),
        };
        if let Some(text) = text
            && text
                .get(doubt.at..)
                .is_some_and(|rest| rest.starts_with(&doubt.level))
        {
            let end = doubt.at + doubt.level.len();
            let rest = text[end..].trim_start().to_owned();
            text.truncate(doubt.at);
            text.push_str(&rest);
            text.truncate(text.trim_end().len());
            self.printed_level = doubt.level;
        }
    }

    fn is_closed(&self) -> bool {
        is_complete(self.last_text()) && !self.printed_level.is_empty()
    }
}

/// The table as it is read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) items: Vec<Draft>,
    /// The lines of the levels that no item is left for.
    pub(crate) left: Vec<usize>,
}

/// The levels of the table as they come.
#[derive(Default)]
struct Levels {
    /// Each with its line.
    seen: Vec<(String, usize)>,
    /// One that came before its item.
    early: String,
}

impl Levels {
    /// A level belongs to the item above it that has none yet, or else to the one that comes.
    fn place(&mut self, level: String, line: usize, out: &mut [Draft]) {
        if let Some((open, _)) = self.seen.last_mut().filter(|(open, _)| open.ends_with('/')) {
            // «Conocimiento/», and on the next line of its cell «comprensión».
            let whole = format!("{open}{level}");
            let placed = out.iter_mut().map(|draft| &mut draft.printed_level);
            for placed in placed
                .chain([&mut self.early])
                .filter(|placed| *placed == open)
            {
                placed.clone_from(&whole);
            }
            *open = whole;
            return;
        }
        self.seen.push((level.clone(), line));
        match out.last_mut() {
            Some(last) if last.printed_level.is_empty() => last.printed_level = level,
            _ => self.early = level,
        }
    }

    /// As many levels as items go to them in their order, however extraction mixed the two columns.
    fn settle(self, mut items: Vec<Draft>) -> Table {
        if self.seen.len() == items.len() {
            for (item, (level, _)) in items.iter_mut().zip(self.seen) {
                item.printed_level = level;
            }
            return Table {
                items,
                left: Vec::new(),
            };
        }
        items.iter_mut().for_each(Draft::settle);
        let placed = items.iter().filter(|item| !item.printed_level.is_empty());
        let spare = self.seen.len().saturating_sub(placed.count());
        let lines = self.seen.iter().rev().take(spare);
        Table {
            left: lines.map(|(_, line)| *line).collect(),
            items,
        }
    }
}

/// Reads the table.
pub(crate) fn knowledge<'a>(pieces: impl Iterator<Item = &'a Piece> + Clone) -> Table {
    let numbered = pieces
        .clone()
        .any(|piece| matches!(piece.mark, Mark::Number(_) | Mark::Bare(_)));
    let mut numbering = Numbering::default();
    let mut out: Vec<Draft> = Vec::new();
    let mut levels = Levels::default();
    let mut glyph_alone = false;
    for piece in pieces {
        if piece.mark == Mark::Bullet && piece.text.is_empty() {
            glyph_alone = true;
            continue;
        }
        let (text, level) = split_level(&piece.text);
        let piece = Piece {
            text: piece.text.part(text),
            ..piece.clone()
        };
        let level = level.map(str::to_owned);
        if piece.whole().is_empty() {
            if let Some(level) = level {
                levels.place(level, piece.source, &mut out);
            }
            continue;
        }
        let glyph = std::mem::take(&mut glyph_alone);
        let number = numbering.begins(&piece, out.last().map(Draft::last_text));
        let starts = number.or_else(|| {
            (piece.mark != Mark::Bullet
                && !glyph
                && starts_unnumbered(&piece, out.last(), numbered))
            .then(|| numbering.next())
        });
        match (starts, out.last_mut()) {
            (Some(number), _) => {
                let text = if matches!(number_mark(&piece), Some(n) if n == number) {
                    piece.text.to_string()
                } else {
                    piece.whole()
                };
                let mut draft = Draft {
                    number,
                    ..Draft::default()
                };
                append(&mut draft.text, &text);
                draft.printed_level = std::mem::take(&mut levels.early);
                out.push(draft);
            }
            (None, Some(last))
                if piece.mark == Mark::Bullet || glyph || detail_begins(&piece, last) =>
            {
                last.bare |= piece.mark == Mark::None && !glyph;
                let mut detail = String::new();
                append(&mut detail, &piece.whole());
                last.details.push(detail);
            }
            (None, Some(last)) => {
                let whole = piece.whole();
                append(last.details.last_mut().unwrap_or(&mut last.text), &whole);
            }
            (None, None) => {
                let mut draft = Draft {
                    number: numbering.next(),
                    ..Draft::default()
                };
                append(&mut draft.text, &piece.whole());
                draft.printed_level = std::mem::take(&mut levels.early);
                out.push(draft);
            }
        }
        match level {
            Some(level) => levels.place(level, piece.source, &mut out),
            None => note_doubt(out.last_mut(), &piece.text),
        }
    }
    levels.settle(out)
}

/// Notes a level that ends a line where the sentence asks for another word.
fn note_doubt(last: Option<&mut Draft>, line: &str) {
    let (Some(last), Some(level)) = (last, line.rsplit([' ', '\t']).next()) else {
        return;
    };
    let text = last.last_text();
    if is_level(level)
        && opens(level)
        && text.ends_with(level)
        && text.len() > level.len()
        && last.doubtful.is_none()
    {
        last.doubtful = Some(Doubt {
            detail: last.details.len().checked_sub(1),
            at: text.len() - level.len(),
            level: level.to_owned(),
        });
    }
}

fn number_mark(piece: &Piece) -> Option<u32> {
    match piece.mark {
        Mark::Number(number) | Mark::Bare(number) => Some(number),
        Mark::None | Mark::Bullet => None,
    }
}

/// Whether an item without a number begins here: in a table without any number, after an item that has
/// its level.
fn starts_unnumbered(piece: &Piece, last: Option<&Draft>, numbered: bool) -> bool {
    let Some(last) = last else { return true };
    !numbered && opens(&piece.text) && last.is_closed()
}

/// Whether a line without a bullet begins a detail: the layout shows it, or the item has ended, or the
/// details before it had no bullets either.
fn detail_begins(piece: &Piece, last: &Draft) -> bool {
    let ended = last.details.is_empty()
        && (last.text.ends_with(':')
            || (last.text.ends_with('.') && !last.printed_level.is_empty()));
    let among = last.bare && !last.details.is_empty();
    piece.mark == Mark::None
        && opens(&piece.text)
        && last.text.len() > 1
        && (piece.begins || (piece.after_short && (ended || among)))
}

/// A line less the level at its end: «… las generaciones.  Comprensión».
fn split_level(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    if is_level(text) {
        return ("", Some(text));
    }
    if let Some(cut) = glued_level(text) {
        let (before, level) = text.split_at(cut);
        return (before, Some(level));
    }
    let Some(cut) = text.rfind([' ', '\t']) else {
        return (text, None);
    };
    let (before, level) = (text[..cut].trim_end(), text[cut..].trim());
    let wide = text[cut..].starts_with('\t');
    let ended = before.ends_with(['.', ':', ';', ',', ')', '”', '"']);
    let hangs = super::prose::hangs(before);
    if is_level(level) && opens(level) && (wide || ended || !hangs) {
        (before, Some(level))
    } else {
        (text, None)
    }
}

/// «… de freno.Comprensión»: where a level begins that lost the space before it.
fn glued_level(text: &str) -> Option<usize> {
    let cut = ["Conocimiento", "Comprensión", "Aplicación"]
        .iter()
        .find_map(|level| Some(text.strip_suffix(level)?.len()))?;
    let touches = |c: char| c.is_lowercase() || matches!(c, '.' | ',' | ':' | ';' | ')');
    text[..cut].ends_with(touches).then_some(cut)
}

/// «Comprensión», «Conocimiento/comprensión», «Conocimiento y aplicación».
fn is_level(word: &str) -> bool {
    let known = |part: &str| KnowledgeLevel::from_printed(part).is_some();
    let spelled = word.replace(" y ", "/");
    let parts: Vec<&str> = spelled
        .trim_end_matches('/')
        .split('/')
        .map(str::trim)
        .collect();
    let misspelt = matches!(
        squeeze(word).as_str(),
        "compresion" | "aplicaciones" | "conocimientos" | "aplicacon"
    );
    word.chars().count() < 45
        && !word.contains(['.', ','])
        && (parts.iter().all(|part| known(part)) || (misspelt && opens(word)))
        || known(word.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    fn shape(lines: &[&str]) -> Vec<(u32, String, String, usize)> {
        let pieces: Vec<Piece> = lines
            .iter()
            .map(|text| Piece::of(&Raw::text(1, 1, text), 0))
            .collect();
        knowledge(pieces.iter())
            .items
            .into_iter()
            .map(|d| (d.number, d.text, d.printed_level, d.details.len()))
            .collect()
    }

    fn row(number: u32, text: &str, level: &str, details: usize) -> (u32, String, String, usize) {
        (number, text.to_owned(), level.to_owned(), details)
    }

    #[test]
    fn a_level_may_stand_after_on_or_before_its_item() {
        assert_eq!(
            shape(&[
                "1. Tipos de freno.",
                "Comprensión",
                "2. Llaves.\tAplicación"
            ]),
            [
                row(1, "Tipos de freno.", "Comprensión", 0),
                row(2, "Llaves.", "Aplicación", 0),
            ]
        );
        assert_eq!(
            shape(&[
                "Comprensión",
                "1. Tipos de freno.",
                "Conocimiento",
                "2. Llaves."
            ]),
            [
                row(1, "Tipos de freno.", "Comprensión", 0),
                row(2, "Llaves.", "Conocimiento", 0),
            ]
        );
    }

    #[test]
    fn levels_extracted_after_all_their_items_get_to_them_in_order() {
        assert_eq!(
            shape(&[
                "1. Tipos de freno.",
                "2. Llaves.",
                "Comprensión",
                "Aplicación"
            ]),
            [
                row(1, "Tipos de freno.", "Comprensión", 0),
                row(2, "Llaves.", "Aplicación", 0),
            ]
        );
        assert_eq!(
            shape(&[
                "1. Tipos de freno.Aplicación",
                "2. Llaves.",
                "Conocimiento/",
                "comprensión"
            ]),
            [
                row(1, "Tipos de freno.", "Aplicación", 0),
                row(2, "Llaves.", "Conocimiento/comprensión", 0),
            ]
        );
    }

    #[test]
    fn a_level_that_no_item_is_left_for_is_told() {
        let pieces: Vec<Piece> = ["1. Llaves.", "Aplicación", "Comprensión", "Aplicación"]
            .iter()
            .enumerate()
            .map(|(at, text)| Piece::of(&Raw::text(1, 1, text), at))
            .collect();

        let read = knowledge(pieces.iter());

        assert_eq!(read.items[0].printed_level, "Aplicación");
        assert_eq!(read.left.len(), 2);
    }

    #[test]
    fn a_level_in_the_middle_of_an_item_leaves_it_whole() {
        assert_eq!(
            shape(&[
                "2. Elementos de los frenos del\tAplicación",
                "sistema hidráulico:",
                "• Líquidos.",
                "• Mangueras y",
                "conectores."
            ]),
            [row(
                2,
                "Elementos de los frenos del sistema hidráulico:",
                "Aplicación",
                2
            )]
        );
    }

    #[test]
    fn the_word_for_a_level_may_belong_to_the_text() {
        assert_eq!(
            shape(&["1. Gestión del Conocimiento", "Aplicación"]),
            [row(1, "Gestión del Conocimiento", "Aplicación", 0)]
        );
        assert_eq!(
            shape(&["1. Uso de llaves Conocimiento/comprensión"]),
            [row(1, "Uso de llaves", "Conocimiento/comprensión", 0)]
        );
    }
}
