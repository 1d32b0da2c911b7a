//! A desk for the benches: a workspace on disk, a clock, and generated standards taken in.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU32, Ordering};

use benches::generate;
use chrono::NaiveDate;
use desk::wire::{AtPath, ById, StandardView};
use desk::{Desk, Moment, carry};
use packets::{Letterhead, docx};
use tempfile::TempDir;

/// A day, and a chance that is never the same twice.
pub(crate) fn clock() -> Moment {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    Moment {
        today: NaiveDate::from_ymd_opt(2026, 7, 3).expect("a day of the calendar"),
        millis: 1_783_080_000_000,
        offset_minutes: -360,
        chance: u128::from(next) << 40,
    }
}

/// A new workspace on disk, gone with its folder.
pub(crate) fn office() -> (TempDir, Desk) {
    let folder = tempfile::tempdir().expect("a folder for the run");
    let path = folder.path().join("espacio.cauce");
    let desk = Desk::open(&path, "Banco", Box::new(clock)).expect("a new workspace opens");
    (folder, desk)
}

/// A standard of so many criteria, taken in from a Word file.
pub(crate) fn taken_in(desk: &mut Desk, folder: &TempDir, criteria: usize) -> StandardView {
    let path = folder.path().join("estándar.docx");
    let word = docx(&generate(1, criteria), &Letterhead::default());
    let word = word.expect("a generated standard can be printed");
    std::fs::write(&path, word).expect("the folder can be written");
    let asked = AtPath {
        path: path.display().to_string(),
    };
    let begin = |desk: &mut Desk| desk.begin_import(asked);
    let mut on = |_| ControlFlow::Continue(());
    let made = carry(desk, &mut on, begin, Desk::finish_import).expect("a printed file is read");
    desk.standard(ById { id: made.id })
        .expect("what was taken in is there")
}
