//! The past of a document: read, filtered, shown, and brought back by an act that can be undone.

use desk::Code;
use desk::wire::{
    AskHistory, AskWas, EditInstrument, EditMap, HistoryView, IecRequest, MapRequest, Nothing,
    OnlyActs, ReturnTo, WasView,
};

use crate::chance::Chance;
use crate::office::{Office, by};
use crate::undo::change;

fn history(office: &mut Office, id: &str, document: &str, only: OnlyActs) -> HistoryView {
    let asked = AskHistory {
        id: id.to_owned(),
        document: document.to_owned(),
        before: None,
        count: 500,
        only,
    };
    office.desk.history(asked).unwrap()
}

fn numbers(view: &HistoryView) -> Vec<u32> {
    view.acts.iter().map(|act| act.number).collect()
}

fn was(office: &mut Office, id: &str, document: &str, at: &str) -> WasView {
    let asked = AskWas {
        id: id.to_owned(),
        document: document.to_owned(),
        at: at.to_owned(),
    };
    office.desk.as_it_was(asked).unwrap()
}

fn back(office: &mut Office, id: &str, document: &str, at: &str) -> bool {
    let asked = ReturnTo {
        id: id.to_owned(),
        document: document.to_owned(),
        at: at.to_owned(),
    };
    office.desk.return_to(asked).unwrap().changed
}

#[test]
fn a_history_is_filtered_by_person_place_kind_and_days() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let document = office.view(&id).document;
    let first = document.elements[0].performances[0].clone();
    office.hands.set("2026-07-08");
    office.write(&id, "title", &document.title, "Ajuste de bicicletas");
    office.desk.sign_as("Raúl Peña");
    office.hands.set("2026-07-10");
    let part = first.id.unwrap();
    let edit = crate::office::of_part(&part, "text", &first.text, "Recibe la bicicleta:");
    office.edit(&id, edit).unwrap();
    office.attach(&id, "ROAD-GTE_READY-1");
    let only = |office: &mut Office, change: fn(&mut OnlyActs)| {
        let mut only = OnlyActs::default();
        change(&mut only);
        numbers(&history(office, &id, "STANDARD", only))
    };

    assert_eq!(only(&mut office, |_| ()), [4, 3, 2, 1]);
    assert_eq!(only(&mut office, |only| only.by = "raul".into()), [4, 3]);
    assert_eq!(only(&mut office, |only| only.place = "e1-d1".into()), [3]);
    assert_eq!(only(&mut office, |only| only.place = "E1".into()), [3]);
    assert_eq!(only(&mut office, |only| only.place = "E1-D".into()), [0; 0]);
    assert_eq!(only(&mut office, |only| only.place = "título".into()), [2]);
    assert_eq!(only(&mut office, |only| only.kind = "ATTACH".into()), [4]);
    assert_eq!(
        only(&mut office, |only| only.from = "2026-07-09".into()),
        [4, 3]
    );
    assert_eq!(
        only(&mut office, |only| only.to = "2026-07-08".into()),
        [2, 1]
    );
    let whole = history(&mut office, &id, "STANDARD", OnlyActs::default());
    assert_eq!(whole.people, ["Elena Robles", "Raúl Peña"]);
    let kinds: Vec<&str> = whole.kinds.iter().map(|kind| kind.text.as_str()).collect();
    assert_eq!(kinds, ["Documento adjunto", "Edición", "Propuesta"]);
    // A page of what is asked for, and the next.
    let asked = |before| AskHistory {
        id: id.clone(),
        document: String::new(),
        before,
        count: 1,
        only: OnlyActs {
            by: "Raúl".to_owned(),
            ..OnlyActs::default()
        },
    };
    let page = office.desk.history(asked(None)).unwrap();
    assert_eq!((numbers(&page), page.more), (vec![4], true));
    let page = office.desk.history(asked(Some(4))).unwrap();
    assert_eq!((numbers(&page), page.more), (vec![3], false));
}

#[test]
fn a_standard_is_shown_as_it_was_and_brought_back_by_an_act_that_is_undone() {
    let mut office = Office::on_disk(2);
    let id = office.sample();
    let before = office.view(&id);
    change(&mut office, &id, 7, 40);
    let after = office.view(&id);
    assert_ne!(after.digest, before.digest);

    let then = was(&mut office, &id, "STANDARD", "act:1");
    assert!(!then.same && then.since > 0);
    assert!(
        then.lines
            .iter()
            .any(|line| line.text == before.document.title)
    );
    let seals = office.seals(&id);
    assert!(back(&mut office, &id, "STANDARD", "act:1"));

    let returned = office.view(&id);
    assert_eq!(returned.digest, before.digest);
    assert_eq!(returned.document, before.document);
    assert_eq!(
        office.seals(&id)[1..],
        seals,
        "nothing that was done is rewritten"
    );
    assert!(
        !back(&mut office, &id, "STANDARD", "act:1"),
        "it is there already"
    );
    // In another window, too.
    office.desk = office.another_window().unwrap();
    assert_eq!(office.desk.undo(by(&id)).unwrap().digest, after.digest);
    assert_eq!(office.desk.redo(by(&id)).unwrap().digest, before.digest);
    office.is_sound();
}

