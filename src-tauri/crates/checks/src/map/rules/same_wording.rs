use domain::Severity;

use crate::map::{MapReport, MapRule, MapScene};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-13",
    severity: Severity::Warning,
    title: "El elemento dice lo mismo que su función",
    why: "El grupo validó la función; si el elemento dice otra cosa, uno de los dos está atrasado.",
    heuristic: "Se comparan sin contar acentos, mayúsculas ni puntuación.",
    // A sketch has no standards: `tests.rs` shows the mistake and its remedy.
    wrong: "",
    right: "",
    basis: "Derivación del mapa al estándar (por confirmar)",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    for place in &scene.places {
        let Some(id) = place.function.link.element else {
            continue;
        };
        let standards = scene.context.tagged.values();
        let mut elements = standards.flat_map(|standard| &standard.elements);
        let Some(element) = elements.find(|element| element.id == id) else {
            report.of(place, "El elemento que era esta función ya no está en su estándar. Recupérelo con Deshacer en el estándar, o quite el enlace (L).".to_owned());
            continue;
        };
        let fold = domain::text::fold;
        if fold(&element.title) != fold(&place.function.text) {
            let message = format!(
                "El elemento {} dice «{}». Lleve una redacción a la otra, o aparte este aviso con su motivo.",
                element.index, element.title
            );
            report.of(place, message);
        }
    }
}
