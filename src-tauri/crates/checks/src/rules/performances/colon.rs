use domain::Severity;
use domain::ec::{CompetenceStandard, Criterion};

use crate::spot::performances;
use crate::words::tokens;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-31",
    severity: Severity::Error,
    title: "El desempeño termina con dos puntos cuando le siguen características",
    why: "Los dos puntos anuncian la lista: sin ellos el enunciado queda cerrado y la lista, suelta.",
    heuristic: "",
    wrong: "E
            D Revisa la bicicleta en la recepción.
            - En presencia de la persona usuaria, y
            - Mencionando a la persona usuaria cada falla detectada.",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Mencionando a la persona usuaria cada falla detectada.",
    basis: "Formato F21-COOPYD-01 v08, desempeños",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, criterion) in performances(ec) {
        look_at_colon(&spot, criterion, "desempeño", report);
    }
}

/// Judges how a criterion ends that has characteristics; `what` it is, the message says.
pub(crate) fn look_at_colon(
    spot: &Spot<'_>,
    criterion: &Criterion,
    what: &str,
    report: &mut Report<'_>,
) {
    let text = spot.text.trim_end();
    if criterion.characteristics.is_empty() || text.is_empty() || text.ends_with(':') {
        return;
    }
    let kept = text.trim_end_matches(['.', ',', ';', ' ']);
    let message = if kept.len() < text.len() {
        let sign = text[kept.len()..].trim();
        format!("El {what} termina con «{sign}»; le siguen características: termínelo con «:».")
    } else {
        format!("Faltan los dos puntos al final del {what}: le siguen características.")
    };
    let from = tokens::last_start(kept);
    let suggestion = format!("{}:", &kept[from..]);
    report
        .within(spot, from..text.len(), message)
        .suggest(suggestion);
}
