//! Finding a printed phrase whatever its spaces, accents, case and points, over one line or several.

/// A letter or digit as it is compared; nothing for everything else.
pub(crate) fn bare(c: char) -> Option<char> {
    let c = c.to_lowercase().next()?;
    let c = match c {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ñ' => 'n',
        c => c,
    };
    (c.is_alphanumeric() && !matches!(c, 'º' | 'ª')).then_some(c)
}

/// A text without spaces, accents, case or points: «CONOC ER» is «conocer».
pub(crate) fn squeeze(text: &str) -> String {
    text.chars().filter_map(bare).collect()
}

/// How many bytes of the text a squeezed phrase covers at its beginning.
pub(crate) fn prefix(text: &str, phrase: &str) -> Option<usize> {
    match cover(text, phrase) {
        Cover::Whole(end) => Some(end),
        Cover::Part(_) | Cover::Differs => None,
    }
}

/// How far a text agrees with a squeezed phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cover<'a> {
    /// The phrase ends at this byte of the text.
    Whole(usize),
    /// The text ends first: this much of the phrase is left.
    Part(&'a str),
    /// They part ways.
    Differs,
}

/// How far a text agrees with a squeezed phrase from their beginnings.
pub(crate) fn cover<'a>(text: &str, phrase: &'a str) -> Cover<'a> {
    let mut left = phrase.chars();
    for (at, c) in text.char_indices() {
        let Some(c) = bare(c) else { continue };
        match left.next() {
            Some(wanted) if wanted == c => {
                if left.as_str().is_empty() {
                    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
                    return Cover::Whole(end);
                }
            }
            _ => return Cover::Differs,
        }
    }
    if left.as_str().is_empty() {
        Cover::Differs
    } else {
        Cover::Part(left.as_str())
    }
}

/// Where a squeezed phrase stands inside a text, beginning at the beginning of a word.
pub(crate) fn find(text: &str, phrase: &str) -> Option<(usize, usize)> {
    let mut before = None;
    for (at, c) in text.char_indices() {
        let starts_word = before.is_none_or(|b: char| !b.is_alphanumeric()) && c.is_alphanumeric();
        before = Some(c);
        if starts_word && let Some(end) = prefix(&text[at..], phrase) {
            return Some((at, at + end));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_whatever_its_spaces_and_accents() {
        let text = "Código:  Título";

        assert_eq!(prefix(text, "codigotitulo"), Some(text.len()));
        assert_eq!(
            cover("CONOCI MIENTOS", "conocimientosnivel"),
            Cover::Part("nivel")
        );
        assert_eq!(find("el 3 de  D.O.F.: x", "dof"), Some((9, 14)));
        assert_eq!(find("Subrama", "rama"), None);
    }
}
