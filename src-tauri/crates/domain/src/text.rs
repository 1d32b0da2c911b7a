//! Spanish as people type it: cleaned for keeping, and folded for comparing.

/// What was typed, as it is kept: controls and bidirectional marks out, inner white space single,
/// no space at the ends. Line breaks stay where `keep_breaks` says so.
pub fn clean(typed: &str, keep_breaks: bool) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut space = false;
    for c in typed.replace("\r\n", "\n").chars() {
        match c {
            '\n' if keep_breaks => {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
                space = false;
            }
            c if c.is_whitespace() => space = true,
            c if is_unseen(c) => {}
            c => {
                if space && !out.is_empty() && !out.ends_with('\n') {
                    out.push(' ');
                }
                space = false;
                out.push(c);
            }
        }
    }
    out.trim_matches('\n').to_owned()
}

/// Whether a character changes a line without being seen: a control, a bidirectional mark, a
/// zero-width space, a byte order mark.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' | '\u{00AD}' | '\u{FFF9}'..='\u{FFFB}')
}

/// A text as it is compared: without accents, case, punctuation or double spaces, so that «Título.»
/// and «titulo» are one.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut apart = false;
    let mut rest = text;
    // A review folds every line of a register: plain letters are taken by the run, and the tables of
    // Unicode are only for what is not ASCII.
    while let Some(c) = rest.chars().next() {
        let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (run, after) = rest.split_at(plain.max(c.len_utf8()));
        rest = after;
        if plain > 0 {
            part(&mut out, &mut apart);
            out.push_str(run);
            continue;
        }
        apart |= c.is_ascii();
        let letters = (!c.is_ascii()).then(|| c.to_lowercase().filter_map(bare));
        for c in letters.into_iter().flatten() {
            if c.is_alphanumeric() {
                part(&mut out, &mut apart);
                out.push(c);
            } else {
                apart = true;
            }
        }
    }
    out.make_ascii_lowercase();
    out
}

/// A space where something stood between two words.
fn part(out: &mut String, apart: &mut bool) {
    if std::mem::take(apart) && !out.is_empty() {
        out.push(' ');
    }
}

/// The letters and figures of a text alone, as titles are compared: where words are parted makes no
/// difference.
pub fn letters(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// A lower-case letter without its mark; nothing for a combining mark. The letter ñ keeps its own.
fn bare(c: char) -> Option<char> {
    Some(match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        '\u{0300}'..='\u{036F}' => return None,
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_is_kept_without_what_cannot_be_seen() {
        assert_eq!(
            clean("  Revisa\u{202E} la\u{0007}  bicicleta\t\n", false),
            "Revisa la bicicleta"
        );
        assert_eq!(clean("uno \r\n  dos\n", true), "uno\ndos");
    }

    #[test]
    fn comparing_forgets_accents_case_and_points() {
        assert_eq!(fold("Título,  del EC."), fold("titulo del ec"));
        assert_ne!(fold("año"), fold("ano"));
        assert_eq!(fold("a\u{0301}rbol"), fold("árbol"));
    }
}
