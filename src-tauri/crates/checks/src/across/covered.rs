use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::iec::coverage::coverage;
use domain::iec::leaf::leaves;

use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-80",
    severity: Severity::Error,
    title: "Lo que el estándar pide tiene al menos un reactivo en el IEC",
    why: "Lo que ningún reactivo evalúa no se certifica, aunque el estándar lo pida.",
    heuristic: "",
    wrong: "El estándar tiene una característica que ningún reactivo evalúa.",
    right: "Cada característica, conocimiento, actitud y situación emergente tiene su reactivo.",
    basis: "Formato del IEC (N-FO-03), IEC-R-10",
    look,
};

fn look(standard: &CompetenceStandard, report: &mut Report<'_>) {
    let Some(instrument) = report.context.beside.instrument else {
        return;
    };
    let leaves = leaves(standard);
    let spots = report.spots();
    for row in coverage(instrument, &leaves) {
        if !row.items.is_empty() {
            continue;
        }
        let mut own = spots.iter();
        if let Some(spot) = own.find(|spot| spot.part == Some(row.leaf.id)) {
            report.at(
                spot,
                "Ningún reactivo del IEC lo evalúa. Derívelo en Instrumento, Cobertura.",
            );
        }
    }
}
