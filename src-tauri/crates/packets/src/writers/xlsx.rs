//! A table as a book of sheets that Excel and LibreOffice open.

use chrono::Datelike as _;
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook};

use crate::error::Error;
use crate::forms::iec::matrix::Matrix;
use crate::printable::printable;

/// How wide the columns of the standard are, in letters; those of the tools share the last.
const WIDTHS: [f64; 4] = [11.0, 38.0, 48.0, 24.0];

/// As many letters as a cell takes.
const LONGEST_CELL: usize = 32_000;

/// Writes a matrix as one sheet, the head frozen and filtered, made to be printed lying.
pub(crate) fn write(matrix: &Matrix, day: NaiveDate) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(1900),
        u8::try_from(day.month()).unwrap_or(1),
        u8::try_from(day.day()).unwrap_or(1),
    )?;
    let title = format!("Matriz de cobertura: {}", words(&matrix.title));
    // The same matrix on the same day gives the same bytes.
    let about = DocProperties::new().set_title(title).set_author("Cauce");
    book.set_properties(&about.set_creation_datetime(&made));
    let cell = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin);
    let head = cell.clone().set_bold().set_background_color(0x00CC_CCCC);
    let sheet = book.add_worksheet();
    sheet.set_name("Cobertura")?;
    for (at, text) in matrix.head.iter().enumerate() {
        let column = u16::try_from(at).unwrap_or(u16::MAX);
        sheet.set_column_width(column, WIDTHS[at.min(WIDTHS.len() - 1)])?;
        sheet.write_string_with_format(0, column, words(text), &head)?;
    }
    for (row, line) in (1_u32..).zip(&matrix.rows) {
        for (column, text) in (0_u16..).zip(line) {
            sheet.write_string_with_format(row, column, words(text), &cell)?;
        }
    }
    let rows = u32::try_from(matrix.rows.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(matrix.head.len()).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, rows, columns.saturating_sub(1))?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape();
    sheet.set_paper_size(1); // Letter.
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(book.save_to_buffer()?)
}

/// What a person wrote, as a cell takes it: always text, never a formula.
fn words(text: &str) -> String {
    printable(text, false).chars().take(LONGEST_CELL).collect()
}
