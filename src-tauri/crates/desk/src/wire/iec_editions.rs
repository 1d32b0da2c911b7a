//! How far an instrument is, its editions, and what changed between two.

use super::{MarkView, wire};

wire! {
    /// What moves an instrument on, alone.
    pub struct MoveInstrument {
        /// Its standard, by id or code.
        pub id: String,
        /// `IEC_EDITION_BEGUN`, `IEC_VALIDATED`, `IEC_FROZEN` or `IEC_RESTORED` (the edition is given up).
        pub act: String,
        /// Why; of a validation, with which minute.
        pub reason: String,
    }

    /// How far an instrument is.
    pub struct IecStandingView {
        /// The state of the notes: `DRAFT`, `COVERAGE_OK`, `GTE_VALIDATED`…
        pub state: String,
        /// The same, as people call it.
        pub state_name: String,
        /// Whether its words stay as they are.
        pub closed: bool,
        /// Why, and what to do; empty where it is open.
        pub closed_says: String,
        /// What can be done of it, alone.
        pub acts: Vec<IecActView>,
        /// The edition of its own that is being drafted.
        pub open: Option<IecOpenView>,
        /// Its frozen editions, newest first.
        pub editions: Vec<IecEditionView>,
    }

    /// Two editions of an instrument.
    pub struct CompareInstrument {
        /// Its standard, by id or code.
        pub id: String,
        /// The older one, by its number or digest; empty or `now` for the instrument of today.
        pub a: String,
        /// The newer one.
        pub b: String,
    }

    /// The comparison of two editions of an instrument, to write to disk.
    pub struct ExportIecComparison {
        /// Its standard, by id or code.
        pub id: String,
        /// The older one.
        pub a: String,
        /// The newer one.
        pub b: String,
        /// `PDF` or `DOCX`.
        pub kind: String,
        /// Where.
        pub path: String,
        /// Whether a file that is there is replaced.
        pub replace: bool,
    }

    /// What changed between two editions of an instrument.
    pub struct IecComparisonView {
        /// The older one, in words.
        pub from_says: String,
        /// The newer one.
        pub to_says: String,
        /// Why the newer one was made; empty where nobody said.
        pub reason: String,
        /// Each change, in the order of the newer one.
        pub changes: Vec<IecChangeView>,
    }

    /// One change of an instrument.
    pub struct IecChangeView {
        /// `ADDED`, `REMOVED`, `REWORDED`, `REWEIGHTED`, `MOVED` or `CHANGED`.
        pub kind: String,
        /// The same, in words.
        pub kind_name: String,
        /// The part; null for what is set once for the whole.
        pub part: Option<String>,
        /// Where, as people cite it.
        pub place: String,
        /// What it was.
        pub before: String,
        /// What it is.
        pub after: String,
        /// Both, word by word.
        pub words: Vec<MarkView>,
    }

    /// An act of an instrument that may be done.
    pub struct IecActView {
        /// The act.
        pub act: String,
        /// What it is called.
        pub name: String,
        /// What has to be said with it, in words; empty where nothing.
        pub asks: String,
        /// What is missing, in words; empty where it can be done.
        pub lacks: String,
    }

    /// An edition of an instrument that is being drafted.
    pub struct IecOpenView {
        /// Which it will be.
        pub number: u32,
        /// Why it was begun.
        pub reason: String,
        /// When, in words.
        pub on: String,
        /// By whom.
        pub by: String,
    }

    /// A frozen edition of an instrument.
    pub struct IecEditionView {
        /// From 1.
        pub number: u32,
        /// Its name.
        pub digest: String,
        /// The digest of the text of the standard that it is of.
        pub standard: String,
        /// The act that froze it.
        pub act: u32,
        /// When, in words.
        pub on: String,
        /// Who froze it.
        pub by: String,
        /// Why it was made; empty where it came with its standard.
        pub reason: String,
        /// The minute with which it was validated.
        pub minutes: String,
        /// Whether it was made without change in its standard.
        pub alone: bool,
        /// How far it is, in words.
        pub state_name: String,
    }
}
