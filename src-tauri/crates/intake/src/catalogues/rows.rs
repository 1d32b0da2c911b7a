//! Text to rows of cells, and which column is which.

use super::{Column, Mistake, Told};
use crate::error::Error;
use crate::limits;
use crate::sheets::{Sheet, SheetRow};

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The line it begins in, from 1.
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
    /// Whether a quotation mark in it is not closed in its line.
    pub(super) broken: bool,
}

impl Row {
    /// How many cells there are up to the last that says something: sheets add empty ones.
    pub(super) fn width(&self) -> usize {
        let last = self.cells.iter().rposition(|cell| !cell.trim().is_empty());
        last.map_or(0, |at| at + 1)
    }
}

/// The rows of a text, whichever of the usual signs parts their cells.
pub(super) fn rows(text: &str, told: &mut Told) -> Result<Vec<Row>, Error> {
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().find(|line| !line.trim().is_empty());
    let count = |sign: &u8| {
        let head = first.unwrap_or_default();
        head.bytes().filter(|byte| byte == sign).count()
    };
    // The comma rules where nothing else stands oftener in the headings.
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
        let line = record.position().map_or(0, csv::Position::line);
        let row = Row {
            line,
            broken: record.iter().any(|cell| cell.contains('\n')),
            cells: record.iter().map(str::to_owned).collect(),
        };
        if row.width() > 0 {
            rows.push(row);
        }
        if rows.len() > limits::CATALOGUE_ENTRIES + 1 {
            return Err(Error::TooManyLines {
                lines: rows.len(),
                limit: limits::CATALOGUE_ENTRIES,
            });
        }
    }
    if rows.is_empty() && told.wrongs.is_empty() {
        return Err(Error::Empty);
    }
    Ok(rows)
}

/// How many lines may stand above the headings of a sheet: who made it, and when.
const ABOVE: usize = 20;

/// The rows of the sheet that has these headings, from them on; where none has, those of the first.
pub(super) fn of_sheets(sheets: Vec<Sheet>, columns: &[Column]) -> Vec<Row> {
    let heads = |row: &SheetRow| {
        let said = row.cells.iter().map(|cell| called(cell));
        let said: Vec<String> = said.collect();
        let there = |column: &Column| {
            let mut said = said.iter();
            said.any(|name| names(*column).contains(&name.as_str()))
        };
        columns.iter().all(there)
    };
    let head = |sheet: &Sheet| sheet.rows.iter().take(ABOVE).position(heads);
    let found = sheets
        .iter()
        .enumerate()
        .find_map(|(n, sheet)| head(sheet).map(|at| (n, at)));
    let first = sheets.iter().position(|sheet| !sheet.rows.is_empty());
    let (n, at) = found.unwrap_or((first.unwrap_or_default(), 0));
    let Some(sheet) = sheets.into_iter().nth(n) else {
        return Vec::new();
    };
    let mut rows: Vec<Row> = sheet
        .rows
        .into_iter()
        .skip(at)
        .map(|row| Row {
            line: u64::try_from(row.number).unwrap_or(u64::MAX),
            cells: row.cells,
            broken: false,
        })
        .collect();
    // A sheet keeps nothing of the blank cells at the end of a row.
    let width = rows.first().map_or(0, Row::width);
    for row in &mut rows {
        if row.cells.len() < width {
            row.cells.resize(width, String::new());
        }
    }
    rows
}

/// A heading as it is compared.
fn called(cell: &str) -> String {
    domain::text::fold(&cell.replace('_', " "))
}

/// What lists call their columns, without accents or capitals.
fn names(column: Column) -> &'static [&'static str] {
    match column {
        Column::Code => &["code", "codigo", "clave"],
        Column::Level => &["level", "nivel"],
        Column::Name => &["name", "nombre", "titulo", "descripcion"],
        Column::Parent => &["parent", "padre", "superior", "clave superior"],
        Column::Title => &["titulo", "title", "nombre"],
        Column::Committee => &["comite", "committee"],
        Column::Sector => &["sector productivo", "sector", "productive sector"],
    }
}

/// Where each column stands; nothing, once it was told, where one is not there.
pub(super) fn headings(head: &Row, columns: &[Column], told: &mut Told) -> Option<Vec<usize>> {
    let said: Vec<String> = head.cells.iter().map(|cell| called(cell)).collect();
    let mut at = Vec::new();
    for &column in columns {
        let here = |name: &&String| names(column).contains(&name.as_str());
        let found = said.iter().position(|name| here(&name));
        match found {
            Some(found) => at.push(found),
            None => told.tell(head.line, Mistake::NoColumn(column)),
        }
        if said.iter().filter(here).count() > 1 {
            told.tell(head.line, Mistake::ColumnTwice(column));
        }
    }
    let whole = at.len() == columns.len();
    let once = |wrong: &super::Wrong| !matches!(wrong.what, Mistake::ColumnTwice(_));
    (whole && told.wrongs.iter().all(once)).then_some(at)
}

/// Tells the lines whose letters were written in another encoding than the rest, or than any that is
/// known.
pub(super) fn garbled_lines(bytes: &[u8], told: &mut Told) {
    let lines = bytes.split(|&byte| byte == b'\n');
    for (line, bytes) in (1..).zip(lines) {
        let garbled = match std::str::from_utf8(bytes) {
            Ok(text) => text.contains(['Ã', 'Â', '\u{FFFD}']),
            Err(_) => true,
        };
        if garbled {
            told.tell(line, Mistake::Encoding);
        }
    }
    if told.wrongs.is_empty() {
        told.tell(0, Mistake::Encoding);
    }
}
