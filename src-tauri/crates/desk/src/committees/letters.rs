//! The letters of committees, as the office writes them.

use packets::letters;
use store::Setting;

use super::papers::LETTER_ACTS;
use crate::Desk;
use crate::edits::within;
use crate::error::Error;
use crate::wire::{LettersView, NamedText, Nothing, SaveLetters};
use crate::writing::{Deed, WORKSPACE};

/// How long all letters together may be.
const LONGEST: usize = 200_000;

impl Desk {
    /// The letters that are in use.
    pub fn letters(&mut self, _: Nothing) -> Result<LettersView, Error> {
        self.store.read(|reader| {
            let own = reader.setting(Setting::Letters)?;
            let fields = letters::FIELDS.iter().map(|(name, text)| NamedText {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
            });
            Ok(LettersView {
                shipped: own.is_none(),
                text: own.unwrap_or_else(|| letters::SHIPPED.to_owned()),
                fields: fields.collect(),
            })
        })
    }

    /// Writes the office's own letters down. One that does not read is refused by its line.
    pub fn save_letters(&mut self, request: SaveLetters) -> Result<LettersView, Error> {
        let moment = self.office.now();
        let text = within(LONGEST, domain::text::clean(&request.text, true))?;
        letters::read(&text, LETTER_ACTS).map_err(|wrong| Error::WrittenWrong {
            line: wrong.line,
            says: wrong.says,
        })?;
        self.store.write(|writer| {
            let before = writer.settings_digest()?;
            let own = Some(text.as_str()).filter(|it| !it.is_empty());
            writer.set(Setting::Letters, own)?;
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
            Ok::<_, Error>(())
        })?;
        self.letters(Nothing {})
    }
}
