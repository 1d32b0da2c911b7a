//! The register: every standard in one line, with where its case stands.
//!
//! The state of a case is read off its acts, never stored: it is the word of the last act that is a
//! state of the road. An index over the acts that are no edits keeps that short.

use domain::ids::EcId;
use rusqlite::named_params;

use crate::ecs::ec_id;
use crate::{Error, Reader};

/// One standard of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which one.
    pub id: EcId,
    /// Its code: the last it was assigned on its road, or else the one in its text; empty until it
    /// has one.
    pub code: String,
    /// The code of the document it was read from; empty if it was not.
    pub source_code: String,
    /// Its title.
    pub title: String,
    /// 1 to 5.
    pub level: Option<u8>,
    /// Its committee.
    pub committee: String,
    /// Where its case stands, in the words of the road; nothing before the first act.
    pub state: Option<String>,
    /// The day it got there.
    pub since: Option<String>,
}

/// Which standards are asked for; the default is all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// In this state.
    pub state: Option<String>,
    /// Of this level.
    pub level: Option<u8>,
    /// Of this committee, as written.
    pub committee: Option<String>,
    /// At most so many.
    pub limit: Option<usize>,
    /// After skipping so many.
    pub from: usize,
}

/// What the reviewer needs of every other standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// Which one.
    pub id: EcId,
    /// Its code, or else the code of the document it was read from.
    pub code: String,
    /// Its title.
    pub title: String,
    /// 1 to 5.
    pub level: Option<u8>,
}

/// Every standard with the last act of its case that moved it, and the last code it was assigned. An
/// act that enters what already existed, or takes a case back, says in its body which state that is.
macro_rules! register {
    ($rest:literal) => {
        concat!(
            "WITH register AS (
                 SELECT ec.key, ec.id, ec.source_code, ec.title, ec.snc_level, ec.committee,
                        COALESCE((SELECT iif(json_valid(coded.body), coded.body ->> '$.code', NULL)
                                    FROM act AS coded
                                   WHERE coded.chain = chain.key AND coded.act = 'CODED'
                                   ORDER BY coded.number DESC
                                   LIMIT 1), ec.code) AS code,
                        act.done_on AS since,
                        CASE
                            WHEN act.act IN ('REGISTERED_AS_FOUND', 'RESTORED')
                            THEN act.body ->> '$.state'
                            ELSE act.act
                        END AS state
                   FROM ec
                   LEFT JOIN chain ON chain.name = ec.id
                   LEFT JOIN act ON act.key = (SELECT moved.key
                                                 FROM act AS moved
                                                WHERE moved.chain = chain.key
                                                  AND moved.act <> 'EDIT'
                                                  AND moved.act <> 'UNDO'
                                                  AND moved.act <> 'REDO'
                                                  AND moved.act IN (SELECT word FROM ec_act)
                                                ORDER BY moved.number DESC
                                                LIMIT 1)
             ) ",
            $rest
        )
    };
}

