//! How far an instrument is, and the acts that move it on: with the road of its standard, or in an
//! edition of its own.

use domain::act::{Act, Proof};
use domain::ec_case::{EcState, Editing};
use domain::edition::Digest;
use domain::ids::EcId;
use domain::iec::AssessmentInstrument;
use domain::iec::standing::{IecAct, IecStanding};
use domain::project::Stage;
use serde_json::{Value, json};
use store::{Reader, Writer};

use super::setting_aside::errors;
use super::{Made, digest};
use crate::error::Error;
use crate::past::rewound;
use crate::roads::road_of;
use crate::turns::Turning;
use crate::wire::{InstrumentView, MoveInstrument};
use crate::writing::Deed;
use crate::{Desk, Moment, Office};

/// Under which word an act names the edition that it froze.
const EDITION: &str = "EDITION";
/// Under which word it names the text of the standard that the edition is of.
const STANDARD: &str = "STANDARD";

/// A frozen edition, as the act that froze it names it.
pub(crate) struct IecEdition<'a> {
    /// From 1.
    pub(crate) number: u32,
    pub(crate) act: &'a Act,
    pub(crate) file: Digest,
    pub(crate) standard: Option<Digest>,
}

/// The frozen editions of an instrument, oldest first.
pub(crate) fn editions(deeds: &[Act]) -> Vec<IecEdition<'_>> {
    let froze = deeds.iter().filter(|act| act.act == IecAct::Frozen.code());
    let named = froze.filter_map(|act| {
        let proof = |word: &str| {
            let mut proofs = act.evidence.iter();
            proofs
                .find(|proof| proof.requirement == word)
                .map(|it| it.file)
        };
        Some((act, proof(EDITION)?, proof(STANDARD)))
    });
    named
        .zip(1..)
        .map(|((act, file, standard), number)| IecEdition {
            number,
            act,
            file,
            standard,
        })
        .collect()
}

/// What an act of an instrument says under a word.
pub(crate) fn word(act: &Act, key: &str) -> String {
    let body: Value = serde_json::from_str(&act.body).unwrap_or_default();
    body[key].as_str().unwrap_or_default().to_owned()
}

impl Desk {
    /// Begins an edition of an instrument alone, validates it, freezes it or gives it up: the case of
    /// its standard stays where it is.
    pub fn move_instrument(&mut self, request: MoveInstrument) -> Result<InstrumentView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let id = self.office.find(writer, &request.id)?;
            let act = IecAct::from_code(&request.act).filter(|act| match act {
                IecAct::EditionBegun | IecAct::Validated | IecAct::Frozen | IecAct::Restored => {
                    true
                }
                IecAct::Reopened => false, // Its standard alone does that.
            });
            let act = act.ok_or_else(|| Error::NotFound {
                what: "un acto del instrumento llamado",
                name: request.act.chars().take(80).collect(),
            })?;
            let reason = crate::edits::checked(&request.reason, true)?;
            self.office
                .move_alone(writer, &moment, id, act, &reason)
                .map(|()| id)
        })?;
        self.store
            .read(|reader| self.office.instrument_view(reader, id, None))
    }
}

impl Office {
    /// Where the acts of an instrument leave it.
    pub(crate) fn iec_standing(
        &self,
        reader: &Reader<'_>,
        instrument: &AssessmentInstrument,
    ) -> Result<IecStanding, Error> {
        let deeds = reader.deeds(&instrument.id.to_string())?;
        Ok(IecStanding::of(&deeds))
    }

    /// What the road of a standard does to its instrument: it is validated, frozen and opened again
    /// with it.
    pub(crate) fn instrument_follows(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        stage: Stage,
    ) -> Result<(), Error> {
        let Some(instrument) = writer.instrument(id)? else {
            return Ok(());
        };
        let standing = self.iec_standing(writer, &instrument)?;
        let drafted = !standing.closed && !instrument.items.is_empty();
        let held = standing.closed || standing.alone.is_some();
        let body = json!({ "state": stage.code() });
        match stage {
            Stage::Ec(EcState::IecValidated) if drafted => {
                self.seal_iec(writer, moment, &instrument, IecAct::Validated, body)
            }
            Stage::Ec(EcState::Endorsement) if drafted => {
                self.freeze(writer, moment, &instrument, body)
            }
            stage if held && stage.editing() == Editing::Free => {
                self.seal_iec(writer, moment, &instrument, IecAct::Reopened, body)
            }
            _ => Ok(()), // No other act of the road is about the instrument.
        }
    }

