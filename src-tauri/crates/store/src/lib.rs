//! What is remembered: the only room where SQL is written.
//!
//! A workspace is one SQLite file with a rollback journal, so that it can be copied like any
//! document, and a write waits for the disk. One writes at a time: a second window may read, and
//! gets [`Error::Locked`] when it would write and the first is not done within two seconds.
//!
//! ```text
//! Store::create(&Path) / open(&Path, Access) / memory()      -> Result<Store, Error>
//! store.read(|reader: &Reader| …) / write(|writer: &Writer| …)  E: From<store::Error>; a Writer reads too
//! store.copy_to(&Path)                                       a backup, opened and compared
//! is_taken(&Path) -> bool                                    no other file is written there
//!
//! writer.insert_standard(EcId, &CompetenceStandard)          reader.standard(EcId) -> CompetenceStandard
//! writer.replace_standard(EcId, &CompetenceStandard)         the draft of a case that came in a packet
//! writer.apply_edit(EcId, &Edit)                             reader.has_standard(EcId) -> bool
//! reader.outline(EcId) -> CompetenceStandard without its lists, at a tenth of the price
//! reader.standards(&Filter) -> Vec<Row>                      reader.counts() -> Vec<(state, u64)>
//! reader.find(code | source code | id) -> Vec<EcId>          reader.search(&str, limit) -> Vec<Hit>
//! reader.registered() -> Vec<(EcId, code, title, level)>
//!
//! writer.insert_instrument(&AssessmentInstrument)            reader.instrument(EcId) -> Option<AssessmentInstrument>
//! writer.apply_iec_edit(IecId, &IecEdit)
//! writer.insert_map(&FunctionalMap)                          reader.map(MapId) -> FunctionalMap
//! writer.apply_map_edit(MapId, &MapEdit)                     reader.maps() -> Vec<MapRow>, map_of(EcId)
//!
//! writer.keep_catalogue(&Brought, &Content)                  reader.catalogues() -> Vec<Catalogue>
//! reader.catalogue_content(&Catalogue) -> Content            reader.class, classes_like, registered_as
//!
//! writer.append_act(chain: &str, Draft) -> Act               reader.acts(chain) -> Vec<Act>
//! writer.insert_chain(&[Act]) -> usize added                 reader.acts_page(chain, from, count, Order)
//! reader.last_act(chain) -> Option<Act>                      reader.heads() -> Vec<Head>
//! reader.deeds(chain) -> Vec<Act>, without edits              reader.acts_count(chain), head(chain)
//!
//! writer.keep_edition(EcId, EditionKind, act, &[u8]) -> Digest
//! reader.editions(EcId) -> Vec<Edition>                      reader.edition(&Digest) -> Vec<u8>
//! writer.add_evidence(&mut dyn Read, &Offered) -> Evidence
//! reader.evidence(&Digest) -> Evidence                       reader.evidence_bytes(&Digest) -> Vec<u8>
//! reader.evidence_to(&Digest, &mut dyn Write)                reader.has_evidence(&Digest) -> bool
//! store.begin_incoming() -> Incoming, then take_piece(…, &[u8]), and writer.keep_incoming(…) or
//! store.give_up(…): a large file, in writes of its own
//!
//! writer.write_support_file(EcId, &SupportFile)              reader.support_file(EcId) -> SupportFile
//! writer.set(Setting, Option<&str>)                          reader.setting(Setting) -> Option<String>
//! writer.set_aside(&SetAside) -> i64                         writer.withdraw(key, person, reason, at)
//! reader.set_asides(EcId) -> Vec<(i64, SetAside, Option<Withdrawal>)>
//!
//! Check::begin(&Reader), then look(&Reader, …) part by part, and end() -> (acts, Vec<Problem>)
//! reader.settings_digest() -> Digest                         the result of a SETTINGS act
//! reader.support_digest(EcId) -> Digest                      the result of a SUPPORT_EDIT act
//! reader.heads_text() -> String                              the body of an act that records the heads
//! ```

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

mod error;

mod backup;
mod migrate;
mod places;
mod words;

mod acts;
mod catalogues;
mod ecs;
mod editions;
mod edits;
mod evidence;
mod in_order;
mod incoming;
mod instruments;
mod maps;
mod parts;
mod printed;
mod register;
mod search;
mod set_aside;
mod settings;
mod support_files;

mod check;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use sha2::{Digest as _, Sha256};

pub use acts::{Head, Order};
pub use catalogues::{Brought, CATALOGUE_ACT, Catalogue};
pub use check::{Check, Digests, Part, Problem, SETTINGS_ACT, WORKSPACE_CHAIN};
pub use editions::{Edition, EditionKind};
pub use error::Error;
pub use evidence::{Evidence, LARGEST_EVIDENCE, Offered};
pub use incoming::Incoming;
pub use maps::MapRow;
pub use places::is_taken;
pub use register::{Filter, Registered, Row};
pub use search::{Hit, Snippet};
pub use set_aside::{SET_ASIDE_ACT, SetAside, SetAsideKind, TAKEN_UP_ACT, Withdrawal};
pub use settings::Setting;
pub use support_files::SUPPORT_ACT;

/// By it a workspace is told from any other SQLite file; the first migration writes it.
const APPLICATION: i32 = 0x4361_7563;

