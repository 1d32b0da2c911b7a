//! A drawn map as PDF: lines and boxes drawn, words as text, in the order of the map.

use std::sync::LazyLock;

use chrono::Datelike;
use domain::calendar::in_words;
use serde_json::{Value, json};
use typst::syntax::Source;

use super::fonts::{FAMILIES, FONTS};
use super::pdf::{self, Paper};
use super::press::{self, Substituted};
use crate::drawing::{Chart, Drawn, INSET, LETTERS, MapPaper, PITCH, Sheets, TOP, Tile};
use crate::error::Error;
use crate::printable::printable;
use crate::sheet::Letterhead;

static PAGE: LazyLock<Source> = LazyLock::new(|| {
    press::template(
        "/map.typ",
        include_str!("../../../../../assets/forms/map.typ"),
    )
});

/// Writes the pages of a map.
pub(crate) fn write(
    paper: &MapPaper,
    chart: &Chart,
    sheets: &Sheets,
    letterhead: &Letterhead,
) -> Result<Paper, Error> {
    let said = |text: &str| FONTS.cover(&printable(text, false)).0;
    let lines: Vec<String> = letterhead.lines.iter().map(|line| said(line)).collect();
    let tiles: Vec<Value> = sheets.tiles.iter().map(|one| tile(chart, one)).collect();
    let data = json!({
        "title": press::short(&format!("Mapa Funcional: {}", said(&paper.map.title))),
        "name": said(&paper.map.title),
        "committee": said(&paper.map.committee),
        "letterhead": lines,
        "status": said(&paper.status),
        "edition": paper.edition,
        "day": in_words(paper.day),
        "date": { "year": paper.day.year(), "month": paper.day.month(), "day": paper.day.day() },
        "font": FAMILIES,
        "scale": sheets.scale,
        "letters": LETTERS,
        "pitch": PITCH,
        "inset": INSET,
        "head": TOP,
        "column": chart.column,
        "tiles": tiles,
    });
    let document = press::compiled(&PAGE, &data)?;
    let mut paper = pdf::finished(&document, None)?;
    let lost = chart.lost.iter().map(|character| Substituted {
        character: *character,
        source: None,
    });
    paper.substituted = lost.collect();
    Ok(paper)
}

fn tile(chart: &Chart, tile: &Tile) -> Value {
    let boxes: Vec<Value> = tile.boxes.iter().map(|drawn| boxed(chart, drawn)).collect();
    json!({
        "width": tile.width, "height": tile.height, "boxes": boxes, "edges": tile.edges,
        "crumb": crumb(chart, tile),
    })
}

fn boxed(chart: &Chart, drawn: &Drawn) -> Value {
    let it = &chart.boxes[drawn.at];
    let more = match (drawn.elsewhere, drawn.again) {
        (Some(page), _) => format!("sigue en la página {}", page + 1),
        (None, true) => "viene de antes".to_owned(),
        (None, false) => String::new(),
    };
    json!({
        "x": drawn.x, "y": drawn.y, "height": it.height, "number": it.number, "level": it.level,
        "lines": it.lines, "tag": it.tag, "more": more, "again": drawn.again,
        "standard": it.of_standard, "individual": it.individual, "purpose": it.above.is_none(),
    })
}

/// Which function a page begins with, where that is not the purpose.
fn crumb(chart: &Chart, tile: &Tile) -> String {
    let first = tile.boxes.first().map(|drawn| &chart.boxes[drawn.at]);
    match first {
        Some(first) if first.above.is_some() => {
            format!("Desglose de la función {}", first.number)
        }
        _ => String::new(), // The purpose, or nothing at all.
    }
}
