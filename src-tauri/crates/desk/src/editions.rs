//! Frozen editions: showing one, and telling what changed between two.

use domain::ec::CompetenceStandard;
use domain::ec::compare::compare;
use domain::ids::EcId;
use packets::document::{Document, WithIds, from_canonical};
use store::{EditionKind, Reader};

use crate::Desk;
use crate::error::Error;
use crate::wire::{AskEdition, ChangeView, CompareEditions, ComparisonView};
use crate::writing::digest;

impl Desk {
    /// A frozen edition of a standard.
    pub fn edition(&mut self, request: AskEdition) -> Result<Document, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            Ok(Document::of(
                &edition(reader, id, request.number)?,
                WithIds::Yes,
            ))
        })
    }

    /// What changed between two editions of a standard, or from one to the text as it stands.
    pub fn compare_editions(&mut self, request: CompareEditions) -> Result<ComparisonView, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let from = edition(reader, id, request.a)?;
            let to = match request.b {
                0 => reader.standard(id)?,
                number => edition(reader, id, number)?,
            };
            let changes = compare(&from, &to).into_iter().map(|change| ChangeView {
                kind: change.kind.code().to_owned(),
                place: change.place,
                before: change.before,
                after: change.after,
            });
            Ok(ComparisonView {
                from: digest(&from).to_string(),
                to: digest(&to).to_string(),
                changes: changes.collect(),
            })
        })
    }
}

fn edition(reader: &Reader<'_>, id: EcId, number: u32) -> Result<CompetenceStandard, Error> {
    let missing = || Error::NotFound {
        what: "una edición congelada número",
        name: number.to_string(),
    };
    let editions = reader.editions(id)?;
    let mut standards = editions.iter().filter(|e| e.kind == EditionKind::Standard);
    let nth = usize::try_from(number)
        .ok()
        .and_then(|n| n.checked_sub(1))
        .ok_or_else(missing)?;
    let edition = standards.nth(nth).ok_or_else(missing)?;
    let bytes = reader.edition(&edition.digest)?;
    Ok(from_canonical(&bytes).map_err(|_| store::Error::Corrupt { what: "edition" })?)
}
