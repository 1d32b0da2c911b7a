//! A case on its road: where it stands, what comes next, and doing it.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::act::{Act, Proof};
use domain::calendar::Calendar;
use domain::ec::CompetenceStandard;
use domain::ec_case::{EcCase, EcState, Editing};
use domain::edition::Digest;
use domain::ids::EcId;
use domain::requirement::{self, MetBy, Saying};
use domain::road::{self, REGISTERED_AS_FOUND, Refusal, Step};
use domain::rule_pack::RulePack;
use domain::waiting::{self, Doing, Facts, Next, Said, Scene, Unmet};
use store::{EditionKind, Reader, SUPPORT_ACT, Writer};

use crate::error::Error;
use crate::spanish;
use crate::wire::{
    ActSummary, ById, CaseView, FindingCounts, MetView, NextActView, PerformAct, RoadStep,
    StandardView, UnmetView,
};
use crate::writing::{Deed, digest};
use crate::{Desk, Moment, Office};

/// A case as it was read: its road, what is known of it, and the acts that are no edits.
pub(crate) struct Seen<'a> {
    pub(crate) id: EcId,
    pub(crate) case: EcCase,
    pub(crate) facts: Facts,
    pub(crate) deeds: Vec<Act>,
    pub(crate) pack: &'a RulePack,
    pub(crate) calendar: Calendar,
    pub(crate) today: NaiveDate,
    pub(crate) title: String,
}

impl Seen<'_> {
    pub(crate) fn scene(&self) -> Scene<'_> {
        Scene {
            facts: &self.facts,
            pack: self.pack,
            calendar: &self.calendar,
            today: self.today,
        }
    }
}

/// The titles of the workspace, as they are compared: who has the same one.
pub(crate) struct Titles(HashMap<String, Vec<(EcId, String)>>);

impl Titles {
    pub(crate) fn of(reader: &Reader<'_>) -> Result<Titles, Error> {
        let mut titles: HashMap<String, Vec<(EcId, String)>> = HashMap::new();
        for other in reader.registered()? {
            let named = match other.code.is_empty() {
                true => other.title.clone(),
                false => other.code,
            };
            let folded = domain::text::fold(&other.title);
            titles.entry(folded).or_default().push((other.id, named));
        }
        Ok(Titles(titles))
    }

    /// How the others with that title are named.
    fn others(&self, id: EcId, title: &str) -> Vec<String> {
        let folded = domain::text::fold(title);
        if folded.is_empty() {
            return Vec::new();
        }
        let same = self.0.get(&folded).map_or(&[][..], Vec::as_slice).iter();
        let others = same.filter(|(other, _)| *other != id);
        others.map(|(_, named)| named.clone()).collect()
    }
}

/// An act as people call it.
pub(crate) fn act_name(act: &str) -> String {
    let name = match act {
        "EDIT" => "Edición",
        "UNDO" => "Deshacer",
        "REDO" => "Rehacer",
        "ATTACH" => "Documento adjunto",
        SUPPORT_ACT => "Expediente soporte capturado",
        "SET_ASIDE" => "Hallazgo apartado",
        "TAKEN_UP" => "Hallazgo retomado",
        "PACKET" => "Paquete armado",
        "SETTINGS" => "Ajustes",
        "HEAD" => "Registro de actos",
        REGISTERED_AS_FOUND => "Registrado como se encontró",
        _ => match EcState::from_code(act) {
            Some(state) => state.says(),
            None => act,
        },
    };
    name.to_owned()
}

