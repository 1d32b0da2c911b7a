//! Two windows on one file.

use std::time::Duration;

use super::{furnish, make, open_case};
use crate::{Access, Error, Setting, Store};
use domain::ec::edit::Edit;
use domain::ec::part::Field;

fn two(folder: &tempfile::TempDir) -> (Store, Store) {
    let path = folder.path().join("oficina.cauce");
    let first = Store::create(&path).unwrap();
    let second = Store::open(&path, Access::Write).unwrap();
    second.conn.busy_timeout(Duration::from_millis(20)).unwrap();
    (first, second)
}

#[test]
fn a_window_that_would_write_while_another_does_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, mut second) = two(&folder);

    let refused = first
        .write(|writer| {
            writer.set(Setting::Person, Some("Ana"))?;
            let refused = second.write(|writer| writer.set(Setting::Person, Some("Eva")));
            let seen = second.read(|reader| reader.setting(Setting::Person))?;
            Ok::<_, Error>((refused, seen))
        })
        .unwrap();

    assert!(matches!(refused, (Err(Error::Locked), None)), "{refused:?}");
    let now = second
        .read(|reader| reader.setting(Setting::Person))
        .unwrap();
    assert_eq!(now.as_deref(), Some("Ana"));
}

#[test]
fn a_write_that_another_window_looks_through_is_given_up_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (first, mut second) = two(&folder);

    let refused = first
        .read(|reader| {
            reader.setting(Setting::Person)?;
            Ok::<_, Error>(second.write(|writer| writer.set(Setting::Person, Some("Eva"))))
        })
        .unwrap();

    assert!(matches!(refused, Err(Error::Locked)), "{refused:?}");
    let seen = |store: &Store| {
        store
            .read(|reader| reader.setting(Setting::Person))
            .unwrap()
    };
    assert_eq!((seen(&first), seen(&second)), (None, None));
    second
        .write(|writer| writer.set(Setting::Person, Some("Eva")))
        .unwrap();
    assert_eq!(seen(&first).as_deref(), Some("Eva"));
}

#[test]
fn an_edit_made_from_what_another_window_has_changed_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, mut second) = two(&folder);
    let (ec, mut draft) = first.write(open_case).unwrap();
    let version = second.data_version().unwrap();
    let title = |after: &str, draft: &domain::ec::CompetenceStandard| Edit::Write {
        part: None,
        field: Field::Title,
        before: draft.title.clone(),
        after: after.to_owned(),
    };
    let (ours, mut theirs) = (title("Uno", &draft), draft.clone());
    let late = title("Dos", &theirs);

    first
        .write(|writer| make(writer, ec, &mut draft, &ours))
        .unwrap();
    let refused = second.write(|writer| make(writer, ec, &mut theirs, &late));

    assert!(matches!(refused, Err(Error::Edit(_))), "{refused:?}");
    assert_eq!(second.read(|reader| reader.standard(ec)).unwrap(), draft);
    assert_ne!(second.data_version().unwrap(), version);
}

#[test]
fn a_format_that_changed_under_an_open_window_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let (first, mut second) = two(&folder);
    first.conn.pragma_update(None, "user_version", 999).unwrap();

    let refused = second.write(|writer| writer.set(Setting::Person, Some("Eva")));

    assert!(matches!(refused, Err(Error::TooNew { .. })), "{refused:?}");
}

#[test]
fn a_panic_in_the_middle_of_a_write_leaves_nothing_of_it() {
    let mut store = Store::memory().unwrap();
    furnish(&mut store);

    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write(|writer| -> Result<(), Error> {
            writer.set(Setting::Person, Some("Eva"))?;
            panic!("on purpose")
        })
    }));

    assert!(panicked.is_err());
    let person = store
        .read(|reader| reader.setting(Setting::Person))
        .unwrap();
    assert_eq!(person.as_deref(), Some("Ana Torres"));
}

/// A disk of its own, one megabyte large, where the system lets us have one.
#[cfg(unix)]
struct SmallDisk(tempfile::TempDir);

#[cfg(unix)]
impl SmallDisk {
    fn new() -> Option<SmallDisk> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = std::process::Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
            .arg(folder.path());
        let mounted = mount.output().is_ok_and(|done| done.status.success());
        mounted.then_some(SmallDisk(folder))
    }
}

#[cfg(unix)]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount")
            .arg(self.0.path())
            .status();
    }
}

#[test]
#[cfg(unix)]
fn a_disk_that_fills_up_under_the_workspace_loses_nothing() {
    let Some(disk) = SmallDisk::new() else {
        eprintln!("skipped: the system lets nobody but root have a disk of one megabyte");
        return;
    };
    let path = disk.0.path().join("oficina.cauce");
    let mut store = Store::create(&path).unwrap();
    let ec = furnish(&mut store);
    let before = store.read(|reader| reader.acts(&ec.to_string())).unwrap();
    let large = vec![7; 2_000_000];

    let full = store.write(|writer| {
        writer.append_act(&ec.to_string(), crate::sample::act("RETURNED"))?;
        writer.add_evidence(&mut &large[..], &crate::Offered::default())
    });
    let named = |name: &str, n: u32| disk.0.path().join(format!("{name}-{n}.cauce"));
    let copied = (0..9).find_map(|n| Some((n, store.copy_to(&named("copia", n)).err()?)));
    let created = (0..9).find_map(|n| Store::create(&named("nueva", n)).err());

    assert!(matches!(full, Err(Error::Full)), "{full:?}");
    assert!(matches!(copied, Some((_, Error::Full))), "{copied:?}");
    let left = copied.map(|(n, _)| named("copia", n).exists());
    assert_eq!(left, Some(false), "half a copy has a name");
    assert!(matches!(created, Some(Error::Full)), "{created:?}");
    drop(store);
    let store = Store::open(&path, Access::Read).unwrap();
    assert_eq!(
        store.read(|reader| reader.acts(&ec.to_string())).unwrap(),
        before
    );
    assert_eq!(
        store
            .read(|reader| Ok::<_, Error>(super::check(reader)))
            .unwrap(),
        []
    );
}

#[test]
fn a_full_disk_is_said_to_be_full_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("oficina.cauce")).unwrap();
    let (ec, mut draft) = store.write(open_case).unwrap();
    let pages: i64 = store
        .conn
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    let limit = |store: &Store, pages: i64| {
        let set = format!("PRAGMA max_page_count = {pages}");
        let _: i64 = store.conn.query_row(&set, [], |row| row.get(0)).unwrap();
    };
    let long = Edit::Write {
        part: None,
        field: Field::Purpose,
        before: draft.general.purpose.clone(),
        after: "Propósito. ".repeat(10_000),
    };
    let before = draft.clone();

    limit(&store, pages + 2);
    let full = store.write(|writer| make(writer, ec, &mut draft, &long));

    assert!(matches!(full, Err(Error::Full)), "{full:?}");
    assert_eq!(store.read(|reader| reader.standard(ec)).unwrap(), before);
    assert_eq!(
        store
            .read(|reader| reader.acts(&ec.to_string()))
            .unwrap()
            .len(),
        1
    );
    limit(&store, pages + 1000);
    draft = before;
    store
        .write(|writer| make(writer, ec, &mut draft, &long))
        .unwrap();
    assert_eq!(store.read(|reader| reader.standard(ec)).unwrap(), draft);
}
