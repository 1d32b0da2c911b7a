//! What a rule carries: its mistake and its remedy are the help a person reads and the proof a test
//! runs.

use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::report::Report;

/// One rule of the methodology.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its id in the methodology's own list: `EC-R-33`. It keeps its meaning for ever.
    pub id: &'static str,
    /// How much its findings weigh, unless the rule pack grades them again.
    pub severity: Severity,
    /// What it asks for, in a sentence.
    pub title: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// How it guesses, where it has to; empty where the rule is certain.
    pub heuristic: &'static str,
    /// A sketch with its mistake.
    pub wrong: &'static str,
    /// The same, mended: clean under every rule.
    pub right: &'static str,
    /// Where it is written.
    pub basis: &'static str,
    /// Looks at a standard and reports.
    pub(crate) look: fn(&CompetenceStandard, &mut Report<'_>),
}
