use domain::Severity;
use domain::iec::CriterionKind;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-24",
    severity: Severity::Error,
    title: "Cada situación emergente tiene su respuesta esperada",
    why: "Si la situación no ocurre se pregunta, y el evaluador necesita con qué comparar.",
    heuristic: "",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for item in &scene.instrument.items {
        let contingency = scene
            .leaf(item)
            .is_some_and(|leaf| leaf.kind == CriterionKind::Contingency);
        let blank = item
            .expected
            .iter()
            .all(|response| response.trim().is_empty());
        if contingency && blank && scene.keyless.item(item) {
            report.elsewhere(
                scene,
                item,
                "Su respuesta esperada no viajó en el paquete: la tiene quien lo armó.".to_owned(),
            );
        } else if contingency && blank {
            report.item(
                scene,
                item,
                "Falta la respuesta esperada, que va en el Anexo 2.".to_owned(),
            );
        }
    }
}