impl Desk {
    /// Where a case stands and what comes next.
    pub fn case(&mut self, request: ById) -> Result<CaseView, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let seen = self.office.seen(reader, id)?;
            self.office.case_view(reader, &seen)
        })
    }

    /// Performs an act of the road, with the files that prove it, or says all that it lacks.
    pub fn perform_act(&mut self, request: PerformAct) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        let files = crate::evidence::gather(&request.evidence)?;
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let fields: Vec<_> = request
                .fields
                .iter()
                .map(|field| (field.name.clone(), field.text.clone()))
                .collect();
            self.office.type_fields(writer, &moment, id, &fields)?;
            let mut seen = self.office.seen(writer, id)?;
            let number = seen.deeds_end(writer)?;
            for file in &files {
                seen.facts.evidence.insert(file.requirement.clone(), number);
            }
            let deed = self.office.allowed(&mut seen, &request, on, number)?;
            let evidence = self.office.keep(writer, &files)?;
            let standard = writer.standard(id)?;
            let digest = digest(&standard);
            let deed = Deed {
                on: Some(on.to_string()),
                subject: Some(digest),
                result: Some(digest),
                evidence,
                ..deed
            };
            let act = self.office.seal(writer, &moment, &id.to_string(), deed)?;
            if freezes(&seen.case) {
                let bytes = packets::document::canonical(&standard);
                writer.keep_edition(id, EditionKind::Standard, act.number, &bytes)?;
            }
            self.office.seal_head(writer, &moment, &act)?;
            Ok::<EcId, Error>(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }
}

