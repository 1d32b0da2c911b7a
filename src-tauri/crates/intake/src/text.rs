//! Bytes of a text file to lines: which encoding it is in, and where its pages turn.

use std::borrow::Cow;

use crate::error::Error;
use crate::garbled;
use crate::kind::Looks;
use crate::limits;
use crate::slice::Slice;
use crate::source::{Raw, Source};

/// The lines of a text file, page by page.
pub(crate) fn source(bytes: &[u8]) -> Result<Source, Error> {
    let text = Slice::from(&*decode(bytes)?);
    let count = text.matches(['\n', '\u{C}']).count() + 1;
    if count > limits::LINES {
        return Err(Error::TooManyLines {
            lines: count,
            limit: limits::LINES,
        });
    }
    let mut lines = Vec::with_capacity(count);
    let (mut page, mut line) = (1, 0);
    for printed in text.split('\n') {
        if let Some(number) = page_marker(printed) {
            (page, line) = (number, 0);
            continue;
        }
        for (turn, part) in printed.split('\u{C}').enumerate() {
            if turn > 0 {
                page += 1;
                line = 0;
            }
            if turn > 0 && part.is_empty() {
                continue; // The break ends its line: the page begins with the next.
            }
            line += 1;
            lines.push(Raw::of(page, line, text.part(part)));
        }
    }
    if lines.iter().all(|raw| raw.text.trim().is_empty()) {
        return Err(Error::Empty);
    }
    Ok(Source::flowing(lines))
}

/// The number in a line «=== Página 3 ===».
pub(crate) fn page_marker(line: &str) -> Option<u32> {
    let inside = line.trim().strip_prefix("===")?.strip_suffix("===")?.trim();
    let number = inside
        .strip_prefix("Página")
        .or_else(|| inside.strip_prefix("Pagina"))
        .or_else(|| inside.strip_prefix("Page"))?;
    number.trim().parse().ok()
}

/// The text, in whichever encoding it was written; line ends are `\n` afterwards.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    let text: Cow<'_, str> = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            Cow::from(std::str::from_utf8(rest).map_err(|_| Error::BadEncoding)?)
        }
        [0xFF, 0xFE, rest @ ..] => Cow::from(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::from(utf16(rest, u16::from_be_bytes)?),
        _ => match std::str::from_utf8(bytes) {
            // UTF-16 of unaccented letters is half zeros, and UTF-8 by accident.
            Ok(text) if !text.contains('\0') => Cow::from(text),
            Ok(_) | Err(_) => Cow::from(unmarked(bytes)?),
        },
    };
    if garbled::is_doubled(&text) || garbled::is_utf7(&text) {
        return Err(Error::BadEncoding);
    }
    let text = if text.contains(LINE_ENDS) {
        Cow::from(text.replace("\r\n", "\n").replace(LINE_ENDS, "\n"))
    } else {
        text
    };
    if text.contains('\0') || controls(&text) * 20 > text.chars().count() {
        return Err(Error::UnknownKind(Looks::Binary));
    }
    Ok(text)
}

