//! A packet that comes in: distrusted until verified, and never merged in silence.

use std::collections::BTreeMap;
use std::path::Path;

use domain::act::{self, Act};
use domain::ec::CompetenceStandard;
use domain::ec_case::Destination;
use domain::edition::Digest;
use domain::ids::{EcId, Ids};
use domain::support_file::{SupportField, SupportFile};
use intake::Reading;
use packets::Letterhead;
use packets::bag::{self, Bag, Difference};
use packets::document::{self, Document, WithIds};
use serde_json::Value;
use store::{EditionKind, Offered, SUPPORT_ACT, SetAside, SetAsideKind, Withdrawal, Writer};

use crate::case_views::summary;
use crate::error::Error;
use crate::journal::Entry;
use crate::packing::{
    CHAIN, CONTENTS, Contents, PACKET, STANDARD_DOCX, STANDARD_JSON, STANDARD_PDF, Seal,
};
use crate::wire::{AtPath, DifferenceView, ImportedPacket, VerifyView};
use crate::writing::digest;
use crate::{Desk, Office, files, packing};

/// How much of a packet is read from disk.
const LARGEST: u64 = bag::LARGEST_PACKET;

/// What a packet holds, once every part of it was found to be what it says.
struct Held {
    bag: Bag,
    chain: Vec<Act>,
    contents: Contents,
    standard: CompetenceStandard,
}

/// Verifies a packet with nothing but the packet.
pub fn verify(path: &Path) -> Result<VerifyView, Error> {
    let bytes = files::read(path, LARGEST)?;
    let name = files::name(path);
    let (held, mut differences) = open(&bytes);
    differences.extend(held.as_ref().map(papers).unwrap_or_default());
    Ok(VerifyView {
        packet: name,
        sound: differences.is_empty(),
        differences,
    })
}

fn told(file: &str, kind: &str, says: impl Into<String>) -> DifferenceView {
    DifferenceView {
        file: file.to_owned(),
        kind: kind.to_owned(),
        says: says.into(),
    }
}

/// Opens a packet and checks manifests, digests and chain; what a paper says comes after.
fn open(bytes: &[u8]) -> (Option<Held>, Vec<DifferenceView>) {
    let bag = match bag::open(bytes) {
        Ok(bag) => bag,
        Err(error) => return (None, vec![told("", "digest", no_bag(error))]),
    };
    let mut found: Vec<DifferenceView> = bag.check().into_iter().map(bag_difference).collect();
    let chain = chain_of(&bag, &mut found);
    let contents = contents_of(&bag, &mut found);
    let standard = standard_of(&bag, &mut found);
    let (Some(chain), Some(contents), Some(standard)) = (chain, contents, standard) else {
        return (None, found);
    };
    let held = Held {
        bag,
        chain,
        contents,
        standard,
    };
    seals(&held, &mut found);
    (Some(held), found)
}

/// Why a file is no packet at all.
fn no_bag(error: bag::Error) -> String {
    match error {
        bag::Error::NotAZip => "El archivo no es un zip o está dañado".to_owned(),
        bag::Error::NotABag => "El zip no contiene un paquete BagIt".to_owned(),
        bag::Error::TooLarge => "El paquete se expande a más de lo que se lee".to_owned(),
        bag::Error::BadName(name) | bag::Error::Doubled(name) => {
            format!("El nombre «{name}» no puede estar en un paquete")
        }
        bag::Error::NotWritten(_) => "El paquete no se puede leer".to_owned(),
    }
}

fn bag_difference(difference: Difference) -> DifferenceView {
    match difference {
        Difference::Digest(file) => told(
            &file,
            "digest",
            "El archivo no es el que dice el manifiesto",
        ),
        Difference::Missing(file) => told(&file, "missing", "El manifiesto lo nombra y no está"),
        Difference::Extra(file) => told(
            &file,
            "extra",
            "Está en el paquete y el manifiesto no lo nombra",
        ),
        Difference::Malformed(file) => told(
            &file,
            "digest",
            "No dice lo que el paquete contiene, o no tiene la forma de BagIt 1.0",
        ),
    }
}

fn chain_of(bag: &Bag, found: &mut Vec<DifferenceView>) -> Option<Vec<Act>> {
    let bytes = bag.files.get(CHAIN);
    let chain = bytes.and_then(|bytes| packets::chain_from_json(bytes));
    // No digest names the file itself: it is its acts, spelled the one way there is.
    let spelled = |chain: &Vec<Act>| bytes == Some(&packets::chain_json(chain));
    let chain = chain.filter(|chain| !chain.is_empty() && spelled(chain));
    let Some(chain) = chain else {
        found.push(told(
            CHAIN,
            "missing",
            "Falta la cadena de actos o no se puede leer",
        ));
        return None;
    };
    if let Err(broken) = act::verify(&chain) {
        let (act::Break::Altered { number } | act::Break::OutOfPlace { number }) = broken;
        let says = format!("La cadena de actos se rompe en el acto {number}");
        found.push(told(CHAIN, "chain", says));
        return None;
    }
    Some(chain)
}

