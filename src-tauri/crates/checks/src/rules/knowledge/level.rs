use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, KnowledgeLevel, PlaceKind};

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-50",
    severity: Severity::Error,
    title: "Cada conocimiento tiene un nivel, y uno solo: Conocimiento, Comprensión o Aplicación",
    why: "El nivel decide qué clase de reactivo lo evalúa: recordar, explicar o resolver un caso. Con \
          dos niveles no se sabe cuál aplicar.",
    heuristic: "",
    wrong: "E
            K Componentes del sistema de frenado de la bicicleta. = Conocimiento/comprensión",
    right: "E
            K Componentes del sistema de frenado de la bicicleta. = Comprensión",
    basis: "Formato F21-COOPYD-01 v08, conocimientos: NIVEL",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        for part in &element.knowledge {
            let printed = part.printed_level.trim();
            // Extraction may leave a space inside the word; it is not the author's.
            let solid: String = printed.split_whitespace().collect();
            if KnowledgeLevel::from_printed(&solid).is_some() {
                continue;
            }
            let spot = Spot::of(
                at,
                PlaceKind::Knowledge,
                part.number,
                part.id,
                Field::Level,
                printed,
            );
            let message = if printed.is_empty() {
                "Falta el nivel del conocimiento: Conocimiento, Comprensión o Aplicación."
                    .to_owned()
            } else {
                format!(
                    "El nivel dice «{printed}»; elija uno solo: Conocimiento, Comprensión o Aplicación."
                )
            };
            report.whole(&spot, message);
        }
    }
}
