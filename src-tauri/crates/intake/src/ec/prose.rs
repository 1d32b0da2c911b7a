//! Lines put together again: into a text, into paragraphs, into the items of a list.

use crate::lines::{Mark, Piece, opens};
use crate::phrase::squeeze;

/// Appends a line to a text as its author had it before the line was broken.
pub(crate) fn append(text: &mut String, line: &str) {
    let line = line.replace('\t', " ");
    let line = line.trim();
    if line.is_empty() {
        return;
    }
    let spaced_slash = text.ends_with(" /");
    let glued = (text.ends_with('/') && !spaced_slash)
        || (line.starts_with('/') && text.ends_with(char::is_alphanumeric))
        || (text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphanumeric));
    if !text.is_empty() && !glued {
        text.push(' ');
    }
    text.push_str(line);
}

/// All the lines as one text.
pub(crate) fn joined(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        append(&mut text, &piece.whole());
    }
    text
}

/// The paragraphs of running text.
pub(crate) fn paragraphs(pieces: &[Piece]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for piece in pieces {
        let text = piece.whole();
        match out.last_mut() {
            Some(last)
                if !(starts_paragraph(piece, last)
                    && (opens(&text) || piece.mark != Mark::None)) =>
            {
                append(last, &text);
            }
            _ => {
                let mut paragraph = String::new();
                append(&mut paragraph, &text);
                out.push(paragraph);
            }
        }
    }
    out
}

fn starts_paragraph(piece: &Piece, before: &str) -> bool {
    let ended = before.ends_with(['.', ':', ';', '!', '?', '”', '"']);
    piece.mark == Mark::Bullet
        || piece.begins
        || (piece.gap && (ended || piece.after_short))
        || (piece.after_short && ended)
}

/// Whether a text stands complete, so that what follows may be another item.
pub(crate) fn is_complete(text: &str) -> bool {
    let text = text.trim_end();
    let word = text.rsplit(' ').next().unwrap_or("");
    let before = text[..text.len() - word.len()].trim_end();
    text.ends_with(['.', ',', ';', ':', '?', '!'])
        || (matches!(word, "y" | "e" | "o" | "u") && before.ends_with([',', ';', '.']))
}

/// How the items of a list without bullets are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Items {
    /// Names: each line is one, unless it plainly goes on.
    Names,
    /// Sentences: each runs over several lines.
    Sentences,
    /// Entries of a bibliography: each runs over several full lines.
    Entries,
}

/// The items of a list, with bullets or without.
pub(crate) fn items(pieces: &[Piece], kind: Items) -> Vec<String> {
    let bullets = pieces.iter().any(|piece| piece.mark == Mark::Bullet);
    let mut out: Vec<String> = Vec::new();
    let mut glyph_alone = false;
    for (at, piece) in pieces.iter().enumerate() {
        let text = piece.whole();
        if piece.mark == Mark::Bullet && text.is_empty() {
            glyph_alone = true;
            continue;
        }
        let new = match (piece.mark, out.last()) {
            (_, None) => true,
            (Mark::Bullet, _) => true,
            _ if glyph_alone => true,
            (_, Some(last)) if bullets => aside(pieces, at, last),
            (_, Some(last)) => match kind {
                Items::Names => names_begin(piece, last),
                Items::Entries => opens(&text) && (piece.begins || piece.after_short || piece.gap),
                Items::Sentences => {
                    (piece.begins && opens(&text))
                        || (opens(&text) && last.ends_with('.') && (piece.gap || piece.after_short))
                        || matches!(piece.mark, Mark::Number(_))
                }
            },
        };
        glyph_alone = false;
        match out.last_mut() {
            Some(last) if !new => append(last, &text),
            _ => {
                let mut item = String::new();
                append(&mut item, &text);
                out.push(item);
            }
        }
    }
    out.retain(|item| !item.is_empty());
    out
}

/// Whether a line without a bullet, in a list with bullets, stands for itself: a line between two
/// lists, as «Para llevar a cabo la evaluación de forma remota, se requiere:».
fn aside(pieces: &[Piece], at: usize, last: &str) -> bool {
    let piece = &pieces[at];
    let text = &piece.text;
    let followed = pieces
        .get(at + 1)
        .is_some_and(|next| next.mark == Mark::Bullet);
    let ended = last.ends_with(['.', ':', ';']);
    let apart = piece.gap || (followed && text.ends_with(':'));
    let heads = piece.after_short && (piece.gap || followed) && !last.ends_with(',');
    opens(text) && ((ended && apart) || heads)
}

/// Whether a text breaks off at a word that asks for another.
pub(crate) fn hangs(text: &str) -> bool {
    const HANGING: &[&str] = &[
        "a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "los", "o", "para", "por",
        "que", "su", "sus", "un", "una", "y",
    ];
    let word = text.trim_end().rsplit(' ').next().unwrap_or("");
    HANGING.contains(&squeeze(word).as_str())
}

fn names_begin(piece: &Piece, last: &str) -> bool {
    let text = &piece.whole();
    let hangs = hangs(last) || last.ends_with([',', '/', '(']);
    let open = last.matches('(').count() > last.matches(')').count();
    let starts = opens(text) || text.starts_with(|c: char| c.is_ascii_digit());
    piece.begins || (starts && !hangs && !open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    fn pieces(lines: &[&str]) -> Vec<Piece> {
        let raws = lines
            .iter()
            .zip(1..)
            .map(|(text, line)| Raw::text(1, line, text));
        raws.enumerate()
            .map(|(at, raw)| Piece::of(&raw, at))
            .collect()
    }

    #[test]
    fn lines_go_on_where_the_author_did() {
        let text = joined(&pieces(&[
            "inicio/encuadre/",
            "apertura de la enseñanza-",
            "aprendizaje",
            "y",
            "fin",
        ]));

        assert_eq!(
            text,
            "inicio/encuadre/apertura de la enseñanza-aprendizaje y fin"
        );
    }

    #[test]
    fn items_are_told_apart_with_bullets_and_without() {
        let bullets = items(
            &pieces(&["\u{F0B7} Bomba", "de aire", "\u{F0B7}", "Llave"]),
            Items::Sentences,
        );
        let names = items(
            &pieces(&[
                "Mecánico de",
                "bicicletas",
                "Ajustador (con",
                "Taller propio)",
            ]),
            Items::Names,
        );

        assert_eq!(bullets, ["Bomba de aire", "Llave"]);
        assert_eq!(
            names,
            ["Mecánico de bicicletas", "Ajustador (con Taller propio)"]
        );
    }
}
