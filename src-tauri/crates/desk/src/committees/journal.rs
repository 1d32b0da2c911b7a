//! What happens in a committee, as its acts say it, and back.

use domain::act::Act;
use domain::cgc_case::{CgcCase, CgcState};
use domain::committee::{
    Activity, CgcOfficeRole, Committee, CommitteeEvent, CriterionResult, Entry, Member,
    Organization, OrganizationKind, Planned, Sector, Stamp,
};
use domain::ids::{CgcId, PartId};
use domain::road::{Case, REGISTERED_AS_FOUND, Step};
use serde::{Deserialize, Serialize};
use store::Reader;

use crate::error::Error;

/// The act that begins the chain of a committee.
pub(crate) const BEGUN: &str = "CGC_BEGUN";

/// The act by which a committee that was brought in by mistake is put away.
pub(crate) const PUT_AWAY: &str = "CGC_PUT_AWAY";

/// What an act of a committee says, where it is none of the road.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "did", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Record {
    Begun {
        name: String,
        /// The row of the list it was read from, where it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        row: Option<usize>,
    },
    Named {
        name: String,
        reason: String,
    },
    Described {
        scope: String,
        sector: String,
        activity: String,
    },
    Organization {
        organization: String,
        name: String,
        kind: String,
    },
    Joined {
        kept: String,
        gone: String,
    },
    Parted {
        gone: String,
    },
    Seated {
        member: String,
        name: String,
        post: String,
        organization: String,
        office: String,
    },
    Left {
        member: String,
        reason: String,
    },
    Planned {
        planned: String,
        title: String,
    },
    Dropped {
        planned: String,
    },
    Activity {
        activity: String,
        what: String,
        who: String,
        by: String,
    },
    Done {
        activity: String,
    },
    Entry {
        with: String,
        about: String,
        advisory: bool,
    },
    Judged {
        criterion: String,
        result: String,
        note: String,
    },
    PutAway {
        reason: String,
    },
}

impl Record {
    /// The word of the act.
    pub(crate) fn act(&self) -> &'static str {
        match self {
            Record::Begun { .. } => BEGUN,
            Record::Named { .. } => "CGC_NAMED",
            Record::Described { .. } => "CGC_DESCRIBED",
            Record::Organization { .. } => "CGC_ORGANIZATION",
            Record::Joined { .. } => "CGC_ORGANIZATIONS_JOINED",
            Record::Parted { .. } => "CGC_ORGANIZATIONS_PARTED",
            Record::Seated { .. } => "CGC_SEATED",
            Record::Left { .. } => "CGC_LEFT",
            Record::Planned { .. } => "CGC_PLANNED",
            Record::Dropped { .. } => "CGC_DROPPED",
            Record::Activity { .. } => "CGC_ACTIVITY",
            Record::Done { .. } => "CGC_ACTIVITY_DONE",
            Record::Entry { advisory: true, .. } => "ADVISORY",
            Record::Entry { .. } => "CGC_CONTACT",
            Record::Judged { .. } => "CGC_JUDGED",
            Record::PutAway { .. } => PUT_AWAY,
        }
    }

    /// As it is sealed.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string(self).expect("a record is plain data, which always has a JSON form")
    }

    /// What happened, on the day of its act; nothing where it does not read.
    pub(crate) fn event(&self, on: &str) -> Option<CommitteeEvent> {
        let on = on.parse().ok()?;
        let part = |id: &str| id.parse::<PartId>().ok();
        Some(match self {
            Record::Begun { name, .. } | Record::Named { name, .. } => {
                CommitteeEvent::Named(name.clone())
            }
            Record::Described {
                scope,
                sector,
                activity,
            } => CommitteeEvent::Described {
                scope: scope.clone(),
                sector: Sector::from_code(sector),
                activity: activity.clone(),
            },
            Record::Organization {
                organization,
                name,
                kind,
            } => CommitteeEvent::Organization(Organization {
                id: part(organization)?,
                name: name.clone(),
                kind: OrganizationKind::from_code(kind)?,
                joined_to: None,
            }),
            Record::Joined { kept, gone } => CommitteeEvent::Joined {
                kept: part(kept)?,
                gone: part(gone)?,
            },
            Record::Parted { gone } => CommitteeEvent::Parted(part(gone)?),
            Record::Seated {
                member,
                name,
                post,
                organization,
                office,
            } => CommitteeEvent::Seated(Member {
                id: part(member)?,
                name: name.clone(),
                post: post.clone(),
                organization: part(organization)?,
                office: CgcOfficeRole::from_code(office)?,
                from: on,
                until: None,
                reason: String::new(),
            }),
            Record::Left { member, reason } => CommitteeEvent::Left {
                member: part(member)?,
                reason: reason.clone(),
            },
            Record::Planned { planned, title } => CommitteeEvent::Planned(Planned {
                id: part(planned)?,
                title: title.clone(),
                dropped: false,
            }),
            Record::Dropped { planned } => CommitteeEvent::Dropped(part(planned)?),
            Record::Activity {
                activity,
                what,
                who,
                by,
            } => CommitteeEvent::Activity(Activity {
                id: part(activity)?,
                what: what.clone(),
                who: who.clone(),
                by: by.parse().ok(),
                done: false,
            }),
            Record::Done { activity } => CommitteeEvent::Done(part(activity)?),
            Record::Entry {
                with,
                about,
                advisory,
            } => CommitteeEvent::Entry(Entry {
                on,
                with: with.clone(),
                about: about.clone(),
                advisory: *advisory,
            }),
            Record::Judged {
                criterion,
                result,
                note,
            } => CommitteeEvent::Judged {
                criterion: criterion.clone(),
                result: CriterionResult::from_code(result)?,
                note: note.clone(),
            },
            Record::PutAway { .. } => return None, // The committee is as it was, out of sight.
        })
    }
}

