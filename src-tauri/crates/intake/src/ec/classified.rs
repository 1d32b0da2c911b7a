//! Entries of an official classification: a code of digits and a name.

use super::prose;
use crate::lines::{Piece, opens};

/// Codes and names, one entry for each code printed.
pub(crate) fn classified(pieces: &[Piece]) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for piece in pieces {
        let text = piece.whole().replace('\t', " ");
        let text = text.trim();
        if let Some((code, name)) = split(text) {
            out.push((code.to_owned(), name.to_owned()));
            continue;
        }
        match out.last_mut() {
            Some((code, name)) if name.is_empty() || goes_on(piece, code, name, text) => {
                prose::append(name, text)
            }
            _ => out.push((String::new(), text.to_owned())),
        }
    }
    out
}

/// «561Servicios», «31-33 Industrias», «0825-01 Consultores», «9999. Ocupaciones».
fn split(text: &str) -> Option<(&str, &str)> {
    let end = text
        .char_indices()
        .find(|(at, c)| {
            let inner = matches!(c, '-' | '–' | '.')
                && text[at + c.len_utf8()..].starts_with(|d: char| d.is_ascii_digit());
            !(c.is_ascii_digit() || inner)
        })
        .map_or(text.len(), |(at, _)| at);
    let code = &text[..end];
    if code.len() < 2 || !code.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let name = text[end..].trim_start_matches(['.', '-', '–', ':', ' ', '\t', ')']);
    Some((code, name))
}

fn goes_on(piece: &Piece, code: &str, name: &str, text: &str) -> bool {
    if code.is_empty() {
        return !opens(text);
    }
    !opens(text) || (!name.ends_with('.') && !piece.begins && !piece.after_short && !piece.gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    #[test]
    fn codes_are_told_from_names_even_when_they_touch() {
        let lines = [
            "561Servicios de apoyo",
            "a los negocios.",
            "31-33 Industrias",
            "0825-01 Consultores",
            "2333. Docentes",
            "Sin referente",
        ];
        let pieces: Vec<Piece> = lines
            .iter()
            .map(|text| Piece::of(&Raw::text(1, 1, text), 0))
            .collect();

        let read = classified(&pieces[..5]);
        let none = classified(&pieces[5..]);

        let codes: Vec<&str> = read.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(codes, ["561", "31-33", "0825-01", "2333"]);
        assert_eq!(read[0].1, "Servicios de apoyo a los negocios.");
        assert_eq!(none, [(String::new(), "Sin referente".to_owned())]);
    }
}
