//! A map as it is shown.

use std::collections::{HashMap, HashSet};

use domain::Severity;
use domain::act::Act;
use domain::functional_map::edit::{MapEdit, MapField};
use domain::functional_map::{Claim, Function, FunctionalMap, Link, MapNodeLevel, Placed};
use domain::ids::{EcId, MapId, PartId};
use store::Reader;

use super::standing::{editions, state_name, state_of};
use super::{MapRecord, Tagged, digest};
use crate::asides::{Asides, Keys, counted, without_numbers};
use crate::error::Error;
use crate::groups::agreed;
use crate::turns::turns;
use crate::wire::{
    AttestedView, FunctionView, MapFindingView, MapStandardView, MapView, SetAsideView,
};
use crate::{Office, spanish};

impl Office {
    pub(crate) fn map_view(
        &self,
        reader: &Reader<'_>,
        id: MapId,
        focus: Option<PartId>,
    ) -> Result<MapView, Error> {
        let moment = self.now();
        let map = reader.map(id)?;
        let tagged = tagged(reader, &map)?;
        let (undo, redo) = turns::<MapRecord>(reader, &id.to_string())?;
        let last = reader.last_act(&id.to_string())?;
        let deeds = reader.deeds(&id.to_string())?;
        let state = state_of(&deeds);
        let placed = map.placed().into_iter();
        let functions = placed
            .map(|placed| function_view(placed, &tagged))
            .collect();
        let found = found(self, reader, &map, &tagged)?;
        let asides = Asides::read(&deeds);
        let said = |key: &str| asides.said(key).is_some();
        let counts = counted(found.iter().map(|(key, it)| (it.severity, said(key))));
        let findings = found.into_iter().map(|(key, finding)| {
            let aside = asides.said(&key);
            finding_view(finding, key, aside)
        });
        Ok(MapView {
            id: id.to_string(),
            title: map.title.clone(),
            committee: map.committee.clone(),
            functions,
            errors: counts.errors,
            warnings: counts.warnings,
            advice: counts.advice,
            set_aside: counts.set_aside,
            findings: findings.collect(),
            state: state.code().to_owned(),
            state_name: state_name(state).to_owned(),
            closed: state.is_closed(),
            editions: editions(&deeds),
            digest: digest(&map).to_string(),
            focus: focus.map(|id| id.to_string()),
            undo_agreed: agreed(reader, &id.to_string(), undo.as_ref().map(|(act, _)| *act))?,
            undo: undo.map(|(_, entry)| entry.place),
            redo: redo.map(|(_, entry)| entry.place),
            saved_at: last.map_or_else(String::new, |act| moment.said(&act.at)),
        })
    }
}

impl Office {
    /// How many errors stand in a map, what waits to be attested among them and what was set aside
    /// not.
    pub(crate) fn map_errors(
        &self,
        reader: &Reader<'_>,
        map: &FunctionalMap,
    ) -> Result<usize, Error> {
        let asides = Asides::of(reader, &map.id.to_string())?;
        let found = found(self, reader, map, &tagged(reader, map)?)?;
        let errors = found
            .iter()
            .filter(|(key, it)| it.severity == Severity::Error && asides.said(key).is_none());
        Ok(errors.count())
    }
}

/// How far the acts of a map lead it, as its papers say it: with the day and the minute, once it is
/// closed.
pub(super) fn status_of(deeds: &[Act]) -> String {
    let state = state_of(deeds);
    let name = state_name(state);
    let closing = deeds.iter().rev().find(|act| act.act.starts_with("MAP_"));
    match closing.filter(|_| state.is_closed()) {
        Some(act) => {
            let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
            let says = body["says"].as_str().unwrap_or_default();
            format!("{name} el {}. {says}", spanish::day_of(&act.on))
        }
        None => name.to_owned(),
    }
}

/// What the rules see in a map, each finding with its name.
pub(super) fn found(
    office: &Office,
    reader: &Reader<'_>,
    map: &FunctionalMap,
    tagged: &Tagged,
) -> Result<Vec<(String, checks::MapFinding)>, Error> {
    let mut keys = Keys::default();
    let texts: HashMap<PartId, &str> = map
        .placed()
        .iter()
        .map(|it| (it.function.id, it.function.text.as_str()))
        .collect();
    let named = reviewed(office, reader, map, tagged)?
        .into_iter()
        .map(|finding| {
            let function = finding.function;
            let of = function.map(|id| id.to_string()).unwrap_or_default();
            let about = finding.about.map(|id| id.to_string()).unwrap_or_default();
            let text = function.and_then(|id| texts.get(&id)).copied();
            let message = without_numbers(&finding.message);
            let key = keys.key(&[
                finding.rule,
                &of,
                &about,
                text.unwrap_or_default(),
                &message,
            ]);
            (key, finding)
        });
    Ok(named.collect())
}

