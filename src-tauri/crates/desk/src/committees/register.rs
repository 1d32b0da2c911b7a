//! The register of committees: one line each, and a list of them that comes in as it was found.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::Datelike as _;
use domain::act::Proof;
use domain::cgc_case::CgcState;
use domain::committee::Sector;
use domain::edition::Digest;
use domain::ids::Ids;
use domain::road::REGISTERED_AS_FOUND;
use domain::text::fold;
use domain::waiting::Pace;
use intake::TableRow;
use serde_json::json;
use store::{Offered, Reader, Writer};

use super::journal::{BEGUN, Kept, PUT_AWAY, Record, record};
use super::listed::{Found, Listed};
use super::road;
use super::view::{advisories, says};
use crate::error::Error;
use crate::files;
use crate::home::is_near;
use crate::spanish;
use crate::wire::{
    AskCommittees, CaseLine, CommitteeImportView, CommitteeRow, CommitteesView, CountOf,
    ImportCommittees, Nothing,
};
use crate::work::{Progress, Work, step};
use crate::writing::Deed;
use crate::{Desk, Moment, Office};

/// The committees as they were last read, each by the seal of its last act.
#[derive(Default)]
pub(crate) struct Remembered(Mutex<HashMap<String, (Digest, Arc<Kept>)>>);

/// How many rows a list may have.
const MOST_ROWS: usize = 20_000;

/// The requirement that whatever is registered as found meets by a file.
const FOUND: &str = "ROAD-REGISTERED_AS_FOUND-1";

impl Desk {
    /// The register of committees, as far as it is asked for.
    pub fn committees(&mut self, request: AskCommittees) -> Result<CommitteesView, Error> {
        let wanted = fold(&request.query);
        let today = self.office.now().today;
        self.store.read(|reader| {
            let all = self.office.committees_kept(reader)?;
            let calendar = self.office.calendar(reader)?;
            let mut sectors: Vec<CountOf> = Sector::ALL
                .iter()
                .map(|it| count_of(it.code(), it.says()))
                .collect();
            let mut states: Vec<CountOf> = Vec::new();
            let (mut rows, mut total, mut advised) = (Vec::new(), 0, 0);
            for kept in all.iter().filter(|it| !it.away) {
                total += 1;
                advised += advisories(kept, today.year());
                let kept = Kept::clone(kept);
                let seen = self.office.committee_in(kept, calendar.clone(), today)?;
                let it = &seen.kept.committee;
                let state = seen.case.state();
                if let Some(sector) = it.sector {
                    let mut of = sectors.iter_mut();
                    if let Some(one) = of.find(|one| one.code == sector.code()) {
                        one.count += 1;
                    }
                }
                match states.iter_mut().find(|one| one.code == state.code()) {
                    Some(one) => one.count += 1,
                    None => states.push(CountOf {
                        count: 1,
                        ..count_of(state.code(), state.says())
                    }),
                }
                let sector = it.sector.map_or("", Sector::says);
                let organizations = it.organizations.iter().map(|one| one.name.as_str());
                let names: Vec<&str> = [it.name.as_str(), sector]
                    .into_iter()
                    .chain(organizations)
                    .collect();
                let said = fold(&names.join(" "));
                let is = |asked: &str, code: &str, name: &str| {
                    asked.is_empty() || asked == code || fold(asked) == fold(name)
                };
                let asked = wanted.split(' ').all(|word| said.contains(word))
                    && is(&request.state, state.code(), state.says())
                    && is(&request.sector, it.sector.map_or("", Sector::code), sector);
                if asked {
                    rows.push(row(&seen));
                }
            }
            rows.sort_by_key(|row| fold(&row.name));
            Ok(CommitteesView {
                rows,
                total,
                sectors,
                states,
                advisories: advised,
            })
        })
    }

    /// Begins to read a list of committees.
    pub fn begin_committee_import(
        &mut self,
        request: ImportCommittees,
    ) -> Result<ReadingCommittees, Error> {
        if !request.dry_run {
            self.store
                .rehearse(|writer| self.office.somebody_signs(writer))?;
        }
        Ok(ReadingCommittees {
            path: PathBuf::from(&request.path),
            dry_run: request.dry_run,
        })
    }

