//! Long work: carried on a thread of its own, asked how far it is, and stopped.
//!
//! The page numbers what it asks for. While it waits for the answer it may ask how the work of that
//! number stands, and stop it; nothing is sent to it that it did not ask for. Neither question waits
//! for the desk.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use desk::wire::{AskWork, Nothing, Trouble, WorkView};
use desk::{Desk, Error, Work};
use tauri::State;

use crate::the_desk::TheDesk;

/// How long a window that closes waits for what was stopped to clear its file away.
const PATIENCE: Duration = Duration::from_millis(500);

/// The long work of this window.
#[derive(Clone, Default)]
pub struct Works(Arc<Mutex<BTreeMap<u32, Arc<Running>>>>);

/// One piece of long work while it runs.
#[derive(Default)]
struct Running {
    stopped: AtomicBool,
    standing: Mutex<Option<WorkView>>,
}

impl Running {
    fn hear(&self, view: WorkView) -> ControlFlow<()> {
        *locked(&self.standing) = Some(view);
        match self.stopped.load(Ordering::SeqCst) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }
}

/// A place among the works, given back when the work has ended, however it ended.
struct Place {
    works: Works,
    number: u32,
    running: Arc<Running>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut works = locked(&self.works.0);
        let mine = |running: &Arc<Running>| Arc::ptr_eq(running, &self.running);
        if works.get(&self.number).is_some_and(mine) {
            works.remove(&self.number);
        }
    }
}

impl Works {
    /// Carries long work from the page's question to its answer.
    pub(crate) async fn carry<W: Work, View: Send + 'static>(
        &self,
        desk: &TheDesk,
        command: &'static str,
        number: u32,
        begin: impl FnOnce(&mut Desk) -> Result<W, Error> + Send + 'static,
        finish: impl FnOnce(&mut Desk, W::Done) -> Result<View, Error> + Send + 'static,
    ) -> Result<View, Trouble> {
        let place = self.place(number);
        let mut work = desk.ask(command, begin).await?;
        loop {
            let running = place.running.clone();
            let gathered = desk.ask(command, move |desk| {
                let more = work.gather(desk, &mut |view| running.hear(view))?;
                Ok((work, more))
            });
            let (back, more) = gathered.await?;
            work = back;
            if !more {
                break;
            }
        }
        let (running, here) = (place.running.clone(), desk.clone());
        let run = move || {
            let mut progress = |view| running.hear(view);
            let mut done = work.run(&mut progress)?;
            W::bring(&mut done, &mut |ask| here.visit(ask), &mut progress)?;
            Ok(done)
        };
        let done = desk.apart(command, run).await?;
        desk.ask(command, move |desk| finish(desk, done)).await
    }

    /// How far a piece of work is.
    fn standing(&self, number: u32) -> WorkView {
        let running = locked(&self.0).get(&number).cloned();
        let standing = running.and_then(|running| locked(&running.standing).clone());
        standing.unwrap_or(WorkView {
            says: String::new(),
            done: 0,
            of: 0,
        })
    }

    fn stop(&self, number: u32) {
        if let Some(running) = locked(&self.0).get(&number) {
            running.stopped.store(true, Ordering::SeqCst);
        }
    }

    /// The window goes: all work is stopped, and what is at a file is let clear it away. What is
    /// setting pages takes longer to hear of it, and has no file yet.
    pub(crate) fn leave(&self) {
        for running in locked(&self.0).values() {
            running.stopped.store(true, Ordering::SeqCst);
        }
        let since = Instant::now();
        while !locked(&self.0).is_empty() && since.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn place(&self, number: u32) -> Place {
        let running = Arc::new(Running::default());
        let before = locked(&self.0).insert(number, running.clone());
        // A page that was loaded again counts from one: what it no longer waits for is stopped.
        if let Some(before) = before {
            before.stopped.store(true, Ordering::SeqCst);
        }
        Place {
            works: self.clone(),
            number,
            running,
        }
    }
}

/// Says how far a piece of long work is.
#[tauri::command]
pub(crate) async fn work(works: State<'_, Works>, request: AskWork) -> Result<WorkView, Trouble> {
    Ok(works.standing(request.work))
}

/// Asks a piece of long work to stop: it does so at its next step, and its own answer says so.
#[tauri::command]
pub(crate) async fn stop_work(
    works: State<'_, Works>,
    request: AskWork,
) -> Result<Nothing, Trouble> {
    works.stop(request.work);
    Ok(Nothing {})
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is half done while one of these is held.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(says: &str) -> WorkView {
        WorkView {
            says: says.to_owned(),
            done: 1,
            of: 2,
        }
    }

    #[test]
    fn work_stands_where_it_last_said_until_it_ends() {
        let works = Works::default();
        let place = works.place(3);
        assert_eq!(works.standing(3).says, "");

        assert!(place.running.hear(view("Leyendo")).is_continue());

        assert_eq!(works.standing(3), view("Leyendo"));
        drop(place);
        assert_eq!(works.standing(3).says, "");
    }

    #[test]
    fn work_that_is_stopped_hears_of_it_at_its_next_step_and_no_other_does() {
        let works = Works::default();
        let (one, two) = (works.place(1), works.place(2));

        works.stop(1);

        assert!(one.running.hear(view("Leyendo")).is_break());
        assert!(two.running.hear(view("Leyendo")).is_continue());
    }

    #[test]
    fn a_number_that_is_given_again_stops_what_had_it_and_keeps_what_has_it() {
        let works = Works::default();
        let before = works.place(1);
        let now = works.place(1);
        assert!(now.running.hear(view("Imprimiendo")).is_continue());

        assert!(before.running.hear(view("Leyendo")).is_break());
        drop(before);

        assert_eq!(works.standing(1), view("Imprimiendo"));
    }

    #[test]
    fn a_window_that_goes_stops_all_its_work_and_waits_for_what_ends_soon() {
        let works = Works::default();
        let place = works.place(1);
        let ends = std::thread::spawn(move || {
            while place.running.hear(view("Escribiendo")).is_continue() {
                std::thread::yield_now();
            }
        });

        works.leave();

        assert!(locked(&works.0).is_empty());
        ends.join().unwrap();
    }
}
