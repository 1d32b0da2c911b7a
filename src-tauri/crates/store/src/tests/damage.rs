//! Damage is noticed, and never a panic.

use std::fs;
use std::path::Path;

use domain::act::{self, Draft};
use domain::catalogue::{CatalogueKind, Content, RegisterEntry};
use domain::edition::Digest;
use domain::ids::{EcId, Ids};
use rusqlite::Connection;

use super::furnish;
use crate::{
    Access, Brought, CATALOGUE_ACT, Error, Filter, Order, Problem, Setting, Store, WORKSPACE_CHAIN,
    sample,
};

/// A small workspace with one of everything, packed without free room.
fn furnished(path: &Path) -> EcId {
    let mut store = Store::create(path).unwrap();
    let ec = furnish(&mut store);
    drop(store);
    let conn = Connection::open(path).unwrap();
    conn.execute_batch("PRAGMA secure_delete = ON; VACUUM;")
        .unwrap();
    ec
}

/// Numbers that look taken at random and are always the same.
fn chances(seed: u64) -> impl Iterator<Item = usize> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap()
    })
}

fn check(store: &Store) -> Result<Vec<Problem>, Error> {
    store.read(|reader| Ok(super::check(reader)))
}

/// Everything that acts, editions, evidence, drafts and what was said of them keep; not the index.
fn kept(store: &Store) -> Result<Digest, Error> {
    store.read(|reader| {
        let mut all = String::new();
        for chain in reader.chains()? {
            all.push_str(&format!("{chain}{:?}", reader.acts(&chain)?));
        }
        for digest in reader.edition_digests()? {
            all.push_str(&format!("{:?}", reader.edition(&digest)?));
        }
        for digest in reader.evidence_digests()? {
            let bytes = reader.evidence_bytes(&digest)?;
            all.push_str(&format!("{:?}{bytes:?}", reader.evidence(&digest)?));
        }
        for ec in reader.ec_ids()? {
            all.push_str(&format!(
                "{ec}{:?}{:?}",
                reader.standard(ec)?,
                reader.editions(ec)?
            ));
            all.push_str(&format!(
                "{:?}{:?}",
                reader.set_asides(ec)?,
                reader.support_file(ec)?
            ));
        }
        for setting in Setting::ALL {
            all.push_str(&format!("{:?}", reader.setting(*setting)?));
        }
        Ok(Digest::of(all.as_bytes()))
    })
}

#[test]
fn a_workspace_as_it_was_left_has_no_problem() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    furnished(&path);

    let problems = check(&Store::open(&path, Access::Read).unwrap()).unwrap();

    assert_eq!(problems, []);
}

#[test]
fn any_byte_that_changes_what_was_kept_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    furnished(&path);
    let whole = fs::read(&path).unwrap();
    let before = kept(&Store::open(&path, Access::Read).unwrap()).unwrap();
    let written: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] != 0).collect();
    let (mut changed, mut noticed) = (0, 0);

    for chance in chances(1).take(700) {
        let at = written[chance % written.len()];
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (chance % 7);
        fs::write(&path, &bytes).unwrap();
        let Ok(store) = Store::open(&path, Access::Read) else {
            noticed += 1;
            continue;
        };
        let problems = check(&store);
        if kept(&store).ok() != Some(before) {
            changed += 1;
            let found = problems.is_ok_and(|it| !it.is_empty());
            assert!(found, "byte {at} of {} was changed unseen", whole.len());
        }
    }

    assert!(
        changed > 100 && noticed > 0,
        "{changed} changed, {noticed} noticed"
    );
}

