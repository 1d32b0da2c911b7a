//! Which fixed words the form supplies that the source did not print, or printed otherwise.

use std::collections::BTreeSet;

use domain::ec::CompetenceStandard;
use domain::ec::form::{FORM, PARAGRAPHS, SECTIONS};

/// A fixed text that the export supplies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplied {
    /// EC-F-…, or EC-H-… for a heading.
    pub id: &'static str,
    /// What is printed.
    pub text: &'static str,
    /// What the source had in its place; nothing where it had none.
    pub instead_of: Option<String>,
}

/// The fixed paragraphs and section headings that the export prints and the source lacked or had
/// otherwise. A draft made here printed none, so all are supplied.
pub fn supplied(standard: &CompetenceStandard) -> Vec<Supplied> {
    let printed = standard.printed.as_ref();
    let mut out = Vec::new();
    if standard.is_brand() {
        return out; // Its sheet has none of them.
    }
    let headings: BTreeSet<String> = printed
        .iter()
        .flat_map(|printed| &printed.headings)
        .map(|heading| spaced(heading))
        .collect();
    for id in SECTIONS {
        let text = FORM.text(id);
        if !headings.contains(text) {
            out.push(Supplied {
                id,
                text,
                instead_of: alike(&headings, text),
            });
        }
    }
    for id in PARAGRAPHS {
        let text = FORM.text(id);
        let found = printed
            .iter()
            .flat_map(|printed| &printed.fixed_paragraphs)
            .find(|paragraph| paragraph.id == *id)
            .map(|paragraph| spaced(&paragraph.text));
        if found.as_deref() != Some(text) {
            out.push(Supplied {
                id,
                text,
                instead_of: found,
            });
        }
    }
    out
}

/// The heading of the same section in other letters: the same words after its number.
fn alike(headings: &BTreeSet<String>, text: &str) -> Option<String> {
    let words = |heading: &str| {
        let folded = domain::text::fold(heading);
        let mut words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
        words.retain(|word| !word.chars().all(|c| c == 'i'));
        words
    };
    let wanted = words(text);
    headings
        .iter()
        .find(|heading| words(heading) == wanted)
        .cloned()
}

/// The words with single spaces.
fn spaced(text: &str) -> String {
    domain::text::clean(text, false)
}

#[cfg(test)]
mod tests {
    use domain::ec::{FixedParagraph, PrintedForm};

    use super::*;

    #[test]
    fn a_source_that_printed_all_is_supplied_nothing() {
        let mut standard = crate::made::sample();
        standard.printed = Some(PrintedForm {
            headings: SECTIONS.iter().map(|id| FORM.text(id).to_owned()).collect(),
            fixed_paragraphs: PARAGRAPHS
                .iter()
                .map(|id| FixedParagraph {
                    id: (*id).to_owned(),
                    text: FORM.text(id).replace(' ', "  "),
                })
                .collect(),
            ..PrintedForm::default()
        });

        assert_eq!(supplied(&standard), []);
    }

    #[test]
    fn what_the_source_lacked_or_had_otherwise_is_told() {
        let mut standard = crate::made::sample();
        standard.printed = Some(PrintedForm {
            headings: vec![
                "I Datos Generales".to_owned(),
                FORM.text("EC-H-2").to_owned(),
            ],
            fixed_paragraphs: vec![FixedParagraph {
                id: "EC-F-04".to_owned(),
                text: "Asimismo.".to_owned(),
            }],
            ..PrintedForm::default()
        });

        let told = supplied(&standard);

        let ids: Vec<&str> = told.iter().map(|supplied| supplied.id).collect();
        assert_eq!(
            ids,
            [
                "EC-H-1", "EC-H-3", "EC-F-04", "EC-F-05", "EC-F-06", "EC-F-17"
            ]
        );
        assert_eq!(told[0].instead_of.as_deref(), Some("I Datos Generales"));
        assert_eq!(told[2].instead_of.as_deref(), Some("Asimismo."));
        assert_eq!(told[3].instead_of, None);
    }

    #[test]
    fn a_draft_made_here_is_supplied_everything() {
        let mut standard = crate::made::sample();
        standard.printed = None;

        assert_eq!(supplied(&standard).len(), SECTIONS.len() + PARAGRAPHS.len());
    }
}
