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
        /// Everybody who did something.
        pub people: Vec<String>,
        /// Every kind of act there is, by its word and its name.
        pub kinds: Vec<super::NamedText>,
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

    /// Which acts of a document, a page at a time. What is left empty does not filter.
    pub struct AskHistory {
        /// The standard, or the map.
        pub id: String,
        /// `STANDARD`, `MAP`, or `INSTRUMENT` (of the standard of that id).
        pub document: String,
        /// Older than this number; the newest when null.
        pub before: Option<u32>,
        /// How many.
        pub count: u32,
        /// Only those.
        pub only: OnlyActs,
    }

    /// Which acts are asked for.
    #[derive(Default)]
    pub struct OnlyActs {
        /// By this person.
        pub by: String,
        /// At a place that is cited so or lies in it (`E1-D2`), or that has these words in its name.
        pub place: String,
        /// Of this kind, by its word.
        pub kind: String,
        /// From this day on (`YYYY-MM-DD`).
        pub from: String,
        /// Until this day.
        pub to: String,
    }

    /// A document as an act left it.
    pub struct AskWas {
        /// The standard, or the map.
        pub id: String,
        /// `STANDARD`, `MAP` or `INSTRUMENT`.
        pub document: String,
        /// The act, or a day, or an edition: see the moments of a standard.
        pub at: String,
    }

    /// A document as it was.
    pub struct WasView {
        /// The act that left it so.
        pub act: u32,
        /// The moment in words.
        pub says: String,
        /// Whether it stands so today.
        pub same: bool,
        /// How many acts of editing were done since.
        pub since: u32,
        /// What it said, from the top.
        pub lines: Vec<WasLine>,
    }

    /// A line of a document as it was.
    pub struct WasLine {
        /// How deep it lies.
        pub depth: u32,
        /// Where, as people cite it.
        pub place: String,
        /// What it said.
        pub text: String,
    }

    /// Brings a document back to how an act left it, by an act of its own.
    pub struct ReturnTo {
        /// The standard, or the map.
        pub id: String,
        /// `STANDARD`, `MAP` or `INSTRUMENT`.
        pub document: String,
        /// The act, or a day, or an edition.
        pub at: String,
    }

    /// What came of it.
    pub struct ReturnedView {
        /// The act that the document is as it left it.
        pub act: u32,
        /// Whether anything changed.
        pub changed: bool,
    }
}
