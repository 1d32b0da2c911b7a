//! Which rows of a page stand side by side: the columns of its borderless tables, by the white space
//! that runs down between them.
//!
//! A table is read cell by cell: the lines of a term, then those of its definition. A row of the page
//! begins a row of the table where its first cell does not go on from the line above.

use super::glyphs::{Row, Word};
use crate::ec::{begins_heading, is_complete};
use crate::lines::{opens, split_bullet};

/// White space that may part two columns, in units of the letter size.
const WIDE: f64 = 1.7;
/// What is left of it in rows that nearly touch.
const NARROW: f64 = 0.7;
/// How far the first letters of a column may stand from each other, in points.
const ALIGNED: f64 = 1.6;

/// The same where nothing else tells the columns apart.
const EXACT: f64 = 0.7;

/// A line of text of a page.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) end: f64,
    pub(crate) y: f64,
    pub(crate) size: f64,
    /// How wide its first word is.
    pub(crate) first: f64,
    /// Which cell of which row, if it stands in a table.
    pub(crate) cell: Option<(usize, usize)>,
    /// The right edge of what it stands in.
    pub(crate) edge: f64,
    /// Whether the line above it in the same column stopped with room for its first word.
    pub(crate) after_short: bool,
    /// Whether that line ended as an item or a sentence ends.
    pub(crate) after_end: bool,
}

/// The lines of a page in the order they are read. `count` numbers the rows of tables.
pub(crate) fn lines(rows: &[Row], count: &mut usize) -> Vec<Line> {
    let edge = rows
        .iter()
        .filter_map(|row| row.words.last())
        .map(|word| word.end)
        .fold(0.0, f64::max);
    let mut out = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        if let Some(corridor) = hanging(rows, at) {
            let (length, corridors) = band(&rows[at..], vec![corridor]);
            read_band(&rows[at..at + length], &corridors, count, edge, &mut out);
            at += length;
            continue;
        }
        let found = gaps(&rows[at]);
        let corridors: Vec<Corridor> = found
            .iter()
            .copied()
            .filter(|corridor| is_supported(rows, at, corridor))
            .collect();
        let alone: Vec<Corridor> = found
            .into_iter()
            .filter(|corridor| is_plain(&rows[at], corridor))
            .collect();
        if corridors.is_empty() && !alone.is_empty() {
            read_band(&rows[at..=at], &alone, count, edge, &mut out);
            at += 1;
            continue;
        }
        let corridors = if corridors.is_empty() {
            touching(rows, at)
        } else {
            corridors
        };
        if corridors.is_empty() {
            out.push(line(&rows[at].words, &rows[at], None, edge));
            at += 1;
            continue;
        }
        let (length, corridors) = band(&rows[at..], corridors);
        // A first row whose columns nearly touch belongs to the table below it.
        if at > 0 && !out.is_empty() && joins_above(&rows[at - 1], &corridors, rows) {
            out.pop();
            at -= 1;
            read_band(
                &rows[at..at + length + 1],
                &corridors,
                count,
                edge,
                &mut out,
            );
            at += length + 1;
        } else {
            read_band(&rows[at..at + length], &corridors, count, edge, &mut out);
            at += length;
        }
    }
    notice_breaks(&mut out);
    out
}

fn line(words: &[Word], row: &Row, cell: Option<(usize, usize)>, edge: f64) -> Line {
    let text: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let first = words.first();
    Line {
        text: text.join(" "),
        end: words.last().map_or(0.0, |word| word.end),
        y: row.y,
        size: row.size,
        first: first.map_or(0.0, |word| word.end - word.x),
        cell,
        edge,
        after_short: false,
        after_end: false,
    }
}

/// Notices which lines come after one of their column that stopped early.
fn notice_breaks(lines: &mut [Line]) {
    for at in 1..lines.len() {
        let column = |line: &Line| line.cell.map(|(_, column)| column);
        let here = &lines[at];
        let near = lines[..at].iter().rev().take(40);
        let above = near
            .filter(|above| column(above) == column(here) && above.y < here.y - 0.5)
            .max_by(|a, b| a.y.total_cmp(&b.y));
        let short = above.is_some_and(|above| {
            above.end + here.size * 0.3 + here.first < above.edge.max(here.edge) - here.size * 0.9
        });
        let end = above.is_some_and(|above| is_complete(&above.text));
        (lines[at].after_short, lines[at].after_end) = (short, end);
    }
}

