//! What comes in: bytes to domain values, with the list of what was not understood and of what was
//! repaired.
//!
//! It reports and never refuses for drafting's sake; it refuses, typed, what is damaged, too large or
//! not what it says it is. It never judges what it reads: a defect that was printed is read as it was.

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

mod error;
pub mod limits;

mod kind;
mod quiet;
mod slice;
mod source;
mod watch;

mod docx;
mod garbled;
mod pdf;
mod text;

mod lines;
mod phrase;
mod repair;

mod ec;
mod outline;
mod sheets;
mod table;

pub mod catalogues;

mod show;

use std::borrow::Cow;
use std::ops::ControlFlow;

use domain::ec::{CompetenceStandard, Format};
use domain::ids::Ids;

pub use error::Error;
pub use kind::Looks;
pub use outline::{Outline, Told, read_outline};
pub use sheets::{Sheet, SheetRow, sheets, sheets_and_own};
pub use table::{TableRow, table};
pub use watch::{Step, Watch};

/// A standard as it was read, and what the reader has to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What was understood.
    pub standard: CompetenceStandard,
    /// The format it was printed in.
    pub format: Format,
    /// What was repaired of what extraction did.
    pub repairs: Vec<Repair>,
    /// The lines that have no place.
    pub not_understood: Vec<NotUnderstood>,
}

/// Letters changed or joined because extraction had split a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// From 1.
    pub page: u32,
    /// From 1, within the page.
    pub line: u32,
    /// As extracted.
    pub from: String,
    /// As read.
    pub to: String,
}

/// A line that has no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUnderstood {
    /// From 1.
    pub page: u32,
    /// From 1, within the page.
    pub line: u32,
    /// What it says.
    pub text: String,
}

/// Reads a standard from the bytes of a text file, a PDF or a Word document.
pub fn read(bytes: &[u8], ids: &mut Ids) -> Result<Reading, Error> {
    read_watched(bytes, ids, &mut |_| ControlFlow::Continue(()))
}

/// Reads a standard while somebody watches, who may stop it. Bytes that are given away are let go of
/// as soon as their lines are known.
pub fn read_watched<'a>(
    bytes: impl Into<Cow<'a, [u8]>>,
    ids: &mut Ids,
    watch: &mut Watch<'_>,
) -> Result<Reading, Error> {
    let (mut source, repairs) = open(bytes.into(), watch)?;
    Ok(ec::read(&mut source, repairs, ids, watch)?.reading)
}

/// What the lines of a file say, in the order they stand, its words made whole: of any paper, whether
/// a standard or not.
pub fn lines(bytes: &[u8], watch: &mut Watch<'_>) -> Result<Vec<String>, Error> {
    let (source, _) = open(Cow::Borrowed(bytes), watch)?;
    let lines = source.lines.iter();
    Ok(lines.map(|raw| raw.text.to_string()).collect())
}

/// The lines of a file, whatever its kind, their words made whole.
fn open(
    bytes: Cow<'_, [u8]>,
    watch: &mut Watch<'_>,
) -> Result<(source::Source, Vec<Repair>), Error> {
    watch::step(watch, Step::Opening)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    if bytes.len() > limits::FILE_BYTES {
        return Err(Error::TooLarge {
            bytes: bytes.len(),
            limit: limits::FILE_BYTES,
        });
    }
    let mut source = match kind::kind(&bytes).map_err(Error::UnknownKind)? {
        kind::Kind::Text => text::source(&bytes)?,
        kind::Kind::Pdf => pdf::source(&bytes, watch)?,
        kind::Kind::Zip => docx::source(&bytes, watch)?,
    };
    drop(bytes);
    let mut pages: Vec<u32> = source.lines.iter().map(|raw| raw.page).collect();
    pages.sort_unstable();
    pages.dedup();
    if pages.len() > limits::PAGES {
        return Err(Error::TooManyPages {
            pages: pages.len(),
            limit: limits::PAGES,
        });
    }
    let repairs = repair::mend(&mut source, watch)?;
    Ok((source, repairs))
}

#[cfg(test)]
mod tests;
