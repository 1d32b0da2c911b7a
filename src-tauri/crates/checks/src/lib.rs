//! The methodology, read aloud.
