use domain::Severity;
use domain::functional_map::MapNodeLevel;

use crate::map::{MapReport, MapRule, MapScene};
use crate::words::conditions::{Missing, missing};
use crate::words::{tokens, verbs};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-02",
    severity: Severity::Error,
    title: "La función dice verbo, objeto y condición",
    why: "«Ajustar los frenos» no dice cuándo está bien hecho. La condición lo dice: «de acuerdo con las \
          especificaciones del fabricante». Sólo en el propósito puede quedar implícita.",
    heuristic: "Es objeto lo que sigue al verbo, también con la preposición que el verbo pide («participar \
                en…»). Es condición una referencia (de acuerdo con, conforme a, según…), un momento \
                (antes de, al, durante…), una manera (mediante, por medio de, un gerundio…) o un \
                complemento con en, con, sin, para, por, bajo o entre después del objeto. «De» une \
                sustantivos y no basta.",
    wrong: "Mantener bicicletas de acuerdo con el manual\n1 Ajustar los frenos\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    right: "Mantener bicicletas de acuerdo con el manual\n\
            1 Ajustar los frenos de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    basis: "Análisis funcional, redacción de funciones",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    for place in &scene.places {
        let text = &place.function.text;
        let Some((verb, word)) = tokens::first(text) else {
            continue; // What says nothing is told by MF-01.
        };
        if !verbs::may_be_infinitive(&scene.words, word) {
            continue; // Without its verb nobody can tell object from condition.
        }
        let message = match missing(&scene.words, &text[verb.end..]) {
            Some(Missing::Object) if place.level == MapNodeLevel::Purpose => {
                "El propósito es sólo un verbo. Diga sobre qué se actúa."
            }
            Some(Missing::Object) => {
                "La función es sólo un verbo. Diga sobre qué se actúa y en qué condición: «… de acuerdo con…»."
            }
            Some(Missing::Condition) if place.level == MapNodeLevel::Purpose => continue,
            Some(Missing::Condition) => {
                "Falta la condición: contra qué, cuándo o cómo se logra. Por ejemplo: «… de acuerdo con…»."
            }
            None => continue,
        };
        report.of(place, message.to_owned());
    }
}
