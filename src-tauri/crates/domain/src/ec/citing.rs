//! Telling where a part stands, as people cite it.

use super::edit::Refusal;
use super::part::{Field, ListOf, Part};
use super::place::{Place, PlaceKind};
use super::{CompetenceStandard, Criterion, Element, Line};
use crate::ids::PartId;

impl CompetenceStandard {
    /// Where a part stands: its element, its kind and its printed number.
    pub fn place_of(&self, id: PartId) -> Option<Place> {
        let general = &self.general;
        let lines: [(&'static str, &[Line]); 7] = [
            ("associatedOccupations", &general.associated_occupations),
            ("unlistedOccupations", &general.unlisted_occupations),
            (
                "participatingOrganizations",
                &general.participating_organizations,
            ),
            ("relatedStandards", &general.related_standards),
            (
                "evaluationAspects.practiceDetails",
                &general.evaluation_aspects.practice_details,
            ),
            (
                "evaluationAspects.requirements",
                &general.evaluation_aspects.requirements,
            ),
            ("references", &general.references),
        ];
        let of_lines = lines
            .into_iter()
            .find(|(_, lines)| lines.iter().any(|l| l.id == id));
        if let Some((field, _)) = of_lines {
            return Some(Place::field(field));
        }
        if general.sinco_unit_groups.iter().any(|group| group.id == id) {
            return Some(Place::field("sincoUnitGroups"));
        }
        let scian = &general.scian;
        let levels = [
            &scian.sectors,
            &scian.subsectors,
            &scian.branches,
            &scian.subbranches,
            &scian.industry_classes,
        ];
        if levels.into_iter().flatten().any(|entry| entry.id == id) {
            return Some(Place::field("scian"));
        }
        self.elements
            .iter()
            .zip(1..)
            .find_map(|(element, index)| place_in(element, index, id))
    }

    /// The parts of a list, each with all that is in it.
    pub fn list(&self, of: ListOf) -> Result<Vec<Part>, Refusal> {
        // The way to a list is written once, for changing; reading goes the same way on a copy.
        let mut copy = self.clone();
        let list = copy.list_mut(of)?;
        Ok((0..list.len()).map(|at| list.get(at)).collect())
    }

    /// The part cited so (`E1-D2.3`); of several printed with one number, the first.
    pub fn part_at(&self, label: &str) -> Option<PartId> {
        let wanted = label.trim().to_uppercase();
        let elements = self.elements.iter();
        let mut ids = elements.flat_map(ids_in);
        ids.find(|id| {
            let place = self.place_of(*id).map(|place| place.to_string());
            place.as_deref() == Some(&wanted)
        })
    }

    /// What a text of a part says.
    pub fn text_of(&self, part: PartId, field: Field) -> Option<String> {
        // As with lists: the way is written once, for changing.
        self.clone().text_mut(part, field).map(|text| text.clone())
    }

    /// The printed numbers of a list; for elements, «1 de 3» as index and count in turn.
    pub fn numbers(&self, of: ListOf) -> Result<Vec<u32>, Refusal> {
        let mut copy = self.clone();
        Ok(copy.list_mut(of)?.numbers())
    }

    /// Whether a name or a term has its colon; nothing where there is none to have.
    pub fn colon(&self, id: PartId) -> Option<bool> {
        self.elements.iter().find_map(|element| {
            let attitude = element.attitudes.iter().find(|a| a.id == id);
            let entry = element.glossary.iter().find(|g| g.id == id);
            attitude.map(|a| a.colon).or(entry.map(|g| g.colon))
        })
    }
}

/// The ids of an element and of all that is in it.
fn ids_in(element: &Element) -> Vec<PartId> {
    let mut ids = vec![element.id];
    for criterion in element.performances.iter().chain(&element.products) {
        ids.push(criterion.id);
        ids.extend(criterion.characteristics.iter().map(|line| line.id));
    }
    for knowledge in &element.knowledge {
        ids.push(knowledge.id);
        ids.extend(knowledge.details.iter().map(|line| line.id));
    }
    ids.extend(element.attitudes.iter().map(|attitude| attitude.id));
    for contingency in &element.contingencies {
        ids.push(contingency.id);
        ids.extend(contingency.expected_responses.iter().map(|line| line.id));
    }
    ids.extend(element.glossary.iter().map(|entry| entry.id));
    ids
}

fn place_in(element: &Element, index: u32, id: PartId) -> Option<Place> {
    if element.id == id {
        return Some(Place::element(index));
    }
    let at = |kind, number| Place::criterion(index, kind, number);
    let bullet = |lines: &[Line], place: Place| {
        let found = lines.iter().zip(1..).find(|(line, _)| line.id == id);
        found.map(|(_, nth)| place.bullet(nth))
    };
    let criteria = |criteria: &[Criterion], kind| {
        criteria.iter().find_map(|criterion| {
            let place = at(kind, criterion.number);
            if criterion.id == id {
                return Some(place);
            }
            bullet(&criterion.characteristics, place)
        })
    };
    criteria(&element.performances, PlaceKind::Performance)
        .or_else(|| criteria(&element.products, PlaceKind::Product))
        .or_else(|| {
            element.knowledge.iter().find_map(|k| {
                let place = at(PlaceKind::Knowledge, k.number);
                if k.id == id {
                    return Some(place);
                }
                bullet(&k.details, place)
            })
        })
        .or_else(|| {
            let mut attitudes = element.attitudes.iter();
            let attitude = attitudes.find(|a| a.id == id)?;
            Some(at(PlaceKind::Attitude, attitude.number))
        })
        .or_else(|| {
            element.contingencies.iter().find_map(|c| {
                let place = at(PlaceKind::Contingency, c.number);
                if c.id == id {
                    return Some(place);
                }
                bullet(&c.expected_responses, place)
            })
        })
        .or_else(|| {
            let entry = element.glossary.iter().find(|g| g.id == id)?;
            Some(at(PlaceKind::Glossary, entry.number))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec::GlossaryEntry;
    use crate::ids::Ids;

    #[test]
    fn a_part_is_cited_by_its_printed_number() {
        let mut ids = Ids::fixed();
        let mut element = Element::blank(ids.part());
        let characteristic = Line {
            id: ids.part(),
            text: "En orden.".to_owned(),
        };
        element.performances.push(Criterion {
            id: ids.part(),
            number: 4,
            text: "Revisa:".to_owned(),
            characteristics: vec![characteristic.clone()],
        });
        element.glossary.push(GlossaryEntry {
            id: ids.part(),
            number: 2,
            term: "Freno".to_owned(),
            colon: true,
            definition: String::new(),
        });
        let standard = CompetenceStandard {
            elements: vec![Element::blank(ids.part()), element.clone()],
            ..CompetenceStandard::default()
        };
        let cited = |id| standard.place_of(id).map(|place| place.to_string());

        assert_eq!(cited(element.id).as_deref(), Some("E2"));
        assert_eq!(cited(characteristic.id).as_deref(), Some("E2-D4.1"));
        assert_eq!(cited(element.glossary[0].id).as_deref(), Some("E2-G2"));
        assert_eq!(cited(ids.part()), None);
        assert_eq!(standard.part_at("e2-d4.1"), Some(characteristic.id));
        assert_eq!(standard.part_at("E9"), None);
        assert_eq!(
            standard.text_of(characteristic.id, Field::Text).as_deref(),
            Some("En orden.")
        );
    }
}
