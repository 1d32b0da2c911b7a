//! A map as files: drawn on pages, as one picture, as a table, as data.

use chrono::NaiveDate;
use domain::act::Act;
use domain::functional_map::FunctionalMap;
use packets::{Letterhead, MapPaper, ReviewReport, map_docx, map_pdf, map_svg};
use store::Reader;

use super::view::{element_name, status_of, tagged};
use super::{Tagged, digest, find};
use crate::error::Error;
use crate::exporting::{Exported, Place};
use crate::wire::ExportDocument;
use crate::work::{Progress, Work, step};
use crate::{Desk, Office};

impl Desk {
    /// Takes what a paper of a map is made of.
    pub fn begin_map_export(&mut self, request: ExportDocument) -> Result<MapExporting, Error> {
        let place = Place::new(request.path, request.replace)?;
        let kind = Kind::from_code(&request.kind)?;
        let (paper, letterhead) = self.store.read(|reader| {
            let id = find(reader, &request.id)?;
            let paper = match kind {
                Kind::Report => Paper::Report(self.office.map_report(reader, id)?),
                Kind::Pdf | Kind::Svg | Kind::Docx | Kind::Json => {
                    Paper::Map(self.office.map_paper(reader, id)?)
                }
            };
            Ok::<_, Error>((paper, self.office.letterhead(reader)?))
        })?;
        Ok(MapExporting {
            paper,
            letterhead,
            kind,
            place,
        })
    }
}

impl Office {
    /// A map as it is printed today.
    pub(crate) fn map_paper(
        &self,
        reader: &Reader<'_>,
        id: domain::ids::MapId,
    ) -> Result<MapPaper, Error> {
        let map = reader.map(id)?;
        let tagged = tagged(reader, &map)?;
        let deeds = reader.deeds(&id.to_string())?;
        Ok(paper_of(map, &tagged, &deeds, self.now().today))
    }
}

/// A map as it is printed on a day, beside these standards, once these acts were done.
pub(crate) fn paper_of(
    map: FunctionalMap,
    tagged: &Tagged,
    deeds: &[Act],
    day: NaiveDate,
) -> MapPaper {
    MapPaper {
        tags: tags(&map, tagged),
        status: status_of(deeds),
        edition: digest(&map).to_string(),
        day,
        map,
    }
}

/// What each function is in a standard, in words.
fn tags(
    map: &FunctionalMap,
    tagged: &Tagged,
) -> std::collections::HashMap<domain::ids::PartId, String> {
    let placed = map.placed().into_iter();
    let named = placed.filter_map(|place| {
        let link = place.function.link;
        let standard = link.standard.and_then(|id| tagged.get(&id));
        let words = match (standard, link.element) {
            (Some(standard), _) => match standard.known_code() {
                "" => format!("EC: {}", standard.title),
                code => format!("{code}: {}", standard.title),
            },
            (None, Some(element)) => element_name(element, tagged)?,
            (None, None) => return None,
        };
        Some((place.function.id, words))
    });
    named.collect()
}

/// The forms in which a map leaves.
#[derive(Clone, Copy)]
enum Kind {
    Pdf,
    Svg,
    Docx,
    Json,
    Report,
}

/// What is written.
enum Paper {
    Map(MapPaper),
    Report(ReviewReport),
}

impl Kind {
    fn from_code(code: &str) -> Result<Kind, Error> {
        match code {
            "PDF" => Ok(Kind::Pdf),
            "SVG" => Ok(Kind::Svg),
            "DOCX" => Ok(Kind::Docx),
            "JSON" => Ok(Kind::Json),
            "REPORT" => Ok(Kind::Report),
            other => Err(Error::NotFound {
                what: "una forma de exportar un mapa llamada",
                name: other.to_owned(),
            }),
        }
    }
}

/// A map to write to disk.
pub struct MapExporting {
    paper: Paper,
    letterhead: Letterhead,
    kind: Kind,
    place: Place,
}

impl Work for MapExporting {
    type Done = Exported;

    fn run(self, progress: &mut Progress<'_>) -> Result<Exported, Error> {
        let says = match self.kind {
            Kind::Pdf => "Dibujando el mapa en sus páginas",
            Kind::Svg => "Dibujando el mapa",
            Kind::Docx => "Escribiendo el documento de Word",
            Kind::Json => "Escribiendo el JSON",
            Kind::Report => "Imprimiendo el informe de revisión",
        };
        step(progress, says, 0, 2)?;
        let letterhead = &self.letterhead;
        let bytes = match (&self.paper, self.kind) {
            (Paper::Report(report), _) => packets::review_report(report, letterhead)?.bytes,
            (Paper::Map(paper), Kind::Svg) => map_svg(paper),
            (Paper::Map(paper), Kind::Docx) => map_docx(paper, letterhead)?,
            (Paper::Map(paper), Kind::Json) => packets::map_document::canonical(&paper.map),
            (Paper::Map(paper), Kind::Pdf | Kind::Report) => map_pdf(paper, letterhead)?.bytes,
        };
        self.place.stage(&bytes, Vec::new(), progress)
    }
}
