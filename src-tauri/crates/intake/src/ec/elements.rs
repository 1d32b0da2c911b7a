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
        segments: Vec<Segment>,
        part: &mut dyn FnMut(usize) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut element = Vec::new();
        for (at, segment) in segments.into_iter().enumerate() {
            if segment.label == Label::Reference && !element.is_empty() {
                part(at)?;
                self.read_element(std::mem::take(&mut element));
            }
            element.push(segment);
        }
        if !element.is_empty() {
            self.read_element(element);
        }
        Ok(())
    }

    fn read_element(&mut self, segments: Vec<Segment>) {
        let mut element = Element::blank(self.ids.part());
        let place = u32::try_from(self.standard.elements.len() + 1).unwrap_or(u32::MAX);
        element.index = place;
        for list in runs(segments) {
            if list.label == Label::Contingencies {
                for segment in &list.body {
                    self.place(&segment.body);
                }
                let read = self.contingencies(&list.body);
                element.contingencies.extend(read);
                continue;
            }
            let body: Vec<Piece> = list
                .body
                .into_iter()
                .flat_map(|segment| segment.body)
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
        let heads = |piece: &&Piece| squeeze(&piece.whole()) != "nivel";
        let read = knowledge::knowledge(body.iter().filter(heads));
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

    fn contingencies(&mut self, segments: &[Segment]) -> Vec<Contingency> {
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
struct Run {
    label: Label,
    body: Vec<Segment>,
}

/// The segments put together list by list: a heading that a new page repeats goes on with its list, and
/// a lead-in without a heading announces the list it speaks of.
fn runs(segments: Vec<Segment>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for segment in segments {
        let label = match segment.label {
            Label::Situation | Label::Responses => Label::Contingencies,
            Label::LeadIn if !segment.body.is_empty() => announced(&segment.printed),
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
fn announced(printed: &str) -> Label {
    let squeezed = squeeze(printed);
    if squeezed.contains("obtiene") {
        Label::Products
    } else if squeezed.contains("posee") {
        Label::Knowledge
    } else if squeezed.contains("las") && squeezed.ends_with("lassiguientes")
        || squeezed.ends_with("lasiguiente")
    {
        Label::Attitudes
    } else if squeezed.contains("demuestra") {
        Label::Performances
    } else {
        Label::LeadIn
    }
}
