//! An instrument on paper: its copies, each for whom it is, and the matrix of what it covers.
//!
//! Every export is an act of the instrument, and is written down before the file has its name: no copy
//! goes about that the instrument does not know of.

use std::path::{Path, PathBuf};

use domain::edition::Digest;
use domain::ids::EcId;
use domain::iec::copies::Copy;
use domain::iec::leaf::leaves;
use domain::iec::{Annex, Audience};
use packets::bag::ascii_name;
use packets::{Figure, IecPaper, Letterhead};
use serde_json::json;

use super::digest;
use super::received::{keyless, unkeyed};
use crate::Desk;
use crate::error::Error;
use crate::files::{self, Staged};
use crate::wire::{ExportInstrument, ExportedView};
use crate::work::{Progress, Work, step};
use crate::writing::Deed;

/// The act that says an instrument was exported.
pub(crate) const EXPORTED: &str = "IEC_EXPORTED";

/// What is exported.
#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Copy(Copy),
    Matrix,
    Report,
}

#[derive(Debug, Clone, std::marker::Copy, PartialEq, Eq)]
enum Format {
    Pdf,
    Docx,
    Xlsx,
}

/// An instrument to write to disk.
pub struct ExportingIec {
    id: EcId,
    what: What,
    format: Format,
    paper: IecPaper,
    /// What was reviewed, where the report is asked for.
    report: Option<packets::ReviewReport>,
    letterhead: Letterhead,
    path: PathBuf,
    replace: bool,
    /// The annexes that go beside the paper: where each goes, and its bytes once they are gathered.
    annexes: Vec<Beside>,
    /// The annexes that questions are about, until they are gathered.
    pictures: Vec<Annex>,
}

struct Beside {
    path: PathBuf,
    digest: Digest,
    bytes: Option<Vec<u8>>,
}

/// An instrument that waits for its act to be written down, and then for its name.
pub struct ExportedIec {
    id: EcId,
    code: &'static str,
    instrument: Digest,
    staged: Vec<Staged>,
    view: ExportedView,
}

impl Work for ExportingIec {
    type Done = ExportedIec;

    fn gather(&mut self, desk: &mut Desk, progress: &mut Progress<'_>) -> Result<bool, Error> {
        if let Some(annex) = self.pictures.pop() {
            step(
                progress,
                format!("Reuniendo la imagen «{}»", annex.title),
                0,
                1,
            )?;
            if let Some(digest) = Digest::parse(&annex.digest) {
                let bytes = desk.store.read(|reader| reader.evidence_bytes(&digest))?;
                let picture = Figure::of(bytes, &annex.title);
                let picture = picture.map(|picture| (annex.id, picture));
                self.paper.pictures.extend(picture);
            }
            return Ok(true);
        }
        let of = self.annexes.len();
        let waiting = self.annexes.iter_mut().enumerate();
        let Some((at, next)) = waiting.into_iter().find(|(_, it)| it.bytes.is_none()) else {
            return Ok(false);
        };
        step(
            progress,
            format!("Reuniendo el anexo {} de {of}", at + 1),
            at,
            of,
        )?;
        let digest = next.digest;
        let bytes = desk.store.read(|reader| reader.evidence_bytes(&digest))?;
        next.bytes = Some(bytes);
        Ok(true)
    }

    fn run(self, progress: &mut Progress<'_>) -> Result<ExportedIec, Error> {
        step(progress, "Componiendo el documento", 0, 2)?;
        let paper = &self.paper;
        let (standard, instrument) = (&paper.standard, &paper.instrument);
        let day = paper.taken.1;
        let bytes = match (&self.what, self.format) {
            (What::Copy(_), Format::Docx) => packets::iec_docx(paper, &self.letterhead)?,
            (What::Copy(_), Format::Pdf | Format::Xlsx) => {
                packets::iec_pdf(paper, &self.letterhead)?.bytes
            }
            (What::Report, _) => match &self.report {
                Some(report) => packets::review_report(report, &self.letterhead)?.bytes,
                None => Vec::new(), // It is made with what is asked for.
            },
            (What::Matrix, Format::Xlsx) => packets::matrix_xlsx(standard, instrument, day)?,
            (What::Matrix, Format::Pdf | Format::Docx) => {
                packets::matrix_pdf(standard, instrument, &self.letterhead, day)?.bytes
            }
        };
        let mut told = || step(progress, "Escribiendo el documento en el disco", 1, 2);
        let mut staged = vec![Staged::beside(&self.path, &bytes, self.replace, &mut told)?];
        for annex in &self.annexes {
            if let (Some(folder), Some(bytes)) = (annex.path.parent(), &annex.bytes) {
                std::fs::create_dir_all(folder).map_err(|error| Error::file(folder, error))?;
                staged.push(Staged::beside(&annex.path, bytes, self.replace, &mut told)?);
            }
        }
        told()?;
        Ok(ExportedIec {
            id: self.id,
            code: code(&self.what),
            instrument: digest(instrument),
            staged,
            view: ExportedView {
                path: self.path.display().to_string(),
                digest: Digest::of(&bytes).to_string(),
                supplied: Vec::new(),
            },
        })
    }
}

