//! What is asked for out of its time, out of its order, or of what is not there.

use desk::Code;
use desk::wire::{
    EditRequest, EditStandard, MakePacket, NewStandard, PerformAct, SetAside, TakeUp,
};

use crate::office::{Office, add, an_act, attach, by, general, of_part};

#[test]
fn an_act_that_does_not_follow_is_refused() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    for act in ["COVACEC_READY", "PROPOSED", "RENEC_ACTIVE"] {
        office.nothing_comes_of(&id, Code::ActRefused, |office| {
            office.act(&id, act, &[], &[])
        });
    }
    for act in ["", "EDIT", "HEAD", "Aprobado", "GTE_READY "] {
        office.nothing_comes_of(&id, Code::ActRefused, |office| {
            office.act(&id, act, &[], &[])
        });
    }
}

#[test]
fn an_act_is_not_done_before_the_last_one_nor_after_today() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let papers = ["ROAD-PROPOSED-1", "ROAD-GTE_READY-1"];
    for requirement in papers {
        office.attach(&id, requirement);
    }
    let on = |day: &str| PerformAct {
        on: day.to_owned(),
        ..an_act(&id, "GTE_READY", &[])
    };

    for (day, code) in [
        ("2026-07-05", Code::ActRefused),
        ("2026-07-07", Code::BadDay),
        ("9999-12-31", Code::BadDay),
        ("2026-02-30", Code::BadDay),
        ("0001-01-01", Code::BadDay),
        ("1994-12-31", Code::BadDay),
        ("ayer", Code::BadDay),
        ("06/07/2026", Code::BadDay),
    ] {
        office.nothing_comes_of(&id, code, |office| office.perform(on(day)));
    }
    let future = attach(&id, "EC-SUP-2", &office.paper("a.txt", "a"));
    office.nothing_comes_of(&id, Code::BadDay, |office| {
        office.attach_paper(desk::wire::Attach {
            on: "2026-08-01".to_owned(),
            ..future
        })
    });
    office.hands.set("2026-07-10");
    let there = office.perform(on("2026-07-08")).unwrap();
    assert_eq!(there.case.since.as_deref(), Some("2026-07-08"));
    office.nothing_comes_of(&id, Code::ActRefused, |office| {
        let before = PerformAct {
            on: "2026-07-07".to_owned(),
            ..an_act(&id, "MF_DRAFT", &[])
        };
        office.perform(before)
    });
}

#[test]
fn with_the_clock_set_back_nothing_is_written_and_all_is_read() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let title = office.view(&id).document.title;
    office.hands.set("2026-07-01");

    office.nothing_comes_of(&id, Code::ClockBack, |office| {
        office.edit(&id, general("title", &title, "Otro"))
    });
    office.nothing_comes_of(&id, Code::ClockBack, |office| {
        let path = office.paper("a.txt", "a");
        office.attach_paper(attach(&id, "EC-SUP-1", &path))
    });
    let held = office.nothing_comes_of(&id, Code::ClockBack, |office| {
        office.edit(&id, general("title", &title, "Otro"))
    });
    // What holds it is named: the act and its day.
    let number = office.desk.acts(crate::office::by(&id)).unwrap().len();
    let says = held.says();
    assert!(says.contains(&format!("acto {number} («")), "{says}");
    assert!(says.contains("6 de julio de 2026"), "{says}");

    office.hands.set("2026-07-06");
    office.write(&id, "title", &title, "Otro");
    office.is_sound();
}

#[test]
fn a_case_dated_ahead_does_not_hold_the_others() {
    let mut office = Office::in_memory(1);
    let ahead = office.sample();
    let request = NewStandard {
        title: "Otro estándar".to_owned(),
    };
    let other = office.desk.new_standard(request).unwrap().id;
    let title = office.view(&ahead).document.title;
    office.hands.set("2099-01-05");
    office.write(&ahead, "title", &title, "Con fecha adelantada");
    office.hands.set("2026-07-07");

    office.write(&other, "title", "Otro estándar", "En su día");
    let request = NewStandard {
        title: "Uno que empieza".to_owned(),
    };
    let begun = office.desk.new_standard(request).unwrap().id;
    let view = office.write(&begun, "title", "Uno que empieza", "Uno que sigue");
    assert_eq!(view.case.since.as_deref(), Some("2026-07-07"));
    let text = office.view(&ahead).document.title;
    office.nothing_comes_of(&ahead, Code::ClockBack, |office| {
        office.edit(&ahead, general("title", &text, "Todavía no"))
    });

    office.is_sound();
}

