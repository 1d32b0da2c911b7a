use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;

use super::is_brand;
use crate::words::titles::{self, Opening};
use crate::words::{Words, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-01",
    severity: Severity::Warning,
    title: "El título inicia con un sustantivo de acción, no con un infinitivo",
    why: "Los nombres del registro son uniformes: acción, objeto y condición («Elaboración de \
          materiales educativos…»). El infinitivo se reserva para los títulos de los elementos.",
    heuristic: "Es sustantivo de acción el que termina en -ción, -sión, -miento, -ado, -aje, -eza, \
                -ura, -ncia, -ía, -sis, -tría…, el que tiene un verbo de la misma raíz (uso y usar, \
                cosecha y cosechar) o uno de una lista corta (venta, riego, liderazgo…). Un \
                infinitivo se reconoce porque existe su gerundio. No se aplica a los estándares de \
                marca, que llevan el nombre que su dueño les dio.",
    wrong: "T Realizar el mantenimiento preventivo de bicicletas urbanas",
    right: "T Realización del mantenimiento preventivo de bicicletas urbanas",
    basis: "Guía de redacción: título con sustantivo de acción, objeto y condición",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) || titles::person(&ec.title).is_some() {
        return;
    }
    let spot = Spot::general("title", Field::Title, &ec.title);
    if ec.title.trim().is_empty() {
        report.at(
            &spot,
            "Falta el título. Escriba acción, objeto y condición: «Elaboración de…».",
        );
        return;
    }
    let (range, opening) = titles::opening(&report.words, &ec.title);
    let word = &ec.title[range.clone()];
    match opening {
        Opening::Action => {}
        Opening::Infinitive => match as_noun(&report.words, &ec.title, &range) {
            Some((span, noun)) => {
                let message = format!(
                    "El título inicia con el infinitivo «{word}». Nombre la acción: «{noun}…»."
                );
                report.within(&spot, span, message).suggest(noun);
            }
            None => {
                let message = format!(
                    "El título inicia con el infinitivo «{word}». Empiece con el sustantivo de esa \
                     acción."
                );
                report.within(&spot, range, message);
            }
        },
        Opening::Verb => {
            let message = format!(
                "El título inicia con el verbo «{word}». Empiece con el sustantivo de esa acción."
            );
            report.within(&spot, range, message);
        }
        Opening::Thing => {
            let message = format!(
                "«{word}» no nombra una acción. Empiece con lo que la persona hace: «Aplicación \
                 de…», «Operación de…», «Prestación de…»."
            );
            report.within(&spot, range, message);
        }
    }
}

/// The infinitive and the article after it, and the noun of that action with its preposition; only
/// where the title names one action and its noun is certain.
fn as_noun(
    words: &Words,
    title: &str,
    infinitive: &Range<usize>,
) -> Option<(Range<usize>, String)> {
    let rest = &title[infinitive.end..];
    let article = |word: &&str| matches!(*word, "el" | "la" | "los" | "las" | "un" | "una");
    let object = rest.split_whitespace().find(|word| !article(word))?;
    let noun = titles::noun_of(words, &title[infinitive.clone()], object)?;
    if !rest.starts_with(' ') {
        return None; // «Coordinar, supervisar…»: several actions, to be named one by one.
    }
    let mut following = rest.split_whitespace();
    let next = following.next()?;
    if matches!(next, "y" | "e" | "o" | "u" | "a" | "al") || title_joins(rest) {
        return None;
    }
    let (taken, joined) = match next {
        "el" => (Some("el"), "del"),
        "la" => (Some("la"), "de la"),
        "los" => (Some("los"), "de los"),
        "las" => (Some("las"), "de las"),
        "en" | "con" | "por" | "para" | "sobre" | "de" => return Some((infinitive.clone(), noun)),
        _ => (None, "de"), // Any other word is the object itself.
    };
    let end = match taken {
        Some(article) => infinitive.end + rest.find(article)? + article.len(),
        None => infinitive.end,
    };
    Some((infinitive.start..end, format!("{noun} {joined}")))
}

/// Whether another infinitive is joined to the first: «Realizar el cálculo y presentar…».
fn title_joins(rest: &str) -> bool {
    let mut before = "";
    for word in rest.split_whitespace() {
        if matches!(before, "y" | "e" | "o") && verbs::is_infinitive(word.trim_end_matches(',')) {
            return true;
        }
        before = word;
    }
    false
}
