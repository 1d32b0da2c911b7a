//! Who works here, how the papers are headed, how the window looks.

use domain::calendar::Calendar;
use domain::text;
use store::{Reader, Setting};

use crate::Desk;
use crate::edits::within;
use crate::error::Error;
use crate::wire::{Nothing, Pulse, SaveSettings, SettingsView};
use crate::writing::{Deed, WORKSPACE};

/// How many lines a letterhead may have: more would leave no room on the page.
const LETTERHEAD_LINES: usize = 4;

/// How long a line of it, or a name, may be.
const LONGEST_LINE: usize = 300;

impl Desk {
    /// The settings of the workspace.
    pub fn settings(&mut self, _: Nothing) -> Result<SettingsView, Error> {
        self.store.read(|reader| {
            Ok(SettingsView {
                person: self.office.signer(reader)?,
                letterhead: letterhead_lines(reader)?,
                appearance: reader
                    .setting(Setting::Appearance)?
                    .unwrap_or_else(|| "system".to_owned()),
                non_working_days: reader.setting(Setting::NonWorkingDays)?.unwrap_or_default(),
                workspace: self.office.path.display().to_string(),
                read_only: self.store.is_read_only()?,
                version: env!("CARGO_PKG_VERSION").to_owned(),
                rule_packs: self
                    .office
                    .packs
                    .iter()
                    .map(|pack| pack.id.clone())
                    .collect(),
            })
        })
    }

    /// Whether somebody else wrote in the workspace: the answer differs from the one before.
    pub fn pulse(&mut self, _: Nothing) -> Result<Pulse, Error> {
        let beat = self.store.data_version()?;
        Ok(Pulse { beat })
    }

    /// Writes the settings down.
    pub fn save_settings(&mut self, request: SaveSettings) -> Result<SettingsView, Error> {
        let moment = self.office.now();
        self.store.write(|writer| {
            let before = writer.settings_digest()?;
            let line = |line: &String| within(LONGEST_LINE, text::clean(line, false));
            let lines = request.letterhead.iter().map(line);
            let mut lines = lines.collect::<Result<Vec<String>, Error>>()?;
            lines.retain(|line| !line.is_empty());
            if lines.len() > LETTERHEAD_LINES {
                return Err(Error::LetterheadTooLong {
                    lines: lines.len(),
                    most: LETTERHEAD_LINES,
                });
            }
            let kept = lines.join("\n");
            let days = text::clean(&request.non_working_days, true);
            Calendar::parse(&days)?;
            let person = within(LONGEST_LINE, text::clean(&request.person, false))?;
            let some = |value: String| Some(value).filter(|value| !value.is_empty());
            writer.set(Setting::Person, some(person).as_deref())?;
            writer.set(Setting::Letterhead, some(kept).as_deref())?;
            writer.set(Setting::NonWorkingDays, some(days).as_deref())?;
            let look = ["light", "dark"]
                .into_iter()
                .find(|look| *look == request.appearance);
            writer.set(Setting::Appearance, look)?;
            let after = writer.settings_digest()?;
            if before != after {
                let deed = Deed {
                    act: "SETTINGS",
                    subject: Some(before),
                    result: Some(after),
                    ..Deed::default()
                };
                self.office.seal(writer, &moment, WORKSPACE, deed)?;
            }
            Ok::<(), Error>(())
        })?;
        self.settings(Nothing {})
    }
}

pub(crate) fn letterhead_lines(reader: &Reader<'_>) -> Result<Vec<String>, Error> {
    let kept = reader.setting(Setting::Letterhead)?.unwrap_or_default();
    Ok(kept.lines().map(ToOwned::to_owned).collect())
}
