use domain::Severity;
use domain::ec::part::{Field, List, ListOf};
use domain::ec::{CompetenceStandard, GlossaryEntry, PlaceKind};

use crate::words::verbs::plain;
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-65",
    severity: Severity::Warning,
    title: "El glosario va en orden alfabético, y cada término con sus dos puntos",
    why: "Se consulta como un diccionario.",
    heuristic: "Sin distinguir acentos ni mayúsculas; la ñ después de la n; los espacios no cuentan. Se señalan \
          los menos términos que, puestos en su lugar, ordenan la lista.",
    wrong: "E
            G Lista de verificación: Se refiere al formato del taller.
            G Desgaste: Se refiere a la pérdida de material de un componente por el uso.",
    right: "E
            G Desgaste: Se refiere a la pérdida de material de un componente por el uso.
            G Lista de verificación: Se refiere al formato del taller.",
    basis: "Formato F21-COOPYD-01 v08, glosario",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        let list = ListOf {
            owner: Some(element.id),
            list: List::Glossary,
        };
        for part in &element.glossary {
            let term = part.term.trim();
            let spot = Spot::of(
                at,
                PlaceKind::Glossary,
                part.number,
                part.id,
                Field::Term,
                &part.term,
            );
            if term.is_empty() {
                report.at(&spot, "Falta el término de esta definición.");
            } else if !part.colon {
                let message = format!("Faltan los dos puntos después de «{term}».");
                report
                    .whole(&spot, message)
                    .remedy(Remedy::AddColon(part.id));
            }
        }
        let terms: Vec<&GlossaryEntry> = element
            .glossary
            .iter()
            .filter(|part| !part.term.trim().is_empty())
            .collect();
        let keys: Vec<String> = terms.iter().map(|part| key(&part.term)).collect();
        let in_order = longest_rising(&keys);
        for (n, part) in terms.iter().enumerate() {
            if in_order.contains(&n) {
                continue;
            }
            let term = part.term.trim();
            let after = in_order.iter().rev().find(|&&other| keys[other] <= keys[n]);
            let message = match after {
                Some(&after) => format!(
                    "«{term}» no está en orden alfabético: va después de «{}».",
                    terms[after].term.trim()
                ),
                None => format!("«{term}» no está en orden alfabético: va al principio."),
            };
            let spot = Spot::of(
                at,
                PlaceKind::Glossary,
                part.number,
                part.id,
                Field::Term,
                &part.term,
            );
            report.whole(&spot, message).remedy(Remedy::Sort(list));
        }
    }
}

/// The positions of a longest run of keys that do not go back: what is left out of it is out of
/// order, and no more than that. Of several, the one that keeps what was read first, so that what is
/// said to be out of order is what comes too late.
fn longest_rising(keys: &[String]) -> Vec<usize> {
    // For each length, the last key at which a run of that length can begin, from the end.
    let mut heads: Vec<usize> = Vec::new();
    let mut length = vec![0; keys.len()];
    for at in (0..keys.len()).rev() {
        let place = heads.partition_point(|&head| keys[head] >= keys[at]);
        length[at] = place + 1;
        if place == heads.len() {
            heads.push(at);
        } else {
            heads[place] = at;
        }
    }
    let mut run: Vec<usize> = Vec::new();
    let mut left = heads.len();
    for at in 0..keys.len() {
        let follows = run.last().is_none_or(|&before| keys[before] <= keys[at]);
        if left > 0 && length[at] >= left && follows {
            run.push(at);
            left -= 1;
        }
    }
    run
}

/// A term as the alphabet orders it.
pub(crate) fn key(term: &str) -> String {
    let letters = plain(&term.to_lowercase());
    let ordered = letters.chars().filter(|c| c.is_alphanumeric());
    // «ñ» follows «n» and comes before «o».
    ordered
        .flat_map(|c| {
            if c == 'ñ' {
                vec!['n', '\u{7f}']
            } else {
                vec![c]
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{key, longest_rising};

    #[test]
    fn one_term_out_of_place_is_one_finding() {
        let keys: Vec<String> = ["a", "z", "b", "c", "d"].iter().map(|k| key(k)).collect();

        assert_eq!(longest_rising(&keys), [0, 2, 3, 4]);
        let keys: Vec<String> = ["b", "a", "c"].iter().map(|k| key(k)).collect();
        assert_eq!(longest_rising(&keys), [0, 2], "the second goes back");
        let keys: Vec<String> = ["b", "b", "a"].iter().map(|k| key(k)).collect();
        assert_eq!(longest_rising(&keys), [0, 1], "equal keys are in order");
    }

    #[test]
    fn the_alphabet_forgets_accents_and_has_an_enye() {
        assert!(key("Área") < key("Aro"));
        assert!(key("caña") > key("canto") && key("caña") < key("capa"));
    }
}
