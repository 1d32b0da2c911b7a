//! A sheet as pictures for the window, with the place of each text.

use std::collections::{BTreeMap, HashMap};
use std::ops::{ControlFlow, Range};

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use super::press::{self, Substituted};
use crate::error::Error;
use crate::sheet::{Sheet, Source};

/// How far a letter reaches over and under its line, in points.
const ABOVE: f64 = 8.5;
const BELOW: f64 = 3.5;

/// The pages of a standard as pictures.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// In points.
    pub width: f64,
    pub height: f64,
    /// How many pages there are.
    pub count: usize,
    /// One picture for each page that was asked for: outlines only, with no script, no font and
    /// nothing from outside.
    pub svg: Vec<String>,
    /// Where each text stands, in the order of the page; of several that hold a point, the last is
    /// the nearest.
    pub spots: Vec<Spot>,
    pub substituted: Vec<Substituted>,
}

/// Where a text stands. One that goes on over a page has a spot on each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    pub source: Source,
    /// From 0.
    pub page: usize,
    /// In points from the top left corner of the page.
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Hears which page is drawn of how many, and answers whether the work goes on.
pub type Watch<'a> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'a;

/// Sets a sheet on its pages, and draws some of them: drawing takes as long as setting, and nobody
/// sees all of them at once.
pub(crate) fn draw(
    sheet: &Sheet,
    wanted: Range<usize>,
    watch: &mut Watch<'_>,
) -> Result<Pages, Error> {
    let setting = press::set(sheet, "", None, None)?;
    let document = &setting.document;
    let options = SvgOptions {
        render_bleed: false,
        pretty: false,
    };
    let all = document.pages();
    let wanted = all.iter().enumerate().take(wanted.end).skip(wanted.start);
    let of = wanted.len();
    let mut svg = Vec::with_capacity(of);
    for (drawn, (place, page)) in wanted.enumerate() {
        if watch(drawn, of).is_break() {
            return Err(Error::Stopped);
        }
        svg.push(slim(&typst_svg::svg(page, &options), place));
    }
    let size = document.pages().first().map(|page| page.frame.size());
    let (width, height) = size.map_or((0.0, 0.0), |size| (size.x.to_pt(), size.y.to_pt()));
    let spots = spots(document, sheet, width, height);
    press::forget();
    Ok(Pages {
        width,
        height,
        count: all.len(),
        svg,
        spots,
        substituted: setting.substituted,
    })
}

/// The same picture in fewer bytes: the names of glyphs are short, and what goes without saying is
/// not said. The names of each page are its own, so that pages can stand in one document.
fn slim(svg: &str, page: usize) -> String {
    let svg = svg
        .replace(" xmlns:h5=\"http://www.w3.org/1999/xhtml\"", "")
        .replace(" y=\"0\" fill=\"#000000\" fill-rule=\"nonzero\"/>", "/>");
    let mut names = HashMap::new();
    let svg = renamed(&svg, "xlink:href=\"#g", page, &mut names);
    renamed(&svg, "<symbol id=\"g", page, &mut names)
}

/// The picture with the long names of glyphs that follow `before` made short.
fn renamed(svg: &str, before: &str, page: usize, names: &mut HashMap<String, usize>) -> String {
    const DIGITS: usize = 32;
    let mut parts = svg.split(before);
    let mut out = String::with_capacity(svg.len());
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str(before.trim_end_matches('g'));
        let digits = part.bytes().take(DIGITS).filter(u8::is_ascii_hexdigit);
        if digits.count() < DIGITS {
            out.push('g');
            out.push_str(part);
            continue;
        }
        let (name, rest) = part.split_at(DIGITS);
        let count = names.len();
        let number = names.entry(name.to_owned()).or_insert(count);
        out.push_str(&format!("p{page}g{number}"));
        out.push_str(rest);
    }
    out
}

/// A point of a page.
#[derive(Clone, Copy)]
struct At {
    page: usize,
    x: f64,
    y: f64,
}

fn spots(document: &PagedDocument, sheet: &Sheet, width: f64, height: f64) -> Vec<Spot> {
    let Some(label) = Label::new(PicoStr::intern("spot")) else {
        return Vec::new();
    };
    let introspector = document.introspector();
    let mut begun: BTreeMap<i64, At> = BTreeMap::new();
    let mut spots = Vec::new();
    for mark in introspector.query(&Selector::Label(label)) {
        let value = mark.to_packed::<MetadataElem>().map(|elem| &elem.value);
        let (Some(Value::Int(number)), Some(location)) = (value, mark.location()) else {
            continue;
        };
        let Some(position) = introspector.position(location) else {
            continue;
        };
        let at = At {
            page: position.page.get() - 1,
            x: position.point.x.to_pt(),
            y: position.point.y.to_pt(),
        };
        if number % 2 == 0 {
            begun.insert(*number, at);
            continue;
        }
        let source = usize::try_from(number / 2).ok();
        let source = source.and_then(|source| sheet.sources.get(source));
        if let (Some(from), Some(source)) = (begun.remove(&(number - 1)), source) {
            spots.extend(between(*source, from, at, width, height));
        }
    }
    spots
}

/// The spots of a text from its first line to its last, one a page.
fn between(
    source: Source,
    from: At,
    to: At,
    width: f64,
    height: f64,
) -> impl Iterator<Item = Spot> {
    /// Where the body of a page begins and ends, near enough for pointing.
    const EDGE: f64 = 80.0;
    (from.page..=to.page).map(move |page| {
        let top = if page == from.page {
            from.y - ABOVE
        } else {
            EDGE
        };
        let bottom = if page == to.page {
            to.y + BELOW
        } else {
            height - EDGE
        };
        let one_line = from.page == to.page && to.y - from.y < 1.0;
        let right = if one_line && to.x > from.x {
            to.x
        } else {
            width - EDGE
        };
        Spot {
            source,
            page,
            x: from.x,
            y: top,
            width: (right - from.x).max(0.0),
            height: (bottom - top).max(0.0),
        }
    })
}

#[cfg(test)]
mod tests;
