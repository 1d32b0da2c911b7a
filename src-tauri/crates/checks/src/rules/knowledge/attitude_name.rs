use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-55",
    severity: Severity::Warning,
    title: "El nombre de la actitud es uno de los del catálogo",
    why: "Los estándares comparten los mismos nombres, y así una actitud se evalúa igual en todos.",
    heuristic: "El catálogo es el del paquete de reglas: los nombres vistos en estándares publicados. \
          No se conoce una lista oficial cerrada.",
    wrong: "E
            A Empatía: La manera en que sigue la secuencia de la lista de verificación.",
    right: "E
            A Orden: La manera en que sigue la secuencia de la lista de verificación.",
    basis: "Catálogo de actitudes del paquete de reglas",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let known = &report.context.pack.attitudes;
    if known.is_empty() {
        return;
    }
    let folded: Vec<String> = known.iter().map(|name| fold(name)).collect();
    let list = known.join(", ");
    for (at, element) in ec.elements.iter().enumerate() {
        for part in &element.attitudes {
            let name = part.name.trim();
            if folded.contains(&fold(name)) {
                continue;
            }
            let spot = Spot::of(
                at,
                PlaceKind::Attitude,
                part.number,
                part.id,
                Field::Name,
                &part.name,
            );
            let message = if name.is_empty() {
                format!("Falta el nombre de la actitud. Elija uno: {list}.")
            } else {
                format!(
                    "«{name}» no está en el catálogo de actitudes. Use una de estas o explique el motivo: {list}."
                )
            };
            report.whole(&spot, message);
        }
    }
}
