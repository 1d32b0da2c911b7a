//! Drafting as fast as a group speaks: lists that end themselves, lines that are pasted, criteria
//! that go to another element.

use desk::Code;
use desk::wire::{EditRequest, IecRequest, StandardView};
use packets::document::EcCriterion;

use crate::instruments::{derive, edit};
use crate::office::{Office, add, by, of_part, told};

fn first(view: &StandardView) -> &EcCriterion {
    &view.document.elements[0].performances[0]
}

fn id(part: &Option<String>) -> String {
    part.clone().unwrap()
}

/// A criterion with nothing in it, the last performance of the first element.
fn begun(office: &mut Office, ec: &str) -> (StandardView, String) {
    let view = office.view(ec);
    let element = id(&view.document.elements[0].id);
    let at = view.document.elements[0].performances.len();
    let at = u32::try_from(at).unwrap();
    let add = add(Some(&element), "performances", at, "Revisa la llanta:", "");
    let view = office.edit(ec, add).unwrap();
    let made = view.document.elements[0].performances.last().unwrap();
    let made = id(&made.id);
    (view, made)
}

fn lines(view: &StandardView, criterion: &str) -> Vec<String> {
    let mut criteria = view.document.elements.iter().flat_map(|e| &e.performances);
    let found = criteria.find(|one| one.id.as_deref() == Some(criterion));
    found.unwrap().characteristics.clone()
}

#[test]
fn nobody_types_the_punctuation_of_a_list() {
    let mut office = Office::in_memory(1);
    let ec = office.sample();
    let (_, criterion) = begun(&mut office, &ec);

    for (at, text) in (0..).zip(["Midiendo la presión", "Anotando la medida", "Inflando"]) {
        let line = add(Some(&criterion), "characteristics", at, text, "");
        office.edit(&ec, line).unwrap();
    }
    let view = office.view(&ec);
    assert_eq!(
        lines(&view, &criterion),
        ["Midiendo la presión,", "Anotando la medida, e", "Inflando."]
    );
    assert_eq!(
        view.findings
            .iter()
            .filter(|one| one.rule == "EC-R-34")
            .count(),
        0
    );

    // Taking the last one back takes back what it made of the others.
    let view = office.desk.undo(by(&ec)).unwrap();
    assert_eq!(
        lines(&view, &criterion),
        ["Midiendo la presión, y", "Anotando la medida."]
    );
}

fn paste(part: &str, owner: &str, list: &str, text: &str) -> EditRequest {
    EditRequest::Paste {
        owner: Some(owner.to_owned()),
        list: list.to_owned(),
        part: part.to_owned(),
        around: [String::new(), String::new()],
        text: text.to_owned(),
    }
}

#[test]
fn pasted_lines_are_characteristics_with_their_punctuation_and_one_undo() {
    let mut office = Office::in_memory(1);
    let ec = office.sample();
    let (before, criterion) = begun(&mut office, &ec);
    let element = id(&before.document.elements[0].id);
    let text =
        "Revisa la llanta:\n•\tMidiendo la presión;\n\to\tAnotando la medida\n•\tInflando.\n";

    let asked = paste(&criterion, &element, "performances", text);
    let view = office.edit(&ec, asked).unwrap();

    assert_eq!(
        lines(&view, &criterion),
        ["Midiendo la presión,", "Anotando la medida, e", "Inflando."]
    );
    assert_eq!(office.desk.undo(by(&ec)).unwrap().digest, before.digest);
}

#[test]
fn a_table_that_is_pasted_fills_two_columns() {
    let mut office = Office::in_memory(1);
    let ec = office.sample();
    let view = office.view(&ec);
    let element = &view.document.elements[0];
    let (owner, known) = (id(&element.id), element.knowledge.len());
    let last = id(&element.knowledge.last().unwrap().id);

    let rows = "Tipos de freno\tComprensión\nTipos de aro\tAplicación";
    let view = office
        .edit(&ec, paste(&last, &owner, "knowledge", rows))
        .unwrap();

    let knowledge = &view.document.elements[0].knowledge;
    assert_eq!(knowledge.len(), known + 1);
    let said: Vec<(&str, &str)> = knowledge[known - 1..]
        .iter()
        .map(|one| (one.text.as_str(), one.printed_level.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("Tipos de freno", "Comprensión"),
            ("Tipos de aro", "Aplicación")
        ]
    );
}

