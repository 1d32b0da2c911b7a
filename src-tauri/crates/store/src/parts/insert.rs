//! Parts into rows.

use domain::ec::part::{List, Part};
use domain::ec::{
    Classified, CompetenceStandard, Criterion, Element, Knowledge, KnowledgeLevel, Line,
};
use domain::ids::PartId;
use rusqlite::named_params;

use super::{general_classified, general_lines};
use crate::{Error, Writer};

/// Where a part stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) ec: i64,
    pub(crate) parent: Option<i64>,
    pub(crate) list: List,
    pub(crate) position: usize,
}

/// The columns of a row that say something.
#[derive(Debug)]
struct Cells<'a> {
    id: PartId,
    number: u32,
    count: u32,
    code: &'a str,
    name: &'a str,
    text: &'a str,
    aside: &'a str,
    level: Option<KnowledgeLevel>,
    colon: bool,
}

impl<'a> Cells<'a> {
    fn new(id: PartId, number: u32, text: &'a str) -> Cells<'a> {
        Cells {
            id,
            number,
            count: 0,
            code: "",
            name: "",
            text,
            aside: "",
            level: None,
            colon: false,
        }
    }

    fn line(line: &'a Line) -> Cells<'a> {
        Cells::new(line.id, 0, &line.text)
    }

    fn classified(entry: &'a Classified) -> Cells<'a> {
        Cells {
            code: &entry.code,
            name: &entry.name,
            ..Cells::new(entry.id, 0, "")
        }
    }

    fn named(id: PartId, number: u32, name: &'a str, colon: bool, text: &'a str) -> Cells<'a> {
        Cells {
            name,
            colon,
            ..Cells::new(id, number, text)
        }
    }
}

impl Writer<'_> {
    /// Every part of a standard that has none yet.
    pub(crate) fn insert_parts(&self, ec: i64, standard: &CompetenceStandard) -> Result<(), Error> {
        let top = |list, position| Slot {
            ec,
            parent: None,
            list,
            position,
        };
        for (list, entries) in general_classified(&standard.general) {
            for (position, entry) in entries.iter().enumerate() {
                self.insert_row(top(list, position), &Cells::classified(entry))?;
            }
        }
        for (list, lines) in general_lines(&standard.general) {
            self.insert_lines(ec, None, list, lines)?;
        }
        for (position, element) in standard.elements.iter().enumerate() {
            self.insert_element(top(List::Elements, position), element)?;
        }
        Ok(())
    }

    /// A part with all that is in it.
    pub(crate) fn insert_part(&self, slot: Slot, part: &Part) -> Result<(), Error> {
        match part {
            Part::Element(element) => self.insert_element(slot, element),
            Part::Criterion(criterion) => self.insert_criterion(slot, criterion),
            Part::Knowledge(knowledge) => self.insert_knowledge(slot, knowledge),
            Part::Attitude(it) => {
                let cells = Cells::named(it.id, it.number, &it.name, it.colon, &it.manner);
                self.insert_row(slot, &cells).map(drop)
            }
            Part::Contingency(it) => {
                let key = self.insert_row(slot, &Cells::new(it.id, it.number, &it.situation))?;
                let responses = &it.expected_responses;
                self.insert_lines(slot.ec, Some(key), List::ExpectedResponses, responses)
            }
            Part::Glossary(it) => {
                let cells = Cells::named(it.id, it.number, &it.term, it.colon, &it.definition);
                self.insert_row(slot, &cells).map(drop)
            }
            Part::Classified(entry) => self.insert_row(slot, &Cells::classified(entry)).map(drop),
            Part::Line(line) => self.insert_row(slot, &Cells::line(line)).map(drop),
        }
    }

    fn insert_element(&self, slot: Slot, element: &Element) -> Result<(), Error> {
        let cells = Cells {
            count: element.count,
            code: &element.code,
            ..Cells::new(element.id, element.index, &element.title)
        };
        let key = self.insert_row(slot, &cells)?;
        let inner = |list, position| Slot {
            ec: slot.ec,
            parent: Some(key),
            list,
            position,
        };
        for (at, criterion) in element.performances.iter().enumerate() {
            self.insert_criterion(inner(List::Performances, at), criterion)?;
        }
        for (at, criterion) in element.products.iter().enumerate() {
            self.insert_criterion(inner(List::Products, at), criterion)?;
        }
        for (at, knowledge) in element.knowledge.iter().enumerate() {
            self.insert_knowledge(inner(List::Knowledge, at), knowledge)?;
        }
        for (at, it) in element.attitudes.iter().enumerate() {
            let cells = Cells::named(it.id, it.number, &it.name, it.colon, &it.manner);
            self.insert_row(inner(List::Attitudes, at), &cells)?;
        }
        for (at, it) in element.contingencies.iter().enumerate() {
            let cells = Cells::new(it.id, it.number, &it.situation);
            let key = self.insert_row(inner(List::Contingencies, at), &cells)?;
            let responses = &it.expected_responses;
            self.insert_lines(slot.ec, Some(key), List::ExpectedResponses, responses)?;
        }
        for (at, it) in element.glossary.iter().enumerate() {
            let cells = Cells::named(it.id, it.number, &it.term, it.colon, &it.definition);
            self.insert_row(inner(List::Glossary, at), &cells)?;
        }
        Ok(())
    }

    fn insert_criterion(&self, slot: Slot, criterion: &Criterion) -> Result<(), Error> {
        let cells = Cells::new(criterion.id, criterion.number, &criterion.text);
        let key = self.insert_row(slot, &cells)?;
        let lines = &criterion.characteristics;
        self.insert_lines(slot.ec, Some(key), List::Characteristics, lines)
    }

    fn insert_knowledge(&self, slot: Slot, knowledge: &Knowledge) -> Result<(), Error> {
        let cells = Cells {
            aside: &knowledge.printed_level,
            level: knowledge.level,
            ..Cells::new(knowledge.id, knowledge.number, &knowledge.text)
        };
        let key = self.insert_row(slot, &cells)?;
        self.insert_lines(slot.ec, Some(key), List::Details, &knowledge.details)
    }

    fn insert_lines(
        &self,
        ec: i64,
        parent: Option<i64>,
        list: List,
        lines: &[Line],
    ) -> Result<(), Error> {
        for (position, line) in lines.iter().enumerate() {
            let slot = Slot {
                ec,
                parent,
                list,
                position,
            };
            self.insert_row(slot, &Cells::line(line))?;
        }
        Ok(())
    }

    fn insert_row(&self, slot: Slot, cells: &Cells<'_>) -> Result<i64, Error> {
        self.tx
            .prepare_cached(
                "INSERT INTO ec_part (ec, id, parent, list, position, number, count, code, name,
                                      text, aside, level, colon)
                 VALUES (:ec, :id, :parent, :list, :position, :number, :count, :code, :name, :text,
                         :aside, :level, :colon)",
            )?
            .execute(named_params! {
                ":ec": slot.ec,
                ":id": cells.id.0.as_bytes(),
                ":parent": slot.parent,
                ":list": slot.list.code(),
                ":position": slot.position,
                ":number": cells.number,
                ":count": cells.count,
                ":code": cells.code,
                ":name": cells.name,
                ":text": cells.text,
                ":aside": cells.aside,
                ":level": cells.level.map(KnowledgeLevel::code),
                ":colon": cells.colon,
            })
            .map_err(|error| match error {
                error if Error::is_doubled(&error) => Error::Doubled { what: "part" },
                error => Error::from(error),
            })?;
        Ok(self.tx.last_insert_rowid())
    }
}
