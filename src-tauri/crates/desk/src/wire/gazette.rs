//! Publication: codes, what goes to the gazette, and what came out in it.

use super::wire;

wire! {
    /// What waits to be published, by resolution.
    pub struct GazetteView {
        /// The last resolution first.
        pub resolutions: Vec<ResolutionToPublish>,
    }

    /// A resolution of the Comité Técnico and its standards.
    pub struct ResolutionToPublish {
        /// Its number.
        pub number: String,
        /// The day it was approved, in words.
        pub on: String,
        /// The days since.
        pub days: i32,
        /// Its standards, by title.
        pub standards: Vec<PublishedStandard>,
    }

    /// A standard of a resolution.
    pub struct PublishedStandard {
        /// Its id.
        pub id: String,
        /// Its code; empty while it has none.
        pub code: String,
        /// The code that is proposed while it has none.
        pub proposed: String,
        /// Its title.
        pub title: String,
        /// Where it stands.
        pub state: String,
        /// The same, in words.
        pub state_name: String,
        /// How many letters its general description is too long by; none where it fits.
        pub too_long: u32,
    }

    /// The codes that are taken, and the next ones.
    pub struct CodesView {
        /// The next free code of a standard.
        pub next_ec: String,
        /// The next free code of a brand standard.
        pub next_ecm: String,
        /// How many are taken.
        pub taken: u32,
        /// Codes of the register that are none, with what they probably meant.
        pub malformed: Vec<MalformedCode>,
    }

    /// A code that is none.
    pub struct MalformedCode {
        /// As it was written.
        pub typed: String,
        /// Of what.
        pub title: String,
        /// What it probably meant; empty where that is not plain.
        pub meant: String,
    }

    /// A resolution to write for the gazette.
    pub struct ExportResolution {
        /// Its number.
        pub resolution: String,
        /// `PDF` or `DOCX`.
        pub kind: String,
        /// The file to write.
        pub path: String,
        /// Whether over what is there.
        pub replace: bool,
    }

    /// The note of the gazette that publishes a resolution.
    pub struct ProvePublication {
        /// The number of the resolution.
        pub resolution: String,
        /// The number of the note.
        pub note: String,
        /// The day it was published.
        pub on: String,
        /// The edition: «Matutina».
        pub edition: String,
        /// The note: text, PDF or Word.
        pub path: String,
        /// Why it is taken though it differs; empty where it does not.
        pub reason: String,
        /// Whether it is only compared.
        pub dry_run: bool,
    }

    /// What came of comparing a note.
    pub struct PublicationView {
        /// What differs from what was sent.
        pub differences: Vec<NoteDifference>,
        /// The days from the approval to the publication.
        pub days: i32,
        /// How many standards are published by it; none where it was only compared.
        pub published: u32,
    }

    /// A difference between a note and the resolution.
    pub struct NoteDifference {
        /// The line of the note, from 1; none where nothing of it is there.
        pub line: Option<u32>,
        /// What differs.
        pub says: String,
    }
}
