//! The first room says of each case what the case itself says.

use desk::wire::{CaseLine, EvidencePath, Nothing, PerformAct};
use domain::ec_case::EcState;

use crate::office::{Office, an_act, of_part};
use crate::road::TO_COVACEC;

/// The line of a case in the first room, whichever list it is in.
fn line_of(office: &mut Office, id: &str) -> Option<CaseLine> {
    let home = office.desk.home(Nothing {}).unwrap();
    let lists = [home.mine, home.late, home.waiting];
    lists.into_iter().flatten().find(|line| line.id == id)
}

/// What the case says that its next act lacks first, or that it may be done.
fn first_of(office: &mut Office, id: &str) -> String {
    let next = office.view(id).case.next.swap_remove(0);
    match next.unmet.first() {
        Some(unmet) => unmet.says.clone(),
        None => format!("Pasar a «{}»", next.name),
    }
}

#[test]
fn what_the_first_room_says_is_missing_is_what_the_case_says() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    for step in TO_COVACEC {
        let said = line_of(&mut office, &id).unwrap().says;
        let first = first_of(&mut office, &id);
        assert!(said.starts_with(&first), "{}: {said} / {first}", step.act);
        office.walk(&id, std::slice::from_ref(step));
    }
}

#[test]
fn an_error_of_the_text_is_told_in_the_first_room() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let reached = TO_COVACEC.iter().position(|step| step.act == "EC_DRAFT");
    let view = office.walk(&id, &TO_COVACEC[..=reached.unwrap()]);
    let done = view.document.elements[0].performances[0].clone();
    let part = done.id.unwrap();

    let wrong = of_part(&part, "text", &done.text, "Revisar la bicicleta:");
    office.edit(&id, wrong).unwrap();

    let said = line_of(&mut office, &id).unwrap().says;
    assert!(said.contains("error"), "{said}");
    assert!(said.starts_with(&first_of(&mut office, &id)), "{said}");
}

#[test]
fn a_case_that_somebody_holds_is_in_the_first_room_wherever_it_stands() {
    for state in EcState::ALL {
        let mut office = Office::in_memory(1);
        let id = office.sample();
        let act = PerformAct {
            evidence: vec![EvidencePath {
                requirement: "ROAD-REGISTERED_AS_FOUND-1".to_owned(),
                path: office.paper("constancia.pdf", state.code()),
            }],
            ..an_act(&id, "REGISTERED_AS_FOUND", &[("state", state.code())])
        };
        let Ok(view) = office.perform(act) else {
            continue; // Not found so: where every road begins.
        };
        let rests = ["RENEC_ACTIVE", "SUPERSEDED", "HISTORICAL", "INACTIVE"];
        let holds = !view.case.holder.is_empty() && !rests.contains(&state.code());

        let line = line_of(&mut office, &id);

        assert!(!holds || line.is_some(), "{} is nowhere", state.code());
    }
}
