//! A sheet as Word reads it.
//!
//! Bullets are Word's own lists. Numbers are written out, for they are the author's: a list that a
//! document printed as 1, 2, 2, 3 must not be counted again by Word.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, BorderType, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing,
    LineSpacingType, NumberFormat, Numbering, NumberingId, PageMargin, PageOrientationType,
    Paragraph, Pic, Run, RunFonts, Shading, ShdType, SpecialIndentType, Start, Style, StyleType,
    Tab, Table as WordTable, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::parts::{self, HEAD};
use crate::error::Error;
use crate::sheet::{self, Block, Cell, Fate, Figure, Look, Sheet, Table, Text};

mod frame;

/// Twentieths of a point: letter paper, its margins, the width between them.
const PAPER: (u32, u32) = (12_240, 15_840);
const SIDE: i32 = 1_420;
const MARGINS: u32 = 2_840;
const GAP: u32 = 200;
const HANG: i32 = 360;

/// Half points.
const SIZE: usize = 19;
const SMALL: usize = 15;

/// The list of bullets.
const BULLETS: usize = 2;

/// A row longer than this many bytes may go on to the next page.
const LONG_ROW: usize = 1_200;

/// The letters: Word has the first everywhere.
const FONT: &str = "Arial";

/// Writes a sheet as a Word file.
pub(crate) fn write(sheet: &Sheet) -> Result<Vec<u8>, Error> {
    let paper = match sheet.wide {
        true => (PAPER.1, PAPER.0),
        false => PAPER,
    };
    let width = paper.0 - MARGINS;
    let mut docx = Docx::new()
        .page_size(paper.0, paper.1)
        .page_margin(PageMargin {
            top: 1_900,
            bottom: 1_500,
            left: SIDE,
            right: SIDE,
            header: 700,
            footer: 600,
            gutter: 0,
        })
        .default_fonts(fonts())
        .default_size(SIZE)
        .default_line_spacing(LineSpacing::new().line(264).after(110))
        .header(frame::header(&sheet.frame, &sheet.mark, width))
        .footer(frame::footer(&sheet.frame, width))
        .add_abstract_numbering(bullets())
        .add_numbering(Numbering::new(BULLETS, BULLETS));
    if sheet.wide {
        docx = docx.page_orient(PageOrientationType::Landscape);
    }
    for style in styles() {
        docx = docx.add_style(style);
    }
    let mut body = Body {
        docx,
        width,
        break_before: false,
    };
    for block in &sheet.blocks {
        body.push(block);
    }
    let mut loose = Cursor::new(Vec::new());
    body.docx
        .build()
        .pack(&mut loose)
        .map_err(|error| Error::Word(error.to_string()))?;
    let mut pictures = Vec::new();
    told(&sheet.blocks, &mut pictures);
    parts::packed(&loose.into_inner(), &sheet.title, &sheet.mark, &pictures)
}

/// The document as it grows, block by block.
struct Body {
    docx: Docx,
    width: u32,
    break_before: bool,
}

impl Body {
    fn push(&mut self, block: &Block) {
        if *block == Block::NewPage {
            self.break_before = true;
            return;
        }
        let docx = std::mem::take(&mut self.docx);
        self.docx = match block {
            Block::Table(table) => docx
                .add_table(self::table(table, self.width))
                .add_paragraph(thin()),
            _ => {
                let mut docx = docx;
                for mut paragraph in paragraphs(block, false) {
                    if std::mem::take(&mut self.break_before) {
                        paragraph = paragraph.page_break_before(true);
                    }
                    docx = docx.add_paragraph(paragraph);
                }
                docx
            }
        };
    }
}

