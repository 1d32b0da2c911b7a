//! A case on its road.

use super::wire;

wire! {
    /// Where a case stands and what comes next.
    pub struct CaseView {
        /// Its id.
        pub id: String,
        /// `EC_PROJECT`.
        pub kind: String,
        /// The title of its standard.
        pub title: String,
        /// The state's word.
        pub state: String,
        /// The state as people call it.
        pub state_name: String,
        /// The rule pack of its filing date.
        pub rule_pack: String,
        /// Who holds it now.
        pub holder: String,
        /// Since when.
        pub since: Option<String>,
        /// The same, in words.
        pub since_words: String,
        /// The road, step by step.
        pub road: Vec<RoadStep>,
        /// The acts that may come next.
        pub next: Vec<NextActView>,
        /// The acts of the road, oldest first; edits are in the history.
        pub acts: Vec<ActSummary>,
        /// The states in which it may be registered as it was found, each with its name; none once
        /// it is under way.
        pub found_in: Vec<NamedText>,
    }

    /// One step of the road.
    pub struct RoadStep {
        /// The state's word.
        pub state: String,
        /// Its name.
        pub name: String,
        /// `past`, `here`, `next`, `later` or `returned`.
        pub status: String,
        /// One datum: the day it was reached, or what it lacks.
        pub datum: String,
        /// The digest of the text that stands frozen since this step.
        pub frozen: Option<String>,
    }

    /// An act that may come next, with all that is missing for it.
    pub struct NextActView {
        /// The act, named by the state it leads to.
        pub act: String,
        /// Its name, as people call it.
        pub name: String,
        /// What is done, beginning with a verb.
        pub does: String,
        /// Who performs it.
        pub who: String,
        /// Since when it waits.
        pub since: Option<String>,
        /// The same, in words.
        pub since_words: String,
        /// Until when.
        pub due: Option<String>,
        /// The same, in words, or `sin plazo`.
        pub due_words: String,
        /// Working days left; less than none when it is late.
        pub working_days_left: Option<i32>,
        /// How that stands: `LATE`, `NEAR`, `AHEAD`, or `OPEN` where there is no day.
        pub pace: String,
        /// On what basis.
        pub basis: String,
        /// Whether a reason must be given.
        pub needs_reason: bool,
        /// What is missing.
        pub unmet: Vec<UnmetView>,
        /// What it asks for and already has.
        pub met: Vec<MetView>,
    }

    /// A requirement that is not met.
    pub struct UnmetView {
        /// Its id.
        pub requirement: String,
        /// What is missing, in Spanish.
        pub says: String,
        /// On what basis.
        pub basis: String,
        /// How it is met: `FILE`, `TYPED`, `EITHER` of the two, `SAID`, `REVIEWER`, `REGISTER` or
        /// `ACT`.
        pub how: String,
        /// The field that meets it, when it is typed.
        pub field: Option<String>,
    }

    /// A requirement that is met.
    pub struct MetView {
        /// Its id.
        pub requirement: String,
        /// What it asks for.
        pub says: String,
        /// On what basis.
        pub basis: String,
        /// What proves it, in words.
        pub proof: String,
        /// The file that proves it.
        pub file: Option<EvidenceView>,
    }

    /// The support file of a case as a whole, in the order of its road.
    pub struct DossierView {
        /// An act each.
        pub parts: Vec<DossierPart>,
    }

    /// An act of the road, with what it asks for.
    pub struct DossierPart {
        /// The act; empty where documents are of none.
        pub act: String,
        /// Its name, as people call it.
        pub name: String,
        /// `DONE`, `NEXT`, `LATER` or `OTHER`.
        pub when: String,
        /// The day it was done, in words.
        pub on_words: String,
        /// Who did it.
        pub by: String,
        /// What it asks for.
        pub asks: Vec<AskedView>,
    }

    /// Something an act asks for.
    pub struct AskedView {
        /// Its id.
        pub requirement: String,
        /// What it is, or what is missing.
        pub says: String,
        /// On what basis.
        pub basis: String,
        /// `MET`, `MISSING` or `COMING`.
        pub standing: String,
        /// How it is met, as where it is missing.
        pub how: String,
        /// The field that meets it, when it is typed.
        pub field: Option<String>,
        /// Whether a file may be attached for it now.
        pub takes_file: bool,
        /// What proves it, in words, where no file does.
        pub proof: String,
        /// The files that prove it, the last one first.
        pub files: Vec<EvidenceView>,
    }

    /// A file that proves something.
    pub struct EvidenceView {
        /// Its digest.
        pub digest: String,
        /// Its name.
        pub name: String,
        /// Its size in bytes.
        pub size: u32,
        /// The requirement it was attached for.
        pub requirement: String,
        /// Who attached it.
        pub by: String,
        /// The day of the document.
        pub on: String,
        /// Who withdrew it, when and why, where it was attached by mistake.
        pub withdrawn: Option<WithdrawnView>,
    }

    /// How a file that proves nothing more was withdrawn.
    pub struct WithdrawnView {
        /// Who withdrew it.
        pub by: String,
        /// The day.
        pub on: String,
        /// Why.
        pub reason: String,
    }

    /// One act of the road, in short.
    pub struct ActSummary {
        /// Its number in the chain.
        pub number: u32,
        /// What was done.
        pub act: String,
        /// The same, as people call it.
        pub name: String,
        /// When.
        pub on: String,
        /// By whom.
        pub by: String,
        /// What proves it.
        pub evidence: Vec<String>,
        /// The seal of the act before.
        pub previous: Option<String>,
        /// Its seal.
        pub digest: String,
    }

    /// An act of the road, asked for.
    pub struct PerformAct {
        /// The case.
        pub id: String,
        /// The act, named by the state it leads to.
        pub act: String,
        /// The state in which the case was seen when it was asked for; empty where nobody looked.
        pub from: String,
        /// The day it was done on; today when empty.
        pub on: String,
        /// Why, where a reason is asked for.
        pub reason: String,
        /// What else the act carries (a resolution number, a date), as words.
        pub fields: Vec<NamedText>,
        /// Files to attach with it.
        pub evidence: Vec<EvidencePath>,
    }

    /// A word and what it says.
    pub struct NamedText {
        /// The word.
        pub name: String,
        /// What it says.
        pub text: String,
    }

    /// A file on disk that meets a requirement.
    pub struct EvidencePath {
        /// The requirement.
        pub requirement: String,
        /// The file.
        pub path: String,
    }

    /// A file to attach to a case.
    pub struct Attach {
        /// The case.
        pub id: String,
        /// The requirement it meets.
        pub requirement: String,
        /// The file.
        pub path: String,
        /// The day of the document; today when empty.
        pub on: String,
    }

    /// The typed part of the support file.
    pub struct SupportView {
        /// How many people could be certified.
        pub certifiable_population: Option<u32>,
        /// Where that figure comes from.
        pub population_source: String,
        /// Who will evaluate and certify.
        pub certification_solutions: Vec<SolutionView>,
        /// What encourages people to certify.
        pub consequence_mechanism: String,
        /// Years until the standard is reviewed.
        pub review_period: String,
        /// How long a certificate is valid.
        pub certificate_validity: String,
    }

    /// One ECE or OC that will operate the standard.
    pub struct SolutionView {
        /// Its name.
        pub name: String,
        /// `ECE` or `OC`.
        pub kind: String,
        /// Whether it is accredited already, or intends to be.
        pub accredited: bool,
    }

    /// The typed part of the support file, to be written down.
    pub struct SaveSupport {
        /// The case.
        pub id: String,
        /// What it says now.
        pub support: SupportView,
    }
}
