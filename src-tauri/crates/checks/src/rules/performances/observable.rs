use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::spot::{characteristics, performances};
use crate::words::quick::Memo;
use crate::words::{Words, tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-36",
    severity: Severity::Warning,
    title: "El desempeño se puede observar durante la evaluación",
    why: "El evaluador marca cumple/no cumple por lo que ve o escucha. Nadie ve a otro entender, \
          pensar o comprometerse.",
    heuristic: "Se señalan los verbos de pensamiento y sentimiento (conocer, entender, pensar, \
          reflexionar, comprometerse…) al inicio del desempeño o de la característica, y «Demostrando» \
          seguido de un estado de ánimo, como consejo.",
    wrong: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Entendiendo cada falla detectada.",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Mencionando a la persona usuaria cada falla detectada.",
    basis: "Criterios de evaluación: desempeños observables",
    look,
};

/// What happens inside a person.
const UNSEEN: &[&str] = &[
    "conocer",
    "entender",
    "comprender",
    "pensar",
    "reflexionar",
    "saber",
    "creer",
    "sentir",
    "imaginar",
    "desear",
    "querer",
    "comprometer",
    "concientizar",
    "interesar",
    "apreciar",
    "intuir",
    "asimilar",
    "confiar",
    "preocupar",
];

/// What shows only as a state of mind.
const STATES: &[&str] = &[
    "confianza",
    "disposición",
    "interés",
    "empatía",
    "seguridad",
    "actitud",
    "compromiso",
    "respeto",
    "entusiasmo",
    "motivación",
    "iniciativa",
    "sensibilidad",
    "conocimiento",
    "dominio",
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, _) in performances(ec) {
        judge(&spot, report);
    }
    for spot in characteristics(performances(ec)) {
        judge(&spot, report);
    }
}

/// What a verb says that can be seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    /// Something, or it is no verb.
    Seen,
    /// Nothing: it happens inside a person.
    Unseen,
    /// What comes after it: «Demostrando…».
    Shown,
}

fn sight(words: &Words, word: &str) -> Sight {
    thread_local! {
        static ASKED: Memo<Sight> = Memo::default();
    }
    ASKED.with(|asked| {
        asked.of(word, || {
            let infinitive = verbs::of_gerund(word)
                .or_else(|| verbs::of_third_person(words, word))
                .or_else(|| verbs::is_infinitive(word).then(|| word.to_lowercase()));
            let Some(infinitive) = infinitive else {
                return Sight::Seen;
            };
            match infinitive.trim_end_matches("se") {
                "demostrar" | "mostrar" | "manifestar" => Sight::Shown,
                verb if UNSEEN.contains(&verb) => Sight::Unseen,
                _ => Sight::Seen, // Any other verb does something.
            }
        })
    })
}

fn judge(spot: &Spot<'_>, report: &mut Report<'_>) {
    let mut all = tokens::tokens(spot.text);
    let first = all.next();
    let reflexive = first
        .as_ref()
        .is_some_and(|(_, word)| word.eq_ignore_ascii_case("se"));
    let Some((range, word)) = (if reflexive { all.next() } else { first }) else {
        return;
    };
    match sight(&report.words, word) {
        Sight::Seen => {}
        Sight::Unseen => {
            let message =
                format!("«{word}» no se observa: diga qué hace o dice la persona que lo muestra.");
            report.within(spot, range, message);
        }
        Sight::Shown => {
            let Some((_, state)) = all.next() else { return };
            if STATES.contains(&state.to_lowercase().as_str()) {
                let message = format!(
                    "«{word} {state}» es un estado de ánimo: diga con qué acción se observa, o llévelo a actitudes."
                );
                report.within(spot, range, message).weighs(Severity::Advice);
            }
        }
    }
}
