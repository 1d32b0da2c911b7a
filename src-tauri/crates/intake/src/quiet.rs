//! Foreign readers may panic over bytes that nobody made by hand.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

static HUSH: Once = Once::new();

/// Runs what may panic on damaged bytes. Its panic is not printed; every other one is.
pub(crate) fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    HUSH.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.with(Cell::get) {
                usual(info);
            }
        }));
    });
    let before = QUIET.with(|quiet| quiet.replace(true));
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.with(|quiet| quiet.set(before));
    done.ok()
}
