//! A sheet set on pages, by Typst in a closed world.
//!
//! The template is ours and fixed. What a person wrote reaches it as JSON values, so that it cannot
//! be markup; there is no disk, no network and no package to read. Words that a page could only
//! break where a reader would take the break for a space (at a slash, at a hyphen) are kept whole.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use domain::ec::part::{Field, List};
use serde_json::{Value, json};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use super::fonts::{FAMILIES, FONTS};
use crate::error::Error;
use crate::sheet::{self, Block, Fate, Figure, FigureKind, Look, Sheet, Text};

const TEMPLATE: &str = include_str!("../../../../../assets/forms/page.typ");

/// Points: the size of the letters, the side margins, the paper, the gap between columns.
const SIZE: f64 = 9.5;
const MARGIN: f64 = 71.0;
const PAPER: [f64; 2] = [612.0, 792.0];
const GUTTER: f64 = 12.0;
/// What a bullet and a number take off the width.
const BULLET: f64 = 26.0;
const NUMBER: f64 = 24.0;
/// A row longer than this many characters may go on to the next page.
const LONG_ROW: usize = 1_200;

/// How many characters of a name stand in the list of a PDF's headings and in what it says of
/// itself: its format bounds both.
const LONGEST_NAME: usize = 1_000;

/// A character that was printed as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Substituted {
    /// The one that no font has.
    pub character: char,
    /// Where it stands; `None` where it is not a part's text.
    pub source: Option<sheet::Source>,
}

/// A file that travels inside the document.
pub(crate) struct Attachment {
    pub(crate) name: &'static str,
    pub(crate) says: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// Pages that have been set.
pub(crate) struct Setting {
    pub(crate) document: PagedDocument,
    pub(crate) substituted: Vec<Substituted>,
}

/// Sets a sheet on pages: a file that was made on a day, or else pictures for the window, where the
/// place of each text can be found.
pub(crate) fn set(
    sheet: &Sheet,
    description: &str,
    day: Option<NaiveDate>,
    attachment: Option<Attachment>,
) -> Result<Setting, Error> {
    let mut words = Words {
        sheet,
        names: names(&sheet.sources),
        substituted: Vec::new(),
        pictures: Vec::new(),
    };
    let data = words.data(description, day, attachment.as_ref());
    let mut files = HashMap::from([(file("/sheet.json"), Bytes::from_string(data.to_string()))]);
    for (name, bytes) in std::mem::take(&mut words.pictures) {
        files.insert(file(&name), Bytes::new(bytes));
    }
    if let Some(attachment) = attachment {
        files.insert(file(attachment.name), Bytes::new(attachment.bytes));
    }
    Ok(Setting {
        document: laid(&PAGE, files)?,
        substituted: words.substituted,
    })
}

/// Whether a page can show a picture: a damaged one would keep the whole paper from being set.
pub(crate) fn shows(picture: &Figure) -> bool {
    let Some(kind) = picture.kind() else {
        return false;
    };
    let name = picture_name(0, kind);
    let page = template("/picture.typ", &format!("#image(\"{name}\")"));
    let files = HashMap::from([(file(&name), Bytes::new(picture.bytes.clone()))]);
    laid(&page, files).is_ok()
}

fn picture_name(number: usize, kind: FigureKind) -> String {
    let ending = match kind {
        FigureKind::Png => "png",
        FigureKind::Jpeg => "jpg",
        FigureKind::Svg => "svg",
    };
    format!("/picture-{number}.{ending}")
}

/// A fixed page of ours, by a name of its own.
pub(crate) fn template(path: &str, text: &str) -> Source {
    Source::new(file(path), text.to_owned())
}

/// Sets another of our pages, with the values it is made from.
pub(crate) fn compiled(page: &Source, data: &Value) -> Result<PagedDocument, Error> {
    let bytes = Bytes::from_string(data.to_string());
    laid(page, HashMap::from([(file("/sheet.json"), bytes)]))
}

fn laid(page: &Source, files: HashMap<FileId, Bytes>) -> Result<PagedDocument, Error> {
    let world = Room { page, files };
    typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|errors| Error::Setting(first(&errors)))
}

/// Lets go of what was remembered for documents older than the last few.
pub(crate) fn forget() {
    comemo::evict(4);
}

/// The first thing that went wrong, as Typst says it.
pub(crate) fn first(errors: &[SourceDiagnostic]) -> String {
    errors
        .first()
        .map(|error| error.message.to_string())
        .unwrap_or_default()
}

