//! A standard as paper can say it.
//!
//! Paper has no controls, no bidirectional marks and no runs of spaces, and one spelling of each
//! accent (NFC). Both writers print this, so what is read back is compared with this too.

use domain::ec::{Classified, CompetenceStandard, Line};
use domain::text;
use unicode_normalization::UnicodeNormalization;

use crate::forms::ecm::as_on_the_sheet;
use crate::writers::fonts::FONTS;

/// What stands for a character that cannot be printed: the replacement character.
pub(crate) const SUBSTITUTE: char = '\u{FFFD}';

/// The standard as Word says it: what reading it is expected to give back, less what paper does not
/// carry (the ids, the code of the source, the minutes of the duration).
pub fn as_printed(standard: &CompetenceStandard) -> CompetenceStandard {
    let mut standard = match standard.is_brand() {
        true => as_on_the_sheet(standard),
        false => standard.clone(),
    };
    each_text(&mut standard, &mut |words, breaks| {
        *words = printable(words, breaks);
    });
    standard
}

/// The standard as its PDF says it: as printed, with a substitute for each character that no font has.
pub fn as_printed_in_pdf(standard: &CompetenceStandard) -> CompetenceStandard {
    let mut standard = as_printed(standard);
    each_text(&mut standard, &mut |words, _| {
        *words = FONTS.cover(words).0;
    });
    standard
}

/// The words as paper can say them.
pub(crate) fn printable(words: &str, breaks: bool) -> String {
    let whole: String = words
        .nfc()
        .filter(|c| !is_variation(*c))
        .map(|c| if is_no_character(c) { SUBSTITUTE } else { c })
        .collect();
    let clean = text::clean(&whole, breaks);
    if !breaks {
        return clean;
    }
    let lines: Vec<&str> = clean.split('\n').filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Picks a picture for the character before it, and is not seen.
fn is_variation(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Set aside by Unicode, and forbidden in XML.
fn is_no_character(c: char) -> bool {
    let code = u32::from(c);
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || code & 0xFFFE == 0xFFFE
}

/// Every text of a standard that is printed, and whether its line breaks are paragraphs.
pub(crate) fn each_text(
    standard: &mut CompetenceStandard,
    change: &mut dyn FnMut(&mut String, bool),
) {
    change(&mut standard.code, false);
    change(&mut standard.title, false);
    let general = &mut standard.general;
    for words in [
        &mut general.purpose,
        &mut general.general_description,
        &mut general.update_paragraph,
        &mut general.level_text,
        &mut general.committee,
    ] {
        change(words, true);
    }
    change(&mut general.review_period, false);
    change(&mut general.certificate_validity, false);
    change(&mut general.evaluation_aspects.duration.printed, false);
    for entries in [
        &mut general.sinco_unit_groups,
        &mut general.scian.sectors,
        &mut general.scian.subsectors,
        &mut general.scian.branches,
        &mut general.scian.subbranches,
        &mut general.scian.industry_classes,
    ] {
        each_entry(entries, change);
    }
    for lines in [
        &mut general.associated_occupations,
        &mut general.unlisted_occupations,
        &mut general.participating_organizations,
        &mut general.related_standards,
        &mut general.evaluation_aspects.practice_details,
        &mut general.evaluation_aspects.requirements,
        &mut general.references,
    ] {
        each_line(lines, change);
    }
    for element in &mut standard.elements {
        change(&mut element.code, false);
        change(&mut element.title, false);
        for criterion in element.performances.iter_mut().chain(&mut element.products) {
            change(&mut criterion.text, false);
            each_line(&mut criterion.characteristics, change);
        }
        for knowledge in &mut element.knowledge {
            change(&mut knowledge.text, false);
            change(&mut knowledge.printed_level, false);
            each_line(&mut knowledge.details, change);
        }
        for attitude in &mut element.attitudes {
            change(&mut attitude.name, false);
            change(&mut attitude.manner, false);
        }
        for contingency in &mut element.contingencies {
            change(&mut contingency.situation, false);
            each_line(&mut contingency.expected_responses, change);
        }
        for entry in &mut element.glossary {
            change(&mut entry.term, false);
            change(&mut entry.definition, false);
        }
    }
}

fn each_line(lines: &mut [Line], change: &mut dyn FnMut(&mut String, bool)) {
    for line in lines {
        change(&mut line.text, false);
    }
}

fn each_entry(entries: &mut [Classified], change: &mut dyn FnMut(&mut String, bool)) {
    for entry in entries {
        change(&mut entry.code, false);
        change(&mut entry.name, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_has_no_controls_and_one_spelling_of_an_accent() {
        assert_eq!(
            printable("A\u{301}rea\u{7} \t de\u{202E}  pie", false),
            "Área de pie"
        );
        assert_eq!(printable("uno\n\n dos\u{FFFF}", true), "uno\ndos\u{FFFD}");
        assert_eq!(printable("❤\u{FE0F}", false), "❤");
    }

    #[test]
    fn every_printed_text_is_visited_once() {
        let mut standard = crate::made::sample();
        let mut seen = 0;

        each_text(&mut standard, &mut |words, _| {
            seen += 1;
            words.push_str(" visto");
        });

        let json = String::from_utf8(crate::document::canonical(&standard)).unwrap();
        assert_eq!(
            json.matches(" visto").count(),
            seen,
            "a text was visited twice"
        );
        for text in [
            &standard.title,
            &standard.general.committee,
            &standard.elements[1].title,
        ] {
            assert!(text.ends_with(" visto"));
        }
    }
}
