use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::spot::products;
use crate::words::{nouns, tokens, verbs};
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-40",
    severity: Severity::Error,
    title: "El producto inicia con artículo: El, La, Los, Las",
    why: "El producto es una cosa determinada que la persona entrega: «La lista de verificación…, \
          requisitada:».",
    heuristic: "El artículo se propone cuando la terminación del sustantivo da su género con certeza. \
          «Un» y «Una» son advertencia.",
    wrong: "E
            P Lista de verificación de la bicicleta, requisitada:
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
        let Some((range, first)) = tokens::first(spot.text) else {
            report.at(&spot, "El producto no dice qué se obtiene. Escríbalo con artículo, sustantivo y participio.");
            continue;
        };
        if nouns::article(first).is_some() {
            continue;
        }
        let lower = first.to_lowercase();
        if matches!(lower.as_str(), "un" | "una" | "unos" | "unas") {
            let definite = match lower.as_str() {
                "un" => "El",
                "una" => "La",
                "unos" => "Los",
                _ => "Las", // The fourth.
            };
            let message = format!(
                "El producto inicia con «{first}»; va el artículo determinado: «{definite}»."
            );
            report
                .within(&spot, range, message)
                .suggest(definite)
                .weighs(Severity::Warning);
            continue;
        }
        let article = |made: &str| nouns::article(made).is_some();
        if tokens::is_cut(&report.words, spot.text, article) {
            continue; // Split by the extraction.
        }
        // The noun's own name keeps its capitals when it is written all in them.
        let acronym = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
        let noun = if acronym { first.to_owned() } else { lower };
        let verb = verbs::is_infinitive(first) || verbs::is_gerund(&report.words, first);
        match nouns::article_for(first).filter(|_| !verb && !acronym) {
            Some(article) => {
                let with = format!("{article} {noun}");
                let message = format!("Falta el artículo al inicio del producto: «{with}».");
                report.within(&spot, range, message).suggest(with);
            }
            None => {
                let message = format!(
                    "El producto inicia con «{first}»; va con artículo: El, La, Los o Las."
                );
                report.within(&spot, range, message);
            }
        }
    }
}