#[test]
fn an_edit_made_from_an_old_text_is_refused() {
    let mut office = Office::on_disk(1);
    let id = office.sample();
    let view = office.view(&id);
    let performance = view.document.elements[0].performances[0].clone();
    let part = performance.id.unwrap();
    let mut other = office.another_window().unwrap();
    let edits = vec![of_part(
        &part,
        "text",
        &performance.text,
        "Revisa la bicicleta al llegar:",
    )];
    other
        .edit_standard(EditStandard {
            id: id.clone(),
            edits,
        })
        .unwrap();

    office.nothing_comes_of(&id, Code::Changed, |office| {
        office.edit(
            &id,
            of_part(&part, "text", &performance.text, "Revisa la bicicleta:"),
        )
    });

    let now = office.view(&id).document.elements[0].performances[0]
        .text
        .clone();
    assert_eq!(now, "Revisa la bicicleta al llegar:");
}

#[test]
fn changes_asked_for_together_are_all_made_or_none() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let title = office.view(&id).document.title;

    office.nothing_comes_of(&id, Code::Changed, |office| {
        let edits = vec![
            general("title", &title, "Uno"),
            add(None, "references", 0, "Dos", ""),
            general("purpose", "lo que no dice", "Tres"),
        ];
        office.desk.edit_standard(EditStandard {
            id: id.clone(),
            edits,
        })
    });
}

#[test]
fn there_is_nothing_to_undo_or_redo_in_a_new_case() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    office.nothing_comes_of(&id, Code::NothingToUndo, |office| office.desk.undo(by(&id)));
    office.nothing_comes_of(&id, Code::NothingToUndo, |office| office.desk.redo(by(&id)));
    let title = office.view(&id).document.title;
    office.write(&id, "title", &title, "Otro");
    office.desk.undo(by(&id)).unwrap();

    office.nothing_comes_of(&id, Code::NothingToUndo, |office| office.desk.undo(by(&id)));
}

#[test]
fn what_is_not_there_is_not_found() {
    const NO_ID: &str = "018f0000-0000-7000-8000-000000000000";
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let part = office.view(&id).document.elements[0].performances[0]
        .id
        .clone()
        .unwrap();
    for name in ["EC9999", "", NO_ID, "'; DROP TABLE act; --", "ECXXXX"] {
        office.nothing_comes_of(&id, Code::NotFound, |office| office.desk.standard(by(name)));
        office.nothing_comes_of(&id, Code::NotFound, |office| office.desk.case(by(name)));
        office.nothing_comes_of(&id, Code::NotFound, |office| {
            office.act(name, "GTE_READY", &[], &[])
        });
        office.nothing_comes_of(&id, Code::NotFound, |office| office.desk.undo(by(name)));
    }
    let remove = |list: &str, part: &str| EditRequest::Remove {
        owner: None,
        list: list.to_owned(),
        part: part.to_owned(),
    };
    for edit in [
        of_part(NO_ID, "text", "", "algo"),
        of_part("no es un id", "text", "", "algo"),
        of_part(&part, "term", "", "algo"),
        general("color", "", "verde"),
        general("text", "", "algo"),
        add(Some(&part), "elements", 0, "algo", ""),
        add(None, "performances", 0, "algo", ""),
        add(None, "colores", 0, "algo", ""),
        remove("references", &part),
        remove("elements", NO_ID),
        EditRequest::AddColon { part: part.clone() },
        EditRequest::Sort {
            owner: Some(NO_ID.to_owned()),
            list: "glossary".to_owned(),
        },
        EditRequest::Renumber {
            owner: None,
            list: "glossary".to_owned(),
        },
    ] {
        office.nothing_comes_of(&id, Code::NotFound, |office| office.edit(&id, edit));
    }
    let path = office.paper("a.txt", "a");
    for requirement in ["EC-SUP-99", "", "EC-SUP-4", "ROAD-EC_VALIDATED-1"] {
        office.nothing_comes_of(&id, Code::NotFound, |office| {
            office.attach_paper(attach(&id, requirement, &path))
        });
    }
    office.nothing_comes_of(&id, Code::NotFound, |office| {
        office.desk.take_up(TakeUp {
            id: id.clone(),
            key: "nada".to_owned(),
        })
    });
    let dir = office.drawer("paquetes");
    office.nothing_comes_of(&id, Code::NotFound, |office| {
        let destination = "luna".to_owned();
        office.make_packet(MakePacket {
            id: id.clone(),
            destination,
            dir,
        })
    });
}

#[test]
fn a_value_that_is_none_of_its_field_is_refused() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let level = office.view(&id).document.snc_level.unwrap().to_string();
    for edit in [
        EditRequest::Level { number: Some(9) },
        EditRequest::Level { number: Some(0) },
        general("sncLevel", &level, "muy alto"),
        general("approvalDate", "", "ayer"),
        general("publicationDate", "", "2026-02-30"),
    ] {
        office.nothing_comes_of(&id, Code::BadValue, |office| office.edit(&id, edit));
    }
    let mut support = crate::road::support(&id);
    support.support.certifiable_population = Some(0);
    office.nothing_comes_of(&id, Code::BadValue, |office| {
        office.desk.save_support(support)
    });
}

