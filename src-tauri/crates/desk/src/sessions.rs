//! Sessions of COVACEC: called with their agenda, held with quorum and votes, and told by their
//! minutes, which prove in each case what was decided.

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};
use domain::cgc_case::{CaseKind, CgcState, kind as committee_case};
use domain::covacec::{self, Composition, Presence, QuorumOf, SessionKind, Vote};
use domain::ec_case::EcState;
use domain::ecm_case::EcmState;
use domain::ids::PartId;
use domain::officer_change::OfficerChangeState;
use domain::project::Stage;
use domain::text::fold;
use store::{Filter, Reader, Setting, Writer};

use crate::committees::{Kept, kind_name};
use crate::edits;
use crate::error::Error;
use crate::roads::road_of;
use crate::spanish;
use crate::wire::{
    BeginSession, ById, Made, ReadyCase, SessionDeed, SessionLine, SessionRequest, SessionView,
    SessionsView,
};
use crate::writing::Deed;
use crate::{Desk, Moment, Office};

mod composition;
mod journal;
mod papers;
mod steps;
mod tc;
mod view;

use journal::{BEGUN, Held, Record};
pub use papers::SessionExporting;
pub use steps::{SteppedSession, SteppingSession};

/// Under which word an act names the notice, and the minutes.
const NOTICE: &str = "NOTICE";
const MINUTES: &str = "MINUTES";

impl Desk {
    /// The sessions of COVACEC, and what may be put on an agenda.
    pub fn sessions(&mut self, _: crate::wire::Nothing) -> Result<SessionsView, Error> {
        let today = self.office.now().today;
        self.store.read(|reader| {
            let mut all = held(reader)?;
            all.sort_by_key(|it| std::cmp::Reverse((it.session.on, it.session.number)));
            Ok(SessionsView {
                ready: self.office.ready(reader, &all)?,
                next_due: self.office.next_due(&all, today),
                pending: view::pending(&all, None),
                sessions: all.iter().map(view::line).collect(),
            })
        })
    }

    /// A session.
    pub fn session(&mut self, request: ById) -> Result<SessionView, Error> {
        self.store.read(|reader| {
            let held = named(reader, &request.id)?;
            self.office.covacec_view(reader, &held)
        })
    }

    /// Begins a session: its agenda is open until its notice is sent.
    pub fn begin_session(&mut self, request: BeginSession) -> Result<Made, Error> {
        let moment = self.office.now();
        let kind = kind_of(&request.kind)?;
        let on = day_of_session(&request.on)?;
        let place = edits::checked(&request.place, false)?;
        let id = moment.ids().session().to_string();
        self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let all = held(writer)?;
            let year = all.iter().filter(|it| it.session.on.year() == on.year());
            let number = year.map(|it| it.session.number).max().unwrap_or(0) + 1;
            let composition = self.office.composition(writer, on)?;
            let record = Record::Begun {
                number,
                kind: kind.code().to_owned(),
                on: on.to_string(),
                place,
                composition: covacec::write(std::slice::from_ref(&composition)),
            };
            self.office
                .note_session(writer, &moment, &id, &record, moment.today, Vec::new())
        })?;
        Ok(Made { id })
    }

    /// Writes down what happened in a session.
    pub fn do_in_session(&mut self, request: SessionDeed) -> Result<SessionView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let mut held = named(writer, &request.session)?;
            let record = self
                .office
                .session_record(writer, &held, request.deed, &moment)?;
            let event = record.event();
            let event = event.ok_or(store::Error::Corrupt { what: "session" })?;
            held.session.take(event, moment.today)?;
            let id = held.id.to_string();
            if let Record::Based { base } = &record {
                self.office.base_is_said(writer, &moment, base)?;
            }
            self.office
                .note_session(writer, &moment, &id, &record, moment.today, Vec::new())?;
            Ok::<_, Error>(id)
        })?;
        self.session(ById { id })
    }
}

