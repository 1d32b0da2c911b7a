//! One edit, on the rows it concerns and no other.
//!
//! The domain has already made the edit in memory and allowed it; here it is made again in the file,
//! and what no longer stands there is refused with the domain's own refusal. That both come to the
//! same is tested with edits taken at random.

use chrono::NaiveDate;
use domain::ec::edit::{Edit, Refusal};
use domain::ec::part::{Field, List, ListOf, Part};
use domain::ec::{Duration, KnowledgeLevel};
use domain::ids::{EcId, PartId};
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::parts::{COLUMNS, Kind, PartRow, Slot, owner_kind, part_row};
use crate::{Error, Reader, Writer};

/// A list found in the file: the standard, its owner there, and which one.
#[derive(Clone, Copy)]
struct Found {
    ec: i64,
    owner: Option<i64>,
    list: List,
}

impl Found {
    fn changed(self) -> Error {
        changed(self.list.code())
    }
}

fn changed(field: &'static str) -> Error {
    Error::Edit(Refusal::Changed { field })
}

fn no_such(what: &'static str) -> Error {
    Error::Edit(Refusal::NoSuchPlace { what })
}

impl Reader<'_> {
    fn part_by_id(&self, ec: i64, id: PartId) -> Result<Option<PartRow>, Error> {
        let mut statement = self.tx.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM ec_part WHERE ec = :ec AND id = :id"
        ))?;
        let id = named_params! { ":ec": ec, ":id": id.0.as_bytes() };
        let mut rows = statement.query(id)?;
        rows.next()?.map(part_row).transpose()
    }

    fn list(&self, ec: i64, of: ListOf) -> Result<Found, Error> {
        let missing = || no_such(of.list.code());
        let owner = match (of.owner, owner_kind(of.list)) {
            (None, None) => None,
            (Some(id), Some(kinds)) => {
                let owner = self.part_by_id(ec, id)?.ok_or_else(missing)?;
                if !kinds.contains(&owner.list) {
                    return Err(missing());
                }
                Some(owner.key)
            }
            (None, Some(_)) | (Some(_), None) => return Err(missing()),
        };
        Ok(Found {
            ec,
            owner,
            list: of.list,
        })
    }

    fn length(&self, of: Found) -> Result<usize, Error> {
        let length = self
            .tx
            .prepare_cached(
                "SELECT count(*)
                   FROM ec_part
                  WHERE parent IS :owner AND ec = :ec AND list = :list",
            )?
            .query_row(
                named_params! { ":owner": of.owner, ":ec": of.ec, ":list": of.list.code() },
                |row| row.get(0),
            )?;
        Ok(length)
    }

    /// The parts of a list that have a number: row, first number, second number.
    fn numbered(&self, of: Found) -> Result<Vec<(i64, u32, u32)>, Error> {
        if !Kind::of(of.list).is_numbered() {
            return Ok(Vec::new());
        }
        let mut statement = self.tx.prepare_cached(
            "SELECT key, number, count
               FROM ec_part
              WHERE parent IS :owner AND ec = :ec AND list = :list
              ORDER BY position",
        )?;
        let rows = statement.query_map(
            named_params! { ":owner": of.owner, ":ec": of.ec, ":list": of.list.code() },
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Makes one edit on a standard. One that does not fit what stands there is refused, and then
    /// the write it is part of should be given up.
    pub fn apply_edit(&self, id: EcId, edit: &Edit) -> Result<(), Error> {
        let ec = self.ec_key(id)?;
        match edit {
            Edit::Write {
                part: None,
                field,
                before,
                after,
            } => self.write_general(ec, *field, before, after),
            Edit::Write {
                part: Some(part),
                field,
                before,
                after,
            } => self.write_part(ec, *part, *field, before, after),
            Edit::Add {
                into,
                at,
                part,
                numbers,
            } => self.add(self.list(ec, *into)?, *at, part, numbers.as_deref()),
            Edit::Remove {
                from,
                part,
                numbers,
            } => self.remove(self.list(ec, *from)?, part, numbers.as_deref()),
            Edit::Move {
                within,
                part,
                from,
                to,
                numbers,
            } => {
                let list = self.list(ec, *within)?;
                self.shift(list, *part, *from, *to)?;
                self.number(list, numbers.as_deref())
            }
            Edit::Number {
                list,
                before,
                after,
            } => {
                let list = self.list(ec, *list)?;
                if self.numbers(list)? != *before {
                    return Err(list.changed());
                }
                self.number(list, after.as_deref())
            }
            Edit::SetDuration { before, after } => self.set_duration(ec, before, after),
            Edit::SetPrinted { before, after } => {
                if self.printed_form(ec)? != *before {
                    return Err(changed("printed"));
                }
                self.write_printed_form(ec, after.as_ref())
            }
            Edit::SetColon { part, after } => self.set_colon(ec, *part, *after),
        }
    }

    fn write_general(&self, ec: i64, field: Field, before: &str, after: &str) -> Result<(), Error> {
        let bad = || {
            Error::Edit(Refusal::BadValue {
                field: field.code(),
                value: after.chars().take(80).collect(),
            })
        };
        let column = general_column(field).ok_or_else(|| no_such(field.code()))?;
        let now: Option<String> = self
            .tx
            .prepare_cached(&format!(
                "SELECT CAST({column} AS TEXT) FROM ec WHERE key = :ec"
            ))?
            .query_row(named_params! { ":ec": ec }, |row| row.get(0))?;
        if now.as_deref().unwrap_or_default() != before {
            return Err(changed(field.code()));
        }
        let value = match field {
            Field::SncLevel | Field::ApprovalDate | Field::PublicationDate if after.is_empty() => {
                Value::Null
            }
            Field::SncLevel => {
                let level = after.parse().ok().filter(|level| (1..=5).contains(level));
                Value::Integer(level.ok_or_else(bad)?)
            }
            Field::ApprovalDate | Field::PublicationDate => {
                let day: NaiveDate = after.parse().map_err(|_| bad())?;
                Value::Text(day.to_string())
            }
            _ => Value::Text(after.to_owned()), // Every other is a text.
        };
        self.tx
            .prepare_cached(&format!("UPDATE ec SET {column} = :value WHERE key = :ec"))?
            .execute(named_params! { ":ec": ec, ":value": value })?;
        Ok(())
    }

    fn write_part(
        &self,
        ec: i64,
        part: PartId,
        field: Field,
        before: &str,
        after: &str,
    ) -> Result<(), Error> {
        let missing = || no_such(field.code());
        let row = self.part_by_id(ec, part)?.ok_or_else(missing)?;
        let column = part_column(Kind::of(row.list), field).ok_or_else(missing)?;
        let key = named_params! { ":key": row.key };
        let now: String = self
            .tx
            .prepare_cached(&format!("SELECT {column} FROM ec_part WHERE key = :key"))?
            .query_row(key, |row| row.get(0))?;
        if now != before {
            return Err(changed(field.code()));
        }
        self.tx
            .prepare_cached(&format!(
                "UPDATE ec_part SET {column} = :text WHERE key = :key"
            ))?
            .execute(named_params! { ":key": row.key, ":text": after })?;
        if field == Field::Level {
            let level = KnowledgeLevel::from_printed(after).map(KnowledgeLevel::code);
            self.tx
                .prepare_cached("UPDATE ec_part SET level = :level WHERE key = :key")?
                .execute(named_params! { ":key": row.key, ":level": level })?;
        }
        Ok(())
    }

    fn add(
        &self,
        list: Found,
        at: usize,
        part: &Part,
        numbers: Option<&[u32]>,
    ) -> Result<(), Error> {
        if at > self.length(list)? {
            return Err(list.changed());
        }
        if kind_of(part) != Kind::of(list.list) {
            let list = list.list.code();
            return Err(Error::Edit(Refusal::WrongKind { list }));
        }
        self.slide(list, at, usize::MAX, 1)?;
        let slot = Slot {
            ec: list.ec,
            parent: list.owner,
            list: list.list,
            position: at,
        };
        self.insert_part(slot, part)?;
        self.number(list, numbers)
    }

    fn remove(&self, list: Found, part: &Part, numbers: Option<&[u32]>) -> Result<(), Error> {
        let row = self.in_list(list, part.id())?;
        let (key, position) = (row.key, row.position);
        if self.part(row)? != *part {
            return Err(list.changed());
        }
        self.tx
            .prepare_cached("DELETE FROM ec_part WHERE key = :key")?
            .execute(named_params! { ":key": key })?;
        self.slide(list, position, usize::MAX, -1)?;
        self.number(list, numbers)
    }

    fn shift(&self, list: Found, part: PartId, from: usize, to: usize) -> Result<(), Error> {
        let row = self.in_list(list, part)?;
        if row.position != from || to >= self.length(list)? {
            return Err(list.changed());
        }
        if from < to {
            self.slide(list, from + 1, to, -1)?;
        } else {
            self.slide(list, to, from, 1)?;
        }
        self.tx
            .prepare_cached("UPDATE ec_part SET position = :to WHERE key = :key")?
            .execute(named_params! { ":key": row.key, ":to": to })?;
        Ok(())
    }

    fn set_duration(&self, ec: i64, before: &Duration, after: &Duration) -> Result<(), Error> {
        let now = self
            .tx
            .prepare_cached(
                "SELECT duration_printed, desk_minutes, field_minutes, printed_total_minutes
                   FROM ec
                  WHERE key = :ec",
            )?
            .query_row(named_params! { ":ec": ec }, |row| {
                Ok(Duration {
                    printed: row.get(0)?,
                    desk_minutes: row.get(1)?,
                    field_minutes: row.get(2)?,
                    printed_total_minutes: row.get(3)?,
                })
            })?;
        if now != *before {
            return Err(changed("duration"));
        }
        self.tx
            .prepare_cached(
                "UPDATE ec
                    SET duration_printed = :printed,
                        desk_minutes = :desk,
                        field_minutes = :field,
                        printed_total_minutes = :total
                  WHERE key = :ec",
            )?
            .execute(named_params! {
                ":ec": ec,
                ":printed": after.printed,
                ":desk": after.desk_minutes,
                ":field": after.field_minutes,
                ":total": after.printed_total_minutes,
            })?;
        Ok(())
    }

    fn set_colon(&self, ec: i64, part: PartId, after: bool) -> Result<(), Error> {
        let row = self
            .part_by_id(ec, part)?
            .filter(|row| matches!(Kind::of(row.list), Kind::Attitude | Kind::Glossary))
            .ok_or_else(|| no_such("colon"))?;
        self.tx
            .prepare_cached("UPDATE ec_part SET colon = :colon WHERE key = :key")?
            .execute(named_params! { ":key": row.key, ":colon": after })?;
        Ok(())
    }

    /// The part of that id, if it stands in that list.
    fn in_list(&self, list: Found, part: PartId) -> Result<PartRow, Error> {
        self.part_by_id(list.ec, part)?
            .filter(|row| row.parent == list.owner && row.list == list.list)
            .ok_or_else(|| list.changed())
    }

    /// Moves the parts at these positions, both included, by one.
    fn slide(&self, list: Found, first: usize, last: usize, by: i64) -> Result<(), Error> {
        self.tx
            .prepare_cached(
                "UPDATE ec_part
                    SET position = position + :by
                  WHERE parent IS :owner AND ec = :ec AND list = :list
                    AND position BETWEEN :first AND :last",
            )?
            .execute(named_params! {
                ":owner": list.owner,
                ":ec": list.ec,
                ":list": list.list.code(),
                ":first": first,
                ":last": i64::try_from(last).unwrap_or(i64::MAX),
                ":by": by,
            })?;
        Ok(())
    }

    /// The printed numbers; for elements, «1 de 3» as index and count in turn.
    fn numbers(&self, list: Found) -> Result<Vec<u32>, Error> {
        let rows = self.numbered(list)?;
        Ok(match Kind::of(list.list) {
            Kind::Element => rows.iter().flat_map(|(_, n, of)| [*n, *of]).collect(),
            _ => rows.iter().map(|(_, n, _)| *n).collect(), // Every other has one a part.
        })
    }

    /// Sets the printed numbers, or counts from one; rows that have theirs already are let be.
    fn number(&self, list: Found, numbers: Option<&[u32]>) -> Result<(), Error> {
        let rows = self.numbered(list)?;
        let length = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let is_element = list.list == List::Elements;
        for ((key, number, count), (at, place)) in rows.into_iter().zip((0..).zip(1..)) {
            let new = match numbers {
                None if is_element => Some((place, length)),
                None => Some((place, 0)),
                Some(numbers) if is_element => numbers
                    .get(2 * at..2 * at + 2)
                    .map(|pair| (pair[0], pair[1])),
                Some(numbers) => numbers.get(at).map(|number| (*number, 0)),
            };
            if let Some((new_number, new_count)) = new
                && (new_number, new_count) != (number, count)
            {
                self.tx
                    .prepare_cached(
                        "UPDATE ec_part SET number = :number, count = :count WHERE key = :key",
                    )?
                    .execute(named_params! {
                        ":key": key, ":number": new_number, ":count": new_count,
                    })?;
            }
        }
        Ok(())
    }
}

fn kind_of(part: &Part) -> Kind {
    match part {
        Part::Element(_) => Kind::Element,
        Part::Criterion(_) => Kind::Criterion,
        Part::Knowledge(_) => Kind::Knowledge,
        Part::Attitude(_) => Kind::Attitude,
        Part::Contingency(_) => Kind::Contingency,
        Part::Glossary(_) => Kind::Glossary,
        Part::Classified(_) => Kind::Classified,
        Part::Line(_) => Kind::Line,
    }
}

/// Where the standard's own texts are.
fn general_column(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Code => "code",
        Field::Title => "title",
        Field::Purpose => "purpose",
        Field::GeneralDescription => "general_description",
        Field::UpdateParagraph => "update_paragraph",
        Field::SncLevel => "snc_level",
        Field::LevelText => "level_text",
        Field::Committee => "committee",
        Field::ApprovalDate => "approval_date",
        Field::PublicationDate => "publication_date",
        Field::ReviewPeriod => "review_period",
        Field::CertificateValidity => "certificate_validity",
        Field::Text
        | Field::Name
        | Field::Manner
        | Field::Level
        | Field::Situation
        | Field::Term
        | Field::Definition => return None,
    })
}

/// Where a part's texts are; see the table in [`crate::parts`].
fn part_column(kind: Kind, field: Field) -> Option<&'static str> {
    Some(match (kind, field) {
        (Kind::Element, Field::Title)
        | (Kind::Criterion | Kind::Knowledge | Kind::Line, Field::Text)
        | (Kind::Contingency, Field::Situation)
        | (Kind::Attitude, Field::Manner)
        | (Kind::Glossary, Field::Definition) => "text",
        (Kind::Element | Kind::Classified, Field::Code) => "code",
        (Kind::Attitude | Kind::Classified, Field::Name) | (Kind::Glossary, Field::Term) => "name",
        (Kind::Knowledge, Field::Level) => "aside",
        _ => return None, // A part has no other texts.
    })
}

#[cfg(test)]
mod tests;