impl Office {
    /// The deed of an act that the road allows, or the refusal that lists what is missing.
    fn allowed<'r>(
        &self,
        seen: &mut Seen<'_>,
        request: &'r PerformAct,
        on: NaiveDate,
        number: u64,
    ) -> Result<Deed<'r>, Error> {
        let said = said(request)?;
        let mut body: BTreeMap<&str, &str> =
            said.iter().map(|(k, v)| (k.code(), v.as_str())).collect();
        let found = request.act == REGISTERED_AS_FOUND;
        let named = |name: &str| request.fields.iter().find(|field| field.name == name);
        let word = match found {
            true => named("state").map_or("", |field| field.text.as_str()),
            false => request.act.as_str(),
        };
        let Some(to) = EcState::from_code(word) else {
            return Err(Error::Refused {
                act: request.act.clone(),
                reason: format!("«{word}» no es un acto del camino de un estándar."),
                unmet: Vec::new(),
            });
        };
        let doing = Doing {
            number,
            to,
            on,
            said: said.clone(),
        };
        let mut case = seen.case.clone();
        let done = if found {
            body.insert("state", word);
            EcCase::register(Some(&case), &doing, &seen.scene()).map(|found| case = found)
        } else {
            case.perform(&doing, &seen.scene())
        };
        done.map_err(|refusal| refused(&request.act, &refusal))?;
        seen.case = case;
        Ok(Deed {
            act: &request.act,
            body: match body.is_empty() {
                true => String::new(),
                false => serde_json::to_string(&body)
                    .expect("words are plain data, which always has a JSON form"),
            },
            ..Deed::default()
        })
    }

    /// A case as it stands, with the review of its standard.
    pub(crate) fn seen(&self, reader: &Reader<'_>, id: EcId) -> Result<Seen<'_>, Error> {
        let standard = reader.standard(id)?;
        let pack = self.case_pack(reader, id)?;
        let review = self.review(reader, Some(id), &standard, pack)?;
        self.look(reader, id, &standard, &review.counts, &Titles::of(reader)?)
    }

    pub(crate) fn look(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        standard: &CompetenceStandard,
        counts: &FindingCounts,
        titles: &Titles,
    ) -> Result<Seen<'_>, Error> {
        let deeds = reader.deeds(&id.to_string())?;
        let case = road_of(&deeds)?;
        let mut evidence = BTreeMap::new();
        for act in &deeds {
            for proof in &act.evidence {
                evidence.insert(proof.requirement.clone(), act.number);
            }
        }
        let duplicates = titles.others(id, &standard.title);
        let facts = Facts {
            evidence,
            support: reader.support_file(id)?,
            review_period: standard.general.review_period.clone(),
            certificate_validity: standard.general.certificate_validity.clone(),
            publication_date: standard.general.publication_date,
            blocking_errors: counts.errors as usize,
            duplicates,
        };
        let pack = self.pack(case.filed_on());
        Ok(Seen {
            id,
            case,
            facts,
            deeds,
            pack,
            calendar: self.calendar(reader)?,
            today: self.now().today,
            title: standard.title.clone(),
        })
    }

    pub(crate) fn case_view(
        &self,
        reader: &Reader<'_>,
        seen: &Seen<'_>,
    ) -> Result<CaseView, Error> {
        let waiting = waiting::waiting(&seen.case, &seen.scene());
        let next = waiting
            .next
            .iter()
            .map(|next| next_view(reader, seen, next));
        let next = next.collect::<Result<Vec<_>, Error>>()?;
        Ok(CaseView {
            id: seen.id.to_string(),
            kind: "EC_PROJECT".to_owned(),
            title: seen.title.clone(),
            state: waiting.state.to_owned(),
            state_name: waiting.says.to_owned(),
            rule_pack: seen.pack.id.clone(),
            holder: waiting.holder.to_owned(),
            since: Some(waiting.since.to_string()),
            since_words: spanish::day(waiting.since),
            road: road_steps(seen, &next),
            next,
            acts: seen
                .deeds
                .iter()
                .filter(|act| step_of(act).is_some())
                .map(summary)
                .collect(),
        })
    }

    /// An edit to frozen documents takes the case back to drafting, by an act of its own; an edit to
    /// what was approved is refused.
    pub(crate) fn reopen_if_frozen(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        after: &CompetenceStandard,
    ) -> Result<(), Error> {
        let deeds = writer.deeds(&id.to_string())?;
        let case = road_of(&deeds)?;
        match case.state().editing() {
            Editing::Free => Ok(()),
            Editing::Closed => Err(Error::Refused {
                act: "EDIT".to_owned(),
                reason: format!(
                    "El estándar está en «{}»: lo aprobado no se edita. Para cambiarlo, inicie una actualización.",
                    case.state().says()
                ),
                unmet: Vec::new(),
            }),
            Editing::Reopens(to) => {
                let digest = digest(after);
                let body = serde_json::json!({ "reason": "Se editó un documento congelado" });
                let deed = Deed {
                    act: to.code(),
                    subject: Some(digest),
                    result: Some(digest),
                    body: body.to_string(),
                    ..Deed::default()
                };
                let act = self.seal(writer, moment, &id.to_string(), deed)?;
                self.seal_head(writer, moment, &act)
            }
        }
    }

    /// The digest that the case froze, while it stands frozen.
    pub(crate) fn frozen(
        &self,
        reader: &Reader<'_>,
        seen: &Seen<'_>,
    ) -> Result<Option<Digest>, Error> {
        if seen.case.state().editing() == Editing::Free {
            return Ok(None);
        }
        let editions = reader.editions(seen.id)?;
        let standards = editions
            .iter()
            .rev()
            .filter(|e| e.kind == EditionKind::Standard);
        Ok(standards.map(|edition| edition.digest).next())
    }
}

impl Seen<'_> {
    /// The number that the next act of the chain will have.
    pub(crate) fn deeds_end(&self, reader: &Reader<'_>) -> Result<u64, Error> {
        Ok(reader.acts_count(&self.id.to_string())? + 1)
    }
}

/// Acts after which the text is what a body validated, endorsed or received.
fn freezes(case: &EcCase) -> bool {
    matches!(
        case.state(),
        EcState::EcValidated
            | EcState::Endorsement
            | EcState::MethodReview
            | EcState::CovacecReady
            | EcState::TcSubmitted
            | EcState::TcApproved
            | EcState::Coded
            | EcState::DofPublished
    )
}

