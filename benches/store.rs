//! The workspace: saving one edit beside a bare insert of the same bytes, opening a workspace with
//! two thousand standards, searching it.
//!
//! Everything is on the file system of the temporary folder, with the journal and the synchronous
//! setting of the real workspace.

use std::cell::RefCell;
use std::path::Path;
use std::sync::LazyLock;

use divan::{Bencher, black_box};
use domain::act::Draft;
use domain::ec::CompetenceStandard;
use domain::ec::edit::Edit;
use domain::ec::part::{Field, List, ListOf, Part};
use domain::ec::sketch::sample;
use domain::edition::Digest;
use domain::ids::{EcId, Ids};
use rusqlite::Connection;
use store::{Access, Check, Digests, Error, Filter, Store};
use tempfile::TempDir;

fn main() {
    divan::main();
}

const STANDARDS: usize = 2_000;

/// A workspace as an office has it after years: standards in the shape of the sample, each with a
/// short case and some edits.
static OFFICE: LazyLock<(TempDir, Vec<EcId>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut store = Store::create(&folder.path().join("oficina.cauce")).expect("a workspace");
    let mut ids = Ids::fixed();
    let all: Result<Vec<EcId>, Error> = store.write(|writer| {
        (0..STANDARDS)
            .map(|n| {
                let ec = ids.ec();
                writer.insert_standard(ec, &numbered(&mut ids, n))?;
                for word in ["PROPOSED", "GTE_READY", "MF_DRAFT", "EDIT", "EDIT"] {
                    writer.append_act(&ec.to_string(), act(word, ""))?;
                }
                Ok(ec)
            })
            .collect()
    });
    (folder, all.expect("standards"))
});

fn office() -> (&'static Path, &'static [EcId]) {
    let (folder, ids) = &*OFFICE;
    (folder.path(), ids)
}

fn numbered(ids: &mut Ids, n: usize) -> CompetenceStandard {
    const TRADES: [&str; 8] = [
        "bicicletas",
        "motocicletas",
        "telares",
        "hornos de pan",
        "calderas",
        "invernaderos",
        "elevadores",
        "embarcaciones",
    ];
    let trade = TRADES[n % TRADES.len()];
    let mut standard = sample(ids);
    standard.title = format!("Mantenimiento preventivo de {trade} en el taller {n}");
    standard.source_code = format!("EC{n:04}");
    for element in &mut standard.elements {
        for criterion in element.performances.iter_mut().chain(&mut element.products) {
            criterion.text = criterion.text.replace("bicicleta", trade);
            for line in &mut criterion.characteristics {
                line.text = line.text.replace("bicicleta", trade);
            }
        }
    }
    standard
}

fn act(word: &str, body: &str) -> Draft {
    Draft {
        act: word.to_owned(),
        on: "2026-07-03".to_owned(),
        at: "2026-07-03T10:00:00.000Z".to_owned(),
        by: "Ana Torres".to_owned(),
        subject: Some(Digest::of(b"antes")),
        result: Some(Digest::of(b"despues")),
        body: body.to_owned(),
        ..Draft::default()
    }
}

/// What a save of one edit writes down of it, place, before and after.
fn body(before: &str, after: &str) -> String {
    format!(
        r#"{{"edits":[{{"after":"{after}","before":"{before}","field":"text","op":"write"}}]}}"#
    )
}

/// A person writing in one characteristic of a standard.
struct Desk {
    store: Store,
    ec: EcId,
    draft: CompetenceStandard,
    count: usize,
}

impl Desk {
    fn at(store: Store, ec: EcId) -> Desk {
        let draft = store
            .read(|reader| reader.standard(ec))
            .expect("a standard");
        Desk {
            store,
            ec,
            draft,
            count: 0,
        }
    }

    fn write(&mut self) {
        self.count += 1;
        let line = self.draft.elements[0].performances[0].characteristics[0].clone();
        let after = format!(
            "Conforme a la lista de verificación del taller, vez {},",
            self.count
        );
        let edit = Edit::Write {
            part: Some(line.id),
            field: Field::Text,
            before: line.text.clone(),
            after: after.clone(),
        };
        self.save(&edit, &body(&line.text, &after));
    }

    /// Adds a line at the top of a list, or takes it away again: every other line moves.
    fn arrange(&mut self) {
        let list = ListOf {
            owner: None,
            list: List::Requirements,
        };
        self.count += 1;
        let edit = if self.count.is_multiple_of(2) {
            Edit::Remove {
                from: list,
                part: Part::Line(self.draft.general.evaluation_aspects.requirements[0].clone()),
                numbers: None,
            }
        } else {
            let millis = 1_900_000_000_000;
            Edit::Add {
                into: list,
                at: 0,
                part: Part::blank(List::Requirements, Ids::new(millis, 1).part()),
                numbers: None,
            }
        };
        self.save(&edit, &body("", ""));
    }

    fn save(&mut self, edit: &Edit, body: &str) {
        let (ec, draft) = (self.ec, &mut self.draft);
        self.store
            .write(|writer| {
                draft.apply(edit)?;
                writer.apply_edit(ec, edit)?;
                writer
                    .append_act(&ec.to_string(), act("EDIT", body))
                    .map(drop)
            })
            .map_err(|error: Error| error.to_string())
            .expect("the edit is saved");
    }
}

