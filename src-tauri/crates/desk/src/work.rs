//! Long work: what takes longer than a person waits in silence.
//!
//! It is three short calls. `Desk::begin_…` takes what is needed, one consistent state, while the desk
//! is held; [`Work::run`] reads, prints, packs with nothing held, says how far it is and can be
//! stopped; `Desk::finish_…` writes down that it was done. What is too large to be written while
//! somebody waits goes into the workspace ahead of that, in short visits ([`Work::bring`]). Until then
//! nothing has a name on disk and no act is written: work that is stopped, or whose case changed meanwhile, leaves nothing behind.
//! A page being composed cannot be interrupted: whoever stops the work is heard right after it.

use std::ops::ControlFlow;

use crate::Desk;
use crate::error::Error;
use crate::wire::WorkView;

/// Hears how far the work is, and answers whether it goes on.
pub type Progress<'a> = dyn FnMut(WorkView) -> ControlFlow<()> + 'a;

/// Lets work in to the desk for a moment: whoever saves is let in between two visits.
pub type Visit<'a> = dyn FnMut(&mut Ask<'_>) -> Result<(), Error> + 'a;

/// What is asked of the desk in one visit.
pub type Ask<'a> = dyn FnMut(&mut Desk) -> Result<(), Error> + 'a;

/// A piece of long work, owned by whoever carries it: it knows nothing of the desk while it runs.
pub trait Work: Sized + Send + 'static {
    /// What there is when it has run: the answer, or what `finish_…` writes down.
    type Done: Send + 'static;

    /// Takes the next thing it needs of the desk, where that is too much for one visit; answers
    /// whether there is more to take.
    fn gather(&mut self, _desk: &mut Desk, _progress: &mut Progress<'_>) -> Result<bool, Error> {
        Ok(false)
    }

    /// Does it.
    fn run(self, progress: &mut Progress<'_>) -> Result<Self::Done, Error>;

    /// Brings what it has into the workspace ahead of the act, where that is too much for one visit.
    /// It is nothing until `finish_…` names it, and where this fails it has been taken away again.
    fn bring(
        _done: &mut Self::Done,
        _visit: &mut Visit<'_>,
        _progress: &mut Progress<'_>,
    ) -> Result<(), Error> {
        Ok(())
    }
}

/// Carries long work to its end for whoever has the desk to themselves.
pub fn carry<W: Work, View>(
    desk: &mut Desk,
    progress: &mut Progress<'_>,
    begin: impl FnOnce(&mut Desk) -> Result<W, Error>,
    finish: impl FnOnce(&mut Desk, W::Done) -> Result<View, Error>,
) -> Result<View, Error> {
    let mut work = begin(desk)?;
    while work.gather(desk, progress)? {}
    let mut done = work.run(progress)?;
    W::bring(&mut done, &mut |ask| ask(desk), progress)?;
    finish(desk, done)
}

/// What a step tells whoever watches a writer or a reader below the desk.
pub(crate) fn flow(told: Result<(), Error>) -> ControlFlow<()> {
    match told {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}

/// Says what is being done, how much of it is behind and how much there is in all (0 where that is
/// not known); an error where the work is to stop.
pub(crate) fn step(
    progress: &mut Progress<'_>,
    says: impl Into<String>,
    done: usize,
    of: usize,
) -> Result<(), Error> {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let view = WorkView {
        says: says.into(),
        done: count(done),
        of: count(of),
    };
    match progress(view) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Error::Stopped),
    }
}
