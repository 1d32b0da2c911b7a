//! What a person says of a finding of a map, and the report that prints it.

use domain::ids::MapId;
use store::Reader;

use super::view::{found, tagged};
use super::{digest, find};
use crate::asides::{self, Asides, Named};
use crate::error::Error;
use crate::wire::{MapView, SetAside, TakeUp};
use crate::{Desk, Office};

impl Desk {
    /// Sets a finding of a map aside: a warning or an advice with a reason, an error only as a false
    /// alarm. What the group has to attest is attested, and not set aside.
    pub fn set_map_finding_aside(&mut self, request: SetAside) -> Result<MapView, Error> {
        let moment = self.office.now();
        let Desk { store, office } = self;
        let id = store.write(|writer| {
            let id = find(writer, &request.id)?;
            let map = writer.map(id)?;
            let found = found(office, writer, &map, &tagged(writer, &map)?)?;
            let named = found.iter().find(|(key, _)| *key == request.key);
            let (_, finding) = named.ok_or_else(|| asides::unknown(&request.key))?;
            if finding.claim.is_some() {
                return Err(asides::refused(
                    "Eso no se aparta: lo atesta el grupo, o cambia la función.",
                ));
            }
            let function = finding.function.and_then(|id| map.function(id));
            let named = Named {
                rule: finding.rule,
                severity: finding.severity,
                place: place(&finding.number),
                part: finding.function.map(|id| id.to_string()),
                text: function.map_or("", |it| &it.text),
            };
            let of = (&*id.to_string(), digest(&map));
            office.put_aside(writer, &moment, of, &request, &named)?;
            Ok::<MapId, Error>(id)
        })?;
        self.store.read(|reader| office.map_view(reader, id, None))
    }

    /// Takes up again a finding of a map that was set aside.
    pub fn take_up_map_finding(&mut self, request: TakeUp) -> Result<MapView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let id = find(writer, &request.id)?;
            let of = (&*id.to_string(), digest(&writer.map(id)?));
            self.office.put_back(writer, &moment, of, &request.key)?;
            Ok::<MapId, Error>(id)
        })?;
        self.store
            .read(|reader| self.office.map_view(reader, id, None))
    }
}

impl Office {
    /// What was seen in a map, as its report says it.
    pub(super) fn map_report(
        &self,
        reader: &Reader<'_>,
        id: MapId,
    ) -> Result<packets::ReviewReport, Error> {
        let map = reader.map(id)?;
        let asides = Asides::of(reader, &id.to_string())?;
        let found = found(self, reader, &map, &tagged(reader, &map)?)?;
        let today = self.now().today;
        let findings = found.into_iter().map(|(key, finding)| {
            let function = finding.function.and_then(|id| map.function(id));
            let said = asides.said(&key);
            packets::ReportedFinding {
                rule: finding.rule.to_owned(),
                severity: crate::spanish::severity(finding.severity.code()).to_owned(),
                place: place(&finding.number).to_owned(),
                text: function.map(|it| it.text.clone()).unwrap_or_default(),
                message: finding.message,
                suggestion: finding.suggestion,
                basis: finding.basis.to_owned(),
                set_aside: said.map(|aside| asides::reported(aside, today)),
            }
        });
        Ok(packets::ReviewReport {
            of: packets::Reviewed::Map,
            code: String::new(),
            title: map.title.clone(),
            edition: digest(&map).to_string(),
            rule_pack: self.pack(today).id.clone(),
            day: today,
            findings: findings.collect(),
        })
    }
}

/// Where a function is, as people cite it.
fn place(number: &str) -> &str {
    match number {
        "" => "propósito",
        number => number,
    }
}
