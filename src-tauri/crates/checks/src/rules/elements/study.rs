use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::text::fold;

use crate::words::tokens;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-28",
    severity: Severity::Warning,
    title: "El elemento es trabajo, no estudio",
    why: "Un elemento dice lo que la persona hace en su trabajo. Conocer o comprender se pide como \
          conocimiento, no como elemento.",
    heuristic: "Se señalan los verbos de estudio (conocer, comprender, saber, aprender…) y los que \
          tienen por objeto fundamentos, conceptos, teoría, bases o principios.",
    wrong: "E Identificar los fundamentos del mantenimiento de bicicletas urbanas",
    right: "E Revisar las condiciones de bicicletas urbanas de acuerdo con la lista de verificación",
    basis: "Mapa funcional: función elemental (MF-12)",
    look,
};

/// Verbs of study, whatever their object.
const STUDY: &[&str] = &[
    "conocer",
    "comprender",
    "entender",
    "saber",
    "aprender",
    "estudiar",
    "memorizar",
    "recordar",
    "reflexionar",
    "pensar",
    "apreciar",
    "reconocer",
    "concientizar",
    "dominar",
    "interiorizar",
];

/// Verbs of study when their object is one to be studied.
const LOOKING: &[&str] = &[
    "identificar",
    "explicar",
    "definir",
    "describir",
    "distinguir",
    "analizar",
    "revisar",
    "repasar",
    "enunciar",
    "interpretar",
];

const STUDIED: &[&str] = &[
    "fundamento",
    "fundamentos",
    "concepto",
    "conceptos",
    "teoria",
    "teorias",
    "principios",
    "nociones",
    "antecedentes",
    "generalidades",
    "bases",
    "conocimientos",
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        let spot = Spot::element(at, element);
        let Some((range, first)) = tokens::first(spot.text) else {
            continue;
        };
        let verb = fold(first);
        let object = tokens::tokens(spot.text)
            .skip(1)
            .take(4)
            .map(|(_, word)| fold(word));
        let studied = object
            .into_iter()
            .find(|word| STUDIED.contains(&word.as_str()));
        let message = if STUDY.contains(&verb.as_str()) {
            format!("«{first}» nombra un aprendizaje, no un trabajo. Diga qué hace la persona.")
        } else if LOOKING.contains(&verb.as_str())
            && let Some(studied) = studied
        {
            format!(
                "«{first}» {studied} es estudiar, no trabajar. Diga qué hace la persona con ese saber."
            )
        } else {
            continue;
        };
        report.within(&spot, range, message);
    }
}
