//! How an edit is written into the act that seals it, and read back to be undone.
//!
//! The record is plain JSON, so that whoever holds a packet can read what was changed without this
//! app. It must say the edit exactly: undoing is making the edit that was written down as its way
//! back.

use domain::ec::edit::Edit;
use domain::ec::part::{Field, List, ListOf};
use domain::ec::{Duration, FixedParagraph, Format, PrintedForm};
use serde::{Deserialize, Serialize};

use crate::turns::{self, Recorded};

mod parts;

use parts::PartRecord;

/// What an act of editing a standard carries.
pub(crate) type Entry = turns::Entry<Record>;

impl Entry {
    /// What the act did, in a word.
    pub(crate) fn verb(&self) -> &'static str {
        match self.edits.first() {
            Some(Record::Add { .. }) => "Agregó",
            Some(Record::Remove { .. }) => "Eliminó",
            Some(Record::Move { .. }) => "Movió",
            Some(Record::Number { .. }) => "Numeró",
            Some(Record::SetPrinted { .. }) => "Adoptó la forma oficial en",
            _ => "Cambió", // A text, a duration, a colon.
        }
    }

    /// Whether it wrote a field of the general data.
    pub(crate) fn writes_general(&self, field: &str) -> bool {
        self.edits.iter().any(|edit| {
            matches!(edit, Record::Write { part: None, field: written, .. } if written == field)
        })
    }

    /// What stood there and what stands there, as a person reads it.
    pub(crate) fn before_and_after(&self) -> (String, String) {
        let side = |records: &[Record]| {
            let alone = records.len() == 1;
            // The printed profile follows a title that changed: the title is what people read.
            let shown = records.iter().filter(|record| {
                alone || !matches!(record, Record::SetPrinted { after: Some(_), .. })
            });
            let said: Vec<String> = shown.map(Record::said).collect();
            said.join("\n")
        };
        (side(&self.back), side(&self.edits))
    }
}

