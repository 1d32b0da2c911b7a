//! What we print, we read: our PDF and our Word file give back the standard they were made from.
//!
//! Equal in everything but `format`, `printed` and `repairs`: what only a source on paper has. The
//! standard is compared as paper can say it (no controls, one spelling of each accent).

use std::path::Path;

use benches::generate;
use domain::ec::CompetenceStandard;
use domain::ids::Ids;
use packets::document::{Document, WithIds};
use packets::{Letterhead, as_printed, as_printed_in_pdf};
use serde_json::Value;

/// How many generated standards are printed and read in each form.
const COUNT: u64 = 200;

fn comparable(standard: &CompetenceStandard) -> Value {
    let mut standard = standard.clone();
    standard.source_code.clear();
    standard.printed = None;
    let mut document = Document::of(&standard, WithIds::No);
    (document.format, document.repairs, document.not_understood) = (None, None, None);
    serde_json::to_value(&document).unwrap()
}

/// Every place where two JSON values differ, with what each says there.
fn differences(at: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            for (key, value) in one {
                let other = other.get(key).unwrap_or(&Value::Null);
                differences(&format!("{at}.{key}"), value, other, found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (nth, (one, other)) in one.iter().zip(other).enumerate() {
                differences(&format!("{at}[{}]", nth + 1), one, other, found);
            }
        }
        _ if one == other => {}
        _ => found.push(format!("{at}:\n  printed {one}\n  read    {other}")),
    }
}

/// Both are the same standard, as its paper (`PDF` or another) can say it.
pub(crate) fn same(what: &str, wanted: &CompetenceStandard, read: &CompetenceStandard) {
    let wanted = match what.ends_with("PDF") {
        true => as_printed_in_pdf(wanted),
        false => as_printed(wanted),
    };
    let mut found = Vec::new();
    differences("", &comparable(&wanted), &comparable(read), &mut found);
    assert!(found.is_empty(), "{what}\n{}", found.join("\n"));
}

#[derive(Debug, Clone, Copy)]
#[expect(clippy::upper_case_acronyms, reason = "as the desk names them")]
enum Form {
    PDF,
    DOCX,
}

const LETTERHEAD: [&str; 2] = ["Consejo de prueba", "Dirección de Sectores"];

fn printed(standard: &CompetenceStandard, form: Form) -> Vec<u8> {
    let letterhead = Letterhead {
        lines: LETTERHEAD.map(ToOwned::to_owned).to_vec(),
    };
    match form {
        Form::PDF => {
            let day = "2026-07-06".parse().unwrap();
            packets::pdf(standard, &letterhead, day).unwrap().bytes
        }
        Form::DOCX => packets::docx(standard, &letterhead).unwrap(),
    }
}

fn there_and_back(what: &str, standard: &CompetenceStandard, form: Form) {
    let reading = intake::read(&printed(standard, form), &mut Ids::fixed())
        .unwrap_or_else(|error| panic!("{what}, {form:?}: {error}"));
    // The letterhead of a single page repeats on no other, so the reader lists it.
    let alone = |text: &str| standard.is_brand() && LETTERHEAD.contains(&text);
    let lost = reading.not_understood.iter();
    let lost: Vec<_> = lost.filter(|line| !alone(&line.text)).collect();
    assert!(lost.is_empty(), "{what}, {form:?}: {lost:?}");
    same(&format!("{what}, {form:?}"), standard, &reading.standard);
}

/// Prints and reads some of the generated standards: small ones, of all shapes.
fn generated(form: Form, seeds: impl Iterator<Item = u64>) {
    for seed in seeds {
        let size = 2 + usize::try_from(seed % 9).unwrap();
        there_and_back(
            &format!("generated {seed} of {size}"),
            &generate(seed, size),
            form,
        );
    }
}

#[test]
fn a_generated_standard_is_read_back_from_its_pdf() {
    generated(Form::PDF, (0..COUNT).step_by(2));
}

#[test]
fn every_other_generated_standard_is_read_back_from_its_pdf_too() {
    generated(Form::PDF, (1..COUNT).step_by(2));
}

#[test]
fn a_generated_standard_is_read_back_from_its_word_file() {
    generated(Form::DOCX, 0..COUNT);
}

#[test]
fn a_long_standard_is_read_back_from_both_papers() {
    for form in [Form::PDF, Form::DOCX] {
        there_and_back("generated 7 of 80", &generate(7, 80), form);
    }
}

#[test]
fn the_sample_is_read_back_from_both_papers() {
    let sample = domain::ec::sketch::sample(&mut Ids::fixed());
    for form in [Form::PDF, Form::DOCX] {
        there_and_back("the sample", &sample, form);
    }
}

#[test]
fn published_standards_are_read_back_from_both_papers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there is no corpus at {}", folder.display());
        return;
    };
    let mut names: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    names.sort();
    let is_standard = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("EC") && (name.ends_with(".txt") || name.ends_with(".pdf"))
    };
    let mut count = 0;
    for path in names.iter().filter(is_standard) {
        let reading = intake::read(&std::fs::read(path).unwrap(), &mut Ids::fixed()).unwrap();
        for form in [Form::PDF, Form::DOCX] {
            there_and_back(
                &path.file_name().unwrap().to_string_lossy(),
                &reading.standard,
                form,
            );
        }
        count += 1;
    }
    assert!(count >= 6, "only {count} standards in {}", folder.display());
}
