use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::spot::{characteristics, performances};
use crate::words::{tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-36",
    severity: Severity::Warning,
    title: "El desempeño se puede observar durante la evaluación",
    why: "El evaluador marca cumple/no cumple por lo que ve o escucha. Nadie ve a otro entender, \
          pensar o comprometerse.",
    heuristic: "Se señalan los verbos de pensamiento y sentimiento (conocer, entender, pensar, \
          reflexionar, comprometerse…) al inicio del desempeño o de la característica, y «Demostrando» \
          seguido de un estado de ánimo, como consejo.",
    wrong: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Entendiendo cada falla detectada.",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Mencionando a la persona usuaria cada falla detectada.",
    basis: "Criterios de evaluación: desempeños observables",
    look,
};

/// What happens inside a person.
const UNSEEN: &[&str] = &[
    "conocer",
    "entender",
    "comprender",
    "pensar",
    "reflexionar",
    "saber",
    "creer",
    "sentir",
    "imaginar",
    "desear",
    "querer",
    "comprometer",
    "concientizar",
    "interesar",
    "apreciar",
    "intuir",
    "asimilar",
    "confiar",
    "preocupar",
];

/// What shows only as a state of mind.
const STATES: &[&str] = &[
    "confianza",
    "disposición",
    "interés",
    "empatía",
    "seguridad",
    "actitud",
    "compromiso",
    "respeto",
    "entusiasmo",
    "motivación",
    "iniciativa",
    "sensibilidad",
    "conocimiento",
    "dominio",
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, _) in performances(ec) {
        let verb = verb_at(&spot, report);
        judge(&spot, verb, report);
    }
    for spot in characteristics(performances(ec)) {
        let verb = verb_at(&spot, report);
        judge(&spot, verb, report);
    }
}

type Verb = (std::ops::Range<usize>, String);

fn verb_at(spot: &Spot<'_>, report: &Report<'_>) -> Option<Verb> {
    let mut all = tokens::tokens(spot.text);
    let mut first = all.next()?;
    if first.1.eq_ignore_ascii_case("se") {
        first = all.next()?;
    }
    let infinitive = verbs::of_gerund(first.1)
        .or_else(|| verbs::of_third_person(&report.words, first.1))
        .or_else(|| verbs::is_infinitive(first.1).then(|| first.1.to_lowercase()))?;
    Some((first.0, infinitive))
}

fn judge(spot: &Spot<'_>, verb: Option<Verb>, report: &mut Report<'_>) {
    let Some((range, infinitive)) = verb else {
        return;
    };
    let word = &spot.text[range.clone()];
    if UNSEEN.contains(&infinitive.trim_end_matches("se")) {
        let message =
            format!("«{word}» no se observa: diga qué hace o dice la persona que lo muestra.");
        report.within(spot, range, message);
    } else if matches!(infinitive.as_str(), "demostrar" | "mostrar" | "manifestar") {
        let state = tokens::tokens(&spot.text[range.end..]).next();
        if let Some((_, state)) = state
            && STATES.contains(&state.to_lowercase().as_str())
        {
            let message = format!(
                "«{word} {state}» es un estado de ánimo: diga con qué acción se observa, o llévelo a actitudes."
            );
            report.within(spot, range, message).weighs(Severity::Advice);
        }
    }
}
