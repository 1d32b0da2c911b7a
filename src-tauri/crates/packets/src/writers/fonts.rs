//! The typefaces that travel with the app, and what they can print.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontVariations};
use typst::utils::LazyHash;

use crate::printable::SUBSTITUTE;

const REGULAR: &[u8] = include_bytes!("../../../../../assets/fonts/NotoSans-Regular.ttf");
const STRONG: &[u8] = include_bytes!("../../../../../assets/fonts/NotoSans-SemiBold.ttf");

const SIGNS: &[u8] = include_bytes!("../../../../../assets/fonts/NotoSansMath-Regular.ttf");

/// The names the page asks for, in turn: letters, and then the signs they lack (≥, →, □).
pub(crate) const FAMILIES: [&str; 2] = ["Noto Sans", "Noto Sans Math"];

/// The fonts, and the book that lists them.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
    measures: Vec<FontInstance>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = [REGULAR, STRONG, SIGNS]
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect();
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        measures: fonts
            .iter()
            .map(|font| {
                let variant = font.info().variant;
                font.clone()
                    .instantiate(variant, Abs::pt(10.0), &FontVariations::default())
            })
            .collect(),
        fonts,
    }
});

/// How wide the letters of Latin script are, by their number.
static COMMON: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let latin = ('\0'..='\u{024F}').map(|c| FONTS.measured(c));
    latin.collect()
});

impl Fonts {
    /// Whether some font can print it.
    pub(crate) fn covers(&self, c: char) -> bool {
        self.fonts
            .iter()
            .any(|font| font.info().coverage.contains(u32::from(c)))
    }

    /// The words with each character that has no glyph replaced; those, in order.
    pub(crate) fn cover(&self, words: &str) -> (String, Vec<char>) {
        let mut lost = Vec::new();
        let covered = words
            .chars()
            .map(|c| {
                if c == '\n' || self.covers(c) {
                    return c;
                }
                lost.push(c);
                SUBSTITUTE
            })
            .collect();
        (covered, lost)
    }

    /// How wide the words are at size 1, in the wider of the fonts.
    pub(crate) fn width(&self, words: &str) -> f64 {
        words.chars().map(|c| self.advance(c)).sum()
    }

    /// How wide a character is at size 1, in the widest font that has it.
    pub(crate) fn advance(&self, c: char) -> f64 {
        // Every letter of a standard is measured for every letter typed in it.
        let common = COMMON.get(c as usize).copied();
        common.unwrap_or_else(|| self.measured(c))
    }

    fn measured(&self, c: char) -> f64 {
        let widths = self.measures.iter().filter_map(|font| {
            let glyph = font.ttf().glyph_index(c)?;
            font.x_advance(glyph.0).map(|advance| advance.get())
        });
        widths.fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_print_spanish_and_their_own_substitute() {
        assert_eq!(FONTS.fonts.len(), 3);
        for c in "áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’–—…•°ºª½€²α●‐−×≥≤≠≈→✓□■●".chars()
        {
            assert!(FONTS.covers(c), "{c} cannot be printed");
        }
        assert!(FONTS.covers(SUBSTITUTE));
    }

    #[test]
    fn what_is_known_of_a_letter_is_what_is_measured() {
        for c in "aÑ¿ſ\u{024F}\u{0250}—Ж".chars() {
            assert_eq!(FONTS.advance(c), FONTS.measured(c), "{c}");
        }
    }

    #[test]
    fn a_character_without_glyph_is_replaced_and_told() {
        assert_eq!(
            FONTS.cover("La 🚲 de 東京"),
            (
                "La \u{FFFD} de \u{FFFD}\u{FFFD}".to_owned(),
                vec!['🚲', '東', '京']
            )
        );
    }
}
