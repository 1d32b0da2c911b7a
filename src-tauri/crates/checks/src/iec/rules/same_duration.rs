use domain::Severity;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-19",
    severity: Severity::Error,
    title: "El instrumento dura lo que dice el estándar",
    why: "Quien se evalúa planea su tiempo con lo que el estándar publica.",
    heuristic: "Los apoyos y los requerimientos se imprimen del estándar: no pueden diferir.",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    let total = scene.standard.general.evaluation_aspects.duration.minutes();
    let (Some(ours), Some(theirs)) = (scene.instrument.terms.minutes, total) else {
        return;
    };
    if ours != theirs {
        let in_words = domain::ec::duration::in_words;
        let message = format!(
            "El instrumento dura {} y el estándar dice {}. Iguálelos.",
            in_words(ours),
            in_words(theirs)
        );
        report.whole(message);
    }
}