fn reviewed(
    office: &Office,
    reader: &Reader<'_>,
    map: &FunctionalMap,
    tagged: &Tagged,
) -> Result<Vec<checks::MapFinding>, Error> {
    let registered = registered(reader, map, tagged)?;
    let near = office.like_functions(reader, candidates(map))?;
    let context = checks::MapContext {
        tagged,
        registered: &registered,
        near: &near,
    };
    Ok(checks::review_map(map, context))
}

/// The functions that may become a standard, with what they say.
fn candidates(map: &FunctionalMap) -> impl Iterator<Item = (PartId, &str)> {
    let placed = map.placed().into_iter();
    let candidates = placed
        .filter(|it| it.level == MapNodeLevel::Individual && it.function.link.standard.is_none());
    candidates.map(|it| (it.function.id, it.function.text.as_str()))
}

/// The standards beside those of the map: of this workspace, and those of the register that are
/// called like one of its functions.
fn registered(
    reader: &Reader<'_>,
    map: &FunctionalMap,
    tagged: &Tagged,
) -> Result<Vec<checks::Registered>, Error> {
    let mut same = Vec::new();
    for (_, text) in candidates(map) {
        for title in [text, &checks::standard_title(text)] {
            same.extend(reader.registered_as(title)?);
        }
    }
    let others = reader.registered()?.into_iter();
    let others = others.filter(|other| !tagged.contains_key(&other.id));
    let here = others.map(|other| checks::Registered {
        code: other.code,
        title: other.title,
        level: other.level,
    });
    let there = same.into_iter().map(|entry| checks::Registered {
        code: entry.code,
        title: entry.title,
        level: Some(entry.level),
    });
    Ok(here.chain(there).collect())
}

/// The standards that functions of a map are tagged with; one that is no longer here is not among
/// them.
pub(super) fn tagged(reader: &Reader<'_>, map: &FunctionalMap) -> Result<Tagged, Error> {
    let placed = map.placed().into_iter();
    let wanted: HashSet<EcId> = placed.filter_map(|it| it.function.link.standard).collect();
    let mut tagged = Tagged::new();
    for id in wanted {
        if reader.has_standard(id)? {
            tagged.insert(id, reader.standard(id)?);
        }
    }
    Ok(tagged)
}

fn function_view(placed: Placed<'_>, tagged: &Tagged) -> FunctionView {
    let function = placed.function;
    let standard = function.link.standard.and_then(|id| {
        tagged.get(&id).map(|standard| MapStandardView {
            id: id.to_string(),
            code: standard.known_code().to_owned(),
            title: standard.title.clone(),
        })
    });
    FunctionView {
        id: function.id.to_string(),
        parent: placed.parent.map(|parent| parent.id.to_string()),
        number: placed.number.clone(),
        depth: u32::try_from(placed.depth).unwrap_or(u32::MAX),
        level: placed.level.code().to_owned(),
        level_name: packets::level_name(placed.level).to_owned(),
        text: function.text.clone(),
        individual: function.individual,
        standard,
        element: function
            .link
            .element
            .and_then(|id| element_name(id, tagged)),
        element_id: function.link.element.map(|id| id.to_string()),
        attested: attested(function),
        proposed_title: checks::standard_title(&function.text),
        proposed_references: super::proposed_references(function),
    }
}

pub(super) fn element_name(id: PartId, tagged: &Tagged) -> Option<String> {
    let mut elements = tagged.values().flat_map(|standard| &standard.elements);
    let element = elements.find(|element| element.id == id)?;
    Some(format!("Elemento {} de {}", element.index, element.count))
}

fn attested(function: &Function) -> Vec<AttestedView> {
    let claims = Claim::ALL.iter();
    let said = claims.filter_map(|claim| function.attested(*claim));
    said.map(|said| AttestedView {
        claim: said.claim.code().to_owned(),
        says: claim_name(said.claim).to_owned(),
        by: format!("{}, {}", said.person, spanish::day(said.on)),
    })
    .collect()
}

