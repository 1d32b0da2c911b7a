//! A case as it is shown: its acts by their names, what is missing, what is met, the road drawn.

use domain::act::{Act, Proof};
use domain::ec_case::EcState;
use domain::ecm_case::EcmState;
use domain::functional_map::MapAct;
use domain::project::{Stage, Track};
use domain::requirement::{self, MetBy, Requirement, Typed};
use domain::road::{REGISTERED_AS_FOUND, RESTORED, Refusal, State, state_from_code, ways_on};
use domain::waiting::{Next, Pace, Unmet};
use store::{Reader, SUPPORT_ACT};

use crate::cases::Seen;
use crate::error::Error;
use crate::evidence::{proofs, shown};
use crate::maps::act_done;
use crate::proofs::WITHDRAWN;
use crate::wire::{ActSummary, MetView, NextActView, RoadStep, UnmetView};
use crate::{reasons, spanish};

/// An act as people call it.
pub(crate) fn act_name(act: &str) -> String {
    let name = match act {
        "EDIT" => "Edición",
        "UNDO" => "Deshacer",
        "REDO" => "Rehacer",
        "ATTACH" => "Documento adjunto",
        WITHDRAWN => "Documento retirado",
        SUPPORT_ACT => "Expediente soporte capturado",
        "SET_ASIDE" => "Hallazgo apartado",
        "TAKEN_UP" => "Hallazgo retomado",
        "MAP_BEGUN" => "Mapa iniciado",
        "IEC_BEGUN" => "Instrumento iniciado",
        "IEC_FROZEN" => "Instrumento congelado",
        "IEC_REOPENED" => "Instrumento abierto con su estándar",
        "IEC_EDITION_BEGUN" => "Edición del instrumento iniciada",
        "IEC_RESTORED" => "Instrumento congelado como estaba",
        "IEC_PILOTED" => "Resultados del piloto",
        reasons::REASON => "Motivo de un cambio",
        reasons::UNDONE => "Motivo deshecho",
        reasons::REDONE => "Motivo rehecho",
        "PACKET" => "Paquete armado",
        crate::instruments::EXPORTED => "Instrumento exportado",
        crate::instruments::received::RECEIVED => "Instrumento recibido en un paquete",
        "SETTINGS" => "Ajustes",
        store::CATALOGUE_ACT => "Catálogo importado",
        "HEAD" => "Registro de actos",
        REGISTERED_AS_FOUND => "Registrado como se encontró",
        RESTORED => "Vuelve a donde estaba",
        // A state that both roads have is called the same on both.
        _ => match Track::Ec.stage(act).or_else(|| Track::Ecm.stage(act)) {
            Some(stage) => stage.says(),
            None => match MapAct::from_code(act) {
                Some(done) => act_done(done),
                None => act,
            },
        },
    };
    name.to_owned()
}

/// How a requirement is met, and the field that meets it.
pub(crate) fn met_by(requirement: Option<&Requirement>) -> (&'static str, Option<&'static str>) {
    match requirement.map(|it| it.met_by) {
        Some(MetBy::Typed(typed)) => ("TYPED", Some(typed.code())),
        Some(MetBy::TypedOrFile(typed)) => ("EITHER", Some(typed.code())),
        Some(MetBy::Said(saying)) => ("SAID", Some(saying.code())),
        Some(MetBy::Review | MetBy::InstrumentSound) => ("REVIEWER", None),
        Some(MetBy::Register) => ("REGISTER", None),
        Some(MetBy::File | MetBy::InstrumentOrFile | MetBy::LimitReachedOrFile) => ("FILE", None),
        Some(MetBy::OneOfEach(_) | MetBy::TermRun(_) | MetBy::LimitPassed | MetBy::Stage)
        | None => ("ACT", None),
    }
}

pub(crate) fn unmet_view(unmet: &Unmet) -> UnmetView {
    let (how, field) = met_by(requirement::find(unmet.requirement));
    UnmetView {
        requirement: unmet.requirement.to_owned(),
        says: unmet.says.clone(),
        basis: unmet.basis.clone(),
        how: how.to_owned(),
        field: field.map(ToOwned::to_owned),
    }
}

/// A refusal of the road of a standard, with all it lists.
pub(crate) fn refused(track: Track, act: &str, refusal: &Refusal) -> Error {
    match track {
        Track::Ec => refused_on::<EcState>(act, refusal),
        Track::Ecm => refused_on::<EcmState>(act, refusal),
    }
}

