//! What tests of the roads share: facts with everything in them, and a walk by chance.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{Case, State, Step, is_terminal, ways_on};
use crate::calendar::Calendar;
use crate::requirement::{self, Saying};
use crate::rule_pack::RulePack;
use crate::support_file::{SupportField, SupportFile};
use crate::waiting::{Doing, Facts, Said, Scene};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Facts that meet whatever can be met by facts.
pub(crate) fn complete() -> Facts {
    let mut support = SupportFile::default();
    for (field, typed) in [
        (SupportField::CertifiablePopulation, "12500"),
        (SupportField::PopulationSource, "Censo Económico 2024"),
        (
            SupportField::CertificationSolution,
            "ECE | Taller Escuela | por acreditarse",
        ),
        (
            SupportField::ConsequenceMechanism,
            "Bono anual a quien se certifique",
        ),
    ] {
        support.set(field, typed).unwrap();
    }
    Facts {
        evidence: requirement::all()
            .map(|requirement| (requirement.id.to_owned(), u64::MAX))
            .collect(),
        support,
        review_period: "2 años".into(),
        certificate_validity: "3 años".into(),
        ..Facts::default()
    }
}

/// Everything that can be said with an act.
pub(crate) fn everything_said<S: State>() -> Said {
    let say = |&saying: &Saying| match saying {
        Saying::Code if S::ROAD == "ECM" => (saying, "ECM0999".to_owned()),
        Saying::Code => (saying, "EC1999".to_owned()),
        _ => (saying, "Se dice".to_owned()),
    };
    Saying::ALL.iter().map(say).collect()
}

pub(crate) fn step<S>(number: u64, to: S, on: &str) -> Step<S> {
    Step {
        number,
        to,
        on: day(on),
        found: false,
    }
}

pub(crate) fn doing<S>(number: u64, to: S, on: &str) -> Doing<S> {
    Doing {
        number,
        to,
        on: day(on),
        said: Said::new(),
    }
}

/// The table holds together: it is all reached, a state has one way to another, whatever a way asks
/// for is a requirement, and what does not end can go on.
pub(crate) fn holds_together<S: State>(terminal: &[S]) {
    let mut reached: Vec<S> = S::STARTS.to_vec();
    let mut next = 0;
    while let Some(&state) = reached.get(next) {
        next += 1;
        for way in ways_on(state) {
            if !reached.contains(&way.to) {
                reached.push(way.to);
            }
            let twins = ways_on(state).filter(|other| other.to == way.to).count();
            assert_eq!(twins, 1, "{state:?} has two ways to {:?}", way.to);
            for id in way.needs {
                assert!(requirement::find(id).is_some(), "{id} is no requirement");
            }
            goes_on(state, way.to);
        }
    }
    for &state in S::all() {
        assert!(reached.contains(&state), "{state:?} is off the map");
        assert_eq!(is_terminal(state), terminal.contains(&state), "{state:?}");
        assert_eq!(state.holder().is_empty(), !has_holder(state), "{state:?}");
        assert_eq!(super::state_from_code::<S>(state.code()), Some(state));
    }
}

fn has_holder<S: State>(state: S) -> bool {
    // What only rests in the registry is held by nobody, though it may come back.
    !is_terminal(state) && !matches!(state.code(), "INACTIVE" | "HISTORICAL")
}

/// With everything in its facts and years later, a way can be taken.
fn goes_on<S: State>(from: S, to: S) {
    let facts = complete();
    let pack = RulePack::shipped();
    let calendar = Calendar::default();
    let scene = Scene {
        facts: &Facts {
            publication_date: Some(day("2020-01-01")),
            ..facts
        },
        pack: &pack,
        calendar: &calendar,
        today: day("2040-01-01"),
    };
    let mut case = Case::open(Step {
        found: true,
        ..step(1, from, "2026-01-02")
    })
    .unwrap();

    let done = case.perform(
        &Doing {
            said: everything_said::<S>(),
            ..doing(2, to, "2039-01-02")
        },
        &scene,
    );

    assert_eq!(done, Ok(()), "{from:?} to {to:?}");
}

/// A walk by chance: acts in any order, on any day, with all or nothing of what they ask for.
pub(crate) fn any_walk() -> impl Strategy<Value = Vec<(u8, u8, bool)>> {
    prop::collection::vec((any::<u8>(), 0u8..40, prop::bool::weighted(0.85)), 1..80)
}

/// Takes a walk, and checks at each turn that the case is on its road and that a refusal changed
/// nothing. Half of the acts are chosen among those that may follow, so that walks go far.
pub(crate) fn take_walk<S: State>(walk: Vec<(u8, u8, bool)>, pack: &RulePack) {
    let (empty, full, calendar) = (Facts::default(), complete(), Calendar::default());
    let mut case = Case::open(step(1, S::STARTS[0], "2026-01-02")).unwrap();
    let mut taken = case.steps().to_vec();
    for ((choice, days, whole), number) in walk.into_iter().zip(2..) {
        let choice = usize::from(choice);
        let may: Vec<S> = ways_on(case.state()).map(|way| way.to).collect();
        let to = match may.get(choice / 2 % may.len().max(1)) {
            Some(&to) if choice % 2 == 0 => to,
            _ => S::all()[choice % S::all().len()],
        };
        // One act in forty is a day older than the last.
        let on = case.since() + Days::new(days.into()) - Days::new(1);
        let before = case.clone();
        let doing = Doing {
            number,
            to,
            on,
            said: if whole {
                everything_said::<S>()
            } else {
                Said::new()
            },
        };
        let scene = Scene {
            facts: if whole { &full } else { &empty },
            pack,
            calendar: &calendar,
            today: day("2200-01-01"),
        };
        match case.perform(&doing, &scene) {
            Ok(()) => {
                assert!(
                    may.contains(&to),
                    "{:?} to {to:?} is no way",
                    before.state()
                );
                assert!(on >= before.since());
                taken.push(Step {
                    number,
                    to,
                    on,
                    found: false,
                });
                if before.would_give_back(to) {
                    gave_back(&before, &case);
                } else {
                    assert_eq!(
                        (case.state(), case.steps().len()),
                        (to, before.steps().len() + 1)
                    );
                }
            }
            Err(_) => assert_eq!(case, before, "a refusal changes nothing"),
        }
        assert!(!may.is_empty() || is_terminal(case.state()));
    }
    // What was done once is read back the same.
    let mut again = Case::open(taken[0]).unwrap();
    for &step in &taken[1..] {
        again.take(step).unwrap();
    }
    assert_eq!(again, case, "no act is lost");
}

/// A case whose update ended stands where it stood before, with the acts it had then.
fn gave_back<S: State>(updating: &Case<S>, after: &Case<S>) {
    let kept = after.steps().len();
    assert_eq!(after.steps(), &updating.steps()[..kept]);
    assert!(S::refiles(after.state(), updating.steps()[kept].to));
    assert_eq!(after.state(), after.steps()[kept - 1].to);
    assert!(!is_terminal(after.state()), "what is in force has a way on");
}
