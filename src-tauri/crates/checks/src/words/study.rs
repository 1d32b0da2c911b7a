//! Sentences that name a topic to be studied where work is asked for.

use std::ops::Range;

use domain::text::fold;

use super::tokens;

/// What a sentence asks for instead of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Study {
    /// Its verb names something learnt: «conocer», «comprender».
    Learning,
    /// It looks at something that is studied: «identificar los fundamentos».
    Looking {
        /// What is studied.
        studied: String,
    },
}

/// Verbs of study, whatever their object.
const STUDY: &[&str] = &[
    "conocer",
    "comprender",
    "entender",
    "saber",
    "aprender",
    "estudiar",
    "memorizar",
    "recordar",
    "reflexionar",
    "pensar",
    "apreciar",
    "reconocer",
    "concientizar",
    "dominar",
    "interiorizar",
];

/// Verbs of study when their object is one to be studied.
const LOOKING: &[&str] = &[
    "identificar",
    "explicar",
    "definir",
    "describir",
    "distinguir",
    "analizar",
    "revisar",
    "repasar",
    "enunciar",
    "interpretar",
];

const STUDIED: &[&str] = &[
    "fundamento",
    "fundamentos",
    "concepto",
    "conceptos",
    "teoria",
    "teorias",
    "principios",
    "nociones",
    "antecedentes",
    "generalidades",
    "bases",
    "conocimientos",
];

/// The verb of a sentence that is study and not work.
pub(crate) fn study(text: &str) -> Option<(Range<usize>, Study)> {
    let (range, first) = tokens::first(text)?;
    let verb = fold(first);
    if STUDY.contains(&verb.as_str()) {
        return Some((range, Study::Learning));
    }
    if !LOOKING.contains(&verb.as_str()) {
        return None;
    }
    let mut object = tokens::tokens(text).skip(1).take(4);
    let studied = object.find_map(|(_, word)| {
        let word = fold(word);
        STUDIED.contains(&word.as_str()).then_some(word)
    })?;
    Some((range, Study::Looking { studied }))
}
