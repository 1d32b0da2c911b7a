//! Why the workspace could not do what was asked: a failure of the machine or of the file.

use std::io;

use domain::act::Break;
use domain::ec::edit::Refusal;
use rusqlite::ErrorCode;

/// What went wrong. Whatever it was, the write it happened in has left no trace.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no file there, or no folder for it.
    #[error("there is no such file")]
    NotFound,
    /// There is a file there already, and it is not written over.
    #[error("there is a file there already")]
    AlreadyThere,
    /// That place is a workspace's own.
    #[error("that place is a workspace's own")]
    Taken,
    /// The system does not let this person open it, or write beside it.
    #[error("the system does not permit it")]
    PermissionDenied,
    /// Its file was moved, deleted or replaced while it was open.
    #[error("the file of the workspace was moved or deleted while it was open")]
    Moved,
    /// It can be read but not written.
    #[error("the workspace can only be read")]
    ReadOnly,
    /// Another window or another process is writing in it.
    #[error("the workspace is locked by another window")]
    Locked,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// It is a workspace whose content is damaged.
    #[error("the workspace is damaged: {what}")]
    Corrupt {
        /// What could not be believed.
        what: &'static str,
    },
    /// A newer app wrote it.
    #[error("the workspace has format {found}, and this app knows up to {known}")]
    TooNew {
        /// The format it has.
        found: i64,
        /// The newest this app knows.
        known: i64,
    },
    /// An older app wrote it, and it was opened only to be read.
    #[error("the workspace has format {found}, and bringing it to {known} means writing in it")]
    TooOld {
        /// The format it has.
        found: i64,
        /// The format this app reads.
        known: i64,
    },
    /// It is an empty file, or a file of another kind.
    #[error("the file is not a workspace")]
    NotAWorkspace,
    /// It is larger than what is kept.
    #[error("{size} bytes are more than the {limit} that are kept")]
    TooLarge {
        /// How large it is, as far as it was read.
        size: u64,
        /// The most that is kept.
        limit: u64,
    },
    /// The file that was being taken in is not what it was when it was offered.
    #[error("the file changed while it was read")]
    ChangedWhileRead,
    /// The file that was being taken in, or the one being written, failed.
    #[error("the other file failed")]
    Stream(#[source] io::Error),
    /// There is no such thing in the workspace.
    #[error("there is no {what} there")]
    Missing {
        /// What was asked for.
        what: &'static str,
    },
    /// There is one already, under the same id.
    #[error("there is such a {what} already")]
    Doubled {
        /// What was being added.
        what: &'static str,
    },
    /// A value has no place in its column: a day that is none, a number out of bounds.
    #[error("a value does not fit: {what}")]
    Unfit {
        /// What SQLite said of it.
        what: String,
    },
    /// An edit made from something that no longer stands there.
    #[error(transparent)]
    Edit(#[from] Refusal),
    /// An edit of an instrument does not fit what stands there.
    #[error(transparent)]
    Iec(#[from] domain::iec::edit::Refusal),
    /// An edit of a map does not fit what stands there.
    #[error(transparent)]
    Map(#[from] domain::functional_map::edit::Refusal),
    /// A chain that came from outside is broken in itself.
    #[error("the chain is broken: {0}")]
    Broken(#[from] Break),
    /// A chain that came from outside says otherwise than the one that is here.
    #[error("the chains part at act {number}")]
    Diverges {
        /// The first act that differs.
        number: u64,
    },
    /// SQLite's own, and none of the above.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
}

impl Error {
    /// What a failure to open or stat a file means.
    pub(crate) fn of_file(error: io::Error) -> Error {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::NotFound,
            io::ErrorKind::AlreadyExists => Error::AlreadyThere,
            io::ErrorKind::PermissionDenied => Error::PermissionDenied,
            io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::Full,
            io::ErrorKind::IsADirectory => Error::NotAWorkspace,
            _ => Error::Stream(error), // The system has many more ways to fail than a person.
        }
    }

    /// Whether it says that a row exists already.
    pub(crate) fn is_doubled(error: &rusqlite::Error) -> bool {
        matches!(error, rusqlite::Error::SqliteFailure(failure, _)
            if [UNIQUE, PRIMARY_KEY].contains(&failure.extended_code))
    }
}

const UNIQUE: i32 = rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE;
const PRIMARY_KEY: i32 = rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        let failure = match &error {
            rusqlite::Error::SqliteFailure(failure, _) => failure,
            rusqlite::Error::SqlInputError { error, .. } => error,
            rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::FromSqlConversionFailure(..) => {
                return Error::Corrupt { what: "value" };
            }
            rusqlite::Error::ToSqlConversionFailure(_) => {
                return Error::Unfit {
                    what: error.to_string(),
                };
            }
            rusqlite::Error::QueryReturnedNoRows => return Error::Corrupt { what: "row" },
            _ => return Error::Sqlite(error), // A mistake of ours, not of the file.
        };
        let what = error.to_string();
        if failure.extended_code == rusqlite::ffi::SQLITE_READONLY_DBMOVED {
            return Error::Moved;
        }
        // The tables are ours: one that is not there was taken away.
        if what.starts_with("no such table") || what.starts_with("no such column") {
            return Error::Corrupt { what: "schema" };
        }
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Locked,
            ErrorCode::DiskFull => Error::Full,
            ErrorCode::ReadOnly => Error::ReadOnly,
            ErrorCode::PermissionDenied
            | ErrorCode::AuthorizationForStatementDenied
            | ErrorCode::CannotOpen => Error::PermissionDenied,
            ErrorCode::DatabaseCorrupt => Error::Corrupt { what: "page" },
            ErrorCode::NotADatabase => Error::NotAWorkspace,
            ErrorCode::TooBig => Error::TooLarge {
                size: u64::MAX,
                limit: u64::from(u32::MAX),
            },
            ErrorCode::ConstraintViolation => Error::Unfit {
                what: error.to_string(),
            },
            _ => Error::Sqlite(error), // SQLite's own.
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sqlite_says_is_told_apart() {
        let said = |code| {
            let failure = rusqlite::ffi::Error::new(code);
            Error::from(rusqlite::Error::SqliteFailure(failure, None))
        };

        assert!(matches!(said(rusqlite::ffi::SQLITE_BUSY), Error::Locked));
        assert!(matches!(said(rusqlite::ffi::SQLITE_FULL), Error::Full));
        assert!(matches!(
            said(rusqlite::ffi::SQLITE_READONLY_DIRECTORY),
            Error::ReadOnly
        ));
        assert!(matches!(
            said(rusqlite::ffi::SQLITE_READONLY_DBMOVED),
            Error::Moved
        ));
        assert!(matches!(
            said(rusqlite::ffi::SQLITE_CORRUPT_VTAB),
            Error::Corrupt { .. }
        ));
        assert!(matches!(
            said(rusqlite::ffi::SQLITE_NOTADB),
            Error::NotAWorkspace
        ));
        assert!(matches!(
            said(rusqlite::ffi::SQLITE_CANTOPEN),
            Error::PermissionDenied
        ));
    }
}
