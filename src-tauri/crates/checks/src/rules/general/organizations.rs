use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::text::fold;

use super::is_brand;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-15",
    severity: Severity::Warning,
    title: "Hay al menos una organización participante, y ninguna se repite",
    why: "El estándar lo desarrolla un sector, no una persona: las organizaciones que participaron \
          lo respaldan con su nombre.",
    heuristic: "Se cuenta lo escrito y se comparan los nombres sin acentos, mayúsculas ni \
                puntuación. Que estén las organizaciones del comité lo coteja una persona: el \
                estándar no dice cuáles lo integran.",
    wrong: "organización:",
    right: "organización: Red de Talleres de Bicicletas del Valle",
    basis: "Formato F21-COOPYD-01, v08, EC-F-18",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let lines = &ec.general.participating_organizations;
    if lines.iter().all(|line| line.text.trim().is_empty()) {
        report.at(
            &Spot::whole("participatingOrganizations"),
            "Faltan las organizaciones participantes. Escriba al menos una.",
        );
        return;
    }
    let mut seen: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let name = fold(&line.text);
        if !name.is_empty() && seen.contains(&name) {
            report.whole(
                &Spot::line("participatingOrganizations", at, line),
                "Esta organización ya está en la lista. Quite una de las dos.",
            );
        }
        seen.push(name);
    }
}