fn said(request: &PerformAct) -> Result<Said, Error> {
    let mut said = Said::new();
    for field in &request.fields {
        let text = crate::edits::checked(&field.text, true)?;
        if let Some(saying) = Saying::from_code(&field.name) {
            said.insert(saying, text);
        }
    }
    let reason = crate::edits::checked(&request.reason, true)?;
    if !reason.is_empty() {
        for saying in [Saying::Reason, Saying::Observations] {
            said.entry(saying).or_insert_with(|| reason.clone());
        }
    }
    Ok(said)
}

/// A day as it was typed; today when it was not.
pub(crate) fn day(typed: &str, moment: &Moment) -> Result<NaiveDate, Error> {
    match typed.trim() {
        "" => Ok(moment.today),
        typed => {
            let day: NaiveDate = typed.parse().map_err(|_| Error::BadDay(typed.to_owned()))?;
            if moment.today < day {
                return Err(Error::BadDay(typed.to_owned()));
            }
            Ok(day)
        }
    }
}

/// An act as a step of the road, if it is one.
fn step_of(act: &Act) -> Option<Step<EcState>> {
    let found = act.act == REGISTERED_AS_FOUND;
    let word = match found {
        true => {
            let body: serde_json::Value = serde_json::from_str(&act.body).ok()?;
            body["state"].as_str()?.to_owned()
        }
        false => act.act.clone(),
    };
    Some(Step {
        number: act.number,
        to: EcState::from_code(&word)?,
        on: act.on.parse().ok()?,
        found,
    })
}

/// The road that acts went, each taken again.
pub(crate) fn road_of(deeds: &[Act]) -> Result<EcCase, Error> {
    let corrupt = |_: Refusal| store::Error::Corrupt { what: "case" };
    let mut steps = deeds.iter().filter_map(step_of);
    let first = steps.next().ok_or(store::Error::Corrupt { what: "case" })?;
    let mut case = EcCase::open(first).map_err(corrupt)?;
    for step in steps {
        case.take(step).map_err(corrupt)?;
    }
    Ok(case)
}

pub(crate) fn unmet_view(unmet: &Unmet) -> UnmetView {
    let (how, field) = match requirement::find(unmet.requirement).map(|it| it.met_by) {
        Some(MetBy::Typed(typed) | MetBy::TypedOrFile(typed)) => ("TYPED", Some(typed.code())),
        Some(MetBy::Said(saying)) => ("SAID", Some(saying.code())),
        Some(MetBy::Review) => ("REVIEWER", None),
        Some(MetBy::Register) => ("REGISTER", None),
        Some(MetBy::File | MetBy::LimitReachedOrFile) => ("FILE", None),
        Some(MetBy::OneOfEach(_) | MetBy::TermRun(_) | MetBy::LimitPassed | MetBy::Stage)
        | None => ("ACT", None),
    };
    UnmetView {
        requirement: unmet.requirement.to_owned(),
        says: unmet.says.clone(),
        basis: unmet.basis.clone(),
        how: how.to_owned(),
        field: field.map(ToOwned::to_owned),
    }
}

