//! An outline to the functions of a map: from a Word document (headings, lists, numbers or a table),
//! from a workbook (numbers, levels, who hangs from whom, or one column further in for each level), or
//! from text.
//!
//! It tells what it did not understand, line by line, and refuses what is no tree: a function that
//! hangs from itself, however far around.

use std::collections::{HashMap, HashSet};

use domain::functional_map::Function;
use domain::functional_map::edit::{MOST_FUNCTIONS, MOST_LEVELS};
use domain::ids::Ids;
use domain::text::fold;

use crate::error::Error;
use crate::sheets::{self, Sheet};
use crate::{docx, kind, text};

/// What an outline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The main purpose; empty where it names none.
    pub purpose: String,
    /// The functions below it.
    pub functions: Vec<Function>,
    /// What was read otherwise than it was written: where, and how.
    pub mended: Vec<Told>,
    /// What was not understood: where, and what it says.
    pub not_understood: Vec<Told>,
}

/// Something said of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// «Renglón 12», «Hoja 1, fila 3».
    pub place: String,
    /// What it says, or what was done, in Spanish.
    pub text: String,
}

/// A line of an outline, as its file has it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) place: String,
    pub(crate) cells: Vec<String>,
    /// The level of its heading, from 0.
    pub(crate) heading: Option<usize>,
    /// How deep in a list, from 0.
    pub(crate) listed: Option<usize>,
    /// How far in it begins.
    pub(crate) indent: Option<usize>,
}

/// Whether a text is data for a program, as a map that was exported, and no outline that people write.
fn is_data(bytes: &[u8]) -> bool {
    let said = bytes.trim_ascii();
    matches!(
        (said.first(), said.last()),
        (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']'))
    )
}

/// Reads an outline from the bytes of a Word document, a workbook or a text.
pub fn read_outline(bytes: &[u8], ids: &mut Ids) -> Result<Outline, Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    let kind = kind::kind(bytes).map_err(Error::UnknownKind)?;
    let mut hidden = Vec::new();
    let lines = match kind {
        kind::Kind::Zip if sheets::is_workbook(bytes) => {
            let sheets = sheets::sheets(bytes)?;
            hidden.extend(sheets.iter().filter(|it| it.hidden).map(|sheet| Told {
                place: format!("Hoja «{}»", sheet.name),
                text: "Está oculta: no se leyó.".to_owned(),
            }));
            of_sheets(sheets)
        }
        kind::Kind::Zip => docx::outline(bytes)?,
        kind::Kind::Text if is_data(bytes) => return Err(Error::NoOutline),
        kind::Kind::Text => of_text(&text::source(bytes)?),
        kind::Kind::Pdf => return Err(Error::NoOutline),
    };
    let mut outline = of_lines(lines, ids)?;
    outline.not_understood.extend(hidden);
    Ok(outline)
}

fn of_sheets(sheets: Vec<Sheet>) -> Vec<Line> {
    let several = sheets.iter().filter(|it| !it.rows.is_empty()).count() > 1;
    let lines = sheets.into_iter().flat_map(|sheet| {
        let name = sheet.name;
        sheet.rows.into_iter().map(move |row| {
            let indent = row.cells.iter().position(|cell| !cell.is_empty());
            Line {
                place: match several {
                    true => format!("Hoja «{name}», fila {}", row.number),
                    false => format!("Fila {}", row.number),
                },
                cells: row.cells,
                indent,
                ..Line::default()
            }
        })
    });
    lines.collect()
}

fn of_text(source: &crate::source::Source) -> Vec<Line> {
    let lines = source
        .lines
        .iter()
        .filter(|raw| !raw.text.trim().is_empty());
    let lines = lines.map(|raw| {
        let spaces = raw.text.chars().take_while(|c| c.is_whitespace());
        Line {
            place: format!("Renglón {}", raw.line),
            cells: vec![raw.text.trim().to_owned()],
            indent: Some(spaces.map(|c| if c == '\t' { 4 } else { 1 }).sum()),
            ..Line::default()
        }
    });
    lines.collect()
}

