//! What a person can do with Cauce: one method for each intention.
//!
//! The desk reads words into domain values, asks the day, opens one write of the store, and answers
//! with the new view of what changed. It decides nothing that the domain or the reviewer decides,
//! and it knows neither the window nor the command line.

#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

pub mod error;
pub mod spanish;
pub mod wire;

mod asides;
mod attaching;
mod backing;
mod bringing;
mod case_views;
mod cases;
mod catalogues;
mod changes;
mod checking;
mod committees;
mod comparing;
mod dossier;
mod editions;
mod edits;
mod evidence;
mod exchange;
mod executables;
mod exporting;
mod files;
mod foreseeing;
mod gazette;
mod groups;
mod history;
mod home;
mod importing;
mod instruments;
mod journal;
mod likeness;
mod maps;
mod mending;
mod packing;
mod pages;
mod past;
mod pasting;
mod profile;
mod proofs;
mod reasons;
mod reminders;
mod returning;
mod review;
mod roads;
mod sayings;
mod search;
mod sessions;
mod settings;
mod standards;
mod turns;
mod updating;
mod verifying;
mod work;
mod workspace;
mod writing;

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::calendar::Calendar;
use domain::ids::Ids;
use domain::rule_pack::{self, RulePack};
use store::{Reader, Setting, Store};

use likeness::Indexes;

pub use attaching::{Attached, Attaching};
pub use catalogues::{Bringing, ReadList};
pub use changes::changes;
pub use checking::Checking;
pub use committees::{CommitteeExporting, CommitteesRead, ReadingCommittees};
pub use comparing::Comparing;
pub use error::{Code, Error};
pub use exchange::{Sound, Taking};
pub use exporting::Exported;
pub use files::text;
pub use gazette::{ComparedNote, ComparingNote, ResolutionExporting};
pub use groups::{ClosedSession, ClosingSession, GroupExporting};
pub use importing::{Importing, ReadFile};
pub use instruments::{ExportedIec, ExportingIec, SheetRead, SheetReading};
pub use maps::{MapExporting, MapImporting, MapRead};
pub use packing::{Packed, Packing};
pub use pages::{Composing, Exporting};
pub use past::is_moment;
pub use sessions::{SessionExporting, SteppedSession, SteppingSession};
pub use verifying::Verifying;
pub use work::{Ask, Progress, Visit, Work, carry};
pub use workspace::{default_person, default_workspace};

/// What the clock and chance say when something is done.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// The day here.
    pub today: NaiveDate,
    /// Milliseconds since 1970, in UTC.
    pub millis: u64,
    /// How far local time is from UTC.
    pub offset_minutes: i32,
    /// Chance, for new ids.
    pub chance: u128,
}

impl Moment {
    /// The moment in UTC, as acts write it.
    pub(crate) fn at(&self) -> String {
        self.utc().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
    }

    /// When something was written down, in words, as seen from here.
    pub(crate) fn said(&self, at: &str) -> String {
        match DateTime::parse_from_rfc3339(at) {
            Ok(then) => {
                let local = then.naive_utc() + TimeDelta::minutes(i64::from(self.offset_minutes));
                let day = spanish::day(local.date());
                format!("{day}, {}", local.format("%H:%M"))
            }
            Err(_) => at.to_owned(),
        }
    }

    fn utc(&self) -> DateTime<chrono::Utc> {
        let millis = i64::try_from(self.millis).unwrap_or(i64::MAX);
        DateTime::from_timestamp_millis(millis).unwrap_or_default()
    }

    pub(crate) fn ids(&self) -> Ids {
        Ids::new(self.millis, self.chance)
    }
}

/// A way to know the moment: only the shell and the command line ask the clock.
pub type Clock = Box<dyn Fn() -> Moment + Send>;

/// A workspace, and the office that works in it.
pub struct Desk {
    store: Store,
    office: Office,
}

