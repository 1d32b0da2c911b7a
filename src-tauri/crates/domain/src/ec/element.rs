//! One element of a standard: what a person must do, obtain, know and show.

use super::general::Line;
use crate::ids::PartId;
use crate::vocabulary;

/// Part of a standard that one person performs.
///
/// `index` and `count` are what «1 de 3» says; in a draft they are its place and their number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Which one.
    pub id: PartId,
    /// The first number of «1 de 3».
    pub index: u32,
    /// The second number of «1 de 3».
    pub count: u32,
    /// `E####`, as written; empty until it is assigned.
    pub code: String,
    /// Infinitive, object and condition.
    pub title: String,
    /// Desempeños.
    pub performances: Vec<Criterion>,
    /// Productos.
    pub products: Vec<Criterion>,
    /// Conocimientos.
    pub knowledge: Vec<Knowledge>,
    /// Actitudes/hábitos/valores.
    pub attitudes: Vec<Attitude>,
    /// Respuestas ante situaciones emergentes.
    pub contingencies: Vec<Contingency>,
    /// Glosario.
    pub glossary: Vec<GlossaryEntry>,
}

impl Element {
    /// An element with nothing in it yet.
    pub fn blank(id: PartId) -> Element {
        Element {
            id,
            index: 0,
            count: 0,
            code: String::new(),
            title: String::new(),
            performances: Vec::new(),
            products: Vec::new(),
            knowledge: Vec::new(),
            attitudes: Vec::new(),
            contingencies: Vec::new(),
            glossary: Vec::new(),
        }
    }
}

/// A performance or a product, with its characteristics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Which one.
    pub id: PartId,
    /// As printed; in a list that was arranged here, its place.
    pub number: u32,
    /// The line, with its colon.
    pub text: String,
    /// Its bullets, with their punctuation.
    pub characteristics: Vec<Line>,
}

vocabulary! {
    /// How deep a knowledge goes.
    pub enum KnowledgeLevel {
        /// Conocimiento.
        Recall = "RECALL",
        /// Comprensión.
        Comprehension = "COMPREHENSION",
        /// Aplicación.
        Application = "APPLICATION",
    }
}

impl KnowledgeLevel {
    /// How many questions an item of it usually has (IEC-R-17): to recall is shown with one, to explain
    /// or to solve with more.
    pub const fn questions(self) -> usize {
        match self {
            KnowledgeLevel::Recall => 1,
            KnowledgeLevel::Comprehension | KnowledgeLevel::Application => 2,
        }
    }

    /// The word the form prints.
    pub fn printed(self) -> &'static str {
        match self {
            KnowledgeLevel::Recall => "Conocimiento",
            KnowledgeLevel::Comprehension => "Comprensión",
            KnowledgeLevel::Application => "Aplicación",
        }
    }

    /// The level a printed word names, whatever its accents, case or final period.
    pub fn from_printed(word: &str) -> Option<KnowledgeLevel> {
        let word = crate::text::fold(word);
        KnowledgeLevel::ALL
            .iter()
            .copied()
            .find(|level| crate::text::fold(level.printed()) == word)
    }
}

/// Something a person must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knowledge {
    /// Which one.
    pub id: PartId,
    /// As printed.
    pub number: u32,
    /// What is known.
    pub text: String,
    /// How deep; nothing where the printed word names no level.
    pub level: Option<KnowledgeLevel>,
    /// The word as printed.
    pub printed_level: String,
    /// Sub-bullets.
    pub details: Vec<Line>,
}

/// A named attitude, habit or value, shown in a described manner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attitude {
    /// Which one.
    pub id: PartId,
    /// As printed.
    pub number: u32,
    /// Its name, without the colon.
    pub name: String,
    /// Whether the name was followed by its colon.
    pub colon: bool,
    /// «La manera en que …».
    pub manner: String,
}

/// An emergency and what is expected then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contingency {
    /// Which one.
    pub id: PartId,
    /// As printed.
    pub number: u32,
    /// What happens.
    pub situation: String,
    /// What the person does.
    pub expected_responses: Vec<Line>,
}

/// A term of the element and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// Which one.
    pub id: PartId,
    /// As printed.
    pub number: u32,
    /// The term, without the colon.
    pub term: String,
    /// Whether the term was followed by its colon.
    pub colon: bool,
    /// What it means.
    pub definition: String,
}
