//! A page without a format: what is printed, in which order, and which part each text came from.
//!
//! A form makes a sheet and a writer spells it. What a person wrote is always a [`Text`]: writers
//! place it as it is and never read it as markup.

use domain::ec::part::{Field, List};
use domain::ids::PartId;

/// The lines an office prints above its papers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// From the top.
    pub lines: Vec<String>,
}

/// What stands on every page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Frame {
    /// At the left of the head.
    pub letterhead: Vec<String>,
    /// In the middle of the head.
    pub title: String,
    /// At the left of the foot: the name of the form, and its code.
    pub form: [String; 2],
    /// At the right of the foot: a label, and what is under it.
    pub version: Option<[String; 2]>,
    /// The label of the page number.
    pub page: String,
    /// The word between a page and the number of them.
    pub of: String,
    /// Whether the page number stands at the right of the head, and not at the foot.
    pub paged_above: bool,
    /// Who signs each page, over the foot: at the left, at the right.
    pub signatures: Option<[String; 2]>,
}

/// What is printed, less the frame of each page and the fixed words of the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sheet {
    /// The title of the file.
    pub title: String,
    pub frame: Frame,
    pub blocks: Vec<Block>,
    /// Where each marked text came from.
    pub sources: Vec<Source>,
    /// What is said across every page, and in its head; nothing where it is empty.
    pub mark: String,
    /// Whether the page lies.
    pub wide: bool,
}

/// What a text on the page is the text of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source {
    /// Of which part; `None` is the standard itself.
    pub part: Option<PartId>,
    /// Which text of it.
    pub field: Option<Field>,
    /// Which list stands here, where it is the list that is marked.
    pub list: Option<List>,
}

/// Some words, with what they are the text of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Text {
    pub words: String,
    /// Into [`Sheet::sources`].
    pub source: Option<usize>,
}

impl Text {
    /// Words of the form, that nobody typed.
    pub(crate) fn fixed(words: &str) -> Text {
        Text {
            words: words.to_owned(),
            source: None,
        }
    }
}

/// One thing on the page, from the top down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading: 1 is a section, 2 a label on its own line, 3 a block of an element.
    Heading { level: u8, text: Text },
    /// A heading that is printed in plain letters.
    Quiet { text: String },
    /// A smaller label, on its own line.
    Label { text: Text },
    /// A line that leads into what follows.
    Lead { text: String },
    /// A paragraph.
    Paragraph { text: Text },
    /// A paragraph whose words say by their look what became of them.
    Compared { runs: Vec<Run> },
    /// A label and what follows on its line.
    Named { label: String, text: Text },
    /// Bulleted lines.
    Bullets { items: Vec<Text> },
    /// Lines one under the other, each beginning with its code; one that does not fit hangs.
    Lines { items: Vec<Text> },
    /// Names one under the other; where one does not fit on its line, bullets tell them apart.
    Names { items: Vec<Text> },
    /// A numbered line with its bullets.
    Numbered {
        number: u32,
        text: Text,
        bullets: Vec<Text>,
    },
    /// A picture.
    Figure(Figure),
    /// Columns.
    Table(Table),
    /// A new page begins.
    NewPage,
}

/// A picture, and what it is of for those who hear the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// As its file holds it: PNG, JPEG or SVG.
    pub bytes: Vec<u8>,
    pub says: String,
}

/// What a picture is, as its bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FigureKind {
    Png,
    Jpeg,
    Svg,
}

impl Figure {
    /// A picture of a kind and a size that pages can show; nothing of another file.
    pub fn of(bytes: Vec<u8>, says: &str) -> Option<Figure> {
        let picture = Figure {
            bytes,
            says: crate::printable::printable(says, false),
        };
        picture.is_bounded().then_some(picture)
    }