/// A line whose depth is known.
struct Deep {
    place: String,
    depth: usize,
    text: String,
}

#[derive(Default)]
struct Reading {
    purpose: String,
    deep: Vec<Deep>,
    mended: Vec<Told>,
    not_understood: Vec<Told>,
    /// The numbers that the file gave so far.
    numbers: HashSet<String>,
}

impl Reading {
    /// A map counts its own numbers: where the file gives one twice, that is told.
    fn numbered(&mut self, place: &str, number: &str) {
        let number = number.trim_end_matches('.');
        if !number.is_empty() && !self.numbers.insert(number.to_owned()) {
            self.mended.push(Told {
                place: place.to_owned(),
                text: format!(
                    "El número «{number}» ya lo tiene otra función; ésta se numera por su lugar."
                ),
            });
        }
    }
}

fn of_lines(lines: Vec<Line>, ids: &mut Ids) -> Result<Outline, Error> {
    let mut reading = Reading::default();
    match header(&lines) {
        Some((at, columns)) => table(lines, at, &columns, &mut reading)?,
        None => free(lines, &mut reading),
    }
    let Reading {
        mut purpose,
        mut deep,
        mut mended,
        not_understood,
        ..
    } = reading;
    // One line alone at the top, with everything below it, is what all of it is for.
    let least = deep.iter().map(|it| it.depth).min().unwrap_or_default();
    let alone = deep.iter().filter(|it| it.depth == least).count() == 1;
    if purpose.is_empty() && alone && deep.len() > 1 && deep[0].depth == least {
        purpose = deep.remove(0).text;
    }
    if deep.len() >= MOST_FUNCTIONS {
        return Err(Error::TooManyFunctions {
            functions: deep.len(),
            limit: MOST_FUNCTIONS,
        });
    }
    if deep.is_empty() && purpose.is_empty() {
        return Err(Error::NoOutline);
    }
    let least = deep.iter().map(|it| it.depth).min().unwrap_or_default();
    let mut functions: Vec<Function> = Vec::new();
    let mut above: Option<usize> = None;
    for line in deep {
        let wanted = line.depth - least;
        let depth = wanted.min(above.map_or(0, |above| above + 1));
        if depth + 1 >= MOST_LEVELS {
            return Err(Error::TooDeep {
                place: line.place,
                limit: MOST_LEVELS,
            });
        }
        if depth < wanted {
            mended.push(Told {
                place: line.place,
                text: "Salta de nivel; se puso debajo de la función anterior.".to_owned(),
            });
        }
        let mut list = &mut functions;
        for _ in 0..depth {
            let Some(at) = list.len().checked_sub(1) else {
                break;
            };
            list = &mut list[at].parts;
        }
        list.push(Function {
            text: line.text,
            ..Function::blank(ids.part())
        });
        above = Some(depth);
    }
    Ok(Outline {
        purpose,
        functions,
        mended,
        not_understood,
    })
}

/// Which column says what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    function: usize,
    number: Option<usize>,
    level: Option<usize>,
    parent: Option<usize>,
}

/// The row that names the columns, where there is one.
fn header(lines: &[Line]) -> Option<(usize, Columns)> {
    let find = |cells: &[String], names: &[&str]| {
        let folded = cells.iter().map(|cell| fold(cell));
        let mut folded = folded.enumerate();
        folded
            .find(|(_, cell)| names.contains(&cell.as_str()))
            .map(|(at, _)| at)
    };
    lines.iter().take(30).enumerate().find_map(|(at, line)| {
        let function = find(
            &line.cells,
            &["funcion", "funciones", "redaccion", "descripcion", "texto"],
        )?;
        let columns = Columns {
            function,
            number: find(
                &line.cells,
                &["no", "n", "num", "numero", "clave", "id", "nº"],
            ),
            level: find(&line.cells, &["nivel"]),
            parent: find(
                &line.cells,
                &[
                    "depende de",
                    "funcion superior",
                    "pertenece a",
                    "padre",
                    "de la funcion",
                ],
            ),
        };
        let told = columns.number.or(columns.level).or(columns.parent);
        told.map(|_| (at, columns))
    })
}

