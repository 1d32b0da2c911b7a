//! The rules of a functional map (MF-01 … MF-14), read aloud as those of a standard are: each looks at
//! a map and says where it sees its mistake.

use std::collections::HashMap;

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::functional_map::{Claim, FunctionalMap, Placed};
use domain::ids::{EcId, PartId};

use crate::words::Words;
use crate::{Near, Registered};

mod rules;

/// One rule of a functional map.
#[derive(Debug, Clone, Copy)]
pub struct MapRule {
    /// Its id in the notes' own list: `MF-01`. It keeps its meaning for ever.
    pub id: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// What it asks for, in a sentence.
    pub title: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// How it guesses, where it has to; empty where the rule is certain.
    pub heuristic: &'static str,
    /// A sketch with its mistake; empty where a map of ours cannot have it.
    pub wrong: &'static str,
    /// The same, mended: clean under every rule but what only a person can answer.
    pub right: &'static str,
    /// Where it is written.
    pub basis: &'static str,
    /// Looks at a map and reports.
    pub(crate) look: fn(&MapScene<'_>, &mut MapReport),
}

/// Every rule, in the order of the notes' list.
pub static MAP_CATALOGUE: &[MapRule] = &rules::ALL;

/// What a review of a map is made against.
#[derive(Debug, Clone, Copy)]
pub struct MapContext<'a> {
    /// The standards that its functions are tagged with.
    pub tagged: &'a HashMap<EcId, CompetenceStandard>,
    /// The standards that are known beside them.
    pub registered: &'a [Registered],
    /// Of the register, what says something like a function, by the function.
    pub near: &'a HashMap<PartId, Near>,
}

/// One thing a rule saw in a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFinding {
    /// The rule's id.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The function it speaks of.
    pub function: Option<PartId>,
    /// Its number, «1.2»; empty for the purpose.
    pub number: String,
    /// Which characters of its text, from and to (not included).
    pub span: Option<(usize, usize)>,
    /// What is wrong and what to do, in Spanish.
    pub message: String,
    /// What would stand instead of the span, where that is certain.
    pub suggestion: Option<String>,
    /// What a person may say to answer it.
    pub claim: Option<Claim>,
    /// What it is about, where one function may be told the same of several things.
    pub about: Option<PartId>,
    /// Where the rule is written.
    pub basis: &'static str,
}

/// A map as its rules look at it: walked once, what is counted kept.
pub(crate) struct MapScene<'a> {
    /// Every function, in the order of the map.
    pub(crate) places: Vec<Placed<'a>>,
    /// What it is looked at against.
    pub(crate) context: MapContext<'a>,
    /// Spanish.
    pub(crate) words: Words,
}

/// What a rule writes on while it looks.
pub(crate) struct MapReport {
    rule: MapRule,
    findings: Vec<MapFinding>,
}

impl MapReport {
    /// Says something of a function.
    pub(crate) fn of(&mut self, place: &Placed<'_>, message: String) -> &mut MapFinding {
        self.findings.push(MapFinding {
            rule: self.rule.id,
            severity: self.rule.severity,
            function: Some(place.function.id),
            number: place.number.clone(),
            span: None,
            message,
            suggestion: None,
            claim: None,
            about: None,
            basis: self.rule.basis,
        });
        self.findings.last_mut().expect("it was just pushed")
    }

    /// Says something of some bytes of a function's text.
    pub(crate) fn within(
        &mut self,
        place: &Placed<'_>,
        range: std::ops::Range<usize>,
        message: String,
    ) -> &mut MapFinding {
        let text = &place.function.text;
        let letters = |bytes: usize| text[..bytes].chars().count();
        let finding = self.of(place, message);
        finding.span = Some((letters(range.start), letters(range.end)));
        finding
    }
}

/// Looks at a map with every rule; in the order of the map, and of the rules at one function.
pub fn review_map(map: &FunctionalMap, context: MapContext<'_>) -> Vec<MapFinding> {
    let places = map.placed();
    let order: HashMap<PartId, usize> = places.iter().map(|it| it.function.id).zip(0..).collect();
    let scene = MapScene {
        places,
        context,
        words: Words::default(),
    };
    let mut report = MapReport {
        rule: MAP_CATALOGUE[0],
        findings: Vec::new(),
    };
    for rule in MAP_CATALOGUE {
        report.rule = *rule;
        (rule.look)(&scene, &mut report);
    }
    let mut findings = report.findings;
    findings.sort_by_key(|finding| {
        let place = finding.function.and_then(|id| order.get(&id)).copied();
        (place, finding.rule, finding.span)
    });
    findings
}

#[cfg(test)]
mod tests;
