use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::spot::{characteristics, performances};
use crate::words::{tokens, verbs};
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-37",
    severity: Severity::Advice,
    title: "Una acción por característica",
    why: "Cada característica será un reactivo con un solo cumple/no cumple. Dos acciones unidas \
          por «y» obligan a dos reactivos.",
    heuristic: "Se señala un gerundio unido por «y» o «e» a otro anterior en la misma línea.",
    wrong: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Midiendo y registrando el desgaste de la cadena.",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria,
            - Midiendo el desgaste de la cadena, y
            - Registrando el desgaste de la cadena.",
    basis: "Instrumento de evaluación: un reactivo por acción",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for spot in characteristics(performances(ec)) {
        let mut first: Option<&str> = None;
        let mut conjunction = false;
        let mut found = None;
        for (range, word) in tokens::tokens(spot.text) {
            let may = word.contains("ndo"); // With pronouns too: «colocándolo».
            if may && verbs::of_gerund(word).is_some() {
                match first {
                    Some(before) if conjunction => {
                        found = Some((range, before, word));
                        break;
                    }
                    Some(_) => {}
                    None => first = Some(word),
                }
            }
            // «y/o» joins too.
            conjunction = matches!(word, "y" | "e") || (conjunction && word == "o");
        }
        if let Some((range, before, word)) = found {
            let message =
                format!("«{before}… y {word}» son dos acciones. Sepárelas en dos características.");
            report.within(&spot, range, message);
        }
    }
}
