//! The punctuation of a list of characteristics, kept by the app: nobody who drafts types «, y».
//!
//! A list whose lines end as the form asks goes on ending so whatever is done to it. One that ends
//! otherwise is the author's: the reviewer speaks of it, and nothing here touches it.

use domain::ec::edit::Edit;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, Criterion, Line};
use domain::ids::PartId;

use crate::rules::performances::{
    Ending, closes_inside, ending, is_abbreviation, is_old, sounds_either_way,
};
use crate::words::{nouns, tokens};

/// The edits by which each list that was punctuated as the form asks still is, after what was done to
/// it between one text and another.
pub fn keep_lists(before: &CompetenceStandard, after: &CompetenceStandard) -> Vec<Edit> {
    if is_old(after) {
        return Vec::new();
    }
    let touched = criteria(after).filter_map(|now| {
        let was = criteria(before).find(|criterion| criterion.id == now.id);
        let lines = was.map_or(&[][..], |was| &was.characteristics);
        let kept = lines != now.characteristics && ends_well(lines);
        kept.then_some(&now.characteristics)
    });
    touched.flat_map(|lines| edits(lines)).collect()
}

fn criteria(standard: &CompetenceStandard) -> impl Iterator<Item = &Criterion> {
    let elements = standard.elements.iter();
    elements.flat_map(|element| element.performances.iter().chain(&element.products))
}

/// Whether each line ends as the form asks, so far as it says something.
fn ends_well(lines: &[Line]) -> bool {
    edits(lines).is_empty() && !lines.iter().any(is_let_be)
}

fn edits(lines: &[Line]) -> Vec<Edit> {
    if lines.iter().any(is_let_be) {
        return Vec::new();
    }
    let said: Vec<&Line> = lines.iter().filter(|line| !is_blank(line)).collect();
    let ended = said.iter().enumerate().filter_map(|(at, line)| {
        let next = said.get(at + 1).map(|next| next.text.as_str());
        let after = ended(&line.text, next, said.len() - at);
        (after != line.text).then(|| write(line.id, &line.text, after))
    });
    ended.collect()
}

fn write(part: PartId, before: &str, after: String) -> Edit {
    Edit::Write {
        part: Some(part),
        field: Field::Text,
        before: before.to_owned(),
        after,
    }
}

fn is_blank(line: &Line) -> bool {
    line.text.trim().is_empty()
}

/// A line whose end is a person's alone: it opens a list of its own, or offers one thing or another.
fn is_let_be(line: &Line) -> bool {
    let ending = ending(&line.text);
    line.text.trim_end().ends_with(':')
        || (!is_blank(line) && ending.words == 0)
        || ending.conjunction == Some("o")
}

/// A line with the end it has where so many are left, itself among them.
fn ended(text: &str, next: Option<&str>, left: usize) -> String {
    let ending = ending(text);
    let (words, said) = said(text, &ending);
    let inside = closes_inside(words);
    // The point of an abbreviation stays before the comma: «S.A. de C.V.,».
    let last = words.rsplit(' ').next().unwrap_or_default();
    let short = last == "etc" || (last.contains('.') && is_abbreviation(last));
    let point = ending.sign.starts_with('.') && short;
    let comma = if point { ".," } else { "," };
    match (next, left) {
        (None, _) if inside => words.to_owned(),
        (None, _) => format!("{words}."),
        (Some(next), 2) => format!("{words}{comma} {}", joint(words, next, said)),
        (Some(_), _) => format!("{words}{comma}"),
    }
}

/// The words of a line less its end, and the conjunction that belongs to that end. A letter that is
/// named («la vitamina E») is a word like others.
fn said<'a>(text: &'a str, ending: &Ending<'a>) -> (&'a str, Option<&'a str>) {
    let joins = ending.sign.contains([',', ';'])
        || (ending.after.is_empty() && matches!(ending.conjunction, Some("y" | "e")));
    match ending.conjunction {
        Some(said) if joins => (&text[..ending.words], Some(said)),
        Some(_) => (text.trim_end_matches([',', ';', '.', ' ']), None),
        None => (&text[..ending.words], None),
    }
}

