//! Changes to a standard, as the window asks for them.

use super::wire;

/// One change.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum EditRequest {
    /// A text is written over another.
    Write {
        /// Whose; the standard's own where it is null.
        part: Option<String>,
        /// Which text.
        field: String,
        /// What the person saw there.
        before: String,
        /// What is there now.
        after: String,
    },
    /// A new part is put into a list.
    Add {
        /// Whose list; the standard's own where it is null.
        owner: Option<String>,
        /// Which list.
        list: String,
        /// At which position, from 0.
        at: u32,
        /// Its main text.
        text: String,
        /// Its second text (the manner, the definition, the name of a code, the level).
        aside: String,
    },
    /// A part is taken out of its list, with all that is in it.
    Remove {
        /// Whose list.
        owner: Option<String>,
        /// Which list.
        list: String,
        /// Which part.
        part: String,
    },
    /// A part changes its position in its list.
    Move {
        /// Whose list.
        owner: Option<String>,
        /// Which list.
        list: String,
        /// Which part.
        part: String,
        /// To which position, from 0.
        to: u32,
    },
    /// A part goes to a list of the same kind of another owner, with its id and all that is in it.
    Transfer {
        /// Whose list it is in.
        owner: Option<String>,
        /// Which list.
        list: String,
        /// Which part.
        part: String,
        /// Whose list it goes to.
        to: String,
        /// At which position, from 0; beyond the end is at the end.
        at: u32,
    },
    /// Text of several lines is pasted in a text of a list: each line becomes a part of it. In a
    /// criterion, the lines after its own become its first characteristics.
    Paste {
        /// Whose list.
        owner: Option<String>,
        /// Which list.
        list: String,
        /// The part whose text it is pasted in.
        part: String,
        /// What stands in its text before the place, and after it.
        around: [String; 2],
        /// What is pasted.
        text: String,
    },
    /// The duration is set, in minutes; its sentence and total follow.
    Duration {
        /// En gabinete.
        desk_minutes: Option<u32>,
        /// En campo.
        field_minutes: Option<u32>,
    },
    /// The level is set; its text comes from the rule pack.
    Level {
        /// 1 to 5; nothing for none.
        number: Option<u8>,
    },
    /// A list is numbered from one.
    Renumber {
        /// Whose list.
        owner: Option<String>,
        /// Which list.
        list: String,
    },
    /// A list is put in alphabetical order.
    Sort {
        /// Whose list.
        owner: Option<String>,
        /// Which list.
        list: String,
    },
    /// An entry of an imported classification is put in, with those above it that are not there.
    Classify {
        /// `SCIAN` or `SINCO`.
        kind: String,
        /// Its code.
        code: String,
        /// The entry that is being written, which becomes this one; null where a new one is made.
        into: Option<String>,
    },
    /// The colon after a name or a term is printed.
    AddColon {
        /// The attitude or the glossary entry.
        part: String,
    },
    /// What the source printed gives way to what the app prints.
    AdoptForm {},
}

wire! {
    /// Changes to make as one.
    pub struct EditStandard {
        /// The standard.
        pub id: String,
        /// The changes, in order: all of them are made, or none.
        pub edits: Vec<EditRequest>,
    }
}

wire! {
    /// What changes would leave to look at again.
    pub struct ForeseenView {
        /// The items whose leaf would say something else, by their code.
        pub stale: Vec<String>,
        /// The items whose leaf would be gone.
        pub orphans: Vec<String>,
        /// The functions of the map whose element would be gone, by their number.
        pub functions: Vec<String>,
    }
}
