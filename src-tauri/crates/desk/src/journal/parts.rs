//! A part of a standard, written down with all that is in it.

use std::collections::BTreeMap;

use domain::ec::part::{List, Part};
use domain::ec::{
    Attitude, Classified, Contingency, Criterion, Element, GlossaryEntry, Knowledge, Line,
};
use domain::ids::PartId;
use serde::{Deserialize, Serialize};

/// A part with all that is in it: the same shape whatever its kind.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PartRecord {
    kind: String,
    id: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<u32>,
    #[serde(skip_serializing_if = "String::is_empty")]
    code: String,
    text: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    aside: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    colon: Option<bool>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    lists: BTreeMap<String, Vec<PartRecord>>,
}

impl PartRecord {
    pub(super) fn of(part: &Part) -> PartRecord {
        match part {
            Part::Element(e) => element(e),
            Part::Criterion(c) => criterion(c),
            Part::Knowledge(k) => knowledge(k),
            Part::Attitude(a) => attitude(a),
            Part::Contingency(c) => contingency(c),
            Part::Glossary(g) => glossary(g),
            Part::Classified(c) => PartRecord {
                code: c.code.clone(),
                ..record("classified", c.id, &[], &c.name)
            },
            Part::Line(l) => line(l),
        }
    }

    pub(super) fn part(&self) -> Option<Part> {
        let id: PartId = self.id.parse().ok()?;
        let number = self.numbers.first().copied().unwrap_or_default();
        let text = self.text.clone();
        Some(match self.kind.as_str() {
            "element" => Part::Element(Element {
                id,
                index: number,
                count: self.numbers.get(1).copied().unwrap_or_default(),
                code: self.code.clone(),
                title: text,
                performances: self.held(List::Performances, |part| match part {
                    Part::Criterion(c) => Some(c),
                    _ => None, // Not what that list holds.
                })?,
                products: self.held(List::Products, |part| match part {
                    Part::Criterion(c) => Some(c),
                    _ => None, // Not what that list holds.
                })?,
                knowledge: self.held(List::Knowledge, |part| match part {
                    Part::Knowledge(k) => Some(k),
                    _ => None, // Not what that list holds.
                })?,
                attitudes: self.held(List::Attitudes, |part| match part {
                    Part::Attitude(a) => Some(a),
                    _ => None, // Not what that list holds.
                })?,
                contingencies: self.held(List::Contingencies, |part| match part {
                    Part::Contingency(c) => Some(c),
                    _ => None, // Not what that list holds.
                })?,
                glossary: self.held(List::Glossary, |part| match part {
                    Part::Glossary(g) => Some(g),
                    _ => None, // Not what that list holds.
                })?,
            }),
            "criterion" => Part::Criterion(Criterion {
                id,
                number,
                text,
                characteristics: self.lines(List::Characteristics)?,
            }),
            "knowledge" => Part::Knowledge(Knowledge {
                id,
                number,
                text,
                level: domain::ec::KnowledgeLevel::from_printed(&self.aside),
                printed_level: self.aside.clone(),
                details: self.lines(List::Details)?,
            }),
            "attitude" => Part::Attitude(Attitude {
                id,
                number,
                name: text,
                colon: self.colon?,
                manner: self.aside.clone(),
            }),
            "contingency" => Part::Contingency(Contingency {
                id,
                number,
                situation: text,
                expected_responses: self.lines(List::ExpectedResponses)?,
            }),
            "glossary" => Part::Glossary(GlossaryEntry {
                id,
                number,
                term: text,
                colon: self.colon?,
                definition: self.aside.clone(),
            }),
            "classified" => Part::Classified(Classified {
                id,
                code: self.code.clone(),
                name: text,
            }),
            "line" => Part::Line(Line { id, text }),
            _ => return None, // A word of no part.
        })
    }

    fn held<T>(&self, list: List, take: impl Fn(Part) -> Option<T>) -> Option<Vec<T>> {
        let records = self.lists.get(list.code()).map_or(&[][..], Vec::as_slice);
        records.iter().map(|record| take(record.part()?)).collect()
    }

    fn lines(&self, list: List) -> Option<Vec<Line>> {
        self.held(list, |part| match part {
            Part::Line(line) => Some(line),
            _ => None, // Not what that list holds.
        })
    }

    /// What it says, in one line.
    pub(super) fn said(&self) -> String {
        [self.code.as_str(), &self.text, &self.aside]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

fn record(kind: &str, id: PartId, numbers: &[u32], text: &str) -> PartRecord {
    PartRecord {
        kind: kind.to_owned(),
        id: id.to_string(),
        numbers: numbers.to_vec(),
        text: text.to_owned(),
        ..PartRecord::default()
    }
}

fn holding<T>(
    lists: &[(List, &[T])],
    one: fn(&T) -> PartRecord,
) -> BTreeMap<String, Vec<PartRecord>> {
    lists
        .iter()
        .filter(|(_, parts)| !parts.is_empty())
        .map(|(list, parts)| (list.code().to_owned(), parts.iter().map(one).collect()))
        .collect()
}

fn line(line: &Line) -> PartRecord {
    record("line", line.id, &[], &line.text)
}

fn criterion(c: &Criterion) -> PartRecord {
    PartRecord {
        lists: holding(&[(List::Characteristics, &c.characteristics)], line),
        ..record("criterion", c.id, &[c.number], &c.text)
    }
}

fn knowledge(k: &Knowledge) -> PartRecord {
    PartRecord {
        aside: k.printed_level.clone(),
        lists: holding(&[(List::Details, &k.details)], line),
        ..record("knowledge", k.id, &[k.number], &k.text)
    }
}

fn attitude(a: &Attitude) -> PartRecord {
    PartRecord {
        aside: a.manner.clone(),
        colon: Some(a.colon),
        ..record("attitude", a.id, &[a.number], &a.name)
    }
}

fn contingency(c: &Contingency) -> PartRecord {
    PartRecord {
        lists: holding(&[(List::ExpectedResponses, &c.expected_responses)], line),
        ..record("contingency", c.id, &[c.number], &c.situation)
    }
}

fn glossary(g: &GlossaryEntry) -> PartRecord {
    PartRecord {
        aside: g.definition.clone(),
        colon: Some(g.colon),
        ..record("glossary", g.id, &[g.number], &g.term)
    }
}

fn element(e: &Element) -> PartRecord {
    let mut lists = holding(
        &[
            (List::Performances, &e.performances),
            (List::Products, &e.products),
        ],
        criterion,
    );
    lists.extend(holding(&[(List::Knowledge, &e.knowledge)], knowledge));
    lists.extend(holding(&[(List::Attitudes, &e.attitudes)], attitude));
    lists.extend(holding(
        &[(List::Contingencies, &e.contingencies)],
        contingency,
    ));
    lists.extend(holding(&[(List::Glossary, &e.glossary)], glossary));
    PartRecord {
        code: e.code.clone(),
        lists,
        ..record("element", e.id, &[e.index, e.count], &e.title)
    }
}
