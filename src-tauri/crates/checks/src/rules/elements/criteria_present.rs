use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-24",
    severity: Severity::Error,
    title: "Cada elemento tiene al menos un desempeño o un producto",
    why: "Sin desempeños ni productos no hay qué evaluar: los conocimientos y las actitudes solo \
          acompañan a lo que la persona hace u obtiene.",
    heuristic: "",
    wrong: "E Preparar el área de trabajo conforme al manual
            D
            P",
    right: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Verificando que la luz alcance 500 luxes, y
            - Retirando los objetos ajenos al servicio.
            P",
    basis: "Reglas Generales, art. 23, fracción III",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        if element.performances.is_empty() && element.products.is_empty() {
            report.at(
                &Spot::element(at, element),
                "El elemento no tiene desempeños ni productos. Agregue al menos uno.",
            );
        }
    }
}
