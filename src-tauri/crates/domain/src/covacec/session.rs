//! A session of COVACEC, from its notice to its minutes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Composition, Outcome, Refusal, Tally, same};
use crate::cgc_case::CaseKind;
use crate::ids::PartId;
use crate::vocabulary;

vocabulary! {
    /// Which kind of session it is.
    pub enum SessionKind {
        /// Ordinaria.
        Ordinary = "ORDINARY",
        /// Extraordinaria.
        Extraordinary = "EXTRAORDINARY",
    }
}

impl SessionKind {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            SessionKind::Ordinary => "ordinaria",
            SessionKind::Extraordinary => "extraordinaria",
        }
    }
}

vocabulary! {
    /// How a seat voted.
    pub enum Vote {
        /// A favor.
        InFavour = "IN_FAVOUR",
        /// En contra.
        Against = "AGAINST",
        /// Abstención.
        Abstention = "ABSTENTION",
        /// Excusa, por conflicto de interés.
        Recused = "RECUSED",
    }
}

impl Vote {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            Vote::InFavour => "a favor",
            Vote::Against => "en contra",
            Vote::Abstention => "abstención",
            Vote::Recused => "excusa",
        }
    }
}

/// Who is in a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// Whoever holds it.
    Holder,
    /// Somebody who stands in.
    Substitute(String),
    /// Nobody.
    Absent,
}

/// What is decided in a matter, and so in which words.
pub type MatterKind = CaseKind;

/// A matter of the agenda: a case to rule on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Which one.
    pub id: PartId,
    /// What it is about.
    pub kind: MatterKind,
    /// The chain of the case.
    pub case: String,
    /// How the case is called.
    pub title: String,
    /// Who presents it.
    pub presenter: String,
    /// How each seat voted.
    pub votes: BTreeMap<u8, Vote>,
    /// The casting vote: whether in favour.
    pub casting: Option<bool>,
    /// What was declared.
    pub declared: Option<Declared>,
}

/// What was declared of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The number of the resolution within the session.
    pub number: u32,
    /// Whether in favour; nothing where it was put off.
    pub in_favour: Option<bool>,
    /// The count when it was declared.
    pub tally: Tally,
    /// How each seat voted, and who sat in it.
    pub votes: Vec<(u8, String, Vote)>,
    /// Why: what was said, and what is asked for.
    pub reasons: String,
}

/// What was said of a resolution of an earlier session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Its number, as printed.
    pub resolution: String,
    /// How it stands.
    pub says: String,
    /// Whether nothing more is to be done.
    pub done: bool,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CovacecSession {
    /// Its number in its year.
    pub number: u32,
    /// Of which kind.
    pub kind: SessionKind,
    /// The day it is held.
    pub on: NaiveDate,
    /// The day its notice was sent; nothing until then.
    pub called: Option<NaiveDate>,
    /// Where, or by which means.
    pub place: String,
    /// Who sits in COVACEC on that day.
    pub composition: Composition,
    /// What it decides.
    pub agenda: Vec<Matter>,
    /// Who is there. What nobody said of a seat is not in it.
    pub attendance: BTreeMap<u8, Presence>,
    /// Guests: they have a voice, and never count.
    pub guests: Vec<String>,
    /// Follow-up of earlier resolutions.
    pub follow_up: Vec<FollowUp>,
    /// Whether it was opened.
    pub open: bool,
    /// Whether it ended, and the other matters that were spoken of.
    pub closed: Option<String>,
    /// Whether it was called off, and why.
    pub cancelled: Option<String>,
}

/// What happens in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionEvent {
    /// A matter is put on the agenda.
    Put(Matter),
    /// It is taken off.
    Taken(PartId),
    /// What the quorum is counted on is said.
    Based(super::QuorumOf),
    /// Who is in a seat.
    Attended {
        /// Which seat.
        seat: u8,
        /// Who is in it.
        presence: Presence,
    },
    /// A guest.
    Guest(String),
    /// Its notice is sent, with its agenda.
    Called,
    /// It is opened.
    Opened,
    /// A seat votes.
    Voted {
        /// On what.
        matter: PartId,
        /// Which seat.
        seat: u8,
        /// How.
        vote: Vote,
    },
    /// A vote that was written down wrong is taken back.
    Unvoted {
        /// On what.
        matter: PartId,
        /// Which seat.
        seat: u8,
    },
    /// Whoever presides decides a tie.
    Cast {
        /// Of what.
        matter: PartId,
        /// How.
        in_favour: bool,
    },
    /// The count is declared.
    Declared {
        /// Of what.
        matter: PartId,
        /// Why.
        reasons: String,
    },
    /// A matter is put off.
    Deferred {
        /// Which one.
        matter: PartId,
        /// What is lacking.
        reasons: String,
    },
    /// A resolution of an earlier session.
    Followed(FollowUp),
    /// It ends.
    Closed(String),
    /// It is called off.
    Cancelled(String),
}