/// A refusal of a road, with all it lists.
pub(crate) fn refused_on<S: State>(act: &str, refusal: &Refusal) -> Error {
    let unmet = match refusal {
        Refusal::Unmet { unmet, .. } => unmet.iter().map(unmet_view).collect(),
        _ => Vec::new(), // The others lack nothing: they are out of their time or place.
    };
    let name = |code: &str| match state_from_code::<S>(code) {
        Some(state) => state.says().to_owned(),
        None => act_name(code),
    };
    let reason = match refusal {
        Refusal::Unmet { unmet, .. } if unmet.len() == 1 => {
            format!("{} para pasar a «{}».", unmet[0].says, name(act))
        }
        Refusal::Unmet { unmet, .. } => {
            format!(
                "{} para pasar a «{}».",
                spanish::lacking(unmet.len()),
                name(act)
            )
        }
        Refusal::NotAStart { act } => format!("Un caso no empieza en «{}».", name(act)),
        Refusal::OffTheRoad { state, act } => {
            let here = state_from_code::<S>(state);
            let next = here.into_iter().flat_map(ways_on);
            let next: Vec<String> = next.map(|way| format!("«{}»", way.to.says())).collect();
            let from = format!("De «{}» no se pasa a «{}».", name(state), name(act));
            match next.is_empty() {
                true => format!("{from} El caso terminó: para seguir se abre otro."),
                false => format!("{from} De ahí sigue: {}.", next.join(", ")),
            }
        }
        Refusal::AlreadyUnderWay { state } => format!(
            "El caso ya está en camino («{}») y no se registra como se encontró.",
            name(state)
        ),
        Refusal::NothingOpened { state } => format!(
            "En «{}» no hay un documento congelado que se haya abierto.",
            name(state)
        ),
        Refusal::OutOfOrder { on, last } => format!(
            "El acto es del {} y el anterior es del {}: los actos van en orden.",
            spanish::day(*on),
            spanish::day(*last)
        ),
        Refusal::InTheFuture { on, today } => format!(
            "El {} aún no llega: hoy es {}.",
            spanish::day(*on),
            spanish::day(*today)
        ),
    };
    Error::Refused {
        act: act.to_owned(),
        reason,
        unmet,
    }
}

pub(crate) fn next_view(
    reader: &Reader<'_>,
    seen: &Seen<'_>,
    next: &Next,
) -> Result<NextActView, Error> {
    let needs = seen.case.needs(next.act);
    let missing = |id: &str| next.unmet.iter().any(|unmet| unmet.requirement == id);
    let met = needs.iter().filter(|id| !missing(id));
    let met = met
        .map(|id| met_view(reader, seen, id))
        .collect::<Result<Vec<_>, Error>>()?;
    Ok(next_act(next, needs, met))
}

/// An act that may come next, as it is shown, with what it asks for and already has.
pub(crate) fn next_act(next: &Next, needs: &[&str], met: Vec<MetView>) -> NextActView {
    let asks_reason = |id: &&str| {
        let met_by = requirement::find(id).map(|it| it.met_by);
        matches!(met_by, Some(MetBy::Said(_)))
    };
    let left = next.working_days_left;
    NextActView {
        act: next.act.to_owned(),
        name: next.says.to_owned(),
        does: next.does.to_owned(),
        who: next.who.to_owned(),
        since: Some(next.since.to_string()),
        since_words: spanish::day(next.since),
        due: next.due.map(|due| due.to_string()),
        due_words: next
            .due
            .map_or_else(|| "sin plazo".to_owned(), spanish::day),
        working_days_left: left.map(|left| i32::try_from(left).unwrap_or(i32::MAX)),
        pace: Pace::of(left).code().to_owned(),
        basis: next.basis.clone(),
        needs_reason: needs.iter().any(asks_reason),
        unmet: next.unmet.iter().map(unmet_view).collect(),
        met,
    }
}