#[test]
fn an_error_is_not_justified_and_nothing_is_set_aside_without_a_reason() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let part = office.view(&id).document.elements[0].performances[0].clone();
    let part_id = part.id.unwrap();
    let view = office
        .edit(
            &id,
            of_part(&part_id, "text", &part.text, "Revisar la bicicleta:"),
        )
        .unwrap();
    let error = view
        .findings
        .iter()
        .find(|finding| finding.severity == "error")
        .unwrap();
    let aside = |kind: &str, reason: &str| SetAside {
        id: id.clone(),
        key: error.key.clone(),
        kind: kind.to_owned(),
        reason: reason.to_owned(),
    };

    office.nothing_comes_of(&id, Code::ReasonMissing, |office| {
        office.desk.set_aside(aside("FALSE_ALARM", " \u{200B}"))
    });
    office.nothing_comes_of(&id, Code::ActRefused, |office| {
        office
            .desk
            .set_aside(aside("JUSTIFIED", "Así se dice aquí."))
    });
    office.nothing_comes_of(&id, Code::ActRefused, |office| {
        office
            .desk
            .set_aside(aside("PERDONADO", "Así se dice aquí."))
    });
    let errors = office.view(&id).counts.errors;
    let view = office
        .desk
        .set_aside(aside("FALSE_ALARM", "Es el nombre del trámite."))
        .unwrap();
    assert_eq!((view.counts.errors, view.counts.set_aside), (errors - 1, 1));
    let said = view
        .findings
        .iter()
        .find_map(|finding| finding.set_aside.clone())
        .unwrap();
    assert_eq!(
        (said.by.as_str(), said.reason.as_str()),
        (crate::office::PERSON, "Es el nombre del trámite.")
    );
    let up = TakeUp {
        id: id.clone(),
        key: error.key.clone(),
    };
    assert_eq!(office.desk.take_up(up).unwrap().counts.errors, errors);
    office.is_sound();
}

#[test]
fn an_act_is_done_to_the_case_that_the_person_saw() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    for requirement in ["ROAD-PROPOSED-1", "ROAD-GTE_READY-1"] {
        office.attach(&id, requirement);
    }
    let seen = |from: &str, act: &str| PerformAct {
        from: from.to_owned(),
        ..an_act(&id, act, &[])
    };

    office.nothing_comes_of(&id, Code::CaseChanged, |office| {
        office.perform(seen("GTE_READY", "GTE_READY"))
    });
    let there = office.perform(seen("PROPOSED", "GTE_READY")).unwrap();
    assert_eq!(there.case.state, "GTE_READY");
    office.nothing_comes_of(&id, Code::CaseChanged, |office| {
        office.perform(seen("PROPOSED", "MF_DRAFT"))
    });
}

#[test]
fn what_was_approved_is_not_edited() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let found = office.paper("constancia.pdf", "Constancia de inscripción.");
    let asked = PerformAct {
        on: "2024-03-04".to_owned(),
        evidence: vec![desk::wire::EvidencePath {
            requirement: "ROAD-REGISTERED_AS_FOUND-1".to_owned(),
            path: found,
        }],
        ..an_act(&id, "REGISTERED_AS_FOUND", &[("state", "RENEC_ACTIVE")])
    };
    let there = office.perform(asked).unwrap();
    assert_eq!(
        (there.case.state.as_str(), there.case.since.as_deref()),
        ("RENEC_ACTIVE", Some("2024-03-04"))
    );
    let title = there.document.title;

    office.nothing_comes_of(&id, Code::ActRefused, |office| {
        office.edit(&id, general("title", &title, "Otro título"))
    });
    // The periods are printed in the standard: none of what is typed with them is kept.
    let mut support = crate::road::support(&id);
    support.support.review_period = "4 años".to_owned();
    office.nothing_comes_of(&id, Code::ActRefused, |office| {
        office.desk.save_support(support)
    });
}

#[test]
fn two_standards_with_one_code_are_told_apart_by_their_ids() {
    let mut office = Office::in_memory(1);
    let one = office.sample();
    let two = office
        .desk
        .new_standard(NewStandard {
            title: "Otro".to_owned(),
        })
        .unwrap()
        .id;
    office.write(&one, "code", "", "EC1999");
    office.write(&two, "code", "", "EC1999");

    office.nothing_comes_of(&one, Code::Ambiguous, |office| {
        office.desk.standard(by("EC1999"))
    });
    office.nothing_comes_of(&two, Code::Ambiguous, |office| {
        office.edit("EC1999", general("title", "Otro", "Cuál"))
    });
    assert_eq!(office.view(&two).document.title, "Otro");
}
