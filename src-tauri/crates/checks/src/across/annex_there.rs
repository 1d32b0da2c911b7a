use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::text::fold;

use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-17",
    severity: Severity::Error,
    title: "El anexo del IEC que el estándar menciona existe en el IEC",
    why: "Quien evalúa busca el anexo con que el estándar cuenta, y no lo encuentra.",
    heuristic: "Se entiende que un anexo con número es del IEC, salvo que el texto diga de qué otro documento es.",
    wrong: "El estándar pide «el formato del anexo 4» y el IEC tiene anexos hasta el 3.",
    right: "El IEC tiene un Anexo 4, o el estándar menciona el que tiene.",
    basis: "Guía de formato del EC (por confirmar)",
    look,
};

/// The first two are the form's own.
const OWN: usize = 2;

/// Of which documents an annex is the instrument's.
const OURS: &[&str] = &["iec", "instrumento", "presente", "mismo"];

fn look(_: &CompetenceStandard, report: &mut Report<'_>) {
    let Some(instrument) = report.context.beside.instrument else {
        return;
    };
    let last = instrument.annexes.len() + OWN;
    let wording = report.wording();
    let named = wording.ask(|form| &*form.bare == "anexo");
    for (at, spot) in report.spots().iter().enumerate() {
        // Hardly a text mentions one, and there are many texts.
        if !wording.words(at).iter().any(|word| named[word.at()]) {
            continue;
        }
        for number in mentioned(spot.text) {
            if number > last || number == 0 {
                report.at(
                    spot,
                    format!(
                        "Menciona el anexo {number} y el IEC tiene hasta el {last}. Agréguelo en Instrumento, Papeles, o corrija el número."
                    ),
                );
            }
        }
    }
}

/// The numbers of the annexes of an instrument that a text mentions.
fn mentioned(text: &str) -> Vec<usize> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let number = words.get(at + 1).and_then(|next| next.parse().ok());
        if let ("anexo", Some(number)) = (*word, number) {
            let mut after = words[at + 2..].iter().copied();
            let of = after.next();
            let named = after.find(|word| !matches!(*word, "la" | "el" | "los" | "las"));
            let other = matches!(of, Some("de" | "del"))
                && named_other(of, named, words.get(at + 3).copied());
            if !other {
                found.push(number);
            }
        }
    }
    found
}

/// Whether what follows «anexo 3 de» or «del» is another document.
fn named_other(of: Option<&str>, named: Option<&str>, next: Option<&str>) -> bool {
    let named = if of == Some("del") { next } else { named };
    named.is_some_and(|named| !OURS.contains(&named))
}

#[cfg(test)]
mod tests {
    use super::mentioned;

    #[test]
    fn an_annex_of_another_document_is_not_the_instruments() {
        assert_eq!(mentioned("Conforme al Anexo 3"), [3]);
        assert_eq!(
            mentioned("El formato del anexo 4 del IEC, y el anexo 5."),
            [4, 5]
        );
        assert_eq!(mentioned("El anexo 7 de la norma NOM-001"), [0usize; 0]);
        assert_eq!(mentioned("El anexo 7 del reglamento"), [0usize; 0]);
        assert_eq!(mentioned("Los anexos que requiere"), [0usize; 0]);
    }
}