/// What ends a line besides `\n`: the carriage return, the vertical tab, NEL and the separators of Unicode.
const LINE_ENDS: [char; 5] = ['\r', '\u{B}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Text without a byte order mark that is not UTF-8: UTF-16 by its zeros, or Windows-1252.
fn unmarked(bytes: &[u8]) -> Result<String, Error> {
    let zeros = |from: usize| {
        let zeros = bytes
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count();
        zeros * 3 > bytes.len()
    };
    let text = if zeros(1) {
        utf16(bytes, u16::from_le_bytes)?
    } else if zeros(0) {
        utf16(bytes, u16::from_be_bytes)?
    } else if bytes.contains(&0) {
        return Err(Error::UnknownKind(Looks::Binary));
    } else {
        let text: String = bytes.iter().map(|&byte| windows_1252(byte)).collect();
        // Text in this encoding is letters for the most part; anything else is chance.
        let odd = text.chars().filter(|&c| is_odd(c)).count();
        if odd * 50 > text.chars().count() || garbled::is_other_page(&text) {
            return Err(Error::BadEncoding);
        }
        text
    };
    Ok(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Error> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .map_err(|_| Error::BadEncoding)
}

fn controls(text: &str) -> usize {
    let plain = |c: &char| !matches!(c, '\n' | '\r' | '\t' | '\u{C}');
    text.chars().filter(|c| c.is_control() && plain(c)).count()
}

/// A character that Spanish text in Windows-1252 hardly has.
fn is_odd(c: char) -> bool {
    let usual = "áéíóúüñÁÉÍÓÚÜÑ¿¡ªº°«»“”‘’–—…•·€®©™´àèòçâêôãõ½¼¾±§¨\u{A0}\u{AD}";
    !c.is_ascii() && !usual.contains(c)
}

/// What a byte of 0x80–0x9F is in Windows-1252; the five that are nothing stay controls.
#[rustfmt::skip] // A table is read down its columns.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

pub(crate) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<(u32, u32, String)> {
        let source = source(bytes).unwrap();
        let lines = source.lines.into_iter();
        lines
            .map(|raw| (raw.page, raw.line, raw.text.to_string()))
            .collect()
    }

    #[test]
    fn pages_turn_at_markers_and_at_form_feeds() {
        let marked = texts("=== Página 1 ===\nuno\ndos\n=== Página 2 ===\ntres".as_bytes());
        let fed = texts("uno\ndos\n\u{C}tres".as_bytes());

        let expected = [(1, 1, "uno"), (1, 2, "dos"), (2, 1, "tres")];
        assert_eq!(marked, expected.map(|(p, l, t)| (p, l, t.to_owned())));
        assert!(fed.contains(&(2, 1, "tres".to_owned())), "{fed:?}");
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "Título: Revisión de la bicicleta, año 2026 “móvil”\r\n";
        let narrow: Vec<u8> = text
            .chars()
            .map(|c| match c {
                '“' => 0x93,
                '”' => 0x94,
                c => u8::try_from(u32::from(c)).unwrap(),
            })
            .collect();
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xFF, 0xFE][..], &little].concat();

        for bytes in [text.as_bytes(), &narrow, &little, &big, &marked] {
            assert_eq!(decode(bytes).unwrap(), text.replace("\r\n", "\n"));
        }
    }

    #[test]
    fn every_line_end_ends_a_line() {
        for end in [
            "\n", "\r\n", "\r", "\u{B}", "\u{85}", "\u{2028}", "\u{2029}",
        ] {
            let read = texts(format!("uno{end}dos{end}tres").as_bytes());

            assert_eq!(read.len(), 3, "{end:?}");
            assert_eq!(read[2], (1, 3, "tres".to_owned()));
        }
    }

    #[test]
    fn text_in_another_encoding_is_refused_and_not_read_as_garbage() {
        let text = crate::tests::made::V08;
        let twice: String = text.bytes().map(windows_1252).collect();
        let dos = text.replace(['ó', 'í'], "\u{A2}").replace('é', "‚");
        let dos: Vec<u8> = dos
            .chars()
            .filter_map(|c| {
                if c == '‚' {
                    Some(0x82)
                } else {
                    u8::try_from(u32::from(c)).ok()
                }
            })
            .collect();
        let cut = text.char_indices().nth(2000).unwrap().0;
        let latin = text[cut..]
            .chars()
            .filter_map(|c| u8::try_from(u32::from(c)).ok());
        let mixed: Vec<u8> = text[..cut].bytes().chain(latin).collect();

        for bytes in [twice.as_bytes(), &dos, &mixed] {
            assert_eq!(source(bytes).err(), Some(Error::BadEncoding));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(source(b" \n\t\n").err(), Some(Error::Empty));
        assert_eq!(
            source(&[1, 2, 0, 3, 4, 5, 255, 6, 7]).err(),
            Some(Error::UnknownKind(Looks::Binary))
        );
        let noise: Vec<u8> = (0..2000u32).map(|n| (n * 37 % 251) as u8 | 0x80).collect();
        assert!(source(&noise).is_err());
    }
}
