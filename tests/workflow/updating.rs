//! The update of a standard in force: begun from the published text, compared with it, given up.

use desk::Code;
use desk::wire::{Compare, EditInstrument, IecRequest};

use crate::catalogues::bring_file;
use crate::office::{Office, by, standard_of};

/// The sample, found in force with the code its document says.
pub(crate) fn in_force(office: &mut Office) -> String {
    let text = include_str!("../fixtures/reparto.txt");
    let path = office.paper("reparto.txt", text);
    let id = office.import(&path).unwrap().id;
    let found = [("state", "RENEC_ACTIVE")];
    office
        .act(
            &id,
            "REGISTERED_AS_FOUND",
            &["ROAD-REGISTERED_AS_FOUND-1"],
            &found,
        )
        .unwrap();
    id
}

pub(crate) fn update(office: &mut Office, id: &str) -> desk::wire::StandardView {
    let why = [("reason", "Cambió la función.")];
    office.act(id, "IN_UPDATE", &[], &why).unwrap()
}

#[test]
fn an_update_begins_from_the_published_text_with_its_paragraph_and_the_next_code() {
    let mut office = Office::in_memory(1);
    let id = in_force(&mut office);
    let published = office.view(&id);

    let begun = update(&mut office, &id);

    let updates = begun.update.clone().unwrap();
    assert_eq!(updates.code, published.document.code);
    assert_eq!(updates.title, published.document.title);
    assert_eq!(
        (updates.code.as_str(), updates.next.as_str()),
        ("EC9902", "EC9902.01")
    );
    let paragraph = standard_of(&begun).general.update_paragraph;
    assert!(paragraph.contains(&updates.code) && paragraph.contains(&updates.title));
    let about: Vec<_> = begun
        .findings
        .iter()
        .filter(|it| it.rule == "EC-R-07")
        .collect();
    assert!(
        about.iter().all(|it| it.message.contains("la fecha")),
        "only an unknown day may be missing: {about:?}"
    );
    let compared = office.desk.compare(Compare {
        id: id.clone(),
        a: format!("act:{}", updates.act),
        b: "now".to_owned(),
    });
    let compared = compared.unwrap();
    let places: Vec<&str> = compared
        .changes
        .iter()
        .map(|it| it.place.as_str())
        .collect();
    assert_eq!(places, ["updateParagraph"], "every part keeps its id");
    // A person may do without it.
    let undone = office.desk.undo(by(&id)).unwrap();
    assert_eq!(standard_of(&undone).general.update_paragraph, "");
    office.is_sound();
}

#[test]
fn the_next_code_of_an_update_is_one_that_the_register_does_not_have() {
    let mut office = Office::in_memory(1);
    let id = in_force(&mut office);
    let taken = "Código,Nivel,Título,Comité,Sector Productivo
EC9902.01,2,Ajuste inventado de frenos,de la Movilidad,TALLERES
";
    let path = office.paper("renec.csv", taken);
    bring_file(&mut office, "renec", "2026-06-28", &path, false).unwrap();

    let begun = update(&mut office, &id);

    assert_eq!(begun.update.unwrap().next, "EC9902.02");
}

#[test]
fn an_update_that_is_withdrawn_gives_back_the_standard_in_force_with_its_text() {
    let mut office = Office::in_memory(2);
    let id = in_force(&mut office);
    let leaves = office.desk.instrument(by(&id)).unwrap().leaves;
    let derive = |count: usize| EditInstrument {
        id: id.clone(),
        edits: vec![IecRequest::Derive {
            leaves: leaves[..count].iter().map(|leaf| leaf.id.clone()).collect(),
        }],
    };
    office.desk.edit_instrument(derive(1)).unwrap();
    let published = office.view(&id);
    office.hands.set("2026-08-03");
    update(&mut office, &id);
    office.desk.edit_instrument(derive(3)).unwrap();
    let title = published.document.title.clone();
    office.write(&id, "title", &title, "Otra cosa muy distinta");
    let papers = ["ROAD-PROPOSED-1", "EC-PRO-4", "ROAD-GTE_READY-1"];
    office.act(&id, "GTE_READY", &papers, &[]).unwrap();
    let drafted = office.view(&id);
    office.hands.set("2026-09-07");

    let why = [("reason", "El comité no alcanzó acuerdo.")];
    let withdrawn = office.act(&id, "WITHDRAWN", &[], &why).unwrap();

    assert_eq!(withdrawn.case.state, "RENEC_ACTIVE");
    assert_eq!(withdrawn.case.since, published.case.since);
    assert_eq!(
        withdrawn.digest, published.digest,
        "the approved text is back"
    );
    assert_eq!(
        withdrawn.document, published.document,
        "with its code and days"
    );
    assert_eq!(withdrawn.frozen, published.frozen);
    assert_eq!(withdrawn.update, None);
    let items = office.desk.instrument(by(&id)).unwrap();
    let items: usize = items.tools.iter().map(|tool| tool.items.len()).sum();
    assert_eq!(items, 1, "and the instrument it is evaluated with");
    // The draft that was given up is still in the history.
    let acts = withdrawn.case.acts.iter().map(|act| act.act.as_str());
    assert!(
        acts.clone().any(|act| act == "WITHDRAWN"),
        "{:?}",
        acts.collect::<Vec<_>>()
    );
    let count = office.seals(&id).len();
    let at = format!("act:{}", count - 1);
    let then = office.desk.compare(Compare {
        id: id.clone(),
        a: at,
        b: "now".to_owned(),
    });
    let then = then.unwrap();
    assert_eq!(then.from, drafted.digest);
    assert!(then.changes.iter().any(|change| change.after == title));
    // In force, it is not edited; and it can be updated again, with papers of its own.
    office.nothing_comes_of(&id, Code::ActRefused, |office| office.desk.undo(by(&id)));
    update(&mut office, &id);
    let again = office.act(&id, "GTE_READY", &[], &[]).unwrap_err();
    assert_eq!(
        again.trouble().unmet.len(),
        2,
        "the papers were of the other one"
    );
    office.is_sound();
}
