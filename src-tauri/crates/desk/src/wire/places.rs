//! A text named as people cite it, for whoever has no window to click in.

use super::wire;

wire! {
    /// A text to write at a place.
    pub struct EditPlace {
        /// The standard.
        pub id: String,
        /// `E1-D2.3`; empty for the standard itself.
        pub place: String,
        /// Which text of it; its main one when empty.
        pub field: String,
        /// What it says from now on.
        pub text: String,
    }
}
