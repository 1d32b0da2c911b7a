//! A packet: everything the next office asks for in one sealed file, or the list of what is missing.
//!
//! The same case makes the same bytes. What is in the packet is named by digest in an act at the end
//! of the case's chain, so a change to any of its files shows even where every manifest was written
//! again. Here it is begun and finished; in between it is made, with the desk let go ([`making`]).

pub(crate) mod beside;
mod making;
mod sheet;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use domain::act::Act;
use domain::ec::CompetenceStandard;
use domain::ec_case::Destination;
use domain::edition::Digest;
use domain::ids::EcId;
use domain::iec::copies::Copy;
use domain::support_file::SupportField;
use packets::IecPaper;
use packets::bag::{self, BagInfo, ascii_name};
use packets::document::canonical;
use serde::{Deserialize, Serialize};
use store::{EditionKind, Order, Reader};

use crate::case_views::unmet_view;
use crate::cases::Seen;
use crate::error::Error;
use crate::proofs::{Attachment, attachments};
use crate::wire::{MakePacket, PacketMade, PacketStanding, PacketView, ReviewView};
use crate::writing::{Deed, digest};
use crate::{Desk, Moment, Office};

use sheet::{case_sheet, report};

pub use making::{Packed, Packing};

/// Where things stand in a packet.
pub(crate) const STANDARD_JSON: &str = "data/estandar/estandar.json";
pub(crate) const STANDARD_PDF: &str = "data/estandar/estandar.pdf";
pub(crate) const STANDARD_DOCX: &str = "data/estandar/estandar.docx";
/// The instrument, all but its key: for whoever approves it.
pub(crate) const INSTRUMENT_JSON: &str = "data/instrumento/instrumento.json";
pub(crate) const INSTRUMENT_PDF: &str = "data/instrumento/instrumento.pdf";
pub(crate) const INSTRUMENT_DOCX: &str = "data/instrumento/instrumento.docx";
pub(crate) const MATRIX_PDF: &str = "data/instrumento/matriz.pdf";
pub(crate) const CHAIN: &str = "data/actos/cadena.json";
pub(crate) const CONTENTS: &str = "data/expediente/contenido.json";

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
    /// Takes all that the packet of a case is made of, as it stands now, or says all that it lacks.
    pub fn begin_packet(&mut self, request: MakePacket) -> Result<Packing, Error> {
        let moment = self.office.now();
        let destination = Destination::from_code(&request.destination);
        let destination = destination.ok_or_else(|| Error::NotFound {
            what: "un destino de paquete llamado",
            name: request.destination.clone(),
        })?;
        // A workspace that cannot be written in says so before anything is printed.
        self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let id = self.office.find(writer, &request.id)?;
            let dir = PathBuf::from(request.dir);
            self.office.pack_up(writer, &moment, id, destination, dir)
        })
    }

    /// Writes down that a packet was made and gives the file its name, or throws it away where the
    /// case has changed since it was begun.
    pub fn finish_packet(&mut self, packed: Packed) -> Result<PacketView, Error> {
        let moment = self.office.now();
        let act = &packed.act;
        // The file has its name only once the act is written down: whatever happens in between, no
        // packet goes about that its case does not know, and made again it has the same bytes.
        self.store.write(|writer| {
            let last = writer.last_act(&act.chain)?.map(|last| last.digest);
            let Some(draft) = packed.draft else {
                // It was made before: its act is there already, and must still be the last.
                return match last == Some(act.digest) {
                    true => Ok(()),
                    false => Err(Error::CaseChanged),
                };
            };
            if last != act.previous {
                return Err(Error::CaseChanged);
            }
            let sealed = writer.append_act(&act.chain, draft)?;
            if sealed != *act {
                return Err(Error::Store(store::Error::Corrupt { what: "act" }));
            }
            self.office.seal_head(writer, &moment, &sealed)
        })?;
        if let Some(staged) = packed.staged {
            staged.place()?;
        }
        Ok(packed.view)
    }
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
            let lacks = seen.case.packet_lacks(*destination, &seen.scene())?;
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

    /// Everything the packet of a case is made of, or all that the case lacks for it.
    fn pack_up(
        &self,
        reader: &Reader<'_>,
        moment: &Moment,
        id: EcId,
        destination: Destination,
        dir: PathBuf,
    ) -> Result<Packing, Error> {
        let seen = self.seen(reader, id)?;
        let lacks = seen.case.packet_lacks(destination, &seen.scene());
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
                    "{} para el paquete de {}.",
                    crate::spanish::lacking(lacks.len()),
                    addressee(destination)
                ),
                unmet: lacks.iter().map(unmet_view).collect(),
            });
        }
        let standard = reader.standard(id)?;
        let granted = seen.granted(&standard);
        let called = granted.calls(&standard);
        let shown = granted.over(&standard);
        let day = day_of(&seen.deeds).unwrap_or(seen.today);
        let chain = reader.acts(&id.to_string())?;
        let sheet = case_sheet(reader, &seen, &chain, &standard, (destination, day))?;
        let findings = self
            .review(reader, Some(id), &standard, seen.pack)?
            .findings;
        let report = report(&standard, &seen, &findings, day);
        let review = ReviewView {
            standard: id.to_string(),
            rule_pack: seen.pack.id.clone(),
            checked_at: day.to_string(),
            findings,
        };
        let (contents, mut kept) = contents(reader, &seen, &standard, destination)?;
        let instrument = reader.instrument(id)?;
        let beside = beside::beside(reader, id, &standard, instrument.as_ref())?;
        kept.extend(beside.kept);
        let map = beside
            .map
            .map(|(map, acts)| beside::map_paper(&map, &acts, (id, &shown), day));
        let digest = Some(digest(&standard));
        let deed = Deed {
            act: PACKET,
            subject: digest,
            result: digest,
            ..Deed::default()
        };
        let name = id.to_string();
        let instrument = instrument.map(|instrument| IecPaper {
            standard: shown.clone(),
            instrument,
            copy: Copy::Shown,
            form: seen.pack.iec_form.clone(),
            pictures: Vec::new(), // Its annexes are not in the packet either.
            taken: taken(destination, day),
        });
        Ok(Packing {
            dir,
            instrument,
            destination,
            name: format!("{}-{}", slug(&called, &standard, id), destination.code()),
            letterhead: self.letterhead(reader)?,
            day,
            sheet,
            report,
            review,
            contents,
            beside: beside.contents,
            map,
            kept,
            draft: self.draft(reader, moment, &name, deed),
            chain,
            shown,
        })
    }
}

