//! Why the desk did not do what was asked, as it crosses the door.

use super::{UnmetView, wire};

wire! {
    /// A refusal or a failure.
    pub struct Trouble {
        /// Its name, by which the window knows it.
        pub code: crate::error::Code,
        /// What happened, that nothing was lost, and what to do: in Spanish, for the person.
        pub says: String,
        /// For the log.
        pub detail: String,
        /// What an act still lacks, when that is why.
        pub unmet: Vec<UnmetView>,
    }
}
