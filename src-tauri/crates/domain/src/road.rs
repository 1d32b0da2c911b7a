//! A procedure as a table, and a case that follows it.
//!
//! What a standard, a committee and a brand standard have in common: states, the ways between them,
//! and a case that is its acts in order and nothing else. The state is read off the acts and never
//! stored: a stored state could disagree with them. An act is named by the state it leads to.

use std::fmt;

use chrono::NaiveDate;

use crate::ec::code::Code;
use crate::waiting::{Doing, Scene, Unmet};

/// The act by which what existed before the app enters in the middle of its road.
pub const REGISTERED_AS_FOUND: &str = "REGISTERED_AS_FOUND";

/// The act that takes back an opening of frozen documents: the edit that opened them was undone.
pub const RESTORED: &str = "RESTORED";

/// A state of a procedure.
pub trait State: Copy + Eq + fmt::Debug + Send + Sync + 'static {
    /// The road it is of, as deadlines name it: `EC`.
    const ROAD: &'static str;
    /// Where a case may begin.
    const STARTS: &'static [Self];

    /// Every state of the road.
    fn all() -> &'static [Self];
    /// How it is spelled outside the code; also the name of the act that leads to it.
    fn code(self) -> &'static str;
    /// Its name in Spanish.
    fn says(self) -> &'static str;
    /// Who holds a case that is in it, in Spanish; empty where nobody does.
    fn holder(self) -> &'static str;
    /// The procedure: what is not here cannot happen.
    fn ways() -> &'static [Way<Self>];

    /// Whether going from one to the other opens frozen documents again.
    fn reopens(_from: Self, _to: Self) -> bool {
        false
    }

    /// Whether a code is of the kind that this road assigns.
    fn takes_code(_code: Code) -> bool {
        false
    }

    /// Whether going from one to the other begins the procedure anew, under the rules of that day.
    fn refiles(_from: Self, _to: Self) -> bool {
        false
    }

    /// Whether a procedure that was begun anew ends here without coming to what it was for, so that
    /// what was in force before it stays so.
    fn gives_back(_from: Self, _to: Self) -> bool {
        false
    }

    /// The ids of what a case that begins here asks for.
    fn begins_with(self) -> &'static [&'static str] {
        &[]
    }

    /// The day by which a case must leave the state it is in, and why; nothing if there is none.
    fn limit(case: &Case<Self>, scene: &Scene<'_>) -> Option<Limit> {
        Limit::of_state(case, scene)
    }
}

/// A day that something falls due, and on what basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// The day.
    pub due: NaiveDate,
    /// Why that day, in Spanish.
    pub basis: String,
}

impl Limit {
    /// The limit that the rule pack sets for the state a case is in: `EC.METHOD_REVIEW`.
    pub fn of_state<S: State>(case: &Case<S>, scene: &Scene<'_>) -> Option<Limit> {
        Limit::from_day(case, case.since(), scene)
    }

    /// The same, counted from another day than the one it came there.
    pub fn from_day<S: State>(case: &Case<S>, from: NaiveDate, scene: &Scene<'_>) -> Option<Limit> {
        let deadline = scene.pack.deadline(&road_id(case.state()))?;
        Some(Limit {
            due: scene.calendar.end_of(deadline.term, from)?,
            basis: deadline.basis(),
        })
    }
}

/// What rule packs call a state, where they give its deadline and its basis: `EC.METHOD_REVIEW`.
pub fn road_id<S: State>(state: S) -> String {
    format!("{}.{}", S::ROAD, state.code())
}

/// A row of a procedure: an act, from where it may be done, by whom, and what it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way<S: 'static> {
    /// The states it leads from.
    pub from: &'static [S],
    /// The state it leads to, which names it.
    pub to: S,
    /// Who does it, in Spanish.
    pub who: &'static str,
    /// The ids of the requirements it asks for.
    pub needs: &'static [&'static str],
}

/// The ways out of a state, the main one first; none if it is terminal.
///
/// Whoever walks a road by chance (a test, a demonstration) picks among these and tries
/// [`Case::perform`]: with every requirement in its facts and the day far enough, each is allowed.
pub fn ways_on<S: State>(state: S) -> impl Iterator<Item = &'static Way<S>> {
    S::ways()
        .iter()
        .filter(move |way| way.from.contains(&state))
}

/// Whether nothing follows a state.
pub fn is_terminal<S: State>(state: S) -> bool {
    ways_on(state).next().is_none()
}

/// The state spelled so.
pub fn state_from_code<S: State>(code: &str) -> Option<S> {
    S::all().iter().copied().find(|state| state.code() == code)
}

/// One act of the road.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<S> {
    /// Its number in the chain of the case, where other acts stand between.
    pub number: u64,
    /// The state it leads to.
    pub to: S,
    /// The day it was done on.
    pub on: NaiveDate,
    /// Whether it registers what was found, instead of doing it.
    pub found: bool,
}

impl<S> Step<S> {
    /// The same act, leading to a state as another road calls it.
    pub(crate) fn led_to<T>(&self, to: T) -> Step<T> {
        Step {
            number: self.number,
            to,
            on: self.on,
            found: self.found,
        }
    }
}

