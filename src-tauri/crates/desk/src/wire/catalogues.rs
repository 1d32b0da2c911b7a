//! The official lists, and what is like what somebody writes.

use super::wire;

wire! {
    /// The lists that are here.
    pub struct CataloguesView {
        /// Each edition of each.
        pub catalogues: Vec<CatalogueView>,
    }

    /// A list that is here.
    pub struct CatalogueView {
        /// `SCIAN`, `SINCO` or `RENEC`.
        pub kind: String,
        /// «2023»; of the register, the day as it was.
        pub edition: String,
        /// «SCIAN México 2023», «RENEC del 28 de noviembre de 2025».
        pub name: String,
        /// How many entries it has.
        pub entries: u32,
        /// Whether it is the one that is used.
        pub in_use: bool,
        /// The file it was read from.
        pub file: String,
        /// Who brought it in.
        pub by: String,
        /// When, in words.
        pub at: String,
    }

    /// A file to bring in as a list.
    pub struct BringCatalogue {
        /// `SCIAN`, `SINCO` or `RENEC`.
        pub kind: String,
        /// The file.
        pub path: String,
        /// Its edition; where it is empty it is told by the file, or is today.
        pub edition: String,
        /// Only says what would come of it.
        pub dry_run: bool,
    }

    /// What a file has that was to be a list.
    pub struct CatalogueReport {
        /// `SCIAN`, `SINCO` or `RENEC`.
        pub kind: String,
        /// Its edition.
        pub edition: String,
        /// «SCIAN México 2023».
        pub name: String,
        /// The file.
        pub file: String,
        /// How many entries were read.
        pub entries: u32,
        /// How many of each level.
        pub counts: Vec<LevelCount>,
        /// What is wrong, by line.
        pub lines: Vec<ListLine>,
        /// How many more things are wrong.
        pub more: u32,
        /// Whether it may be brought in.
        pub sound: bool,
        /// Whether it was.
        pub imported: bool,
        /// What it takes the place of, in words; empty where it is the first.
        pub replaces: String,
        /// How many entries that one does not have.
        pub added: u32,
        /// How many only that one has.
        pub removed: u32,
        /// How many say something else.
        pub changed: u32,
        /// What it comes to, in a sentence.
        pub says: String,
    }

    /// How many entries of a level there are.
    pub struct LevelCount {
        /// «clase», «nivel 3».
        pub level: String,
        /// How many.
        pub count: u32,
    }

    /// Something that is wrong in a line.
    pub struct ListLine {
        /// From 1; 0 for the whole list.
        pub line: u32,
        /// What, in Spanish.
        pub says: String,
        /// Whether the list is not brought in because of it.
        pub blocks: bool,
    }

    /// Which entries of a classification are wanted.
    pub struct AskClasses {
        /// `SCIAN` or `SINCO`.
        pub kind: String,
        /// The beginning of a code, or of words of a name, as typed.
        pub query: String,
        /// Only of this level (`clase`, `grupo_unitario`); of all where it is empty.
        pub level: String,
    }

    /// Entries of a classification.
    pub struct ClassesView {
        /// «SCIAN México 2023»; null where none was brought in.
        pub name: Option<String>,
        /// What was found.
        pub classes: Vec<ClassView>,
    }

    /// An entry of a classification, with those above it.
    pub struct ClassView {
        /// Its code.
        pub code: String,
        /// Its name.
        pub name: String,
        /// Its level, in words.
        pub level: String,
        /// Those above it, from the top: «31-33 Industrias manufactureras».
        pub above: Vec<String>,
    }

    /// The short lists of the rules in force.
    pub struct PackView {
        /// The rule pack.
        pub id: String,
        /// The levels of the Sistema Nacional de Competencias.
        pub levels: Vec<LevelView>,
        /// The names an attitude may have.
        pub attitudes: Vec<String>,
    }

    /// A level of the Sistema Nacional de Competencias.
    pub struct LevelView {
        /// 1 to 5.
        pub number: u8,
        /// «Tres».
        pub word: String,
        /// What is printed under it.
        pub text: String,
        /// Whether an official document confirms it.
        pub confirmed: bool,
    }

    /// What somebody is writing.
    pub struct AskSimilar {
        /// The title, the function or the name of an element.
        pub text: String,
        /// The standard it is of, which is not like itself; null where it is of none.
        pub own: Option<String>,
    }

    /// What is equal to it or like it.
    pub struct SimilarView {
        /// «RENEC del 28 de noviembre de 2025»; null where none was brought in.
        pub register: Option<String>,
        /// Whether the register is being made ready, and is not looked through yet.
        pub preparing: bool,
        /// The most alike first.
        pub found: Vec<SimilarTitle>,
    }

    /// A standard with a title like what is written.
    pub struct SimilarTitle {
        /// The standard of this workspace; null where it is of the register.
        pub id: Option<String>,
        /// Its code; empty for a draft.
        pub code: String,
        /// Its level.
        pub level: Option<u8>,
        /// Its title.
        pub title: String,
        /// Its committee.
        pub committee: String,
        /// Whether nothing but accents, capitals, spaces and points is different.
        pub equal: bool,
        /// How alike they are, in hundredths.
        pub likeness: u8,
    }
}
