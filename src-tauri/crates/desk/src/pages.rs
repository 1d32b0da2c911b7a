//! The official page: as pictures beside the form, and as files.

use chrono::NaiveDate;
use domain::ec::CompetenceStandard;
use packets::document::canonical;
use packets::{Letterhead, Wanted};
use store::Reader;

use crate::error::Error;
use crate::exporting::{Exported, Place, unknown};
use crate::settings::letterhead_lines;
use crate::wire::{AskPages, ExportDocument, PagesView, PictureView, SpotView, SuppliedView};
use crate::work::{Progress, Work, flow, step};
use crate::{Desk, Office, edits};

impl Desk {
    /// Takes what the official page of a standard is composed of.
    pub fn begin_pages(&mut self, request: AskPages) -> Result<Composing, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let standard = match request.at.as_str() {
                "" => {
                    let saved = reader.standard(id)?;
                    let pack = self.office.case_pack(reader, id)?;
                    let typed = edits::as_typed(reader, saved, &request.typed, pack, &mut ids);
                    self.office.shown(reader, id, &typed)?
                }
                // What was is shown as it said then: nothing that the road gave later is laid over it.
                at => crate::editions::text_at(&moment, reader, id, at)?,
            };
            Ok(Composing {
                standard,
                letterhead: self.office.letterhead(reader)?,
                wanted: Wanted {
                    pages: request.from as usize..request.to as usize,
                    have: request.have,
                },
            })
        })
    }

    /// Takes what a document of a standard is made of.
    pub fn begin_export(&mut self, request: ExportDocument) -> Result<Exporting, Error> {
        let (standard, letterhead) = self.printed(&request.id)?;
        let place = Place::new(request.path, request.replace)?;
        Ok(Exporting {
            day: self.office.now().today,
            kind: Kind::from_code(&request.kind)?,
            standard,
            letterhead,
            place,
        })
    }

    fn printed(&self, name: &str) -> Result<(CompetenceStandard, Letterhead), Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, name)?;
            let standard = self.office.on_its_page(reader, id)?;
            Ok((standard, self.office.letterhead(reader)?))
        })
    }
}

/// The official page of a standard, and where each of its texts stands on it, to be composed.
pub struct Composing {
    standard: CompetenceStandard,
    letterhead: Letterhead,
    wanted: Wanted,
}

impl Work for Composing {
    type Done = PagesView;

    fn run(self, progress: &mut Progress<'_>) -> Result<PagesView, Error> {
        step(progress, "Componiendo la página", 0, 0)?;
        let mut watch = |drawn: usize, of: usize| {
            let says = format!("Dibujando la página {} de {of}", drawn + 1);
            flow(step(progress, says, drawn, of))
        };
        let pages = packets::pages(&self.standard, &self.letterhead, &self.wanted, &mut watch)?;
        let places = pages.spots.iter().map(|spot| SpotView {
            part: spot.source.part.map(|part| part.to_string()),
            field: spot.source.field.map(|field| field.code().to_owned()),
            list: spot.source.list.map(|list| list.code().to_owned()),
            page: number(spot.page),
            y: spot.y,
            height: spot.height,
        });
        let drawn = pages.drawn.into_iter().map(|picture| PictureView {
            page: number(picture.page),
            svg: picture.svg,
        });
        Ok(PagesView {
            marks: pages.marks,
            places: places.collect(),
            width: pages.width,
            height: pages.height,
            missing: pages.substituted.iter().map(|one| one.character).collect(),
            pages: drawn.collect(),
        })
    }
}

fn number(page: usize) -> u32 {
    u32::try_from(page).unwrap_or(u32::MAX)
}

/// The forms in which a standard leaves.
#[derive(Clone, Copy)]
enum Kind {
    Pdf,
    Docx,
    Json,
}

impl Kind {
    fn from_code(code: &str) -> Result<Kind, Error> {
        match code {
            "PDF" => Ok(Kind::Pdf),
            "DOCX" => Ok(Kind::Docx),
            "JSON" => Ok(Kind::Json),
            other => Err(unknown(other)),
        }
    }
}

/// A standard to write to disk as PDF, Word or JSON.
pub struct Exporting {
    standard: CompetenceStandard,
    letterhead: Letterhead,
    day: NaiveDate,
    kind: Kind,
    place: Place,
}

impl Work for Exporting {
    type Done = Exported;

    fn run(self, progress: &mut Progress<'_>) -> Result<Exported, Error> {
        let (standard, letterhead) = (&self.standard, &self.letterhead);
        let (says, supplied) = match self.kind {
            Kind::Pdf => ("Imprimiendo el PDF", supplied(standard)),
            Kind::Docx => ("Escribiendo el documento de Word", supplied(standard)),
            Kind::Json => ("Escribiendo el JSON", Vec::new()), // Data carries no fixed words.
        };
        step(progress, says, 0, 2)?;
        let bytes = match self.kind {
            Kind::Pdf => packets::pdf(standard, letterhead, self.day)?.bytes,
            Kind::Docx => packets::docx(standard, letterhead)?,
            Kind::Json => canonical(standard),
        };
        self.place.stage(&bytes, supplied, progress)
    }
}

impl Office {
    pub(crate) fn letterhead(&self, reader: &Reader<'_>) -> Result<Letterhead, Error> {
        let lines = letterhead_lines(reader)?;
        Ok(Letterhead { lines })
    }
}

/// The fixed texts that the export printed because the source lacked them or had others.
pub(crate) fn supplied(standard: &domain::ec::CompetenceStandard) -> Vec<SuppliedView> {
    let supplied = packets::supplied(standard).into_iter();
    let views = supplied.map(|one| SuppliedView {
        id: one.id.to_owned(),
        text: one.text.to_owned(),
    });
    views.collect()
}
