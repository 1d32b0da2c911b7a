//! A committee at the command line.

use desk::Error;
use desk::wire::CommitteeView;

use crate::run::Outcome::{self, Done};
use crate::say;

/// A committee after something happened in it: where it stands, and what comes next.
pub(super) fn shown(view: &CommitteeView, json: bool) -> Result<Outcome, Error> {
    if json {
        say::json(view);
    } else {
        standing(view);
    }
    Ok(Done)
}

/// A committee with all that is known of it.
pub(super) fn whole(view: &CommitteeView, json: bool) -> Result<Outcome, Error> {
    if json {
        say::json(view);
        return Ok(Done);
    }
    standing(view);
    for one in &view.criteria {
        say::line(&format!(
            "  {:<10}  {:<12}  {}",
            one.id, one.result_name, one.note
        ));
    }
    for one in &view.roster {
        say::line(&format!(
            "  {}  {}  {}",
            one.office_name, one.name, one.organization
        ));
    }
    for pair in &view.alike {
        say::line(&format!(
            "  ¿Son la misma? «{}» y «{}»: únalas con «cgc join».",
            pair.one, pair.other
        ));
    }
    Ok(Done)
}

fn standing(view: &CommitteeView) {
    let sector = match view.sector_name.as_str() {
        "" => "sin sector",
        sector => sector,
    };
    say::line(&format!("{}  {}  {sector}", view.id, view.name));
    say::line(&format!("  {}, desde el {}", view.state_name, view.since));
    for change in &view.changes {
        say::line(&format!(
            "  {}  {}  {}",
            change.id, change.says, change.state_name
        ));
    }
    for next in &view.next {
        say::line(&format!("  → {}  ({})", next.does, next.act));
        for unmet in &next.unmet {
            say::line(&format!(
                "      {}  {}  [{}]",
                unmet.requirement, unmet.says, unmet.basis
            ));
        }
    }
}
