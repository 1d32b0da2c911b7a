//! Reading can be watched, and stopped between any two steps.

use std::ops::ControlFlow;

use domain::ids::Ids;

use super::made;
use crate::{Error, Step, read_watched};

/// The steps of reading, up to the one where it is stopped.
fn steps(bytes: &[u8], stop: usize) -> (Vec<Step>, Result<(), Error>) {
    let mut steps = Vec::new();
    let read = read_watched(bytes, &mut Ids::fixed(), &mut |step| {
        steps.push(step);
        match steps.len() > stop {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    (steps, read.map(drop))
}

#[test]
fn whatever_is_read_can_be_stopped_at_each_of_its_steps() {
    let long = made::V08.repeat(3);
    for bytes in [long.into_bytes(), made::docx(), made::pdf()] {
        let (all, read) = steps(&bytes, usize::MAX);
        assert_eq!(read, Ok(()));
        assert!(all.len() > 3, "{all:?}");
        assert!(
            all.iter().any(|step| matches!(step, Step::Part { .. })),
            "{all:?}"
        );
        for stop in 0..all.len() {
            let (until, stopped) = steps(&bytes, stop);

            assert_eq!(stopped, Err(Error::Stopped));
            assert_eq!(until, all[..=stop]);
        }
    }
}

#[test]
fn each_page_of_a_pdf_is_told_with_how_many_there_are() {
    let (all, _) = steps(&made::pdf(), usize::MAX);

    let pages = all.iter().filter_map(|step| match step {
        Step::Page { at, of } => Some((*at, *of)),
        _ => None,
    });
    let pages: Vec<_> = pages.collect();
    assert!(!pages.is_empty());
    let count = pages.len();
    assert_eq!(pages, (1..=count).map(|at| (at, count)).collect::<Vec<_>>());
}
