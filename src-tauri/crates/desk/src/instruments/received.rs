//! An instrument that came in a packet: without its key, which the rules must not take for one that
//! nobody wrote.

use std::collections::HashSet;

use domain::ids::{EcId, IecId, PartId};
use domain::iec::keyless::Keyless;
use domain::iec::leaf::Leaf;
use domain::iec::{AssessmentInstrument, CriterionKind, QuestionKind};
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

use super::digest;
use crate::error::Error;
use crate::writing::Deed;
use crate::{Moment, Office};

/// The act that says an instrument came in a packet.
pub(crate) const RECEIVED: &str = "IEC_RECEIVED";

/// What that act says: from which act of its case, and what came without its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Receipt {
    standard: String,
    packet: u64,
    questions: Vec<Put>,
    items: Vec<String>,
}

/// A question as it was put when it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Put {
    id: String,
    kind: String,
    options: Vec<String>,
}

impl Receipt {
    fn of(came: &AssessmentInstrument, packet: u64) -> Receipt {
        let questions = came.questions.iter().map(|question| Put {
            id: question.id.to_string(),
            kind: question.kind.code().to_owned(),
            options: question.options.clone(),
        });
        Receipt {
            standard: came.standard.to_string(),
            packet,
            questions: questions.collect(),
            items: came.items.iter().map(|item| item.id.to_string()).collect(),
        }
    }

    fn keyless(self) -> Option<Keyless> {
        let questions = self.questions.into_iter().map(|put| {
            Some((
                put.id.parse().ok()?,
                QuestionKind::from_code(&put.kind)?,
                put.options,
            ))
        });
        let items = self.items.iter().map(|id| id.parse().ok());
        let questions: Vec<_> = questions.collect::<Option<_>>()?;
        Some(Keyless::new(questions, items.collect::<Option<_>>()?))
    }
}

impl Office {
    /// Writes down that an instrument is as a packet brought it.
    pub(crate) fn note_received(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        came: &AssessmentInstrument,
        packet: u64,
    ) -> Result<(), Error> {
        let body = serde_json::to_string(&Receipt::of(came, packet));
        let deed = Deed {
            act: RECEIVED,
            subject: Some(digest(came)),
            result: Some(digest(came)),
            body: body.expect("a receipt is plain data, which always has a JSON form"),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &came.id.to_string(), deed)?;
        self.seal_head(writer, moment, &act)
    }
}

/// What of an instrument came without its key; nothing where it was made here.
pub(crate) fn keyless(reader: &Reader<'_>, id: IecId) -> Result<Keyless, Error> {
    let received = reader.acts_called(&id.to_string(), RECEIVED)?;
    let Some(last) = received.last() else {
        return Ok(Keyless::none());
    };
    let receipt = serde_json::from_str::<Receipt>(&last.body).ok();
    let keyless = receipt.and_then(Receipt::keyless);
    Ok(keyless.ok_or(store::Error::Corrupt { what: "receipt" })?)
}

/// The questions whose key is elsewhere, and the contingencies whose expected responses are.
pub(crate) fn unkeyed(
    instrument: &AssessmentInstrument,
    leaves: &[Leaf],
    keyless: &Keyless,
) -> Vec<PartId> {
    if keyless.is_none() {
        return Vec::new();
    }
    let contingencies = leaves.iter();
    let contingencies = contingencies.filter(|leaf| leaf.kind == CriterionKind::Contingency);
    let contingencies: HashSet<PartId> = contingencies.map(|leaf| leaf.id).collect();
    let questions = instrument.questions.iter();
    let questions = questions.filter(|it| keyless.question(it)).map(|it| it.id);
    let items = instrument.items.iter();
    let items = items.filter(|it| contingencies.contains(&it.leaf) && keyless.item(it));
    questions.chain(items.map(|it| it.id)).collect()
}

/// Whether an instrument stands as the last packet left it: nobody has changed it here since.
pub(crate) fn is_as_received(reader: &Reader<'_>, id: IecId) -> Result<bool, Error> {
    let acts = reader.acts(&id.to_string())?;
    let mut last = acts.iter().rev();
    let last = last.find(|act| act.act != super::EXPORTED);
    Ok(last.is_some_and(|act| act.act == RECEIVED))
}

/// The instrument of a standard, and what of it came without its key.
pub(crate) fn with_its_key(
    reader: &Reader<'_>,
    id: EcId,
) -> Result<Option<(AssessmentInstrument, Keyless)>, Error> {
    let Some(instrument) = reader.instrument(id)? else {
        return Ok(None);
    };
    let keyless = keyless(reader, instrument.id)?;
    Ok(Some((instrument, keyless)))
}
