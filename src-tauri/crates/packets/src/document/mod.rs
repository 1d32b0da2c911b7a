//! A standard as JSON: the shape of the command line's contract, and of every file that carries one.
//!
//! `read --json`, the frozen editions, the packets, the attachment of our PDF and the window all
//! speak this shape. Ids are kept beside the texts (`characteristicIds` beside `characteristics`),
//! so that the shape is the same with them and without. The bytes that a digest names are the
//! canonical ones (RFC 8785), with ids.

mod from_json;
mod to_json;

use domain::ec::CompetenceStandard;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether the ids of the parts travel with their texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithIds {
    /// For files that come back: editions, packets, the window.
    Yes,
    /// For readers of the text alone.
    No,
}

/// Why some JSON is not a standard.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not JSON, or JSON of another shape.
    #[error("it is not the JSON of a standard")]
    Shape(#[from] serde_json::Error),
    /// An id that is not one.
    #[error("{0:?} is not an id")]
    BadId(String),
    /// A part without its id, where ids must be kept.
    #[error("a part of {0} has no id")]
    NoId(&'static str),
    /// Two parts with one id.
    #[error("two parts share the id {0}")]
    TwiceId(String),
    /// As many ids as texts are expected beside them.
    #[error("{0} has another number of ids than of texts")]
    Uneven(&'static str),
    /// A day that is not one.
    #[error("{0:?} is not a day")]
    BadDate(String),
    /// A word that is not of its list.
    #[error("{word:?} is not a {list}")]
    BadWord {
        /// Which list.
        list: &'static str,
        /// What was found.
        word: String,
    },
}

/// The canonical bytes of a standard, with its ids: what a digest names.
pub fn canonical(standard: &CompetenceStandard) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(&Document::of(standard, WithIds::Yes))
        .expect("a document holds only strings, small numbers, lists and maps with text keys")
}

/// The standard that canonical bytes hold, ids and all.
pub fn from_canonical(bytes: &[u8]) -> Result<CompetenceStandard, Error> {
    let document: Document = serde_json::from_slice(bytes)?;
    document.rebuild(None)
}

/// A standard in the shape of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "EcDocument")]
pub struct Document {
    /// The printed format it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub format: Option<String>,
    pub code: String,
    /// The code of the published document a draft was read from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub source_code: String,
    pub title: String,
    pub purpose: String,
    pub general_description: String,
    pub snc_level: Option<u8>,
    pub level_text: String,
    pub committee: String,
    pub approval_date: Option<String>,
    pub publication_date: Option<String>,
    pub review_period: Option<String>,
    pub certificate_validity: Option<String>,
    pub sinco_unit_groups: Vec<EcClassified>,
    pub associated_occupations: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub associated_occupation_ids: Option<Vec<String>>,
    pub unlisted_occupations: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unlisted_occupation_ids: Option<Vec<String>>,
    pub scian: EcScian,
    pub participating_organizations: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub participating_organization_ids: Option<Vec<String>>,
    pub related_standards: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub related_standard_ids: Option<Vec<String>>,
    pub evaluation_aspects: EcEvaluationAspects,
    pub references: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reference_ids: Option<Vec<String>>,
    pub elements: Vec<EcElement>,
    pub printed: EcPrinted,
    /// What reading mended; only a reading has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub repairs: Option<Vec<EcRepair>>,
    /// What reading could not place; only a reading has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub not_understood: Option<Vec<EcUnplaced>>,
}

/// An entry of SINCO or SCIAN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcClassified {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    pub code: String,
    pub name: String,
}

/// The industries of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcScian {
    pub sectors: Vec<EcClassified>,
    pub subsectors: Vec<EcClassified>,
    pub branches: Vec<EcClassified>,
    pub subbranches: Vec<EcClassified>,
    pub industry_classes: Vec<EcClassified>,
}

/// How a standard is evaluated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcEvaluationAspects {
    pub practice_details: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub practice_detail_ids: Option<Vec<String>>,
    pub requirements: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub requirement_ids: Option<Vec<String>>,
    pub duration: EcDuration,
}

/// How long an evaluation takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcDuration {
    pub printed: String,
    pub desk_minutes: Option<u32>,
    pub field_minutes: Option<u32>,
    pub printed_total_minutes: Option<u32>,
}

/// An element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcElement {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    pub index: u32,
    pub count: u32,
    pub code: String,
    pub title: String,
    pub performances: Vec<EcCriterion>,
    pub products: Vec<EcCriterion>,
    pub knowledge: Vec<EcKnowledge>,
    pub attitudes: Vec<EcAttitude>,
    pub contingencies: Vec<EcContingency>,
    pub glossary: Vec<EcGlossaryEntry>,
}

/// A performance or a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcCriterion {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    pub number: u32,
    pub text: String,
    pub characteristics: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub characteristic_ids: Option<Vec<String>>,
}

/// A knowledge, with the level as a word of ours and as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcKnowledge {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    pub number: u32,
    pub text: String,
    #[ts(type = "\"RECALL\" | \"COMPREHENSION\" | \"APPLICATION\" | null")]
    pub level: Option<String>,
    pub printed_level: String,
    pub details: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub detail_ids: Option<Vec<String>>,
}

/// An attitude, habit or value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcAttitude {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    pub number: u32,
    pub name: String,
    pub manner: String,
}

/// An emergency. Its number is told where ids are, or where it is not its place in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcContingency {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub number: Option<u32>,
    pub situation: String,
    pub expected_responses: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub expected_response_ids: Option<Vec<String>>,
}

/// A term and its definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcGlossaryEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    pub number: u32,
    pub term: String,
    pub definition: String,
}

