use domain::Severity;

use crate::map::{MapReport, MapRule, MapScene};
use crate::words::study::{Study, study};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-04",
    severity: Severity::Warning,
    title: "La función es un resultado del trabajo, no un tema de estudio",
    why: "El mapa dice qué hay que lograr en el trabajo. Lo que hay que saber para lograrlo se escribe \
          después, como conocimiento del estándar.",
    heuristic: "Se señalan los verbos de estudio (conocer, comprender, saber, aprender…) y los que tienen \
                por objeto fundamentos, conceptos, teoría, bases o principios.",
    wrong: "Mantener bicicletas de acuerdo con el manual\n\
            1 Conocer los tipos de freno de acuerdo con el manual\n\
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
        let Some((range, what)) = study(text) else {
            continue;
        };
        let verb = &text[range.clone()];
        let message = match what {
            Study::Learning => format!(
                "«{verb}» nombra un aprendizaje. Diga qué se logra en el trabajo con ese saber."
            ),
            Study::Looking { studied } => format!(
                "«{verb}» {studied} es estudiar. Diga qué se logra en el trabajo con ese saber."
            ),
        };
        report.within(place, range, message);
    }
}
