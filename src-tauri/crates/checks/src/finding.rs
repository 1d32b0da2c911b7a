//! One thing a rule saw: where, what it says there, what to do about it.

use std::cmp::Ordering;
use std::fmt;

use domain::Severity;
use domain::ec::part::{Field, ListOf};
use domain::ec::{Place, PlaceKind};
use domain::ids::PartId;

/// One thing a rule saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where, as people cite it.
    pub place: Place,
    /// Where, as the window finds it.
    pub target: Option<Target>,
    /// Which characters of the target's text, from and to (not included).
    pub span: Option<(usize, usize)>,
    /// What stands there: the span, or the whole text where there is none.
    pub text: String,
    /// What is wrong and what to do, in Spanish.
    pub message: String,
    /// What would stand instead of the span (or of the whole text), where that is certain.
    pub suggestion: Option<String>,
    /// What the app can do about it by itself.
    pub remedy: Remedy,
    /// Where the rule is written.
    pub basis: &'static str,
}

/// A text of the standard, by the id of its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Target {
    /// Whose; `None` is the standard itself.
    pub part: Option<PartId>,
    /// Which text; `None` is the part as a whole.
    pub field: Option<Field>,
}

/// What the app can do about a finding when asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// A person must write it.
    None,
    /// Put the suggestion in the place of the span.
    Replace,
    /// Let the official form stand for what the source printed.
    AdoptForm,
    /// Number a list again from one.
    Renumber(ListOf),
    /// Print the colon after a name or a term.
    AddColon(PartId),
    /// Put a list in alphabetical order.
    Sort(ListOf),
}

impl Finding {
    /// The order of a report: that of the page, then by rule.
    pub(crate) fn order(&self, other: &Finding) -> Ordering {
        self.key().cmp(&other.key())
    }

    #[expect(clippy::type_complexity, reason = "a key is read once, by the sort")]
    fn key(
        &self,
    ) -> (
        Option<u32>,
        usize,
        usize,
        Option<u32>,
        Option<u32>,
        &str,
        Option<(usize, usize)>,
        &str,
    ) {
        let place = &self.place;
        (
            place.element,
            place.field.map_or(0, page_order),
            kind_order(place.kind),
            place.number,
            place.characteristic,
            self.rule,
            self.span,
            &self.message,
        )
    }
}

/// The general fields, in the order of the page.
#[rustfmt::skip] // A table is read down its columns.
const FIELDS: &[&str] = &[
    "headings", "code", "title", "purpose", "fixedParagraphs", "generalDescription",
    "updateParagraph", "sncLevel", "levelText", "committee", "approvalDate", "publicationDate",
    "reviewPeriod", "certificateValidity", "sincoUnitGroups", "associatedOccupations",
    "unlistedOccupations", "scian", "scian.sectors", "scian.subsectors", "scian.branches",
    "scian.subbranches", "scian.industryClasses", "participatingOrganizations",
    "relatedStandards", "evaluationAspects", "evaluationAspects.practiceDetails",
    "evaluationAspects.requirements", "evaluationAspects.duration", "references",
    "profileTitles", "elements",
];

fn page_order(field: &str) -> usize {
    FIELDS
        .iter()
        .position(|known| *known == field)
        .unwrap_or(FIELDS.len())
}

fn kind_order(kind: Option<PlaceKind>) -> usize {
    match kind {
        None | Some(PlaceKind::Element) => 0,
        Some(PlaceKind::Performance) => 1,
        Some(PlaceKind::Product) => 2,
        Some(PlaceKind::Knowledge) => 3,
        Some(PlaceKind::Attitude) => 4,
        Some(PlaceKind::Contingency) => 5,
        Some(PlaceKind::Glossary) => 6,
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rule, severity) = (self.rule, self.severity.code());
        write!(f, "{rule} {severity} {}: {}", self.place, self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(f, " → «{suggestion}»"),
            None => Ok(()),
        }
    }
}