/// «y», or «e» before the sound i; as the person has it where both are said.
fn joint(words: &str, next: &str, said: Option<&str>) -> String {
    let first = tokens::first(next).map_or("", |(_, word)| word);
    let asked = match said {
        Some("e" | "E") if sounds_either_way(first) => "e",
        _ if nouns::begins_with_i(first) => "e", // Whatever was said there.
        _ => "y",
    };
    let capitals = words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase);
    if capitals {
        asked.to_uppercase()
    } else {
        asked.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use domain::ec::sketch::sketch;
    use domain::ids::Ids;

    use super::*;

    fn listed(bullets: &[&str]) -> CompetenceStandard {
        let mut standard = sketch("E\nD Revisa la llanta:\n- Midiendo A.").unwrap();
        let mut ids = Ids::new(9, 9);
        let lines = bullets.iter().map(|text| Line {
            id: ids.part(),
            text: (*text).to_owned(),
        });
        standard.elements[0].performances[0].characteristics = lines.collect();
        standard
    }

    /// The lines after they became others.
    fn kept(before: &[&str], after: &[&str]) -> Vec<String> {
        let mut standard = listed(after);
        let edits = keep_lists(&listed(before), &standard);
        standard.apply_all(&edits).unwrap();
        assert!(keep_lists(&listed(before), &standard).is_empty(), "twice");
        let lines = &standard.elements[0].performances[0].characteristics;
        lines.iter().map(|line| line.text.clone()).collect()
    }

    #[test]
    fn a_list_is_ended_as_it_grows() {
        assert_eq!(kept(&[], &["Midiendo A"]), ["Midiendo A."]);
        assert_eq!(
            kept(&["Midiendo A."], &["Midiendo A.", ""]),
            ["Midiendo A.", ""]
        );
        assert_eq!(
            kept(&["Midiendo A.", ""], &["Midiendo A.", "Midiendo B"]),
            ["Midiendo A, y", "Midiendo B."]
        );
        assert_eq!(
            kept(
                &["Midiendo A, y", "Midiendo B."],
                &["Midiendo A, y", "Midiendo B.", "Indica C"]
            ),
            ["Midiendo A,", "Midiendo B, e", "Indica C."]
        );
    }

    #[test]
    fn moving_and_removing_end_it_again() {
        let list = ["Contiene A,", "Indica B, y", "Tiene C."];
        assert_eq!(
            kept(&list, &["Tiene C.", "Contiene A,", "Indica B, y"]),
            ["Tiene C,", "Contiene A, e", "Indica B."]
        );
        assert_eq!(kept(&list, &["Contiene A,"]), ["Contiene A."]);
    }

    #[test]
    fn what_a_person_ended_is_ended_once() {
        assert_eq!(
            kept(&[], &["Midiendo A;", "Midiendo B y", "Midiendo C.."]),
            ["Midiendo A,", "Midiendo B, y", "Midiendo C."]
        );
        assert_eq!(
            kept(&[], &["MIDIENDO A", "MIDIENDO B"]),
            ["MIDIENDO A, Y", "MIDIENDO B."]
        );
    }

    #[test]
    fn words_are_never_taken_for_an_end() {
        assert_eq!(
            kept(&[], &["Anotando la vitamina E."]),
            ["Anotando la vitamina E."]
        );
        assert_eq!(
            kept(
                &[],
                &["Citando a Ruedas, S.A. de C.V.", "Diciendo «Listo.»"]
            ),
            ["Citando a Ruedas, S.A. de C.V., y", "Diciendo «Listo.»"]
        );
    }

    #[test]
    fn a_list_that_is_the_authors_is_let_be() {
        let own = ["Midiendo A;", "Midiendo B;"];
        assert_eq!(
            kept(&own, &["Midiendo A;", "Midiendo otra"]),
            ["Midiendo A;", "Midiendo otra"]
        );
        let nested = ["Verificando que tenga:", "folio"];
        assert_eq!(kept(&[], &nested), nested);
        let either = ["Midiendo A, o", "Midiendo B"];
        assert_eq!(kept(&[], &either), either);
    }
}
