//! Composite fonts whose codes are told apart by a table of their own.
//!
//! The library below follows `Identity-H` and loses, or mixes up, the letters of any other table. So
//! before it looks, each such font is given the table in which a code is its own glyph id, and its widths
//! under the codes. What letter a code stands for is not touched: that is always said by code.

use std::collections::BTreeMap;

use pdf_extract::{Dictionary, Document, Object, Stream};

/// Codes are two bytes.
const MOST: usize = 65_536;

/// Gives every composite font with a table of its own the plain one.
pub(super) fn by_code(document: &mut Document) {
    let own: Vec<_> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let font = object.as_dict().ok()?;
            let composite = font.get(b"Subtype").and_then(Object::as_name).ok()? == b"Type0";
            let Ok(Object::Reference(table)) = font.get(b"Encoding") else {
                return None; // It names a table that everybody has.
            };
            composite.then_some((*id, *table))
        })
        .collect();
    for (font, table) in own {
        let Some(table) = document.get_object(table).ok().and_then(read) else {
            continue; // Its letters are lost, as the page will say.
        };
        let _ = give(document, font, &table); // A font without widths is left as it is.
    }
}

/// Which bytes are a code, and which glyph a code draws.
#[derive(Debug, Default, PartialEq)]
struct Table {
    /// How many bytes, from which code to which.
    spaces: Vec<(usize, u32, u32)>,
    /// The glyph of each code.
    glyphs: BTreeMap<u32, u32>,
}

/// A word of a table.
#[derive(Debug, Clone, Copy)]
enum Token<'a> {
    Code { bytes: usize, value: u32 },
    Number(u32),
    Word(&'a str),
}

fn read(table: &Object) -> Option<Table> {
    let stream = table.as_stream().ok()?;
    let content = stream
        .decompressed_content()
        .unwrap_or_else(|_| stream.content.clone());
    let table = parse(&String::from_utf8_lossy(&content));
    (!table.spaces.is_empty()).then_some(table)
}

fn parse(text: &str) -> Table {
    let tokens: Vec<Token<'_>> = text.lines().flat_map(tokens).collect();
    let mut table = Table::default();
    let mut section = "";
    let mut rest = tokens.as_slice();
    while let [_, next @ ..] = rest {
        rest = match (section, rest) {
            (_, [Token::Word(word), after @ ..]) => {
                section = word.strip_prefix("begin").unwrap_or_default();
                after
            }
            (
                "codespacerange",
                [
                    Token::Code { bytes, value: low },
                    Token::Code { value: high, .. },
                    after @ ..,
                ],
            ) => {
                table.spaces.push((*bytes, *low, *high));
                after
            }
            ("cidchar", [Token::Code { value, .. }, Token::Number(glyph), after @ ..]) => {
                table.glyphs.insert(*value, *glyph);
                after
            }
            (
                "cidrange",
                [
                    Token::Code { value: low, .. },
                    Token::Code { value: high, .. },
                    Token::Number(glyph),
                    after @ ..,
                ],
            ) => {
                let codes = *low..=(*high).min(low.saturating_add(0xFFFF));
                table.glyphs.extend(codes.zip(*glyph..=u32::MAX));
                after
            }
            _ => next, // It belongs to nothing that is asked here.
        };
    }
    table
}

fn tokens(line: &str) -> impl Iterator<Item = Token<'_>> {
    let line = line.split('%').next().unwrap_or_default();
    line.split_inclusive('>')
        .flat_map(|part| {
            let at = part.find('<').unwrap_or(part.len());
            let (plain, code) = part.split_at(at);
            plain
                .split_whitespace()
                .chain((!code.is_empty()).then_some(code))
        })
        .map(|word| {
            let code = word.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
            let code = code.map(|it| it.split_whitespace().collect::<String>());
            let value = code
                .as_ref()
                .and_then(|it| u32::from_str_radix(it, 16).ok());
            match (code, value, word.parse()) {
                (Some(code), Some(value), _) => Token::Code {
                    bytes: code.len().div_ceil(2),
                    value,
                },
                (.., Ok(number)) => Token::Number(number),
                _ => Token::Word(word),
            }
        })
}

