//! A Word document to lines: its paragraphs, with the bullets and numbers that Word draws by itself, and
//! its tables cell by cell.
//!
//! Only what is printed counts: what was deleted with tracked changes is skipped, and of two drawings
//! of one text box the first is taken. Parts are inflated against a limit, so a small file that opens
//! out without end is refused.

mod body;
mod numbering;

use std::io::{Cursor, Read};

use zip::ZipArchive;

use self::body::Paragraph;
use self::numbering::Numbering;
use crate::error::Error;
use crate::limits;
use crate::outline::Line;
use crate::source::{Raw, Source};
use crate::watch::Watch;

/// Most headers and footers that are looked at: each section of a document has up to six.
const FRAMES: usize = 300;

/// The lines of a Word document.
pub(crate) fn source(bytes: &[u8], watch: &mut Watch<'_>) -> Result<Source, Error> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::DamagedDocx)?;
    let mut parts = Parts {
        archive,
        left: limits::INFLATED_BYTES,
    };
    let names: Vec<String> = parts
        .archive
        .file_names()
        .flatten()
        .map(|name| name.into_owned())
        .collect();
    let main = main_part(&names).ok_or(Error::NotDocx)?;
    let text = parts.text(&main)?.ok_or(Error::NotDocx)?;
    let styles = parts.text("word/styles.xml")?.unwrap_or_default();
    let numbering = parts.text("word/numbering.xml")?.unwrap_or_default();
    let mut numbering = Numbering::read(&numbering, &styles);
    let mut lines = Vec::new();
    for name in names.iter().filter(|name| is_furniture(name)).take(FRAMES) {
        let part = parts.text(name)?.unwrap_or_default();
        let mut own = numbering.clone();
        lines.extend(
            body::paragraphs(&part, &mut own, watch)?
                .into_iter()
                .map(|paragraph| (paragraph, true)),
        );
    }
    refuse_endless(&lines)?;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        let notes = parts.text(name)?.unwrap_or_default();
        lines.extend(
            body::paragraphs(&notes, &mut numbering.clone(), watch)?
                .into_iter()
                .map(|paragraph| (paragraph, false)),
        );
    }
    lines.extend(
        body::paragraphs(&text, &mut numbering, watch)?
            .into_iter()
            .map(|paragraph| (paragraph, false)),
    );
    refuse_endless(&lines)?;
    let source = raws(&lines);
    if source
        .lines
        .iter()
        .all(|raw| raw.furniture || raw.text.trim().is_empty())
    {
        return Err(Error::Empty);
    }
    Ok(source)
}

/// The lines of a Word document as an outline: what is a heading, what is in a list, what is a row of
/// a table.
pub(crate) fn outline(bytes: &[u8]) -> Result<Vec<Line>, Error> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::DamagedDocx)?;
    let mut parts = Parts {
        archive,
        left: limits::INFLATED_BYTES,
    };
    let names = parts.archive.file_names().flatten();
    let names: Vec<String> = names.map(|name| name.into_owned()).collect();
    let main = main_part(&names).ok_or(Error::NotDocx)?;
    let text = parts.text(&main)?.ok_or(Error::NotDocx)?;
    let styles = parts.text("word/styles.xml")?.unwrap_or_default();
    let numbering = parts.text("word/numbering.xml")?.unwrap_or_default();
    let mut numbering = Numbering::read(&numbering, &styles);
    let mut go = |_| std::ops::ControlFlow::Continue(());
    let paragraphs = body::paragraphs(&text, &mut numbering, &mut go)?;
    let mut lines: Vec<Line> = Vec::new();
    let mut row = None;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let said = domain::text::clean(&paragraph.text, false);
        let Some((id, column)) = paragraph.cell else {
            if !said.is_empty() {
                lines.push(Line {
                    place: format!("Párrafo {}", at + 1),
                    heading: paragraph.style.as_deref().and_then(heading),
                    listed: paragraph
                        .listed
                        .then_some(paragraph.list.1.unwrap_or(0) as usize),
                    cells: vec![said],
                    indent: None,
                });
            }
            continue;
        };
        if row != Some(id) {
            row = Some(id);
            lines.push(Line {
                place: format!("Tabla, fila {id}"),
                ..Line::default()
            });
        }
        if let Some(line) = lines.last_mut() {
            let column = usize::from(column);
            if line.cells.len() <= column {
                line.cells.resize(column + 1, String::new());
            }
            let cell = &mut line.cells[column];
            *cell = format!("{cell} {said}").trim().to_owned();
        }
    }
    match lines
        .iter()
        .all(|line| line.cells.iter().all(String::is_empty))
    {
        true => Err(Error::Empty),
        false => Ok(lines),
    }
}

