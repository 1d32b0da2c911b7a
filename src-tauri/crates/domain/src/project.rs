//! A standard's case, whichever road it goes: that of a standard, or that of a brand standard.
//!
//! The two roads are two tables with states of their own, and what is kept, shown and packed is the
//! same for both. Here is the one place where they meet: which road a case goes is said by the act
//! that begins it and never changes.

use chrono::NaiveDate;

use crate::cgc_case::CaseKind;
use crate::dossier;
use crate::ec::CompetenceStandard;
use crate::ec_case::{self, Destination, EcCase, EcState, Editing};
use crate::ecm_case::{self, EcmCase, EcmState};
use crate::road::{Case, Refusal, State, Step, Way, ways_on};
use crate::vocabulary;
use crate::waiting::{self, Doing, Scene, Unmet, Waiting};

vocabulary! {
    /// Which road a standard goes.
    pub enum Track {
        /// That of a standard.
        Ec = "EC",
        /// That of a brand standard.
        Ecm = "ECM",
    }
}

/// A state of one of the two roads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Of a standard.
    Ec(EcState),
    /// Of a brand standard.
    Ecm(EcmState),
}

/// A standard's case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Project {
    /// Of a standard.
    Ec(EcCase),
    /// Of a brand standard.
    Ecm(EcmCase),
}

impl Track {
    /// The road a text begins on.
    pub fn of(standard: &CompetenceStandard) -> Track {
        match standard.is_brand() {
            true => Track::Ecm,
            false => Track::Ec,
        }
    }

    /// What a case on this road is about.
    pub const fn kind(self) -> CaseKind {
        match self {
            Track::Ec => CaseKind::EcProject,
            Track::Ecm => CaseKind::EcmProject,
        }
    }

    /// The road of cases of a kind, where they are a standard's.
    pub fn of_kind(kind: &str) -> Option<Track> {
        let mut tracks = Track::ALL.iter().copied();
        tracks.find(|track| track.kind().code() == kind)
    }

    /// Every state of the road.
    pub fn stages(self) -> Vec<Stage> {
        match self {
            Track::Ec => EcState::ALL.iter().copied().map(Stage::Ec).collect(),
            Track::Ecm => EcmState::ALL.iter().copied().map(Stage::Ecm).collect(),
        }
    }

    /// The state of this road that is spelled so, or named so in Spanish.
    pub fn stage(self, word: &str) -> Option<Stage> {
        let stages = self.stages();
        let spelled = stages.iter().find(|stage| stage.code() == word.trim());
        let said = crate::text::fold(word);
        let named = || {
            let mut named = stages.iter();
            named.find(|stage| crate::text::fold(stage.says()) == said)
        };
        spelled.or_else(named).copied()
    }
}

