//! The road of a standard to COVACEC, step by step: what each act asks for.

use desk::wire::{EvidencePath, Nothing, PerformAct, SaveSupport, SolutionView, StandardView};
use domain::ec_case::EcState;

use crate::office::{Office, an_act};

/// An act of the road, and all that it asks for where nothing is met yet.
pub(crate) struct Step {
    pub(crate) act: &'static str,
    /// What a paper meets.
    pub(crate) papers: &'static [&'static str],
    /// What is typed in the support file or in the standard.
    pub(crate) typed: &'static [&'static str],
    /// What is said with the act: the requirement, the word and what it says.
    pub(crate) said: Option<(&'static str, &'static str, &'static str)>,
}

const fn step(act: &'static str, papers: &'static [&'static str]) -> Step {
    Step {
        act,
        papers,
        typed: &[],
        said: None,
    }
}

/// From the proposal to the packet, by the shortest way.
pub(crate) const TO_COVACEC: &[Step] = &[
    step("GTE_READY", &["ROAD-PROPOSED-1", "ROAD-GTE_READY-1"]),
    step("MF_DRAFT", &[]),
    step(
        "MF_VALIDATED",
        &["ROAD-MF_VALIDATED-1", "ROAD-MF_VALIDATED-2"],
    ),
    step("EC_DRAFT", &[]),
    step("EC_VALIDATED", &["ROAD-EC_VALIDATED-2"]),
    step("IEC_DRAFT", &[]),
    step("IEC_VALIDATED", &["ROAD-IEC_VALIDATED-1"]),
    Step {
        said: Some((
            "ROAD-ENDORSEMENT-2",
            "reason",
            "La función ya se evaluó en 2024.",
        )),
        ..step("ENDORSEMENT", &[])
    },
    Step {
        typed: &["EC-SUP-3", "EC-SUP-4", "EC-SUP-5", "EC-MIN-4"],
        ..step(
            "SUPPORT_FILE",
            &["EC-SUP-1", "EC-SUP-2", "EC-SUP-8", "EC-MIN-1b", "EC-MIN-1c"],
        )
    },
    step("METHOD_REVIEW", &[]),
    step(
        "COVACEC_READY",
        &["EC-SUP-6", "EC-PRO-1", "EC-PRO-2", "EC-PRO-3"],
    ),
];

/// The same, from the drafting that an edit to frozen documents leads to: what was used, or spoke of
/// another text, is asked for again.
pub(crate) const BACK_TO_COVACEC: &[Step] = &[
    step("EC_VALIDATED", &["ROAD-EC_VALIDATED-2"]),
    step("IEC_DRAFT", &[]),
    step("IEC_VALIDATED", &["ROAD-IEC_VALIDATED-1"]),
    Step {
        said: Some((
            "ROAD-ENDORSEMENT-2",
            "reason",
            "El cambio no toca lo que se evalúa.",
        )),
        ..step("ENDORSEMENT", &[])
    },
    step("SUPPORT_FILE", &["EC-SUP-1"]),
    step("METHOD_REVIEW", &[]),
    step("COVACEC_READY", &["EC-SUP-6"]),
];

/// The typed part of a whole support file.
pub(crate) fn support(id: &str) -> SaveSupport {
    SaveSupport {
        id: id.to_owned(),
        support: desk::wire::SupportView {
            certifiable_population: Some(12_500),
            population_source: "Censo de talleres 2025".to_owned(),
            certification_solutions: vec![SolutionView {
                name: "Escuela de Mecánica del Valle".to_owned(),
                kind: "ECE".to_owned(),
                accredited: false,
            }],
            consequence_mechanism: "Bono anual a quien se certifique.".to_owned(),
            review_period: "3 años".to_owned(),
            certificate_validity: "5 años".to_owned(),
        },
    }
}

impl Office {
    /// Takes steps with all they ask for.
    pub(crate) fn walk(&mut self, id: &str, steps: &[Step]) -> StandardView {
        for step in steps {
            if !step.typed.is_empty() {
                self.desk.save_support(support(id)).unwrap();
            }
            let words: Vec<(&str, &str)> = step.said.iter().map(|said| (said.1, said.2)).collect();
            self.act(id, step.act, step.papers, &words)
                .unwrap_or_else(|error| panic!("{}: {error:?}", step.act));
        }
        self.view(id)
    }

    /// The sample case, ready for COVACEC.
    pub(crate) fn a_ready_case(&mut self) -> String {
        let id = self.sample();
        let there = self.walk(&id, TO_COVACEC);
        assert_eq!(there.case.state, "COVACEC_READY");
        id
    }
}

#[test]
fn a_case_can_be_shown_wherever_it_was_found() {
    let mut office = Office::in_memory(1);
    for state in EcState::ALL {
        let id = office.sample();
        let proof = office.paper("constancia.pdf", state.code());
        let act = PerformAct {
            evidence: vec![EvidencePath {
                requirement: "ROAD-REGISTERED_AS_FOUND-1".to_owned(),
                path: proof,
            }],
            ..an_act(&id, "REGISTERED_AS_FOUND", &[("state", state.code())])
        };

        let view = office.desk.perform_act(act).unwrap();

        assert_eq!(view.case.state, state.code());
        let here = view.case.road.iter().filter(|step| step.status == "here");
        assert!(here.count() <= 1, "{}", state.code());
    }
    office.desk.home(Nothing {}).unwrap();
    office.is_sound();
}
