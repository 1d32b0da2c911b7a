//! Lines as the reader of a standard looks at them: with their bullet or number told apart.

use crate::slice::Slice;
use crate::source::Raw;

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nothing: it may go on from the line before.
    None,
    /// A bullet of any shape.
    Bullet,
    /// «3.», «3.-», «3)».
    Number(u32),
    /// A number with nothing after it but a space: «3   Responsabilidad». It may be just a number.
    Bare(u32),
}

/// A line, or what is left of it after a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Which line of the source.
    pub(crate) source: usize,
    pub(crate) mark: Mark,
    /// What the mark looked like; empty for a bullet.
    pub(crate) prefix: Slice,
    /// The bullet itself.
    pub(crate) glyph: Option<char>,
    /// Less its mark; a tab stands for a wide gap.
    pub(crate) text: Slice,
    /// White space above it, or a page turned.
    pub(crate) gap: bool,
    /// The line before it stopped early.
    pub(crate) after_short: bool,
    /// The layout shows that a paragraph begins here.
    pub(crate) begins: bool,
    /// Which cell of which row.
    pub(crate) column: Option<u16>,
    pub(crate) row: u32,
}

impl Piece {
    /// The whole line.
    pub(crate) fn of(raw: &Raw, source: usize) -> Piece {
        Piece::rest(raw, source, 0)
    }

    /// What is left of a line from a byte on.
    pub(crate) fn rest(raw: &Raw, source: usize, from: usize) -> Piece {
        let whole = raw.text.get(from..).unwrap_or("").trim();
        let (mark, prefix, text) = mark(whole);
        Piece {
            source,
            mark,
            prefix: raw.text.part(prefix),
            glyph: split_bullet(whole).0,
            text: raw.text.part(text),
            gap: from == 0 && raw.gap,
            after_short: from == 0 && raw.after_short,
            begins: from > 0 || raw.begins,
            column: raw.column,
            row: raw.row,
        }
    }

    /// The text with the number it begins with.
    pub(crate) fn whole(&self) -> String {
        if self.prefix.is_empty() {
            return self.text.to_string();
        }
        format!("{} {}", self.prefix, self.text)
            .trim_end()
            .to_owned()
    }

    /// The same piece, its number being just a number.
    pub(crate) fn unmarked(&self) -> Piece {
        Piece {
            mark: Mark::None,
            prefix: Slice::default(),
            text: self.whole().into(),
            ..self.clone()
        }
    }
}

/// Glyphs that are bullets wherever they stand first.
const GLYPHS: &str = "●•∙▪■◦○‣⁃➢➤►▶✓✔❖◆◇□⬤⚫\u{B7}\u{95}\u{FFFD}➔→";
/// Letters that a symbol font leaves behind; bullets if a space and a capital follow.
const LETTERS: &str = "üØ§oqvnŸ¤";
/// Dashes, and what stands for a bullet that another encoding did not have: bullets if a space follows.
const DASHES: &str = "-–—*?";

/// The bullet a line begins with, and the text after it.
pub(crate) fn split_bullet(text: &str) -> (Option<char>, &str) {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return (None, text);
    };
    let rest = chars.as_str();
    let spaced = rest.starts_with([' ', '\t']);
    let body = rest.trim_start();
    let capital = body.starts_with(char::is_uppercase);
    let private = ('\u{E000}'..='\u{F8FF}').contains(&first);
    let bullet = GLYPHS.contains(first)
        || private
        || (LETTERS.contains(first) && spaced && capital)
        || (DASHES.contains(first) && spaced);
    if bullet {
        // Some files draw it twice.
        let body = body.trim_start_matches(|c: char| c == first && (private || GLYPHS.contains(c)));
        (Some(first), body.trim_start())
    } else {
        (None, text)
    }
}

