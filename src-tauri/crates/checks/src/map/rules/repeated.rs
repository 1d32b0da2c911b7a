use std::collections::HashMap;

use domain::Severity;

use crate::map::{MapReport, MapRule, MapScene};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-06",
    severity: Severity::Error,
    title: "Una función aparece una sola vez en el mapa",
    why: "Si la misma función está en dos lugares, el desglose se cruza: o son distintas y hay que \
          decir en qué, o una sobra.",
    heuristic: "Se comparan sin contar acentos, mayúsculas ni puntuación.",
    wrong: "Mantener bicicletas de acuerdo con el manual\n1 Ajustar frenos de acuerdo con el manual\n\
            2 Ajustar frenos, de acuerdo con el Manual",
    right: "Mantener bicicletas de acuerdo con el manual\n1 Ajustar frenos de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    basis: "Análisis funcional, desglose de funciones",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for place in &scene.places {
        let folded = domain::text::fold(&place.function.text);
        if folded.is_empty() {
            continue;
        }
        match seen.get(&folded) {
            Some(first) => {
                let where_ = match *first {
                    "" => "el propósito principal".to_owned(),
                    number => format!("la función {number}"),
                };
                let message = format!(
                    "Dice lo mismo que {where_}. Deje una, o escriba en qué se distinguen."
                );
                report.of(place, message);
            }
            None => {
                seen.insert(folded, &place.number);
            }
        }
    }
}
