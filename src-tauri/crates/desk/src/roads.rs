//! The road that a case went, read off the acts of its chain.

use domain::act::Act;
use domain::ec::CompetenceStandard;
use domain::project::{Granted, Project, Stage, Track};
use domain::requirement::Saying;
use domain::road::{REGISTERED_AS_FOUND, RESTORED, Refusal, Step};

use crate::error::Error;

/// What the acts of a case gave its standard.
pub(crate) fn granted(case: &Project, deeds: &[Act], text: &CompetenceStandard) -> Granted {
    let said = |number: u64| {
        let act = deeds.iter().find(|act| act.number == number)?;
        let body: serde_json::Value = serde_json::from_str(&act.body).ok()?;
        body[Saying::Code.code()].as_str().map(ToOwned::to_owned)
    };
    Granted::by(case, said, text)
}

/// What the act that opens frozen documents says where an edit was its cause.
pub(crate) const BY_AN_EDIT: &str = "EDIT";

pub(crate) fn is_by_an_edit(act: &Act) -> bool {
    let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
    body["cause"] == BY_AN_EDIT
}

/// An act as a step of the road, if it is one.
fn step_of(track: Track, act: &Act) -> Option<Step<Stage>> {
    let found = act.act == REGISTERED_AS_FOUND;
    let word = match found {
        true => {
            let body: serde_json::Value = serde_json::from_str(&act.body).ok()?;
            body["state"].as_str()?.to_owned()
        }
        false => act.act.clone(),
    };
    let mut stages = track.stages().into_iter();
    Some(Step {
        number: act.number,
        to: stages.find(|stage| stage.code() == word)?,
        on: act.on.parse().ok()?,
        found,
    })
}

/// Whether an act moves the case, on or back.
pub(crate) fn moves(track: Track, act: &Act) -> bool {
    act.act == RESTORED || step_of(track, act).is_some()
}

/// Which road a case goes, as the act that began it says.
fn track_of(deeds: &[Act]) -> Track {
    let body = deeds.first().map_or("", |act| act.body.as_str());
    let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let kind = body["kind"].as_str().and_then(Track::of_kind);
    kind.unwrap_or(Track::Ec) // What says nothing of it is a standard.
}

/// The road that acts went, each taken again.
pub(crate) fn road_of(deeds: &[Act]) -> Result<Project, Error> {
    let corrupt = |_: Refusal| store::Error::Corrupt { what: "case" };
    let track = track_of(deeds);
    let mut case: Option<Project> = None;
    for act in deeds {
        match (&mut case, step_of(track, act)) {
            (Some(case), _) if act.act == RESTORED => case.restore().map_err(corrupt)?,
            (Some(case), Some(step)) => case.take(step).map_err(corrupt)?,
            (None, Some(first)) => case = Some(Project::open(first).map_err(corrupt)?),
            (_, None) => {} // Acts of the file, of the review and of packets move nothing.
        }
    }
    Ok(case.ok_or(store::Error::Corrupt { what: "case" })?)
}
