//! Finding a list by its owner, and arranging it, whatever it holds.

use super::edit::Refusal;
use super::general::{Classified, Line};
use super::part::{List, ListOf, Part};
use super::{
    Attitude, CompetenceStandard, Contingency, Criterion, Element, GlossaryEntry, Knowledge,
};
use crate::ids::PartId;

impl CompetenceStandard {
    pub(super) fn list_mut(&mut self, of: ListOf) -> Result<ListMut<'_>, Refusal> {
        let missing = Refusal::NoSuchPlace {
            what: of.list.code(),
        };
        let Some(owner) = of.owner else {
            let general = &mut self.general;
            return Ok(match of.list {
                List::Elements => ListMut::Elements(&mut self.elements),
                List::SincoUnitGroups => ListMut::Classified(&mut general.sinco_unit_groups),
                List::Sectors => ListMut::Classified(&mut general.scian.sectors),
                List::Subsectors => ListMut::Classified(&mut general.scian.subsectors),
                List::Branches => ListMut::Classified(&mut general.scian.branches),
                List::Subbranches => ListMut::Classified(&mut general.scian.subbranches),
                List::IndustryClasses => ListMut::Classified(&mut general.scian.industry_classes),
                List::AssociatedOccupations => ListMut::Lines(&mut general.associated_occupations),
                List::UnlistedOccupations => ListMut::Lines(&mut general.unlisted_occupations),
                List::ParticipatingOrganizations => {
                    ListMut::Lines(&mut general.participating_organizations)
                }
                List::RelatedStandards => ListMut::Lines(&mut general.related_standards),
                List::PracticeDetails => {
                    ListMut::Lines(&mut general.evaluation_aspects.practice_details)
                }
                List::Requirements => ListMut::Lines(&mut general.evaluation_aspects.requirements),
                List::References => ListMut::Lines(&mut general.references),
                List::Performances
                | List::Products
                | List::Knowledge
                | List::Attitudes
                | List::Contingencies
                | List::Glossary
                | List::Characteristics
                | List::Details
                | List::ExpectedResponses => return Err(missing),
            });
        };
        self.elements
            .iter_mut()
            .find_map(|element| element_list(element, owner, of.list))
            .ok_or(missing)
    }
}

fn element_list(element: &mut Element, owner: PartId, list: List) -> Option<ListMut<'_>> {
    if element.id == owner {
        return match list {
            List::Performances => Some(ListMut::Criteria(&mut element.performances)),
            List::Products => Some(ListMut::Criteria(&mut element.products)),
            List::Knowledge => Some(ListMut::Knowledge(&mut element.knowledge)),
            List::Attitudes => Some(ListMut::Attitudes(&mut element.attitudes)),
            List::Contingencies => Some(ListMut::Contingencies(&mut element.contingencies)),
            List::Glossary => Some(ListMut::Glossary(&mut element.glossary)),
            _ => None, // The other lists have other owners.
        };
    }
    let lines = match list {
        List::Characteristics => {
            let mut criteria = element.performances.iter_mut().chain(&mut element.products);
            &mut criteria.find(|c| c.id == owner)?.characteristics
        }
        List::Details => {
            &mut element
                .knowledge
                .iter_mut()
                .find(|k| k.id == owner)?
                .details
        }
        List::ExpectedResponses => {
            let mut contingencies = element.contingencies.iter_mut();
            &mut contingencies.find(|c| c.id == owner)?.expected_responses
        }
        _ => return None, // The other lists have other owners.
    };
    Some(ListMut::Lines(lines))
}

