use domain::Severity;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-20",
    severity: Severity::Error,
    title: "Ningún reactivo quedó atrás del estándar",
    why: "Si el criterio cambió, lo que el reactivo pide ya no es lo que el estándar dice.",
    heuristic: "Se compara lo que decía el criterio cuando una persona lo revisó con lo que dice hoy; la puntuación de la lista no cuenta.",
    basis: "Práctica de la oficina (por confirmar)",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for item in &scene.instrument.items {
        if scene
            .leaf(item)
            .is_some_and(|leaf| leaf.words() != item.seen)
        {
            report.item(
                scene,
                item,
                "Su criterio cambió desde que se redactó. Ajústelo, o confirme que sigue valiendo."
                    .to_owned(),
            );
        }
    }
}
