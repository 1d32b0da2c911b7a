//! The largest that is drafted: a map of 1,000 functions, a standard of 300 criteria, an instrument of
//! 400 items. A key at the desk, with its new view; a save in the store, beside a bare insert of as
//! many bytes into a file of the same journal and synchronous; a review of all three.

#![expect(
    clippy::print_stdout,
    reason = "what was measured is what a bench says"
)]

mod at_desk;

use std::collections::HashMap;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use checks::{Context, MapContext};
use desk::Desk;
use desk::wire::{
    ById, EditInstrument, EditMap, EditRequest, EditStandard, IecRequest, MapRequest, NewMap,
    StandardView,
};
use domain::act::Draft;
use domain::ec::CompetenceStandard;
use domain::ec::edit::Edit;
use domain::ec::part::Field;
use domain::functional_map::FunctionalMap;
use domain::functional_map::edit::MapEdit;
use domain::ids::{EcId, MapId};
use domain::iec::AssessmentInstrument;
use domain::iec::edit::{IecEdit, IecPart};
use domain::iec::keyless::Keyless;
use domain::rule_pack::RulePack;
use rusqlite::Connection;
use store::{Access, Error, Store};

const FUNCTIONS: usize = 1_000;
const CRITERIA: usize = 300;
const ITEMS: usize = 400;
const KEYS: usize = 60;
const SAVES: usize = 200;

fn main() {
    let (folder, mut desk) = at_desk::office();
    let map = a_map(&mut desk);
    let standard = at_desk::taken_in(&mut desk, &folder, CRITERIA);
    let items = an_instrument(&mut desk, &standard.id);

    tell("a key in the map", keys_in_the_map(&mut desk, &map));
    tell(
        "a key in the standard",
        keys_in_the_standard(&mut desk, standard.clone()),
    );
    tell(
        "a key in the instrument",
        keys_in_the_instrument(&mut desk, &standard.id, &items[0]),
    );

    drop(desk);
    let path = folder.path().join("espacio.cauce");
    let mut store = Store::open(&path, Access::Write).expect("the workspace");
    let (map, ec, iec) = read(&store, &map, &standard.id);
    let id: EcId = standard.id.parse().expect("an id");
    tell("a bare insert of as many bytes", bare(folder.path()));
    tell(
        "a save in the map",
        saves(&mut store, &map.id.to_string(), |writer, turn| {
            let function = &map.purpose.parts[0];
            let (before, after) = turned(&function.text, turn);
            let function = function.id;
            writer.apply_map_edit(
                map.id,
                &MapEdit::Reword {
                    function,
                    before,
                    after,
                },
            )
        }),
    );
    let line = &ec.elements[0].performances[0].characteristics[0];
    tell(
        "a save in the standard",
        saves(&mut store, &standard.id, |writer, turn| {
            let (before, after) = turned(&line.text, turn);
            let (part, field) = (Some(line.id), Field::Text);
            writer.apply_edit(
                id,
                &Edit::Write {
                    part,
                    field,
                    before,
                    after,
                },
            )
        }),
    );
    tell(
        "a save in the instrument",
        saves(&mut store, &iec.id.to_string(), |writer, turn| {
            let (before, after) = turned(&iec.items[0].text, turn);
            let said = |text: String| {
                let mut item = iec.items[0].clone();
                item.text = text;
                IecPart::Item(item)
            };
            let (before, after) = (said(before), said(after));
            writer.apply_iec_edit(iec.id, &IecEdit::Change { before, after })
        }),
    );
    tell("a review of all three", reviews(&map, &ec, &iec));
}

