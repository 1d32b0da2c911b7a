//! Content on its way in: written a piece at a time, each in a write of its own, so that a large file
//! holds nobody up, and named as evidence by the write that its act is in.
//!
//! Until then it is nothing: no check asks after it, and no packet carries it. Whoever gives it up
//! takes it away. A process that died leaves its content behind, and the next one that opens the
//! workspace, or takes a file in, sweeps it: a small file beside the workspace is held by all who
//! take something in, and what nobody holds is nobody's.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::edition::Digest;
use rusqlite::named_params;
use sha2::{Digest as _, Sha256};

use crate::evidence::PIECE;
use crate::{Error, Evidence, LARGEST_EVIDENCE, Offered, Reader, Store, Writer};

/// Content of which no evidence speaks yet.
#[derive(Debug)]
pub struct Incoming {
    /// In which open workspace: another one has content of its own under that key.
    store: u64,
    key: i64,
    pieces: i64,
    hash: Sha256,
    size: u64,
    _hold: Option<File>,
}

/// A number for each workspace that is opened.
pub(crate) fn opened() -> u64 {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    COUNT.fetch_add(1, Ordering::Relaxed)
}

impl Store {
    /// Begins to take content in.
    pub fn begin_incoming(&mut self) -> Result<Incoming, Error> {
        self.sweep();
        let hold = self.beside().inspect(|file| {
            // Where the system has no locks nothing is swept either.
            let _ = file.lock_shared();
        });
        let key = self.write(|writer| writer.begin_content())?;
        Ok(Incoming {
            store: self.number,
            key,
            pieces: 0,
            hash: Sha256::new(),
            size: 0,
            _hold: hold,
        })
    }

    /// Takes in the next bytes of it. When it answers, the disk has them.
    pub fn take_piece(&mut self, incoming: &mut Incoming, bytes: &[u8]) -> Result<(), Error> {
        self.is_of_here(incoming)?;
        let size = incoming.size + u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > LARGEST_EVIDENCE {
            let limit = LARGEST_EVIDENCE;
            return Err(Error::TooLarge { size, limit });
        }
        let mut position = incoming.pieces;
        self.write(|writer| {
            for piece in bytes.chunks(PIECE) {
                writer.insert_piece(incoming.key, position, piece)?;
                position += 1;
            }
            Ok::<_, Error>(())
        })?;
        incoming.hash.update(bytes);
        incoming.pieces = position;
        incoming.size = size;
        Ok(())
    }

    /// Takes away what came of it so far.
    pub fn give_up(&mut self, incoming: &Incoming) -> Result<(), Error> {
        self.is_of_here(incoming)?;
        self.write(|writer| writer.remove_content(incoming.key))
    }

    fn is_of_here(&self, incoming: &Incoming) -> Result<(), Error> {
        match incoming.store == self.number {
            true => Ok(()),
            false => Err(Error::Missing { what: "content" }),
        }
    }

    /// Takes away what processes that died were taking in. It is no loss if that fails: it is nobody's,
    /// and the next one tries again.
    pub(crate) fn sweep(&mut self) {
        let left = self.read(|reader| reader.incoming());
        let Some(left) = left.ok().filter(|left| !left.is_empty()) else {
            return;
        };
        let Some(beside) = self.beside().filter(|beside| beside.try_lock().is_ok()) else {
            return; // Somebody is taking something in.
        };
        for key in left {
            let _ = self.write(|writer| writer.remove_content(key));
        }
        drop(beside);
    }

    /// The small file beside the workspace that is held while something is taken in; none where the
    /// workspace is no file.
    fn beside(&self) -> Option<File> {
        let path = self.conn.path().filter(|path| !path.is_empty())?;
        let path = Path::new(path);
        let name = path.file_name()?.to_string_lossy();
        let mut beside = OpenOptions::new();
        beside.create(true).truncate(false).write(true);
        beside
            .open(path.with_file_name(format!(".{name}.adjuntos")))
            .ok()
    }
}

