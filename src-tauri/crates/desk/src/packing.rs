//! A packet: everything the next office asks for in one sealed file, or the list of what is missing.
//!
//! The same case makes the same bytes. What is in the packet is named by digest in an act at the end
//! of the case's chain, so a change to any of its files shows even where every manifest was written
//! again.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use domain::act::Act;
use domain::ec::CompetenceStandard;
use domain::ec_case::{Destination, packet_requirements};
use domain::edition::Digest;
use domain::ids::EcId;
use domain::requirement;
use domain::support_file::SupportField;
use domain::waiting::packet_lacks;
use packets::bag::{self, BagInfo, ascii_name};
use packets::{CaseSheet, DoneAct, Proof, ReportedFinding, Requirement, ReviewReport, SetAside};
use serde::{Deserialize, Serialize};
use store::{EditionKind, Order, Reader, Writer};

use crate::case_views::{act_name, met_view, unmet_view};
use crate::cases::Seen;
use crate::error::Error;
use crate::files::{self, Staged};
use crate::wire::{FindingView, MakePacket, PacketMade, PacketStanding, PacketView, ReviewView};
use crate::writing::{Deed, digest};
use crate::{Desk, Moment, Office, pages};

/// Where things stand in a packet.
pub(crate) const STANDARD_JSON: &str = "data/estandar/estandar.json";
pub(crate) const STANDARD_PDF: &str = "data/estandar/estandar.pdf";
pub(crate) const STANDARD_DOCX: &str = "data/estandar/estandar.docx";
pub(crate) const CHAIN: &str = "data/actos/cadena.json";
pub(crate) const CONTENTS: &str = "data/expediente/contenido.json";
const CASE_SHEET: &str = "data/expediente/hoja.pdf";
const REPORT_PDF: &str = "data/revision/informe.pdf";
const REPORT_JSON: &str = "data/revision/informe.json";

/// The act that seals a packet.
pub(crate) const PACKET: &str = "PACKET";

/// What a packet says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Contents {
    /// The shape of this file.
    pub(crate) version: u32,
    pub(crate) case: String,
    pub(crate) kind: String,
    pub(crate) destination: String,
    pub(crate) standard: String,
    pub(crate) rule_pack: String,
    pub(crate) evidence: Vec<ContentsFile>,
    pub(crate) editions: Vec<ContentsEdition>,
    pub(crate) support: BTreeMap<String, String>,
    /// Fixed texts that the papers print and the source lacked, by id.
    pub(crate) supplied: Vec<String>,
}

/// A file of evidence in a packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ContentsFile {
    pub(crate) file: String,
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) digest: String,
}

/// A frozen edition in a packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ContentsEdition {
    pub(crate) file: String,
    pub(crate) kind: String,
    pub(crate) act: u64,
    pub(crate) digest: String,
}

/// What the act that seals a packet says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Seal {
    pub(crate) destination: String,
    /// Every file of the packet but the chain, by digest.
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) name: String,
    /// How its papers are headed, and who made it as the bag says.
    #[serde(default)]
    pub(crate) letterhead: Vec<String>,
}

impl Desk {
    /// Assembles the packet of a case and writes it to disk, or says all that it lacks.
    pub fn make_packet(&mut self, request: MakePacket) -> Result<PacketView, Error> {
        let moment = self.office.now();
        let destination = Destination::from_code(&request.destination);
        let destination = destination.ok_or_else(|| Error::NotFound {
            what: "un destino de paquete llamado",
            name: request.destination.clone(),
        })?;
        // The file has its name only once the act is written down: whatever happens in between, no
        // packet goes about that its case does not know, and made again it has the same bytes.
        let (view, staged) = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let made = self.office.assemble(writer, &moment, id, destination)?;
            let folder = Path::new(&request.dir);
            std::fs::create_dir_all(folder).map_err(|error| Error::file(folder, error))?;
            let path = folder.join(format!("{}.zip", made.name));
            let staged = stage(&path, &made.bytes)?;
            let view = PacketView {
                path: path.display().to_string(),
                digest: Digest::of(&made.bytes).to_string(),
                size: u32::try_from(made.bytes.len()).unwrap_or(u32::MAX),
                files: made.files,
                supplied: pages::supplied(&writer.standard(id)?),
            };
            Ok::<_, Error>((view, staged))
        })?;
        if let Some(staged) = staged {
            staged.place(false)?;
        }
        Ok(view)
    }
}

