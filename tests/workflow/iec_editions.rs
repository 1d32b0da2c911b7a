//! The editions of an instrument: frozen with its standard, and one of its own without change in it.

use desk::wire::{
    AskWas, CompareInstrument, EditInstrument, EvidencePath, IecRequest, InstrumentView,
    MoveInstrument, PerformAct,
};
use desk::{Code, Desk, Error, carry};

use crate::iec_papers::{derived, keyed};
use crate::office::{Office, an_act, by};
use crate::road::TO_COVACEC;
use crate::updating::{in_force, update};

fn moved(office: &mut Office, id: &str, act: &str, reason: &str) -> Result<InstrumentView, Error> {
    office.desk.move_instrument(MoveInstrument {
        id: id.to_owned(),
        act: act.to_owned(),
        reason: reason.to_owned(),
    })
}

/// Rewords the first item.
fn reword(office: &mut Office, id: &str, text: &str) -> Result<InstrumentView, Error> {
    let view = office.desk.instrument(by(id))?;
    let item = view.tools[0].items[0].clone();
    office.desk.edit_instrument(EditInstrument {
        id: id.to_owned(),
        edits: vec![IecRequest::Write {
            part: item.id,
            field: "text".to_owned(),
            before: item.text,
            after: text.to_owned(),
        }],
    })
}

fn state(office: &mut Office, id: &str) -> String {
    office.desk.instrument(by(id)).unwrap().standing.state
}

/// Walks the road up to an act, this one too.
fn until(office: &mut Office, id: &str, act: &str) {
    let at = TO_COVACEC.iter().position(|step| step.act == act).unwrap();
    let here = office.view(id).case.state;
    let from = TO_COVACEC.iter().position(|step| step.act == here);
    office.walk(id, &TO_COVACEC[from.map_or(0, |from| from + 1)..=at]);
}

#[test]
fn an_instrument_that_is_drafted_here_is_what_validates_it_and_a_file_does_not_stand_for_it() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    until(&mut office, &id, "IEC_DRAFT");
    derived(&mut office, &id);
    assert_eq!(state(&mut office, &id), "DRAFT");

    let file = office.paper("iec.pdf", "El IEC");
    let asked = PerformAct {
        evidence: vec![EvidencePath {
            requirement: "ROAD-IEC_VALIDATED-1".to_owned(),
            path: file,
        }],
        ..an_act(&id, "IEC_VALIDATED", &[])
    };
    let refused = office.perform(asked).unwrap_err().trouble();
    let lacks: Vec<_> = refused
        .unmet
        .iter()
        .map(|it| it.requirement.as_str())
        .collect();
    assert_eq!(lacks, ["ROAD-IEC_VALIDATED-1"]);
    assert!(
        refused.unmet[0].says.contains("error"),
        "{:?}",
        refused.unmet
    );

    keyed(&mut office, &id);
    assert_eq!(state(&mut office, &id), "COVERAGE_OK");
    office.act(&id, "IEC_VALIDATED", &[], &[]).unwrap();
    assert_eq!(state(&mut office, &id), "GTE_VALIDATED");
    reword(&mut office, &id, "La persona candidata prepara el área.").unwrap();
    assert_eq!(
        state(&mut office, &id),
        "COVERAGE_OK",
        "it says something else"
    );
}

#[test]
fn the_endorsement_freezes_it_and_drafting_opens_it_again() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    until(&mut office, &id, "IEC_DRAFT");
    keyed(&mut office, &id);

    until(&mut office, &id, "ENDORSEMENT");

    let view = office.desk.instrument(by(&id)).unwrap();
    let standing = &view.standing;
    assert!(standing.closed && standing.acts.is_empty(), "{standing:?}");
    assert_eq!(standing.state, "ENDORSED");
    assert_eq!((view.undo, standing.editions.len()), (None, 1));
    assert_eq!(standing.editions[0].digest, view.digest);
    let refused = reword(&mut office, &id, "Otra cosa.")
        .unwrap_err()
        .trouble();
    assert_eq!(refused.code, Code::InstrumentRefused);
    assert!(refused.says.contains("congelado"), "{}", refused.says);
    let alone = moved(&mut office, &id, "IEC_EDITION_BEGUN", "Se amplía").unwrap_err();
    assert!(alone.trouble().says.contains("todavía no se aprueba"));

    // An edit of the standard opens both; taken back, both are frozen again.
    let title = office.view(&id).document.title;
    office.write(&id, "title", &title, "Otro título");
    assert_eq!(state(&mut office, &id), "COVERAGE_OK");
    office.desk.undo(by(&id)).unwrap();
    let view = office.desk.instrument(by(&id)).unwrap();
    assert!(view.standing.closed, "{:?}", view.standing);
    assert_eq!(view.standing.editions.len(), 1, "it is the same edition");
    // What was changed of it meanwhile is not covered up.
    office.write(&id, "title", &title, "Otro título");
    reword(&mut office, &id, "La persona candidata prepara el área.").unwrap();
    office.desk.undo(by(&id)).unwrap();
    assert_eq!(office.view(&id).case.state, "EC_DRAFT");
    office.is_sound();
}