impl CovacecSession {
    /// Takes in what happened, on a day.
    pub fn take(&mut self, event: SessionEvent, on: NaiveDate) -> Result<(), Refusal> {
        if self.is_over() {
            return Err(Refusal::Over);
        }
        match event {
            SessionEvent::Put(matter) => {
                self.not_called()?;
                if self.agenda.iter().any(|it| it.case == matter.case) {
                    return Err(Refusal::OnTheAgenda);
                }
                self.agenda.push(matter);
            }
            SessionEvent::Taken(id) => {
                self.not_called()?;
                let at = self.agenda.iter().position(|it| it.id == id);
                self.agenda.remove(at.ok_or(Refusal::NoSuchMatter)?);
            }
            SessionEvent::Based(base) => {
                self.not_begun()?;
                self.composition.base = Some(base);
            }
            SessionEvent::Attended { seat, presence } => self.attend(seat, presence)?,
            SessionEvent::Guest(name) => {
                if name.is_empty() {
                    return Err(Refusal::Missing("name"));
                }
                self.guests.push(name);
            }
            SessionEvent::Called => {
                self.not_called()?;
                if self.agenda.is_empty() {
                    return Err(Refusal::EmptyAgenda);
                }
                self.called = Some(on);
            }
            SessionEvent::Opened => {
                self.not_begun()?;
                if self.called.is_none() {
                    return Err(Refusal::NotCalled);
                }
                if on != self.on {
                    return Err(Refusal::AnotherDay(self.on));
                }
                self.has_quorum()?;
                self.open = true;
            }
            SessionEvent::Voted { matter, seat, vote } => self.vote(matter, seat, vote)?,
            SessionEvent::Unvoted { matter, seat } => {
                let matter = self.undeclared(matter)?;
                matter.votes.remove(&seat).ok_or(Refusal::NotVoted)?;
                matter.casting = None;
            }
            SessionEvent::Cast { matter, in_favour } => self.cast(matter, in_favour)?,
            SessionEvent::Declared { matter, reasons } => self.declare_counted(matter, reasons)?,
            SessionEvent::Deferred { matter, reasons } => {
                if reasons.trim().is_empty() {
                    return Err(Refusal::Missing("reasons"));
                }
                let there = self.undeclared(matter)?.clone();
                let tally = self.tally(&there);
                self.declare(matter, None, tally, reasons)?;
            }
            SessionEvent::Followed(one) => {
                if one.says.trim().is_empty() {
                    return Err(Refusal::Missing("says"));
                }
                self.follow_up.push(one);
            }
            SessionEvent::Closed(others) => {
                self.begun()?;
                let open = self
                    .agenda
                    .iter()
                    .filter(|it| it.declared.is_none())
                    .count();
                if open > 0 {
                    return Err(Refusal::OpenMatters(open));
                }
                self.closed = Some(others);
            }
            SessionEvent::Cancelled(reason) => self.cancel(reason)?,
        }
        Ok(())
    }

    /// Whether nothing more happens in it.
    pub fn is_over(&self) -> bool {
        self.closed.is_some() || self.cancelled.is_some()
    }

    /// A matter.
    pub fn matter(&self, id: PartId) -> Option<&Matter> {
        self.agenda.iter().find(|it| it.id == id)
    }

    /// The number of a resolution, as it is printed.
    pub fn resolution(&self, declared: &Declared) -> String {
        use chrono::Datelike as _;
        let year = self.on.year();
        format!("COVACEC/{year}/{}/{:02}", self.number, declared.number)
    }

    /// Declares a matter by its count.
    fn declare_counted(&mut self, matter: PartId, reasons: String) -> Result<(), Refusal> {
        let there = self.undeclared(matter)?.clone();
        let tally = self.tally(&there);
        self.has_quorum()?;
        let in_favour = match tally.outcome {
            Outcome::Open => return Err(Refusal::Waiting(tally.waited_for.len())),
            Outcome::Tied => return Err(Refusal::Tied),
            Outcome::Carried => true,
            Outcome::NotCarried => false,
        };
        if !in_favour && reasons.trim().is_empty() {
            return Err(Refusal::Missing("reasons"));
        }
        self.declare(matter, Some(in_favour), tally, reasons)
    }

    /// Calls the session off. What was on an agenda that was sent is put off: its case goes on from
    /// there.
    fn cancel(&mut self, reason: String) -> Result<(), Refusal> {
        self.not_begun()?;
        if reason.trim().is_empty() {
            return Err(Refusal::Missing("reason"));
        }
        let all: Vec<PartId> = match self.called {
            Some(_) => self.agenda.iter().map(|it| it.id).collect(),
            None => Vec::new(),
        };
        for matter in all {
            let there = self.matter(matter).ok_or(Refusal::NoSuchMatter)?;
            let tally = self.tally(there);
            self.declare(matter, None, tally, reason.clone())?;
        }
        self.cancelled = Some(reason);
        Ok(())
    }

