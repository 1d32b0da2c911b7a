//! Mending what the reviewer found, as its remedy says.

use crate::Desk;
use crate::error::Error;
use crate::profile;
use crate::wire::{ById, Mend, StandardView};

impl Desk {
    /// Makes the edits that the remedy of a finding asks for, as one.
    pub fn mend(&mut self, request: Mend) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let before = writer.standard(id)?;
            let pack = self.office.case_pack(writer, id)?;
            let mut found = self
                .office
                .found(writer, Some(id), &before, pack)?
                .into_iter();
            let finding = found.find(|(key, _)| *key == request.key);
            let (_, finding) = finding.ok_or_else(|| refused(
                "Ese hallazgo ya no está: el texto cambió desde que se mostró. Mire los hallazgos de ahora.",
            ))?;
            // Of all that the form prints, that rule finds only the profile wrong.
            let edits = match finding.rule {
                profile::RULE => profile::adopted(&before).into_iter().collect(),
                _ => checks::mend(&before, &finding), // The rules are a catalogue, not ours.
            };
            if edits.is_empty() {
                return Err(refused(
                    "Ese hallazgo no se corrige solo: escriba usted el texto como pide la regla.",
                ));
            }
            self.office
                .write_edits(writer, &moment, id, &before, &edits, "EDIT", None)?;
            Ok(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }
}

fn refused(reason: &str) -> Error {
    Error::Refused {
        act: "EDIT".to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}
