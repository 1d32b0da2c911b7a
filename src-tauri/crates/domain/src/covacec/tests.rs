//! The table of cases: who is there, how they vote, what it comes to, and on what basis.

use std::collections::BTreeMap;

use super::*;
use crate::ids::Ids;

/// The ten seats of the manual of 2015, 9 persons: seats 3 and 10 are one person's.
const SEATS: [(SeatRole, &str); 10] = [
    (SeatRole::Chair, "A"),
    (SeatRole::ViceChair, "B"),
    (SeatRole::TechnicalSecretary, "C"),
    (SeatRole::Member, "D"),
    (SeatRole::Member, "E"),
    (SeatRole::Member, "F"),
    (SeatRole::Member, "G"),
    (SeatRole::Presenter, "H"),
    (SeatRole::Presenter, "I"),
    (SeatRole::Presenter, "C"),
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn composition(base: QuorumOf, majority: MajorityBasis) -> Composition {
    let seats = SEATS.iter().zip(1..).map(|((role, holder), number)| Seat {
        number,
        role: *role,
        post: format!("Dirección {holder}"),
        holder: (*holder).to_owned(),
        acting: false,
        substitute: String::new(),
        votes: true,
    });
    Composition {
        from: day("2015-01-01"),
        seats: seats.collect(),
        base: Some(base),
        majority,
        confirmed: false,
    }
}

pub(super) fn session(composition: Composition) -> CovacecSession {
    let mut ids = Ids::new(1_777_000_000_000, 7);
    let mut session = CovacecSession {
        number: 3,
        kind: SessionKind::Ordinary,
        on: day("2026-05-08"),
        called: None,
        place: "Sala de juntas".to_owned(),
        composition,
        agenda: Vec::new(),
        attendance: BTreeMap::new(),
        guests: Vec::new(),
        follow_up: Vec::new(),
        open: false,
        closed: None,
        cancelled: None,
    };
    let matter = Matter {
        id: ids.part(),
        kind: MatterKind::Integration,
        case: "caso".to_owned(),
        title: "CGC inventado".to_owned(),
        presenter: "H".to_owned(),
        votes: BTreeMap::new(),
        casting: None,
        declared: None,
    };
    session
        .take(SessionEvent::Put(matter), day("2026-05-06"))
        .unwrap();
    session
        .take(SessionEvent::Called, day("2026-05-06"))
        .unwrap();
    session
}

impl CovacecSession {
    pub(super) fn does(&mut self, event: SessionEvent) -> Result<(), Refusal> {
        self.take(event, day("2026-05-08"))
    }

    pub(super) fn comes(&mut self, seat: u8) -> Result<(), Refusal> {
        let presence = Presence::Holder;
        self.does(SessionEvent::Attended { seat, presence })
    }

    fn stands_in(&mut self, seat: u8, name: &str) -> Result<(), Refusal> {
        let presence = Presence::Substitute(name.to_owned());
        self.does(SessionEvent::Attended { seat, presence })
    }

    fn goes(&mut self, seat: u8) {
        let presence = Presence::Absent;
        self.does(SessionEvent::Attended { seat, presence })
            .unwrap();
    }

    fn votes(&mut self, seat: u8, vote: Vote) -> Result<(), Refusal> {
        let matter = self.agenda[0].id;
        self.does(SessionEvent::Voted { matter, seat, vote })
    }

    fn declares(&mut self, reasons: &str) -> Result<(), Refusal> {
        let (matter, reasons) = (self.agenda[0].id, reasons.to_owned());
        self.does(SessionEvent::Declared { matter, reasons })
    }

    fn casts(&mut self, in_favour: bool) -> Result<(), Refusal> {
        let matter = self.agenda[0].id;
        self.does(SessionEvent::Cast { matter, in_favour })
    }
}

/// A case of the quorum: who is there (`3` holder, `3*` somebody who stands in), which seats are
/// vacant, and whether it holds on seats and on persons.
struct Sitting {
    present: &'static [&'static str],
    vacant: &'static [usize],
    seats: (usize, usize, bool),
    persons: (usize, usize, bool),
    basis: &'static str,
}

