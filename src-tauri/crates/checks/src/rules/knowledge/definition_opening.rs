use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::words::{nouns, tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-67",
    severity: Severity::Advice,
    title: "La definición inicia «Se refiere a», «Es» o «Conjunto de»",
    why: "Dice qué es el término. «La manera en que» es la fórmula de las actitudes, y un infinitivo \
          describe una acción, no una cosa.",
    heuristic: "Se señalan «La manera en que», «Cuando», la definición que inicia con infinitivo o \
          gerundio si el término no es un verbo, y la que inicia con un verbo suelto que no es «Es».",
    wrong: "E
            G Desgaste: La manera en que un componente pierde material por el uso.",
    right: "E
            G Desgaste: Se refiere a la pérdida de material de un componente por el uso.",
    basis: "Formato F21-COOPYD-01 v08, glosario",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        for part in &element.glossary {
            let text = part.definition.as_str();
            let spot = Spot::of(
                at,
                PlaceKind::Glossary,
                part.number,
                part.id,
                Field::Definition,
                text,
            );
            let Some((range, first)) = tokens::first(text) else {
                if text.trim().is_empty() {
                    report.at(&spot, "Falta la definición del término.");
                }
                continue;
            };
            let start: String = text.chars().take(40).collect();
            let start = fold(&start);
            let verb = |word: &str| verbs::is_infinitive(word) || verbs::is_known_gerund(word);
            let term = tokens::first(&part.term).map_or("", |(_, word)| word);
            let manner = ["la manera en que", "la manera en la que", "la forma en que"];
            let manner = manner.iter().find(|opening| start.starts_with(**opening));
            let (range, said) = if let Some(opening) = manner {
                let words = opening.split(' ').count();
                let last = tokens::tokens(text).nth(words - 1);
                (
                    range.start..last.map_or(range.end, |(last, _)| last.end),
                    "La manera en que",
                )
            } else if start.starts_with("cuando ")
                || (verb(first) && !verb(term))
                || is_bare_verb(first, text[range.end..].trim_start(), report)
            {
                (range, first)
            } else {
                continue;
            };
            let message = format!(
                "La definición inicia con «{said}». Diga qué es el término: «Se refiere a…», «Es…», «Conjunto de…»."
            );
            report.within(&spot, range, message);
        }
    }
}

/// «Agrupa a las personas…»: a verb in the present that is no noun and has no «se» before it.
fn is_bare_verb(word: &str, rest: &str, report: &Report<'_>) -> bool {
    let opens = [
        "es",
        "son",
        "consiste",
        "comprende",
        "significa",
        "corresponde",
        "incluye",
    ];
    let lower = word.to_lowercase();
    !opens.contains(&lower.as_str())
        && !rest.starts_with("de ")
        && !nouns::is_entry(&lower)
        && verbs::participle(&lower).is_none()
        && verbs::is_third_person(&report.words, &lower)
}
