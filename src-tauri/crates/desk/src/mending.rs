//! Mending what the reviewer found, as its remedy says.

use checks::Remedy;
use domain::ec::CompetenceStandard;
use domain::ec::edit::Edit;
use domain::ids::EcId;
use domain::rule_pack::RulePack;
use store::Reader;

use crate::error::Error;
use crate::profile;
use crate::review::said_of;
use crate::turns::Turning;
use crate::wire::{ById, Mend, StandardView};
use crate::{Desk, Office};

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
                rule if request.alike && finding.remedy == Remedy::Replace => {
                    self.office.alike(writer, id, &before, pack, rule)?
                }
                profile::RULE => profile::adopted(&before).into_iter().collect(),
                _ => checks::mend(&before, &finding), // The rules are a catalogue, not ours.
            };
            if edits.is_empty() {
                return Err(refused(
                    "Ese hallazgo no se corrige solo: escriba usted el texto como pide la regla.",
                ));
            }
            self.office
                .write_edits(writer, &moment, id, &before, &edits, Turning::Done)?;
            Ok(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }
}

impl Office {
    /// The edits that mend all that one rule finds, each on the text that those before it leave.
    fn alike(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        before: &CompetenceStandard,
        pack: &RulePack,
        rule: &str,
    ) -> Result<Vec<Edit>, Error> {
        let kept = reader.set_asides(id)?;
        let mut text = before.clone();
        let (mut edits, mut most) = (Vec::new(), None);
        loop {
            let mut found = self.found(reader, Some(id), &text, pack)?;
            found.retain(|(key, finding)| {
                finding.rule == rule
                    && finding.remedy == Remedy::Replace
                    && said_of(&kept, key).is_none()
            });
            // As many as were seen: no remedy can go on for ever.
            let left = most.unwrap_or(found.len());
            let mut remedies = found.iter().map(|(_, one)| checks::mend(&text, one));
            let next = remedies.find(|edits| !edits.is_empty());
            let (Some(next), Some(less)) = (next, left.checked_sub(1)) else {
                return Ok(edits);
            };
            most = Some(less);
            text.apply_all(&next)?;
            edits.extend(next);
        }
    }
}

fn refused(reason: &str) -> Error {
    Error::Refused {
        act: "EDIT".to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}
