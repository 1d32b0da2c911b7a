use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-81",
    severity: Severity::Error,
    title: "Cada elemento viene de una función del mapa funcional",
    why: "El estándar describe una función que el grupo de expertos validó en su mapa; un elemento de otra parte no lo avala nadie.",
    heuristic: "Sólo se mira en los estándares que nacieron de una función de un mapa.",
    wrong: "El estándar tiene un elemento al que ninguna función del mapa lleva.",
    right: "Cada elemento está enlazado con la función del mapa de la que viene.",
    basis: "Reglas del mapa funcional, MF-12",
    look,
};

fn look(standard: &CompetenceStandard, report: &mut Report<'_>) {
    let Some(traced) = report.context.beside.traced else {
        return;
    };
    for (at, element) in standard.elements.iter().enumerate() {
        if !traced.contains(&element.id) {
            report.at(
                &Spot::element(at, element),
                "Ninguna función del mapa lleva a este elemento. Enlácelo en Mapas con la suya (L en ella), o quítelo.",
            );
        }
    }
}
