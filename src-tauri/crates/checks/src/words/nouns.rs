//! Nouns: gender, number and article, and the vowel that decides between «y» and «e».

use std::collections::HashSet;
use std::sync::OnceLock;

use super::dictionary::entries;
use super::verbs::{Agreement, plain};

/// Feminine nouns that take «el» because they begin with a stressed «a».
#[rustfmt::skip] // A list is read in lines.
const EL_FEMININE: &[&str] = &[
    "acta", "agua", "ala", "alba", "alga", "alma", "alta", "alza", "ama", "anca", "ancla", "ansia", "arca",
    "área", "aria", "arma", "arpa", "asa", "asma", "aspa", "asta", "aula", "aura", "ave", "aya", "águila",
    "álgebra", "ánfora", "haba", "habla", "hacha", "hambre",
];

/// The article a text begins with, if it does.
pub(crate) fn article(word: &str) -> Option<Agreement> {
    let (feminine, plural) = match word.to_lowercase().as_str() {
        "el" => (false, false),
        "la" => (true, false),
        "los" => (false, true),
        "las" => (true, true),
        _ => return None, // No definite article.
    };
    Some(Agreement { feminine, plural })
}

/// The gender and number of a noun after its article: «el acta» is feminine all the same.
pub(crate) fn under(article: Agreement, noun: &str) -> Agreement {
    let noun = noun.to_lowercase();
    let feminine = article.feminine || (!article.plural && EL_FEMININE.contains(&noun.as_str()));
    Agreement {
        feminine,
        ..article
    }
}

/// Endings of masculine nouns that look feminine, and feminine nouns that have such an ending all the
/// same.
#[rustfmt::skip] // A list is read in lines.
const MASCULINE: &[&str] = &[
    "ograma", "agrama", "igrama", "orama", "ema", "oma", "gma", "isma", "lasma", "clima", "drama", "trauma",
    "mapa", "planeta", "cometa", "día", "tranvía", "análisis", "énfasis", "oasis", "paréntesis", "chasis",
];
#[rustfmt::skip] // A list is read in lines.
const FEMININE: &[&str] = &[
    "crema", "yema", "gema", "quema", "flema", "diadema", "goma", "toma", "loma", "broma", "paloma", "coma",
    "doma", "maroma", "mano", "foto", "moto", "labor", "flor", "señal", "credencial", "sal", "sucursal",
    "terminal", "central", "capital", "postal", "espiral", "diagonal", "lista", "vista", "pista", "revista", "entrevista", "autopista", "inicial", "editorial", "cal",
];

/// The gender and number of a noun by its ending, where that is certain enough.
pub(crate) fn by_ending(noun: &str) -> Option<Agreement> {
    let noun = noun.to_lowercase();
    let unchanging = ["sis", "xis", "ís"].iter().any(|end| noun.ends_with(end));
    let plural = noun.ends_with('s') && !unchanging;
    let single = if plural {
        noun.strip_suffix('s').unwrap_or(&noun)
    } else {
        noun.as_str()
    };
    let ends = |ends: &[&str]| ends.iter().any(|end| single.ends_with(end));
    let consonant = single
        .strip_suffix('e')
        .filter(|_| plural)
        .unwrap_or(single);
    let listed = |list: &[&str]| list.contains(&single) || list.contains(&consonant);
    let feminine = if listed(FEMININE) {
        true
    } else if ends(MASCULINE) {
        false
    } else if ends(&["ista", "guía"]) {
        return None; // «El electricista» and «la electricista».
    } else if ends(&[
        "ción", "sión", "xión", "dad", "tad", "umbre", "a", "sis", "ez",
    ]) || (plural && ends(&["cione", "sione", "xione", "dade", "tade"]))
    {
        true
    } else if ends(&["o", "aje", "or", "ual", "material", "án"])
        || (plural && ends(&["ore", "uale", "materiale", "ane"]))
    {
        false
    } else {
        return None;
    };
    Some(Agreement { feminine, plural })
}

/// The article that a noun takes.
pub(crate) fn article_for(noun: &str) -> Option<&'static str> {
    let of = by_ending(noun)?;
    let stressed = EL_FEMININE.contains(&noun.to_lowercase().as_str());
    Some(match (of.feminine && !stressed, of.plural) {
        (false, false) => "El",
        (true, false) => "La",
        (false, true) => "Los",
        (true, true) => "Las",
    })
}

