//! A table to rows of words: a CSV of any of the usual signs, or the first sheet of a workbook that
//! says something.

use crate::error::Error;
use crate::{kind, limits, sheets, text};

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Its number as whoever opens the file counts it, from 1.
    pub number: usize,
    /// The words of its cells; trimmed, on one line.
    pub cells: Vec<String>,
}

impl TableRow {
    /// The words of a column, from 0; empty where there are none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// The rows of a table that say something, up to `most`.
pub fn table(bytes: &[u8], most: usize) -> Result<Vec<TableRow>, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.len() > limits::FILE_BYTES {
        return Err(Error::TooLarge {
            bytes: bytes.len(),
            limit: limits::FILE_BYTES,
        });
    }
    let rows = match sheets::is_workbook(bytes) {
        true => of_workbook(bytes, most)?,
        false => of_text(bytes, most)?,
    };
    match rows.is_empty() {
        true => Err(Error::Empty),
        false => Ok(rows),
    }
}

fn of_workbook(bytes: &[u8], most: usize) -> Result<Vec<TableRow>, Error> {
    let sheets = sheets::sheets_of(bytes, most)?.into_iter();
    let first = sheets.into_iter().find(|sheet| !sheet.rows.is_empty());
    let rows = first
        .map(|sheet| sheet.rows)
        .unwrap_or_default()
        .into_iter();
    let rows = rows.map(|row| TableRow {
        number: row.number,
        cells: row.cells,
    });
    Ok(rows.collect())
}

fn of_text(bytes: &[u8], most: usize) -> Result<Vec<TableRow>, Error> {
    match kind::kind(bytes).map_err(Error::UnknownKind)? {
        kind::Kind::Text => {}
        kind::Kind::Pdf | kind::Kind::Zip => return Err(Error::NotAList),
    }
    let text = text::decode(bytes)?;
    let text = text.trim_start_matches('\u{FEFF}');
    let head = text.lines().find(|line| !line.trim().is_empty());
    let count = |sign: &u8| {
        let head = head.unwrap_or_default();
        head.bytes().filter(|byte| byte == sign).count()
    };
    let sign = b";\t,".iter().copied().max_by_key(count).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(sign)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        // The text is UTF-8, and rows may have any number of cells: nothing else can fail.
        let Ok(record) = record else { continue };
        let line = record.position().map_or(0, |at| line_of(text, at));
        let cells = record.iter().map(|cell| domain::text::clean(cell, false));
        let cells: Vec<String> = cells.collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(TableRow {
                number: line,
                cells,
            });
        }
        if rows.len() > most {
            return Err(Error::TooManyLines {
                lines: rows.len(),
                limit: most,
            });
        }
    }
    Ok(rows)
}

/// The line that a record begins in: its position is where the one before ended, and blank lines
/// may follow.
fn line_of(text: &str, at: &csv::Position) -> usize {
    let from = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    let skipped = blank.filter(|byte| **byte == b'\n').count();
    usize::try_from(at.line())
        .unwrap_or(usize::MAX)
        .saturating_add(skipped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_whatever_parts_its_cells_and_its_rows_keep_their_numbers() {
        for sign in [",", ";", "\t"] {
            let text = ["Comité", "Sector"].join(sign) + "\n\n" + &["Uno", "Social"].join(sign);
            let rows = table(text.as_bytes(), 10).unwrap();
            assert_eq!(rows[1].cells, ["Uno", "Social"]);
            assert_eq!(rows[1].number, 3);
        }
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(matches!(table(b"", 10), Err(Error::Empty)));
        assert!(matches!(table(b"\n\n", 10), Err(Error::Empty)));
        assert!(table(b"%PDF-1.7 x", 10).is_err());
        assert!(table(b"PK\x03\x04rest", 10).is_err());
        assert!(matches!(
            table(b"a\nb\nc", 2),
            Err(Error::TooManyLines { .. })
        ));
    }
}