fn contents_of(bag: &Bag, found: &mut Vec<DifferenceView>) -> Option<Contents> {
    let bytes = bag.files.get(CONTENTS).map_or(&[][..], Vec::as_slice);
    let contents = serde_json::from_slice::<Contents>(bytes).ok();
    if contents.is_none() {
        found.push(told(
            CONTENTS,
            "missing",
            "Falta la relación del contenido o no se puede leer",
        ));
    }
    contents
}

fn standard_of(bag: &Bag, found: &mut Vec<DifferenceView>) -> Option<CompetenceStandard> {
    let bytes = bag.files.get(STANDARD_JSON).map_or(&[][..], Vec::as_slice);
    let standard = document::from_canonical(bytes).ok();
    let same = standard.filter(|standard| document::canonical(standard) == bytes);
    if same.is_none() {
        found.push(told(
            STANDARD_JSON,
            "missing",
            "Falta el estándar en JSON canónico o no se puede leer",
        ));
    }
    same
}

/// Whether the chain seals what the packet holds.
fn seals(held: &Held, found: &mut Vec<DifferenceView>) {
    let last = held.chain.last();
    let seal = last.filter(|act| act.act == PACKET);
    let seal = seal.and_then(|act| serde_json::from_str::<Seal>(&act.body).ok());
    match seal {
        Some(seal) => {
            sealed_files(held, &seal, found);
            tags(held, &seal, found);
        }
        None => found.push(told(
            CHAIN,
            "chain",
            "La cadena no termina en el acto que armó el paquete",
        )),
    }
    let of_text = held.chain.iter().rev().filter(|act| act.act != SUPPORT_ACT);
    let left = of_text.filter_map(|act| act.result).next();
    if left != Some(digest(&held.standard)) {
        let says = "El estándar no es el que dejó el último acto de la cadena";
        found.push(told(STANDARD_JSON, "chain", says));
    }
    let here: BTreeMap<Digest, &str> = held
        .contents
        .evidence
        .iter()
        .filter_map(|file| Some((Digest::parse(&file.digest)?, file.file.as_str())))
        .collect();
    for file in &held.contents.evidence {
        compare(held, &file.file, &file.digest, found);
    }
    for edition in &held.contents.editions {
        compare(held, &edition.file, &edition.digest, found);
    }
    for act in &held.chain {
        for proof in act
            .evidence
            .iter()
            .filter(|proof| !here.contains_key(&proof.file))
        {
            let says = format!(
                "El acto {} se apoya en un archivo que no está: {}",
                act.number, proof.file
            );
            found.push(told("", "missing", says));
        }
    }
}

fn sealed_files(held: &Held, seal: &Seal, found: &mut Vec<DifferenceView>) {
    for (path, digest) in &seal.files {
        compare(held, path, digest, found);
    }
    let payload = held
        .bag
        .files
        .keys()
        .filter(|path| path.starts_with("data/"));
    for path in payload.filter(|path| path.as_str() != CHAIN && !seal.files.contains_key(*path)) {
        found.push(told(
            path,
            "extra",
            "Está en el paquete y el acto que lo armó no lo nombra",
        ));
    }
}

/// Whether the bag says of itself what its last act says.
fn tags(held: &Held, seal: &Seal, found: &mut Vec<DifferenceView>) {
    let files = held.bag.files.iter();
    let payload = files.filter(|(path, _)| path.starts_with("data/"));
    let about = held
        .chain
        .last()
        .zip(Destination::from_code(&seal.destination));
    let about = about.map(|(last, destination)| {
        let info = packing::info(last, destination, &held.standard.title, &seal.letterhead);
        bag::about(&info, payload.map(|(_, bytes)| bytes))
    });
    for (path, wanted) in [
        ("bag-info.txt", about.as_deref()),
        ("bagit.txt", Some(bag::BAGIT.as_bytes())),
    ] {
        if held.bag.files.get(path).map(Vec::as_slice) != wanted {
            found.push(told(path, "digest", "No dice lo que selló la cadena"));
        }
    }
}

fn compare(held: &Held, path: &str, digest: &str, found: &mut Vec<DifferenceView>) {
    let says = match held.bag.files.get(path) {
        None => ("missing", "La cadena lo nombra y no está"),
        Some(bytes) if Digest::parse(digest) != Some(Digest::of(bytes)) => {
            ("digest", "No es el archivo que selló la cadena")
        }
        Some(_) => return,
    };
    let difference = told(path, says.0, says.1);
    if !found.contains(&difference) {
        found.push(difference);
    }
}

