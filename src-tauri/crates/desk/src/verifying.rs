//! Whether a packet is what it says, with nothing but the packet: its manifests, its chain, its papers,
//! and the zip itself to the last byte.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::act::{self, Act};
use domain::ec::CompetenceStandard;
use domain::ec_case::Destination;
use domain::edition::Digest;
use domain::ids::Ids;
use intake::Reading;
use packets::Letterhead;
use packets::bag::{self, Bag, Difference};
use packets::document::{self, Document, WithIds};
use serde_json::Value;
use store::SUPPORT_ACT;

use crate::error::Error;
use crate::packing::{
    self, CHAIN, CONTENTS, Contents, PACKET, STANDARD_DOCX, STANDARD_JSON, STANDARD_PDF, Seal,
};
use crate::roads::{granted, road_of};
use crate::wire::{AtPath, DifferenceView, VerifyView};
use crate::work::{Progress, Work, flow, step};
use crate::writing::digest;
use crate::{files, importing};

mod beside;
mod paper;

pub(crate) use beside::Beside;

/// How much of a packet is read from disk.
const LARGEST: u64 = bag::LARGEST_PACKET;

/// The steps before the papers are read.
const STEPS: usize = 4;

/// What a packet holds, once every part of it was found to be what it says.
pub(crate) struct Held {
    pub(crate) bag: Bag,
    pub(crate) chain: Vec<Act>,
    pub(crate) contents: Contents,
    /// The text that the chain leads to.
    pub(crate) standard: CompetenceStandard,
    /// The same as its papers say it: with what the acts gave over it.
    shown: CompetenceStandard,
    /// What goes beside the case.
    pub(crate) beside: Beside,
}

impl Held {
    /// The files it holds for their own sake: the evidence, and what goes beside the case.
    pub(crate) fn files(&self) -> impl Iterator<Item = &packing::ContentsFile> {
        let beside = self.beside.contents.iter().flat_map(|it| &it.files);
        self.contents.evidence.iter().chain(beside)
    }
}

type Opened = (Option<Held>, Vec<DifferenceView>);

/// A packet to verify.
pub struct Verifying {
    path: PathBuf,
}

impl Verifying {
    /// Begins to verify a packet: there is nothing to ask of any workspace.
    pub fn of(request: AtPath) -> Verifying {
        Verifying {
            path: PathBuf::from(request.path),
        }
    }
}

impl Work for Verifying {
    type Done = VerifyView;

    fn run(self, progress: &mut Progress<'_>) -> Result<VerifyView, Error> {
        let differences = match look(&self.path, progress) {
            Err(Error::PacketTooNew { version, known }) => {
                vec![told("bag-info.txt", "digest", newer(version, known))]
            }
            Err(Error::PacketTooOld { version, known }) => {
                vec![told("bag-info.txt", "digest", older(version, known))]
            }
            looked => looked?.1,
        };
        Ok(VerifyView {
            packet: files::name(&self.path),
            sound: differences.is_empty(),
            differences,
        })
    }
}

/// What a packet holds, and everything about it that differs from what it says.
pub(crate) fn look(path: &Path, progress: &mut Progress<'_>) -> Result<Opened, Error> {
    step(progress, "Abriendo el paquete", 0, STEPS)?;
    let bytes = files::read(path, LARGEST)?;
    step(progress, "Abriendo el paquete", 0, STEPS)?;
    let (held, mut found) = open(&bytes, progress)?;
    if let Some(held) = &held {
        found.extend(papers(held, progress)?);
        found.extend(paper::beside(held, progress)?);
    }
    Ok((held, found))
}

fn told(file: &str, kind: &str, says: impl Into<String>) -> DifferenceView {
    DifferenceView {
        file: file.to_owned(),
        kind: kind.to_owned(),
        says: says.into(),
    }
}

