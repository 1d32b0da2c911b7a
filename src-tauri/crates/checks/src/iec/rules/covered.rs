use domain::Severity;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-10",
    severity: Severity::Error,
    title: "Cada criterio del estándar tiene al menos un reactivo",
    why: "Lo que ningún reactivo pide no se evalúa, y la persona se certificaría sin haberlo mostrado.",
    heuristic: "",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for leaf in scene.leaves {
        if scene.items_of(leaf).is_empty() {
            report.leaf(
                leaf,
                "Ningún reactivo lo pide. Derive uno, o agréguelo.".to_owned(),
            );
        }
    }
}
