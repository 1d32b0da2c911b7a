//! A row read by the order of its columns: a standard has thousands of rows, and SQLite is asked for
//! the name of every column of each where they are read by name.

use rusqlite::Row;
use rusqlite::types::FromSql;

use crate::Error;

/// A row, and which of its columns is read next.
pub(crate) struct InOrder<'a> {
    row: &'a Row<'a>,
    at: usize,
}

impl<'a> InOrder<'a> {
    pub(crate) fn of(row: &'a Row<'a>) -> InOrder<'a> {
        InOrder { row, at: 0 }
    }

    /// What the next column says.
    pub(crate) fn next<T: FromSql>(&mut self) -> Result<T, Error> {
        self.at += 1;
        Ok(self.row.get(self.at - 1)?)
    }

    /// A word of a list of words, where there is one.
    pub(crate) fn maybe_word<T>(
        &mut self,
        what: &'static str,
        known: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        self.at += 1;
        let word = self.row.get_ref(self.at - 1)?;
        let word = word.as_str_or_null().map_err(rusqlite::Error::from)?;
        word.map(|word| known(word).ok_or(Error::Corrupt { what }))
            .transpose()
    }

    /// A word of a list of words.
    pub(crate) fn word<T>(
        &mut self,
        what: &'static str,
        known: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Error> {
        self.maybe_word(what, known)?.ok_or(Error::Corrupt { what })
    }
}