/// A name as a PDF may carry it beside its pages: the pages have all of it.
pub(crate) fn short(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// Words that stand on no place of the form, as its fonts can print them.
fn covered(text: &str) -> String {
    FONTS.cover(&crate::printable::printable(text, false)).0
}

/// A name for each source of a sheet, the same whatever stands before it: a line put in above must
/// not have all that follows set again.
pub(crate) fn names(sources: &[sheet::Source]) -> Vec<String> {
    let mut met: HashMap<sheet::Source, usize> = HashMap::new();
    let names = sources.iter().map(|source| {
        let times = met.entry(*source).or_default();
        *times += 1;
        let part = source.part.map(|part| part.to_string());
        let field = source.field.map(Field::code);
        let list = source.list.map(List::code);
        format!(
            "{}/{}/{}/{times}",
            part.unwrap_or_default(),
            field.unwrap_or_default(),
            list.unwrap_or_default()
        )
    });
    names.collect()
}

/// The words of a sheet, as values for the template.
struct Words<'a> {
    sheet: &'a Sheet,
    names: Vec<String>,
    substituted: Vec<Substituted>,
    /// The pictures that were met, by the name they have in the closed world.
    pictures: Vec<(String, Vec<u8>)>,
}

impl Words<'_> {
    fn data(
        &mut self,
        description: &str,
        day: Option<NaiveDate>,
        attachment: Option<&Attachment>,
    ) -> Value {
        let sheet = self.sheet;
        let frame = &sheet.frame;
        let body = PAPER[usize::from(sheet.wide)] - 2.0 * MARGIN;
        let letterhead: Vec<Value> = frame
            .letterhead
            .iter()
            .map(|line| self.pieces(&crate::printable::printable(line, false), None, body))
            .collect();
        let lines = u32::try_from(letterhead.len()).unwrap_or(u32::MAX).min(12);
        let title = short(&FONTS.cover(&sheet.title).0);
        let blocks = self.blocks(&sheet.blocks, body);
        json!({
            "title": title,
            "description": short(description),
            "marks": day.is_none(),
            "day": day.map(|day| json!({"year": day.year(), "month": day.month(), "day": day.day()})),
            "font": FAMILIES,
            "size": SIZE,
            "margin": MARGIN,
            "gutter": GUTTER,
            "top": 76.0 + 12.0 * f64::from(lines),
            "letterhead": letterhead,
            "running": covered(&frame.title),
            "form": frame.form.each_ref().map(|text| covered(text)),
            "version": frame.version.clone().unwrap_or([String::new(), String::new()]),
            "page": frame.page,
            "of": frame.of,
            "paged-above": frame.paged_above,
            "signatures": frame.signatures.as_ref().map(|both| both.each_ref().map(|text| covered(text))),
            "mark": covered(&sheet.mark),
            "wide": sheet.wide,
            "attachment": attachment.map(|a| json!({"name": a.name, "says": a.says})),
            "blocks": blocks,
        })
    }

    fn blocks(&mut self, blocks: &[Block], width: f64) -> Vec<Value> {
        let mut out: Vec<Value> = Vec::with_capacity(blocks.len());
        for block in blocks {
            let value = match block {
                Block::Heading { level, text } => {
                    let named = text.words.chars().count() <= LONGEST_NAME;
                    json!({
                        "kind": "heading", "level": level, "named": named,
                        "text": self.text(text, width),
                    })
                }
                Block::Quiet { text } => json!({"kind": "quiet", "text": covered(text)}),
                Block::Label { text } => json!({"kind": "label", "text": self.text(text, width)}),
                Block::Lead { text } => json!({"kind": "lead", "text": text}),
                Block::Paragraph { text } => {
                    json!({"kind": "paragraph", "text": self.text(text, width)})
                }
                Block::Compared { runs } => {
                    let runs: Vec<Value> = runs.iter().map(|run| self.run(run, width)).collect();
                    json!({"kind": "compared", "runs": runs})
                }
                Block::Named { label, text } => {
                    json!({"kind": "named", "label": label, "text": self.text(text, width)})
                }
                Block::Bullets { items } => {
                    json!({"kind": "bullets", "items": self.texts(items, width - BULLET)})
                }
                Block::Lines { items } => {
                    json!({"kind": "lines", "items": self.texts(items, width - BULLET)})
                }
                Block::Names { items } => {
                    let fits = |text: &Text| FONTS.width(&text.words) * SIZE < width - BULLET;
                    let kind = if items.iter().all(fits) {
                        "lines"
                    } else {
                        "bullets"
                    };
                    json!({"kind": kind, "items": self.texts(items, width - BULLET)})
                }
                Block::Numbered {
                    number,
                    text,
                    bullets,
                } => {
                    let width = width - NUMBER;
                    let item = json!({
                        "number": number,
                        "text": self.text(text, width),
                        "bullets": self.texts(bullets, width - BULLET),
                    });
                    // Neighbours are one list, for those who hear the page.
                    let list = out.last_mut().filter(|last| last["kind"] == "numbered");
                    if let Some(items) = list.and_then(|last| last["items"].as_array_mut()) {
                        items.push(item);
                        continue;
                    }
                    json!({"kind": "numbered", "items": [item]})
                }
                Block::Figure(picture) => self.picture(picture),
                Block::Table(table) => self.table(table, width),
                Block::NewPage => json!({"kind": "new-page"}),
            };
            out.push(value);
        }
        out
    }

    fn picture(&mut self, picture: &Figure) -> Value {
        let kind = picture.kind().unwrap_or(FigureKind::Png);
        let path = picture_name(self.pictures.len(), kind);
        self.pictures.push((path.clone(), picture.bytes.clone()));
        json!({"kind": "picture", "path": path, "says": picture.says})
    }

    fn table(&mut self, table: &sheet::Table, width: f64) -> Value {
        let gaps = u32::try_from(table.shares.len().saturating_sub(1)).unwrap_or_default();
        let whole = f64::from(table.shares.iter().sum::<u32>().max(1));
        let width = width - GUTTER * f64::from(gaps);
        let widths: Vec<f64> = table
            .shares
            .iter()
            .map(|share| width * f64::from(*share) / whole)
            .collect();
        let head: Vec<Value> = table
            .head
            .iter()
            .zip(&widths)
            .map(|(text, width)| self.text(text, *width))
            .collect();
        let rows: Vec<Value> = table
            .rows
            .iter()
            .map(|row| {
                let across = [width];
                let widths = match row.len() {
                    1 => &across[..],
                    _ => &widths,
                };
                let cells: Vec<Value> = row
                    .iter()
                    .zip(widths)
                    .map(|(cell, width)| Value::from(self.blocks(cell, *width)))
                    .collect();
                let length: usize = row.iter().flatten().map(Block::length).sum();
                json!({"cells": cells, "breakable": length > LONG_ROW})
            })
            .collect();
        let look = match table.look {
            Look::Open => "open",
            Look::Ruled => "ruled",
            Look::Grid => "grid",
            Look::Layout => "layout",
        };
        json!({
            "kind": "table", "look": look, "leads": table.leads, "shares": table.shares,
            "head": head, "rows": rows,
        })
    }

    fn texts(&mut self, texts: &[Text], width: f64) -> Vec<Value> {
        texts.iter().map(|text| self.text(text, width)).collect()
    }

    fn text(&mut self, text: &Text, width: f64) -> Value {
        let pieces = self.pieces(&text.words, text.source, width);
        let source = text.source.and_then(|at| self.names.get(at));
        json!({"pieces": pieces, "source": source})
    }

    fn run(&mut self, run: &sheet::Run, width: f64) -> Value {
        let fate = match run.fate {
            Fate::Stays => "stays",
            Fate::Goes => "goes",
            Fate::Comes => "comes",
        };
        json!({"fate": fate, "pieces": self.pieces(&run.words, None, width)})
    }

    /// The words as strings that flow and, between them, words that are kept whole or cut.
    fn pieces(&mut self, words: &str, source: Option<usize>, width: f64) -> Value {
        let (words, lost) = FONTS.cover(words);
        let source = source.and_then(|at| self.sheet.sources.get(at).copied());
        self.substituted.extend(
            lost.into_iter()
                .map(|character| Substituted { character, source }),
        );
        let mut pieces = Vec::new();
        let mut flowing = String::new();
        for (place, word) in glued(&words, width).iter().enumerate() {
            if place > 0 {
                flowing.push(' ');
            }
            let fits = FONTS.width(word) * SIZE < width;
            if fits && word.chars().all(flows) {
                flowing.push_str(word);
                continue;
            }
            if !flowing.is_empty() {
                pieces.push(Value::from(std::mem::take(&mut flowing)));
            }
            pieces.push(if fits {
                json!([word])
            } else {
                Value::from(cut(word, width))
            });
        }
        if !flowing.is_empty() {
            pieces.push(Value::from(flowing));
        }
        Value::from(pieces)
    }
}

