//! What happens in a session of COVACEC, as its acts say it, and back.

use std::collections::BTreeMap;

use domain::act::Act;
use domain::cgc_case::CaseKind;
use domain::covacec::{
    self, CovacecSession, FollowUp, Matter, Presence, QuorumOf, SessionEvent, SessionKind, Vote,
};
use domain::edition::Digest;
use domain::ids::{PartId, SessionId};
use serde::{Deserialize, Serialize};
use store::Reader;

use crate::error::Error;

/// The act that begins the chain of a session.
pub(crate) const BEGUN: &str = "COVACEC_BEGUN";

/// What an act of a session says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "did", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Record {
    Begun {
        number: u32,
        kind: String,
        on: String,
        place: String,
        /// Who sits in COVACEC on that day, as the office writes it.
        composition: String,
    },
    Put {
        matter: String,
        kind: String,
        case: String,
        title: String,
        presenter: String,
    },
    Taken {
        matter: String,
    },
    Based {
        base: String,
    },
    Called,
    Attended {
        seat: u8,
        presence: String,
        name: String,
    },
    Guest {
        name: String,
    },
    Opened,
    Voted {
        matter: String,
        seat: u8,
        vote: String,
    },
    Unvoted {
        matter: String,
        seat: u8,
    },
    Cast {
        matter: String,
        in_favour: bool,
    },
    Declared {
        matter: String,
        reasons: String,
    },
    Deferred {
        matter: String,
        reasons: String,
    },
    Followed {
        resolution: String,
        says: String,
        done: bool,
    },
    Closed {
        others: String,
    },
    Cancelled {
        reason: String,
    },
}

impl Record {
    /// The word of the act.
    pub(crate) fn act(&self) -> &'static str {
        match self {
            Record::Begun { .. } => BEGUN,
            Record::Put { .. } => "COVACEC_PUT",
            Record::Taken { .. } => "COVACEC_TAKEN",
            Record::Based { .. } => "COVACEC_BASED",
            Record::Called => "COVACEC_CALLED",
            Record::Attended { .. } => "COVACEC_ATTENDED",
            Record::Guest { .. } => "COVACEC_GUEST",
            Record::Opened => "COVACEC_OPENED",
            Record::Voted { .. } => "COVACEC_VOTED",
            Record::Unvoted { .. } => "COVACEC_UNVOTED",
            Record::Cast { .. } => "COVACEC_CAST",
            Record::Declared { .. } => "COVACEC_DECLARED",
            Record::Deferred { .. } => "COVACEC_DEFERRED",
            Record::Followed { .. } => "COVACEC_FOLLOWED",
            Record::Closed { .. } => "COVACEC_CLOSED",
            Record::Cancelled { .. } => "COVACEC_CANCELLED",
        }
    }

    /// As it is sealed.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string(self).expect("a record is plain data, which always has a JSON form")
    }

    /// What happened; nothing for the act that began the session, nor where it does not read.
    pub(crate) fn event(&self) -> Option<SessionEvent> {
        let part = |id: &str| id.parse::<PartId>().ok();
        Some(match self {
            Record::Begun { .. } => return None,
            Record::Put {
                matter,
                kind,
                case,
                title,
                presenter,
            } => SessionEvent::Put(Matter {
                id: part(matter)?,
                kind: CaseKind::from_code(kind)?,
                case: case.clone(),
                title: title.clone(),
                presenter: presenter.clone(),
                votes: BTreeMap::new(),
                casting: None,
                declared: None,
            }),
            Record::Taken { matter } => SessionEvent::Taken(part(matter)?),
            Record::Based { base } => SessionEvent::Based(QuorumOf::from_code(base)?),
            Record::Called => SessionEvent::Called,
            Record::Attended {
                seat,
                presence,
                name,
            } => SessionEvent::Attended {
                seat: *seat,
                presence: match presence.as_str() {
                    "HOLDER" => Presence::Holder,
                    "SUBSTITUTE" => Presence::Substitute(name.clone()),
                    "ABSENT" => Presence::Absent,
                    _ => return None,
                },
            },
            Record::Guest { name } => SessionEvent::Guest(name.clone()),
            Record::Opened => SessionEvent::Opened,
            Record::Voted { matter, seat, vote } => SessionEvent::Voted {
                matter: part(matter)?,
                seat: *seat,
                vote: Vote::from_code(vote)?,
            },
            Record::Unvoted { matter, seat } => SessionEvent::Unvoted {
                matter: part(matter)?,
                seat: *seat,
            },
            Record::Cast { matter, in_favour } => SessionEvent::Cast {
                matter: part(matter)?,
                in_favour: *in_favour,
            },
            Record::Declared { matter, reasons } => SessionEvent::Declared {
                matter: part(matter)?,
                reasons: reasons.clone(),
            },
            Record::Deferred { matter, reasons } => SessionEvent::Deferred {
                matter: part(matter)?,
                reasons: reasons.clone(),
            },
            Record::Followed {
                resolution,
                says,
                done,
            } => SessionEvent::Followed(FollowUp {
                resolution: resolution.clone(),
                says: says.clone(),
                done: *done,
            }),
            Record::Closed { others } => SessionEvent::Closed(others.clone()),
            Record::Cancelled { reason } => SessionEvent::Cancelled(reason.clone()),
        })
    }
}