    pub(crate) fn kind(&self) -> Option<FigureKind> {
        let head = self.bytes.get(..self.bytes.len().min(1024))?;
        if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(FigureKind::Png);
        }
        if head.starts_with(b"\xff\xd8\xff") {
            return Some(FigureKind::Jpeg);
        }
        let text = String::from_utf8_lossy(head);
        text.contains("<svg").then_some(FigureKind::Svg)
    }

    /// The width and the height that a picture of points says it has; nothing of a drawing.
    pub(crate) fn size(&self) -> Option<(u64, u64)> {
        let size = match self.kind()? {
            FigureKind::Png | FigureKind::Jpeg => imagesize::blob_size(&self.bytes).ok()?,
            FigureKind::Svg => return None,
        };
        let size = (
            u64::try_from(size.width).ok()?,
            u64::try_from(size.height).ok()?,
        );
        (size.0 > 0 && size.1 > 0).then_some(size)
    }

    /// Whether it is small enough to be unpacked: a file of a few bytes may say it is a wall of points.
    pub(crate) fn is_bounded(&self) -> bool {
        const MOST_POINTS: u64 = 50_000_000;
        match self.kind() {
            Some(FigureKind::Png | FigureKind::Jpeg) => self
                .size()
                .is_some_and(|(width, height)| width.saturating_mul(height) <= MOST_POINTS),
            Some(FigureKind::Svg) => true,
            None => false,
        }
    }
}

impl Block {
    /// How many bytes it says.
    pub(crate) fn length(&self) -> usize {
        let texts = |texts: &[Text]| texts.iter().map(|text| text.words.len()).sum::<usize>();
        match self {
            Block::Heading { text, .. }
            | Block::Label { text }
            | Block::Paragraph { text }
            | Block::Named { text, .. } => text.words.len(),
            Block::Quiet { text } | Block::Lead { text } => text.len(),
            Block::Compared { runs } => runs.iter().map(|run| run.words.len()).sum(),
            Block::Bullets { items } | Block::Lines { items } | Block::Names { items } => {
                texts(items)
            }
            Block::Numbered { text, bullets, .. } => text.words.len() + texts(bullets),
            Block::Table(table) => {
                let blocks = table.rows.iter().flatten().flatten();
                blocks.map(Block::length).sum()
            }
            // It is kept on one page whatever it holds.
            Block::Figure(_) | Block::NewPage => 0,
        }
    }
}

/// Words of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub fate: Fate,
    pub words: String,
}

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// They stay.
    Stays,
    /// They are not said any more: struck out.
    Goes,
    /// They are said now: underlined and heavy.
    Comes,
}

/// Columns, with or without a head that is repeated on each page. In a grid, a row of one cell goes
/// across all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub look: Look,
    /// The share of the width that each column takes, in hundredths.
    pub shares: Vec<u32>,
    pub head: Vec<Text>,
    pub rows: Vec<Vec<Cell>>,
    /// Whether it opens what follows, and stays on its page.
    pub leads: bool,
}

/// What is in one place of a table.
pub(crate) type Cell = Vec<Block>;

/// How a table looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Data without lines, as the official form prints it.
    Open,
    /// Data with a thin line between rows, for our own papers.
    Ruled,
    /// Data in boxes, some of them to be filled by hand.
    Grid,
    /// No data at all: things side by side.
    Layout,
}

/// Where a sheet is being made: it knows the sources.
#[derive(Debug, Default)]
pub(crate) struct Making {
    pub(crate) blocks: Vec<Block>,
    pub(crate) sources: Vec<Source>,
}

impl Making {
    /// A text of a part.
    pub(crate) fn of(&mut self, part: PartId, field: Field, words: &str) -> Text {
        self.marked(Some(part), Some(field), None, words)
    }

    /// A text of the standard itself.
    pub(crate) fn own(&mut self, field: Field, words: &str) -> Text {
        self.marked(None, Some(field), None, words)
    }

    /// A fixed heading that stands over a list.
    pub(crate) fn over(&mut self, owner: Option<PartId>, list: List, words: &str) -> Text {
        self.marked(owner, None, Some(list), words)
    }

    fn marked(
        &mut self,
        part: Option<PartId>,
        field: Option<Field>,
        list: Option<List>,
        words: &str,
    ) -> Text {
        self.sources.push(Source { part, field, list });
        Text {
            words: words.to_owned(),
            source: Some(self.sources.len() - 1),
        }
    }

    pub(crate) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }
}