/// What is tampered with, and the name by which it is found.
#[rustfmt::skip] // A table is read down its columns.
const TAMPERED: &[(&str, &str)] = &[
    ("UPDATE act SET done_by = 'Eva' WHERE number = 1",           "Chain"),
    ("UPDATE act SET body = body || ' ' WHERE act = 'HEADS'",     "Chain"),
    ("UPDATE act SET digest = zeroblob(32) WHERE number = 2",     "Chain"),
    ("UPDATE act_evidence SET requirement = 'EC-SUP-2'",          "Chain"),
    ("UPDATE chain SET name = 'otra' WHERE key = 1",              "Chain"),
    ("DELETE FROM act WHERE act = 'SUPPORT_EDIT'",                "Head"),
    ("DELETE FROM act WHERE act = 'ENDORSEMENT'",                 "Orphan"),
    ("UPDATE edition SET body = x'00'",                           "Edition"),
    ("UPDATE evidence_piece SET bytes = x'00' WHERE evidence = 1", "Evidence"),
    ("UPDATE evidence SET name = 'otro.pdf' WHERE key = 1",       "Evidence"),
    ("UPDATE evidence SET media_type = 'x' WHERE key = 1",        "Evidence"),
    ("DELETE FROM evidence WHERE key = 1",                        "EvidenceMissing"),
    ("UPDATE ec SET title = 'Otro'",                              "Draft"),
    ("UPDATE ec SET id = replace(id, '0', '1')",                  "Draft"),
    ("UPDATE ec_part SET text = text || '.' WHERE list = 'characteristics'", "Draft"),
    ("UPDATE ec_part SET colon = 1 - colon WHERE list = 'glossary'", "Draft"),
    ("DELETE FROM ec_printed_line; DELETE FROM ec_printed",       "Draft"),
    ("UPDATE ec_part SET position = 9 WHERE list = 'products'",   "Unreadable"),
    ("UPDATE ec_part SET name = 'x' WHERE list = 'products'",     "Unreadable"),
    ("UPDATE ec_part SET list = 'details' WHERE list = 'products'", "Unreadable"),
    ("DELETE FROM ec_part WHERE list = 'elements'",               "Orphan"),
    ("UPDATE support_file SET certifiable_population = 9",        "SupportFile"),
    ("DELETE FROM support_file",                                  "SupportFile"),
    ("UPDATE set_aside SET reason = 'Otra'",                      "Unreadable"),
    ("UPDATE set_aside_withdrawal SET said_by = 'Otra'",          "Unreadable"),
    ("UPDATE ec_edition SET act = 9",                             "Unreadable"),
    ("UPDATE setting SET value = 'Eva' WHERE word = 'PERSON'",    "Settings"),
    ("DELETE FROM setting",                                       "Settings"),
    ("DELETE FROM ec_edition",                                    "Beside"),
    ("DELETE FROM ec_edition; DELETE FROM edition",               "Beside"),
    ("DELETE FROM set_aside_withdrawal",                          "Beside"),
    ("DELETE FROM set_aside_withdrawal; DELETE FROM set_aside",   "Beside"),
    ("INSERT INTO set_aside SELECT key + 9, ec, rule, place, part, fingerprint, kind, said_by,
      reason, written_at, seal FROM set_aside",                   "Beside"),
    ("CREATE TRIGGER mine AFTER INSERT ON act BEGIN SELECT 1; END", "Schema"),
    ("DROP INDEX act_that_codes",                                 "Schema"),
    ("CREATE TABLE mine (a)",                                     "Schema"),
];

#[test]
fn a_map_that_is_not_what_its_acts_left_is_found() {
    let mut store = Store::memory().unwrap();
    let map = domain::functional_map::sketch::sample(&mut Ids::fixed());
    let chain = map.id.to_string();
    let begun = act::Draft {
        result: Some(super::map_digest(&map)),
        evidence: Vec::new(),
        ..crate::sample::act("MAP_BEGUN")
    };
    store
        .write(|writer| {
            writer.insert_map(&map)?;
            writer.append_act(&chain, begun)
        })
        .unwrap();
    assert_eq!(check(&store).unwrap(), []);

    let sql = "UPDATE map_function SET text = 'Otra cosa' WHERE position = 1";
    store.conn.execute_batch(sql).unwrap();

    let what = "el mapa funcional";
    assert_eq!(check(&store).unwrap(), [Problem::Drawn { chain, what }]);
}

#[test]
fn a_trigger_that_is_gone_or_weaker_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    furnished(&path);
    let whole = fs::read(&path).unwrap();
    for sql in [
        "DROP TRIGGER act_is_final",
        "DROP TRIGGER edition_stays; CREATE TRIGGER edition_stays BEFORE DELETE ON edition BEGIN SELECT 1; END",
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'evidence_stays'",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'ABORT', 'IGNORE')
         WHERE name = 'act_stays'",
    ] {
        fs::write(&path, &whole).unwrap();
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(sql).unwrap();
        drop(conn);

        let problems = Store::open(&path, Access::Read).and_then(|store| check(&store));

        // A schema that SQLite itself finds torn is not even opened.
        let told = match &problems {
            Err(error) => matches!(error, Error::Corrupt { .. }),
            Ok(found) => found.iter().any(|it| matches!(it, Problem::Schema { .. })),
        };
        assert!(told, "{sql}: {problems:?}");
    }
}

#[test]
fn a_setting_that_no_act_set_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    drop(Store::create(&path).unwrap());
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("INSERT INTO setting (word, value) VALUES ('PERSON', 'Eva')")
        .unwrap();
    drop(conn);

    let problems = check(&Store::open(&path, Access::Read).unwrap()).unwrap();

    assert_eq!(problems, [Problem::Settings]);
}

#[test]
fn a_list_that_is_not_the_one_that_was_brought_in_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    let mut store = Store::create(&path).unwrap();
    let brought = Brought {
        kind: CatalogueKind::Renec,
        edition: "2026-06-28".to_owned(),
        file: "lista.csv".to_owned(),
        by: "Ana".to_owned(),
        at: "2026-07-03T10:00:00.000Z".to_owned(),
    };
    let content = Content::Register(vec![RegisterEntry {
        code: "EC0901".to_owned(),
        level: 2,
        title: "Amasado de pan".to_owned(),
        committee: "de los Panaderos".to_owned(),
        sector: "TALLERES".to_owned(),
    }]);
    store
        .write(|writer| {
            writer.keep_catalogue(&brought, &content)?;
            let result = Some(writer.catalogues_digest()?);
            let deed = Draft {
                result,
                evidence: Vec::new(),
                ..sample::act(CATALOGUE_ACT)
            };
            writer.append_act(WORKSPACE_CHAIN, deed)
        })
        .unwrap();
    assert_eq!(check(&store).unwrap(), []);
    drop(store);

    for (sql, back) in [
        (
            "UPDATE renec_entry SET title = 'Otro'",
            "UPDATE renec_entry SET title = 'Amasado de pan'",
        ),
        (
            "UPDATE catalogue SET edition = '2026-06-29'",
            "UPDATE catalogue SET edition = '2026-06-28'",
        ),
    ] {
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(sql).unwrap();
        let problems = check(&Store::open(&path, Access::Read).unwrap()).unwrap();
        assert_eq!(problems, [Problem::Catalogues], "{sql}");
        conn.execute_batch(back).unwrap();
    }
}

