use std::collections::HashSet;

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ids::PartId;
use domain::iec::leaf::leaf_ids;

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
    let asked: HashSet<PartId> = instrument.items.iter().map(|item| item.leaf).collect();
    let mut lacking: HashSet<PartId> = leaf_ids(standard)
        .filter(|leaf| !asked.contains(leaf))
        .collect();
    for spot in report.spots().iter() {
        // A leaf of two texts is told at the first of them.
        if spot.part.is_some_and(|part| lacking.remove(&part)) {
            report.at(
                spot,
                "Ningún reactivo del IEC lo evalúa. Derívelo en Instrumento, Cobertura.",
            );
        }
    }
}
