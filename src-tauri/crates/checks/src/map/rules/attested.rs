use domain::Severity;
use domain::functional_map::Claim;

use crate::map::{MapReport, MapRule, MapScene};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-07",
    severity: Severity::Warning,
    title: "El desglose es necesario y suficiente",
    why: "Si falta una función, la de arriba no se logra; si sobra una, no hace falta para lograrla. \
          Sólo el grupo de expertos puede decirlo, y lo dice de una redacción.",
    heuristic: "Se pide una vez por cada función que se desglosa; al cambiar su redacción o la de las de \
                abajo, se vuelve a pedir.",
    wrong: "Mantener bicicletas de acuerdo con el manual\n1 Ajustar frenos de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    right: "Mantener bicicletas de acuerdo con el manual",
    basis: "Análisis funcional, lectura del mapa de arriba hacia abajo",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    let claim = Claim::NecessaryAndSufficient;
    for place in scene.places.iter().filter(|it| it.function.parts.len() > 1) {
        if place.function.attested(claim).is_some() {
            continue;
        }
        let again = place
            .function
            .attestations
            .iter()
            .any(|said| said.claim == claim);
        let message = match again {
            true => {
                "La redacción cambió desde que se atestó que el desglose es necesario y suficiente. Léala de nuevo con el grupo y atéstelo."
            }
            false => {
                "Falta que el grupo ateste que lo de abajo es necesario y suficiente para lograr esta función."
            }
        };
        report.of(place, message.to_owned()).claim = Some(claim);
    }
}
