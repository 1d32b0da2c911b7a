//! Why a text was changed, as a person says it: one reason for each row of a comparison.
//!
//! A reason is an act of the document's chain and nothing else: what is said of a row is the last that was said.
//! It is said of the text there was and of the parts the row concerns, so that it stays while the
//! wording goes on changing; of which wording it was said, it remembers.

use std::collections::BTreeMap;

use domain::edition::Digest;
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

use crate::error::Error;
use crate::spanish;
use crate::turns::{Entry, Recorded, Turning, turned, turns};
use crate::writing::Deed;
use crate::{Moment, Office};

/// What somebody said of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Said {
    /// Why; empty where nobody said.
    pub(crate) reason: String,
    /// The digest of the wording it was said of.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) of: String,
}

/// That a reason is given, changed or taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReasonEdit {
    /// The digest of the text that is compared with.
    base: String,
    /// The name of the row.
    row: String,
    before: Said,
    after: Said,
}

impl Recorded for ReasonEdit {
    type Edit = ReasonEdit;

    const DONE: &'static str = REASON;
    const UNDONE: &'static str = UNDONE;
    const REDONE: &'static str = REDONE;

    fn of(edit: &ReasonEdit) -> ReasonEdit {
        edit.clone()
    }

    fn edit(&self) -> Option<ReasonEdit> {
        Some(self.clone())
    }
}

/// The act that gives a reason.
pub(crate) const REASON: &str = "REASON";
/// The act that takes one back.
pub(crate) const UNDONE: &str = "REASON_UNDO";
/// The act that gives one again.
pub(crate) const REDONE: &str = "REASON_REDO";

/// Whether an act says a reason, takes one back or gives it again.
pub(crate) fn is_reason(act: &str) -> bool {
    matches!(act, REASON | UNDONE | REDONE)
}

/// The reason that an act leaves, for reading.
pub(crate) fn left_by(body: &str) -> (String, String) {
    let entry = Entry::<ReasonEdit>::parse(body);
    let last = entry.and_then(|entry| entry.edits.into_iter().next_back());
    last.map(|edit| (edit.before.reason, edit.after.reason))
        .unwrap_or_default()
}

/// A reason as it stands: what was said, by whom and when.
#[derive(Debug, Clone)]
pub(crate) struct Reason {
    pub(crate) said: Said,
    pub(crate) by: String,
    pub(crate) on: String,
}

/// The reasons given of the rows of one text, by the names of the rows.
pub(crate) fn reasons(
    reader: &Reader<'_>,
    chain: &str,
    base: &Digest,
) -> Result<BTreeMap<String, Reason>, Error> {
    let base = base.to_string();
    let mut standing = BTreeMap::new();
    for act in reader.deeds(chain)? {
        if !is_reason(&act.act) {
            continue;
        }
        let entry = Entry::<ReasonEdit>::parse(&act.body);
        let entry = entry.ok_or(store::Error::Corrupt { what: "edit" })?;
        for edit in entry.edits.into_iter().filter(|edit| edit.base == base) {
            if edit.after.reason.is_empty() {
                standing.remove(&edit.row);
                continue;
            }
            let reason = Reason {
                said: edit.after,
                by: act.by.clone(),
                on: spanish::day_of(&act.on),
            };
            standing.insert(edit.row, reason);
        }
    }
    Ok(standing)
}

/// Whether there is a reason to take back, and one to give again.
pub(crate) fn may_turn(reader: &Reader<'_>, chain: &str) -> Result<(bool, bool), Error> {
    let (undo, redo) = turns::<ReasonEdit>(reader, chain)?;
    Ok((undo.is_some(), redo.is_some()))
}

impl Office {
    /// Gives a reason to a row, by an act of a chain whose document says what the digest names.
    pub(crate) fn give_reason(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        of: (&str, Digest),
        row: &ReasonOf<'_>,
        reason: String,
    ) -> Result<(), Error> {
        let standing = reasons(writer, of.0, &row.base)?;
        let none = || Said {
            reason: String::new(),
            of: String::new(),
        };
        let before = standing
            .get(row.key)
            .map_or_else(none, |reason| reason.said.clone());
        let after = match reason.is_empty() {
            true => none(),
            false => Said {
                reason,
                of: row.wording.clone(),
            },
        };
        if before == after {
            return Ok(());
        }
        let edit = |before: &Said, after: &Said| ReasonEdit {
            base: row.base.to_string(),
            row: row.key.to_owned(),
            before: before.clone(),
            after: after.clone(),
        };
        let (made, back) = (edit(&before, &after), edit(&after, &before));
        let entry =
            Entry::<ReasonEdit>::turned(Turning::Done, row.place.to_owned(), &[made], &[back]);
        self.seal_reason(writer, moment, of, REASON, &entry)
    }

    /// Takes back the last reason, or gives it again.
    pub(crate) fn turn_reason(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        of: (&str, Digest),
        act: &str,
    ) -> Result<(), Error> {
        let (number, place, way) = turned::<ReasonEdit>(writer, of.0, act)?;
        let back: Vec<ReasonEdit> = way
            .iter()
            .rev()
            .map(|edit| ReasonEdit {
                before: edit.after.clone(),
                after: edit.before.clone(),
                ..edit.clone()
            })
            .collect();
        let turning = Turning::Turned { act, number, place };
        let entry = Entry::<ReasonEdit>::turned(turning, String::new(), &way, &back);
        self.seal_reason(writer, moment, of, act, &entry)
    }

    fn seal_reason(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        (chain, standing): (&str, Digest),
        act: &str,
        entry: &Entry<ReasonEdit>,
    ) -> Result<(), Error> {
        let deed = Deed {
            act,
            subject: Some(standing),
            result: Some(standing),
            body: entry.text(),
            ..Deed::default()
        };
        self.seal(writer, moment, chain, deed)?;
        Ok(())
    }
}

/// The row a reason is of.
pub(crate) struct ReasonOf<'a> {
    /// The text that is compared with.
    pub(crate) base: Digest,
    /// The name of the row.
    pub(crate) key: &'a str,
    /// Where it is, as people cite it.
    pub(crate) place: &'a str,
    /// The digest of what it says now.
    pub(crate) wording: String,
}
