use domain::Severity;
use domain::functional_map::MapNodeLevel;

use crate::map::{MapReport, MapRule, MapScene};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-14",
    severity: Severity::Advice,
    title: "La función se compara con los estándares que ya existen",
    why: "Si ya hay un estándar de la función, no hace falta otro: se actualiza el que existe o se \
          distingue de él.",
    heuristic: "Se compara el título que se derivaría de la función individual, y su redacción, con los \
                títulos de los estándares conocidos, sin contar acentos, mayúsculas ni puntuación; y, con el \
                RENEC importado, con los que se le parecen.",
    // A sketch knows no other standard: `tests.rs` shows the mistake and its remedy.
    wrong: "",
    right: "",
    basis: "Reglas Generales, art. 23",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    let fold = domain::text::fold;
    let known = scene.context.registered.iter();
    let known: Vec<_> = known.map(|other| (fold(&other.title), other)).collect();
    for place in &scene.places {
        let candidate =
            place.level == MapNodeLevel::Individual && place.function.link.standard.is_none();
        if !candidate {
            continue;
        }
        let said = [
            fold(&place.function.text),
            fold(&crate::standard_title(&place.function.text)),
        ];
        let same = known
            .iter()
            .find(|(title, _)| !title.is_empty() && said.contains(title));
        if let Some((_, other)) = same {
            let name = match other.code.as_str() {
                "" => "un borrador",
                code => code,
            };
            let message = format!(
                "Ya hay un estándar de esta función: {name}, «{}». Considere actualizarlo, o diga en qué se distingue.",
                other.title
            );
            report.of(place, message);
        } else if let Some(near) = scene.context.near.get(&place.function.id) {
            let message = format!(
                "Ya hay un estándar que se parece a esta función: {}. Considere actualizarlo, o diga en qué se distingue.",
                near.named()
            );
            report.of(place, message);
        }
    }
}
