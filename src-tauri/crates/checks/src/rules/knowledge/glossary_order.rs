use domain::Severity;
use domain::ec::part::{Field, List, ListOf};
use domain::ec::{CompetenceStandard, PlaceKind};

use crate::words::verbs::plain;
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-65",
    severity: Severity::Warning,
    title: "El glosario va en orden alfabético, y cada término con sus dos puntos",
    why: "Se consulta como un diccionario.",
    heuristic: "Sin distinguir acentos ni mayúsculas; la ñ después de la n; los espacios no cuentan. Se señala \
          el término que va antes que el anterior.",
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
        let mut highest: Option<(String, &str)> = None;
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
                continue;
            }
            if !part.colon {
                let message = format!("Faltan los dos puntos después de «{term}».");
                report.at(&spot, message).remedy(Remedy::AddColon(part.id));
            }
            let key = key(term);
            match &highest {
                Some((before, said)) if key < *before => {
                    let message = format!("«{term}» va antes que «{said}» en el orden alfabético.");
                    report.at(&spot, message).remedy(Remedy::Sort(list));
                }
                _ => highest = Some((key, term)), // It follows.
            }
        }
    }
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
    use super::key;

    #[test]
    fn the_alphabet_forgets_accents_and_has_an_enye() {
        assert!(key("Área") < key("Aro"));
        assert!(key("caña") > key("canto") && key("caña") < key("capa"));
    }
}
