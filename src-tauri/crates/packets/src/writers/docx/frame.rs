//! What stands on every page of a Word file.

use docx_rs::{
    AlignmentType, BorderType, Footer, Header, LineSpacing, NumPages, PageNum, Paragraph, Run,
    Table as WordTable, TableCell, TableCellBorder, TableCellBorderPosition, TableCellBorders,
    TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::{size, small, thin};
use crate::sheet::Frame;

/// The head of every page: letterhead, title, page where it stands above, and what marks the copy.
pub(super) fn header(frame: &Frame, mark: &str, width: u32) -> Header {
    let mut letterhead = TableCell::new();
    if frame.letterhead.is_empty() {
        letterhead = letterhead.add_paragraph(Paragraph::new());
    }
    for line in &frame.letterhead {
        let line = crate::printable::printable(line, false);
        letterhead = letterhead.add_paragraph(small(&line));
    }
    let title = Paragraph::new()
        .align(match frame.paged_above {
            true => AlignmentType::Left,
            false => AlignmentType::Center,
        })
        .line_spacing(LineSpacing::new().after(0))
        .add_run(Run::new().add_text(&frame.title).bold().size(21));
    // The title stands on the line below, beside the end of the letterhead however long it is.
    let page = match frame.paged_above {
        true => paged(
            small(&format!("{} ", frame.page)).align(AlignmentType::Right),
            frame,
        ),
        false => Paragraph::new(),
    };
    let cells = [
        letterhead,
        TableCell::new().add_paragraph(title),
        TableCell::new().add_paragraph(page),
    ];
    let cells = cells.map(|cell| cell.vertical_align(VAlignType::Bottom));
    // A long title takes the room that the page number leaves it.
    let [left, right] = match frame.paged_above {
        true => [2_300, 1_300],
        false => [3_000, 3_000],
    };
    let header = Header::new()
        .add_table(framed(
            vec![cells.into()],
            [left, width - left - right, right],
            &rule(TableCellBorderPosition::Bottom),
        ))
        .add_paragraph(thin());
    match mark {
        "" => header,
        mark => header.add_paragraph(small(mark).align(AlignmentType::Center)),
    }
}

/// «1 de 12», told by Word.
fn paged(paragraph: Paragraph, frame: &Frame) -> Paragraph {
    paragraph
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(format!(" {} ", frame.of)))
        .add_num_pages(NumPages::new())
}

/// The foot of every page: who signs it, the form, its version, and the page where it stands below.
pub(super) fn footer(frame: &Frame, width: u32) -> Footer {
    let [label, version] = frame.version.clone().unwrap_or_default();
    let number = Paragraph::new()
        .style("Footer")
        .align(AlignmentType::Center);
    let (page, number) = match frame.paged_above {
        true => ("", number),
        false => (frame.page.as_str(), paged(number, frame)),
    };
    let center = |words: &str| small(words).align(AlignmentType::Center);
    let cell = |paragraph| TableCell::new().add_paragraph(paragraph);
    let rows = vec![
        vec![
            cell(small(&frame.form[0])),
            cell(center(&label)),
            cell(center(page)),
        ],
        vec![
            cell(small(&frame.form[1])),
            cell(center(&version)),
            cell(number),
        ],
    ];
    let mut footer = Footer::new();
    if let Some([left, right]) = &frame.signatures {
        let sides = [cell(center(left)), cell(small("")), cell(center(right))];
        let signed = signed(sides, width);
        footer = footer.add_table(signed).add_paragraph(thin());
    }
    footer
        .add_table(framed(
            rows,
            [width - 3_000, 1_500, 1_500],
            &rule(TableCellBorderPosition::Top),
        ))
        .add_paragraph(thin())
}

/// Two lines to sign on, with room above them.
fn signed(sides: [TableCell; 3], width: u32) -> WordTable {
    let line = rule(TableCellBorderPosition::Top);
    let gap = 1_000;
    let side = (width - gap) / 2;
    let widths = [side, gap, side];
    let cells = sides.into_iter().zip(widths).enumerate();
    let cells = cells.map(|(at, (cell, width))| {
        let cell = cell.width(size(width), WidthType::Dxa);
        match at {
            1 => cell.clear_all_border(),
            _ => cell.set_borders(TableCellBorders::with_empty().set(line.clone())),
        }
    });
    framing(vec![TableRow::new(cells.collect())], widths)
}

/// A table of the frame: its first row has a line above or below it.
fn framed(rows: Vec<Vec<TableCell>>, widths: [u32; 3], line: &TableCellBorder) -> WordTable {
    let rows = rows
        .into_iter()
        .enumerate()
        .map(|(place, cells)| {
            let cells = cells.into_iter().zip(widths).map(|(cell, width)| {
                let cell = cell.width(size(width), WidthType::Dxa);
                if place > 0 {
                    return cell.clear_all_border();
                }
                cell.set_borders(TableCellBorders::with_empty().set(line.clone()))
            });
            TableRow::new(cells.collect())
        })
        .collect();
    framing(rows, widths)
}

fn framing(rows: Vec<TableRow>, widths: [u32; 3]) -> WordTable {
    WordTable::without_borders(rows)
        .set_grid(widths.map(size).to_vec())
        .width(size(widths.iter().sum()), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(20, 40, 20, 0))
}

fn rule(position: TableCellBorderPosition) -> TableCellBorder {
    TableCellBorder::new(position)
        .border_type(BorderType::Single)
        .size(8)
        .color("000000")
}