/// Whether PDF and Word say what the JSON says.
fn papers(held: &Held) -> Vec<DifferenceView> {
    let mut found = Vec::new();
    let in_pdf = comparable(&packets::as_printed_in_pdf(&held.standard));
    let in_word = comparable(&packets::as_printed(&held.standard));
    for (path, wanted) in [(STANDARD_PDF, in_pdf), (STANDARD_DOCX, in_word)] {
        let bytes = held.bag.files.get(path).map_or(&[][..], Vec::as_slice);
        let read = intake::read(bytes, &mut Ids::fixed());
        let says = match read {
            Ok(reading) => match first_difference("", &wanted, &comparable(&reading.standard)) {
                Some(place) if !reads_as_printed_anew(held, path, &reading) => {
                    format!("No dice lo mismo que el JSON en {place}")
                }
                _ => continue, // It says the same, as far as paper can say it.
            },
            Err(_) => "No se puede leer como estándar".to_owned(),
        };
        found.push(told(path, "text", says));
    }
    found
}

/// Whether a paper reads as the same standard printed here and now does. A text that looks like the
/// form's own words («GLOSARIO» as a title) is not read back as it was typed from any paper, and its
/// author must not be taken for a forger.
fn reads_as_printed_anew(held: &Held, path: &str, reading: &Reading) -> bool {
    let Some(last) = held.chain.last() else {
        return false;
    };
    let seal = serde_json::from_str::<Seal>(&last.body);
    let lines = seal.map(|seal| seal.letterhead).unwrap_or_default();
    let letterhead = Letterhead { lines };
    let day = last.on.parse().unwrap_or_default();
    let anew = match path {
        STANDARD_PDF => packets::pdf(&held.standard, &letterhead, day).map(|paper| paper.bytes),
        _ => packets::docx(&held.standard, &letterhead), // The other paper.
    };
    let anew = anew.ok();
    let anew = anew.and_then(|bytes| intake::read(&bytes, &mut Ids::fixed()).ok());
    anew.is_some_and(|anew| {
        comparable(&anew.standard) == comparable(&reading.standard)
            && anew.not_understood == reading.not_understood
    })
}

/// A standard as papers can be compared: less what only its source had, and less ids.
fn comparable(standard: &CompetenceStandard) -> Value {
    let mut standard = standard.clone();
    standard.source_code.clear();
    standard.printed = None;
    let mut document = Document::of(&standard, WithIds::No);
    document.format = None;
    document.repairs = None;
    document.not_understood = None;
    serde_json::to_value(&document).unwrap_or_default()
}

/// The first place where two JSON values differ.
fn first_difference(at: &str, one: &Value, other: &Value) -> Option<String> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => one.iter().find_map(|(key, value)| {
            let place = if at.is_empty() {
                key.clone()
            } else {
                format!("{at}.{key}")
            };
            first_difference(&place, value, other.get(key).unwrap_or(&Value::Null))
        }),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate();
            pairs
                .map(|(i, (one, other))| (format!("{at}[{}]", i + 1), one, other))
                .find_map(|(place, one, other)| first_difference(&place, one, other))
        }
        _ if one == other => None,
        _ => Some(at.to_owned()), // Different values, kinds or lengths.
    }
}

impl Desk {
    /// Verifies a packet with nothing but the packet.
    pub fn verify_packet(&mut self, request: AtPath) -> Result<VerifyView, Error> {
        verify(Path::new(&request.path))
    }

    /// Takes the case of a packet into this workspace, with its ids and its chain. A case that is
    /// here already goes on where both agree; where they part, both are shown and nothing changes.
    pub fn import_packet(&mut self, request: AtPath) -> Result<ImportedPacket, Error> {
        let moment = self.office.now();
        let bytes = files::read(Path::new(&request.path), LARGEST)?;
        let (held, mut found) = open(&bytes);
        found.extend(held.as_ref().map(papers).unwrap_or_default());
        let held = match held {
            Some(held) if found.is_empty() => held,
            _ => return Err(unsound(&found)), // It is not whole, or not what it says.
        };
        let id: EcId =
            held.contents.case.parse().map_err(|_| {
                Error::Unsound("el identificador del caso no se puede leer".to_owned())
            })?;
        let chain = id.to_string();
        if held.chain[0].chain != chain {
            return Err(Error::Unsound("la cadena es de otro caso".to_owned()));
        }
        self.store.write(|writer| {
            let ours = crate::packing::acts_of(writer, &chain)?;
            let pairs = ours.iter().zip(&held.chain);
            let common = pairs
                .take_while(|(our, their)| our.digest == their.digest)
                .count();
            let outcome = match () {
                () if ours.is_empty() => "NEW",
                () if common == ours.len() && common == held.chain.len() => "SAME",
                () if common == ours.len() => "AHEAD",
                () if common == held.chain.len() => "BEHIND",
                () => "DIVERGES",
            };
            let told = ImportedPacket {
                id: chain.clone(),
                outcome: outcome.to_owned(),
                common: u32::try_from(common).unwrap_or(u32::MAX),
                ours: ours[common..].iter().map(summary).collect(),
                theirs: held.chain[common..].iter().map(summary).collect(),
            };
            if outcome == "NEW" || outcome == "AHEAD" {
                self.office.take_in(writer, id, &held, common)?;
                let last = held
                    .chain
                    .last()
                    .ok_or(store::Error::Missing { what: "act" })?;
                self.office.seal_head(writer, &moment, last)?;
            }
            Ok(told)
        })
    }
}

