//! Inicio with committees and sessions: one line for each case that somebody holds, and the calendar
//! that other programs read.

use std::fs;

use desk::wire::{
    AskCommittees, BeginSession, ExportReminders, ImportCommittees, Nothing, SaveLetters,
};
use desk::{Code, Desk};
use domain::cgc_case::CgcState;

use crate::office::{Office, carried};

/// A register with a committee in each state of the road.
fn everywhere(office: &mut Office) {
    let mut sheet = String::from("Comité,Sector,Fecha,Estado\n");
    for state in CgcState::ALL {
        sheet.push_str(&format!(
            "CGC en {},Social,2026-06-01,{}\n",
            state.code(),
            state.says()
        ));
    }
    let path = office.paper("estados.csv", &sheet);
    let asked = ImportCommittees {
        path,
        dry_run: false,
    };
    let begin = |desk: &mut Desk| desk.begin_committee_import(asked);
    let view = carried(&mut office.desk, begin, Desk::finish_committee_import).unwrap();
    assert_eq!(view.wrong, []);
}

#[test]
fn every_state_that_somebody_holds_has_one_line_that_says_what_who_until_when_and_why() {
    let mut office = Office::on_disk(43);
    everywhere(&mut office);
    let home = office.desk.home(Nothing {}).unwrap();
    assert!(!home.empty);
    let lines: Vec<_> = home
        .mine
        .iter()
        .chain(&home.late)
        .chain(&home.waiting)
        .collect();
    for state in CgcState::ALL {
        let name = format!("CGC en {}", state.code());
        let its: Vec<_> = lines.iter().filter(|line| line.title == name).collect();
        let held = !state.holder().is_empty() && *state != CgcState::Installed;
        assert_eq!(its.len(), usize::from(held), "{name}");
        for line in its {
            assert!(line.is_committee);
            for said in [
                &line.says,
                &line.holder,
                &line.since,
                &line.due,
                &line.basis,
            ] {
                assert!(!said.is_empty(), "{name}: {line:?}");
            }
        }
    }
    let all = office.desk.committees(AskCommittees {
        query: String::new(),
        state: String::new(),
        sector: "Social".to_owned(),
    });
    assert_eq!(
        all.unwrap().rows.len(),
        CgcState::ALL.len(),
        "the register has them all"
    );
}

#[test]
fn what_falls_due_and_the_sessions_to_come_are_a_calendar() {
    let mut office = Office::on_disk(44);
    everywhere(&mut office);
    office
        .desk
        .begin_session(BeginSession {
            kind: "ORDINARY".to_owned(),
            on: "2026-07-20".to_owned(),
            place: String::new(),
        })
        .unwrap();
    let home = office.desk.home(Nothing {}).unwrap();
    assert_eq!(home.sessions.len(), 1);
    let path = office.place("plazos.ics");
    let asked = |replace| ExportReminders {
        path: path.clone(),
        replace,
    };
    office.desk.export_reminders(asked(false)).unwrap();
    let said = fs::read_to_string(&path).unwrap();
    assert!(said.contains("DTSTART;VALUE=DATE:20260720"), "{said}");
    // Ten working days from 1 June are the 15th.
    assert!(said.contains("DTSTART;VALUE=DATE:20260615"), "{said}");
    let there = office.desk.export_reminders(asked(false)).unwrap_err();
    assert_eq!(there.code(), Code::FileExists);
    office.desk.export_reminders(asked(true)).unwrap();
}

#[test]
fn letters_of_the_office_take_the_place_of_the_shipped_ones_and_a_broken_one_is_refused() {
    let mut office = Office::on_disk(45);
    let shipped = office.desk.letters(Nothing {}).unwrap();
    assert!(shipped.shipped);
    let save = |desk: &mut Desk, text: &str| {
        desk.save_letters(SaveLetters {
            text: text.to_owned(),
        })
    };
    let broken = save(&mut office.desk, "[RETURNED] Oficio\nEstimado {nombre}:").unwrap_err();
    assert_eq!(broken.code(), Code::BadValue);
    assert!(broken.says().contains("Renglón 2"), "{}", broken.says());
    assert!(
        office.desk.letters(Nothing {}).unwrap().shipped,
        "nothing changed"
    );
    let own = "[RETURNED] Oficio propio\nComité {comité}: {observaciones}";
    assert!(!save(&mut office.desk, own).unwrap().shipped);
    assert!(save(&mut office.desk, "").unwrap().shipped);
    office.is_sound();
}
