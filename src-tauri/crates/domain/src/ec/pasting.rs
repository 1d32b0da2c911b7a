//! Lines of a list from text that was pasted: out of a word processor, a sheet or a page.
//!
//! What numbers or marks a line belongs to where it came from, and goes. A list inside a list follows
//! the line it stands under; the cells of a row are told apart by tabulators.

use crate::text::{clean, is_unseen};

/// The lines that some text is, each with what stands in its second cell where it has one.
pub fn lines(text: &str) -> Vec<(String, String)> {
    let lines = text.split(['\n', '\r', '\u{0B}', '\u{2028}', '\u{2029}']);
    let read = lines.map(|line| {
        let line = bare(line.trim_matches(|c: char| c.is_whitespace() || is_unseen(c)));
        let (first, rest) = line.split_once('\t').unwrap_or((line, ""));
        (clean(first, false), clean(rest, false))
    });
    read.filter(|(first, rest)| !first.is_empty() || !rest.is_empty())
        .collect()
}

/// A line without what marks it: a bullet, a number, a letter.
fn bare(line: &str) -> &str {
    const BULLETS: &[char] = &[
        '•', '·', '●', '○', '◦', '▪', '■', '□', '➢', '✓', '-', '–', '—', '*', '§',
    ];
    let mut rest = line;
    let mark = |c: char| BULLETS.contains(&c) || ('\u{F000}'..='\u{F0FF}').contains(&c);
    if let Some(words) = rest.strip_prefix(mark)
        && (words.starts_with(char::is_whitespace) || !rest.starts_with(['-', '–', '—', '*']))
    {
        return words.trim_start();
    }
    // Courier's small «o» is a bullet of the second level.
    if let Some(words) = rest.strip_prefix("o\t") {
        return words.trim_start();
    }
    let opened = rest.strip_prefix('(').unwrap_or(rest);
    let digits = opened.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let numbered = &opened[..opened.len() - digits.len()];
    let lettered = opened
        .split_once([')', '.'])
        .is_some_and(|(letters, _)| is_mark(letters));
    if !numbered.is_empty() && numbered.starts_with(|c: char| c.is_ascii_digit()) {
        let after = digits.trim_start_matches([')', '-', '°', 'º']);
        let ends = numbered.ends_with('.') || after.len() < digits.len();
        if (ends && after.starts_with(char::is_whitespace)) || after.starts_with('\t') {
            rest = after.trim_start();
        }
    } else if lettered
        && let Some((_, words)) = opened.split_once([')', '.'])
        && words.starts_with(char::is_whitespace)
    {
        rest = words.trim_start();
    }
    rest
}

/// Whether these letters number a line: «a», «iv».
fn is_mark(letters: &str) -> bool {
    let one = letters.chars().count() == 1 && letters.chars().all(|c| c.is_ascii_lowercase());
    let roman = !letters.is_empty()
        && letters.len() <= 5
        && letters.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    one || roman
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let lines = lines(text).into_iter();
        lines
            .map(|(first, rest)| match rest.is_empty() {
                true => first,
                false => format!("{first} | {rest}"),
            })
            .collect()
    }

    #[test]
    fn what_marks_a_line_goes() {
        let word = "•\tEn presencia de la persona,\r\n•\tRecorriendo la lista, y\r\n\u{F0B7}\tMencionando cada falla.\r\n";
        assert_eq!(
            read(word),
            [
                "En presencia de la persona,",
                "Recorriendo la lista, y",
                "Mencionando cada falla."
            ]
        );
        assert_eq!(
            read("1. Uno\n2) Dos\n(3) Tres\n4.- Cuatro\n5\tCinco"),
            ["Uno", "Dos", "Tres", "Cuatro", "Cinco"]
        );
        assert_eq!(read("a) Uno\nb. Dos\niv) Tres"), ["Uno", "Dos", "Tres"]);
        assert_eq!(
            read("- Uno\n– Dos\n* Tres\n●Cuatro"),
            ["Uno", "Dos", "Tres", "Cuatro"]
        );
    }

    #[test]
    fn lists_in_lists_follow_and_blank_lines_do_not_count() {
        assert_eq!(
            read("• Uno:\n\to\tDos\n\t\t▪ Tres\n\n\n• Cuatro"),
            ["Uno:", "Dos", "Tres", "Cuatro"]
        );
    }

    #[test]
    fn a_row_has_two_cells() {
        assert_eq!(
            read("Frenos\tComprensión\nAro\t"),
            ["Frenos | Comprensión", "Aro"]
        );
        assert_eq!(read("a\tb\tc"), ["a | b c"]);
    }

    #[test]
    fn words_are_never_taken_for_a_mark() {
        for line in [
            "3 bicicletas por taller",
            "3.5 kPa",
            "-Ajustar",
            "A. C. Ruedas",
            "Y mide",
            "2026",
            "mix. de aceite",
        ] {
            assert_eq!(read(line), [line]);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(read("\u{FEFF}• Uno\u{202E}\u{0}\n\u{200B}"), ["Uno"]);
        assert!(lines("").is_empty());
    }
}
