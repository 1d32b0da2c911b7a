use domain::Severity;
use std::collections::HashSet;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-13",
    severity: Severity::Error,
    title: "Ningún reactivo se repite",
    why: "Dos reactivos iguales cuentan dos veces lo mismo.",
    heuristic: "La numeración corrida y sin huecos la lleva Cauce; aquí se buscan dos reactivos del mismo criterio con la misma redacción.",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    let mut seen = HashSet::new();
    for item in &scene.instrument.items {
        if !seen.insert((item.leaf, domain::text::fold(&item.text))) {
            report.item(scene, item, "Repite otro reactivo del mismo criterio. Quítelo, o redacte qué distingue a cada uno.".to_owned());
        }
    }
}
