//! A map that exists already comes in: an outline is read, shown, and taken in as a draft.

use std::path::{Path, PathBuf};

use domain::functional_map::{Function, FunctionalMap};
use domain::ids::Ids;
use intake::{Outline, Told};

use crate::Desk;
use crate::error::Error;
use crate::files;
use crate::wire::{ImportMap, MapImportView, OutlineLineView, ToldView};
use crate::work::{Progress, Work, step};

/// The largest file that is read as an outline.
const LARGEST: u64 = intake::limits::FILE_BYTES as u64;

/// A file to read as an outline.
pub struct MapImporting {
    asked: ImportMap,
    path: PathBuf,
    ids: Ids,
}

/// An outline that was read.
pub struct MapRead {
    asked: ImportMap,
    name: String,
    outline: Outline,
    ids: Ids,
}

impl Desk {
    /// Begins to read an outline.
    pub fn begin_map_import(&mut self, request: ImportMap) -> Result<MapImporting, Error> {
        if !request.dry {
            // A workspace that cannot be written in says so before anything is read.
            self.store.write(|_| Ok::<_, Error>(()))?;
        }
        Ok(MapImporting {
            path: PathBuf::from(&request.path),
            asked: request,
            ids: self.office.now().ids(),
        })
    }

    /// Takes in the map that was read; where it was only to be seen, nothing is written.
    pub fn finish_map_import(&mut self, read: MapRead) -> Result<MapImportView, Error> {
        let MapRead {
            asked,
            name,
            outline,
            mut ids,
        } = read;
        let title = match crate::edits::checked(&asked.title, false)?.as_str() {
            "" => name,
            title => title.to_owned(),
        };
        let mut map = FunctionalMap::blank(ids.map(), ids.part());
        map.title.clone_from(&title);
        map.purpose.text = crate::edits::checked(&outline.purpose, false)?;
        for function in &outline.functions {
            whole(function)?;
        }
        map.purpose.parts = outline.functions;
        let placed = map.placed();
        let lines = placed.iter().map(|place| OutlineLineView {
            number: place.number.clone(),
            depth: u32::try_from(place.depth).unwrap_or(u32::MAX),
            text: place.function.text.clone(),
        });
        let lines = lines.collect();
        let id = match asked.dry {
            true => None,
            false => Some(self.begin_map(&map, "OUTLINE")?.id),
        };
        Ok(MapImportView {
            id,
            title,
            lines,
            mended: told(outline.mended),
            not_understood: told(outline.not_understood),
        })
    }
}

/// Each text fits in its place.
fn whole(function: &Function) -> Result<(), Error> {
    crate::edits::checked(&function.text, false)?;
    function.parts.iter().try_for_each(whole)
}

pub(crate) fn told(said: Vec<Told>) -> Vec<ToldView> {
    let views = said.into_iter().map(|it| ToldView {
        place: it.place,
        text: it.text,
    });
    views.collect()
}

impl Work for MapImporting {
    type Done = MapRead;

    fn run(mut self, progress: &mut Progress<'_>) -> Result<MapRead, Error> {
        step(progress, "Leyendo el archivo", 0, 2)?;
        let bytes = files::read(&self.path, LARGEST)?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
            return Err(Error::Reading(intake::Error::TooLarge {
                bytes: bytes.len(),
                limit: intake::limits::FILE_BYTES,
            }));
        }
        step(progress, "Buscando las funciones", 1, 2)?;
        let outline = intake::read_outline(&bytes, &mut self.ids)?;
        let stem = Path::new(&self.path).file_stem();
        let name = stem.map(|stem| stem.to_string_lossy().into_owned());
        Ok(MapRead {
            asked: self.asked,
            name: domain::text::clean(&name.unwrap_or_default(), false),
            outline,
            ids: self.ids,
        })
    }
}
