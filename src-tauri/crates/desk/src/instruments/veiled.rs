//! An instrument as it is told without its key.

use domain::iec::copies::unpaired;

use crate::wire::{InstrumentView, ToolView};

impl InstrumentView {
    /// The same without what tells the right answers: the key, the pairs of a matching, what is expected
    /// in contingencies and the words of their leaves.
    pub fn without_key(mut self) -> InstrumentView {
        for leaf in &mut self.leaves {
            if leaf.kind == "CONTINGENCY" {
                leaf.detail.clear();
            }
        }
        for tool in &mut self.tools {
            veil(tool);
        }
        self
    }
}

fn veil(tool: &mut ToolView) {
    for item in &mut tool.items {
        item.expected.clear();
        item.seen.clear();
        for question in &mut item.questions {
            question.key.clear();
            if question.kind == "MATCHING" {
                question.options = unpaired(&question.options);
            }
        }
    }
}