    /// Whether an instrument that its standard opened says what it said when it was frozen.
    pub(crate) fn stands_as_frozen(&self, reader: &Reader<'_>, id: EcId) -> Result<bool, Error> {
        let Some(instrument) = reader.instrument(id)? else {
            return Ok(true);
        };
        let deeds = reader.deeds(&instrument.id.to_string())?;
        let last = editions(&deeds).last().map(|edition| edition.file);
        Ok(last.is_none_or(|file| file == digest(&instrument)))
    }

    /// Closes an instrument again that its standard opened, where it says what it said when it was
    /// frozen.
    pub(crate) fn close_again(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
    ) -> Result<(), Error> {
        let Some(instrument) = writer.instrument(id)? else {
            return Ok(());
        };
        let standing = self.iec_standing(writer, &instrument)?;
        let was = standing.editions > 0 && !standing.closed;
        if !was || !self.stands_as_frozen(writer, id)? {
            return Ok(());
        }
        let body = json!({ "edition": standing.editions });
        self.seal_iec(writer, moment, &instrument, IecAct::Restored, body)
    }

    /// Where an edition of its own goes; refused, with what to do, where it may not.
    fn move_alone(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        act: IecAct,
        reason: &str,
    ) -> Result<(), Error> {
        let stage = road_of(&writer.deeds(&id.to_string())?)?.stage();
        let instrument = writer.instrument(id)?;
        let Some(instrument) = instrument.filter(|it| !it.items.is_empty()) else {
            return Err(refused(
                act,
                "El instrumento todavía no tiene reactivos. Nada cambió: derívelos en Cobertura.",
            ));
        };
        let standing = self.iec_standing(writer, &instrument)?;
        if let Some(lacks) = self.lacks(writer, id, &instrument, standing, stage, act)? {
            return Err(refused(act, &lacks));
        }
        if reason.is_empty() && asks_reason(act) {
            return Err(refused(
                act,
                match act {
                    IecAct::Validated => {
                        "Falta decir con qué minuta la validó el GTE. Nada cambió: escríbalo."
                    }
                    IecAct::EditionBegun | IecAct::Frozen | IecAct::Restored | IecAct::Reopened => {
                        "Falta decir por qué. Nada cambió: escriba el motivo."
                    }
                },
            ));
        }
        match act {
            IecAct::EditionBegun => {
                let body = json!({ "edition": standing.editions + 1, "reason": reason });
                self.seal_iec(writer, moment, &instrument, act, body)
            }
            IecAct::Validated => {
                let body = json!({ "minutes": reason });
                self.seal_iec(writer, moment, &instrument, act, body)
            }
            IecAct::Frozen => {
                let deeds = writer.deeds(&instrument.id.to_string())?;
                let mut newest = deeds.iter().rev();
                let minutes = newest.find(|act| act.act == IecAct::Validated.code());
                let minutes = minutes.map_or_else(String::new, |act| word(act, "minutes"));
                let begun = deeds.iter().find(|act| Some(act.number) == standing.alone);
                let why = begun.map_or_else(String::new, |act| word(act, "reason"));
                let body = json!({
                    "alone": standing.alone.is_some(), "minutes": minutes, "reason": why,
                });
                self.freeze(writer, moment, &instrument, body)
            }
            IecAct::Restored => {
                let deeds = writer.deeds(&instrument.id.to_string())?;
                let last = editions(&deeds).last().map(|edition| edition.act.number);
                let last = last.ok_or(store::Error::Missing { what: "edition" })?;
                let own = instrument.id.to_string();
                let past = rewound(writer, &own, instrument.clone(), last)?;
                let standard = writer.standard(id)?;
                let made = Made::by(Turning::Returned(last));
                self.write_iec_edits(writer, moment, &standard, &instrument, &past.way, made)?;
                let body = json!({ "edition": standing.editions, "reason": reason });
                self.seal_iec(writer, moment, &past.text, act, body)
            }
            IecAct::Reopened => Ok(()), // Nobody asks for it.
        }
    }

