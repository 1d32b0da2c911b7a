use domain::Severity;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-12",
    severity: Severity::Error,
    title: "Cada reactivo está en un instrumento de su clase",
    why: "El desempeño se observa, el producto se coteja y el conocimiento se pregunta.",
    heuristic: "",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for item in &scene.instrument.items {
        let tool = scene
            .instrument
            .tools
            .iter()
            .find(|tool| tool.id == item.tool);
        let (Some(leaf), Some(tool)) = (scene.leaf(item), tool) else {
            continue;
        };
        if !leaf.kind.tools().contains(&tool.kind) {
            let wanted = leaf
                .kind
                .tools()
                .iter()
                .map(|kind| kind.printed().to_lowercase());
            let wanted = wanted.collect::<Vec<_>>().join(" o ");
            let message = format!(
                "Está en «{}» y va en: {wanted}. Llévelo allá.",
                tool.kind.printed().to_lowercase()
            );
            report.item(scene, item, message);
        }
    }
}
