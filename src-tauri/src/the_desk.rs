//! The one desk behind the door.
//!
//! It is opened when it is first asked something, and again if that failed: a workspace that another
//! window holds, or that cannot be read, is said to the person in the page, and trying again is
//! asking once more.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use desk::wire::Trouble;
use desk::{Ask, Code, Desk, Error, Moment};

use crate::hold::{Busy, Hold};

/// What takes longer than this is noted in the log.
const SLOW: u128 = 300;

/// How the desk of a workspace is opened.
type Opening = Box<dyn Fn(&Path) -> Result<Open, Trouble> + Send>;

/// An open desk, and the hold on its workspace.
struct Open {
    desk: Desk,
    _hold: Option<Hold>,
}

/// The desk, for one command at a time.
#[derive(Clone)]
pub struct TheDesk(Arc<Mutex<Behind>>);

struct Behind {
    workspace: PathBuf,
    opening: Opening,
    open: Option<Open>,
}

impl TheDesk {
    /// The desk of a workspace in a file, for this window alone.
    pub fn on(workspace: PathBuf, person: String, clock: fn() -> Moment) -> TheDesk {
        let opening = move |workspace: &Path| {
            if let Some(folder) = workspace.parent() {
                // The store says what is wrong with a folder that cannot be made.
                let _ = std::fs::create_dir_all(folder);
            }
            let hold = Hold::take(workspace).map_err(busy)?;
            let desk = Desk::open(workspace, &person, Box::new(clock));
            let mut desk = desk.map_err(|error| error.trouble())?;
            desk.answer_meanwhile();
            Ok(Open { desk, _hold: hold })
        };
        TheDesk::opening(workspace, Box::new(opening))
    }

    /// The desk of a workspace that is gone when the window is, for tests.
    pub fn in_memory(person: String, clock: fn() -> Moment) -> TheDesk {
        let opening = move |_: &Path| {
            let desk = Desk::in_memory(&person, Box::new(clock));
            let desk = desk.map_err(|error| error.trouble())?;
            Ok(Open { desk, _hold: None })
        };
        TheDesk::opening(PathBuf::new(), Box::new(opening))
    }

    fn opening(workspace: PathBuf, opening: Opening) -> TheDesk {
        TheDesk(Arc::new(Mutex::new(Behind {
            workspace,
            opening,
            open: None,
        })))
    }

    /// The file of the workspace, whether it opens or not.
    pub(crate) fn workspace(&self) -> PathBuf {
        self.behind().workspace.clone()
    }

    /// Opens another workspace in the place of this one. Where it does not open, this one stays.
    pub(crate) fn change_to(&self, workspace: &Path) -> Result<(), Trouble> {
        let mut behind = self.behind();
        if behind.workspace == workspace {
            // It may have opened since: what holds it must not be asked to let go first.
            behind.open = None;
        }
        let opened = (behind.opening)(workspace)?;
        behind.open = Some(opened);
        behind.workspace = workspace.to_owned();
        Ok(())
    }

    fn behind(&self) -> MutexGuard<'_, Behind> {
        // A panic undid its own transaction: the desk it left is whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the desk one thing, away from the threads that serve the window.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        command: &'static str,
        ask: impl FnOnce(&mut Desk) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Trouble> {
        let here = self.clone();
        let asked = tauri::async_runtime::spawn_blocking(move || here.answer(command, ask)).await;
        asked.unwrap_or_else(|failure| Err(panicked(command, &failure.to_string())))
    }

    /// Does what needs no desk, on a thread of its own: the desk is free meanwhile.
    pub(crate) async fn apart<T: Send + 'static>(
        &self,
        command: &'static str,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Trouble> {
        let start = Instant::now();
        let worked = tauri::async_runtime::spawn_blocking(work).await;
        let worked = worked.map_err(|failure| panicked(command, &failure.to_string()))?;
        answered(command, start, worked)
    }

    /// Lets long work in for a moment. It was begun at an open desk; where that is gone, so is what it
    /// was begun for.
    pub(crate) fn visit(&self, ask: &mut Ask<'_>) -> Result<(), Error> {
        match &mut self.behind().open {
            Some(open) => ask(&mut open.desk),
            None => Err(Error::Stopped),
        }
    }

    fn answer<T>(
        &self,
        command: &str,
        ask: impl FnOnce(&mut Desk) -> Result<T, Error>,
    ) -> Result<T, Trouble> {
        let start = Instant::now();
        let mut behind = self.behind();
        if behind.open.is_none() {
            let opened = (behind.opening)(&behind.workspace).inspect_err(|trouble| {
                tracing::warn!("the workspace does not open: {:?}", trouble.code);
            })?;
            behind.open = Some(opened);
        }
        let Some(open) = &mut behind.open else {
            return Err(panicked(command, "the desk was just opened"));
        };
        let answer = ask(&mut open.desk);
        answered(command, start, answer)
    }
}

/// Notes in the log what was slow, refused or failed.
fn answered<T>(command: &str, start: Instant, answer: Result<T, Error>) -> Result<T, Trouble> {
    let millis = start.elapsed().as_millis();
    if millis > SLOW {
        tracing::info!("{command} took {millis} ms");
    }
    answer.map_err(|error| {
        let trouble = error.trouble();
        if error.is_refusal() {
            tracing::info!("{command} refused after {millis} ms: {:?}", trouble.code);
        } else {
            tracing::warn!("{command} failed after {millis} ms: {:?}", trouble.code);
        }
        trouble
    })
}

fn busy(_: Busy) -> Trouble {
    Trouble {
        code: Code::WorkspaceLocked,
        says: "Este espacio de trabajo ya está abierto en otra ventana de Cauce. No se tocó nada: siga en esa ventana, o ciérrela y repita.".to_owned(),
        detail: "another window holds the workspace".to_owned(),
        unmet: Vec::new(),
    }
}

pub(crate) fn panicked(command: &str, detail: &str) -> Trouble {
    tracing::error!("{command} panicked: {detail}");
    Trouble {
        code: Code::WorkspaceFailed,
        says: "Algo falló dentro de Cauce y la orden no se completó. Lo guardado está intacto: repita; si vuelve a pasar, cierre y abra la ventana.".to_owned(),
        detail: detail.to_owned(),
        unmet: Vec::new(),
    }
}
