//! The moments of a document, and what changed between two.

use super::wire;

wire! {
    /// A standard at a moment: `2` is a frozen edition, `act:57` is as an act left it, `2026-07-03` as
    /// it was at the end of a day, `now` as it stands.
    pub struct AskPoint {
        /// The standard.
        pub id: String,
        /// The moment.
        pub at: String,
    }

    /// The moments of a standard that have a name.
    pub struct PointsView {
        /// Its frozen editions, oldest first, and the text of today.
        pub points: Vec<PointView>,
        /// The day it begins (`YYYY-MM-DD`): any day from then on is a moment too.
        pub begins: String,
        /// Today.
        pub today: String,
    }

    /// A moment.
    pub struct PointView {
        /// As it is asked for.
        pub at: String,
        /// The act it is after.
        pub act: u32,
        /// In words.
        pub says: String,
        /// The digest of the text.
        pub digest: String,
    }

    /// Two moments of a standard.
    pub struct Compare {
        /// The standard.
        pub id: String,
        /// The one compared with.
        pub a: String,
        /// The one compared.
        pub b: String,
    }

    /// Why a row was changed.
    pub struct GiveReason {
        /// The standard.
        pub id: String,
        /// The moment compared with.
        pub a: String,
        /// The moment compared.
        pub b: String,
        /// The row, by its key or its place.
        pub row: String,
        /// Why; empty takes away what was said.
        pub reason: String,
    }

    /// What changed between two moments.
    pub struct ComparisonView {
        /// The digest of the older text.
        pub from: String,
        /// The digest of the newer one.
        pub to: String,
        /// The older moment, in words.
        pub from_says: String,
        /// The newer one.
        pub to_says: String,
        /// Each change, in the order of the page.
        pub changes: Vec<ChangeView>,
        /// Parts that are only cited otherwise, for others came or went.
        pub renumbered: Vec<RenumberedView>,
        /// How many say the same and end otherwise, for their list grew or shrank.
        pub ended: u32,
        /// How many parts stayed as they were.
        pub same: u32,
        /// How many changes nobody has said the reason of.
        pub pending: u32,
        /// Whether a reason can be taken back.
        pub undo: bool,
        /// Whether one can be given again.
        pub redo: bool,
    }

    /// One change.
    pub struct ChangeView {
        /// Its name, by which a reason is given to it.
        pub key: String,
        /// `ADDED`, `REMOVED`, `REWORDED`, `MOVED`, `SPLIT` or `MERGED`.
        pub kind: String,
        /// How it is known: by `ID`, by the `JOURNAL`, or by the `TEXT` alone.
        pub known: String,
        /// Whether it is at another place besides.
        pub moved: bool,
        /// Where, as people cite it.
        pub place: String,
        /// Where it was: each part.
        pub from_place: String,
        /// Where it is: each part.
        pub to_place: String,
        /// What it said.
        pub before: String,
        /// What it says.
        pub after: String,
        /// Both, word by word.
        pub words: Vec<MarkView>,
        /// The parts there were.
        pub parts_before: Vec<ToldPart>,
        /// The parts there are.
        pub parts_after: Vec<ToldPart>,
        /// Why; nothing while nobody said.
        pub reason: Option<ReasonView>,
    }

    /// Some words: `SAME`, `REMOVED` or `ADDED`.
    pub struct MarkView {
        /// What became of them.
        pub kind: String,
        /// The words.
        pub text: String,
    }

    /// A part of a change.
    pub struct ToldPart {
        /// Which; nothing for the standard's own texts.
        pub part: Option<String>,
        /// Where.
        pub place: String,
        /// What it says.
        pub text: String,
    }

    /// Why a row was changed.
    pub struct ReasonView {
        /// Why.
        pub text: String,
        /// Who said so.
        pub by: String,
        /// The day, in words.
        pub on: String,
        /// Whether the wording has changed since.
        pub stale: bool,
    }

    /// A part that is cited otherwise.
    pub struct RenumberedView {
        /// As it was cited.
        pub from: String,
        /// As it is.
        pub to: String,
        /// What it says.
        pub text: String,
    }

    /// The comparison of two moments, to write to disk.
    pub struct ExportComparison {
        /// The standard.
        pub id: String,
        /// The moment compared with.
        pub a: String,
        /// The moment compared.
        pub b: String,
        /// `PDF` or `DOCX`.
        pub kind: String,
        /// Where.
        pub path: String,
        /// Whether a file that is there is replaced.
        pub replace: bool,
    }

    /// Typed data of the support file, by the names of its fields.
    pub struct TypeSupport {
        /// The case.
        pub id: String,
        /// Field and what it says.
        pub fields: Vec<super::NamedText>,
    }
}
