//! How much is read. Beyond it a file is refused with a typed error, before it costs memory.

/// Bytes of a file.
pub const FILE_BYTES: usize = 20 * 1024 * 1024;
/// Pages of a document.
pub const PAGES: usize = 500;
/// Lines of a text: more than any 500 pages have, and than a file of the largest size has of usual length.
pub const LINES: usize = 520_000;
/// Words mended in a document. Extraction splits a few on each page; where it splits more than this, what
/// was extracted is no text.
pub const REPAIRS: usize = 200_000;
/// Bytes that the parts of a Word document, or the streams of a PDF, may open out to.
pub const INFLATED_BYTES: usize = 64 * 1024 * 1024;
/// Characters of text in a document; a page of a standard has about three thousand.
pub const TEXT_CHARS: usize = 8 * 1024 * 1024;
/// Bytes of an official list: the register of a hundred and fifty thousand standards has thirty million.
pub const CATALOGUE_BYTES: usize = 64 * 1024 * 1024;
/// Entries of an official list.
pub const CATALOGUE_ENTRIES: usize = 300_000;
/// Characters of one cell of an official list: the longest title registered has a few hundred.
pub const CATALOGUE_CELL: usize = 1_000;
