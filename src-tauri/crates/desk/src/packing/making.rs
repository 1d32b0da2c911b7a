//! The packet while it is made: printed, packed and written beside its place, with the desk let go.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use domain::act::{Act, Draft};
use domain::ec::CompetenceStandard;
use domain::ec_case::Destination;
use domain::edition::Digest;
use packets::bag;
use packets::{CaseSheet, IecPaper, Letterhead, MapPaper, ReviewReport};
use serde::Serialize;

use super::beside::{BESIDE, BesideContents, MAP_DOCX, MAP_PDF};
use super::{CHAIN, CONTENTS, Contents, PACKET, Seal};
use super::{INSTRUMENT_DOCX, INSTRUMENT_JSON, INSTRUMENT_PDF, MATRIX_PDF};
use super::{STANDARD_DOCX, STANDARD_JSON, STANDARD_PDF, info};
use crate::error::Error;
use crate::files::{self, Staged};
use crate::wire::{PacketView, ReviewView};
use crate::work::{Progress, Work, flow, step};
use crate::{Desk, pages};

const CASE_SHEET: &str = "data/expediente/hoja.pdf";
const REPORT_PDF: &str = "data/revision/informe.pdf";
const REPORT_JSON: &str = "data/revision/informe.json";

/// How many papers are printed, and how many files of the bag come beside the evidence and the
/// editions: those papers, four JSON, the chain and four tags.
const PAPERS: usize = 4;
const OTHER_FILES: usize = PAPERS + 4 + 1 + 4;
/// How many files its instrument adds: it as data, as PDF and as Word, and its matrix.
const INSTRUMENT_FILES: usize = 4;
/// How many papers its map adds.
const MAP_PAPERS: usize = 2;

/// Everything a packet is made of, as it stood at one moment.
pub struct Packing {
    pub(super) dir: PathBuf,
    pub(super) destination: Destination,
    /// What the packet is called, less the number of its act.
    pub(super) name: String,
    pub(super) letterhead: Letterhead,
    /// The day its papers bear.
    pub(super) day: NaiveDate,
    pub(super) sheet: CaseSheet,
    pub(super) report: ReviewReport,
    pub(super) review: ReviewView,
    pub(super) contents: Contents,
    /// The files that go in as they are: the editions, and the evidence gathered so far.
    pub(super) kept: BTreeMap<String, Vec<u8>>,
    pub(super) chain: Vec<Act>,
    /// The act that seals it, less what it says of the files; or why none can be written now.
    pub(super) draft: Result<Draft, Error>,
    /// The standard as its papers say it.
    pub(super) shown: CompetenceStandard,
    /// Its instrument, where it was begun.
    pub(super) instrument: Option<IecPaper>,
    /// The map it comes from, where it comes from one.
    pub(super) map: Option<MapPaper>,
    /// What goes beside the case.
    pub(super) beside: BesideContents,
}

/// A packet that waits for its act to be written down, and then for its name.
pub struct Packed {
    pub(super) act: Act,
    /// Nothing where the act is written down already.
    pub(super) draft: Option<Draft>,
    /// Nothing where the same packet is there already.
    pub(super) staged: Option<Staged>,
    pub(super) view: PacketView,
}

impl Work for Packing {
    type Done = Packed;

    /// Evidence may be large: a file at a time, and whoever saves meanwhile is let in between.
    fn gather(&mut self, desk: &mut Desk, progress: &mut Progress<'_>) -> Result<bool, Error> {
        let files = self.contents.evidence.iter().chain(&self.beside.files);
        let of = self.contents.evidence.len() + self.beside.files.len();
        let mut files = files.enumerate();
        let next = files.find(|(_, file)| !self.kept.contains_key(&file.file));
        let Some((at, file)) = next else {
            return Ok(false);
        };
        let says = format!("Reuniendo el archivo {} de {of}", at + 1);
        step(progress, says, at, of)?;
        let digest = Digest::parse(&file.digest);
        let digest = digest.ok_or(store::Error::Corrupt { what: "evidence" })?;
        let bytes = desk.store.read(|reader| reader.evidence_bytes(&digest))?;
        self.kept.insert(file.file.clone(), bytes);
        Ok(true)
    }

