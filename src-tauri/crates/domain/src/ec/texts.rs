//! Finding the text of a part by the part's id.

use super::part::Field;
use super::{CompetenceStandard, Element};
use crate::ids::PartId;

impl CompetenceStandard {
    pub(super) fn colon_mut(&mut self, id: PartId) -> Option<&mut bool> {
        self.elements.iter_mut().find_map(|element| {
            let attitude = element.attitudes.iter_mut().find(|a| a.id == id);
            match attitude {
                Some(attitude) => Some(&mut attitude.colon),
                None => element
                    .glossary
                    .iter_mut()
                    .find(|g| g.id == id)
                    .map(|g| &mut g.colon),
            }
        })
    }

    pub(super) fn text_mut(&mut self, id: PartId, field: Field) -> Option<&mut String> {
        let general = &mut self.general;
        let lines = [
            &mut general.associated_occupations,
            &mut general.unlisted_occupations,
            &mut general.participating_organizations,
            &mut general.related_standards,
            &mut general.references,
            &mut general.evaluation_aspects.practice_details,
            &mut general.evaluation_aspects.requirements,
        ];
        if let Some(line) = lines.into_iter().flatten().find(|line| line.id == id) {
            return (field == Field::Text).then_some(&mut line.text);
        }
        let classified = [
            &mut general.sinco_unit_groups,
            &mut general.scian.sectors,
            &mut general.scian.subsectors,
            &mut general.scian.branches,
            &mut general.scian.subbranches,
            &mut general.scian.industry_classes,
        ];
        if let Some(entry) = classified
            .into_iter()
            .flatten()
            .find(|entry| entry.id == id)
        {
            return match field {
                Field::Code => Some(&mut entry.code),
                Field::Name => Some(&mut entry.name),
                _ => None, // No other text in an entry.
            };
        }
        self.elements
            .iter_mut()
            .find_map(|element| element_text(element, id, field))
    }
}

fn element_text(element: &mut Element, id: PartId, field: Field) -> Option<&mut String> {
    if element.id == id {
        return match field {
            Field::Title => Some(&mut element.title),
            Field::Code => Some(&mut element.code),
            _ => None, // An element's other texts are in its parts.
        };
    }
    for criterion in element.performances.iter_mut().chain(&mut element.products) {
        if criterion.id == id {
            return (field == Field::Text).then_some(&mut criterion.text);
        }
        if let Some(line) = criterion.characteristics.iter_mut().find(|l| l.id == id) {
            return (field == Field::Text).then_some(&mut line.text);
        }
    }
    for knowledge in &mut element.knowledge {
        if knowledge.id == id {
            return match field {
                Field::Text => Some(&mut knowledge.text),
                Field::Level => Some(&mut knowledge.printed_level),
                _ => None, // A knowledge has these two.
            };
        }
        if let Some(line) = knowledge.details.iter_mut().find(|l| l.id == id) {
            return (field == Field::Text).then_some(&mut line.text);
        }
    }
    for contingency in &mut element.contingencies {
        if contingency.id == id {
            return (field == Field::Situation).then_some(&mut contingency.situation);
        }
        if let Some(line) = contingency
            .expected_responses
            .iter_mut()
            .find(|l| l.id == id)
        {
            return (field == Field::Text).then_some(&mut line.text);
        }
    }
    if let Some(attitude) = element.attitudes.iter_mut().find(|a| a.id == id) {
        return match field {
            Field::Name => Some(&mut attitude.name),
            Field::Manner => Some(&mut attitude.manner),
            _ => None, // An attitude has these two.
        };
    }
    let entry = element.glossary.iter_mut().find(|g| g.id == id)?;
    match field {
        Field::Term => Some(&mut entry.term),
        Field::Definition => Some(&mut entry.definition),
        _ => None, // A glossary entry has these two.
    }
}
