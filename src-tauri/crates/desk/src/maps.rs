//! Functional maps: begun, drawn, changed, changed back, and made into standards.

use std::collections::HashMap;

use domain::act::Act;
use domain::ec::{CompetenceStandard, Element, Line};
use domain::edition::Digest;
use domain::functional_map::edit::{MapEdit, Refusal};
use domain::functional_map::{Function, FunctionalMap, Link, sketch};
use domain::ids::{EcId, Ids, MapId, PartId};
use store::{Reader, Writer};

use crate::error::Error;
use crate::standards::Origin;
use crate::turns::{Turning, turned};
use crate::wire::{
    ById, EditMap, FunctionAt, FunctionOfView, Made, MapLine, MapRequest, MapView, MapsView,
    NewMap, Nothing, TagFunction,
};
use crate::writing::Deed;
use crate::{Desk, Moment, Office, edits};

mod asked;
pub(crate) mod comparing;
mod importing;
pub(crate) mod journal;
mod linking;
mod papers;
mod setting_aside;
mod standing;
mod thread;
mod view;

pub use importing::{MapImporting, MapRead};
use journal::MapEntry;
pub(crate) use journal::MapRecord;
pub use papers::MapExporting;
pub(crate) use papers::paper_of;
pub(crate) use standing::{act_done, editions_of, state_name, state_of};

/// The act that begins a map.
const BEGUN: &str = "MAP_BEGUN";

/// The standards that the functions of a map are tagged with, by id.
pub(crate) type Tagged = HashMap<EcId, CompetenceStandard>;

impl Desk {
    /// Every map.
    pub fn maps(&mut self, _: Nothing) -> Result<MapsView, Error> {
        let rows = self.store.read(|reader| reader.maps())?;
        let rows = rows.into_iter().map(|row| MapLine {
            id: row.id.to_string(),
            title: row.title,
            committee: row.committee,
            purpose: row.purpose,
            functions: u32::try_from(row.functions).unwrap_or(u32::MAX),
        });
        Ok(MapsView {
            rows: rows.collect(),
        })
    }

    /// Begins a map of which only the purpose is there, unwritten.
    pub fn new_map(&mut self, request: NewMap) -> Result<Made, Error> {
        let title = edits::checked(&request.title, false)?;
        if title.is_empty() {
            return Err(Error::Refused {
                act: BEGUN.to_owned(),
                reason: "Falta decir de qué sector o área es el mapa.".to_owned(),
                unmet: Vec::new(),
            });
        }
        let mut ids = self.office.now().ids();
        let mut map = FunctionalMap::blank(ids.map(), ids.part());
        map.title = title;
        self.begin_map(&map, "BLANK")
    }

    /// Loads the invented map of the bicycles; where it is already, answers with that one.
    pub fn load_sample_map(&mut self, _: Nothing) -> Result<Made, Error> {
        let mut ids = self.office.now().ids();
        let map = sketch::sample(&mut ids);
        let known = self.store.read(|reader| reader.maps())?;
        if let Some(known) = known.into_iter().find(|row| row.title == map.title) {
            let id = known.id.to_string();
            return Ok(Made { id });
        }
        self.begin_map(&map, "SAMPLE")
    }

    /// A map with all that is known of it.
    pub fn map(&mut self, request: ById) -> Result<MapView, Error> {
        self.store.read(|reader| {
            let id = find(reader, &request.id)?;
            self.office.map_view(reader, id, None)
        })
    }

    /// The function that a standard is of.
    pub fn function_of(&mut self, request: ById) -> Result<FunctionOfView, Error> {
        self.store.read(|reader| {
            let id = request.id.parse::<EcId>().ok();
            let map = match id {
                Some(id) => reader.map_of(id)?.map(|map| reader.map(map)).transpose()?,
                None => None,
            };
            let at = map.and_then(|map| {
                let mut placed = map.placed().into_iter();
                let found = placed.find(|placed| placed.function.link.standard == id)?;
                Some(FunctionAt {
                    map: map.id.to_string(),
                    function: found.function.id.to_string(),
                    number: found.number.clone(),
                })
            });
            Ok(FunctionOfView { at })
        })
    }