/// Writes the packet beside its place; nothing to write where the same packet is there already.
fn stage(path: &Path, bytes: &[u8]) -> Result<Option<Staged>, Error> {
    if !path.exists() {
        return Staged::beside(path, bytes).map(Some);
    }
    match std::fs::read(path) {
        Ok(there) if there == bytes => Ok(None),
        _ => Err(Error::FileExists {
            name: files::name(path),
        }),
    }
}

struct Made {
    name: String,
    bytes: Vec<u8>,
    files: Vec<String>,
}

impl Office {
    /// What each packet of a case still lacks, and those made so far.
    pub(crate) fn packet_standings(
        &self,
        _reader: &Reader<'_>,
        seen: &Seen<'_>,
    ) -> Result<Vec<PacketStanding>, Error> {
        let moment = self.now();
        let standings = Destination::ALL.iter().filter_map(|destination| {
            let lacks = packet_lacks(&seen.case, *destination, &seen.scene())?;
            let made = seen.deeds.iter().rev().filter(|act| act.act == PACKET);
            let made = made.filter_map(|act| {
                let seal: Seal = serde_json::from_str(&act.body).ok()?;
                (seal.destination == destination.code()).then(|| PacketMade {
                    at: moment.said(&act.at),
                    by: act.by.clone(),
                    name: format!("{}-{}.zip", seal.name, act.number),
                    digest: act.digest.to_string(),
                })
            });
            Some(PacketStanding {
                destination: destination.code().to_owned(),
                ready: lacks.is_empty(),
                made: made.collect(),
                unmet: lacks.iter().map(unmet_view).collect(),
            })
        });
        Ok(standings.collect())
    }

    fn assemble(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        destination: Destination,
    ) -> Result<Made, Error> {
        let seen = self.seen(writer, id)?;
        let lacks = packet_lacks(&seen.case, destination, &seen.scene());
        let lacks = lacks.ok_or_else(|| Error::Refused {
            act: PACKET.to_owned(),
            reason: format!(
                "El paquete para {} todavía no se arma con Cauce.",
                addressee(destination)
            ),
            unmet: Vec::new(),
        })?;
        if !lacks.is_empty() {
            return Err(Error::Refused {
                act: PACKET.to_owned(),
                reason: format!(
                    "Faltan {} requisitos para el paquete de {}.",
                    lacks.len(),
                    addressee(destination)
                ),
                unmet: lacks.iter().map(unmet_view).collect(),
            });
        }
        let standard = writer.standard(id)?;
        let mut payload = self.payload(writer, &seen, &standard, destination)?;
        let name = format!("{}-{}", slug(&standard, id), destination.code());
        let act = self.seal_packet(writer, moment, &seen, destination, &name, &payload)?;
        let chain = writer.acts(&id.to_string())?;
        payload.insert(CHAIN.to_owned(), packets::chain_json(&chain));
        let letterhead = self.letterhead(writer)?.lines;
        let info = info(&act, destination, &standard.title, &letterhead);
        let name = format!("{name}-{}", act.number);
        let bytes = bag::pack(&name, &info, &payload)?;
        let files = payload.into_keys().collect();
        Ok(Made { name, bytes, files })
    }

    /// The act that names every file of the packet; the one before, if nothing has changed since.
    fn seal_packet(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        seen: &Seen<'_>,
        destination: Destination,
        name: &str,
        payload: &BTreeMap<String, Vec<u8>>,
    ) -> Result<Act, Error> {
        let chain = seen.id.to_string();
        let digests = payload.iter();
        let seal = Seal {
            destination: destination.code().to_owned(),
            files: digests
                .map(|(path, bytes)| (path.clone(), Digest::of(bytes).to_string()))
                .collect(),
            name: name.to_owned(),
            letterhead: self.letterhead(writer)?.lines,
        };
        let body = serde_json::to_string(&seal)
            .expect("a seal is plain data, which always has a JSON form");
        if let Some(last) = writer.last_act(&chain)?
            && last.act == PACKET
            && last.body == body
        {
            return Ok(last);
        }
        let standard = digest(&writer.standard(seen.id)?);
        let deed = Deed {
            act: PACKET,
            subject: Some(standard),
            result: Some(standard),
            body,
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &chain, deed)?;
        self.seal_head(writer, moment, &act)?;
        Ok(act)
    }