#[test]
fn every_act_leads_back_to_the_text_it_left() {
    let mut office = Office::in_memory(3);
    let id = office.sample();
    let mut left = vec![office.view(&id).digest];
    let mut chance = Chance(11);
    for seed in 0..25 {
        change(&mut office, &id, seed, 1);
        left.resize(office.seals(&id).len(), office.view(&id).digest);
        if chance.once_in(4) {
            let _ = office.desk.undo(by(&id));
            left.resize(office.seals(&id).len(), office.view(&id).digest);
        }
    }
    let last = left.len();

    for at in [last, last / 2, 1, last / 3] {
        if back(&mut office, &id, "STANDARD", &format!("act:{at}")) {
            assert_eq!(office.view(&id).digest, left[at - 1], "act {at}");
        }
    }
    office.is_sound();
}

#[test]
fn a_map_and_an_instrument_are_brought_back_in_their_own_chains() {
    let mut office = Office::in_memory(4);
    let map = office.desk.load_sample_map(Nothing {}).unwrap().id;
    let before = office.desk.map(by(&map)).unwrap();
    let removed = EditMap {
        id: map.clone(),
        edits: vec![MapRequest::Remove {
            function: before.functions[1].id.clone(),
            breaking: false,
        }],
    };
    office.desk.edit_map(removed).unwrap();
    let then = was(&mut office, &map, "MAP", "act:1");
    assert_eq!(then.lines.len(), before.functions.len());
    assert!(back(&mut office, &map, "MAP", "act:1"));
    assert_eq!(
        office.desk.map(by(&map)).unwrap().functions,
        before.functions
    );
    let told = history(&mut office, &map, "MAP", OnlyActs::default());
    assert_eq!(told.acts[0].says, "Regresó a como lo dejó el acto 1");
    let text = &before.functions[1].text;
    assert!(
        told.acts[1].before.contains(text),
        "what was taken out is read"
    );
    assert_eq!(told.acts[1].after, "");
    office.desk.undo_map(by(&map)).unwrap();
    assert!(office.desk.map(by(&map)).unwrap().functions.len() < before.functions.len());

    let id = office.sample();
    let leaves = office.desk.instrument(by(&id)).unwrap().leaves;
    let derive = |count: usize| EditInstrument {
        id: id.clone(),
        edits: vec![IecRequest::Derive {
            leaves: leaves[..count].iter().map(|leaf| leaf.id.clone()).collect(),
        }],
    };
    office.desk.edit_instrument(derive(2)).unwrap();
    office.desk.edit_instrument(derive(5)).unwrap();
    let items = |office: &mut Office| {
        let view = office.desk.instrument(by(&id)).unwrap();
        view.tools
            .iter()
            .map(|tool| tool.items.len())
            .sum::<usize>()
    };
    assert_eq!(items(&mut office), 5);
    let told = history(&mut office, &id, "INSTRUMENT", OnlyActs::default());
    assert_eq!(told.acts[0].after.lines().count(), 3, "what was derived");
    assert!(back(&mut office, &id, "INSTRUMENT", "act:2"));
    assert_eq!(items(&mut office), 2);
    office.desk.undo_instrument(by(&id)).unwrap();
    assert_eq!(items(&mut office), 5);
    office.is_sound();
}

#[test]
fn what_is_closed_is_not_brought_back() {
    let mut office = Office::in_memory(5);
    let id = office.sample();
    let title = office.view(&id).document.title;
    office.write(&id, "title", &title, "Ajuste de bicicletas");
    let found = [("state", "RENEC_ACTIVE")];
    let paper = ["ROAD-REGISTERED_AS_FOUND-1"];
    office
        .act(&id, "REGISTERED_AS_FOUND", &paper, &found)
        .unwrap();

    office.nothing_comes_of(&id, Code::ActRefused, |office| {
        office.desk.return_to(ReturnTo {
            id: id.clone(),
            document: "STANDARD".to_owned(),
            at: "act:1".to_owned(),
        })
    });
}
