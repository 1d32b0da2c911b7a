//! What falls due, written as a calendar for other programs.

use std::path::Path;

use chrono::NaiveDate;
use domain::edition::Digest;
use packets::reminders::{Reminder, calendar};
use store::{Filter, Reader};

use crate::cases::Titles;
use crate::error::Error;
use crate::files::Staged;
use crate::wire::{ExportReminders, ExportedView};
use crate::{Desk, Office};

impl Desk {
    /// Writes the deadlines of every case and the sessions to come as a calendar (`.ics`).
    pub fn export_reminders(&mut self, request: ExportReminders) -> Result<ExportedView, Error> {
        let moment = self.office.now();
        let reminders = self
            .store
            .read(|reader| self.office.reminders(reader, moment.today))?;
        let bytes = calendar(&reminders, moment.utc());
        let path = Path::new(&request.path);
        Staged::beside(path, &bytes, request.replace, || Ok(()))?.place()?;
        Ok(ExportedView {
            path: request.path,
            digest: Digest::of(&bytes).to_string(),
            supplied: Vec::new(),
        })
    }
}

impl Office {
    fn reminders(&self, reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<Reminder>, Error> {
        let mut reminders = Vec::new();
        let titles = Titles::of(reader)?;
        for row in reader.standards(&Filter::default())? {
            let seen = self.glance(reader, &row, &titles)?;
            let waiting = seen.case.waiting(&seen.scene());
            let name = format!("{} {}", row.code, row.title);
            due(&mut reminders, &seen.id.to_string(), name.trim(), &waiting);
        }
        let off = self.calendar(reader)?;
        for kept in self.committees_kept(reader)?.iter().filter(|it| !it.away) {
            let kept = crate::committees::Kept::clone(kept);
            let seen = self.committee_in(kept, off.clone(), today)?;
            let waiting = seen.waiting();
            let id = seen.kept.id.to_string();
            due(&mut reminders, &id, &seen.kept.committee.name, &waiting);
        }
        for session in self.coming_sessions(reader)? {
            let Ok(on) = session.day.parse() else {
                continue; // A session has its day since it was begun.
            };
            reminders.push(Reminder {
                id: session.id,
                on,
                says: format!("COVACEC: {}", session.name),
                about: session.state_name,
            });
        }
        reminders.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        Ok(reminders)
    }
}

/// The day on which a case has to leave the state it is in, where it has one.
fn due(reminders: &mut Vec<Reminder>, id: &str, name: &str, waiting: &domain::waiting::Waiting) {
    let Some(next) = waiting.next.first() else {
        return;
    };
    let Some(on) = next.due else { return };
    let lacks: Vec<&str> = next.unmet.iter().map(|it| it.says.as_str()).collect();
    reminders.push(Reminder {
        id: format!("{id}-{}", waiting.state),
        on,
        says: format!("{}: {name}", next.does),
        about: format!("{}\n{}\n{}", waiting.holder, next.basis, lacks.join("\n")),
    });
}