/// A map of a purpose with functions three deep, pasted as an outline.
fn a_map(desk: &mut Desk) -> String {
    let title = "Un sector grande".to_owned();
    let made = desk.new_map(NewMap { title }).expect("a title is enough");
    let asked = ById {
        id: made.id.clone(),
    };
    let view = desk.map(asked).expect("the map is there");
    let below = view.functions[0].id.clone();
    let lines = (0..FUNCTIONS).map(|at| {
        let depth = usize::from(at % 10 > 0) + usize::from(at % 10 > 1);
        let indent = "\t".repeat(depth);
        format!("{indent}Ajustar la parte {at} de acuerdo con el manual del fabricante")
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let edits = vec![MapRequest::Paste { below, text }];
    let id = made.id.clone();
    let view = desk.edit_map(EditMap { id, edits }).expect("an outline");
    assert_eq!(view.functions.len(), FUNCTIONS + 1);
    made.id
}

/// Items for the first leaves of a standard; answers with their ids.
fn an_instrument(desk: &mut Desk, id: &str) -> Vec<String> {
    let asked = ById { id: id.to_owned() };
    let view = desk.instrument(asked).expect("a standard has one");
    let leaves = view.leaves.into_iter().take(ITEMS).map(|leaf| leaf.id);
    let request = EditInstrument {
        id: id.to_owned(),
        edits: vec![IecRequest::Derive {
            leaves: leaves.collect(),
        }],
    };
    let view = desk.edit_instrument(request).expect("leaves without items");
    let items = view.tools.into_iter().flat_map(|tool| tool.items);
    let ids: Vec<String> = items.map(|item| item.id).collect();
    assert_eq!(ids.len(), ITEMS);
    ids
}

fn keys_in_the_map(desk: &mut Desk, id: &str) -> Vec<Duration> {
    let asked = ById { id: id.to_owned() };
    let view = desk.map(asked).expect("the map is there");
    let (function, mut before) = (
        view.functions[500].id.clone(),
        view.functions[500].text.clone(),
    );
    times(KEYS, |turn| {
        let after = format!("Ajustar la parte que sigue, vez {turn}");
        let edits = vec![MapRequest::Reword {
            function: function.clone(),
            before: std::mem::replace(&mut before, after.clone()),
            after,
        }];
        let id = id.to_owned();
        desk.edit_map(EditMap { id, edits })
            .expect("it says what it said");
    })
}

fn keys_in_the_standard(desk: &mut Desk, view: StandardView) -> Vec<Duration> {
    let criterion = &view.document.elements[1].performances[2];
    let part = criterion
        .characteristic_ids
        .as_ref()
        .map(|ids| ids[0].clone());
    let mut before = criterion.characteristics[0].clone();
    times(KEYS, |turn| {
        let after = format!("Conforme a la lista del taller, vez {turn},");
        let write = EditRequest::Write {
            part: part.clone(),
            field: "text".to_owned(),
            before: before.clone(),
            after,
        };
        let (id, edits) = (view.id.clone(), vec![write]);
        let saved = desk
            .edit_standard(EditStandard { id, edits })
            .expect("it says what it said");
        // The office ends the lines of a list itself.
        let criterion = &saved.document.elements[1].performances[2];
        before.clone_from(&criterion.characteristics[0]);
    })
}

fn keys_in_the_instrument(desk: &mut Desk, id: &str, item: &str) -> Vec<Duration> {
    let asked = ById { id: id.to_owned() };
    let view = desk.instrument(asked).expect("it was begun");
    let mut items = view.tools.iter().flat_map(|tool| &tool.items);
    let found = items.find(|one| one.id == item);
    let mut before = found.map(|one| one.text.clone()).unwrap_or_default();
    times(KEYS, |turn| {
        let after = format!("La persona candidata revisa la lista, vez {turn}.");
        let write = IecRequest::Write {
            part: item.to_owned(),
            field: "text".to_owned(),
            before: std::mem::replace(&mut before, after.clone()),
            after,
        };
        let (id, edits) = (id.to_owned(), vec![write]);
        desk.edit_instrument(EditInstrument { id, edits })
            .expect("it says what it said");
    })
}

fn read(
    store: &Store,
    map: &str,
    id: &str,
) -> (FunctionalMap, CompetenceStandard, AssessmentInstrument) {
    let map = MapId(map.parse().expect("an id"));
    let id: EcId = id.parse().expect("an id");
    let read = store.read(|reader| {
        let iec = reader.instrument(id)?;
        Ok::<_, Error>((reader.map(map)?, reader.standard(id)?, iec))
    });
    let (map, ec, iec) = read.expect("a sound workspace");
    (map, ec, iec.expect("it was begun"))
}

/// What is written over, and what it becomes: the same few words in turn.
fn turned(first: &str, turn: usize) -> (String, String) {
    let said = |turn: usize| match turn {
        0 => first.to_owned(),
        turn => format!("Conforme a la lista de verificación del taller, vez {turn},"),
    };
    (said(turn), said(turn + 1))
}

fn act() -> Draft {
    let line = "Conforme a la lista de verificación del taller, vez 100,";
    Draft {
        act: "EDIT".to_owned(),
        on: "2026-07-03".to_owned(),
        at: "2026-07-03T10:00:00.000Z".to_owned(),
        by: "Ana Torres".to_owned(),
        body: format!(r#"{{"edits":[{{"after":"{line}","before":"{line}","op":"write"}}]}}"#),
        ..Draft::default()
    }
}

fn saves(
    store: &mut Store,
    chain: &str,
    apply: impl Fn(&store::Writer<'_>, usize) -> Result<(), Error>,
) -> Vec<Duration> {
    times(SAVES, |turn| {
        let saved = store.write(|writer| {
            apply(writer, turn)?;
            writer.append_act(chain, act()).map(drop)
        });
        saved
            .map_err(|error: Error| error.to_string())
            .expect("the edit is saved");
    })
}

/// As many bytes as a save writes down, in a row of a file that is waited for as the workspace is.
fn bare(folder: &Path) -> Vec<Duration> {
    let mut conn = Connection::open(folder.join("vara.db")).expect("a file");
    conn.pragma_update(None, "journal_mode", "DELETE")
        .expect("a rollback journal");
    conn.pragma_update(None, "synchronous", "EXTRA")
        .expect("a disk that is waited for");
    conn.execute_batch("CREATE TABLE row (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT")
        .expect("a table");
    let sealed = domain::act::Act::seal("caso", None, act());
    let bytes = [sealed.sealed_text().as_bytes(), &[0; 96]].concat();
    times(SAVES, |_| {
        let tx = conn.transaction().expect("a transaction");
        tx.prepare_cached("INSERT INTO row (bytes) VALUES (?1)")
            .and_then(|mut insert| insert.execute([&bytes]))
            .expect("a row");
        tx.commit().expect("the disk");
    })
}

fn reviews(
    map: &FunctionalMap,
    ec: &CompetenceStandard,
    iec: &AssessmentInstrument,
) -> Vec<Duration> {
    let pack = RulePack::shipped();
    let context = Context {
        pack: &pack,
        registered: &[],
        near: None,
        // The review of an open standard looks at its instrument too.
        beside: checks::Beside {
            instrument: Some(iec),
            traced: None,
        },
        lists: &[],
    };
    let tagged = HashMap::new();
    let near = HashMap::new();
    let of_map = MapContext {
        tagged: &tagged,
        registered: &[],
        near: &near,
    };
    times(KEYS, |_| {
        black_box(checks::review(black_box(ec), &context));
        black_box(checks::review_map(black_box(map), of_map));
        black_box(checks::review_instrument(
            black_box(iec),
            ec,
            &Keyless::none(),
        ));
    })
}

fn times(count: usize, mut done: impl FnMut(usize)) -> Vec<Duration> {
    let timed = (0..count).map(|turn| {
        let start = Instant::now();
        done(turn);
        start.elapsed()
    });
    timed.collect()
}

fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!(
        "{what}: p50 {:.2?}, p95 {:.2?}, slowest {:.2?}",
        at(50),
        at(95),
        at(100)
    );
}