pub(crate) fn met_view(reader: &Reader<'_>, seen: &Seen<'_>, id: &str) -> Result<MetView, Error> {
    let requirement = requirement::find(id);
    let file = proofs(&seen.deeds, id).next();
    let file = file.map(|proof| shown(reader, proof)).transpose()?;
    let proof = match (&file, requirement.map(|it| it.met_by)) {
        (Some(file), _) => format!("«{}», de {}", file.name, file.by),
        (None, Some(MetBy::Typed(typed) | MetBy::TypedOrFile(typed))) => typed_words(seen, typed),
        (None, Some(MetBy::Review)) => "La revisión no señala errores".to_owned(),
        (None, Some(MetBy::InstrumentOrFile)) => {
            "El instrumento de este espacio de trabajo lo cubre sin errores".to_owned()
        }
        (None, Some(MetBy::InstrumentSound)) => match seen.facts.instrument_errors {
            Some(_) => "El instrumento de este espacio de trabajo no tiene errores".to_owned(),
            None => "El instrumento no se hizo en este espacio de trabajo".to_owned(),
        },
        (None, Some(MetBy::Register)) => format!(
            "Ningún otro con el mismo título entre {} de este espacio de trabajo{}",
            spanish::counted(seen.registered, "estándar", "estándares"),
            match &seen.register {
                Some(register) => format!(", ni en el {register}"),
                None => ". No se comparó con el RENEC".to_owned(),
            }
        ),
        (None, _) => "Cumplido".to_owned(),
    };
    Ok(MetView {
        requirement: id.to_owned(),
        says: requirement.map_or(id, |it| it.asks).to_owned(),
        basis: seen.pack.basis(id),
        proof,
        file,
    })
}

/// What was typed, as the papers quote it.
pub(crate) fn typed_words(seen: &Seen<'_>, typed: Typed) -> String {
    let support = &seen.facts.support;
    match typed {
        Typed::CertifiablePopulation => {
            let people = support.certifiable_population.unwrap_or_default();
            let people = usize::try_from(people).unwrap_or(usize::MAX);
            let people = spanish::counted(people, "persona", "personas");
            format!("{people} ({})", support.population_source)
        }
        Typed::CertificationSolution => {
            let solutions = support.certification_solutions.iter();
            let said = solutions
                .map(|one| format!("{} {} ({})", one.kind.code(), one.name, one.standing.says()));
            said.collect::<Vec<_>>().join("; ")
        }
        Typed::Periods => format!(
            "Revisión: {}; certificado: {}",
            seen.facts.review_period, seen.facts.certificate_validity
        ),
        Typed::ConsequenceMechanism => support.consequence_mechanism.clone(),
    }
}

pub(crate) fn summary(act: &Act) -> ActSummary {
    ActSummary {
        number: u32::try_from(act.number).unwrap_or(u32::MAX),
        act: act.act.clone(),
        name: act_name(&act.act),
        on: act.on.clone(),
        by: act.by.clone(),
        evidence: act
            .evidence
            .iter()
            .map(|proof: &Proof| proof.file.to_string())
            .collect(),
        previous: act.previous.map(|digest| digest.to_string()),
        digest: act.digest.to_string(),
    }
}

/// The road of a standard as it is drawn: what goes right, in order.
const DRAWN: &[(&str, &[EcState])] = &[
    ("Propuesta", &[EcState::Proposed]),
    ("Grupo técnico", &[EcState::GteReady]),
    ("Mapa", &[EcState::MfDraft, EcState::MfValidated]),
    ("Estándar", &[EcState::EcDraft, EcState::EcValidated]),
    ("Instrumento", &[EcState::IecDraft, EcState::IecValidated]),
    ("Piloto", &[EcState::Pilot]),
    ("Aval del CGC", &[EcState::Endorsement]),
    ("Soporte", &[EcState::SupportFile]),
    ("Revisión", &[EcState::MethodReview, EcState::Returned]),
    (
        "COVACEC",
        &[
            EcState::CovacecReady,
            EcState::CovacecOnAgenda,
            EcState::CovacecPertinent,
            EcState::CovacecNotPertinent,
            EcState::Deferred,
        ],
    ),
    (
        "Comité Técnico",
        &[
            EcState::TcSubmitted,
            EcState::TcApproved,
            EcState::TcNotApproved,
            EcState::TcDeferred,
        ],
    ),
    (
        "DOF",
        &[EcState::Coded, EcState::DofSent, EcState::DofPublished],
    ),
    (
        "RENEC",
        &[
            EcState::RenecActive,
            EcState::ReviewDue,
            EcState::InUpdate,
            EcState::Superseded,
        ],
    ),
];

