//! What functions are in standards: linked to an element, unlinked, made into a new element.

use domain::ec::CompetenceStandard;
use domain::ec_case::Editing;
use domain::functional_map::edit::{MapEdit, Refusal};
use domain::functional_map::{FunctionalMap, Link};
use domain::ids::{EcId, MapId, PartId};
use store::{Reader, Writer};

use super::{Tagged, find, link};
use crate::error::Error;
use crate::roads::road_of;
use crate::standards::made;
use crate::turns::Turning;
use crate::wire::{EditRequest, FunctionAsked, MapView};
use crate::{Desk, Moment, Office};

/// The act that links a function, as a refusal names it.
const LINKED: &str = "MAP_LINKED";

impl Desk {
    /// A function below that of a standard becomes a new element of it, in the place that its
    /// neighbours have; the element is born in the standard and the link stays on the map, as one.
    pub fn make_element(&mut self, request: FunctionAsked) -> Result<MapView, Error> {
        let moment = self.office.now();
        let (id, function) = self.store.write(|writer| {
            let id = find(writer, &request.id)?;
            let function: PartId = request
                .function
                .parse()
                .map_err(|_| Refusal::NoSuchFunction)?;
            self.office.make_element(writer, &moment, id, function)?;
            Ok::<_, Error>((id, function))
        })?;
        self.store
            .read(|reader| self.office.map_view(reader, id, Some(function)))
    }
}

impl Office {
    fn make_element(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: MapId,
        function: PartId,
    ) -> Result<(), Error> {
        let map = writer.map(id)?;
        let it = map.function(function).ok_or(Refusal::NoSuchFunction)?;
        if it.link.element.is_some() {
            return Err(refused("Esa función ya es un elemento de un estándar."));
        }
        if it.text.is_empty() {
            return Err(refused(
                "Falta la redacción de la función: será el título del elemento.",
            ));
        }
        let standard = above(&map, function).ok_or_else(|| {
            refused(
                "Esa función no está debajo de la de un estándar. Haga estándar la de arriba, o muévala debajo de una que ya lo sea.",
            )
        })?;
        if !writer.has_standard(standard)? {
            return Err(refused(
                "El estándar de la función de arriba no está en este espacio de trabajo. Tómelo con su paquete.",
            ));
        }
        let stage = road_of(&writer.deeds(&standard.to_string())?)?.stage();
        if stage.editing() != Editing::Free {
            return Err(refused(
                "El estándar está cerrado en su expediente y no nace en él un elemento desde el mapa. Nada cambió. Ábralo en Estándares, agregue ahí el elemento y enlácelo aquí.",
            ));
        }
        let before = writer.standard(standard)?;
        let at = place_of(&map, function, &before);
        let add = EditRequest::Add {
            owner: None,
            list: "elements".to_owned(),
            at: u32::try_from(at).unwrap_or(u32::MAX),
            text: it.text.clone(),
            aside: String::new(),
        };
        let pack = self.case_pack(writer, standard)?;
        let edits = made(writer, &before, &[add], pack, &mut moment.ids())?;
        self.write_edits(writer, moment, standard, &before, &edits, Turning::Done)?;
        let after = writer.standard(standard)?;
        let new = after
            .elements
            .iter()
            .find(|element| !before.elements.iter().any(|it| it.id == element.id));
        let new = new.ok_or(store::Error::Corrupt { what: "element" })?;
        let edits = [link(&map, function, |link| link.element = Some(new.id))];
        self.write_map_edits(writer, moment, &map, &edits, Turning::Done)
    }
}

/// The standard of the nearest function above one.
pub(super) fn above(map: &FunctionalMap, function: PartId) -> Option<EcId> {
    let mut at = function;
    while let Some((parent, _)) = map.parent(at) {
        if parent.link.standard.is_some() {
            return parent.link.standard;
        }
        at = parent.id;
    }
    None
}

/// Where a function's element goes: after that of the nearest function before it that is one.
fn place_of(map: &FunctionalMap, function: PartId, standard: &CompetenceStandard) -> usize {
    let Some((parent, at)) = map.parent(function) else {
        return standard.elements.len();
    };
    let of = |id: PartId| standard.elements.iter().position(|it| it.id == id);
    let before = parent.parts.iter().take(at).rev();
    match before.filter_map(|it| it.link.element).find_map(of) {
        Some(place) => place + 1,
        None if parent
            .parts
            .iter()
            .any(|it| it.link.element.and_then(of).is_some()) =>
        {
            0
        }
        None => standard.elements.len(),
    }
}

