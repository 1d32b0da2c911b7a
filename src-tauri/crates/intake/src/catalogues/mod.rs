//! The official lists as an office downloads them: SCIAN, SINCO, the register of standards.
//!
//! What is wrong is told by line, and all of it: whoever mends a list mends it once. What is no list at
//! all (a picture, an empty file, one that is too large) is refused like any other file.

mod rows;

use std::collections::HashMap;

use domain::catalogue::{CatalogueKind, Class, Content, RegisterEntry, continues, register_code};

use crate::error::Error;
use crate::watch::{Step, Watch, step};
use crate::{kind, limits, sheets, text};

use rows::Row;

/// How many things are told of a list; how many more there are is told too.
const MOST_TOLD: usize = 200;

/// How often whoever watches is told, in rows.
const OFTEN: usize = 2_000;

/// A list as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// What it holds.
    pub content: Content,
    /// What is wrong with it, by line.
    pub wrongs: Vec<Wrong>,
    /// How many more things are wrong than are told.
    pub more: usize,
}

impl Listed {
    /// Whether it may be brought in.
    pub fn is_sound(&self) -> bool {
        self.wrongs.iter().all(|wrong| !wrong.what.blocks())
    }
}

/// One thing that is wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// In which line, from 1; 0 for the whole list.
    pub line: u64,
    /// What.
    pub what: Mistake,
}

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The official code.
    Code,
    /// The level.
    Level,
    /// The name of an entry of a classification.
    Name,
    /// The code above it.
    Parent,
    /// The title of a standard.
    Title,
    /// Its committee.
    Committee,
    /// Its sector.
    Sector,
}

/// What can be wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// Its letters were written in another encoding.
    Encoding,
    /// A column is not there.
    NoColumn(Column),
    /// A column is there twice.
    ColumnTwice(Column),
    /// A row has another number of cells than the headings.
    Cells {
        /// How many it has.
        found: usize,
        /// How many there are headings.
        expected: usize,
    },
    /// A quotation mark is opened and not closed in its line.
    Quotes,
    /// A cell that must say something is empty.
    Empty(Column),
    /// A cell is longer than any of its kind.
    TooLong(Column),
    /// It is no code of this list.
    Code(String),
    /// The code is there twice.
    CodeTwice {
        /// Which.
        code: String,
        /// The line it was in first.
        first: u64,
    },
    /// It is no level of this list.
    Level(String),
    /// The code is not of the level that the row says.
    LevelOfCode {
        /// The code.
        code: String,
        /// The level it has by its figures.
        is: &'static str,
    },
    /// A code at the top names one above it.
    TopWithParent(String),
    /// The code above is not in the list.
    ParentMissing {
        /// Of which.
        code: String,
        /// Which is not there.
        parent: String,
    },
    /// The code above is not the one that it continues.
    NotUnder {
        /// The code.
        code: String,
        /// The one that the row says.
        parent: String,
    },
}

impl Mistake {
    /// Whether a list that has it is not brought in.
    pub fn blocks(&self) -> bool {
        // A standard without its committee or sector is a standard all the same.
        !matches!(self, Mistake::Empty(Column::Committee | Column::Sector))
    }
}

/// What is wrong, as it is found.
#[derive(Debug, Default)]
struct Told {
    wrongs: Vec<Wrong>,
    more: usize,
}

impl Told {
    fn tell(&mut self, line: u64, what: Mistake) {
        if self.wrongs.len() < MOST_TOLD {
            self.wrongs.push(Wrong { line, what });
        } else {
            self.more += 1;
        }
    }
}

