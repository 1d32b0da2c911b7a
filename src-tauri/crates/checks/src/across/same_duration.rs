use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::duration::in_words;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-82",
    severity: Severity::Error,
    title: "El estándar y el IEC dicen la misma duración y piden lo mismo",
    why: "Quien se evalúa planea su tiempo con lo que el estándar publica.",
    heuristic: "Los apoyos y los requerimientos del IEC se imprimen del estándar: no pueden diferir.",
    wrong: "El estándar dice dos horas y el IEC, tres.",
    right: "Los dos dicen lo mismo.",
    basis: "Formato del IEC (N-FO-03), IEC-R-19",
    look,
};

fn look(standard: &CompetenceStandard, report: &mut Report<'_>) {
    let duration = &standard.general.evaluation_aspects.duration;
    let instrument = report.context.beside.instrument;
    let ours = instrument.and_then(|instrument| instrument.terms.minutes);
    let (Some(ours), Some(theirs)) = (ours, duration.minutes()) else {
        return;
    };
    if ours != theirs {
        report.at(
            &Spot::whole("evaluationAspects.duration"),
            format!(
                "El estándar dice {} y el IEC, {}. Iguálelos aquí o en Instrumento, Pesos y juicio.",
                in_words(theirs),
                in_words(ours)
            ),
        );
    }
}
