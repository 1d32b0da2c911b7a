//! Walks of chance through a session: none leads where it may not be.

use std::collections::BTreeMap;

use super::tests::{composition, session};
use super::*;
use crate::ids::Ids;

/// What must be so of a session whatever happened in it.
fn is_legal(session: &CovacecSession) {
    let composition = &session.composition;
    for matter in &session.agenda {
        assert!(
            matter
                .votes
                .keys()
                .all(|seat| composition.seat(*seat).is_some())
        );
        if let Some(declared) = &matter.declared {
            let tally = &declared.tally;
            let counted = tally.in_favour + tally.against + tally.abstentions + tally.recused;
            assert_eq!(
                counted,
                declared.votes.len(),
                "the figures are those of the votes"
            );
            match declared.in_favour {
                Some(true) => assert_eq!(tally.outcome, Outcome::Carried),
                Some(false) => assert_eq!(tally.outcome, Outcome::NotCarried),
                None => assert!(!declared.reasons.is_empty(), "what is put off says why"),
            }
        } else {
            assert!(session.closed.is_none(), "an end leaves no matter open");
            for seat in matter.votes.keys() {
                let seat = composition.seat(*seat).unwrap();
                assert!(
                    session.sitting(seat).is_some(),
                    "nobody votes from an empty seat"
                );
            }
        }
    }
    let mut numbers: Vec<u32> = session
        .agenda
        .iter()
        .filter_map(|it| it.declared.as_ref().map(|it| it.number))
        .collect();
    numbers.sort_unstable();
    let all: Vec<u32> = (1..).take(numbers.len()).collect();
    assert_eq!(
        numbers, all,
        "resolutions are numbered without gaps or doubles"
    );
    assert!(!(session.open && session.called.is_none()));
    assert!(!(session.open && session.cancelled.is_some()));
    let mut sitting: Vec<String> = composition
        .seats
        .iter()
        .filter(|seat| matches!(session.filled(seat.number), Presence::Substitute(_)))
        .filter_map(|seat| session.sitting(seat))
        .collect();
    let before = sitting.len();
    sitting.sort_unstable();
    sitting.dedup();
    assert_eq!(sitting.len(), before, "nobody stands in for two");
}

/// A source of chance that a test can name.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

fn any_event(chance: &mut Chance, session: &CovacecSession, ids: &mut Ids) -> SessionEvent {
    let matter = match session.agenda.len() as u64 {
        0 => ids.part(),
        n => session.agenda[usize::try_from(chance.below(n)).unwrap()].id,
    };
    let seat = u8::try_from(chance.below(12)).unwrap();
    let reasons =
        ["", "Porque sí se razonó."][usize::try_from(chance.below(2)).unwrap()].to_owned();
    match chance.below(16) {
        0 => SessionEvent::Put(Matter {
            id: ids.part(),
            kind: MatterKind::Renewal,
            case: chance.below(3).to_string(),
            title: "Otro".to_owned(),
            presenter: String::new(),
            votes: BTreeMap::new(),
            casting: None,
            declared: None,
        }),
        1 => SessionEvent::Taken(matter),
        2 => SessionEvent::Based(
            [QuorumOf::Seats, QuorumOf::Persons][usize::try_from(chance.below(2)).unwrap()],
        ),
        3 | 4 => SessionEvent::Attended {
            seat,
            presence: match chance.below(5) {
                0 => Presence::Absent,
                1 => Presence::Substitute(format!("Suplente {}", chance.below(4))),
                _ => Presence::Holder,
            },
        },
        5 => SessionEvent::Called,
        6 => SessionEvent::Opened,
        7..=10 => SessionEvent::Voted {
            matter,
            seat,
            vote: Vote::ALL[usize::try_from(chance.below(4)).unwrap()],
        },
        11 => SessionEvent::Unvoted { matter, seat },
        12 => SessionEvent::Cast {
            matter,
            in_favour: chance.below(2) == 0,
        },
        13 => SessionEvent::Declared { matter, reasons },
        14 => match chance.below(6) {
            0 => SessionEvent::Cancelled(reasons),
            1 => SessionEvent::Closed(reasons),
            _ => SessionEvent::Deferred { matter, reasons },
        },
        _ => SessionEvent::Guest("Invitada".to_owned()),
    }
}

// A hundred thousand walks, in parts that the cores share.
#[test]
fn no_sequence_of_acts_leads_a_session_where_it_may_not_be() {
    walked(1..=25_000);
}

#[test]
fn nor_do_others() {
    walked(25_001..=50_000);
}

#[test]
fn nor_does_a_third_part() {
    walked(50_001..=75_000);
}

#[test]
fn nor_does_the_last() {
    walked(75_001..=100_000);
}

fn walked(seeds: std::ops::RangeInclusive<u64>) {
    let (mut opened, mut declared, mut ended) = (0, 0, 0);
    for seed in seeds {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let base = [QuorumOf::Seats, QuorumOf::Persons][usize::try_from(chance.below(2)).unwrap()];
        let majority = MajorityBasis::ALL[usize::try_from(chance.below(2)).unwrap()];
        let mut session = session(composition(base, majority));
        let mut ids = Ids::new(seed, 3);
        // Half of them begin in the hall, where most happens.
        if chance.below(2) == 0 {
            for seat in [1, 2, 4, 5, 6, 7] {
                session.comes(seat).unwrap();
            }
            session.does(SessionEvent::Opened).unwrap();
        }
        for _ in 0..16 {
            let event = any_event(&mut chance, &session, &mut ids);
            // Looked at for some: comparing costs more than doing.
            let before = (seed % 8 == 0).then(|| session.clone());
            let refused = session.does(event).is_err();
            if let Some(before) = before.filter(|_| refused) {
                assert_eq!(session, before, "a refusal changes nothing");
            }
        }
        is_legal(&session);
        opened += u32::from(session.open);
        ended += u32::from(session.is_over());
        declared += u32::from(session.agenda.iter().any(|it| it.declared.is_some()));
    }
    // The walks go everywhere, or they would prove nothing.
    assert!(
        opened > 1_000 && declared > 1_000 && ended > 1_000,
        "{opened} {declared} {ended}"
    );
}
