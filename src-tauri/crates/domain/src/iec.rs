//! An assessment instrument (IEC): what an evaluator does with a candidate to tell whether each leaf of
//! a standard is met.
//!
//! It is kept flat: situations, tools, items, questions and annexes, each naming what it belongs to.
//! An item names the leaf of the standard that it asks for, by id, and the words that leaf had when a
//! person last looked: an item whose leaf says something else today is *stale*, and that is computed,
//! never stored. Codes, weights and counts are computed too.

use crate::ec::KnowledgeLevel;
use crate::ids::{EcId, IecId, PartId};
use crate::vocabulary;

pub mod codes;
pub mod compare;
pub mod copies;
pub mod coverage;
pub mod deriving;
pub mod draw;
pub mod edit;
pub mod form;
pub mod keyless;
pub mod leaf;
pub mod pilot;
pub mod plan;
mod replacing;
pub mod standing;
pub mod weights;

use draw::Draw;
use weights::{Hundredths, Shares};

/// An assessment instrument. A standard has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentInstrument {
    /// Which one.
    pub id: IecId,
    /// Of which standard.
    pub standard: EcId,
    /// What is set once for the whole.
    pub terms: Terms,
    /// The situations it is applied in, in their order.
    pub situations: Vec<Situation>,
    /// The tools, in the order of application.
    pub tools: Vec<Tool>,
    /// The items; those of one tool stand in its order.
    pub items: Vec<Item>,
    /// The questions; those of one item stand in its order.
    pub questions: Vec<Question>,
    /// From the third on: the first two are the form's own.
    pub annexes: Vec<Annex>,
}

/// What is set once for a whole instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// How the hundred points are shared among the classes.
    pub shares: Shares,
    /// The least a competent person reaches; nothing until it is set, for no text gives a formula.
    pub pass_score: Option<Hundredths>,
    /// The kinds of criterion of which each must have an item met (J-2).
    pub judged: Vec<CriterionKind>,
    /// How long it takes, in minutes; nothing where it is what the standard says.
    pub minutes: Option<u32>,
    /// How the questions that are asked were drawn from the bank; nothing where they were chosen.
    pub draw: Option<Draw>,
}

impl Default for Terms {
    fn default() -> Terms {
        Terms {
            shares: Shares::default(),
            pass_score: None,
            judged: vec![CriterionKind::Performance, CriterionKind::Product],
            minutes: None,
            draw: None,
        }
    }
}

vocabulary! {
    /// The kinds of criterion of a standard.
    pub enum CriterionKind {
        /// Desempeño.
        Performance = "PERFORMANCE",
        /// Producto.
        Product = "PRODUCT",
        /// Conocimiento.
        Knowledge = "KNOWLEDGE",
        /// Actitud, hábito o valor.
        Attitude = "ATTITUDE",
        /// Situación emergente.
        Contingency = "CONTINGENCY",
    }
}

impl CriterionKind {
    /// How it stands in the code of an item.
    pub const fn in_code(self) -> &'static str {
        match self {
            CriterionKind::Performance => "D",
            CriterionKind::Product => "P",
            CriterionKind::Knowledge => "C",
            CriterionKind::Attitude => "AHV",
            CriterionKind::Contingency => "SE",
        }
    }

    /// The tools in which an item of this kind may stand, the usual one first (IEC-R-12).
    pub const fn tools(self) -> &'static [ToolKind] {
        match self {
            CriterionKind::Performance => &[ToolKind::ObservationGuide],
            CriterionKind::Product => &[ToolKind::Checklist],
            CriterionKind::Knowledge => &[ToolKind::Questionnaire],
            CriterionKind::Attitude => &[ToolKind::ObservationGuide, ToolKind::Checklist],
            CriterionKind::Contingency => &[ToolKind::ObservationGuide, ToolKind::Questionnaire],
        }
    }
}

/// When and where part of an instrument is applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// Which one.
    pub id: PartId,
    /// Its name.
    pub name: String,
    /// What is set up, and how it goes.
    pub description: String,
}

vocabulary! {
    /// What an evaluator works with.
    pub enum ToolKind {
        /// Guía de observación: for performances, attitudes and contingencies.
        ObservationGuide = "OBSERVATION_GUIDE",
        /// Lista de cotejo: for products.
        Checklist = "CHECKLIST",
        /// Cuestionario: for knowledge.
        Questionnaire = "QUESTIONNAIRE",
    }
}

impl ToolKind {
    /// Its name on paper.
    pub const fn printed(self) -> &'static str {
        match self {
            ToolKind::ObservationGuide => "Guía de observación",
            ToolKind::Checklist => "Lista de cotejo",
            ToolKind::Questionnaire => "Cuestionario",
        }
    }
}

