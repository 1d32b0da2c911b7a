//! What was done, for reading.

use super::wire;

wire! {
    /// A page of the history of a case.
    pub struct HistoryView {
        /// Newest first.
        pub acts: Vec<ActView>,
        /// How many acts the chain has.
        pub total: u32,
        /// Whether there are older ones.
        pub more: bool,
    }

    /// One act.
    pub struct ActView {
        /// Its number.
        pub number: u32,
        /// Its word.
        pub act: String,
        /// Its name.
        pub name: String,
        /// What it did, in a sentence.
        pub says: String,
        /// The day.
        pub on: String,
        /// The moment, in words.
        pub at: String,
        /// Who.
        pub by: String,
        /// What stood there.
        pub before: String,
        /// What stands there.
        pub after: String,
        /// Where, as people cite it.
        pub place: String,
        /// What proves it.
        pub evidence: Vec<ProofView>,
        /// Its seal.
        pub digest: String,
    }

    /// A file that proves something of an act.
    pub struct ProofView {
        /// What it proves.
        pub requirement: String,
        /// The same, as people call it.
        pub called: String,
        /// The file.
        pub digest: String,
        /// Its name; empty where the file is not in this workspace.
        pub name: String,
    }

    /// Which page of the history.
    pub struct AskHistory {
        /// The case.
        pub id: String,
        /// Older than this number; the newest when null.
        pub before: Option<u32>,
        /// How many.
        pub count: u32,
    }
}
