use domain::Severity;
use std::collections::HashSet;

use domain::iec::CriterionKind;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-16",
    severity: Severity::Warning,
    title: "El reactivo pide lo que dice el criterio, ni más ni menos",
    why: "Cambiar las palabras del criterio puede cambiar lo que se exige.",
    heuristic: "Se cuentan las palabras del criterio, de más de tres letras y por su comienzo, que están en el reactivo: se avisa si falta más de la mitad y no hay motivo escrito.",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for item in &scene.instrument.items {
        let Some(leaf) = scene.leaf(item) else {
            continue;
        };
        let wanted = match leaf.kind {
            // Their details are asked by its questions, or are the responses that the key keeps.
            CriterionKind::Knowledge | CriterionKind::Contingency => stems(&leaf.line),
            CriterionKind::Performance | CriterionKind::Product | CriterionKind::Attitude => {
                stems(&format!("{} {}", leaf.line, leaf.detail))
            }
        };
        let said = stems(&item.text);
        let kept = wanted.intersection(&said).count();
        let unexplained = item.reason.trim().is_empty() && !scene.keyless.item(item);
        if kept * 2 < wanted.len() && unexplained {
            report.item(scene, item, "Su redacción se aparta de la del criterio. Revise que no pida más ni menos, o escriba el motivo.".to_owned());
        }
    }
}

/// The beginnings of the words that mean something.
fn stems(text: &str) -> HashSet<String> {
    let folded = domain::text::fold(text);
    let words = folded.split(' ').filter(|word| word.chars().count() > 3);
    words.map(|word| word.chars().take(5).collect()).collect()
}
