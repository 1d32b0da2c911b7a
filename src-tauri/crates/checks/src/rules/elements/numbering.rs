use domain::Severity;
use domain::ec::part::{Field, List, ListOf};
use domain::ec::{CompetenceStandard, Element, PlaceKind};
use domain::ids::PartId;

use crate::spot::count;
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-25",
    severity: Severity::Error,
    title: "La numeración de criterios y glosario va de corrido, sin saltos ni repeticiones",
    why: "Los criterios se citan por su número (E1-D2): un número repetido o salteado señala otro \
          criterio, o uno que no existe.",
    heuristic: "",
    wrong: "E
            G 1. Desgaste: Se refiere a la pérdida de material de un componente por el uso.
            G 2. Elongación de la cadena: Es el aumento de la distancia entre los pernos.
            G 2. Lista de verificación: Se refiere al formato del taller.",
    right: "E
            G 1. Desgaste: Se refiere a la pérdida de material de un componente por el uso.
            G 2. Elongación de la cadena: Es el aumento de la distancia entre los pernos.
            G 3. Lista de verificación: Se refiere al formato del taller.",
    basis: "Formato F21-COOPYD-01 v08, elemento: numeración",
    look,
};

/// A number of a list: whose, as printed, and what stands there.
type Numbered<'a> = (PartId, u32, Field, &'a str);

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        for (kind, list, numbers) in lists(element) {
            let of = ListOf {
                owner: Some(element.id),
                list,
            };
            follow(report, at, kind, of, &numbers);
        }
    }
}

fn lists(element: &Element) -> [(PlaceKind, List, Vec<Numbered<'_>>); 6] {
    let performances = element.performances.iter();
    let products = element.products.iter();
    let knowledge = element.knowledge.iter();
    let attitudes = element.attitudes.iter();
    let situations = element.contingencies.iter();
    let glossary = element.glossary.iter();
    [
        (
            PlaceKind::Performance,
            List::Performances,
            performances
                .map(|c| (c.id, c.number, Field::Text, c.text.as_str()))
                .collect(),
        ),
        (
            PlaceKind::Product,
            List::Products,
            products
                .map(|c| (c.id, c.number, Field::Text, c.text.as_str()))
                .collect(),
        ),
        (
            PlaceKind::Knowledge,
            List::Knowledge,
            knowledge
                .map(|k| (k.id, k.number, Field::Text, k.text.as_str()))
                .collect(),
        ),
        (
            PlaceKind::Attitude,
            List::Attitudes,
            attitudes
                .map(|a| (a.id, a.number, Field::Name, a.name.as_str()))
                .collect(),
        ),
        (
            PlaceKind::Contingency,
            List::Contingencies,
            situations
                .map(|s| (s.id, s.number, Field::Situation, s.situation.as_str()))
                .collect(),
        ),
        (
            PlaceKind::Glossary,
            List::Glossary,
            glossary
                .map(|g| (g.id, g.number, Field::Term, g.term.as_str()))
                .collect(),
        ),
    ]
}

/// Says where a list leaves off counting. After a jump the count goes on from there, so that one
/// slip is one finding.
fn follow(report: &mut Report<'_>, at: usize, kind: PlaceKind, of: ListOf, list: &[Numbered<'_>]) {
    let mut before: u32 = 0;
    let mut slipped = false;
    for (position, (id, number, field, text)) in list.iter().enumerate() {
        let expected = before.saturating_add(1);
        // After a slip, a number that is the right one for its place is no second slip.
        let recovered = slipped && *number == count(position);
        slipped = false;
        if *number == 0 || *number == expected || recovered {
            before = if recovered { *number } else { expected };
            continue;
        }
        let message = if *number == before {
            format!(
                "El número {number} está repetido; aquí va el {}.",
                count(position)
            )
        } else if *number > expected && position > 0 {
            format!(
                "La numeración salta del {before} al {number}; aquí va el {}.",
                count(position)
            )
        } else if position == 0 {
            format!("La numeración empieza en {number}; debe empezar en 1.")
        } else {
            format!(
                "Después del {before} sigue el {number}; aquí va el {}.",
                count(position)
            )
        };
        let spot = Spot::of(at, kind, *number, *id, *field, text);
        report.at(&spot, message).remedy(Remedy::Renumber(of));
        before = *number;
        slipped = true;
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn one_slip_is_one_finding() {
        let slips = |numbers: &[u32]| {
            let entry = |n: &u32| format!("G {n}. Desgaste: Se refiere a la pérdida de material.");
            let entries: Vec<String> = numbers.iter().map(entry).collect();
            seen("EC-R-25", &format!("E\n{}", entries.join("\n")))
                .lines()
                .count()
        };

        assert_eq!(slips(&[1, 2, 3]), 0);
        assert_eq!(slips(&[1, 2, 4, 5, 6]), 1);
        assert_eq!(slips(&[1, 2, 2, 3]), 1);
        assert_eq!(slips(&[1, 3, 3]), 1);
        assert_eq!(slips(&[2, 3, 4]), 1);
        assert_eq!(slips(&[1, 2, 2, 3, 5]), 2);
    }
}
