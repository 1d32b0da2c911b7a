//! What was done to a case, for reading.

use domain::act::Act;
use domain::edition::Digest;
use store::{Order, Reader, SUPPORT_ACT};

use crate::case_views::act_name;
use crate::error::Error;
use crate::journal::Entry;
use crate::proofs::{WITHDRAWN, called, name_in};
use crate::spanish;
use crate::wire::{ActView, AskHistory, HistoryView, ProofView};
use crate::{Desk, Moment};

/// How many acts are shown at most in one page.
const MOST: u32 = 500;

impl Desk {
    /// A page of the history of a case, newest first.
    pub fn history(&mut self, request: AskHistory) -> Result<HistoryView, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            let chain = self.office.find(reader, &request.id)?.to_string();
            let total = reader.acts_count(&chain)?;
            let newer = match request.before {
                Some(before) => total.saturating_sub(u64::from(before).saturating_sub(1)),
                None => 0,
            };
            let from = usize::try_from(newer).unwrap_or(usize::MAX);
            let count = request.count.min(MOST) as usize;
            let acts = reader.acts_page(&chain, from, count, Order::NewestFirst)?;
            let more = acts.last().is_some_and(|act| act.number > 1);
            Ok(HistoryView {
                acts: acts
                    .iter()
                    .map(|act| with_names(reader, view(act, &moment)))
                    .collect(),
                total: u32::try_from(total).unwrap_or(u32::MAX),
                more,
            })
        })
    }
}

/// An act as a person reads it.
pub(crate) fn view(act: &Act, moment: &Moment) -> ActView {
    let entry = match act.act.as_str() {
        "EDIT" | "UNDO" | "REDO" => Entry::parse(&act.body),
        _ => None, // Other acts carry no edits.
    };
    let (before, after) = entry
        .as_ref()
        .map(Entry::before_and_after)
        .unwrap_or_default();
    let verb = entry.as_ref().map_or("Cambió", Entry::verb);
    let place = entry.map(|entry| entry.place).unwrap_or_default();
    let said = says(act, verb, &place);
    ActView {
        number: u32::try_from(act.number).unwrap_or(u32::MAX),
        act: act.act.clone(),
        name: act_name(&act.act),
        says: said,
        on: spanish::day_of(&act.on),
        at: moment.said(&act.at),
        by: act.by.clone(),
        before,
        after,
        place: spanish::place(&place).to_owned(),
        evidence: act
            .evidence
            .iter()
            .map(|proof| ProofView {
                requirement: proof.requirement.clone(),
                called: called(&proof.requirement).to_owned(),
                digest: proof.file.to_string(),
                name: name_in(act, &proof.requirement).unwrap_or_default(),
            })
            .collect(),
        digest: act.digest.to_string(),
    }
}

/// The same, with the name of each file that is kept here and whose act does not say it.
fn with_names(reader: &Reader<'_>, mut act: ActView) -> ActView {
    for proof in act
        .evidence
        .iter_mut()
        .filter(|proof| proof.name.is_empty())
    {
        let kept = Digest::parse(&proof.digest).and_then(|digest| reader.evidence(&digest).ok());
        proof.name = kept.map(|kept| kept.name).unwrap_or_default();
    }
    act
}

/// What an act that is no edit did, in a sentence.
pub(crate) fn sentence(act: &Act) -> String {
    says(act, "", "")
}

/// What an act did, in a sentence.
fn says(act: &Act, verb: &str, place: &str) -> String {
    let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
    let word = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
    match act.act.as_str() {
        "EDIT" => format!("{verb} «{}»", spanish::place(place)),
        "UNDO" => format!("Deshizo el cambio de «{}»", spanish::place(place)),
        "REDO" => format!("Rehízo el cambio de «{}»", spanish::place(place)),
        "ATTACH" => format!("Adjuntó «{}» para {}", word("name"), requirements(act)),
        SUPPORT_ACT => "Capturó datos del expediente soporte".to_owned(),
        "SET_ASIDE" if word("kind") == "FALSE_ALARM" => {
            format!(
                "Marcó como falsa alarma {} en {}: {}",
                word("rule"),
                word("place"),
                word("reason")
            )
        }
        "SET_ASIDE" => format!(
            "Justificó {} en {}: {}",
            word("rule"),
            word("place"),
            word("reason")
        ),
        "TAKEN_UP" => format!("Retomó {} en {}", word("rule"), word("place")),
        "PACKET" => format!("Armó el paquete «{}»", word("name")),
        "PROPOSED" => match word("origin").as_str() {
            "FILE" => format!("Importó «{}»", word("file")),
            "SAMPLE" => "Cargó el caso de muestra".to_owned(),
            _ => "Propuso el estándar".to_owned(),
        },
        WITHDRAWN => format!(
            "Retiró «{}» de «{}»: {}",
            word("name"),
            called(&word("requirement")),
            word("reason")
        ),
        _ => {
            let name = act_name(&act.act);
            match crate::sayings::in_one_line(act) {
                said if said.is_empty() => name,
                said => format!("{name}. {said}"),
            }
        }
    }
}

fn requirements(act: &Act) -> String {
    let asked = act.evidence.iter();
    let asked = asked.map(|proof| format!("«{}»", called(&proof.requirement)));
    asked.collect::<Vec<_>>().join(", ")
}
