use super::*;
use crate::{Letterhead, made};
use domain::ec::CompetenceStandard;

fn drawn(standard: &CompetenceStandard, pages: Range<usize>, have: &[String]) -> Pages {
    let letterhead = Letterhead { lines: Vec::new() };
    let wanted = Wanted {
        pages,
        have: have.to_vec(),
    };
    let mut on = |_: usize, _: usize| ControlFlow::Continue(());
    crate::pages(standard, &letterhead, &wanted, &mut on).unwrap()
}

/// The pages that were drawn.
fn places(pages: &Pages) -> Vec<usize> {
    pages.drawn.iter().map(|picture| picture.page).collect()
}

#[test]
fn some_pages_are_drawn_as_they_are_among_all_of_them() {
    let standard = made::sample();
    let all = drawn(&standard, 0..usize::MAX, &[]);
    assert!(all.marks.len() > 2 && all.drawn.len() == all.marks.len());

    let some = drawn(&standard, 1..3, &[]);

    assert_eq!(some.drawn, all.drawn[1..3]);
    assert_eq!((&some.marks, &some.spots), (&all.marks, &all.spots));
    assert_eq!(drawn(&standard, 900..901, &[]).drawn, []);
}

#[test]
fn a_page_that_looks_the_same_is_not_drawn_again() {
    let mut standard = made::sample();
    let all = drawn(&standard, 0..usize::MAX, &[]);
    let again = drawn(&standard, 0..usize::MAX, &all.marks);
    assert_eq!(again.drawn, []);

    // A line more on the last page: nothing before it looks another.
    let last = standard.elements.last_mut().unwrap();
    last.glossary
        .last_mut()
        .unwrap()
        .definition
        .push_str(" Otra.");
    let changed = drawn(&standard, 0..usize::MAX, &all.marks);

    assert_eq!(places(&changed), [all.marks.len() - 1]);
    assert_eq!(
        changed.drawn[0].svg,
        drawn(&standard, 0..usize::MAX, &[])
            .drawn
            .last()
            .unwrap()
            .svg
    );
}

#[test]
fn what_is_remembered_draws_what_would_be_drawn_afresh() {
    let mut standard = made::sample();
    drawn(&standard, 0..usize::MAX, &[]);
    for turn in 0..6 {
        let first = &mut standard.elements[0].performances[0].characteristics[0];
        first
            .text
            .push_str(" y palabras de más que hacen otro renglón");
        let kept = drawn(&standard, 0..usize::MAX, &[]);
        // Everything remembered is let go.
        (0..6).for_each(|_| press::forget());
        let afresh = drawn(&standard, 0..usize::MAX, &[]);
        assert_eq!(kept.drawn, afresh.drawn, "turn {turn}");
        assert_eq!(kept.spots, afresh.spots, "turn {turn}");
    }
}

#[test]
fn drawing_is_stopped_at_any_page() {
    let standard = made::sample();
    for stop in 0..3 {
        let mut watch = |drawn: usize, _: usize| match drawn < stop {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        };
        let wanted = Wanted {
            pages: 0..usize::MAX,
            have: Vec::new(),
        };
        let letterhead = Letterhead { lines: Vec::new() };
        let stopped = crate::pages(&standard, &letterhead, &wanted, &mut watch);
        assert!(matches!(stopped, Err(Error::Stopped)));
    }
}