#[test]
fn too_much_at_once_is_refused_and_nothing_is_written() {
    let mut office = Office::in_memory(1);
    let ec = office.sample();
    let (before, criterion) = begun(&mut office, &ec);
    let element = id(&before.document.elements[0].id);

    let many = "- Midiendo\n".repeat(401);
    let long = "a".repeat(10 << 20);
    for (text, code) in [(many, Code::TooManyLines), (long, Code::TextTooLong)] {
        let asked = paste(&criterion, &element, "performances", &text);
        let error = office.edit(&ec, asked).unwrap_err();
        told(&error, code);
    }
    assert_eq!(office.view(&ec).digest, before.digest);
}

#[test]
fn a_criterion_goes_to_another_element_with_its_id_and_its_items() {
    let mut office = Office::in_memory(1);
    let ec = office.sample();
    derive(&mut office, &ec, "E1-D1.1");
    let view = office.view(&ec);
    let (moved, from) = (first(&view).clone(), id(&view.document.elements[0].id));
    let to = &view.document.elements[1];
    let transfer = EditRequest::Transfer {
        owner: Some(from),
        list: "performances".to_owned(),
        part: id(&moved.id),
        to: id(&to.id),
        at: 99,
    };

    let after = office.edit(&ec, transfer).unwrap();

    let landed = after.document.elements[1].performances.last().unwrap();
    assert_eq!(
        (&landed.id, &landed.characteristics),
        (&moved.id, &moved.characteristics)
    );
    assert_eq!(landed.characteristic_ids, moved.characteristic_ids);
    assert_eq!(landed.number as usize, to.performances.len() + 1);
    let instrument = office.desk.instrument(by(&ec)).unwrap();
    assert_eq!(instrument.stale, 0, "its words are the same");
    let item = &instrument.tools[0].items[0];
    assert_eq!(item.label, format!("E2-D{}.1", landed.number));
    assert_eq!(item.leaf, moved.characteristic_ids.unwrap()[0]);

    assert_eq!(office.desk.undo(by(&ec)).unwrap().digest, view.digest);
    office.is_sound();
}

#[test]
fn rewording_leaves_exactly_its_own_items_to_look_at_again() {
    let mut office = Office::in_memory(1);
    let ec = office.sample();
    edit(&mut office, &ec, IecRequest::Derive { leaves: vec![] });
    let view = office.view(&ec);
    let criterion = first(&view);
    let ids = criterion.characteristic_ids.as_ref().unwrap();
    let stale = |office: &mut Office| -> Vec<String> {
        let view = office.desk.instrument(by(&ec)).unwrap();
        let items = view.tools.into_iter().flat_map(|tool| tool.items);
        let stale = items.filter(|item| item.stands != "FRESH");
        stale.map(|item| item.leaf).collect()
    };
    assert_eq!(stale(&mut office), [""; 0]);

    let text = &criterion.characteristics[1];
    let words = of_part(
        &ids[1],
        "text",
        text,
        "Recorriendo los puntos de otra lista",
    );
    office.edit(&ec, words).unwrap();
    assert_eq!(stale(&mut office), [ids[1].clone()]);
    office.desk.undo(by(&ec)).unwrap();

    // Another order says the same of each: only the ends of the lines are others.
    let order = EditRequest::Move {
        owner: criterion.id.clone(),
        list: "characteristics".to_owned(),
        part: ids[0].clone(),
        to: 2,
    };
    office.edit(&ec, order).unwrap();
    assert_eq!(stale(&mut office), [""; 0]);
    office.desk.undo(by(&ec)).unwrap();

    let remove = EditRequest::Remove {
        owner: criterion.id.clone(),
        list: "characteristics".to_owned(),
        part: ids[2].clone(),
    };
    office.edit(&ec, remove).unwrap();
    assert_eq!(stale(&mut office), [ids[2].clone()]);
}
