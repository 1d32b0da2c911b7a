use domain::Severity;

use crate::map::{MapReport, MapRule, MapScene};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-05",
    severity: Severity::Error,
    title: "Lo que se desglosa, se desglosa en dos o más",
    why: "Un nivel con una sola función no agrega nada: dice lo mismo que la de arriba.",
    heuristic: "",
    wrong: "Mantener bicicletas de acuerdo con el manual\n1 Ajustar frenos de acuerdo con el manual\n\
            1.1 Tensar el cable de acuerdo con el manual\n2 Ajustar la transmisión de acuerdo con el manual",
    right: "Mantener bicicletas de acuerdo con el manual\n1 Ajustar frenos de acuerdo con el manual\n\
            1.1 Tensar el cable de acuerdo con el manual\n1.2 Centrar las zapatas de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    basis: "Análisis funcional, desglose de funciones",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    for place in scene
        .places
        .iter()
        .filter(|it| it.function.parts.len() == 1)
    {
        report.of(place, "Esta función se desglosa en una sola. Agregue lo que falta para lograrla, o suba un nivel la de abajo.".to_owned());
    }
}