/// The same of a brand standard.
const DRAWN_BRAND: &[(&str, &[EcmState])] = &[
    ("Propuesta", &[EcmState::Proposed]),
    ("Criterios", &[EcmState::CriteriaReview, EcmState::Returned]),
    (
        "COVACEC",
        &[
            EcmState::CovacecOnAgenda,
            EcmState::CovacecPertinent,
            EcmState::CovacecNotPertinent,
            EcmState::Deferred,
        ],
    ),
    (
        "Comité Técnico",
        &[
            EcmState::TcSubmitted,
            EcmState::TcApproved,
            EcmState::TcNotApproved,
            EcmState::TcDeferred,
        ],
    ),
    (
        "DOF",
        &[EcmState::Coded, EcmState::DofSent, EcmState::DofPublished],
    ),
    ("Convenio", &[EcmState::AgreementSigned]),
    ("RENEC", &[EcmState::RenecActive]),
];

/// The steps that a road is drawn with: a name, and the states that belong to it.
pub(crate) fn drawn_road(track: Track) -> Vec<(&'static str, Vec<Stage>)> {
    match track {
        Track::Ec => {
            let steps = DRAWN.iter();
            steps
                .map(|(name, states)| (*name, states.iter().copied().map(Stage::Ec).collect()))
                .collect()
        }
        Track::Ecm => {
            let steps = DRAWN_BRAND.iter();
            steps
                .map(|(name, states)| (*name, states.iter().copied().map(Stage::Ecm).collect()))
                .collect()
        }
    }
}

/// The place on its drawn road of the step a state belongs to; an ended case is nowhere on it.
pub(crate) fn drawn(track: Track, stage: Stage) -> Option<usize> {
    let road = drawn_road(track);
    road.iter().position(|(_, states)| states.contains(&stage))
}

/// Every step that any road is drawn with, in order: those of a standard, and those that only a
/// brand standard has where they come. Each with the state it begins with.
pub(crate) fn drawn_steps() -> Vec<(Stage, &'static str)> {
    let first = |(name, states): (&'static str, Vec<Stage>)| (states[0], name);
    let mut steps: Vec<_> = drawn_road(Track::Ec).into_iter().map(first).collect();
    let mut after = 0;
    for (stage, name) in drawn_road(Track::Ecm).into_iter().map(first) {
        match steps.iter().position(|(_, there)| *there == name) {
            Some(there) => after = there,
            None => {
                after += 1;
                steps.insert(after, (stage, name));
            }
        }
    }
    steps
}

/// The road as it is drawn; with the edition that stands frozen, by its act and its digest.
pub(crate) fn road_steps(
    seen: &Seen<'_>,
    next: &[NextActView],
    frozen: Option<(u64, String)>,
) -> Vec<RoadStep> {
    let steps = seen.case.steps();
    let froze = frozen
        .as_ref()
        .and_then(|(number, _)| steps.iter().find(|step| step.number == *number));
    // An ended case is nowhere on the drawn road: what it reached stays behind it.
    let here = drawn(seen.case.track(), seen.case.stage());
    let lacks = next.first().map_or(0, |act| act.unmet.len());
    // What is missing is missing for the step that the next act belongs to, which may be this one.
    let leads = next.first().and_then(|act| {
        let to = |state: &Stage| state.code() == act.act;
        let road = drawn_road(seen.case.track());
        road.iter().position(|(_, states)| states.iter().any(to))
    });
    drawn_road(seen.case.track())
        .into_iter()
        .enumerate()
        .map(|(at, (name, states))| {
            let reached = states.iter().filter_map(|state| seen.case.entered(*state));
            let reached = reached.map(|step| step.on).max();
            let returned = seen.case.stage().code() == EcState::Returned.code();
            let status = match () {
                () if Some(at) == here && returned => "returned",
                () if Some(at) == here => "here",
                () if reached.is_some() && here.is_none_or(|here| at < here) => "past",
                () if here.is_some_and(|here| at == here + 1) => "next",
                () => "later",
            };
            let datum = match (status, reached) {
                _ if Some(at) == leads && lacks > 0 => match lacks {
                    1 => "falta 1 requisito".to_owned(),
                    lacks => format!("faltan {lacks} requisitos"),
                },
                ("past" | "here" | "returned", Some(on)) => spanish::day(on),
                _ => String::new(), // Nothing to say yet.
            };
            RoadStep {
                state: states[0].code().to_owned(),
                name: name.to_owned(),
                status: status.to_owned(),
                datum,
                frozen: frozen
                    .as_ref()
                    .filter(|_| froze.is_some_and(|step| states.contains(&step.to)))
                    .map(|(_, digest)| digest.clone()),
            }
        })
        .collect()
}