impl Desk {
    /// Takes what a copy of an instrument, or its matrix, is made of.
    pub fn begin_iec_export(&mut self, request: ExportInstrument) -> Result<ExportingIec, Error> {
        let moment = self.office.now();
        let what = asked(&request.copy)?;
        let format = format(&what, &request.format)?;
        let path = PathBuf::from(&request.path);
        let free = |path: &Path| match !request.replace && path.exists() {
            true => Err(Error::FileExists {
                name: files::name(path),
            }),
            false => Ok(()),
        };
        free(&path)?;
        let (id, (paper, report), letterhead) = self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let (standard, instrument) = match request.edition.trim() {
                "" => (
                    self.office.on_its_page(reader, id)?,
                    reader.instrument(id)?.ok_or_else(not_begun)?,
                ),
                edition => {
                    let kept = self.office.kept_edition(reader, id, edition)?;
                    let shown = self.office.shown(reader, id, &kept.standard)?;
                    (shown, kept.instrument)
                }
            };
            let copy = match what {
                What::Copy(copy) => copy,
                What::Matrix | What::Report => Copy::Candidate, // They print no copy.
            };
            if copy.is_confidential() {
                self.office.somebody_signs(reader)?;
            }
            let keyless = keyless(reader, instrument.id)?;
            if copy.has_key() && !unkeyed(&instrument, &leaves(&standard), &keyless).is_empty() {
                return Err(key_elsewhere());
            }
            let paper = IecPaper {
                standard,
                instrument,
                copy,
                form: self.office.case_pack(reader, id)?.iec_form.clone(),
                pictures: Vec::new(), // They are gathered.
                taken: (self.office.signer(reader)?, moment.today),
            };
            let report = match what {
                What::Copy(_) | What::Matrix => None,
                What::Report => {
                    let of = (code_of(&paper), &paper.instrument);
                    let report = self.office.iec_report(reader, id, of, &paper.standard)?;
                    Some(report)
                }
            };
            Ok::<_, Error>((id, (paper, report), self.office.letterhead(reader)?))
        })?;
        let mut pictures = about(&paper, &what);
        let mut annexes = beside(&paper, &what, &path);
        // A file that stayed where the packet was made goes with no copy from here.
        self.store.read(|reader| {
            let here = annexes.drain(..).map(|annex| {
                let here = reader.has_evidence(&annex.digest)?;
                Ok::<_, Error>(here.then_some(annex))
            });
            annexes = here
                .filter_map(Result::transpose)
                .collect::<Result<_, _>>()?;
            let mut here = Vec::with_capacity(pictures.len());
            for annex in pictures.drain(..) {
                if let Some(digest) = Digest::parse(&annex.digest)
                    && reader.has_evidence(&digest)?
                {
                    here.push(annex);
                }
            }
            pictures = here;
            Ok::<_, Error>(())
        })?;
        for annex in &annexes {
            free(&annex.path)?;
        }
        Ok(ExportingIec {
            pictures,
            id,
            what,
            format,
            paper,
            report,
            letterhead,
            path,
            replace: request.replace,
            annexes,
        })
    }

    /// Writes down that it was taken out, by whom and when, and gives the files their names.
    pub fn finish_iec_export(&mut self, exported: ExportedIec) -> Result<ExportedView, Error> {
        let moment = self.office.now();
        let ExportedIec {
            id,
            code,
            instrument: printed,
            staged,
            view,
        } = exported;
        self.store.write(|writer| {
            let instrument = writer.instrument(id)?.ok_or_else(not_begun)?;
            let stands = digest(&instrument);
            let body = json!({
                "copy": code,
                "instrument": printed.to_string(),
                "file": view.digest,
                "name": files::name(Path::new(&view.path)),
            });
            let deed = Deed {
                act: EXPORTED,
                subject: Some(stands),
                result: Some(stands),
                body: body.to_string(),
                ..Deed::default()
            };
            let chain = instrument.id.to_string();
            let act = self.office.seal(writer, &moment, &chain, deed)?;
            self.office.seal_head(writer, &moment, &act)
        })?;
        for file in staged {
            file.place()?;
        }
        Ok(view)
    }
}

