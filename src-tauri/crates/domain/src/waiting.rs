//! What is missing, who holds it, since when, until when, and on what basis.
//!
//! One answer for any case and any day. It is computed from the acts and the facts each time it is
//! asked, and the same evaluation allows or refuses an act: what a person is told is missing and
//! what stops them cannot differ.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::requirement::{self, MetBy, Saying};
use crate::road::{Case, Limit, State, Way, does, is_terminal, road_id, ways_on};
use crate::rule_pack::RulePack;
use crate::support_file::SupportFile;
use crate::vocabulary;

mod unmet;

vocabulary! {
    /// How a deadline stands.
    pub enum Pace {
        /// Its day is past.
        Late = "LATE",
        /// Its day is near.
        Near = "NEAR",
        /// There is time.
        Ahead = "AHEAD",
        /// There is no day.
        Open = "OPEN",
    }
}

/// How many working days before it a deadline is near.
const NEAR: i64 = 3;

impl Pace {
    /// How a deadline stands when so many working days are left, if there is one.
    pub fn of(left: Option<i64>) -> Pace {
        match left {
            None => Pace::Open,
            Some(left) if left < 0 => Pace::Late,
            Some(left) if left <= NEAR => Pace::Near,
            Some(_) => Pace::Ahead,
        }
    }
}

/// What is known of a case besides its acts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The files attached: for each requirement, the number in the chain of the act that attached
    /// the last one. A file that comes with the act being done has that act's number.
    pub evidence: BTreeMap<String, u64>,
    /// The papers of a session that validated another text than the one there is now, the same way.
    pub outdated: BTreeMap<String, u64>,
    /// The typed part of the support file.
    pub support: SupportFile,
    /// The review period of the standard, as printed.
    pub review_period: String,
    /// The validity of the certificate, as printed.
    pub certificate_validity: String,
    /// When the gazette published the standard, if its road does not say so.
    pub publication_date: Option<NaiveDate>,
    /// How many errors the review finds, less those set aside as false alarms.
    pub blocking_errors: usize,
    /// How many errors the rules of its instrument find; nothing where it was not begun.
    pub instrument_errors: Option<usize>,
    /// Other standards with the same title, as they are to be named: «EC1769».
    pub duplicates: Vec<String>,
}

/// What an answer stands on.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// What is known of the case.
    pub facts: &'a Facts,
    /// The rules it follows.
    pub pack: &'a RulePack,
    /// The days the office works.
    pub calendar: &'a Calendar,
    /// The day it is asked on.
    pub today: NaiveDate,
}

/// What is said with an act.
pub type Said = BTreeMap<Saying, String>;

/// An act about to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doing<S> {
    /// Its number in the chain of the case.
    pub number: u64,
    /// The state it leads to.
    pub to: S,
    /// The day it was done on.
    pub on: NaiveDate,
    /// What is said with it.
    pub said: Said,
}

impl<S> Doing<S> {
    /// The same, leading to a state as another road calls it.
    pub(crate) fn led_to<T>(&self, to: T) -> Doing<T> {
        Doing {
            number: self.number,
            to,
            on: self.on,
            said: self.said.clone(),
        }
    }
}

/// Where a case stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The state, as spelled outside the code.
    pub state: &'static str,
    /// Its name in Spanish.
    pub says: &'static str,
    /// Since when it is there.
    pub since: NaiveDate,
    /// Who holds it, in Spanish; empty where nobody does.
    pub holder: &'static str,
    /// By when it must leave, if it must.
    pub due: Option<NaiveDate>,
    /// The working days left until then; below zero when they are past.
    pub working_days_left: Option<i64>,
    /// On what basis it must.
    pub basis: String,
    /// Whether it entered in the middle of its road.
    pub as_found: bool,
    /// Whether nothing follows.
    pub ended: bool,
    /// What may be done next, the main act first.
    pub next: Vec<Next>,
}

