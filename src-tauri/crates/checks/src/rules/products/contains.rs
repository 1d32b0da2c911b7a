use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::spot::products;
use crate::words::tokens;
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-44",
    severity: Severity::Warning,
    title: "La línea del producto no dice «que contiene»",
    why: "Lo que contiene lo dicen sus características; la línea del producto solo lo nombra.",
    heuristic: "",
    wrong: "E
            P La lista de verificación de la bicicleta que contiene fallas, requisitada:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    right: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    basis: "Formato F21-COOPYD-01 v08, productos",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, _) in products(ec) {
        let words: Vec<_> = tokens::tokens(spot.text).collect();
        let found = words
            .iter()
            .position(|(_, word)| matches!(word.to_lowercase().as_str(), "contiene" | "contienen"));
        let Some(at) = found else { continue };
        let from = match at.checked_sub(1).map(|before| &words[before]) {
            Some((range, que)) if que.eq_ignore_ascii_case("que") => range.start,
            _ => words[at].0.start, // «Contiene» alone.
        };
        let range = from..words[at].0.end;
        let said = &spot.text[range.clone()];
        let message = format!(
            "Quite «{said}» de la línea del producto: lo que contiene va en sus características."
        );
        report.within(&spot, range, message);
    }
}
