use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-51",
    severity: Severity::Warning,
    title: "El conocimiento dice qué se sabe del tema, no solo su clave o su nombre",
    why: "«NOM-017-STPS-2024.» no dice qué debe saber la persona: ¿su objetivo, sus obligaciones, sus \
          colores? Sin eso no se puede escribir el reactivo.",
    heuristic: "Se señala el conocimiento que es solo una clave, una sigla, una palabra o el nombre \
          de una ley o norma, sin subtemas.",
    wrong: "E
            K NOM-017-STPS-2024. = Conocimiento",
    right: "E
            K Obligaciones de la persona trabajadora en el uso del equipo de protección. = Conocimiento",
    basis: "Formato F21-COOPYD-01 v08, conocimientos",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        for part in &element.knowledge {
            let text = part.text.as_str();
            let spot = Spot::of(
                at,
                PlaceKind::Knowledge,
                part.number,
                part.id,
                Field::Text,
                text,
            );
            if text.trim().is_empty() {
                report.at(
                    &spot,
                    "El conocimiento está vacío. Escriba qué se sabe, o quítelo.",
                );
                continue;
            }
            if !part.details.is_empty() {
                continue; // Its details say what of it.
            }
            let message = match subject(text) {
                Subject::Code => {
                    "El conocimiento es solo una clave. Diga qué de ella debe saber la persona."
                }
                Subject::OneWord => {
                    "El conocimiento es una sola palabra. Diga qué de ese tema debe saber la persona."
                }
                Subject::Law => {
                    "El conocimiento es solo el nombre de una norma. Diga qué de ella debe saber la persona."
                }
                Subject::Said => continue,
            };
            report.whole(&spot, message);
        }
    }
}

enum Subject {
    Code,
    OneWord,
    Law,
    Said,
}

fn subject(text: &str) -> Subject {
    let folded = fold(text);
    // A word in lower case with four letters or more says something of the subject.
    let says = text
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word.chars().count() > 3 && word.chars().skip(1).all(char::is_lowercase));
    // «Ley de Ohm» has no such word either, and is no code.
    let coded = text
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word.len() > 1 && !word.chars().any(char::is_lowercase));
    if !says && coded {
        Subject::Code
    } else if folded.split(' ').count() == 1 {
        Subject::OneWord
    } else if is_law(text, &folded) {
        Subject::Law
    } else {
        Subject::Said
    }
}

/// How the name of a law begins; «Ley de Ohm» and «Código de colores» are subjects.
#[rustfmt::skip] // A list is read in lines.
const LAWS: &[&str] = &[
    "ley federal", "ley general", "ley organica", "ley nacional", "ley estatal", "ley del seguro",
    "norma oficial", "norma mexicana", "nom ", "nmx ", "constitucion politica", "codigo civil",
    "codigo penal", "codigo fiscal", "reglamento federal", "reglamento general", "reglamento de la ley",
];

/// Whether a text is the name of a law or a norm and says nothing of it.
fn is_law(text: &str, folded: &str) -> bool {
    let says = text.contains(':') || text.contains(';');
    !says && LAWS.iter().any(|law| folded.starts_with(law))
}
