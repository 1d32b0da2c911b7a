//! Counting who is there and how they voted.

use crate::vocabulary;

use super::{
    Composition, CovacecSession, MajorityBasis, Matter, Presence, QuorumOf, Seat, SeatRole, Vote,
};

/// Whether COVACEC may decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    /// What it is counted on.
    pub base: QuorumOf,
    /// Of how many: vacancies stay in it.
    pub of: usize,
    /// How many are needed: half plus one.
    pub needed: usize,
    /// How many there are.
    pub present: usize,
    /// Who presides: the seat, if one of the two that may is filled.
    pub presides: Option<u8>,
}

impl Quorum {
    /// Whether it is there.
    pub fn holds(&self) -> bool {
        self.presides.is_some() && self.present >= self.needed
    }
}

vocabulary! {
    /// What a count of votes comes to.
    pub enum Outcome {
        /// There is a majority in favour.
        Carried = "CARRIED",
        /// There is none.
        NotCarried = "NOT_CARRIED",
        /// As many in favour as against: whoever presides decides.
        Tied = "TIED",
        /// Somebody who is there has not voted.
        Open = "OPEN",
    }
}

/// A count of votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// In favour.
    pub in_favour: usize,
    /// Against.
    pub against: usize,
    /// Abstentions.
    pub abstentions: usize,
    /// Recused: they neither vote nor count.
    pub recused: usize,
    /// Seats that are there, may vote and have not.
    pub waited_for: Vec<u8>,
    /// What the majority is of.
    pub basis: MajorityBasis,
    /// Of how many it is counted.
    pub of: usize,
    /// How many in favour are needed.
    pub needed: usize,
    /// The casting vote, where it was used.
    pub casting: Option<bool>,
    /// What it comes to.
    pub outcome: Outcome,
}

impl CovacecSession {
    /// How a seat is filled now: whoever holds two and is in one is in both, unless somebody stands
    /// in there.
    pub fn filled(&self, seat: u8) -> Presence {
        match self.attendance.get(&seat) {
            Some(presence) if *presence != Presence::Absent => presence.clone(),
            said => {
                // Names are folded only where there is somebody to compare with.
                let mut here = self.attendance.iter();
                let elsewhere = said.is_none()
                    && here.any(|(other, presence)| {
                        *other != seat
                            && *presence == Presence::Holder
                            && self.composition.is_held_too(seat, *other)
                    });
                match (elsewhere, said) {
                    (true, None) => Presence::Holder,
                    _ => Presence::Absent,
                }
            }
        }
    }

    /// Who sits in a seat now; nothing while it is empty.
    pub fn sitting(&self, seat: &Seat) -> Option<String> {
        match self.filled(seat.number) {
            Presence::Holder => Some(seat.holder.clone()),
            Presence::Substitute(name) => Some(name),
            Presence::Absent => None,
        }
    }

    /// The quorum now; nothing until it was said what it is counted on.
    pub fn quorum(&self) -> Option<Quorum> {
        let base = self.composition.base?;
        let of = base_count(&self.composition, base);
        let sitting = self.composition.seats.iter();
        let names: Vec<String> = sitting.filter_map(|it| self.sitting(it)).collect();
        let present = match base {
            QuorumOf::Seats => names.len(),
            QuorumOf::Persons => distinct(names.iter().map(String::as_str)),
        };
        Some(Quorum {
            base,
            of,
            needed: of / 2 + 1,
            present,
            presides: self.presides().map(|it| it.number),
        })
    }

    /// The seat that presides now: the chair, or in its absence the vice chair.
    pub fn presides(&self) -> Option<&Seat> {
        let of = |role| {
            let mut seats = self.composition.seats.iter();
            seats.find(|it| it.role == role && self.sitting(it).is_some())
        };
        of(SeatRole::Chair).or_else(|| of(SeatRole::ViceChair))
    }

    /// The seats that vote on something now: filled, with a vote, and where persons are counted one
    /// for each of them.
    pub fn voters(&self) -> Vec<&Seat> {
        let by_person = self.composition.base == Some(QuorumOf::Persons);
        let mut voters: Vec<&Seat> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for seat in self.composition.seats.iter().filter(|it| it.votes) {
            let Some(name) = self.sitting(seat) else {
                continue;
            };
            if by_person && names.iter().any(|it| super::same(it, &name)) {
                continue;
            }
            names.push(name);
            voters.push(seat);
        }
        voters
    }

    /// The count of the votes on a matter, as it stands.
    pub fn tally(&self, matter: &Matter) -> Tally {
        let mut tally = Tally {
            in_favour: 0,
            against: 0,
            abstentions: 0,
            recused: 0,
            waited_for: Vec::new(),
            basis: self.composition.majority,
            of: 0,
            needed: 0,
            casting: None,
            outcome: Outcome::Open,
        };
        let voters = self.voters();
        for seat in &voters {
            match matter.votes.get(&seat.number) {
                Some(Vote::InFavour) => tally.in_favour += 1,
                Some(Vote::Against) => tally.against += 1,
                Some(Vote::Abstention) => tally.abstentions += 1,
                Some(Vote::Recused) => tally.recused += 1,
                None => tally.waited_for.push(seat.number),
            }
        }
        tally.of = match tally.basis {
            MajorityBasis::Present => voters.len() - tally.recused,
            MajorityBasis::VotesCast => tally.in_favour + tally.against,
        };
        tally.needed = tally.of / 2 + 1;
        tally.outcome = match () {
            () if !tally.waited_for.is_empty() => Outcome::Open,
            () if tally.in_favour == tally.against && tally.in_favour > 0 => {
                tally.casting = matter.casting;
                match matter.casting {
                    Some(true) => Outcome::Carried,
                    Some(false) => Outcome::NotCarried,
                    None => Outcome::Tied,
                }
            }
            () if tally.in_favour >= tally.needed => Outcome::Carried,
            () => Outcome::NotCarried,
        };
        tally
    }
}

/// How many a composition is: its seats, or the persons in them, where each vacancy is one.
fn base_count(composition: &Composition, base: QuorumOf) -> usize {
    match base {
        QuorumOf::Seats => composition.seats.len(),
        QuorumOf::Persons => {
            let seats = composition.seats.iter();
            let (vacant, held): (Vec<_>, Vec<_>) = seats.partition(|it| it.is_vacant());
            vacant.len() + distinct(held.iter().map(|it| it.holder.as_str()))
        }
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    let mut all: Vec<&str> = Vec::new();
    for name in names {
        if !all.iter().any(|it| super::same(it, name)) {
            all.push(name);
        }
    }
    all.len()
}
