//! The expert group (GTE): who is in it and since when, what each signed, and its sessions.
//!
//! A group is what happened in it, in order, and nothing else. A session is open until it is closed,
//! and only one is: what changes in the map and in the standard between the two is its minute.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::ids::{EcId, PartId};
use crate::vocabulary;

vocabulary! {
    /// What a group was put together for.
    pub enum ExpertGroupKind {
        /// The map of a sector.
        Sector = "SECTOR",
        /// A standard and its instrument.
        IndividualFunction = "INDIVIDUAL_FUNCTION",
    }
}

vocabulary! {
    /// What a group resolves in a session.
    pub enum Resolution {
        /// The map is validated.
        MapValidated = "MAP_VALIDATED",
        /// The map is validated, and frozen for its standards.
        MapFrozen = "MAP_FROZEN",
        /// The draft of the standard is validated.
        StandardValidated = "STANDARD_VALIDATED",
        /// The instrument of a standard is validated.
        InstrumentValidated = "INSTRUMENT_VALIDATED",
    }
}

/// One of the group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expert {
    /// Which one.
    pub id: PartId,
    /// Who.
    pub name: String,
    /// The post in the organization.
    pub post: String,
    /// Where.
    pub organization: String,
    /// What shows the experience in the function.
    pub experience: String,
    /// Since when.
    pub from: NaiveDate,
    /// Until when, for one who left.
    pub until: Option<NaiveDate>,
    /// The day the letter of confidentiality was signed, and the file's name.
    pub letter: Option<(NaiveDate, String)>,
}

/// A session of the group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// From 1.
    pub number: u32,
    /// The day.
    pub on: NaiveDate,
    /// Where, or by which means.
    pub place: String,
    /// What it was called for.
    pub agenda: String,
    /// Who was there.
    pub present: Vec<PartId>,
    /// Why something was changed, by the name that the change keeps.
    pub reasons: BTreeMap<String, String>,
    /// How it ended; nothing while it is open.
    pub closed: Option<Closing>,
}

/// How a session ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// What was resolved.
    pub resolutions: Vec<Resolution>,
    /// The standards that were validated: a minute speaks of those it names.
    pub standards: Vec<EcId>,
    /// The standards whose instruments were.
    pub instruments: Vec<EcId>,
    /// What else was said.
    pub notes: String,
}

/// What happens in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupEvent {
    /// Somebody joins.
    Joined(Expert),
    /// Somebody leaves.
    Left {
        /// Who.
        expert: PartId,
        /// When.
        on: NaiveDate,
    },
    /// A letter of confidentiality was signed.
    Signed {
        /// By whom.
        expert: PartId,
        /// When.
        on: NaiveDate,
        /// The name of the file.
        file: String,
    },
    /// A session is opened.
    Opened(Session),
    /// Why something was changed is written down.
    Reasoned {
        /// The name that the change keeps: of what was changed, or where it stands.
        change: String,
        /// Why.
        reason: String,
    },
    /// The session ends.
    Closed(Closing),
}

/// Why something does not happen in a group. The group stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody of that id is in the group.
    #[error("nobody of that id is in the group")]
    NoSuchExpert,
    /// Whoever it is has left.
    #[error("whoever it is has left the group")]
    HasLeft,
    /// The day is before the expert joined.
    #[error("the day is before the expert joined")]
    BeforeJoining,
    /// The name is already in the group.
    #[error("that name is in the group")]
    Doubled,
    /// Something that has to be said is not.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A session is open already.
    #[error("a session is open")]
    SessionOpen,
    /// No session is open.
    #[error("no session is open")]
    NoSession,
}

/// A group, as what happened in it leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExpertGroup {
    /// Everybody who was ever in it, in the order of joining.
    pub experts: Vec<Expert>,
    /// Its sessions, oldest first.
    pub sessions: Vec<Session>,
}

