use domain::Severity;
use domain::ec::{CompetenceStandard, Format};

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-29",
    severity: Severity::Advice,
    title: "Un estándar tiene de dos a cinco elementos",
    why: "Con uno solo, la función suele ser demasiado pequeña para un estándar; con más de cinco, \
          suelen ser dos funciones.",
    heuristic: "",
    wrong: "elementos: 1",
    right: "elementos: 2",
    basis: "Estándares publicados: de dos a cuatro elementos",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let sheet = ec
        .printed
        .as_ref()
        .is_some_and(|p| p.format == Some(Format::EcmSheet));
    let count = ec.elements.len();
    if (2..=5).contains(&count) || sheet {
        return;
    }
    let message = match count {
        0 => "El estándar no tiene elementos. Agregue de dos a cinco.".to_owned(),
        1 => "El estándar tiene un solo elemento; lo usual es de dos a cinco. Revise si la función está completa o explique el motivo.".to_owned(),
        _ => format!("El estándar tiene {count} elementos; lo usual es de dos a cinco. Revise si no son dos funciones o explique el motivo."),
    };
    report.at(&Spot::whole("elements"), message);
}
