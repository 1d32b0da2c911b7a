//! COVACEC: who sits in it, when it may decide, and what a count of votes comes to.
//!
//! Its composition is dated data and never code: posts are renamed, abolished and left vacant. What the
//! manual leaves open (the base of the quorum, what an abstention weighs, who has how many votes) is
//! data of the composition too, and each count says by which it was made.

use chrono::NaiveDate;

use crate::text::fold;
use crate::vocabulary;

mod count;
mod refusal;
mod session;
mod written;

pub use count::{Outcome, Quorum, Tally};
pub use refusal::Refusal;
pub use session::{
    CovacecSession, Declared, FollowUp, Matter, MatterKind, Presence, SessionEvent, SessionKind,
    Vote,
};
pub use written::{WrongLine, parse, write};

vocabulary! {
    /// What a seat is in COVACEC.
    pub enum SeatRole {
        /// Presidencia.
        Chair = "CHAIR",
        /// Vicepresidencia.
        ViceChair = "VICE_CHAIR",
        /// Secretaría Técnica.
        TechnicalSecretary = "TECHNICAL_SECRETARY",
        /// Vocalía.
        Member = "MEMBER",
        /// Vocalía Ponente.
        Presenter = "PRESENTER",
    }
}

impl SeatRole {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            SeatRole::Chair => "Presidencia",
            SeatRole::ViceChair => "Vicepresidencia",
            SeatRole::TechnicalSecretary => "Secretaría Técnica",
            SeatRole::Member => "Vocalía",
            SeatRole::Presenter => "Vocalía Ponente",
        }
    }
}

vocabulary! {
    /// What «half plus one of the members» is counted on. The manual does not say.
    pub enum QuorumOf {
        /// Seats: whoever holds two fills both.
        Seats = "SEATS",
        /// Persons: whoever holds two is one.
        Persons = "PERSONS",
    }
}

impl QuorumOf {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            QuorumOf::Seats => "asientos",
            QuorumOf::Persons => "personas",
        }
    }
}

vocabulary! {
    /// What a simple majority is of. The manual says «of members present with vote».
    pub enum MajorityBasis {
        /// Of those present who may vote, so that an abstention weighs against.
        Present = "PRESENT",
        /// Of the votes in favour and against.
        VotesCast = "VOTES_CAST",
    }
}

impl MajorityBasis {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            MajorityBasis::Present => "integrantes presentes con voto",
            MajorityBasis::VotesCast => "votos emitidos a favor y en contra",
        }
    }
}

/// A seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Its number, from 1: the key it is called by.
    pub number: u8,
    /// What it is.
    pub role: SeatRole,
    /// The post whose holder sits in it.
    pub post: String,
    /// Who holds the post; empty while it is vacant.
    pub holder: String,
    /// Whether the holder is in charge of the office (encargado de despacho).
    pub acting: bool,
    /// Who was named to stand in; empty where nobody was.
    pub substitute: String,
    /// Whether it has a vote.
    pub votes: bool,
}

impl Seat {
    /// Whether nobody holds it.
    pub fn is_vacant(&self) -> bool {
        self.holder.is_empty()
    }
}

/// Who sits in COVACEC from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// From when.
    pub from: NaiveDate,
    /// Its seats.
    pub seats: Vec<Seat>,
    /// What the quorum is counted on; nothing until somebody said.
    pub base: Option<QuorumOf>,
    /// What the majority is of.
    pub majority: MajorityBasis,
    /// Whether an official text says all of it.
    pub confirmed: bool,
}

/// Why a composition is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadComposition {
    /// There is not exactly one seat of a kind.
    #[error("{count} seats of {role:?}")]
    NotOne {
        /// Of which kind.
        role: SeatRole,
        /// How many there are.
        count: usize,
    },
    /// A seat names no post.
    #[error("seat {0} names no post")]
    NoPost(usize),
    /// There is nothing to decide with.
    #[error("no seat has a vote")]
    NoVotes,
    /// Someone stands in for themselves.
    #[error("{0} stands in for themselves")]
    OwnSubstitute(String),
}

impl Composition {
    /// Whether it can hold a session.
    pub fn check(&self) -> Result<(), BadComposition> {
        for role in [
            SeatRole::Chair,
            SeatRole::ViceChair,
            SeatRole::TechnicalSecretary,
        ] {
            let count = self.seats.iter().filter(|it| it.role == role).count();
            if count != 1 {
                return Err(BadComposition::NotOne { role, count });
            }
        }
        if let Some(at) = self.seats.iter().position(|it| it.post.trim().is_empty()) {
            return Err(BadComposition::NoPost(at + 1));
        }
        if !self.seats.iter().any(|it| it.votes) {
            return Err(BadComposition::NoVotes);
        }
        let own = |it: &&Seat| !it.substitute.is_empty() && same(&it.substitute, &it.holder);
        match self.seats.iter().find(own) {
            Some(seat) => Err(BadComposition::OwnSubstitute(seat.holder.clone())),
            None => Ok(()),
        }
    }

    /// A seat.
    pub fn seat(&self, number: u8) -> Option<&Seat> {
        self.seats.iter().find(|it| it.number == number)
    }

    /// Whether two seats are one person's.
    pub(crate) fn is_held_too(&self, one: u8, other: u8) -> bool {
        let holder = |number| self.seat(number).map(|it| it.holder.as_str());
        match (holder(one), holder(other)) {
            (Some(one), Some(other)) => !one.is_empty() && same(one, other),
            _ => false,
        }
    }

    /// The other seats that the holder of a seat holds too.
    pub fn held_too(&self, number: u8) -> impl Iterator<Item = &Seat> {
        let holder = self
            .seat(number)
            .map(|it| it.holder.clone())
            .unwrap_or_default();
        let others = self.seats.iter().filter(move |it| it.number != number);
        others.filter(move |it| !holder.is_empty() && same(&it.holder, &holder))
    }
}

/// Whether two names are one person's.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one == other || fold(one) == fold(other)
}

/// The composition in force on a day: the last that began by then.
pub fn in_force(all: &[Composition], on: NaiveDate) -> Option<&Composition> {
    let begun = all.iter().filter(|it| it.from <= on);
    begun.max_by_key(|it| it.from)
}

#[cfg(test)]
mod chance;
#[cfg(test)]
mod tests;
