use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::spot::performances;
use crate::words::{Words, nouns, tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-30",
    severity: Severity::Error,
    title: "El desempeño inicia con verbo en tercera persona del singular, en presente",
    why: "El enunciado completa «La persona es competente cuando…»: la persona revisa, coloca, \
          mide. Un infinitivo, un gerundio o un sustantivo no dicen quién hace qué.",
    heuristic: "Una palabra que es verbo y también sustantivo («Prueba», «Entrega») se lee como \
          verbo, salvo que le siga «de»: entonces es advertencia. Los pronombres y el «no» que \
          preceden al verbo se saltan.",
    wrong: "E
            D Revisar la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Mencionando a la persona usuaria cada falla detectada.",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Mencionando a la persona usuaria cada falla detectada.",
    basis: "Formato F21-COOPYD-01 v08, desempeños",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, _) in performances(ec) {
        let Some(verb) = main_verb(spot.text) else {
            let message = "El desempeño no inicia con un verbo. Escríbalo en tercera persona del singular, en presente.";
            report.at(&spot, message);
            continue;
        };
        look_at_verb(&spot, verb, report, true);
        for also in joined(spot.text) {
            look_at_verb(&spot, also, report, false);
        }
    }
}

type Word<'a> = (Range<usize>, &'a str);

/// Pronouns and denials that may stand before the verb.
const BEFORE: &[&str] = &["se", "le", "les", "lo", "los", "la", "las", "no"];

/// The word where the verb should be.
fn main_verb(text: &str) -> Option<Word<'_>> {
    let first = tokens::first(text)?;
    let mut words = tokens::tokens(text).skip(1);
    let folded = first.1.to_lowercase();
    if BEFORE.contains(&folded.as_str()) && !first.1.is_empty() {
        let second = words.next()?;
        // «La limpieza…» is an article and its noun; «La limpia…» could be either: it is left.
        if nouns::article(&folded).is_some() && verbs::participle(second.1).is_some() {
            return Some(first);
        }
        return Some(second);
    }
    Some(first)
}

/// The other verbs right beside the first: «Limpia/desinfecta», «Revisa y corrige», «Corta, mide».
fn joined(text: &str) -> Vec<Word<'_>> {
    let all: Vec<Word<'_>> = tokens::tokens(text).take(6).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let (Some(one), Some(two)) = (all.get(at), all.get(at + 1)) {
        let between = text[one.0.end..two.0.start].trim();
        if between == "/" || (at == 0 && between == ",") {
            found.push(two.clone());
            at += 1;
        } else if between.is_empty() && matches!(two.1, "y" | "e") {
            found.extend(all.get(at + 2).cloned());
            break;
        } else {
            break;
        }
    }
    found
}