    /// What an act of an edition of its own lacks; nothing where it can be done.
    pub(crate) fn lacks(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        instrument: &AssessmentInstrument,
        standing: IecStanding,
        stage: Stage,
        act: IecAct,
    ) -> Result<Option<String>, Error> {
        let with_its_standard = stage.editing() == Editing::Free;
        Ok(match act {
            IecAct::EditionBegun if !standing.closed => Some(
                "El instrumento está abierto y se edita. Nada cambió: siga con él.".to_owned(),
            ),
            IecAct::EditionBegun if !stage.is_approved() => Some(format!(
                "El estándar está en «{}» y todavía no se aprueba: su instrumento cambia con él. Nada cambió: para abrirlos, lleve el caso a «{}» en Ficha.",
                stage.says(),
                EcState::EcDraft.says()
            )),
            IecAct::EditionBegun => None,
            IecAct::Validated | IecAct::Frozen if standing.closed => Some(
                "El instrumento ya está congelado como está. Nada cambió: para cambiarlo, empiece otra edición.".to_owned(),
            ),
            IecAct::Validated | IecAct::Frozen if with_its_standard => Some(format!(
                "El instrumento va con su estándar, que está en «{}». Nada cambió: lo valida el acto «{}» y lo congela «{}», en Ficha.",
                stage.says(),
                EcState::IecValidated.says(),
                EcState::Endorsement.says()
            )),
            IecAct::Validated => self.not_whole(reader, id, instrument)?,
            IecAct::Frozen if standing.validated != Some(validated(instrument)) => Some(
                "El GTE no ha validado el instrumento como está ahora. Nada cambió: valídelo primero.".to_owned(),
            ),
            IecAct::Frozen => None,
            IecAct::Restored if standing.alone.is_none() => Some(
                "No hay una edición propia del instrumento que se pueda dejar. Nada cambió.".to_owned(),
            ),
            IecAct::Restored | IecAct::Reopened => None,
        })
    }

    /// What keeps an instrument from being validated: what has no item, and what the rules object to.
    fn not_whole(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        instrument: &AssessmentInstrument,
    ) -> Result<Option<String>, Error> {
        let standard = reader.standard(id)?;
        Ok(match errors(reader, instrument, &standard)? {
            0 => None,
            errors => Some(format!(
                "El instrumento tiene {}. Nada cambió: corríjalos y vuelva a validar.",
                crate::spanish::counted(errors, "error", "errores")
            )),
        })
    }

    /// Keeps an instrument as it stands, with the text of the standard that it is of.
    fn freeze(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        instrument: &AssessmentInstrument,
        body: Value,
    ) -> Result<(), Error> {
        let standard = writer.standard(instrument.standard)?;
        let file = writer.keep_frozen(&packets::iec_document::canonical(instrument))?;
        let of = writer.keep_frozen(&packets::document::canonical(&standard))?;
        let proof = |requirement: &str, file| Proof {
            requirement: requirement.to_owned(),
            file,
        };
        let evidence = vec![proof(EDITION, file), proof(STANDARD, of)];
        self.seal_move(writer, moment, instrument, IecAct::Frozen, (body, evidence))
    }

    fn seal_iec(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        instrument: &AssessmentInstrument,
        act: IecAct,
        body: Value,
    ) -> Result<(), Error> {
        self.seal_move(writer, moment, instrument, act, (body, Vec::new()))
    }

    fn seal_move(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        instrument: &AssessmentInstrument,
        act: IecAct,
        (body, evidence): (Value, Vec<Proof>),
    ) -> Result<(), Error> {
        let says = Some(digest(instrument));
        let deed = Deed {
            act: act.code(),
            subject: match act {
                IecAct::Validated => Some(validated(instrument)),
                IecAct::Frozen | IecAct::Reopened | IecAct::EditionBegun | IecAct::Restored => says,
            },
            result: says,
            evidence,
            body: body.to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &instrument.id.to_string(), deed)?;
        self.seal_head(writer, moment, &act)
    }
}

/// The digest of what is validated: an instrument, whatever a pilot said of its questions since.
pub(crate) fn validated(instrument: &AssessmentInstrument) -> Digest {
    let mut text = instrument.clone();
    for question in &mut text.questions {
        question.difficulty = None;
        question.discrimination = None;
    }
    digest(&text)
}

/// Whether an act says why, or with which minute.
pub(crate) const fn asks_reason(act: IecAct) -> bool {
    match act {
        IecAct::EditionBegun | IecAct::Validated | IecAct::Restored => true,
        IecAct::Frozen | IecAct::Reopened => false,
    }
}

fn refused(act: IecAct, reason: &str) -> Error {
    Error::Refused {
        act: act.code().to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}
