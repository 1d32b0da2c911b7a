//! The published documents, counted by hand. They are not part of the project: where they are absent the
//! tests say so and pass.

use std::path::PathBuf;

use chrono::NaiveDate;
use domain::ec::Format;

use super::{read, shape};
use crate::Reading;

fn published(name: &str) -> Option<Reading> {
    let path: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "../../../../shared/corpus",
        name,
    ]
    .iter()
    .collect();
    match std::fs::read(&path) {
        Ok(bytes) => Some(read(&bytes)),
        Err(_) => {
            eprintln!("skipped: {name} is not here");
            None
        }
    }
}

fn shapes(reading: &Reading) -> Vec<String> {
    reading.standard.elements.iter().map(shape).collect()
}

#[test]
fn the_first_standard_of_the_form_in_force_is_read_whole() {
    let Some(reading) = published("EC1705.txt") else {
        return;
    };

    assert_eq!(reading.format, Format::F21V08);
    assert_eq!(
        shapes(&reading),
        [
            "D 8 | P  | C 0,0,0,0,0,0 | A 0 | S  | G 3",
            "D 2,4,4,3 | P 4,4,4 | C 0,0 | A 2 | S  | G 4",
            "D 2,2 | P  | C  | A 1 | S  | G 0",
        ]
    );
    assert_eq!(reading.not_understood, []);
    assert_eq!(reading.repairs.len(), 5);
}

#[test]
fn a_standard_with_many_split_words_is_read_whole() {
    let Some(reading) = published("EC1804.txt") else {
        return;
    };

    assert_eq!(
        shapes(&reading),
        [
            "D 4,5,9 | P  | C 0,0,0,0 | A 3 | S  | G 0",
            "D 5,4,2,7,8,6 | P 5 | C  | A 1 | S  | G 0",
            "D 8,7,7,2,3,6,3 | P  | C  | A 2 | S  | G 0",
        ]
    );
    let general = &reading.standard.general;
    assert_eq!(general.approval_date, NaiveDate::from_ymd_opt(2026, 5, 22));
    assert_eq!(general.sinco_unit_groups.len(), 3);
    assert_eq!(general.scian.subsectors[0].code, "561");
    assert_eq!(reading.not_understood, []);
}

#[test]
fn an_update_in_the_form_before_is_read_whole() {
    let Some(reading) = published("EC0554_01.txt") else {
        return;
    };

    assert_eq!(reading.format, Format::NFo02V7);
    assert_eq!(
        shapes(&reading),
        [
            "D 4,6,5 | P  | C 0,0 | A 3 | S  | G 3",
            "D 7 | P  | C 0 | A 3 | S  | G 6",
            "D 5,5 | P  | C  | A 0 | S  | G 2",
        ]
    );
    let general = &reading.standard.general;
    assert_eq!(general.update_paragraph.lines().count(), 2);
    assert_eq!(general.evaluation_aspects.practice_details.len(), 4);
    assert!(
        reading
            .repairs
            .iter()
            .any(|repair| repair.to == "competencia")
    );
    assert_eq!(reading.not_understood, []);
}

#[test]
fn a_long_standard_is_read_whole() {
    let Some(reading) = published("EC0217_01.txt") else {
        return;
    };

    assert_eq!(
        shapes(&reading),
        [
            "D 5 | P 7,17,5,5,3,3,3,4,4,4,2 | C 1,1,0 | A 2 | S  | G 22",
            "D 11,8,9,10,11,20,4,6 | P  | C 2 | A 3 | S  | G 11",
            "D 6,5,4,3 | P 5,13 | C  | A 0 | S  | G 1",
        ]
    );
    assert_eq!(reading.standard.general.related_standards.len(), 11);
    assert_eq!(reading.not_understood, []);
}

#[test]
fn a_published_pdf_is_read_whole() {
    let Some(reading) = published("EC0249.pdf") else {
        return;
    };

    assert_eq!(reading.format, Format::NFo02V6);
    assert_eq!(
        shapes(&reading),
        [
            "D 6 | P 4,1,3,8,4,8,2,4 | C 1,1,2,2,2 | A 2 | S  | G 4",
            "D  | P 3,5 | C  | A 1 | S  | G 0",
            "D 11 | P 10,6,3,5,9 | C  | A 2 | S  | G 0",
        ]
    );
    let general = &reading.standard.general;
    assert_eq!(general.snc_level, Some(5));
    assert_eq!(general.approval_date, NaiveDate::from_ymd_opt(2012, 7, 17));
    assert_eq!(
        general.publication_date,
        NaiveDate::from_ymd_opt(2012, 10, 16)
    );
    assert_eq!(
        (
            general.review_period.as_str(),
            general.certificate_validity.as_str()
        ),
        ("2 años", "4 años")
    );
    assert_eq!(general.scian.industry_classes.len(), 2);
    assert_eq!(reading.not_understood, []);
}

#[test]
fn a_brand_sheet_is_read_whole() {
    let Some(reading) = published("ECM0358.txt") else {
        return;
    };

    assert_eq!(reading.format, Format::EcmSheet);
    let standard = &reading.standard;
    assert_eq!(standard.title, "Fundamentos de IA generativa por Microsoft");
    assert_eq!(standard.general.snc_level, Some(4));
    assert_eq!(standard.general.certificate_validity, "Indefinida.");
    assert_eq!(reading.not_understood, []);
}