/// A block as paragraphs; `close` ones stand in a table, with little space around.
fn paragraphs(block: &Block, close: bool) -> Vec<Paragraph> {
    match block {
        Block::Heading { level, text } => {
            let style = match level {
                1 => "Heading1",
                2 => "Heading2",
                _ => "Heading3",
            };
            vec![plain(&text.words).style(style).keep_next(true)]
        }
        Block::Quiet { text } => vec![plain(text).style("Quiet").keep_next(true)],
        Block::Label { text } => vec![plain(&text.words).style("Label").keep_next(true)],
        Block::Lead { text } => vec![plain(text).style("Lead").keep_next(true)],
        Block::Paragraph { text } if close => vec![plain(&text.words).style("Close")],
        Block::Paragraph { text } => vec![plain(&text.words)],
        Block::Compared { runs } => vec![compared(runs).style("Close")],
        Block::Named { label, text } => vec![
            Paragraph::new()
                .style("Named")
                .add_run(Run::new().add_text(label).bold())
                .add_run(Run::new().add_text(format!(" {}", text.words))),
        ],
        Block::Bullets { items } => items.iter().map(|item| bullet(item, 0)).collect(),
        Block::Lines { items } | Block::Names { items } => items
            .iter()
            .map(|item| {
                plain(&item.words)
                    .indent(
                        Some(HANG),
                        Some(SpecialIndentType::Hanging(HANG)),
                        None,
                        None,
                    )
                    .line_spacing(LineSpacing::new().after(40))
            })
            .collect(),
        Block::Numbered {
            number,
            text,
            bullets,
        } => {
            let line = Paragraph::new()
                .indent(
                    Some(HANG),
                    Some(SpecialIndentType::Hanging(HANG)),
                    None,
                    None,
                )
                .add_tab(Tab::new().pos(usize::try_from(HANG).unwrap_or_default()))
                .keep_next(!bullets.is_empty())
                .line_spacing(if close {
                    LineSpacing::new().before(0).after(30)
                } else {
                    LineSpacing::new().before(80).after(60)
                })
                .add_run(
                    Run::new()
                        .add_text(format!("{number}."))
                        .add_tab()
                        .add_text(&text.words),
                );
            let bullets = bullets.iter().map(|item| bullet(item, 1));
            std::iter::once(line).chain(bullets).collect()
        }
        Block::Figure(picture) => pictured(picture).into_iter().collect(),
        Block::Table(_) | Block::NewPage => Vec::new(),
    }
}

/// A picture that Word can show, no taller nor wider than it may be; a drawing is looked at in its annex.
fn pictured(picture: &Figure) -> Option<Paragraph> {
    /// English metric units in a point, and how many points a picture may have each way.
    const POINT: u64 = 12_700;
    const MOST: (u64, u64) = (420 * POINT, 170 * POINT);
    let (width, height) = picture.size()?;
    let (width, height) = (width * POINT, height * POINT);
    // By its width, unless that makes it too tall.
    let wide = width.min(MOST.0);
    let (wide, tall) = match height * wide / width {
        tall if tall <= MOST.1 => (wide, tall),
        _ => (width * MOST.1 / height, MOST.1),
    };
    let whole = |side: u64| u32::try_from(side.max(POINT)).ok();
    let pic = Pic::new_with_dimensions(picture.bytes.clone(), 1, 1)
        // The same sheet gives the same file; the library tells pictures apart.
        .id("rIdImage")
        .size(whole(wide)?, whole(tall)?);
    // As tall as the picture: some readers keep the height of a line of letters where no rule is said.
    let tall = LineSpacing::new()
        .line_rule(LineSpacingType::Auto)
        .line(240)
        .after(110);
    let paragraph = Paragraph::new().line_spacing(tall);
    Some(paragraph.add_run(Run::new().add_image(pic)))
}

/// What the pictures of some blocks say they are of, in the order of the page.
fn told<'a>(blocks: &'a [Block], says: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Figure(picture) if picture.size().is_some() => says.push(&picture.says),
            Block::Table(table) => {
                for cell in table.rows.iter().flatten() {
                    told(cell, says);
                }
            }
            _ => {} // No other block holds a picture.
        }
    }
}

fn plain(words: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words))
}

/// A paragraph whose words look as what became of them.
fn compared(runs: &[sheet::Run]) -> Paragraph {
    let runs = runs.iter().map(|run| {
        let words = Run::new().add_text(&run.words);
        match run.fate {
            Fate::Stays => words,
            Fate::Goes => words.strike(),
            Fate::Comes => words.bold().underline("single"),
        }
    });
    runs.fold(Paragraph::new(), Paragraph::add_run)
}

