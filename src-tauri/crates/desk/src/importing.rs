//! A published standard that comes in: read with the desk let go, then begun as a draft.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use domain::ids::Ids;
use intake::{NotUnderstood, Reading, Repair, Step};
use packets::document::{Document, EcRepair, EcUnplaced, WithIds};

use crate::Desk;
use crate::error::Error;
use crate::files;
use crate::standards::Origin;
use crate::wire::{AtPath, ImportedView};
use crate::work::{Progress, Work, flow, step};

/// The largest file that is read as a standard.
const LARGEST: u64 = intake::limits::FILE_BYTES as u64;

/// The JSON of a reading: the standard without ids, with what was mended and what was not
/// understood. What a large file holds is not held twice.
fn document_of(reading: Reading) -> Document {
    let mut document = Document::of(&reading.standard, WithIds::No);
    drop(reading.standard);
    document.format = Some(reading.format.code().to_owned());
    document.repairs = Some(repairs(reading.repairs));
    document.not_understood = Some(unplaced(reading.not_understood));
    document
}

fn repairs(repairs: Vec<Repair>) -> Vec<EcRepair> {
    let repairs = repairs.into_iter().map(|repair| EcRepair {
        page: repair.page,
        line: repair.line,
        from: repair.from,
        to: repair.to,
    });
    repairs.collect()
}

fn unplaced(lines: Vec<NotUnderstood>) -> Vec<EcUnplaced> {
    let lines = lines.into_iter().map(|line| EcUnplaced {
        page: line.page,
        line: line.line,
        text: line.text,
    });
    lines.collect()
}

impl Desk {
    /// Begins to read a file to show what it says; nothing is written.
    pub fn begin_reading(&mut self, path: &Path) -> Importing {
        Importing {
            path: path.to_owned(),
            // Nothing is kept of it: what is said of a file is the same each time it is read.
            ids: Ids::fixed(),
        }
    }

    /// Begins to take in a published standard.
    pub fn begin_import(&mut self, request: AtPath) -> Result<Importing, Error> {
        // A workspace that cannot be written in says so before anything is read.
        self.store.write(|_| Ok::<_, Error>(()))?;
        Ok(Importing {
            path: PathBuf::from(&request.path),
            ids: self.office.now().ids(),
        })
    }

    /// Takes in what was read as a draft that keeps its code as the source's.
    pub fn finish_import(&mut self, read: ReadFile) -> Result<ImportedView, Error> {
        let ReadFile {
            reading,
            name,
            digest,
            mut ids,
        } = read;
        let origin = Origin {
            origin: "FILE".to_owned(),
            file: name,
            digest,
            format: reading.format.code().to_owned(),
            repairs: repairs(reading.repairs),
            not_understood: unplaced(reading.not_understood),
        };
        let mut standard = reading.standard;
        standard.source_code = std::mem::take(&mut standard.code);
        let made = self.begin(&standard, &origin, &mut ids)?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(ImportedView {
            id: made.id,
            format: origin.format,
            repairs: count(origin.repairs.len()),
            not_understood: count(origin.not_understood.len()),
        })
    }
}

/// A file to read as a standard.
pub struct Importing {
    path: PathBuf,
    ids: Ids,
}

/// A file that was read as a standard.
pub struct ReadFile {
    pub(crate) reading: Reading,
    pub(crate) name: String,
    digest: String,
    ids: Ids,
}

impl ReadFile {
    /// What it says, as JSON.
    pub fn into_document(self) -> Document {
        document_of(self.reading)
    }
}

impl Work for Importing {
    type Done = ReadFile;

    fn run(mut self, progress: &mut Progress<'_>) -> Result<ReadFile, Error> {
        step(progress, "Abriendo el documento", 0, 0)?;
        let bytes = files::read(&self.path, LARGEST)?;
        let digest = domain::edition::Digest::of(&bytes).to_string();
        let reading = read(bytes, &mut self.ids, progress)?;
        step(progress, "Anotándolo en el registro", 0, 0)?;
        Ok(ReadFile {
            reading,
            name: files::name(&self.path),
            digest,
            ids: self.ids,
        })
    }
}

/// Reads a standard, and says how far it is.
pub(crate) fn read<'a>(
    bytes: impl Into<Cow<'a, [u8]>>,
    ids: &mut Ids,
    progress: &mut Progress<'_>,
) -> Result<Reading, Error> {
    let mut watch = |at: Step| told(at, progress);
    Ok(intake::read_watched(bytes, ids, &mut watch)?)
}

/// What the lines of a paper say, whatever paper it is.
pub(crate) fn lines(bytes: &[u8], progress: &mut Progress<'_>) -> Result<Vec<String>, Error> {
    Ok(intake::lines(bytes, &mut |at| told(at, progress))?)
}

/// Says what reading is at.
fn told(at: Step, progress: &mut Progress<'_>) -> ControlFlow<()> {
    let (says, done, of) = match at {
        Step::Opening => ("Abriendo el documento".to_owned(), 0, 0),
        Step::Page { at, of } => (format!("Leyendo la página {at} de {of}"), at - 1, of),
        Step::Line { at, of } => ("Reparando palabras partidas".to_owned(), at - 1, of),
        Step::Placing { at, of } => ("Ordenando lo que se leyó".to_owned(), at - 1, of),
        Step::Row { at, of } => ("Leyendo los renglones".to_owned(), at - 1, of),
        Step::Part { at, of } => ("Armando el estándar".to_owned(), at - 1, of),
    };
    flow(step(progress, says, done, of))
}
