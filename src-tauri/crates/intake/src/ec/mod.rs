//! Lines to a standard, in any of the formats seen.
//!
//! The document is cut at its labels ([`sections`]), and each part reads the lines between two of
//! them. Every line has a fate: furniture, heading, field, or not understood; none is lost.

mod classified;
mod contingencies;
mod criteria;
mod elements;
mod fixed;
mod formats;
mod frame;
mod general;
mod identity;
mod knowledge;
mod numbering;
mod pairs;
mod profile;
mod prose;
mod sections;
mod terms;

use std::collections::BTreeSet;

use domain::ec::{CompetenceStandard, Format, PrintedForm};
use domain::ids::Ids;

pub(crate) use self::formats::begins_heading;
use self::formats::{Label, Signs};
pub(crate) use self::prose::is_complete;
use self::sections::Segment;
use crate::error::Error;
use crate::lines::Piece;
use crate::phrase::squeeze;
use crate::source::Source;
use crate::watch::{self, Step, Watch};
use crate::{NotUnderstood, Reading, Repair};

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fate {
    /// Nothing is printed on it.
    Blank,
    /// It is not accounted for: a mistake of this room.
    Lost,
    /// Page furniture.
    Frame,
    /// A heading or a fixed label.
    Heading,
    /// It is in a field.
    Field,
    /// It has no place; it is listed.
    NotUnderstood,
}

/// A reading, with the fate of each line.
pub(crate) struct Account {
    pub(crate) reading: Reading,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests close the account"))]
    pub(crate) fates: Vec<Fate>,
}

/// Fewer labels than this and the text is no standard.
const ENOUGH: usize = 3;

/// Reads the lines of a document whose words are already whole.
pub(crate) fn read(
    source: &mut Source,
    repairs: Vec<Repair>,
    ids: &mut Ids,
    watch: &mut Watch<'_>,
) -> Result<Account, Error> {
    let of = source.lines.len();
    watch::step(watch, Step::Placing { at: 1, of })?;
    let frame = frame::furniture(source);
    let mut content: Vec<usize> = (0..source.lines.len())
        .filter(|&at| !frame[at] && !source.lines[at].text.trim().is_empty())
        .collect();
    watch::step(watch, Step::Placing { at: 1, of })?;
    source.notice_breaks(&content);
    let source = &*source;
    let moved = profile::moved_title(source, &content);
    let moved: Vec<usize> = content.drain(moved).collect();
    let segments = sections::segments(source, &content, watch)?;
    let fates: Vec<Fate> = source
        .lines
        .iter()
        .zip(&frame)
        .map(|(raw, framed)| match (raw.text.trim().is_empty(), framed) {
            (true, _) => Fate::Blank,
            (_, true) if frame::says_more(&raw.text) => Fate::NotUnderstood,
            (_, true) => Fate::Frame,
            _ => Fate::Lost,
        })
        .collect();
    let left = (0..fates.len())
        .filter(|&at| fates[at] == Fate::NotUnderstood)
        .collect();
    let mut desk = Desk {
        source,
        ids,
        fates,
        standard: CompetenceStandard::default(),
        form: PrintedForm::default(),
        headings: Vec::new(),
        left,
        moved,
    };
    let labels = segments
        .iter()
        .filter(|segment| is_telling(segment.label))
        .count();
    let brand = is_brand_sheet(&segments);
    let format = if labels >= ENOUGH || brand {
        let signs = Signs {
            frame: framed(source, &frame),
            // Each wording once, however often it stands.
            labels: segments
                .iter()
                .map(|segment| squeeze(&segment.printed))
                .collect::<BTreeSet<String>>()
                .into_iter()
                .collect(),
            is_brand_sheet: brand,
        };
        // What tells the format is let go of before the rest is read: a heading may stand on every line.
        let format = signs.format();
        drop(signs);
        desk.read(segments, watch)?;
        format
    } else {
        for segment in &segments {
            desk.leave_heads(segment);
            desk.leave(&segment.body);
        }
        Format::Unknown
    };
    desk.form.format = Some(format);
    Ok(desk.finish(format, repairs))
}

fn framed(source: &Source, frame: &[bool]) -> Vec<String> {
    let lines = source
        .lines
        .iter()
        .zip(frame)
        .filter(|(_, framed)| **framed);
    lines
        .map(|(raw, _)| raw.text.replace('\t', " "))
        .filter(|line| !line.trim().is_empty())
        .collect()
}