/// One edit, written down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Record {
    Write {
        part: Option<String>,
        field: String,
        before: String,
        after: String,
    },
    Add {
        into: ListRecord,
        at: usize,
        part: PartRecord,
        numbers: Option<Vec<u32>>,
    },
    Remove {
        from: ListRecord,
        part: PartRecord,
        numbers: Option<Vec<u32>>,
    },
    Move {
        within: ListRecord,
        part: String,
        from: usize,
        to: usize,
        numbers: Option<Vec<u32>>,
    },
    Number {
        list: ListRecord,
        before: Vec<u32>,
        after: Option<Vec<u32>>,
    },
    SetDuration {
        before: DurationRecord,
        after: DurationRecord,
    },
    SetPrinted {
        before: Option<PrintedRecord>,
        after: Option<PrintedRecord>,
    },
    SetColon {
        part: String,
        after: bool,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ListRecord {
    owner: Option<String>,
    list: String,
}

impl ListRecord {
    fn of(list: ListOf) -> ListRecord {
        ListRecord {
            owner: list.owner.map(|owner| owner.to_string()),
            list: list.list.code().to_owned(),
        }
    }

    fn list(&self) -> Option<ListOf> {
        let owner = match &self.owner {
            Some(owner) => Some(owner.parse().ok()?),
            None => None,
        };
        Some(ListOf {
            owner,
            list: List::from_code(&self.list)?,
        })
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DurationRecord {
    printed: String,
    desk_minutes: Option<u32>,
    field_minutes: Option<u32>,
    printed_total_minutes: Option<u32>,
}

impl DurationRecord {
    fn of(duration: &Duration) -> DurationRecord {
        DurationRecord {
            printed: duration.printed.clone(),
            desk_minutes: duration.desk_minutes,
            field_minutes: duration.field_minutes,
            printed_total_minutes: duration.printed_total_minutes,
        }
    }

    fn duration(&self) -> Duration {
        Duration {
            printed: self.printed.clone(),
            desk_minutes: self.desk_minutes,
            field_minutes: self.field_minutes,
            printed_total_minutes: self.printed_total_minutes,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PrintedRecord {
    format: Option<String>,
    profile_titles: Vec<String>,
    headings: Vec<String>,
    fixed_paragraphs: Vec<(String, String)>,
}

impl PrintedRecord {
    fn of(printed: &PrintedForm) -> PrintedRecord {
        let fixed = printed.fixed_paragraphs.iter();
        PrintedRecord {
            format: printed.format.map(|format| format.code().to_owned()),
            profile_titles: printed.profile_titles.clone(),
            headings: printed.headings.clone(),
            fixed_paragraphs: fixed.map(|f| (f.id.clone(), f.text.clone())).collect(),
        }
    }

    fn printed(&self) -> PrintedForm {
        let fixed = self.fixed_paragraphs.iter().cloned();
        PrintedForm {
            format: self.format.as_deref().and_then(Format::from_code),
            profile_titles: self.profile_titles.clone(),
            headings: self.headings.clone(),
            fixed_paragraphs: fixed
                .map(|(id, text)| FixedParagraph { id, text })
                .collect(),
        }
    }
}

impl Recorded for Record {
    type Edit = Edit;

    fn of(edit: &Edit) -> Record {
        match edit {
            Edit::Write {
                part,
                field,
                before,
                after,
            } => Record::Write {
                part: part.map(|part| part.to_string()),
                field: field.code().to_owned(),
                before: before.clone(),
                after: after.clone(),
            },
            Edit::Add {
                into,
                at,
                part,
                numbers,
            } => Record::Add {
                into: ListRecord::of(*into),
                at: *at,
                part: PartRecord::of(part),
                numbers: numbers.clone(),
            },
            Edit::Remove {
                from,
                part,
                numbers,
            } => Record::Remove {
                from: ListRecord::of(*from),
                part: PartRecord::of(part),
                numbers: numbers.clone(),
            },
            Edit::Move {
                within,
                part,
                from,
                to,
                numbers,
            } => Record::Move {
                within: ListRecord::of(*within),
                part: part.to_string(),
                from: *from,
                to: *to,
                numbers: numbers.clone(),
            },
            Edit::Number {
                list,
                before,
                after,
            } => Record::Number {
                list: ListRecord::of(*list),
                before: before.clone(),
                after: after.clone(),
            },
            Edit::SetDuration { before, after } => Record::SetDuration {
                before: DurationRecord::of(before),
                after: DurationRecord::of(after),
            },
            Edit::SetPrinted { before, after } => Record::SetPrinted {
                before: before.as_ref().map(PrintedRecord::of),
                after: after.as_ref().map(PrintedRecord::of),
            },
            Edit::SetColon { part, after } => Record::SetColon {
                part: part.to_string(),
                after: *after,
            },
        }
    }

    fn edit(&self) -> Option<Edit> {
        Some(match self {
            Record::Write {
                part,
                field,
                before,
                after,
            } => Edit::Write {
                part: match part {
                    Some(part) => Some(part.parse().ok()?),
                    None => None,
                },
                field: Field::from_code(field)?,
                before: before.clone(),
                after: after.clone(),
            },
            Record::Add {
                into,
                at,
                part,
                numbers,
            } => Edit::Add {
                into: into.list()?,
                at: *at,
                part: part.part()?,
                numbers: numbers.clone(),
            },
            Record::Remove {
                from,
                part,
                numbers,
            } => Edit::Remove {
                from: from.list()?,
                part: part.part()?,
                numbers: numbers.clone(),
            },
            Record::Move {
                within,
                part,
                from,
                to,
                numbers,
            } => Edit::Move {
                within: within.list()?,
                part: part.parse().ok()?,
                from: *from,
                to: *to,
                numbers: numbers.clone(),
            },
            Record::Number {
                list,
                before,
                after,
            } => Edit::Number {
                list: list.list()?,
                before: before.clone(),
                after: after.clone(),
            },
            Record::SetDuration { before, after } => Edit::SetDuration {
                before: before.duration(),
                after: after.duration(),
            },
            Record::SetPrinted { before, after } => Edit::SetPrinted {
                before: before.as_ref().map(PrintedRecord::printed),
                after: after.as_ref().map(PrintedRecord::printed),
            },
            Record::SetColon { part, after } => Edit::SetColon {
                part: part.parse().ok()?,
                after: *after,
            },
        })
    }
}

impl Record {
    /// What the edit leaves there, as a person reads it.
    fn said(&self) -> String {
        match self {
            Record::Write { after, .. } => after.clone(),
            Record::Add { part, .. } => part.said(),
            Record::Remove { .. } => String::new(),
            Record::Move { to, .. } => format!("lugar {}", to + 1),
            Record::Number { after, .. } => match after {
                Some(numbers) => numbers
                    .iter()
                    .map(u32::to_string)
                    .collect::<Vec<_>>()
                    .join(", "),
                None => "numeración seguida".to_owned(),
            },
            Record::SetDuration { after, .. } => after.printed.clone(),
            Record::SetPrinted { after, .. } => match after {
                Some(_) => "forma impresa de origen".to_owned(),
                None => "forma oficial vigente".to_owned(),
            },
            Record::SetColon { after, .. } => if *after { ":" } else { "" }.to_owned(),
        }
    }
}
