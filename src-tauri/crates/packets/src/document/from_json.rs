//! From JSON to a standard, through the same doors for a stranger's file as for our own.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::ec::{
    Attitude, Classified, CompetenceStandard, Contingency, Criterion, Duration, Element,
    EvaluationAspects, FixedParagraph, Format, GeneralData, GlossaryEntry, Knowledge,
    KnowledgeLevel, Line, PrintedForm, Scian,
};
use domain::ids::{Ids, PartId};

use super::{
    Document, EcClassified, EcContingency, EcCriterion, EcElement, EcKnowledge, EcPrinted, Error,
    colon_label,
};

impl Document {
    /// The standard it holds. Parts keep the ids they came with; the others are given new ones.
    pub fn into_standard(self, ids: &mut Ids) -> Result<CompetenceStandard, Error> {
        self.rebuild(Some(ids))
    }

    pub(super) fn rebuild(self, ids: Option<&mut Ids>) -> Result<CompetenceStandard, Error> {
        let mut parts = Parts {
            ids,
            seen: HashSet::new(),
        };
        let missing: HashSet<String> = self.printed.missing_colons.iter().cloned().collect();
        let aspects = self.evaluation_aspects;
        let format = match &self.format {
            Some(word) => Some(Format::from_code(word).ok_or_else(|| Error::BadWord {
                list: "format",
                word: word.clone(),
            })?),
            None => None,
        };
        Ok(CompetenceStandard {
            code: self.code,
            source_code: self.source_code,
            title: self.title,
            general: GeneralData {
                purpose: self.purpose,
                general_description: self.general_description,
                update_paragraph: self.printed.update_paragraph.clone().unwrap_or_default(),
                snc_level: self.snc_level,
                level_text: self.level_text,
                committee: self.committee,
                approval_date: day(self.approval_date)?,
                publication_date: day(self.publication_date)?,
                review_period: self.review_period.unwrap_or_default(),
                certificate_validity: self.certificate_validity.unwrap_or_default(),
                sinco_unit_groups: parts.classified(self.sinco_unit_groups, "sincoUnitGroups")?,
                associated_occupations: parts.lines(
                    self.associated_occupations,
                    self.associated_occupation_ids,
                    "associatedOccupations",
                )?,
                unlisted_occupations: parts.lines(
                    self.unlisted_occupations,
                    self.unlisted_occupation_ids,
                    "unlistedOccupations",
                )?,
                scian: Scian {
                    sectors: parts.classified(self.scian.sectors, "sectors")?,
                    subsectors: parts.classified(self.scian.subsectors, "subsectors")?,
                    branches: parts.classified(self.scian.branches, "branches")?,
                    subbranches: parts.classified(self.scian.subbranches, "subbranches")?,
                    industry_classes: parts
                        .classified(self.scian.industry_classes, "industryClasses")?,
                },
                participating_organizations: parts.lines(
                    self.participating_organizations,
                    self.participating_organization_ids,
                    "participatingOrganizations",
                )?,
                related_standards: parts.lines(
                    self.related_standards,
                    self.related_standard_ids,
                    "relatedStandards",
                )?,
                evaluation_aspects: EvaluationAspects {
                    practice_details: parts.lines(
                        aspects.practice_details,
                        aspects.practice_detail_ids,
                        "practiceDetails",
                    )?,
                    requirements: parts.lines(
                        aspects.requirements,
                        aspects.requirement_ids,
                        "requirements",
                    )?,
                    duration: Duration {
                        printed: aspects.duration.printed,
                        desk_minutes: aspects.duration.desk_minutes,
                        field_minutes: aspects.duration.field_minutes,
                        printed_total_minutes: aspects.duration.printed_total_minutes,
                    },
                },
                references: parts.lines(self.references, self.reference_ids, "references")?,
            },
            elements: self
                .elements
                .into_iter()
                .enumerate()
                .map(|(at, element)| parts.element(element, at, &missing))
                .collect::<Result<_, _>>()?,
            printed: printed(self.printed, format),
        })
    }
}

/// The printed form, where there was a source: its three lists come together.
fn printed(printed: EcPrinted, format: Option<Format>) -> Option<PrintedForm> {
    let EcPrinted {
        profile_titles,
        headings,
        fixed_paragraphs,
        ..
    } = printed;
    if profile_titles.is_none() && headings.is_none() && fixed_paragraphs.is_none() {
        return None;
    }
    Some(PrintedForm {
        format,
        profile_titles: profile_titles.unwrap_or_default(),
        headings: headings.unwrap_or_default(),
        fixed_paragraphs: fixed_paragraphs
            .unwrap_or_default()
            .into_iter()
            .map(|paragraph| FixedParagraph {
                id: paragraph.id,
                text: paragraph.text,
            })
            .collect(),
    })
}

/// Parts as they are taken in: each with an id of its own.
struct Parts<'a> {
    ids: Option<&'a mut Ids>,
    seen: HashSet<PartId>,
}

