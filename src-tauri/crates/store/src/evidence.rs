//! Evidence files, kept whole under the digest of their bytes, and never taken away.
//!
//! A small file is taken in with its act, piece by piece, while its digest is counted; a large one
//! comes in ahead of it ([`crate::Incoming`]). Whoever offers it may say what it is; if the bytes that come are others, the file changed
//! while it was read and nothing of it is kept.

use std::io::{Read, Write};

use domain::edition::Digest;
use rusqlite::{OptionalExtension, named_params};
use sha2::{Digest as _, Sha256};

use crate::{Error, Reader, Writer, seal};

/// The largest file that is kept: 50 MB, as the systems people use count them.
pub const LARGEST_EVIDENCE: u64 = 50 << 20;

/// How much of a file is in memory at a time.
pub(crate) const PIECE: usize = 1 << 20;

/// What is kept about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its name to us.
    pub digest: Digest,
    /// Its name to whoever brought it first.
    pub name: String,
    /// What kind of file it was said to be.
    pub media_type: String,
    /// How many bytes it has.
    pub size: u64,
}

impl Evidence {
    fn sealed(&self) -> [u8; 32] {
        seal(&[
            &self.digest.0,
            self.name.as_bytes(),
            self.media_type.as_bytes(),
            &self.size.to_be_bytes(),
        ])
    }
}

/// A file that is offered, and what is known of it beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offered<'a> {
    /// Its name, without a path.
    pub name: &'a str,
    /// What kind of file it is said to be.
    pub media_type: &'a str,
    /// How many bytes it had when it was looked at.
    pub size: Option<u64>,
    /// The digest it had when it was looked at.
    pub digest: Option<Digest>,
}

