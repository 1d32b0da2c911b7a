//! The evaluation plan: what will be done, with which technique and tool, and what it asks for. The rest
//! of a plan (places, dates, who provides what) is agreed with each candidate and written by hand.

use super::{AssessmentInstrument, HistoricalEvidence, Item, Situation, Tool, ToolKind};

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

impl AssessmentInstrument {
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
