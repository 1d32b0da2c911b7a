//! The methodology, read aloud: each rule looks at a standard and says where it sees its mistake.
//!
//! A review cannot fail: whatever a standard says, it ends with a list of findings, in the order of
//! the page and the same on every run. What is dated or may be re-graded comes with the [`Context`].

#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

mod context;
mod finding;
mod mend;
mod report;
mod rule;
mod rules;
mod spot;
mod words;

use domain::ec::CompetenceStandard;

pub use context::{Context, Registered};
pub use finding::{Finding, Remedy, Target};
pub use mend::mend;
pub(crate) use report::Report;
pub use rule::Rule;
pub(crate) use spot::Spot;

/// Every rule, in the order of the methodology's own list.
pub static CATALOGUE: &[Rule] = &rules::ALL;

/// Looks at a standard with every rule.
pub fn review(standard: &CompetenceStandard, context: &Context<'_>) -> Vec<Finding> {
    let mut report = Report::new(context, CATALOGUE[0]);
    for rule in CATALOGUE {
        report.turn_to(*rule);
        (rule.look)(standard, &mut report);
    }
    report.close()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use domain::ec::sketch;
    use domain::rule_pack::RulePack;

    use super::*;

    fn findings(text: &str) -> Vec<Finding> {
        let pack = RulePack::shipped();
        let registered = [Registered {
            code: "EC1999".to_owned(),
            title: "Mantenimiento de bicicletas de un taller ya registrado".to_owned(),
            level: Some(2),
        }];
        let context = Context {
            pack: &pack,
            registered: &registered,
        };
        let standard = sketch::sketch(text).unwrap_or_else(|e| panic!("{e}\n{text}"));
        review(&standard, &context)
    }

    /// What one rule says of a sketch, a line each.
    pub(crate) fn seen(rule: &str, text: &str) -> String {
        let mut findings = findings(text);
        findings.retain(|finding| finding.rule == rule);
        listed(&findings)
    }

    fn listed(findings: &[Finding]) -> String {
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        lines.join("\n")
    }

    #[test]
    fn the_whole_clean_standard_is_clean() {
        assert_eq!(listed(&findings("")), "");
    }

    #[test]
    fn every_rule_sees_its_own_mistake_and_no_other() {
        let mut wrongs = Vec::new();
        for rule in CATALOGUE {
            let wrong = findings(rule.wrong);
            let right = findings(rule.right);

            if wrong.is_empty() {
                wrongs.push(format!("{} lets its own mistake pass", rule.id));
            }
            if wrong.iter().any(|finding| finding.rule != rule.id) {
                wrongs.push(format!(
                    "{}: others see its mistake:\n{}",
                    rule.id,
                    listed(&wrong)
                ));
            }
            if !right.is_empty() {
                wrongs.push(format!("{}: its remedy:\n{}", rule.id, listed(&right)));
            }
        }
        assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
    }

    #[test]
    fn every_rule_has_its_own_id_and_says_why() {
        let mut seen = HashSet::new();
        for rule in CATALOGUE {
            assert!(seen.insert(rule.id), "{} is there twice", rule.id);
            let texts = [rule.title, rule.why, rule.basis, rule.wrong, rule.right];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", rule.id);
        }
    }
}
