use domain::Severity;
use domain::iec::HistoricalEvidence;
use domain::text::fold;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-EH-1",
    severity: Severity::Warning,
    title: "La evidencia histórica se admite sólo donde el estándar no la excluye",
    why: "Los detalles de la práctica del estándar pueden excluirla expresamente; el instrumento no puede admitir lo que el estándar excluye.",
    heuristic: "Un detalle de la práctica que niega y habla de evidencias históricas.",
    basis: "Glosario de un centro de evaluación y detalles de la práctica de un estándar publicado (por confirmar)",
    look,
};

/// How a detail says that something is not taken.
const DENIES: &[&str] = &["no", "sin", "excluye", "excluyen", "excluida", "excluidas"];

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    let details = &scene.standard.general.evaluation_aspects.practice_details;
    let excludes = details.iter().any(|line| {
        let said = fold(&line.text);
        let about = said.contains("evidencia historica") || said.contains("evidencias historicas");
        let mut words = said.split(|c: char| !c.is_alphanumeric());
        about && words.any(|word| DENIES.contains(&word))
    });
    if !excludes {
        return;
    }
    for item in &scene.instrument.items {
        if item.historical != HistoricalEvidence::NotAllowed {
            let message = "Admite evidencia histórica, y los detalles de la práctica del estándar la excluyen. Quítela del reactivo, o corrija el estándar.";
            report.item(scene, item, message.to_owned());
        }
    }
}
