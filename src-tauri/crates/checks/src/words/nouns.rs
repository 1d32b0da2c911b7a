//! Nouns: gender, number and article, and the vowel that decides between «y» and «e».

use std::collections::HashSet;
use std::sync::OnceLock;

use super::dictionary::entries;
use super::verbs::{Agreement, plain};

/// Feminine nouns that take «el» because they begin with a stressed «a».
const EL_FEMININE: &[&str] = &[
    "acta", "agua", "aula", "área", "arma", "ala", "ave", "hacha", "hambre", "asta", "ancla",
    "alma", "ama", "alba", "alga", "aspa", "arca", "águila", "haba", "habla", "alza", "ánfora",
    "asma", "anca", "arpa", "asa", "ansia", "aya", "área", "aria", "arca", "aura", "alta",
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

/// The gender and number of a noun by its ending, where that is certain enough.
pub(crate) fn by_ending(noun: &str) -> Option<Agreement> {
    let noun = noun.to_lowercase();
    let ends = |ends: &[&str]| ends.iter().any(|end| noun.ends_with(end));
    let plural = noun.ends_with('s') && !ends(&["sis", "xis", "ís"]);
    let masculine_a = [
        "grama", "gramas", "ema", "emas", "oma", "omas", "mapa", "mapas", "planeta", "planetas",
        "día", "días", "cura",
    ];
    let feminine = if ends(&masculine_a) && !ends(&["forma", "formas", "norma", "normas", "firma"])
    {
        false
    } else if ends(&[
        "ción", "sión", "xión", "ciones", "siones", "xiones", "dad", "dades", "tad", "tades",
        "umbre", "umbres", "a", "as", "sis", "ez",
    ]) {
        true
    } else if ends(&[
        "o", "os", "aje", "ajes", "or", "ores", "miento", "mientos", "al", "ales", "án", "anes",
    ]) && !ends(&[
        "mano", "manos", "foto", "fotos", "labor", "labores", "señal", "señales",
    ]) {
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
