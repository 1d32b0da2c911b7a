//! A PDF to lines: page by page, by where its glyphs stand.
//!
//! The order in which a PDF draws says little about the order in which it is read, so the lines are
//! made from positions: rows, then columns. The libraries below may panic on damaged files; that is
//! caught here and becomes an error.

mod bounds;
mod columns;
mod encodings;
mod glyphs;
mod tail;
mod widths;

use std::collections::BTreeMap;

use pdf_extract::{Document, LoadOptions, Object};

use self::columns::Line;
use crate::error::Error;
use crate::limits;
use crate::quiet::quietly;
use crate::source::{Raw, Source};
use crate::watch::{self, Step, Watch};

/// The lines of a PDF.
pub(crate) fn source(bytes: &[u8], watch: &mut Watch<'_>) -> Result<Source, Error> {
    read(bytes, watch).map_err(|error| {
        // What a password hides looks damaged without it.
        let locked = bytes.windows(8).any(|window| window == b"/Encrypt");
        if locked && matches!(error, Error::DamagedPdf | Error::ScannedPdf) {
            Error::EncryptedPdf
        } else {
            error
        }
    })
}

fn read(bytes: &[u8], watch: &mut Watch<'_>) -> Result<Source, Error> {
    bounds::streams(bytes)?;
    let (document, pages) = opened(bytes).or_else(|error| {
        if error != Error::DamagedPdf {
            return Err(error);
        }
        let mended = tail::mended(bytes).find_map(|bytes| opened(&bytes).ok());
        mended.ok_or(error)
    })?;
    if pages.len() > limits::PAGES {
        return Err(Error::TooManyPages {
            pages: pages.len(),
            limit: limits::PAGES,
        });
    }
    let mut source = Source {
        lines: Vec::new(),
        laid_out: true,
    };
    let mut rows_of_tables = 0;
    let (mut read, mut damaged, mut chars) = (0, 0, 0);
    let mut scales = bounds::Scales::default();
    for ((at, page), (&number, &id)) in (1..).zip(1..).zip(&pages) {
        let step = Step::Page {
            at,
            of: pages.len(),
        };
        watch::step(watch, step)?;
        quietly(|| scales.weigh(&document, id)).unwrap_or(Err(Error::DamagedPdf))?;
        let glyphs = quietly(|| {
            let mut drawn = glyphs::Page::default();
            pdf_extract::output_doc_page(&document, &mut drawn, number).map(|()| drawn.glyphs)
        });
        match glyphs {
            Some(Ok(glyphs)) => {
                read += 1;
                let rows = glyphs::rows(glyphs);
                let lines = columns::lines(&rows, &mut rows_of_tables);
                chars += lines.iter().map(|line| line.text.len()).sum::<usize>();
                source.lines.extend(raws(page, &lines));
            }
            _ => damaged += 1,
        }
        if chars > limits::TEXT_CHARS {
            return Err(Error::TooLarge {
                bytes: chars,
                limit: limits::TEXT_CHARS,
            });
        }
    }
    if is_wrapped_elsewhere(&source) {
        for raw in &mut source.lines {
            raw.begins &= raw.column.is_some() && !raw.after_short;
            raw.after_short = false;
        }
    }
    // A page that cannot be read would be lost without a word: the document is refused.
    if damaged > 0 {
        return Err(Error::DamagedPdf);
    }
    if read > 0 && is_unreadable(&source) {
        return Err(Error::ScannedPdf);
    }
    Ok(source)
}

/// Whether there is no text, or more than half of its letters cannot be told.
fn is_unreadable(source: &Source) -> bool {
    let letters = source.lines.iter().flat_map(|raw| raw.text.chars());
    let letters = letters.filter(|c| !c.is_whitespace());
    let (known, nameless) = letters.fold((0, 0), |(known, nameless), c| match c {
        '\u{FFFD}' => (known, nameless + 1),
        _ => (known + 1, nameless),
    });
    known <= nameless
}

/// Whether the lines were broken before they were set on this page: many stop early in mid-sentence, so
/// that where a line stops says nothing.
fn is_wrapped_elsewhere(source: &Source) -> bool {
    let goes_on =
        |raw: &&Raw| raw.text.starts_with(char::is_lowercase) && raw.text.chars().count() > 2;
    let going_on = source.lines.iter().filter(goes_on).count();
    let short = source
        .lines
        .iter()
        .filter(goes_on)
        .filter(|raw| raw.after_short)
        .count();
    going_on >= 8 && short * 3 > going_on
}

/// The pages of a document by number, each with its object.
type Pages = BTreeMap<u32, (u32, u16)>;

/// The document and its pages, of which it has at least one.
fn opened(bytes: &[u8]) -> Result<(Document, Pages), Error> {
    let document = quietly(|| load(bytes)).unwrap_or(Err(Error::DamagedPdf))?;
    let pages = quietly(|| document.get_pages()).ok_or(Error::DamagedPdf)?;
    if pages.is_empty() {
        return Err(Error::DamagedPdf);
    }
    Ok((document, pages))
}

fn load(bytes: &[u8]) -> Result<Document, Error> {
    let options = LoadOptions::with_filter(lighten);
    let mut document =
        Document::load_mem_with_options(bytes, options).map_err(|error| match error {
            pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_) => {
                Error::EncryptedPdf
            }
            _ => Error::DamagedPdf, // Whatever else it is, it cannot be followed.
        })?;
    if document.is_encrypted() {
        return Err(Error::EncryptedPdf);
    }
    widths::spell_out(&mut document);
    encodings::by_code(&mut document);
    Ok(document)
}

/// Pictures are dropped as soon as they are met: only text is read.
fn lighten(id: (u32, u16), object: &mut Object) -> Option<((u32, u16), Object)> {
    if let Object::Stream(stream) = object {
        let picture = stream
            .dict
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|name| name == b"Image");
        if picture {
            stream.content = Vec::new();
        }
        return Some((id, Object::Null)); // A stream is kept where it is; this is not looked at.
    }
    Some((id, object.clone()))
}

/// The lines of a page as the reader of standards takes them.
fn raws(page: u32, lines: &[Line]) -> Vec<Raw> {
    let pitch = usual_step(lines);
    let mut out = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let above = at.checked_sub(1).and_then(|at| lines.get(at));
        let same_cell = above.filter(|above| above.cell == line.cell);
        let step = above.map_or(0.0, |above| line.y - above.y);
        let short = line.after_short;
        let first_of_cell = line.cell.is_some() && same_cell.is_none();
        out.push(Raw {
            page,
            line: u32::try_from(at + 1).unwrap_or(u32::MAX),
            text: line.text.as_str().into(),
            column: line
                .cell
                .map(|(_, column)| u16::try_from(column).unwrap_or(u16::MAX)),
            row: u32::try_from(line.cell.map_or(0, |(row, _)| row)).unwrap_or(u32::MAX),
            // A line that stopped early after the end of a sentence or an item ended its paragraph.
            begins: (short && line.after_end)
                || (first_of_cell && line.cell.is_some_and(|(_, column)| column == 0)),
            after_short: short,
            gap: step > pitch * 1.35 || above.is_none(),
            furniture: false,
            y: format!("{:.0}", line.y).parse().unwrap_or(0),
        });
    }
    out
}

/// The usual distance from a line to the next in the same paragraph.
fn usual_step(lines: &[Line]) -> f64 {
    let mut steps: Vec<f64> = lines
        .windows(2)
        .map(|pair| pair[1].y - pair[0].y)
        .filter(|step| *step > 1.0)
        .collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(12.0).max(1.0)
}
