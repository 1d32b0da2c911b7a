use domain::Severity;

use crate::map::{MapReport, MapRule, MapScene};
use crate::words::{tokens, verbs};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-01",
    severity: Severity::Error,
    title: "La función empieza con un verbo en infinitivo",
    why: "Una función dice qué hay que lograr: «Ajustar los frenos…». Un sustantivo o un gerundio \
          nombran un tema o una manera de hacer.",
    heuristic: "Se reconocen los infinitivos del diccionario, con o sin pronombre, y las palabras que \
                parecen uno y el diccionario no tiene.",
    wrong: "Mantener bicicletas de acuerdo con el manual\n1 Ajuste de frenos de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    right: "Mantener bicicletas de acuerdo con el manual\n1 Ajustar frenos de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    basis: "Análisis funcional, redacción de funciones",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    for place in &scene.places {
        let text = &place.function.text;
        let Some((range, word)) = tokens::first(text) else {
            report.of(place, "La función no tiene redacción. Escríbala: verbo en infinitivo, objeto y condición.".to_owned());
            continue;
        };
        if verbs::may_be_infinitive(&scene.words, word) {
            continue;
        }
        let message = format!(
            "«{word}» no es un verbo en infinitivo. Empiece con lo que hay que lograr: «Ajustar…», «Registrar…»."
        );
        report.within(place, range, message);
    }
}
