use std::ops::Range;

use domain::Severity;
use domain::ec::{CompetenceStandard, Criterion};

use crate::spot::{performances, products};
use crate::words::{nouns, tokens};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-35",
    severity: Severity::Warning,
    title: "«e» antes del sonido i; si no, «y»",
    why: "«, e / Incluye» y «, y / Contiene»: la conjunción mira cómo suena la palabra que sigue.",
    heuristic: "Ante hie- y hia-, donde la i no es vocal, va «y»: «, y / Hierve». Ante ia-, ie-, io- y \
          «hiato» se admiten las dos.",
    wrong: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio, y
            - Incluye la firma de la persona que revisó.",
    right: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    basis: "Ortografía de la lengua española: la conjunción «y»",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, criterion) in performances(ec).chain(products(ec)) {
        at_the_end(&spot, criterion, report);
    }
    let wording = report.wording();
    let joins = wording.ask(|form| matches!(&*form.text, "y" | "e"));
    for (at, spot) in report.spots().iter().enumerate() {
        for pair in wording.words(at).windows(2) {
            if let [word, next] = pair
                && joins[word.at()]
            {
                inside(spot, word.range(), next.range(), report);
            }
        }
    }
}

/// The conjunction that ends a line and looks at the next one.
fn at_the_end(spot: &Spot<'_>, criterion: &Criterion, report: &mut Report<'_>) {
    for (at, pair) in criterion.characteristics.windows(2).enumerate() {
        let [line, next] = pair else { continue };
        let text = line.text.trim_end_matches([' ', ',', ';', '.', '\n']);
        let Some((_, said)) = text.rsplit_once(|c: char| !c.is_alphabetic()) else {
            continue;
        };
        let Some((_, word)) = tokens::first(&next.text) else {
            continue;
        };
        let spot = spot.bullet(at, line);
        judge(&spot, text.len() - said.len(), said, word, report);
    }
}

/// A conjunction inside a line, and the word after it.
fn inside(spot: &Spot<'_>, word: Range<usize>, after: Range<usize>, report: &mut Report<'_>) {
    let next = &spot.text[after.clone()];
    let apart = spot.text[word.end..after.start].chars().all(|c| c == ' ');
    let lower = next.chars().next().is_some_and(char::is_lowercase);
    if apart && lower && next.chars().count() > 2 {
        judge(spot, word.start, &spot.text[word], next, report);
    }
}

fn judge(spot: &Spot<'_>, start: usize, said: &str, next: &str, report: &mut Report<'_>) {
    if !matches!(said, "y" | "Y" | "e" | "E") {
        return;
    }
    let asked = match (said, nouns::begins_with_i(next)) {
        ("y" | "Y", true) => "e",
        ("e" | "E", false) if !sounds_either_way(next) => "y",
        _ => return, // It is no conjunction, or the right one.
    };
    let message = format!("Antes de «{next}» va «{asked}», no «{said}».");
    report
        .within(spot, start..start + said.len(), message)
        .suggest(tokens::like(said, asked));
}

/// Words before which «e» is said too: «e iones», «e hiato», and names in other languages; not
/// «hierve» nor «hialino».
pub(crate) fn sounds_either_way(word: &str) -> bool {
    let lower = word.to_lowercase();
    if ["hie", "hié", "hia", "hiá"]
        .iter()
        .any(|start| lower.starts_with(start))
    {
        return lower.starts_with("hiato");
    }
    ["i", "hi", "y", "í", "hí"]
        .iter()
        .any(|start| lower.starts_with(start))
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn y_stands_before_the_i_that_is_no_vowel() {
        let of = |said: &str, next: &str| {
            let sketch = format!("E\nD Revisa la olla:\n- Verificando la tapa, {said}\n- {next}.");
            seen("EC-R-35", &sketch)
        };
        for next in ["Hierve el agua", "Hielo en la tapa", "Hialino el vidrio"] {
            assert!(of("e", next).contains("→ «y»"), "{next}");
            assert_eq!(of("y", next), "", "{next}");
        }
        for next in ["Hilvana la tela", "Higiene de la olla", "Incluye la tapa"] {
            assert!(of("y", next).contains("→ «e»"), "{next}");
            assert_eq!(of("e", next), "", "{next}");
        }
        for next in ["Hiato en la lista", "Iones en el agua"] {
            assert_eq!(of("e", next) + &of("y", next), "", "{next}");
        }
        let inside = "E\nD Revisa el agua e hielo del bebedero de la recepción";
        assert!(seen("EC-R-35", inside).contains("→ «y»"));
    }
}
