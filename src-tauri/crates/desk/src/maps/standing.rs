//! How far a map is, and the acts that move it on.

use domain::act::{Act, Proof};
use domain::edition::Digest;
use domain::functional_map::{MapAct, MapState};
use domain::ids::MapId;
use store::{Reader, Writer};

use super::{digest, find};
use crate::error::Error;
use crate::wire::{MapEditionView, MapView, MoveMap};
use crate::writing::Deed;
use crate::{Desk, Moment, Office, spanish};

/// Under which word an act names the edition that it froze.
const EDITION: &str = "EDITION";

impl Desk {
    /// Hands a map in, takes it back with advice, or begins another edition of one that is closed.
    /// Validating and freezing are resolutions of a session of the group.
    pub fn move_map(&mut self, request: MoveMap) -> Result<MapView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let id = find(writer, &request.id)?;
            let act = MapAct::from_code(&request.act);
            let act = act.filter(|act| match act {
                MapAct::HandedIn | MapAct::Advised | MapAct::Reopened => true,
                MapAct::Validated | MapAct::Frozen => false,
            });
            let act = act.ok_or_else(|| Error::NotFound {
                what: "un acto del mapa llamado",
                name: request.act.clone(),
            })?;
            let reason = crate::edits::checked(&request.reason, false)?;
            if reason.is_empty() && act != MapAct::HandedIn {
                return Err(refused(act, "Falta decir por qué."));
            }
            let body = serde_json::json!({ "reason": reason });
            self.office.move_map(writer, &moment, id, act, &body)?;
            Ok::<_, Error>(id)
        })?;
        self.store
            .read(|reader| self.office.map_view(reader, id, None))
    }
}

impl Office {
    /// How far a map is.
    pub(crate) fn map_state(&self, reader: &Reader<'_>, id: MapId) -> Result<MapState, Error> {
        Ok(state_of(&reader.deeds(&id.to_string())?))
    }

    /// Moves a map on, where its road allows it; one that is frozen is kept under its digest.
    pub(crate) fn move_map(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: MapId,
        act: MapAct,
        body: &serde_json::Value,
    ) -> Result<Act, Error> {
        let state = self.map_state(writer, id)?;
        if state.after(act).is_none() {
            let says = format!(
                "El mapa está en «{}», y desde ahí no se puede: {}.",
                state_name(state),
                act_name(act).to_lowercase()
            );
            return Err(refused(act, &says));
        }
        let map = writer.map(id)?;
        let text = digest(&map);
        let evidence = match act {
            MapAct::Frozen => {
                let file = writer.keep_frozen(&packets::map_document::canonical(&map))?;
                let requirement = EDITION.to_owned();
                vec![Proof { requirement, file }]
            }
            MapAct::HandedIn | MapAct::Advised | MapAct::Validated | MapAct::Reopened => Vec::new(),
        };
        let deed = Deed {
            act: act.code(),
            subject: Some(text),
            result: Some(text),
            evidence,
            body: body.to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &id.to_string(), deed)?;
        self.seal_head(writer, moment, &act)?;
        Ok(act)
    }
}

fn refused(act: MapAct, reason: &str) -> Error {
    Error::Refused {
        act: act.code().to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}

/// How far the acts of a map lead it.
pub(crate) fn state_of(deeds: &[Act]) -> MapState {
    MapState::of(deeds.iter().filter_map(|act| MapAct::from_code(&act.act)))
}

/// What the acts of a map froze, by the name that each of them gives it.
pub(crate) fn editions_of(acts: &[Act]) -> Vec<Digest> {
    let frozen = acts.iter().filter(|act| act.act == MapAct::Frozen.code());
    let proofs = frozen.flat_map(|act| &act.evidence);
    let editions = proofs.filter(|proof| proof.requirement == EDITION);
    editions.map(|proof| proof.file).collect()
}

/// The frozen editions of a map, newest first: what it is named by, when, and by which minute.
pub(crate) fn editions(deeds: &[Act]) -> Vec<MapEditionView> {
    let frozen = deeds.iter().filter(|act| act.act == MapAct::Frozen.code());
    let frozen: Vec<(&Act, Digest)> = frozen
        .filter_map(|act| {
            let mut proofs = act.evidence.iter();
            let proof = proofs.find(|proof| proof.requirement == EDITION)?;
            Some((act, proof.file))
        })
        .collect();
    let last = frozen.len();
    let views = frozen.into_iter().enumerate().map(|(n, (act, file))| {
        let state = match n + 1 == last {
            true => MapState::Frozen,
            false => MapState::Superseded,
        };
        let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
        MapEditionView {
            number: u32::try_from(n + 1).unwrap_or(u32::MAX),
            act: u32::try_from(act.number).unwrap_or(u32::MAX),
            digest: file.to_string(),
            on: spanish::day_of(&act.on),
            by: act.by.clone(),
            minutes: body["says"].as_str().unwrap_or_default().to_owned(),
            state_name: state_name(state).to_owned(),
        }
    });
    let mut views: Vec<MapEditionView> = views.collect();
    views.reverse();
    views
}

/// What a state is called.
pub(crate) fn state_name(state: MapState) -> &'static str {
    match state {
        MapState::Draft => "Borrador",
        MapState::InReview => "En asesoría de la CPD",
        MapState::Validated => "Validado por el GTE",
        MapState::Frozen => "Congelado para sus EC",
        MapState::Superseded => "Sustituido",
    }
}

/// What an act of a map did, as its history says it.
pub(crate) fn act_done(act: MapAct) -> &'static str {
    match act {
        MapAct::HandedIn => "Mapa entregado a asesoría",
        MapAct::Advised => "Mapa devuelto con comentarios",
        MapAct::Validated => "Mapa validado por el grupo",
        MapAct::Frozen => "Mapa congelado",
        MapAct::Reopened => "Otra edición del mapa iniciada",
    }
}

/// What an act is called.
pub(crate) fn act_name(act: MapAct) -> &'static str {
    match act {
        MapAct::HandedIn => "Entregar a asesoría",
        MapAct::Advised => "Devolver con comentarios",
        MapAct::Validated => "Validar",
        MapAct::Frozen => "Congelar",
        MapAct::Reopened => "Empezar otra edición",
    }
}
