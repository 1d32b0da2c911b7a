//! The schema as it is, and the steps that were released as they were.

use std::fs;

use domain::edition::Digest;

use super::furnish;
use crate::{Access, Error, Store, backup, migrate, words};

/// A released step is never edited: what it did to the files of the office cannot be undone. A new
/// one adds its line here.
#[rustfmt::skip] // A table is read down its columns.
const RELEASED: &[(&str, &str)] = &[
    ("0001_acts",         "d4402f0379f6215c05f2ae74695c3c98d80a8add4850ba69ced92e82808323ea"),
    ("0002_standards",    "40e2e9b91ee0c201e2b662c44904aeb8bab2daa4eff5144b148192220cec31af"),
    ("0003_documents",    "d7cae4477b7a13d6866711956fe253f2cb07be8d34410b989e49cd24f78a64bb"),
    ("0004_settings",     "2615a9f93961d29c35c603544d87e6a879ecc08a4f84d01d7b735563c71dbdca"),
    ("0005_support_file", "eaba78448e44d292eea7310d32a00ee7eef47001d22574affb222307b8d0aca1"),
    ("0006_search",       "ade71c5119f4c8c3339d268d3c50f24fdea2d5ba2bf620bd07b3a4943e7247e6"),
    ("0007_codes",        "3374fc8fab3fb20c9b9bf342a5a4a1b9db6eee90d8e0bc461f2eff1dfc8aa801"),
    ("0008_evidence_content", "a7807eb246e26efe2b06578a5d31e439b8ca9a22b6696e129897dccaae310c1e"),
    ("0009_maps",         "c728149a59b305135c8bb3d5ef16629c47b4c8d10d20004671512cf163c67bf1"),
    ("0010_instruments",  "b33ead40438e1f265e99fc13ae1f826f5ea08cfa53c354c166f70003f557a89b"),
    ("0011_catalogues",  "5e6daec96dcb1b82946fa9a2081e5d692e9214dc0ae3cac60393c89afaa17c4e"),
    ("0012_draws",       "add6429aee0380337305af949febb9e79d96c85048cfcad75b09f2147baff7e9"),
];

#[test]
fn no_released_step_was_edited() {
    let steps: Vec<(&str, String)> = migrate::STEPS
        .iter()
        .map(|(name, sql)| (*name, Digest::of(sql.as_bytes()).hex()))
        .collect();

    let released: Vec<(&str, String)> = RELEASED
        .iter()
        .map(|(name, digest)| (*name, (*digest).to_owned()))
        .collect();
    assert_eq!(steps, released);
}

#[test]
fn the_schema_is_the_one_that_was_reviewed() {
    let store = Store::memory().unwrap();
    let schema: Vec<String> = store
        .conn
        .prepare(
            "SELECT sql
               FROM sqlite_schema
              WHERE sql IS NOT NULL
              ORDER BY type <> 'table', tbl_name, type, name",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();

    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("schema", schema.join(";\n\n"));
    });
}

#[test]
fn every_table_of_ours_is_strict() {
    let store = Store::memory().unwrap();
    let loose: Vec<String> = store
        .conn
        .prepare(
            "SELECT name
               FROM pragma_table_list
              WHERE schema = 'main' AND type = 'table' AND NOT strict
                AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();

    assert!(loose.is_empty(), "{loose:?}");
}

/// Which column takes the words of each vocabulary.
const TAKES: &[(&str, &str, &str)] = &[
    ("format", "ec_printed", "format"),
    ("knowledge_level", "ec_part", "level"),
    ("part_list", "ec_part", "list"),
    ("printed_list", "ec_printed_line", "list"),
    ("edition_kind", "ec_edition", "kind"),
    ("setting_word", "setting", "word"),
    ("set_aside_kind", "set_aside", "kind"),
    ("map_claim", "map_attestation", "claim"),
    ("criterion_kind", "iec_judged", "kind"),
    ("tool_kind", "iec_tool", "kind"),
    ("weight_class", "iec_item", "weight"),
    ("historical_evidence", "iec_item", "historical"),
    ("question_kind", "iec_question", "kind"),
    ("question_standing", "iec_question", "standing"),
    ("annex_audience", "iec_annex", "audience"),
    ("catalogue_kind", "catalogue", "kind"),
    ("solution_kind", "certification_solution", "kind"),
    ("solution_standing", "certification_solution", "standing"),
];

#[test]
fn every_word_has_its_place_and_no_other_word_has() {
    let store = Store::memory().unwrap();
    for (table, words) in words::vocabularies() {
        let kept: Vec<String> = store
            .conn
            .prepare(&format!("SELECT word FROM {table}"))
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let mut expected = words.clone();
        expected.sort_unstable();
        assert_eq!(kept, expected, "{table}");
    }
    for (words, table, column) in TAKES {
        let points: String = store
            .conn
            .query_row(
                "SELECT \"table\" FROM pragma_foreign_key_list(?1) WHERE \"from\" = ?2",
                [table, column],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(points, *words, "{table}.{column}");
    }
    store
        .conn
        .execute_batch("INSERT INTO setting (word, value) VALUES ('PERSON', '')")
        .unwrap();
    let other = "INSERT INTO setting (word, value) VALUES ('TELEPATHY', '')";
    assert!(store.conn.execute_batch(other).is_err());
}

#[test]
fn words_that_came_with_a_newer_app_of_the_same_format_are_added() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    let store = Store::create(&path).unwrap();
    let sql = "DELETE FROM setting_word WHERE word = 'APPEARANCE'";
    store.conn.execute_batch(sql).unwrap();
    drop(store);

    let store = Store::open(&path, Access::Write).unwrap();

    assert!(!words::compare(&store.conn).unwrap());
}

#[test]
fn an_older_file_is_brought_up_to_date_and_a_copy_kept_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    let mut conn = rusqlite::Connection::open(&path).unwrap();
    migrate::up_to(&mut conn, 4).unwrap();
    conn.execute_batch("INSERT INTO chain (name) VALUES ('workspace')")
        .unwrap();
    drop(conn);
    let before = fs::read(&path).unwrap();

    let only_read = Store::open(&path, Access::Read);
    assert!(matches!(only_read, Err(Error::TooOld { found: 4, .. })));
    assert!(fs::read(&path).unwrap() == before);
    let mut store = Store::open(&path, Access::Write).unwrap();

    furnish(&mut store);
    let kept = folder.path().join("oficina.cauce.formato-4");
    let copy = rusqlite::Connection::open(&kept).unwrap();
    assert_eq!(migrate::version(&copy).unwrap(), 4);
    fs::write(folder.path().join("antes"), before).unwrap();
    let old = rusqlite::Connection::open(folder.path().join("antes")).unwrap();
    assert_eq!(
        backup::contents(&copy).unwrap(),
        backup::contents(&old).unwrap()
    );
}

#[test]
fn a_migration_that_was_cut_short_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    for reached in 1..migrate::STEPS.len() {
        let path = folder.path().join(format!("{reached}.cauce"));
        let mut conn = rusqlite::Connection::open(&path).unwrap();
        migrate::up_to(&mut conn, reached).unwrap();
        drop(conn);

        let mut store = Store::open(&path, Access::Write).unwrap();

        furnish(&mut store);
        assert_eq!(migrate::version(&store.conn).unwrap(), migrate::latest());
        let copy = folder
            .path()
            .join(format!("{reached}.cauce.formato-{reached}"));
        assert!(!copy.exists(), "nobody did anything in it");
    }
}