impl Stage {
    /// How it is spelled outside the code; also the name of the act that leads to it.
    pub const fn code(self) -> &'static str {
        match self {
            Stage::Ec(state) => state.code(),
            Stage::Ecm(state) => state.code(),
        }
    }

    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            Stage::Ec(state) => state.says(),
            Stage::Ecm(state) => state.says(),
        }
    }

    /// What an edit does to a case that is here.
    pub fn editing(self) -> Editing {
        match self {
            Stage::Ec(state) => state.editing(),
            Stage::Ecm(state) => state.editing(),
        }
    }

    /// Whether what was approved stands, so that only an update changes it.
    pub const fn is_approved(self) -> bool {
        match self {
            Stage::Ec(state) => matches!(
                state,
                EcState::TcApproved
                    | EcState::Coded
                    | EcState::DofSent
                    | EcState::DofPublished
                    | EcState::RenecActive
                    | EcState::ReviewDue
                    | EcState::Superseded
                    | EcState::Historical
                    | EcState::BajaRequested
                    | EcState::BajaInReview
                    | EcState::BajaApproved
                    | EcState::Inactive
            ),
            Stage::Ecm(state) => matches!(
                state,
                EcmState::TcApproved
                    | EcmState::Coded
                    | EcmState::DofSent
                    | EcmState::DofPublished
                    | EcmState::AgreementSigned
                    | EcmState::RenecActive
            ),
        }
    }

    /// Whether a standard that is here has had its code assigned.
    pub const fn has_code(self) -> bool {
        let approved_only = matches!(
            self,
            Stage::Ec(EcState::TcApproved) | Stage::Ecm(EcmState::TcApproved)
        );
        self.is_approved() && !approved_only
    }

    /// Whether entering it freezes the text: a body validated, endorsed, received or published it.
    pub const fn freezes(self) -> bool {
        match self {
            Stage::Ec(state) => matches!(
                state,
                EcState::EcValidated
                    | EcState::Endorsement
                    | EcState::MethodReview
                    | EcState::CovacecReady
                    | EcState::TcSubmitted
                    | EcState::TcApproved
                    | EcState::Coded
                    | EcState::DofPublished
            ),
            Stage::Ecm(state) => matches!(
                state,
                EcmState::CriteriaReview
                    | EcmState::TcSubmitted
                    | EcmState::TcApproved
                    | EcmState::Coded
                    | EcmState::DofPublished
            ),
        }
    }

    /// The states that may follow, the main one first.
    pub fn next(self) -> Vec<Stage> {
        match self {
            Stage::Ec(state) => ways_on(state).map(|way| Stage::Ec(way.to)).collect(),
            Stage::Ecm(state) => ways_on(state).map(|way| Stage::Ecm(way.to)).collect(),
        }
    }
}

/// Asks the same of whichever case it is.
macro_rules! on_case {
    ($project:expr, $case:ident => $asked:expr) => {
        match $project {
            Project::Ec($case) => $asked,
            Project::Ecm($case) => $asked,
        }
    };
}

impl Project {
    /// A case with its first act, as it is read back.
    pub fn open(first: Step<Stage>) -> Result<Project, Refusal> {
        Ok(match first.to {
            Stage::Ec(to) => Project::Ec(Case::open(first.led_to(to))?),
            Stage::Ecm(to) => Project::Ecm(Case::open(first.led_to(to))?),
        })
    }

    /// Takes an act that was already allowed once: see [`Case::take`].
    pub fn take(&mut self, step: Step<Stage>) -> Result<(), Refusal> {
        match (self, step.to) {
            (Project::Ec(case), Stage::Ec(to)) => case.take(step.led_to(to)),
            (Project::Ecm(case), Stage::Ecm(to)) => case.take(step.led_to(to)),
            (project, to) => Err(project.off_the_road(to)),
        }
    }

    /// Does an act, if its road has it and all it asks for is there: see [`Case::perform`].
    pub fn perform(&mut self, doing: &Doing<Stage>, scene: &Scene<'_>) -> Result<(), Refusal> {
        match (self, doing.to) {
            (Project::Ec(case), Stage::Ec(to)) => case.perform(&doing.led_to(to), scene),
            (Project::Ecm(case), Stage::Ecm(to)) => case.perform(&doing.led_to(to), scene),
            (project, to) => Err(project.off_the_road(to)),
        }
    }

    /// Registers in the middle of its road what was only drafted: see [`Case::register`].
    pub fn register(&self, doing: &Doing<Stage>, scene: &Scene<'_>) -> Result<Project, Refusal> {
        match (self, doing.to) {
            (Project::Ec(case), Stage::Ec(to)) => {
                Case::register(Some(case), &doing.led_to(to), scene).map(Project::Ec)
            }
            (Project::Ecm(case), Stage::Ecm(to)) => {
                Case::register(Some(case), &doing.led_to(to), scene).map(Project::Ecm)
            }
            (project, to) => Err(project.off_the_road(to)),
        }
    }

