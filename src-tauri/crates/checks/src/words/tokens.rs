//! A text as words and what stands between them.

use std::ops::Range;

use super::Words;

/// The words of a text with the bytes they take: runs of letters, with the hyphens and apostrophes
/// inside them. Figures are not words.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphabetic)?;
        let mut end = start;
        let mut chars = text[start..].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let inner = matches!(c, '-' | '\'' | '’' | '\u{0300}'..='\u{036F}')
                && (matches!(c, '\u{0300}'..='\u{036F}')
                    || chars.peek().is_some_and(|(_, next)| next.is_alphabetic()));
            if !c.is_alphanumeric() && !inner {
                break;
            }
            end = start + at + c.len_utf8();
        }
        rest = end;
        Some((start..end, &text[start..end]))
    })
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
    fn a_text_may_begin_with_no_word() {
        assert_eq!(first("«Revisa» algo").map(|f| f.1), Some("Revisa"));
        assert_eq!(first("1 computadora"), None);
        assert_eq!(first(""), None);
    }
}
