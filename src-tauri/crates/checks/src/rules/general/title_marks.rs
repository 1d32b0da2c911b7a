use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-03",
    severity: Severity::Advice,
    title: "El título no lleva punto final, espacios dobles ni comillas",
    why: "El título se cita dentro de otros textos (acuerdos, certificados, el registro): un signo \
          de más lo vuelve otro título.",
    heuristic: "",
    wrong: "T Mantenimiento preventivo de bicicletas urbanas.",
    right: "T Mantenimiento preventivo de bicicletas urbanas",
    basis: "Guía de redacción: el título es un nombre, no una oración",
    look,
};

const QUOTES: &[char] = &['"', '“', '”', '«', '»', '‘', '’', '„'];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let title = &ec.title;
    let spot = Spot::general("title", Field::Title, title);
    if title.ends_with('.') && !ends_in_initials(title) {
        let dots = title.len() - title.trim_end_matches('.').len();
        report
            .within(
                &spot,
                title.len() - dots..title.len(),
                "El título termina en punto. Quítelo.",
            )
            .suggest("");
    }
    let mut from = 0;
    while let Some(at) = title[from..].find("  ") {
        let start = from + at;
        let end = start + title[start..].len() - title[start..].trim_start_matches(' ').len();
        report
            .within(
                &spot,
                start..end,
                "Hay espacios de más en el título. Deje uno.",
            )
            .suggest(" ");
        from = end;
    }
    let quotes: Vec<usize> = title
        .match_indices(QUOTES)
        .map(|(at, _)| at)
        .filter(|&at| !is_apostrophe(title, at))
        .collect();
    if let (Some(&first), Some(&last)) = (quotes.first(), quotes.last()) {
        let end = last + title[last..].chars().next().map_or(0, char::len_utf8);
        let span = &title[first..end];
        let mended: String = span
            .char_indices()
            .filter(|&(at, c)| !QUOTES.contains(&c) || is_apostrophe(title, first + at))
            .map(|(_, c)| c)
            .collect();
        report
            .within(&spot, first..end, "El título lleva comillas. Quítelas.")
            .suggest(mended);
    }
}

/// Whether the mark is between two letters: «Maayat’aan».
fn is_apostrophe(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let mut after = text[at..].chars();
    let mark = after.next();
    let next = after.next();
    matches!(mark, Some('’' | '‘' | '\'' | '´'))
        && before.is_some_and(char::is_alphabetic)
        && next.is_some_and(char::is_alphabetic)
}

/// Whether the final point belongs to an abbreviation: «…, A.C.».
fn ends_in_initials(title: &str) -> bool {
    let last = title.split_whitespace().next_back().unwrap_or_default();
    last.matches('.').count() > 1 && !last.ends_with("..")
}