#[test]
fn an_instrument_gets_an_edition_of_its_own_and_its_standard_stays_where_it_is() {
    let mut office = Office::in_memory(1);
    let id = in_force(&mut office);
    keyed(&mut office, &id);
    let before = office.view(&id);
    let minutes = "Minuta 4 del GTE";

    // The first edition, of an instrument that was drafted for a published standard.
    let early = moved(&mut office, &id, "IEC_FROZEN", "").unwrap_err();
    assert!(early.trouble().says.contains("valídelo primero"));
    moved(&mut office, &id, "IEC_VALIDATED", minutes).unwrap();
    let first = moved(&mut office, &id, "IEC_FROZEN", "").unwrap();
    assert_eq!(first.standing.state, "IN_FORCE");

    let unsaid = moved(&mut office, &id, "IEC_EDITION_BEGUN", " ").unwrap_err();
    assert_eq!(unsaid.trouble().code, Code::ActRefused);
    office.hands.set("2026-08-03");
    let open = moved(
        &mut office,
        &id,
        "IEC_EDITION_BEGUN",
        "Un reactivo se leía mal.",
    )
    .unwrap();
    assert_eq!(open.standing.open.as_ref().map(|it| it.number), Some(2));
    reword(&mut office, &id, "La persona candidata prepara el área.").unwrap();
    moved(&mut office, &id, "IEC_VALIDATED", "Minuta 5 del GTE").unwrap();
    let second = moved(&mut office, &id, "IEC_FROZEN", "").unwrap();

    let editions = &second.standing.editions;
    let told: Vec<_> = editions
        .iter()
        .map(|it| (it.number, it.alone, it.reason.as_str(), it.minutes.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (2, true, "Un reactivo se leía mal.", "Minuta 5 del GTE"),
            (1, false, "", minutes)
        ]
    );
    assert_eq!(editions[1].digest, first.digest);
    let after = office.view(&id);
    assert_eq!(after.case, before.case, "the standard is where it was");
    assert_eq!(after.digest, before.digest);

    // Both are read, and compared.
    let was = office.desk.as_it_was(AskWas {
        id: id.clone(),
        document: "INSTRUMENT".to_owned(),
        at: "1".to_owned(),
    });
    let was = was.unwrap();
    assert!(
        was.lines
            .iter()
            .all(|line| !line.text.contains("prepara el área."))
    );
    let compared = office.desk.compare_instrument(CompareInstrument {
        id: id.clone(),
        a: editions[1].digest.clone(),
        b: "2".to_owned(),
    });
    let compared = compared.unwrap();
    assert_eq!(compared.changes.len(), 1, "{:?}", compared.changes);
    assert_eq!(compared.changes[0].kind, "REWORDED");
    assert_eq!(compared.reason, "Un reactivo se leía mal.");
    office.is_sound();
}

