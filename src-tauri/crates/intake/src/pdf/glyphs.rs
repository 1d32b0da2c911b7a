//! The glyphs of a page, where they stand, gathered into rows of words.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// One glyph, or several that a font draws as one.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub(crate) x: f64,
    pub(crate) end: f64,
    /// The base line, from the top of the page.
    pub(crate) y: f64,
    pub(crate) size: f64,
    pub(crate) text: String,
}

/// What stands for a letter that cannot be told.
const NAMELESS: &str = "\u{FFFD}";

/// Most glyphs that a page is read with; a page of small print has about six thousand.
const MOST: usize = 60_000;

/// What a page draws.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) glyphs: Vec<Glyph>,
    /// Glyphs that run up, down or backwards: a turned page, or a stamp in the margin.
    turned: Vec<(i8, Glyph)>,
    left: f64,
    top: f64,
}

impl OutputDev for Page {
    fn begin_page(
        &mut self,
        _: u32,
        media: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        (self.left, self.top) = (media.llx, media.ury);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        if self.turned.len() > self.glyphs.len() {
            let way = self.turned[0].0;
            let (kept, _): (Vec<_>, Vec<_>) = std::mem::take(&mut self.turned)
                .into_iter()
                .partition(|(w, _)| *w == way);
            self.glyphs = kept.into_iter().map(|(_, glyph)| glyph).collect();
        }
        Ok(())
    }

    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        char: &str,
    ) -> Result<(), OutputError> {
        let (a, b, c, d) = (trm.m11, trm.m12, trm.m21, trm.m22);
        let size = (c * c + d * d).sqrt() * font_size.abs();
        let advance = width * font_size.abs() * (a * a + b * b).sqrt();
        let (x, y) = (trm.m31 - self.left, self.top - trm.m32);
        let numbers = [size, advance, x, y];
        if numbers.iter().any(|n| !n.is_finite())
            || size < 0.5
            || self.glyphs.len() + self.turned.len() > MOST
        {
            return Ok(());
        }
        // A glyph whose letter the file does not say keeps its place: silence would lose it.
        let text = if char.is_empty() { NAMELESS } else { char };
        let glyph = |x: f64, y: f64| Glyph {
            x,
            end: x + advance.max(0.0),
            y,
            size,
            text: text.to_owned(),
        };
        let (flat, steep) = (a.abs(), b.abs());
        if steep <= flat * 0.2 && a > 0.0 {
            self.glyphs.push(glyph(x, y));
        } else if flat <= steep * 0.2 {
            // Read as if the page were turned upright.
            let upright = if b > 0.0 {
                (1, glyph(-y, x))
            } else {
                (-1, glyph(y, -x))
            };
            self.turned.push(upright);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// A word of a row.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) x: f64,
    pub(crate) end: f64,
    pub(crate) text: String,
}

/// The words on one base line.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) y: f64,
    pub(crate) size: f64,
    pub(crate) words: Vec<Word>,
}

/// The rows of a page from top to bottom, each from left to right.
pub(crate) fn rows(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if same_line(line, &glyph) => line.push(glyph),
            _ => lines.push(vec![glyph]),
        }
    }
    lines.into_iter().filter_map(row).collect()
}

/// Whether a glyph stands on the line: raised and small letters do too.
fn same_line(line: &[Glyph], glyph: &Glyph) -> bool {
    let base = line.iter().max_by(|a, b| a.size.total_cmp(&b.size));
    base.is_some_and(|base| {
        let near = 0.30 * base.size.max(glyph.size);
        (glyph.y - base.y).abs() <= near
    })
}

fn row(mut line: Vec<Glyph>) -> Option<Row> {
    line.sort_by(|a, b| a.x.total_cmp(&b.x));
    // A bold letter is drawn twice by some programs.
    line.dedup_by(|b, a| {
        a.text == b.text && (b.x - a.x).abs() < 0.12 * a.size && !a.text.trim().is_empty()
    });
    let solid = || line.iter().filter(|glyph| !glyph.text.trim().is_empty());
    let size = {
        let mut sizes: Vec<f64> = solid().map(|glyph| glyph.size).collect();
        sizes.sort_by(f64::total_cmp);
        *sizes.get(sizes.len() / 2)?
    };
    let y = solid().map(|glyph| glyph.y).fold(0.0, f64::max);
    let mut words: Vec<Word> = Vec::new();
    let mut spaced = true;
    for glyph in &line {
        if glyph.text.trim().is_empty() {
            spaced = true;
            continue;
        }
        match words.last_mut() {
            Some(word) if !spaced && glyph.x - word.end < 0.17 * size => {
                word.text.push_str(&glyph.text);
                word.end = word.end.max(glyph.end);
            }
            _ => words.push(Word {
                x: glyph.x,
                end: glyph.end,
                text: glyph.text.clone(),
            }),
        }
        spaced = false;
    }
    Some(Row { y, size, words })
}
