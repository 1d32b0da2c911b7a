//! How the window closes: the page is asked first, so that what is being typed is saved; and the
//! window never hangs, whatever the page does.
//!
//! The page hears the request, saves, and lets the window go; or says that it stays. If it says
//! nothing in time, or the person asks again, the window goes: what it showed as saved is saved.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tauri::{Runtime, Window};

/// How long the page may take to save.
const PATIENCE: Duration = Duration::from_secs(8);

/// A second request this long after the first means that the person insists.
const INSISTENCE: Duration = Duration::from_secs(1);

/// The request to close that the page has not answered yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leaving(Arc<Mutex<Asked>>);

#[derive(Debug, Default)]
struct Asked {
    count: u64,
    since: Option<Instant>,
}

/// What becomes of a request to close.
#[derive(Debug, PartialEq, Eq)]
enum Request {
    /// The page is asked; this is the request's number.
    First(u64),
    /// The page was asked a moment ago.
    Repeated,
    /// The person insists.
    Insisted,
}

impl Leaving {
    /// The window was asked to close. The page hears of it by Tauri's own event.
    pub(crate) fn asked<R: Runtime>(&self, window: &Window<R>) {
        let window = window.clone();
        match self.take(Instant::now()) {
            Request::Repeated => {}
            Request::Insisted => go(&window),
            Request::First(number) => {
                let leaving = self.clone();
                tauri::async_runtime::spawn(async move {
                    tokio::time::sleep(PATIENCE).await;
                    if leaving.still_waits_for(number) {
                        tracing::warn!("the page did not answer, the window closes");
                        go(&window);
                    }
                });
            }
        }
    }

    /// The page answered that the window stays.
    pub(crate) fn forget(&self) {
        self.asked_lock().since = None;
    }

    fn take(&self, now: Instant) -> Request {
        let mut asked = self.asked_lock();
        match asked.since {
            Some(since) if now.duration_since(since) >= INSISTENCE => Request::Insisted,
            Some(_) => Request::Repeated,
            None => {
                asked.count += 1;
                asked.since = Some(now);
                Request::First(asked.count)
            }
        }
    }

    fn still_waits_for(&self, number: u64) -> bool {
        let asked = self.asked_lock();
        asked.count == number && asked.since.is_some()
    }

    fn asked_lock(&self) -> MutexGuard<'_, Asked> {
        // Nothing is half done while it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn go<R: Runtime>(window: &Window<R>) {
    if let Err(error) = window.destroy() {
        tracing::error!("the window would not close: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_who_insists_is_let_go() {
        let leaving = Leaving::default();
        let first = Instant::now();

        assert_eq!(leaving.take(first), Request::First(1));
        assert_eq!(leaving.take(first), Request::Repeated, "a double click");
        assert_eq!(leaving.take(first + INSISTENCE), Request::Insisted);
    }

    #[test]
    fn a_page_that_stays_is_not_closed_by_the_clock() {
        let leaving = Leaving::default();
        let first = Instant::now();
        leaving.take(first);

        leaving.forget();

        assert!(!leaving.still_waits_for(1));
        assert_eq!(leaving.take(first + INSISTENCE), Request::First(2));
        assert!(leaving.still_waits_for(2) && !leaving.still_waits_for(1));
    }
}