impl ExpertGroup {
    /// Takes in what happened.
    pub fn take(&mut self, event: GroupEvent) -> Result<(), Refusal> {
        match event {
            GroupEvent::Joined(expert) => {
                if expert.name.is_empty() {
                    return Err(Refusal::Missing("name"));
                }
                let same = |other: &Expert| {
                    let fold = crate::text::fold;
                    other.until.is_none() && fold(&other.name) == fold(&expert.name)
                };
                if self.experts.iter().any(same) {
                    return Err(Refusal::Doubled);
                }
                self.experts.push(expert);
            }
            GroupEvent::Left { expert, on } => {
                let expert = self.member_mut(expert)?;
                if on < expert.from {
                    return Err(Refusal::BeforeJoining);
                }
                expert.until = Some(on);
            }
            GroupEvent::Signed { expert, on, file } => {
                self.member_mut(expert)?.letter = Some((on, file));
            }
            GroupEvent::Opened(session) => {
                if self.open().is_some() {
                    return Err(Refusal::SessionOpen);
                }
                if session.present.is_empty() {
                    return Err(Refusal::Missing("present"));
                }
                for id in &session.present {
                    let expert = self.expert(*id).ok_or(Refusal::NoSuchExpert)?;
                    if expert.until.is_some() {
                        return Err(Refusal::HasLeft);
                    }
                    if session.on < expert.from {
                        return Err(Refusal::BeforeJoining);
                    }
                }
                self.sessions.push(session);
            }
            GroupEvent::Reasoned { change, reason } => {
                let session = self.open_mut().ok_or(Refusal::NoSession)?;
                match reason.is_empty() {
                    true => session.reasons.remove(&change),
                    false => session.reasons.insert(change, reason),
                };
            }
            GroupEvent::Closed(closing) => {
                self.open_mut().ok_or(Refusal::NoSession)?.closed = Some(closing);
            }
        }
        Ok(())
    }

    /// One of the group, who may have left.
    pub fn expert(&self, id: PartId) -> Option<&Expert> {
        self.experts.iter().find(|expert| expert.id == id)
    }

    /// The session that is open.
    pub fn open(&self) -> Option<&Session> {
        self.sessions.last().filter(|it| it.closed.is_none())
    }

    fn open_mut(&mut self) -> Option<&mut Session> {
        self.sessions.last_mut().filter(|it| it.closed.is_none())
    }

    fn member_mut(&mut self, id: PartId) -> Result<&mut Expert, Refusal> {
        let mut experts = self.experts.iter_mut();
        let expert = experts.find(|it| it.id == id);
        let expert = expert.ok_or(Refusal::NoSuchExpert)?;
        match expert.until {
            Some(_) => Err(Refusal::HasLeft),
            None => Ok(expert),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn expert(id: PartId, name: &str) -> GroupEvent {
        GroupEvent::Joined(Expert {
            id,
            name: name.to_owned(),
            post: "Jefatura de taller".to_owned(),
            organization: "Taller inventado".to_owned(),
            experience: String::new(),
            from: day("2026-05-04"),
            until: None,
            letter: None,
        })
    }

    fn session(present: Vec<PartId>, on: &str) -> GroupEvent {
        GroupEvent::Opened(Session {
            number: 1,
            on: day(on),
            place: String::new(),
            agenda: String::new(),
            present,
            reasons: BTreeMap::new(),
            closed: None,
        })
    }

    #[test]
    fn only_members_of_that_day_are_present_and_one_session_is_open() {
        let mut ids = Ids::fixed();
        let (ana, luis) = (ids.part(), ids.part());
        let mut group = ExpertGroup::default();
        group.take(expert(ana, "Ana Ruiz")).unwrap();
        group.take(expert(luis, "Luis Vega")).unwrap();

        assert_eq!(
            group.take(expert(ids.part(), "ana ruíz")),
            Err(Refusal::Doubled)
        );
        let early = session(vec![ana], "2026-05-03");
        assert_eq!(group.take(early), Err(Refusal::BeforeJoining));
        let nobody = session(Vec::new(), "2026-05-05");
        assert_eq!(group.take(nobody), Err(Refusal::Missing("present")));
        let on = day("2026-05-06");
        group.take(GroupEvent::Left { expert: luis, on }).unwrap();
        let gone = session(vec![ana, luis], "2026-05-07");
        assert_eq!(group.take(gone), Err(Refusal::HasLeft));
        let before = group.clone();
        assert_eq!(
            group.take(GroupEvent::Closed(Closing {
                resolutions: Vec::new(),
                standards: Vec::new(),
                instruments: Vec::new(),
                notes: String::new(),
            })),
            Err(Refusal::NoSession)
        );
        assert_eq!(group, before, "a refusal changes nothing");

        group.take(session(vec![ana], "2026-05-07")).unwrap();
        let again = session(vec![ana], "2026-05-07");
        assert_eq!(group.take(again), Err(Refusal::SessionOpen));
    }
}
