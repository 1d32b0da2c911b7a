use std::collections::HashSet;

use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};

use super::stems;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-66",
    severity: Severity::Warning,
    title: "El término del glosario se usa en su elemento o en uno anterior",
    why: "El glosario aclara lo que el elemento dice. Un término que no aparece en él sobra, o \
          pertenece a otro elemento.",
    heuristic: "Se buscan las palabras del término, sin importar su terminación, en el título, los \
          criterios, los conocimientos, las actitudes y las situaciones, y en las definiciones de los \
          términos que sí se usan.",
    wrong: "E
            G Desviador: Es el mecanismo que mueve la cadena de un plato a otro.",
    right: "E
            G Cadena: Es la pieza que lleva el giro de los pedales a la rueda trasera.",
    basis: "Formato F21-COOPYD-01 v08, glosario",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let by_element: Vec<HashSet<String>> = ec.elements.iter().map(stems::of_element).collect();
    let mut known: HashSet<String> = HashSet::new();
    for (at, element) in ec.elements.iter().enumerate() {
        known.extend(by_element[at].iter().cloned());
        // What a definition says counts too: a term may explain another.
        let terms: Vec<Vec<String>> = element
            .glossary
            .iter()
            .map(|g| stems::all(&g.term))
            .collect();
        let definitions: Vec<HashSet<String>> = element
            .glossary
            .iter()
            .map(|g| stems::all(&g.definition).into_iter().collect())
            .collect();
        for (n, part) in element.glossary.iter().enumerate() {
            let term: Vec<&String> = terms[n]
                .iter()
                .filter(|stem| stem.chars().count() > 2)
                .collect();
            if term.is_empty() || used(&term, &known) {
                continue;
            }
            let explains = definitions
                .iter()
                .enumerate()
                .any(|(other, words)| other != n && used(&term, words));
            if explains {
                continue;
            }
            let later = by_element
                .iter()
                .enumerate()
                .skip(at + 1)
                .find(|(_, stems)| used(&term, stems));
            let spot = Spot::of(
                at,
                PlaceKind::Glossary,
                part.number,
                part.id,
                Field::Term,
                &part.term,
            );
            let message = match later {
                Some((later, _)) => format!(
                    "«{}» no se usa en este elemento, sino en el {}: lleva su definición allá.",
                    part.term.trim(),
                    later + 1
                ),
                None => format!(
                    "«{}» no se usa en este elemento ni en uno anterior. Quítalo, o usa el mismo término en los criterios.",
                    part.term.trim()
                ),
            };
            report.at(&spot, message);
        }
    }
}

/// Whether every word of a term is among the stems; endings may differ.
fn used(term: &[&String], stems: &HashSet<String>) -> bool {
    term.iter().all(|word| {
        stems.contains(*word)
            || stems.iter().any(|stem| {
                let (short, long) = if stem.len() < word.len() {
                    (stem, *word)
                } else {
                    (*word, stem)
                };
                short.chars().count() > 3 && long.starts_with(short.as_str())
            })
    })
}
