use domain::Severity;
use domain::ec::CompetenceStandard;

use super::observed;
use crate::words::measure;
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-71",
    severity: Severity::Warning,
    title: "La frecuencia se dice con una cantidad o con un momento",
    why: "«Siempre», «frecuentemente» o «en todo momento» no se pueden observar en una evaluación: \
          se observa al menos tres veces, al inicio, cada quince minutos.",
    heuristic: "Se buscan los adverbios de frecuencia vaga en desempeños, productos, actitudes y \
                respuestas. «Siempre que» y «siempre y cuando» son condiciones y se admiten, igual \
                que un renglón que trae una medida o una referencia.",
    wrong: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Revisando frecuentemente la lista de materiales, y
            - Retirando los objetos ajenos al servicio.",
    right: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Revisando la lista de materiales al inicio del servicio, y
            - Retirando los objetos ajenos al servicio.",
    basis: "Guía de redacción: criterios observables y medibles",
    look,
};

#[rustfmt::skip] // A list is read in lines.
const VAGUE: &[&str] = &[
    "siempre", "nunca", "jamás", "a veces", "algunas veces", "en ocasiones", "ocasionalmente",
    "frecuentemente", "con frecuencia", "constantemente", "continuamente", "permanentemente",
    "regularmente", "periódicamente", "esporádicamente", "eventualmente", "generalmente",
    "normalmente", "usualmente", "habitualmente", "comúnmente", "en todo momento", "todo el tiempo",
    "de vez en cuando", "la mayoría de las veces", "muchas veces", "varias veces",
    "cotidianamente",
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let mut small = String::new();
    for spot in observed(ec) {
        small.clear();
        small.extend(spot.text.chars().map(lower));
        let found: Vec<_> = VAGUE
            .iter()
            .flat_map(|phrase| small.match_indices(phrase))
            .filter(|(at, phrase)| is_whole(&small, *at, phrase.len()))
            .filter(|(at, phrase)| {
                let after = small[at + phrase.len()..].trim_start();
                *phrase != "siempre" || !(after.starts_with("que") || after.starts_with("y cuando"))
            })
            .map(|(at, phrase)| at..at + phrase.len())
            .collect();
        if found.is_empty() || small.len() != spot.text.len() || measure::has_reference(spot.text) {
            continue;
        }
        for range in found {
            let message = format!(
                "«{}» no dice cuántas veces ni cuándo. Escribe una cantidad (al menos tres veces) \
                 o un momento (al inicio, durante…).",
                &spot.text[range.clone()]
            );
            report.within(&spot, range, message);
        }
    }
}

/// The small letter, where it takes as many bytes: the positions stay those of the text.
fn lower(c: char) -> char {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

/// Whether a phrase stands between spaces or marks.
fn is_whole(text: &str, at: usize, len: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + len..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
