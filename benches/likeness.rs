//! How long the desk takes to say what is like a title while it is written: in registers of 5,000 and
//! 150,000 standards, and how long the index takes to be made.
//!
//! The limits are on what nineteen of twenty answers take, so the slow end is printed and not only the
//! middle. The titles have the words of the generated standards.

#![expect(
    clippy::print_stdout,
    reason = "what was measured is what a bench says"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use benches::generate;
use checks::Likeness;

/// How many titles are asked for.
const ASKED: usize = 400;

/// How many different words there are to make titles of.
const SOURCES: u64 = 400;

fn main() {
    // What standards say of themselves is what titles are made of.
    let words: Vec<String> = (0..SOURCES)
        .map(|seed| generate(seed, 8))
        .flat_map(|it| [it.title, it.general.purpose, it.general.general_description])
        .flat_map(|text| text.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    for standards in [1_477, 5_000, 150_000] {
        let word = |n: usize| words[n.wrapping_mul(2_654_435_761) % words.len()].as_str();
        let titles: Vec<String> = (0..standards)
            .map(|n| {
                let long = 5 + n % 9;
                let said: Vec<&str> = (0..long).map(|at| word(n * 31 + at * 7)).collect();
                format!("{} {}", said.join(" "), n % 997)
            })
            .collect();
        let start = Instant::now();
        let index = Likeness::of(titles.iter().map(String::as_str));
        let made = start.elapsed();
        let mut took: Vec<Duration> = (0..ASKED)
            .map(|n| {
                // As it is written: in another order.
                let title = &titles[n * titles.len() / ASKED];
                let text = title.split(' ').rev().collect::<Vec<_>>().join(" ");
                let start = Instant::now();
                black_box(index.like(black_box(&text), 18));
                start.elapsed()
            })
            .collect();
        took.sort_unstable();
        let at = |hundredths: usize| took[(took.len() - 1) * hundredths / 100];
        println!(
            "{standards} standards: index {made:.1?}; answer p50 {:.2?}, p95 {:.2?}, slowest {:.2?}",
            at(50),
            at(95),
            at(100)
        );
    }
}
