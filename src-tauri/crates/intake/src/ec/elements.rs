//! Section III: element by element, the lists of each.

use domain::ec::{
    Attitude, Contingency, Criterion, Element, GlossaryEntry, Knowledge, KnowledgeLevel,
};

use super::Desk;
use super::formats::Label;
use super::pairs::{self, Kind};
use super::sections::Segment;
use super::{contingencies, criteria, identity, knowledge};
use crate::error::Error;
use crate::lines::Piece;
use crate::phrase::squeeze;

impl Desk<'_> {
    /// Reads the segments from the first element on.
    pub(super) fn read_elements(
        &mut self,
        segments: &[Segment],
        part: &mut dyn FnMut(usize) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut at = 0;
        while at < segments.len() {
            part(at)?;
            let length = 1 + segments[at + 1..]
                .iter()
                .take_while(|segment| segment.label != Label::Reference)
                .count();
            self.read_element(&segments[at..at + length]);
            at += length;
        }
        Ok(())
    }

    fn read_element(&mut self, segments: &[Segment]) {
        let mut element = Element::blank(self.ids.part());
        let place = u32::try_from(self.standard.elements.len() + 1).unwrap_or(u32::MAX);
        element.index = place;
        for list in runs(segments) {
            let body: Vec<Piece> = list
                .body
                .iter()
                .flat_map(|segment| segment.body.clone())
                .collect();
            match list.label {
                Label::Reference => {
                    let row = identity::of_element(&body);
                    element.index = row.index.unwrap_or(place);
                    element.count = row.count.unwrap_or(0);
                    element.code = row.code;
                    element.title = row.title;
                    self.headings.extend(row.labels);
                    self.place(&body);
                }
                Label::Performances => {
                    let read = self.criteria(&body);
                    element.performances.extend(read);
                }
                Label::Products => {
                    let read = self.criteria(&body);
                    element.products.extend(read);
                }
                Label::Knowledge => {
                    let read = self.knowledge(&body);
                    element.knowledge.extend(read);
                }
                Label::Attitudes => {
                    let read = self.attitudes(&body);
                    element.attitudes.extend(read);
                }
                Label::Contingencies => {
                    let read = self.contingencies(&list.body);
                    element.contingencies.extend(read);
                    self.place(&body);
                }
                Label::Glossary => {
                    let read = self.glossary(&body);
                    element.glossary.extend(read);
                }
                _ => self.leave(&body), // Headings: nothing belongs right under them.
            }
        }
        self.standard.elements.push(element);
    }

    fn criteria(&mut self, body: &[Piece]) -> Vec<Criterion> {
        self.place(body);
        criteria::criteria(body)
            .into_iter()
            .map(|draft| Criterion {
                id: self.ids.part(),
                number: draft.number,
                text: draft.text,
                characteristics: self.texts(draft.characteristics),
            })
            .collect()
    }

    fn knowledge(&mut self, body: &[Piece]) -> Vec<Knowledge> {
        self.place(body);
        // The head of the table comes again on each page.
        let body: Vec<Piece> = body
            .iter()
            .filter(|piece| squeeze(&piece.whole()) != "nivel")
            .cloned()
            .collect();
        let read = knowledge::knowledge(&body);
        for line in read.left {
            self.leave_line(line);
        }
        read.items
            .into_iter()
            .map(|draft| Knowledge {
                id: self.ids.part(),
                number: draft.number,
                text: draft.text,
                level: KnowledgeLevel::from_printed(&draft.printed_level),
                printed_level: draft.printed_level,
                details: self.texts(draft.details),
            })
            .collect()
    }

    fn attitudes(&mut self, body: &[Piece]) -> Vec<Attitude> {
        self.place(body);
        pairs::pairs(body, Kind::Attitudes)
            .into_iter()
            .map(|draft| Attitude {
                id: self.ids.part(),
                number: draft.number,
                name: draft.name,
                colon: draft.colon,
                manner: draft.meaning,
            })
            .collect()
    }

    fn glossary(&mut self, body: &[Piece]) -> Vec<GlossaryEntry> {
        self.place(body);
        pairs::pairs(body, Kind::Glossary)
            .into_iter()
            .map(|draft| GlossaryEntry {
                id: self.ids.part(),
                number: draft.number,
                term: draft.name,
                colon: draft.colon,
                definition: draft.meaning,
            })
            .collect()
    }

    fn contingencies(&mut self, segments: &[&Segment]) -> Vec<Contingency> {
        contingencies::contingencies(segments)
            .into_iter()
            .map(|draft| Contingency {
                id: self.ids.part(),
                number: draft.number,
                situation: draft.situation,
                expected_responses: self.texts(draft.responses),
            })
            .collect()
    }
}

/// A list of an element, over all the segments its heading was printed above.
struct Run<'a> {
    label: Label,
    body: Vec<&'a Segment>,
}

/// The segments put together list by list: a heading that a new page repeats goes on with its list, and
/// a lead-in without a heading announces the list it speaks of.
fn runs(segments: &[Segment]) -> Vec<Run<'_>> {
    let mut out: Vec<Run<'_>> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        let label = match segment.label {
            Label::Situation | Label::Responses => Label::Contingencies,
            Label::LeadIn if !segment.body.is_empty() => {
                announced(&segment.printed, &segments[at..])
            }
            label => label,
        };
        match out.last_mut() {
            Some(last) if last.label == label && label.is_list() => last.body.push(segment),
            _ => out.push(Run {
                label,
                body: vec![segment],
            }),
        }
    }
    out
}

/// What a lead-in without a heading under it announces.
fn announced(printed: &str, segments: &[Segment]) -> Label {
    let squeezed = squeeze(printed);
    let body = &segments[0].body;
    if squeezed.contains("obtiene") {
        Label::Products
    } else if squeezed.contains("posee") {
        Label::Knowledge
    } else if squeezed.contains("las") && squeezed.ends_with("lassiguientes")
        || squeezed.ends_with("lasiguiente")
    {
        Label::Attitudes
    } else if squeezed.contains("demuestra") && !body.is_empty() {
        Label::Performances
    } else {
        Label::LeadIn
    }
}
