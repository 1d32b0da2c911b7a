//! What can go wrong when a paper is written: the machine's failures, never the author's.

/// Why a paper could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The pages could not be set.
    #[error("the pages could not be set: {0}")]
    Setting(String),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// The Word file could not be written.
    #[error("the Word file could not be written: {0}")]
    Word(String),
    /// The book of sheets could not be written.
    #[error("the book of sheets could not be written")]
    Sheets(#[from] rust_xlsxwriter::XlsxError),
    /// Its parts could not be packed.
    #[error("the parts of the Word file could not be packed")]
    Packing(#[from] zip::result::ZipError),
    /// Whoever watched said stop.
    #[error("the drawing was stopped")]
    Stopped,
    /// The bytes could not be gathered.
    #[error("the file could not be gathered")]
    Gathering(#[from] std::io::Error),
}
