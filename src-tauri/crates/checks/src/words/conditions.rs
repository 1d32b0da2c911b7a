//! What follows the verb of a function: its object, and the condition under which it is achieved.

use domain::text::fold;

use super::{Words, tokens, verbs};

/// What a function does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// On what one acts.
    Object,
    /// Against what, when or how it is achieved.
    Condition,
}

/// Words that open a condition wherever they stand after the object.
#[rustfmt::skip] // A list is read in lines.
const OPENERS: &[&str] = &[
    "acorde", "antes", "apegandose", "bajo", "cada", "con", "conforme", "cuando", "cumpliendo", "dentro",
    "desde", "despues", "donde", "durante", "en", "entre", "hacia", "hasta", "mediante", "para", "por",
    "previo", "segun", "sin", "sobre", "tras", "via",
];

/// Words that open one together with what follows them.
#[rustfmt::skip] // A list is read in lines.
const PHRASES: &[&[&str]] = &[
    &["de", "acuerdo"], &["de", "conformidad"], &["de", "forma"], &["de", "manera"], &["de", "modo"],
    &["a", "partir"], &["a", "traves"], &["a", "fin"], &["a", "efecto"], &["a", "solicitud"],
    &["a", "peticion"], &["a", "tiempo"], &["a", "mas", "tardar"], &["al", "finalizar"],
    &["al", "menos"], &["al", "momento"], &["al", "termino"], &["al", "inicio"], &["al", "cierre"],
    &["al", "final"], &["una", "vez"], &["cada", "vez"],
];

/// What is missing after the verb of a function, if anything is.
pub(crate) fn missing(words: &Words, after_verb: &str) -> Option<Missing> {
    let said: Vec<&str> = tokens::tokens(after_verb).map(|(_, word)| word).collect();
    if said.is_empty() {
        // A figure is no word, and may be an object all the same.
        let says = after_verb.chars().any(char::is_alphanumeric);
        return Some(match says {
            true => Missing::Condition,
            false => Missing::Object,
        });
    }
    // The first word, and the article after it, belong to the object: «cumplir con los requisitos».
    let opens = (1..said.len()).any(|at| opens_at(words, &said[at..]));
    let first = fold(said[0]);
    let alone = said.len() == 1 && (OPENERS.contains(&first.as_str()) || first == "de");
    match (alone, opens) {
        (true, _) => Some(Missing::Object),
        (false, true) => None,
        // «Trabajar de acuerdo con el manual»: the condition stands where the object is not needed.
        (false, false) if phrase_at(&first, &said[1..]) => None,
        (false, false) => Some(Missing::Condition),
    }
}

fn opens_at(words: &Words, rest: &[&str]) -> bool {
    // What nothing follows opens nothing.
    let [word, after @ ..] = rest else {
        return false;
    };
    let Some(next) = after.first() else {
        return false;
    };
    let folded = fold(word);
    OPENERS.contains(&folded.as_str())
        || phrase_at(&folded, after)
        || (folded == "al" && verbs::is_infinitive(&fold(next)))
        || verbs::is_known_gerund(word)
        || (word.ends_with("ndo") && verbs::is_gerund(words, word))
}

/// Whether a folded word and those after it are a phrase that more follows. Few words begin one, and
/// only then is the rest folded.
fn phrase_at(first: &str, after: &[&str]) -> bool {
    PHRASES.iter().any(|phrase| {
        let mut words = phrase.iter();
        words.next() == Some(&first)
            && after.len() >= phrase.len()
            && words.zip(after).all(|(word, said)| fold(said) == *word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(function: &str) -> Option<Missing> {
        let (verb, _) = tokens::first(function).unwrap();
        missing(&Words::default(), &function[verb.end..])
    }

    #[test]
    fn an_object_is_what_follows_the_verb_and_de_joins_nouns() {
        assert_eq!(of("Ajustar"), Some(Missing::Object));
        assert_eq!(of("Ajustar."), Some(Missing::Object));
        for without in [
            "Ajustar los frenos",
            "Ajustar los frenos de la bicicleta",
            "Cumplir con los requisitos",
            "Participar en la reunión",
            "Atender a las personas usuarias del taller",
            "Dar mantenimiento a bicicletas",
            "Ajustar los frenos de acuerdo",
            "Ajustar los frenos según",
        ] {
            assert_eq!(of(without), Some(Missing::Condition), "{without}");
        }
    }

    #[test]
    fn a_condition_is_a_reference_a_moment_or_a_manner() {
        for whole in [
            "Ajustar los frenos de acuerdo con las especificaciones",
            "Ajustar los frenos conforme al manual",
            "Ajustar los frenos según el manual",
            "Informar el presupuesto a la persona usuaria antes de iniciar el servicio",
            "Registrar entradas y salidas de refacciones al momento del movimiento",
            "Solicitar la reposición de refacciones al alcanzar el mínimo establecido",
            "Mantener bicicletas urbanas en condiciones de uso seguro",
            "Cumplir con los requisitos dentro del plazo",
            "Participar en la reunión durante la jornada",
            "Ajustar los frenos siguiendo el manual",
            "Trabajar de acuerdo con el manual",
            "Entregar la unidad sin daños",
        ] {
            assert_eq!(of(whole), None, "{whole}");
        }
    }
}
