//! The support file as a whole: what each act asked for, what the next ones ask, what comes later.
//!
//! It is read off the road like everything else. What is behind is what the acts done asked for;
//! what is ahead follows the way that goes on, until the procedure ends or another begins. A file
//! may be attached before it is asked for: it counts when its act comes.

use chrono::NaiveDate;

use crate::requirement::{self, MetBy, Requirement, Saying};
use crate::road::{Case, State, Way, ways_on};
use crate::vocabulary;
use crate::waiting::{Said, Scene, ripens};

vocabulary! {
    /// When the road comes to an act.
    pub enum When {
        /// It was done.
        Done = "DONE",
        /// It is the one that goes on from here.
        Next = "NEXT",
        /// It may be done from here, and does not go on.
        Other = "OTHER",
        /// It comes further on.
        Later = "LATER",
    }
}

vocabulary! {
    /// How something asked for stands.
    pub enum Standing {
        /// It is there.
        Met = "MET",
        /// It is asked for now, and missing.
        Missing = "MISSING",
        /// It will be asked for.
        Coming = "COMING",
    }
}

/// An act of the road, with what it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The act: the state it leads to.
    pub act: &'static str,
    /// Its name in Spanish.
    pub says: &'static str,
    /// When the road comes to it.
    pub when: When,
    /// The number in the chain of the act that did it, and its day, if it was done.
    pub done: Option<(u64, NaiveDate)>,
    /// What it asks for, each thing once in the whole file.
    pub asks: Vec<Asked>,
}

/// Something an act asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What it is.
    pub requirement: &'static Requirement,
    /// How it stands.
    pub standing: Standing,
    /// What to say of it: what it is, or what is missing.
    pub says: String,
}

impl Asked {
    /// Whether a file attached now would prove it. A code is said with its act, never attached.
    pub fn takes_file(&self) -> bool {
        self.requirement.takes_file() && self.requirement.met_by != MetBy::Said(Saying::Code)
    }
}

/// The support file of a case, in the order of its road. What was asked for twice stands where it
/// was asked first, and again where it is missing now.
pub fn dossier<S: State>(case: &Case<S>, scene: &Scene<'_>) -> Vec<Part> {
    let mut parts = behind(case);
    let mut ways = ways_on(case.state());
    let main = ways.next();
    parts.extend(main.map(|way| ahead(case, way, When::Next, scene)));
    parts.extend(further(main).map(|way| ahead(case, way, When::Later, scene)));
    parts.extend(ways.map(|way| ahead(case, way, When::Other, scene)));
    let mut seen: Vec<&str> = Vec::new();
    for part in &mut parts {
        let asked_now = matches!(part.when, When::Next);
        part.asks.retain(|asked| {
            let missing = asked_now && asked.standing == Standing::Missing;
            missing || !seen.contains(&asked.requirement.id)
        });
        seen.extend(part.asks.iter().map(|asked| asked.requirement.id));
    }
    parts.retain(|part| !part.asks.is_empty());
    parts
}

/// The acts that were done, the last time each was.
fn behind<S: State>(case: &Case<S>) -> Vec<Part> {
    let steps = case.steps();
    let done = steps.iter().enumerate().filter_map(|(at, step)| {
        let needs: &[&str] = match (at.checked_sub(1), step.found) {
            (_, true) => &["ROAD-REGISTERED_AS_FOUND-1"],
            (None, false) => step.to.begins_with(),
            (Some(before), false) => {
                let mut ways = ways_on(steps[before].to);
                ways.find(|way| way.to == step.to)?.needs
            }
        };
        let again = steps[at + 1..].iter().any(|later| later.to == step.to);
        (!again).then(|| Part {
            act: step.to.code(),
            says: step.to.says(),
            when: When::Done,
            done: Some((step.number, step.on)),
            asks: asks(needs, |it| (Standing::Met, it.asks.to_owned())),
        })
    });
    done.collect()
}

/// An act that may still be done.
fn ahead<S: State>(case: &Case<S>, way: &Way<S>, when: When, scene: &Scene<'_>) -> Part {
    let unmet = case.unmet(way, scene.today, &Said::new(), scene);
    let stands = |it: &Requirement| {
        let lacks = unmet.iter().find(|one| one.requirement == it.id);
        match (lacks, when) {
            (Some(lacks), When::Next | When::Other | When::Done) => {
                (Standing::Missing, lacks.says.clone())
            }
            // Whether a term has run, or a text has no errors, is not known before its time.
            (Some(_), When::Later) => (Standing::Coming, it.asks.to_owned()),
            (None, When::Later) if !stays(it) => (Standing::Coming, it.asks.to_owned()),
            (None, _) => (Standing::Met, it.asks.to_owned()),
        }
    };
    Part {
        act: way.to.code(),
        says: way.to.says(),
        when,
        done: None,
        asks: asks(way.needs, stands),
    }
}

