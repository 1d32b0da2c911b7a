//! Files on their way into the workspace: a large one goes ahead of its act, in pieces, and whoever
//! saves is let in between; a small one goes in with it.

use std::io::Read;

use domain::edition::Digest;
use store::{Evidence, Incoming, Offered, Store, Writer};

use crate::error::Error;
use crate::work::{Progress, Visit, step};

/// How much goes in with its act.
pub(crate) const SMALL: u64 = 1 << 20;

/// How much is written in one visit.
const VISIT: usize = 4 << 20;

/// Where a file is while its act is not written down.
#[derive(Debug)]
pub(crate) enum Brought {
    /// In memory.
    Small(Vec<u8>),
    /// In the workspace, and named by nothing there.
    Large(Incoming),
    /// In the workspace since before.
    Here,
}

/// Says how much of all there is has been read or written.
pub(crate) struct Count {
    pub(crate) done: u64,
    pub(crate) of: u64,
}

impl Count {
    /// Says what is being done, and that so many bytes more are behind.
    pub(crate) fn step(
        &mut self,
        progress: &mut Progress<'_>,
        says: &str,
        bytes: usize,
    ) -> Result<(), Error> {
        self.done += u64::try_from(bytes).unwrap_or(u64::MAX);
        let kilobytes = |bytes: u64| usize::try_from(bytes >> 10).unwrap_or(usize::MAX);
        // A file may have grown since it was measured.
        let (done, of) = (self.done.min(self.of), self.of);
        step(progress, says, kilobytes(done), kilobytes(of))
    }
}

/// Brings a large file in, unless it is here already.
pub(crate) fn bring(
    bytes: &mut dyn Read,
    digest: Digest,
    says: &str,
    visit: &mut Visit<'_>,
    (progress, count): (&mut Progress<'_>, &mut Count),
) -> Result<Brought, Error> {
    let mut begun = None;
    visit(&mut |desk| {
        if !desk.store.read(|reader| reader.has_evidence(&digest))? {
            begun = Some(desk.store.begin_incoming()?);
        }
        Ok(())
    })?;
    let Some(mut incoming) = begun else {
        return Ok(Brought::Here);
    };
    let mut piece = Vec::with_capacity(VISIT);
    let most = u64::try_from(VISIT).unwrap_or(u64::MAX);
    let mut pieces = || {
        loop {
            piece.clear();
            count.step(progress, says, 0)?;
            let read = bytes.take(most).read_to_end(&mut piece);
            if read.map_err(store::Error::Stream)? == 0 {
                return Ok(());
            }
            visit(&mut |desk| Ok(desk.store.take_piece(&mut incoming, &piece)?))?;
            count.step(progress, says, piece.len())?;
        }
    };
    match pieces() {
        Ok(()) => Ok(Brought::Large(incoming)),
        Err(error) => {
            let brought = Brought::Large(incoming);
            // If even that fails it is swept when the workspace is next opened.
            let _ = visit(&mut |desk| {
                give_up(&mut desk.store, [&brought]);
                Ok(())
            });
            Err(error)
        }
    }
}

impl Brought {
    /// Makes it evidence, in the write of its act.
    pub(crate) fn keep(
        &self,
        writer: &Writer<'_>,
        digest: &Digest,
        offered: &Offered<'_>,
    ) -> Result<Evidence, Error> {
        Ok(match self {
            Brought::Small(bytes) => writer.add_evidence(&mut bytes.as_slice(), offered)?,
            Brought::Large(incoming) => writer.keep_incoming(incoming, offered)?,
            Brought::Here => writer.evidence(digest)?,
        })
    }
}

/// Takes away what was brought for an act that is not done.
pub(crate) fn give_up<'a>(store: &mut Store, all: impl IntoIterator<Item = &'a Brought>) {
    for brought in all {
        if let Brought::Large(incoming) = brought {
            // What could not be taken away is swept when the workspace is next opened.
            let _ = store.give_up(incoming);
        }
    }
}
