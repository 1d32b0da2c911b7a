use domain::Severity;
use domain::ec::CompetenceStandard;

use super::is_observed;
use crate::words::measure::Measure;
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

/// The phrases, word by word, in small letters without accents; before each, which of its words is
/// the rarest, by which it is looked for.
#[rustfmt::skip] // A list is read in lines.
const VAGUE: &[(usize, &[&str])] = &[
    (0, &["siempre"]), (0, &["nunca"]), (0, &["jamas"]), (1, &["a", "veces"]),
    (1, &["algunas", "veces"]), (1, &["en", "ocasiones"]), (0, &["ocasionalmente"]),
    (0, &["frecuentemente"]), (1, &["con", "frecuencia"]), (0, &["constantemente"]),
    (0, &["continuamente"]), (0, &["permanentemente"]), (0, &["regularmente"]),
    (0, &["periodicamente"]), (0, &["esporadicamente"]), (0, &["eventualmente"]),
    (0, &["generalmente"]), (0, &["normalmente"]), (0, &["usualmente"]), (0, &["habitualmente"]),
    (0, &["comunmente"]), (2, &["en", "todo", "momento"]), (2, &["todo", "el", "tiempo"]),
    (1, &["de", "vez", "en", "cuando"]), (1, &["la", "mayoria", "de", "las", "veces"]),
    (1, &["muchas", "veces"]), (1, &["varias", "veces"]), (0, &["cotidianamente"]),
];

fn look(_: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording();
    let anchors = wording.ask(|form| VAGUE.iter().any(|(at, phrase)| phrase[*at] == &*form.bare));
    for (at, spot) in report.spots().iter().enumerate() {
        let words = wording.words(at);
        if !words.iter().any(|word| anchors[word.at()]) || !is_observed(spot) {
            continue;
        }
        let said: Vec<&str> = words.iter().map(|w| &*wording.form(*w).bare).collect();
        let found: Vec<_> = (0..said.len())
            .filter(|&n| anchors[words[n].at()])
            .filter_map(|n| {
                let (start, phrase) = VAGUE.iter().find_map(|(at, phrase)| {
                    let start = n.checked_sub(*at)?;
                    said[start..].starts_with(phrase).then_some((start, phrase))
                })?;
                let after = said.get(n + 1).copied();
                let condition = phrase[0] == "siempre" && matches!(after, Some("que" | "y"));
                let last = words[start + phrase.len() - 1];
                (!condition).then(|| words[start].range().start..last.range().end)
            })
            .collect();
        if found.is_empty() || Measure::of(spot.text).is_some() {
            continue;
        }
        for range in found {
            let message = format!(
                "«{}» no dice cuántas veces ni cuándo. Escriba una cantidad (al menos tres veces) \
                 o un momento (al inicio, durante…).",
                &spot.text[range.clone()]
            );
            report.within(spot, range, message);
        }
    }
}
