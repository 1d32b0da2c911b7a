use domain::Severity;
use domain::iec::weights::Hundredths;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-22",
    severity: Severity::Error,
    title: "El puntaje mínimo está fijado, es mayor que cero y alcanzable",
    why: "Sin él no hay juicio de competencia. Ningún texto da su fórmula: lo decide el grupo de expertos.",
    heuristic: "",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    let total = scene.weights.total();
    let message = match scene.instrument.terms.pass_score {
        None => "Falta el puntaje mínimo para ser competente. Fíjelo con el grupo.".to_owned(),
        Some(Hundredths(0)) => "El puntaje mínimo es cero: todos serían competentes.".to_owned(),
        Some(pass) if pass > total => {
            format!("El puntaje mínimo es {pass} y sólo se alcanzan {total}. Bájelo.")
        }
        Some(_) => return,
    };
    report.whole(message);
}
