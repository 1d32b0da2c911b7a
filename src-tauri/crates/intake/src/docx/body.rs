//! The text of a part: paragraphs in the order they are printed.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::numbering::Numbering;
use crate::error::Error;
use crate::limits;
use crate::watch::{self, Step, Watch};

/// A paragraph as it is printed, with the bullet or number Word draws before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Lines broken by hand are parted by `\n`.
    pub(crate) text: String,
    /// Which row of which table, and which cell of it.
    pub(crate) cell: Option<(u32, u16)>,
    /// How many pages end before it.
    pub(crate) page_breaks: u32,
    /// Whether Word draws a bullet or a number before it.
    pub(crate) listed: bool,
    pub(super) style: Option<String>,
    pub(super) list: (Option<String>, Option<u32>),
}

/// A row of a table being read.
struct Row {
    id: u32,
    column: u16,
    paragraphs: Vec<(u16, Paragraph)>,
}

/// Nested parts deeper than this are no document a person made.
const DEEP: usize = 400;

/// How many marks of the part are read between two looks at whether to go on.
const OFTEN: usize = 4_096;

/// The paragraphs of a part.
pub(crate) fn paragraphs(
    xml: &str,
    numbering: &mut Numbering,
    watch: &mut Watch<'_>,
) -> Result<Vec<Paragraph>, Error> {
    let mut reader = Reader::from_str(xml);
    let mut page = Body {
        numbering,
        out: Vec::new(),
        open: Vec::new(),
        rows: Vec::new(),
        count: 0,
        in_text: false,
        skipped: 0,
        page_breaks: 0,
        chars: 0,
    };
    let (mut depth, mut marks) = (0usize, 0usize);
    loop {
        match reader.read_event().map_err(|_| Error::DamagedDocx)? {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEP {
                    return Err(Error::DamagedDocx);
                }
                page.start(&tag);
            }
            Event::Empty(tag) => {
                page.start(&tag);
                page.end(tag.local_name().into_inner());
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                page.end(tag.local_name().into_inner());
            }
            Event::Text(text) => page.text(&text),
            Event::CData(text) => page.text(&text),
            Event::GeneralRef(entity) => {
                let named =
                    quick_xml::escape::resolve_predefined_entity(&entity).map(str::to_owned);
                let numbered = entity.resolve_char_ref().ok().flatten().map(String::from);
                page.text(&named.or(numbered).unwrap_or_default());
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        marks += 1;
        if marks % OFTEN == 0 {
            watch::step(watch, Step::Opening)?;
        }
        if page.chars > limits::TEXT_CHARS {
            return Err(Error::TooLarge {
                bytes: page.chars,
                limit: limits::TEXT_CHARS,
            });
        }
    }
    if depth > 0 {
        return Err(Error::DamagedDocx);
    }
    Ok(page.out)
}

struct Body<'a> {
    numbering: &'a mut Numbering,
    out: Vec<Paragraph>,
    /// The paragraphs being read: one inside another where a text box is.
    open: Vec<Paragraph>,
    rows: Vec<Row>,
    count: u32,
    in_text: bool,
    /// How many elements deep in something that is not printed.
    skipped: usize,
    page_breaks: u32,
    chars: usize,
}

/// What a paragraph counts for beside its text: millions of empty ones are no document.
pub(super) const PARAGRAPH_CHARS: usize = 64;

/// What is not printed, or printed already: deletions, the second drawing of a text box, field codes.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "Fallback"
            | "instrText"
            | "delText"
            | "pPrChange"
            | "rPrChange"
            | "sectPrChange"
            | "tblPrChange"
            | "numberingChange"
    )
}

