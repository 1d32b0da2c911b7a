//! From the format a file has to the one we know: one numbered step at a time, each in a transaction
//! of its own, and a copy kept before the first.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::{Error, backup};

/// The steps, by name. A step that was released is never edited: a test keeps its digest.
pub(crate) const STEPS: &[(&str, &str)] = &[
    ("0001_acts", include_str!("../migrations/0001_acts.sql")),
    (
        "0002_standards",
        include_str!("../migrations/0002_standards.sql"),
    ),
    (
        "0003_documents",
        include_str!("../migrations/0003_documents.sql"),
    ),
    (
        "0004_settings",
        include_str!("../migrations/0004_settings.sql"),
    ),
    (
        "0005_support_file",
        include_str!("../migrations/0005_support_file.sql"),
    ),
    ("0006_search", include_str!("../migrations/0006_search.sql")),
    ("0007_codes", include_str!("../migrations/0007_codes.sql")),
    (
        "0008_evidence_content",
        include_str!("../migrations/0008_evidence_content.sql"),
    ),
    ("0009_maps", include_str!("../migrations/0009_maps.sql")),
    (
        "0010_instruments",
        include_str!("../migrations/0010_instruments.sql"),
    ),
    (
        "0011_catalogues",
        include_str!("../migrations/0011_catalogues.sql"),
    ),
    ("0012_draws", include_str!("../migrations/0012_draws.sql")),
];

/// The format this app writes.
pub(crate) fn latest() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// The format a file has.
pub(crate) fn version(conn: &Connection) -> Result<i64, Error> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses a file from the future, without touching it.
pub(crate) fn refuse_newer(conn: &Connection) -> Result<i64, Error> {
    let (found, known) = (version(conn)?, latest());
    if found < 0 {
        return Err(Error::Corrupt { what: "format" });
    }
    if found > known {
        return Err(Error::TooNew { found, known });
    }
    Ok(found)
}

/// Brings a file to our format. No other window sees it half way.
pub(crate) fn to_latest(conn: &mut Connection, path: Option<&Path>) -> Result<(), Error> {
    if version(conn)? == latest() {
        return Ok(());
    }
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let done = locked(conn, path);
    conn.pragma_update(None, "locking_mode", "NORMAL")?;
    // The lock is given back by the next look at the file.
    version(conn)?;
    done
}

fn locked(conn: &mut Connection, path: Option<&Path>) -> Result<(), Error> {
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT;")?;
    let found = refuse_newer(conn)?;
    if let Some(path) = path
        && found > 0
        && found < latest()
        && is_begun(conn)?
    {
        backup::copy(conn, &beside(path, found))?;
    }
    up_to(conn, STEPS.len())
}

/// Whether anybody did anything in it. A creation that was cut short leaves tables with nothing in
/// them, and nobody misses a copy of those.
fn is_begun(conn: &Connection) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM chain)";
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

/// One step at a time, each in a transaction of its own.
pub(crate) fn up_to(conn: &mut Connection, last: usize) -> Result<(), Error> {
    let steps = Migrations::new(STEPS.iter().map(|(_, sql)| M::up(sql)).collect());
    let reached = usize::try_from(version(conn)?).map_err(|_| Error::Corrupt { what: "format" })?;
    for step in reached..last {
        steps.to_version(conn, step + 1).map_err(failure)?;
    }
    Ok(())
}

/// A name beside the file that nothing has: `oficina.cauce.formato-3`, then `…-3-2` and so on.
fn beside(path: &Path, version: i64) -> PathBuf {
    let named = |suffix: String| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let first = named(format!(".formato-{version}"));
    if !first.exists() {
        return first;
    }
    (2..)
        .map(|n: u32| named(format!(".formato-{version}-{n}")))
        .find(|name| !name.exists())
        .unwrap_or(first)
}

fn failure(error: rusqlite_migration::Error) -> Error {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Error::from(err),
        _ => Error::Corrupt { what: "schema" }, // The steps themselves are tested.
    }
}
