//! The official page: as pictures beside the form, and as files.

use std::path::Path;

use domain::edition::Digest;
use packets::Letterhead;
use packets::document::canonical;
use store::Reader;

use crate::error::Error;
use crate::settings::letterhead_lines;
use crate::wire::{ById, ExportDocument, ExportedView, PagesView, SpotView, SuppliedView};
use crate::{Desk, Office, files};

impl Desk {
    /// The official page of a standard, and where each of its texts stands on it.
    pub fn pages(&mut self, request: ById) -> Result<PagesView, Error> {
        let (standard, letterhead) = self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            Ok::<_, Error>((reader.standard(id)?, self.office.letterhead(reader)?))
        })?;
        let pages = packets::pages(&standard, &letterhead)?;
        let places = pages.spots.iter().map(|spot| SpotView {
            part: spot.source.part.map(|part| part.to_string()),
            field: spot.source.field.map(|field| field.code().to_owned()),
            list: spot.source.list.map(|list| list.code().to_owned()),
            page: u32::try_from(spot.page).unwrap_or(u32::MAX),
            y: spot.y,
            height: spot.height,
        });
        Ok(PagesView {
            places: places.collect(),
            width: pages.width,
            height: pages.height,
            missing: pages.substituted.iter().map(|one| one.character).collect(),
            pages: pages.svg,
        })
    }

    /// Writes a standard to disk as PDF, Word or JSON.
    pub fn export_document(&mut self, request: ExportDocument) -> Result<ExportedView, Error> {
        let day = self.office.now().today;
        let (standard, letterhead) = self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            Ok::<_, Error>((reader.standard(id)?, self.office.letterhead(reader)?))
        })?;
        let bytes = match request.kind.as_str() {
            "PDF" => packets::pdf(&standard, &letterhead, day)?.bytes,
            "DOCX" => packets::docx(&standard, &letterhead)?,
            "JSON" => canonical(&standard),
            other => {
                return Err(Error::NotFound {
                    what: "una forma de exportar llamada",
                    name: other.to_owned(),
                });
            }
        };
        files::write(Path::new(&request.path), &bytes, request.replace)?;
        Ok(ExportedView {
            path: request.path,
            digest: Digest::of(&bytes).to_string(),
            supplied: match request.kind.as_str() {
                "JSON" => Vec::new(),
                _ => supplied(&standard), // Both papers print the fixed words.
            },
        })
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
