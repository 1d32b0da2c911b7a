//! Functional maps: rows in, domain out, and one edit on the rows it concerns.

use std::collections::HashMap;

use domain::functional_map::edit::{MOST_LEVELS, MapEdit, MapField, Refusal, Seat};
use domain::functional_map::{Attestation, Claim, Function, FunctionalMap, Link};
use domain::ids::{EcId, MapId, PartId};
use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use crate::in_order::InOrder;
use crate::{Error, Reader, Writer};

/// A map as a line of the list of maps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// Which one.
    pub id: MapId,
    /// What sector it is the map of.
    pub title: String,
    /// Who owns it.
    pub committee: String,
    /// What the sector is for.
    pub purpose: String,
    /// How many functions it has, the purpose apart.
    pub functions: u64,
}

/// A function as its row has it, and where it hangs.
struct Hanging {
    key: i64,
    parent: Option<i64>,
    position: usize,
    function: Function,
}

impl Reader<'_> {
    /// A map as it is being drawn.
    pub fn map(&self, id: MapId) -> Result<FunctionalMap, Error> {
        let map = self.map_key(id)?;
        let mut statement = self
            .tx
            .prepare_cached("SELECT title, committee FROM map WHERE key = :map")?;
        let (title, committee) = statement.query_row(named_params! { ":map": map }, |row| {
            Ok((row.get("title")?, row.get("committee")?))
        })?;
        let mut said = self.attestations(map)?;
        let mut statement = self.tx.prepare_cached(
            "SELECT key, parent, position, id, text, individual, standard, element
               FROM map_function
              WHERE map = :map
              ORDER BY position",
        )?;
        let mut rows = statement.query(named_params! { ":map": map })?;
        let mut hanging = Vec::new();
        while let Some(row) = rows.next()? {
            let mut columns = InOrder::of(row);
            let key = columns.next()?;
            hanging.push(Hanging {
                key,
                parent: columns.next()?,
                position: columns.next()?,
                function: Function {
                    id: PartId(Uuid::from_bytes(columns.next()?)),
                    text: columns.next()?,
                    individual: columns.next()?,
                    link: Link {
                        standard: columns.next::<Option<_>>()?.map(Uuid::from_bytes).map(EcId),
                        element: columns
                            .next::<Option<_>>()?
                            .map(Uuid::from_bytes)
                            .map(PartId),
                    },
                    attestations: said.remove(&key).unwrap_or_default(),
                    parts: Vec::new(),
                },
            });
        }
        Ok(FunctionalMap {
            id,
            title,
            committee,
            purpose: hung(hanging)?,
        })
    }

    /// Whether there is such a map.
    pub fn has_map(&self, id: MapId) -> Result<bool, Error> {
        match self.map_key(id) {
            Ok(_) => Ok(true),
            Err(Error::Missing { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Every map, by its title.
    pub fn maps(&self) -> Result<Vec<MapRow>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT map.id, map.title, map.committee, purpose.text AS purpose,
                    (SELECT count(*) FROM map_function WHERE map = map.key) - 1 AS functions
               FROM map
               JOIN map_function AS purpose ON purpose.map = map.key AND purpose.parent IS NULL
              ORDER BY map.title, map.key",
        )?;
        let mut rows = statement.query([])?;
        let mut maps = Vec::new();
        while let Some(row) = rows.next()? {
            maps.push(MapRow {
                id: map_id(row)?,
                title: row.get("title")?,
                committee: row.get("committee")?,
                purpose: row.get("purpose")?,
                functions: row.get("functions")?,
            });
        }
        Ok(maps)
    }

    /// The map that has a function tagged with this standard, if there is one.
    pub fn map_of(&self, standard: EcId) -> Result<Option<MapId>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT map.id
               FROM map_function
               JOIN map ON map.key = map_function.map
              WHERE standard = :standard
              ORDER BY map.key
              LIMIT 1",
        )?;
        let mut rows = statement.query(named_params! { ":standard": standard.0.as_bytes() })?;
        rows.next()?.map(map_id).transpose()
    }

    fn attestations(&self, map: i64) -> Result<HashMap<i64, Vec<Attestation>>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT map_attestation.*
               FROM map_attestation
               JOIN map_function ON map_function.key = map_attestation.function
              WHERE map_function.map = :map
              ORDER BY map_attestation.function, map_attestation.position",
        )?;
        let mut rows = statement.query(named_params! { ":map": map })?;
        let mut said: HashMap<i64, Vec<Attestation>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let claim: String = row.get("claim")?;
            let on: String = row.get("said_on")?;
            said.entry(row.get("function")?)
                .or_default()
                .push(Attestation {
                    claim: Claim::from_code(&claim).ok_or(Error::Corrupt { what: "claim" })?,
                    person: row.get("person")?,
                    on: on.parse().map_err(|_| Error::Corrupt { what: "date" })?,
                    of: row.get("said_of")?,
                });
        }
        Ok(said)
    }

    fn map_key(&self, id: MapId) -> Result<i64, Error> {
        self.tx
            .prepare_cached("SELECT key FROM map WHERE id = :id")?
            .query_row(named_params! { ":id": id.to_string() }, |row| row.get(0))
            .optional()?
            .ok_or(Error::Missing { what: "map" })
    }

    fn function_key(&self, map: i64, id: PartId) -> Result<i64, Error> {
        self.tx
            .prepare_cached("SELECT key FROM map_function WHERE map = :map AND id = :id")?
            .query_row(
                named_params! { ":map": map, ":id": id.0.as_bytes() },
                |row| row.get(0),
            )
            .optional()?
            .ok_or(Error::Map(Refusal::NoSuchFunction))
    }
}

