//! What a session validated proves its case while the text is that, and each of its papers has its own
//! name there.

use desk::wire::{EditInstrument, EvidenceView, IecRequest, MoveMap};

use crate::groups::{begun, carried, ending, excused, grouped, open, reword, tagged_to};
use crate::iec_papers::{derived, keyed};
use crate::office::{Office, by};
use crate::road::TO_COVACEC;

/// The sample, where an act is next, and the map and the group it is drawn by.
fn waiting_for(office: &mut Office, act: &str) -> (String, String) {
    let id = office.sample();
    let map = office
        .desk
        .load_sample_map(desk::wire::Nothing {})
        .unwrap()
        .id;
    tagged_to(office, &map, &id);
    grouped(office, &map);
    let at = TO_COVACEC.iter().position(|step| step.act == act).unwrap();
    office.walk(&id, &TO_COVACEC[..at]);
    excused(office, &id);
    open(office, &map, &["Ana Ruiz"]);
    (map, id)
}

fn refused(office: &mut Office, id: &str, act: &str) -> Vec<String> {
    let trouble = office.act(id, act, &[], &[]).unwrap_err().trouble();
    trouble.unmet.into_iter().map(|one| one.says).collect()
}

#[test]
fn a_standard_that_was_edited_after_its_session_is_not_the_one_its_minute_validated() {
    let mut office = Office::in_memory(81);
    let (map, id) = waiting_for(&mut office, "EC_VALIDATED");
    carried(
        &mut office,
        ending(&map, &["STANDARD_VALIDATED"], &[&id], &[]),
    )
    .unwrap();
    let title = office.view(&id).document.title;
    office.write(&id, "title", &title, "Otro título inventado");

    let says = refused(&mut office, &id, "EC_VALIDATED");

    assert!(
        says[0].starts_with("La minuta se refiere a otro texto"),
        "{says:?}"
    );
    // As it was, it is what the minute says.
    office.write(&id, "title", "Otro título inventado", &title);
    office.act(&id, "EC_VALIDATED", &[], &[]).unwrap();
    office.is_sound();
}

#[test]
fn a_paper_that_a_person_attaches_is_theirs_to_answer_for() {
    let mut office = Office::in_memory(82);
    let (map, id) = waiting_for(&mut office, "EC_VALIDATED");
    carried(
        &mut office,
        ending(&map, &["STANDARD_VALIDATED"], &[&id], &[]),
    )
    .unwrap();
    let title = office.view(&id).document.title;
    office.write(&id, "title", &title, "Otro título inventado");
    office.attach(&id, "ROAD-EC_VALIDATED-2");

    office.act(&id, "EC_VALIDATED", &[], &[]).unwrap();
}

#[test]
fn an_instrument_and_a_map_that_changed_since_are_not_those_that_were_validated() {
    let mut office = Office::in_memory(83);
    let (map, id) = waiting_for(&mut office, "IEC_VALIDATED");
    derived(&mut office, &id);
    keyed(&mut office, &id);
    carried(
        &mut office,
        ending(&map, &["INSTRUMENT_VALIDATED"], &[], &[&id]),
    )
    .unwrap();

    let parts = office.desk.dossier(by(&id)).unwrap().parts;
    let mut asks = parts.iter().flat_map(|part| &part.asks);
    let asked = asks
        .find(|one| one.requirement == "ROAD-IEC_VALIDATED-1")
        .unwrap();
    let name = |file: &EvidenceView| file.name.split(" «").next().unwrap().to_owned();
    let mut names: Vec<String> = asked.files.iter().map(name).collect();
    names.sort();
    let made = [
        "IEC",
        "Matriz de cobertura",
        "Minuta de la sesión 1 del grupo",
    ];
    assert!(
        made.iter().all(|one| names.iter().any(|name| name == one)),
        "{names:?}"
    );

    let item = office.desk.instrument(by(&id)).unwrap().tools[0].items[0].clone();
    let edits = vec![IecRequest::Write {
        part: item.id,
        field: "text".to_owned(),
        before: item.text.clone(),
        after: format!("{} Otra vez.", item.text),
    }];
    let edit = EditInstrument {
        id: id.clone(),
        edits,
    };
    office.desk.edit_instrument(edit).unwrap();
    let says = refused(&mut office, &id, "IEC_VALIDATED");
    assert!(
        says[0].starts_with("La minuta se refiere a otro texto"),
        "{says:?}"
    );
}

#[test]
fn a_map_that_is_a_draft_again_is_not_the_one_that_was_frozen() {
    let mut office = Office::in_memory(84);
    let (map, id) = begun(&mut office);
    office.walk(&id, &TO_COVACEC[..2]);
    open(&mut office, &map, &["Ana Ruiz"]);
    crate::groups::attest_all(&mut office, &map);
    carried(&mut office, ending(&map, &["MAP_FROZEN"], &[], &[])).unwrap();
    let reopen = MoveMap {
        id: map.clone(),
        act: "MAP_REOPENED".to_owned(),
        reason: "Falta una función".to_owned(),
    };
    office.desk.move_map(reopen).unwrap();
    reword(
        &mut office,
        &map,
        "1.1",
        "Revisar la bicicleta inventada según el manual",
    )
    .unwrap();

    let says = refused(&mut office, &id, "MF_VALIDATED");

    assert_eq!(says.len(), 2, "{says:?}");
    assert!(
        says[0].starts_with("La minuta se refiere a otro texto"),
        "{says:?}"
    );
}