#[rustfmt::skip] // A table is read down its columns.
const SITTINGS: &[Sitting] = &[
    Sitting { present: &["1","2","4","5","6","7"], vacant: &[], seats: (6, 6, true), persons: (6, 5, true), basis: "half plus one of 10 is 6, of 9 is 5" },
    Sitting { present: &["1","4","5","6","7"], vacant: &[], seats: (5, 6, false), persons: (5, 5, true), basis: "the base decides: 5 of 10 is not half plus one, 5 of 9 is" },
    Sitting { present: &["1","4","5","6"], vacant: &[], seats: (4, 6, false), persons: (4, 5, false), basis: "below either" },
    Sitting { present: &["1","3","4","5","6"], vacant: &[], seats: (6, 6, true), persons: (5, 5, true), basis: "whoever holds two seats fills both where seats are counted" },
    Sitting { present: &["1","10","4","5","6"], vacant: &[], seats: (6, 6, true), persons: (5, 5, true), basis: "from whichever of the two" },
    Sitting { present: &["1","3","4","5"], vacant: &[], seats: (5, 6, false), persons: (4, 5, false), basis: "two seats of one person do not make the sixth" },
    Sitting { present: &["2","4","5","6","7","8"], vacant: &[], seats: (6, 6, true), persons: (6, 5, true), basis: "the vice chair presides in the chair's absence" },
    Sitting { present: &["3","4","5","6","7","8","9"], vacant: &[], seats: (8, 6, false), persons: (7, 5, false), basis: "neither chair nor vice chair: no quorum, however many there are" },
    Sitting { present: &["1*","4","5","6","7","8"], vacant: &[], seats: (6, 6, true), persons: (6, 5, true), basis: "each member may name a substitute, the chair too" },
    Sitting { present: &["2*","4","5","6","7","8"], vacant: &[], seats: (6, 6, true), persons: (6, 5, true), basis: "the substitute of the vice chair presides" },
    Sitting { present: &["1","4*","5*","6*","7*","8*"], vacant: &[], seats: (6, 6, true), persons: (6, 5, true), basis: "substitutes count as those they stand in for" },
    Sitting { present: &["1","2","3","10*","4","5"], vacant: &[], seats: (6, 6, true), persons: (6, 5, true), basis: "somebody may stand in for one of the two seats: then they are two persons" },
    Sitting { present: &["1","2","4","5","6","7"], vacant: &[8], seats: (6, 6, true), persons: (6, 5, true), basis: "a vacancy stays in the base" },
    Sitting { present: &["1","2","5","6","7"], vacant: &[4], seats: (5, 6, false), persons: (5, 5, true), basis: "a vacancy does not lower what is needed" },
    Sitting { present: &["1","2","4*","5","6","7"], vacant: &[4], seats: (6, 6, true), persons: (6, 5, true), basis: "whoever is in charge of the office sits in a vacant seat" },
    Sitting { present: &["2","4","5","6","7","8"], vacant: &[1], seats: (6, 6, true), persons: (6, 5, true), basis: "a vacant chair: the vice chair presides" },
    Sitting { present: &["1","2","4","5","6"], vacant: &[3, 10], seats: (5, 6, false), persons: (5, 6, false), basis: "two vacant seats are two in either base: half plus one of 10" },
    Sitting { present: &["1","2","3","4","5","6","7","8","9"], vacant: &[], seats: (10, 6, true), persons: (9, 5, true), basis: "all are there" },
    Sitting { present: &[], vacant: &[], seats: (0, 6, false), persons: (0, 5, false), basis: "nobody is there" },
    Sitting { present: &["1"], vacant: &[], seats: (1, 6, false), persons: (1, 5, false), basis: "the chair alone is no quorum" },
];

#[test]
fn the_quorum_is_half_plus_one_with_somebody_to_preside() {
    for case in SITTINGS {
        for (base, (present, needed, holds)) in [
            (QuorumOf::Seats, case.seats),
            (QuorumOf::Persons, case.persons),
        ] {
            let mut composition = composition(base, MajorityBasis::Present);
            for seat in case.vacant {
                composition.seats[seat - 1].holder.clear();
            }
            let mut session = session(composition);
            for seat in case.present {
                let number: u8 = seat.trim_end_matches('*').parse().unwrap();
                match seat.ends_with('*') {
                    true => session
                        .stands_in(number, &format!("Suplente {number}"))
                        .unwrap(),
                    false => session.comes(number).unwrap(),
                }
            }
            let quorum = session.quorum().unwrap();
            let found = (quorum.present, quorum.needed, quorum.holds());
            assert_eq!(
                found,
                (present, needed, holds),
                "{}, by {}",
                case.basis,
                base.code()
            );
            let opened = session.does(SessionEvent::Opened);
            assert_eq!(opened.is_ok(), holds, "{}", case.basis);
        }
    }
}

