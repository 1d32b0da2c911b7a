//! The annexes of an instrument: files for the candidate or the evaluator.

use super::wire;

wire! {
    /// A file for an annex of an instrument.
    pub struct AttachAnnex {
        /// Its standard, by id or code.
        pub id: String,
        /// The file.
        pub path: String,
        /// The annex that gets the file; a new one where it is null.
        pub annex: Option<String>,
        /// What a new one is; the name of the file where it is empty.
        pub title: String,
        /// Who is given a new one: `CANDIDATE` or `EVALUATOR`.
        pub audience: String,
    }

    /// An annex.
    pub struct IecAnnexView {
        /// Its id.
        pub id: String,
        /// «Anexo 3».
        pub name: String,
        /// What it is.
        pub title: String,
        /// `CANDIDATE` or `EVALUATOR`.
        pub audience: String,
        /// The name of the file; empty until there is one.
        pub file: String,
        /// The digest of the file.
        pub digest: String,
        /// The file stayed where the packet was made that brought the instrument.
        pub away: bool,
    }
}
