use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-60",
    severity: Severity::Error,
    title: "Cada situación emergente tiene al menos una respuesta esperada",
    why: "La situación sola no dice qué debe hacer la persona; la respuesta sola no dice cuándo.",
    heuristic: "",
    wrong: "E
            S Rotura del cable de freno durante la revisión.",
    right: "E
            S Rotura del cable de freno durante la revisión.
            - Soltar la palanca y retirar el cable roto.",
    basis: "Formato F21-COOPYD-01 v08, respuestas ante situaciones emergentes",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        for part in &element.contingencies {
            let spot = Spot::of(
                at,
                PlaceKind::Contingency,
                part.number,
                part.id,
                Field::Situation,
                &part.situation,
            );
            if part.situation.trim().is_empty() {
                report.at(&spot, "Falta la situación emergente a la que responde.");
            }
            if part
                .expected_responses
                .iter()
                .all(|line| line.text.trim().is_empty())
            {
                report.at(
                    &spot,
                    "La situación emergente no tiene respuesta esperada. Diga qué hace la persona.",
                );
            }
        }
    }
}
