//! The frozen editions of an instrument: listed, read again under their digest, and how far it is now.

use domain::act::Act;
use domain::ec::CompetenceStandard;
use domain::ec_case::{EcState, Editing};
use domain::edition::Digest;
use domain::ids::EcId;
use domain::iec::AssessmentInstrument;
use domain::iec::standing::{IecAct, IecStanding, IecState};
use domain::project::Stage;
use packets::{document, iec_document};
use store::Reader;

use super::standing::{IecEdition, asks_reason, editions, word};
use crate::error::Error;
use crate::roads::road_of;
use crate::wire::{IecActView, IecEditionView, IecOpenView, IecStandingView};
use crate::{Office, spanish};

/// An edition as it was frozen, with the standard it is of.
pub(crate) struct Kept {
    pub(crate) instrument: AssessmentInstrument,
    pub(crate) standard: CompetenceStandard,
    /// In words: «la edición 2, del 3 de julio de 2026».
    pub(crate) says: String,
    /// The number of the act that froze it.
    pub(crate) act: u64,
    /// Why it was made, where it was made alone.
    pub(crate) reason: String,
    /// Who froze it, and which day.
    pub(crate) by: String,
}

impl Office {
    /// A frozen edition of the instrument of a standard, by its number or its digest.
    pub(crate) fn kept_edition(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        name: &str,
    ) -> Result<Kept, Error> {
        let none = || Error::NotFound {
            what: "una edición congelada del instrumento llamada",
            name: name.chars().take(80).collect(),
        };
        let instrument = reader.instrument(id)?.ok_or_else(none)?;
        let deeds = reader.deeds(&instrument.id.to_string())?;
        let all = editions(&deeds);
        let edition = named(&all, name).ok_or_else(none)?;
        let damaged = || store::Error::Corrupt { what: "edition" };
        let bytes = reader.edition(&edition.file)?;
        let standard = match &edition.standard {
            Some(standard) => {
                document::from_canonical(&reader.edition(standard)?).map_err(|_| damaged())?
            }
            None => reader.standard(id)?,
        };
        let on = spanish::day_of(&edition.act.on);
        Ok(Kept {
            instrument: iec_document::from_canonical(&bytes).map_err(|_| damaged())?,
            standard,
            says: format!("la edición {}, {on}", edition.number),
            act: edition.act.number,
            reason: word(edition.act, "reason"),
            by: format!("{}, {on}", edition.act.by),
        })
    }

    /// How far an instrument is, and what can be done of it now.
    pub(crate) fn standing_view(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        instrument: &AssessmentInstrument,
        (says, ready): (&Digest, bool),
    ) -> Result<IecStandingView, Error> {
        let deeds = reader.deeds(&instrument.id.to_string())?;
        let standing = IecStanding::of(&deeds);
        let stage = road_of(&reader.deeds(&id.to_string())?)?.stage();
        let state = standing.state(stage, says, ready);
        let mut acts = Vec::new();
        for act in offered(standing, stage, instrument) {
            let lacks = self.lacks(reader, id, instrument, standing, stage, act)?;
            acts.push(IecActView {
                act: act.code().to_owned(),
                name: act_name(act).to_owned(),
                asks: match act {
                    IecAct::Validated => "Minuta con la que la validó el GTE".to_owned(),
                    act if asks_reason(act) => "Motivo".to_owned(),
                    _ => String::new(), // It says nothing besides.
                },
                lacks: lacks.unwrap_or_default(),
            });
        }
        let begun = deeds.iter().find(|act| Some(act.number) == standing.alone);
        Ok(IecStandingView {
            state: state.code().to_owned(),
            state_name: state_name(state).to_owned(),
            closed: standing.closed,
            closed_says: match (standing.closed, stage.is_approved()) {
                (false, _) => String::new(),
                (true, true) => "El instrumento está congelado con su estándar y no se edita. Para cambiarlo sin tocar el estándar, empiece otra edición.".to_owned(),
                (true, false) => format!(
                    "El instrumento está congelado con su estándar, que está en «{}», y no se edita. Para cambiarlo, lleve el caso a «{}» en Ficha.",
                    stage.says(),
                    EcState::EcDraft.says()
                ),
            },
            acts,
            open: begun.map(|act| IecOpenView {
                number: standing.editions + 1,
                reason: word(act, "reason"),
                on: spanish::day_of(&act.on),
                by: act.by.clone(),
            }),
            editions: views(&deeds, standing, state),
        })
    }
}

