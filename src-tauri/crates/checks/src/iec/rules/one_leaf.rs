use domain::Severity;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-11",
    severity: Severity::Error,
    title: "Cada reactivo pide un criterio que está en el estándar",
    why: "Un reactivo sin criterio exige lo que el estándar no dice.",
    heuristic: "",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for item in &scene.instrument.items {
        if scene.leaf(item).is_none() {
            report.item(scene, item, "Lo que pedía ya no está en el estándar. Quítelo, o recupere el criterio con Deshacer en el estándar.".to_owned());
        }
    }
}