    /// Takes it in, whole or not at all.
    pub fn finish_committee_import(
        &mut self,
        read: CommitteesRead,
    ) -> Result<CommitteeImportView, Error> {
        let moment = self.office.now();
        let office = &self.office;
        let look = |writer: &Writer<'_>, keeps: bool| {
            let known = office.committees_kept(writer)?;
            let known: Vec<String> = known
                .iter()
                .filter(|it| !it.away)
                .map(|it| fold(&it.committee.name))
                .collect();
            let mut listed = Listed::of(&read.rows, &moment);
            let there = listed.committees.len();
            listed
                .committees
                .retain(|it| !known.contains(&fold(&it.name)));
            let view = CommitteeImportView {
                file: read.name.clone(),
                taken: number(listed.committees.len()),
                people: number(listed.committees.iter().map(|it| it.people).sum()),
                known: number(there - listed.committees.len()),
                wrong: listed.wrong,
                dry_run: read.dry_run,
            };
            if keeps && view.wrong.is_empty() && !listed.committees.is_empty() {
                office.somebody_signs(writer)?;
                let offered = Offered {
                    name: &read.name,
                    media_type: "application/octet-stream",
                    ..Offered::default()
                };
                let file = writer.add_evidence(&mut &*read.bytes, &offered)?.digest;
                for one in &listed.committees {
                    office.register(writer, &moment, one, (file, &read.name))?;
                }
            }
            Ok::<_, Error>(view)
        };
        match read.dry_run {
            true => self.store.rehearse(|writer| look(writer, false)),
            false => self.store.write(|writer| look(writer, true)),
        }
    }

    /// Puts away the committees of the last list that came in, where nothing was done of them since.
    pub fn undo_committee_import(&mut self, _: Nothing) -> Result<CommitteesView, Error> {
        let moment = self.office.now();
        self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let all = self.office.committees_kept(writer)?;
            let from_list = |kept: &&Arc<Kept>| {
                let first = kept.deeds.first().and_then(record);
                !kept.away && matches!(first, Some(Record::Begun { row: Some(_), .. }))
            };
            let mut came: Vec<&Arc<Kept>> = all.iter().filter(from_list).collect();
            let at = |kept: &Kept| kept.deeds.first().map(|act| act.at.clone());
            let last = came.iter().filter_map(|it| at(it)).max();
            came.retain(|it| at(it) == last);
            if came.is_empty() {
                return Err(Error::NothingToUndo);
            }
            for kept in came {
                road::is_untouched(kept).map_err(|_| Error::Refused {
                    act: PUT_AWAY.to_owned(),
                    reason: format!(
                        "«{}» ya tiene actos después de que se trajo la lista, que por eso no se retira entera: retire uno por uno los demás.",
                        kept.committee.name
                    ),
                    unmet: Vec::new(),
                })?;
                let reason = "Se deshizo la lista de la que venía".to_owned();
                let deed = Deed {
                    act: PUT_AWAY,
                    body: Record::PutAway { reason }.text(),
                    ..Deed::default()
                };
                let act = self.office.seal(writer, &moment, &kept.id.to_string(), deed)?;
                self.office.seal_head(writer, &moment, &act)?;
            }
            Ok::<_, Error>(())
        })?;
        self.committees(AskCommittees {
            query: String::new(),
            state: String::new(),
            sector: String::new(),
        })
    }
}

impl Office {
    /// Every committee, as its acts leave it. One that was read before is not read again.
    pub(crate) fn committees_kept(&self, reader: &Reader<'_>) -> Result<Vec<Arc<Kept>>, Error> {
        let begun = reader.begun(BEGUN)?;
        let mut remembered = self
            .committees
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let mut all = Vec::with_capacity(begun.len());
        for first in begun {
            let head = reader.head(&first.chain)?;
            let head = head
                .ok_or(store::Error::Corrupt { what: "committee" })?
                .digest;
            let known = remembered
                .get(&first.chain)
                .filter(|(seal, _)| *seal == head);
            let kept = match known {
                Some((_, kept)) => Arc::clone(kept),
                None => {
                    let kept = Arc::new(Kept::read(reader, &first.chain)?);
                    remembered.insert(first.chain, (head, Arc::clone(&kept)));
                    kept
                }
            };
            all.push(kept);
        }
        Ok(all)
    }

