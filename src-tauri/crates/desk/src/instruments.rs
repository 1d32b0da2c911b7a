//! The assessment instrument of a standard: begun, drafted from its leaves, changed, changed back.

use domain::act::Proof;
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::ids::{EcId, Ids};
use domain::iec::edit::{IecEdit, Refusal};
use domain::iec::{AssessmentInstrument, deriving};
use store::{Reader, Writer};

use crate::error::Error;
use crate::turns::{Turning, turned};
use crate::wire::{ById, EditInstrument, InstrumentView};
use crate::writing::Deed;
use crate::{Desk, Moment, Office};

mod annexes;
mod asked;
mod comparing;
mod editions;
pub(crate) mod journal;
mod papers;
mod pilot;
mod reading;
pub(crate) mod received;
pub(crate) mod setting_aside;
mod sheets;
pub(crate) mod standing;
mod veiled;
mod view;

pub(crate) use annexes::ANNEX;
use journal::{IecEntry, IecRecord};
pub(crate) use papers::EXPORTED;
pub use papers::{ExportedIec, ExportingIec};
pub use reading::{SheetRead, SheetReading};

/// The act that begins an instrument.
const BEGUN: &str = "IEC_BEGUN";

impl Desk {
    /// The instrument of a standard with all that is known of it; where it was not begun, what there
    /// is to cover.
    pub fn instrument(&mut self, request: ById) -> Result<InstrumentView, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            self.office.instrument_view(reader, id, None)
        })
    }

    /// Does something to an instrument, as one: all of it, or nothing. The first thing that is done
    /// begins it.
    pub fn edit_instrument(&mut self, request: EditInstrument) -> Result<InstrumentView, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        let (id, focus) = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let standard = writer.standard(id)?;
            let before = self.office.begun(writer, &moment, id, &mut ids)?;
            let asked = asked::edits(&before, &standard, &request.edits, &mut ids)?;
            let made = Made::by(Turning::Done);
            self.office
                .write_iec_edits(writer, &moment, &standard, &before, &asked.edits, made)?;
            Ok::<_, Error>((id, asked.focus))
        })?;
        self.store
            .read(|reader| self.office.instrument_view(reader, id, focus))
    }

    /// Takes back the last change of an instrument that still stands.
    pub fn undo_instrument(&mut self, request: ById) -> Result<InstrumentView, Error> {
        self.turn_instrument(&request, "UNDO")
    }

    /// Makes again the last change of an instrument that was taken back.
    pub fn redo_instrument(&mut self, request: ById) -> Result<InstrumentView, Error> {
        self.turn_instrument(&request, "REDO")
    }

    fn turn_instrument(&mut self, request: &ById, act: &str) -> Result<InstrumentView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let before = writer.instrument(id)?.ok_or(Error::NothingToUndo)?;
            let chain = before.id.to_string();
            let (number, place, way) = turned::<IecRecord>(writer, &chain, act)?;
            let standard = writer.standard(id)?;
            let made = Made::by(Turning::Turned { act, number, place });
            self.office
                .write_iec_edits(writer, &moment, &standard, &before, &way, made)?;
            Ok::<EcId, Error>(id)
        })?;
        self.store
            .read(|reader| self.office.instrument_view(reader, id, None))
    }
}

/// How a change of an instrument is written down.
pub(crate) struct Made<'a> {
    turning: Turning<'a>,
    /// The files it brings.
    evidence: Vec<Proof>,
}

impl<'a> Made<'a> {
    /// Somebody's, that brings these files.
    pub(crate) fn bringing(evidence: Vec<Proof>) -> Made<'a> {
        Made {
            turning: Turning::Done,
            evidence,
        }
    }

    /// By a change that brings no files.
    pub(crate) fn by(turning: Turning<'a>) -> Made<'a> {
        Made {
            turning,
            evidence: Vec::new(),
        }
    }
}

impl Office {
    /// The instrument of a standard; where there is none, it is begun.
    fn begun(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        ids: &mut Ids,
    ) -> Result<AssessmentInstrument, Error> {
        if let Some(instrument) = writer.instrument(id)? {
            return Ok(instrument);
        }
        let blank = AssessmentInstrument::blank(ids.iec(), id);
        self.begin_instrument(writer, moment, &blank)?;
        Ok(blank)
    }

    pub(crate) fn begin_instrument(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        instrument: &AssessmentInstrument,
    ) -> Result<(), Error> {
        writer.insert_instrument(instrument)?;
        let body = serde_json::json!({ "standard": instrument.standard.to_string() });
        let deed = Deed {
            act: BEGUN,
            result: Some(digest(instrument)),
            body: body.to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &instrument.id.to_string(), deed)?;
        self.seal_head(writer, moment, &act)
    }

    pub(crate) fn write_iec_edits(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        standard: &CompetenceStandard,
        before: &AssessmentInstrument,
        edits: &[IecEdit],
        made: Made<'_>,
    ) -> Result<(), Error> {
        if edits.is_empty() {
            return Ok(());
        }
        if self.iec_standing(writer, before)?.closed {
            return Err(Refusal::Closed.into());
        }
        let mut after = before.clone();
        let back = after.apply_all(edits)?;
        for edit in edits {
            writer.apply_iec_edit(before.id, edit)?;
        }
        let words = view::in_words(before, &after, standard, edits);
        let deed = Deed {
            act: made.turning.act(),
            subject: Some(digest(before)),
            result: Some(digest(&after)),
            evidence: made.evidence,
            body: IecEntry::turned(made.turning, words, edits, &back).text(),
            ..Deed::default()
        };
        self.seal(writer, moment, &before.id.to_string(), deed)?;
        Ok(())
    }
}

/// The last act of an instrument that was written down before a moment; nothing if it had not begun.
pub(crate) fn last_before(
    reader: &Reader<'_>,
    instrument: &AssessmentInstrument,
    at: &str,
) -> Result<Option<u64>, Error> {
    let acts = reader.acts(&instrument.id.to_string())?;
    let before = acts.iter().rev().find(|act| act.at.as_str() <= at);
    Ok(before.map(|act| act.number))
}

/// The digest of an instrument: that of its canonical JSON.
pub(crate) fn digest(instrument: &AssessmentInstrument) -> Digest {
    Digest::of(&packets::iec_document::canonical(instrument))
}

/// The instrument of a standard, or the blank one it would begin with.
pub(crate) fn of_standard(
    reader: &Reader<'_>,
    id: EcId,
) -> Result<(bool, AssessmentInstrument), Error> {
    Ok(match reader.instrument(id)? {
        Some(instrument) => (true, instrument),
        None => (false, deriving::none_yet(id)),
    })
}
