//! Findings that a person set aside, and took up again: said once, and kept said.

use domain::edition::Digest;
use domain::ids::{EcId, PartId};
use domain::vocabulary;
use rusqlite::named_params;
use uuid::Uuid;

use crate::{Error, Reader, Writer, seal};

/// The word of an act that sets a finding aside; a row of what was set aside goes with each.
pub const SET_ASIDE_ACT: &str = "SET_ASIDE";

/// The word of an act that takes one up again.
pub const TAKEN_UP_ACT: &str = "TAKEN_UP";

vocabulary! {
    /// Why a finding does not count.
    pub enum SetAsideKind {
        /// It is so, and there is a reason for it. For warnings and advice.
        Justified = "JUSTIFIED",
        /// It is not so.
        FalseAlarm = "FALSE_ALARM",
    }
}

/// A finding set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// On which standard.
    pub ec: EcId,
    /// The rule that found it.
    pub rule: String,
    /// Where, as people cite it.
    pub place: String,
    /// In which part, which may have moved since.
    pub part: Option<PartId>,
    /// Of which text: when the text changes, the finding counts again.
    pub fingerprint: Digest,
    /// Why.
    pub kind: SetAsideKind,
    /// Who said so.
    pub by: String,
    /// In which words.
    pub reason: String,
    /// When it was written down, in UTC.
    pub at: String,
}

/// A finding taken up again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Who said so.
    pub by: String,
    /// In which words.
    pub reason: String,
    /// When it was written down, in UTC.
    pub at: String,
}

impl SetAside {
    fn sealed(&self) -> [u8; 32] {
        let part = self.part.map(|part| part.to_string()).unwrap_or_default();
        seal(&[
            self.ec.to_string().as_bytes(),
            self.rule.as_bytes(),
            self.place.as_bytes(),
            part.as_bytes(),
            &self.fingerprint.0,
            self.kind.code().as_bytes(),
            self.by.as_bytes(),
            self.reason.as_bytes(),
            self.at.as_bytes(),
        ])
    }
}

impl Withdrawal {
    fn sealed(&self, key: i64) -> [u8; 32] {
        seal(&[
            &key.to_be_bytes(),
            self.by.as_bytes(),
            self.reason.as_bytes(),
            self.at.as_bytes(),
        ])
    }
}

impl Reader<'_> {
    /// Everything set aside on a standard, oldest first, each with its withdrawal if there is one.
    pub fn set_asides(&self, id: EcId) -> Result<Vec<(i64, SetAside, Option<Withdrawal>)>, Error> {
        let ec = self.ec_key(id)?;
        let mut statement = self.tx.prepare_cached(
            "SELECT set_aside.*,
                    set_aside_withdrawal.said_by    AS withdrawn_by,
                    set_aside_withdrawal.reason     AS withdrawn_reason,
                    set_aside_withdrawal.written_at AS withdrawn_at,
                    set_aside_withdrawal.seal       AS withdrawn_seal
               FROM set_aside
               LEFT JOIN set_aside_withdrawal ON set_aside_withdrawal.set_aside = set_aside.key
              WHERE ec = :ec
              ORDER BY set_aside.key",
        )?;
        let mut rows = statement.query(named_params! { ":ec": ec })?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get("kind")?;
            let part: Option<[u8; 16]> = row.get("part")?;
            let withdrawn: Option<String> = row.get("withdrawn_by")?;
            let mut sound = true;
            let withdrawal = match withdrawn {
                Some(by) => {
                    let withdrawal = Withdrawal {
                        by,
                        reason: row.get("withdrawn_reason")?,
                        at: row.get("withdrawn_at")?,
                    };
                    let kept: [u8; 32] = row.get("withdrawn_seal")?;
                    sound = kept == withdrawal.sealed(row.get("key")?);
                    Some(withdrawal)
                }
                None => None,
            };
            let set_aside = SetAside {
                ec: id,
                rule: row.get("rule")?,
                place: row.get("place")?,
                part: part.map(|bytes| PartId(Uuid::from_bytes(bytes))),
                fingerprint: Digest(row.get("fingerprint")?),
                kind: SetAsideKind::from_code(&kind).ok_or(Error::Corrupt { what: "kind" })?,
                by: row.get("said_by")?,
                reason: row.get("reason")?,
                at: row.get("written_at")?,
            };
            if !sound || row.get::<_, [u8; 32]>("seal")? != set_aside.sealed() {
                return Err(Error::Corrupt {
                    what: "set aside finding",
                });
            }
            all.push((row.get("key")?, set_aside, withdrawal));
        }
        Ok(all)
    }
}