/// What is known without the workspace: the clock, the rules in force, who sits here.
pub(crate) struct Office {
    clock: Clock,
    packs: Vec<RulePack>,
    path: PathBuf,
    /// Who signs when the workspace does not say.
    person: String,
    /// Whether that name was said for this session, and rules over the workspace's.
    signed: bool,
    /// What says which titles are alike.
    indexes: Indexes,
    /// The committees as they were last read.
    committees: committees::Remembered,
    /// Whether what takes long to make is made meanwhile, and the answer does without it.
    meanwhile: bool,
}

impl Desk {
    /// Opens the workspace, or begins it where there is none. `person` is who signs until the
    /// workspace says otherwise.
    pub fn open(path: &Path, person: &str, clock: Clock) -> Result<Desk, Error> {
        let store = workspace::open(path)?;
        Ok(Desk::over(store, path.to_owned(), person, clock))
    }

    /// Opens a workspace that is there, for whoever asks about what is in it.
    pub fn open_existing(path: &Path, person: &str, clock: Clock) -> Result<Desk, Error> {
        match std::fs::metadata(path) {
            Ok(_) => Desk::open(path, person, clock),
            Err(_) if path.is_symlink() => Desk::open(path, person, clock),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Err(Error::NoWorkspace(path.to_owned()))
            }
            Err(error) => Err(Error::file(path, error)),
        }
    }

    /// A workspace that is gone when the desk is.
    pub fn in_memory(person: &str, clock: Clock) -> Result<Desk, Error> {
        Ok(Desk::over(Store::memory()?, PathBuf::new(), person, clock))
    }

    fn over(store: Store, path: PathBuf, person: &str, clock: Clock) -> Desk {
        let office = Office {
            clock,
            packs: RulePack::all_shipped(),
            path,
            person: person.to_owned(),
            signed: false,
            indexes: Indexes::default(),
            committees: committees::Remembered::default(),
            meanwhile: false,
        };
        Desk { store, office }
    }

    /// From now on nobody is kept waiting for an index: it is made meanwhile, and what was asked is
    /// answered without it.
    pub fn answer_meanwhile(&mut self) {
        self.office.meanwhile = true;
    }

    /// Signs what is done from now on with this name.
    pub fn sign_as(&mut self, person: &str) {
        let person = domain::text::clean(person, false);
        if !person.is_empty() {
            self.office.person = person;
            self.office.signed = true;
        }
    }
}

impl Office {
    pub(crate) fn now(&self) -> Moment {
        (self.clock)()
    }

    /// Who signs: the name said for this session, or the workspace's, or the system's.
    pub(crate) fn signer(&self, reader: &Reader<'_>) -> Result<String, Error> {
        if self.signed {
            return Ok(self.person.clone());
        }
        let set = reader.setting(Setting::Person)?;
        let set = set.filter(|name| !name.is_empty());
        Ok(set.unwrap_or_else(|| self.person.clone()))
    }

    /// An act of the road, a file that proves something, a packet and its reception are somebody's:
    /// they wait until a name is said. What may still be changed or taken back does not.
    pub(crate) fn somebody_signs(&self, reader: &Reader<'_>) -> Result<(), Error> {
        match workspace::is_nobody(&self.signer(reader)?) {
            true => Err(Error::NobodySigns),
            false => Ok(()),
        }
    }

    /// The pack that a case filed on a day keeps.
    pub(crate) fn pack(&self, filed_on: NaiveDate) -> &RulePack {
        rule_pack::of_case(&self.packs, filed_on).unwrap_or(&self.packs[0])
    }

    /// The working days of this office: the federal ones, and those it added.
    pub(crate) fn calendar(&self, reader: &Reader<'_>) -> Result<Calendar, Error> {
        let own = reader.setting(Setting::NonWorkingDays)?;
        // What was set was read before it was kept.
        let own = own.and_then(|list| Calendar::parse(&list).ok());
        Ok(own.unwrap_or_else(Calendar::shipped))
    }
}