    /// Does something to a map, as one: all of it, or nothing.
    pub fn edit_map(&mut self, request: EditMap) -> Result<MapView, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        let (id, focus) = self.store.write(|writer| {
            let id = find(writer, &request.id)?;
            let before = writer.map(id)?;
            let person = self.office.signer(writer)?;
            // What is attested is said by somebody.
            if request
                .edits
                .iter()
                .any(|it| matches!(it, MapRequest::Attest { .. }))
            {
                self.office.somebody_signs(writer)?;
            }
            let by = asked::By {
                person: &person,
                today: moment.today,
            };
            let asked = asked::edits(&before, &request.edits, &by, &mut ids)?;
            linking::are_there(writer, &before, &asked.edits)?;
            self.office
                .write_map_edits(writer, &moment, &before, &asked.edits, Turning::Done)?;
            Ok::<_, Error>((id, asked.focus))
        })?;
        self.store
            .read(|reader| self.office.map_view(reader, id, focus))
    }

    /// Takes back the last change of a map that still stands.
    pub fn undo_map(&mut self, request: ById) -> Result<MapView, Error> {
        self.turn_map(&request, "UNDO")
    }

    /// Makes again the last change of a map that was taken back.
    pub fn redo_map(&mut self, request: ById) -> Result<MapView, Error> {
        self.turn_map(&request, "REDO")
    }

    /// A function becomes a standard, and those below it its elements; the links stay on the map.
    pub fn tag_function(&mut self, request: TagFunction) -> Result<Made, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        let id = self.store.write(|writer| {
            let map = writer.map(find(writer, &request.id)?)?;
            let born = born(&map, &request, &mut ids)?;
            let origin = Origin::named("MAP");
            let id = self
                .office
                .begin(writer, &moment, &born.standard, &origin, &mut ids)?;
            let mut edits = vec![link(&map, born.function, |link| link.standard = Some(id))];
            edits.extend(born.elements.iter().map(|(function, element)| {
                link(&map, *function, |link| link.element = Some(*element))
            }));
            self.office
                .write_map_edits(writer, &moment, &map, &edits, Turning::Done)?;
            Ok::<EcId, Error>(id)
        })?;
        Ok(Made { id: id.to_string() })
    }

    fn begin_map(&mut self, map: &FunctionalMap, origin: &str) -> Result<Made, Error> {
        let moment = self.office.now();
        let chain = map.id.to_string();
        self.store.write(|writer| {
            writer.insert_map(map)?;
            let deed = Deed {
                act: BEGUN,
                result: Some(digest(map)),
                body: serde_json::json!({ "origin": origin }).to_string(),
                ..Deed::default()
            };
            let act: Act = self.office.seal(writer, &moment, &chain, deed)?;
            self.office.seal_head(writer, &moment, &act)
        })?;
        Ok(Made { id: chain })
    }

    fn turn_map(&mut self, request: &ById, act: &str) -> Result<MapView, Error> {
        let moment = self.office.now();
        let (id, focus) = self.store.write(|writer| {
            let id = find(writer, &request.id)?;
            let (number, place, way) = turned::<MapRecord>(writer, &id.to_string(), act)?;
            let before = writer.map(id)?;
            let turning = Turning::Turned { act, number, place };
            self.office
                .write_map_edits(writer, &moment, &before, &way, turning)?;
            Ok::<_, Error>((id, touched(&way)))
        })?;
        self.store
            .read(|reader| self.office.map_view(reader, id, focus))
    }
}

impl Office {
    pub(crate) fn write_map_edits(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        before: &FunctionalMap,
        made: &[MapEdit],
        turning: Turning<'_>,
    ) -> Result<(), Error> {
        if made.is_empty() {
            return Ok(());
        }
        // What a function becomes in a standard is no change of the map.
        let links = |edit: &MapEdit| matches!(edit, MapEdit::SetLink { .. });
        if !made.iter().all(links) && self.map_state(writer, before.id)?.is_closed() {
            return Err(Refusal::Closed.into());
        }
        let mut after = before.clone();
        let back = after.apply_all(made)?;
        for edit in made {
            writer.apply_map_edit(before.id, edit)?;
        }
        let words = view::in_words(before, &after, made);
        let deed = Deed {
            act: turning.act(),
            subject: Some(digest(before)),
            result: Some(digest(&after)),
            body: MapEntry::turned(turning, words, made, &back).text(),
            ..Deed::default()
        };
        self.seal(writer, moment, &before.id.to_string(), deed)?;
        Ok(())
    }
}

