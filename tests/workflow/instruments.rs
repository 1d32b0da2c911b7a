//! The items of an instrument in the order a person gives them.

use desk::wire::{EditInstrument, EditRequest, IecRequest, InstrumentView, ToolView};

use crate::office::{Office, by};

fn labels(tool: &ToolView) -> Vec<&str> {
    tool.items.iter().map(|item| item.label.as_str()).collect()
}

pub(crate) fn derive(office: &mut Office, id: &str, label: &str) -> InstrumentView {
    let view = office.desk.instrument(by(id)).unwrap();
    let mut leaves = view.leaves.iter();
    let leaf = leaves.find(|leaf| leaf.label == label).unwrap();
    let leaves = vec![leaf.id.clone()];
    edit(office, id, IecRequest::Derive { leaves })
}

pub(crate) fn edit(office: &mut Office, id: &str, edit: IecRequest) -> InstrumentView {
    let request = EditInstrument {
        id: id.to_owned(),
        edits: vec![edit],
    };
    office.desk.edit_instrument(request).unwrap()
}

#[test]
fn an_item_moves_among_those_of_its_tool_whenever_each_was_made() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    for label in ["E1-D1.1", "E1-P1.1", "E1-D1.2", "E1-P1.2", "E1-D1.3"] {
        derive(&mut office, &id, label);
    }
    let view = office.desk.instrument(by(&id)).unwrap();
    assert_eq!(labels(&view.tools[1]), ["E1-P1.1", "E1-P1.2"]);

    let second = view.tools[1].items[1].id.clone();
    let first = view.tools[0].items[0].id.clone();
    let view = edit(
        &mut office,
        &id,
        IecRequest::Move {
            part: second,
            to: 0,
        },
    );
    assert_eq!(labels(&view.tools[1]), ["E1-P1.2", "E1-P1.1"]);
    assert_eq!(labels(&view.tools[0]), ["E1-D1.1", "E1-D1.2", "E1-D1.3"]);

    let view = edit(&mut office, &id, IecRequest::Move { part: first, to: 2 });
    assert_eq!(labels(&view.tools[0]), ["E1-D1.2", "E1-D1.3", "E1-D1.1"]);
    assert_eq!(labels(&view.tools[1]), ["E1-P1.2", "E1-P1.1"]);

    office.desk.undo_instrument(by(&id)).unwrap();
    let view = office.desk.undo_instrument(by(&id)).unwrap();
    assert_eq!(labels(&view.tools[0]), ["E1-D1.1", "E1-D1.2", "E1-D1.3"]);
    assert_eq!(labels(&view.tools[1]), ["E1-P1.1", "E1-P1.2"]);
}

#[test]
fn a_draw_is_kept_with_its_key_and_said_in_the_history() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    crate::iec_papers::keyed(&mut office, &id);
    let draw = |seed: &str, per_item| IecRequest::Draw {
        seed: seed.to_owned(),
        per_item,
    };

    let view = edit(&mut office, &id, draw("2026-A", Some(1)));

    let kept = view.draw.unwrap();
    assert_eq!((kept.key.as_str(), kept.per_item), ("2026-A", Some(1)));
    assert!(kept.as_drawn);
    assert_eq!(
        view.undo.as_deref(),
        Some("sortear las preguntas con la clave «2026-A»")
    );
    let undone = office.desk.undo_instrument(by(&id)).unwrap();
    assert_eq!(undone.draw, None);
}

#[test]
fn a_figure_that_no_evaluation_has_is_refused_and_nothing_changes() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    derive(&mut office, &id, "E1-D1.1");
    let terms = |pass: Option<&str>, minutes| IecRequest::Terms {
        shares: None,
        pass_score: pass.map(str::to_owned),
        judged: None,
        minutes,
    };
    let draw = IecRequest::Draw {
        seed: "2026-A".to_owned(),
        per_item: Some(0),
    };
    let before = office.desk.instrument(by(&id)).unwrap();

    for request in [
        terms(Some("0"), None),
        terms(Some("-3"), None),
        terms(None, Some(u32::MAX)),
        terms(None, Some(60_001)),
        draw,
    ] {
        let request = EditInstrument {
            id: id.clone(),
            edits: vec![request],
        };
        let refused = office.desk.edit_instrument(request).unwrap_err();
        assert_eq!(refused.code(), desk::Code::BadValue, "{refused}");
    }
    let duration = EditRequest::Duration {
        desk_minutes: Some(u32::MAX),
        field_minutes: Some(u32::MAX),
    };
    assert!(office.edit(&id, duration).is_err());

    assert_eq!(office.desk.instrument(by(&id)).unwrap(), before);
    edit(&mut office, &id, terms(Some("95"), Some(180)));
}
