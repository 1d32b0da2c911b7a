//! Which text a paper of the app's own session backs: it proves something only while the text is that.
//!
//! What a person attached is theirs to answer for, and stays as it is.

use std::collections::BTreeMap;

use domain::act::{Act, Proof};
use domain::edition::Digest;
use domain::ids::{EcId, MapId};
use serde_json::{Value, json};
use store::Reader;

use crate::error::Error;
use crate::instruments::received::with_its_key;
use crate::instruments::standing::validated;
use crate::maps;
use crate::proofs::attachments;
use crate::writing::digest;

/// Which files stand, and which do not since the text they back was edited: by requirement, the number
/// of the act that attached the last one.
#[derive(Default)]
pub(crate) struct Backing {
    pub(crate) standing: BTreeMap<String, u64>,
    pub(crate) outdated: BTreeMap<String, u64>,
}

/// Under the requirement of each proof, the text that it backs as it is now.
pub(crate) fn backed<'a>(
    reader: &Reader<'_>,
    id: EcId,
    map: Option<MapId>,
    proofs: impl Iterator<Item = &'a Proof>,
) -> Result<Value, Error> {
    let mut said = serde_json::Map::new();
    for proof in proofs {
        let of = match &*proof.requirement {
            "ROAD-MF_VALIDATED-1" | "ROAD-MF_VALIDATED-2" => match map {
                Some(map) => json!({
                    "map": map.to_string(), "text": maps::digest(&reader.map(map)?).to_string(),
                }),
                None => continue,
            },
            "ROAD-EC_VALIDATED-2" => {
                json!({ "text": digest(&reader.standard(id)?).to_string() })
            }
            "ROAD-IEC_VALIDATED-1" => match reader.instrument(id)? {
                Some(one) => json!({ "text": validated(&one).to_string() }),
                None => continue,
            },
            _ => continue, // What is of the group itself backs no text.
        };
        said.insert(proof.requirement.clone(), of);
    }
    Ok(Value::Object(said))
}

/// The files of a case that stand, apart from those that back a text that is another now.
pub(crate) fn backing(reader: &Reader<'_>, id: EcId, deeds: &[Act]) -> Result<Backing, Error> {
    let mut backing = Backing::default();
    for one in attachments(deeds) {
        if one.withdrawn.is_some() {
            continue;
        }
        let all = match still(reader, id, one.act, one.requirement)? {
            true => &mut backing.standing,
            false => &mut backing.outdated,
        };
        all.insert(one.requirement.to_owned(), one.act.number);
    }
    Ok(backing)
}

/// Whether the text that an act's file backs is the one there is now; true of what backs none.
fn still(reader: &Reader<'_>, id: EcId, act: &Act, requirement: &str) -> Result<bool, Error> {
    if !act.body.contains("\"backs\"") {
        return Ok(true);
    }
    let body: Value = serde_json::from_str(&act.body).unwrap_or_default();
    let of = &body["backs"][requirement];
    let Some(text) = of["text"].as_str().and_then(Digest::parse) else {
        return Ok(true);
    };
    Ok(match requirement {
        "ROAD-EC_VALIDATED-2" => digest(&reader.standard(id)?) == text,
        // Another office may have neither the instrument whole nor the map: it has the paper.
        "ROAD-IEC_VALIDATED-1" => match with_its_key(reader, id)? {
            Some((one, keyless)) if keyless.is_none() => validated(&one) == text,
            Some(_) | None => true,
        },
        _ => match of["map"].as_str().and_then(|map| map.parse::<MapId>().ok()) {
            Some(map) if reader.has_map(map)? => {
                let state = maps::state_of(&reader.deeds(&map.to_string())?);
                state.is_closed() && maps::digest(&reader.map(map)?) == text
            }
            Some(_) | None => true,
        },
    })
}
