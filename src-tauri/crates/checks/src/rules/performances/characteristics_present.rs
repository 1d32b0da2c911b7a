use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::spot::performances;
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-32",
    severity: Severity::Error,
    title: "El desempeño tiene características: al menos una, mejor dos",
    why: "Las características son lo que el evaluador observa y convierte en reactivos. Sin ellas, \
          el desempeño no dice cómo se hace bien.",
    heuristic: "Una sola característica es consejo, no error. Si el enunciado sigue después de sus \
          dos puntos es advertencia: las características están ahí, sin viñeta.",
    wrong: "E
            D Revisa la bicicleta en la recepción:",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Mencionando a la persona usuaria cada falla detectada.",
    basis: "Formato F21-COOPYD-01 v08, desempeños",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, criterion) in performances(ec) {
        match criterion.characteristics.len() {
            0 => {
                let message =
                    "El desempeño no tiene características. Agregue lo que el evaluador observará.";
                let entry = report.at(&spot, message);
                if goes_on(spot.text) {
                    entry.weighs(Severity::Warning);
                }
            }
            1 => {
                let message = "El desempeño tiene una sola característica. Revise si falta algo que observar.";
                report.at(&spot, message).weighs(Severity::Advice);
            }
            _ => {} // Enough.
        }
    }
}

/// Whether the line goes on after its colon.
fn goes_on(text: &str) -> bool {
    text.split_once(": ")
        .is_some_and(|(_, rest)| rest.split_whitespace().count() > 1)
}