    /// Every file of the packet but the chain.
    fn payload(
        &self,
        reader: &Reader<'_>,
        seen: &Seen<'_>,
        standard: &CompetenceStandard,
        destination: Destination,
    ) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        let letterhead = self.letterhead(reader)?;
        let day = last_day(seen);
        let mut payload = BTreeMap::new();
        let mut put = |path: &str, bytes: Vec<u8>| payload.insert(path.to_owned(), bytes);
        put(STANDARD_JSON, packets::document::canonical(standard));
        put(
            STANDARD_PDF,
            packets::pdf(standard, &letterhead, day)?.bytes,
        );
        put(STANDARD_DOCX, packets::docx(standard, &letterhead)?);
        let sheet = case_sheet(reader, seen, standard, destination, day)?;
        put(CASE_SHEET, packets::case_sheet(&sheet, &letterhead)?.bytes);
        let review = self.review(reader, Some(seen.id), standard, seen.pack)?;
        let report = report(standard, seen, &review.findings, day);
        put(
            REPORT_PDF,
            packets::review_report(&report, &letterhead)?.bytes,
        );
        let review = ReviewView {
            standard: seen.id.to_string(),
            rule_pack: seen.pack.id.clone(),
            checked_at: day.to_string(),
            findings: review.findings,
        };
        put(REPORT_JSON, pretty(&review));
        let mut contents = Contents {
            version: 1,
            case: seen.id.to_string(),
            kind: "EC_PROJECT".to_owned(),
            destination: destination.code().to_owned(),
            standard: digest(standard).to_string(),
            rule_pack: seen.pack.id.clone(),
            evidence: Vec::new(),
            editions: Vec::new(),
            support: SupportField::ALL
                .iter()
                .map(|field| (field.code().to_owned(), seen.facts.support.get(*field)))
                .collect(),
            supplied: packets::supplied(standard)
                .iter()
                .map(|s| s.id.to_owned())
                .collect(),
        };
        for (at, digest) in evidence_of(seen).into_iter().enumerate() {
            let kept = reader.evidence(&digest)?;
            let path = format!("data/evidencia/{:03}-{}", at + 1, ascii_name(&kept.name));
            contents.evidence.push(ContentsFile {
                file: path.clone(),
                name: kept.name,
                media_type: kept.media_type,
                digest: digest.to_string(),
            });
            put(&path, reader.evidence_bytes(&digest)?);
        }
        for edition in reader.editions(seen.id)? {
            if edition.kind != EditionKind::Standard {
                continue;
            }
            let path = format!("data/ediciones/{}.json", edition.digest.hex());
            contents.editions.push(ContentsEdition {
                file: path.clone(),
                kind: edition.kind.code().to_owned(),
                act: edition.act,
                digest: edition.digest.to_string(),
            });
            put(&path, reader.edition(&edition.digest)?);
        }
        put(CONTENTS, pretty(&contents));
        Ok(payload)
    }
}

/// What a packet's bag says of itself: nothing that its last act does not.
pub(crate) fn info(
    last: &Act,
    destination: Destination,
    title: &str,
    letterhead: &[String],
) -> BagInfo {
    BagInfo {
        date: last.on.clone(),
        description: format!("Paquete para {}: {title}", addressee(destination)),
        identifier: last.chain.clone(),
        organization: letterhead.join(", "),
    }
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).expect("a view is plain data, which always has a JSON form")
}

/// The digests of the files that acts attached, in the order they came, each once.
fn evidence_of(seen: &Seen<'_>) -> Vec<Digest> {
    let mut all = Vec::new();
    for proof in seen.deeds.iter().flat_map(|act| &act.evidence) {
        if !all.contains(&proof.file) {
            all.push(proof.file);
        }
    }
    all
}

/// The day of the last thing done before any packet of it: a packet made again is the same.
fn last_day(seen: &Seen<'_>) -> NaiveDate {
    let mut done = seen.deeds.iter().rev().filter(|act| act.act != PACKET);
    let day = done.next().and_then(|act| act.on.parse().ok());
    day.unwrap_or(seen.today)
}