/// The acts of a case that move it, oldest first.
///
/// Invariant: there is one at least, each follows the road, and none is older than the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case<S> {
    steps: Vec<Step<S>>,
    state: S,
    /// The day of the act that last gave back what was in force; no act is older than it.
    given_back: Option<NaiveDate>,
}

/// Why an act is not allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A case does not begin so.
    #[error("a case does not begin with {act}")]
    NotAStart {
        /// The act.
        act: &'static str,
    },
    /// The road has no such way.
    #[error("{act} does not follow from {state}")]
    OffTheRoad {
        /// Where the case is.
        state: &'static str,
        /// The act.
        act: &'static str,
    },
    /// It was already under way when it was to be registered as found.
    #[error("a case at {state} is not registered as found")]
    AlreadyUnderWay {
        /// Where the case is.
        state: &'static str,
    },
    /// No frozen documents were opened that could be closed again.
    #[error("a case at {state} has nothing to be restored")]
    NothingOpened {
        /// Where the case is.
        state: &'static str,
    },
    /// It is older than the act before it.
    #[error("{on} comes before the last act, of {last}")]
    OutOfOrder {
        /// The day of the act.
        on: NaiveDate,
        /// The day of the act before.
        last: NaiveDate,
    },
    /// The day has not come.
    #[error("{on} comes after today, {today}")]
    InTheFuture {
        /// The day of the act.
        on: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// Something it asks for is missing: all of it is here.
    #[error("{act} asks for {} more", unmet.len())]
    Unmet {
        /// The act.
        act: &'static str,
        /// What is missing.
        unmet: Vec<Unmet>,
    },
}

impl<S: State> Case<S> {
    /// A case with its first act, as it is read back.
    pub fn open(first: Step<S>) -> Result<Case<S>, Refusal> {
        if !first.found && !S::STARTS.contains(&first.to) {
            let act = first.to.code();
            return Err(Refusal::NotAStart { act });
        }
        Ok(Case {
            state: first.to,
            steps: vec![first],
            given_back: None,
        })
    }

    /// Begins a case, today or on a day before, if everything it begins with is there.
    pub fn begin(doing: &Doing<S>, scene: &Scene<'_>) -> Result<Case<S>, Refusal> {
        not_in_the_future(doing.on, scene.today)?;
        let case = Case::open(Step {
            number: doing.number,
            to: doing.to,
            on: doing.on,
            found: false,
        })?;
        all_met(doing.to, case.lacking(doing.to.begins_with(), scene))?;
        Ok(case)
    }

    /// Takes an act that was already allowed once: the road and the days are checked, what it asked
    /// for is not. It is how a case is read back.
    pub fn take(&mut self, step: Step<S>) -> Result<(), Refusal> {
        if step.found {
            if !self.may_be_registered() {
                let state = self.state.code();
                return Err(Refusal::AlreadyUnderWay { state });
            }
        } else {
            self.way(step.to)?;
            self.in_order(step.on)?;
        }
        if let Some(from) = self.gives_back(step.to) {
            self.steps.truncate(from);
            self.state = self.last().to;
            self.given_back = Some(step.on);
            return Ok(());
        }
        self.state = step.to;
        self.steps.push(step);
        Ok(())
    }

    /// Whether an act that leads there gives back what was in force before the procedure was begun
    /// anew: the case stands again where it stood, since the day it came there, by the rules of then.
    /// Answers how many of its acts still count.
    fn gives_back(&self, to: S) -> Option<usize> {
        let before = self.before_refiling()?;
        S::gives_back(before.state, to).then_some(before.steps.len())
    }

    /// Whether an act of the road would give back what was in force before: see [`Case::take`].
    pub fn would_give_back(&self, to: S) -> bool {
        self.gives_back(to).is_some()
    }

    /// Takes back the act that opened frozen documents, once they are again what they were: the
    /// case stands where it stood, since the day it came there.
    pub fn restore(&mut self) -> Result<(), Refusal> {
        match self.steps[..] {
            [.., from, to] if S::reopens(from.to, to.to) => {
                self.steps.pop();
                self.state = from.to;
                Ok(())
            }
            _ => Err(Refusal::NothingOpened {
                state: self.state.code(),
            }),
        }
    }

    /// Does an act, if the road has it, its day is right and everything it asks for is there.
    pub fn perform(&mut self, doing: &Doing<S>, scene: &Scene<'_>) -> Result<(), Refusal> {
        let way = self.way(doing.to)?;
        self.in_order(doing.on)?;
        not_in_the_future(doing.on, scene.today)?;
        all_met(way.to, self.unmet(way, doing.on, &doing.said, scene))?;
        self.take(Step {
            number: doing.number,
            to: doing.to,
            on: doing.on,
            found: false,
        })
    }

