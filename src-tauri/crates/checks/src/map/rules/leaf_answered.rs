use domain::Severity;
use domain::functional_map::Claim;

use crate::map::{MapReport, MapRule, MapScene};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-08",
    severity: Severity::Error,
    title: "Lo que ya no se desglosa lo realiza una sola persona, y se observa o deja un producto",
    why: "El desglose termina cuando una persona puede realizar la función y otra puede ver que la \
          realizó. Sólo el grupo de expertos puede decirlo.",
    heuristic: "Se pide de cada función sin desglose; al cambiar su redacción, se vuelve a pedir.",
    wrong: "Mantener bicicletas de acuerdo con el manual\n1 Ajustar frenos de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    right: "Mantener bicicletas de acuerdo con el manual",
    basis: "Análisis funcional, CONOCER 1998",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    // The purpose of a map that is just begun is broken down sooner or later.
    let leaves = scene
        .places
        .iter()
        .filter(|it| it.function.parts.is_empty() && it.parent.is_some());
    for place in leaves {
        for (claim, question) in [
            (Claim::OnePerson, "¿La realiza una sola persona?"),
            (
                Claim::ObservableOrProduct,
                "¿Se observa, o deja un producto?",
            ),
        ] {
            if place.function.attested(claim).is_none() {
                let message = format!(
                    "{question} Si la respuesta es sí, atéstelo; si es no, desglose la función."
                );
                report.of(place, message).claim = Some(claim);
            }
        }
    }
}
