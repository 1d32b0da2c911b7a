//! A competence standard: its parts, in the order of its format.
//!
//! The same type holds a draft and what was read from a published document. What only a printed
//! document has (its headings, its fixed paragraphs, the profile) is in [`PrintedForm`], and a draft
//! made here has none: the app prints those itself.

pub mod code;

pub mod general;

pub mod duration;

pub mod element;

pub mod place;

pub mod part;
pub mod pasting;

pub mod edit;

pub mod compare;

pub mod form;

pub mod sketch;

mod citing;
mod lists;
mod texts;

pub use element::{
    Attitude, Contingency, Criterion, Element, GlossaryEntry, Knowledge, KnowledgeLevel,
};
pub use general::{
    Classified, Duration, EvaluationAspects, FixedParagraph, Format, GeneralData, Line,
    PrintedForm, Scian,
};
pub use place::{Place, PlaceKind};

/// A competence standard (EC).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompetenceStandard {
    /// `EC####` or `EC####.NN`, as written; empty until it is assigned.
    pub code: String,
    /// The code of the published document this draft was read from; empty if it was not.
    pub source_code: String,
    /// Action noun, object and condition.
    pub title: String,
    /// Section I.
    pub general: GeneralData,
    /// Section III, in order.
    pub elements: Vec<Element>,
    /// What the document it was read from printed around it.
    pub printed: Option<PrintedForm>,
}

impl CompetenceStandard {
    /// Whether it is a brand standard (ECM): a one-page sheet, or a code of theirs.
    pub fn is_brand(&self) -> bool {
        let format = self.printed.as_ref().and_then(|printed| printed.format);
        format == Some(Format::EcmSheet) || self.known_code().starts_with("ECM")
    }

    /// The code it has, or else the one of the document it was read from; empty if neither.
    pub fn known_code(&self) -> &str {
        if self.code.is_empty() {
            &self.source_code
        } else {
            &self.code
        }
    }
}
