//! A hundred thousand walks by chance over the roads of a standard, a committee and a brand standard.
//!
//! No walk panics, none leaves its road, a refusal changes nothing, no act is lost, what a person is
//! told is missing is what stops them, and wherever a walk stands something may follow or it has
//! ended.

use chrono::{Days, NaiveDate};
use domain::calendar::Calendar;
use domain::cgc_case::CgcState;
use domain::ec_case::EcState;
use domain::ecm_case::EcmState;
use domain::requirement::{self, Saying};
use domain::road::{Case, Refusal, State, Step, is_terminal, ways_on};
use domain::rule_pack::RulePack;
use domain::support_file::{SupportField, SupportFile};
use domain::waiting::{Doing, Facts, Said, Scene, waiting};

use crate::chance::Chance;

/// How many walks each test takes; there are four.
const WALKS: u64 = 25_000;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The office as a walk finds it: its rules, its days, and what may be known of a case.
struct World {
    packs: Vec<RulePack>,
    calendar: Calendar,
    facts: Vec<Facts>,
    /// With every paper there is: a case begins only with those of its beginning.
    whole: Facts,
}

impl World {
    fn new() -> World {
        let mut support = SupportFile::default();
        for (field, typed) in [
            (SupportField::CertifiablePopulation, "12500"),
            (SupportField::PopulationSource, "Censo Económico 2024"),
            (
                SupportField::CertificationSolution,
                "ECE | Escuela Taller | por acreditarse",
            ),
            (
                SupportField::ConsequenceMechanism,
                "Bono anual a quien se certifique",
            ),
        ] {
            support.set(field, typed).unwrap();
        }
        let chance = &mut Chance(41);
        World {
            packs: RulePack::all_shipped(),
            calendar: Calendar::shipped(),
            facts: (0..400).map(|_| any_facts(&support, chance)).collect(),
            whole: Facts {
                evidence: requirement::all()
                    .map(|requirement| (requirement.id.to_owned(), 1))
                    .collect(),
                ..Facts::default()
            },
        }
    }
}

/// What is known of a case: all of it, nothing, or any of it; new papers, or old ones.
fn any_facts(support: &SupportFile, chance: &mut Chance) -> Facts {
    let mut facts = Facts::default();
    let share = *chance.pick(&[0, 50, 100, 100, 100, 100, 100]);
    let number = *chance.pick(&[1, 4, 9, u64::MAX, u64::MAX, u64::MAX, u64::MAX]);
    for requirement in requirement::all() {
        if chance.below(100) < share {
            facts.evidence.insert(requirement.id.to_owned(), number);
        }
    }
    if chance.below(100) < share {
        facts.support = support.clone();
        facts.review_period = "2 años".to_owned();
        facts.certificate_validity = "3 años".to_owned();
    }
    if chance.once_in(12) {
        facts.blocking_errors = 1 + chance.below(40);
        facts.duplicates = vec!["EC1234".to_owned()];
    }
    if chance.once_in(6) {
        facts.publication_date = Some(day("2025-01-15"));
    }
    facts
}

fn said<S: State>(chance: &mut Chance) -> Said {
    let code = if S::ROAD == "ECM" {
        "ECM0999"
    } else {
        "EC1999"
    };
    let code = *chance.pick(&[code, code, code, "EC199", "ECM0001", ""]);
    let share = *chance.pick(&[0, 100, 100, 100]);
    let words = Saying::ALL.iter().filter(|_| chance.below(100) < share);
    words
        .map(|saying| match saying {
            Saying::Code => (*saying, code.to_owned()),
            _ => (*saying, "Se dice.".to_owned()),
        })
        .collect()
}