    /// Registers in the middle of its road what existed before the app: a case of its own, or a
    /// draft that was only read from a published document.
    pub fn register(
        drafted: Option<&Case<S>>,
        doing: &Doing<S>,
        scene: &Scene<'_>,
    ) -> Result<Case<S>, Refusal> {
        not_in_the_future(doing.on, scene.today)?;
        let step = Step {
            number: doing.number,
            to: doing.to,
            on: doing.on,
            found: true,
        };
        let case = match drafted {
            Some(drafted) => {
                let mut case = drafted.clone();
                case.take(step)?;
                case
            }
            None => Case::open(step)?,
        };
        // The paper comes with the act, which may itself begin the procedure anew (`IN_UPDATE`).
        let paper = scene.facts.evidence.get("ROAD-REGISTERED_AS_FOUND-1");
        let unmet = match paper {
            Some(&number) if number >= doing.number => Vec::new(),
            _ => case.lacking(&["ROAD-REGISTERED_AS_FOUND-1"], scene),
        };
        if !unmet.is_empty() {
            let act = REGISTERED_AS_FOUND;
            return Err(Refusal::Unmet { act, unmet });
        }
        Ok(case)
    }

    /// The case as it stood when the procedure was last begun anew; nothing if it never was.
    pub fn before_refiling(&self) -> Option<Case<S>> {
        let begun = |turn: &[Step<S>]| match turn {
            [from, anew] => S::refiles(from.to, anew.to),
            _ => false, // Windows of two have two.
        };
        let before = self.steps.windows(2).rposition(begun)?;
        Some(Case {
            steps: self.steps[..=before].to_vec(),
            state: self.steps[before].to,
            given_back: self.given_back,
        })
    }

    /// Where it is.
    pub fn state(&self) -> S {
        self.state
    }

    /// Since when it is there.
    pub fn since(&self) -> NaiveDate {
        self.last().on
    }

    /// Its acts, oldest first.
    pub fn steps(&self) -> &[Step<S>] {
        &self.steps
    }

    /// The day whose rules it follows: when it began, was found, or began anew.
    pub fn filed_on(&self) -> NaiveDate {
        let found = self.steps.iter().rev().find(|step| step.found);
        let filed = self
            .last_turn(S::refiles)
            .max(found.map_or(0, |step| step.number));
        let step = self.steps.iter().find(|step| step.number == filed);
        step.unwrap_or(&self.steps[0]).on
    }

    /// Whether it entered in the middle of its road. It is shown as such for ever.
    pub fn is_as_found(&self) -> bool {
        self.steps.iter().any(|step| step.found)
    }

    /// Whether it has only begun, so that it may still be registered as found further on.
    pub fn may_be_registered(&self) -> bool {
        self.steps.len() == 1 && !self.is_as_found()
    }

    /// The last act that led to a state.
    pub fn entered(&self, state: S) -> Option<&Step<S>> {
        self.steps.iter().rev().find(|step| step.to == state)
    }

    /// The number of the last act that began the procedure anew; 0 if none did.
    pub fn refiled_at(&self) -> u64 {
        self.last_turn(S::refiles)
    }

    /// The number of the last act that opened frozen documents again; 0 if none did.
    pub(crate) fn reopened_at(&self) -> u64 {
        self.last_turn(S::reopens)
    }

    /// The number of the last act that went from one state to another so; 0 if none did.
    fn last_turn(&self, so: fn(S, S) -> bool) -> u64 {
        let mut turns = self.steps.windows(2).rev();
        let found = turns.find_map(|turn| match turn {
            [from, to] if so(from.to, to.to) => Some(to.number),
            _ => None, // Windows of two have two.
        });
        found.unwrap_or(0)
    }

    /// The way from where it is to a state.
    fn way(&self, to: S) -> Result<&'static Way<S>, Refusal> {
        let off = || Refusal::OffTheRoad {
            state: self.state.code(),
            act: to.code(),
        };
        ways_on(self.state).find(|way| way.to == to).ok_or_else(off)
    }

    fn in_order(&self, on: NaiveDate) -> Result<(), Refusal> {
        let last = self
            .given_back
            .map_or(self.since(), |day| day.max(self.since()));
        if on < last {
            return Err(Refusal::OutOfOrder { on, last });
        }
        Ok(())
    }

    fn last(&self) -> &Step<S> {
        self.steps.last().expect("a case has an act at least")
    }
}

fn not_in_the_future(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if today < on {
        return Err(Refusal::InTheFuture { on, today });
    }
    Ok(())
}

fn all_met<S: State>(to: S, unmet: Vec<Unmet>) -> Result<(), Refusal> {
    if unmet.is_empty() {
        return Ok(());
    }
    let act = to.code();
    Err(Refusal::Unmet { act, unmet })
}

/// Implements [`State`]'s words for an enum of the vocabulary.
macro_rules! state_words {
    () => {
        fn all() -> &'static [Self] {
            Self::ALL
        }

        fn code(self) -> &'static str {
            Self::code(self)
        }

        fn says(self) -> &'static str {
            Self::says(self)
        }

        fn holder(self) -> &'static str {
            Self::holder(self)
        }
    };
}

pub(crate) use state_words;

mod doing;

pub use doing::does;

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod notes;
