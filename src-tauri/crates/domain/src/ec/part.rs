//! What a standard is made of, as editing names it: texts, lists, and parts that can be moved.

use super::general::{Classified, Line};
use super::{Attitude, Contingency, Criterion, Element, GlossaryEntry, Knowledge};
use crate::ids::PartId;
use crate::vocabulary;

vocabulary! {
    /// A text that can be written: of the standard itself, or of one of its parts.
    pub enum Field {
        /// The code of the standard, of an element or of a classified entry.
        Code = "code",
        /// The title of the standard or of an element.
        Title = "title",
        /// See [`super::GeneralData`].
        Purpose = "purpose",
        /// See [`super::GeneralData`].
        GeneralDescription = "generalDescription",
        /// See [`super::GeneralData`].
        UpdateParagraph = "updateParagraph",
        /// `1` to `5`, or empty.
        SncLevel = "sncLevel",
        /// See [`super::GeneralData`].
        LevelText = "levelText",
        /// See [`super::GeneralData`].
        Committee = "committee",
        /// `YYYY-MM-DD`, or empty.
        ApprovalDate = "approvalDate",
        /// `YYYY-MM-DD`, or empty.
        PublicationDate = "publicationDate",
        /// See [`super::GeneralData`].
        ReviewPeriod = "reviewPeriod",
        /// See [`super::GeneralData`].
        CertificateValidity = "certificateValidity",
        /// What a criterion, a knowledge, a characteristic or a line of a list says.
        Text = "text",
        /// The name of an attitude or of a classified entry.
        Name = "name",
        /// The manner of an attitude.
        Manner = "manner",
        /// The level of a knowledge: the printed word.
        Level = "level",
        /// The situation of a contingency.
        Situation = "situation",
        /// The term of a glossary entry.
        Term = "term",
        /// The definition of a glossary entry.
        Definition = "definition",
    }
}

vocabulary! {
    /// A list that can be arranged: of the standard, of an element or of a criterion.
    pub enum List {
        /// Of the standard.
        Elements = "elements",
        /// Of the standard.
        SincoUnitGroups = "sincoUnitGroups",
        /// Of the standard.
        AssociatedOccupations = "associatedOccupations",
        /// Of the standard.
        UnlistedOccupations = "unlistedOccupations",
        /// Of the standard.
        Sectors = "sectors",
        /// Of the standard.
        Subsectors = "subsectors",
        /// Of the standard.
        Branches = "branches",
        /// Of the standard.
        Subbranches = "subbranches",
        /// Of the standard.
        IndustryClasses = "industryClasses",
        /// Of the standard.
        ParticipatingOrganizations = "participatingOrganizations",
        /// Of the standard.
        RelatedStandards = "relatedStandards",
        /// Of the standard.
        PracticeDetails = "practiceDetails",
        /// Of the standard.
        Requirements = "requirements",
        /// Of the standard.
        References = "references",
        /// Of an element.
        Performances = "performances",
        /// Of an element.
        Products = "products",
        /// Of an element.
        Knowledge = "knowledge",
        /// Of an element.
        Attitudes = "attitudes",
        /// Of an element.
        Contingencies = "contingencies",
        /// Of an element.
        Glossary = "glossary",
        /// Of a performance or a product.
        Characteristics = "characteristics",
        /// Of a knowledge.
        Details = "details",
        /// Of a contingency.
        ExpectedResponses = "expectedResponses",
    }
}

/// A part of a standard with all that is in it, as a list gives it up or takes it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// An element.
    Element(Element),
    /// A performance or a product.
    Criterion(Criterion),
    /// A knowledge.
    Knowledge(Knowledge),
    /// An attitude.
    Attitude(Attitude),
    /// A contingency.
    Contingency(Contingency),
    /// A glossary entry.
    Glossary(GlossaryEntry),
    /// A SINCO or SCIAN entry.
    Classified(Classified),
    /// A characteristic, or a line of a list.
    Line(Line),
}

impl Part {
    /// Which one it is.
    pub fn id(&self) -> PartId {
        match self {
            Part::Element(part) => part.id,
            Part::Criterion(part) => part.id,
            Part::Knowledge(part) => part.id,
            Part::Attitude(part) => part.id,
            Part::Contingency(part) => part.id,
            Part::Glossary(part) => part.id,
            Part::Classified(part) => part.id,
            Part::Line(part) => part.id,
        }
    }

    /// An empty part of the kind that `list` holds.
    pub fn blank(list: List, id: PartId) -> Part {
        let text = String::new;
        match list {
            List::Elements => Part::Element(Element::blank(id)),
            List::Performances | List::Products => Part::Criterion(Criterion {
                id,
                number: 0,
                text: text(),
                characteristics: Vec::new(),
            }),
            List::Knowledge => Part::Knowledge(Knowledge {
                id,
                number: 0,
                text: text(),
                level: None,
                printed_level: text(),
                details: Vec::new(),
            }),
            List::Attitudes => Part::Attitude(Attitude {
                id,
                number: 0,
                name: text(),
                colon: true,
                manner: text(),
            }),
            List::Contingencies => Part::Contingency(Contingency {
                id,
                number: 0,
                situation: text(),
                expected_responses: Vec::new(),
            }),
            List::Glossary => Part::Glossary(GlossaryEntry {
                id,
                number: 0,
                term: text(),
                colon: true,
                definition: text(),
            }),
            List::SincoUnitGroups
            | List::Sectors
            | List::Subsectors
            | List::Branches
            | List::Subbranches
            | List::IndustryClasses => Part::Classified(Classified {
                id,
                code: text(),
                name: text(),
            }),
            List::AssociatedOccupations
            | List::UnlistedOccupations
            | List::ParticipatingOrganizations
            | List::RelatedStandards
            | List::PracticeDetails
            | List::Requirements
            | List::References
            | List::Characteristics
            | List::Details
            | List::ExpectedResponses => Part::Line(Line { id, text: text() }),
        }
    }
}

/// One list of one owner; the owner of a general list is the standard itself, which is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ListOf {
    /// The element, criterion, knowledge or contingency it belongs to.
    pub owner: Option<PartId>,
    /// Which list.
    pub list: List,
}