#[test]
fn what_was_added_is_not_changed_by_any_way_that_sql_has() {
    let mut store = Store::memory().unwrap();
    furnish(&mut store);
    for sql in [
        "INSERT OR REPLACE INTO act SELECT * FROM act WHERE number = 1",
        "REPLACE INTO act_evidence SELECT * FROM act_evidence",
        "REPLACE INTO chain SELECT * FROM chain",
        "REPLACE INTO edition SELECT key, digest, x'00' FROM edition",
        "REPLACE INTO ec_edition SELECT * FROM ec_edition",
        "REPLACE INTO evidence SELECT key, digest, 'x', media_type, size, seal FROM evidence",
        "REPLACE INTO evidence_piece SELECT evidence, position, x'00' FROM evidence_piece",
        "REPLACE INTO set_aside SELECT * FROM set_aside",
        "UPDATE OR REPLACE act SET number = 1",
        "INSERT INTO edition SELECT key, digest, x'00' FROM edition
         WHERE true ON CONFLICT (digest) DO UPDATE SET body = x'00'",
        "UPDATE act SET body = '' FROM chain WHERE chain.key = act.chain",
        "DELETE FROM act RETURNING *",
        // Our own connection does not let anybody write in the schema.
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger'",
    ] {
        let before = kept(&store).unwrap();

        assert!(store.conn.execute_batch(sql).is_err(), "{sql}");

        assert_eq!(kept(&store).unwrap(), before, "{sql}");
    }
}

#[test]
fn a_changed_byte_is_found_in_each_place_by_its_own_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    furnished(&path);
    let whole = fs::read(&path).unwrap();

    for (sql, name) in TAMPERED {
        fs::write(&path, &whole).unwrap();
        tamper(&path, sql);

        let problems = check(&Store::open(&path, Access::Read).unwrap()).unwrap();

        let told: Vec<String> = problems.iter().map(|it| format!("{it:?}")).collect();
        let named = |it: &String| it.split([' ', '{']).next() == Some(name);
        assert!(told.iter().any(named), "{sql}: {told:?}");
    }
}

/// Changes the file behind the app's back: no triggers, no foreign keys.
fn tamper(path: &Path, sql: &str) {
    let conn = Connection::open(path).unwrap();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    let triggers: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (name, _) in &triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        conn.execute_batch(sql).unwrap();
    }
}

#[test]
fn a_torn_file_is_an_error_or_a_problem_and_never_a_panic() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    let ec = furnished(&path);
    let whole = fs::read(&path).unwrap();
    let mut chances = chances(2);
    let mut next = || chances.next().unwrap();

    for round in 0..260 {
        let mut bytes = whole.clone();
        match round % 4 {
            0 => bytes.truncate(next() % whole.len()),
            1 => {
                let page = next() % (whole.len() / 4096);
                bytes[page * 4096..(page + 1) * 4096].fill(0);
            }
            2 => {
                for _ in 0..64 {
                    let at = next() % bytes.len();
                    bytes[at] = u8::try_from(next() % 256).unwrap();
                }
            }
            _ => {
                let (from, to) = (next() % (whole.len() / 4096), next() % (whole.len() / 4096));
                bytes.copy_within(from * 4096..(from + 1) * 4096, to * 4096);
            }
        }
        fs::write(&path, &bytes).unwrap();

        use_it(&path, ec);
    }
}

/// Does everything a person could do with a file that cannot be believed.
fn use_it(path: &Path, ec: EcId) {
    let Ok(mut store) = Store::open(path, Access::Write) else {
        return;
    };
    let _ = store.read(|reader| {
        let _ = reader.standard(ec);
        let _ = reader.standards(&Filter::default());
        let _ = reader.counts();
        let _ = reader.search("bicicleta", 5);
        let _ = reader.find("EC9999");
        let _ = reader.acts_page(&ec.to_string(), 0, 3, Order::NewestFirst);
        let _ = reader.setting(Setting::Person);
        let _ = super::check(reader);
        Ok::<_, Error>(())
    });
    let _ = store.write(|writer| {
        let mut draft = writer.standard(ec)?;
        let edit = super::killed::nth(&draft, 3);
        super::make(writer, ec, &mut draft, &edit)
    });
    drop(store);
    let _ = fs::remove_file(path.with_file_name("oficina.cauce-journal"));
}