/// Opens a packet and checks manifests, digests, chain and the zip itself; what a paper says comes
/// after.
fn open(bytes: &[u8], progress: &mut Progress<'_>) -> Result<Opened, Error> {
    let mut watch = |_| flow(step(progress, "Abriendo el paquete", 0, STEPS));
    let bag = match bag::open(bytes, &mut watch) {
        Ok(bag) => bag,
        Err(bag::Error::Stopped) => return Err(Error::Stopped),
        Err(error) => return Ok((None, vec![told("", "digest", no_bag(error))])),
    };
    step(progress, "Comprobando los manifiestos", 1, STEPS)?;
    let known = bag::VERSION;
    match bag.version() {
        Some(version) if version > known => return Err(Error::PacketTooNew { version, known }),
        Some(version) if version < known => return Err(Error::PacketTooOld { version, known }),
        Some(_) | None => {} // One that says none was never written by Cauce: the rest tells it.
    }
    let mut found: Vec<DifferenceView> = bag.check().into_iter().map(bag_difference).collect();
    step(progress, "Comprobando los sellos", 2, STEPS)?;
    let chain = chain_of(&bag, &mut found);
    let contents = contents_of(&bag, &mut found);
    let shown = standard_of(&bag, STANDARD_JSON, &mut found);
    let (Some(chain), Some(contents), Some(shown)) = (chain, contents, shown) else {
        return Ok((None, found));
    };
    let text = Digest::parse(&contents.standard).map(|digest| packing::edition_path(&digest));
    let text = text.and_then(|path| standard_of(&bag, &path, &mut found));
    let Some(standard) = text else {
        return Ok((None, found));
    };
    let beside = beside::of(&bag, &contents, &mut found);
    let held = Held {
        bag,
        chain,
        contents,
        standard,
        shown,
        beside,
    };
    seals(&held, &mut found);
    beside::compared(&held, &mut found);
    laid_over(&held, &mut found);
    // What differs inside is told by its file; the zip speaks for itself only where nothing does.
    if found.is_empty() {
        let mut watch = |_| flow(step(progress, "Comprobando el zip", 3, STEPS));
        if !held.bag.is_as_packed(bytes, &mut watch)? {
            found.push(told("", "digest", OTHER_ZIP));
        }
    }
    Ok((Some(held), found))
}

/// The content is right, and the zip around it is another.
const OTHER_ZIP: &str = "El contenido coincide con sus sellos, pero el zip que lo lleva no es, byte por byte, el que escribió Cauce: alguien lo volvió a comprimir o tocó sus encabezados. Pida el original, sin abrirlo por el camino";

fn newer(version: u32, known: u32) -> String {
    format!(
        "Lo armó una versión más nueva de Cauce (su forma es la {version} y aquí se conoce hasta la {known}): no se puede comprobar entero. Actualice Cauce y verifíquelo de nuevo"
    )
}

fn older(version: u32, known: u32) -> String {
    format!(
        "Lo armó una versión anterior de Cauce (su forma es la {version} y aquí se comprueba la {known}): eso no dice que esté dañado. Verifíquelo con la versión con que se armó, o pida que lo armen de nuevo con ésta"
    )
}

/// Why a file is no packet at all.
fn no_bag(error: bag::Error) -> String {
    match error {
        bag::Error::NotAZip => "El archivo no es un zip o está dañado".to_owned(),
        bag::Error::NotABag => "El zip no contiene un paquete BagIt".to_owned(),
        bag::Error::TooLarge => "El paquete se expande a más de lo que se lee".to_owned(),
        bag::Error::BadName(name) => {
            format!("El nombre «{name}» no puede estar en un paquete")
        }
        bag::Error::Doubled(name) => format!(
            "El nombre «{name}» está dos veces, quizá con otras mayúsculas: al abrirlo, un archivo taparía al otro"
        ),
        bag::Error::Link(name) => {
            format!("«{name}» es un enlace, que al abrirlo llevaría fuera del paquete")
        }
        bag::Error::NotWritten(_) | bag::Error::Stopped => "El paquete no se puede leer".to_owned(),
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
            "No dice lo que el paquete contiene, o no lo dice como lo escribe Cauce",
        ),
    }
}

fn chain_of(bag: &Bag, found: &mut Vec<DifferenceView>) -> Option<Vec<Act>> {
    chain_at(bag, CHAIN, found)
}

/// A chain of acts that stands in a file, if it is one and sound.
fn chain_at(bag: &Bag, path: &str, found: &mut Vec<DifferenceView>) -> Option<Vec<Act>> {
    let bytes = bag.files.get(path);
    let chain = bytes.and_then(|bytes| packets::chain_from_json(bytes));
    // No digest names the file itself: it is its acts, spelled the one way there is.
    let spelled = |chain: &Vec<Act>| bytes == Some(&packets::chain_json(chain));
    let chain = chain.filter(|chain| !chain.is_empty() && spelled(chain));
    let Some(chain) = chain else {
        found.push(told(
            path,
            "missing",
            "Falta la cadena de actos o no se puede leer",
        ));
        return None;
    };
    if let Err(broken) = act::verify(&chain) {
        let (act::Break::Altered { number } | act::Break::OutOfPlace { number }) = broken;
        let says = format!("La cadena de actos se rompe en el acto {number}");
        found.push(told(path, "chain", says));
        return None;
    }
    Some(chain)
}

