//! The rules of an instrument (IEC-R-10 … 24), read aloud as those of a standard are: each looks at an
//! instrument against its standard and says where it sees its mistake.

use std::collections::HashMap;

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ids::PartId;
use domain::iec::codes::codes;
use domain::iec::keyless::Keyless;
use domain::iec::leaf::{Leaf, leaves};
use domain::iec::weights::Weights;
use domain::iec::{AssessmentInstrument, Item};

mod rules;

/// One rule of an instrument.
#[derive(Debug, Clone, Copy)]
pub struct IecRule {
    /// Its id in the notes' own list: `IEC-R-10`. It keeps its meaning for ever.
    pub id: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// What it asks for, in a sentence.
    pub title: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// How it guesses, where it has to; empty where the rule is certain.
    pub heuristic: &'static str,
    /// Where it is written.
    pub basis: &'static str,
    /// Looks at an instrument and reports.
    pub(crate) look: fn(&IecScene<'_>, &mut IecReport),
}

/// Every rule, in the order of the notes' list.
pub static IEC_CATALOGUE: &[IecRule] = &rules::ALL;

/// One thing a rule saw in an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IecFinding {
    /// The rule's id.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The item, the question or the leaf it speaks of; nothing for the whole.
    pub part: Option<PartId>,
    /// Where, as people cite it: the code of an item, or the place of a leaf.
    pub label: String,
    /// What is wrong and what to do, in Spanish.
    pub message: String,
    /// Where the rule is written.
    pub basis: &'static str,
}

/// An instrument as its rules look at it.
pub(crate) struct IecScene<'a> {
    pub(crate) instrument: &'a AssessmentInstrument,
    pub(crate) standard: &'a CompetenceStandard,
    pub(crate) leaves: &'a [Leaf],
    pub(crate) weights: Weights,
    /// What came without its key, and so cannot be judged by it.
    pub(crate) keyless: &'a Keyless,
    of: HashMap<PartId, &'a Leaf>,
    items: HashMap<PartId, Vec<&'a Item>>,
    codes: HashMap<PartId, String>,
}

impl IecScene<'_> {
    /// The leaf an item asks for, if it is still there.
    pub(crate) fn leaf(&self, item: &Item) -> Option<&Leaf> {
        self.of.get(&item.leaf).copied()
    }

    /// The items that ask for a leaf, in the order they are kept.
    pub(crate) fn items_of(&self, leaf: &Leaf) -> &[&Item] {
        self.items.get(&leaf.id).map_or(&[], Vec::as_slice)
    }
}

/// What a rule writes on while it looks.
pub(crate) struct IecReport {
    rule: IecRule,
    findings: Vec<IecFinding>,
}

impl IecReport {
    fn say(&mut self, part: Option<PartId>, label: String, message: String) {
        self.findings.push(IecFinding {
            rule: self.rule.id,
            severity: self.rule.severity,
            part,
            label,
            message,
            basis: self.rule.basis,
        });
    }

    /// Says something of the whole.
    pub(crate) fn whole(&mut self, message: String) {
        self.say(None, String::new(), message);
    }

    /// Says something of an item.
    pub(crate) fn item(&mut self, scene: &IecScene<'_>, item: &Item, message: String) {
        let code = scene.codes.get(&item.id).cloned().unwrap_or_default();
        self.say(Some(item.id), code, message);
    }

    /// Says of an item what only whoever has its key can tell: advice, and no mistake of the item's.
    pub(crate) fn elsewhere(&mut self, scene: &IecScene<'_>, item: &Item, message: String) {
        let severity = std::mem::replace(&mut self.rule.severity, Severity::Advice);
        self.item(scene, item, message);
        self.rule.severity = severity;
    }

    /// Says something of a leaf of the standard.
    pub(crate) fn leaf(&mut self, leaf: &Leaf, message: String) {
        self.say(Some(leaf.id), leaf.label(), message);
    }
}

/// Looks at an instrument with every rule, in the order of the rules. What came without its key is not
/// told as lacking it.
pub fn review_instrument(
    instrument: &AssessmentInstrument,
    standard: &CompetenceStandard,
    keyless: &Keyless,
) -> Vec<IecFinding> {
    let leaves = leaves(standard);
    let of: HashMap<PartId, &Leaf> = leaves.iter().map(|leaf| (leaf.id, leaf)).collect();
    let mut items: HashMap<PartId, Vec<&Item>> = HashMap::new();
    for item in &instrument.items {
        items.entry(item.leaf).or_default().push(item);
    }
    let scene = IecScene {
        instrument,
        items,
        standard,
        leaves: &leaves,
        weights: instrument.weights(|id| of.get(&id).map(|leaf| leaf.kind)),
        codes: codes(instrument, &leaves),
        keyless,
        of,
    };
    let mut report = IecReport {
        rule: IEC_CATALOGUE[0],
        findings: Vec::new(),
    };
    for rule in IEC_CATALOGUE {
        report.rule = *rule;
        (rule.look)(&scene, &mut report);
    }
    report.findings
}

#[cfg(test)]
mod tests;
