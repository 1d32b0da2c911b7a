use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;
use domain::text::fold;

use super::is_brand;
use crate::deriving::PURPOSE_OPENING as OPENING;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-06",
    severity: Severity::Warning,
    title: "El propósito abre con la frase del formato y termina en punto",
    why: "«Servir como referente para la evaluación y certificación de las personas que…» dice a \
          quién sirve el estándar con las mismas palabras en todo el registro.",
    heuristic: "",
    wrong: "propósito: Establecer un referente para la evaluación y certificación de personas que \
            dan mantenimiento preventivo a bicicletas urbanas.",
    right: "propósito: Servir como referente para la evaluación y certificación de las personas \
            que dan mantenimiento preventivo a bicicletas urbanas.",
    basis: "Formato F21-COOPYD-01, v08, EC-F-03",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let purpose = &ec.general.purpose;
    let spot = Spot::general("purpose", Field::Purpose, purpose);
    if purpose.trim().is_empty() {
        report.at(
            &spot,
            format!("Falta el propósito. Empiece con «{OPENING}…»."),
        );
        return;
    }
    if fold(purpose) == fold(OPENING) {
        report.at(
            &spot,
            "Falta decir qué hacen las personas: la frase del formato ya está; siga después de «que».",
        );
        return;
    }
    let first = purpose.lines().next().unwrap_or_default();
    if !fold(first).starts_with(&fold(OPENING)) {
        let words = OPENING.split(' ').count();
        let start = purpose.len() - purpose.trim_start().len();
        let end = nth_word_end(first, words);
        report.within(
            &spot,
            start..end.max(start),
            format!("El propósito no abre con la frase del formato. Empiece con «{OPENING}…»."),
        );
    }
    // The fixed paragraph may run on after it; the author's own text ends before.
    let own = purpose.find("Asimismo, puede ser referente");
    let written = purpose[..own.unwrap_or(purpose.len())].trim_end();
    if !written.ends_with('.') {
        let from = written.rfind(' ').map_or(0, |space| space + 1);
        let last = &written[from..];
        let base = last.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != ')');
        report
            .within(
                &spot,
                from..written.len(),
                "El propósito no termina en punto. Agréguelo.",
            )
            .suggest(format!("{base}."));
    }
}

/// Where the nth word of a text ends.
fn nth_word_end(text: &str, nth: usize) -> usize {
    let mut end = 0;
    for word in text.split_whitespace().take(nth) {
        end = text[end..]
            .find(word)
            .map_or(end, |at| end + at + word.len());
    }
    end
}