/// What the instrument of a paper is called.
fn code_of(paper: &IecPaper) -> String {
    match paper.standard.known_code() {
        "" => String::new(),
        code => format!("I{code}"),
    }
}

fn code(what: &What) -> &'static str {
    match what {
        What::Copy(copy) => copy.code(),
        What::Matrix => "MATRIX",
        What::Report => "REPORT",
    }
}

fn asked(code: &str) -> Result<What, Error> {
    match Copy::from_code(code) {
        Some(copy) => Ok(What::Copy(copy)),
        None if code == "MATRIX" => Ok(What::Matrix),
        None if code == "REPORT" => Ok(What::Report),
        None => Err(Error::NotFound {
            what: "una copia del instrumento llamada",
            name: code.to_owned(),
        }),
    }
}

fn format(what: &What, code: &str) -> Result<Format, Error> {
    Ok(match (what, code) {
        (_, "PDF") => Format::Pdf,
        (What::Copy(_), "DOCX") => Format::Docx,
        (What::Matrix, "XLSX") => Format::Xlsx,
        (_, other) => {
            return Err(Error::NotFound {
                what: "una forma de exportar eso llamada",
                name: other.to_owned(),
            });
        }
    })
}

fn key_elsewhere() -> Error {
    Error::Refused {
        act: EXPORTED.to_owned(),
        reason: "Este instrumento llegó en un paquete, y su clave no viaja: esa copia saldría sin ella. Pídala a quien armó el paquete, o marque aquí las respuestas. Las copias del candidato y de quien aprueba, y la matriz, sí se pueden exportar.".to_owned(),
        unmet: Vec::new(),
    }
}

fn not_begun() -> Error {
    Error::Refused {
        act: EXPORTED.to_owned(),
        reason: "El instrumento todavía no se empieza: derive el primer reactivo en Cobertura."
            .to_owned(),
        unmet: Vec::new(),
    }
}

/// The annexes that the questions of a copy are about.
fn about(paper: &IecPaper, what: &What) -> Vec<Annex> {
    let asks = match what {
        What::Copy(Copy::Full | Copy::Candidate | Copy::Shown) => true,
        What::Copy(Copy::Key) | What::Matrix | What::Report => false,
    };
    let annexes = paper.instrument.annexes.iter().filter(|_| asks);
    let questions = paper.instrument.questions.iter();
    annexes
        .filter(|annex| {
            questions
                .clone()
                .any(|question| question.annex == Some(annex.id))
        })
        .cloned()
        .collect()
}

/// The annexes that go with a copy, each in a folder beside it that is called as it is.
fn beside(paper: &IecPaper, what: &What, path: &Path) -> Vec<Beside> {
    let goes = |audience: Audience| match what {
        What::Copy(Copy::Full) => true,
        What::Copy(Copy::Candidate) => audience == Audience::Candidate,
        What::Copy(Copy::Key | Copy::Shown) | What::Matrix | What::Report => false,
    };
    let mut folder = path.file_stem().unwrap_or_default().to_owned();
    folder.push("-anexos");
    let folder = path.with_file_name(folder);
    // Their numbers are those of the whole instrument, as every copy prints them.
    let all = paper.instrument.annexes.iter().zip(3..);
    let kept = all.filter(|(annex, _)| goes(annex.audience));
    kept.filter_map(|(annex, number)| {
        let digest = Digest::parse(&annex.digest)?;
        let name = format!("anexo-{number}-{}", ascii_name(&annex.file));
        Some(Beside {
            path: folder.join(name),
            digest,
            bytes: None,
        })
    })
    .collect()
}
