//! A workbook to rows: the words of each cell, sheet by sheet, bounded before anything is inflated.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use zip::ZipArchive;

use crate::error::Error;
use crate::limits;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows that say something.
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
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.len() > limits::FILE_BYTES {
        return Err(Error::TooLarge {
            bytes: bytes.len(),
            limit: limits::FILE_BYTES,
        });
    }
    crate::kind::kind(bytes).map_err(Error::UnknownKind)?;
    if !is_workbook(bytes) {
        return Err(Error::NotXlsx);
    }
    bounded(bytes)?;
    // A foreign library may panic over what nobody made by hand.
    let read = std::panic::catch_unwind(|| open(bytes));
    read.map_err(|_| Error::DamagedXlsx)?
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

fn open(bytes: &[u8]) -> Result<Vec<Sheet>, Error> {
    let book = Xlsx::new(Cursor::new(bytes));
    let mut book = book.map_err(|_| Error::DamagedXlsx)?;
    let mut sheets = Vec::new();
    let mut count = 0;
    for name in book.sheet_names() {
        let range = book
            .worksheet_range(&name)
            .map_err(|_| Error::DamagedXlsx)?;
        let (top, left) = range.start().unwrap_or_default();
        let before = usize::try_from(left).unwrap_or_default().min(COLUMNS);
        let mut rows = Vec::new();
        for (at, row) in range.rows().enumerate() {
            let mut cells = vec![String::new(); before];
            cells.extend(row.iter().take(COLUMNS).map(words));
            while cells.last().is_some_and(String::is_empty) {
                cells.pop();
            }
            if cells.is_empty() {
                continue;
            }
            count += 1;
            if count > ROWS {
                return Err(Error::TooManyLines {
                    lines: count,
                    limit: ROWS,
                });
            }
            let number = usize::try_from(top).unwrap_or_default() + at + 1;
            rows.push(SheetRow { number, cells });
        }
        sheets.push(Sheet { name, rows });
    }
    match sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        true => Err(Error::Empty),
        false => Ok(sheets),
    }
}

/// Rows with something in them, and columns, that are read.
const ROWS: usize = 50_000;
const COLUMNS: usize = 1_000;

fn words(cell: &Data) -> String {
    let text = match cell {
        Data::Empty | Data::Error(_) => String::new(),
        // «1.10» typed as a number is 1.1: whoever numbers writes text.
        other => other.to_string(),
    };
    domain::text::clean(&text, false)
}
