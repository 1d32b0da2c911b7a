use domain::Severity;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-15",
    severity: Severity::Warning,
    title: "Más de dos reactivos para un criterio se explican",
    why: "Partir un criterio en muchos reactivos le da más peso que a los demás.",
    heuristic: "",
    basis: "Práctica de la oficina (por confirmar)",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for leaf in scene.leaves {
        let items = scene.items_of(leaf);
        let mut each = items.iter();
        // What came in a packet left its reasons where it was made.
        let explained = each.any(|item| !item.reason.trim().is_empty() || scene.keyless.item(item));
        if items.len() > 2 && !explained {
            let message = format!(
                "Lo piden {} reactivos. Junte los que se puedan, o escriba en uno el motivo.",
                items.len()
            );
            report.leaf(leaf, message);
        }
    }
}
