use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, Element};

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-23",
    severity: Severity::Error,
    title: "Los códigos de los elementos son únicos y consecutivos",
    why: "El registro asigna los códigos de un estándar de corrido; uno repetido o salteado señala \
          un elemento de otro estándar.",
    heuristic: "Solo se mira cuando todos los elementos ya tienen código. En una actualización puede \
          conservarse el código de un elemento que no cambió: ahí un salto es advertencia.",
    wrong: "E
            código: E5719
            E
            código: E5720
            E
            código: E5720",
    right: "E
            código: E5719
            E
            código: E5720
            E
            código: E5721",
    basis: "Formato F21-COOPYD-01 v08, elemento: Código",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let numbers: Option<Vec<u32>> = ec.elements.iter().map(number).collect();
    let Some(numbers) = numbers else {
        return; // Not all assigned, or a code that EC-R-04 already objects to.
    };
    let update = ec.known_code().contains('.');
    for (at, element) in ec.elements.iter().enumerate().skip(1) {
        let spot = Spot {
            field: Some(Field::Code),
            text: &element.code,
            ..Spot::element(at, element)
        };
        if let Some(first) = numbers[..at].iter().position(|n| *n == numbers[at]) {
            let message = format!(
                "El código {} ya es del elemento {}. Cada elemento tiene el suyo.",
                element.code,
                first + 1
            );
            report.whole(&spot, message);
        } else if numbers[at] != numbers[at - 1].saturating_add(1) {
            let message = format!(
                "El código {} no sigue a {}, el del elemento anterior. Revise cuál se asignó.",
                element.code,
                ec.elements[at - 1].code
            );
            let entry = report.whole(&spot, message);
            if update {
                entry.weighs(Severity::Warning);
            }
        }
    }
}

fn number(element: &Element) -> Option<u32> {
    let digits = element.code.strip_prefix('E')?;
    (digits.len() == 4).then(|| digits.parse().ok())?
}