/// What the source printed around the standard. The first three are there together, and only where
/// there was a printed source; the rest is how any standard is to be printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcPrinted {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub profile_titles: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub headings: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub fixed_paragraphs: Option<Vec<EcFixedParagraph>>,
    pub update_paragraph: Option<String>,
    /// Labels of the attitudes and terms whose name is not followed by a colon: `E2-A1`. Where a
    /// number is repeated, the second of them is `E2-A1#2`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub missing_colons: Vec<String>,
}

/// A fixed paragraph as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcFixedParagraph {
    pub id: String,
    pub text: String,
}

/// What reading mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcRepair {
    pub page: u32,
    pub line: u32,
    pub from: String,
    pub to: String,
}

/// A line that reading could not place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EcUnplaced {
    pub page: u32,
    pub line: u32,
    pub text: String,
}

/// The label of a named line, told apart from the ones before it with the same number.
fn colon_label(element: usize, letter: &str, numbers: &[u32], at: usize) -> String {
    let number = numbers[at];
    let before = numbers[..at].iter().filter(|n| **n == number).count();
    match before {
        0 => format!("E{}-{letter}{number}", element + 1),
        _ => format!("E{}-{letter}{number}#{}", element + 1, before + 1),
    }
}

#[cfg(test)]
mod tests {
    use domain::ec::part::Field;
    use domain::ids::Ids;
    use proptest::prelude::*;

    use super::*;
    use crate::made;

    #[test]
    fn the_sample_comes_back_from_its_canonical_bytes() {
        let standard = made::sample();

        let bytes = canonical(&standard);

        assert_eq!(from_canonical(&bytes).unwrap(), standard);
        assert_eq!(canonical(&from_canonical(&bytes).unwrap()), bytes);
    }

    #[test]
    fn the_shape_is_that_of_the_contract() {
        let mut standard = made::sample();
        standard.elements.truncate(1);

        let json = serde_json::to_value(Document::of(&standard, WithIds::No)).unwrap();

        let keys = |value: &serde_json::Value| -> Vec<String> {
            value.as_object().unwrap().keys().cloned().collect()
        };
        assert_eq!(
            keys(&json["elements"][0]),
            [
                "attitudes",
                "code",
                "contingencies",
                "count",
                "glossary",
                "index",
                "knowledge",
                "performances",
                "products",
                "title"
            ]
        );
        assert_eq!(
            keys(&json["elements"][0]["performances"][0]),
            ["characteristics", "number", "text"]
        );
        assert_eq!(
            keys(&json["elements"][0]["contingencies"][0]),
            ["expectedResponses", "situation"]
        );
        assert_eq!(
            keys(&json["scian"]),
            [
                "branches",
                "industryClasses",
                "sectors",
                "subbranches",
                "subsectors"
            ]
        );
        assert!(json["publicationDate"].is_null());
        assert!(
            !json.to_string().contains("Ids"),
            "no id where none was asked for"
        );
    }

    #[test]
    fn names_without_their_colon_are_told_by_label() {
        let mut standard = made::sample();
        for (number, entry) in [1, 1, 1]
            .into_iter()
            .zip(&mut standard.elements[0].glossary)
        {
            entry.number = number;
        }
        standard.elements[0].glossary[1].colon = false;

        let document = Document::of(&standard, WithIds::Yes);

        assert_eq!(document.printed.missing_colons, ["E1-G1#2"]);
        assert_eq!(from_canonical(&canonical(&standard)).unwrap(), standard);
    }

    #[test]
    fn a_document_without_ids_is_given_new_ones() {
        let standard = made::sample();
        let mut ids = Ids::new(1_800_000_000_000, 1);

        let copy = Document::of(&standard, WithIds::No)
            .into_standard(&mut ids)
            .unwrap();

        assert_ne!(copy.elements[0].id, standard.elements[0].id);
        assert_eq!(
            Document::of(&copy, WithIds::No),
            Document::of(&standard, WithIds::No)
        );
    }

    #[test]
    fn an_update_paragraph_of_a_draft_survives() {
        let mut standard = made::sample();
        standard.printed = None;
        standard
            .apply(&domain::ec::edit::Edit::Write {
                part: None,
                field: Field::UpdateParagraph,
                before: String::new(),
                after: "El presente EC actualiza al EC0001.".to_owned(),
            })
            .unwrap();

        let back = from_canonical(&canonical(&standard)).unwrap();

        assert_eq!(back, standard);
    }

    #[test]
    fn what_is_not_a_standard_is_refused_by_name() {
        let document = Document::of(&made::sample(), WithIds::Yes);
        let mut twice = document.clone();
        twice.elements[1].id = document.elements[0].id.clone();
        let mut uneven = document.clone();
        uneven.reference_ids = Some(Vec::new());
        let mut dated = document.clone();
        dated.approval_date = Some("2026-02-30".to_owned());
        let bare = Document::of(&made::sample(), WithIds::No);
        let read = |document: &Document| from_canonical(&serde_json::to_vec(document).unwrap());

        assert!(matches!(read(&twice), Err(Error::TwiceId(_))));
        assert!(matches!(read(&uneven), Err(Error::Uneven("references"))));
        assert!(matches!(read(&dated), Err(Error::BadDate(_))));
        assert!(matches!(read(&bare), Err(Error::NoId(_))));
        assert!(matches!(from_canonical(b"{}"), Err(Error::Shape(_))));
        assert!(matches!(from_canonical(b"\xff\x00"), Err(Error::Shape(_))));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_standard_comes_back_from_its_canonical_bytes(seed in any::<u64>()) {
            let standard = made::standard(seed);

            prop_assert_eq!(from_canonical(&canonical(&standard)).unwrap(), standard);
        }
    }
}
