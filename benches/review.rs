//! Reviewing: one standard, a long one, and a whole register on two threads.

use std::hint::black_box;
use std::thread;

use benches::{generate, register};
use checks::{Context, Registered, review};
use divan::Bencher;
use domain::ec::CompetenceStandard;
use domain::rule_pack::RulePack;

fn main() {
    // The dictionary loads once in the life of the program, and is no part of a review.
    let pack = RulePack::shipped();
    let context = Context {
        pack: &pack,
        registered: &[],
        near: None,
        beside: checks::Beside::default(),
        lists: &[],
    };
    black_box(review(&generate(0, 20), &context));
    divan::main();
}

/// A standard with so many criteria.
#[divan::bench(args = [20, 300])]
fn one_standard(bencher: Bencher<'_, '_>, criteria: usize) {
    let pack = RulePack::shipped();
    let context = Context {
        pack: &pack,
        registered: &[],
        near: None,
        beside: checks::Beside::default(),
        lists: &[],
    };
    let standard = generate(1, criteria);
    bencher.bench(|| review(black_box(&standard), &context));
}

/// As many standards as the register had in 2026, each compared with all, on two threads.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_register_of_1759_on_two_threads(bencher: Bencher<'_, '_>) {
    let pack = RulePack::shipped();
    let standards = register(1_759);
    let titles = standards.iter().map(|standard| Registered {
        code: standard.code.clone(),
        title: standard.title.clone(),
        level: standard.general.snc_level,
    });
    let registered: Vec<Registered> = titles.collect();
    let context = Context {
        pack: &pack,
        registered: &registered,
        near: None,
        beside: checks::Beside::default(),
        lists: &[],
    };
    let (first, second) = standards.split_at(standards.len() / 2);
    let findings = |some: &[CompetenceStandard]| -> usize {
        some.iter().map(|one| review(one, &context).len()).sum()
    };
    bencher.bench(|| {
        thread::scope(|scope| {
            let other = scope.spawn(|| findings(second));
            findings(first) + other.join().expect("a review never panics")
        })
    });
}