impl Reader<'_> {
    /// The keys of content that no evidence names: what is on its way in, and what was left of it.
    pub fn incoming(&self) -> Result<Vec<i64>, Error> {
        let sql = "SELECT key FROM evidence_content EXCEPT SELECT key FROM evidence";
        let mut statement = self.tx.prepare_cached(sql)?;
        let keys = statement.query_map([], |row| row.get(0))?;
        Ok(keys.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Makes evidence of content that came in whole. One whose bytes are here already is not kept
    /// twice, and keeps its name.
    pub fn keep_incoming(
        &self,
        incoming: &Incoming,
        offered: &Offered<'_>,
    ) -> Result<Evidence, Error> {
        let digest = Digest(incoming.hash.clone().finalize().into());
        let whole: (i64, i64) = self
            .tx
            .prepare_cached(
                "SELECT count(*), COALESCE(sum(length(bytes)), 0)
                   FROM evidence_piece
                  WHERE evidence = :key",
            )?
            .query_row(named_params! { ":key": incoming.key }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        if (whole.0, u64::try_from(whole.1)) != (incoming.pieces, Ok(incoming.size))
            || incoming.store != self.store
        {
            return Err(Error::Missing { what: "content" });
        }
        let (evidence, new) = self.name_content(incoming.key, digest, incoming.size, offered)?;
        if !new {
            self.remove_content(incoming.key)?;
        }
        Ok(evidence)
    }

    fn remove_content(&self, key: i64) -> Result<(), Error> {
        for sql in [
            "DELETE FROM evidence_piece WHERE evidence = :key",
            "DELETE FROM evidence_content WHERE key = :key",
        ] {
            let mut statement = self.tx.prepare_cached(sql)?;
            statement.execute(named_params! { ":key": key })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;

    fn contents(store: &Store) -> (i64, i64) {
        let count =
            "SELECT (SELECT count(*) FROM evidence_content), (SELECT count(*) FROM evidence_piece)";
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        store.conn.query_row(count, [], row).unwrap()
    }

    fn some(n: usize) -> Vec<u8> {
        (0..n).map(|n| u8::try_from(n % 251).unwrap()).collect()
    }

    /// What a process that died left: content that nobody holds.
    fn left(store: &mut Store) {
        let mut incoming = store.begin_incoming().unwrap();
        store.take_piece(&mut incoming, &some(3 * PIECE)).unwrap();
    }

    #[test]
    fn what_came_in_pieces_is_evidence_once_it_is_named_and_others_write_in_between() {
        let mut store = Store::memory().unwrap();
        let bytes = some(2 * PIECE + 5);
        let mut incoming = store.begin_incoming().unwrap();
        for piece in bytes.chunks(PIECE + 3) {
            store.take_piece(&mut incoming, piece).unwrap();
            store
                .write(|writer| writer.set(crate::Setting::Person, Some("Eva")))
                .unwrap();
        }
        let offered = Offered {
            name: "acta.pdf",
            digest: Some(Digest::of(&bytes)),
            ..Offered::default()
        };

        let kept = store
            .write(|writer| writer.keep_incoming(&incoming, &offered))
            .unwrap();

        assert_eq!(kept.digest, Digest::of(&bytes));
        let back = store.read(|reader| reader.evidence_bytes(&kept.digest));
        assert!(back.unwrap() == bytes, "the bytes are others");
        let gone = store.give_up(&incoming);
        assert!(gone.is_err(), "what is named is final");
    }

    #[test]
    fn what_is_given_up_or_was_here_already_leaves_nothing() {
        let mut store = Store::memory().unwrap();
        let kept = store
            .write(|writer| writer.add_evidence(&mut &b"aval"[..], &Offered::default()))
            .unwrap();
        let before = contents(&store);

        let mut incoming = store.begin_incoming().unwrap();
        store.take_piece(&mut incoming, b"otro").unwrap();
        store.give_up(&incoming).unwrap();
        assert_eq!(contents(&store), before);

        let mut incoming = store.begin_incoming().unwrap();
        store.take_piece(&mut incoming, b"aval").unwrap();
        let again = store.write(|writer| writer.keep_incoming(&incoming, &Offered::default()));
        assert_eq!(again.unwrap(), kept);
        assert_eq!(contents(&store), before);
    }

    #[test]
    fn what_is_not_what_was_offered_or_too_large_or_of_another_workspace_is_not_kept() {
        let mut store = Store::memory().unwrap();
        let mut incoming = store.begin_incoming().unwrap();
        store.take_piece(&mut incoming, b"aval").unwrap();
        let other = Offered {
            digest: Some(Digest::of(b"otro")),
            ..Offered::default()
        };

        let changed = store.write(|writer| writer.keep_incoming(&incoming, &other));
        assert!(matches!(changed, Err(Error::ChangedWhileRead)));
        let large = vec![0; usize::try_from(LARGEST_EVIDENCE).unwrap()];
        let large = store.take_piece(&mut incoming, &large);
        assert!(matches!(large, Err(Error::TooLarge { .. })));

        let mut elsewhere = Store::memory().unwrap();
        let mut there = elsewhere.begin_incoming().unwrap();
        elsewhere.take_piece(&mut there, b"suyo").unwrap();
        let foreign = elsewhere.write(|w| w.keep_incoming(&incoming, &Offered::default()));
        assert!(matches!(foreign, Err(Error::Missing { .. })));
        assert!(elsewhere.give_up(&incoming).is_err());
        assert_eq!(contents(&elsewhere), (1, 1));
    }

    #[test]
    fn what_a_process_that_died_left_is_swept_and_what_another_takes_in_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("oficina.cauce");
        let mut store = Store::create(&path).unwrap();
        left(&mut store);
        assert_eq!(contents(&store), (1, 3));

        let mut mine = store.begin_incoming().unwrap();
        assert_eq!(
            contents(&store),
            (1, 0),
            "what was left is gone, and this is new"
        );
        store.take_piece(&mut mine, b"acta").unwrap();
        let mut beside = Store::open(&path, Access::Write).unwrap();
        assert_eq!(contents(&beside), (1, 1), "it is being taken in");
        let mut theirs = beside.begin_incoming().unwrap();
        beside.take_piece(&mut theirs, b"otra").unwrap();
        for (store, incoming) in [(&mut store, &mine), (&mut beside, &theirs)] {
            store
                .write(|writer| writer.keep_incoming(incoming, &Offered::default()))
                .unwrap();
        }
        drop((mine, theirs));

        left(&mut store);
        drop((store, beside));
        let store = Store::open(&path, Access::Write).unwrap();
        assert_eq!(contents(&store), (2, 2), "named content stays");
    }
}