    /// The states in which it may be registered as it was found; none once it is under way.
    pub fn may_be_found_in(&self) -> Vec<Stage> {
        fn of<S: State>(case: &Case<S>) -> Vec<S> {
            let ahead = S::all().iter().filter(|state| !S::STARTS.contains(state));
            match case.may_be_registered() {
                true => ahead.copied().collect(),
                false => Vec::new(),
            }
        }
        match self {
            Project::Ec(case) => of(case).into_iter().map(Stage::Ec).collect(),
            Project::Ecm(case) => of(case).into_iter().map(Stage::Ecm).collect(),
        }
    }

    /// Takes back the act that opened frozen documents: see [`Case::restore`].
    pub fn restore(&mut self) -> Result<(), Refusal> {
        on_case!(self, case => case.restore())
    }

    /// Whether an act would end an update and give back what was in force: see
    /// [`Case::would_give_back`].
    pub fn would_give_back(&self, to: Stage) -> bool {
        match (self, to) {
            (Project::Ec(case), Stage::Ec(to)) => case.would_give_back(to),
            (Project::Ecm(case), Stage::Ecm(to)) => case.would_give_back(to),
            _ => false, // A state of the other road.
        }
    }

    /// The case of what was in force when its update was begun; nothing where none was.
    pub fn before_update(&self) -> Option<Project> {
        let before = match self {
            Project::Ec(case) => case.before_refiling().map(Project::Ec),
            Project::Ecm(case) => case.before_refiling().map(Project::Ecm),
        };
        before.filter(|before| before.stage().is_approved())
    }

    /// The act that began the update that is under way, if one is: until it has a code of its own.
    pub fn updating_since(&self) -> Option<u64> {
        let anew = on_case!(self, case => case.refiled_at());
        (anew > 0 && !self.stage().has_code()).then_some(anew)
    }

    /// Which road it goes.
    pub const fn track(&self) -> Track {
        match self {
            Project::Ec(_) => Track::Ec,
            Project::Ecm(_) => Track::Ecm,
        }
    }

    /// Where it is.
    pub fn stage(&self) -> Stage {
        match self {
            Project::Ec(case) => Stage::Ec(case.state()),
            Project::Ecm(case) => Stage::Ecm(case.state()),
        }
    }

    /// The day whose rules it follows.
    pub fn filed_on(&self) -> NaiveDate {
        on_case!(self, case => case.filed_on())
    }

    /// The last act that led to a state, by its number and its day.
    pub fn entered(&self, stage: Stage) -> Option<Step<Stage>> {
        let mut steps = self.steps().into_iter().rev();
        steps.find(|step| step.to == stage)
    }

    /// Its acts, oldest first.
    pub fn steps(&self) -> Vec<Step<Stage>> {
        match self {
            Project::Ec(case) => {
                let steps = case.steps().iter();
                steps.map(|step| step.led_to(Stage::Ec(step.to))).collect()
            }
            Project::Ecm(case) => {
                let steps = case.steps().iter();
                steps.map(|step| step.led_to(Stage::Ecm(step.to))).collect()
            }
        }
    }

    /// Where it stands on a day, and what it waits for.
    pub fn waiting(&self, scene: &Scene<'_>) -> Waiting {
        on_case!(self, case => waiting::waiting(case, scene))
    }

    /// Its support file as a whole: see [`dossier::dossier`].
    pub fn dossier(&self, scene: &Scene<'_>) -> Vec<dossier::Part> {
        on_case!(self, case => dossier::dossier(case, scene))
    }

