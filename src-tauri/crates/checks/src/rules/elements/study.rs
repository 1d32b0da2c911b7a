use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::words::study::{Study, study};
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

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        let spot = Spot::element(at, element);
        let Some((range, what)) = study(spot.text) else {
            continue;
        };
        let first = &spot.text[range.clone()];
        let message = match what {
            Study::Learning => {
                format!("«{first}» nombra un aprendizaje, no un trabajo. Diga qué hace la persona.")
            }
            Study::Looking { studied } => format!(
                "«{first}» {studied} es estudiar, no trabajar. Diga qué hace la persona con ese saber."
            ),
        };
        report.within(&spot, range, message);
    }
}
