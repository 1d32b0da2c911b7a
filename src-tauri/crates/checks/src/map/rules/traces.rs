use std::collections::HashMap;

use domain::Severity;
use domain::functional_map::Function;
use domain::ids::PartId;

use crate::map::{MapReport, MapRule, MapScene};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-12",
    severity: Severity::Error,
    title: "Cada elemento del estándar viene de una sola función del mapa",
    why: "El estándar nace del mapa: un elemento que no está en él no se analizó, y uno que viene de dos \
          funciones las confunde.",
    heuristic: "Se sigue el enlace entre la función y el elemento, que permanece aunque cambien su \
                redacción o su lugar. Un estándar de un solo elemento, o una función debajo de la suya que no \
                es elemento, se admite con un motivo.",
    // A sketch has no standards: `tests.rs` shows the mistake and its remedy.
    wrong: "",
    right: "",
    basis: "Práctica de la oficina: los estándares publicados tienen de dos a cuatro elementos (por confirmar)",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    let mut of_element: HashMap<PartId, Vec<&str>> = HashMap::new();
    for place in &scene.places {
        if let Some(element) = place.function.link.element {
            of_element.entry(element).or_default().push(&place.number);
        }
    }
    for place in &scene.places {
        let Some(id) = place.function.link.standard else {
            continue;
        };
        let Some(standard) = scene.context.tagged.get(&id) else {
            report.of(place, "El estándar de esta función no está en este espacio de trabajo. Tómelo con su paquete, o quite el enlace (L).".to_owned());
            continue;
        };
        for element in &standard.elements {
            let index = element.index;
            let message = match of_element.get(&element.id).map(Vec::as_slice) {
                Some([_]) => continue,
                None | Some([]) => format!(
                    "El elemento {index} del estándar, «{}», no viene de ninguna función. Enlace con él la suya (L en ella), o quítelo del estándar.",
                    element.title
                ),
                Some(several) => format!(
                    "El elemento {index} del estándar viene de varias funciones ({}). Quite los enlaces que sobran (L en cada una).",
                    several.join(", ")
                ),
            };
            report.of(place, message).about = Some(element.id);
        }
        let below = place.function.parts.iter();
        match below.filter(|part| part.link.element.is_some()).count() {
            0 => {
                report.of(
                    place,
                    "Esta función es la de un estándar y ninguna de las de abajo es elemento suyo. Enlácelas con los suyos (L), o hágalas elementos (M)."
                        .to_owned(),
                );
            }
            1 => {
                let message = "El estándar de esta función tiene un solo elemento; lo usual es de dos a cuatro. Complete el desglose, o aparte este aviso con su motivo.";
                report.of(place, message.to_owned()).severity = Severity::Warning;
            }
            _ => {}
        }
    }
    of_children(scene, report);
}

/// A function directly below that of a standard is an element of it, or holds some.
fn of_children(scene: &MapScene<'_>, report: &mut MapReport) {
    for place in &scene.places {
        let standard = place.parent.and_then(|above| above.link.standard);
        let here = standard.is_some_and(|id| scene.context.tagged.contains_key(&id));
        if here && place.function.link.standard.is_none() && !holds_an_element(place.function) {
            let message = "Esta función está debajo de la de un estándar y no es elemento suyo. Hágala elemento (M), enlácela con el suyo (L) o muévala; si así ha de quedar, aparte este aviso con su motivo.";
            report.of(place, message.to_owned()).severity = Severity::Warning;
        }
    }
}

fn holds_an_element(function: &Function) -> bool {
    let mut ahead = vec![function];
    while let Some(it) = ahead.pop() {
        if it.link.element.is_some() {
            return true;
        }
        ahead.extend(&it.parts);
    }
    false
}