/// A case of the vote: how each of those who are there votes (`F` in favour, `C` against, `A`
/// abstains, `R` is recused), from the first seat on; the casting vote, and what it comes to by
/// either basis.
struct Voting {
    votes: &'static str,
    casting: Option<bool>,
    present: Outcome,
    cast: Outcome,
    basis: &'static str,
}

#[rustfmt::skip] // A table is read down its columns.
const VOTINGS: &[Voting] = &[
    Voting { votes: "FFFFFFFFFF", casting: None, present: Outcome::Carried, cast: Outcome::Carried, basis: "all in favour" },
    Voting { votes: "CCCCCCCCCC", casting: None, present: Outcome::NotCarried, cast: Outcome::NotCarried, basis: "all against" },
    Voting { votes: "FFFFFFCCCC", casting: None, present: Outcome::Carried, cast: Outcome::Carried, basis: "6 of 10" },
    Voting { votes: "FFFFFCCCCC", casting: None, present: Outcome::Tied, cast: Outcome::Tied, basis: "5 to 5: whoever presides has to decide" },
    Voting { votes: "FFFFFCCCCC", casting: Some(true), present: Outcome::Carried, cast: Outcome::Carried, basis: "5 to 5 and the casting vote in favour" },
    Voting { votes: "FFFFFCCCCC", casting: Some(false), present: Outcome::NotCarried, cast: Outcome::NotCarried, basis: "5 to 5 and the casting vote against" },
    Voting { votes: "FFFFCCCCAA", casting: Some(true), present: Outcome::Carried, cast: Outcome::Carried, basis: "4 to 4 is a tie, whoever abstains" },
    Voting { votes: "FFFFCCCA", casting: None, present: Outcome::NotCarried, cast: Outcome::Carried, basis: "4-3-1: half plus one of 8 present is 5; of 7 votes it is 4" },
    Voting { votes: "FFFFFAAAAA", casting: None, present: Outcome::NotCarried, cast: Outcome::Carried, basis: "5 of 10 is no majority of those present; it is of those who voted" },
    Voting { votes: "FFFFFFAAAA", casting: None, present: Outcome::Carried, cast: Outcome::Carried, basis: "6 of 10 with four abstentions" },
    Voting { votes: "AAAAAAAAAA", casting: None, present: Outcome::NotCarried, cast: Outcome::NotCarried, basis: "nobody in favour nor against: nothing to decide by a casting vote" },
    Voting { votes: "FAAAAAAAAA", casting: None, present: Outcome::NotCarried, cast: Outcome::Carried, basis: "one in favour, nine abstentions" },
    Voting { votes: "CAAAAAAAAA", casting: None, present: Outcome::NotCarried, cast: Outcome::NotCarried, basis: "one against" },
    Voting { votes: "FFFFFCCCCR", casting: None, present: Outcome::Carried, cast: Outcome::Carried, basis: "whoever is recused does not count: 5 of 9" },
    Voting { votes: "FFFFCCCCRR", casting: None, present: Outcome::Tied, cast: Outcome::Tied, basis: "4 to 4 of 8, two recused" },
    Voting { votes: "FFFFCCCRRR", casting: None, present: Outcome::Carried, cast: Outcome::Carried, basis: "4 of 7, three recused" },
    Voting { votes: "RRRRRRRRRR", casting: None, present: Outcome::NotCarried, cast: Outcome::NotCarried, basis: "all recused: nobody in favour" },
    Voting { votes: "FFFFCC", casting: None, present: Outcome::Carried, cast: Outcome::Carried, basis: "4 of 6, with just the quorum" },
    Voting { votes: "FFFCCC", casting: None, present: Outcome::Tied, cast: Outcome::Tied, basis: "3 to 3, with just the quorum" },
    Voting { votes: "FFFFF.", casting: None, present: Outcome::Open, cast: Outcome::Open, basis: "somebody who is there has not voted" },
    Voting { votes: "CFFFFFFAAA", casting: None, present: Outcome::Carried, cast: Outcome::Carried, basis: "the chair against: its vote is one, and there is no tie" },
    Voting { votes: "FFFFFACCCA", casting: None, present: Outcome::NotCarried, cast: Outcome::Carried, basis: "5-3-2 of 10: one short of half plus one" },
    Voting { votes: "FFFFFFACCC", casting: None, present: Outcome::Carried, cast: Outcome::Carried, basis: "6-3-1 of 10" },
    Voting { votes: "FFFFCCCAAA", casting: None, present: Outcome::NotCarried, cast: Outcome::Carried, basis: "4-3-3 of 10" },
];

