//! The parts of a standard as rows of one table, and back.
//!
//! | list                      | code | name | text       | aside | level | colon | number, count |
//! |---------------------------|------|------|------------|-------|-------|-------|---------------|
//! | elements                  | code | –    | title      | –     | –     | –     | index, count  |
//! | performances, products    | –    | –    | text       | –     | –     | –     | number        |
//! | knowledge                 | –    | –    | text       | word  | level | –     | number        |
//! | attitudes                 | –    | name | manner     | –     | –     | colon | number        |
//! | contingencies             | –    | –    | situation  | –     | –     | –     | number        |
//! | glossary                  | –    | term | definition | –     | –     | colon | number        |
//! | SINCO and SCIAN           | code | name | –          | –     | –     | –     | –             |
//! | every other               | –    | –    | text       | –     | –     | –     | –             |
//!
//! A row that says something in a column its list does not use is damage, and reading says so.

use std::collections::HashMap;

use domain::ec::part::{List, Part};
use domain::ec::{
    Attitude, Classified, Contingency, Criterion, Element, GeneralData, GlossaryEntry, Knowledge,
    KnowledgeLevel, Line,
};
use domain::ids::PartId;
use rusqlite::Row;
use uuid::Uuid;

use crate::in_order::InOrder;
use crate::{Error, Reader};

mod insert;

pub(crate) use insert::Slot;

/// What a part says, whatever its kind.
#[derive(Debug, Clone)]
pub(crate) struct PartRow {
    pub(crate) key: i64,
    pub(crate) id: PartId,
    pub(crate) parent: Option<i64>,
    pub(crate) list: List,
    pub(crate) position: usize,
    number: u32,
    count: u32,
    code: String,
    name: String,
    text: String,
    aside: String,
    level: Option<KnowledgeLevel>,
    colon: bool,
}

/// What kind of part a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Element,
    Criterion,
    Knowledge,
    Attitude,
    Contingency,
    Glossary,
    Classified,
    Line,
}

impl Kind {
    pub(crate) fn of(list: List) -> Kind {
        match list {
            List::Elements => Kind::Element,
            List::Performances | List::Products => Kind::Criterion,
            List::Knowledge => Kind::Knowledge,
            List::Attitudes => Kind::Attitude,
            List::Contingencies => Kind::Contingency,
            List::Glossary => Kind::Glossary,
            List::SincoUnitGroups
            | List::Sectors
            | List::Subsectors
            | List::Branches
            | List::Subbranches
            | List::IndustryClasses => Kind::Classified,
            List::AssociatedOccupations
            | List::UnlistedOccupations
            | List::ParticipatingOrganizations
            | List::RelatedStandards
            | List::PracticeDetails
            | List::Requirements
            | List::References
            | List::Characteristics
            | List::Details
            | List::ExpectedResponses => Kind::Line,
        }
    }

    /// Whether its parts are printed with a number.
    pub(crate) fn is_numbered(self) -> bool {
        !matches!(self, Kind::Classified | Kind::Line)
    }
}

/// The kind of part that owns a list; nothing where the standard itself does.
pub(crate) fn owner_kind(list: List) -> Option<&'static [List]> {
    match list {
        List::Performances
        | List::Products
        | List::Knowledge
        | List::Attitudes
        | List::Contingencies
        | List::Glossary => Some(&[List::Elements]),
        List::Characteristics => Some(&[List::Performances, List::Products]),
        List::Details => Some(&[List::Knowledge]),
        List::ExpectedResponses => Some(&[List::Contingencies]),
        List::Elements
        | List::SincoUnitGroups
        | List::AssociatedOccupations
        | List::UnlistedOccupations
        | List::Sectors
        | List::Subsectors
        | List::Branches
        | List::Subbranches
        | List::IndustryClasses
        | List::ParticipatingOrganizations
        | List::RelatedStandards
        | List::PracticeDetails
        | List::Requirements
        | List::References => None,
    }
}

/// The classified lists of the general data.
pub(crate) fn general_classified(general: &GeneralData) -> [(List, &Vec<Classified>); 6] {
    [
        (List::SincoUnitGroups, &general.sinco_unit_groups),
        (List::Sectors, &general.scian.sectors),
        (List::Subsectors, &general.scian.subsectors),
        (List::Branches, &general.scian.branches),
        (List::Subbranches, &general.scian.subbranches),
        (List::IndustryClasses, &general.scian.industry_classes),
    ]
}

