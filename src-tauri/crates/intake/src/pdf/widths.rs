//! The widths of glyphs, spelled the one way that the library below can read.
//!
//! A font may give the width of each glyph in turn (`5 [500 610]`) or one width for a run of them
//! (`5 8 500`). The library takes the second for something else, and every letter of such a file
//! would stand where the first one does; so runs are spelled out before it looks.

use pdf_extract::{Document, Object};

/// Glyph ids are two bytes.
const MOST: i64 = 65_536;

/// Spells out every run of widths of every font.
pub(super) fn spell_out(document: &mut Document) {
    let mut shared = Vec::new();
    for object in document.objects.values_mut() {
        let Ok(font) = object.as_dict_mut() else {
            continue;
        };
        let is_font = font
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|name| name.starts_with(b"CIDFontType"));
        if !is_font {
            continue;
        }
        match font.get_mut(b"W") {
            Ok(Object::Array(widths)) => spell(widths),
            Ok(Object::Reference(id)) => shared.push(*id),
            _ => {} // A font without widths of its own.
        }
    }
    for id in shared {
        if let Some(Object::Array(widths)) = document.objects.get_mut(&id) {
            spell(widths);
        }
    }
}

fn spell(widths: &mut Vec<Object>) {
    let mut out = Vec::with_capacity(widths.len());
    let mut left = MOST;
    let mut rest = widths.as_slice();
    loop {
        match rest {
            [first, each @ Object::Array(_), after @ ..] => {
                out.extend([first.clone(), each.clone()]);
                rest = after;
            }
            [
                Object::Integer(first),
                Object::Integer(last),
                width,
                after @ ..,
            ] => {
                let count = last.saturating_sub(*first).saturating_add(1).clamp(0, left);
                left -= count;
                let each = (0..count).map(|_| width.clone()).collect();
                out.extend([Object::Integer(*first), Object::Array(each)]);
                rest = after;
            }
            _ => break, // The end, or what is no list of widths.
        }
    }
    *widths = out;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_spelled_out_and_the_rest_stays() {
        let number = Object::Integer;
        let mut widths = vec![
            number(1),
            Object::Array(vec![number(500)]),
            number(5),
            number(7),
            number(610),
            number(9),
            number(i64::MAX),
            number(1),
        ];

        spell(&mut widths);

        assert_eq!(widths[..2], [number(1), Object::Array(vec![number(500)])]);
        assert_eq!(
            widths[2..4],
            [number(5), Object::Array(vec![number(610); 3])]
        );
        assert!(widths[5].as_array().unwrap().len() <= 65_536);
    }
}
