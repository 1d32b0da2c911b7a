//! Assessment instruments: rows in, domain out, and one edit on the rows it concerns.

use domain::ids::{EcId, IecId, PartId};
use domain::iec::draw::Draw;
use domain::iec::edit::{IecEdit, IecList, IecPart, Refusal};
use domain::iec::weights::{Hundredths, Shares};
use domain::iec::{AssessmentInstrument, CriterionKind, Terms};
use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use crate::{Error, Reader, Writer};

mod rows;

impl Reader<'_> {
    /// The instrument of a standard, if it has one.
    pub fn instrument(&self, standard: EcId) -> Result<Option<AssessmentInstrument>, Error> {
        let ec = self.ec_key(standard)?;
        let mut statement = self.tx.prepare_cached("SELECT * FROM iec WHERE ec = :ec")?;
        let mut found = statement.query(named_params! { ":ec": ec })?;
        let Some(row) = found.next()? else {
            return Ok(None);
        };
        let key: i64 = row.get("key")?;
        let id: String = row.get("id")?;
        let terms = Terms {
            shares: Shares {
                minor: Hundredths(row.get("minor_share")?),
                medium: Hundredths(row.get("medium_share")?),
                major: Hundredths(row.get("major_share")?),
            },
            pass_score: row.get::<_, Option<i64>>("pass_score")?.map(Hundredths),
            judged: self.judged(key)?,
            minutes: row.get("minutes")?,
            draw: match row.get::<_, Option<String>>("draw_key")? {
                Some(key) => Some(Draw {
                    key,
                    each: row.get("draw_each")?,
                }),
                None => None,
            },
        };
        let instrument = AssessmentInstrument {
            id: id.parse().map_err(|_| Error::Corrupt { what: "id" })?,
            standard,
            terms,
            situations: self.situations(key)?,
            tools: self.tools(key)?,
            items: self.items(key)?,
            questions: self.questions(key)?,
            annexes: self.annexes(key)?,
        };
        match instrument.is_whole() {
            true => Ok(Some(instrument)),
            false => Err(Error::Corrupt { what: "instrument" }),
        }
    }

    fn judged(&self, iec: i64) -> Result<Vec<CriterionKind>, Error> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT kind FROM iec_judged WHERE iec = :iec")?;
        let mut rows = statement.query(named_params! { ":iec": iec })?;
        let mut kinds = Vec::new();
        while let Some(row) = rows.next()? {
            kinds.push(word(row, "kind", CriterionKind::from_code)?);
        }
        kinds.sort_unstable();
        Ok(kinds)
    }

    fn iec_key(&self, id: IecId) -> Result<i64, Error> {
        self.tx
            .prepare_cached("SELECT key FROM iec WHERE id = :id")?
            .query_row(named_params! { ":id": id.to_string() }, |row| row.get(0))
            .optional()?
            .ok_or(Error::Missing { what: "instrument" })
    }
}

