use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-27",
    severity: Severity::Warning,
    title: "El título del elemento no lleva punto final",
    why: "Es un título, y en la tabla de la sección III los demás no lo llevan.",
    heuristic: "",
    wrong: "E Diagnosticar las condiciones de la bicicleta de acuerdo con la lista de verificación.",
    right: "E Diagnosticar las condiciones de la bicicleta de acuerdo con la lista de verificación",
    basis: "Formato F21-COOPYD-01 v08, elemento: título",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        let spot = Spot::element(at, element);
        let text = spot.text.trim_end();
        let kept = text.trim_end_matches(['.', ',', ';', ':']);
        if kept.len() < text.len() && !text.ends_with("etc.") {
            let sign = &text[kept.len()..];
            let message = format!(
                "El título termina con «{sign}». Quítelo: los títulos de elemento no llevan puntuación final."
            );
            report
                .within(&spot, kept.len()..text.len(), message)
                .suggest("");
        }
    }
}