#[test]
fn an_edition_that_is_given_up_leaves_the_frozen_one() {
    let mut office = Office::in_memory(1);
    let id = in_force(&mut office);
    keyed(&mut office, &id);
    moved(&mut office, &id, "IEC_VALIDATED", "Minuta 4").unwrap();
    let first = moved(&mut office, &id, "IEC_FROZEN", "").unwrap();
    moved(&mut office, &id, "IEC_EDITION_BEGUN", "Se amplía.").unwrap();
    reword(&mut office, &id, "La persona candidata prepara el área.").unwrap();

    let dropped = moved(&mut office, &id, "IEC_RESTORED", "No hizo falta.").unwrap();

    assert_eq!(dropped.digest, first.digest);
    assert!(dropped.standing.closed && dropped.standing.open.is_none());
    assert_eq!(dropped.standing.editions.len(), 1);
    // An update of the standard opens it with it, and given up leaves it as it was.
    update(&mut office, &id);
    reword(&mut office, &id, "La persona candidata prepara el área.").unwrap();
    office
        .act(
            &id,
            "GTE_READY",
            &["ROAD-PROPOSED-1", "EC-PRO-4", "ROAD-GTE_READY-1"],
            &[],
        )
        .unwrap();
    let why = [("reason", "No hubo acuerdo.")];
    office.act(&id, "WITHDRAWN", &[], &why).unwrap();
    let view = office.desk.instrument(by(&id)).unwrap();
    assert_eq!(view.digest, first.digest);
    assert!(view.standing.closed, "{:?}", view.standing);
    office.is_sound();
}

#[test]
fn an_old_edition_is_printed_as_it_was() {
    let mut office = Office::in_memory(1);
    let id = in_force(&mut office);
    keyed(&mut office, &id);
    moved(&mut office, &id, "IEC_VALIDATED", "Minuta 4").unwrap();
    moved(&mut office, &id, "IEC_FROZEN", "").unwrap();
    moved(&mut office, &id, "IEC_EDITION_BEGUN", "Se amplía.").unwrap();
    reword(&mut office, &id, "La persona candidata prepara el área.").unwrap();
    let mut printed = |edition: &str, name: &str| {
        let path = office.place(name);
        let asked = desk::wire::ExportInstrument {
            id: id.clone(),
            copy: "SHOWN".to_owned(),
            format: "PDF".to_owned(),
            path: path.clone(),
            replace: false,
            edition: edition.to_owned(),
        };
        let begin = |desk: &mut Desk| desk.begin_iec_export(asked);
        let on = &mut |_| std::ops::ControlFlow::Continue(());
        let done = carry(&mut office.desk, on, begin, Desk::finish_iec_export);
        let words = |path: &str| {
            let read = std::process::Command::new("pdftotext")
                .args([path, "-"])
                .output();
            let text = String::from_utf8(read.unwrap().stdout).unwrap();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        done.map(|_| words(&path))
    };

    let old = printed("1", "uno.pdf").unwrap();
    let new = printed("", "hoy.pdf").unwrap();
    let none = printed("7", "siete.pdf").unwrap_err();

    assert!(!old.contains("prepara el área."), "{old}");
    assert!(new.contains("prepara el área."), "{new}");
    assert_eq!(none.trouble().code, Code::NotFound);
}

#[test]
fn an_error_that_is_a_false_alarm_is_set_aside_and_holds_nothing_up() {
    let mut office = Office::in_memory(1);
    let id = in_force(&mut office);
    let view = derived(&mut office, &id);
    let errors: Vec<_> = view
        .findings
        .iter()
        .filter(|it| it.severity == "error")
        .map(|it| it.key.clone())
        .collect();
    assert!(!errors.is_empty());
    let aside = |kind: &str, key: &str| desk::wire::SetAside {
        id: id.clone(),
        key: key.to_owned(),
        kind: kind.to_owned(),
        reason: "El GTE lo acordó.".to_owned(),
    };
    let justified = office
        .desk
        .set_iec_finding_aside(aside("JUSTIFIED", &errors[0]));
    assert_eq!(justified.unwrap_err().trouble().code, Code::ActRefused);
    for key in &errors {
        office
            .desk
            .set_iec_finding_aside(aside("FALSE_ALARM", key))
            .unwrap();
    }

    let view = office.desk.instrument(by(&id)).unwrap();
    assert_eq!(view.errors, 0);
    assert_eq!(view.standing.state, "COVERAGE_OK");
    moved(&mut office, &id, "IEC_VALIDATED", "Minuta 4").unwrap();
    let up = desk::wire::TakeUp {
        id: id.clone(),
        key: errors[0].clone(),
    };
    assert_eq!(office.desk.take_up_iec_finding(up).unwrap().errors, 1);
    office.is_sound();
}