    /// The ids of what an act that may come next asks for; none if it may not.
    pub fn needs(&self, act: &str) -> &'static [&'static str] {
        fn of<S: State>(case: &Case<S>, act: &str) -> &'static [&'static str] {
            let mut ways = ways_on(case.state());
            let way: Option<&Way<S>> = ways.find(|way| way.to.code() == act);
            way.map_or(&[], |way| way.needs)
        }
        on_case!(self, case => of(case, act))
    }

    /// The ids of what a packet asks for; nothing if its form is not written yet.
    pub const fn packet_requirements(
        &self,
        destination: Destination,
    ) -> Option<&'static [&'static str]> {
        match self {
            Project::Ec(_) => ec_case::packet_requirements(destination),
            Project::Ecm(_) => ecm_case::packet_requirements(destination),
        }
    }

    /// What a packet asks for and is missing, the state of the case included; nothing if the
    /// packet's form is not written yet.
    pub fn packet_lacks(&self, destination: Destination, scene: &Scene<'_>) -> Option<Vec<Unmet>> {
        let needs = self.packet_requirements(destination)?;
        Some(match self {
            Project::Ec(case) => waiting::packet_lacks(case, needs, destination.states(), scene),
            Project::Ecm(case) => {
                let states = ecm_case::packet_states(destination);
                waiting::packet_lacks(case, needs, states, scene)
            }
        })
    }

    fn off_the_road(&self, to: Stage) -> Refusal {
        Refusal::OffTheRoad {
            state: self.stage().code(),
            act: to.code(),
        }
    }
}

mod granted;