impl Body<'_> {
    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let name = name.into_inner();
        if self.skipped > 0 || is_skipped(name) {
            self.skipped += 1;
            return;
        }
        match name {
            "p" => {
                self.chars += PARAGRAPH_CHARS;
                self.open.push(Paragraph {
                    page_breaks: std::mem::take(&mut self.page_breaks),
                    ..Paragraph::default()
                });
            }
            "t" => self.in_text = true,
            "tab" if attribute(tag, "pos").is_none() => self.text_of_run("\t"),
            "br" | "cr" => match attribute(tag, "type").as_deref() {
                Some("page") => self.turn_page(),
                _ => self.text_of_run("\n"),
            },
            "lastRenderedPageBreak" => self.turn_page(),
            "noBreakHyphen" => self.text_of_run("-"),
            "sym" => {
                let code =
                    attribute(tag, "char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                let symbol = code.and_then(char::from_u32).unwrap_or('•');
                self.text_of_run(&symbol.to_string());
            }
            "pStyle" => {
                if let (Some(paragraph), style) = (self.open.last_mut(), attribute(tag, "val")) {
                    paragraph.style = style;
                }
            }
            "numId" => {
                if let (Some(paragraph), id) = (self.open.last_mut(), attribute(tag, "val")) {
                    paragraph.list.0 = id;
                }
            }
            "ilvl" => {
                if let (Some(paragraph), level) = (self.open.last_mut(), attribute(tag, "val")) {
                    // Word has nine levels.
                    paragraph.list.1 = level
                        .and_then(|level| level.parse().ok())
                        .map(|level: u32| level.min(8));
                }
            }
            "tr" => {
                self.count += 1;
                self.rows.push(Row {
                    id: self.count,
                    column: 0,
                    paragraphs: Vec::new(),
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "p" => {
                if let Some(paragraph) = self.open.pop() {
                    self.close(paragraph);
                }
            }
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.column = row.column.saturating_add(1);
                }
            }
            "tr" => {
                if let Some(row) = self.rows.pop() {
                    self.close_row(row);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && self.skipped == 0 {
            self.text_of_run(text);
        }
    }

    fn text_of_run(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            self.chars += text.len();
            paragraph.text.push_str(text);
        }
    }

    fn turn_page(&mut self) {
        match self.open.last_mut() {
            // A break before any text turns the page of this paragraph, a later one that of the next.
            Some(paragraph) if paragraph.text.trim().is_empty() => paragraph.page_breaks += 1,
            _ => self.page_breaks += 1,
        }
    }

    fn close(&mut self, mut paragraph: Paragraph) {
        if !paragraph.text.trim().is_empty() {
            let (list, level) = (paragraph.list.0.clone(), paragraph.list.1);
            let mark = self
                .numbering
                .mark(list.as_deref(), level, paragraph.style.as_deref());
            if let Some(mark) = mark {
                paragraph.listed = true;
                paragraph.text = format!("{mark} {}", paragraph.text.trim_start());
            }
        }
        self.keep(paragraph);
    }

    fn keep(&mut self, paragraph: Paragraph) {
        match self.rows.last_mut() {
            Some(row) => row.paragraphs.push((row.column, paragraph)),
            None => self.out.push(paragraph),
        }
    }

    /// The paragraphs of a row, cell by cell. A row with text in its first cell only is no table.
    fn close_row(&mut self, row: Row) {
        let filled: Vec<u16> = row
            .paragraphs
            .iter()
            .filter(|(_, p)| !p.text.trim().is_empty())
            .map(|(column, _)| *column)
            .collect();
        let table = filled.iter().any(|&column| column > 0);
        let ordered = if table {
            self.side_by_side(row)
        } else {
            row.paragraphs.into_iter().map(|(_, p)| (None, p)).collect()
        };
        for (cell, mut paragraph) in ordered {
            // What a nested table said of its own cells stays.
            paragraph.cell = paragraph.cell.or(cell);
            self.keep(paragraph);
        }
    }

    /// Two cells that each hold a list of as many paragraphs are as many rows.
    fn side_by_side(&mut self, row: Row) -> Vec<(Option<(u32, u16)>, Paragraph)> {
        let solid: Vec<(u16, Paragraph)> = row
            .paragraphs
            .into_iter()
            .filter(|(_, p)| !p.text.trim().is_empty())
            .collect();
        let columns: Vec<u16> = {
            let mut columns: Vec<u16> = solid.iter().map(|(column, _)| *column).collect();
            columns.dedup();
            columns
        };
        let count = |column: u16| solid.iter().filter(|(c, _)| *c == column).count();
        if let [left, right] = columns[..] {
            let marked = solid
                .iter()
                .filter(|(c, _)| *c == left)
                .all(|(_, p)| crate::lines::is_marked(p.text.trim()));
            if marked && count(left) > 1 && count(left) == count(right) {
                let (lefts, rights): (Vec<_>, Vec<_>) =
                    solid.into_iter().partition(|(column, _)| *column == left);
                let mut out = Vec::new();
                for ((_, one), (_, other)) in lefts.into_iter().zip(rights) {
                    self.count += 1;
                    out.push((Some((self.count, left)), one));
                    out.push((Some((self.count, right)), other));
                }
                return out;
            }
        }
        solid
            .into_iter()
            .map(|(column, paragraph)| (Some((row.id, column)), paragraph))
            .collect()
    }
}

/// An attribute by its local name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .flatten()
        .find_map(|attribute| {
            let local = attribute.key.local_name();
            (local.into_inner() == name).then(|| {
                let raw = attribute.value.as_ref();
                quick_xml::escape::unescape(raw)
                    .map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned)
            })
        })
}