/// A session as its acts leave it.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) id: SessionId,
    pub(crate) session: CovacecSession,
    /// How many acts its chain has.
    pub(crate) acts: u64,
    /// When it was opened and when it ended, as it was written down.
    pub(crate) opened_at: Option<String>,
    pub(crate) closed_at: Option<String>,
    /// The notice and the minutes that were kept.
    pub(crate) notice: Option<Digest>,
    pub(crate) minutes: Option<Digest>,
}

impl Held {
    pub(crate) fn read(reader: &Reader<'_>, chain: &str) -> Result<Held, Error> {
        let corrupt = || store::Error::Corrupt { what: "session" };
        let acts = reader.acts(chain)?;
        let first = acts.first().and_then(record).ok_or_else(corrupt)?;
        let Record::Begun {
            number,
            kind,
            on,
            place,
            composition,
        } = first
        else {
            return Err(corrupt().into());
        };
        let compositions = covacec::parse(&composition).map_err(|_| corrupt())?;
        let session = CovacecSession {
            number,
            kind: SessionKind::from_code(&kind).ok_or_else(corrupt)?,
            on: on.parse().map_err(|_| corrupt())?,
            called: None,
            place,
            composition: compositions.into_iter().next().ok_or_else(corrupt)?,
            agenda: Vec::new(),
            attendance: BTreeMap::new(),
            guests: Vec::new(),
            follow_up: Vec::new(),
            open: false,
            closed: None,
            cancelled: None,
        };
        let mut held = Held {
            id: chain.parse().map_err(|_| corrupt())?,
            session,
            acts: acts.len() as u64,
            opened_at: None,
            closed_at: None,
            notice: None,
            minutes: None,
        };
        for act in acts.iter().skip(1) {
            let record = record(act).ok_or_else(corrupt)?;
            let file = act.evidence.first().map(|proof| proof.file);
            match record {
                Record::Called => held.notice = file,
                Record::Opened => held.opened_at = Some(act.at.clone()),
                Record::Closed { .. } | Record::Cancelled { .. } => {
                    held.closed_at = Some(act.at.clone());
                    held.minutes = file;
                }
                _ => {} // The others leave no paper and are told without their hour.
            }
            let on = act.on.parse().map_err(|_| corrupt())?;
            let event = record.event().ok_or_else(corrupt)?;
            held.session.take(event, on).map_err(|_| corrupt())?;
        }
        Ok(held)
    }
}

/// What an act of a session says; nothing where it is of another kind.
fn record(act: &Act) -> Option<Record> {
    serde_json::from_str(&act.body).ok()
}