/// A committee as its acts leave it, and its road.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) id: CgcId,
    pub(crate) committee: Committee,
    /// Nothing before its road begins.
    pub(crate) case: Option<CgcCase>,
    pub(crate) deeds: Vec<Act>,
    /// Whether it was put away.
    pub(crate) away: bool,
}

impl Kept {
    /// A committee from the acts of its chain.
    pub(crate) fn read(reader: &Reader<'_>, chain: &str) -> Result<Kept, Error> {
        Kept::of(chain, reader.acts(chain)?)
    }

    /// A committee as a part of its acts leave it.
    pub(crate) fn of(chain: &str, deeds: Vec<Act>) -> Result<Kept, Error> {
        let corrupt = || store::Error::Corrupt { what: "committee" };
        let mut committee = Committee::default();
        let mut case: Option<CgcCase> = None;
        let mut away = false;
        for (at, act) in deeds.iter().enumerate() {
            committee.files = match act.evidence.is_empty() && act.act != crate::proofs::WITHDRAWN {
                true => committee.files,
                false => crate::proofs::standing(&deeds[..=at]),
            };
            if let Some(step) = step_of(act) {
                match &mut case {
                    Some(case) => case.take(step).map_err(|_| corrupt())?,
                    None => case = Some(Case::open(step).map_err(|_| corrupt())?),
                }
                continue;
            }
            let Some(record) = record(act) else {
                continue; // A file was attached, withdrawn, or a paper made.
            };
            away |= matches!(record, Record::PutAway { .. });
            if let Some(event) = record.event(&act.on) {
                committee.take(event, &stamp(act)).map_err(|_| corrupt())?;
            }
        }
        Ok(Kept {
            id: chain.parse().map_err(|_| corrupt())?,
            committee,
            case,
            deeds,
            away,
        })
    }

    /// The number of its last act.
    pub(crate) fn last(&self) -> u64 {
        self.deeds.last().map_or(0, |act| act.number)
    }

    /// The number of the act with which the procedure last began anew.
    pub(crate) fn since(&self) -> u64 {
        self.case.as_ref().map_or(0, Case::refiled_at)
    }
}

fn stamp(act: &Act) -> Stamp {
    Stamp {
        number: act.number,
        on: act.on.parse().unwrap_or_default(),
        by: act.by.clone(),
    }
}

/// An act as a step of the road, if it is one.
fn step_of(act: &Act) -> Option<Step<CgcState>> {
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
        to: CgcState::from_code(&word)?,
        on: act.on.parse().ok()?,
        found,
    })
}

/// Whether an act moves a committee on its road.
pub(crate) fn moves(act: &Act) -> bool {
    step_of(act).is_some()
}

/// What an act of a committee says; nothing where it is of another kind.
pub(crate) fn record(act: &Act) -> Option<Record> {
    serde_json::from_str(&act.body).ok()
}
