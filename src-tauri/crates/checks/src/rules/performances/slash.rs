use std::ops::Range;

use domain::Severity;
use domain::ec::{CompetenceStandard, PlaceKind};

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-38",
    severity: Severity::Warning,
    title: "La diagonal separa opciones equivalentes, sin espacios; no se escribe «y/o» ni «etc.»",
    why: "«rúbrica/firma» dice que basta una de las dos. «y/o» y «etc.» dejan sin decir qué se \
          pide, y el evaluador no puede marcar lo que no está escrito.",
    heuristic: "Se mira en títulos de elemento, criterios, características, conocimientos, \
          actitudes y situaciones; no en el glosario. Que las opciones sean equivalentes no se juzga.",
    wrong: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio y/o la fecha de la orden de servicio, e
            - Incluye la firma / rúbrica de la persona que revisó.",
    right: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio/fecha de la orden de servicio, e
            - Incluye la firma/rúbrica de la persona que revisó.",
    basis: "Formato F21-COOPYD-01 v08, redacción de criterios",
    look,
};

fn look(_: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording();
    let vague = wording.ask(|form| matches!(&*form.small, "etc" | "etcétera" | "etcetera"));
    let ends_vaguely = vague.contains(&true);
    for (at, spot) in report.spots().iter().enumerate() {
        if spot.place.element.is_some() && spot.place.kind != Some(PlaceKind::Glossary) {
            slashes(spot, report);
            let words = wording.words(at).iter().filter(|_| ends_vaguely);
            for word in words.filter(|word| vague[word.at()]) {
                vague_end(spot, word.range(), report);
            }
        }
    }
}

fn slashes(spot: &Spot<'_>, report: &mut Report<'_>) {
    let text = spot.text;
    let mut from = 0;
    while let Some(found) = text[from..].find('/') {
        let at = from + found;
        from = at + 1;
        let before = text[..at].trim_end_matches([' ', '\n']);
        let after = text[at + 1..].trim_start_matches([' ', '\n']);
        let (start, end) = (before.len(), text.len() - after.len());
        let joins = |c: char| matches!(c, 'y' | 'Y' | 'e' | 'E');
        let before_word = before
            .rsplit(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or("");
        let after_word = after
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or("");
        let conjunction = before_word.len() == 1 && before_word.chars().all(joins);
        if conjunction && matches!(after_word, "o" | "u" | "O" | "U") {
            let range = start - 1..end + 1;
            let said = &text[range.clone()];
            let message = format!(
                "«{said}» no dice si se piden los dos o basta uno. Escriba «y», «o» o separe las opciones con diagonal."
            );
            report.within(spot, range, message);
        } else if end - start > 1 && !before.is_empty() && !after.is_empty() {
            let message = "La diagonal va sin espacios: una opción/otra.";
            report.within(spot, start..end, message).suggest("/");
        }
    }
}

fn vague_end(spot: &Spot<'_>, word: Range<usize>, report: &mut Report<'_>) {
    let point = spot.text[word.end..].starts_with('.');
    let message = "«etc.» deja sin decir qué más se pide. Nombre todo lo que se evalúa.";
    report.within(spot, word.start..word.end + usize::from(point), message);
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn what_is_left_unsaid_is_seen_however_it_is_written() {
        let d = |line: &str| seen("EC-R-38", &format!("E\nD Revisa {line}:\n- Midiendo."));

        for line in ["la llanta, etc.", "LA LLANTA, ETC.", "la llanta, etcétera"] {
            assert!(d(line).contains("deja sin decir"), "{line}");
        }
        assert_eq!(d("la etcéteridad de la llanta"), "");
        assert!(d("la llanta y / o el aro").contains("«y / o»"));
        assert_eq!(d("la llanta/aro"), "");
    }
}
