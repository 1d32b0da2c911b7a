//! Finding things.

use super::wire;

wire! {
    /// What to look for.
    pub struct Search {
        /// As typed.
        pub query: String,
    }

    /// What was found, in groups.
    pub struct SearchView {
        /// Standards.
        pub standards: Vec<Hit>,
        /// Places in standards.
        pub places: Vec<Hit>,
        /// Rules.
        pub rules: Vec<Hit>,
    }

    /// One thing found.
    pub struct Hit {
        /// The standard, or the rule.
        pub id: String,
        /// The part, when it is a place.
        pub part: Option<String>,
        /// What it says.
        pub text: String,
        /// Where it is.
        pub aside: String,
    }
}
