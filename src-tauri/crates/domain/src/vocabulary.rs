//! Closed lists of words, and the one way each is spelled.
//!
//! A word that leaves the code (a state, a kind, a severity) is declared once with [`vocabulary!`];
//! the file, the packet and the window spell it that way because there is no other way.

/// Declares an enum whose variants each have one spelling outside the code.
#[macro_export]
macro_rules! vocabulary {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// How it is spelled outside the code.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The word spelled so, if there is one.
            pub fn from_code(code: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|word| word.code() == code)
            }
        }
    };
}

vocabulary! {
    /// How much a finding weighs.
    pub enum Severity {
        /// It blocks the validation of the standard.
        Error = "error",
        /// It is mended or justified.
        Warning = "warning",
        /// It is worth a thought.
        Advice = "advice",
    }
}
