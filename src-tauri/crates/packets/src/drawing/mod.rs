//! A functional map on paper: drawn, as a table, and as one picture.

mod chart;
mod plan;
mod tiles;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::functional_map::{FunctionalMap, MapNodeLevel};
use domain::ids::PartId;

use crate::error::Error;
use crate::sheet::Letterhead;
use crate::writers::pdf::Paper;
use crate::{forms, writers};

pub(crate) use chart::{Chart, INSET, LETTERS, PITCH, TOP};
pub(crate) use plan::{Drawn, Tile};
pub(crate) use tiles::{Sheets, sheets};

/// A map as it is printed: what its functions became, how far it is, and on which day.
#[derive(Debug, Clone)]
pub struct MapPaper {
    /// The map.
    pub map: FunctionalMap,
    /// What a function is in a standard, in words: its code and title, or «Elemento 1 de 3».
    pub tags: HashMap<PartId, String>,
    /// How far the map is: «Borrador», «Congelado…».
    pub status: String,
    /// The digest of what is printed.
    pub edition: String,
    /// The day it is printed.
    pub day: NaiveDate,
}

/// What a level is called.
pub fn level_name(level: MapNodeLevel) -> &'static str {
    match level {
        MapNodeLevel::Purpose => "Propósito principal",
        MapNodeLevel::Key => "Función clave",
        MapNodeLevel::Intermediate => "Función intermedia",
        MapNodeLevel::Individual => "Función individual",
        MapNodeLevel::Elementary => "Función elemental",
    }
}

/// The map drawn on landscape pages: one where it can be read on one, and otherwise as many as it
/// takes, none of which cuts a function.
pub fn map_pdf(paper: &MapPaper, letterhead: &Letterhead) -> Result<Paper, Error> {
    let (chart, sheets) = sheets(paper);
    writers::map_pdf::write(paper, &chart, &sheets, letterhead)
}

/// The map as one picture, its words as text.
pub fn map_svg(paper: &MapPaper) -> Vec<u8> {
    let chart = Chart::of(paper, chart::NARROW);
    writers::map_svg::write(paper, &chart, &plan::whole(&chart)).into_bytes()
}

/// The map as a Word table.
pub fn map_docx(paper: &MapPaper, letterhead: &Letterhead) -> Result<Vec<u8>, Error> {
    writers::docx::write(&forms::map::sheet(paper, letterhead))
}

#[cfg(test)]
mod tests;
