//! How an edit of an instrument is written into the act that seals it, and read back to be undone.

use domain::iec::edit::{IecEdit, IecList};
use packets::iec_document::{PartDocument, TermsDocument};
use serde::{Deserialize, Serialize};

use crate::turns::{Entry, Recorded};

/// What an act of editing an instrument carries.
pub(crate) type IecEntry = Entry<IecRecord>;

/// One edit, written down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum IecRecord {
    SetTerms {
        before: TermsDocument,
        after: TermsDocument,
    },
    Add {
        at: usize,
        part: PartDocument,
    },
    Remove {
        part: PartDocument,
    },
    Change {
        before: Box<PartDocument>,
        after: Box<PartDocument>,
    },
    Move {
        list: String,
        part: String,
        from: usize,
        to: usize,
    },
}

impl Recorded for IecRecord {
    type Edit = IecEdit;

    fn words(&self) -> &str {
        let part = match self {
            IecRecord::Add { part, .. } => part,
            IecRecord::Change { after, .. } => after,
            IecRecord::SetTerms { .. } | IecRecord::Remove { .. } | IecRecord::Move { .. } => {
                return "";
            }
        };
        match part {
            PartDocument::Situation(part) => &part.name,
            PartDocument::Tool(part) => &part.title,
            PartDocument::Item(part) => &part.text,
            PartDocument::Question(part) => &part.text,
            PartDocument::Annex(part) => &part.title,
        }
    }

    fn of(edit: &IecEdit) -> IecRecord {
        match edit {
            IecEdit::SetTerms { before, after } => IecRecord::SetTerms {
                before: TermsDocument::of(before),
                after: TermsDocument::of(after),
            },
            IecEdit::Add { at, part } => IecRecord::Add {
                at: *at,
                part: PartDocument::of(part),
            },
            IecEdit::Remove { part } => IecRecord::Remove {
                part: PartDocument::of(part),
            },
            IecEdit::Change { before, after } => IecRecord::Change {
                before: Box::new(PartDocument::of(before)),
                after: Box::new(PartDocument::of(after)),
            },
            IecEdit::Move {
                list,
                part,
                from,
                to,
            } => IecRecord::Move {
                list: list.code().to_owned(),
                part: part.to_string(),
                from: *from,
                to: *to,
            },
        }
    }

    fn edit(&self) -> Option<IecEdit> {
        Some(match self {
            IecRecord::SetTerms { before, after } => IecEdit::SetTerms {
                before: before.terms().ok()?,
                after: after.terms().ok()?,
            },
            IecRecord::Add { at, part } => IecEdit::Add {
                at: *at,
                part: part.part().ok()?,
            },
            IecRecord::Remove { part } => IecEdit::Remove {
                part: part.part().ok()?,
            },
            IecRecord::Change { before, after } => IecEdit::Change {
                before: before.part().ok()?,
                after: after.part().ok()?,
            },
            IecRecord::Move {
                list,
                part,
                from,
                to,
            } => IecEdit::Move {
                list: IecList::from_code(list)?,
                part: part.parse().ok()?,
                from: *from,
                to: *to,
            },
        })
    }
}
