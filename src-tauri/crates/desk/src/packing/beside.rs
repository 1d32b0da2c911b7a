//! What goes in a packet beside its case: the map it comes from, the groups that worked on it, and its
//! instrument less its key.
//!
//! The map and the groups go with their whole chains. The chain of the instrument stays where it is:
//! each of its edits says the key. So does the file of an annex that is for the evaluator alone, of
//! which only the name and the digest go: nobody can tell whether it says the answers.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::act::Act;
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::functional_map::FunctionalMap;
use domain::ids::EcId;
use domain::iec::coverage::{Freshness, freshness};
use domain::iec::leaf::leaves;
use domain::iec::{AssessmentInstrument, Audience};
use packets::bag::ascii_name;
use packets::map_document;
use serde::{Deserialize, Serialize};
use store::Reader;

use super::ContentsFile;
use crate::error::Error;
use crate::{groups, maps};

/// The map a standard comes from, as data, on paper, and its acts.
pub(crate) const MAP_JSON: &str = "data/mapa/mapa.json";
pub(crate) const MAP_PDF: &str = "data/mapa/mapa.pdf";
pub(crate) const MAP_DOCX: &str = "data/mapa/mapa.docx";
pub(crate) const MAP_CHAIN: &str = "data/mapa/cadena.json";
/// Where the acts of the groups stand, each under its id.
pub(crate) const GROUPS: &str = "data/grupos/";
/// What goes beside the case, by name and digest. A packet that was made before any did has none.
pub(crate) const BESIDE: &str = "data/expediente/documentos.json";

/// What a packet says of what goes beside its case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BesideContents {
    /// Which Cauce printed its papers: another may print them otherwise.
    pub(crate) printed_by: String,
    /// The files that the acts of its groups name, and the annexes for the candidate.
    pub(crate) files: Vec<ContentsFile>,
    /// The annexes whose file does not go, by id.
    pub(crate) withheld: Vec<String>,
    /// The items that were behind their criterion, by id.
    pub(crate) stale: Vec<String>,
}

/// What prints the papers of a packet.
pub(crate) fn this_cauce() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// All of it, before the files of it are gathered.
pub(super) struct Beside {
    pub(super) contents: BesideContents,
    /// The chains and what they froze, by their place.
    pub(super) kept: BTreeMap<String, Vec<u8>>,
    /// The map and its acts.
    pub(super) map: Option<(FunctionalMap, Vec<Act>)>,
}

/// What goes beside the case of a standard.
pub(super) fn beside(
    reader: &Reader<'_>,
    id: EcId,
    standard: &CompetenceStandard,
    instrument: Option<&AssessmentInstrument>,
) -> Result<Beside, Error> {
    let mut beside = Beside {
        contents: BesideContents {
            printed_by: this_cauce(),
            ..BesideContents::default()
        },
        kept: BTreeMap::new(),
        map: None,
    };
    let mut files: Vec<(Digest, String)> = Vec::new();
    if let Some(map) = reader.map_of(id)? {
        let acts = reader.acts(&map.to_string())?;
        let map = reader.map(map)?;
        for digest in maps::editions_of(&acts) {
            let path = super::edition_path(&digest);
            beside.kept.insert(path, reader.edition(&digest)?);
        }
        let kept = &mut beside.kept;
        kept.insert(MAP_JSON.to_owned(), map_document::canonical(&map));
        kept.insert(MAP_CHAIN.to_owned(), packets::chain_json(&acts));
        beside.map = Some((map, acts));
    }
    for chain in groups::chains_of(reader, id)? {
        let acts = reader.acts(&chain)?;
        for act in &acts {
            for proof in &act.evidence {
                files.push((proof.file, reader.evidence(&proof.file)?.name));
            }
        }
        let path = format!("{GROUPS}{chain}.json");
        beside.kept.insert(path, packets::chain_json(&acts));
    }
    if let Some(instrument) = instrument {
        of_instrument(
            reader,
            standard,
            instrument,
            &mut beside.contents,
            &mut files,
        )?;
    }
    name_files(reader, files, &mut beside.contents)?;
    Ok(beside)
}

/// The annexes of an instrument, and its items that are behind their criterion.
fn of_instrument(
    reader: &Reader<'_>,
    standard: &CompetenceStandard,
    instrument: &AssessmentInstrument,
    contents: &mut BesideContents,
    files: &mut Vec<(Digest, String)>,
) -> Result<(), Error> {
    // A file that is the evaluator's too does not go as the candidate's.
    let annexes = instrument.annexes.iter();
    let evaluators = annexes.filter(|annex| annex.audience == Audience::Evaluator);
    let evaluators: Vec<&str> = evaluators.map(|annex| annex.digest.as_str()).collect();
    for annex in &instrument.annexes {
        let Some(digest) = Digest::parse(&annex.digest) else {
            continue; // It has no file yet.
        };
        match annex.audience {
            Audience::Candidate
                if !evaluators.contains(&annex.digest.as_str())
                    && reader.has_evidence(&digest)? =>
            {
                files.push((digest, annex.file.clone()));
            }
            Audience::Candidate | Audience::Evaluator => {
                contents.withheld.push(annex.id.to_string());
            }
        }
    }
    let leaves = leaves(standard);
    let behind = freshness(instrument, &leaves).into_iter();
    let behind = behind.filter(|(_, stands)| *stands == Freshness::Stale);
    contents.stale = behind.map(|(id, _)| id.to_string()).collect();
    Ok(())
}

/// Gives each file its place in the packet, each content once.
fn name_files(
    reader: &Reader<'_>,
    files: Vec<(Digest, String)>,
    contents: &mut BesideContents,
) -> Result<(), Error> {
    for (digest, name) in files {
        let digest_text = digest.to_string();
        if contents.files.iter().any(|file| file.digest == digest_text) {
            continue;
        }
        let at = contents.files.len() + 1;
        contents.files.push(ContentsFile {
            file: format!("data/documentos/{at:03}-{}", ascii_name(&name)),
            name,
            media_type: reader.evidence(&digest)?.media_type,
            digest: digest_text,
        });
    }
    Ok(())
}

/// A map as its papers in a packet print it: beside the standard of the packet and no other.
pub(crate) fn map_paper(
    map: &FunctionalMap,
    acts: &[Act],
    (id, shown): (EcId, &CompetenceStandard),
    day: NaiveDate,
) -> packets::MapPaper {
    let tagged = HashMap::from([(id, shown.clone())]);
    maps::paper_of(map.clone(), &tagged, acts, day)
}