/// How long a write waits for another window.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a workspace is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To look at it; nothing in it changes.
    Read,
    /// To work in it.
    Write,
}

/// A workspace.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    /// Which of those opened by this process it is.
    number: u64,
}

impl Store {
    /// Opens a workspace; one from an older app is brought up to date, and a copy kept beside it.
    pub fn open(path: &Path, access: Access) -> Result<Store, Error> {
        let found = fs::metadata(path).map_err(Error::of_file)?;
        if !found.is_file() || found.len() == 0 {
            return Err(Error::NotAWorkspace);
        }
        // The system says why better than SQLite does.
        drop(File::open(path).map_err(Error::of_file)?);
        let conn = connect(path)?;
        // Nothing is written before it is known what the file is.
        conn.busy_timeout(PATIENCE)?;
        let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
        if application != APPLICATION {
            return Err(Error::NotAWorkspace);
        }
        let found = migrate::refuse_newer(&conn)?;
        let only_read = conn.is_readonly("main")?;
        if access == Access::Write && only_read {
            return Err(Error::ReadOnly);
        }
        if access == Access::Read && found < migrate::latest() {
            let known = migrate::latest();
            return Err(Error::TooOld { found, known });
        }
        Store::settled(conn, Some(path), access)
    }

    /// Makes a workspace where there is none. An empty file counts as none: a creation that was
    /// cut short leaves one.
    pub fn create(path: &Path) -> Result<Store, Error> {
        if !path.exists() && places::is_taken(path) {
            return Err(Error::Taken);
        }
        match File::create_new(path) {
            Ok(_) => {}
            Err(_) if fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() == 0) => {}
            Err(error) => return Err(Error::of_file(error)),
        }
        Store::settled(connect(path)?, Some(path), Access::Write)
    }

    /// A workspace that is forgotten when it is dropped, for examples and tests.
    pub fn memory() -> Result<Store, Error> {
        Store::settled(Connection::open_in_memory()?, None, Access::Write)
    }

    fn settled(mut conn: Connection, path: Option<&Path>, access: Access) -> Result<Store, Error> {
        conn.busy_timeout(PATIENCE)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        conn.set_prepared_statement_cache_capacity(128);
        conn.pragma_update(None, "trusted_schema", false)?;
        conn.pragma_update(None, "temp_store", "MEMORY")?;
        conn.pragma_update(None, "cell_size_check", true)?;
        conn.pragma_update(None, "foreign_keys", true)?;
        // Without it, a REPLACE would go round the triggers that keep what was added.
        conn.pragma_update(None, "recursive_triggers", true)?;
        conn.pragma_update(None, "synchronous", "EXTRA")?;
        if access == Access::Write {
            if path.is_some() {
                conn.pragma_update(None, "journal_mode", "DELETE")?;
            }
            migrate::to_latest(&mut conn, path)?;
        } else {
            conn.pragma_update(None, "query_only", true)?;
        }
        if words::compare(&conn)? && access == Access::Write {
            words::fill(&conn)?;
        }
        let number = incoming::opened();
        let mut store = Store { conn, number };
        if access == Access::Write {
            store.sweep();
        }
        Ok(store)
    }

    /// Looks at one consistent state of the workspace.
    pub fn read<T, E: From<Error>>(
        &self,
        look: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self.conn.unchecked_transaction().map_err(Error::from)?;
        look(&Reader { tx: &tx })
    }

    /// Does all of it, or nothing: when the work fails, or panics, nothing has happened. When it
    /// answers, the disk has it.
    pub fn write<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        // A newer app may have changed the format while this window was open.
        migrate::refuse_newer(&tx)?;
        let done = work(&Writer {
            reader: Reader { tx: &tx },
            store: self.number,
        })?;
        tx.commit().map_err(Error::from)?;
        Ok(done)
    }

    /// Does it and takes all of it back: what would come of it, as things stand. It needs a workspace
    /// that can be written in, and writes nothing.
    pub fn rehearse<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        migrate::refuse_newer(&tx)?;
        work(&Writer {
            reader: Reader { tx: &tx },
            store: self.number,
        })
    }

    /// Which of those opened by this process it is.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Whether nothing can be written in it.
    pub fn is_read_only(&self) -> Result<bool, Error> {
        let only_read: bool = self
            .conn
            .pragma_query_value(None, "query_only", |row| row.get(0))?;
        Ok(only_read || self.conn.is_readonly("main")?)
    }

    /// What differs from before when anybody has written in between, here or in another window.
    pub fn change(&self) -> Result<(i64, u64), Error> {
        Ok((self.data_version()?, self.conn.total_changes()))
    }

    /// A number that differs from before when another window has written in between.
    pub fn data_version(&self) -> Result<i64, Error> {
        let version = self
            .conn
            .pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(version)
    }
}

fn connect(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// The digest of a row that no act vouches for, so that a changed byte in it is noticed.
fn seal(cells: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for cell in cells {
        hash.update(cell.len().to_be_bytes());
        hash.update(cell);
    }
    hash.finalize().into()
}

/// One consistent state of a workspace, to be looked at.
#[derive(Debug)]
pub struct Reader<'a> {
    tx: &'a Connection,
}

/// A workspace while it is being written in.
#[derive(Debug)]
pub struct Writer<'a> {
    reader: Reader<'a>,
    store: u64,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}
