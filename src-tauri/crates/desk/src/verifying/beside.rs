//! What goes beside the case of a packet: whether it is whole, of this standard, and says no key.

use std::collections::BTreeSet;

use domain::act::Act;
use domain::edition::Digest;
use domain::functional_map::FunctionalMap;
use domain::iec::AssessmentInstrument;
use packets::bag::Bag;
use packets::{iec_document, map_document};

use super::{Held, chain_at, compare, told};
use crate::packing::beside::{
    BESIDE, BesideContents, GROUPS, MAP_CHAIN, MAP_DOCX, MAP_JSON, MAP_PDF,
};
use crate::packing::{
    self, Contents, INSTRUMENT_DOCX, INSTRUMENT_JSON, INSTRUMENT_PDF, MATRIX_PDF,
};
use crate::wire::DifferenceView;
use crate::{groups, maps};

/// What a packet holds beside its case.
#[derive(Default)]
pub(crate) struct Beside {
    /// What it says of it; nothing in a packet that was made before any did.
    pub(crate) contents: Option<BesideContents>,
    /// The map, and its acts.
    pub(crate) map: Option<(FunctionalMap, Vec<Act>)>,
    /// The acts of each group.
    pub(crate) groups: Vec<Vec<Act>>,
    /// The instrument, without its key.
    pub(crate) instrument: Option<AssessmentInstrument>,
}

/// Reads it, and tells what cannot be read.
pub(super) fn of(bag: &Bag, contents: &Contents, found: &mut Vec<DifferenceView>) -> Beside {
    Beside {
        contents: contents_of(bag, found),
        map: map_of(bag, contents, found),
        groups: groups_of(bag, found),
        instrument: instrument_of(bag, contents, found),
    }
}

fn contents_of(bag: &Bag, found: &mut Vec<DifferenceView>) -> Option<BesideContents> {
    let bytes = bag.files.get(BESIDE)?;
    let contents = serde_json::from_slice(bytes).ok();
    if contents.is_none() {
        let says = "La relación de lo que acompaña al expediente no se puede leer";
        found.push(told(BESIDE, "missing", says));
    }
    contents
}

/// Tells which of these files is missing, where any is there.
fn together(bag: &Bag, paths: &[&str], says: &str, found: &mut Vec<DifferenceView>) -> bool {
    let there = |path: &&str| bag.files.contains_key(*path);
    if !paths.iter().any(there) {
        return false;
    }
    for path in paths.iter().filter(|path| !there(path)) {
        found.push(told(path, "missing", says));
    }
    true
}

fn map_of(
    bag: &Bag,
    contents: &Contents,
    found: &mut Vec<DifferenceView>,
) -> Option<(FunctionalMap, Vec<Act>)> {
    let papers = [MAP_JSON, MAP_CHAIN, MAP_PDF, MAP_DOCX];
    if !together(bag, &papers, "Falta una parte del mapa funcional", found) {
        return None;
    }
    let bytes = bag.files.get(MAP_JSON)?;
    let acts = chain_at(bag, MAP_CHAIN, found)?;
    let map = map_document::from_canonical(bytes).ok();
    let Some(map) = map.filter(|map| map_document::canonical(map) == *bytes) else {
        let says = "El mapa en JSON no se puede leer, o no está escrito como lo escribe Cauce";
        found.push(told(MAP_JSON, "text", says));
        return None;
    };
    let left = acts.iter().rev().find_map(|act| act.result);
    let placed = map.placed();
    let mut linked = placed.iter().filter_map(|it| it.function.link.standard);
    let says = if acts[0].chain != map.id.to_string() || left != Some(maps::digest(&map)) {
        "El mapa no es el que dejó el último acto de su cadena"
    } else if !linked.any(|id| id.to_string() == contents.case) {
        "El mapa no es el de este estándar"
    } else {
        return Some((map, acts));
    };
    found.push(told(MAP_JSON, "chain", says));
    None
}

fn groups_of(bag: &Bag, found: &mut Vec<DifferenceView>) -> Vec<Vec<Act>> {
    let paths = bag.files.keys().filter(|path| path.starts_with(GROUPS));
    let mut groups = Vec::new();
    for path in paths {
        let Some(acts) = chain_at(bag, path, found) else {
            continue;
        };
        let named = format!("{GROUPS}{}.json", acts[0].chain) == *path;
        match named && acts[0].act == groups::BEGUN {
            true => groups.push(acts),
            false => found.push(told(
                path,
                "chain",
                "No son los actos de un grupo de expertos",
            )),
        }
    }
    groups
}

/// The instrument of a packet, where it is one of its standard and says no key.
fn instrument_of(
    bag: &Bag,
    contents: &Contents,
    found: &mut Vec<DifferenceView>,
) -> Option<AssessmentInstrument> {
    let papers = [INSTRUMENT_JSON, INSTRUMENT_PDF, INSTRUMENT_DOCX, MATRIX_PDF];
    if !together(bag, &papers, "Falta un papel del instrumento", found) {
        return None; // It was not begun.
    }
    let bytes = bag.files.get(INSTRUMENT_JSON)?;
    let says = match iec_document::from_canonical(bytes) {
        Ok(instrument) if instrument.standard.to_string() != contents.case => {
            "El instrumento es de otro estándar"
        }
        Ok(instrument) if instrument.without_key() != instrument => {
            "El instrumento lleva su clave, que no sale en un paquete"
        }
        Ok(instrument) if iec_document::canonical(&instrument) != *bytes => {
            "El instrumento no está escrito como lo escribe Cauce"
        }
        Ok(instrument) => return Some(instrument),
        Err(_) => "El instrumento en JSON no se puede leer",
    };
    found.push(told(INSTRUMENT_JSON, "text", says));
    None
}

/// Whether what it says of its files is so, and every file that its acts and its annexes name is there.
pub(super) fn compared(held: &Held, found: &mut Vec<DifferenceView>) {
    let beside = &held.beside;
    let Some(contents) = &beside.contents else {
        return;
    };
    for file in &contents.files {
        compare(held, &file.file, &file.digest, found);
    }
    if let Some((_, acts)) = &beside.map {
        for digest in maps::editions_of(acts) {
            let path = packing::edition_path(&digest);
            compare(held, &path, &digest.to_string(), found);
        }
    }
    let here = contents.files.iter().map(|file| file.digest.as_str());
    let here: BTreeSet<&str> = here.collect();
    let proofs = beside.groups.iter().flatten().flat_map(|act| &act.evidence);
    let mut named: Vec<(String, &str)> = proofs
        .map(|proof| (proof.file.to_string(), "un acto del grupo de expertos"))
        .collect();
    if let Some(instrument) = &beside.instrument {
        let withheld = |id: String| contents.withheld.contains(&id);
        let annexes = instrument.annexes.iter();
        let annexes = annexes.filter(|annex| Digest::parse(&annex.digest).is_some());
        let annexes = annexes.filter(|annex| !withheld(annex.id.to_string()));
        named.extend(annexes.map(|annex| (annex.digest.clone(), "un anexo del instrumento")));
    }
    for (digest, what) in named {
        if !here.contains(digest.as_str()) {
            let says = format!("Falta el archivo de {what}: {digest}");
            found.push(told(BESIDE, "missing", says));
        }
    }
}
