use domain::Severity;
use domain::ec::{CompetenceStandard, Criterion};

use crate::spot::{every, performances, products};
use crate::words::{nouns, tokens};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-35",
    severity: Severity::Warning,
    title: "«e» antes del sonido i; si no, «y»",
    why: "«, e / Incluye» y «, y / Contiene»: la conjunción mira cómo suena la palabra que sigue.",
    heuristic: "No cambia ante hie-, hia- o ia-, ie-, io-, donde la i no es vocal.",
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
    for spot in every(ec) {
        inside(&spot, report);
    }
}

/// The conjunction that ends a line and looks at the next one.
fn at_the_end(spot: &Spot<'_>, criterion: &Criterion, report: &mut Report<'_>) {
    for (at, pair) in criterion.characteristics.windows(2).enumerate() {
        let [line, next] = pair else { continue };
        let text = line.text.trim_end_matches([' ', ',', ';', '.', '\n']);
        let Some(said) = text
            .rfind(|c: char| !c.is_alphabetic())
            .map(|at| &text[at + 1..])
        else {
            continue;
        };
        let Some((_, word)) = tokens::first(&next.text) else {
            continue;
        };
        let spot = spot.bullet(at, line);
        judge(&spot, text.len() - said.len(), said, word, report);
    }
}

/// The conjunctions inside a line.
fn inside(spot: &Spot<'_>, report: &mut Report<'_>) {
    let mut all = tokens::tokens(spot.text).peekable();
    while let Some((range, word)) = all.next() {
        let Some((after, next)) = all.peek() else {
            return;
        };
        let apart = spot.text[range.end..after.start].chars().all(|c| c == ' ');
        let lower = next.chars().next().is_some_and(char::is_lowercase);
        if apart && lower && matches!(word, "y" | "e") && next.chars().count() > 2 {
            judge(spot, range.start, word, next, report);
        }
    }
}

fn judge(spot: &Spot<'_>, start: usize, said: &str, next: &str, report: &mut Report<'_>) {
    let asked = match (said, nouns::begins_with_i(next)) {
        ("y" | "Y", true) => "e",
        ("e" | "E", false) if !sounds_either_way(next) => "y",
        _ => return, // It is no conjunction, or the right one.
    };
    let message = format!("Antes de «{next}» va «{asked}», no «{said}».");
    report
        .within(spot, start..start + said.len(), message)
        .suggest(asked);
}

/// Words before which «e» is said too: «e iones», and names in other languages.
fn sounds_either_way(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["i", "hi", "y", "í", "hí"]
        .iter()
        .any(|start| lower.starts_with(start))
}