fn table(
    lines: Vec<Line>,
    header: usize,
    columns: &Columns,
    reading: &mut Reading,
) -> Result<(), Error> {
    let cell = |line: &Line, at: Option<usize>| -> String {
        let cell = at.and_then(|at| line.cells.get(at));
        cell.cloned().unwrap_or_default()
    };
    let mut rows = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        let text = cell(&line, Some(columns.function));
        if at <= header || text.is_empty() {
            // The words above the table are its title, which the map has elsewhere.
            if at != header {
                reading.not_understood.push(Told {
                    text: line.cells.join(" ").trim().to_owned(),
                    place: line.place,
                });
            }
            continue;
        }
        let level = fold(&cell(&line, columns.level));
        if level.starts_with("proposito") && reading.purpose.is_empty() {
            reading.purpose = text;
            continue;
        }
        rows.push((
            line.place.clone(),
            cell(&line, columns.number),
            level,
            cell(&line, columns.parent),
            text,
        ));
    }
    if rows.len() > MOST_FUNCTIONS {
        return Err(Error::TooManyFunctions {
            functions: rows.len(),
            limit: MOST_FUNCTIONS,
        });
    }
    for (place, number, ..) in &rows {
        reading.numbered(place, number);
    }
    if columns.parent.is_some() {
        return hung(rows, reading);
    }
    for (place, number, level, _, text) in rows {
        let numbers = number
            .split(['.', '-'])
            .filter(|part| !part.is_empty())
            .count();
        let depth = match (numbers, named_level(&level)) {
            (0, None) => {
                reading.not_understood.push(Told { place, text });
                continue;
            }
            (0, Some(depth)) => depth,
            (numbers, _) => numbers - 1,
        };
        reading.deep.push(Deep { place, depth, text });
    }
    Ok(())
}

/// The depth that a level says: a number, or its name.
fn named_level(level: &str) -> Option<usize> {
    let named = match level {
        "funcion clave" | "clave" => Some(0),
        "funcion intermedia" | "intermedia" => Some(1),
        "funcion individual" | "individual" => Some(2),
        "funcion elemental" | "elemental" => Some(3),
        _ => None, // A number, or nothing.
    };
    named.or_else(|| level.parse::<usize>().ok()?.checked_sub(1))
}

type Row = (String, String, String, String, String);

/// Rows that say what each hangs from: by its number, or by its words.
fn hung(rows: Vec<Row>, reading: &mut Reading) -> Result<(), Error> {
    let mut known: HashMap<String, usize> = HashMap::new();
    for (at, (_, number, _, _, text)) in rows.iter().enumerate() {
        for name in [number.clone(), fold(text)] {
            if !name.is_empty() {
                known.entry(name).or_insert(at);
            }
        }
    }
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(rows.len());
    let mut lost = vec![false; rows.len()];
    for (at, (_, _, _, parent, _)) in rows.iter().enumerate() {
        let found = known.get(parent).or_else(|| known.get(&fold(parent)));
        let top = parent.is_empty() || fold(parent) == fold(&reading.purpose);
        lost[at] = found.is_none() && !top;
        parents.push(found.copied());
    }
    let mut depths = Vec::with_capacity(rows.len());
    for (at, (place, ..)) in rows.iter().enumerate() {
        let (mut depth, mut on) = (0, parents[at]);
        while let Some(above) = on {
            depth += 1;
            if depth > rows.len() {
                let place = place.clone();
                return Err(Error::Cycle { place });
            }
            on = parents[above];
        }
        depths.push(depth);
    }
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
    let mut ahead = Vec::new();
    for (at, parent) in parents.iter().enumerate() {
        match parent {
            Some(parent) => below[*parent].push(at),
            None => ahead.push(at),
        }
    }
    ahead.reverse();
    while let Some(at) = ahead.pop() {
        ahead.extend(below[at].iter().rev());
        let (place, _, _, parent, text) = &rows[at];
        // What hangs from what is not there is not put elsewhere, nor what hangs from that.
        if lost[at] {
            for under in &below[at] {
                lost[*under] = true;
            }
            let why = match parents[at] {
                None => "que no está",
                Some(_) => "que no se pudo poner",
            };
            reading.not_understood.push(Told {
                place: place.clone(),
                text: format!("{text} (depende de «{parent}», {why})"),
            });
            continue;
        }
        reading.deep.push(Deep {
            place: place.clone(),
            depth: depths[at],
            text: text.clone(),
        });
    }
    Ok(())
}

