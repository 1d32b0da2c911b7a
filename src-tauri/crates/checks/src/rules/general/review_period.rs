use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;
use domain::text::fold;

use super::is_brand;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-14",
    severity: Severity::Warning,
    title: "El periodo de revisión o actualización está escrito",
    why: "Las reglas piden al comité decir cada cuánto revisará su estándar; sin ese dato nadie \
          sabe cuándo dejó de estar al día.",
    heuristic: "Se busca una cantidad de años o meses: «2 años», «dos años», «18 meses».",
    wrong: "revisión:",
    right: "revisión: 2 años",
    basis: "Reglas Generales, art. 25, fracción VII",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let period = &ec.general.review_period;
    let spot = Spot::general("reviewPeriod", Field::ReviewPeriod, period);
    if period.trim().is_empty() {
        report.at(
            &spot,
            "Falta el periodo de revisión o actualización. Escríbalo en años: «2 años».",
        );
        return;
    }
    let said = fold(period);
    let timed = said.split(' ').any(|word| {
        matches!(
            word,
            "ano" | "anos" | "año" | "años" | "mes" | "meses" | "bienal" | "anual"
        )
    });
    if !timed {
        let message = format!("«{period}» no dice cuántos años. Escríbalo así: «2 años».");
        report.whole(&spot, message);
    }
}