fn contents_of(bag: &Bag, found: &mut Vec<DifferenceView>) -> Option<Contents> {
    let bytes = bag.files.get(CONTENTS).map_or(&[][..], Vec::as_slice);
    let contents = serde_json::from_slice::<Contents>(bytes).ok();
    let contents = contents.filter(|contents| Some(contents.version) == bag.version());
    if contents.is_none() {
        found.push(told(
            CONTENTS,
            "missing",
            "Falta la relación del contenido o no se puede leer",
        ));
    }
    contents
}

fn standard_of(
    bag: &Bag,
    path: &str,
    found: &mut Vec<DifferenceView>,
) -> Option<CompetenceStandard> {
    let bytes = bag.files.get(path).map_or(&[][..], Vec::as_slice);
    let standard = document::from_canonical(bytes).ok();
    let same = standard.filter(|standard| document::canonical(standard) == bytes);
    if same.is_none() {
        found.push(told(
            path,
            "missing",
            "Falta el estándar en JSON canónico o no se puede leer",
        ));
    }
    same
}

/// Whether the standard that the papers print is the text with what its acts gave, and nothing else.
fn laid_over(held: &Held, found: &mut Vec<DifferenceView>) {
    let Ok(road) = road_of(&held.chain) else {
        let says = "Los actos de la cadena no siguen el camino del expediente";
        found.push(told(CHAIN, "chain", says));
        return;
    };
    let text = &held.standard;
    if granted(&road, &held.chain, text).over(text) != held.shown {
        let says =
            "No es el texto que dejó la cadena, con el código y las fechas que dieron sus actos";
        found.push(told(STANDARD_JSON, "chain", says));
    }
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
            let name = format!("{}-{}", seal.name, held.chain.len());
            if held.bag.name != name {
                let says = format!("La carpeta del paquete debía llamarse «{name}»");
                found.push(told(&held.bag.name, "digest", says));
            }
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
        let path = packing::edition_path(&digest(&held.standard));
        found.push(told(&path, "chain", says));
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
fn papers(held: &Held, progress: &mut Progress<'_>) -> Result<Vec<DifferenceView>, Error> {
    let mut found = Vec::new();
    let in_pdf = comparable(&packets::as_printed_in_pdf(&held.shown));
    let in_word = comparable(&packets::as_printed(&held.shown));
    for (path, wanted) in [(STANDARD_PDF, in_pdf), (STANDARD_DOCX, in_word)] {
        let bytes = held.bag.files.get(path).map_or(&[][..], Vec::as_slice);
        let read = importing::read(bytes, &mut Ids::fixed(), progress);
        let says = match read {
            Ok(reading) => match first_difference("", &wanted, &comparable(&reading.standard)) {
                Some(place) if !reads_as_printed_anew(held, path, &reading, progress)? => {
                    format!("No dice lo mismo que el JSON en {place}")
                }
                _ => continue, // It says the same, as far as paper can say it.
            },
            Err(Error::Stopped) => return Err(Error::Stopped),
            Err(_) => "No se puede leer como estándar".to_owned(),
        };
        found.push(told(path, "text", says));
    }
    Ok(found)
}

/// Whether a paper reads as the same standard printed here and now does. A text that looks like the
/// form's own words («GLOSARIO» as a title) is not read back as it was typed from any paper, and its
/// author must not be taken for a forger.
fn reads_as_printed_anew(
    held: &Held,
    path: &str,
    reading: &Reading,
    progress: &mut Progress<'_>,
) -> Result<bool, Error> {
    let Some(last) = held.chain.last() else {
        return Ok(false);
    };
    step(progress, "Imprimiendo el documento para compararlo", 0, 0)?;
    let seal = serde_json::from_str::<Seal>(&last.body);
    let lines = seal.map(|seal| seal.letterhead).unwrap_or_default();
    let letterhead = Letterhead { lines };
    let day = last.on.parse().unwrap_or_default();
    let anew = match path {
        STANDARD_PDF => packets::pdf(&held.shown, &letterhead, day).map(|paper| paper.bytes),
        _ => packets::docx(&held.shown, &letterhead), // The other paper.
    };
    let Ok(bytes) = anew else {
        return Ok(false);
    };
    match importing::read(&bytes, &mut Ids::fixed(), progress) {
        Ok(anew) => Ok(comparable(&anew.standard) == comparable(&reading.standard)
            && anew.not_understood == reading.not_understood),
        Err(Error::Stopped) => Err(Error::Stopped),
        Err(_) => Ok(false), // Then it says nothing of the other.
    }
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
