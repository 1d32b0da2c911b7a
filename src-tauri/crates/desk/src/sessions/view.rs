//! A session as it is shown.

use chrono::Datelike as _;
use domain::cgc_case::CaseKind;
use domain::covacec::{CovacecSession, Declared, Matter, Outcome, Tally};
use store::Reader;

use super::journal::Held;
use super::{committee_of, held, stands_in};
use crate::Office;
use crate::committees::kind_name;
use crate::error::Error;
use crate::spanish;
use crate::wire::{
    FollowUpView, MatterView, QuorumView, ResolutionView, SeatView, SessionLine, SessionView,
    VoteView,
};

/// The number of a session in its year: «3/2026».
pub(super) fn number(session: &CovacecSession) -> String {
    format!("{}/{}", session.number, session.on.year())
}

/// «3.ª sesión ordinaria de 2026».
pub(super) fn name(session: &CovacecSession) -> String {
    format!(
        "{}.ª sesión {} de {}",
        session.number,
        session.kind.says(),
        session.on.year()
    )
}

fn state(session: &CovacecSession) -> (&'static str, &'static str) {
    match () {
        () if session.cancelled.is_some() => ("CANCELLED", "No se celebró"),
        () if session.closed.is_some() => ("CLOSED", "Terminada"),
        () if session.open => ("OPEN", "En curso"),
        () if session.called.is_some() => ("CALLED", "Convocada"),
        () => ("DRAFT", "En preparación"),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub(super) fn line(held: &Held) -> SessionLine {
    let session = &held.session;
    let (code, says) = state(session);
    SessionLine {
        id: held.id.to_string(),
        name: name(session),
        number: number(session),
        on: spanish::day(session.on),
        day: session.on.to_string(),
        state: code.to_owned(),
        state_name: says.to_owned(),
        matters: count(session.agenda.len()),
    }
}

/// Every resolution that was declared: its session, its number, its matter, and what was declared.
pub(super) fn resolutions(
    all: &[Held],
) -> impl Iterator<Item = (&Held, String, &Matter, &Declared)> {
    all.iter().flat_map(|held| {
        held.session.agenda.iter().filter_map(move |matter| {
            let declared = matter.declared.as_ref()?;
            Some((held, held.session.resolution(declared), matter, declared))
        })
    })
}

/// The resolutions of ended sessions that still wait for something: those that put a matter off, or
/// asked for something, until somebody said they are done.
pub(super) fn pending(all: &[Held], but: Option<&Held>) -> Vec<ResolutionView> {
    let mut pending = Vec::new();
    for (held, number, matter, declared) in resolutions(all) {
        let own = but.is_some_and(|it| it.id == held.id);
        if own || !held.session.is_over() || declared.reasons.is_empty() {
            continue;
        }
        let said = all.iter().flat_map(|it| &it.session.follow_up);
        let said: Vec<_> = said.filter(|it| it.resolution == number).collect();
        if said.iter().any(|it| it.done) {
            continue;
        }
        pending.push(ResolutionView {
            number,
            title: matter.title.clone(),
            declared: declared_says(matter.kind, declared.in_favour).to_owned(),
            reasons: declared.reasons.clone(),
            last: said.last().map(|it| it.says.clone()).unwrap_or_default(),
        });
    }
    pending
}

/// What was declared, in the words that the matter has.
pub(super) const fn declared_says(kind: CaseKind, in_favour: Option<bool>) -> &'static str {
    match (in_favour, kind) {
        (None, _) => "Diferido",
        (
            Some(true),
            CaseKind::Integration
            | CaseKind::Renewal
            | CaseKind::Restructuring
            | CaseKind::Ratification
            | CaseKind::Substitution,
        ) => "Procedente",
        (
            Some(false),
            CaseKind::Integration
            | CaseKind::Renewal
            | CaseKind::Restructuring
            | CaseKind::Ratification
            | CaseKind::Substitution,
        ) => "No procedente",
        (
            Some(true),
            CaseKind::EcOwnerChange
            | CaseKind::EcProject
            | CaseKind::EcmProject
            | CaseKind::SolutionAuthorization,
        ) => "Pertinente",
        (
            Some(false),
            CaseKind::EcOwnerChange
            | CaseKind::EcProject
            | CaseKind::EcmProject
            | CaseKind::SolutionAuthorization,
        ) => "No pertinente",
    }
}

/// What is needed, and of how many: «6 de 10 integrantes presentes con voto».
pub(super) fn needed(tally: &Tally) -> String {
    format!("{} de {} {}", tally.needed, tally.of, tally.basis.says())
}

/// What follows if a matter is declared now.
fn follows(matter: &Matter, tally: &Tally) -> String {
    if tally.of == 0 && tally.recused == 0 {
        return "Sin votar".to_owned();
    }
    match tally.outcome {
        Outcome::Open => match tally.waited_for.len() {
            1 => "Falta 1 voto".to_owned(),
            n => format!("Faltan {n} votos"),
        },
        Outcome::Tied => "Empate: decide el voto de calidad de quien preside".to_owned(),
        Outcome::Carried => declared_says(matter.kind, Some(true)).to_owned(),
        Outcome::NotCarried => declared_says(matter.kind, Some(false)).to_owned(),
    }
}

impl Office {
    pub(super) fn covacec_view(
        &self,
        reader: &Reader<'_>,
        it: &Held,
    ) -> Result<SessionView, Error> {
        let session = &it.session;
        let today = self.now().today;
        let all = held(reader)?;
        let committees = self.committees_kept(reader)?;
        let (code, says) = state(session);
        let presides = session.presides().map(|seat| seat.number);
        let voters: Vec<u8> = session.voters().iter().map(|seat| seat.number).collect();
        let seats = session.composition.seats.iter().map(|seat| SeatView {
            number: seat.number,
            role: seat.role.says().to_owned(),
            post: seat.post.clone(),
            holder: seat.holder.clone(),
            acting: seat.acting,
            substitute: seat.substitute.clone(),
            sitting: session.sitting(seat).unwrap_or_default(),
            stands_in: stands_in(&session.filled(seat.number)),
            presides: presides == Some(seat.number),
            votes: voters.contains(&seat.number),
            same_as: session
                .composition
                .held_too(seat.number)
                .next()
                .map(|other| other.number),
        });
        let quorum = session.quorum().map(|quorum| QuorumView {
            present: count(quorum.present),
            needed: count(quorum.needed),
            of: count(quorum.of),
            holds: quorum.holds(),
            says: match (quorum.holds(), quorum.presides) {
                (true, _) => format!(
                    "Hay quórum: {} de {} {}; se necesitan {} (la mitad más uno)",
                    quorum.present,
                    quorum.of,
                    quorum.base.says(),
                    quorum.needed
                ),
                (false, None) => "No hay quórum: falta quien presida".to_owned(),
                (false, Some(_)) => format!(
                    "No hay quórum: {} de {} {}; se necesitan {}",
                    quorum.present,
                    quorum.of,
                    quorum.base.says(),
                    quorum.needed
                ),
            },
        });
        let matters = session.agenda.iter().enumerate();
        let matters = matters.map(|(at, matter)| {
            let is_committee = committee_of(&committees, &matter.case);
            matter_view(session, at, matter, is_committee)
        });
        let notice = self.earliest(reader, today)?;
        Ok(SessionView {
            id: it.id.to_string(),
            name: name(session),
            number: number(session),
            on: spanish::day(session.on),
            place: session.place.clone(),
            state: code.to_owned(),
            state_name: says.to_owned(),
            notice: format!("{} ({})", spanish::day(notice.0), notice.1),
            called: session.called.map_or_else(String::new, spanish::day),
            base: session
                .composition
                .base
                .map_or("", |it| it.code())
                .to_owned(),
            confirmed: session.composition.confirmed,
            majority: session.composition.majority.says().to_owned(),
            quorum,
            seats: seats.collect(),
            matters: matters.collect(),
            guests: session.guests.clone(),
            ready: match session.called {
                None => self.ready(reader, &all)?,
                Some(_) => Vec::new(),
            },
            follow_up: session
                .follow_up
                .iter()
                .map(|one| FollowUpView {
                    resolution: one.resolution.clone(),
                    says: one.says.clone(),
                    done: one.done,
                })
                .collect(),
            pending: match session.is_over() {
                true => Vec::new(),
                false => pending(&all, Some(it)),
            },
            others: session
                .closed
                .clone()
                .or_else(|| session.cancelled.clone())
                .unwrap_or_default(),
            minutes: it.minutes.map(|digest| digest.to_string()),
        })
    }
}

fn matter_view(
    session: &CovacecSession,
    at: usize,
    matter: &Matter,
    is_committee: bool,
) -> MatterView {
    let tally = match &matter.declared {
        Some(declared) => declared.tally.clone(),
        None => session.tally(matter),
    };
    let vote = |seat: u8, vote: domain::covacec::Vote| VoteView {
        seat,
        vote: vote.code().to_owned(),
        vote_name: vote.says().to_owned(),
    };
    let votes = match &matter.declared {
        Some(declared) => declared.votes.iter().map(|it| vote(it.0, it.2)).collect(),
        None => matter
            .votes
            .iter()
            .map(|(seat, it)| vote(*seat, *it))
            .collect(),
    };
    let declared = matter.declared.as_ref();
    MatterView {
        id: matter.id.to_string(),
        place: count(at + 1),
        kind: kind_name(matter.kind).to_owned(),
        case: matter.case.clone(),
        is_committee,
        title: matter.title.clone(),
        presenter: matter.presenter.clone(),
        votes,
        in_favour: count(tally.in_favour),
        against: count(tally.against),
        abstentions: count(tally.abstentions),
        recused: count(tally.recused),
        waited_for: count(tally.waited_for.len()),
        needed: needed(&tally),
        outcome: tally.outcome.code().to_owned(),
        follows: follows(matter, &tally),
        casting: matter.casting,
        resolution: declared
            .map(|it| session.resolution(it))
            .unwrap_or_default(),
        declared: declared
            .map_or("", |it| declared_says(matter.kind, it.in_favour))
            .to_owned(),
        reasons: declared.map(|it| it.reasons.clone()).unwrap_or_default(),
    }
}
