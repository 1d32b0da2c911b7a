//! A workbook to rows: the words of each cell, sheet by sheet, bounded before anything is inflated.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{Data, Reader as _, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use crate::error::Error;
use crate::limits;
use crate::quiet::quietly;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether whoever opens the workbook does not see it.
    pub hidden: bool,
    /// Its rows that say something; none of a hidden one, which may hold what was given up,
    /// unless the app hid it itself.
    pub rows: Vec<SheetRow>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// From 1, as the sheet shows it.
    pub number: usize,
    /// The words of its cells, from the first column on; trimmed, on one line.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// The words of a column, from 0; empty where there are none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells
            .get(column)
            .map(String::as_str)
            .unwrap_or_default()
    }
}

/// Whether the bytes are a workbook, whatever its name.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    let archive = ZipArchive::new(Cursor::new(bytes));
    archive.is_ok_and(|archive| {
        let mut names = archive.file_names().flatten();
        names.any(|name| name.starts_with("xl/workbook"))
    })
}

/// The sheets of a workbook.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Error> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Error::TooLarge {
            bytes: bytes.len(),
            limit: limits::FILE_BYTES,
        });
    }
    sheets_of(bytes, ROWS)
}

/// The same, with the rows of a sheet that the app itself hid in what it writes.
pub fn sheets_and_own(bytes: &[u8], own: &str) -> Result<Vec<Sheet>, Error> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Error::TooLarge {
            bytes: bytes.len(),
            limit: limits::FILE_BYTES,
        });
    }
    looked(bytes, ROWS, Some(own))
}

/// The sheets of a workbook whose size was looked at, up to so many rows.
pub(crate) fn sheets_of(bytes: &[u8], most: usize) -> Result<Vec<Sheet>, Error> {
    looked(bytes, most, None)
}

fn looked(bytes: &[u8], most: usize, own: Option<&str>) -> Result<Vec<Sheet>, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    crate::kind::kind(bytes).map_err(Error::UnknownKind)?;
    if !is_workbook(bytes) {
        return Err(Error::NotXlsx);
    }
    bounded(bytes)?;
    quietly(|| open(bytes, most, own)).unwrap_or(Err(Error::DamagedXlsx))
}

/// Refuses what opens out to more than is read, by what the archive says and by what it does.
fn bounded(bytes: &[u8]) -> Result<(), Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::DamagedXlsx)?;
    let limit = u64::try_from(limits::INFLATED_BYTES).unwrap_or(u64::MAX);
    let mut left = limit;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| Error::DamagedXlsx)?;
        let mut counted = std::io::Read::take(part, left + 1);
        let size = std::io::copy(&mut counted, &mut std::io::sink());
        let size = size.map_err(|_| Error::DamagedXlsx)?;
        left = left.checked_sub(size).ok_or(Error::ZipBomb {
            limit: limits::INFLATED_BYTES,
        })?;
    }
    Ok(())
}

fn open(bytes: &[u8], most: usize, own: Option<&str>) -> Result<Vec<Sheet>, Error> {
    let book = Xlsx::new(Cursor::new(bytes));
    let mut book = book.map_err(|_| Error::DamagedXlsx)?;
    let mut sheets = Vec::new();
    let mut left = most;
    for (name, hidden) in names(&book) {
        let rows = match hidden && own != Some(&*name) {
            true => Vec::new(),
            false => rows(&mut book, &name, left)?,
        };
        left -= rows.len();
        sheets.push(Sheet { name, hidden, rows });
    }
    match sheets
        .iter()
        .all(|sheet| sheet.hidden || sheet.rows.is_empty())
    {
        true => Err(Error::Empty),
        false => Ok(sheets),
    }
}

fn names<R: Read + Seek>(book: &Xlsx<R>) -> Vec<(String, bool)> {
    let known = book.sheets_metadata().iter();
    known
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect()
}

/// The rows of a sheet that say something, cell by cell: two cells at its far ends are a table of
/// millions to whoever lays it out whole.
fn rows<R: Read + Seek>(
    book: &mut Xlsx<R>,
    name: &str,
    most: usize,
) -> Result<Vec<SheetRow>, Error> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()), // A chart has a sheet to itself.
        Err(_) => return Err(Error::DamagedXlsx),
    };
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut slots = 0;
    loop {
        let cell = match cells.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            // What a formula came to, in a word that came later than the reader: it says nothing.
            Err(XlsxError::CellError(_)) => continue,
            Err(_) => return Err(Error::DamagedXlsx),
        };
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let said = words(&Data::from(cell.get_value().clone()));
        if said.is_empty() || column >= COLUMNS {
            continue;
        }
        let row = rows.entry(row).or_default();
        if row.len() <= column {
            slots += column + 1 - row.len();
            row.resize(column + 1, String::new());
        }
        row[column] = said;
        if rows.len() > most || slots > SLOTS {
            return Err(Error::TooManyLines {
                lines: most.saturating_add(1),
                limit: most,
            });
        }
    }
    let rows = rows.into_iter().map(|(row, cells)| SheetRow {
        number: usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1),
        cells,
    });
    Ok(rows.collect())
}

/// Rows with something in them, and columns, that are read.
const ROWS: usize = 50_000;
const COLUMNS: usize = 1_000;
/// Cells of a sheet, blank ones before the last of a row counted too.
const SLOTS: usize = 2_000_000;

fn words(cell: &Data) -> String {
    let text = match cell {
        Data::Empty | Data::Error(_) => String::new(),
        // «1.10» typed as a number is 1.1: whoever numbers writes text.
        other => other.to_string(),
    };
    domain::text::clean(&text, false)
}
