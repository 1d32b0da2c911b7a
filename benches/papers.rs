//! Reading a standard, and writing it: text, PDF and Word, in and out.
//!
//! The yardstick of reading is counting the characters of the same bytes; that of writing, making
//! their canonical JSON.

use std::hint::black_box;
use std::ops::ControlFlow;

use benches::generate;
use chrono::NaiveDate;
use divan::Bencher;
use domain::ids::Ids;
use packets::document::canonical;
use packets::{Letterhead, Wanted, docx, pages, pdf};

/// The criteria of a common standard and of a long one.
const SIZES: [usize; 2] = [20, 100];

fn main() {
    divan::main();
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 3).expect("a day of the calendar")
}

fn as_pdf(criteria: usize) -> Vec<u8> {
    let standard = generate(1, criteria);
    let paper = pdf(&standard, &Letterhead::default(), day());
    paper.expect("a generated standard can be printed").bytes
}

fn as_docx(criteria: usize) -> Vec<u8> {
    let word = docx(&generate(1, criteria), &Letterhead::default());
    word.expect("a generated standard can be printed")
}

#[divan::bench(args = SIZES)]
fn read_pdf(bencher: Bencher<'_, '_>, criteria: usize) {
    let bytes = as_pdf(criteria);
    bencher.bench(|| intake::read(black_box(&bytes), &mut Ids::fixed()));
}

#[divan::bench(args = SIZES)]
fn read_docx(bencher: Bencher<'_, '_>, criteria: usize) {
    let bytes = as_docx(criteria);
    bencher.bench(|| intake::read(black_box(&bytes), &mut Ids::fixed()));
}

#[divan::bench(args = SIZES)]
fn yardstick_of_reading(bencher: Bencher<'_, '_>, criteria: usize) {
    let bytes = as_docx(criteria);
    bencher.bench(|| String::from_utf8_lossy(black_box(&bytes)).chars().count());
}

#[divan::bench(args = SIZES)]
fn write_pdf(bencher: Bencher<'_, '_>, criteria: usize) {
    let standard = generate(1, criteria);
    bencher.bench(|| pdf(black_box(&standard), &Letterhead::default(), day()).is_ok());
}

#[divan::bench(args = SIZES)]
fn write_docx(bencher: Bencher<'_, '_>, criteria: usize) {
    let standard = generate(1, criteria);
    bencher.bench(|| docx(black_box(&standard), &Letterhead::default()).is_ok());
}

#[divan::bench(args = SIZES)]
fn draw_pages(bencher: Bencher<'_, '_>, criteria: usize) {
    let standard = generate(1, criteria);
    let mut on = |_: usize, _: usize| ControlFlow::Continue(());
    let wanted = Wanted {
        pages: 0..usize::MAX,
        have: Vec::new(),
    };
    bencher.bench_local(|| {
        let standard = black_box(&standard);
        pages(standard, &Letterhead::default(), &wanted, &mut on).is_ok()
    });
}

#[divan::bench(args = SIZES)]
fn yardstick_of_writing(bencher: Bencher<'_, '_>, criteria: usize) {
    let standard = generate(1, criteria);
    bencher.bench(|| canonical(black_box(&standard)).len());
}
