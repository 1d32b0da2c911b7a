//! The reference tables: the domain's words, as rows that other rows must name.
//!
//! A `CHECK` list could not be widened on a table that is never rewritten, so the words are rows. The
//! app adds its own when it opens a file, and refuses a file that has one it does not know: a newer
//! app wrote it.

use std::collections::BTreeSet;

use domain::catalogue::CatalogueKind;
use domain::ec::part::List;
use domain::ec::{Format, KnowledgeLevel};
use domain::ec_case::EcState;
use domain::ecm_case::EcmState;
use domain::functional_map::Claim;
use domain::iec::{
    Audience, CriterionKind, HistoricalEvidence, QuestionKind, Standing, ToolKind, WeightClass,
};
use domain::road::{REGISTERED_AS_FOUND, RESTORED};
use domain::support_file::{SolutionKind, SolutionStanding};
use rusqlite::Connection;

use crate::Error;
use crate::editions::EditionKind;
use crate::migrate;
use crate::printed::PrintedList;
use crate::set_aside::SetAsideKind;
use crate::settings::Setting;

macro_rules! vocabularies {
    ($($table:literal: $words:ty),+ $(,)?) => {
        /// Each reference table, and its words.
        pub(crate) fn vocabularies() -> Vec<(&'static str, Vec<&'static str>)> {
            vec![
                ("ec_act", ec_acts()),
                $(($table, <$words>::ALL.iter().map(|word| word.code()).collect())),+
            ]
        }
    };
}

vocabularies! {
    "catalogue_kind": CatalogueKind,
    "format": Format,
    "map_claim": Claim,
    "criterion_kind": CriterionKind,
    "tool_kind": ToolKind,
    "weight_class": WeightClass,
    "historical_evidence": HistoricalEvidence,
    "question_kind": QuestionKind,
    "question_standing": Standing,
    "annex_audience": Audience,
    "knowledge_level": KnowledgeLevel,
    "part_list": List,
    "printed_list": PrintedList,
    "edition_kind": EditionKind,
    "setting_word": Setting,
    "set_aside_kind": SetAsideKind,
    "solution_kind": SolutionKind,
    "solution_standing": SolutionStanding,
}

/// The acts that move the case of a standard, or of a brand standard: a state of its road each, the
/// act that enters it mid-road, or the one that takes it back to where it stood.
fn ec_acts() -> Vec<&'static str> {
    let states = EcState::ALL.iter().map(|state| state.code());
    let brand = EcmState::ALL.iter().map(|state| state.code());
    let others = [REGISTERED_AS_FOUND, RESTORED];
    let words: BTreeSet<&str> = states.chain(brand).chain(others).collect();
    words.into_iter().collect()
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