impl Office {
    /// Seals what happened in a session.
    fn note_session(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        chain: &str,
        record: &Record,
        on: NaiveDate,
        evidence: Vec<domain::act::Proof>,
    ) -> Result<(), Error> {
        let deed = Deed {
            act: record.act(),
            on: Some(on.to_string()),
            evidence,
            body: record.text(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, chain, deed)?;
        self.seal_head(writer, moment, &act)
    }

    /// Who sits in COVACEC on a day.
    fn composition(&self, reader: &Reader<'_>, on: NaiveDate) -> Result<Composition, Error> {
        let text = reader.setting(Setting::Covacec)?.unwrap_or_default();
        // What was set was read before it was kept.
        let all = covacec::parse(&text).unwrap_or_default();
        let found = covacec::in_force(&all, on).cloned();
        found.ok_or_else(|| Error::Refused {
            act: BEGUN.to_owned(),
            reason: format!(
                "No hay una integración del COVACEC vigente el {}: regístrela en Catálogos.",
                spanish::day(on)
            ),
            unmet: Vec::new(),
        })
    }

    /// The sessions that are not over, the next one first.
    pub(crate) fn coming_sessions(&self, reader: &Reader<'_>) -> Result<Vec<SessionLine>, Error> {
        let mut all = held(reader)?;
        all.retain(|it| !it.session.is_over());
        all.sort_by_key(|it| it.session.on);
        Ok(all.iter().map(view::line).collect())
    }

    /// The cases that may be put on an agenda: those that wait for COVACEC and are on none.
    fn ready(&self, reader: &Reader<'_>, all: &[Held]) -> Result<Vec<ReadyCase>, Error> {
        let taken: Vec<&str> = all
            .iter()
            .filter(|it| !it.session.is_over())
            .flat_map(|it| it.session.agenda.iter().map(|matter| matter.case.as_str()))
            .collect();
        let mut ready = Vec::new();
        for kept in self.committees_kept(reader)?.iter().filter(|it| !it.away) {
            let Some(case) = &kept.case else { continue };
            let waits = matches!(case.state(), CgcState::Ready | CgcState::Deferred);
            let id = kept.id.to_string();
            if waits && !taken.contains(&id.as_str()) {
                ready.push(ReadyCase {
                    title: kept.committee.name.clone(),
                    kind: kind_name(committee_case(case)).to_owned(),
                    since: spanish::day(case.since()),
                    state_name: case.state().says().to_owned(),
                    id,
                });
            }
        }
        for change in self.changes(reader)? {
            let state = change.case.state();
            let waits = matches!(
                state,
                OfficerChangeState::InReview | OfficerChangeState::OnAgenda
            );
            let id = change.id.to_string();
            if waits && !taken.contains(&id.as_str()) {
                ready.push(ReadyCase {
                    title: self.change_title(reader, &change)?,
                    kind: kind_name(change.kind()).to_owned(),
                    since: spanish::day(change.case.since()),
                    state_name: state.says().to_owned(),
                    id,
                });
            }
        }
        for row in reader.standards(&Filter::default())? {
            let state = row.state.as_deref().unwrap_or_default();
            let id = row.id.to_string();
            if !["COVACEC_READY", "DEFERRED", "CRITERIA_REVIEW"].contains(&state)
                || taken.contains(&id.as_str())
            {
                continue;
            }
            let case = road_of(&reader.deeds(&id)?)?;
            ready.push(ReadyCase {
                title: row.title,
                kind: kind_name(case.track().kind()).to_owned(),
                since: spanish::day_of(row.since.as_deref().unwrap_or_default()),
                state_name: case.stage().says().to_owned(),
                id,
            });
        }
        Ok(ready)
    }

    /// By when the next session is due: the manual asks for one every two months.
    fn next_due(&self, all: &[Held], today: NaiveDate) -> String {
        let pack = self.pack(today);
        let last = all.iter().filter(|it| it.session.closed.is_some());
        let last = last.map(|it| it.session.on).max();
        let Some((last, deadline)) = last.zip(pack.deadline("COVACEC.INTERVAL")) else {
            return String::new();
        };
        let due = domain::calendar::Calendar::shipped().end_of(deadline.term, last);
        due.map_or_else(String::new, |due| {
            format!("{} ({})", spanish::day(due), deadline.basis())
        })
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each thing that happens, read in one go"
    )]
    fn session_record(
        &self,
        reader: &Reader<'_>,
        held: &Held,
        deed: SessionRequest,
        moment: &Moment,
    ) -> Result<Record, Error> {
        let line = |text: &str| edits::checked(text, false);
        let lines = |text: &str| edits::checked(text, true);
        let matter = |typed: &str| matter_id(held, typed);
        Ok(match deed {
            SessionRequest::Put { case, presenter } => {
                let (kind, case, title) = self.may_be_put(reader, held, &case)?;
                Record::Put {
                    matter: moment.ids().part().to_string(),
                    kind: kind.code().to_owned(),
                    case,
                    title,
                    presenter: line(&presenter)?,
                }
            }
            SessionRequest::Take { matter: typed } => Record::Taken {
                matter: matter(&typed)?,
            },
            SessionRequest::Base { base } => {
                let all = QuorumOf::ALL.iter().copied();
                let base = all
                    .clone()
                    .find(|it| it.code() == base.trim() || fold(it.says()) == fold(&base))
                    .ok_or_else(|| {
                        unknown("una base de quórum (asientos o personas) llamada", &base)
                    })?;
                Record::Based {
                    base: base.code().to_owned(),
                }
            }
            SessionRequest::Attend {
                seat,
                presence,
                name,
            } => {
                let name = line(&name)?;
                let composition = &held.session.composition;
                let named = composition.seat(seat).map(|it| it.substitute.clone());
                let (presence, name) = match presence.trim() {
                    "SUBSTITUTE" if name.is_empty() => ("SUBSTITUTE", named.unwrap_or_default()),
                    "SUBSTITUTE" => ("SUBSTITUTE", name),
                    "HOLDER" => ("HOLDER", String::new()),
                    "ABSENT" => ("ABSENT", String::new()),
                    other => return Err(unknown("una asistencia llamada", other)),
                };
                Record::Attended {
                    seat,
                    presence: presence.to_owned(),
                    name,
                }
            }
            SessionRequest::Guest { name } => Record::Guest { name: line(&name)? },
            SessionRequest::Open {} => Record::Opened,
            SessionRequest::Vote {
                matter: typed,
                seat,
                vote,
            } => {
                let mut all = Vote::ALL.iter().copied();
                let found =
                    all.find(|it| it.code() == vote.trim() || fold(it.says()) == fold(&vote));
                let vote = found.ok_or_else(|| unknown("un voto llamado", &vote))?;
                Record::Voted {
                    matter: matter(&typed)?,
                    seat,
                    vote: vote.code().to_owned(),
                }
            }
            SessionRequest::Unvote {
                matter: typed,
                seat,
            } => Record::Unvoted {
                matter: matter(&typed)?,
                seat,
            },
            SessionRequest::Cast {
                matter: typed,
                in_favour,
            } => Record::Cast {
                matter: matter(&typed)?,
                in_favour,
            },
            SessionRequest::Declare {
                matter: typed,
                reasons,
            } => Record::Declared {
                matter: matter(&typed)?,
                reasons: lines(&reasons)?,
            },
            SessionRequest::Defer {
                matter: typed,
                reasons,
            } => Record::Deferred {
                matter: matter(&typed)?,
                reasons: lines(&reasons)?,
            },
            SessionRequest::Follow {
                resolution,
                says,
                done,
            } => {
                let all = self::held(reader)?;
                let known =
                    view::resolutions(&all).any(|(_, number, ..)| number == resolution.trim());
                if !known {
                    return Err(unknown("un acuerdo de COVACEC con el número", &resolution));
                }
                Record::Followed {
                    resolution: resolution.trim().to_owned(),
                    says: lines(&says)?,
                    done,
                }
            }
        })
    }

