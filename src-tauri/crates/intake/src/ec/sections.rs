//! The document cut at its labels: what each announces, and the lines that follow it.

mod scan;

use std::ops::Range;

use self::scan::Scan;
use super::formats::Label;
use crate::error::Error;
use crate::lines::Piece;
use crate::phrase::squeeze;
use crate::source::Source;
use crate::watch::{self, Step, Watch};

/// A label, and what stands between it and the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) label: Label,
    /// The label as printed.
    pub(crate) printed: String,
    /// The lines it was printed on.
    pub(crate) heads: Range<usize>,
    pub(crate) body: Vec<Piece>,
}

/// Which part of the document is being read: labels mean something in their part only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    General,
    Profile,
    Elements,
}

/// A label found, and where it ends.
struct Found {
    label: Label,
    line: usize,
    byte: usize,
}

/// Cuts the document at its labels. Every line that is neither blank nor furniture is in some segment.
pub(crate) fn segments(
    source: &Source,
    lines: &[usize],
    watch: &mut Watch<'_>,
) -> Result<Vec<Segment>, Error> {
    let scan = Scan { source, lines };
    let mut out = vec![Segment {
        label: Label::Preamble,
        printed: String::new(),
        heads: 0..0,
        body: Vec::new(),
    }];
    let mut zone = Zone::General;
    let (mut at, mut from) = (0, 0);
    let (mut turn, of) = (0usize, lines.len());
    while at < of {
        if turn % OFTEN == 0 {
            watch::step(watch, Step::Placing { at: at + 1, of })?;
        }
        turn += 1;
        let last = out.last().map_or(Label::Preamble, |segment| segment.label);
        let empty = out.last().is_none_or(|segment| segment.body.is_empty());
        match scan.label(at, from, zone, last, empty) {
            Some(found) => {
                zone = zone_after(zone, found.label);
                let printed = scan.printed(at, from, &found);
                let heads = lines[at]..lines[found.line] + 1;
                out.push(Segment {
                    label: found.label,
                    printed,
                    heads,
                    body: Vec::new(),
                });
                (at, from) = (found.line, found.byte);
                if scan.text(at)[from..].trim().is_empty() {
                    (at, from) = (at + 1, 0);
                }
            }
            None => {
                let mut piece = Piece::rest(&source.lines[lines[at]], lines[at], from);
                let next = scan.inner_label(at, from, zone, last);
                if let Some(end) = next {
                    let line = &source.lines[lines[at]].text;
                    piece.text = line.part(line[from..end].trim());
                }
                piece.gap |= from == 0 && gap_before(source, lines, at);
                if let Some(segment) = out.last_mut() {
                    segment.body.push(piece);
                }
                (at, from) = next.map_or((at + 1, 0), |end| (at, end));
            }
        }
    }
    give_back(source, &mut out);
    Ok(out)
}

/// How many pieces are placed between two looks at whether to go on.
const OFTEN: usize = 128;

/// Gives back to a field what follows, on the next page, a name that extraction moved to the foot of its
/// page: the frame it stands in is drawn last.
fn give_back(source: &Source, segments: &mut [Segment]) {
    for at in 1..segments.len() {
        let (before, here) = segments.split_at_mut(at);
        let (Some(before), Some(here)) = (before.last_mut(), here.first_mut()) else {
            return;
        };
        let moved = here.label == Label::Identity
            && !matches!(before.label, Label::Preamble | Label::GeneralData);
        if moved {
            let page = source.lines[here.heads.start].page;
            let stays = here
                .body
                .iter()
                .take_while(|piece| source.lines[piece.source].page == page)
                .count();
            before.body.extend(here.body.drain(stays..));
        }
    }
}

/// Whether a blank line stands above, in the same page.
fn gap_before(source: &Source, lines: &[usize], at: usize) -> bool {
    let here = lines[at];
    let above = if at == 0 { return true } else { lines[at - 1] };
    let same_page = source.lines[above].page == source.lines[here].page;
    same_page
        && source.lines[above + 1..here]
            .iter()
            .any(|raw| raw.text.trim().is_empty())
}

fn zone_after(zone: Zone, label: Label) -> Zone {
    match label {
        Label::Profile => Zone::Profile,
        Label::Elements | Label::Reference | Label::Criteria | Label::LeadIn => Zone::Elements,
        label if label.is_list() => Zone::Elements,
        _ => zone,
    }
}

/// Whether the line is a heading that a page may repeat without being furniture.
pub(crate) fn is_heading(source: &Source, at: usize) -> bool {
    let lines: Vec<usize> = (at..(at + 3).min(source.lines.len())).collect();
    let scan = Scan {
        source,
        lines: &lines,
    };
    let zones = [Zone::General, Zone::Elements];
    let general = zones
        .iter()
        .any(|&zone| scan.label(0, 0, zone, Label::Contingencies, true).is_some());
    let squeezed = squeeze(&source.lines[at].text);
    general || squeezed == "nivel" || squeezed.starts_with("lapersonaescompetente")
}

/// «1 de 3  E5336  Título».
pub(crate) fn is_reference_row(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    let number = |word: &str| {
        !word.is_empty() && word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit())
    };
    matches!(words[..], [n, "de", m, code] if number(n) && number(m) && super::identity::is_element_code(code))
}