/// Any list of a standard, held for arranging.
pub(super) enum ListMut<'a> {
    Elements(&'a mut Vec<Element>),
    Criteria(&'a mut Vec<Criterion>),
    Knowledge(&'a mut Vec<Knowledge>),
    Attitudes(&'a mut Vec<Attitude>),
    Contingencies(&'a mut Vec<Contingency>),
    Glossary(&'a mut Vec<GlossaryEntry>),
    Classified(&'a mut Vec<Classified>),
    Lines(&'a mut Vec<Line>),
}

/// Does the same to whichever list it is.
macro_rules! each {
    ($self:expr, $list:ident => $body:expr) => {
        match $self {
            ListMut::Elements($list) => $body,
            ListMut::Criteria($list) => $body,
            ListMut::Knowledge($list) => $body,
            ListMut::Attitudes($list) => $body,
            ListMut::Contingencies($list) => $body,
            ListMut::Glossary($list) => $body,
            ListMut::Classified($list) => $body,
            ListMut::Lines($list) => $body,
        }
    };
}

impl ListMut<'_> {
    pub(super) fn len(&self) -> usize {
        each!(self, list => list.len())
    }

    pub(super) fn position(&self, id: PartId) -> Option<usize> {
        each!(self, list => list.iter().position(|part| part.id == id))
    }

    pub(super) fn get(&self, at: usize) -> Part {
        match self {
            ListMut::Elements(list) => Part::Element(list[at].clone()),
            ListMut::Criteria(list) => Part::Criterion(list[at].clone()),
            ListMut::Knowledge(list) => Part::Knowledge(list[at].clone()),
            ListMut::Attitudes(list) => Part::Attitude(list[at].clone()),
            ListMut::Contingencies(list) => Part::Contingency(list[at].clone()),
            ListMut::Glossary(list) => Part::Glossary(list[at].clone()),
            ListMut::Classified(list) => Part::Classified(list[at].clone()),
            ListMut::Lines(list) => Part::Line(list[at].clone()),
        }
    }

    pub(super) fn take(&mut self, at: usize) -> Part {
        let part = self.get(at);
        each!(self, list => { list.remove(at); });
        part
    }

    pub(super) fn insert(&mut self, at: usize, part: Part, name: List) -> Result<(), Refusal> {
        match (self, part) {
            (ListMut::Elements(list), Part::Element(part)) => list.insert(at, part),
            (ListMut::Criteria(list), Part::Criterion(part)) => list.insert(at, part),
            (ListMut::Knowledge(list), Part::Knowledge(part)) => list.insert(at, part),
            (ListMut::Attitudes(list), Part::Attitude(part)) => list.insert(at, part),
            (ListMut::Contingencies(list), Part::Contingency(part)) => list.insert(at, part),
            (ListMut::Glossary(list), Part::Glossary(part)) => list.insert(at, part),
            (ListMut::Classified(list), Part::Classified(part)) => list.insert(at, part),
            (ListMut::Lines(list), Part::Line(part)) => list.insert(at, part),
            _ => return Err(Refusal::WrongKind { list: name.code() }), // Any other pair.
        }
        Ok(())
    }

    /// The printed numbers; for elements, «1 de 3» as index and count in turn.
    pub(super) fn numbers(&self) -> Vec<u32> {
        match self {
            ListMut::Elements(list) => list.iter().flat_map(|e| [e.index, e.count]).collect(),
            ListMut::Criteria(list) => list.iter().map(|part| part.number).collect(),
            ListMut::Knowledge(list) => list.iter().map(|part| part.number).collect(),
            ListMut::Attitudes(list) => list.iter().map(|part| part.number).collect(),
            ListMut::Contingencies(list) => list.iter().map(|part| part.number).collect(),
            ListMut::Glossary(list) => list.iter().map(|part| part.number).collect(),
            ListMut::Classified(_) | ListMut::Lines(_) => Vec::new(),
        }
    }

    /// Sets the printed numbers, or counts from one.
    pub(super) fn set_numbers(&mut self, numbers: Option<&[u32]>) {
        let count = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let counted: Vec<u32> = match self {
            ListMut::Elements(_) => (1..=count).flat_map(|index| [index, count]).collect(),
            _ => (1..=count).collect(), // Every other list has one number a part.
        };
        let numbers = numbers.unwrap_or(&counted);
        match self {
            ListMut::Elements(list) => {
                for (element, pair) in list.iter_mut().zip(numbers.chunks(2)) {
                    if let [index, count] = pair {
                        (element.index, element.count) = (*index, *count);
                    }
                }
            }
            ListMut::Criteria(list) => list
                .iter_mut()
                .zip(numbers)
                .for_each(|(p, n)| p.number = *n),
            ListMut::Knowledge(list) => list
                .iter_mut()
                .zip(numbers)
                .for_each(|(p, n)| p.number = *n),
            ListMut::Attitudes(list) => list
                .iter_mut()
                .zip(numbers)
                .for_each(|(p, n)| p.number = *n),
            ListMut::Contingencies(list) => list
                .iter_mut()
                .zip(numbers)
                .for_each(|(p, n)| p.number = *n),
            ListMut::Glossary(list) => list
                .iter_mut()
                .zip(numbers)
                .for_each(|(p, n)| p.number = *n),
            ListMut::Classified(_) | ListMut::Lines(_) => {}
        }
    }
}