/// A workspace of its own for the benches that write, with one standard.
fn small() -> (TempDir, Desk) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut store = Store::create(&folder.path().join("oficina.cauce")).expect("a workspace");
    let mut ids = Ids::fixed();
    let (ec, draft) = (ids.ec(), numbered(&mut ids, 0));
    store
        .write(|writer| writer.insert_standard(ec, &draft))
        .map_err(|error: Error| error.to_string())
        .expect("a standard");
    (folder, Desk::at(store, ec))
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn save_one_edit(bencher: Bencher) {
    let (_folder, desk) = small();
    let desk = RefCell::new(desk);
    bencher.bench_local(|| desk.borrow_mut().write());
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn save_one_arranging_edit(bencher: Bencher) {
    let (_folder, desk) = small();
    let desk = RefCell::new(desk);
    bencher.bench_local(|| desk.borrow_mut().arrange());
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn save_one_edit_among_2000_standards(bencher: Bencher) {
    let (folder, ids) = office();
    let copy = folder.join("para-escribir.cauce");
    let opened = Store::open(&folder.join("oficina.cauce"), Access::Read).expect("the office");
    opened.copy_to(&copy).expect("a copy");
    let store = Store::open(&copy, Access::Write).expect("the copy");
    let desk = RefCell::new(Desk::at(store, ids[777]));
    bencher.bench_local(|| desk.borrow_mut().write());
    std::fs::remove_file(copy).expect("the copy goes");
}

/// The yardstick: the bytes of that edit and of its act in one row of one table, nothing else.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn bare_insert_of_the_same_bytes(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut conn = Connection::open(folder.path().join("vara.db")).expect("a file");
    conn.pragma_update(None, "journal_mode", "DELETE")
        .expect("a rollback journal");
    conn.pragma_update(None, "synchronous", "EXTRA")
        .expect("a disk that is waited for");
    conn.execute_batch("CREATE TABLE row (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT")
        .expect("a table");
    let line = "Conforme a la lista de verificación del taller, vez 100,";
    let sealed = domain::act::Act::seal("caso", None, act("EDIT", &body(line, line)));
    let bytes = [sealed.sealed_text().as_bytes(), line.as_bytes(), &[0; 32]].concat();
    bencher.bench_local(|| {
        let tx = conn.transaction().expect("a transaction");
        tx.prepare_cached("INSERT INTO row (bytes) VALUES (?1)")
            .and_then(|mut insert| insert.execute([&bytes]))
            .expect("a row");
        tx.commit().expect("the disk");
    });
}

#[divan::bench(sample_count = 50)]
fn open_2000_standards_and_list_them(bencher: Bencher) {
    let (folder, _) = office();
    let path = folder.join("oficina.cauce");
    bencher.bench_local(|| {
        let store = Store::open(&path, Access::Write).expect("the office");
        let rows = store.read(|reader| {
            black_box(reader.counts()?);
            reader.standards(&Filter::default())
        });
        assert_eq!(
            rows.map_err(|error: Error| error.to_string())
                .map(|it| it.len()),
            Ok(STANDARDS)
        );
    });
}

#[divan::bench(sample_count = 50)]
fn list_2000_standards(bencher: Bencher) {
    let (folder, _) = office();
    let store = Store::open(&folder.join("oficina.cauce"), Access::Read).expect("the office");
    bencher.bench_local(|| {
        let rows = store.read(|reader| reader.standards(&Filter::default()));
        rows.map_err(|error: Error| error.to_string())
            .expect("the register")
    });
}

#[divan::bench(sample_count = 100)]
fn read_one_standard(bencher: Bencher) {
    let (folder, ids) = office();
    let store = Store::open(&folder.join("oficina.cauce"), Access::Read).expect("the office");
    bencher.bench_local(|| {
        let read = store.read(|reader| reader.standard(ids[1234]));
        read.map_err(|error: Error| error.to_string())
            .expect("the standard")
    });
}

/// A word of one standard, of an eighth of them, and of every one.
#[divan::bench(args = ["taller 1234", "telar", "mantenimiento preven", "lista de verificacion"], sample_count = 30)]
fn search_2000_standards(bencher: Bencher, words: &str) {
    let (folder, _) = office();
    let store = Store::open(&folder.join("oficina.cauce"), Access::Read).expect("the office");
    bencher.bench_local(|| {
        let hits = store.read(|reader| reader.search(words, 30));
        let hits = hits
            .map_err(|error: Error| error.to_string())
            .expect("hits");
        assert!(!hits.is_empty());
    });
}

/// Every page, row, chain, frozen document and draft of the office, as `log verify` looks at them.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn check_2000_standards(bencher: Bencher) {
    let (folder, _) = office();
    let store = Store::open(&folder.join("oficina.cauce"), Access::Read).expect("the office");
    bencher.bench_local(|| {
        let digest = |standard: &CompetenceStandard| Digest::of(standard.title.as_bytes());
        store
            .read(|reader| {
                let mut check = Check::begin(reader);
                while check.next().is_some() {
                    let digests = Digests {
                        standard: &digest,
                        map: &|map| Digest::of(map.title.as_bytes()),
                        instrument: &|instrument| Digest::of(instrument.id.0.as_bytes()),
                    };
                    check.look(reader, digests);
                }
                Ok::<_, Error>(check.end())
            })
            .map_err(|error: Error| error.to_string())
            .expect("an answer")
    });
}
