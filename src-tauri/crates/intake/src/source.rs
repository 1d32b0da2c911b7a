//! What every reader of a file format hands on: lines, with what the layout knows about them.

use std::collections::HashMap;

use crate::slice::Slice;

/// One line as the source has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Raw {
    /// From 1.
    pub(crate) page: u32,
    /// From 1, within its page.
    pub(crate) line: u32,
    pub(crate) text: Slice,
    /// Which cell of a row it stands in, where the layout shows a row of several.
    pub(crate) column: Option<u16>,
    /// Which row that is; rows are counted through the document.
    pub(crate) row: u32,
    /// Whether the layout shows that a paragraph begins here.
    pub(crate) begins: bool,
    /// Whether the line before it stopped although the first word of this one would have fitted.
    pub(crate) after_short: bool,
    /// Whether white space stands above it.
    pub(crate) gap: bool,
    /// Whether the layout shows that it is printed outside the page's text: header or footer.
    pub(crate) furniture: bool,
    /// How far down its page it stands, in points; 0 where that is not known.
    pub(crate) y: i32,
}

impl Raw {
    /// A line of which only the text is known.
    pub(crate) fn text(page: u32, line: u32, text: &str) -> Raw {
        Raw::of(page, line, text.into())
    }

    /// A line of which only the text is known, part of a longer one.
    pub(crate) fn of(page: u32, line: u32, text: Slice) -> Raw {
        Raw {
            page,
            line,
            text,
            column: None,
            row: 0,
            begins: false,
            after_short: false,
            gap: false,
            furniture: false,
            y: 0,
        }
    }
}

/// The lines of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Source {
    pub(crate) lines: Vec<Raw>,
    /// Whether `begins` can be believed: each paragraph is known from its neighbours.
    pub(crate) laid_out: bool,
}

impl Source {
    /// Text whose paragraphs have to be guessed, from blank lines and from lines that stop early.
    pub(crate) fn flowing(lines: Vec<Raw>) -> Source {
        Source {
            lines,
            laid_out: false,
        }
    }

    /// Notices, among these lines of the document, which come after one that stopped early.
    ///
    /// A line that stops long before the right edge of its page ends a paragraph, if the next word
    /// would have had room. Letters differ in width, so only clear cases count.
    pub(crate) fn notice_breaks(&mut self, content: &[usize]) {
        if self.laid_out {
            return;
        }
        let length = |text: &str| text.trim().chars().count();
        let mut widest: HashMap<u32, usize> = HashMap::new();
        for &at in content {
            let raw = &self.lines[at];
            let width = widest.entry(raw.page).or_default();
            *width = (*width).max(length(&raw.text));
        }
        for pair in content.windows(2) {
            let (above, here) = (&self.lines[pair[0]], &self.lines[pair[1]]);
            let word = here
                .text
                .split_whitespace()
                .next()
                .map_or(0, |w| w.chars().count());
            let width = widest.get(&above.page).copied().unwrap_or(0);
            self.lines[pair[1]].after_short = (length(&above.text) + 1 + word) * 100 < width * 86;
        }
    }
}
