//! Why a file is not read: it is damaged, too large, or not what it says it is. Never its drafting.

use crate::kind::Looks;

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is nothing in it, or nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// It has more bytes than are read.
    #[error("the file has {bytes} bytes, and at most {limit} are read")]
    TooLarge {
        /// How many it has.
        bytes: usize,
        /// How many are read.
        limit: usize,
    },
    /// It has more pages than are read.
    #[error("the document has {pages} pages, and at most {limit} are read")]
    TooManyPages {
        /// How many it has.
        pages: usize,
        /// How many are read.
        limit: usize,
    },
    /// It has more lines than are read: a text may have no pages.
    #[error("the text has {lines} lines, and at most {limit} are read")]
    TooManyLines {
        /// How many it has.
        lines: usize,
        /// How many are read.
        limit: usize,
    },
    /// Extraction split more of its words than are mended.
    #[error("more than {limit} words of the text are split")]
    TooManyRepairs {
        /// How many are mended.
        limit: usize,
    },
    /// It begins like a PDF and cannot be followed to its end.
    #[error("the PDF is damaged")]
    DamagedPdf,
    /// It opens with a password only.
    #[error("the PDF is encrypted")]
    EncryptedPdf,
    /// Its pages are pictures: there is no text in them.
    #[error("the PDF has no text, only pictures of its pages")]
    ScannedPdf,
    /// It opens out to more than a document of text does.
    #[error("the PDF opens out to more than {limit} bytes")]
    PdfBomb {
        /// How many are read.
        limit: usize,
    },
    /// A zip, but not a Word document.
    #[error("the file is a zip archive and not a Word document")]
    NotDocx,
    /// An official list was asked for, and it is a document.
    #[error("the file is a document and not a list")]
    NotAList,
    /// It begins like a zip and cannot be followed to its end, or its parts are not well formed.
    #[error("the Word document is damaged")]
    DamagedDocx,
    /// A zip, but not a workbook.
    #[error("the file is not a workbook")]
    NotXlsx,
    /// It begins like a workbook and cannot be followed to its end.
    #[error("the workbook is damaged")]
    DamagedXlsx,
    /// Nothing in it reads as an outline of functions.
    #[error("the file has no outline")]
    NoOutline,
    /// A function hangs from itself, however far around.
    #[error("{place}: a function hangs from itself")]
    Cycle {
        /// Where.
        place: String,
    },
    /// The outline is deeper than a map goes.
    #[error("{place}: the outline has more than {limit} levels")]
    TooDeep {
        /// Where.
        place: String,
        /// How many levels a map may have.
        limit: usize,
    },
    /// The outline has more functions than a map.
    #[error("the outline has {functions} functions, and a map has at most {limit}")]
    TooManyFunctions {
        /// How many it has.
        functions: usize,
        /// How many a map may have.
        limit: usize,
    },
    /// It opens out to more than is read.
    #[error("the Word document opens out to more than {limit} bytes")]
    ZipBomb {
        /// How many are read.
        limit: usize,
    },
    /// It is neither text nor PDF nor DOCX.
    #[error("the file looks like {0}, which is not read")]
    UnknownKind(Looks),
    /// It is text in an encoding that cannot be told.
    #[error("the encoding of the text cannot be told")]
    BadEncoding,
    /// Whoever watched said stop.
    #[error("the reading was stopped")]
    Stopped,
}
