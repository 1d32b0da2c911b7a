//! The reference tables: the domain's words, as rows that other rows must name.
//!
//! A `CHECK` list could not be widened on a table that is never rewritten, so the words are rows. The
//! app adds its own when it opens a file, and refuses a file that has one it does not know: a newer
//! app wrote it.

use domain::ec::part::List;
use domain::ec::{Format, KnowledgeLevel};
use rusqlite::Connection;

use crate::Error;
use crate::editions::EditionKind;
use crate::migrate;
use crate::printed::PrintedList;
use crate::set_aside::SetAsideKind;
use crate::settings::Setting;

/// The acts that move a case: the states of the road of an EC, and the act that enters it mid-road.
const EC_STATES: &[&str] = &[
    "REGISTERED_AS_FOUND",
    "PROPOSED",
    "GTE_READY",
    "MF_DRAFT",
    "MF_VALIDATED",
    "EC_DRAFT",
    "EC_VALIDATED",
    "IEC_DRAFT",
    "IEC_VALIDATED",
    "PILOT",
    "ENDORSEMENT",
    "SUPPORT_FILE",
    "METHOD_REVIEW",
    "RETURNED",
    "COVACEC_READY",
    "COVACEC_ON_AGENDA",
    "COVACEC_PERTINENT",
    "COVACEC_NOT_PERTINENT",
    "TC_SUBMITTED",
    "TC_APPROVED",
    "TC_NOT_APPROVED",
    "CODED",
    "DOF_SENT",
    "DOF_PUBLISHED",
    "RENEC_ACTIVE",
    "REVIEW_DUE",
    "IN_UPDATE",
    "SUPERSEDED",
    "BAJA_REQUESTED",
    "BAJA_IN_REVIEW",
    "BAJA_APPROVED",
    "INACTIVE",
    "HISTORICAL",
    "DEFERRED",
    "TC_DEFERRED",
    "REJECTED",
    "WITHDRAWN",
    "EXPIRED",
];

macro_rules! vocabularies {
    ($($table:literal: $words:ty),+ $(,)?) => {
        /// Each reference table, and its words.
        pub(crate) fn vocabularies() -> Vec<(&'static str, Vec<&'static str>)> {
            vec![
                ("ec_state", EC_STATES.to_vec()),
                $(($table, <$words>::ALL.iter().map(|word| word.code()).collect())),+
            ]
        }
    };
}

vocabularies! {
    "format": Format,
    "knowledge_level": KnowledgeLevel,
    "part_list": List,
    "printed_list": PrintedList,
    "edition_kind": EditionKind,
    "setting_word": Setting,
    "set_aside_kind": SetAsideKind,
}

/// Refuses a file with words that are not ours, and answers whether it lacks some of ours.
pub(crate) fn compare(conn: &Connection) -> Result<bool, Error> {
    let mut lacking = false;
    for (table, words) in vocabularies() {
        let mut statement = conn.prepare(&format!("SELECT word FROM {table} ORDER BY word"))?;
        let mut rows = statement.query([])?;
        let mut found = 0;
        while let Some(row) = rows.next()? {
            let word = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            if !words.contains(&word) {
                let known = migrate::latest();
                return Err(Error::TooNew {
                    found: known,
                    known,
                });
            }
            found += 1;
        }
        lacking |= found < words.len();
    }
    Ok(lacking)
}

/// Adds the words that are not there yet.
pub(crate) fn fill(conn: &Connection) -> Result<(), Error> {
    let tx = conn.unchecked_transaction()?;
    for (table, words) in vocabularies() {
        let mut insert =
            tx.prepare(&format!("INSERT OR IGNORE INTO {table} (word) VALUES (?1)"))?;
        for word in words {
            insert.execute([word])?;
        }
    }
    Ok(tx.commit()?)
}