/// The lists of lines of the general data.
pub(crate) fn general_lines(general: &GeneralData) -> [(List, &Vec<Line>); 7] {
    let aspects = &general.evaluation_aspects;
    [
        (List::AssociatedOccupations, &general.associated_occupations),
        (List::UnlistedOccupations, &general.unlisted_occupations),
        (
            List::ParticipatingOrganizations,
            &general.participating_organizations,
        ),
        (List::RelatedStandards, &general.related_standards),
        (List::PracticeDetails, &aspects.practice_details),
        (List::Requirements, &aspects.requirements),
        (List::References, &general.references),
    ]
}

/// Puts what was read where it belongs.
pub(crate) fn fill_general(general: &mut GeneralData, tree: &mut Tree) -> Result<(), Error> {
    general.sinco_unit_groups = tree.classified(List::SincoUnitGroups)?;
    general.scian.sectors = tree.classified(List::Sectors)?;
    general.scian.subsectors = tree.classified(List::Subsectors)?;
    general.scian.branches = tree.classified(List::Branches)?;
    general.scian.subbranches = tree.classified(List::Subbranches)?;
    general.scian.industry_classes = tree.classified(List::IndustryClasses)?;
    general.associated_occupations = tree.lines(None, List::AssociatedOccupations)?;
    general.unlisted_occupations = tree.lines(None, List::UnlistedOccupations)?;
    general.participating_organizations = tree.lines(None, List::ParticipatingOrganizations)?;
    general.related_standards = tree.lines(None, List::RelatedStandards)?;
    general.references = tree.lines(None, List::References)?;
    let aspects = &mut general.evaluation_aspects;
    aspects.practice_details = tree.lines(None, List::PracticeDetails)?;
    aspects.requirements = tree.lines(None, List::Requirements)?;
    Ok(())
}

impl Reader<'_> {
    /// Every part of a standard.
    pub(crate) fn parts(&self, ec: i64) -> Result<Vec<PartRow>, Error> {
        let mut statement = self.tx.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM ec_part WHERE ec = :ec ORDER BY position"
        ))?;
        let mut rows = statement.query(rusqlite::named_params! { ":ec": ec })?;
        let mut parts = Vec::new();
        while let Some(row) = rows.next()? {
            parts.push(part_row(row)?);
        }
        Ok(parts)
    }

    /// A part with all that is in it.
    pub(crate) fn part(&self, top: PartRow) -> Result<Part, Error> {
        let mut statement = self.tx.prepare_cached(&format!(
            "WITH RECURSIVE below (key) AS (
                 SELECT key FROM ec_part WHERE parent = :top
                 UNION
                 SELECT ec_part.key FROM ec_part JOIN below ON ec_part.parent = below.key
             )
             SELECT {COLUMNS}
               FROM below
               JOIN ec_part ON ec_part.key = below.key
              ORDER BY position"
        ))?;
        let mut rows = statement.query(rusqlite::named_params! { ":top": top.key })?;
        let mut below = Vec::new();
        while let Some(row) = rows.next()? {
            below.push(part_row(row)?);
        }
        let mut tree = Tree::of(below);
        let part = tree.part(top)?;
        tree.is_used_up()?;
        Ok(part)
    }
}

/// The columns of a part, in the order in which [`part_row`] reads them.
pub(crate) const COLUMNS: &str = "ec_part.key, id, parent, list, position, number, count, code, name, text, \
                                  aside, level, colon";

pub(crate) fn part_row(row: &Row<'_>) -> Result<PartRow, Error> {
    let mut columns = InOrder::of(row);
    Ok(PartRow {
        key: columns.next()?,
        id: PartId(Uuid::from_bytes(columns.next()?)),
        parent: columns.next()?,
        list: columns.word("list", List::from_code)?,
        position: columns.next()?,
        number: columns.next()?,
        count: columns.next()?,
        code: columns.next()?,
        name: columns.next()?,
        text: columns.next()?,
        aside: columns.next()?,
        level: columns.maybe_word("level", KnowledgeLevel::from_code)?,
        colon: columns.next()?,
    })
}

/// Rows by the list they stand in, taken out as they find their place in the domain.
pub(crate) struct Tree {
    lists: HashMap<(Option<i64>, List), Vec<PartRow>>,
}

impl Tree {
    /// Rows in the order of their positions.
    pub(crate) fn of(rows: Vec<PartRow>) -> Tree {
        let mut lists: HashMap<_, Vec<PartRow>> = HashMap::new();
        for row in rows {
            lists.entry((row.parent, row.list)).or_default().push(row);
        }
        Tree { lists }
    }

    /// A row that found no place is damage: it would be lost without a word.
    pub(crate) fn is_used_up(&self) -> Result<(), Error> {
        if self.lists.is_empty() {
            Ok(())
        } else {
            Err(Error::Corrupt { what: "part" })
        }
    }