impl Writer<'_> {
    /// Takes in an instrument, whole.
    pub fn insert_instrument(&self, instrument: &AssessmentInstrument) -> Result<(), Error> {
        let ec = self.ec_key(instrument.standard)?;
        if self.instrument(instrument.standard)?.is_some() {
            return Err(Error::Doubled { what: "instrument" });
        }
        self.tx
            .prepare_cached(
                "INSERT INTO iec (id, ec, minor_share, medium_share, major_share)
                 VALUES (:id, :ec, 0, 0, 0)",
            )?
            .execute(named_params! { ":id": instrument.id.to_string(), ":ec": ec })?;
        let iec = self.tx.last_insert_rowid();
        self.write_terms(iec, &instrument.terms)?;
        let situations = instrument.situations.iter().cloned();
        let tools = instrument.tools.iter().cloned();
        let items = instrument.items.iter().cloned();
        let questions = instrument.questions.iter().cloned();
        let annexes = instrument.annexes.iter().cloned();
        let parts = situations
            .map(IecPart::Situation)
            .enumerate()
            .chain(tools.map(IecPart::Tool).enumerate())
            .chain(items.map(IecPart::Item).enumerate())
            .chain(questions.map(IecPart::Question).enumerate())
            .chain(annexes.map(IecPart::Annex).enumerate());
        for (at, part) in parts {
            self.insert_iec_part(iec, at, &part)?;
        }
        Ok(())
    }

    /// Makes one edit on an instrument. One that does not fit what stands there is refused, and then
    /// the write it is part of should be given up.
    pub fn apply_iec_edit(&self, id: IecId, edit: &IecEdit) -> Result<(), Error> {
        let iec = self.iec_key(id)?;
        match edit {
            IecEdit::SetTerms { after, .. } => self.write_terms(iec, after),
            IecEdit::Add { at, part } => {
                self.slide_iec(iec, part.list(), *at, i64::MAX, 1)?;
                self.insert_iec_part(iec, *at, part)
            }
            IecEdit::Remove { part } => {
                let at = self.iec_position(iec, part.list(), part.id())?;
                self.delete_iec_part(iec, part)?;
                self.slide_iec(iec, part.list(), at + 1, i64::MAX, -1)
            }
            IecEdit::Change { before, after } => {
                let at = self.iec_position(iec, before.list(), before.id())?;
                self.delete_iec_part(iec, before)?;
                self.insert_iec_part(iec, at, after)
            }
            IecEdit::Move {
                list,
                part,
                from,
                to,
            } => {
                if self.iec_position(iec, *list, *part)? != *from {
                    return Err(Error::Iec(Refusal::Changed { what: list.code() }));
                }
                let edge = |at: usize| i64::try_from(at).unwrap_or(i64::MAX);
                match from < to {
                    true => self.slide_iec(iec, *list, from + 1, edge(*to), -1)?,
                    false => self.slide_iec(iec, *list, *to, edge(*from), 1)?,
                }
                let table = rows::table(*list);
                self.tx
                    .prepare_cached(&format!(
                        "UPDATE {table} SET position = :to WHERE iec = :iec AND id = :id"
                    ))?
                    .execute(named_params! {
                        ":to": to, ":iec": iec, ":id": part.0.as_bytes(),
                    })?;
                Ok(())
            }
        }
    }

    fn write_terms(&self, iec: i64, terms: &Terms) -> Result<(), Error> {
        self.tx
            .prepare_cached(
                "UPDATE iec
                    SET minor_share = :minor,
                        medium_share = :medium,
                        major_share = :major,
                        pass_score = :pass,
                        minutes = :minutes,
                        draw_key = :draw_key,
                        draw_each = :draw_each
                  WHERE key = :iec",
            )?
            .execute(named_params! {
                ":minor": terms.shares.minor.0,
                ":medium": terms.shares.medium.0,
                ":major": terms.shares.major.0,
                ":pass": terms.pass_score.map(|score| score.0),
                ":minutes": terms.minutes,
                ":draw_key": terms.draw.as_ref().map(|draw| &draw.key),
                ":draw_each": terms.draw.as_ref().and_then(|draw| draw.each),
                ":iec": iec,
            })?;
        self.tx
            .prepare_cached("DELETE FROM iec_judged WHERE iec = :iec")?
            .execute(named_params! { ":iec": iec })?;
        for kind in &terms.judged {
            self.tx
                .prepare_cached("INSERT INTO iec_judged (iec, kind) VALUES (:iec, :kind)")?
                .execute(named_params! { ":iec": iec, ":kind": kind.code() })?;
        }
        Ok(())
    }

    fn iec_position(&self, iec: i64, list: IecList, id: PartId) -> Result<usize, Error> {
        let table = rows::table(list);
        self.tx
            .prepare_cached(&format!(
                "SELECT position FROM {table} WHERE iec = :iec AND id = :id"
            ))?
            .query_row(
                named_params! { ":iec": iec, ":id": id.0.as_bytes() },
                |row| row.get(0),
            )
            .optional()?
            .ok_or(Error::Iec(Refusal::Changed { what: list.code() }))
    }

    /// Moves the parts at these positions, both included, by one.
    fn slide_iec(
        &self,
        iec: i64,
        list: IecList,
        first: usize,
        last: i64,
        by: i64,
    ) -> Result<(), Error> {
        let table = rows::table(list);
        self.tx
            .prepare_cached(&format!(
                "UPDATE {table}
                    SET position = position + :by
                  WHERE iec = :iec AND position BETWEEN :first AND :last"
            ))?
            .execute(named_params! { ":by": by, ":iec": iec, ":first": first, ":last": last })?;
        Ok(())
    }
}

/// A word of a vocabulary in a row.
fn word<T>(
    row: &rusqlite::Row<'_>,
    column: &'static str,
    known: fn(&str) -> Option<T>,
) -> Result<T, Error> {
    let word = row.get_ref(column)?;
    let word = word.as_str().map_err(rusqlite::Error::from)?;
    known(word).ok_or(Error::Corrupt { what: column })
}

/// An id in a row.
fn part_id(row: &rusqlite::Row<'_>, column: &str) -> Result<PartId, Error> {
    Ok(PartId(Uuid::from_bytes(row.get(column)?)))
}

/// An id in a row, where there may be none.
fn maybe_id(row: &rusqlite::Row<'_>, column: &str) -> Result<Option<PartId>, Error> {
    let bytes: Option<[u8; 16]> = row.get(column)?;
    Ok(bytes.map(|bytes| PartId(Uuid::from_bytes(bytes))))
}

#[cfg(test)]
mod tests;