impl Writer<'_> {
    /// Sets a finding aside, and answers by which key it can be taken up again.
    pub fn set_aside(&self, set_aside: &SetAside) -> Result<i64, Error> {
        let ec = self.ec_key(set_aside.ec)?;
        self.tx
            .prepare_cached(
                "INSERT INTO set_aside (ec, rule, place, part, fingerprint, kind, said_by, reason,
                                        written_at, seal)
                 VALUES (:ec, :rule, :place, :part, :fingerprint, :kind, :by, :reason, :at, :seal)",
            )?
            .execute(named_params! {
                ":ec": ec,
                ":rule": set_aside.rule,
                ":place": set_aside.place,
                ":part": set_aside.part.map(|part| *part.0.as_bytes()),
                ":fingerprint": set_aside.fingerprint.0,
                ":kind": set_aside.kind.code(),
                ":by": set_aside.by,
                ":reason": set_aside.reason,
                ":at": set_aside.at,
                ":seal": set_aside.sealed(),
            })?;
        Ok(self.tx.last_insert_rowid())
    }

    /// Takes a finding up again.
    pub fn withdraw(&self, key: i64, withdrawal: &Withdrawal) -> Result<(), Error> {
        let known = self
            .tx
            .prepare_cached("SELECT 1 FROM set_aside WHERE key = :key")?
            .exists(named_params! { ":key": key })?;
        if !known {
            return Err(Error::Missing {
                what: "set aside finding",
            });
        }
        self.tx
            .prepare_cached(
                "INSERT INTO set_aside_withdrawal (set_aside, said_by, reason, written_at, seal)
                 VALUES (:key, :by, :reason, :at, :seal)",
            )?
            .execute(named_params! {
                ":key": key,
                ":by": withdrawal.by,
                ":reason": withdrawal.reason,
                ":at": withdrawal.at,
                ":seal": withdrawal.sealed(key),
            })
            .map_err(|error| match error {
                error if Error::is_doubled(&error) => Error::Doubled { what: "withdrawal" },
                error => Error::from(error),
            })?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::Ids;

    use super::*;
    use crate::Store;
    use crate::sample::standard;

    fn example(ec: EcId, part: Option<PartId>) -> SetAside {
        SetAside {
            ec,
            rule: "EC-R-36".to_owned(),
            place: "E1-D1".to_owned(),
            part,
            fingerprint: Digest::of(b"Revisa la bicicleta:"),
            kind: SetAsideKind::Justified,
            by: "Ana".to_owned(),
            reason: "Así lo dice el sector".to_owned(),
            at: "2026-07-03T10:00:00.000Z".to_owned(),
        }
    }

    #[test]
    fn what_was_set_aside_is_kept_and_so_is_its_withdrawal() {
        let mut store = Store::memory().unwrap();
        let mut ids = Ids::fixed();
        let (ec, part) = (ids.ec(), ids.part());
        let (first, second) = (example(ec, Some(part)), example(ec, None));
        let withdrawal = Withdrawal {
            by: "Eva".to_owned(),
            reason: "Ya no".to_owned(),
            at: "2026-07-04T10:00:00.000Z".to_owned(),
        };

        let kept = store
            .write(|writer| {
                writer.insert_standard(ec, &standard(&mut Ids::fixed()))?;
                let key = writer.set_aside(&first)?;
                writer.set_aside(&second)?;
                writer.withdraw(key, &withdrawal)?;
                writer.set_asides(ec)
            })
            .unwrap();

        let kept: Vec<_> = kept.into_iter().map(|(_, it, gone)| (it, gone)).collect();
        assert_eq!(kept, [(first, Some(withdrawal)), (second, None)]);
    }

    #[test]
    fn a_finding_is_taken_up_again_once() {
        let mut store = Store::memory().unwrap();
        let ec = Ids::fixed().ec();
        let withdrawal = Withdrawal {
            by: "Eva".to_owned(),
            reason: String::new(),
            at: String::new(),
        };
        let key = store
            .write(|writer| {
                writer.insert_standard(ec, &standard(&mut Ids::fixed()))?;
                let key = writer.set_aside(&example(ec, None))?;
                writer.withdraw(key, &withdrawal)?;
                Ok::<_, Error>(key)
            })
            .unwrap();

        let again = store.write(|writer| writer.withdraw(key, &withdrawal));
        let unknown = store.write(|writer| writer.withdraw(key + 1, &withdrawal));

        assert!(matches!(again, Err(Error::Doubled { .. })));
        assert!(matches!(unknown, Err(Error::Missing { .. })));
        for sql in [
            "UPDATE set_aside SET reason = ''",
            "DELETE FROM set_aside",
            "UPDATE set_aside_withdrawal SET reason = ''",
            "DELETE FROM set_aside_withdrawal",
        ] {
            assert!(store.conn.execute_batch(sql).is_err(), "{sql}");
        }
    }
}