/// The ways that follow an act, one after the other: until nothing follows, or what follows is
/// another procedure, or the years go by.
fn further<S: State>(first: Option<&'static Way<S>>) -> impl Iterator<Item = &'static Way<S>> {
    let mut passed: Vec<S> = Vec::new();
    std::iter::successors(first, move |way| {
        passed.push(way.to);
        let next = ways_on(way.to).next()?;
        let ends = ripens(way) || ripens(next) || S::refiles(way.to, next.to);
        (!ends && !passed.contains(&next.to)).then_some(next)
    })
    .skip(1)
}

/// Whether what meets a requirement today meets it when its act comes.
fn stays(requirement: &Requirement) -> bool {
    match requirement.met_by {
        MetBy::File
        | MetBy::InstrumentOrFile
        | MetBy::Typed(_)
        | MetBy::TypedOrFile(_)
        | MetBy::Said(_)
        | MetBy::OneOfEach(_) => true,
        MetBy::InstrumentSound
        | MetBy::Review
        | MetBy::Register
        | MetBy::TermRun(_)
        | MetBy::LimitPassed
        | MetBy::LimitReachedOrFile
        | MetBy::Stage => false,
    }
}

fn asks(needs: &[&str], stands: impl Fn(&Requirement) -> (Standing, String)) -> Vec<Asked> {
    let known = needs.iter().filter_map(|id| requirement::find(id));
    known
        .map(|requirement| {
            let (standing, says) = stands(requirement);
            Asked {
                requirement,
                standing,
                says,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Calendar;
    use crate::ec_case::{EcCase, EcState};
    use crate::road::fixtures::{day, step};
    use crate::rule_pack::RulePack;
    use crate::waiting::Facts;

    fn case(states: &[EcState]) -> EcCase {
        let number = |at: usize| u64::try_from(at).unwrap() + 1;
        let mut steps = states.iter().enumerate();
        let (_, first) = steps.next().unwrap();
        let mut case = EcCase::open(step(1, *first, "2026-07-03")).unwrap();
        for (at, state) in steps {
            case.take(step(number(at), *state, "2026-07-03")).unwrap();
        }
        case
    }

    fn whole(case: &EcCase, facts: &Facts) -> Vec<Part> {
        let (pack, calendar) = (RulePack::shipped(), Calendar::default());
        dossier(
            case,
            &Scene {
                facts,
                pack: &pack,
                calendar: &calendar,
                today: day("2026-07-06"),
            },
        )
    }

    fn with(ids: &[&str]) -> Facts {
        Facts {
            evidence: ids.iter().map(|id| ((*id).to_owned(), 1)).collect(),
            ..Facts::default()
        }
    }

    fn standing(parts: &[Part], act: &str, id: &str) -> Option<Standing> {
        let part = parts.iter().find(|part| part.act == act)?;
        let asked = part.asks.iter().find(|one| one.requirement.id == id)?;
        Some(asked.standing)
    }

    #[test]
    fn it_holds_what_was_proven_what_is_asked_and_what_comes() {
        let case = case(&[EcState::Proposed, EcState::GteReady, EcState::MfDraft]);
        let facts = with(&["ROAD-PROPOSED-1", "ROAD-GTE_READY-1", "EC-SUP-1"]);

        let parts = whole(&case, &facts);

        let told: Vec<_> = parts.iter().map(|part| (part.act, part.when)).collect();
        assert_eq!(told[0], ("GTE_READY", When::Done));
        assert_eq!(told[1], ("MF_VALIDATED", When::Next));
        assert!(told.contains(&("SUPPORT_FILE", When::Later)));
        assert!(told.contains(&("WITHDRAWN", When::Other)));
        let at = |act, id| standing(&parts, act, id).unwrap();
        assert_eq!(at("GTE_READY", "ROAD-GTE_READY-1"), Standing::Met);
        assert_eq!(at("MF_VALIDATED", "ROAD-MF_VALIDATED-2"), Standing::Missing);
        assert_eq!(at("SUPPORT_FILE", "EC-SUP-1"), Standing::Met);
        assert_eq!(at("SUPPORT_FILE", "EC-SUP-2"), Standing::Coming);
    }

    #[test]
    fn the_road_ahead_ends_where_the_years_go_by() {
        let ahead = whole(&case(&[EcState::Proposed]), &Facts::default());
        let last = ahead.iter().rfind(|part| part.when == When::Later).unwrap();
        assert_eq!(last.act, "RENEC_ACTIVE");

        let mut found = EcCase::open(crate::road::Step {
            found: true,
            ..step(1, EcState::RenecActive, "2026-07-03")
        });
        let parts = whole(found.as_mut().unwrap(), &Facts::default());
        assert!(parts.iter().all(|part| part.when != When::Later));
        assert_eq!(
            parts[0].asks[0].requirement.id,
            "ROAD-REGISTERED_AS_FOUND-1"
        );
    }

    #[test]
    fn each_thing_stands_once_and_again_where_it_is_missing_now() {
        let case = case(&[
            EcState::Proposed,
            EcState::GteReady,
            EcState::MfDraft,
            EcState::MfValidated,
            EcState::EcDraft,
            EcState::EcValidated,
            EcState::EcDraft,
        ]);
        let parts = whole(&case, &with(&["ROAD-EC_VALIDATED-2"]));
        let times = |id: &str| {
            let asks = parts.iter().flat_map(|part| &part.asks);
            asks.filter(|one| one.requirement.id == id).count()
        };

        assert_eq!(times("EC-SUP-1"), 1);
        assert_eq!(times("EC-PRO-4"), 1);
        // Its minute was of the text before: it is there, and asked for again.
        assert_eq!(times("ROAD-EC_VALIDATED-2"), 2);
    }

    #[test]
    fn a_code_is_not_attached_ahead_and_a_paper_is() {
        let parts = whole(&case(&[EcState::Proposed]), &Facts::default());
        let takes = |id: &str| {
            let mut asks = parts.iter().flat_map(|part| &part.asks);
            asks.find(|one| one.requirement.id == id)
                .unwrap()
                .takes_file()
        };

        assert!(takes("EC-SUP-1") && takes("EC-MIN-4") && takes("ROAD-DOF_SENT-1"));
        assert!(!takes("ROAD-CODED-1") && !takes("EC-SUP-4"));
    }
}