fn mark(text: &str) -> (Mark, &str, &str) {
    let (bullet, rest) = split_bullet(text);
    if bullet.is_some() {
        return (Mark::Bullet, "", rest);
    }
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let Ok(number) = text[..digits].parse::<u32>() else {
        return (Mark::None, "", text);
    };
    if digits > 3 || number == 0 {
        return (Mark::None, "", text);
    }
    let after = &text[digits..];
    let close = after.trim_start();
    let point = [".-", ".)", ".", ")", "°.", "-"]
        .into_iter()
        .find(|p| close.starts_with(p));
    if let Some(point) = point {
        let rest = &close[point.len()..];
        let body = rest.trim_start();
        let decimal = rest.starts_with(|c: char| c.is_ascii_digit());
        let range = point == "-" && !rest.starts_with([' ', '\t']);
        let lone_dash = point == "-" && body.is_empty();
        if !(decimal || range || lone_dash) {
            let prefix = &text[..text.len() - rest.len()];
            return (Mark::Number(number), prefix, body);
        }
        if decimal
            && point == "."
            && let Some(body) = under_number(rest)
        {
            return (Mark::Bullet, "", body);
        }
        return (Mark::None, "", text);
    }
    if after.starts_with([' ', '\t']) && opens(close) {
        return (Mark::Bare(number), &text[..digits], close);
    }
    (Mark::None, "", text)
}

/// What stands after the rest of «1.2 Señalando …», the second item under the first: not after that of
/// «1.5 metros».
fn under_number(rest: &str) -> Option<&str> {
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let body = rest[digits..].strip_prefix('.').unwrap_or(&rest[digits..]);
    let said = body.trim_start();
    // A unit («2.4 GHz», «1.5 MB») is no beginning of an item.
    let word = said.split([' ', ',', '.']).next().unwrap_or_default();
    let is_word = word.chars().count() > 3 && word.chars().skip(1).all(char::is_lowercase);
    (digits <= 2 && body.starts_with([' ', '\t']) && opens(said) && is_word).then_some(said)
}

/// Whether a text begins with a bullet or with the number of an item.
pub(crate) fn is_marked(text: &str) -> bool {
    !matches!(mark(text).0, Mark::None)
}

/// Whether a text begins as a sentence or an item does.
pub(crate) fn opens(text: &str) -> bool {
    let first = text
        .trim_start_matches(['“', '"', '¿', '¡', '(', '«', '‘', '\''])
        .chars()
        .next();
    first.is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_numbers_are_told_from_text() {
        assert_eq!(mark("\u{F0B7} Contiene").0, Mark::Bullet);
        assert_eq!(mark("● Contiene"), (Mark::Bullet, "", "Contiene"));
        assert_eq!(mark("o Contiene").0, Mark::Bullet);
        assert_eq!(mark("? 1 equipo").0, Mark::Bullet);
        assert_eq!(mark("¿Contiene?").0, Mark::None);
        assert_eq!(mark("v Contiene").0, Mark::Bullet);
        assert_eq!(mark("o contiene").0, Mark::None);
        assert_eq!(mark("- Contiene").0, Mark::Bullet);
        assert_eq!(mark("-Formulación").0, Mark::None);
        assert_eq!(
            mark("2.Contrato: Se"),
            (Mark::Number(2), "2.", "Contrato: Se")
        );
        assert_eq!(mark("3 .\tEl plan"), (Mark::Number(3), "3 .", "El plan"));
        assert_eq!(mark("12.- Orden"), (Mark::Number(12), "12.-", "Orden"));
        assert_eq!(mark("1   Responsabilidad:").0, Mark::Bare(1));
        assert_eq!(mark("2 horas de").0, Mark::None);
        assert_eq!(mark("1.5 metros").0, Mark::None);
        assert_eq!(mark("1.2 Señalando"), (Mark::Bullet, "", "Señalando"));
        assert_ne!(mark("2.4 GHz").2, "GHz", "a figure keeps its number");
        assert_eq!(mark("31-33 Industrias").0, Mark::None);
        assert_eq!(mark("2023. Guía").0, Mark::None);
        assert_eq!(mark("4."), (Mark::Number(4), "4.", ""));
    }
}
