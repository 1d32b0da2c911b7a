//! From what a key asks for to edits of a map that can be made and taken back.

use chrono::NaiveDate;
use domain::functional_map::edit::{MapEdit, MapField, Refusal, Seat};
use domain::functional_map::{Attestation, Claim, FunctionalMap, outline};
use domain::ids::{EcId, Ids, PartId};

use super::linking;
use crate::edits;
use crate::error::Error;
use crate::wire::MapRequest;

/// Who asks, and when: what an attestation records.
pub(crate) struct By<'a> {
    pub(crate) person: &'a str,
    pub(crate) today: NaiveDate,
}

/// What was asked for, as edits; and the function to go to.
pub(crate) struct Asked {
    pub(crate) edits: Vec<MapEdit>,
    pub(crate) focus: Option<PartId>,
}

/// The edits that requests ask for, each made from what the ones before it leave.
pub(crate) fn edits(
    map: &FunctionalMap,
    requests: &[MapRequest],
    by: &By<'_>,
    ids: &mut Ids,
) -> Result<Asked, Error> {
    let mut standing = map.clone();
    let mut asked = Asked {
        edits: Vec::new(),
        focus: None,
    };
    for request in requests {
        let (made, focus) = one(&standing, request, by, ids)?;
        asked.focus = focus.or(asked.focus);
        for edit in made {
            standing.apply(&edit)?;
            if !says_nothing(&edit) {
                asked.edits.push(edit);
            }
        }
    }
    Ok(asked)
}

type Made = (Vec<MapEdit>, Option<PartId>);

fn one(
    map: &FunctionalMap,
    request: &MapRequest,
    by: &By<'_>,
    ids: &mut Ids,
) -> Result<Made, Error> {
    Ok(match request {
        MapRequest::Write {
            field,
            before,
            after,
        } => {
            let field = MapField::from_code(field).ok_or(Refusal::Changed { what: "field" })?;
            let edit = MapEdit::Write {
                field,
                before: before.clone(),
                after: edits::checked(after, false)?,
            };
            (vec![edit], None)
        }
        MapRequest::Reword {
            function,
            before,
            after,
        } => {
            let edit = MapEdit::Reword {
                function: id(function)?,
                before: before.clone(),
                after: edits::checked(after, false)?,
            };
            (vec![edit], None)
        }
        MapRequest::Sibling { of } => {
            let new = ids.part();
            (map.sibling(id(of)?, new)?, Some(new))
        }
        MapRequest::Child { of } => {
            let new = ids.part();
            (map.child(id(of)?, new)?, Some(new))
        }
        MapRequest::Indent { function } => (map.indent(id(function)?)?, None),
        MapRequest::Outdent { function } => (map.outdent(id(function)?)?, None),
        MapRequest::Step { function, down } => (map.step(id(function)?, *down)?, None),
        MapRequest::Move {
            function,
            parent,
            at,
        } => {
            let function = id(function)?;
            let to = Seat {
                parent: id(parent)?,
                at: usize::try_from(*at).unwrap_or(usize::MAX),
            };
            let (from, _) = map.seat(function)?;
            let edits = match from == to {
                true => Vec::new(),
                false => vec![MapEdit::Move { function, from, to }],
            };
            (edits, None)
        }
        MapRequest::Merge { function, breaking } => {
            let function = id(function)?;
            if !breaking {
                may_merge(map, function)?;
            }
            let (seat, _) = map.seat(function)?;
            let above = map.function(seat.parent);
            let into = above.and_then(|parent| parent.parts.get(seat.at.wrapping_sub(1)));
            (map.merge(function)?, into.map(|into| into.id))
        }
        MapRequest::Split { function, chars } => {
            let new = ids.part();
            let chars = usize::try_from(*chars).unwrap_or(usize::MAX);
            (map.split(id(function)?, chars, new)?, Some(new))
        }
        MapRequest::Remove { function, breaking } => {
            let function = id(function)?;
            if !breaking {
                may_go(map, function)?;
            }
            removed(map, function)?
        }
        MapRequest::Individual { function, after } => {
            let function = id(function)?;
            let after = *after;
            if after && function == map.purpose.id {
                return Err(Refusal::NotOfPurpose.into());
            }
            (vec![MapEdit::SetIndividual { function, after }], None)
        }
        MapRequest::Attest { function, claim } => (said(map, function, claim, Some(by))?, None),
        MapRequest::Retract { function, claim } => (said(map, function, claim, None)?, None),
        MapRequest::LinkElement { function, element } => {
            let element = element.as_deref().map(part).transpose()?;
            (linking::to_element(map, id(function)?, element)?, None)
        }
        MapRequest::LinkStandard { function, standard } => {
            let standard = standard.as_deref().map(standard_id).transpose()?;
            (linking::to_standard(map, id(function)?, standard)?, None)
        }
        MapRequest::Paste { below, text } => pasted(map, id(below)?, text, ids)?,
    })
}