fn is_telling(label: Label) -> bool {
    use Label::*;
    !matches!(
        label,
        Preamble
            | GeneralData
            | Identity
            | Sector
            | Subsector
            | Branch
            | Subbranch
            | IndustryClass
            | Associated
    )
}

fn is_brand_sheet(segments: &[Segment]) -> bool {
    let brand = segments
        .iter()
        .any(|segment| squeeze(&segment.printed).contains("competenciademarca"));
    let elements = segments.iter().any(|segment| segment.label.is_list());
    brand && !elements
}

/// The standard as it is put together, and the account of its lines.
pub(crate) struct Desk<'a> {
    source: &'a Source,
    ids: &'a mut Ids,
    fates: Vec<Fate>,
    standard: CompetenceStandard,
    form: PrintedForm,
    /// Labels as printed, each with the line it begins on.
    headings: Vec<(usize, String)>,
    left: Vec<usize>,
    /// The lines of the title of the first element in the profile, where extraction moved it away.
    moved: Vec<usize>,
}

impl Desk<'_> {
    fn read(&mut self, mut general: Vec<Segment>, watch: &mut Watch<'_>) -> Result<(), Error> {
        for segment in &mut general {
            self.head(segment);
        }
        let elements = general.iter().position(|segment| {
            matches!(
                segment.label,
                Label::Reference | Label::Criteria | Label::LeadIn
            ) || segment.label.is_list()
        });
        let of = general.len();
        let mut part = |at: usize| watch::step(watch, Step::Part { at: at + 1, of });
        let elements = general.split_off(elements.unwrap_or(of));
        let before = general.len();
        self.read_general(&general, &mut part)?;
        drop(general);
        self.read_elements(elements, &mut |at| part(before + at))
    }

    /// Keeps a label among the headings. Only a lead-in is asked again for its words.
    fn head(&mut self, segment: &mut Segment) {
        if !segment.printed.is_empty() {
            let printed = match segment.label {
                Label::LeadIn => segment.printed.clone(),
                _ => std::mem::take(&mut segment.printed), // Most labels, which may stand on every line.
            };
            self.headings.push((segment.heads.start, printed));
        }
        for line in segment.heads.clone() {
            self.fate(line, Fate::Heading);
        }
    }

    /// Notes that these lines are in a field.
    fn place(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            self.fate(piece.source, Fate::Field);
        }
    }

    /// Notes that these lines have no place.
    fn leave(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            self.leave_line(piece.source);
        }
    }

    fn leave_heads(&mut self, segment: &Segment) {
        for line in segment.heads.clone() {
            if self.fates[line] == Fate::Lost {
                self.leave_line(line);
            }
        }
    }

    fn leave_line(&mut self, line: usize) {
        if self.fates[line] != Fate::NotUnderstood {
            self.left.push(line);
        }
        self.fate(line, Fate::NotUnderstood);
    }

    fn fate(&mut self, line: usize, fate: Fate) {
        if let Some(known) = self
            .fates
            .get_mut(line)
            .filter(|known| **known != Fate::Blank && **known != Fate::Frame)
        {
            *known = (*known).max(fate);
        }
    }

    fn finish(mut self, format: Format, repairs: Vec<Repair>) -> Account {
        let lost: Vec<usize> = (0..self.fates.len())
            .filter(|&at| self.fates[at] == Fate::Lost)
            .collect();
        for line in lost {
            self.leave_line(line);
        }
        self.left.sort_unstable();
        let not_understood = self
            .left
            .iter()
            .map(|&line| {
                let raw = &self.source.lines[line];
                NotUnderstood {
                    page: raw.page,
                    line: raw.line,
                    text: raw.text.replace('\t', " ").trim().to_owned(),
                }
            })
            .collect();
        self.headings.sort_by_key(|(line, _)| *line);
        self.form.headings = self
            .headings
            .into_iter()
            .map(|(_, printed)| printed)
            .collect();
        self.standard.printed = Some(self.form);
        Account {
            reading: Reading {
                standard: self.standard,
                format,
                repairs,
                not_understood,
            },
            fates: self.fates,
        }
    }
}
