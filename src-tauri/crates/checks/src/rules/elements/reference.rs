use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::{List, ListOf};

use crate::spot::count;
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-22",
    severity: Severity::Error,
    title: "Las referencias de los elementos van de «1 de m» a «m de m»",
    why: "La referencia dice cuántos elementos hay y cuál es cada uno; si no cuadra, parece que \
          falta o sobra uno.",
    heuristic: "",
    wrong: "E
            E [2 de 4]",
    right: "E
            E [2 de 3]",
    basis: "Formato F21-COOPYD-01 v08, elemento: Referencia",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let total = count(ec.elements.len()).saturating_sub(1);
    for (at, element) in ec.elements.iter().enumerate() {
        let (index, of) = (element.index, element.count);
        if (index, of) == (count(at), total) || (index, of) == (0, 0) {
            continue; // The reference is right, or none was read.
        }
        let message = format!(
            "La referencia dice «{index} de {of}»; este elemento es «{} de {total}».",
            count(at)
        );
        let list = ListOf {
            owner: None,
            list: List::Elements,
        };
        report
            .at(&Spot::element(at, element), message)
            .reading(format!("{index} de {of}"))
            .remedy(Remedy::Renumber(list));
    }
}
