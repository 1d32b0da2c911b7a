//! A sheet as PDF: archival (PDF/A) and readable aloud (PDF/UA), the same bytes every time.

use chrono::NaiveDate;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::press::{self, Attachment, Substituted};
use crate::error::Error;
use crate::sheet::Sheet;

/// A paper as bytes, and what had to be printed otherwise than it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub bytes: Vec<u8>,
    /// Characters that no font has; each is printed as `U+FFFD`.
    pub substituted: Vec<Substituted>,
}

/// Writes a sheet as PDF/UA-1, and as PDF/A-3a where a file travels inside or as PDF/A-2a.
pub(crate) fn write(
    sheet: &Sheet,
    description: &str,
    day: NaiveDate,
    attachment: Option<Attachment>,
) -> Result<Paper, Error> {
    let carries = attachment.as_ref().map(|_| PdfStandard::A_3a);
    let setting = press::set(sheet, description, Some(day), attachment)?;
    let mut paper = finished(&setting.document, carries)?;
    paper.substituted = setting.substituted;
    Ok(paper)
}

/// Pages that have been set, as a file; `archive` where it is not the usual one.
pub(crate) fn finished(
    document: &PagedDocument,
    archive: Option<PdfStandard>,
) -> Result<Paper, Error> {
    let archive = archive.unwrap_or(PdfStandard::A_2a);
    let standards = PdfStandards::new(&[archive, PdfStandard::Ua_1])
        .map_err(|error| Error::Pdf(error.message().to_string()))?;
    let options = PdfOptions {
        standards,
        creator: Smart::Custom(Some("Cauce".to_owned())),
        ..PdfOptions::default()
    };
    let bytes =
        typst_pdf::pdf(document, &options).map_err(|errors| Error::Pdf(press::first(&errors)))?;
    press::forget();
    Ok(Paper {
        bytes,
        substituted: Vec::new(),
    })
}