fn named<'a>(all: &'a [IecEdition<'a>], name: &str) -> Option<&'a IecEdition<'a>> {
    let name = name.trim();
    if let Ok(number) = name.parse::<u32>() {
        return all.iter().find(|edition| edition.number == number);
    }
    let hex = name.trim_start_matches("sha256:");
    // The first signs of a digest name it, as papers print them.
    let known = |edition: &&IecEdition<'_>| hex.len() >= 8 && edition.file.hex().starts_with(hex);
    all.iter().rev().find(known)
}

/// What a person may be offered to do.
fn offered(standing: IecStanding, stage: Stage, instrument: &AssessmentInstrument) -> Vec<IecAct> {
    let goes_with_its_standard = stage.editing() == Editing::Free || stage.next().is_empty();
    match (standing.closed, standing.alone) {
        _ if instrument.items.is_empty() || goes_with_its_standard => Vec::new(),
        (true, _) if !stage.is_approved() => Vec::new(),
        (true, _) => vec![IecAct::EditionBegun],
        (false, Some(_)) => vec![IecAct::Validated, IecAct::Frozen, IecAct::Restored],
        (false, None) => vec![IecAct::Validated, IecAct::Frozen],
    }
}

/// The editions, newest first.
fn views(deeds: &[Act], standing: IecStanding, state: IecState) -> Vec<IecEditionView> {
    let all = editions(deeds);
    let last = all.len();
    let views = all.iter().map(|edition| {
        let is = match u32::try_from(last).is_ok_and(|last| last == edition.number) {
            true if standing.closed => state,
            // A later one is being drafted: this one stands until that is frozen.
            true => IecState::InForce,
            false => IecState::Superseded,
        };
        let body: serde_json::Value = serde_json::from_str(&edition.act.body).unwrap_or_default();
        IecEditionView {
            number: edition.number,
            digest: edition.file.to_string(),
            standard: edition
                .standard
                .map_or_else(String::new, |digest| digest.to_string()),
            act: crate::editions::number_of(edition.act.number),
            on: spanish::day_of(&edition.act.on),
            by: edition.act.by.clone(),
            reason: word(edition.act, "reason"),
            minutes: word(edition.act, "minutes"),
            alone: body["alone"] == true,
            state_name: match is {
                IecState::InForce if !standing.closed => "La última congelada",
                is => state_name(is),
            }
            .to_owned(),
        }
    });
    let mut views: Vec<IecEditionView> = views.collect();
    views.reverse();
    views
}

/// What a state is called.
pub(crate) const fn state_name(state: IecState) -> &'static str {
    match state {
        IecState::Draft => "Borrador",
        IecState::CoverageOk => "Cobertura completa y sin errores",
        IecState::GteValidated => "Validado por el GTE",
        IecState::Piloted => "En prueba piloto",
        IecState::Adjusted => "Ajustado tras el piloto",
        IecState::Endorsed => "Avalado con su estándar",
        IecState::InMethodReview => "En dictamen con su estándar",
        IecState::Returned => "Con observaciones",
        IecState::Approved => "Aprobado con su estándar",
        IecState::InForce => "Vigente",
        IecState::Superseded => "Sustituido",
    }
}

/// What an act is called.
const fn act_name(act: IecAct) -> &'static str {
    match act {
        IecAct::Validated => "Validar",
        IecAct::Frozen => "Congelar",
        IecAct::Reopened => "Abrir con su estándar",
        IecAct::EditionBegun => "Empezar otra edición",
        IecAct::Restored => "Dejar esta edición",
    }
}
