//! The acts of every chain, added and never changed, each sealed with the one before.
//!
//! Adding an act looks at the last one only, so a case of ten thousand edits takes its next act as
//! fast as a new one. That the whole chain is sound is the business of [`crate::Reader::check`].

use domain::act::{self, Act, Draft, Proof};
use domain::edition::Digest;
use rusqlite::{OptionalExtension, named_params};

use crate::{Error, Reader, WORKSPACE_CHAIN, Writer};

/// Where a chain stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Which chain.
    pub chain: String,
    /// The number of its last act.
    pub number: u64,
    /// The seal of its last act.
    pub digest: Digest,
}

/// In which order a page of acts is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As they were done.
    OldestFirst,
    /// As people ask for them.
    NewestFirst,
}

impl Reader<'_> {
    /// The acts of a chain, oldest first; none if there is no such chain.
    pub fn acts(&self, chain: &str) -> Result<Vec<Act>, Error> {
        self.acts_page(chain, 0, usize::MAX, Order::OldestFirst)
    }

    /// Some acts of a chain: `count` of them, after skipping `from`.
    pub fn acts_page(
        &self,
        chain: &str,
        from: usize,
        count: usize,
        order: Order,
    ) -> Result<Vec<Act>, Error> {
        let limit = named_params! {
            ":chain": chain,
            ":from": i64::try_from(from).unwrap_or(i64::MAX),
            ":count": i64::try_from(count).unwrap_or(i64::MAX),
        };
        let mut statement = match order {
            Order::OldestFirst => self.tx.prepare_cached(
                "SELECT act.*
                   FROM act
                  WHERE chain = (SELECT key FROM chain WHERE name = :chain)
                  ORDER BY number
                  LIMIT :count OFFSET :from",
            )?,
            Order::NewestFirst => self.tx.prepare_cached(
                "SELECT act.*
                   FROM act
                  WHERE chain = (SELECT key FROM chain WHERE name = :chain)
                  ORDER BY number DESC
                  LIMIT :count OFFSET :from",
            )?,
        };
        let mut rows = statement.query(limit)?;
        let mut acts = Vec::new();
        while let Some(row) = rows.next()? {
            acts.push(self.act_from(chain, row)?);
        }
        Ok(acts)
    }

    /// The acts of a chain that are no edits of its text, done or taken back: those of the road, of
    /// the file, of the review. Oldest first; however much was edited, they are soon told.
    pub fn deeds(&self, chain: &str) -> Result<Vec<Act>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT act.*
               FROM act
              WHERE chain = (SELECT key FROM chain WHERE name = :chain)
                AND act <> 'EDIT'
                AND act <> 'UNDO'
                AND act <> 'REDO'
              ORDER BY number",
        )?;
        let mut rows = statement.query(named_params! { ":chain": chain })?;
        let mut acts = Vec::new();
        while let Some(row) = rows.next()? {
            acts.push(self.act_from(chain, row)?);
        }
        Ok(acts)
    }

    /// The acts of a chain that are called so, oldest first.
    pub fn acts_called(&self, chain: &str, act: &str) -> Result<Vec<Act>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT act.*
               FROM act
              WHERE chain = (SELECT key FROM chain WHERE name = :chain)
                AND act = :act
              ORDER BY number",
        )?;
        let mut rows = statement.query(named_params! { ":chain": chain, ":act": act })?;
        let mut acts = Vec::new();
        while let Some(row) = rows.next()? {
            acts.push(self.act_from(chain, row)?);
        }
        Ok(acts)
    }

    /// The bodies of the acts of this name, in whatever chain, that say this in a field of theirs.
    pub fn bodies_that_say(
        &self,
        act: &str,
        field: &str,
        says: &str,
    ) -> Result<Vec<String>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT body
               FROM act
              WHERE act = :act AND json_valid(body) AND body ->> :field = :says
              ORDER BY key",
        )?;
        let field = format!("$.{field}");
        let given = named_params! { ":act": act, ":field": field, ":says": says };
        let bodies = statement.query_map(given, |row| row.get(0))?;
        Ok(bodies.collect::<Result<_, _>>()?)
    }

    /// The first act of every chain that begins with this one, oldest first.
    pub fn begun(&self, act: &str) -> Result<Vec<Act>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT chain.name, act.*
               FROM chain
               JOIN act ON act.chain = chain.key AND act.number = 1
              WHERE act.act = :act
              ORDER BY chain.key",
        )?;
        let mut rows = statement.query(named_params! { ":act": act })?;
        let mut acts = Vec::new();
        while let Some(row) = rows.next()? {
            let chain: String = row.get("name")?;
            acts.push(self.act_from(&chain, row)?);
        }
        Ok(acts)
    }

    /// The last act of a chain, if there is one.
    pub fn last_act(&self, chain: &str) -> Result<Option<Act>, Error> {
        Ok(self.acts_page(chain, 0, 1, Order::NewestFirst)?.pop())
    }

    /// How many acts a chain has.
    pub fn acts_count(&self, chain: &str) -> Result<u64, Error> {
        Ok(self.head(chain)?.map_or(0, |head| head.number))
    }

    /// Everybody who did an act of a chain, by name.
    pub fn acts_people(&self, chain: &str) -> Result<Vec<String>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT DISTINCT done_by
               FROM act
              WHERE chain = (SELECT key FROM chain WHERE name = :chain)
              ORDER BY done_by",
        )?;
        let people = statement.query_map(named_params! { ":chain": chain }, |row| row.get(0))?;
        Ok(people.collect::<Result<_, _>>()?)
    }

    /// Every kind of act that a chain has, by its word.
    pub fn acts_kinds(&self, chain: &str) -> Result<Vec<String>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT DISTINCT act
               FROM act
              WHERE chain = (SELECT key FROM chain WHERE name = :chain)
              ORDER BY act",
        )?;
        let kinds = statement.query_map(named_params! { ":chain": chain }, |row| row.get(0))?;
        Ok(kinds.collect::<Result<_, _>>()?)
    }

    /// Where a chain stands, if there is one.
    pub fn head(&self, chain: &str) -> Result<Option<Head>, Error> {
        let found = self
            .tx
            .prepare_cached(
                "SELECT number, digest
                   FROM act
                  WHERE chain = (SELECT key FROM chain WHERE name = :chain)
                  ORDER BY number DESC
                  LIMIT 1",
            )?
            .query_row(named_params! { ":chain": chain }, |row| {
                Ok((row.get("number")?, row.get("digest")?))
            })
            .optional()?;
        Ok(found.map(|(number, digest)| Head {
            chain: chain.to_owned(),
            number,
            digest: Digest(digest),
        }))
    }

    /// Where every chain stands, by name.
    pub fn heads(&self) -> Result<Vec<Head>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT chain.name, act.number, act.digest
               FROM chain
               JOIN act ON act.chain = chain.key
                       AND act.number = (SELECT max(number) FROM act WHERE chain = chain.key)
              ORDER BY chain.name",
        )?;
        let heads = statement.query_map([], |row| {
            Ok(Head {
                chain: row.get("name")?,
                number: row.get("number")?,
                digest: Digest(row.get("digest")?),
            })
        })?;
        Ok(heads.collect::<Result<_, _>>()?)
    }

    /// The names of all chains.
    pub(crate) fn chains(&self) -> Result<Vec<String>, Error> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT name FROM chain ORDER BY name")?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    fn act_from(&self, chain: &str, row: &rusqlite::Row<'_>) -> Result<Act, Error> {
        let digest = |column: &str| -> Result<Option<Digest>, Error> {
            Ok(row.get::<_, Option<[u8; 32]>>(column)?.map(Digest))
        };
        Ok(Act {
            chain: chain.to_owned(),
            number: row.get("number")?,
            act: row.get("act")?,
            on: row.get("done_on")?,
            at: row.get("written_at")?,
            by: row.get("done_by")?,
            subject: digest("subject")?,
            result: digest("result")?,
            evidence: self.proofs(row.get("key")?)?,
            body: row.get("body")?,
            previous: digest("previous")?,
            digest: Digest(row.get("digest")?),
        })
    }

    fn proofs(&self, act: i64) -> Result<Vec<Proof>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT requirement, file
               FROM act_evidence
              WHERE act = :act
              ORDER BY position",
        )?;
        let proofs = statement.query_map(named_params! { ":act": act }, |row| {
            Ok(Proof {
                requirement: row.get("requirement")?,
                file: Digest(row.get("file")?),
            })
        })?;
        Ok(proofs.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Seals an act after the last of its chain, and keeps it.
    pub fn append_act(&self, chain: &str, draft: Draft) -> Result<Act, Error> {
        let (number, previous) = match self.head(chain)? {
            Some(head) => (head.number + 1, Some(head.digest)),
            None => (1, None),
        };
        let act = Act::seal_after(chain, number, previous, draft);
        self.insert_act(self.chain_key(chain)?, &act)?;
        Ok(act)
    }

    /// Takes in a whole chain that came from another workspace, and answers how many acts of it were
    /// new here. A chain that is broken, or that says otherwise than ours, is refused.
    pub fn insert_chain(&self, acts: &[Act]) -> Result<usize, Error> {
        act::verify(acts)?;
        let Some(first) = acts.first() else {
            return Ok(0);
        };
        if first.chain == WORKSPACE_CHAIN {
            return Err(Error::Unfit {
                what: "the chain of another workspace".to_owned(),
            });
        }
        let ours = self.acts(&first.chain)?;
        for (our, their) in ours.iter().zip(acts) {
            if our.digest != their.digest {
                return Err(Error::Diverges { number: our.number });
            }
        }
        let chain = self.chain_key(&first.chain)?;
        let new = acts.get(ours.len()..).unwrap_or_default();
        for act in new {
            self.insert_act(chain, act)?;
        }
        Ok(new.len())
    }

    fn chain_key(&self, chain: &str) -> Result<i64, Error> {
        let name = named_params! { ":name": chain };
        let found = self
            .tx
            .prepare_cached("SELECT key FROM chain WHERE name = :name")?
            .query_row(name, |row| row.get(0))
            .optional()?;
        match found {
            Some(key) => Ok(key),
            None => {
                self.tx
                    .prepare_cached("INSERT INTO chain (name) VALUES (:name)")?
                    .execute(name)?;
                Ok(self.tx.last_insert_rowid())
            }
        }
    }

    fn insert_act(&self, chain: i64, act: &Act) -> Result<(), Error> {
        self.tx
            .prepare_cached(
                "INSERT INTO act (chain, number, act, done_on, written_at, done_by, subject, result,
                                  body, previous, digest)
                 VALUES (:chain, :number, :act, :on, :at, :by, :subject, :result, :body, :previous,
                         :digest)",
            )?
            .execute(named_params! {
                ":chain": chain,
                ":number": act.number,
                ":act": act.act,
                ":on": act.on,
                ":at": act.at,
                ":by": act.by,
                ":subject": act.subject.map(|digest| digest.0),
                ":result": act.result.map(|digest| digest.0),
                ":body": act.body,
                ":previous": act.previous.map(|digest| digest.0),
                ":digest": act.digest.0,
            })?;
        let key = self.tx.last_insert_rowid();
        for (proof, position) in act.evidence.iter().zip(0_i64..) {
            self.tx
                .prepare_cached(
                    "INSERT INTO act_evidence (act, position, requirement, file)
                     VALUES (:act, :position, :requirement, :file)",
                )?
                .execute(named_params! {
                    ":act": key,
                    ":position": position,
                    ":requirement": proof.requirement,
                    ":file": proof.file.0,
                })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use crate::sample::act;

    fn three() -> (Store, Vec<Act>) {
        let mut store = Store::memory().unwrap();
        let acts = store
            .write(|writer| {
                ["PROPOSED", "EDIT", "GTE_READY"]
                    .iter()
                    .map(|word| writer.append_act("caso", act(word)))
                    .collect::<Result<Vec<_>, Error>>()
            })
            .unwrap();
        (store, acts)
    }

    #[test]
    fn acts_come_back_as_they_were_sealed() {
        let (store, acts) = three();

        let kept = store.read(|reader| reader.acts("caso")).unwrap();

        assert_eq!(kept, acts);
        assert_eq!(act::verify(&kept), Ok(()));
        assert_eq!(kept[2].evidence.len(), 2);
    }

    #[test]
    fn acts_are_told_by_pages_from_either_end() {
        let (store, acts) = three();

        let page = |from, count, order| {
            store
                .read(|reader| reader.acts_page("caso", from, count, order))
                .unwrap()
        };

        assert_eq!(page(1, 5, Order::OldestFirst), acts[1..]);
        assert_eq!(page(0, 1, Order::NewestFirst), acts[2..]);
    }

    #[test]
    fn edits_can_be_left_out_and_are_not_even_looked_at() {
        let (mut store, acts) = three();
        let ours = store
            .write(|writer| {
                writer.append_act("caso", act("UNDO"))?;
                writer.append_act("caso", act("REDO"))?;
                writer.append_act("caso", act(crate::SUPPORT_ACT))
            })
            .unwrap();

        let told = store.read(|reader| reader.deeds("caso")).unwrap();

        assert_eq!(told, [acts[0].clone(), acts[2].clone(), ours]);
        let plan: String = store
            .conn
            .query_row(
                "EXPLAIN QUERY PLAN
                 SELECT * FROM act
                  WHERE chain = 1 AND act <> 'EDIT' AND act <> 'UNDO' AND act <> 'REDO'
                  ORDER BY number",
                [],
                |row| row.get("detail"),
            )
            .unwrap();
        assert!(plan.contains("act_that_is_no_edit"), "{plan}");
    }

    #[test]
    fn the_chain_of_another_workspace_is_not_taken_for_ours() {
        let mut store = Store::memory().unwrap();
        let theirs = Act::seal(WORKSPACE_CHAIN, None, act("SETTINGS"));

        let refused = store.write(|writer| writer.insert_chain(&[theirs]));

        assert!(matches!(refused, Err(Error::Unfit { .. })));
    }

    #[test]
    fn every_chain_has_one_head() {
        let (mut store, acts) = three();
        let other = store
            .write(|writer| writer.append_act("workspace", act("HEADS")))
            .unwrap();

        let heads = store.read(|reader| reader.heads()).unwrap();

        let heads: Vec<_> = heads
            .iter()
            .map(|h| (&*h.chain, h.number, h.digest))
            .collect();
        assert_eq!(
            heads,
            [("caso", 3, acts[2].digest), ("workspace", 1, other.digest)]
        );
    }

    #[test]
    fn an_act_is_neither_changed_nor_taken_away() {
        let (store, _) = three();

        for sql in [
            "UPDATE act SET done_by = 'Eva'",
            "DELETE FROM act",
            "UPDATE act_evidence SET requirement = 'EC-SUP-9'",
            "DELETE FROM act_evidence",
            "DELETE FROM chain",
            "UPDATE chain SET name = 'otro'",
            "INSERT OR REPLACE INTO act SELECT * FROM act WHERE number = 3",
            "INSERT INTO act (chain, number, act, done_on, written_at, done_by, body, digest)
             VALUES (1, 9, 'EDIT', '2026-07-03', '', '', '', zeroblob(32))",
        ] {
            assert!(store.conn.execute_batch(sql).is_err(), "{sql}");
        }
    }

    #[test]
    fn a_chain_is_taken_in_whole_and_its_news_added() {
        let (_, acts) = three();
        let mut other = Store::memory().unwrap();

        let first = other
            .write(|writer| writer.insert_chain(&acts[..2]))
            .unwrap();
        let second = other.write(|writer| writer.insert_chain(&acts)).unwrap();

        assert_eq!((first, second), (2, 1));
        assert_eq!(other.read(|reader| reader.acts("caso")).unwrap(), acts);
    }

    #[test]
    fn a_chain_that_says_otherwise_is_refused_and_nothing_changes() {
        let (mut store, acts) = three();
        let mut theirs = acts[..1].to_vec();
        theirs.push(Act::seal("caso", theirs.last(), act("WITHDRAWN")));
        let mut altered = acts.clone();
        altered[2].by = "Eva".to_owned();

        let parted = store.write(|writer| writer.insert_chain(&theirs));
        let broken = store.write(|writer| writer.insert_chain(&altered));
        let torn = store.write(|writer| writer.insert_chain(&acts[1..]));

        assert!(matches!(parted, Err(Error::Diverges { number: 2 })));
        assert!(matches!(broken, Err(Error::Broken(_))));
        assert!(matches!(torn, Err(Error::Broken(_))));
        assert_eq!(store.read(|reader| reader.acts("caso")).unwrap(), acts);
    }
}
