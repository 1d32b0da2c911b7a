//! A letter typed in a standard of twenty pages: how long the desk takes to answer with the page one
//! looks at, and with all the others.
//!
//! The yardstick is such a standard set and drawn whole with nothing remembered of it.

#![expect(
    clippy::print_stdout,
    reason = "what was measured is what a bench says"
)]

mod at_desk;

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use benches::generate;
use desk::wire::{AskPages, EditRequest, PagesView};
use desk::{Desk, Work as _};
use packets::{Letterhead, Wanted};

/// The criteria of a standard of twenty pages.
const CRITERIA: usize = 100;
const KEYS: usize = 100;

fn main() {
    let (folder, mut desk) = at_desk::office();
    let standard = at_desk::taken_in(&mut desk, &folder, CRITERIA);
    let criterion = &standard.document.elements[2].performances[1];
    let ids = criterion.characteristic_ids.as_ref();
    let part = ids.map(|ids| ids[0].clone());
    let (before, id) = (&criterion.characteristics[0], &standard.id);

    let first = ask(&mut desk, id, 0..u32::MAX, Vec::new(), Vec::new());
    let spot = first.places.iter().find(|spot| spot.part == part);
    let seen = spot.map_or(0, |spot| spot.page);
    let mut have = first.marks.clone();
    let (mut visible, mut all, mut bytes) = (Vec::new(), Vec::new(), 0);
    for key in 0..KEYS {
        // Word after word, so that lines, and now and then a page, turn elsewhere.
        let typed = vec![EditRequest::Write {
            part: part.clone(),
            field: "text".to_owned(),
            before: before.clone(),
            after: format!("{before} {}{key}", "palabra ".repeat(key / 4)),
        }];
        let start = Instant::now();
        let view = ask(&mut desk, id, seen..seen + 2, typed.clone(), have.clone());
        visible.push(start.elapsed());
        bytes = bytes.max(keep(&mut have, &view));
        let view = ask(&mut desk, id, 0..u32::MAX, typed, have.clone());
        all.push(start.elapsed());
        keep(&mut have, &view);
    }
    println!(
        "{} pages; at most {bytes} bytes drawn in sight",
        first.marks.len()
    );
    tell("set and drawn whole, nothing remembered", yardstick());
    tell("a key: the page in sight", visible);
    tell("a key: all the pages", all);
}

/// The pictures that came are kept; answers with how large they are.
fn keep(have: &mut Vec<String>, view: &PagesView) -> usize {
    have.resize(view.marks.len(), String::new());
    for page in &view.pages {
        let at = page.page as usize;
        have[at].clone_from(&view.marks[at]);
    }
    view.pages.iter().map(|page| page.svg.len()).sum()
}

fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!(
        "{what}: p50 {:.1?}, p95 {:.1?}, slowest {:.1?}",
        at(50),
        at(95),
        at(100)
    );
}

fn ask(
    desk: &mut Desk,
    id: &str,
    pages: std::ops::Range<u32>,
    typed: Vec<EditRequest>,
    have: Vec<String>,
) -> PagesView {
    let asked = AskPages {
        at: String::new(),
        id: id.to_owned(),
        from: pages.start,
        to: pages.end,
        typed,
        have,
    };
    let composing = desk.begin_pages(asked).expect("the standard is there");
    let done = composing.run(&mut |_| ControlFlow::Continue(()));
    done.expect("a generated standard can be printed")
}

/// Standards never set before, of the same size.
fn yardstick() -> Vec<Duration> {
    let wanted = Wanted {
        pages: 0..usize::MAX,
        have: Vec::new(),
    };
    let cold = (2..12).map(|seed| {
        let standard = generate(seed, CRITERIA);
        let start = Instant::now();
        let mut on = |_: usize, _: usize| ControlFlow::Continue(());
        let pages = packets::pages(&standard, &Letterhead::default(), &wanted, &mut on);
        black_box(pages.expect("a generated standard can be printed"));
        start.elapsed()
    });
    cold.collect()
}