/// The level of a heading by the name of its style: «Heading2», «Ttulo2», «Título 2».
fn heading(style: &str) -> Option<usize> {
    let name = style.trim_end_matches(|c: char| c.is_ascii_digit());
    let named = matches!(
        name.trim().to_lowercase().as_str(),
        "heading" | "ttulo" | "título" | "titulo" | "berschrift"
    );
    let level: usize = style[name.len()..].parse().ok()?;
    // Word has nine; what says more is somebody's own style.
    (named && (1..=9).contains(&level)).then(|| level - 1)
}

/// Each part is bounded as it is read; many of them together are too.
fn refuse_endless(lines: &[(Paragraph, bool)]) -> Result<(), Error> {
    let chars = lines
        .iter()
        .map(|(paragraph, _)| paragraph.text.len() + body::PARAGRAPH_CHARS)
        .sum();
    if chars > limits::TEXT_CHARS {
        return Err(Error::TooLarge {
            bytes: chars,
            limit: limits::TEXT_CHARS,
        });
    }
    Ok(())
}

fn main_part(names: &[String]) -> Option<String> {
    let usual = names.iter().find(|name| *name == "word/document.xml");
    let other = || {
        names
            .iter()
            .find(|name| name.starts_with("word/document") && name.ends_with(".xml"))
    };
    usual.or_else(other).cloned()
}

fn is_furniture(name: &str) -> bool {
    name.ends_with(".xml") && (name.starts_with("word/header") || name.starts_with("word/footer"))
}

struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be inflated.
    left: usize,
}

impl Parts<'_> {
    /// The text of a part, if there is one of that name.
    fn text(&mut self, name: &str) -> Result<Option<String>, Error> {
        if !self
            .archive
            .file_names()
            .flatten()
            .any(|known| known == name)
        {
            return Ok(None);
        }
        let part = self.archive.by_name(name).map_err(|_| Error::DamagedDocx)?;
        let mut bytes = Vec::new();
        let limit = u64::try_from(self.left).unwrap_or(u64::MAX);
        part.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| Error::DamagedDocx)?;
        if bytes.len() > self.left {
            return Err(Error::ZipBomb {
                limit: limits::INFLATED_BYTES,
            });
        }
        self.left -= bytes.len();
        let bytes = bytes
            .strip_prefix(b"\xEF\xBB\xBF")
            .map(<[u8]>::to_vec)
            .unwrap_or(bytes);
        String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| Error::DamagedDocx)
    }
}

/// The paragraphs as lines.
fn raws(paragraphs: &[(Paragraph, bool)]) -> Source {
    let wrapped = is_wrapped(paragraphs);
    let mut lines = Vec::new();
    let (mut page, mut line) = (1, 0);
    let mut gap = true;
    for (paragraph, furniture) in paragraphs {
        page += paragraph.page_breaks;
        if paragraph.page_breaks > 0 {
            line = 0;
        }
        if paragraph.text.trim().is_empty() {
            gap = true;
            if !furniture {
                line += 1;
                lines.push(Raw::text(page, line, ""));
            }
            continue;
        }
        for (at, text) in paragraph.text.split('\n').enumerate() {
            line += 1;
            let mut raw = Raw::text(page, line, text);
            raw.begins = at == 0 && !wrapped;
            raw.gap = gap && at == 0;
            raw.furniture = *furniture;
            if let Some((row, column)) = paragraph.cell {
                (raw.row, raw.column) = (row, Some(column));
            }
            lines.push(raw);
        }
        gap = false;
    }
    Source {
        lines,
        laid_out: !wrapped,
    }
}

/// Whether the paragraphs are really lines of text broken elsewhere: many begin in small letters where
/// the one before did not end.
fn is_wrapped(paragraphs: &[(Paragraph, bool)]) -> bool {
    let texts: Vec<&str> = paragraphs
        .iter()
        .filter(|(paragraph, furniture)| {
            !furniture && !paragraph.listed && !paragraph.text.trim().is_empty()
        })
        .map(|(paragraph, _)| paragraph.text.trim())
        .collect();
    let broken = texts.windows(2).filter(|pair| {
        let open = pair[0].ends_with(|c: char| c.is_alphanumeric() || c == ',');
        let goes_on = pair[1].starts_with(char::is_lowercase) && pair[1].chars().count() > 2;
        open && goes_on
    });
    broken.count() * 14 > texts.len().max(14)
}
