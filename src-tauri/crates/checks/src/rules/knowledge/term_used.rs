use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, Element, PlaceKind};

use crate::words::stems::{Set, Stem, Stems};
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
    let stems = report.stems();
    let mut known = Set::default();
    for (at, element) in ec.elements.iter().enumerate() {
        if let Some(here) = stems.element(at) {
            known.join(&here.all);
        }
        let mut definitions: Option<Vec<Set>> = None;
        for (n, part) in element.glossary.iter().enumerate() {
            let term = words_of(&part.term, &stems);
            if term.is_empty() || used(&term, &known) {
                continue;
            }
            // What a definition says counts too: a term may explain another.
            let definitions = definitions.get_or_insert_with(|| said(element, &stems));
            let mut others = definitions
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != n);
            if others.any(|(_, words)| used(&term, words)) {
                continue;
            }
            let later = (at + 1..ec.elements.len())
                .find(|&later| stems.element(later).is_some_and(|s| used(&term, &s.all)));
            let (number, id) = (part.number, part.id);
            let spot = Spot::of(at, PlaceKind::Glossary, number, id, Field::Term, &part.term);
            let term = part.term.trim();
            let message = match later {
                Some(later) => format!(
                    "«{term}» no se usa en este elemento, sino en el {}: lleve su definición allá.",
                    later + 1
                ),
                None => format!(
                    "«{term}» no se usa en este elemento ni en uno anterior. Quítelo, o use el mismo término en los criterios."
                ),
            };
            report.whole(&spot, message);
        }
    }
}

/// For each word of a term, the stems that may be it.
fn words_of(term: &str, stems: &Stems) -> Vec<Vec<Stem>> {
    let words = stems.text(term).into_iter();
    let told = words.filter(|(stem, _)| stems.letters(*stem) > 2);
    told.map(|(stem, _)| stems.near(stem)).collect()
}

/// The stems of each definition of an element.
fn said(element: &Element, stems: &Stems) -> Vec<Set> {
    let of = |text: &str| stems.text(text).into_iter().map(|(stem, _)| stem).collect();
    element
        .glossary
        .iter()
        .map(|part| of(&part.definition))
        .collect()
}

/// Whether every word of a term is among the stems; endings may differ.
fn used(term: &[Vec<Stem>], stems: &Set) -> bool {
    term.iter()
        .all(|near| near.iter().any(|&stem| stems.contains(stem)))
}
