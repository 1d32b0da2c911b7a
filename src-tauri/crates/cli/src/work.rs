//! Long work at the command line: how far it is, on the last line of a terminal, and Ctrl-C.

use std::io::{IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use desk::wire::WorkView;
use desk::{Desk, Error, Work, carry};

/// Whether there is long work, which ends by itself when it is told to.
static WORKING: AtomicBool = AtomicBool::new(false);
/// Whether it was told to.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// How a shell reads that a person interrupted.
const INTERRUPTED: i32 = 130;

/// What takes less than this says nothing.
const PATIENCE: Duration = Duration::from_millis(300);

/// Listens for Ctrl-C from now on. Long work is stopped and leaves nothing behind; who insists, and
/// what is short, ends at once.
pub(crate) fn listen() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    // Without it the system ends the process at once, as it does with any other.
    let Ok(runtime) = runtime else { return };
    std::thread::spawn(move || {
        while runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            let insists = STOPPED.swap(true, Ordering::SeqCst);
            if insists || !WORKING.load(Ordering::SeqCst) {
                std::process::exit(INTERRUPTED);
            }
        }
    });
}

/// Carries long work, saying how far it is.
pub(crate) fn work<W: Work, View>(
    desk: &mut Desk,
    begin: impl FnOnce(&mut Desk) -> Result<W, Error>,
    finish: impl FnOnce(&mut Desk, W::Done) -> Result<View, Error>,
) -> Result<View, Error> {
    watched(|said| carry(desk, &mut |view| said.hear(&view), begin, finish))
}

/// Does long work that asks nothing of a desk, saying how far it is.
pub(crate) fn alone<W: Work>(work: W) -> Result<W::Done, Error> {
    watched(|said| work.run(&mut |view| said.hear(&view)))
}

fn watched<T>(work: impl FnOnce(&mut Line) -> Result<T, Error>) -> Result<T, Error> {
    WORKING.store(true, Ordering::SeqCst);
    let mut line = Line {
        since: Instant::now(),
        shown: String::new(),
    };
    let done = work(&mut line);
    line.clear();
    WORKING.store(false, Ordering::SeqCst);
    done
}

/// The last line of the terminal.
struct Line {
    since: Instant,
    shown: String,
}

impl Line {
    fn hear(&mut self, view: &WorkView) -> ControlFlow<()> {
        if STOPPED.load(Ordering::SeqCst) {
            return ControlFlow::Break(());
        }
        let says = match view.of {
            0 => format!("{}…", view.says),
            of => format!(
                "{}… {} %",
                view.says,
                u64::from(view.done.min(of)) * 100 / u64::from(of)
            ),
        };
        let mut out = std::io::stderr();
        if says != self.shown && self.since.elapsed() > PATIENCE && out.is_terminal() {
            // A closed terminal has nobody to tell.
            let _ = write!(out, "\r\u{1b}[K{says}");
            let _ = out.flush();
            self.shown = says;
        }
        ControlFlow::Continue(())
    }

    fn clear(&mut self) {
        if !self.shown.is_empty() {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}