/// Reads a list.
pub fn read_list(
    kind: CatalogueKind,
    bytes: &[u8],
    watch: &mut Watch<'_>,
) -> Result<Listed, Error> {
    step(watch, Step::Opening)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    if bytes.len() > limits::CATALOGUE_BYTES {
        return Err(Error::TooLarge {
            bytes: bytes.len(),
            limit: limits::CATALOGUE_BYTES,
        });
    }
    let mut told = Told::default();
    let rows = match kind::kind(bytes).map_err(Error::UnknownKind)? {
        kind::Kind::Zip if sheets::is_workbook(bytes) => {
            // One more, for the headings.
            let sheets = sheets::sheets_of(bytes, limits::CATALOGUE_ENTRIES + 1)?;
            rows::of_sheets(sheets, columns(kind))
        }
        kind::Kind::Pdf | kind::Kind::Zip => return Err(Error::NotAList),
        kind::Kind::Text => match text::decode(bytes) {
            Ok(text) => rows::rows(&text, &mut told)?,
            Err(Error::BadEncoding) => {
                rows::garbled_lines(bytes, &mut told);
                Vec::new()
            }
            Err(error) => return Err(error),
        },
    };
    // The headings are no entry.
    if rows.len() > limits::CATALOGUE_ENTRIES + 1 {
        return Err(Error::TooManyLines {
            lines: rows.len(),
            limit: limits::CATALOGUE_ENTRIES,
        });
    }
    let content = match kind {
        CatalogueKind::Scian | CatalogueKind::Sinco => {
            Content::Classes(classes(kind, rows, &mut told, watch)?)
        }
        CatalogueKind::Renec => Content::Register(register(rows, &mut told, watch)?),
    };
    if content.is_empty() && told.wrongs.is_empty() {
        return Err(Error::Empty);
    }
    // A row that lacks its parent was read before it was known that the parent is not there.
    told.wrongs.sort_by_key(|wrong| wrong.line);
    Ok(Listed {
        content,
        wrongs: told.wrongs,
        more: told.more,
    })
}

/// The columns of a list.
const fn columns(kind: CatalogueKind) -> &'static [Column] {
    match kind {
        CatalogueKind::Scian | CatalogueKind::Sinco => {
            &[Column::Code, Column::Level, Column::Name, Column::Parent]
        }
        CatalogueKind::Renec => &[
            Column::Code,
            Column::Level,
            Column::Title,
            Column::Committee,
            Column::Sector,
        ],
    }
}

/// The cells of a row, or what is wrong with them.
struct Cells<'a, 'b> {
    row: &'a Row,
    at: &'a [usize],
    columns: &'a [Column],
    told: &'b mut Told,
    sound: bool,
}

impl Cells<'_, '_> {
    fn take(&mut self, column: Column) -> String {
        let at = self.columns.iter().position(|one| *one == column);
        let cell = at.and_then(|at| self.row.cells.get(self.at[at]));
        let cell = domain::text::clean(cell.map_or("", String::as_str), false);
        if cell.contains('\u{FFFD}') {
            self.wrong(Mistake::Encoding);
        }
        if cell.chars().count() > limits::CATALOGUE_CELL {
            self.wrong(Mistake::TooLong(column));
        }
        cell
    }

    fn filled(&mut self, column: Column) -> String {
        let cell = self.take(column);
        if cell.is_empty() {
            self.wrong(Mistake::Empty(column));
        }
        cell
    }

    fn wrong(&mut self, what: Mistake) {
        self.sound &= !what.blocks();
        self.told.tell(self.row.line, what);
    }
}

/// Reads each row below the headings, and says how far it is.
fn each_row<T>(
    rows: &[Row],
    columns: &[Column],
    told: &mut Told,
    watch: &mut Watch<'_>,
    mut read: impl FnMut(&mut Cells<'_, '_>) -> T,
) -> Result<Vec<(u64, T)>, Error> {
    let Some((head, rows)) = rows.split_first() else {
        return Ok(Vec::new());
    };
    let Some(at) = rows::headings(head, columns, told) else {
        return Ok(Vec::new());
    };
    let mut out = Vec::with_capacity(rows.len());
    for (n, row) in rows.iter().enumerate() {
        if n.is_multiple_of(OFTEN) {
            let of = rows.len();
            step(watch, Step::Row { at: n + 1, of })?;
        }
        let (found, expected) = (row.width(), head.width());
        if row.broken {
            told.tell(row.line, Mistake::Quotes);
        } else if found > expected || row.cells.len() < expected.min(head.cells.len()) {
            told.tell(row.line, Mistake::Cells { found, expected });
        } else {
            let mut cells = Cells {
                row,
                at: &at,
                columns,
                told,
                sound: true,
            };
            let one = read(&mut cells);
            if cells.sound {
                out.push((row.line, one));
            }
        }
    }
    Ok(out)
}

/// The code of a row, which must not have stood before.
fn once(seen: &mut HashMap<String, u64>, cells: &mut Cells<'_, '_>, code: &str) {
    let line = cells.row.line;
    match seen.get(code) {
        Some(&first) => cells.wrong(Mistake::CodeTwice {
            code: code.to_owned(),
            first,
        }),
        None => {
            seen.insert(code.to_owned(), line);
        }
    }
}