/// An observation guide, a checklist or a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// Which one.
    pub id: PartId,
    /// What it is.
    pub kind: ToolKind,
    /// The situation it is applied in; nothing until it is said.
    pub situation: Option<PartId>,
    /// Its title.
    pub title: String,
    /// What its instruction box says.
    pub instruction: String,
}

vocabulary! {
    /// How much an item weighs: a judgement of the expert group (W-6).
    pub enum WeightClass {
        /// Peso Menor.
        Minor = "MINOR",
        /// Peso Medio.
        Medium = "MEDIUM",
        /// Peso Mayor.
        Major = "MAJOR",
    }
}

vocabulary! {
    /// Whether a product may be shown by evidence made before the evaluation.
    pub enum HistoricalEvidence {
        /// It may.
        Allowed = "ALLOWED",
        /// It may not.
        NotAllowed = "NOT_ALLOWED",
        /// It must.
        Required = "REQUIRED",
    }
}

/// Reactivo: what is marked yes or no, and has a weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which one.
    pub id: PartId,
    /// The tool it stands in.
    pub tool: PartId,
    /// The leaf of the standard that it asks for.
    pub leaf: PartId,
    /// The words of the leaf when a person last looked: see [`leaf::Leaf::words`].
    pub seen: String,
    /// What it says: a whole sentence.
    pub text: String,
    /// How much it weighs.
    pub weight: WeightClass,
    /// Of a product: whether historical evidence is taken.
    pub historical: HistoricalEvidence,
    /// Of a contingency: what is expected, for Anexo 2.
    pub expected: Vec<String>,
    /// Why the leaf has more than two items, or the wording differs: a person's word.
    pub reason: String,
}

vocabulary! {
    /// How a question is put.
    pub enum QuestionKind {
        /// Three to five options, one of them right.
        MultipleChoice = "MULTIPLE_CHOICE",
        /// True or false.
        TrueFalse = "TRUE_FALSE",
        /// Two columns to be matched.
        Matching = "MATCHING",
        /// A sentence with a gap, and options for it.
        Completion = "COMPLETION",
        /// About a picture, which is an annex.
        Image = "IMAGE",
    }
}

/// A question under a knowledge item, of the form in use or of the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Which one.
    pub id: PartId,
    /// The item it belongs to.
    pub item: PartId,
    /// How it is put.
    pub kind: QuestionKind,
    /// The level it asks for.
    pub level: Option<KnowledgeLevel>,
    /// What it asks.
    pub text: String,
    /// What can be answered; of a matching, the left column and the right one in pairs, «left | right».
    pub options: Vec<String>,
    /// Which options are right, from 0, in increasing order; of a matching, none: the pairs are the key.
    pub key: Vec<u32>,
    /// The annex it is about.
    pub annex: Option<PartId>,
    /// Where it stands: in the form that is applied, in the bank, or no longer in use.
    pub standing: Standing,
    /// Which part of those who were asked answered it right, in hundredths; from a pilot.
    pub difficulty: Option<Hundredths>,
    /// How well it tells those who know, in hundredths; from a pilot.
    pub discrimination: Option<Hundredths>,
}

vocabulary! {
    /// Whether a question is asked.
    pub enum Standing {
        /// It is in the form that is applied.
        InForm = "IN_FORM",
        /// It waits in the bank.
        InBank = "IN_BANK",
        /// It is no longer drawn.
        Retired = "RETIRED",
    }
}

vocabulary! {
    /// Who is given an annex.
    pub enum Audience {
        /// The candidate.
        Candidate = "CANDIDATE",
        /// The evaluator alone.
        Evaluator = "EVALUATOR",
    }
}

/// A case, a layout, a format: material of the instrument, as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annex {
    /// Which one.
    pub id: PartId,
    /// What it is.
    pub title: String,
    /// Who is given it.
    pub audience: Audience,
    /// The name of the file; empty until there is one.
    pub file: String,
    /// The digest of the file.
    pub digest: String,
}

impl AssessmentInstrument {
    /// An instrument with nothing in it yet.
    pub fn blank(id: IecId, standard: EcId) -> AssessmentInstrument {
        AssessmentInstrument {
            id,
            standard,
            terms: Terms::default(),
            situations: Vec::new(),
            tools: Vec::new(),
            items: Vec::new(),
            questions: Vec::new(),
            annexes: Vec::new(),
        }
    }

    /// The items of a tool, in their order.
    pub fn items_of(&self, tool: PartId) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.tool == tool)
    }

    /// The questions of an item that are in the form, in their order.
    pub fn questions_of(&self, item: PartId) -> impl Iterator<Item = &Question> {
        let questions = self.questions.iter();
        questions
            .filter(move |question| question.item == item && question.standing == Standing::InForm)
    }
}

#[cfg(test)]
mod tests;
