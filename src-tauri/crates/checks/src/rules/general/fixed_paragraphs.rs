use domain::Severity;
use domain::ec::{CompetenceStandard, Format, form};

use super::is_brand;
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-05",
    severity: Severity::Error,
    title: "Los párrafos fijos del formato están completos y a la letra",
    why: "Dicen para qué sirve el estándar, que no exige título profesional, en qué criterios se \
          funda y dónde se registra: su texto es jurídico y no lo redacta cada comité.",
    heuristic: "Solo se revisa lo que viene de un documento impreso: en un borrador hecho aquí, la \
                aplicación los imprime. Se comparan sin contar espacios, mayúsculas ni el punto \
                final; si solo cambian acentos o puntuación, es advertencia. Los formatos \
                anteriores tuvieron otras redacciones legítimas: en ellos solo se mira que el \
                párrafo esté (en la versión 1.0 no existía el del título profesional), y en 1.0, en \
                6.0 o en un formato que no se reconoce su falta es advertencia.",
    wrong: "formato: F21-COOPYD-01 v08
            párrafo EC-F-06:",
    right: "formato: F21-COOPYD-01 v08",
    basis: "Formato F21-COOPYD-01, v08, párrafos fijos",
    look,
};

/// What each paragraph is about, and the field beside which it is printed.
#[rustfmt::skip] // A table is read down its columns.
const SUBJECTS: &[(&str, &str, &str)] = &[
    ("EC-F-04", "uso en programas de capacitación",     "purpose"),
    ("EC-F-05", "título profesional que no se exige",   "purpose"),
    ("EC-F-06", "criterios rectores",                   "generalDescription"),
    ("EC-F-17", "integración al Registro Nacional",     "scian"),
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let Some(printed) = &ec.printed else {
        return;
    };
    if is_brand(ec) {
        return;
    }
    // Of a form that was not recognised it is not known what it asked for.
    let format = printed.format.unwrap_or(Format::Unknown);
    for &(id, subject, field) in SUBJECTS {
        let official = form::FORM.text(id);
        let mut found = printed.fixed_paragraphs.iter().filter(|p| p.id == id);
        let Some(paragraph) = found.next() else {
            if !is_within(ec, official) {
                missing(report, format, (id, subject, field));
            }
            continue;
        };
        if format != Format::F21V08 || printed_alike(&paragraph.text, official) {
            continue;
        }
        let spot = Spot {
            text: &paragraph.text,
            ..Spot::whole(field)
        };
        let only_marks = squeezed(&domain::text::fold(&paragraph.text))
            == squeezed(&domain::text::fold(official));
        let message = match first_difference(&paragraph.text, official) {
            Some((here, there)) => format!(
                "El párrafo fijo sobre {subject} no está a la letra: dice «{here}» donde el \
                 formato dice «{there}». Adopte el texto oficial."
            ),
            None => format!(
                "El párrafo fijo sobre {subject} no está a la letra. Adopte el texto oficial."
            ),
        };
        let entry = report.at(&spot, message).remedy(Remedy::AdoptForm);
        if only_marks {
            let _ = entry.weighs(Severity::Warning);
        }
    }
}

fn missing(
    report: &mut Report<'_>,
    format: Format,
    (id, subject, field): (&str, &str, &'static str),
) {
    if format == Format::NFo02V1 && id == "EC-F-05" {
        return; // That form had no such paragraph.
    }
    let message =
        format!("Falta el párrafo fijo sobre {subject}. Adopte el texto oficial del formato.");
    let entry = report
        .at(&Spot::whole(field), message)
        .remedy(Remedy::AdoptForm);
    if matches!(format, Format::NFo02V1 | Format::NFo02V6 | Format::Unknown) {
        let _ = entry.weighs(Severity::Warning);
    }
}

/// Whether the paragraph runs on inside the purpose or the description.
fn is_within(ec: &CompetenceStandard, official: &str) -> bool {
    let plain = |text: &str| squeezed(&domain::text::fold(text));
    let sought = plain(official);
    [&ec.general.purpose, &ec.general.general_description]
        .iter()
        .any(|text| text.len() >= sought.len() && plain(text).contains(&sought))
}

/// Equal but for spaces, case and the final point.
pub(super) fn printed_alike(here: &str, there: &str) -> bool {
    let plain = |text: &str| {
        squeezed(&text.to_lowercase())
            .trim_end_matches('.')
            .to_owned()
    };
    plain(here) == plain(there)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The first words that differ, each with the one after it.
pub(super) fn first_difference(here: &str, there: &str) -> Option<(String, String)> {
    let mine: Vec<&str> = here.split_whitespace().collect();
    let official: Vec<&str> = there.split_whitespace().collect();
    let alike = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
    let pairs = mine.iter().zip(&official);
    let at = pairs.take_while(|(a, b)| alike(a, b)).count();
    if at == mine.len() && at == official.len() {
        return None;
    }
    let some = |words: &[&str]| {
        let from = at.min(words.len().saturating_sub(1));
        let to = (at + 3).min(words.len());
        let end = if at >= words.len() {
            " (fin del texto)"
        } else {
            ""
        };
        format!("{}{end}", words[from.min(to)..to].join(" "))
    };
    Some((some(&mine), some(&official)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_case_and_the_last_point_are_tolerated() {
        assert!(printed_alike(
            "no se requ iere por  disposición",
            "No se requiere por disposición."
        ));
        assert!(!printed_alike("no se requiere", "no se requería"));
    }

    #[test]
    fn the_first_difference_is_quoted() {
        let (here, there) = first_difference("a b c d e f", "a b x d e f").unwrap();

        assert_eq!((here.as_str(), there.as_str()), ("c d e", "x d e"));
        assert!(first_difference("a b", "a  b").is_none());
        assert!(first_difference("a", "a b").is_some());
    }
}
