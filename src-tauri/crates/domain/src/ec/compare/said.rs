//! What each part of a standard says and where, in the order of the page.

use crate::ec::part::{Field, List};
use crate::ec::{Classified, CompetenceStandard, Criterion, Element, Line};
use crate::ids::PartId;
use crate::iec::leaf::bare;

/// What one part says, and where.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) part: PartId,
    pub(super) list: List,
    /// What holds it; nothing where that is the standard itself.
    pub(super) owner: Option<PartId>,
    pub(super) place: String,
    pub(super) words: String,
}

impl Said {
    /// What it says, less the punctuation that only tells which line of its list it is: «, y».
    pub(super) fn bare(&self) -> &str {
        match self.list {
            List::Performances
            | List::Products
            | List::Characteristics
            | List::Details
            | List::ExpectedResponses => bare(&self.words),
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
            | List::References
            | List::Knowledge
            | List::Attitudes
            | List::Contingencies
            | List::Glossary => &self.words,
        }
    }
}

/// The texts of the standard itself, by their names.
pub(super) fn own(standard: &CompetenceStandard) -> Vec<(&'static str, String)> {
    let fields = Field::ALL.iter();
    let mut own: Vec<(&'static str, String)> = fields
        .filter_map(|field| Some((field.code(), standard.general_text(*field)?)))
        .collect();
    let duration = &standard.general.evaluation_aspects.duration;
    own.push(("evaluationAspects.duration", duration.printed.clone()));
    own
}

/// Every part, each before what is in it.
pub(super) fn parts(standard: &CompetenceStandard) -> Vec<Said> {
    let mut page = Page { all: Vec::new() };
    page.general(standard);
    for (element, index) in standard.elements.iter().zip(1_u32..) {
        page.element(element, index);
    }
    page.all
}

struct Page {
    all: Vec<Said>,
}

impl Page {
    fn say(&mut self, owner: Option<PartId>, list: List, part: PartId, place: &str, words: String) {
        self.all.push(Said {
            part,
            list,
            owner,
            place: place.to_owned(),
            words,
        });
    }

    fn general(&mut self, standard: &CompetenceStandard) {
        let general = &standard.general;
        let scian = &general.scian;
        let aspects = &general.evaluation_aspects;
        self.entries(
            List::SincoUnitGroups,
            "sincoUnitGroups",
            &general.sinco_unit_groups,
        );
        self.lines(
            None,
            List::AssociatedOccupations,
            "associatedOccupations",
            &general.associated_occupations,
        );
        self.lines(
            None,
            List::UnlistedOccupations,
            "unlistedOccupations",
            &general.unlisted_occupations,
        );
        for (list, entries) in [
            (List::Sectors, &scian.sectors),
            (List::Subsectors, &scian.subsectors),
            (List::Branches, &scian.branches),
            (List::Subbranches, &scian.subbranches),
            (List::IndustryClasses, &scian.industry_classes),
        ] {
            self.entries(list, "scian", entries);
        }
        for (list, place, lines) in [
            (
                List::ParticipatingOrganizations,
                "participatingOrganizations",
                &general.participating_organizations,
            ),
            (
                List::RelatedStandards,
                "relatedStandards",
                &general.related_standards,
            ),
            (
                List::PracticeDetails,
                "evaluationAspects.practiceDetails",
                &aspects.practice_details,
            ),
            (
                List::Requirements,
                "evaluationAspects.requirements",
                &aspects.requirements,
            ),
            (List::References, "references", &general.references),
        ] {
            self.lines(None, list, place, lines);
        }
    }

    fn entries(&mut self, list: List, place: &str, entries: &[Classified]) {
        for entry in entries {
            let words = format!("{} {}", entry.code, entry.name);
            self.say(None, list, entry.id, place, words.trim().to_owned());
        }
    }

    /// Lines of a list: bullets are cited by their place, what belongs to the standard by its name.
    fn lines(&mut self, owner: Option<PartId>, list: List, place: &str, lines: &[Line]) {
        for (line, nth) in lines.iter().zip(1..) {
            let place = match owner {
                Some(_) => format!("{place}.{nth}"),
                None => place.to_owned(),
            };
            self.say(owner, list, line.id, &place, line.text.clone());
        }
    }

    fn criteria(&mut self, owner: PartId, list: List, at: &str, criteria: &[Criterion]) {
        for criterion in criteria {
            let place = format!("{at}{}", criterion.number);
            self.say(
                Some(owner),
                list,
                criterion.id,
                &place,
                criterion.text.clone(),
            );
            let lines = &criterion.characteristics;
            self.lines(Some(criterion.id), List::Characteristics, &place, lines);
        }
    }

    fn element(&mut self, element: &Element, index: u32) {
        let id = element.id;
        let at = format!("E{index}");
        let words = format!("{} {}", element.code, element.title);
        self.say(None, List::Elements, id, &at, words.trim().to_owned());
        self.criteria(
            id,
            List::Performances,
            &format!("{at}-D"),
            &element.performances,
        );
        self.criteria(id, List::Products, &format!("{at}-P"), &element.products);
        for one in &element.knowledge {
            let place = format!("{at}-C{}", one.number);
            let words = match one.printed_level.as_str() {
                "" => one.text.clone(),
                level => format!("{} — {level}", one.text),
            };
            self.say(Some(id), List::Knowledge, one.id, &place, words);
            self.lines(Some(one.id), List::Details, &place, &one.details);
        }
        for one in &element.attitudes {
            let place = format!("{at}-A{}", one.number);
            let words = joined(&one.name, &one.manner);
            self.say(Some(id), List::Attitudes, one.id, &place, words);
        }
        for one in &element.contingencies {
            let place = format!("{at}-S{}", one.number);
            self.say(
                Some(id),
                List::Contingencies,
                one.id,
                &place,
                one.situation.clone(),
            );
            let lines = &one.expected_responses;
            self.lines(Some(one.id), List::ExpectedResponses, &place, lines);
        }
        for one in &element.glossary {
            let place = format!("{at}-G{}", one.number);
            let words = joined(&one.term, &one.definition);
            self.say(Some(id), List::Glossary, one.id, &place, words);
        }
    }
}

fn joined(name: &str, says: &str) -> String {
    match (name, says) {
        (name, "") => name.to_owned(),
        ("", says) => says.to_owned(),
        (name, says) => format!("{name}: {says}"),
    }
}