    /// The committees of which something is to be done, in a line each.
    pub(crate) fn committee_lines(
        &self,
        reader: &Reader<'_>,
        today: chrono::NaiveDate,
    ) -> Result<Vec<CaseLine>, Error> {
        let calendar = self.calendar(reader)?;
        let mut lines = Vec::new();
        for kept in self.committees_kept(reader)?.iter().filter(|it| !it.away) {
            let seen = self.committee_in(Kept::clone(kept), calendar.clone(), today)?;
            let row = row(&seen);
            let line = CaseLine {
                id: row.id,
                is_committee: true,
                title: row.name,
                code: String::new(),
                says: row.says,
                holder: row.holder,
                since: row.since,
                due: row.due,
                working_days_left: row.working_days_left,
                pace: row.pace,
                basis: row.basis,
                state_name: row.state_name,
                sample: false,
            };
            match seen.case.state() {
                // An installed committee is at rest until its renewal is near.
                CgcState::Installed if !is_near(&line) => {}
                CgcState::Inactive | CgcState::Withdrawn | CgcState::Expired | CgcState::Closed => {
                }
                _ => lines.push(line),
            }
        }
        Ok(lines)
    }

    /// Registers a committee of a list as it was found.
    fn register(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        one: &Found,
        (file, name): (Digest, &str),
    ) -> Result<(), Error> {
        // Each committee has chance of its own: they all come at one moment.
        let chance = moment.chance ^ (u128::try_from(one.row).unwrap_or(0) << 32);
        let mut ids = Ids::new(moment.millis, chance);
        let id = ids.committee().to_string();
        let on = one.on.to_string();
        for record in &one.records {
            let deed = Deed {
                act: record.act(),
                on: Some(on.clone()),
                body: record.text(),
                ..Deed::default()
            };
            self.seal(writer, moment, &id, deed)?;
        }
        let deed = Deed {
            act: REGISTERED_AS_FOUND,
            on: Some(on),
            evidence: vec![Proof {
                requirement: FOUND.to_owned(),
                file,
            }],
            body: json!({ "state": one.state.code(), "names": { FOUND: name } }).to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &id, deed)?;
        self.seal_head(writer, moment, &act)
    }
}

pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn count_of(code: &str, name: &str) -> CountOf {
    CountOf {
        code: code.to_owned(),
        name: name.to_owned(),
        count: 0,
    }
}

pub(crate) fn row(seen: &super::Seen<'_>) -> CommitteeRow {
    let waiting = seen.waiting();
    let next = waiting.next.first();
    let left = next.and_then(|next| next.working_days_left);
    let it = &seen.kept.committee;
    CommitteeRow {
        id: seen.kept.id.to_string(),
        name: it.name.clone(),
        sector: it.sector.map_or("", Sector::says).to_owned(),
        state: waiting.state.to_owned(),
        state_name: waiting.says.to_owned(),
        since: spanish::day(waiting.since),
        says: says(seen),
        holder: waiting.holder.to_owned(),
        due: next
            .and_then(|next| next.due)
            .map_or_else(|| "sin plazo".to_owned(), spanish::day),
        working_days_left: left.map(|left| i32::try_from(left).unwrap_or(i32::MAX)),
        pace: Pace::of(left).code().to_owned(),
        basis: next.map_or(waiting.basis.clone(), |next| next.basis.clone()),
        as_found: waiting.as_found,
        members: number(it.roster(seen.today).len()),
    }
}

/// A list of committees to read.
pub struct ReadingCommittees {
    path: PathBuf,
    dry_run: bool,
}

/// A list of committees that was read.
pub struct CommitteesRead {
    rows: Vec<TableRow>,
    bytes: Vec<u8>,
    name: String,
    dry_run: bool,
}

impl Work for ReadingCommittees {
    type Done = CommitteesRead;

    fn run(self, progress: &mut Progress<'_>) -> Result<CommitteesRead, Error> {
        step(progress, "Leyendo la lista", 0, 0)?;
        let bytes = files::read(&self.path, intake::limits::FILE_BYTES as u64)?;
        let rows = intake::table(&bytes, MOST_ROWS)?;
        Ok(CommitteesRead {
            rows,
            bytes,
            name: files::name(&self.path),
            dry_run: self.dry_run,
        })
    }
}
