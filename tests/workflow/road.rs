//! The road of a standard to COVACEC, step by step: what each act asks for.

use desk::wire::{
    AskStandards, EvidencePath, Nothing, PerformAct, SaveSupport, SolutionView, StandardView,
};
use domain::ec_case::EcState;

use crate::office::{Office, an_act, by};

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
fn an_edit_of_a_frozen_text_that_is_undone_leaves_the_case_where_it_stood() {
    let mut office = Office::in_memory(2);
    let id = office.a_ready_case();
    let before = office.view(&id);
    let title = before.document.title.clone();
    office.hands.set("2026-07-09");

    let edited = office.write(&id, "title", &title, "Reparación de bicicletas");
    let again = office.write(
        &id,
        "title",
        "Reparación de bicicletas",
        "Ajuste de bicicletas",
    );
    let half = office.desk.undo(by(&id)).unwrap();
    let undone = office.desk.undo(by(&id)).unwrap();

    for drafting in [&edited, &again, &half] {
        assert_eq!(drafting.case.state, "EC_DRAFT");
    }
    assert_eq!(undone.case.state, "COVACEC_READY");
    assert_eq!(
        (undone.digest, undone.frozen),
        (before.digest, before.frozen)
    );
    assert_eq!(undone.case.since, before.case.since, "its terms run on");
    assert_eq!(
        undone.case.next, before.case.next,
        "what proved it still proves it"
    );
    let last = undone.case.acts.last().unwrap();
    assert_eq!(
        (last.act.as_str(), last.name.as_str()),
        ("RESTORED", "Vuelve a donde estaba")
    );
    let row = office.desk.standards(AskStandards {
        query: String::new(),
        state: None,
    });
    assert_eq!(row.unwrap().rows[0].state, "COVACEC_READY");
    // Done again, it opens again; and its packet travels with all of it.
    assert_eq!(office.desk.redo(by(&id)).unwrap().case.state, "EC_DRAFT");
    assert_eq!(
        office.desk.undo(by(&id)).unwrap().case.state,
        "COVACEC_READY"
    );
    let packet = office.packet(&id, "paquete").unwrap();
    let mut other = Office::in_memory(3);
    assert_eq!(other.take_in(&packet.path).unwrap().outcome, "NEW");
    assert_eq!(other.view(&id).case.state, "COVACEC_READY");
    other.is_sound();
    office.is_sound();
}

#[test]
fn a_text_that_was_reopened_by_an_act_is_not_closed_by_undoing_an_edit() {
    let mut office = Office::in_memory(4);
    let id = office.a_ready_case();
    let title = office.view(&id).document.title.clone();

    office.act(&id, "EC_DRAFT", &[], &[]).unwrap();
    office.write(&id, "title", &title, "Reparación de bicicletas");
    let undone = office.desk.undo(by(&id)).unwrap();

    assert_eq!(undone.case.state, "EC_DRAFT");
}

#[test]
fn a_removal_that_is_refused_leaves_the_standard_in_force() {
    let mut office = Office::in_memory(5);
    let id = office.sample();
    let found = [("state", "RENEC_ACTIVE")];
    office
        .act(
            &id,
            "REGISTERED_AS_FOUND",
            &["ROAD-REGISTERED_AS_FOUND-1"],
            &found,
        )
        .unwrap();
    for (act, paper) in [
        ("BAJA_REQUESTED", "ROAD-BAJA_REQUESTED-1"),
        ("BAJA_IN_REVIEW", "ROAD-BAJA_IN_REVIEW-1"),
    ] {
        office.act(&id, act, &[paper], &[]).unwrap();
    }

    let refused = office.act(&id, "RENEC_ACTIVE", &[], &[]).unwrap_err();
    let reason = [("reason", "No se acreditó ninguna causa")];
    let kept = office.act(&id, "RENEC_ACTIVE", &[], &reason).unwrap();

    let asked = &refused.trouble().unmet[0];
    assert_eq!(asked.requirement, "ROAD-RENEC_ACTIVE-4");
    assert!(asked.basis.ends_with("(por confirmar)"), "{}", asked.basis);
    assert_eq!(kept.case.state, "RENEC_ACTIVE");
}

#[test]
fn a_case_can_be_shown_wherever_it_was_found() {
    for state in EcState::ALL {
        let mut office = Office::in_memory(1);
        let id = office.sample();
        let proof = office.paper("constancia.pdf", state.code());
        let act = PerformAct {
            evidence: vec![EvidencePath {
                requirement: "ROAD-REGISTERED_AS_FOUND-1".to_owned(),
                path: proof,
            }],
            ..an_act(&id, "REGISTERED_AS_FOUND", &[("state", state.code())])
        };

        let view = office.perform(act).unwrap();

        assert_eq!(view.case.state, state.code());
        let here = view.case.road.iter().filter(|step| step.status == "here");
        assert!(here.count() <= 1, "{}", state.code());
        office.desk.home(Nothing {}).unwrap();
        office.is_sound();
    }
}

#[test]
fn what_is_missing_is_counted_at_the_step_it_is_missing_for() {
    for (found, step) in [
        ("IEC_DRAFT", "Instrumento"),
        ("COVACEC_READY", "COVACEC"),
        ("PROPOSED", "Grupo técnico"),
    ] {
        let mut office = Office::in_memory(1);
        let id = office.sample();
        if found != "PROPOSED" {
            let paper = ["ROAD-REGISTERED_AS_FOUND-1"];
            let state = [("state", found)];
            office
                .act(&id, "REGISTERED_AS_FOUND", &paper, &state)
                .unwrap();
        }

        let case = office.view(&id).case;

        let lacks = case.next[0].unmet.len();
        assert!(lacks > 0, "{found} lacks nothing for its next act");
        let told: Vec<_> = case
            .road
            .iter()
            .filter(|one| one.datum.starts_with("falta"))
            .collect();
        assert_eq!(told.len(), 1, "{found}");
        assert_eq!(told[0].name, step, "{found}");
        assert!(
            told[0].datum.contains(&lacks.to_string()),
            "{}",
            told[0].datum
        );
    }
}
