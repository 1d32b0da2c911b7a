//! What stands beside the chains and is not in them: the schema that keeps them, what acts froze,
//! and what was said of findings.

use std::collections::BTreeMap;

use domain::act::Act;
use domain::ids::EcId;
use domain::project::Track;
use domain::road::REGISTERED_AS_FOUND;
use rusqlite::Connection;

use super::Problem;
use crate::editions::EditionKind;
use crate::set_aside::{SET_ASIDE_ACT, TAKEN_UP_ACT};
use crate::{Error, Reader, migrate};

impl Reader<'_> {
    /// Whether tables, indexes and triggers are those that our own steps make. Without its triggers a
    /// workspace works on, and keeps nothing from being changed.
    pub(super) fn check_schema(&self, problems: &mut Vec<Problem>) {
        let (Ok(here), Ok(ours)) = (schema(self.tx), as_we_make_it()) else {
            let name = "sqlite_schema".to_owned();
            problems.push(Problem::Schema { name });
            return;
        };
        let changed = ours
            .iter()
            .filter(|(name, sql)| here.get(*name) != Some(sql));
        let foreign = here.keys().filter(|name| !ours.contains_key(*name));
        let names = changed.map(|(name, _)| name).chain(foreign);
        problems.extend(names.cloned().map(|name| Problem::Schema { name }));
    }

    /// Whether what each act froze is here under the digest that the act says, and nothing is here
    /// that no act froze.
    pub(super) fn check_editions(
        &self,
        ec: EcId,
        acts: &[Act],
        problems: &mut Vec<Problem>,
    ) -> Result<(), Error> {
        let editions = self.editions(ec)?;
        let of_standard = |number: u64| {
            let mut found = editions.iter();
            found.find(|it| it.act == number && it.kind == EditionKind::Standard)
        };
        let kept = acts.iter().filter(|act| freezes(act)).all(|act| {
            let edition = of_standard(act.number);
            edition.is_some_and(|it| act.result.is_none_or(|result| result == it.digest))
        });
        let number = |act: u64| acts.iter().any(|it| it.number == act);
        if !kept || !editions.iter().all(|edition| number(edition.act)) {
            problems.push(Problem::Beside {
                chain: ec.to_string(),
                what: "las ediciones congeladas",
            });
        }
        Ok(())
    }

    /// Whether what was said of findings is what the acts of the case say, by the same persons.
    pub(super) fn check_said(
        &self,
        ec: EcId,
        acts: &[Act],
        problems: &mut Vec<Problem>,
    ) -> Result<(), Error> {
        let rows = self.set_asides(ec)?;
        let by = |word: &str| -> Vec<&str> {
            let acts = acts.iter().filter(|act| act.act == word);
            acts.map(|act| act.by.as_str()).collect()
        };
        let said: Vec<&str> = rows.iter().map(|(_, said, _)| said.by.as_str()).collect();
        let mut taken_up: Vec<&str> = rows
            .iter()
            .filter_map(|(_, _, withdrawn)| withdrawn.as_ref().map(|it| it.by.as_str()))
            .collect();
        let mut recorded = by(TAKEN_UP_ACT);
        // What was set aside first may be taken up last.
        taken_up.sort_unstable();
        recorded.sort_unstable();
        if said != by(SET_ASIDE_ACT) || taken_up != recorded {
            problems.push(Problem::Beside {
                chain: ec.to_string(),
                what: "lo que se dijo de los hallazgos",
            });
        }
        Ok(())
    }
}

/// Whether an act leads to a state in which the text is frozen.
fn freezes(act: &Act) -> bool {
    let found = || -> Option<String> {
        let body: String = act.body.clone();
        let (_, rest) = body.split_once("\"state\":\"")?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let word = match act.act.as_str() {
        REGISTERED_AS_FOUND => found().unwrap_or_default(),
        word => word.to_owned(),
    };
    let mut tracks = Track::ALL.iter();
    tracks.any(|track| {
        let stages = track.stages();
        let mut stages = stages.iter().filter(|stage| stage.code() == word);
        stages.any(|stage| stage.freezes())
    })
}

/// Every table, index and trigger of a file, by name.
fn schema(conn: &Connection) -> Result<BTreeMap<String, String>, Error> {
    let mut statement =
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn as_we_make_it() -> Result<BTreeMap<String, String>, Error> {
    let mut conn = Connection::open_in_memory()?;
    migrate::up_to(&mut conn, migrate::STEPS.len())?;
    schema(&conn)
}