    /// The case that a person names, if it may be put on the agenda of a session.
    fn may_be_put(
        &self,
        reader: &Reader<'_>,
        held: &Held,
        name: &str,
    ) -> Result<(CaseKind, String, String), Error> {
        let refused = |reason: String| Error::Refused {
            act: "COVACEC_PUT".to_owned(),
            reason,
            unmet: Vec::new(),
        };
        let (kind, id, title, waits, state) = match self.change_named(reader, name) {
            Ok(change) => {
                let state = change.case.state();
                // One that was put off is on an agenda still: the road knows no other way.
                let waits = matches!(
                    state,
                    OfficerChangeState::InReview | OfficerChangeState::OnAgenda
                );
                let title = self.change_title(reader, &change)?;
                (
                    change.kind(),
                    change.id.to_string(),
                    title,
                    waits,
                    state.says(),
                )
            }
            Err(_) => self.committee_or_standard(reader, name)?,
        };
        if !waits {
            return Err(refused(format!(
                "«{title}» está en «{state}» y no va todavía al COVACEC: complete antes lo que le falta."
            )));
        }
        let others = self::held(reader)?;
        let mut others = others
            .iter()
            .filter(|it| it.id != held.id && !it.session.is_over());
        let there = others.find(|it| it.session.agenda.iter().any(|matter| matter.case == id));
        if let Some(other) = there {
            let name = view::name(&other.session);
            return Err(refused(format!(
                "«{title}» ya está en el orden del día de la {name}."
            )));
        }
        Ok((kind, id, title))
    }