fn map_id(row: &rusqlite::Row<'_>) -> Result<MapId, Error> {
    let text: String = row.get("id")?;
    text.parse().map_err(|_| Error::Corrupt { what: "id" })
}

/// Rows as the tree they are; what hangs nowhere, or in a circle, is damage.
fn hung(rows: Vec<Hanging>) -> Result<Function, Error> {
    let corrupt = || Error::Corrupt { what: "function" };
    let mut below: HashMap<Option<i64>, Vec<Hanging>> = HashMap::new();
    let count = rows.len();
    for row in rows {
        below.entry(row.parent).or_default().push(row);
    }
    let mut tops = below.remove(&None).unwrap_or_default();
    let top = tops.pop().filter(|_| tops.is_empty()).ok_or_else(corrupt)?;
    let mut hung = 0;
    let purpose = hang(top, 0, 0, &mut below, &mut hung)?;
    if hung == count {
        Ok(purpose)
    } else {
        Err(corrupt())
    }
}

fn hang(
    row: Hanging,
    at: usize,
    level: usize,
    below: &mut HashMap<Option<i64>, Vec<Hanging>>,
    hung: &mut usize,
) -> Result<Function, Error> {
    if row.position != at {
        return Err(Error::Corrupt { what: "position" });
    }
    // No edit of ours leaves a map as deep: whoever wrote it would have us run out of stack.
    if level > MOST_LEVELS {
        return Err(Error::Corrupt { what: "function" });
    }
    *hung += 1;
    let mut function = row.function;
    let parts = below.remove(&Some(row.key)).unwrap_or_default();
    for (part, at) in parts.into_iter().zip(0..) {
        function.parts.push(hang(part, at, level + 1, below, hung)?);
    }
    Ok(function)
}