/// A refusal of the road, with all it lists.
pub(crate) fn refused(act: &str, refusal: &Refusal) -> Error {
    let unmet = match refusal {
        Refusal::Unmet { unmet, .. } => unmet.iter().map(unmet_view).collect(),
        _ => Vec::new(), // The others lack nothing: they are out of their time or place.
    };
    let name = |code: &str| act_name(code);
    let reason = match refusal {
        Refusal::Unmet { unmet, .. } if unmet.len() == 1 => {
            format!("{} para pasar a «{}».", unmet[0].says, name(act))
        }
        Refusal::Unmet { unmet, .. } => {
            format!(
                "Faltan {} requisitos para pasar a «{}».",
                unmet.len(),
                name(act)
            )
        }
        Refusal::NotAStart { act } => format!("Un caso no empieza en «{}».", name(act)),
        Refusal::OffTheRoad { state, act } => {
            format!("De «{}» no se pasa a «{}».", name(state), name(act))
        }
        Refusal::AlreadyUnderWay { state } => format!(
            "El caso ya está en camino («{}») y no se registra como se encontró.",
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

fn next_view(reader: &Reader<'_>, seen: &Seen<'_>, next: &Next) -> Result<NextActView, Error> {
    let needs = road::ways_on(seen.case.state())
        .find(|way| way.to.code() == next.act)
        .map_or(&[][..], |way| way.needs);
    let missing = |id: &str| next.unmet.iter().any(|unmet| unmet.requirement == id);
    let met = needs.iter().filter(|id| !missing(id));
    let met = met
        .map(|id| met_view(reader, seen, id))
        .collect::<Result<Vec<_>, Error>>()?;
    let asks_reason = |id: &&str| {
        let met_by = requirement::find(id).map(|it| it.met_by);
        matches!(met_by, Some(MetBy::Said(_)))
    };
    let left = next.working_days_left;
    Ok(NextActView {
        act: next.act.to_owned(),
        name: next.says.to_owned(),
        who: next.who.to_owned(),
        since: Some(next.since.to_string()),
        since_words: spanish::day(next.since),
        due: next.due.map(|due| due.to_string()),
        due_words: next
            .due
            .map_or_else(|| "sin plazo".to_owned(), spanish::day),
        working_days_left: left.map(|left| i32::try_from(left).unwrap_or(i32::MAX)),
        basis: next.basis.clone(),
        needs_reason: needs.iter().any(asks_reason),
        unmet: next.unmet.iter().map(unmet_view).collect(),
        met,
    })
}

pub(crate) fn met_view(reader: &Reader<'_>, seen: &Seen<'_>, id: &str) -> Result<MetView, Error> {
    let requirement = requirement::find(id);
    let file = crate::evidence::last(reader, &seen.deeds, id)?;
    let proof = match (&file, requirement.map(|it| it.met_by)) {
        (Some(file), _) => format!("«{}», de {}", file.name, file.by),
        (None, Some(MetBy::Typed(_) | MetBy::TypedOrFile(_))) => "Capturado".to_owned(),
        (None, Some(MetBy::Review)) => "La revisión no señala errores".to_owned(),
        (None, Some(MetBy::Register)) => "No hay otro con el mismo título".to_owned(),
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

/// The road as it is drawn: what goes right, in order.
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

/// The name of the drawn step a state belongs to, and its place.
pub(crate) fn drawn(state: EcState) -> Option<(usize, &'static str)> {
    let found = DRAWN
        .iter()
        .position(|(_, states)| states.contains(&state))?;
    Some((found, DRAWN[found].0))
}

/// The names of the drawn steps, in order.
pub(crate) fn drawn_names() -> impl Iterator<Item = &'static str> {
    DRAWN.iter().map(|(name, _)| *name)
}

fn road_steps(seen: &Seen<'_>, next: &[NextActView]) -> Vec<RoadStep> {
    let here = drawn(seen.case.state()).map_or(usize::MAX, |(at, _)| at);
    let lacks = next.first().map_or(0, |act| act.unmet.len());
    DRAWN
        .iter()
        .enumerate()
        .map(|(at, (name, states))| {
            let reached = states.iter().filter_map(|state| seen.case.entered(*state));
            let reached = reached.map(|step| step.on).max();
            let returned = seen.case.state() == EcState::Returned;
            let status = match () {
                () if at == here && returned => "returned",
                () if at == here => "here",
                () if at < here && reached.is_some() => "past",
                () if at == here + 1 => "next",
                () => "later",
            };
            let datum = match (status, reached) {
                ("past" | "here" | "returned", Some(on)) => spanish::day(on),
                ("next", _) if lacks > 0 => match lacks {
                    1 => "falta 1 requisito".to_owned(),
                    lacks => format!("faltan {lacks} requisitos"),
                },
                _ => String::new(), // Nothing to say yet.
            };
            RoadStep {
                state: states[0].code().to_owned(),
                name: (*name).to_owned(),
                status: status.to_owned(),
                datum,
            }
        })
        .collect()
}