fn classes(
    kind: CatalogueKind,
    rows: Vec<Row>,
    told: &mut Told,
    watch: &mut Watch<'_>,
) -> Result<Vec<Class>, Error> {
    let mut seen = HashMap::new();
    let read = |cells: &mut Cells<'_, '_>| {
        let code = cells.filled(Column::Code).replace(['–', '—'], "-");
        let level = cells.filled(Column::Level);
        let name = cells.filled(Column::Name);
        let parent = cells.take(Column::Parent).replace(['–', '—'], "-");
        let by_figures = kind.rank_of(&code);
        let said = rank_called(kind, &level);
        match (by_figures, said) {
            (None, _) if !code.is_empty() => cells.wrong(Mistake::Code(code.clone())),
            (Some(_), None) if !level.is_empty() => cells.wrong(Mistake::Level(level)),
            (Some(is), Some(said)) if is != said => cells.wrong(Mistake::LevelOfCode {
                code: code.clone(),
                is: kind.ranks()[is].name,
            }),
            _ => {} // It fits, or is empty and was told.
        }
        if by_figures.is_some() {
            once(&mut seen, cells, &code);
        }
        Class {
            code,
            rank: by_figures.unwrap_or_default(),
            name,
            parent,
        }
    };
    let read = each_row(&rows, columns(kind), told, watch, read)?;
    for (line, class) in &read {
        let (code, parent) = (class.code.clone(), class.parent.clone());
        match (class.rank, parent.is_empty()) {
            (0, true) => {}
            (0, false) => told.tell(*line, Mistake::TopWithParent(code)),
            (_, true) => told.tell(*line, Mistake::Empty(Column::Parent)),
            (rank, false) => {
                let above = kind.rank_of(&parent);
                if above != Some(rank - 1) || !continues(&code, &parent) {
                    told.tell(*line, Mistake::NotUnder { code, parent });
                } else if !seen.contains_key(&parent) {
                    told.tell(*line, Mistake::ParentMissing { code, parent });
                }
            }
        }
    }
    Ok(read.into_iter().map(|(_, class)| class).collect())
}

/// The level of a classification by what a file calls it.
fn rank_called(kind: CatalogueKind, said: &str) -> Option<usize> {
    let said = domain::text::fold(&said.replace('_', " "));
    let called = |word: &str| domain::text::fold(&word.replace('_', " ")) == said;
    let mut ranks = kind.ranks().iter();
    ranks.position(|rank| called(rank.word) || called(rank.name))
}

fn register(
    rows: Vec<Row>,
    told: &mut Told,
    watch: &mut Watch<'_>,
) -> Result<Vec<RegisterEntry>, Error> {
    let mut seen = HashMap::new();
    let read = |cells: &mut Cells<'_, '_>| {
        let typed = cells.filled(Column::Code);
        let level = cells.filled(Column::Level);
        let title = cells.filled(Column::Title);
        let committee = cells.filled(Column::Committee);
        let sector = cells.filled(Column::Sector);
        let code = register_code(&typed);
        match &code {
            Some(code) => once(&mut seen, cells, code),
            None if typed.is_empty() => {} // It was told.
            None => cells.wrong(Mistake::Code(typed)),
        }
        let number = level_called(&level);
        if number.is_none() && !level.is_empty() {
            cells.wrong(Mistake::Level(level));
        }
        RegisterEntry {
            code: code.unwrap_or_default(),
            level: number.unwrap_or_default(),
            title,
            committee,
            sector,
        }
    };
    let columns = columns(CatalogueKind::Renec);
    let read = each_row(&rows, columns, told, watch, read)?;
    Ok(read.into_iter().map(|(_, entry)| entry).collect())
}

/// The level of a standard: «3», or «Tres» as documents have it.
fn level_called(said: &str) -> Option<u8> {
    let said = domain::text::fold(said);
    let words = ["uno", "dos", "tres", "cuatro", "cinco"];
    let numbers = (1..=5).zip(words);
    numbers
        .filter(|(number, word)| said == *word || said == number.to_string())
        .map(|(number, _)| number)
        .next()
}

#[cfg(test)]
mod tests;