impl Writer<'_> {
    /// Takes in a map, whole.
    pub fn insert_map(&self, map: &FunctionalMap) -> Result<(), Error> {
        if self.has_map(map.id)? {
            return Err(Error::Doubled { what: "map" });
        }
        self.tx
            .prepare_cached(
                "INSERT INTO map (id, title, committee) VALUES (:id, :title, :committee)",
            )?
            .execute(named_params! {
                ":id": map.id.to_string(),
                ":title": map.title,
                ":committee": map.committee,
            })?;
        let key = self.tx.last_insert_rowid();
        self.insert_function(key, None, 0, &map.purpose)
    }

    /// Makes one edit on a map. One that does not fit what stands there is refused, and then the
    /// write it is part of should be given up.
    pub fn apply_map_edit(&self, id: MapId, edit: &MapEdit) -> Result<(), Error> {
        let map = self.map_key(id)?;
        match edit {
            MapEdit::Write {
                field,
                before,
                after,
            } => {
                let statement = match field {
                    MapField::Title => {
                        "UPDATE map SET title = :after WHERE key = :key AND title = :before"
                    }
                    MapField::Committee => {
                        "UPDATE map SET committee = :after WHERE key = :key AND committee = :before"
                    }
                };
                let changed = self
                    .tx
                    .prepare_cached(statement)?
                    .execute(named_params! { ":after": after, ":key": map, ":before": before })?;
                one(changed, field.code())
            }
            MapEdit::Reword {
                function,
                before,
                after,
            } => {
                let key = self.function_key(map, *function)?;
                let changed = self
                    .tx
                    .prepare_cached(
                        "UPDATE map_function SET text = :after WHERE key = :key AND text = :before",
                    )?
                    .execute(named_params! { ":after": after, ":key": key, ":before": before })?;
                one(changed, "text")
            }
            MapEdit::Add { to, function } => {
                let parent = self.function_key(map, to.parent)?;
                self.make_room(map, *to, parent)?;
                self.insert_function(map, Some(parent), to.at, function)
            }
            MapEdit::Remove { function } => {
                let key = self.function_key(map, function.id)?;
                let (parent, position) = self.place_of_function(key)?;
                self.tx
                    .prepare_cached("DELETE FROM map_function WHERE key = :key")?
                    .execute(named_params! { ":key": key })?;
                self.close_up(map, parent, position)
            }
            MapEdit::Move { function, from, to } => self.move_function(map, *function, *from, *to),
            MapEdit::SetIndividual { function, after } => {
                let key = self.function_key(map, *function)?;
                self.tx
                    .prepare_cached("UPDATE map_function SET individual = :after WHERE key = :key")?
                    .execute(named_params! { ":after": after, ":key": key })?;
                Ok(())
            }
            MapEdit::SetLink {
                function,
                before,
                after,
            } => self.set_link(map, *function, before, after),
            MapEdit::SetAttestations {
                function,
                before,
                after,
            } => {
                let key = self.function_key(map, *function)?;
                if self.attestations(map)?.remove(&key).unwrap_or_default() != *before {
                    let what = "attestations";
                    return Err(Error::Map(Refusal::Changed { what }));
                }
                self.tx
                    .prepare_cached("DELETE FROM map_attestation WHERE function = :key")?
                    .execute(named_params! { ":key": key })?;
                self.insert_attestations(key, after)
            }
        }
    }

    fn move_function(&self, map: i64, function: PartId, from: Seat, to: Seat) -> Result<(), Error> {
        let key = self.function_key(map, function)?;
        let (parent, position) = self.place_of_function(key)?;
        if self.function_key(map, from.parent)? != parent || from.at != position {
            return Err(Error::Map(Refusal::Changed { what: "order" }));
        }
        let into = self.function_key(map, to.parent)?;
        self.close_up(map, parent, position)?;
        self.set_aside_place(key)?;
        self.make_room(map, to, into)?;
        self.tx
            .prepare_cached(
                "UPDATE map_function SET parent = :into, position = :at WHERE key = :key",
            )?
            .execute(named_params! { ":into": into, ":at": to.at, ":key": key })?;
        Ok(())
    }

    fn set_link(
        &self,
        map: i64,
        function: PartId,
        before: &Link,
        after: &Link,
    ) -> Result<(), Error> {
        let key = self.function_key(map, function)?;
        let bytes = |link: &Link| {
            (
                link.standard.map(|id| *id.0.as_bytes()),
                link.element.map(|id| *id.0.as_bytes()),
            )
        };
        let ((was_standard, was_element), (standard, element)) = (bytes(before), bytes(after));
        let changed = self
            .tx
            .prepare_cached(
                "UPDATE map_function
                    SET standard = :standard, element = :element
                  WHERE key = :key AND standard IS :was_standard
                    AND element IS :was_element",
            )?
            .execute(named_params! {
                ":standard": standard,
                ":element": element,
                ":key": key,
                ":was_standard": was_standard,
                ":was_element": was_element,
            })?;
        one(changed, "link")
    }

    fn insert_function(
        &self,
        map: i64,
        parent: Option<i64>,
        position: usize,
        function: &Function,
    ) -> Result<(), Error> {
        self.tx
            .prepare_cached(
                "INSERT INTO map_function (map, id, parent, position, text, individual, standard,
                                           element)
                 VALUES (:map, :id, :parent, :position, :text, :individual, :standard, :element)",
            )?
            .execute(named_params! {
                ":map": map,
                ":id": function.id.0.as_bytes(),
                ":parent": parent,
                ":position": position,
                ":text": function.text,
                ":individual": function.individual,
                ":standard": function.link.standard.map(|id| *id.0.as_bytes()),
                ":element": function.link.element.map(|id| *id.0.as_bytes()),
            })?;
        let key = self.tx.last_insert_rowid();
        self.insert_attestations(key, &function.attestations)?;
        // The domain bounds how deep a map goes.
        for (part, position) in function.parts.iter().zip(0..) {
            self.insert_function(map, Some(key), position, part)?;
        }
        Ok(())
    }

    fn insert_attestations(&self, function: i64, said: &[Attestation]) -> Result<(), Error> {
        for (said, position) in said.iter().zip(0_i64..) {
            self.tx
                .prepare_cached(
                    "INSERT INTO map_attestation (function, position, claim, person, said_on, said_of)
                     VALUES (:function, :position, :claim, :person, :on, :of)",
                )?
                .execute(named_params! {
                    ":function": function,
                    ":position": position,
                    ":claim": said.claim.code(),
                    ":person": said.person,
                    ":on": said.on.to_string(),
                    ":of": said.of,
                })?;
        }
        Ok(())
    }

    /// The parent of a function that is not the purpose, and its position there.
    fn place_of_function(&self, key: i64) -> Result<(i64, usize), Error> {
        let (parent, position) = self
            .tx
            .prepare_cached("SELECT parent, position FROM map_function WHERE key = :key")?
            .query_row(named_params! { ":key": key }, |row| {
                Ok((row.get::<_, Option<i64>>("parent")?, row.get("position")?))
            })?;
        let parent = parent.ok_or(Error::Map(Refusal::Purpose))?;
        Ok((parent, position))
    }

    /// Takes a function out of the count of its siblings until it has its new place.
    fn set_aside_place(&self, key: i64) -> Result<(), Error> {
        self.tx
            .prepare_cached("UPDATE map_function SET parent = NULL WHERE key = :key")?
            .execute(named_params! { ":key": key })?;
        Ok(())
    }

    fn make_room(&self, map: i64, to: Seat, parent: i64) -> Result<(), Error> {
        self.tx
            .prepare_cached(
                "UPDATE map_function
                    SET position = position + 1
                  WHERE parent = :parent AND map = :map AND position >= :at",
            )?
            .execute(named_params! { ":parent": parent, ":map": map, ":at": to.at })?;
        Ok(())
    }

    fn close_up(&self, map: i64, parent: i64, position: usize) -> Result<(), Error> {
        self.tx
            .prepare_cached(
                "UPDATE map_function
                    SET position = position - 1
                  WHERE parent = :parent AND map = :map AND position > :position",
            )?
            .execute(named_params! { ":parent": parent, ":map": map, ":position": position })?;
        Ok(())
    }
}

/// A row that was not there as it was taken to be was changed by somebody else.
fn one(changed: usize, what: &'static str) -> Result<(), Error> {
    match changed {
        1 => Ok(()),
        _ => Err(Error::Map(Refusal::Changed { what })),
    }
}

#[cfg(test)]
mod tests;