/// Whether the dictionary has the word as an entry of its own that is no verb: «prueba», «forma».
pub(crate) fn is_entry(word: &str) -> bool {
    static ENTRIES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let entries = ENTRIES.get_or_init(|| {
        let nouns = entries().filter(|(_, flags)| flags.contains(['S', 'G', 's']));
        nouns.map(|(stem, _)| stem).collect()
    });
    let word = word.to_lowercase();
    let single = word.strip_suffix("es").filter(|s| entries.contains(s));
    entries.contains(word.as_str())
        || single.is_some()
        || word.strip_suffix('s').is_some_and(|s| entries.contains(s))
}

/// Verbs that ask for «de» after them, in the present, singular or plural.
#[rustfmt::skip] // A list is read in lines.
const WITH_DE: &[&str] = &[
    "acaba", "carece", "consta", "cuida", "depende", "deriva", "dispone", "es", "forma", "goza",
    "habla", "informa", "parte", "procede", "sale", "son", "trata",
];

/// «Entrega de la bicicleta»: a word that is a verb and a noun, and with «de» after it is the noun.
pub(crate) fn stands_as_noun(word: &str, rest: &str) -> bool {
    let of = ["de ", "del "].iter().any(|of| rest.starts_with(of));
    if !of || !is_entry(word) {
        return false;
    }
    let small = word.to_lowercase();
    let single = small.strip_suffix('n').unwrap_or(&small);
    !WITH_DE.contains(&small.as_str()) && !WITH_DE.contains(&single)
}

/// Whether the dictionary has the word as an entry that changes with gender, as adjectives do.
pub(crate) fn is_adjective(word: &str) -> bool {
    static ENTRIES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let entries = ENTRIES.get_or_init(|| {
        let found = entries().filter(|(_, flags)| flags.contains('G'));
        found.map(|(stem, _)| stem).collect()
    });
    let word = word.to_lowercase();
    let single = word.strip_suffix('s').unwrap_or(&word);
    let stem = single.strip_suffix(['a', 'o']);
    stem.is_some_and(|stem| entries.contains(format!("{stem}o").as_str()))
}

/// Whether a word begins with the vowel i, so that «y» before it is said «e»: not «hielo», where
/// the i is a consonant.
pub(crate) fn begins_with_i(word: &str) -> bool {
    let word = plain(&word.to_lowercase());
    let sound = word.strip_prefix('h').unwrap_or(&word);
    let mut chars = sound.chars();
    let first = chars.next();
    let next = chars.next();
    // An accent on the i, or a consonant after it, keeps it a vowel; «ion» is said both ways.
    first == Some('i') && !next.is_some_and(|c| matches!(c, 'a' | 'e' | 'o' | 'u'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_feminine_nouns_take_el() {
        let el = article("El").unwrap();

        assert!(under(el, "acta").feminine && under(el, "área").feminine);
        assert!(!under(el, "registro").feminine);
    }

    #[test]
    fn a_noun_asks_for_its_article() {
        assert_eq!(article_for("Planeación"), Some("La"));
        assert_eq!(article_for("Diagramas"), Some("Los"));
        assert_eq!(article_for("Acta"), Some("El"));
        assert_eq!(article_for("informe"), None);
        for (article, nouns) in [
            (
                "El",
                "Análisis Programa Diagrama Tema Síntoma Clima Mapa Manual Material Formato Montaje Enigma",
            ),
            (
                "La",
                "Crema Toma Credencial Sucursal Tesis Forma Norma Firma Señal Foto Trama Rama Dosis Validez",
            ),
            (
                "Los",
                "Programas Mapas Manuales Materiales Formatos Montajes Planes Motores",
            ),
            (
                "Las",
                "Cremas Credenciales Fotos Señales Actas Áreas Actividades Sesiones Normas",
            ),
        ] {
            for noun in nouns.split(' ') {
                assert_eq!(article_for(noun), Some(article), "{noun}");
            }
        }
        for unsure in ["Electricista", "Guía", "Informe", "Base", "Canal"] {
            assert_eq!(article_for(unsure), None, "{unsure}");
        }
    }

    #[test]
    fn e_stands_before_the_vowel_i_only() {
        for word in [
            "Incluye",
            "indica",
            "higiene",
            "hilo",
            "Identifica",
            "ícono",
        ] {
            assert!(begins_with_i(word), "{word}");
        }
        for word in ["hielo", "hierba", "Yeso", "Contiene", "iones", "hiato", ""] {
            assert!(!begins_with_i(word), "{word}");
        }
    }
}