    /// A committee or a standard that a person names: what its case is about, whether it waits for
    /// COVACEC, and where it stands.
    fn committee_or_standard(
        &self,
        reader: &Reader<'_>,
        name: &str,
    ) -> Result<(CaseKind, String, String, bool, &'static str), Error> {
        Ok(match self.committee_named(reader, name) {
            Ok(kept) => {
                let case = kept.case.as_ref();
                let case = case.ok_or(store::Error::Corrupt { what: "committee" })?;
                let waits = matches!(case.state(), CgcState::Ready | CgcState::Deferred);
                let kind = committee_case(case);
                let name = kept.committee.name.clone();
                (kind, kept.id.to_string(), name, waits, case.state().says())
            }
            Err(Error::NotFound { .. }) => {
                let id = self.find(reader, name)?;
                let case = road_of(&reader.deeds(&id.to_string())?)?;
                let waits = match case.stage() {
                    Stage::Ec(state) => {
                        matches!(state, EcState::CovacecReady | EcState::Deferred)
                    }
                    Stage::Ecm(state) => {
                        matches!(state, EcmState::CriteriaReview | EcmState::Deferred)
                    }
                };
                let title = reader.row(id)?.title;
                let kind = case.track().kind();
                (kind, id.to_string(), title, waits, case.stage().says())
            }
            Err(error) => return Err(error),
        })
    }
}

/// Every session, in the order of beginning.
fn held(reader: &Reader<'_>) -> Result<Vec<Held>, Error> {
    let begun = reader.begun(BEGUN)?.into_iter();
    begun.map(|act| Held::read(reader, &act.chain)).collect()
}

/// The session that a person names: by its id, or by its number in the year.
fn named(reader: &Reader<'_>, name: &str) -> Result<Held, Error> {
    let name = name.trim();
    let all = held(reader)?;
    let is = |it: &Held| it.id.to_string() == name || view::number(&it.session) == name;
    let found = all.into_iter().find(is);
    found.ok_or_else(|| unknown("una sesión del COVACEC llamada", name))
}

fn matter_id(held: &Held, typed: &str) -> Result<String, Error> {
    let typed = typed.trim();
    let agenda = &held.session.agenda;
    let place = typed.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let found = match place {
        Some(at) => agenda.get(at),
        None => {
            let is =
                |id: PartId, title: &str| id.to_string() == typed || fold(title) == fold(typed);
            agenda.iter().find(|it| is(it.id, &it.title))
        }
    };
    let found = found.map(|it| it.id.to_string());
    found.ok_or_else(|| domain::covacec::Refusal::NoSuchMatter.into())
}

fn kind_of(typed: &str) -> Result<SessionKind, Error> {
    let mut all = SessionKind::ALL.iter().copied();
    let found = all.find(|it| it.code() == typed.trim() || fold(it.says()) == fold(typed));
    found.ok_or_else(|| unknown("una clase de sesión llamada", typed))
}

/// The day of a session, which may be to come.
fn day_of_session(typed: &str) -> Result<NaiveDate, Error> {
    let day: Option<NaiveDate> = typed.trim().parse().ok();
    let day = day.filter(|day| (1995..2200).contains(&day.year()));
    day.ok_or_else(|| Error::BadDay(typed.to_owned()))
}

fn unknown(what: &'static str, typed: &str) -> Error {
    Error::NotFound {
        what,
        name: edits::shortened(typed),
    }
}

/// Whether a person is in a seat by standing in.
fn stands_in(presence: &Presence) -> bool {
    matches!(presence, Presence::Substitute(_))
}

/// A committee that a matter is of.
fn committee_of(all: &[Arc<Kept>], case: &str) -> bool {
    all.iter().any(|it| it.id.to_string() == case)
}
