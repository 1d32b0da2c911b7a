//! What the reviewer sees.

use super::wire;

wire! {
    /// What the reviewer found in a standard.
    pub struct ReviewView {
        /// Its code, or the id of a draft without one.
        pub standard: String,
        /// The rule pack it was reviewed under.
        pub rule_pack: String,
        /// When.
        pub checked_at: String,
        /// In the order of the page.
        pub findings: Vec<FindingView>,
    }

    /// One thing a rule saw.
    pub struct FindingView {
        /// What names it from one review to the next, while the text stays.
        pub key: String,
        /// The rule's id.
        pub rule: String,
        /// `error`, `warning` or `advice`.
        pub severity: String,
        /// Where.
        pub place: PlaceView,
        /// Where, as people cite it.
        pub label: String,
        /// The part it speaks of.
        pub part: Option<String>,
        /// The field it speaks of.
        pub field: Option<String>,
        /// From which character to which, in that text.
        pub span: Option<(u32, u32)>,
        /// The words it speaks of.
        pub text: String,
        /// What is wrong and what to do.
        pub message: String,
        /// What to write instead.
        pub suggestion: Option<String>,
        /// How the app can mend it: `NONE`, `REPLACE`, `ADOPT_FORM`, `RENUMBER`, `SORT`
        /// or `ADD_COLON`.
        pub remedy: String,
        /// The list to number again.
        pub list: Option<ListView>,
        /// On what basis.
        pub basis: String,
        /// Whether a person set it aside.
        pub set_aside: Option<SetAsideView>,
    }

    /// A place, as the contract spells it.
    pub struct PlaceView {
        /// The element, from 1.
        pub element: Option<u32>,
        /// What it points at.
        pub kind: Option<String>,
        /// The criterion's number.
        pub number: Option<u32>,
        /// The bullet, from 1.
        pub characteristic: Option<u32>,
        /// The general field.
        pub field: Option<String>,
    }

    /// A list, by its owner.
    pub struct ListView {
        /// Whose; the standard's own where it is null.
        pub owner: Option<String>,
        /// Which.
        pub list: String,
    }

    /// That a finding was set aside.
    pub struct SetAsideView {
        /// `JUSTIFIED` or `FALSE_ALARM`.
        pub kind: String,
        /// By whom.
        pub by: String,
        /// Why.
        pub reason: String,
        /// The day.
        pub on: String,
        /// The day, in words.
        pub at: String,
    }

    /// How many findings still stand.
    pub struct FindingCounts {
        /// Errors.
        pub errors: u32,
        /// Warnings.
        pub warnings: u32,
        /// Advice.
        pub advice: u32,
        /// Set aside.
        pub set_aside: u32,
        /// Of the errors, those that another document of the case mends as well.
        pub across: u32,
    }

    /// A finding to set aside.
    pub struct SetAside {
        /// The standard.
        pub id: String,
        /// The finding.
        pub key: String,
        /// `JUSTIFIED` or `FALSE_ALARM`.
        pub kind: String,
        /// Why.
        pub reason: String,
    }

    /// A finding to take up again.
    pub struct TakeUp {
        /// The standard.
        pub id: String,
        /// The finding.
        pub key: String,
    }

    /// A finding to mend as its remedy says.
    pub struct Mend {
        /// The standard.
        pub id: String,
        /// The finding.
        pub key: String,
        /// With it, all that the same rule finds and mends in the same way, as one change.
        pub alike: bool,
    }

    /// A rule, as the help shows it.
    pub struct RuleView {
        /// Its id.
        pub id: String,
        /// Its weight.
        pub severity: String,
        /// What it asks.
        pub title: String,
        /// Why.
        pub why: String,
        /// A mistake.
        pub wrong: String,
        /// Its remedy.
        pub right: String,
        /// On what basis.
        pub basis: String,
    }
}
