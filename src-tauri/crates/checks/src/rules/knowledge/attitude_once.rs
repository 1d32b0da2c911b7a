use std::collections::HashMap;

use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-58",
    severity: Severity::Warning,
    title: "Una actitud aparece una sola vez en cada elemento",
    why: "Repetida, se evalúa dos veces lo mismo y pesa doble en el resultado.",
    heuristic: "",
    wrong: "E
            A Orden: La manera en que sigue la secuencia de la lista de verificación.
            A Orden: La manera en que registra la medida de cada componente.",
    right: "E
            A Orden: La manera en que sigue la secuencia de la lista de verificación.
            A Limpieza: La manera en que registra la medida de cada componente.",
    basis: "Formato F21-COOPYD-01 v08, actitudes/hábitos/valores",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        let mut seen: HashMap<String, u32> = HashMap::new();
        for part in &element.attitudes {
            let name = fold(&part.name);
            if name.is_empty() {
                continue;
            }
            if let Some(first) = seen.get(&name) {
                let spot = Spot::of(
                    at,
                    PlaceKind::Attitude,
                    part.number,
                    part.id,
                    Field::Name,
                    &part.name,
                );
                let message = format!(
                    "«{}» ya está en este elemento, con el número {first}. Deje una.",
                    part.name.trim()
                );
                report.whole(&spot, message);
            } else {
                seen.insert(name, part.number);
            }
        }
    }
}
