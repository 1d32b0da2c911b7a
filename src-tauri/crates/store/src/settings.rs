//! What the office set for this workspace: a few known words, each with a text.

use domain::edition::Digest;
use domain::vocabulary;
use rusqlite::{OptionalExtension, named_params};

use crate::{Error, Reader, Writer};

vocabulary! {
    /// What can be set.
    pub enum Setting {
        /// Who sits here.
        Person = "PERSON",
        /// The lines of the letterhead, one a line.
        Letterhead = "LETTERHEAD",
        /// Days that count as non-working here besides the federal ones, one a line.
        NonWorkingDays = "NON_WORKING_DAYS",
        /// Who sits in COVACEC, from which day on.
        Covacec = "COVACEC",
        /// The office's own letters.
        Letters = "LETTERS",
        /// How the window looks.
        Appearance = "APPEARANCE",
    }
}

impl Setting {
    /// Whether papers depend on it, so that changing it is an act of the workspace.
    pub fn is_an_act(self) -> bool {
        match self {
            Setting::Person
            | Setting::Letterhead
            | Setting::NonWorkingDays
            | Setting::Covacec
            | Setting::Letters => true,
            Setting::Appearance => false,
        }
    }
}

impl Reader<'_> {
    /// What was set, if it was.
    pub fn setting(&self, setting: Setting) -> Result<Option<String>, Error> {
        let found = self
            .tx
            .prepare_cached("SELECT value FROM setting WHERE word = :word")?
            .query_row(named_params! { ":word": setting.code() }, |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// The digest of every setting whose changing is an act. That act carries it as its result, and
    /// [`Reader::check`] compares.
    pub fn settings_digest(&self) -> Result<Digest, Error> {
        let mut text = Vec::new();
        for setting in Setting::ALL.iter().filter(|setting| setting.is_an_act()) {
            if let Some(value) = self.setting(*setting)? {
                text.extend_from_slice(setting.code().as_bytes());
                text.push(0);
                text.extend_from_slice(value.as_bytes());
                text.push(0);
            }
        }
        Ok(Digest::of(&text))
    }
}

impl Writer<'_> {
    /// Sets it, or forgets it.
    pub fn set(&self, setting: Setting, value: Option<&str>) -> Result<(), Error> {
        match value {
            Some(value) => self
                .tx
                .prepare_cached(
                    "INSERT INTO setting (word, value)
                     VALUES (:word, :value)
                     ON CONFLICT (word) DO UPDATE SET value = :value",
                )?
                .execute(named_params! { ":word": setting.code(), ":value": value })?,
            None => self
                .tx
                .prepare_cached("DELETE FROM setting WHERE word = :word")?
                .execute(named_params! { ":word": setting.code() })?,
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    #[test]
    fn what_was_set_stays_until_it_is_set_otherwise() {
        let mut store = Store::memory().unwrap();
        let set = |store: &mut Store, value: Option<&str>| {
            store
                .write(|writer| {
                    writer.set(Setting::Person, value)?;
                    let digest = writer.settings_digest()?;
                    Ok::<_, Error>((writer.setting(Setting::Person)?, digest))
                })
                .unwrap()
        };

        let (nobody, first) = set(&mut store, None);
        let (ana, second) = set(&mut store, Some("Ana"));
        let (eva, third) = set(&mut store, Some("Eva"));
        let (again, fourth) = set(&mut store, None);

        assert_eq!((nobody, again), (None, None));
        assert_eq!((ana.as_deref(), eva.as_deref()), (Some("Ana"), Some("Eva")));
        assert_ne!(first, second);
        assert_ne!(second, third);
        assert_eq!(first, fourth);
    }

    #[test]
    fn how_the_window_looks_changes_no_digest() {
        let mut store = Store::memory().unwrap();
        let before = store.read(|reader| reader.settings_digest()).unwrap();

        store
            .write(|writer| writer.set(Setting::Appearance, Some("DARK")))
            .unwrap();

        assert_eq!(
            store.read(|reader| reader.settings_digest()).unwrap(),
            before
        );
    }
}
