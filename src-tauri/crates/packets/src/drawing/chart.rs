//! The functions of a map as boxes: how many lines each takes, and so how high it is.

use std::collections::HashMap;

use domain::ids::PartId;

use super::{MapPaper, level_name};
use crate::printable::printable;
use crate::writers::fonts::FONTS;

/// Points: the size of the letters and of those above them, from line to line, around the words, and
/// from the top of a box to its first line.
pub(crate) const LETTERS: f64 = 8.0;
pub(crate) const PITCH: f64 = 10.4;
pub(crate) const INSET: f64 = 6.0;
pub(crate) const TOP: f64 = 18.0;
/// How wide a box is where nothing asks for more, and the room between two columns and between two boxes.
pub(crate) const NARROW: f64 = 132.0;
pub(crate) const ACROSS: f64 = 18.0;
pub(crate) const APART: f64 = 6.0;

/// How many lines of a function are drawn: more would not fit on a page.
const MOST_LINES: usize = 40;

/// A function as a box.
#[derive(Debug, Clone)]
pub(crate) struct Boxed {
    pub(crate) number: String,
    pub(crate) level: &'static str,
    /// What it is in a standard; empty where nothing.
    pub(crate) tag: String,
    pub(crate) of_standard: bool,
    pub(crate) individual: bool,
    pub(crate) lines: Vec<String>,
    pub(crate) height: f64,
    pub(crate) above: Option<usize>,
    pub(crate) parts: Vec<usize>,
    pub(crate) depth: usize,
}

/// A map as boxes, each before those below it.
#[derive(Debug, Clone)]
pub(crate) struct Chart {
    /// How wide a box is.
    pub(crate) column: f64,
    pub(crate) boxes: Vec<Boxed>,
    /// Characters that no font has.
    pub(crate) lost: Vec<char>,
}

impl Chart {
    /// The functions of a map in boxes of that width.
    pub(crate) fn of(paper: &MapPaper, column: f64) -> Chart {
        let room = column - 2.0 * INSET;
        let placed = paper.map.placed();
        let at: HashMap<PartId, usize> = placed.iter().map(|it| it.function.id).zip(0..).collect();
        let mut lost = Vec::new();
        let mut boxes: Vec<Boxed> = Vec::with_capacity(placed.len());
        for (here, place) in placed.iter().enumerate() {
            let function = place.function;
            let mut written = |text: &str| {
                let (words, missing) = FONTS.cover(&printable(text, false));
                lost.extend(missing);
                words
            };
            let lines = wrapped(&written(&function.text), room, LETTERS);
            let tag = paper.tags.get(&function.id).map(|tag| written(tag));
            let tag = tag.unwrap_or_default();
            let tag = first_line(&tag, room);
            let own_line = f64::from(u8::from(!tag.is_empty()));
            let count = u32::try_from(lines.len().max(1)).unwrap_or(u32::MAX);
            let above = place.parent.and_then(|parent| at.get(&parent.id)).copied();
            if let Some(above) = above {
                boxes[above].parts.push(here);
            }
            boxes.push(Boxed {
                number: place.number.clone(),
                level: level_name(place.level),
                tag,
                of_standard: function.link.standard.is_some(),
                individual: function.individual,
                lines,
                height: TOP + PITCH * (f64::from(count) + own_line) + 3.0,
                above,
                parts: Vec::new(),
                depth: place.depth,
            });
        }
        Chart {
            column,
            boxes,
            lost,
        }
    }

    /// How many levels there are.
    pub(crate) fn levels(&self) -> usize {
        self.boxes.iter().map(|it| it.depth + 1).max().unwrap_or(1)
    }
}

/// A tag is cut to its line: the standard it names has its own papers.
fn first_line(text: &str, room: f64) -> String {
    let mut lines = wrapped(text, room - 6.0, LETTERS - 1.0).into_iter();
    let first = lines.next().unwrap_or_default();
    match lines.next() {
        Some(_) => format!("{first}…"),
        None => first,
    }
}

/// The lines that a text takes in some width; a word wider than that is cut.
fn wrapped(text: &str, room: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut taken = 0.0;
    let space = FONTS.advance(' ') * size;
    for word in text.split_whitespace() {
        for piece in pieces(word, room, size) {
            let wide = FONTS.width(&piece) * size;
            if !line.is_empty() && taken + space + wide > room {
                lines.push(std::mem::take(&mut line));
                taken = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                taken += space;
            }
            line.push_str(&piece);
            taken += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

fn pieces(word: &str, room: f64, size: f64) -> Vec<String> {
    if FONTS.width(word) * size <= room {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut wide = 0.0;
    for c in word.chars() {
        let advance = FONTS.advance(c) * size;
        if wide + advance > room && !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
            wide = 0.0;
        }
        piece.push(c);
        wide += advance;
    }
    pieces.push(piece);
    pieces
}