    fn attend(&mut self, seat: u8, presence: Presence) -> Result<(), Refusal> {
        let there = self.composition.seat(seat).ok_or(Refusal::NoSuchSeat)?;
        match &presence {
            Presence::Holder if there.is_vacant() => return Err(Refusal::Vacant),
            Presence::Substitute(name) if name.trim().is_empty() => {
                return Err(Refusal::Missing("name"));
            }
            Presence::Substitute(name) => {
                let mut others = self.composition.seats.iter().filter(|it| it.number != seat);
                let sits = others.any(|it| self.sitting(it).is_some_and(|who| same(&who, name)));
                if sits || same(&there.holder, name) {
                    return Err(Refusal::SitsElsewhere(name.clone()));
                }
            }
            Presence::Holder | Presence::Absent => {}
        }
        let was = self.all_sitting();
        self.attendance.insert(seat, presence);
        let is = self.all_sitting();
        // The vote was of whoever sat there: it does not pass to another, nor stay when they go. One
        // who holds two seats leaves both at once.
        let left: Vec<u8> = was
            .into_iter()
            .zip(is)
            .filter(|(was, is)| was != is)
            .map(|((seat, _), _)| seat)
            .collect();
        let open = self.agenda.iter_mut().filter(|it| it.declared.is_none());
        for matter in open.filter(|_| !left.is_empty()) {
            matter.votes.retain(|seat, _| !left.contains(seat));
            matter.casting = None;
        }
        Ok(())
    }

    /// Who sits in each seat now.
    fn all_sitting(&self) -> Vec<(u8, Option<String>)> {
        let seats = self.composition.seats.iter();
        seats.map(|it| (it.number, self.sitting(it))).collect()
    }

    fn vote(&mut self, matter: PartId, seat: u8, vote: Vote) -> Result<(), Refusal> {
        self.undeclared(matter)?;
        let there = self.composition.seat(seat).ok_or(Refusal::NoSuchSeat)?;
        let name = self.sitting(there).ok_or(Refusal::NobodyThere)?;
        if !there.votes {
            return Err(Refusal::NoVote);
        }
        self.has_quorum()?;
        if !self.voters().iter().any(|it| it.number == seat) {
            return Err(Refusal::PersonVoted(name));
        }
        let matter = self.undeclared(matter)?;
        if matter.votes.contains_key(&seat) {
            return Err(Refusal::Voted);
        }
        matter.votes.insert(seat, vote);
        matter.casting = None;
        Ok(())
    }

    fn cast(&mut self, matter: PartId, in_favour: bool) -> Result<(), Refusal> {
        let there = self.undeclared(matter)?.clone();
        match self.tally(&there).outcome {
            Outcome::Tied => {}
            Outcome::Open => return Err(Refusal::Waiting(self.tally(&there).waited_for.len())),
            Outcome::Carried | Outcome::NotCarried => return Err(Refusal::NotTied),
        }
        let presides = self.presides().ok_or(Refusal::NobodyThere)?.number;
        if there.votes.get(&presides) == Some(&Vote::Recused) {
            return Err(Refusal::PresiderRecused);
        }
        self.undeclared(matter)?.casting = Some(in_favour);
        Ok(())
    }

    fn declare(
        &mut self,
        matter: PartId,
        in_favour: Option<bool>,
        tally: Tally,
        reasons: String,
    ) -> Result<(), Refusal> {
        let declared = self
            .agenda
            .iter()
            .filter(|it| it.declared.is_some())
            .count();
        let voters = self.voters().into_iter();
        let voters: Vec<(u8, String)> = voters
            .filter_map(|seat| Some((seat.number, self.sitting(seat)?)))
            .collect();
        let mut agenda = self.agenda.iter_mut();
        let matter = agenda.find(|it| it.id == matter);
        let matter = matter.ok_or(Refusal::NoSuchMatter)?;
        let votes = voters.into_iter().filter_map(|(seat, name)| {
            let vote = matter.votes.get(&seat)?;
            Some((seat, name, *vote))
        });
        matter.declared = Some(Declared {
            number: u32::try_from(declared + 1).unwrap_or(u32::MAX),
            in_favour,
            tally,
            votes: votes.collect(),
            reasons,
        });
        Ok(())
    }

    /// A matter that is being voted on.
    fn undeclared(&mut self, id: PartId) -> Result<&mut Matter, Refusal> {
        self.begun()?;
        let mut agenda = self.agenda.iter_mut();
        let matter = agenda.find(|it| it.id == id).ok_or(Refusal::NoSuchMatter)?;
        match matter.declared {
            Some(_) => Err(Refusal::WasDeclared),
            None => Ok(matter),
        }
    }

    fn has_quorum(&self) -> Result<(), Refusal> {
        let quorum = self.quorum().ok_or(Refusal::NoBase)?;
        match quorum.holds() {
            true => Ok(()),
            false => Err(Refusal::NoQuorum {
                present: quorum.present,
                needed: quorum.needed,
                presided: quorum.presides.is_some(),
            }),
        }
    }

    fn begun(&self) -> Result<(), Refusal> {
        match self.open {
            true => Ok(()),
            false => Err(Refusal::NotBegun),
        }
    }

    fn not_called(&self) -> Result<(), Refusal> {
        self.not_begun()?;
        match self.called {
            Some(_) => Err(Refusal::WasCalled),
            None => Ok(()),
        }
    }

    fn not_begun(&self) -> Result<(), Refusal> {
        match self.open {
            true => Err(Refusal::Begun),
            false => Ok(()),
        }
    }
}
