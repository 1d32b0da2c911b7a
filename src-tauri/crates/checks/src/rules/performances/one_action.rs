use domain::Severity;
use domain::ec::{CompetenceStandard, PlaceKind};

use crate::words::verbs;
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

fn look(_: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording();
    // With pronouns too: «colocándolo».
    let gerunds =
        wording.ask(|form| form.text.contains("ndo") && verbs::is_known_gerund(&form.text));
    for (at, spot) in report.spots().iter().enumerate() {
        if spot.place.kind != Some(PlaceKind::Performance) || spot.place.characteristic.is_none() {
            continue;
        }
        let mut first: Option<&str> = None;
        let mut conjunction = false;
        for token in wording.words(at) {
            let word = &*wording.form(*token).text;
            if gerunds[token.at()] {
                match first {
                    Some(before) if conjunction => {
                        let message = format!(
                            "«{before}… y {word}» son dos acciones. Sepárelas en dos características."
                        );
                        report.within(spot, token.range(), message);
                        break;
                    }
                    Some(_) => {}
                    None => first = Some(word),
                }
            }
            // «y/o» joins too.
            conjunction = matches!(word, "y" | "e") || (conjunction && word == "o");
        }
    }
}
