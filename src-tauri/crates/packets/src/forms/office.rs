//! The papers of an office: sheets of criteria, rosters, minutes, letters, what goes to the gazette.
//!
//! They are all made of the same few pieces, which whoever knows the matter puts in order.

use super::case_sheet::{frame, heading, named, says, texts};
use crate::sheet::{Block, Letterhead, Look, Sheet, Table, Text};

/// A paper of the office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficePaper {
    /// What the file says it is.
    pub title: String,
    /// What stands at the head of each page.
    pub head: String,
    /// What stands at its foot.
    pub foot: String,
    /// Whether it lies.
    pub wide: bool,
    /// What it says, from the top down.
    pub pieces: Vec<Piece>,
}

/// A piece of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A heading: 1 is a section, 2 a part of it.
    Heading(u8, String),
    /// A label, and what follows on its line.
    Named(String, String),
    /// A paragraph.
    Says(String),
    /// Lines with a bullet each.
    Bullets(Vec<String>),
    /// A table: the share of each column in hundredths, its head, its rows.
    Table(Vec<u32>, Vec<String>, Vec<Vec<String>>),
    /// Who signs: name, post, what for.
    Signatures(Vec<[String; 3]>),
    /// A new page begins.
    NewPage,
}

pub(crate) fn sheet(paper: &OfficePaper, letterhead: &Letterhead) -> Sheet {
    Sheet {
        title: paper.title.clone(),
        frame: frame(letterhead, &paper.head, &paper.foot),
        blocks: paper.pieces.iter().map(block).collect(),
        wide: paper.wide,
        ..Sheet::default()
    }
}

fn block(piece: &Piece) -> Block {
    match piece {
        Piece::Heading(level, text) => heading(*level, text),
        Piece::Named(label, text) => named(label, text),
        Piece::Says(text) => says(text),
        Piece::Bullets(items) => Block::Bullets {
            items: items.iter().map(|it| Text::fixed(it)).collect(),
        },
        Piece::Table(shares, head, rows) => {
            let head: Vec<&str> = head.iter().map(String::as_str).collect();
            Block::Table(Table {
                look: Look::Ruled,
                shares: shares.clone(),
                head: texts(&head),
                rows: rows.iter().map(|row| cells(row)).collect(),
                leads: false,
            })
        }
        Piece::Signatures(people) => Block::Table(Table {
            look: Look::Grid,
            shares: vec![55, 45],
            head: texts(&["Nombre, cargo y representación", "Firma"]),
            rows: people
                .iter()
                .map(|one| {
                    let said = one.iter().filter(|text| !text.is_empty());
                    vec![said.map(|text| says(text)).collect(), vec![says(" "); 4]]
                })
                .collect(),
            leads: false,
        }),
        Piece::NewPage => Block::NewPage,
    }
}

/// A row: what is on several lines of a cell is a paragraph each.
fn cells(row: &[String]) -> Vec<Vec<Block>> {
    let cell = |text: &String| -> Vec<Block> { text.lines().map(says).collect() };
    row.iter().map(cell).collect()
}
