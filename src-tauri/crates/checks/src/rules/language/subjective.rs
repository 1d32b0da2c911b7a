use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;

use super::is_observed;
use crate::words::judgement::{is_set_phrase, judges, with_noun};
use crate::words::measure::Measure;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-70",
    severity: Severity::Warning,
    title: "Lo que se evalúa no depende de la opinión de quien evalúa",
    why: "«Adecuado», «correctamente» o «buen estado» significan algo distinto para cada persona. \
          Una referencia medible (un manual, un valor, un número de veces) dice lo mismo a todas.",
    heuristic: "Se buscan adjetivos y adverbios de juicio en desempeños, productos, actitudes, \
                respuestas, títulos de elementos y apoyos. Se admiten si el mismo renglón trae una \
                referencia (de acuerdo con, conforme a, según, con base en, lo establecido o \
                indicado por) o si les sigue una cantidad (al menos, dentro de, una medida). No se \
                buscan en \
                conocimientos ni glosario, que nombran y explican, ni en expresiones hechas \
                (buenas prácticas, visto bueno, pago en efectivo).",
    wrong: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Verificando que la luz sea adecuada, y
            - Retirando los objetos ajenos al servicio.",
    right: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Verificando que la luz alcance 500 luxes, y
            - Retirando los objetos ajenos al servicio.",
    basis: "Guía de redacción: criterios observables y medibles",
    look,
};

fn look(_: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording();
    let judged = wording.ask(|form| judges(&form.bare));
    for (at, spot) in report.spots().iter().enumerate() {
        let words = wording.words(at);
        if !words.iter().any(|word| judged[word.at()]) || !is_asked(spot) {
            continue;
        }
        let found = words.iter().enumerate().filter(|(n, word)| {
            let before = n.checked_sub(1).map(|before| wording.form(words[before]));
            let before = before.map_or("", |form| &form.bare);
            let bare = &wording.form(**word).bare;
            judged[word.at()] && !is_set_phrase(spot.text, before, &word.range(), bare)
        });
        let found: Vec<Range<usize>> = found.map(|(_, word)| word.range()).collect();
        if found.is_empty() {
            continue;
        }
        let measure = Measure::of(spot.text);
        for range in found.into_iter().filter(|range| !measure.covers(range.end)) {
            let range = with_noun(spot.text, range);
            let message = format!(
                "«{}» depende de quien evalúa. Diga contra qué se compara (de acuerdo con…, al \
                 menos…, dentro de…) o qué se ve.",
                &spot.text[range.clone()]
            );
            report.within(spot, range, message);
        }
    }
}

/// Whether the rule looks there: at what is observed, and at what the evaluation needs.
fn is_asked(spot: &Spot<'_>) -> bool {
    is_observed(spot) || spot.place.field == Some("evaluationAspects.requirements")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let ec = domain::ec::sketch::sketch(&format!("E Preparar\nD Prepara:\n- {text}")).unwrap();
        let pack = domain::rule_pack::RulePack::shipped();
        let context = crate::Context {
            pack: &pack,
            registered: &[],
            near: None,
            beside: crate::Beside::default(),
            lists: &[],
        };
        let findings = crate::review(&ec, &context);
        let mine = findings.into_iter().filter(|f| f.rule == RULE.id);
        mine.map(|f| f.text).collect()
    }

    #[test]
    fn opinions_are_seen_and_measures_pardon_them() {
        assert_eq!(
            found("Verificando que la altura sea adecuada."),
            ["adecuada"]
        );
        assert_eq!(found("Revisando que esté en buen estado."), ["buen estado"]);
        assert_eq!(
            found("Tallando vigorosamente con fibra."),
            ["vigorosamente"]
        );
        assert_eq!(
            found("Ajustando la altura adecuada de acuerdo con el manual."),
            [""; 0]
        );
        assert_eq!(
            found("Colocando luz suficiente: al menos 500 luxes."),
            [""; 0]
        );
    }

    #[test]
    fn set_phrases_judge_nothing() {
        assert_eq!(found("Recibiendo el pago en efectivo."), [""; 0]);
        assert_eq!(
            found("Aplicando las buenas prácticas de manufactura."),
            [""; 0]
        );
        assert_eq!(found("Obteniendo el visto bueno del cliente."), [""; 0]);
    }
}