/// What the packet says of itself, with its evidence named and not yet gathered; and the editions.
fn contents(
    reader: &Reader<'_>,
    seen: &Seen<'_>,
    standard: &CompetenceStandard,
    destination: Destination,
) -> Result<(Contents, BTreeMap<String, Vec<u8>>), Error> {
    let mut contents = Contents {
        version: bag::VERSION,
        case: seen.id.to_string(),
        kind: seen.case.track().kind().code().to_owned(),
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
    for (at, one) in evidence_of(seen).into_iter().enumerate() {
        let name = one.name(reader)?;
        contents.evidence.push(ContentsFile {
            file: format!("data/evidencia/{:03}-{}", at + 1, ascii_name(&name)),
            name,
            media_type: reader.evidence(&one.file)?.media_type,
            digest: one.file.to_string(),
        });
    }
    // The text itself, whether an act froze it or not: what is shown of it is laid over it.
    let mut editions = BTreeMap::from([(edition_path(&digest(standard)), canonical(standard))]);
    for edition in reader.editions(seen.id)? {
        if edition.kind != EditionKind::Standard {
            continue;
        }
        let path = edition_path(&edition.digest);
        contents.editions.push(ContentsEdition {
            file: path.clone(),
            kind: edition.kind.code().to_owned(),
            act: edition.act,
            digest: edition.digest.to_string(),
        });
        editions.insert(path, reader.edition(&edition.digest)?);
    }
    Ok((contents, editions))
}

/// Where a frozen edition stands in a packet.
pub(crate) fn edition_path(digest: &Digest) -> String {
    format!("data/ediciones/{}.json", digest.hex())
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

/// The files that acts attached, in the order they came, each content once: those that were
/// withdrawn too, for the acts of the chain name them.
fn evidence_of<'a>(seen: &'a Seen<'_>) -> Vec<Attachment<'a>> {
    let mut all: Vec<Attachment<'_>> = Vec::new();
    for one in attachments(&seen.deeds) {
        if all.iter().all(|before| before.file != one.file) {
            all.push(one);
        }
    }
    all
}

/// What a packet is called: as its papers call the case, or by its title where that says nothing.
fn slug(called: &str, standard: &CompetenceStandard, id: EcId) -> String {
    let named = match standard.known_code() {
        "" if called.contains(' ') => &standard.title,
        _ => called,
    };
    // A point would be taken for the start of an extension.
    let slug = ascii_name(&named.replace('.', "_"));
    match slug.as_str() {
        "archivo" => id.to_string(),
        _ => slug.chars().take(40).collect(),
    }
}

/// Who the papers of a packet say took them out, and when.
pub(crate) fn taken(destination: Destination, day: NaiveDate) -> (String, NaiveDate) {
    (format!("Paquete para {}", addressee(destination)), day)
}

/// The day that the papers of a packet bear: that of the last thing done before any packet of it, so
/// that a packet made again is the same.
pub(crate) fn day_of(chain: &[Act]) -> Option<NaiveDate> {
    let edits = |act: &&Act| matches!(act.act.as_str(), "EDIT" | "UNDO" | "REDO");
    let mut done = chain.iter().rev();
    let done = done.find(|act| !edits(act) && act.act != PACKET);
    done.and_then(|act| act.on.parse().ok())
}

pub(crate) fn addressee(destination: Destination) -> &'static str {
    match destination {
        Destination::Covacec => "COVACEC",
        Destination::TechnicalCommittee => "el Comité Técnico",
        Destination::Dof => "el DOF",
        Destination::Renec => "el RENEC",
    }
}

/// The acts of a case, for whoever compares two of them.
pub(crate) fn acts_of(reader: &Reader<'_>, id: &str) -> Result<Vec<Act>, Error> {
    Ok(reader.acts_page(id, 0, usize::MAX, Order::OldestFirst)?)
}