/// Lines without a table: depth by number, by heading and list, or by indent.
fn free(lines: Vec<Line>, reading: &mut Reading) {
    let mut indents: Vec<usize> = Vec::new();
    let mut under = 0;
    let headed = lines
        .iter()
        .any(|line| line.heading.is_some() || line.listed.is_some());
    for line in lines {
        let said = line.cells.iter().filter(|cell| !cell.is_empty());
        let said: Vec<&str> = said.map(String::as_str).collect();
        let joined = said.join(" ");
        let (number, text) = numbered(&joined);
        let text = domain::text::clean(text, false);
        let place = line.place;
        if text.is_empty() {
            continue;
        }
        let folded = fold(&text);
        let rest = ["proposito principal", "proposito clave", "proposito"]
            .iter()
            .find_map(|name| folded.strip_prefix(name));
        if rest.is_some() && reading.purpose.is_empty() && reading.deep.is_empty() {
            let purpose = text
                .split_once([':', '.'])
                .map_or("", |(_, rest)| rest.trim());
            if !purpose.is_empty() {
                reading.purpose = purpose.to_owned();
                continue;
            }
        }
        reading.numbered(&place, number.unwrap_or_default());
        let count = number.map(|number| number.split('.').filter(|part| !part.is_empty()).count());
        let depth = match (count, line.heading, line.listed, line.indent) {
            (Some(count), ..) => count - 1,
            (None, Some(heading), ..) => {
                under = heading.saturating_add(1);
                heading
            }
            (None, None, Some(listed), _) => under.saturating_add(listed),
            (None, None, None, Some(indent)) if !headed => {
                while indents.last().is_some_and(|open| *open > indent) {
                    indents.pop();
                }
                if indents.last() != Some(&indent) {
                    indents.push(indent);
                }
                indents.len() - 1
            }
            // The first words that are neither may be what all the rest is for.
            (None, None, None, _) if reading.purpose.is_empty() && reading.deep.is_empty() => {
                reading.purpose = text;
                continue;
            }
            (None, None, None, _) => {
                reading.not_understood.push(Told { place, text });
                continue;
            }
        };
        reading.deep.push(Deep { place, depth, text });
    }
}

/// The number that a line begins with, «1.2.1», and its words.
fn numbered(line: &str) -> (Option<&str>, &str) {
    let bullet = |c: char| {
        matches!(
            c,
            '•' | '·' | '●' | '○' | '▪' | '-' | '–' | '*' | 'o' | '\u{F0B7}'
        )
    };
    if let Some(rest) = line.strip_prefix(bullet)
        && rest.starts_with(char::is_whitespace)
    {
        return (None, rest);
    }
    let end = line.find(|c: char| !c.is_ascii_digit() && c != '.');
    let number = &line[..end.unwrap_or(0)];
    let count = number.split('.').filter(|part| !part.is_empty()).count();
    let rest = line[number.len()..].trim_start_matches(['-', ')', '°']);
    let parted = number.ends_with('.') || rest.len() < line.len() - number.len() || count > 1;
    let opens =
        rest.trim_start().starts_with(char::is_uppercase) && rest.starts_with(char::is_whitespace);
    match count {
        0 => (None, line),
        1 if !parted && !opens => (None, line),
        _ => (Some(number), rest),
    }
}

#[cfg(test)]
mod tests;
