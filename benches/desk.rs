//! What a person waits for at the desk: a save, the standard with all that is known of it, the
//! register and the first room among 2,000 standards, a search.

use std::sync::atomic::{AtomicU32, Ordering};

use benches::register;
use chrono::NaiveDate;
use desk::wire::{AskStandards, ById, EditPlace, Nothing, Search};
use desk::{Desk, Moment};
use divan::Bencher;

const STANDARDS: u64 = 2_000;

fn main() {
    divan::main();
}

/// A day, and a chance that is never the same twice.
fn clock() -> Moment {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    Moment {
        today: NaiveDate::from_ymd_opt(2026, 7, 3).expect("a day of the calendar"),
        millis: 1_783_080_000_000,
        offset_minutes: -360,
        chance: u128::from(next) << 40,
    }
}

/// A workspace on disk with so many standards, as drafts with their titles.
fn office(standards: u64) -> (tempfile::TempDir, Desk, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder for the run");
    let path = folder.path().join("espacio.cauce");
    let mut desk = Desk::open(&path, "Banco", Box::new(clock)).expect("a new workspace opens");
    let ids = register(standards)
        .iter()
        .map(|standard| {
            let request = desk::wire::NewStandard {
                title: standard.title.clone(),
            };
            desk.new_standard(request).expect("a title is enough").id
        })
        .collect();
    (folder, desk, ids)
}

#[divan::bench(sample_count = 20)]
fn save_one_edit(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(1);
    let made = desk.load_sample(Nothing {}).expect("the sample loads");
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        let request = EditPlace {
            id: made.id.clone(),
            place: "E1-D1.1".to_owned(),
            field: String::new(),
            text: format!("En presencia de {turn} personas,"),
        };
        desk.edit_place(request).is_ok()
    });
}

#[divan::bench(sample_count = 20)]
fn open_one_standard(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(1);
    let made = desk.load_sample(Nothing {}).expect("the sample loads");
    bencher.bench_local(|| {
        desk.standard(ById {
            id: made.id.clone(),
        })
        .is_ok()
    });
}

#[divan::bench(sample_count = 10)]
fn the_first_room_among_2000(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(STANDARDS);
    bencher.bench_local(|| desk.home(Nothing {}).is_ok());
}

#[divan::bench(sample_count = 10)]
fn the_register_of_2000(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(STANDARDS);
    bencher.bench_local(|| {
        let request = AskStandards {
            query: "mantenimiento".to_owned(),
            state: None,
        };
        desk.standards(request).is_ok()
    });
}

#[divan::bench(sample_count = 10)]
fn search_among_2000(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(STANDARDS);
    bencher.bench_local(|| {
        let query = "mantenimiento de equ".to_owned();
        desk.search(Search { query }).is_ok()
    });
}
