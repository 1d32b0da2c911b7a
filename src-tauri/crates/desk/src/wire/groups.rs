//! Expert groups: who is in them, and their sessions.

use super::wire;

/// What happens in a group. Whoever is in it is named by id or by name.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum GroupRequest {
    /// Somebody joins.
    Join {
        /// Who.
        name: String,
        /// The post.
        post: String,
        /// Where.
        organization: String,
        /// What shows the experience.
        experience: String,
        /// Since when; today where it is empty.
        on: String,
    },
    /// Somebody leaves.
    Leave {
        /// Who.
        expert: String,
        /// When; today where it is empty.
        on: String,
        /// Why.
        reason: String,
    },
    /// A session is opened.
    Open {
        /// Where, or by which means.
        place: String,
        /// What for.
        agenda: String,
        /// Who is there.
        present: Vec<String>,
    },
    /// Why something was changed in the open session.
    Reason {
        /// The key of the change.
        change: String,
        /// Why; empty takes back what was said.
        reason: String,
    },
}

wire! {
    /// Whose group is asked for.
    pub struct AskGroup {
        /// A map, or a standard.
        pub of: String,
    }

    /// A group to put together.
    pub struct BeginGroup {
        /// For which map, or which standard.
        pub of: String,
        /// What it is called.
        pub name: String,
        /// `SECTOR` or `INDIVIDUAL_FUNCTION`.
        pub kind: String,
    }

    /// Something that happened in a group.
    pub struct GroupDeed {
        /// The group; or its map, or its standard.
        pub group: String,
        /// What happened.
        pub deed: GroupRequest,
    }

    /// The end of the session that is open.
    pub struct CloseSession {
        /// The group; or its map, or its standard.
        pub group: String,
        /// `MAP_VALIDATED`, `MAP_FROZEN`, `STANDARD_VALIDATED`, `INSTRUMENT_VALIDATED`.
        pub resolutions: Vec<String>,
        /// Which standards are validated; the only one where none is named.
        pub standards: Vec<String>,
        /// Of which standards the instruments are; of the only one where none is named.
        pub instruments: Vec<String>,
        /// What else was said.
        pub notes: String,
    }

    /// A letter of confidentiality that was signed.
    pub struct SignLetter {
        /// The group.
        pub group: String,
        /// Who signed.
        pub expert: String,
        /// When; today where it is empty.
        pub on: String,
        /// The file.
        pub path: String,
    }

    /// A paper of a group to write.
    pub struct ExportGroupPaper {
        /// The group.
        pub group: String,
        /// `ROSTER`, `LETTER` or `MINUTES`.
        pub paper: String,
        /// Of whom, or of which session.
        pub of: String,
        /// `PDF` or `DOCX`.
        pub kind: String,
        /// The file to write.
        pub path: String,
        /// Whether an existing file may be replaced.
        pub replace: bool,
    }

    /// The group of something.
    pub struct GroupOfView {
        /// The group; null where there is none.
        pub group: Option<GroupView>,
    }

    /// A group with all that is known of it.
    pub struct GroupView {
        /// Its id.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// `SECTOR` or `INDIVIDUAL_FUNCTION`.
        pub kind: String,
        /// The same, as people call it.
        pub kind_name: String,
        /// The map it works on.
        pub map: Option<GroupedMapView>,
        /// The standards it works on.
        pub standards: Vec<GroupedStandardView>,
        /// Everybody who was ever in it.
        pub experts: Vec<ExpertView>,
        /// Its sessions, newest first.
        pub sessions: Vec<GroupSessionView>,
    }

    /// The map of a group.
    pub struct GroupedMapView {
        /// Its id.
        pub id: String,
        /// What sector it is the map of.
        pub title: String,
        /// How far it is: `DRAFT` and on.
        pub state: String,
        /// The same, as people call it.
        pub state_name: String,
        /// How many errors stand in the way of its validation.
        pub errors: u32,
        /// Whether a session may validate it now.
        pub may_validate: bool,
        /// Whether a session may freeze it now.
        pub may_freeze: bool,
    }

    /// A standard of a group.
    pub struct GroupedStandardView {
        /// Its id.
        pub id: String,
        /// Its code.
        pub code: String,
        /// Its title.
        pub title: String,
        /// How many errors of its own stand in the way of its validation.
        pub errors: u32,
        /// How many its instrument has; null where it was not begun.
        pub instrument_errors: Option<u32>,
    }

    /// One of a group.
    pub struct ExpertView {
        /// The id.
        pub id: String,
        /// Who.
        pub name: String,
        /// The post.
        pub post: String,
        /// Where.
        pub organization: String,
        /// What shows the experience.
        pub experience: String,
        /// Since when, in words.
        pub from: String,
        /// Until when, in words; null for one who is still in it.
        pub until: Option<String>,
        /// When the letter was signed and in which file; null where it was not.
        pub letter: Option<String>,
    }

    /// A session of a group.
    pub struct GroupSessionView {
        /// From 1.
        pub number: u32,
        /// The day, in words.
        pub on: String,
        /// Where.
        pub place: String,
        /// What for.
        pub agenda: String,
        /// Whether it goes on.
        pub open: bool,
        /// When it was opened, in words.
        pub opened: String,
        /// When it was closed, in words.
        pub closed: Option<String>,
        /// Who was there.
        pub present: Vec<String>,
        /// What it changed.
        pub changes: Vec<GroupChangeView>,
        /// What was attested in it.
        pub attested: Vec<String>,
        /// What it resolved.
        pub resolutions: Vec<String>,
        /// What else was said.
        pub notes: String,
        /// Its minute as it was kept, by its digest.
        pub minutes: Option<String>,
    }

    /// A change that a session made.
    pub struct GroupChangeView {
        /// The name that the change keeps: a reason is said of it.
        pub key: String,
        /// In the map, or in the standard.
        pub document: String,
        /// Where.
        pub place: String,
        /// What happened.
        pub what: String,
        /// What stood there.
        pub before: String,
        /// What stands there.
        pub after: String,
        /// Why; empty where nobody said.
        pub reason: String,
    }
}