#[test]
fn the_count_comes_to_what_the_basis_says() {
    for case in VOTINGS {
        for (majority, outcome) in [
            (MajorityBasis::Present, case.present),
            (MajorityBasis::VotesCast, case.cast),
        ] {
            let mut composition = composition(QuorumOf::Seats, majority);
            composition.seats[9].holder = "J".to_owned(); // Ten persons: one vote each.
            let mut session = session(composition);
            for seat in 1..=u8::try_from(case.votes.len()).unwrap() {
                session.comes(seat).unwrap();
            }
            session.does(SessionEvent::Opened).unwrap();
            for (at, vote) in case.votes.chars().enumerate() {
                let vote = match vote {
                    'F' => Vote::InFavour,
                    'C' => Vote::Against,
                    'A' => Vote::Abstention,
                    'R' => Vote::Recused,
                    _ => continue,
                };
                session.votes(u8::try_from(at + 1).unwrap(), vote).unwrap();
            }
            if let Some(in_favour) = case.casting {
                session.casts(in_favour).unwrap();
            }
            let tally = session.tally(&session.agenda[0]);
            assert_eq!(
                tally.outcome,
                outcome,
                "{}, by {}",
                case.basis,
                majority.code()
            );
            let declared = session.declares("Se razonó en la sesión.");
            let decided = matches!(outcome, Outcome::Carried | Outcome::NotCarried);
            assert_eq!(declared.is_ok(), decided, "{}", case.basis);
            let all = tally.in_favour + tally.against + tally.abstentions + tally.recused;
            assert_eq!(
                all + tally.waited_for.len(),
                case.votes.len(),
                "the count adds up"
            );
        }
    }
}

/// A session in its hall: the chair, the vice chair and seats 4 to 7 are there, and it is open.
fn held() -> CovacecSession {
    let mut session = session(composition(QuorumOf::Seats, MajorityBasis::Present));
    for seat in [1, 2, 4, 5, 6, 7] {
        session.comes(seat).unwrap();
    }
    session.does(SessionEvent::Opened).unwrap();
    session
}

#[test]
fn nobody_votes_without_a_seat_nor_twice_nor_from_an_empty_one() {
    let mut session = held();
    let (matter, stranger) = (session.agenda[0].id, 11);
    let vote = Vote::InFavour;
    let strange = SessionEvent::Voted {
        matter,
        seat: stranger,
        vote,
    };
    assert_eq!(session.does(strange), Err(Refusal::NoSuchSeat));
    session.votes(1, vote).unwrap();
    assert_eq!(session.votes(1, Vote::Against), Err(Refusal::Voted));
    assert_eq!(session.votes(8, vote), Err(Refusal::NobodyThere));
    let seat = 1;
    session
        .does(SessionEvent::Unvoted { matter, seat })
        .unwrap();
    session.votes(1, Vote::Against).unwrap();
    session.composition.seats[3].votes = false;
    assert_eq!(session.votes(4, vote), Err(Refusal::NoVote));
}

#[test]
fn one_person_votes_once_where_persons_are_counted_and_from_each_seat_where_seats_are() {
    for (base, second) in [
        (QuorumOf::Persons, Err(Refusal::PersonVoted("C".to_owned()))),
        (QuorumOf::Seats, Ok(())),
    ] {
        let mut session = session(composition(base, MajorityBasis::Present));
        for seat in [1, 3, 4, 5, 6] {
            session.comes(seat).unwrap();
        }
        session.does(SessionEvent::Opened).unwrap();
        session.votes(3, Vote::InFavour).unwrap();
        assert_eq!(session.votes(10, Vote::InFavour), second);
    }
}

#[test]
fn a_session_is_opened_on_its_day_after_its_notice_and_decides_with_quorum_alone() {
    let mut session = session(composition(QuorumOf::Seats, MajorityBasis::Present));
    for seat in [1, 2, 4, 5, 6, 7] {
        session.comes(seat).unwrap();
    }
    let other = session.take(SessionEvent::Opened, day("2026-05-09"));
    assert_eq!(other, Err(Refusal::AnotherDay(day("2026-05-08"))));
    session.composition.base = None;
    assert_eq!(session.does(SessionEvent::Opened), Err(Refusal::NoBase));
    let mut session = held();
    for seat in [1, 2, 4, 5, 6] {
        session.votes(seat, Vote::InFavour).unwrap();
    }
    session.goes(7);
    assert_eq!(
        session.declares(""),
        Err(Refusal::NoQuorum {
            present: 5,
            needed: 6,
            presided: true
        })
    );
    let matter = session.agenda[0].id;
    let reasons = "Se retiró un integrante y no hay quórum.".to_owned();
    session
        .does(SessionEvent::Deferred { matter, reasons })
        .unwrap();
    session.does(SessionEvent::Closed(String::new())).unwrap();
    assert_eq!(session.comes(7), Err(Refusal::Over));
}

