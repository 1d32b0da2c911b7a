use super::*;
use crate::{Letterhead, made, pages};
use domain::ec::CompetenceStandard;

fn drawn(standard: &CompetenceStandard, wanted: Range<usize>) -> Pages {
    let letterhead = Letterhead { lines: Vec::new() };
    pages(standard, &letterhead, wanted, &mut |_, _| {
        ControlFlow::Continue(())
    })
    .unwrap()
}

#[test]
fn some_pages_are_drawn_as_they_are_among_all_of_them() {
    let standard = made::sample();
    let all = drawn(&standard, 0..usize::MAX);
    assert!(all.count > 2 && all.svg.len() == all.count);

    let some = drawn(&standard, 1..3);

    assert_eq!(some.svg, all.svg[1..3]);
    assert_eq!((some.count, &some.spots), (all.count, &all.spots));
    assert_eq!(drawn(&standard, 900..901).svg, [""; 0]);
}

#[test]
fn drawing_is_stopped_at_any_page() {
    let standard = made::sample();
    for stop in 0..3 {
        let mut watch = |drawn: usize, _: usize| match drawn < stop {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        };
        let stopped = pages(
            &standard,
            &Letterhead { lines: Vec::new() },
            0..usize::MAX,
            &mut watch,
        );
        assert!(matches!(stopped, Err(Error::Stopped)));
    }
}