/// Looks at the verb that opens a performance, or (less surely) at one that is joined to it.
fn look_at_verb(spot: &Spot<'_>, verb: Word<'_>, report: &mut Report<'_>, opens: bool) {
    let (range, word) = verb;
    let words = &report.words;
    if verbs::is_third_person(words, word) {
        let rest = spot.text[range.end..].trim_start();
        if opens && nouns::stands_as_noun(word, rest) {
            let message = format!(
                "«{word} de…» se lee como sustantivo. Inicie con un verbo en tercera persona: qué hace la persona."
            );
            report
                .within(spot, range, message)
                .weighs(Severity::Warning);
        }
        return;
    }
    let third = |infinitive: &str| {
        let forms = verbs::third_persons(words, infinitive);
        forms.first().map(|form| tokens::like(word, form))
    };
    let lower = word.to_lowercase();
    let (what, suggestion) = if verbs::may_be_infinitive(words, word) {
        ("está en infinitivo", third(lower.trim_end_matches("se")))
    } else if let Some(infinitive) = verbs::of_gerund(word) {
        ("es un gerundio", third(&infinitive))
    } else if !opens {
        return; // A noun joined to the verb may be its object.
    } else if let Some(infinitive) = verbs::of_third_persons(words, word) {
        ("está en plural", third(&infinitive))
    } else if is_cut(words, spot.text) || may_be_verb(report, word) {
        return; // Split by the extraction, or a verb that the dictionary does not have.
    } else if let Some(infinitive) = of_another_time(&lower) {
        ("no está en presente", third(&infinitive))
    } else {
        ("no es un verbo en tercera persona", None)
    };
    let message = match &suggestion {
        Some(suggestion) => {
            format!("El desempeño inicia con «{word}», que {what}; escriba «{suggestion}».")
        }
        None => format!(
            "El desempeño inicia con «{word}», que {what}. Escriba qué hace la persona: «Revisa…», «Coloca…»."
        ),
    };
    let message = if opens {
        message
    } else {
        message.replacen("inicia con", "une al primer verbo", 1)
    };
    let entry = report.within(spot, range, message);
    if let Some(suggestion) = suggestion {
        let reflexive = lower.ends_with("rse");
        entry.suggest(if reflexive {
            format!("Se {}", suggestion.to_lowercase())
        } else {
            suggestion
        });
    }
}

/// Whether the verb was split by the extraction.
fn is_cut(words: &Words, text: &str) -> bool {
    tokens::is_cut(words, text, |made| verbs::is_third_person(words, made))
}

/// The infinitive of a verb in the future, the past or the subjunctive: «Revisará», «Revisó»,
/// «Revise». A word that is a noun too is none.
fn of_another_time(word: &str) -> Option<String> {
    if nouns::is_entry(word) {
        return None;
    }
    let ends = [
        ("á", ""),
        ("ió", "er"),
        ("ió", "ir"),
        ("ó", "ar"),
        ("e", "ar"),
    ];
    let mut made = ends
        .iter()
        .filter_map(|(end, to)| Some(format!("{}{to}", word.strip_suffix(end)?)));
    made.find(|infinitive| verbs::is_infinitive(infinitive))
}

/// Whether a word that is in no dictionary ends as the present of a verb does.
fn may_be_verb(report: &Report<'_>, word: &str) -> bool {
    let word = word.to_lowercase();
    let noun = [
        "ción", "sión", "dad", "eza", "encia", "ancia", "miento", "aje", "ura", "ía",
    ];
    !report.words.knows(&word)
        && word.ends_with(['a', 'e'])
        && !noun.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn what_is_no_verb_in_third_person_is_said() {
        let d = |line: &str| {
            let sketch = format!("E\nD {line}:\n- Verificando el aro, y\n- Midiendo la llanta.");
            seen("EC-R-30", &sketch)
        };
        assert_eq!(d("Revisa la llanta"), "");
        assert_eq!(d("Se presenta con la persona usuaria"), "");
        assert_eq!(d("Limpia/desinfecta la llanta"), "");
        assert_eq!(d("Checa la llanta"), "");
        assert_eq!(d("Sopletea y trapea el piso"), "");
        assert_eq!(d("Muestra la llanta"), "");
        assert!(d("Promoviendo el uso").contains("→ «Promueve»"));
        assert!(d("Aplicar el aceite").contains("→ «Aplica»"));
        assert!(d("Colocarse el equipo").contains("→ «Se coloca»"));
        assert!(d("Limpieza y desinfecta la llanta").contains("«Limpieza»"));
        assert!(d("Revisa y corregir la llanta").contains("→ «corrige»"));
        assert!(d("Entrega de la bicicleta").contains("warning"));
        assert!(d("La revisión de la llanta").contains("error"));
        assert!(d("Revisará la llanta").contains("→ «Revisa»"));
        assert!(d("Revise la llanta").contains("→ «Revisa»"));
        assert!(d("Midió la llanta").contains("error"));
        assert!(d("Revisan la llanta").contains("→ «Revisa»"));
    }
}
