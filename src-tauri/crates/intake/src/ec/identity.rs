//! Codes and titles: of the standard, and of each element.

use super::prose;
use crate::lines::Piece;
use crate::phrase::{prefix, squeeze};

/// Code and title of the standard, from everything printed under «Código Título».
pub(crate) fn of_standard(pieces: &[Piece]) -> Name {
    let mut labels = Vec::new();
    let mut code = String::new();
    let mut title: Vec<Piece> = Vec::new();
    for piece in pieces {
        let mut piece = piece.unmarked();
        if code.is_empty()
            && let Some(end) = glued(piece.text.split_whitespace().next().unwrap_or(""))
        {
            piece.text = format!("{} {}", &piece.text[..end], &piece.text[end..]).into();
        }
        if code.is_empty()
            && let Some((found, rest)) = take_word(&piece.text, is_standard_code)
        {
            code = found;
            piece.text = rest.into();
        }
        piece.text = without_labels(&piece, title.is_empty(), &mut labels).into();
        if !piece.text.is_empty() {
            title.push(piece);
        }
    }
    Name {
        code,
        title: prose::joined(&title),
        labels,
    }
}

/// Code and title, and the labels of their columns.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) code: String,
    pub(crate) title: String,
    /// As printed, each with its line.
    pub(crate) labels: Vec<(usize, String)>,
}

/// What the row under «Referencia Código Título» says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) index: Option<u32>,
    pub(crate) count: Option<u32>,
    pub(crate) code: String,
    pub(crate) title: String,
    /// The labels of its columns as printed, each with its line.
    pub(crate) labels: Vec<(usize, String)>,
}

/// Reads the row, in whatever order its columns were extracted.
pub(crate) fn of_element(pieces: &[Piece]) -> Row {
    let mut row = Row::default();
    let mut title: Vec<Piece> = Vec::new();
    for piece in pieces {
        let mut piece = piece.unmarked();
        if row.index.is_none()
            && let Some((index, count, rest)) = take_reference(&piece.text)
        {
            (row.index, row.count) = (Some(index), Some(count));
            piece.text = rest.into();
        }
        if row.code.is_empty()
            && let Some((found, rest)) = take_word(&piece.text, is_element_code)
        {
            row.code = found;
            piece.text = rest.into();
        }
        piece.text = without_labels(&piece, title.is_empty(), &mut row.labels).into();
        if !piece.text.is_empty() {
            title.push(piece);
        }
    }
    row.title = prose::joined(&title);
    row
}

/// «1 de 3» at the beginning of a text or inside it, and the text without it.
pub(crate) fn take_reference(text: &str) -> Option<(u32, u32, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| word.parse::<u32>().ok().filter(|n| (1..=99).contains(n));
    words.windows(3).enumerate().find_map(|(at, window)| {
        let [n, de, m] = window else { return None };
        let (n, m) = (number(n)?, number(m.trim_end_matches(['.', ':']))?);
        let de = de.eq_ignore_ascii_case("de")
            && (at == 0 || squeeze(words[at - 1]) == "elemento" || n <= m);
        de.then(|| {
            let rest = [&words[..at], &words[at + 3..]].concat().join(" ");
            (n, m, rest)
        })
    })
}

/// The first word that is such a code, and the text without it.
fn take_word(text: &str, is_code: fn(&str) -> bool) -> Option<(String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    // «EC 0217.01» is one code with a space in it.
    let two = words.windows(2).position(|pair| {
        is_code(&pair.concat())
            && pair[0].chars().all(|c| c.is_ascii_uppercase())
            && pair[0].len() <= 3
    });
    let one = words
        .iter()
        .position(|word| is_code(word.trim_matches([':', '.', ','])));
    let (at, length) = match (one, two) {
        (Some(one), _) => (one, 1),
        (None, Some(two)) => (two, 2),
        (None, None) => return None,
    };
    let code = words[at..at + length]
        .concat()
        .trim_matches([':', '.', ','])
        .to_owned();
    let rest = [&words[..at], &words[at + length..]].concat().join(" ");
    Some((code, rest))
}

/// Whether a line begins with the code of a standard.
pub(crate) fn begins_with_code(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or("");
    is_standard_code(first) || glued(first).is_some()
}

/// «EC0249Consultoría»: where a code ends that lost the space after it.
fn glued(word: &str) -> Option<usize> {
    let letters = word.find(|c: char| c.is_ascii_digit())?;
    let digits = word[letters..].find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let (code, rest) = word.split_at(letters + digits);
    let whole = is_standard_code(code) && !code.ends_with('.') && crate::lines::opens(rest);
    whole.then_some(code.len())
}

/// `EC0249`, `EC0217.01`, `ECM0358`, and mistyped ones such as `EEC1727`.
fn is_standard_code(word: &str) -> bool {
    let letters = word
        .find(|c: char| !c.is_ascii_uppercase())
        .unwrap_or(word.len());
    let digits = &word[letters..];
    let plain = digits.split('.').next().unwrap_or("");
    matches!(&word[..letters], "EC" | "ECM" | "EEC" | "CE")
        && (3..=5).contains(&plain.len())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// `E5336`, and mistyped ones such as `EO354`.
pub(crate) fn is_element_code(word: &str) -> bool {
    let Some(digits) = word.strip_prefix(['E', 'e']) else {
        return false;
    };
    let digits = digits.trim_end_matches('.');
    (3..=6).contains(&digits.len())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, 'O' | 'o'))
        && digits.chars().any(|c| c.is_ascii_digit())
}

/// A line less the labels of its columns.
fn without_labels(piece: &Piece, at_start: bool, labels: &mut Vec<(usize, String)>) -> String {
    let mut rest = piece.text.trim();
    loop {
        let label = ["referencia", "codigo", "titulo"].iter().find_map(|label| {
            let end = prefix(rest, label)?;
            let after = &rest[end..];
            let word = !after.starts_with(|c: char| c.is_alphanumeric());
            // A title may begin with one of these words; a label has a colon or is alone at the start.
            let label = after.trim_start().starts_with(':') || after.trim().is_empty() || at_start;
            (word && label).then_some(end)
        });
        let Some(end) = label else { break };
        labels.push((piece.source, rest[..end].to_owned()));
        rest = rest[end..].trim_start_matches([':', ' ', '\t', '.']);
    }
    // «EC0217.01 Título»: the label of the next column ends the line.
    let last = rest.rsplit([' ', '\t']).next().unwrap_or("");
    if at_start && squeeze(last) == "titulo" {
        labels.push((piece.source, last.to_owned()));
        rest = rest[..rest.len() - last.len()].trim();
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    fn named(lines: &[&str]) -> (String, String) {
        let pieces: Vec<Piece> = lines
            .iter()
            .map(|text| Piece::of(&Raw::text(1, 1, text), 0))
            .collect();
        let name = of_standard(&pieces);
        (name.code, name.title)
    }

    #[test]
    fn a_code_is_told_from_its_title_even_when_they_touch() {
        let name = |code: &str| (code.to_owned(), "Ajuste de frenos".to_owned());

        assert_eq!(named(&["EC9001Ajuste de", "frenos"]), name("EC9001"));
        assert_eq!(named(&["EC9001.02Ajuste de frenos"]), name("EC9001.02"));
        assert_eq!(
            named(&["EC 9001", "Título", "Ajuste de frenos"]),
            name("EC9001")
        );
        assert_eq!(named(&["Ajuste de frenos"]), name(""));
    }
}