    fn run(mut self, progress: &mut Progress<'_>) -> Result<Packed, Error> {
        let instrument = match self.instrument {
            Some(_) => INSTRUMENT_FILES,
            None => 0,
        };
        let map = match self.map {
            Some(_) => MAP_PAPERS,
            None => 0,
        };
        let of = PAPERS + self.kept.len() + OTHER_FILES + instrument + map;
        let mut payload = std::mem::take(&mut self.kept);
        self.papers(&mut payload, progress, of)?;
        let body = self.body(&payload, progress, of)?;
        let supplied = pages::supplied(&self.shown);
        let mut chain = self.chain;
        let made = chain.last().filter(|last| last.act == PACKET);
        let (act, draft) = match made.filter(|last| last.body == body) {
            // Nothing has changed since it was made before: it is that packet again.
            Some(last) => (last.clone(), None),
            None => {
                let draft = Draft {
                    body,
                    ..self.draft?
                };
                let act = Act::seal(&self.contents.case, chain.last(), draft.clone());
                chain.push(act.clone());
                (act, Some(draft))
            }
        };
        payload.insert(CHAIN.to_owned(), packets::chain_json(&chain));
        let title = &self.shown.title;
        let info = info(&act, self.destination, title, &self.letterhead.lines);
        let name = format!("{}-{}", self.name, act.number);
        let bytes = bag::pack(&name, &info, &payload, &mut |done| {
            let files = of - PAPERS;
            let says = format!("Guardando {} de {files} archivos", done + 1);
            flow(step(progress, says, PAPERS + done, of))
        })?;
        // Not before: what is stopped leaves no folder either.
        std::fs::create_dir_all(&self.dir).map_err(|error| Error::file(&self.dir, error))?;
        let path = self.dir.join(format!("{name}.zip"));
        let staged = stage(&path, &bytes, progress, of)?;
        step(progress, "Anotándolo en el expediente", of, of)?;
        Ok(Packed {
            act,
            draft,
            staged,
            view: PacketView {
                path: path.display().to_string(),
                digest: Digest::of(&bytes).to_string(),
                size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
                files: payload.into_keys().collect(),
                supplied,
            },
        })
    }
}

impl Packing {
    /// Puts in every file that is made here, but the chain.
    fn papers(
        &self,
        payload: &mut BTreeMap<String, Vec<u8>>,
        progress: &mut Progress<'_>,
        of: usize,
    ) -> Result<(), Error> {
        let (standard, letterhead) = (&self.shown, &self.letterhead);
        let mut put = |path: &str, bytes: Vec<u8>| payload.insert(path.to_owned(), bytes);
        put(STANDARD_JSON, packets::document::canonical(standard));
        put(REPORT_JSON, pretty(&self.review));
        put(CONTENTS, pretty(&self.contents));
        put(BESIDE, pretty(&self.beside));
        step(progress, "Imprimiendo el PDF del estándar", 0, of)?;
        let paper = packets::pdf(standard, letterhead, self.day)?;
        put(STANDARD_PDF, paper.bytes);
        step(progress, "Escribiendo el documento de Word", 1, of)?;
        put(STANDARD_DOCX, packets::docx(standard, letterhead)?);
        step(progress, "Imprimiendo la hoja del expediente", 2, of)?;
        let paper = packets::case_sheet(&self.sheet, letterhead)?;
        put(CASE_SHEET, paper.bytes);
        step(progress, "Imprimiendo el informe de revisión", 3, of)?;
        let paper = packets::review_report(&self.report, letterhead)?;
        put(REPORT_PDF, paper.bytes);
        if let Some(map) = &self.map {
            step(progress, "Dibujando el mapa funcional", 4, of)?;
            put(MAP_PDF, packets::map_pdf(map, letterhead)?.bytes);
            put(MAP_DOCX, packets::map_docx(map, letterhead)?);
        }
        let Some(instrument) = &self.instrument else {
            return Ok(());
        };
        step(progress, "Imprimiendo el instrumento", 4, of)?;
        // What goes out of it has no key, as data no more than on paper.
        let shown = instrument.instrument.without_key();
        put(INSTRUMENT_JSON, packets::iec_document::canonical(&shown));
        put(
            INSTRUMENT_PDF,
            packets::iec_pdf(instrument, letterhead)?.bytes,
        );
        put(INSTRUMENT_DOCX, packets::iec_docx(instrument, letterhead)?);
        let matrix = packets::matrix_pdf(standard, &shown, letterhead, self.day)?;
        put(MATRIX_PDF, matrix.bytes);
        Ok(())
    }

    /// What the act that seals the packet says: every file of it, by digest.
    fn body(
        &self,
        payload: &BTreeMap<String, Vec<u8>>,
        progress: &mut Progress<'_>,
        of: usize,
    ) -> Result<String, Error> {
        let mut files = BTreeMap::new();
        for (path, bytes) in payload {
            step(progress, "Sellando los archivos", PAPERS, of)?;
            files.insert(path.clone(), Digest::of(bytes).to_string());
        }
        let seal = Seal {
            destination: self.destination.code().to_owned(),
            files,
            name: self.name.clone(),
            letterhead: self.letterhead.lines.clone(),
        };
        let body = serde_json::to_string(&seal);
        Ok(body.expect("a seal is plain data, which always has a JSON form"))
    }
}

/// Writes the packet beside its place; nothing to write where the same packet is there already.
fn stage(
    path: &Path,
    bytes: &[u8],
    progress: &mut Progress<'_>,
    of: usize,
) -> Result<Option<Staged>, Error> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if files::read(path, size).is_ok_and(|there| there == bytes) {
        return Ok(None);
    }
    let piece = || step(progress, "Escribiendo el paquete en el disco", of, of);
    Staged::beside(path, bytes, false, piece).map(Some)
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).expect("a view is plain data, which always has a JSON form")
}
