use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::text::fold;

use super::{is_brand, is_early};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-18",
    severity: Severity::Warning,
    title: "Los detalles de la práctica dicen si es real o simulada, si puede ser remota y si se \
            admiten evidencias históricas",
    why: "Quien evalúa necesita saber dónde y con qué evidencias; lo que no se dice, cada centro \
          lo resuelve a su manera.",
    heuristic: "Se buscan las palabras de cada tema en los detalles de la práctica: real, simulada \
                o lugar de trabajo; remota, a distancia, en línea o presencial; evidencias \
                históricas. En los formatos 1.0 y 6.0, anteriores a la evaluación a distancia, \
                solo se pide lo primero.",
    wrong: "práctica: La evaluación se lleva a cabo de forma real o simulada.
            práctica: Para este EC no se consideran evidencias históricas.",
    right: "práctica: La evaluación se lleva a cabo de forma real o simulada.
            práctica: La evaluación es presencial; no se realiza de forma remota.
            práctica: Para este EC no se consideran evidencias históricas.",
    basis: "Formato F21-COOPYD-01, v08, EC-F-20",
    look,
};

/// Each subject, how it is named, and what shows that it was spoken of (folded).
#[rustfmt::skip] // A table is read down its columns.
const SUBJECTS: &[(&str, &[&str])] = &[
    ("si la práctica es real o simulada",
        &["simulad", "simulacion", "simular", " real ", " reales", "lugar de trabajo", "situacion laboral",
          "centro de trabajo", "jornada laboral", "area de trabajo", "in situ"]),
    ("si puede hacerse de forma remota",
        &["remot", "distancia", "en linea", "presencial", "virtual", "videoconferencia", "videollamada"]),
    ("si se admiten evidencias históricas",
        &["historic"]),
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let lines = &ec.general.evaluation_aspects.practice_details;
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let said = format!(" {} ", fold(&texts.join(" ")));
    let asked = if is_early(ec) {
        &SUBJECTS[..1]
    } else {
        SUBJECTS
    };
    let lacks: Vec<&str> = asked
        .iter()
        .filter(|(_, signs)| !signs.iter().any(|sign| said.contains(sign)))
        .map(|&(subject, _)| subject)
        .collect();
    let spot = Spot::whole("evaluationAspects.practiceDetails");
    let message = match lacks.as_slice() {
        [] => return,
        _ if said.trim().is_empty() => {
            "Faltan los detalles de la práctica. Diga si es real o simulada, si puede ser remota y si \
             se admiten evidencias históricas."
                .to_owned()
        }
        [first @ .., last] if !first.is_empty() => format!(
            "Los detalles de la práctica no dicen {} ni {last}. Agréguelo.",
            first.join(", ")
        ),
        [only, ..] => format!("Los detalles de la práctica no dicen {only}. Agréguelo."),
    };
    report.at(&spot, message);
}
