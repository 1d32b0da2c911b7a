//! What changed between two moments of a standard, why, and the paper of it.

use desk::wire::{
    Compare, ComparisonView, EditRequest, EditStandard, ExportComparison, GiveReason,
};
use desk::{Code, Desk, carry};

use crate::office::{Office, by, of_part, on};

fn two(id: &str, a: &str, b: &str) -> Compare {
    Compare {
        id: id.to_owned(),
        a: a.to_owned(),
        b: b.to_owned(),
    }
}

fn compared(office: &mut Office, id: &str, a: &str, b: &str) -> ComparisonView {
    office.desk.compare(two(id, a, b)).unwrap()
}

/// `SPLIT JOURNAL E1-D1`
fn told(view: &ComparisonView) -> Vec<String> {
    let told = view.changes.iter();
    told.map(|change| format!("{} {} {}", change.kind, change.known, change.place))
        .collect()
}

fn export(office: &mut Office, id: &str, kind: &str, path: &str) -> Result<String, desk::Error> {
    let asked = ExportComparison {
        id: id.to_owned(),
        a: "act:1".to_owned(),
        b: "now".to_owned(),
        kind: kind.to_owned(),
        path: path.to_owned(),
        replace: false,
    };
    let begin = |desk: &mut Desk| desk.begin_comparison_export(asked);
    carry(&mut office.desk, &mut on, begin, Desk::finish_export).map(|view| view.path)
}

/// Splits the first performance in one act, as a gesture of the editor does.
fn split(office: &mut Office, id: &str) {
    let document = office.view(id).document;
    let element = &document.elements[0];
    let first = &element.performances[0];
    let owner = element.id.clone();
    let edits = vec![
        of_part(
            first.id.as_deref().unwrap(),
            "text",
            &first.text,
            "Recibe la bicicleta:",
        ),
        EditRequest::Add {
            owner,
            list: "performances".to_owned(),
            at: 1,
            text: "Revisa la bicicleta en la recepción:".to_owned(),
            aside: String::new(),
        },
    ];
    let request = EditStandard {
        id: id.to_owned(),
        edits,
    };
    office.desk.edit_standard(request).unwrap();
}

#[test]
fn any_two_moments_are_compared_and_the_other_way_round_tells_the_same() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let title = office.view(&id).document.title;
    office.hands.set("2026-07-08");
    office.write(&id, "title", &title, "Ajuste de bicicletas urbanas");
    office.hands.set("2026-07-10");
    split(&mut office, &id);

    let whole = compared(&mut office, &id, "act:1", "now");
    let first = compared(&mut office, &id, "2026-07-06", "2026-07-09");
    let none = compared(&mut office, &id, "now", "act:3");
    let back = compared(&mut office, &id, "now", "act:1");

    assert_eq!(told(&whole), ["REWORDED ID title", "SPLIT JOURNAL E1-D1"]);
    assert_eq!(whole.changes[0].before, title);
    let words = &whole.changes[0].words;
    assert!(words.iter().any(|mark| mark.kind == "SAME"), "{words:?}");
    assert_eq!(told(&first), ["REWORDED ID title"]);
    assert_eq!(none.changes, []);
    assert_eq!(told(&back), ["REWORDED ID title", "MERGED JOURNAL E1-D1"]);
    assert_eq!((whole.from, whole.to), (back.to, back.from));
    assert_eq!(whole.renumbered[0].to, "E1-D3");
}

#[test]
fn a_moment_that_is_none_is_told_in_words() {
    let mut office = Office::in_memory(2);
    let id = office.sample();

    for at in ["7", "act:40", "ayer", "2001-01-01"] {
        let asked = two(&id, at, "now");
        office.nothing_comes_of(&id, Code::NotFound, |office| office.desk.compare(asked));
    }
}

#[test]
fn a_reason_is_an_act_that_stays_while_the_wording_changes_and_can_be_taken_back() {
    let mut office = Office::on_disk(3);
    let id = office.sample();
    let title = office.view(&id).document.title;
    office.write(&id, "title", &title, "Ajuste de bicicletas");
    let give = |office: &mut Office, reason: &str| {
        let request = GiveReason {
            id: id.clone(),
            a: "act:1".to_owned(),
            b: "now".to_owned(),
            row: "title".to_owned(),
            reason: reason.to_owned(),
        };
        office.desk.give_reason(request).unwrap()
    };
    let reason = |view: &ComparisonView| view.changes[0].reason.clone();

    assert_eq!(compared(&mut office, &id, "act:1", "now").pending, 1);
    let given = give(&mut office, "Lo pidió el grupo técnico.");
    assert_eq!(given.pending, 0);
    let said = reason(&given).unwrap();
    assert_eq!(said.text, "Lo pidió el grupo técnico.");
    assert_eq!(said.by, crate::office::PERSON);
    assert!(!said.stale);

    office.write(&id, "title", "Ajuste de bicicletas", "Ajuste de triciclos");
    let later = compared(&mut office, &id, "act:1", "now");
    assert!(
        reason(&later).unwrap().stale,
        "it was said of another wording"
    );

    let again = give(&mut office, "Cambió la función.");
    assert!(!reason(&again).unwrap().stale);
    // Across windows, and apart from what undoing the text does.
    office.desk = office.another_window().unwrap();
    let undone = office.desk.undo_reason(two(&id, "act:1", "now")).unwrap();
    assert_eq!(reason(&undone).unwrap().text, "Lo pidió el grupo técnico.");
    let none = office.desk.undo_reason(two(&id, "act:1", "now")).unwrap();
    assert_eq!((reason(&none), none.undo, none.redo), (None, false, true));
    let redone = office.desk.redo_reason(two(&id, "act:1", "now")).unwrap();
    assert_eq!(reason(&redone).unwrap().text, "Lo pidió el grupo técnico.");
    assert_eq!(office.view(&id).document.title, "Ajuste de triciclos");
    office.desk.undo(by(&id)).unwrap();
    assert_eq!(office.view(&id).document.title, "Ajuste de bicicletas");
    office.is_sound();
}

#[test]
fn the_paper_of_a_comparison_is_written_as_pdf_and_as_word() {
    let mut office = Office::in_memory(4);
    let id = office.sample();
    split(&mut office, &id);

    for (kind, name) in [("PDF", "cuadro.pdf"), ("DOCX", "cuadro.docx")] {
        let path = office.place(name);
        let made = export(&mut office, &id, kind, &path).unwrap();
        assert!(std::fs::metadata(&made).unwrap().len() > 1_000);
        let taken = export(&mut office, &id, kind, &path).unwrap_err();
        assert_eq!(taken.trouble().code, Code::FileExists);
    }
}