/// The function that some edits leave changed: one is at it afterwards.
fn touched(edits: &[MapEdit]) -> Option<PartId> {
    let mut left = edits.iter().filter_map(|edit| match edit {
        MapEdit::Write { .. } | MapEdit::Remove { .. } => None,
        MapEdit::Add { function, .. } => Some(function.id),
        MapEdit::Reword { function, .. }
        | MapEdit::Move { function, .. }
        | MapEdit::SetIndividual { function, .. }
        | MapEdit::SetLink { function, .. }
        | MapEdit::SetAttestations { function, .. } => Some(*function),
    });
    left.next()
}

/// The digest of a map: that of its canonical JSON.
pub(crate) fn digest(map: &FunctionalMap) -> Digest {
    Digest::of(&packets::map_document::canonical(map))
}

/// The map a person names by id, or by its whole title.
pub(crate) fn find(reader: &Reader<'_>, name: &str) -> Result<MapId, Error> {
    let name = name.trim();
    if let Ok(id) = name.parse::<MapId>()
        && reader.has_map(id)?
    {
        return Ok(id);
    }
    let folded = domain::text::fold(name);
    let known = reader.maps()?;
    let mut known = known
        .iter()
        .filter(|row| domain::text::fold(&row.title) == folded);
    match (known.next(), known.next()) {
        (Some(row), None) if !folded.is_empty() => Ok(row.id),
        _ => Err(Error::NotFound {
            what: "un mapa funcional",
            name: name.chars().take(80).collect(),
        }),
    }
}

/// A standard as a function of a map gives it, and which function is which element.
struct Born {
    standard: CompetenceStandard,
    function: PartId,
    elements: Vec<(PartId, PartId)>,
}

fn born(map: &FunctionalMap, request: &TagFunction, ids: &mut Ids) -> Result<Born, Error> {
    let refused = |reason: &str| Error::Refused {
        act: "PROPOSED".to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    };
    let id: PartId = request
        .function
        .parse()
        .map_err(|_| Refusal::NoSuchFunction)?;
    let function = map.function(id).ok_or(Refusal::NoSuchFunction)?;
    if function.link.standard.is_some() {
        return Err(refused("Esa función ya es la de un estándar."));
    }
    if function.parts.is_empty() {
        return Err(refused(
            "Esa función todavía no se desglosa: las que se escriban debajo serán los elementos.",
        ));
    }
    let title = edits::checked(&request.title, false)?;
    let title = if title.is_empty() {
        checks::standard_title(&function.text)
    } else {
        title
    };
    if title.is_empty() {
        return Err(refused("Falta la redacción de la función."));
    }
    let mut standard = crate::standards::blank(title, ids);
    standard.general.committee.clone_from(&map.committee);
    checks::PURPOSE_OPENING.clone_into(&mut standard.general.purpose);
    let references = match &request.references {
        Some(chosen) => chosen.clone(),
        None => proposed_references(function),
    };
    for reference in references {
        let text = edits::checked(&reference, false)?;
        if !text.is_empty() {
            let id = ids.part();
            standard.general.references.push(Line { id, text });
        }
    }
    standard.elements.clear();
    let count = u32::try_from(function.parts.len()).unwrap_or(u32::MAX);
    let mut elements = Vec::new();
    for (part, index) in function.parts.iter().zip(1..) {
        let mut element = Element::blank(ids.part());
        (element.index, element.count) = (index, count);
        part.text.clone_into(&mut element.title);
        elements.push((part.id, element.id));
        standard.elements.push(element);
    }
    Ok(Born {
        standard,
        function: id,
        elements,
    })
}

/// The references that a function and those below it propose, each once.
pub(crate) fn proposed_references(function: &Function) -> Vec<String> {
    let texts = std::iter::once(&function.text).chain(function.parts.iter().map(|it| &it.text));
    let mut found: Vec<String> = Vec::new();
    for reference in texts.flat_map(|text| checks::proposed_references(text)) {
        if !found.contains(&reference) {
            found.push(reference);
        }
    }
    found
}

fn link(map: &FunctionalMap, function: PartId, change: impl FnOnce(&mut Link)) -> MapEdit {
    let before = map.function(function).map(|it| it.link).unwrap_or_default();
    let mut after = before;
    change(&mut after);
    MapEdit::SetLink {
        function,
        before,
        after,
    }
}
