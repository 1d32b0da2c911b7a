//! A copy that has been opened and compared before it gets its name.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::edition::Digest;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest as _, Sha256};

use crate::{Error, Store, places};

/// How many pages are copied before others are let in.
const PAGES: i32 = 1024;

impl Store {
    /// Copies the workspace to a new file. The copy is whole, opened and equal, or it is not there.
    pub fn copy_to(&self, path: &Path) -> Result<(), Error> {
        copy(&self.conn, path)
    }
}

pub(crate) fn copy(conn: &Connection, path: &Path) -> Result<(), Error> {
    if path.exists() {
        return Err(Error::AlreadyThere);
    }
    if places::is_taken(path) {
        return Err(Error::Taken);
    }
    let unfinished = unfinished(path);
    let done = written(conn, &unfinished).and_then(|()| {
        // Another may have written there meanwhile: a link is never put over a file.
        match fs::hard_link(&unfinished, path) {
            Ok(()) => Ok(()),
            Err(_) if !path.exists() => fs::rename(&unfinished, path).map_err(Error::of_file),
            Err(error) => Err(Error::of_file(error)),
        }
    });
    // It may have its name already, and then only its first one goes.
    let _ = fs::remove_file(&unfinished);
    done?;
    settle(path);
    Ok(())
}

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".sin-terminar-{}", std::process::id()));
    PathBuf::from(name)
}

fn written(conn: &Connection, path: &Path) -> Result<(), Error> {
    // The system says why better than SQLite does.
    drop(File::create_new(path).map_err(Error::of_file)?);
    let mut copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    copy.pragma_update(None, "synchronous", "EXTRA")?;
    // One state from the first page to the last comparison: nobody writes while it is looked at.
    let tx = conn.is_autocommit().then(|| conn.unchecked_transaction());
    let tx = tx.transpose()?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    {
        let backup = Backup::new(conn, &mut copy)?;
        let mut waited = 0;
        loop {
            match backup.step(PAGES)? {
                StepResult::Done => break,
                StepResult::More => {}
                _ if waited >= 20 => return Err(Error::Locked), // Busy, or locked.
                _ => {
                    waited += 1;
                    std::thread::sleep(Duration::from_millis(100));
                }
            }
        }
    }
    compare(conn, &copy)?;
    drop(tx);
    copy.close().map_err(|(_, error)| Error::from(error))?;
    File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(Error::of_file)
}

/// The copy is sound, and every row of every table is the same.
fn compare(conn: &Connection, copy: &Connection) -> Result<(), Error> {
    let said: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said != "ok" || contents(conn)? != contents(copy)? {
        return Err(Error::Corrupt { what: "copy" });
    }
    Ok(())
}

/// The digest of every row of every table, the words of the schema among them.
pub(crate) fn contents(conn: &Connection) -> Result<Digest, Error> {
    let mut hash = Sha256::new();
    let tables: Vec<String> = conn
        .prepare(
            "SELECT name
               FROM sqlite_schema
              WHERE type = 'table' AND rootpage > 0
              ORDER BY name",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for table in std::iter::once("sqlite_schema").chain(tables.iter().map(String::as_str)) {
        let quoted = table.replace('"', "\"\"");
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{quoted}\""))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        hash.update(table);
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                match row.get_ref(column)? {
                    rusqlite::types::ValueRef::Null => hash.update([0]),
                    rusqlite::types::ValueRef::Integer(n) => {
                        hash.update([1]);
                        hash.update(n.to_be_bytes());
                    }
                    rusqlite::types::ValueRef::Real(n) => {
                        hash.update([2]);
                        hash.update(n.to_be_bytes());
                    }
                    rusqlite::types::ValueRef::Text(bytes)
                    | rusqlite::types::ValueRef::Blob(bytes) => {
                        hash.update([3]);
                        hash.update(bytes.len().to_be_bytes());
                        hash.update(bytes);
                    }
                }
            }
        }
    }
    Ok(Digest(hash.finalize().into()))
}

/// Makes the new name itself survive a power loss, where the system can.
fn settle(path: &Path) {
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}
