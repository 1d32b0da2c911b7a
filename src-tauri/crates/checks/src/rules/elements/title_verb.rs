use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::words::{tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-20",
    severity: Severity::Error,
    title: "El título del elemento inicia con infinitivo y dice sobre qué se actúa",
    why: "El elemento viene de una función del mapa funcional: verbo en infinitivo, objeto y \
          condición. «Recibe las solicitudes» es un criterio, no una función.",
    heuristic: "Se mira la primera palabra (o la que sigue a «No»), y que no sea la única. La \
          condición no se juzga.",
    wrong: "E Diagnostica las condiciones de la bicicleta",
    right: "E Diagnosticar las condiciones de la bicicleta",
    basis: "Formato F21-COOPYD-01 v08, elemento: título",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        let spot = Spot::element(at, element);
        let Some((range, first)) = opening(spot.text) else {
            report.at(
                &spot,
                "Falta el título del elemento. Escríbalo con infinitivo, objeto y condición.",
            );
            continue;
        };
        if verbs::may_be_infinitive(&report.words, first) {
            if tokens::tokens(spot.text).nth(1).is_none() {
                let message = format!(
                    "El título del elemento es solo «{first}»: falta decir sobre qué se actúa y en qué condición."
                );
                report.whole(&spot, message).weighs(Severity::Warning);
            }
            continue;
        }
        let infinitive = verbs::of_third_person(&report.words, first)
            .or_else(|| verbs::of_gerund(first))
            .map(|verb| tokens::like(first, &verb));
        let cut = tokens::is_cut(&report.words, spot.text, verbs::is_infinitive);
        match infinitive {
            Some(infinitive) => {
                let message = format!(
                    "El título del elemento inicia con «{first}»; va en infinitivo: «{infinitive}»."
                );
                report.within(&spot, range, message).suggest(infinitive);
            }
            None if cut => {} // A word split by the extraction is not the author's.
            None => {
                let message = format!(
                    "El título del elemento inicia con «{first}», que no es un infinitivo. Escríbalo como función: verbo en infinitivo, objeto y condición."
                );
                report.within(&spot, range, message);
            }
        }
    }
}

/// The word where the verb should be: the first, or the one that «No» denies.
fn opening(text: &str) -> Option<(Range<usize>, &str)> {
    let first = tokens::first(text)?;
    if first.1.eq_ignore_ascii_case("no") {
        return tokens::tokens(text).nth(1).or(Some(first));
    }
    Some(first)
}
