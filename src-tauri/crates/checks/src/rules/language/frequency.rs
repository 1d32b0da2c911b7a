use domain::Severity;
use domain::ec::CompetenceStandard;

use super::is_observed;
use crate::words::measure;
use crate::{Report, Rule, spot};

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

/// The phrases, word by word, in small letters without accents.
#[rustfmt::skip] // A list is read in lines.
const VAGUE: &[&[&str]] = &[
    &["siempre"], &["nunca"], &["jamas"], &["a", "veces"], &["algunas", "veces"],
    &["en", "ocasiones"], &["ocasionalmente"], &["frecuentemente"], &["con", "frecuencia"],
    &["constantemente"], &["continuamente"], &["permanentemente"], &["regularmente"],
    &["periodicamente"], &["esporadicamente"], &["eventualmente"], &["generalmente"],
    &["normalmente"], &["usualmente"], &["habitualmente"], &["comunmente"],
    &["en", "todo", "momento"], &["todo", "el", "tiempo"], &["de", "vez", "en", "cuando"],
    &["la", "mayoria", "de", "las", "veces"], &["muchas", "veces"], &["varias", "veces"],
    &["cotidianamente"],
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording(ec);
    let opens = wording.ask(|form| VAGUE.iter().any(|phrase| phrase[0] == &*form.bare));
    for (at, spot) in spot::every(ec).iter().enumerate() {
        let words = wording.words(at);
        if !words.iter().any(|word| opens[word.at()]) || !is_observed(spot) {
            continue;
        }
        let said: Vec<&str> = words.iter().map(|w| &*wording.form(*w).bare).collect();
        let found: Vec<_> = (0..said.len())
            .filter(|&n| opens[words[n].at()])
            .filter_map(|n| {
                let phrase = VAGUE.iter().find(|phrase| said[n..].starts_with(phrase))?;
                let after = said.get(n + 1).copied();
                let condition = phrase[0] == "siempre" && matches!(after, Some("que" | "y"));
                let last = words[n + phrase.len() - 1];
                (!condition).then(|| words[n].range().start..last.range().end)
            })
            .collect();
        if found.is_empty() || measure::has_reference(spot.text) {
            continue;
        }
        for range in found {
            let message = format!(
                "«{}» no dice cuántas veces ni cuándo. Escribe una cantidad (al menos tres veces) \
                 o un momento (al inicio, durante…).",
                &spot.text[range.clone()]
            );
            report.within(spot, range, message);
        }
    }
}