impl Reader<'_> {
    /// What is kept about a file.
    pub fn evidence(&self, digest: &Digest) -> Result<Evidence, Error> {
        Ok(self.evidence_row(digest)?.1)
    }

    fn evidence_row(&self, digest: &Digest) -> Result<(i64, Evidence), Error> {
        let (key, evidence, kept) = self
            .tx
            .prepare_cached(
                "SELECT key, name, media_type, size, seal
                   FROM evidence
                  WHERE digest = :digest",
            )?
            .query_row(named_params! { ":digest": digest.0 }, |row| {
                let evidence = Evidence {
                    digest: *digest,
                    name: row.get("name")?,
                    media_type: row.get("media_type")?,
                    size: row.get("size")?,
                };
                Ok((row.get("key")?, evidence, row.get::<_, [u8; 32]>("seal")?))
            })
            .optional()?
            .ok_or(Error::Missing { what: "evidence" })?;
        if kept != evidence.sealed() {
            return Err(Error::Corrupt { what: "evidence" });
        }
        Ok((key, evidence))
    }

    /// A file's bytes; bytes that are not those of its digest are not given out.
    pub fn evidence_bytes(&self, digest: &Digest) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        self.evidence_to(digest, &mut bytes)?;
        Ok(bytes)
    }

    /// Writes a file's bytes out, piece by piece. When they turn out not to be those of its digest,
    /// that is said at the end, and what was written is not to be used.
    pub fn evidence_to(&self, digest: &Digest, out: &mut dyn Write) -> Result<Evidence, Error> {
        let (key, evidence) = self.evidence_row(digest)?;
        let mut statement = self.tx.prepare_cached(
            "SELECT bytes
               FROM evidence_piece
              WHERE evidence = :evidence
              ORDER BY position",
        )?;
        let mut rows = statement.query(named_params! { ":evidence": key })?;
        let (mut hash, mut size) = (Sha256::new(), 0_u64);
        while let Some(row) = rows.next()? {
            let piece = row.get_ref(0)?;
            let piece = piece.as_blob().map_err(rusqlite::Error::from)?;
            hash.update(piece);
            size += u64::try_from(piece.len()).unwrap_or(u64::MAX);
            out.write_all(piece).map_err(Error::Stream)?;
        }
        if size != evidence.size || Digest(hash.finalize().into()) != *digest {
            return Err(Error::Corrupt { what: "evidence" });
        }
        Ok(evidence)
    }

    /// Whether a file is here already.
    pub fn has_evidence(&self, digest: &Digest) -> Result<bool, Error> {
        match self.evidence_row(digest) {
            Ok(_) => Ok(true),
            Err(Error::Missing { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The digests of all files.
    pub(crate) fn evidence_digests(&self) -> Result<Vec<Digest>, Error> {
        let mut statement = self
            .tx
            .prepare_cached("SELECT digest FROM evidence ORDER BY key")?;
        let digests = statement.query_map([], |row| Ok(Digest(row.get(0)?)))?;
        Ok(digests.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Takes a file in. One whose bytes are here already is not kept twice, and keeps its name.
    pub fn add_evidence(
        &self,
        bytes: &mut dyn Read,
        offered: &Offered<'_>,
    ) -> Result<Evidence, Error> {
        self.tx.execute_batch("SAVEPOINT evidence")?;
        match self.take_in(bytes, offered) {
            Ok((evidence, true)) => {
                self.tx.execute_batch("RELEASE evidence")?;
                Ok(evidence)
            }
            Ok((evidence, false)) => {
                self.tx
                    .execute_batch("ROLLBACK TO evidence; RELEASE evidence")?;
                Ok(evidence)
            }
            Err(error) => {
                // A full disk may have ended the whole write already, and then there is no way back
                // to go: what matters is the error it gave.
                let _ = self
                    .tx
                    .execute_batch("ROLLBACK TO evidence; RELEASE evidence");
                Err(error)
            }
        }
    }

    /// What came, and whether it is new.
    fn take_in(
        &self,
        bytes: &mut dyn Read,
        offered: &Offered<'_>,
    ) -> Result<(Evidence, bool), Error> {
        let key = self.begin_content()?;
        let (digest, size) = self.take_pieces(key, bytes)?;
        self.name_content(key, digest, size, offered)
    }

    /// A place for content, which is nothing until it is named.
    pub(crate) fn begin_content(&self) -> Result<i64, Error> {
        let mut insert = self
            .tx
            .prepare_cached("INSERT INTO evidence_content DEFAULT VALUES")?;
        Ok(insert.insert([])?)
    }

    /// Makes evidence of whole content, unless its bytes are evidence already; and says whether it is
    /// new.
    pub(crate) fn name_content(
        &self,
        key: i64,
        digest: Digest,
        size: u64,
        offered: &Offered<'_>,
    ) -> Result<(Evidence, bool), Error> {
        if offered.size.is_some_and(|it| it != size)
            || offered.digest.is_some_and(|it| it != digest)
        {
            return Err(Error::ChangedWhileRead);
        }
        match self.evidence(&digest) {
            Ok(here) => return Ok((here, false)),
            Err(Error::Missing { .. }) => {}
            Err(error) => return Err(error),
        }
        let evidence = Evidence {
            digest,
            name: offered.name.to_owned(),
            media_type: offered.media_type.to_owned(),
            size,
        };
        self.tx
            .prepare_cached(
                "INSERT INTO evidence (key, digest, name, media_type, size, seal)
                 VALUES (:key, :digest, :name, :media_type, :size, :seal)",
            )?
            .execute(named_params! {
                ":key": key,
                ":digest": evidence.digest.0,
                ":name": evidence.name,
                ":media_type": evidence.media_type,
                ":size": evidence.size,
                ":seal": evidence.sealed(),
            })?;
        Ok((evidence, true))
    }

    pub(crate) fn insert_piece(&self, key: i64, position: i64, bytes: &[u8]) -> Result<(), Error> {
        self.tx
            .prepare_cached(
                "INSERT INTO evidence_piece (evidence, position, bytes)
                 VALUES (:evidence, :position, :bytes)",
            )?
            .execute(named_params! {
                ":evidence": key, ":position": position, ":bytes": bytes,
            })?;
        Ok(())
    }

    fn take_pieces(&self, key: i64, bytes: &mut dyn Read) -> Result<(Digest, u64), Error> {
        let (mut hash, mut size) = (Sha256::new(), 0_u64);
        let mut piece = Vec::with_capacity(PIECE);
        for position in 0_i64.. {
            piece.clear();
            let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
            let read = bytes.take(most).read_to_end(&mut piece);
            if read.map_err(Error::Stream)? == 0 {
                break;
            }
            size += u64::try_from(piece.len()).unwrap_or(u64::MAX);
            if size > LARGEST_EVIDENCE {
                return Err(Error::TooLarge {
                    size,
                    limit: LARGEST_EVIDENCE,
                });
            }
            hash.update(&piece);
            self.insert_piece(key, position, &piece)?;
        }
        Ok((Digest(hash.finalize().into()), size))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Cursor};

    use super::*;
    use crate::Store;

    const AVAL: Offered<'static> = Offered {
        name: "aval firmado.pdf",
        media_type: "application/pdf",
        size: None,
        digest: None,
    };

    fn pieces(store: &Store) -> i64 {
        let count = "SELECT count(*) FROM evidence_piece";
        store.conn.query_row(count, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_file_comes_back_whole_under_its_digest() {
        let mut store = Store::memory().unwrap();
        let long: Vec<u8> = (0..3 * PIECE + 17)
            .map(|n| u8::try_from(n % 251).unwrap())
            .collect();

        for bytes in [&b""[..], b"aval", &long] {
            let kept = store
                .write(|writer| writer.add_evidence(&mut Cursor::new(bytes), &AVAL))
                .unwrap();

            assert_eq!(kept.digest, Digest::of(bytes));
            assert_eq!(usize::try_from(kept.size), Ok(bytes.len()));
            let (again, back) = store
                .read(|reader| {
                    let it = &kept.digest;
                    Ok::<_, Error>((reader.evidence(it)?, reader.evidence_bytes(it)?))
                })
                .unwrap();
            assert_eq!(again, kept);
            assert!(back == bytes, "the bytes are others");
        }
    }

    #[test]
    fn the_same_bytes_are_kept_once() {
        let mut store = Store::memory().unwrap();
        let other = Offered {
            name: "copia.pdf",
            ..AVAL
        };

        let (first, second) = store
            .write(|writer| {
                let first = writer.add_evidence(&mut &b"aval"[..], &AVAL)?;
                Ok::<_, Error>((first, writer.add_evidence(&mut &b"aval"[..], &other)?))
            })
            .unwrap();

        assert_eq!(first, second);
        assert_eq!(pieces(&store), 1);
    }

    #[test]
    fn a_file_that_changed_while_it_was_read_is_not_kept() {
        let mut store = Store::memory().unwrap();
        for offered in [
            Offered {
                size: Some(5),
                ..AVAL
            },
            Offered {
                digest: Some(Digest::of(b"otro")),
                ..AVAL
            },
        ] {
            let refused = store.write(|writer| {
                let refused = writer.add_evidence(&mut &b"aval"[..], &offered);
                assert!(matches!(refused, Err(Error::ChangedWhileRead)));
                Ok::<_, Error>(())
            });
            assert!(refused.is_ok());
        }

        assert_eq!(pieces(&store), 0, "half of it stayed");
    }

    #[test]
    fn a_file_that_is_too_large_is_refused_before_it_is_read_to_the_end() {
        let mut store = Store::memory().unwrap();

        let refused =
            store.write(|writer| writer.add_evidence(&mut io::repeat(7), &AVAL).map(drop));

        assert!(matches!(refused, Err(Error::TooLarge { .. })));
        assert_eq!(pieces(&store), 0);
    }

    #[test]
    fn the_largest_file_is_kept() {
        let mut store = Store::memory().unwrap();

        let kept = store
            .write(|writer| {
                let mut bytes = io::repeat(7).take(LARGEST_EVIDENCE);
                writer.add_evidence(&mut bytes, &AVAL)
            })
            .unwrap();

        let back = store.read(|r| r.evidence_to(&kept.digest, &mut io::sink()));
        assert_eq!(back.unwrap().size, LARGEST_EVIDENCE);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_said_to_have_failed() {
        struct Torn;
        impl Read for Torn {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("torn"))
            }
        }
        let mut store = Store::memory().unwrap();

        let failed = store.write(|writer| writer.add_evidence(&mut Torn, &AVAL).map(drop));

        assert!(matches!(failed, Err(Error::Stream(_))));
    }

    #[test]
    fn evidence_is_neither_changed_nor_taken_away() {
        let mut store = Store::memory().unwrap();
        store
            .write(|writer| writer.add_evidence(&mut &b"aval"[..], &AVAL))
            .unwrap();

        for sql in [
            "UPDATE evidence SET name = ''",
            "DELETE FROM evidence",
            "UPDATE evidence_piece SET bytes = x'00'",
            "DELETE FROM evidence_piece",
            "DELETE FROM evidence_content",
            "INSERT INTO evidence_piece SELECT evidence, 9, bytes FROM evidence_piece",
        ] {
            assert!(store.conn.execute_batch(sql).is_err(), "{sql}");
        }
    }
}
