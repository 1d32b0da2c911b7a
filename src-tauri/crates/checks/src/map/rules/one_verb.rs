use std::ops::Range;

use domain::Severity;
use domain::text::fold;

use crate::map::{MapReport, MapRule, MapScene};
use crate::words::{Words, tokens, verbs};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-03",
    severity: Severity::Warning,
    title: "Cada función tiene un solo verbo",
    why: "Dos verbos son dos funciones: cada una puede lograrse sin la otra, y en el estándar serían dos \
          elementos.",
    heuristic: "Se señala un infinitivo unido al primero por «y», «e», «o», «u», una diagonal o una coma. \
                No se cuentan los que dependen de una preposición («antes de iniciar y terminar») ni los \
                que llevan artículo («el deber»).",
    wrong: "Mantener bicicletas de acuerdo con el manual\n\
            1 Diagnosticar y reparar los frenos de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    right: "Mantener bicicletas de acuerdo con el manual\n\
            1 Reparar los frenos de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    basis: "Análisis funcional, redacción de funciones",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    for place in &scene.places {
        let text = &place.function.text;
        let Some((first, second)) = two_verbs(&scene.words, text) else {
            continue;
        };
        let (one, two) = (&text[first], &text[second.clone()]);
        let message = format!(
            "«{one}» y «{two}» son dos funciones. Divídala en dos, o deje el verbo que dice lo que se logra."
        );
        report.within(place, second, message);
    }
}

/// The first verb of a function, and one that is joined to it.
fn two_verbs(words: &Words, text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (first, word) = tokens::first(text)?;
    if !verbs::may_be_infinitive(words, word) {
        return None;
    }
    let mut before = (first.end, "");
    let mut governed = false;
    for (range, word) in tokens::tokens(&text[first.end..]) {
        let range = range.start + first.end..range.end + first.end;
        let (end, last) = before;
        let between = &text[end..range.start];
        let joined = is_joint(last)
            || between.contains('/')
            || (between.contains(',') && !between.contains('.'));
        let verb = word.len() > 2 && verbs::is_infinitive(word);
        if verb && is_governor(&fold(last)) {
            governed = true;
        } else if verb && joined && !governed && !names_a_thing(&fold(word)) {
            return Some((first, range));
        } else if between.contains(',') && !joined {
            governed = false;
        }
        before = (range.end, word);
    }
    None
}

/// Whether what follows a word is joined to what went before.
fn is_joint(word: &str) -> bool {
    ["y", "e", "o", "u", "ni"]
        .iter()
        .any(|joint| word.eq_ignore_ascii_case(joint))
}

/// Words that an infinitive depends on: prepositions, and the articles that make it a noun.
fn is_governor(word: &str) -> bool {
    matches!(
        word,
        "a" | "al"
            | "con"
            | "de"
            | "del"
            | "el"
            | "en"
            | "hasta"
            | "la"
            | "los"
            | "para"
            | "por"
            | "que"
            | "sin"
            | "su"
            | "sus"
            | "tras"
            | "un"
    )
}

/// Infinitives that are nouns as often: «salud y bienestar», «deberes y poderes».
fn names_a_thing(bare: &str) -> bool {
    matches!(
        bare,
        "bienestar" | "deber" | "hogar" | "lugar" | "pesar" | "placer" | "poder" | "saber" | "ser"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(text: &str) -> Option<&str> {
        let found = two_verbs(&Words::default(), text);
        found.map(|(_, second)| &text[second])
    }

    #[test]
    fn joined_verbs_are_two_functions() {
        for (text, two) in [
            ("Diagnosticar y reparar los frenos", "reparar"),
            ("Diagnosticar/reparar los frenos", "reparar"),
            ("Diagnosticar, reparar y entregar bicicletas", "reparar"),
            ("Registrar la orden e informar el presupuesto", "informar"),
            ("Recibir o entregar la unidad según el turno", "entregar"),
            (
                "Revisar la unidad y limpiarla conforme al manual",
                "limpiarla",
            ),
        ] {
            assert_eq!(second(text), Some(two), "{text}");
        }
    }

    #[test]
    fn verbs_of_a_condition_and_nouns_are_not() {
        for text in [
            "Registrar entradas y salidas de refacciones al momento del movimiento",
            "Informar el presupuesto antes de iniciar y terminar el servicio",
            "Preparar el equipo para cortar o soldar conforme al plano",
            "Fomentar la salud y bienestar de acuerdo con el programa",
            "Describir el ser y el deber según la guía",
            "Ajuste y reparar",
        ] {
            assert_eq!(second(text), None, "{text}");
        }
    }
}
