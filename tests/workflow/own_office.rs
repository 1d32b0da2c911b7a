//! What is this office's own: its days, its letterhead, and the files it was given.

use desk::Code;
use desk::wire::{Nothing, SaveEvidence, SaveSettings};

use crate::office::{Office, attach};
use crate::road::TO_COVACEC;

/// What the office says of itself, with a list of days and so many lines of letterhead.
fn says(days: &str, lines: usize) -> SaveSettings {
    SaveSettings {
        person: "Elena Ríos".to_owned(),
        letterhead: (1..=lines).map(|n| format!("Renglón {n}")).collect(),
        appearance: "system".to_owned(),
        non_working_days: days.to_owned(),
    }
}

#[test]
fn a_closure_of_the_office_moves_what_is_due() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let reached = TO_COVACEC
        .iter()
        .position(|step| step.act == "METHOD_REVIEW");
    office.walk(&id, &TO_COVACEC[..=reached.unwrap()]);
    let due = |office: &mut Office| office.view(&id).case.next[0].due.clone().unwrap();
    let before = due(&mut office);
    let on = |due: &str| due.parse::<chrono::NaiveDate>().unwrap();

    let closed = on(&before) - chrono::Days::new(1);
    let list = format!("# Cierre acordado\n{closed} a {before} | Vacaciones generales\n");
    let kept = office.desk.save_settings(says(&list, 1)).unwrap();

    assert_eq!(kept.non_working_days, list.trim_end());
    assert!(on(&due(&mut office)) > on(&before), "it is due later");
    office.desk.save_settings(says("", 1)).unwrap();
    assert_eq!(due(&mut office), before, "an empty list closes no day");
    office.is_sound();
}

#[test]
fn a_list_of_days_that_does_not_read_is_told_by_its_line_and_nothing_is_kept() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    for (list, says_so) in [
        ("2027-03-25", "el renglón 1 no dice el motivo"),
        (
            "# Cierres\n31/02/2027 | Jueves Santo",
            "el renglón 2 dice «31/02/2027», que no es una fecha",
        ),
        (
            "2027-03-26 a 2027-03-25 | Pascua",
            "termina antes de empezar",
        ),
        ("2027-01-01 a 2029-01-01 | Siempre", "dura más de un año"),
    ] {
        let error = office.nothing_comes_of(&id, Code::BadValue, |office| {
            office.desk.save_settings(says(list, 1))
        });

        assert!(error.says().contains(says_so), "{}", error.says());
        let kept = office.desk.settings(Nothing {}).unwrap();
        assert_eq!(
            (kept.non_working_days, kept.letterhead),
            (String::new(), vec![])
        );
    }
}

#[test]
fn a_letterhead_too_long_for_the_page_is_refused_whole() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    office.desk.save_settings(says("", 4)).unwrap();

    office.nothing_comes_of(&id, Code::BadValue, |office| {
        office.desk.save_settings(says("", 5))
    });

    let kept = office.desk.settings(Nothing {}).unwrap();
    assert_eq!(kept.letterhead.len(), 4);
}

#[test]
fn a_file_that_was_attached_can_be_had_again_as_it_was() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let view = office.attach(&id, "ROAD-GTE_READY-1");
    let proof = view.case.next[0]
        .met
        .iter()
        .find_map(|met| met.file.clone());
    let request = |digest: &str, path: String| SaveEvidence {
        id: id.clone(),
        digest: digest.to_owned(),
        path,
        replace: false,
    };
    let (digest, place) = (proof.unwrap().digest, office.place("copia.txt"));

    let saved = office
        .desk
        .save_evidence(request(&digest, place.clone()))
        .unwrap();

    let copy = std::fs::read_to_string(&saved.path).unwrap();
    assert_eq!(copy, "Documento de ROAD-GTE_READY-1.");
    office.nothing_comes_of(&id, Code::FileExists, |office| {
        office.desk.save_evidence(request(&digest, place.clone()))
    });
    let other = office.place("otra.txt");
    office.nothing_comes_of(&id, Code::NotFound, |office| {
        let unknown = format!("sha256:{}", "0".repeat(64));
        office.desk.save_evidence(request(&unknown, other.clone()))
    });
    assert!(!std::path::Path::new(&other).exists());
}

#[test]
fn an_empty_file_proves_nothing() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let empty = office.paper("vacío.pdf", "");

    office.nothing_comes_of(&id, Code::EmptyFile, |office| {
        office.attach_paper(attach(&id, "ROAD-GTE_READY-1", &empty))
    });
}
