//! A whole standard, and an act, for this crate's tests.

use domain::act::{Draft, Proof};
use domain::ec::sketch::sample;
use domain::ec::{CompetenceStandard, FixedParagraph, Format, PrintedForm};
use domain::edition::Digest;
use domain::ids::Ids;

/// The sample, as a document printed it: with a form around it, a number twice and a colon missing.
pub(crate) fn standard(ids: &mut Ids) -> CompetenceStandard {
    let mut standard = sample(ids);
    standard.source_code = "EC9999".to_owned();
    standard.general.approval_date = "2025-03-01".parse().ok();
    let first = &mut standard.elements[0];
    first.performances[1].number = 1;
    first.attitudes[0].colon = false;
    first.knowledge[0].printed_level = "Compresion".to_owned();
    first.knowledge[0].level = None;
    standard.printed = Some(PrintedForm {
        format: Some(Format::NFo02V7),
        profile_titles: vec!["Diagnosticar".to_owned(), String::new()],
        headings: vec!["I.- Datos Generales".to_owned()],
        fixed_paragraphs: vec![FixedParagraph {
            id: "EC-F-04".to_owned(),
            text: "El presente estándar".to_owned(),
        }],
    });
    standard
}

/// An act with everything in it.
pub(crate) fn act(word: &str) -> Draft {
    Draft {
        act: word.to_owned(),
        on: "2026-07-03".to_owned(),
        at: "2026-07-03T10:00:00.000Z".to_owned(),
        by: "Íñigo «el \"jefe\"»\n".to_owned(),
        subject: Some(Digest::of(b"antes")),
        result: None,
        evidence: vec![
            Proof {
                requirement: "EC-SUP-7".to_owned(),
                file: Digest::of(b"aval"),
            },
            Proof {
                requirement: "EC-SUP-1".to_owned(),
                file: Digest::of(b"oficio"),
            },
        ],
        body: r#"{"note":"x"}"#.to_owned(),
    }
}
