//! Section I: from the code to the references, and the profile of section II.

use std::borrow::Cow;

use domain::ec::{Classified, Line, duration};

use super::Desk;
use super::formats::Label;
use super::prose::{self, Items};
use super::sections::Segment;
use super::{classified, fixed, identity, profile, terms};
use crate::error::Error;
use crate::lines::{Mark, Piece};
use crate::phrase::{find, prefix, squeeze};

impl Desk<'_> {
    /// Reads everything before the first element.
    pub(super) fn read_general(
        &mut self,
        segments: &[Segment],
        part: &mut dyn FnMut(usize) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.read_identity(segments);
        self.read_terms(segments);
        for (at, segment) in segments.iter().enumerate() {
            part(at)?;
            let body = &segment.body;
            match segment.label {
                Label::Purpose => self.read_prose(body, true),
                Label::Description => self.read_prose(body, false),
                Label::Level => self.read_level(body),
                Label::Committee => self.read_committee(body),
                Label::Duration => self.read_duration(body),
                Label::Profile => self.read_profile(body),
                Label::Preamble | Label::GeneralData | Label::Identity => {}
                label if label.is_term() => {}
                label => self.read_list(label, body),
            }
        }
        Ok(())
    }

    /// Code and title: whatever stands before the first field.
    fn read_identity(&mut self, segments: &[Segment]) {
        let head = |segment: &&Segment| {
            matches!(
                segment.label,
                Label::Preamble | Label::GeneralData | Label::Identity
            )
        };
        let has_label = segments
            .iter()
            .any(|segment| matches!(segment.label, Label::GeneralData | Label::Identity));
        let mut pieces: Vec<Piece> = Vec::new();
        for segment in segments.iter().filter(head) {
            if segment.label == Label::Preamble && has_label {
                self.leave(&segment.body);
            } else {
                pieces.extend(segment.body.iter().cloned());
            }
        }
        let name = identity::of_standard(&pieces);
        self.standard.code = name.code;
        self.standard.title = name.title;
        self.headings.extend(name.labels);
        self.place(&pieces);
    }

    fn read_terms(&mut self, segments: &[Segment]) {
        let column = |line: usize| self.source.lines.get(line).and_then(|raw| raw.column);
        let read = terms::terms(
            segments.iter().filter(|segment| segment.label.is_term()),
            column,
        );
        for segment in segments.iter().filter(|segment| segment.label.is_term()) {
            self.place(&segment.body);
        }
        self.headings.extend(read.labels);
        let general = &mut self.standard.general;
        general.approval_date = read.approval;
        general.publication_date = read.publication;
        general.review_period = read.review;
        general.certificate_validity = read.validity;
        for line in read.left {
            self.leave_line(line);
        }
    }

    /// Purpose and description, less their fixed paragraphs.
    fn read_prose(&mut self, body: &[Piece], purpose: bool) {
        let mut sorted = fixed::sort(prose::paragraphs(body));
        let general = &mut self.standard.general;
        if !general.update_paragraph.is_empty() {
            // It is said once: a second one is the author's own words.
            sorted.own.append(&mut sorted.update);
        }
        let field = if purpose {
            &mut general.purpose
        } else {
            &mut general.general_description
        };
        if !field.is_empty() && !sorted.own.is_empty() {
            return self.leave(body);
        }
        if field.is_empty() {
            *field = sorted.own.join("\n");
        }
        if !sorted.update.is_empty() {
            general.update_paragraph = sorted.update.join("\n");
        }
        self.form.fixed_paragraphs.extend(sorted.fixed);
        self.place(body);
    }

    // What is said once and stands twice keeps its first words; the others are listed, never lost.

    fn read_committee(&mut self, body: &[Piece]) {
        let committee = &mut self.standard.general.committee;
        if !committee.is_empty() {
            return self.leave(body);
        }
        *committee = prose::joined(body);
        self.place(body);
    }

    fn read_duration(&mut self, body: &[Piece]) {
        let duration = &mut self.standard.general.evaluation_aspects.duration;
        if !duration.printed.is_empty() {
            return self.leave(body);
        }
        *duration = duration::read(&prose::joined(&bare(body)));
        self.place(body);
    }

    /// Section II.
    fn read_profile(&mut self, body: &[Piece]) {
        if !self.form.profile_titles.is_empty() {
            return self.leave(body);
        }
        let moved = std::mem::take(&mut self.moved).into_iter();
        let moved: Vec<Piece> = moved
            .map(|line| Piece::of(&self.source.lines[line], line))
            .collect();
        self.place(&moved);
        let read = profile::profile(body, &self.standard.title, &moved);
        self.form.profile_titles = read.titles;
        self.headings.extend(read.headings);
        self.place(body);
    }

    /// «Tres», and the text of the level.
    fn read_level(&mut self, body: &[Piece]) {
        let general = &self.standard.general;
        if general.snc_level.is_some() || !general.level_text.is_empty() {
            return self.leave(body);
        }
        let body = bare(body);
        let text = prose::joined(&body);
        // «Nivel Tres»: the label says the word once more.
        let again = prefix(&text, "nivel")
            .filter(|&end| text[end..].starts_with(' '))
            .unwrap_or(0);
        let text = text[again..].trim_start().to_owned();
        let words = ["uno", "dos", "tres", "cuatro", "cinco"];
        let spoken = words
            .iter()
            .zip(1u8..)
            .find_map(|(word, number)| Some((number, prefix(&text, word)?)));
        let digit =
            (1u8..=5).find_map(|number| Some((number, prefix(&text, &number.to_string())?)));
        let whole =
            |(_, end): &(u8, usize)| !text[*end..].starts_with(|c: char| c.is_alphanumeric());
        match spoken.or(digit).filter(whole) {
            Some((number, end)) => {
                self.standard.general.snc_level = Some(number);
                let rest = text[end..].trim_start_matches([':', '.', ' ', ')', '-']);
                self.standard.general.level_text = rest.to_owned();
            }
            None => self.standard.general.level_text = text,
        }
        self.place(&body);
    }

    fn read_list(&mut self, label: Label, body: &[Piece]) {
        let body = &self.take_register_paragraph(body);
        let general = match label {
            Label::UnitGroup
            | Label::Sector
            | Label::Subsector
            | Label::Branch
            | Label::Subbranch
            | Label::IndustryClass => {
                let entries = self.classified(body);
                let general = &mut self.standard.general;
                match label {
                    Label::UnitGroup => general.sinco_unit_groups.extend(entries),
                    Label::Sector => general.scian.sectors.extend(entries),
                    Label::Subsector => general.scian.subsectors.extend(entries),
                    Label::Branch => general.scian.branches.extend(entries),
                    Label::Subbranch => general.scian.subbranches.extend(entries),
                    _ => general.scian.industry_classes.extend(entries), // The class.
                }
                return self.place(body);
            }
            label => label,
        };
        let kind = match general {
            Label::Associated
            | Label::Unlisted
            | Label::Organizations
            | Label::Related
            | Label::RelatedKind => Items::Names,
            Label::References => Items::Entries,
            _ => Items::Sentences,
        };
        let lines = self.lines(body, kind);
        let general = &mut self.standard.general;
        let aspects = &mut general.evaluation_aspects;
        let list = match label {
            Label::Associated => &mut general.associated_occupations,
            Label::Unlisted => &mut general.unlisted_occupations,
            Label::Organizations => &mut general.participating_organizations,
            Label::Related | Label::RelatedKind => &mut general.related_standards,
            Label::Practice => &mut aspects.practice_details,
            Label::Requirements => &mut aspects.requirements,
            Label::References => &mut general.references,
            _ => return self.leave(body), // Headings: nothing belongs right under them.
        };
        list.extend(lines);
        self.place(body);
    }

    fn classified(&mut self, body: &[Piece]) -> Vec<Classified> {
        classified::classified(body)
            .into_iter()
            .map(|(code, name)| Classified {
                id: self.ids.part(),
                code,
                name,
            })
            .collect()
    }

    pub(super) fn lines(&mut self, body: &[Piece], kind: Items) -> Vec<Line> {
        self.texts(prose::items(body, kind))
    }

    pub(super) fn texts(&mut self, texts: Vec<String>) -> Vec<Line> {
        texts
            .into_iter()
            .map(|text| Line {
                id: self.ids.part(),
                text,
            })
            .collect()
    }

    /// Takes the fixed paragraph of the register (EC-F-17) out of the list it follows.
    fn take_register_paragraph<'b>(&mut self, body: &'b [Piece]) -> Cow<'b, [Piece]> {
        let Some(start) = body
            .iter()
            .position(|piece| fixed::begins_register_paragraph(&piece.whole()))
        else {
            return Cow::Borrowed(body);
        };
        let mut text = String::new();
        let mut end = start;
        for piece in &body[start..] {
            prose::append(&mut text, &piece.whole());
            end += 1;
            let closes = squeeze(&text).ends_with("consultagratuita")
                || (text.ends_with('.') && find(&text, "registronacional").is_some());
            if closes || body.get(end).is_some_and(|next| next.mark == Mark::Bullet) {
                break;
            }
        }
        let sorted = fixed::sort(vec![text]);
        self.form.fixed_paragraphs.extend(sorted.fixed);
        if sorted.own.is_empty() && sorted.update.is_empty() {
            self.place(&body[start..end]);
        } else {
            self.leave(&body[start..end]);
        }
        Cow::Owned([&body[..start], &body[end..]].concat())
    }
}

/// The pieces as running text: bullets fall away.
fn bare(body: &[Piece]) -> Vec<Piece> {
    body.iter()
        .filter(|piece| !piece.whole().is_empty())
        .cloned()
        .collect()
}
