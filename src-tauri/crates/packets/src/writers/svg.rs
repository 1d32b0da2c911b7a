//! A sheet as pictures for the window, with the place of each text.

use std::collections::HashMap;
use std::ops::{ControlFlow, Range};

use typst::foundations::{Label, Selector, Str, Value};
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
    /// One for each page there is: what looks the same has the same mark.
    pub marks: Vec<String>,
    /// Those that were asked for.
    pub drawn: Vec<Picture>,
    /// Where each text stands, in the order of the page; of several that hold a point, the last is
    /// the nearest.
    pub spots: Vec<Spot>,
    pub substituted: Vec<Substituted>,
}

/// A page as a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// From 0.
    pub page: usize,
    /// Outlines only, with no script, no font and nothing from outside.
    pub svg: String,
}

/// Which pages are to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// From 0.
    pub pages: Range<usize>,
    /// The marks of the pictures that are there already, page by page: what looks the same is not
    /// drawn again.
    pub have: Vec<String>,
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

/// Sets a sheet on its pages, and draws some of them: drawing takes longer than setting, where what
/// did not change is remembered, and nobody sees all of them at once.
pub(crate) fn draw(sheet: &Sheet, wanted: &Wanted, watch: &mut Watch<'_>) -> Result<Pages, Error> {
    let setting = press::set(sheet, "", None, None)?;
    let document = &setting.document;
    let all = document.pages();
    let marks: Vec<String> = all
        .iter()
        .map(|page| format!("{:032x}", typst::utils::hash128(page)))
        .collect();
    let range = wanted.pages.start..wanted.pages.end.min(all.len());
    let lacking: Vec<usize> = range
        .filter(|&at| wanted.have.get(at) != marks.get(at))
        .collect();
    let options = SvgOptions {
        render_bleed: false,
        pretty: false,
    };
    let mut drawn = Vec::with_capacity(lacking.len());
    for (done, &at) in lacking.iter().enumerate() {
        if watch(done, lacking.len()).is_break() {
            return Err(Error::Stopped);
        }
        let svg = slim(&typst_svg::svg(&all[at], &options), at);
        drawn.push(Picture { page: at, svg });
    }
    let size = all.first().map(|page| page.frame.size());
    let (width, height) = size.map_or((0.0, 0.0), |size| (size.x.to_pt(), size.y.to_pt()));
    let spots = spots(document, sheet, width, height);
    press::forget();
    Ok(Pages {
        width,
        height,
        marks,
        drawn,
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
    let names = press::names(&sheet.sources);
    let sources: HashMap<&str, Source> = names
        .iter()
        .map(String::as_str)
        .zip(sheet.sources.iter().copied())
        .collect();
    let introspector = document.introspector();
    let mut begun: HashMap<&str, At> = HashMap::new();
    let mut spots = Vec::new();
    for mark in introspector.query(&Selector::Label(label)) {
        let value = mark.to_packed::<MetadataElem>().map(|elem| &elem.value);
        let (Some((name, ends)), Some(location)) = (value.and_then(said), mark.location()) else {
            continue;
        };
        let (Some((name, source)), Some(position)) = (
            sources.get_key_value(name.as_str()),
            introspector.position(location),
        ) else {
            continue;
        };
        let at = At {
            page: position.page.get() - 1,
            x: position.point.x.to_pt(),
            y: position.point.y.to_pt(),
        };
        if !ends {
            begun.insert(name, at);
        } else if let Some(from) = begun.remove(name) {
            spots.extend(between(*source, from, at, width, height));
        }
    }
    spots
}

/// What a mark says: the name of the text, and whether it ends there.
fn said(value: &Value) -> Option<(&Str, bool)> {
    let Value::Array(pair) = value else {
        return None; // The template marks with pairs alone.
    };
    match pair.as_slice() {
        [Value::Str(name), Value::Str(edge)] => Some((name, edge.as_str() == "to")),
        _ => None, // As above.
    }
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
