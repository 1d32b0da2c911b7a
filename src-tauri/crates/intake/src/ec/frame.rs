//! The furniture of a page: what is printed on every page around the standard.

use std::collections::HashMap;

use super::sections;
use crate::lines::{Mark, Piece};
use crate::phrase::squeeze;
use crate::source::Source;

/// How far from the top or the bottom of a page repeated lines are looked for.
const MARGIN: usize = 5;

/// Which lines are furniture.
pub(crate) fn furniture(source: &Source) -> Vec<bool> {
    let mut frame: Vec<bool> = source.lines.iter().map(|raw| raw.furniture).collect();
    boxes(source, &mut frame);
    letterheads(source, &mut frame);
    repeated(source, &mut frame);
    frame
}

/// The running title and the box «Formato · Versión · Página», whole or line by line.
fn boxes(source: &Source, frame: &mut [bool]) {
    // How many short lines after a line of the box may still be its values.
    let mut expecting = 0u32;
    for (at, raw) in source.lines.iter().enumerate() {
        let text = raw.text.trim();
        if text.is_empty() {
            continue;
        }
        let squeezed = squeeze(text);
        let marker = crate::text::page_marker(text).is_some();
        let title = marker
            || text == "ESTÁNDAR DE COMPETENCIA"
            || (squeezed == "estandardecompetencia" && shouts(text));
        if title {
            frame[at] = true;
        } else if is_box_line(&squeezed) {
            frame[at] = true;
            expecting = 4;
        } else if expecting > 0 && is_box_value(text) {
            frame[at] = true;
            expecting -= 1;
        } else {
            expecting = 0;
        }
    }
}

fn shouts(text: &str) -> bool {
    text.chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase)
}

fn is_box_line(squeezed: &str) -> bool {
    // What is left when the words of the box are taken out: version and page at most.
    let words = [
        "formatodeestandardecompetencia",
        "formatodeestandar",
        "f21coopyd01",
        "nfo02",
        "version",
        "pagina",
        "pag",
        "de",
        "vers",
    ];
    let mut left = squeezed.to_owned();
    let mut box_word = false;
    for word in words {
        if left.contains(word) {
            box_word |= word != "de";
            left = left.replacen(word, "", 1);
        }
    }
    box_word && left.chars().all(|c| c.is_ascii_digit()) && left.len() <= 9
}

/// «08», «7.0», «3 de 20», «7.0  3 de 20».
fn is_box_value(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let number = |word: &str| {
        word.len() <= 4
            && word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let count = text.split_whitespace().count();
    words.peek().is_some() && count <= 4 && words.all(|word| number(word) || word == "de")
}

/// The address and the slogan at the head of a page.
fn letterheads(source: &Source, frame: &mut [bool]) {
    let mut page = 0;
    let mut seen = 0;
    for (at, raw) in source.lines.iter().enumerate() {
        if raw.page != page {
            (page, seen) = (raw.page, 0);
        }
        let text = raw.text.trim();
        if text.is_empty() || frame[at] {
            continue;
        }
        seen += 1;
        let squeezed = squeeze(text);
        let address =
            squeezed.contains("conocergobmx") || squeezed.starts_with("barrancadelmuerto275");
        let slogan = squeezed == "conocimientocompetitividadcrecimiento"
            || squeezed == "consejonacionaldenormalizacionycertificaciondecompetenciaslaborales"
            || squeezed == "conocer";
        let post_code = seen <= 4
            && text.split_once("C.P.").is_some_and(|(_, code)| {
                code.trim_start().starts_with(|c: char| c.is_ascii_digit())
            });
        let phone =
            text.starts_with("Tel") && text.chars().filter(char::is_ascii_digit).count() >= 8;
        if seen <= 6
            && text.chars().count() < 120
            && (address || slogan || phone || post_code)
            && !text.starts_with('\u{F0B7}')
        {
            frame[at] = true;
        }
    }
}

/// Whether a line of the letterhead says more than its address: it ends in a figure, a site or a place.
pub(crate) fn says_more(text: &str) -> bool {
    #[rustfmt::skip] // A list is read as one.
    const PLACES: &[&str] = &[
        "cdmx", "centro", "ciudaddemexico", "conocer", "crecimiento", "df", "distritofederal", "insurgentes", "juarez",
        "laborales", "mexico",
    ];
    let text = text.trim();
    let letterhead = text.contains("C.P.") || text.starts_with("Tel") || text.contains("www.");
    let word = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    let figure = word.chars().any(|c| c.is_ascii_digit()) || word.contains("gob.mx");
    let squeezed = squeeze(text);
    letterhead && !figure && !PLACES.iter().any(|place| squeezed.ends_with(place))
}

/// Lines that most pages repeat in the same place at the top or at the bottom.
fn repeated(source: &Source, frame: &mut [bool]) {
    if source.lines.iter().any(|raw| raw.furniture) {
        return; // The document itself says what its furniture is.
    }
    let pages = edges(source, frame);
    if pages.len() < 3 {
        return;
    }
    let mut count: HashMap<&str, usize> = HashMap::new();
    for page in &pages {
        for (_, keys) in page {
            for key in keys {
                *count.entry(key).or_default() += 1;
            }
        }
    }
    let enough = (pages.len() * 3).div_ceil(5).max(3);
    for page in &pages {
        for (at, keys) in page {
            if keys
                .iter()
                .any(|key| count.get(key.as_str()).is_some_and(|&n| n >= enough))
            {
                frame[*at] = true;
            }
        }
    }
}

/// The lines near the edges of each page that might be furniture: what each says, digits made alike,
/// and where it stands.
fn edges(source: &Source, frame: &[bool]) -> Vec<Vec<(usize, Vec<String>)>> {
    let mut pages: Vec<Vec<usize>> = Vec::new();
    let mut page = 0;
    for (at, raw) in source.lines.iter().enumerate() {
        if raw.page != page || pages.is_empty() {
            page = raw.page;
            pages.push(Vec::new());
        }
        if !raw.text.trim().is_empty()
            && !frame[at]
            && let Some(last) = pages.last_mut()
        {
            last.push(at);
        }
    }
    let keys = |lines: &[usize]| {
        let length = lines.len();
        let near = |place: &usize| *place < MARGIN || *place + MARGIN >= length;
        (0..length)
            .filter(near)
            .filter(|&place| may_be_furniture(source, lines[place]))
            .map(|place| {
                let raw = &source.lines[lines[place]];
                let solid = raw.text.chars().filter(|c| !c.is_whitespace());
                let said: String = solid
                    .map(|c| if c.is_ascii_digit() { '#' } else { c })
                    .collect();
                let places = if raw.y > 0 {
                    vec![format!("y{}", (raw.y + 2) / 4)]
                } else {
                    vec![format!("t{place}"), format!("b{}", length - place)]
                };
                (
                    lines[place],
                    places
                        .iter()
                        .map(|place| format!("{place} {said}"))
                        .collect(),
                )
            })
            .collect()
    };
    pages.iter().map(|lines| keys(lines)).collect()
}

/// A line that begins an item or is a heading of a standard is never furniture.
fn may_be_furniture(source: &Source, at: usize) -> bool {
    let piece = Piece::of(&source.lines[at], at);
    let word = piece.text.chars().count() < 6
        || domain::ec::KnowledgeLevel::from_printed(&piece.text).is_some();
    piece.mark == Mark::None && !word && !sections::is_heading(source, at)
}