/// White space between two columns, from left to right.
#[derive(Debug, Clone, Copy)]
struct Corridor {
    left: f64,
    right: f64,
}

/// The gaps of a row that may part columns.
fn gaps(row: &Row) -> Vec<Corridor> {
    let between: Vec<f64> = row
        .words
        .windows(2)
        .map(|pair| pair[1].x - pair[0].end)
        .collect();
    let widest = between.iter().copied().fold(0.0, f64::max);
    // A justified line is stretched everywhere alike.
    let stretched = between.len() >= 4 && widest < usual_gap(row) * 2.2;
    if stretched {
        return Vec::new();
    }
    row.words
        .windows(2)
        .zip(&between)
        .enumerate()
        .filter(|(at, (pair, gap))| {
            **gap >= WIDE * row.size && !(*at == 0 && is_lead(&pair[0].text))
        })
        .map(|(_, (pair, _))| Corridor {
            left: pair[0].end,
            right: pair[1].x,
        })
        .collect()
}

/// Whether another row has words that begin where the column at the right does, after white space: a
/// gap in one line alone is a line stretched to the margin.
fn is_supported(rows: &[Row], at: usize, corridor: &Corridor) -> bool {
    let near = |x: f64| (x - corridor.right).abs() <= ALIGNED;
    rows.iter()
        .enumerate()
        .filter(|(other, _)| *other != at)
        .any(|(_, row)| {
            let begins = row.words.first().is_some_and(|word| near(word.x));
            begins || gaps(row).iter().any(|gap| near(gap.right))
        })
        || [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .filter_map(|near| rows.get(near))
            .any(|row| {
                let shared =
                    |gap: &Corridor| gap.right.min(corridor.right) - gap.left.max(corridor.left);
                gaps(row).iter().any(|gap| shared(gap) >= WIDE * row.size)
            })
}

/// The column that the second line of an entry shows: «1. Orden:  La manera …», and under «La» the rest.
/// In a stretched line no gap tells it.
fn hanging(rows: &[Row], at: usize) -> Option<Corridor> {
    let (row, next) = (&rows[at], rows.get(at + 1)?);
    let (lead, under) = (row.words.first()?, next.words.first()?);
    if !is_lead(&lead.text)
        || split_bullet(&lead.text).0.is_some()
        || crate::lines::is_marked(&under.text)
    {
        return None;
    }
    let pair = row
        .words
        .windows(2)
        .skip(1)
        .find(|pair| (pair[1].x - under.x).abs() <= EXACT)?;
    let near = next.y - row.y < 2.0 * row.size;
    (near && pair[1].x - pair[0].end > 0.25 * row.size).then_some(Corridor {
        left: pair[0].end,
        right: pair[1].x,
    })
}

/// Whether a gap is so wide that it parts two columns even if no other row says so.
fn is_plain(row: &Row, corridor: &Corridor) -> bool {
    let width = corridor.right - corridor.left;
    width >= 3.0 * row.size && width >= 4.0 * usual_gap(row)
}

/// The columns of a row that nearly touch, where rows near it have columns that begin exactly there.
fn touching(rows: &[Row], at: usize) -> Vec<Corridor> {
    let row = &rows[at];
    let usual = usual_gap(row);
    let pairs = row
        .words
        .windows(2)
        .enumerate()
        .filter(|(first, pair)| !(*first == 0 && is_lead(&pair[0].text)));
    pairs
        .map(|(_, pair)| Corridor {
            left: pair[0].end,
            right: pair[1].x,
        })
        .filter(|corridor| corridor.right - corridor.left >= (0.5 * row.size).max(1.4 * usual))
        .filter(|corridor| {
            let near = |x: f64| (x - corridor.right).abs() <= EXACT;
            let others = rows
                .iter()
                .enumerate()
                .skip(at.saturating_sub(8))
                .take(17)
                .filter(|(other, _)| *other != at);
            let starts = others.filter(|(_, row)| {
                row.words.first().is_some_and(|word| near(word.x))
                    || gaps(row).iter().any(|gap| near(gap.right))
            });
            starts.count() >= 2
        })
        .collect()
}

/// A bullet, or the number of an item: what stands after it is no other column.
fn is_lead(word: &str) -> bool {
    let (bullet, rest) = split_bullet(word);
    let number = word.trim_end_matches(['.', '-', ')']);
    (bullet.is_some() && rest.is_empty())
        || matches!(word, "o" | "ü" | "§" | "-" | "–")
        || (!number.is_empty()
            && number.chars().all(|c| c.is_ascii_digit() || c == '-')
            && number.len() <= 7)
}

/// How many rows from the first on leave the corridors free, and what is left of these.
fn band(rows: &[Row], mut corridors: Vec<Corridor>) -> (usize, Vec<Corridor>) {
    for (at, row) in rows.iter().enumerate().skip(1) {
        let far = row.y - rows[at - 1].y > 6.0 * row.size;
        let narrowed: Option<Vec<Corridor>> = corridors
            .iter()
            .map(|&corridor| narrow(row, corridor))
            .collect();
        match narrowed.filter(|_| !far) {
            Some(narrowed) if !is_heading(row) => corridors = narrowed,
            _ => return (at, corridors),
        }
    }
    (rows.len(), corridors)
}

/// Whether a row is a heading or a lead-in: no table goes on over it.
fn is_heading(row: &Row) -> bool {
    let text: String = row.words.iter().map(|word| word.text.as_str()).collect();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = letters >= 7
        && !text.contains(char::is_lowercase)
        && !text.contains(|c: char| c.is_ascii_digit());
    ((shouted || begins_heading(&text)) && gaps(row).is_empty())
        || crate::phrase::squeeze(&text).starts_with("lapersonaescompetente")
}

/// What a row leaves of a corridor, if it leaves one.
fn narrow(row: &Row, corridor: Corridor) -> Option<Corridor> {
    let (first, last) = (row.words.first()?, row.words.last()?);
    if last.end <= corridor.right - NARROW * row.size * 0.5 && last.end < corridor.right {
        return Some(Corridor {
            left: corridor.left.max(last.end).min(corridor.right - 0.1),
            ..corridor
        })
        .filter(|_| last.end <= corridor.right - 0.2 * row.size);
    }
    if first.x >= corridor.left {
        return Some(Corridor {
            right: corridor.right.min(first.x.max(corridor.left + 0.1)),
            ..corridor
        });
    }
    let between = |pair: &[Word]| pair[1].x - pair[0].end;
    let shared = |pair: &[Word]| Corridor {
        left: corridor.left.max(pair[0].end),
        right: corridor.right.min(pair[1].x),
    };
    let usual = usual_gap(row);
    let free = || {
        row.words
            .windows(2)
            .filter(|pair| shared(pair).right > shared(pair).left)
    };
    // Where the row has a much wider gap elsewhere, it belongs to another table.
    let widest = row
        .words
        .windows(2)
        .skip(1)
        .map(between)
        .fold(0.0, f64::max);
    // An item of a list goes across; chance alone puts a word of it where a column began.
    let item = split_bullet(&first.text).0.is_some();
    let least = if item { NARROW } else { 0.15 };
    let aligned = free()
        .filter(|pair| widest < WIDE * row.size || between(pair) * 3.0 > widest)
        .find(|pair| {
            (pair[1].x - corridor.right).abs() <= EXACT && between(pair) > least * row.size
        });
    let wide = || {
        let widest = free().max_by(|a, b| between(a).total_cmp(&between(b)));
        widest.filter(|pair| between(pair) >= (NARROW * row.size).max(1.8 * usual))
    };
    aligned.or_else(wide).map(shared)
}

/// The usual white space between two words of a row.
fn usual_gap(row: &Row) -> f64 {
    let mut between: Vec<f64> = row
        .words
        .windows(2)
        .map(|pair| pair[1].x - pair[0].end)
        .collect();
    between.sort_by(f64::total_cmp);
    between.get(between.len() / 2).copied().unwrap_or(0.0)
}

/// Whether the row above a table is its first: it begins with the number of an item and a word of it
/// begins exactly where the second column does.
fn joins_above(row: &Row, corridors: &[Corridor], rows: &[Row]) -> bool {
    let [corridor] = corridors else { return false };
    let starts = rows
        .iter()
        .flat_map(|row| &row.words)
        .filter(|word| (word.x - corridor.right).abs() <= EXACT)
        .count();
    let wide = row.words.windows(2).any(|pair| {
        (pair[1].x - corridor.right).abs() <= EXACT
            && pair[1].x - pair[0].end >= 1.4 * usual_gap(row)
    });
    let numbered = row.words.first().is_some_and(|word| {
        is_lead(&word.text) || word.text.starts_with(|c: char| c.is_ascii_digit())
    });
    let at = row
        .words
        .iter()
        .position(|word| (word.x - corridor.right).abs() <= EXACT);
    let free = at.is_some_and(|at| at > 1 && row.words[at - 1].end < row.words[at].x);
    (numbered || wide) && starts >= 2 && free
}

/// The cells of a row of the page.
fn cells(row: &Row, corridors: &[Corridor]) -> Vec<Vec<Word>> {
    let mut out = vec![Vec::new(); corridors.len() + 1];
    for word in &row.words {
        let column = corridors
            .iter()
            .filter(|corridor| word.x >= (corridor.left + corridor.right) / 2.0)
            .count();
        out[column].push(word.clone());
    }
    out
}

fn read_band(
    rows: &[Row],
    corridors: &[Corridor],
    count: &mut usize,
    page_edge: f64,
    out: &mut Vec<Line>,
) {
    let cells: Vec<Vec<Vec<Word>>> = rows.iter().map(|row| cells(row, corridors)).collect();
    let edges: Vec<f64> = (0..=corridors.len())
        .map(|column| {
            let ends = cells
                .iter()
                .filter_map(|row| row[column].last())
                .map(|word| word.end);
            let widest = ends.fold(0.0, f64::max);
            if column == corridors.len() {
                widest.max(page_edge.min(widest * 1.02))
            } else {
                widest
            }
        })
        .collect();
    let pitch = pitch(rows);
    let full = |row: &Vec<Vec<Word>>| row[1..].iter().any(|cell| !cell.is_empty());
    let last_full = cells.iter().rposition(full).map_or(0, |at| at + 1);
    let mut from = 0;
    while from < rows.len() {
        let mut to = from + 1;
        while to < rows.len() && !begins_row(rows, &cells, from, to, pitch) {
            to += 1;
        }
        *count += 1;
        let several = (from..to)
            .any(|at| cells[at].iter().filter(|cell| !cell.is_empty()).count() > 1)
            || (0..=corridors.len())
                .filter(|&column| (from..to).any(|at| !cells[at][column].is_empty()))
                .count()
                > 1;
        // Within the table, or a bullet under its last item: what wraps there wraps at its column.
        let bulleted = cells[from][0]
            .first()
            .is_some_and(|word| split_bullet(&word.text).0.is_some());
        let first_only = !several
            && to > last_full
            && !bulleted
            && (from..to).all(|at| !cells[at][0].is_empty());
        for column in 0..=corridors.len() {
            for at in from..to {
                if !cells[at][column].is_empty() {
                    let cell = (!first_only).then_some((*count, column));
                    let edge = if first_only { page_edge } else { edges[column] };
                    out.push(line(&cells[at][column], &rows[at], cell, edge));
                }
            }
        }
        from = to;
    }
}

/// The usual distance between two rows.
fn pitch(rows: &[Row]) -> f64 {
    let mut steps: Vec<f64> = rows.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
    steps.sort_by(f64::total_cmp);
    let size = rows.first().map_or(10.0, |row| row.size);
    steps
        .get(steps.len() / 3)
        .copied()
        .unwrap_or(size * 1.2)
        .clamp(size * 0.9, size * 1.6)
}

/// Whether a row of the page begins a row of the table: its first cell begins something.
fn begins_row(rows: &[Row], cells: &[Vec<Vec<Word>>], from: usize, at: usize, pitch: f64) -> bool {
    let here = &cells[at][0];
    let Some(word) = here.first() else {
        // Only other cells: they go on, unless much white stands between.
        return rows[at].y - rows[at - 1].y > 2.6 * pitch;
    };
    let above = (from..at).rev().find(|&row| !cells[row][0].is_empty());
    let Some(above) = above else { return true };
    let text = |row: usize| {
        cells[row][0]
            .iter()
            .map(|word| word.text.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (before, now) = (text(above), text(at));
    let marked = is_lead(&word.text) || crate::lines::is_marked(&now);
    let apart = rows[at].y - rows[above].y > 1.45 * pitch;
    let ended = before.ends_with([':', '.', ';']) && opens(&now);
    let outdented =
        word.x < cells[above][0].first().map_or(word.x, |word| word.x) - 3.0 && opens(&now);
    let value = before.ends_with(':') && now.starts_with(|c: char| c.is_ascii_digit());
    marked || apart || ended || outdented || value
}
