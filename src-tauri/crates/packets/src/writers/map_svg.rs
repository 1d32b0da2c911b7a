//! A drawn map as one picture: lines and boxes, and its words as text that can be selected.

use std::fmt::Write as _;

use crate::drawing::{Chart, Drawn, INSET, LETTERS, MapPaper, PITCH, TOP, Tile};
use crate::printable::printable;

/// Points around the drawing.
const AROUND: f64 = 24.0;

/// Writes the picture.
pub(crate) fn write(paper: &MapPaper, chart: &Chart, tile: &Tile) -> String {
    let (width, height) = (tile.width + 2.0 * AROUND, tile.height + 2.0 * AROUND);
    let title = escaped(&printable(&paper.map.title, false));
    let mut out = format!(
        r##"<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{width:.1}pt" height="{height:.1}pt" viewBox="0 0 {width:.1} {height:.1}" role="img" aria-labelledby="titulo">
<title id="titulo">Mapa Funcional: {title}</title>
<rect width="100%" height="100%" fill="#fff"/>
<g transform="translate({AROUND} {AROUND})" font-family="'Noto Sans', Arial, sans-serif" font-size="{LETTERS}" fill="#1a1a1a">
<g fill="none" stroke="#8a8a8a" stroke-width="0.7">
"##
    );
    for [x, y, bend, to, end] in &tile.edges {
        put(
            &mut out,
            format_args!(r#"<path d="M{x:.1} {y:.1}H{bend:.1}V{to:.1}H{end:.1}"/>"#),
        );
    }
    out.push_str("</g>\n");
    for drawn in &tile.boxes {
        boxed(&mut out, chart, drawn);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn boxed(out: &mut String, chart: &Chart, drawn: &Drawn) {
    let it = &chart.boxes[drawn.at];
    let (wide, high) = (chart.column, it.height);
    let (fill, stroke, width) = match (it.above.is_none(), it.of_standard) {
        (true, _) => ("#eef1f4", "#5a6570", 0.7),
        (false, true) => ("#fff", "#0b5c8a", 1.4),
        (false, false) => ("#fff", "#8a8a8a", 0.7),
    };
    let dashes = match it.individual && !it.of_standard {
        true => r#" stroke-dasharray="3 2""#,
        false => "",
    };
    put(
        out,
        format_args!(
            r#"<g transform="translate({:.1} {:.1})">"#,
            drawn.x, drawn.y
        ),
    );
    put(
        out,
        format_args!(
            r#"<rect width="{wide}" height="{high:.1}" rx="3" fill="{fill}" stroke="{stroke}" stroke-width="{width}"{dashes}/>"#
        ),
    );
    let small = LETTERS - 1.5;
    let head = format!("{} {}", it.number, it.level);
    line(out, 12.0, small, "#595959", "", head.trim());
    let mut y = TOP + LETTERS;
    for (n, text) in it.lines.iter().enumerate() {
        let weight = if n == 0 && it.above.is_none() {
            r#" font-weight="600""#
        } else {
            ""
        };
        line(out, y, LETTERS, "#1a1a1a", weight, text);
        y += PITCH;
    }
    if !it.tag.is_empty() {
        line(out, y, LETTERS - 1.0, "#0b5c8a", "", &it.tag);
    }
    out.push_str("</g>\n");
}

fn line(out: &mut String, y: f64, size: f64, fill: &str, more: &str, text: &str) {
    let text = escaped(text);
    put(
        out,
        format_args!(
            r#"<text x="{INSET}" y="{y:.1}" font-size="{size}" fill="{fill}"{more}>{text}</text>"#
        ),
    );
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(text);
    out.push('\n');
}

/// Words as they stand in XML, where they can be nothing else.
fn escaped(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).fold(
        String::with_capacity(text.len()),
        |mut out, c| {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                other => out.push(other),
            }
            out
        },
    )
}
