//! Frozen editions, and what changed between two.

use super::wire;

wire! {
    /// One frozen edition.
    pub struct AskEdition {
        /// The standard.
        pub id: String,
        /// Which one, from 1.
        pub number: u32,
    }

    /// Two frozen editions.
    pub struct CompareEditions {
        /// The standard.
        pub id: String,
        /// The older one, from 1.
        pub a: u32,
        /// The newer one; 0 is the text as it stands.
        pub b: u32,
    }

    /// What changed between two editions.
    pub struct ComparisonView {
        /// The digest of the older one.
        pub from: String,
        /// The digest of the newer one.
        pub to: String,
        /// Each change, in the order of the page.
        pub changes: Vec<ChangeView>,
    }

    /// One change.
    pub struct ChangeView {
        /// `ADDED`, `REMOVED`, `REWORDED` or `MOVED`.
        pub kind: String,
        /// Where, as people cite it.
        pub place: String,
        /// What it said, or where it was.
        pub before: String,
        /// What it says, or where it is.
        pub after: String,
    }

    /// Typed data of the support file, by the names of its fields.
    pub struct TypeSupport {
        /// The case.
        pub id: String,
        /// Field and what it says.
        pub fields: Vec<super::NamedText>,
    }
}
