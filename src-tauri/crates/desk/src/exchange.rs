//! A packet that comes in: distrusted until verified, and never merged in silence.

use std::path::PathBuf;

use domain::act::Act;
use domain::edition::Digest;
use domain::ids::EcId;
use domain::support_file::{SupportField, SupportFile};
use serde_json::Value;
use store::{EditionKind, Offered, SUPPORT_ACT, SetAside, SetAsideKind, Withdrawal, Writer};

use crate::error::Error;
use crate::journal::Entry;
use crate::verifying::{Held, look};
use crate::wire::{AtPath, DifferenceView, ImportedPacket};
use crate::work::{Progress, Work, step};
use crate::writing::digest;
use crate::{Desk, Office, history};

/// A packet to take in.
pub struct Taking {
    path: PathBuf,
}

/// A packet that was found sound, and the case it carries.
pub struct Sound {
    id: EcId,
    held: Held,
}

impl Work for Taking {
    type Done = Sound;

    fn run(self, progress: &mut Progress<'_>) -> Result<Sound, Error> {
        let (held, found) = look(&self.path, progress)?;
        let held = match held {
            Some(held) if found.is_empty() => held,
            _ => return Err(unsound(&found)), // It is not whole, or not what it says.
        };
        let id: EcId =
            held.contents.case.parse().map_err(|_| {
                Error::Unsound("el identificador del caso no se puede leer".to_owned())
            })?;
        if held.chain[0].chain != id.to_string() {
            return Err(Error::Unsound("la cadena es de otro caso".to_owned()));
        }
        step(progress, "Comparando con lo que hay aquí", 0, 0)?;
        Ok(Sound { id, held })
    }
}

impl Desk {
    /// Begins to take a packet in.
    pub fn begin_taking(&mut self, request: AtPath) -> Result<Taking, Error> {
        // A workspace that cannot be written in says so before anything is read.
        self.store.write(|_| Ok::<_, Error>(()))?;
        Ok(Taking {
            path: PathBuf::from(request.path),
        })
    }

    /// Takes the case of a packet into this workspace, with its ids and its chain. A case that is
    /// here already goes on where both agree; where they part, both are shown and nothing changes.
    pub fn finish_taking(&mut self, sound: Sound) -> Result<ImportedPacket, Error> {
        let moment = self.office.now();
        let Sound { id, held } = sound;
        let chain = id.to_string();
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
            let said = |acts: &[Act]| {
                let views = acts.iter().map(|act| history::view(act, &moment));
                views.collect()
            };
            let told = ImportedPacket {
                id: chain.clone(),
                title: held.standard.title.clone(),
                outcome: outcome.to_owned(),
                common: u32::try_from(common).unwrap_or(u32::MAX),
                ours: said(&ours[common..]),
                theirs: said(&held.chain[common..]),
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

/// Why a packet is not taken.
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