/// The edits by which a function is an element and no other is that one; or, where none is named, by
/// which it is no longer one.
pub(super) fn to_element(
    map: &FunctionalMap,
    function: PartId,
    element: Option<PartId>,
) -> Result<Vec<MapEdit>, Error> {
    map.function(function).ok_or(Refusal::NoSuchFunction)?;
    let placed = map.placed().into_iter();
    let of_it = |link: Link| element.is_some() && link.element == element;
    let others = placed.filter(|it| it.function.id != function && of_it(it.function.link));
    let mut edits: Vec<MapEdit> = others
        .map(|it| link(map, it.function.id, |link| link.element = None))
        .collect();
    edits.push(link(map, function, |link| link.element = element));
    Ok(edits)
}

/// The edits by which a function is that of a standard and no other of the map is; or, where none is
/// named, by which it is no longer one.
pub(super) fn to_standard(
    map: &FunctionalMap,
    function: PartId,
    standard: Option<EcId>,
) -> Result<Vec<MapEdit>, Error> {
    map.function(function).ok_or(Refusal::NoSuchFunction)?;
    let placed = map.placed().into_iter();
    let of_it = |link: Link| standard.is_some() && link.standard == standard;
    let others = placed.filter(|it| it.function.id != function && of_it(it.function.link));
    let mut edits: Vec<MapEdit> = others
        .map(|it| link(map, it.function.id, |link| link.standard = None))
        .collect();
    edits.push(link(map, function, |link| link.standard = standard));
    Ok(edits)
}

/// Whether what some edits link is there to be linked: an element of a standard of this map, or a
/// standard of this workspace that no other map has.
pub(super) fn are_there(
    reader: &Reader<'_>,
    map: &FunctionalMap,
    edits: &[MapEdit],
) -> Result<(), Error> {
    let mut tagged: Option<Tagged> = None;
    for edit in edits {
        let MapEdit::SetLink { before, after, .. } = edit else {
            continue;
        };
        if let Some(standard) = after.standard.filter(|_| before.standard != after.standard) {
            if !reader.has_standard(standard)? {
                return Err(refused("Ese estándar no está en este espacio de trabajo."));
            }
            if reader
                .map_of(standard)?
                .is_some_and(|other| other != map.id)
            {
                return Err(refused(
                    "Ese estándar ya es el de una función de otro mapa. Quite allá su enlace.",
                ));
            }
        }
        if let Some(element) = after.element.filter(|_| before.element != after.element) {
            let known = match &tagged {
                Some(known) => known,
                None => tagged.insert(super::view::tagged(reader, map)?),
            };
            let mut elements = known.values().flat_map(|standard| &standard.elements);
            if !elements.any(|it| it.id == element) {
                return Err(refused(
                    "Ese elemento no es de ningún estándar de este mapa.",
                ));
            }
        }
    }
    Ok(())
}

/// What a removal or a merge would leave without a function, in a sentence; nothing where nothing
/// would be.
pub(super) fn breaks(map: &FunctionalMap, gone: &[(PartId, Link)], what: &str) -> Option<String> {
    let number = |id: PartId| {
        let placed = map.placed().into_iter();
        let mut placed = placed.filter(|it| it.function.id == id);
        placed.next().map(|it| it.number).unwrap_or_default()
    };
    let of = |pick: fn(&Link) -> bool| -> Vec<String> {
        let of = gone.iter().filter(|(_, link)| pick(link));
        of.map(|(id, _)| number(*id)).collect()
    };
    let standards = of(|link| link.standard.is_some());
    let elements = of(|link| link.element.is_some());
    if standards.is_empty() && elements.is_empty() {
        return None;
    }
    let mut says = vec![what.to_owned()];
    if !standards.is_empty() {
        says.push(format!(
            "Se quedaría sin función el estándar de la {}.",
            standards.join(", ")
        ));
    }
    if !elements.is_empty() {
        says.push(match elements.len() {
            1 => format!(
                "Se quedaría sin función el elemento que es la {}.",
                elements[0]
            ),
            _ => format!(
                "Se quedarían sin función los elementos que son las {}.",
                elements.join(", ")
            ),
        });
    }
    says.push(
        "Nada cambió: para hacerlo de todos modos hay que confirmarlo (en la terminal, con --breaking)."
            .to_owned(),
    );
    Some(says.join(" "))
}

pub(super) fn refused(reason: &str) -> Error {
    Error::Refused {
        act: LINKED.to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}