/// The words of a text. One that would look like the head of an item, were a line to begin with it
/// (`26),`), is kept with the word before it.
fn glued(text: &str, width: f64) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        if is_head(word)
            && let Some(last) = words.last_mut()
        {
            let both = format!("{last} {word}");
            if FONTS.width(&both) * SIZE < width * 0.4 {
                *last = both;
                continue;
            }
        }
        words.push(word.to_owned());
    }
    words
}

/// Whether a line that begins with this word could be taken for an item: `2.`, `26),`, `–`.
fn is_head(word: &str) -> bool {
    let after = word.trim_start_matches(|c: char| c.is_ascii_digit());
    if after.len() == word.len() {
        return matches!(word, "-" | "–" | "—" | "•" | "●" | "·" | "*" | "+" | "o");
    }
    // `3.5` is the number of a section to some readers.
    let sums = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | ')');
    if !after.is_empty() && word.chars().all(sums) {
        return true;
    }
    let mut after = after.chars();
    matches!(after.next(), Some('.' | ')' | '-'))
        && !after.next().is_some_and(char::is_alphanumeric)
}

/// Whether no line would be broken beside this character, inside a word.
fn flows(c: char) -> bool {
    let letter = c.is_alphanumeric() && u32::from(c) < 0x0530;
    letter
        || matches!(
            c,
            '.' | ',' | ';' | ':' | '(' | ')' | '"' | '\'' | '«' | '»' | '“' | '”' | '¿' | '¡'
        )
}