fn finding_view(
    finding: checks::MapFinding,
    key: String,
    set_aside: Option<SetAsideView>,
) -> MapFindingView {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    MapFindingView {
        key,
        rule: finding.rule.to_owned(),
        severity: finding.severity.code().to_owned(),
        function: finding.function.map(|id| id.to_string()),
        label: finding.number,
        span: finding.span.map(|(from, to)| (number(from), number(to))),
        message: finding.message,
        suggestion: finding.suggestion,
        claim: finding.claim.map(|claim| claim.code().to_owned()),
        basis: finding.basis.to_owned(),
        set_aside,
    }
}

/// What a claim says.
fn claim_name(claim: Claim) -> &'static str {
    match claim {
        Claim::NecessaryAndSufficient => "Su desglose es necesario y suficiente",
        Claim::OnePerson => "La realiza una sola persona",
        Claim::ObservableOrProduct => "Se observa o deja un producto",
    }
}

/// What some edits did, as it is told where they can be undone.
pub(super) fn in_words(before: &FunctionalMap, after: &FunctionalMap, edits: &[MapEdit]) -> String {
    crate::spanish::contracted(&worded(before, after, edits))
}

fn worded(before: &FunctionalMap, after: &FunctionalMap, edits: &[MapEdit]) -> String {
    let place = |map: &FunctionalMap, id: PartId| {
        let mut placed = map.placed().into_iter();
        let found = placed.find(|placed| placed.function.id == id);
        found.map_or_else(String::new, |placed| match placed.number.as_str() {
            "" => "el propósito".to_owned(),
            number => format!("la función {number}"),
        })
    };
    let Some(first) = edits.first() else {
        return String::new();
    };
    match first {
        MapEdit::Write { field, .. } => match field {
            MapField::Title => "el título del mapa".to_owned(),
            MapField::Committee => "el comité del mapa".to_owned(),
        },
        MapEdit::Reword { function, .. } => {
            format!("la redacción de {}", said(place(before, *function)))
        }
        MapEdit::Add { function, .. } => format!("agregar {}", said(place(after, function.id))),
        MapEdit::Remove { function } => format!("quitar {}", said(place(before, function.id))),
        MapEdit::Move { function, .. } => format!("mover {}", said(place(before, *function))),
        MapEdit::SetIndividual { function, .. } => {
            format!(
                "la marca de función individual de {}",
                said(place(before, *function))
            )
        }
        MapEdit::SetLink { .. } => linked_in_words(edits, |id| said(place(before, id))),
        MapEdit::SetAttestations { function, .. } => {
            format!("lo atestado de {}", said(place(before, *function)))
        }
    }
}

/// What edits of links did: of one that goes from a function to another, the one it goes to.
fn linked_in_words(edits: &[MapEdit], place: impl Fn(PartId) -> String) -> String {
    let last = edits.iter().rev().find_map(|edit| match edit {
        MapEdit::SetLink {
            function,
            before,
            after,
        } => Some((*function, *before, *after)),
        MapEdit::Write { .. }
        | MapEdit::Reword { .. }
        | MapEdit::Add { .. }
        | MapEdit::Remove { .. }
        | MapEdit::Move { .. }
        | MapEdit::SetIndividual { .. }
        | MapEdit::SetAttestations { .. } => None,
    });
    let standards = edits.iter().find_map(|edit| match edit {
        MapEdit::SetLink {
            function, after, ..
        } if after.standard.is_some() => Some(*function),
        _ => None, // Nothing else makes a function that of a standard.
    });
    match (standards, last) {
        (Some(function), Some(_)) if edits.len() > 1 => {
            format!(
                "hacer de {} un estándar, con sus elementos",
                place(function)
            )
        }
        (_, Some((function, before, after))) => {
            let of = place(function);
            match (before.standard == after.standard, after) {
                (true, Link { element: None, .. }) => {
                    format!("quitar el enlace de {of} con su elemento")
                }
                (true, _) => format!("enlazar {of} con su elemento"),
                (false, Link { standard: None, .. }) => {
                    format!("quitar el enlace de {of} con su estándar")
                }
                (false, _) => format!("enlazar {of} con su estándar"),
            }
        }
        (_, None) => String::new(),
    }
}

/// A function that came and went in the same change has no number.
fn said(place: String) -> String {
    match place.as_str() {
        "" => "una función".to_owned(),
        _ => place,
    }
}