/// Takes a walk, and checks it at each turn.
fn walk<S: State>(world: &World, seed: u64, reached: &mut [bool]) {
    let chance = &mut Chance(seed);
    let start = *chance.pick(S::STARTS);
    let mut today = day("2026-01-05");
    let begun = Doing {
        number: 1,
        to: start,
        on: today,
        said: Said::new(),
    };
    let whole = Scene {
        facts: &world.whole,
        pack: &world.packs[0],
        calendar: &world.calendar,
        today,
    };
    let mut case = Case::begin(&begun, &whole).unwrap();
    let mut taken = case.steps().to_vec();
    let mut standing = chance.pick(&world.facts);
    let turns = 4 + chance.below(22);
    for number in 2..2 + u64::try_from(turns).unwrap() {
        today = today + Days::new(*chance.pick(&[0, 1, 3, 30, 90, 800]));
        if !chance.once_in(3) {
            standing = chance.pick(&world.facts);
        }
        let scene = Scene {
            facts: standing,
            pack: chance.pick(&world.packs),
            calendar: &world.calendar,
            today,
        };
        let may: Vec<S> = ways_on(case.state()).map(|way| way.to).collect();
        let to = match may.first() {
            Some(first) if chance.once_in(3) => *first,
            Some(_) if !chance.once_in(6) => *chance.pick(&may),
            _ => *chance.pick(S::all()),
        };
        let on = match chance.below(20) {
            0 => today + Days::new(1),
            1 => case.since() - Days::new(1),
            _ => today,
        };
        let before = case.clone();
        let doing = Doing {
            number,
            to,
            on,
            said: said::<S>(chance),
        };
        let done = match chance.below(25) {
            0 => Case::register(Some(&case), &doing, &scene).map(|found| case = found),
            _ => case.perform(&doing, &scene),
        };
        match done {
            Ok(()) => {
                let back = before.would_give_back(to);
                let found = !back && case.steps().last().unwrap().found;
                assert!(found || may.contains(&to), "{:?} to {to:?}", before.state());
                assert!(on <= today && (found || before.since() <= on));
                taken.push(Step {
                    number,
                    to,
                    on,
                    found,
                });
                if back {
                    let kept = case.steps().len();
                    assert_eq!(case.steps(), &before.steps()[..kept], "what was in force");
                    assert_eq!(case.state(), case.steps()[kept - 1].to);
                    continue;
                }
                assert_eq!(case.state(), to);
                assert_eq!(
                    &case.steps()[..before.steps().len()],
                    before.steps(),
                    "no act is lost"
                );
                assert_eq!(case.steps().len(), before.steps().len() + 1);
            }
            Err(refusal) => {
                assert_eq!(case, before, "a refusal changes nothing");
                said_beforehand(&before, &doing, &scene, &refusal);
            }
        }
        let at = S::all()
            .iter()
            .position(|state| *state == case.state())
            .unwrap();
        reached[at] = true;
        assert!(is_terminal(case.state()) || ways_on(case.state()).next().is_some());
    }
    let mut again = Case::open(taken[0]).unwrap();
    for step in &taken[1..] {
        again.take(Step { ..*step }).unwrap();
    }
    assert_eq!(again, case, "a case is read back as it was");
}

/// What an act without words lacks is what the person was told that it lacks.
fn said_beforehand<S: State>(
    case: &Case<S>,
    doing: &Doing<S>,
    scene: &Scene<'_>,
    refusal: &Refusal,
) {
    let Refusal::Unmet { act, unmet } = refusal else {
        return;
    };
    if !doing.said.is_empty() || doing.on != scene.today {
        return;
    }
    let told = waiting(case, scene);
    assert!(!told.ended);
    assert!(!unmet.is_empty());
    if let Some(next) = told.next.iter().find(|next| next.act == *act) {
        assert_eq!(&next.unmet, unmet, "{act}");
    }
}

fn walks<S: State>(first: u64) {
    let world = World::new();
    let mut reached = vec![false; S::all().len()];
    for seed in first..first + WALKS {
        walk::<S>(&world, seed, &mut reached);
    }
    for (state, reached) in S::all().iter().zip(reached) {
        assert!(reached, "no walk came to {state:?}");
    }
}

#[test]
fn a_standard_never_leaves_its_road() {
    walks::<EcState>(0);
}

#[test]
fn a_standard_never_leaves_its_road_however_long_one_looks() {
    walks::<EcState>(1_000_000);
}

#[test]
fn a_committee_never_leaves_its_road() {
    walks::<CgcState>(2_000_000);
}

#[test]
fn a_brand_standard_never_leaves_its_road() {
    walks::<EcmState>(3_000_000);
}