impl Reader<'_> {
    /// The standards of the register, by code and title; those without a code come last.
    pub fn standards(&self, filter: &Filter) -> Result<Vec<Row>, Error> {
        let mut statement = self.tx.prepare_cached(register!(
            "SELECT *
               FROM register
              WHERE (:state IS NULL OR state = :state)
                AND (:level IS NULL OR snc_level = :level)
                AND (:committee IS NULL OR committee = :committee)
              ORDER BY code = '' AND source_code = '', code || source_code, title, key
              LIMIT :limit OFFSET :from"
        ))?;
        let limit = filter.limit.unwrap_or(usize::MAX);
        let mut rows = statement.query(named_params! {
            ":state": filter.state,
            ":level": filter.level,
            ":committee": filter.committee,
            ":limit": i64::try_from(limit).unwrap_or(i64::MAX),
            ":from": i64::try_from(filter.from).unwrap_or(i64::MAX),
        })?;
        let mut register = Vec::new();
        while let Some(row) = rows.next()? {
            register.push(row_from(row)?);
        }
        Ok(register)
    }

    /// One line of the register.
    pub fn row(&self, id: EcId) -> Result<Row, Error> {
        let mut statement = self
            .tx
            .prepare_cached(register!("SELECT * FROM register WHERE id = :id"))?;
        let mut rows = statement.query(named_params! { ":id": id.to_string() })?;
        match rows.next()? {
            Some(row) => row_from(row),
            None => Err(Error::Missing { what: "standard" }),
        }
    }

    /// How many standards are in each state, by the state's word; those without one are left out.
    pub fn counts(&self) -> Result<Vec<(String, u64)>, Error> {
        let mut statement = self.tx.prepare_cached(register!(
            "SELECT state, count(*)
               FROM register
              WHERE state IS NOT NULL
              GROUP BY state
              ORDER BY state"
        ))?;
        let counts = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(counts.collect::<Result<_, _>>()?)
    }

    /// Code, title and level of every standard.
    pub fn registered(&self) -> Result<Vec<Registered>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT ec.id, ec.title, ec.snc_level,
                    COALESCE((SELECT iif(json_valid(coded.body), coded.body ->> '$.code', NULL)
                                FROM act AS coded
                               WHERE coded.chain = chain.key AND coded.act = 'CODED'
                               ORDER BY coded.number DESC
                               LIMIT 1), iif(ec.code = '', ec.source_code, ec.code)) AS code
               FROM ec
               LEFT JOIN chain ON chain.name = ec.id
              ORDER BY ec.key",
        )?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(Registered {
                id: ec_id(row, "id")?,
                code: row.get("code")?,
                title: row.get("title")?,
                level: row.get("snc_level")?,
            });
        }
        Ok(all)
    }

    /// The standards a person may mean by a code, by the code of the document they were read from,
    /// or by an id; those that bear the code themselves first: in their text, or by the act that
    /// assigned it.
    pub fn find(&self, word: &str) -> Result<Vec<EcId>, Error> {
        let word = word.trim();
        if word.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.tx.prepare_cached(
            "WITH coded AS (
                 SELECT chain.name
                   FROM act
                   JOIN chain ON chain.key = act.chain
                  WHERE act.act = 'CODED'
                    AND iif(json_valid(act.body), act.body ->> '$.code', NULL) = :upper
             )
             SELECT id
               FROM ec
              WHERE code = :upper OR source_code = :upper OR id = :lower
                 OR id IN (SELECT name FROM coded)
              ORDER BY code = :upper OR id IN (SELECT name FROM coded) DESC, key",
        )?;
        let mut rows = statement.query(named_params! {
            ":upper": word.to_uppercase(),
            ":lower": word.to_lowercase(),
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(ec_id(row, "id")?);
        }
        Ok(found)
    }
}

fn row_from(row: &rusqlite::Row<'_>) -> Result<Row, Error> {
    Ok(Row {
        id: ec_id(row, "id")?,
        code: row.get("code")?,
        source_code: row.get("source_code")?,
        title: row.get("title")?,
        level: row.get("snc_level")?,
        committee: row.get("committee")?,
        state: row.get("state")?,
        since: row.get("since")?,
    })
}

#[cfg(test)]
mod tests {
    use domain::act::Draft;
    use domain::ec::CompetenceStandard;
    use domain::ids::Ids;
    use domain::road::REGISTERED_AS_FOUND;

    use super::*;
    use crate::sample::act;
    use crate::{Store, Writer};

