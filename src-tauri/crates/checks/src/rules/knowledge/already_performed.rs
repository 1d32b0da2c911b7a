use std::collections::{HashMap, HashSet};

use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::words::{tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-52",
    severity: Severity::Warning,
    title: "El conocimiento no repite un criterio ni se escribe como acción",
    why: "Lo que se demuestra haciendo ya se evalúa en el desempeño. El conocimiento es lo que hay \
          que saber para hacerlo, y se escribe con sustantivo.",
    heuristic: "Se señala el conocimiento que inicia con infinitivo o gerundio, y el que dice lo mismo \
          que un desempeño o una característica del estándar.",
    wrong: "E
            K Revisar los componentes del sistema de frenado. = Aplicación",
    right: "E
            K Procedimiento de revisión de los componentes del sistema de frenado. = Aplicación",
    basis: "Formato F21-COOPYD-01 v08, conocimientos",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    // A line can only say the same as a knowledge if it begins alike.
    let every = ec.elements.iter().flat_map(|element| &element.knowledge);
    let begins: HashSet<String> = every.filter_map(|k| beginning(&k.text)).collect();
    let wording = report.wording();
    let begins = wording.ask(|form| begins.contains(&*form.bare));
    let said: HashMap<String, String> = report
        .spots()
        .iter()
        .enumerate()
        .filter(|(at, spot)| {
            let first = wording.words(*at).first();
            spot.place.kind == Some(PlaceKind::Performance)
                && first.is_some_and(|word| begins[word.at()])
        })
        .map(|(_, spot)| (fold(spot.text), spot.place.to_string()))
        .collect();
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
            if let Some(place) = said.get(&fold(text)).filter(|_| !text.trim().is_empty()) {
                let message =
                    format!("El conocimiento dice lo mismo que {place}. Deje el que corresponda.");
                report.whole(&spot, message);
                continue;
            }
            let Some((range, first)) = tokens::first(text) else {
                continue;
            };
            if verbs::is_infinitive(first) || verbs::is_known_gerund(first) {
                let message = format!(
                    "El conocimiento inicia con «{first}», que es una acción. Escriba qué se sabe: «Procedimiento de…», «Características de…»."
                );
                report.within(&spot, range, message);
            }
        }
    }
}

fn beginning(text: &str) -> Option<String> {
    let (_, word) = tokens::tokens(text).next()?;
    Some(verbs::plain(&word.to_lowercase()))
}