fn slug(standard: &CompetenceStandard, id: EcId) -> String {
    let named = match standard.known_code() {
        "" => &standard.title,
        code => code,
    };
    // A point would be taken for the start of an extension.
    let slug = ascii_name(&named.replace('.', "_"));
    match slug.as_str() {
        "archivo" => id.to_string(),
        _ => slug.chars().take(40).collect(),
    }
}

pub(crate) fn addressee(destination: Destination) -> &'static str {
    match destination {
        Destination::Covacec => "COVACEC",
        Destination::TechnicalCommittee => "el Comité Técnico",
        Destination::Dof => "el DOF",
        Destination::Renec => "el RENEC",
    }
}

fn case_sheet(
    reader: &Reader<'_>,
    seen: &Seen<'_>,
    standard: &CompetenceStandard,
    destination: Destination,
    day: NaiveDate,
) -> Result<CaseSheet, Error> {
    let needs = packet_requirements(destination).unwrap_or_default();
    let requirements = needs.iter().map(|id| {
        let met = met_view(reader, seen, id)?;
        let attached = seen.deeds.iter().rev();
        let attached = attached.filter(|act| act.evidence.iter().any(|p| p.requirement == *id));
        let act = attached.map(Some).next().flatten();
        let last = seen.deeds.iter().rev().find(|act| act.act != PACKET);
        let who = act.or(last);
        Ok(Requirement {
            id: (*id).to_owned(),
            says: requirement::find(id).map_or("", |it| it.asks).to_owned(),
            basis: met.basis,
            proofs: vec![Proof {
                what: match &met.file {
                    Some(file) => file.name.clone(),
                    None => met.proof,
                },
                digest: met.file.map(|file| file.digest),
                by: who.map(|act| act.by.clone()).unwrap_or_default(),
                on: who.and_then(|act| act.on.parse().ok()).unwrap_or(day),
            }],
        })
    });
    let acts = seen
        .deeds
        .iter()
        .filter(|act| act.act != PACKET)
        .map(|act| DoneAct {
            number: u32::try_from(act.number).unwrap_or(u32::MAX),
            says: act_name(&act.act),
            by: act.by.clone(),
            on: act.on.parse().unwrap_or(day),
            digest: act.digest.to_string(),
        });
    Ok(CaseSheet {
        code: standard.known_code().to_owned(),
        title: standard.title.clone(),
        case: seen.id.to_string(),
        stage: seen.case.state().says().to_owned(),
        addressee: addressee(destination).to_owned(),
        rule_pack: seen.pack.id.clone(),
        edition: digest(standard).to_string(),
        day,
        acts: acts.collect(),
        requirements: requirements.collect::<Result<_, Error>>()?,
    })
}

fn report(
    standard: &CompetenceStandard,
    seen: &Seen<'_>,
    findings: &[FindingView],
    day: NaiveDate,
) -> ReviewReport {
    let findings = findings.iter().map(|finding| ReportedFinding {
        rule: finding.rule.clone(),
        severity: match finding.severity.as_str() {
            "error" => "error",
            "warning" => "aviso",
            _ => "consejo", // There are three.
        }
        .to_owned(),
        place: finding.label.clone(),
        text: finding.text.clone(),
        message: finding.message.clone(),
        suggestion: finding.suggestion.clone(),
        basis: finding.basis.clone(),
        set_aside: finding.set_aside.as_ref().map(|aside| SetAside {
            by: aside.by.clone(),
            on: aside.on.parse().unwrap_or(day),
            reason: aside.reason.clone(),
            false_alarm: aside.kind == "FALSE_ALARM",
        }),
    });
    ReviewReport {
        code: standard.known_code().to_owned(),
        title: standard.title.clone(),
        edition: digest(standard).to_string(),
        rule_pack: seen.pack.id.clone(),
        day,
        findings: findings.collect(),
    }
}

/// The acts of a case, for whoever compares two of them.
pub(crate) fn acts_of(reader: &Reader<'_>, id: &str) -> Result<Vec<Act>, Error> {
    Ok(reader.acts_page(id, 0, usize::MAX, Order::OldestFirst)?)
}
