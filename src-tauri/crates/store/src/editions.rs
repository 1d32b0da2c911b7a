//! Frozen documents, by digest: what an act froze, as canonical JSON, never changed.

use domain::edition::Digest;
use domain::ids::EcId;
use domain::vocabulary;
use rusqlite::{OptionalExtension, named_params};

use crate::{Error, Reader, Writer, seal};

vocabulary! {
    /// Which document was frozen.
    pub enum EditionKind {
        /// The standard.
        Standard = "STANDARD",
        /// The support file.
        SupportFile = "SUPPORT_FILE",
    }
}

/// A frozen document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Its name.
    pub digest: Digest,
    /// Which document it is.
    pub kind: EditionKind,
    /// The number of the act that froze it, in the chain of its case.
    pub act: u64,
    /// How many bytes it has.
    pub size: u64,
}

impl Reader<'_> {
    /// The editions of a case, oldest first.
    pub fn editions(&self, id: EcId) -> Result<Vec<Edition>, Error> {
        let ec = self.ec_key(id)?;
        let mut statement = self.tx.prepare_cached(
            "SELECT edition.digest, kind, act, length(body) AS size, seal
               FROM ec_edition
               JOIN edition ON edition.key = ec_edition.edition
              WHERE ec = :ec
              ORDER BY act, kind",
        )?;
        let mut rows = statement.query(named_params! { ":ec": ec })?;
        let mut editions = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get("kind")?;
            let edition = Edition {
                digest: Digest(row.get("digest")?),
                kind: EditionKind::from_code(&kind).ok_or(Error::Corrupt { what: "kind" })?,
                act: row.get("act")?,
                size: row.get("size")?,
            };
            let (kind, digest) = (edition.kind, &edition.digest);
            if row.get::<_, [u8; 32]>("seal")? != sealed(id, kind, edition.act, digest) {
                return Err(Error::Corrupt { what: "edition" });
            }
            editions.push(edition);
        }
        Ok(editions)
    }

    /// A frozen document's bytes; bytes that are not those of their digest are not given out.
    pub fn edition(&self, digest: &Digest) -> Result<Vec<u8>, Error> {
        let body: Vec<u8> = self
            .tx
            .prepare_cached("SELECT body FROM edition WHERE digest = :digest")?
            .query_row(named_params! { ":digest": digest.0 }, |row| row.get(0))
            .optional()?
            .ok_or(Error::Missing { what: "edition" })?;
        if Digest::of(&body) != *digest {
            return Err(Error::Corrupt { what: "edition" });
        }
        Ok(body)
    }

    /// The digests of all editions.
    pub(crate) fn edition_digests(&self) -> Result<Vec<Digest>, Error> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT digest FROM edition ORDER BY key")?;
        let digests = statement.query_map([], |row| Ok(Digest(row.get(0)?)))?;
        Ok(digests.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Keeps a frozen document that an act of its own chain names among what it stands on.
    pub fn keep_frozen(&self, body: &[u8]) -> Result<Digest, Error> {
        let digest = Digest::of(body);
        self.tx
            .prepare_cached(
                "INSERT INTO edition (digest, body)
                 VALUES (:digest, :body)
                 ON CONFLICT (digest) DO NOTHING",
            )?
            .execute(named_params! { ":digest": digest.0, ":body": body })?;
        Ok(digest)
    }

    /// Keeps what an act froze, and answers with its name. To keep it again is no mistake: a packet
    /// brings what is here already.
    pub fn keep_edition(
        &self,
        id: EcId,
        kind: EditionKind,
        act: u64,
        body: &[u8],
    ) -> Result<Digest, Error> {
        let ec = self.ec_key(id)?;
        let digest = self.keep_frozen(body)?;
        let here = self.editions(id)?;
        if let Some(here) = here.iter().find(|it| it.kind == kind && it.act == act) {
            return match here.digest == digest {
                true => Ok(digest),
                false => Err(Error::Doubled { what: "edition" }),
            };
        }
        self.tx
            .prepare_cached(
                "INSERT INTO ec_edition (ec, kind, act, edition, seal)
                 VALUES (:ec, :kind, :act, (SELECT key FROM edition WHERE digest = :digest), :seal)",
            )?
            .execute(named_params! {
                ":ec": ec,
                ":kind": kind.code(),
                ":act": act,
                ":digest": digest.0,
                ":seal": sealed(id, kind, act, &digest),
            })?;
        Ok(digest)
    }
}

fn sealed(ec: EcId, kind: EditionKind, act: u64, digest: &Digest) -> [u8; 32] {
    seal(&[
        ec.to_string().as_bytes(),
        kind.code().as_bytes(),
        &act.to_be_bytes(),
        &digest.0,
    ])
}

#[cfg(test)]
mod tests {
    use domain::ec::CompetenceStandard;
    use domain::ids::Ids;

    use super::*;
    use crate::Store;

    #[test]
    fn an_edition_comes_back_under_its_digest_and_stays() {
        let mut store = Store::memory().unwrap();
        let ec = Ids::fixed().ec();
        let body = br#"{"title":"Mantenimiento"}"#;

        let digest = store
            .write(|writer| {
                writer.insert_standard(ec, &CompetenceStandard::default())?;
                writer.keep_edition(ec, EditionKind::Standard, 3, body)?;
                writer.keep_edition(ec, EditionKind::Standard, 7, body)?;
                writer.keep_edition(ec, EditionKind::Standard, 7, body)
            })
            .unwrap();
        let again = store.write(|w| w.keep_edition(ec, EditionKind::Standard, 7, b"{}"));

        let (editions, kept) = store
            .read(|reader| Ok::<_, Error>((reader.editions(ec)?, reader.edition(&digest)?)))
            .unwrap();
        assert_eq!(kept, body);
        let acts: Vec<_> = editions.iter().map(|it| (it.act, it.digest)).collect();
        assert_eq!(acts, [(3, digest), (7, digest)]);
        assert!(matches!(again, Err(Error::Doubled { what: "edition" })));
        for sql in [
            "UPDATE edition SET body = x'00'",
            "DELETE FROM edition",
            "UPDATE ec_edition SET act = 9",
            "DELETE FROM ec_edition",
        ] {
            assert!(store.conn.execute_batch(sql).is_err(), "{sql}");
        }
    }
}