fn bullet(text: &Text, depth: usize) -> Paragraph {
    plain(&text.words)
        .style("ListBullet")
        .numbering(NumberingId::new(BULLETS), IndentLevel::new(depth))
}

/// What keeps a table apart from what follows.
fn thin() -> Paragraph {
    Paragraph::new().line_spacing(LineSpacing::new().line(120).after(0))
}

fn table(table: &Table, width: u32) -> WordTable {
    let whole = table.shares.iter().sum::<u32>().max(1);
    let widths: Vec<u32> = table
        .shares
        .iter()
        .map(|share| width * share / whole)
        .collect();
    let mut rows = Vec::with_capacity(table.rows.len() + 1);
    if !table.head.is_empty() {
        let cells = table.head.iter().zip(&widths).map(|(text, width)| {
            let words = Paragraph::new()
                .style("TableHead")
                .keep_next(true)
                .add_run(Run::new().add_text(&text.words).bold());
            let cell = placed(TableCell::new().add_paragraph(words), *width, table.look);
            match table.look {
                Look::Grid => cell.shading(shade("CCCCCC")),
                Look::Open | Look::Ruled | Look::Layout => cell,
            }
        });
        rows.push(
            TableRow::new(cells.collect())
                .cant_split()
                .row_height(f32::from(HEAD)),
        );
    }
    for row in &table.rows {
        let across = table.look == Look::Grid && row.len() == 1;
        let cells = row.iter().zip(&widths).map(|(cell, own)| {
            if !across {
                return placed(filled(cell, *own, false), *own, table.look);
            }
            let columns = widths.len();
            // What goes across is the head of the rows below it.
            let over = columns > 1;
            let cell = placed(filled(cell, width, over), width, table.look);
            match over {
                false => cell,
                true => cell.grid_span(columns).shading(shade("E6E6E6")),
            }
        });
        let cells = TableRow::new(cells.collect());
        let length: usize = row.iter().flatten().map(Block::length).sum();
        rows.push(if length > LONG_ROW {
            cells
        } else {
            cells.cant_split()
        });
    }
    let grid = widths.iter().map(|width| size(*width)).collect();
    let word = WordTable::without_borders(rows)
        .set_grid(grid)
        .width(size(width), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(match table.look {
            Look::Grid => TableCellMargins::new().margin(40, 80, 40, 80),
            Look::Open | Look::Ruled | Look::Layout => {
                TableCellMargins::new().margin(20, size(GAP), 20, 0)
            }
        });
    match table.look {
        Look::Ruled => word.set_borders(
            TableBorders::with_empty().set(
                TableBorder::new(TableBorderPosition::InsideH)
                    .border_type(BorderType::Single)
                    .size(4)
                    .color("999999"),
            ),
        ),
        Look::Grid => word.set_borders(
            [
                TableBorderPosition::Top,
                TableBorderPosition::Left,
                TableBorderPosition::Bottom,
                TableBorderPosition::Right,
                TableBorderPosition::InsideH,
                TableBorderPosition::InsideV,
            ]
            .into_iter()
            .fold(TableBorders::with_empty(), |borders, position| {
                borders.set(
                    TableBorder::new(position)
                        .border_type(BorderType::Single)
                        .size(4)
                        .color("707070"),
                )
            }),
        ),
        Look::Open | Look::Layout => word,
    }
}

fn shade(fill: &str) -> Shading {
    Shading::new()
        .shd_type(ShdType::Clear)
        .color("auto")
        .fill(fill)
}

fn filled(cell: &Cell, width: u32, over: bool) -> TableCell {
    let mut out = TableCell::new();
    let mut empty = true;
    for block in cell {
        if let Block::Table(inner) = block {
            out = out.add_table(table(inner, width)).add_paragraph(thin());
            empty = false;
        }
        for paragraph in paragraphs(block, true) {
            out = out.add_paragraph(match over {
                true => paragraph.keep_next(true),
                false => paragraph.keep_lines(true),
            });
            empty = false;
        }
    }
    if empty {
        out = out.add_paragraph(Paragraph::new());
    }
    out
}

fn placed(cell: TableCell, width: u32, look: Look) -> TableCell {
    let cell = cell.width(size(width), WidthType::Dxa);
    match look {
        Look::Ruled | Look::Grid => cell,
        Look::Open | Look::Layout => cell.clear_all_border(),
    }
}

fn size(dxa: u32) -> usize {
    usize::try_from(dxa).unwrap_or(usize::MAX)
}

fn small(words: &str) -> Paragraph {
    plain(words).style("Footer")
}

fn bullets() -> AbstractNumbering {
    let mut numbering = AbstractNumbering::new(BULLETS);
    for depth in 0..2 {
        let left = HANG * (i32::try_from(depth).unwrap_or_default() + 1);
        numbering = numbering.add_level(
            Level::new(
                depth,
                Start::new(1),
                NumberFormat::new("bullet"),
                LevelText::new("•"),
                LevelJc::new("left"),
            )
            .indent(
                Some(left),
                Some(SpecialIndentType::Hanging(260)),
                None,
                None,
            ),
        );
    }
    numbering
}

fn styles() -> Vec<Style> {
    let paragraph = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name);
    let spaced = |before, after| LineSpacing::new().before(before).after(after);
    vec![
        paragraph("Heading1", "heading 1")
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .bold()
            .size(22)
            .outline_lvl(0)
            .line_spacing(spaced(160, 160)),
        paragraph("Heading2", "heading 2")
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .bold()
            .size(SIZE)
            .outline_lvl(1)
            .line_spacing(spaced(220, 80)),
        paragraph("Heading3", "heading 3")
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .bold()
            .size(SIZE)
            .outline_lvl(2)
            .line_spacing(spaced(120, 80)),
        paragraph("Quiet", "Criterios")
            .based_on("Normal")
            .outline_lvl(1)
            .line_spacing(spaced(200, 80)),
        paragraph("Label", "Rótulo")
            .based_on("Normal")
            .bold()
            .line_spacing(spaced(120, 40)),
        paragraph("Lead", "Frase de enlace")
            .based_on("Normal")
            .line_spacing(spaced(200, 60)),
        paragraph("Named", "Dato")
            .based_on("Normal")
            .line_spacing(spaced(120, 80)),
        paragraph("TableHead", "Encabezado de tabla")
            .based_on("Normal")
            .line_spacing(spaced(40, 40)),
        paragraph("Close", "Texto de tabla")
            .based_on("Normal")
            .line_spacing(spaced(0, 30)),
        paragraph("Footer", "footer")
            .based_on("Normal")
            .size(SMALL)
            .line_spacing(spaced(0, 0)),
        paragraph("ListBullet", "List Bullet")
            .based_on("Normal")
            .line_spacing(spaced(0, 50)),
    ]
}