/// Gives the font the plain table, and its widths under the codes.
fn give(document: &mut Document, font: (u32, u16), table: &Table) -> Option<()> {
    let at = |document: &Document, object: &Object| -> Option<Object> {
        document.dereference(object).ok().map(|(_, it)| it.clone())
    };
    let dict = document.get_object(font).ok()?.as_dict().ok()?;
    let under = at(document, dict.get(b"DescendantFonts").ok()?)?;
    let under = at(document, under.as_array().ok()?.first()?)?;
    let mut under = under.as_dict().ok()?.clone();
    if let Ok(widths) = under.get(b"W") {
        let widths = at(document, widths)?;
        under.set("W", coded(widths.as_array().ok()?, &table.glyphs));
    }
    let under = document.add_object(under);
    let plain = plain(document, &table.spaces);
    let dict = document.get_object_mut(font).ok()?.as_dict_mut().ok()?;
    dict.set("DescendantFonts", vec![Object::Reference(under)]);
    dict.set("Encoding", plain);
    Some(())
}

/// Widths by glyph, as widths by code.
fn coded(widths: &[Object], glyphs: &BTreeMap<u32, u32>) -> Vec<Object> {
    let mut by_glyph = BTreeMap::new();
    for pair in widths.chunks_exact(2) {
        if let [first, Object::Array(each)] = pair {
            let first = first.as_i64().ok().and_then(|it| u32::try_from(it).ok());
            by_glyph.extend((first.unwrap_or(0)..=u32::MAX).zip(each));
        }
    }
    let known = glyphs.iter().take(MOST);
    known
        .filter_map(|(code, glyph)| {
            let width = *by_glyph.get(glyph)?;
            Some([
                Object::Integer(i64::from(*code)),
                Object::Array(vec![width.clone()]),
            ])
        })
        .flatten()
        .collect()
}

/// The table in which a code is its own glyph id, over the codes that the font has.
fn plain(document: &mut Document, spaces: &[(usize, u32, u32)]) -> Object {
    if spaces.iter().all(|(bytes, ..)| *bytes == 2) {
        return Object::Name(b"Identity-H".to_vec());
    }
    let spaces: String = spaces
        .iter()
        .map(|(bytes, low, high)| {
            // The library takes half the bytes that it sees for the length of a code.
            let wide = bytes * 4;
            format!("<{low:0wide$x}> <{high:0wide$x}>\n")
        })
        .collect();
    let count = spaces.lines().count();
    let text = format!(
        "begincmap\n{count} begincodespacerange\n{spaces}endcodespacerange\n1 begincidrange\n<0000> <ffff> 0\nendcidrange\nendcmap\n"
    );
    Object::Reference(document.add_object(Stream::new(Dictionary::new(), text.into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_with_single_codes_and_with_runs() {
        let table = parse(
            "%!PS <00> 1\n/CMapName /A-0 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n\
             2 begincidchar\n<0020> 3\n<0041>36\nendcidchar\n1 begincidrange\n<0061><0063> 68\nendcidrange",
        );

        assert_eq!(table.spaces, [(2, 0, 0xFFFF)]);
        let glyphs = [(0x20, 3), (0x41, 36), (0x61, 68), (0x62, 69), (0x63, 70)];
        assert_eq!(table.glyphs, BTreeMap::from(glyphs));
    }

    #[test]
    fn a_run_without_end_is_bounded() {
        let table = parse("begincidrange <00000000> <ffffffff> 4294967295 endcidrange");

        assert!(table.glyphs.len() <= MOST);
    }

    #[test]
    fn widths_go_from_glyphs_to_codes() {
        let widths = [
            Object::Integer(36),
            Object::Array(vec![Object::Integer(610), Object::Integer(500)]),
        ];
        let glyphs = BTreeMap::from([(0x41, 37), (0x42, 36), (0x43, 99)]);

        let coded = coded(&widths, &glyphs);

        let number = Object::Integer;
        let each = |width| Object::Array(vec![number(width)]);
        assert_eq!(coded, [number(0x41), each(500), number(0x42), each(610)]);
    }
}
