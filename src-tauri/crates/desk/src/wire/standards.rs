//! The register, and a standard with all that is known of it.

use packets::document::Document;

use super::{CaseView, FindingCounts, FindingView, PacketStanding, SupportView, wire};

wire! {
    /// What to show of the register.
    pub struct AskStandards {
        /// Words of the title, the code or the committee; all when empty.
        pub query: String,
        /// Only those in this state; all when null.
        pub state: Option<String>,
    }

    /// The register.
    pub struct StandardsView {
        /// The standards.
        pub rows: Vec<StandardRow>,
        /// How many there are in all.
        pub total: u32,
        /// States that occur, with their counts.
        pub states: Vec<super::StageCount>,
    }

    /// One standard of the register.
    pub struct StandardRow {
        /// Its id.
        pub id: String,
        /// Its code, or the code of its source.
        pub code: String,
        /// Whether that code is its own.
        pub assigned: bool,
        /// Its title.
        pub title: String,
        /// Its committee.
        pub committee: String,
        /// Its level.
        pub level: Option<u8>,
        /// Its level, in words.
        pub level_word: String,
        /// Where it stands.
        pub state: String,
        /// The same, as people call it.
        pub state_name: String,
        /// Since when, in words.
        pub since: String,
        /// Until when, in words.
        pub due: String,
        /// Working days left.
        pub working_days_left: Option<i32>,
        /// How that stands: `LATE`, `NEAR`, `AHEAD`, or `OPEN` where there is no day.
        pub pace: String,
        /// Whose turn it is: `OURS`, `OTHERS`, `REST` where it is in force or kept, `ENDED`.
        pub turn: String,
        /// Whether it is the invented sample.
        pub sample: bool,
    }

    /// A standard to begin from blank.
    pub struct NewStandard {
        /// Its title.
        pub title: String,
    }

    /// A standard that was read from a file.
    pub struct ImportedView {
        /// Its id.
        pub id: String,
        /// In which format it was.
        pub format: String,
        /// How many words were mended.
        pub repairs: u32,
        /// How many lines were not understood.
        pub not_understood: u32,
    }

    /// A standard with all that is known of it.
    pub struct StandardView {
        /// Its id.
        pub id: String,
        /// What it is called where its code is cited: «EC sin código, a partir de EC0249».
        pub called: String,
        /// What its source was given, where it was read from a document and shows none of it.
        pub source: Option<SourceView>,
        /// Its text, with ids, and over it what its own acts gave.
        pub document: Document,
        /// The digest of that text.
        pub digest: String,
        /// Its case.
        pub case: CaseView,
        /// What the reviewer sees.
        pub findings: Vec<FindingView>,
        /// How many still stand.
        pub counts: FindingCounts,
        /// What can be undone, in words; null when nothing can.
        pub undo: Option<String>,
        /// The session of the group that ended with what would be undone; null where none did.
        pub undo_agreed: Option<String>,
        /// What can be redone, in words; null when nothing can.
        pub redo: Option<String>,
        /// What it updates, while it is being updated.
        pub update: Option<UpdateView>,
        /// The digest of the edition its case froze; null while it may change freely.
        pub frozen: Option<String>,
        /// How it was read, if it was read from a document.
        pub reading: Option<ReadingView>,
        /// The typed part of the support file.
        pub support: SupportView,
        /// The packets.
        pub packets: Vec<PacketStanding>,
        /// When it was last saved, in words.
        pub saved_at: String,
        /// Whether it is the invented sample.
        pub sample: bool,
    }

    /// The standard in force that a draft updates.
    pub struct UpdateView {
        /// The act that began the update.
        pub act: u32,
        /// Its code.
        pub code: String,
        /// Its title.
        pub title: String,
        /// When the gazette published it, in words; empty where it is not known.
        pub published: String,
        /// The next code after it that is free here; empty where it has none.
        pub next: String,
    }

    /// What the document that a draft was read from says of itself.
    pub struct SourceView {
        /// Its code.
        pub code: String,
        /// When it was approved, in words; empty where it does not say.
        pub approved: String,
        /// When it was published, in words.
        pub published: String,
        /// The codes of its elements.
        pub elements: Vec<String>,
    }

    /// How a document was read.
    pub struct ReadingView {
        /// The file's name.
        pub file: String,
        /// In which format it was.
        pub format: String,
        /// Words mended.
        pub repairs: Vec<packets::document::EcRepair>,
        /// Lines without a place.
        pub not_understood: Vec<packets::document::EcUnplaced>,
    }
}
