//! Files that are not what they should be.

use std::fs;
use std::path::{Path, PathBuf};

use domain::edition::Digest;

use super::child;
use super::furnish;
use crate::{Access, Error, Offered, Setting, Store, backup, migrate};

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    (folder, path)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_workspace_is_opened_again_with_all_that_was_in_it() {
    let (folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    let ec = furnish(&mut store);
    let before = backup::contents(&store.conn).unwrap();
    drop(store);

    for access in [Access::Read, Access::Write] {
        let store = Store::open(&path, access).unwrap();
        assert_eq!(backup::contents(&store.conn).unwrap(), before);
        assert!(store.read(|reader| reader.has_standard(ec)).unwrap());
    }
    assert_eq!(
        names(folder.path()),
        ["oficina.cauce"],
        "nothing is left beside it"
    );
}

#[test]
fn the_journal_is_on_the_disk_and_a_write_waits_for_it() {
    let (_folder, path) = folder();
    let asked = |store: &Store| -> (String, i64, i64, i64) {
        let text = |name: &str| store.conn.pragma_query_value(None, name, |row| row.get(0));
        let number = |name: &str| store.conn.pragma_query_value(None, name, |row| row.get(0));
        (
            text("journal_mode").unwrap(),
            number("synchronous").unwrap(),
            number("foreign_keys").unwrap(),
            number("recursive_triggers").unwrap(),
        )
    };

    let created = Store::create(&path).unwrap();
    let safe = ("delete".to_owned(), 3, 1, 1);
    assert_eq!(asked(&created), safe);
    drop(created);
    // A file that somebody left with a journal of another kind is worked on with ours.
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch("PRAGMA journal_mode = WAL").unwrap();
    drop(conn);

    assert_eq!(asked(&Store::open(&path, Access::Write).unwrap()), safe);
}

#[test]
fn what_is_opened_to_be_read_is_not_written_in() {
    let (_folder, path) = folder();
    drop(Store::create(&path).unwrap());
    let bytes = fs::read(&path).unwrap();
    let mut store = Store::open(&path, Access::Read).unwrap();

    let refused = store.write(|writer| writer.set(Setting::Person, Some("Ana")));

    assert!(matches!(refused, Err(Error::ReadOnly)), "{refused:?}");
    assert!(fs::read(&path).unwrap() == bytes);
}

#[test]
fn a_file_that_is_not_there_is_not_found() {
    let (folder, path) = folder();

    assert!(matches!(
        Store::open(&path, Access::Write),
        Err(Error::NotFound)
    ));
    assert!(names(folder.path()).is_empty(), "opening makes no file");
    let nowhere = folder.path().join("no/hay/oficina.cauce");
    assert!(matches!(Store::create(&nowhere), Err(Error::NotFound)));
    drop(Store::create(&path).unwrap());
    let inside = path.join("oficina.cauce");
    assert!(matches!(
        Store::open(&inside, Access::Write),
        Err(Error::NotFound)
    ));
}

#[test]
fn a_file_is_never_written_over() {
    let (_folder, path) = folder();
    fs::write(&path, "unas notas").unwrap();

    assert!(matches!(Store::create(&path), Err(Error::AlreadyThere)));
    let store = Store::memory().unwrap();
    assert!(matches!(store.copy_to(&path), Err(Error::AlreadyThere)));
    assert_eq!(fs::read(&path).unwrap(), b"unas notas");
}

#[test]
fn an_empty_file_is_no_workspace_but_can_become_one() {
    let (_folder, path) = folder();
    fs::write(&path, "").unwrap();

    assert!(matches!(
        Store::open(&path, Access::Write),
        Err(Error::NotAWorkspace)
    ));
    drop(Store::create(&path).unwrap());

    assert!(Store::open(&path, Access::Write).is_ok());
}

#[test]
fn another_kind_of_file_is_refused_and_left_as_it_was() {
    let (folder, path) = folder();
    let foreign = folder.path().join("otra.db");
    let conn = rusqlite::Connection::open(&foreign).unwrap();
    conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (a); PRAGMA user_version = 3;")
        .unwrap();
    drop(conn);
    fs::write(&path, "PK\u{3}\u{4}".repeat(4000)).unwrap();
    let short = folder.path().join("corta.cauce");
    fs::write(&short, "x").unwrap();

    for path in [&foreign, &path, &short] {
        let before = fs::read(path).unwrap();
        for access in [Access::Read, Access::Write] {
            let refused = Store::open(path, access);
            assert!(
                matches!(refused, Err(Error::NotAWorkspace)),
                "{path:?}: {refused:?}"
            );
        }
        assert!(fs::read(path).unwrap() == before, "{path:?} was changed");
    }
    let refused = Store::open(folder.path(), Access::Write);
    assert!(matches!(refused, Err(Error::NotAWorkspace)));
}

#[test]
fn a_file_from_the_future_is_refused_and_left_byte_for_byte() {
    let (folder, path) = folder();
    furnish(&mut Store::create(&path).unwrap());
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch("CREATE TABLE later (a); PRAGMA user_version = 999;")
        .unwrap();
    drop(conn);
    let before = fs::read(&path).unwrap();

    for access in [Access::Read, Access::Write] {
        let refused = Store::open(&path, access);
        assert!(
            matches!(refused, Err(Error::TooNew { found: 999, .. })),
            "{refused:?}"
        );
    }

    assert!(fs::read(&path).unwrap() == before);
    assert_eq!(names(folder.path()), ["oficina.cauce"]);
}

#[test]
fn a_file_with_a_word_of_the_future_is_refused() {
    let (_folder, path) = folder();
    let store = Store::create(&path).unwrap();
    store
        .conn
        .execute_batch("INSERT INTO setting_word (word) VALUES ('TELEPATHY')")
        .unwrap();
    drop(store);

    let refused = Store::open(&path, Access::Write);

    assert!(matches!(refused, Err(Error::TooNew { .. })), "{refused:?}");
}

#[test]
fn a_copy_is_the_same_workspace() {
    let (folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    let ec = furnish(&mut store);
    let copy = folder.path().join("copia.cauce");

    store.copy_to(&copy).unwrap();

    assert_eq!(names(folder.path()), ["copia.cauce", "oficina.cauce"]);
    let copy = Store::open(&copy, Access::Write).unwrap();
    assert_eq!(
        backup::contents(&copy.conn).unwrap(),
        backup::contents(&store.conn).unwrap()
    );
    assert_eq!(
        copy.read(|reader| reader.standard(ec)).unwrap(),
        store.read(|reader| reader.standard(ec)).unwrap()
    );
    let nowhere = folder.path().join("no/hay/copia.cauce");
    assert!(matches!(store.copy_to(&nowhere), Err(Error::NotFound)));
}

/// The errors a person without rights gets, in the order of the files they were given.
#[test]
#[cfg(unix)]
fn what_the_system_does_not_permit_is_said() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    const TEST: &str = "tests::files::what_the_system_does_not_permit_is_said";
    const NOBODY: u32 = 65_534;

    if let Some(folder) = child::path() {
        let folder = Path::new(&folder);
        let open = |name: &str, access| Store::open(&folder.join(name), access);
        let opened = open("ilegible.cauce", Access::Read);
        assert!(matches!(opened, Err(Error::PermissionDenied)), "{opened:?}");
        let opened = open("lectura.cauce", Access::Write);
        assert!(matches!(opened, Err(Error::ReadOnly)), "{opened:?}");
        let store = open("lectura.cauce", Access::Read).unwrap();
        store.read(|reader| reader.heads()).unwrap();
        let mut store = open("carpeta/oficina.cauce", Access::Write).unwrap();
        let refused = store.write(|writer| writer.set(Setting::Person, Some("Ana")));
        assert!(matches!(refused, Err(Error::ReadOnly)), "{refused:?}");
        let created = Store::create(&folder.join("carpeta/otra.cauce"));
        assert!(
            matches!(created, Err(Error::PermissionDenied)),
            "{created:?}"
        );
        let copied = store.copy_to(&folder.join("carpeta/copia.cauce"));
        assert!(matches!(copied, Err(Error::PermissionDenied)), "{copied:?}");
        return;
    }
    let (folder, _) = folder();
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(folder.path(), 0o755);
    let inner = folder.path().join("carpeta");
    fs::create_dir(&inner).unwrap();
    for (name, bits) in [
        ("ilegible.cauce", 0o000),
        ("lectura.cauce", 0o444),
        ("carpeta/oficina.cauce", 0o666),
    ] {
        let path = folder.path().join(name);
        drop(Store::create(&path).unwrap());
        mode(&path, bits);
    }
    mode(&inner, 0o555);
    let user = fs::metadata("/proc/self").map_or(1, |it| it.uid());

    let child = child::start(TEST, folder.path(), (user == 0).then_some(NOBODY));
    let done = child.wait_with_output().unwrap();

    mode(&inner, 0o755);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}

#[test]
fn evidence_of_an_older_workspace_keeps_its_bytes_and_its_seal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    let mut conn = rusqlite::Connection::open(&path).unwrap();
    migrate::up_to(&mut conn, 7).unwrap();
    let digest = Digest::of(b"avales");
    let seal = crate::seal(&[&digest.0, b"aval.pdf", b"x", &6_u64.to_be_bytes()]);
    conn.execute(
        "INSERT INTO evidence (key, digest, name, media_type, size, seal)
         VALUES (7, ?1, 'aval.pdf', 'x', 6, ?2)",
        (digest.0, seal),
    )
    .unwrap();
    conn.execute_batch("INSERT INTO evidence_piece VALUES (7, 1, x'6573'), (7, 0, x'6176616c')")
        .unwrap();
    drop(conn);

    let mut store = Store::open(&path, Access::Write).unwrap();

    let (kept, bytes) = store
        .read(|reader| Ok::<_, Error>((reader.evidence(&digest)?, reader.evidence_bytes(&digest)?)))
        .unwrap();
    assert_eq!(
        (kept.name.as_str(), bytes.as_slice()),
        ("aval.pdf", &b"avales"[..])
    );
    let again = store.write(|writer| writer.add_evidence(&mut &b"otro"[..], &Offered::default()));
    assert_ne!(again.unwrap().digest, digest);
    assert_eq!(
        store
            .read(|reader| Ok::<_, Error>(super::check(reader)))
            .unwrap(),
        []
    );
}
