//! No line of a source is lost: each is blank, furniture, heading, in a field, or listed.

use domain::calendar::month_named;
use domain::ids::Ids;

use super::made;
use crate::ec::{self, Fate};
use crate::phrase::squeeze;

/// The lines whose words are nowhere in the reading, and those without a fate.
fn missing(bytes: &[u8]) -> Vec<String> {
    let on: &mut crate::Watch<'_> = &mut |_| std::ops::ControlFlow::Continue(());
    let (mut source, repairs) = crate::open(bytes.into(), on).unwrap();
    let account = ec::read(&mut source, repairs, &mut Ids::fixed(), on).unwrap();
    let said = squeeze(&account.reading.to_string());
    let mut out = Vec::new();
    for (raw, fate) in source.lines.iter().zip(&account.fates) {
        let listed = match fate {
            Fate::Blank | Fate::Frame => true,
            Fate::Lost => false,
            Fate::Heading | Fate::Field | Fate::NotUnderstood => {
                let words = raw.text.split(|c: char| !c.is_alphabetic()).map(squeeze);
                let value = |word: &str| VALUES.contains(&word) || month_named(word).is_some();
                let told = |word: &String| value(word) || said.contains(word);
                words.filter(|word| word.len() >= 3).all(|word| told(&word))
            }
        };
        if !listed {
            out.push(format!("{}:{} {fate:?} {}", raw.page, raw.line, raw.text));
        }
    }
    out
}

/// Words that are read as a level, or with a month as a date.
const VALUES: &[&str] = &["del", "uno", "dos", "tres", "cuatro", "cinco"];

#[test]
fn every_line_of_the_samples_is_accounted_for() {
    for sample in made::SAMPLES {
        assert_eq!(missing(sample.as_bytes()), [] as [&str; 0]);
    }
}

#[test]
fn every_line_of_the_published_documents_is_accounted_for() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus");
    for name in [
        "EC1705.txt",
        "EC1804.txt",
        "EC0554_01.txt",
        "EC0217_01.txt",
        "ECM0358.txt",
        "EC0249.pdf",
    ] {
        match std::fs::read(folder.join(name)) {
            Ok(bytes) => assert_eq!(missing(&bytes), [] as [&str; 0], "{name}"),
            Err(_) => eprintln!("skipped: {name} is not here"),
        }
    }
}

#[test]
fn lines_in_any_order_are_accounted_for() {
    let mut chance = made::Chance(7);
    for sample in made::SAMPLES {
        let lines: Vec<&str> = sample.lines().collect();
        for _ in 0..12 {
            let mut shuffled = lines.clone();
            for at in (1..shuffled.len()).rev() {
                shuffled.swap(at, chance.below(at + 1));
            }
            let kept = 1 + chance.below(shuffled.len());
            let text = shuffled[..kept].join("\n");
            if text.trim().is_empty() {
                continue;
            }

            assert_eq!(missing(text.as_bytes()), [] as [&str; 0], "{text}");
        }
    }
}

#[test]
fn a_text_that_is_no_standard_is_listed_line_by_line() {
    let text = "Receta de pan\n\n1. Mezclar la harina\n• con agua\nHornear una hora";

    let reading = super::read(text.as_bytes());

    assert_eq!(reading.format, domain::ec::Format::Unknown);
    assert_eq!(reading.not_understood.len(), 4);
    assert_eq!(reading.standard.elements, []);
    assert_eq!(reading.standard.title, "");
}
