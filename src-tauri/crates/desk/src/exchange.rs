//! A packet that comes in: distrusted until verified, and never merged in silence.

use std::collections::BTreeMap;
use std::path::Path;

use domain::act::Act;
use domain::edition::Digest;
use domain::ids::EcId;
use domain::support_file::{SupportField, SupportFile};
use serde_json::Value;
use store::{EditionKind, Offered, SUPPORT_ACT, SetAside, SetAsideKind, Withdrawal, Writer};

use crate::bringing::{Brought, Count, SMALL, bring, give_up};
use crate::error::Error;
use crate::journal::Entry;
use crate::packing::ContentsFile;
use crate::verifying::{Held, look};
use crate::wire::{DifferenceView, ImportedPacket, TakePacket};
use crate::work::{Progress, Visit, Work, step};
use crate::writing::digest;
use crate::{Desk, Office, history};

mod beside;

/// A packet to take in.
pub struct Taking {
    asked: TakePacket,
}

/// A packet that was found sound, and the case it carries.
pub struct Sound {
    id: EcId,
    held: Held,
    /// It is only to be seen: nothing is written.
    dry: bool,
    /// The large files that are in the workspace ahead of their case, by their place in the packet.
    brought: BTreeMap<String, Brought>,
}

impl Work for Taking {
    type Done = Sound;

    fn run(self, progress: &mut Progress<'_>) -> Result<Sound, Error> {
        let (held, found) = look(Path::new(&self.asked.path), progress)?;
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
        Ok(Sound {
            id,
            held,
            dry: self.asked.dry,
            brought: BTreeMap::new(),
        })
    }

    fn bring(
        sound: &mut Sound,
        visit: &mut Visit<'_>,
        progress: &mut Progress<'_>,
    ) -> Result<(), Error> {
        if sound.dry {
            return Ok(()); // Nothing is taken in: what would come of it is rehearsed.
        }
        let mut wanted = false;
        visit(&mut |desk| {
            let chain = sound.id.to_string();
            let ours = desk
                .store
                .read(|reader| crate::packing::acts_of(reader, &chain))?;
            wanted = goes_with(compared(&ours, &sound.held.chain).1);
            Ok(())
        })?;
        if !wanted {
            return Ok(());
        }
        let Sound { held, brought, .. } = sound;
        let size = |file: &ContentsFile| held.bag.files[&file.file].len() as u64;
        let files = held.files();
        let large: Vec<_> = files.filter(|file| size(file) > SMALL).collect();
        let of = large.iter().map(|file| size(file)).sum();
        let mut count = Count { done: 0, of };
        let all = || {
            for file in large {
                let digest = Digest::parse(&file.digest);
                let digest = digest.ok_or(store::Error::Corrupt { what: "evidence" })?;
                let mut bytes = held.bag.files[&file.file].as_slice();
                let says = format!("Guardando «{}»", file.name);
                let one = bring(&mut bytes, digest, &says, visit, (progress, &mut count))?;
                brought.insert(file.file.clone(), one);
            }
            Ok(())
        };
        let done = all();
        if done.is_err() {
            let _ = visit(&mut |desk| {
                give_up(&mut desk.store, brought.values());
                Ok(())
            });
        }
        done
    }
}

impl Desk {
    /// Begins to take a packet in.
    pub fn begin_taking(&mut self, request: TakePacket) -> Result<Taking, Error> {
        // A workspace that cannot be written in says so before anything is read.
        self.store
            .write(|writer| self.office.somebody_signs(writer))?;
        Ok(Taking { asked: request })
    }

    /// Takes the case of a packet into this workspace, with its ids and its chain. A case that is
    /// here already goes on where both agree; where they part, both are shown and nothing changes. What
    /// goes beside the case is taken in the same write. Where it was only to be seen, all of it is
    /// done and given up.
    pub fn finish_taking(&mut self, sound: Sound) -> Result<ImportedPacket, Error> {
        let moment = self.office.now();
        let Sound {
            id,
            held,
            dry,
            brought,
        } = &sound;
        let chain = id.to_string();
        let take = |writer: &Writer<'_>| {
            self.office.somebody_signs(writer)?;
            let ours = crate::packing::acts_of(writer, &chain)?;
            let (common, outcome) = compared(&ours, &held.chain);
            let said = |acts: &[Act]| {
                let views = acts.iter().map(|act| history::view(act, &moment));
                views.collect()
            };
            let mut told = ImportedPacket {
                dry: *dry,
                beside: Vec::new(),
                id: chain.clone(),
                title: held.standard.title.clone(),
                outcome: outcome.to_owned(),
                common: u32::try_from(common).unwrap_or(u32::MAX),
                ours: said(&ours[common..]),
                theirs: said(&held.chain[common..]),
            };
            if goes_with(outcome) {
                keep_files(writer, &sound)?;
            }
            if takes(outcome) {
                self.office.take_in(writer, &sound, common)?;
                let last = held
                    .chain
                    .last()
                    .ok_or(store::Error::Missing { what: "act" })?;
                self.office.seal_head(writer, &moment, last)?;
            }
            if goes_with(outcome) {
                told.beside = self.office.take_beside(writer, &moment, &sound)?;
            }
            Ok(told)
        };
        let taken = match dry {
            true => self.store.rehearse(take),
            false => self.store.write(take),
        };
        // The case may have come from elsewhere meanwhile, and then nothing of this one is taken.
        if !taken.as_ref().is_ok_and(|told| goes_with(&told.outcome)) {
            give_up(&mut self.store, brought.values());
        }
        taken
    }
}

/// How many acts two chains of a case have in common, and what that makes of theirs.
fn compared(ours: &[Act], theirs: &[Act]) -> (usize, &'static str) {
    let pairs = ours.iter().zip(theirs);
    let common = pairs
        .take_while(|(our, their)| our.digest == their.digest)
        .count();
    let outcome = match () {
        () if ours.is_empty() => "NEW",
        () if common == ours.len() && common == theirs.len() => "SAME",
        () if common == ours.len() => "AHEAD",
        () if common == theirs.len() => "BEHIND",
        () => "DIVERGES",
    };
    (common, outcome)
}

/// Whether something is taken in.
fn takes(outcome: &str) -> bool {
    outcome == "NEW" || outcome == "AHEAD"
}

/// Whether what goes beside a case is looked at: a case that is here as it comes may lack it.
fn goes_with(outcome: &str) -> bool {
    takes(outcome) || outcome == "SAME"
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
    fn take_in(&self, writer: &Writer<'_>, sound: &Sound, common: usize) -> Result<(), Error> {
        let Sound { held, .. } = sound;
        let id = sound.id;
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

/// Keeps the files of a packet.
fn keep_files(writer: &Writer<'_>, sound: &Sound) -> Result<(), Error> {
    let Sound { held, brought, .. } = sound;
    for file in held.files() {
        let bytes = &held.bag.files[&file.file];
        let offered = Offered {
            name: &file.name,
            media_type: &file.media_type,
            size: u64::try_from(bytes.len()).ok(),
            digest: Digest::parse(&file.digest),
        };
        match (brought.get(&file.file), offered.digest) {
            (Some(brought), Some(digest)) => brought.keep(writer, &digest, &offered)?,
            _ => writer.add_evidence(&mut bytes.as_slice(), &offered)?, // It is small.
        };
    }
    Ok(())
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
