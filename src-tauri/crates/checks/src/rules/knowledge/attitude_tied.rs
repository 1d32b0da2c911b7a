use std::ops::Range;

use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};

use crate::words::{nouns, tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-57",
    severity: Severity::Warning,
    title: "La actitud describe una sola manera observable, ligada a un criterio del elemento",
    why: "Se observa mientras la persona hace algo que el elemento ya pide. Dos maneras, o una ajena \
          al elemento, no se pueden marcar.",
    heuristic: "Se señalan dos oraciones, o dos verbos en presente unidos por «y»; y la manera que no \
          comparte ninguna palabra de contenido con el título, los desempeños y los productos.",
    wrong: "E
            A Orden: La manera en que sigue la secuencia de la lista de verificación y guarda la herramienta.",
    right: "E
            A Orden: La manera en que sigue la secuencia de la lista de verificación.",
    basis: "Formato F21-COOPYD-01 v08, actitudes/hábitos/valores",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let stems = report.stems();
    for (at, element) in ec.elements.iter().enumerate() {
        let about = stems.element(at).map(|subject| &subject.criteria);
        for part in &element.attitudes {
            let spot = Spot::of(
                at,
                PlaceKind::Attitude,
                part.number,
                part.id,
                Field::Manner,
                &part.manner,
            );
            let text = part.manner.trim_end().trim_end_matches('.');
            if let Some(point) = text.find(". ") {
                report.within(
                    &spot,
                    point + 2..text.len(),
                    "La actitud describe más de una manera. Deje una, o sepárela en dos actitudes.",
                );
            } else if let Some((range, verb)) = second_verb(text, report) {
                let message = format!(
                    "La actitud describe más de una manera: «… y {verb}». Deje una, o sepárela en dos actitudes."
                );
                report.within(&spot, range, message);
            }
            let said = stems.content(text);
            if said.len() > 1
                && !said
                    .iter()
                    .any(|&stem| about.is_some_and(|about| about.contains(stem)))
            {
                report.whole(&spot, "La actitud no se liga con ningún criterio de este elemento. Diga en qué desempeño o producto se observa.");
            }
        }
    }
}

/// A verb in the present joined by «y» to what the manner began with.
fn second_verb<'a>(text: &'a str, report: &Report<'_>) -> Option<(Range<usize>, &'a str)> {
    let words: Vec<_> = tokens::tokens(text).collect();
    words.windows(3).skip(4).find_map(|three| {
        let [(_, joint), (range, word), (_, next)] = three else {
            return None;
        };
        // «Guarda la herramienta»: what could be a noun is a verb when an object follows it.
        let object = nouns::article(next).is_some()
            || matches!(*next, "lo" | "un" | "una" | "su" | "sus" | "al");
        let verb = matches!(*joint, "y" | "e")
            && (object || !(nouns::is_entry(word) || nouns::is_adjective(word)))
            && verbs::participle(word).is_none()
            && verbs::is_third_person(&report.words, word);
        verb.then(|| (range.clone(), *word))
    })
}