fn fonts() -> RunFonts {
    RunFonts::new()
        .ascii(FONT)
        .hi_ansi(FONT)
        .cs(FONT)
        .east_asia(FONT)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    /// A part of the sample, as Word reads it.
    fn part(name: &str) -> String {
        let letterhead = crate::Letterhead {
            lines: vec!["Coordinación".to_owned(), "Dirección".to_owned()],
        };
        let bytes = crate::docx(&crate::made::sample(), &letterhead).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut xml = String::new();
        let mut part = archive.by_name(name).unwrap();
        part.read_to_string(&mut xml).unwrap();
        xml
    }

    #[test]
    fn the_title_stands_at_the_foot_of_a_letterhead_of_several_lines() {
        let header = part("word/header1.xml");

        assert_eq!(header.matches(r#"<w:vAlign w:val="bottom" />"#).count(), 3);
    }

    #[test]
    fn a_head_row_is_not_left_alone_at_the_end_of_a_page() {
        let document = part("word/document.xml");

        let heads: Vec<&str> = document
            .split("<w:tr>")
            .filter(|row| row.contains("<w:tblHeader"))
            .collect();

        assert!(!heads.is_empty());
        for row in heads {
            let row = row.split("</w:tr>").next().unwrap_or_default();
            let cells = row.matches("<w:tc>").count();
            assert_eq!(row.matches("<w:keepNext").count(), cells, "{row}");
        }
    }
}