    fn take<T>(
        &mut self,
        owner: Option<i64>,
        list: List,
        mut make: impl FnMut(&mut Tree, PartRow) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let rows = self.lists.remove(&(owner, list)).unwrap_or_default();
        let mut parts = Vec::with_capacity(rows.len());
        for row in rows {
            if row.position != parts.len() {
                return Err(Error::Corrupt { what: "position" });
            }
            row.says_nothing_else()?;
            parts.push(make(self, row)?);
        }
        Ok(parts)
    }

    pub(crate) fn elements(&mut self) -> Result<Vec<Element>, Error> {
        self.take(None, List::Elements, Tree::element)
    }

    pub(crate) fn classified(&mut self, list: List) -> Result<Vec<Classified>, Error> {
        self.take(None, list, |_, row| Ok(row.classified()))
    }

    pub(crate) fn lines(&mut self, owner: Option<i64>, list: List) -> Result<Vec<Line>, Error> {
        self.take(owner, list, |_, row| Ok(row.line()))
    }

    fn part(&mut self, row: PartRow) -> Result<Part, Error> {
        row.says_nothing_else()?;
        Ok(match Kind::of(row.list) {
            Kind::Element => Part::Element(self.element(row)?),
            Kind::Criterion => Part::Criterion(self.criterion(row)?),
            Kind::Knowledge => Part::Knowledge(self.knowledge(row)?),
            Kind::Attitude => Part::Attitude(row.attitude()),
            Kind::Contingency => Part::Contingency(self.contingency(row)?),
            Kind::Glossary => Part::Glossary(row.glossary()),
            Kind::Classified => Part::Classified(row.classified()),
            Kind::Line => Part::Line(row.line()),
        })
    }

    fn element(&mut self, row: PartRow) -> Result<Element, Error> {
        let owner = Some(row.key);
        Ok(Element {
            id: row.id,
            index: row.number,
            count: row.count,
            code: row.code,
            title: row.text,
            performances: self.take(owner, List::Performances, Tree::criterion)?,
            products: self.take(owner, List::Products, Tree::criterion)?,
            knowledge: self.take(owner, List::Knowledge, Tree::knowledge)?,
            attitudes: self.take(owner, List::Attitudes, |_, row| Ok(row.attitude()))?,
            contingencies: self.take(owner, List::Contingencies, Tree::contingency)?,
            glossary: self.take(owner, List::Glossary, |_, row| Ok(row.glossary()))?,
        })
    }

    fn criterion(&mut self, row: PartRow) -> Result<Criterion, Error> {
        Ok(Criterion {
            characteristics: self.lines(Some(row.key), List::Characteristics)?,
            id: row.id,
            number: row.number,
            text: row.text,
        })
    }

    fn knowledge(&mut self, row: PartRow) -> Result<Knowledge, Error> {
        Ok(Knowledge {
            details: self.lines(Some(row.key), List::Details)?,
            id: row.id,
            number: row.number,
            text: row.text,
            level: row.level,
            printed_level: row.aside,
        })
    }

    fn contingency(&mut self, row: PartRow) -> Result<Contingency, Error> {
        Ok(Contingency {
            expected_responses: self.lines(Some(row.key), List::ExpectedResponses)?,
            id: row.id,
            number: row.number,
            situation: row.text,
        })
    }
}

impl PartRow {
    fn attitude(self) -> Attitude {
        Attitude {
            id: self.id,
            number: self.number,
            name: self.name,
            colon: self.colon,
            manner: self.text,
        }
    }

    fn glossary(self) -> GlossaryEntry {
        GlossaryEntry {
            id: self.id,
            number: self.number,
            term: self.name,
            colon: self.colon,
            definition: self.text,
        }
    }

    fn classified(self) -> Classified {
        Classified {
            id: self.id,
            code: self.code,
            name: self.name,
        }
    }

    fn line(self) -> Line {
        Line {
            id: self.id,
            text: self.text,
        }
    }

    /// The columns its list does not use are empty.
    fn says_nothing_else(&self) -> Result<(), Error> {
        let kind = Kind::of(self.list);
        let spare = |used: &[Kind]| !used.contains(&kind);
        let said = (spare(&[Kind::Element, Kind::Classified]) && !self.code.is_empty())
            || (spare(&[Kind::Attitude, Kind::Glossary, Kind::Classified])
                && !self.name.is_empty())
            || (kind == Kind::Classified && !self.text.is_empty())
            || (spare(&[Kind::Knowledge]) && (!self.aside.is_empty() || self.level.is_some()))
            || (spare(&[Kind::Attitude, Kind::Glossary]) && self.colon)
            || (spare(&[Kind::Element]) && self.count != 0)
            || (!kind.is_numbered() && self.number != 0);
        if said {
            Err(Error::Corrupt { what: "part" })
        } else {
            Ok(())
        }
    }
}