#[test]
fn the_vote_of_one_who_leaves_goes_with_them_and_does_not_pass_to_who_stands_in() {
    let mut session = held();
    session.comes(8).unwrap();
    session.votes(4, Vote::InFavour).unwrap();
    session.stands_in(4, "Suplente 4").unwrap();
    assert!(session.agenda[0].votes.is_empty());
    session.votes(4, Vote::Against).unwrap();
    session.goes(4);
    assert!(session.agenda[0].votes.is_empty());
}

#[test]
fn a_tie_is_decided_by_whoever_presides_and_not_by_one_who_was_recused() {
    let mut session = held();
    for (seat, vote) in [
        (1, Vote::Recused),
        (2, Vote::InFavour),
        (4, Vote::InFavour),
        (5, Vote::Against),
        (6, Vote::Against),
        (7, Vote::Abstention),
    ] {
        session.votes(seat, vote).unwrap();
    }
    assert_eq!(session.declares("x"), Err(Refusal::Tied));
    assert_eq!(session.casts(true), Err(Refusal::PresiderRecused));

    let mut session = held();
    for (seat, vote) in [
        (1, Vote::InFavour),
        (2, Vote::InFavour),
        (4, Vote::InFavour),
        (5, Vote::Against),
        (6, Vote::Against),
        (7, Vote::Against),
    ] {
        session.votes(seat, vote).unwrap();
    }
    session.casts(true).unwrap();
    session.declares("").unwrap();
    let declared = session.agenda[0].declared.clone().unwrap();
    assert_eq!(
        (declared.in_favour, declared.tally.casting),
        (Some(true), Some(true))
    );
    assert_eq!(session.resolution(&declared), "COVACEC/2026/3/01");
    assert_eq!(session.votes(1, Vote::Against), Err(Refusal::WasDeclared));
}

#[test]
fn nobody_stands_in_for_two_nor_from_a_seat_of_their_own() {
    let mut session = held();
    assert_eq!(
        session.stands_in(8, "D"),
        Err(Refusal::SitsElsewhere("D".to_owned()))
    );
    session.stands_in(8, "Suplente 8").unwrap();
    let again = session.stands_in(9, "suplente 8");
    assert_eq!(again, Err(Refusal::SitsElsewhere("suplente 8".to_owned())));
    session.composition.seats[8].holder.clear();
    assert_eq!(session.comes(9), Err(Refusal::Vacant));
}

#[test]
fn an_agenda_is_closed_by_its_notice_and_a_session_called_off_puts_its_matters_off() {
    let mut session = session(composition(QuorumOf::Seats, MajorityBasis::Present));
    let id = session.agenda[0].id;
    assert_eq!(
        session.does(SessionEvent::Taken(id)),
        Err(Refusal::WasCalled)
    );
    assert_eq!(
        session.does(SessionEvent::Closed(String::new())),
        Err(Refusal::NotBegun)
    );
    assert_eq!(
        session.does(SessionEvent::Cancelled(String::new())),
        Err(Refusal::Missing("reason"))
    );
    session
        .does(SessionEvent::Cancelled(
            "No se reunió el quórum.".to_owned(),
        ))
        .unwrap();
    let declared = session.agenda[0].declared.as_ref().unwrap();
    assert_eq!((declared.in_favour, declared.tally.in_favour), (None, 0));
}

#[test]
fn a_composition_has_one_of_each_that_presides_and_the_last_that_began_is_in_force() {
    let whole = composition(QuorumOf::Seats, MajorityBasis::Present);
    assert_eq!(whole.check(), Ok(()));
    let mut two = whole.clone();
    two.seats[3].role = SeatRole::Chair;
    assert_eq!(
        two.check(),
        Err(BadComposition::NotOne {
            role: SeatRole::Chair,
            count: 2
        })
    );
    let mut later = whole.clone();
    later.from = day("2026-01-01");
    let all = [later.clone(), whole.clone()];
    assert_eq!(in_force(&all, day("2025-12-31")), Some(&whole));
    assert_eq!(in_force(&all, day("2026-01-01")), Some(&later));
    assert_eq!(in_force(&all, day("2014-12-31")), None);
}