impl Parts<'_> {
    fn id(&mut self, given: Option<String>, list: &'static str) -> Result<PartId, Error> {
        let id = match (given, &mut self.ids) {
            (Some(text), _) => match text.parse() {
                Ok(id) => id,
                Err(_) => return Err(Error::BadId(text)),
            },
            (None, Some(ids)) => ids.part(),
            (None, None) => return Err(Error::NoId(list)),
        };
        if !self.seen.insert(id) {
            return Err(Error::TwiceId(id.to_string()));
        }
        Ok(id)
    }

    fn lines(
        &mut self,
        texts: Vec<String>,
        ids: Option<Vec<String>>,
        list: &'static str,
    ) -> Result<Vec<Line>, Error> {
        let ids: Vec<Option<String>> = match ids {
            Some(ids) => ids.into_iter().map(Some).collect(),
            None => vec![None; texts.len()],
        };
        if ids.len() != texts.len() {
            return Err(Error::Uneven(list));
        }
        texts
            .into_iter()
            .zip(ids)
            .map(|(text, id)| {
                let id = self.id(id, list)?;
                Ok(Line { id, text })
            })
            .collect()
    }

    fn classified(
        &mut self,
        entries: Vec<EcClassified>,
        list: &'static str,
    ) -> Result<Vec<Classified>, Error> {
        entries
            .into_iter()
            .map(|entry| {
                Ok(Classified {
                    id: self.id(entry.id, list)?,
                    code: entry.code,
                    name: entry.name,
                })
            })
            .collect()
    }

    fn element(
        &mut self,
        element: EcElement,
        place: usize,
        missing: &HashSet<String>,
    ) -> Result<Element, Error> {
        let has_colon = |letter: &str, numbers: &[u32], at: usize| {
            missing.is_empty() || !missing.contains(&colon_label(place, letter, numbers, at))
        };
        let attitudes: Vec<u32> = element.attitudes.iter().map(|a| a.number).collect();
        let terms: Vec<u32> = element.glossary.iter().map(|g| g.number).collect();
        Ok(Element {
            id: self.id(element.id, "elements")?,
            index: element.index,
            count: element.count,
            code: element.code,
            title: element.title,
            performances: self.criteria(element.performances, "performances")?,
            products: self.criteria(element.products, "products")?,
            knowledge: element
                .knowledge
                .into_iter()
                .map(|knowledge| self.knowledge(knowledge))
                .collect::<Result<_, _>>()?,
            attitudes: element
                .attitudes
                .into_iter()
                .enumerate()
                .map(|(at, attitude)| {
                    Ok(Attitude {
                        id: self.id(attitude.id, "attitudes")?,
                        number: attitude.number,
                        name: attitude.name,
                        colon: has_colon("A", &attitudes, at),
                        manner: attitude.manner,
                    })
                })
                .collect::<Result<_, Error>>()?,
            contingencies: element
                .contingencies
                .into_iter()
                .zip(1..)
                .map(|(contingency, place)| self.contingency(contingency, place))
                .collect::<Result<_, _>>()?,
            glossary: element
                .glossary
                .into_iter()
                .enumerate()
                .map(|(at, entry)| {
                    Ok(GlossaryEntry {
                        id: self.id(entry.id, "glossary")?,
                        number: entry.number,
                        term: entry.term,
                        colon: has_colon("G", &terms, at),
                        definition: entry.definition,
                    })
                })
                .collect::<Result<_, Error>>()?,
        })
    }

    fn criteria(
        &mut self,
        criteria: Vec<EcCriterion>,
        list: &'static str,
    ) -> Result<Vec<Criterion>, Error> {
        criteria
            .into_iter()
            .map(|criterion| {
                Ok(Criterion {
                    id: self.id(criterion.id, list)?,
                    number: criterion.number,
                    text: criterion.text,
                    characteristics: self.lines(
                        criterion.characteristics,
                        criterion.characteristic_ids,
                        "characteristics",
                    )?,
                })
            })
            .collect()
    }

    fn knowledge(&mut self, knowledge: EcKnowledge) -> Result<Knowledge, Error> {
        let level = match knowledge.level {
            Some(word) => match KnowledgeLevel::from_code(&word) {
                Some(level) => Some(level),
                None => {
                    return Err(Error::BadWord {
                        list: "level",
                        word,
                    });
                }
            },
            None => None,
        };
        Ok(Knowledge {
            id: self.id(knowledge.id, "knowledge")?,
            number: knowledge.number,
            text: knowledge.text,
            level,
            printed_level: knowledge.printed_level,
            details: self.lines(knowledge.details, knowledge.detail_ids, "details")?,
        })
    }

    fn contingency(
        &mut self,
        contingency: EcContingency,
        place: u32,
    ) -> Result<Contingency, Error> {
        Ok(Contingency {
            id: self.id(contingency.id, "contingencies")?,
            number: contingency.number.unwrap_or(place),
            situation: contingency.situation,
            expected_responses: self.lines(
                contingency.expected_responses,
                contingency.expected_response_ids,
                "expectedResponses",
            )?,
        })
    }
}

fn day(text: Option<String>) -> Result<Option<NaiveDate>, Error> {
    match text {
        Some(text) => match text.parse() {
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(Error::BadDate(text)),
        },
        None => Ok(None),
    }
}