fn id(text: &str) -> Result<PartId, Error> {
    text.parse()
        .map_err(|_| Error::Map(Refusal::NoSuchFunction))
}

fn part(text: &str) -> Result<PartId, Error> {
    text.parse()
        .map_err(|_| linking::refused("Ese elemento no es de ningún estándar de este mapa."))
}

fn standard_id(text: &str) -> Result<EcId, Error> {
    text.parse()
        .map_err(|_| linking::refused("Ese estándar no está en este espacio de trabajo."))
}

/// Refused where a function that goes, or one below it, is that of a standard or an element.
fn may_go(map: &FunctionalMap, function: PartId) -> Result<(), Error> {
    let gone = map.function(function).ok_or(Refusal::NoSuchFunction)?;
    let mut links = Vec::new();
    let mut ahead = vec![gone];
    while let Some(it) = ahead.pop() {
        links.push((it.id, it.link));
        ahead.extend(it.parts.iter().rev());
    }
    let what = match links.len() {
        1 => "Se quita una función.".to_owned(),
        n => format!("Se quitan {n} funciones: ésa y las de abajo."),
    };
    match linking::breaks(map, &links, &what) {
        Some(says) => Err(linking::refused(&says)),
        None => Ok(()),
    }
}

/// Refused where both functions are elements, or both are those of standards: only one link stays.
fn may_merge(map: &FunctionalMap, function: PartId) -> Result<(), Error> {
    let lost = map.merge_loses(function)?;
    let what = "De dos funciones que se unen queda un enlace.";
    match linking::breaks(map, &[(function, lost)], what) {
        Some(says) => Err(linking::refused(&says)),
        None => Ok(()),
    }
}

/// What a removed function leaves behind: its neighbour takes the focus.
fn removed(map: &FunctionalMap, function: PartId) -> Result<Made, Error> {
    let (seat, _) = map.seat(function)?;
    let gone = map.function(function).ok_or(Refusal::NoSuchFunction)?;
    let parent = map.function(seat.parent).ok_or(Refusal::NoSuchFunction)?;
    let next = parent.parts.get(seat.at + 1);
    let before = seat.at.checked_sub(1).and_then(|at| parent.parts.get(at));
    let focus = next.or(before).map_or(parent.id, |part| part.id);
    let edit = MapEdit::Remove {
        function: gone.clone(),
    };
    Ok((vec![edit], Some(focus)))
}

fn said(
    map: &FunctionalMap,
    function: &str,
    claim: &str,
    by: Option<&By<'_>>,
) -> Result<Vec<MapEdit>, Error> {
    let function = id(function)?;
    let claim = Claim::from_code(claim).ok_or(Refusal::Changed { what: "claim" })?;
    let stands = map.function(function).ok_or(Refusal::NoSuchFunction)?;
    if by.is_some() && stands.text.trim().is_empty() {
        return Err(Refusal::Unwritten.into());
    }
    let before = stands.attestations.clone();
    let mut after = before.clone();
    after.retain(|said| said.claim != claim);
    if let Some(by) = by {
        after.push(Attestation {
            claim,
            person: by.person.to_owned(),
            on: by.today,
            of: stands.wording(claim),
        });
    }
    Ok(vec![MapEdit::SetAttestations {
        function,
        before,
        after,
    }])
}

/// Lines as functions, the last of those below one.
fn pasted(map: &FunctionalMap, below: PartId, text: &str, ids: &mut Ids) -> Result<Made, Error> {
    let parent = map.function(below).ok_or(Refusal::NoSuchFunction)?;
    let text = edits::within(edits::LONGEST_TEXT, text.to_owned())?;
    let functions = outline::functions(&text, ids);
    let focus = functions.first().map(|function| function.id);
    let first = parent.parts.len();
    let edits = functions.into_iter().zip(first..);
    let edits = edits.map(|(function, at)| MapEdit::Add {
        to: Seat { parent: below, at },
        function,
    });
    Ok((edits.collect(), focus))
}

/// Whether an edit leaves everything as it was.
fn says_nothing(edit: &MapEdit) -> bool {
    match edit {
        MapEdit::Write { before, after, .. } | MapEdit::Reword { before, after, .. } => {
            before == after
        }
        MapEdit::Move { from, to, .. } => from == to,
        MapEdit::SetLink { before, after, .. } => before == after,
        MapEdit::SetAttestations { before, after, .. } => before == after,
        MapEdit::Add { .. } | MapEdit::Remove { .. } | MapEdit::SetIndividual { .. } => false,
    }
}
