//! Long work, while it is done.

use super::wire;

wire! {
    /// How far a piece of long work is.
    pub struct WorkView {
        /// What is being done; empty before it begins and once it has ended.
        pub says: String,
        /// How much of it is behind.
        pub done: u32,
        /// How much there is in all; 0 where that is not known.
        pub of: u32,
    }

    /// Which piece of long work is meant.
    pub struct AskWork {
        /// The number it was asked with.
        pub work: u32,
    }
}
