//! An outline to the functions of a map: from a Word document (headings, lists, numbers or a table),
//! from a workbook (numbers, levels, who hangs from whom, or one column further in for each level), or
//! from text.
//!
//! It tells what it did not understand, line by line, and refuses what is no tree: a function that
//! hangs from itself, however far around.

use std::collections::HashMap;

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

/// Reads an outline from the bytes of a Word document, a workbook or a text.
pub fn read_outline(bytes: &[u8], ids: &mut Ids) -> Result<Outline, Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    let kind = kind::kind(bytes).map_err(Error::UnknownKind)?;
    let lines = match kind {
        kind::Kind::Zip if sheets::is_workbook(bytes) => of_sheets(sheets::sheets(bytes)?),
        kind::Kind::Zip => docx::outline(bytes)?,
        kind::Kind::Text => of_text(&text::source(bytes)?),
        kind::Kind::Pdf => return Err(Error::NoOutline),
    };
    of_lines(lines, ids)
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
            None if lost[at] => {
                let (place, _, _, parent, text) = &rows[at];
                reading.not_understood.push(Told {
                    place: place.clone(),
                    text: format!("{text} (depende de «{parent}», que no está)"),
                });
                ahead.push(at);
            }
            None => ahead.push(at),
        }
    }
    ahead.reverse();
    while let Some(at) = ahead.pop() {
        // What hangs from what is not there is not put elsewhere.
        if lost[at] {
            continue;
        }
        ahead.extend(below[at].iter().rev());
        let (place, _, _, _, text) = &rows[at];
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
        let depth = match (number, line.heading, line.listed, line.indent) {
            (Some(count), ..) => count - 1,
            (None, Some(heading), ..) => {
                under = heading + 1;
                heading
            }
            (None, None, Some(listed), _) => under + listed,
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

/// How many numbers a line begins with, «1.2.1», and its words.
fn numbered(line: &str) -> (Option<usize>, &str) {
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
        count => (Some(count), rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> Line {
        Line {
            place: format!("Fila {}", cells.len()),
            indent: cells.iter().position(|cell| !cell.is_empty()),
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
            ..Line::default()
        }
    }

    fn drawn(lines: Vec<Line>) -> String {
        fn draw(functions: &[Function], depth: usize, out: &mut String) {
            for function in functions {
                out.push_str(&format!("{}{} ", "-".repeat(depth), function.text));
                draw(&function.parts, depth + 1, out);
            }
        }
        let outline = of_lines(lines, &mut Ids::fixed()).unwrap();
        let mut out = format!("{}: ", outline.purpose);
        draw(&outline.functions, 0, &mut out);
        out.trim_end().to_owned()
    }

    #[test]
    fn a_table_is_read_by_numbers_by_levels_or_by_what_hangs_from_what() {
        let by_number = vec![
            line(&["No.", "Nivel", "Función"]),
            line(&["", "Propósito principal", "P"]),
            line(&["1", "Función clave", "A"]),
            line(&["1.1", "", "B"]),
            line(&["2", "", "C"]),
        ];
        assert_eq!(drawn(by_number), "P: A -B C");
        let by_level = vec![
            line(&["Nivel", "Función"]),
            line(&["1", "A"]),
            line(&["2", "B"]),
            line(&["1", "C"]),
        ];
        assert_eq!(drawn(by_level), ": A -B C");
        let by_parent = vec![
            line(&["No.", "Función", "Depende de"]),
            line(&["b", "B", "a"]),
            line(&["a", "A", ""]),
            line(&["c", "C", "B"]),
            line(&["d", "D", ""]),
        ];
        assert_eq!(drawn(by_parent), ": A -B --C D");
    }

    #[test]
    fn a_circle_is_refused_and_what_hangs_from_nothing_is_told() {
        let circle = vec![
            line(&["No.", "Función", "Depende de"]),
            line(&["a", "A", "b"]),
            line(&["b", "B", "a"]),
        ];
        let refused = of_lines(circle, &mut Ids::fixed());
        assert!(matches!(refused, Err(Error::Cycle { .. })));

        let lost = vec![
            line(&["No.", "Función", "Depende de"]),
            line(&["a", "A", ""]),
            line(&["b", "B", "z"]),
        ];
        let outline = of_lines(lost, &mut Ids::fixed()).unwrap();
        assert_eq!(outline.functions.len(), 1);
        assert!(outline.not_understood[0].text.contains("«z»"));
    }

    #[test]
    fn one_column_further_in_is_one_level_deeper() {
        let lines = vec![
            line(&["P"]),
            line(&["", "A"]),
            line(&["", "", "B"]),
            line(&["", "C"]),
        ];

        assert_eq!(drawn(lines), "P: A -B C");
    }

    #[test]
    fn headings_and_lists_are_levels_and_other_words_are_told() {
        let mut lines: Vec<Line> = ["P", "A", "B", "suelto", "C"]
            .iter()
            .map(|it| line(&[it]))
            .collect();
        for line in &mut lines {
            line.indent = None;
        }
        lines[1].heading = Some(0);
        lines[2].listed = Some(0);
        lines[4].listed = Some(1);

        let outline = of_lines(lines.clone(), &mut Ids::fixed()).unwrap();

        assert_eq!(drawn(lines), "P: A -B --C");
        assert_eq!(outline.not_understood[0].text, "suelto");
    }

    #[test]
    fn what_jumps_a_level_is_put_under_the_one_before_and_told() {
        let lines = vec![line(&["1 A"]), line(&["1.1.1 B"]), line(&["2 C"])];

        let outline = of_lines(lines.clone(), &mut Ids::fixed()).unwrap();

        assert_eq!(drawn(lines), ": A -B C");
        assert_eq!(outline.mended.len(), 1);
    }

    #[test]
    fn what_is_too_deep_or_nothing_is_refused() {
        let deep = (1..=40).map(|n| line(&[&format!("{} A", vec!["1"; n].join("."))]));
        let refused = of_lines(deep.collect(), &mut Ids::fixed());
        assert!(matches!(refused, Err(Error::TooDeep { .. })), "{refused:?}");

        assert_eq!(read_outline(b"  \n", &mut Ids::fixed()), Err(Error::Empty));
        let pdf = read_outline(b"%PDF-1.4\n", &mut Ids::fixed());
        assert_eq!(pdf, Err(Error::NoOutline));
    }
}
