//! What leaves the house: a standard as JSON, as a page, as Word.
//!
//! Two steps never mix. A form says what is on the page; a writer says how a format spells it. PDF,
//! Word and the window's preview come from one sheet, so they cannot differ. Nothing here knows a
//! path or the day: bytes go out, and what is printed was given.

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

pub mod bag;
mod chain;
pub mod document;
mod drawing;
mod error;
mod forms;
pub mod gazette;
pub mod iec_document;
pub mod letters;
pub mod map_document;
mod printable;
pub mod reminders;
mod sheet;
mod supplied;
mod templates;
mod writers;

#[cfg(test)]
mod made;
#[cfg(test)]
mod readback;

use chrono::NaiveDate;
use domain::ec::CompetenceStandard;
use domain::iec::AssessmentInstrument;

pub use chain::{chain_from_json, chain_json};
pub use drawing::{MapPaper, level_name, map_docx, map_pdf, map_svg};
pub use error::Error;
pub use forms::case_sheet::{CaseSheet, DoneAct, Proof, Requirement};
pub use forms::comparison::{Compared, ComparisonPaper, ReasonSaid, SaidAt};
pub use forms::group::{GroupPaper, Letter, Minutes, Quoted, Roster, RosterLine};
pub use forms::iec::IecPaper;
pub use forms::office::{OfficePaper, Piece};
pub use forms::report::{ReportedFinding, ReviewReport, Reviewed, SetAside};
pub use printable::{as_printed, as_printed_in_pdf};
pub use sheet::{Figure, Letterhead, Source};
pub use supplied::{Supplied, supplied};
pub use templates::{PILOT_COLUMNS, TemplateLeaf, iec_template, pilot_template};
pub use writers::pdf::Paper;
pub use writers::press::Substituted;
pub use writers::svg::{Pages, Picture, Spot, Wanted, Watch};

use sheet::Sheet;
use writers::press::Attachment;

/// The name of the JSON that travels inside the PDF of a standard.
pub const ATTACHED: &str = "estandar.json";

/// The standard as PDF in the official form, with its canonical JSON inside. `day` is the one the
/// file says it was made on: PDF/A asks for one, and the same day gives the same bytes.
pub fn pdf(
    standard: &CompetenceStandard,
    letterhead: &Letterhead,
    day: NaiveDate,
) -> Result<Paper, Error> {
    let attachment = Attachment {
        name: ATTACHED,
        says: "El estándar como datos, con sus claves",
        bytes: document::canonical(standard),
    };
    let sheet = sheet_of(standard, letterhead);
    writers::pdf::write(&sheet, "Estándar de Competencia", day, Some(attachment))
}

/// The standard as a Word file in the official form.
pub fn docx(standard: &CompetenceStandard, letterhead: &Letterhead) -> Result<Vec<u8>, Error> {
    writers::docx::write(&sheet_of(standard, letterhead))
}

/// Some pages of the standard as pictures, and where each of its texts stands on any of them.
pub fn pages(
    standard: &CompetenceStandard,
    letterhead: &Letterhead,
    wanted: &Wanted,
    watch: &mut Watch<'_>,
) -> Result<Pages, Error> {
    writers::svg::draw(&sheet_of(standard, letterhead), wanted, watch)
}

/// The sheet of a standard in its own form: a brand standard has one of its own.
fn sheet_of(standard: &CompetenceStandard, letterhead: &Letterhead) -> Sheet {
    let printed = as_printed(standard);
    match standard.is_brand() {
        true => forms::ecm::sheet(&printed, letterhead),
        false => forms::ec::sheet(&printed, letterhead),
    }
}

/// The clause on where the competence is demonstrated that nearly every standard has: what a
/// standard begun from blank starts with.
pub fn usual_practice() -> &'static str {
    domain::ec::form::FORM.text("EC-F-20.cláusula")
}

/// A copy of an instrument as PDF: whatever the copy must not say is in none of its bytes.
pub fn iec_pdf(paper: &IecPaper, letterhead: &Letterhead) -> Result<Paper, Error> {
    let sheet = forms::iec::sheet(paper, letterhead);
    let (_, day) = paper.taken;
    writers::pdf::write(&sheet, IEC, day, None)
}

/// A copy of an instrument as a Word file.
pub fn iec_docx(paper: &IecPaper, letterhead: &Letterhead) -> Result<Vec<u8>, Error> {
    writers::docx::write(&forms::iec::sheet(paper, letterhead))
}

/// What a PDF of an instrument says it is.
const IEC: &str = "Instrumento de Evaluación de Competencia";

/// The coverage matrix as PDF, one table on pages that lie.
pub fn matrix_pdf(
    standard: &CompetenceStandard,
    instrument: &AssessmentInstrument,
    letterhead: &Letterhead,
    day: NaiveDate,
) -> Result<Paper, Error> {
    let sheet = forms::iec::matrix::sheet(standard, instrument, letterhead);
    writers::pdf::write(&sheet, "Matriz de cobertura", day, None)
}

/// The coverage matrix as a book of one sheet.
pub fn matrix_xlsx(
    standard: &CompetenceStandard,
    instrument: &AssessmentInstrument,
    day: NaiveDate,
) -> Result<Vec<u8>, Error> {
    writers::xlsx::write(&forms::iec::matrix::matrix(standard, instrument), day)
}

/// The sheet of a case as PDF.
pub fn case_sheet(case: &CaseSheet, letterhead: &Letterhead) -> Result<Paper, Error> {
    let sheet = forms::case_sheet::sheet(case, letterhead);
    writers::pdf::write(&sheet, "Hoja del expediente", case.day, None)
}

/// A paper of an expert group as PDF.
pub fn group_pdf(
    paper: &GroupPaper,
    letterhead: &Letterhead,
    day: NaiveDate,
) -> Result<Paper, Error> {
    let sheet = forms::group::sheet(paper, letterhead);
    writers::pdf::write(&sheet, "Grupo Técnico de Expertos", day, None)
}

/// A paper of an expert group as a Word file.
pub fn group_docx(paper: &GroupPaper, letterhead: &Letterhead) -> Result<Vec<u8>, Error> {
    writers::docx::write(&forms::group::sheet(paper, letterhead))
}

/// A paper of the office as PDF.
pub fn office_pdf(
    paper: &OfficePaper,
    letterhead: &Letterhead,
    day: NaiveDate,
) -> Result<Paper, Error> {
    let sheet = forms::office::sheet(paper, letterhead);
    writers::pdf::write(&sheet, &paper.title, day, None)
}

/// A paper of the office as a Word file.
pub fn office_docx(paper: &OfficePaper, letterhead: &Letterhead) -> Result<Vec<u8>, Error> {
    writers::docx::write(&forms::office::sheet(paper, letterhead))
}

/// The reviewer's report as PDF.
pub fn review_report(report: &ReviewReport, letterhead: &Letterhead) -> Result<Paper, Error> {
    let sheet = forms::report::sheet(report, letterhead);
    writers::pdf::write(&sheet, "Informe de revisión", report.day, None)
}

/// The comparison of two texts of a standard as PDF.
pub fn comparison_pdf(paper: &ComparisonPaper, letterhead: &Letterhead) -> Result<Paper, Error> {
    let sheet = forms::comparison::sheet(paper, letterhead);
    writers::pdf::write(&sheet, "Cuadro comparativo", paper.day, None)
}

/// The same as a Word file.
pub fn comparison_docx(paper: &ComparisonPaper, letterhead: &Letterhead) -> Result<Vec<u8>, Error> {
    writers::docx::write(&forms::comparison::sheet(paper, letterhead))
}
