//! A workbook that is read for an instrument, and the workbooks that are filled in for it.

use std::path::{Path, PathBuf};

use domain::edition::Digest;
use domain::iec::leaf::leaves;
use domain::iec::{AssessmentInstrument, CriterionKind};
use intake::Sheet;
use packets::TemplateLeaf;

use super::sheets::{self, FromSheets};
use super::{Made, of_standard};
use crate::Desk;
use crate::error::Error;
use crate::files::{self, Staged};
use crate::wire::{ExportTemplate, ExportedView, IecImportView, ImportSheet};
use crate::work::{Progress, Work, step};

/// The largest workbook that is read.
const LARGEST: u64 = intake::limits::FILE_BYTES as u64;

/// A workbook to read.
pub struct SheetReading {
    asked: ImportSheet,
}

/// A workbook that was read.
pub struct SheetRead {
    pub(super) asked: ImportSheet,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) sheets: Vec<Sheet>,
}

impl SheetReading {
    pub(super) fn of(asked: ImportSheet) -> SheetReading {
        SheetReading { asked }
    }
}

impl Work for SheetReading {
    type Done = SheetRead;

    fn run(self, progress: &mut Progress<'_>) -> Result<SheetRead, Error> {
        step(progress, "Leyendo el archivo", 0, 2)?;
        let path = PathBuf::from(&self.asked.path);
        let bytes = files::read(&path, LARGEST)?;
        step(progress, "Leyendo sus hojas", 1, 2)?;
        Ok(SheetRead {
            sheets: intake::sheets_and_own(&bytes, packets::PILOT_COLUMNS)?,
            name: files::name(&path),
            bytes,
            asked: self.asked,
        })
    }
}

impl Desk {
    /// Begins to read an instrument that exists already.
    pub fn begin_iec_import(&mut self, request: ImportSheet) -> Result<SheetReading, Error> {
        self.store
            .read(|reader| self.office.find(reader, &request.id))?;
        Ok(SheetReading::of(request))
    }

    /// Takes in what was read, as one change that is undone as one; where it was only to be seen,
    /// nothing is written.
    pub fn finish_iec_import(&mut self, read: SheetRead) -> Result<IecImportView, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        let taken = |view: &FromSheets| IecImportView {
            items: view.items,
            questions: view.questions,
            also: also(view),
            not_understood: view.not_understood.clone(),
            dry: read.asked.dry,
        };
        if read.asked.dry {
            return self.store.read(|reader| {
                let id = self.office.find(reader, &read.asked.id)?;
                let (_, before) = of_standard(reader, id)?;
                // What the import would refuse is refused where it is only to be seen.
                has_none(&before)?;
                let standard = reader.standard(id)?;
                Ok(taken(&sheets::read(
                    &before,
                    &standard,
                    &read.sheets,
                    &mut ids,
                )?))
            });
        }
        self.store.write(|writer| {
            let id = self.office.find(writer, &read.asked.id)?;
            let standard = writer.standard(id)?;
            let before = self.office.begun(writer, &moment, id, &mut ids)?;
            has_none(&before)?;
            let from = sheets::read(&before, &standard, &read.sheets, &mut ids)?;
            let made = Made::by(crate::turns::Turning::Done);
            self.office
                .write_iec_edits(writer, &moment, &standard, &before, &from.edits, made)?;
            Ok(taken(&from))
        })
    }

    /// Writes a workbook to be filled in: `IEC`, or `PILOT` with the items of today.
    pub fn export_template(&mut self, request: ExportTemplate) -> Result<ExportedView, Error> {
        let path = Path::new(&request.path);
        let is_xlsx = path
            .extension()
            .is_some_and(|it| it.eq_ignore_ascii_case("xlsx"));
        if !is_xlsx {
            return Err(Error::NotFound {
                what: "una plantilla que no sea un libro .xlsx; se pidió",
                name: files::name(path),
            });
        }
        let bytes = match request.what.as_str() {
            "PILOT" => packets::pilot_template(&self.item_codes(&request.id)?)?,
            "IEC" => packets::iec_template(&self.store.read(|reader| {
                let id = self.office.find(reader, &request.id)?;
                let standard = reader.standard(id)?;
                let leaves = leaves(&standard).into_iter().map(|leaf| TemplateLeaf {
                    label: leaf.label(),
                    knowledge: leaf.kind == CriterionKind::Knowledge,
                    asks: [leaf.line, leaf.detail].join(" ").trim().to_owned(),
                });
                Ok::<_, Error>(leaves.collect::<Vec<_>>())
            })?)?,
            other => {
                return Err(Error::NotFound {
                    what: "una plantilla llamada",
                    name: other.to_owned(),
                });
            }
        };
        let staged = Staged::beside(path, &bytes, request.replace, || Ok(()))?;
        staged.place()?;
        Ok(ExportedView {
            digest: Digest::of(&bytes).to_string(),
            path: request.path,
            supplied: Vec::new(),
        })
    }
}

/// Refused where there are items already: those of the file would be added to them.
fn has_none(instrument: &AssessmentInstrument) -> Result<(), Error> {
    if instrument.items.is_empty() {
        return Ok(());
    }
    Err(Error::Refused {
        act: "IEC_IMPORTED".to_owned(),
        reason: "El instrumento ya tiene reactivos, y los del archivo se sumarían a ellos. Nada cambió: quítelos primero, o siga con los que tiene.".to_owned(),
        unmet: Vec::new(),
    })
}

/// What a workbook brought besides items and questions, in words.
fn also(from: &FromSheets) -> Vec<String> {
    let counted = [
        (
            from.situations,
            "situación de aplicación",
            "situaciones de aplicación",
        ),
        (from.tools, "instrumento", "instrumentos"),
        (from.annexes, "anexo por adjuntar", "anexos por adjuntar"),
        (from.terms, "dato del juicio", "datos del juicio"),
    ];
    let there = counted.into_iter().filter(|(count, ..)| *count > 0);
    let said = there.map(|(count, one, many)| {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        crate::spanish::counted(count, one, many)
    });
    said.collect()
}
