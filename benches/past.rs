//! A long history: 3,000 acts on a standard of 300 criteria. What the window asks of it: a page of the
//! history, the same of one place, the text as the first act left it, and what changed since. Each act
//! is taken back one after the other, so this is as long as it takes.

#![expect(
    clippy::print_stdout,
    reason = "what was measured is what a bench says"
)]

mod at_desk;

use std::time::{Duration, Instant};

use desk::Desk;
use desk::wire::{AskHistory, AskWas, Compare, EditRequest, EditStandard, OnlyActs, StandardView};

const CRITERIA: usize = 300;
const ACTS: usize = 3_000;
const TIMES: usize = 10;

fn main() {
    let (folder, mut desk) = at_desk::office();
    let standard = at_desk::taken_in(&mut desk, &folder, CRITERIA);
    let id = standard.id.clone();
    write(&mut desk, &standard);

    tell("a page of the history", || {
        let page = desk.history(history(&id, "")).expect("it has acts");
        assert_eq!(page.acts.len(), 100);
    });
    tell("the acts of one place", || {
        let page = desk.history(history(&id, "E1-D1")).expect("it has acts");
        assert!(!page.acts.is_empty());
    });
    tell("as the first act left it", || {
        let asked = AskWas {
            id: id.clone(),
            document: "STANDARD".to_owned(),
            at: "act:1".to_owned(),
        };
        let was = desk.as_it_was(asked).expect("there is a first act");
        assert!(!was.same);
    });
    tell("what changed since", || {
        let asked = Compare {
            id: id.clone(),
            a: "act:1".to_owned(),
            b: "now".to_owned(),
        };
        let compared = desk.compare(asked).expect("both are there");
        assert!(!compared.changes.is_empty());
    });
}

/// Characteristics written over in turn; each tenth act puts one in at the end of its list, which the
/// app then ends anew.
fn write(desk: &mut Desk, standard: &StandardView) {
    let elements = standard.document.elements.iter();
    let criteria: Vec<_> = elements.flat_map(|element| &element.performances).collect();
    let mut said: Vec<String> = criteria
        .iter()
        .map(|criterion| criterion.text.clone())
        .collect();
    for turn in 0..ACTS {
        let at = turn % criteria.len();
        let part = criteria[at].id.clone();
        let edit = if turn % 10 == 9 {
            EditRequest::Add {
                owner: part,
                list: "characteristics".to_owned(),
                at: 0,
                text: format!("Anotando la medida, vez {turn}"),
                aside: String::new(),
            }
        } else {
            let after = format!("Revisa la lista del taller, vez {turn}:");
            EditRequest::Write {
                part,
                field: "text".to_owned(),
                before: std::mem::replace(&mut said[at], after.clone()),
                after,
            }
        };
        let (id, edits) = (standard.id.clone(), vec![edit]);
        desk.edit_standard(EditStandard { id, edits })
            .expect("it says what it said");
    }
}

fn history(id: &str, place: &str) -> AskHistory {
    AskHistory {
        id: id.to_owned(),
        document: "STANDARD".to_owned(),
        before: None,
        count: 100,
        only: OnlyActs {
            place: place.to_owned(),
            ..OnlyActs::default()
        },
    }
}

fn tell(what: &str, mut done: impl FnMut()) {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            done();
            start.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "{what}: p50 {:.2?}, slowest {:.2?}",
        times[TIMES / 2],
        times[TIMES - 1]
    );
}