fn unsound(found: &[DifferenceView]) -> Error {
    let first = found
        .first()
        .map_or("", |difference| difference.says.as_str());
    let file = found
        .first()
        .map_or("", |difference| difference.file.as_str());
    let more = found.len().saturating_sub(1);
    let more = match more {
        0 => String::new(),
        more => format!(
            " (y {})",
            crate::spanish::counted(more, "diferencia más", "diferencias más")
        ),
    };
    let file = if file.is_empty() {
        String::new()
    } else {
        format!("{file}: ")
    };
    Error::Unsound(format!("{file}{first}{more}"))
}

impl Office {
    /// Takes in what a sound packet holds beyond the acts that are here.
    fn take_in(
        &self,
        writer: &Writer<'_>,
        id: EcId,
        held: &Held,
        common: usize,
    ) -> Result<(), Error> {
        for file in &held.contents.evidence {
            let bytes = &held.bag.files[&file.file];
            let offered = Offered {
                name: &file.name,
                media_type: &file.media_type,
                size: u64::try_from(bytes.len()).ok(),
                digest: Digest::parse(&file.digest),
            };
            writer.add_evidence(&mut bytes.as_slice(), &offered)?;
        }
        if common == 0 {
            writer.insert_standard(id, &held.standard)?;
        }
        writer.insert_chain(&held.chain)?;
        for edition in &held.contents.editions {
            let after = usize::try_from(edition.act).unwrap_or(usize::MAX) > common;
            if let (Some(kind), true) = (EditionKind::from_code(&edition.kind), after) {
                writer.keep_edition(id, kind, edition.act, &held.bag.files[&edition.file])?;
            }
        }
        for act in &held.chain[common..] {
            replay(writer, id, act, common > 0)?;
        }
        if digest(&writer.standard(id)?) != digest(&held.standard) {
            return Err(Error::Unsound(
                "los cambios de la cadena no llevan al texto que trae".to_owned(),
            ));
        }
        Ok(())
    }
}

/// Does here what an act of the packet did there.
fn replay(writer: &Writer<'_>, id: EcId, act: &Act, edits: bool) -> Result<(), Error> {
    let corrupt = || Error::Unsound(format!("el acto {} no se puede leer", act.number));
    let body: Value = serde_json::from_str(&act.body).unwrap_or_default();
    let word = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
    match act.act.as_str() {
        "EDIT" | "UNDO" | "REDO" if edits => {
            let entry = Entry::parse(&act.body).ok_or_else(corrupt)?;
            for edit in entry.way_forth().ok_or_else(corrupt)? {
                writer.apply_edit(id, &edit)?;
            }
        }
        SUPPORT_ACT => {
            let mut support = SupportFile::default();
            for field in SupportField::ALL {
                let typed = body["after"][field.code()].as_str().unwrap_or_default();
                support.set(*field, typed).map_err(|_| corrupt())?;
            }
            writer.write_support_file(id, &support)?;
            if act.result != Some(writer.support_digest(id)?) {
                return Err(corrupt());
            }
        }
        "SET_ASIDE" => {
            writer.set_aside(&SetAside {
                ec: id,
                rule: word("rule"),
                place: word("place"),
                part: word("part").parse().ok(),
                fingerprint: Digest::of(word("key").as_bytes()),
                kind: SetAsideKind::from_code(&word("kind")).ok_or_else(corrupt)?,
                by: act.by.clone(),
                reason: word("reason"),
                at: act.at.clone(),
            })?;
        }
        "TAKEN_UP" => {
            let print = Digest::of(word("key").as_bytes());
            let kept = writer.set_asides(id)?.into_iter().rev();
            let mut standing =
                kept.filter(|(_, kept, gone)| gone.is_none() && kept.fingerprint == print);
            let (key, ..) = standing.next().ok_or_else(corrupt)?;
            writer.withdraw(
                key,
                &Withdrawal {
                    by: act.by.clone(),
                    reason: String::new(),
                    at: act.at.clone(),
                },
            )?;
        }
        _ => {} // The other acts are their own record.
    }
    Ok(())
}
