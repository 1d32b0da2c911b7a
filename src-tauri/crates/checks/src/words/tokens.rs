//! A text as words and what stands between them.

use std::ops::Range;

use super::Words;

/// The words of a text with the bytes they take: runs of letters, with the hyphens and apostrophes
/// inside them. Figures are not words.
pub(crate) fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, rest: 0 }
}

/// The words of a text, one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Tokens<'a> {
    text: &'a str,
    rest: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (Range<usize>, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        // Nearly all is ASCII, and is passed over byte by byte.
        let bytes = self.text.as_bytes();
        let mut start = self.rest;
        loop {
            let between = |b: &u8| b.is_ascii() && !b.is_ascii_alphabetic();
            start += bytes
                .get(start..)?
                .iter()
                .take_while(|b| between(b))
                .count();
            let (c, wide) = char_at(self.text, start)?;
            if is_letter(c) {
                break;
            }
            start += wide;
        }
        let mut end = start;
        loop {
            let inside = bytes.get(end..).unwrap_or_default().iter();
            end += inside.take_while(|b| b.is_ascii_alphanumeric()).count();
            let Some((c, wide)) = char_at(self.text, end) else {
                break;
            };
            let letter = is_letter(c) || c.is_numeric();
            if !letter && !joins(c, self.text, end + wide) {
                break;
            }
            end += wide;
        }
        self.rest = end;
        Some((start..end, &self.text[start..end]))
    }
}

/// The character at a byte, and its width.
fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return Some((char::from(byte), 1));
    }
    let c = text.get(at..)?.chars().next()?;
    Some((c, c.len_utf8()))
}

/// Whether it is a letter; those of Spanish are told without the tables of Unicode.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ')
        || (!c.is_ascii() && c.is_alphabetic())
}

/// Whether what is no letter is inside a word: a mark on a letter, or a hyphen or an apostrophe with
/// a letter after it.
fn joins(c: char, text: &str, next: usize) -> bool {
    match c {
        '\u{0300}'..='\u{036F}' => true,
        '-' | '\'' | '’' => char_at(text, next).is_some_and(|(c, _)| is_letter(c)),
        _ => false,
    }
}

/// The first word of a text, if it begins with one (after opening quotes, brackets and spaces).
pub(crate) fn first(text: &str) -> Option<(Range<usize>, &str)> {
    let (range, word) = tokens(text).next()?;
    text[..range.start]
        .chars()
        .all(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '¿' | '¡' | '«' | '“' | '"' | '‘' | '\'')
        })
        .then_some((range, word))
}

/// Whether a text opens with a word that the extraction split in two or three: «Rev isa». Its pieces
/// are not all words, or what they make is what should stand there.
pub(crate) fn is_cut(words: &Words, text: &str, wanted: impl Fn(&str) -> bool) -> bool {
    let mut made = String::new();
    let mut known = true;
    let mut end = None;
    for (range, piece) in tokens(text).take(3) {
        let apart = end.is_none_or(|end| text[end..range.start].chars().all(char::is_whitespace));
        if !apart {
            return false;
        }
        known &= words.knows(piece);
        made.extend(piece.chars().flat_map(char::to_lowercase));
        let whole = end.is_some() && words.knows(&made);
        if whole && (!known || wanted(&made)) {
            return true;
        }
        end = Some(range.end);
    }
    false
}

/// Where the last word of a text begins, with what is stuck to it.
pub(crate) fn last_start(text: &str) -> usize {
    let space = text.char_indices().rev().find(|(_, c)| c.is_whitespace());
    space.map_or(0, |(at, c)| at + c.len_utf8())
}

/// A word with the capital letter of another, or in capitals as it is.
pub(crate) fn like(model: &str, word: &str) -> String {
    if !model.starts_with(char::is_uppercase) {
        return word.to_owned();
    }
    if model.chars().nth(1).is_some() && !model.chars().any(char::is_lowercase) {
        return word.to_uppercase();
    }
    let mut chars = word.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_hyphens_and_leave_points_and_slashes() {
        let words: Vec<&str> = tokens("Limpia/desinfecta, el costo-beneficio (2) de A-1.")
            .map(|t| t.1)
            .collect();

        assert_eq!(
            words,
            ["Limpia", "desinfecta", "el", "costo-beneficio", "de", "A"]
        );
    }

    #[test]
    fn a_word_takes_the_capitals_of_another() {
        assert_eq!(like("Revisar", "revisa"), "Revisa");
        assert_eq!(like("REVISAR", "revisa"), "REVISA");
        assert_eq!(like("Y", "e"), "E");
        assert_eq!(like("revisar", "revisa"), "revisa");
    }

    #[test]
    fn a_word_that_was_split_is_known_by_its_pieces() {
        let words = Words::default();
        let never = |_: &str| false;

        assert!(is_cut(&words, "Verif icando el aro", never));
        assert!(is_cut(&words, "Ver if icando el aro", never));
        assert!(is_cut(&words, "Con trola la plaga", |made| made == "controla"));
        assert!(
            !is_cut(&words, "Con trola la plaga", never),
            "both are words"
        );
        assert!(!is_cut(&words, "Aplicar a la pieza", |made| made == "aplica"));
        assert!(!is_cut(&words, "Sol, dar", never));
    }

    #[test]
    fn marks_and_figures_stay_in_their_word() {
        let words =
            |text: &str| -> Vec<String> { tokens(text).map(|(_, word)| word.to_owned()).collect() };

        assert_eq!(
            words("a\u{301}rea Ñandú 2x4 m2 x-1"),
            ["a\u{301}rea", "Ñandú", "x4", "m2", "x"]
        );
        assert_eq!(words("- l’eau -fin- ÷ × ½h"), ["l’eau", "fin", "h"]);
        assert_eq!(words("日本 Ελλάδα"), ["日本", "Ελλάδα"]);
    }

    #[test]
    fn a_text_may_begin_with_no_word() {
        assert_eq!(first("«Revisa» algo").map(|f| f.1), Some("Revisa"));
        assert_eq!(first("1 computadora"), None);
        assert_eq!(first(""), None);
    }
}
