//! The evaluation plan: what will be done, with which technique and tool, and what it asks for. The rest
//! of a plan (places, dates, who provides what) is agreed with each candidate and written by hand.

use super::weights::Hundredths;
use super::{
    AssessmentInstrument, CriterionKind, HistoricalEvidence, Item, Situation, Tool, ToolKind,
};

impl ToolKind {
    /// The technique it belongs to, as the plans in use call it.
    pub const fn technique(self) -> &'static str {
        match self {
            ToolKind::ObservationGuide => "De campo",
            ToolKind::Checklist | ToolKind::Questionnaire => "Documental",
        }
    }
}

/// What is done with one tool: a line of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Activity<'a> {
    /// The tool it is done with.
    pub tool: &'a Tool,
    /// The situation it is done in.
    pub situation: Option<&'a Situation>,
    /// How many items are marked in it.
    pub items: usize,
}

/// «desempeño, producto y conocimiento».
fn listed(words: &[&str]) -> String {
    match words {
        [] => "los que se hayan fijado".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} y {last}", first.join(", ")),
    }
}

impl AssessmentInstrument {
    /// The least score as it is printed, and the range below it.
    pub fn scores(&self) -> (String, String) {
        match self.terms.pass_score {
            Some(pass) => (pass.to_string(), format!("0 a {}", pass - Hundredths(1))),
            None => ("(por fijar)".to_owned(), "(por fijar)".to_owned()),
        }
    }

    /// The two criteria of the judgement (J-1 and J-2), both of which a competent person meets.
    pub fn judgement(&self) -> [String; 2] {
        let kinds = self.terms.judged.iter().map(|kind| match kind {
            CriterionKind::Performance => "desempeño",
            CriterionKind::Product => "producto",
            CriterionKind::Knowledge => "conocimiento",
            CriterionKind::Attitude => "actitud, hábito o valor",
            CriterionKind::Contingency => "situación emergente",
        });
        let kinds = listed(&kinds.collect::<Vec<_>>());
        let (least, _) = self.scores();
        [
            format!("La diferencia de la sección V es de {least} puntos o más."),
            format!("Al menos un reactivo se cumple de cada criterio de evaluación de {kinds}."),
        ]
    }

    /// What is done, in the order of application. A tool without items is not applied.
    pub fn activities(&self) -> Vec<Activity<'_>> {
        let activities = self.tools.iter().map(|tool| Activity {
            tool,
            situation: self.situation(tool),
            items: self.items_of(tool.id).count(),
        });
        activities.filter(|activity| activity.items > 0).collect()
    }

    /// The situation a tool is applied in.
    pub fn situation(&self, tool: &Tool) -> Option<&Situation> {
        let wanted = tool.situation?;
        self.situations
            .iter()
            .find(|situation| situation.id == wanted)
    }

    /// The items that take historical evidence, or ask for it, in the order of application.
    pub fn historical(&self) -> Vec<&Item> {
        let tools = self.tools.iter();
        let items = tools.flat_map(|tool| self.items_of(tool.id));
        items
            .filter(|item| item.historical != HistoricalEvidence::NotAllowed)
            .collect()
    }
}