/// An act that may follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The act: the state it leads to.
    pub act: &'static str,
    /// The name of that state in Spanish.
    pub says: &'static str,
    /// What is done, in Spanish, beginning with a verb.
    pub does: &'static str,
    /// Who does it, in Spanish.
    pub who: &'static str,
    /// Since when it is waited for.
    pub since: NaiveDate,
    /// By when, if there is a day. An act that ends the case has none.
    pub due: Option<NaiveDate>,
    /// The working days left until then; below zero when they are past.
    pub working_days_left: Option<i64>,
    /// On what basis it is waited for.
    pub basis: String,
    /// What it asks for and is missing.
    pub unmet: Vec<Unmet>,
}

/// A requirement that is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// Its id.
    pub requirement: &'static str,
    /// What is missing, in Spanish.
    pub says: String,
    /// On what basis it is asked.
    pub basis: String,
}

/// Where a case stands, and what it waits for.
pub fn waiting<S: State>(case: &Case<S>, scene: &Scene<'_>) -> Waiting {
    let state = case.state();
    let limit = S::limit(case, scene);
    let left = |limit: &Limit| scene.calendar.working_between(scene.today, limit.due);
    let next = ways_on(state).map(|way| next(case, way, limit.as_ref(), scene));
    Waiting {
        state: state.code(),
        says: state.says(),
        since: case.since(),
        holder: state.holder(),
        due: limit.as_ref().map(|limit| limit.due),
        working_days_left: limit.as_ref().map(left),
        basis: limit.as_ref().map_or_else(
            || scene.pack.basis(&road_id(state)),
            |limit| limit.basis.clone(),
        ),
        as_found: case.is_as_found(),
        ended: is_terminal(state),
        next: next.collect(),
    }
}

fn next<S: State>(case: &Case<S>, way: &Way<S>, limit: Option<&Limit>, scene: &Scene<'_>) -> Next {
    let limit = limit.filter(|_| !is_terminal(way.to) && is_due(case.state(), way));
    Next {
        act: way.to.code(),
        says: way.to.says(),
        does: does(way.to),
        who: way.who,
        since: case.since(),
        due: limit.map(|limit| limit.due),
        working_days_left: limit
            .map(|limit| scene.calendar.working_between(scene.today, limit.due)),
        basis: limit.map_or_else(
            || scene.pack.basis(&road_id(way.to)),
            |limit| limit.basis.clone(),
        ),
        unmet: case.unmet(way, scene.today, &Said::new(), scene),
    }
}

/// Whether the limit of a state is the limit of a way out of it. Where the limit is the day on which
/// something ripens (a review, a renewal), it is of that way alone.
fn is_due<S: State>(state: S, way: &Way<S>) -> bool {
    ripens(way) || !ways_on(state).any(ripens)
}

/// Whether what a way waits for is a day on which something ripens.
pub(crate) fn ripens<S>(way: &Way<S>) -> bool {
    let mut needs = way.needs.iter().filter_map(|id| requirement::find(id));
    needs.any(|requirement| requirement.met_by == MetBy::LimitReachedOrFile)
}

/// What a packet asks for and is missing: `needs` all of it, the stage among them, which is met in
/// some states.
pub fn packet_lacks<S: State>(
    case: &Case<S>,
    needs: &[&str],
    from: &[S],
    scene: &Scene<'_>,
) -> Vec<Unmet> {
    let mut lacks = case.lacking(needs, scene);
    if !from.contains(&case.state()) {
        let stages = needs.iter().filter_map(|id| requirement::find(id));
        let stage = stages
            .filter(|one| one.met_by == MetBy::Stage)
            .map(|stage| Unmet {
                requirement: stage.id,
                says: format!("{}: está en «{}»", stage.lacks, case.state().says()),
                basis: scene.pack.basis(stage.id),
            });
        lacks.splice(0..0, stage);
    }
    lacks
}

#[cfg(test)]
mod tests;