    /// Three standards: one validated and then edited, one found as it was, one without a case.
    fn three() -> (Store, [EcId; 3]) {
        let mut store = Store::memory().unwrap();
        let mut ids = Ids::fixed();
        let ecs = [ids.ec(), ids.ec(), ids.ec()];
        store
            .write(|writer| {
                for (id, (code, source_code)) in
                    ecs.iter().zip([("", "EC0249"), ("EC0249", ""), ("", "")])
                {
                    let standard = CompetenceStandard {
                        code: code.to_owned(),
                        source_code: source_code.to_owned(),
                        title: format!("Estándar {code}"),
                        ..CompetenceStandard::default()
                    };
                    writer.insert_standard(*id, &standard)?;
                }
                let done = |writer: &Writer<'_>, id: EcId, draft: Draft| {
                    writer.append_act(&id.to_string(), draft).map(drop)
                };
                done(writer, ecs[0], act("PROPOSED"))?;
                done(
                    writer,
                    ecs[0],
                    Draft {
                        on: "2026-08-01".to_owned(),
                        ..act("GTE_READY")
                    },
                )?;
                done(writer, ecs[0], act("EDIT"))?;
                done(writer, ecs[0], act("A_NOTE"))?;
                let body = r#"{"state":"RENEC_ACTIVE"}"#.to_owned();
                done(
                    writer,
                    ecs[1],
                    Draft {
                        body,
                        ..act(REGISTERED_AS_FOUND)
                    },
                )
            })
            .unwrap();
        (store, ecs)
    }

    #[test]
    fn the_register_tells_where_each_case_stands() {
        let (store, ecs) = three();

        let rows = store
            .read(|reader| reader.standards(&Filter::default()))
            .unwrap();

        let told: Vec<_> = rows
            .iter()
            .map(|row| (row.id, row.state.as_deref(), row.since.as_deref()))
            .collect();
        assert_eq!(
            told,
            [
                (ecs[0], Some("GTE_READY"), Some("2026-08-01")),
                (ecs[1], Some("RENEC_ACTIVE"), Some("2026-07-03")),
                (ecs[2], None, None),
            ]
        );
        assert_eq!(store.read(|reader| reader.row(ecs[1])).unwrap(), rows[1]);
    }

    #[test]
    fn a_standard_is_known_by_the_code_that_it_was_assigned_and_stands_where_it_was_taken_back() {
        let (mut store, ecs) = three();
        let said = |word: &str, body: &str| Draft {
            body: body.to_owned(),
            ..act(word)
        };
        store
            .write(|writer| {
                let chain = ecs[0].to_string();
                writer.append_act(&chain, said("CODED", r#"{"code":"EC1998"}"#))?;
                writer.append_act(&chain, said("CODED", r#"{"code":"EC1999"}"#))?;
                writer.append_act(&chain, said("EC_DRAFT", "{}"))?;
                writer.append_act(&chain, said("RESTORED", r#"{"state":"METHOD_REVIEW"}"#))?;
                Ok::<_, Error>(())
            })
            .unwrap();

        let row = store.read(|reader| reader.row(ecs[0])).unwrap();
        let named = store.read(|reader| reader.registered()).unwrap();

        assert_eq!(
            (row.code.as_str(), row.source_code.as_str()),
            ("EC1999", "EC0249")
        );
        assert_eq!(row.state.as_deref(), Some("METHOD_REVIEW"));
        assert_eq!(named[0].code, "EC1999");
        let find = |word: &str| store.read(|reader| reader.find(word)).unwrap();
        assert_eq!(find("ec1999"), [ecs[0]]);
        assert_eq!(find("EC0249"), [ecs[1], ecs[0]]);
    }

    #[test]
    fn the_register_is_asked_by_state_and_by_page() {
        let (store, ecs) = three();
        let ask = |filter: Filter| -> Vec<EcId> {
            let rows = store.read(|reader| reader.standards(&filter)).unwrap();
            rows.iter().map(|row| row.id).collect()
        };

        let active = ask(Filter {
            state: Some("RENEC_ACTIVE".to_owned()),
            ..Filter::default()
        });
        let second = ask(Filter {
            limit: Some(1),
            from: 1,
            ..Filter::default()
        });

        assert_eq!((active, second), (vec![ecs[1]], vec![ecs[1]]));
        assert_eq!(
            store.read(|reader| reader.counts()).unwrap(),
            [("GTE_READY".to_owned(), 1), ("RENEC_ACTIVE".to_owned(), 1)]
        );
    }

    #[test]
    fn a_standard_is_found_by_its_code_its_source_or_its_id() {
        let (store, ecs) = three();
        let find = |word: &str| store.read(|reader| reader.find(word)).unwrap();

        assert_eq!(
            find(" ec0249"),
            [ecs[1], ecs[0]],
            "its own code comes first"
        );
        assert_eq!(find(&ecs[2].to_string().to_uppercase()), [ecs[2]]);
        assert_eq!(find(""), []);
        assert_eq!(find("EC9999"), []);
    }
}