/// A word too long for its line, in parts that fit; after a slash where there is one.
fn cut(word: &str, width: f64) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut wide = 0.0;
    for c in word.chars() {
        let advance = FONTS.advance(c) * SIZE;
        let full = wide + advance > width - 1.0;
        let pause = part.ends_with('/') && wide > width * 0.7;
        if (full || pause) && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
            wide = 0.0;
        }
        part.push(c);
        wide += advance;
    }
    parts.push(part);
    parts
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static PAGE: LazyLock<Source> = LazyLock::new(|| template("/page.typ", TEMPLATE));

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the paths are written here, and are plain names");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The closed world of one document: the template, the fonts, and the files handed in.
struct Room<'a> {
    page: &'a Source,
    files: HashMap<FileId, Bytes>,
}

impl World for Room<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.page.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.page.id() {
            return Ok(self.page.clone());
        }
        Err(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_of_a_page_does_not_hold_the_whole_sheet() {
        let (_, foot) = TEMPLATE.split_once("footer: context").unwrap();
        let (foot, _) = foot.split_once("#let render").unwrap();

        assert!(
            !foot.contains("sheet"),
            "a letter would set every line again"
        );
    }

    #[test]
    fn a_text_keeps_its_name_when_another_is_put_before_it() {
        let source = |field| sheet::Source {
            part: None,
            field: Some(field),
            list: None,
        };
        let (purpose, title) = (source(Field::Purpose), source(Field::Title));

        let before = names(&[purpose, title]);
        let after = names(&[purpose, purpose, title]);

        assert_eq!((&before[0], &before[1]), (&after[0], &after[2]));
        assert_ne!(after[0], after[1]);
    }

    #[test]
    fn a_line_never_begins_with_what_looks_like_an_item() {
        assert_eq!(
            glued("ruedas (rodada 26), Aro - y 3.5 mm", 400.0),
            ["ruedas", "(rodada 26),", "Aro -", "y 3.5", "mm"]
        );
        assert_eq!(
            glued("1. 2. 3.", 1.0),
            ["1.", "2.", "3."],
            "what is too wide is let go"
        );
    }

    #[test]
    fn a_long_word_is_cut_into_parts_that_fit() {
        let word = "https://ejemplo.mx/una/dirección/que/no/cabe/en/su/renglón/de/ninguna/manera";

        let parts = cut(word, 120.0);

        assert_eq!(parts.concat(), word);
        assert!(parts.iter().all(|part| FONTS.width(part) * SIZE < 120.0));
        assert!(parts[0].ends_with('/'));
    }
}