pub use granted::Granted;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::road::fixtures::day;

    fn step(number: u64, to: Stage, on: &str) -> Step<Stage> {
        Step {
            number,
            to,
            on: day(on),
            found: false,
        }
    }

    /// A case that walked these states, one a day.
    fn walked(track: Track, states: &[&str]) -> Project {
        let mut steps = states.iter().zip(1..).map(|(word, number)| {
            let on = format!("2026-03-{number:02}");
            step(number, track.stage(word).expect(word), &on)
        });
        let mut project = Project::open(steps.next().unwrap()).unwrap();
        for step in steps {
            project.take(step).unwrap();
        }
        project
    }

    const TO_APPROVAL: &[&str] = &[
        "PROPOSED",
        "CRITERIA_REVIEW",
        "COVACEC_ON_AGENDA",
        "COVACEC_PERTINENT",
        "TC_SUBMITTED",
        "TC_APPROVED",
    ];

    #[test]
    fn a_state_is_known_by_its_word_and_by_its_name() {
        assert_eq!(
            Track::Ec.stage("GTE_READY"),
            Some(Stage::Ec(EcState::GteReady))
        );
        assert_eq!(
            Track::Ec.stage(" gte integrado"),
            Some(Stage::Ec(EcState::GteReady))
        );
        assert_eq!(Track::Ecm.stage("GTE_READY"), None);
        assert_eq!(
            Track::Ecm.stage("Revisión de criterios"),
            Some(Stage::Ecm(EcmState::CriteriaReview))
        );
        for track in Track::ALL {
            for stage in track.stages() {
                assert_eq!(track.stage(stage.code()), Some(stage));
                assert_eq!(track.stage(stage.says()), Some(stage), "{}", stage.says());
            }
            assert_eq!(Track::of_kind(track.kind().code()), Some(*track));
        }
    }

    #[test]
    fn an_act_of_the_other_road_is_off_the_road() {
        let mut project = walked(Track::Ecm, &["PROPOSED"]);
        let before = project.clone();

        let refused = project.take(step(2, Stage::Ec(EcState::GteReady), "2026-03-02"));

        let off = Refusal::OffTheRoad {
            state: "PROPOSED",
            act: "GTE_READY",
        };
        assert_eq!((refused, project), (Err(off), before));
    }

    #[test]
    fn what_the_road_gave_is_laid_over_the_text_and_the_text_stays() {
        let codes = |number| (number == 7).then(|| "ECM0999".to_owned());
        let mut project = walked(Track::Ecm, TO_APPROVAL);
        let text = CompetenceStandard::default();

        let approved = Granted::by(&project, codes, &text).over(&text);
        for (number, state) in [
            (7, EcmState::Coded),
            (8, EcmState::DofSent),
            (9, EcmState::DofPublished),
        ] {
            let on = format!("2026-03-{number:02}");
            project.take(step(number, Stage::Ecm(state), &on)).unwrap();
        }
        let published = Granted::by(&project, codes, &text).over(&text);

        assert_eq!(approved.general.approval_date, Some(day("2026-03-06")));
        assert_eq!(
            (approved.code.as_str(), approved.general.publication_date),
            ("", None)
        );
        assert_eq!(published.code, "ECM0999");
        assert_eq!(published.general.publication_date, Some(day("2026-03-09")));
        assert_eq!(published.title, text.title);
    }

    #[test]
    fn an_update_begins_without_what_the_version_before_was_given() {
        let found = Step {
            found: true,
            ..step(1, Stage::Ec(EcState::RenecActive), "2026-03-01")
        };
        let mut project = Project::open(found).unwrap();
        let read = CompetenceStandard {
            source_code: "EC0217".to_owned(),
            ..CompetenceStandard::default()
        };
        let granted = |project: &Project| Granted::by(project, |_| None, &read);
        assert_eq!(
            granted(&project).code,
            "EC0217",
            "it was found with its code"
        );

        project
            .take(step(2, Stage::Ec(EcState::InUpdate), "2026-03-02"))
            .unwrap();

        assert_eq!(granted(&project), Granted::default());
    }

    #[test]
    fn what_the_source_was_given_is_the_sources_unless_it_was_found_in_force() {
        let mut ids = crate::ids::Ids::fixed();
        let mut read = CompetenceStandard {
            source_code: "EC0217".to_owned(),
            elements: vec![crate::ec::Element::blank(ids.part())],
            ..CompetenceStandard::default()
        };
        "E0875".clone_into(&mut read.elements[0].code);
        read.general.approval_date = Some(day("2012-05-24"));
        read.general.publication_date = Some(day("2012-07-17"));
        let found = |state: EcState| {
            let step = step(1, Stage::Ec(state), "2026-03-01");
            Project::open(Step {
                found: true,
                ..step
            })
            .unwrap()
        };
        let shown = |project: &Project| {
            let granted = Granted::by(project, |_| None, &read);
            let shown = granted.over(&read);
            let general = &shown.general;
            (
                granted.calls(&read),
                shown.elements[0].code.clone(),
                general.approval_date,
                general.publication_date,
            )
        };
        let called = "EC sin código, a partir de EC0217".to_owned();

        for drafted in [walked(Track::Ec, &["PROPOSED"]), found(EcState::EcDraft)] {
            assert_eq!(shown(&drafted), (called.clone(), String::new(), None, None));
        }
        assert_eq!(
            shown(&found(EcState::RenecActive)),
            (
                "EC0217".to_owned(),
                "E0875".to_owned(),
                read.general.approval_date,
                read.general.publication_date
            )
        );
        assert_eq!(
            shown(&found(EcState::TcApproved)).0,
            called,
            "approved, and not coded yet"
        );
    }

    #[test]
    fn what_opened_frozen_documents_is_taken_back_whole() {
        let mut states = vec![
            "PROPOSED",
            "GTE_READY",
            "MF_DRAFT",
            "MF_VALIDATED",
            "EC_DRAFT",
        ];
        states.extend(["EC_VALIDATED", "IEC_DRAFT", "IEC_VALIDATED", "ENDORSEMENT"]);
        let mut project = walked(Track::Ec, &states);
        let before = project.clone();

        project
            .take(step(12, Stage::Ec(EcState::EcDraft), "2026-03-20"))
            .unwrap();
        assert_eq!(project.restore(), Ok(()));

        assert_eq!(project, before, "it stands where it stood, since that day");
        let nothing = Refusal::NothingOpened {
            state: "ENDORSEMENT",
        };
        assert_eq!(project.restore(), Err(nothing));
        assert_eq!(project, before);
    }
}
