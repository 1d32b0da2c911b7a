//! From a standard to its JSON.

use chrono::NaiveDate;
use domain::ec::{Classified, CompetenceStandard, Criterion, Element, Line};
use domain::ids::PartId;

use super::{
    Document, EcAttitude, EcClassified, EcContingency, EcCriterion, EcDuration, EcElement,
    EcEvaluationAspects, EcFixedParagraph, EcGlossaryEntry, EcKnowledge, EcPrinted, EcScian,
    WithIds, colon_label,
};

impl Document {
    /// The standard in the shape of the contract.
    pub fn of(standard: &CompetenceStandard, ids: WithIds) -> Document {
        let general = &standard.general;
        let aspects = &general.evaluation_aspects;
        let printed = standard.printed.as_ref();
        Document {
            format: printed
                .and_then(|printed| printed.format)
                .map(|format| format.code().to_owned()),
            code: standard.code.clone(),
            source_code: standard.source_code.clone(),
            title: standard.title.clone(),
            purpose: general.purpose.clone(),
            general_description: general.general_description.clone(),
            snc_level: general.snc_level,
            level_text: general.level_text.clone(),
            committee: general.committee.clone(),
            approval_date: day(general.approval_date),
            publication_date: day(general.publication_date),
            review_period: filled(&general.review_period),
            certificate_validity: filled(&general.certificate_validity),
            sinco_unit_groups: classified(&general.sinco_unit_groups, ids),
            associated_occupations: texts(&general.associated_occupations),
            associated_occupation_ids: line_ids(&general.associated_occupations, ids),
            unlisted_occupations: texts(&general.unlisted_occupations),
            unlisted_occupation_ids: line_ids(&general.unlisted_occupations, ids),
            scian: EcScian {
                sectors: classified(&general.scian.sectors, ids),
                subsectors: classified(&general.scian.subsectors, ids),
                branches: classified(&general.scian.branches, ids),
                subbranches: classified(&general.scian.subbranches, ids),
                industry_classes: classified(&general.scian.industry_classes, ids),
            },
            participating_organizations: texts(&general.participating_organizations),
            participating_organization_ids: line_ids(&general.participating_organizations, ids),
            related_standards: texts(&general.related_standards),
            related_standard_ids: line_ids(&general.related_standards, ids),
            evaluation_aspects: EcEvaluationAspects {
                practice_details: texts(&aspects.practice_details),
                practice_detail_ids: line_ids(&aspects.practice_details, ids),
                requirements: texts(&aspects.requirements),
                requirement_ids: line_ids(&aspects.requirements, ids),
                duration: EcDuration {
                    printed: aspects.duration.printed.clone(),
                    desk_minutes: aspects.duration.desk_minutes,
                    field_minutes: aspects.duration.field_minutes,
                    printed_total_minutes: aspects.duration.printed_total_minutes,
                },
            },
            references: texts(&general.references),
            reference_ids: line_ids(&general.references, ids),
            elements: standard.elements.iter().map(|e| element(e, ids)).collect(),
            printed: EcPrinted {
                profile_titles: printed.map(|printed| printed.profile_titles.clone()),
                headings: printed.map(|printed| printed.headings.clone()),
                fixed_paragraphs: printed.map(|printed| {
                    let paragraphs = printed.fixed_paragraphs.iter();
                    paragraphs
                        .map(|paragraph| EcFixedParagraph {
                            id: paragraph.id.clone(),
                            text: paragraph.text.clone(),
                        })
                        .collect()
                }),
                update_paragraph: filled(&general.update_paragraph),
                missing_colons: missing_colons(&standard.elements),
            },
            repairs: None,
            not_understood: None,
        }
    }
}

fn element(element: &Element, ids: WithIds) -> EcElement {
    EcElement {
        id: id(element.id, ids),
        index: element.index,
        count: element.count,
        code: element.code.clone(),
        title: element.title.clone(),
        performances: criteria(&element.performances, ids),
        products: criteria(&element.products, ids),
        knowledge: element
            .knowledge
            .iter()
            .map(|knowledge| EcKnowledge {
                id: id(knowledge.id, ids),
                number: knowledge.number,
                text: knowledge.text.clone(),
                level: knowledge.level.map(|level| level.code().to_owned()),
                printed_level: knowledge.printed_level.clone(),
                details: texts(&knowledge.details),
                detail_ids: line_ids(&knowledge.details, ids),
            })
            .collect(),
        attitudes: element
            .attitudes
            .iter()
            .map(|attitude| EcAttitude {
                id: id(attitude.id, ids),
                number: attitude.number,
                name: attitude.name.clone(),
                manner: attitude.manner.clone(),
            })
            .collect(),
        contingencies: element
            .contingencies
            .iter()
            .zip(1..)
            .map(|(contingency, place)| EcContingency {
                id: id(contingency.id, ids),
                number: (ids == WithIds::Yes || contingency.number != place)
                    .then_some(contingency.number),
                situation: contingency.situation.clone(),
                expected_responses: texts(&contingency.expected_responses),
                expected_response_ids: line_ids(&contingency.expected_responses, ids),
            })
            .collect(),
        glossary: element
            .glossary
            .iter()
            .map(|entry| EcGlossaryEntry {
                id: id(entry.id, ids),
                number: entry.number,
                term: entry.term.clone(),
                definition: entry.definition.clone(),
            })
            .collect(),
    }
}

fn criteria(criteria: &[Criterion], ids: WithIds) -> Vec<EcCriterion> {
    criteria
        .iter()
        .map(|criterion| EcCriterion {
            id: id(criterion.id, ids),
            number: criterion.number,
            text: criterion.text.clone(),
            characteristics: texts(&criterion.characteristics),
            characteristic_ids: line_ids(&criterion.characteristics, ids),
        })
        .collect()
}

fn classified(entries: &[Classified], ids: WithIds) -> Vec<EcClassified> {
    entries
        .iter()
        .map(|entry| EcClassified {
            id: id(entry.id, ids),
            code: entry.code.clone(),
            name: entry.name.clone(),
        })
        .collect()
}

fn missing_colons(elements: &[Element]) -> Vec<String> {
    let mut labels = Vec::new();
    for (place, element) in elements.iter().enumerate() {
        let attitudes: Vec<u32> = element.attitudes.iter().map(|a| a.number).collect();
        for (at, attitude) in element.attitudes.iter().enumerate() {
            if !attitude.colon {
                labels.push(colon_label(place, "A", &attitudes, at));
            }
        }
        let terms: Vec<u32> = element.glossary.iter().map(|g| g.number).collect();
        for (at, entry) in element.glossary.iter().enumerate() {
            if !entry.colon {
                labels.push(colon_label(place, "G", &terms, at));
            }
        }
    }
    labels
}

fn texts(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| line.text.clone()).collect()
}

fn line_ids(lines: &[Line], ids: WithIds) -> Option<Vec<String>> {
    (ids == WithIds::Yes).then(|| lines.iter().map(|line| line.id.to_string()).collect())
}

fn id(id: PartId, ids: WithIds) -> Option<String> {
    (ids == WithIds::Yes).then(|| id.to_string())
}

fn day(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.format("%Y-%m-%d").to_string())
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
