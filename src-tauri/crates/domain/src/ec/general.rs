//! Section I of a standard: purpose, level, occupations, industries, duration.

use chrono::NaiveDate;

use crate::ids::PartId;
use crate::vocabulary;

vocabulary! {
    /// The printed format a standard was read from.
    pub enum Format {
        /// In force since 2025; the one the app writes.
        F21V08 = "F21-COOPYD-01 v08",
        /// The one before.
        NFo02V7 = "N-FO-02 v7.0",
        /// About 2012 to 2015.
        NFo02V6 = "N-FO-02 v6.0",
        /// The first one.
        NFo02V1 = "N-FO-02 v1.0",
        /// The one-page sheet of a brand standard.
        EcmSheet = "ECM sheet",
        /// None of those.
        Unknown = "unknown",
    }
}

/// One text of a list, with the id that survives editing and moving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which one.
    pub id: PartId,
    /// What it says.
    pub text: String,
}

/// One entry of an official classification (SINCO, SCIAN), as the standard names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classified {
    /// Which one.
    pub id: PartId,
    /// The official code: digits, or a range as `31-33`. It may be empty.
    pub code: String,
    /// Its name, as the author wrote it.
    pub name: String,
}

/// Section I of a standard, less code and title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GeneralData {
    /// The purpose, less its fixed paragraphs (EC-F-03). Paragraphs are separated by a line break.
    pub purpose: String,
    /// The general description, less its fixed sentence (EC-F-06a).
    pub general_description: String,
    /// What this standard updates, when it updates one (EC-F-07).
    pub update_paragraph: String,
    /// 1 to 5.
    pub snc_level: Option<u8>,
    /// The text of the level, as printed or as the catalogue gives it.
    pub level_text: String,
    /// The committee, as a continuation of «Comité de Gestión por Competencias …».
    pub committee: String,
    /// When the Comité Técnico approved it, if printed.
    pub approval_date: Option<NaiveDate>,
    /// When the DOF published it, if printed.
    pub publication_date: Option<NaiveDate>,
    /// «2 años»; empty if blank.
    pub review_period: String,
    /// «3 años», «Indefinida.»; empty if blank.
    pub certificate_validity: String,
    /// SINCO, grupos unitarios.
    pub sinco_unit_groups: Vec<Classified>,
    /// Ocupaciones asociadas.
    pub associated_occupations: Vec<Line>,
    /// Ocupaciones no contenidas en SINCO.
    pub unlisted_occupations: Vec<Line>,
    /// SCIAN.
    pub scian: Scian,
    /// Organizaciones participantes.
    pub participating_organizations: Vec<Line>,
    /// Relación con otros estándares.
    pub related_standards: Vec<Line>,
    /// Aspectos relevantes de la evaluación.
    pub evaluation_aspects: EvaluationAspects,
    /// Referencias de información.
    pub references: Vec<Line>,
}

/// The industries a standard belongs to; a standard may name several of a level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scian {
    /// Two digits, or a range.
    pub sectors: Vec<Classified>,
    /// Three digits.
    pub subsectors: Vec<Classified>,
    /// Four digits.
    pub branches: Vec<Classified>,
    /// Five digits.
    pub subbranches: Vec<Classified>,
    /// Six digits.
    pub industry_classes: Vec<Classified>,
}

/// How it is evaluated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EvaluationAspects {
    /// Detalles de la práctica.
    pub practice_details: Vec<Line>,
    /// Apoyos/Requerimientos.
    pub requirements: Vec<Line>,
    /// Duración estimada.
    pub duration: Duration,
}

/// How long an evaluation takes, in minutes, with the sentence that says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Duration {
    /// The sentence as printed; empty if there is none.
    pub printed: String,
    /// En gabinete.
    pub desk_minutes: Option<u32>,
    /// En campo.
    pub field_minutes: Option<u32>,
    /// The total that the sentence states, right or wrong.
    pub printed_total_minutes: Option<u32>,
}

impl Duration {
    /// How long it is in all: the parts where both are said, else what is.
    pub fn minutes(&self) -> Option<u32> {
        let parts = self.desk_minutes.zip(self.field_minutes);
        parts
            .map(|(desk, field)| desk.saturating_add(field))
            .or(self.printed_total_minutes)
            .or(self.desk_minutes)
            .or(self.field_minutes)
    }
}

/// What a printed document has around the standard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PrintedForm {
    /// In which format.
    pub format: Option<Format>,
    /// The element titles of section II.
    pub profile_titles: Vec<String>,
    /// Fixed headings and lead-in phrases, in the order and letters they were printed.
    pub headings: Vec<String>,
    /// Fixed paragraphs found, under the ids of the form (EC-F-04, -05, -06, -17).
    pub fixed_paragraphs: Vec<FixedParagraph>,
}

/// A fixed paragraph as a document printed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedParagraph {
    /// EC-F-….
    pub id: String,
    /// The words found.
    pub text: String,
}
