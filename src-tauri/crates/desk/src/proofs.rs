//! The files that acts of a case attached: by whom, under which name, and which of them still prove
//! something.
//!
//! A file is kept once, by its content; the name it was attached under belongs to the act. A proof
//! that was attached by mistake is withdrawn by a later act, and stays on record.

use std::collections::BTreeMap;

use domain::act::{Act, Proof};
use domain::edition::Digest;
use domain::requirement;
use serde_json::{Value, json};
use store::Reader;

use crate::Desk;
use crate::error::Error;
use crate::wire::{StandardView, WithdrawEvidence};
use crate::writing::{Deed, digest};

/// The act that withdraws a proof.
pub(crate) const WITHDRAWN: &str = "EVIDENCE_WITHDRAWN";

/// A file that an act attached for a requirement.
pub(crate) struct Attachment<'a> {
    pub(crate) act: &'a Act,
    pub(crate) requirement: &'a str,
    pub(crate) file: Digest,
    /// The act that withdrew it, if one did.
    pub(crate) withdrawn: Option<&'a Act>,
}

impl Attachment<'_> {
    /// The name it was attached under; the one its content is kept under where the act does not say.
    pub(crate) fn name(&self, reader: &Reader<'_>) -> Result<String, Error> {
        match name_in(self.act, &self.proof()) {
            Some(name) => Ok(name),
            None => Ok(reader.evidence(&self.file)?.name),
        }
    }

    /// What it proved, or proves.
    pub(crate) fn proof(&self) -> Proof {
        Proof {
            requirement: self.requirement.to_owned(),
            file: self.file,
        }
    }

    /// Why it was withdrawn.
    pub(crate) fn reason(&self) -> String {
        self.withdrawn.map_or_else(String::new, reason)
    }
}

/// Every file that acts attached, oldest first.
pub(crate) fn attachments(deeds: &[Act]) -> Vec<Attachment<'_>> {
    let mut all: Vec<Attachment<'_>> = Vec::new();
    for act in deeds {
        if act.act == WITHDRAWN {
            let (requirement, file) = withdraws(act);
            let same = |one: &&mut Attachment<'_>| {
                one.withdrawn.is_none() && one.requirement == requirement && Some(one.file) == file
            };
            all.iter_mut()
                .filter(same)
                .for_each(|one| one.withdrawn = Some(act));
        }
        all.extend(act.evidence.iter().map(|proof| Attachment {
            act,
            requirement: &proof.requirement,
            file: proof.file,
            withdrawn: None,
        }));
    }
    all
}

/// Whether a later act withdrew a proof.
pub(crate) fn is_withdrawn(deeds: &[Act], act: &Act, proof: &Proof) -> bool {
    let later = deeds.iter().filter(|later| later.number > act.number);
    later
        .filter(|later| later.act == WITHDRAWN)
        .any(|later| withdraws(later) == (proof.requirement.clone(), Some(proof.file)))
}

/// Which requirements have a file that stands, and the number of the act that attached the last.
pub(crate) fn standing(deeds: &[Act]) -> BTreeMap<String, u64> {
    let all = attachments(deeds).into_iter();
    let standing = all.filter(|one| one.withdrawn.is_none());
    standing
        .map(|one| (one.requirement.to_owned(), one.act.number))
        .collect()
}

/// The name under which an act attached a file for a requirement, where it says so.
pub(crate) fn name_in(act: &Act, proof: &Proof) -> Option<String> {
    let body = body(act);
    let named = &body["names"][&proof.requirement];
    // Where several files prove one thing, each has its own.
    let named = named
        .as_str()
        .or_else(|| named[proof.file.to_string()].as_str());
    // An act that attaches one file alone says its name plainly.
    let only = || body["name"].as_str().filter(|_| act.evidence.len() == 1);
    named.or_else(only).map(ToOwned::to_owned)
}

/// The names of files, as an act says them: by the requirement, and where several prove it, by the
/// content too.
pub(crate) fn named<'a>(files: impl Iterator<Item = (&'a str, Digest, String)>) -> Value {
    let mut by: BTreeMap<&str, serde_json::Map<String, Value>> = BTreeMap::new();
    for (requirement, file, name) in files {
        let named = by.entry(requirement).or_default();
        named.insert(file.to_string(), name.into());
    }
    let said = by.into_iter().map(|(requirement, files)| {
        let only = files.values().next().filter(|_| files.len() == 1);
        let said = only.cloned().unwrap_or(Value::Object(files));
        (requirement.to_owned(), said)
    });
    Value::Object(said.collect())
}

/// What an act that withdraws a proof names: the requirement and the file.
pub(crate) fn withdraws(act: &Act) -> (String, Option<Digest>) {
    let body = body(act);
    let word = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
    (word("requirement"), Digest::parse(&word("file")))
}

fn reason(act: &Act) -> String {
    body(act)["reason"].as_str().unwrap_or_default().to_owned()
}

fn body(act: &Act) -> Value {
    serde_json::from_str(&act.body).unwrap_or_default()
}

/// A requirement as people call it: what it asks for.
pub(crate) fn called(id: &str) -> &str {
    requirement::find(id).map_or(id, |it| it.asks)
}

impl Desk {
    /// Withdraws a file that proves nothing of its requirement: it stays on record, and the
    /// requirement is missing again unless another file proves it.
    pub fn withdraw_evidence(&mut self, request: WithdrawEvidence) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let why = crate::edits::checked(&request.reason, true)?;
        if why.is_empty() {
            return Err(Error::ReasonMissing);
        }
        let id = self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let id = self.office.find(writer, &request.id)?;
            let chain = id.to_string();
            let deeds = writer.deeds(&chain)?;
            let asked = Digest::parse(&request.digest);
            let standing = attachments(&deeds).into_iter().rev().find(|one| {
                one.withdrawn.is_none()
                    && one.requirement == request.requirement
                    && (request.digest.is_empty() || Some(one.file) == asked)
            });
            let one = standing.ok_or_else(|| Error::NotFound {
                what: "un archivo que esté probando el requisito",
                name: called(&request.requirement).to_owned(),
            })?;
            let standard = Some(digest(&writer.standard(id)?));
            let body = json!({
                "file": one.file.to_string(), "name": one.name(writer)?, "reason": why,
                "requirement": one.requirement,
            });
            let deed = Deed {
                act: WITHDRAWN,
                subject: standard,
                result: standard,
                body: body.to_string(),
                ..Deed::default()
            };
            let act = self.office.seal(writer, &moment, &chain, deed)?;
            self.office.seal_head(writer, &moment, &act)?;
            Ok::<_, Error>(id)
        })?;
        self.standard(crate::wire::ById { id: id.to_string() })
    }
}
