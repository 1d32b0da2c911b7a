//! Words that exist, where another one was surely meant: they miss an accent («la practica»), or sound
//! like another («deshechos»).

use super::quick::Memo;
use super::{Words, nouns, spelling, verbs};

/// Words that exist without their accent only as «yo titulo», «yo numero», a person that no
/// standard speaks in, and the noun that was meant.
#[rustfmt::skip] // A table is read down its columns.
const FIRST_PERSONS: &[(&str, &str)] = &[
    ("articulo", "artículo"), ("calculo", "cálculo"), ("capitulo", "capítulo"),
    ("catalogo", "catálogo"), ("circulo", "círculo"), ("credito", "crédito"),
    ("critico", "crítico"), ("deposito", "depósito"), ("diagnostico", "diagnóstico"),
    ("dialogo", "diálogo"), ("domestico", "doméstico"), ("especifico", "específico"),
    ("estimulo", "estímulo"), ("explicito", "explícito"), ("habito", "hábito"),
    ("intimo", "íntimo"), ("liquido", "líquido"), ("medico", "médico"), ("modulo", "módulo"),
    ("numero", "número"), ("optimo", "óptimo"), ("practico", "práctico"),
    ("pronostico", "pronóstico"), ("publico", "público"), ("rotulo", "rótulo"),
    ("termino", "término"), ("titulo", "título"), ("trafico", "tráfico"),
    ("transito", "tránsito"), ("ultimo", "último"), ("vinculo", "vínculo"),
];

/// How a word that is written without its accent is written, where no other word is possible.
pub(crate) fn first_person(small: &str) -> Option<&'static str> {
    let at = FIRST_PERSONS.binary_search_by_key(&small, |(wrong, _)| wrong);
    at.ok().map(|at| FIRST_PERSONS[at].1)
}

/// What stands around a word, in small letters: two before it, one, and the one after.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Around<'a> {
    /// The second before it.
    pub(crate) second: Option<&'a str>,
    /// The one before it.
    pub(crate) before: Option<&'a str>,
    /// The one after it.
    pub(crate) next: Option<&'a str>,
}

/// Whether where it stands may show that a word is another.
pub(crate) fn may_be(words: Words, small: &str) -> bool {
    thread_local! {
        static ASKED: Memo<bool> = Memo::default();
    }
    ASKED.with(|asked| {
        asked.of(small, || {
            matches!(small, "se" | "esta" | "mas" | "deshecho" | "deshechos")
                || first_person(small).is_some()
                || as_noun(words, small).is_some()
        })
    })
}

/// What was meant, where that is certain. The word is in small letters.
pub(crate) fn meant(words: Words, small: &str, around: Around<'_>) -> Option<String> {
    match small {
        "se" => return is_of(words, around.next?).then(|| "de".to_owned()),
        "esta" => {
            let participle = verbs::participle(around.next?)?;
            return (!participle.feminine && !participle.plural).then(|| "está".to_owned());
        }
        "mas" => {
            let compares = matches!(around.next, Some("de" | "que"))
                || matches!(around.before, Some("no" | "lo" | "los" | "las"));
            return compares.then(|| "más".to_owned());
        }
        "deshecho" | "deshechos" => return desecho(small, around),
        _ => {} // The rest lacks an accent.
    }
    if let Some(right) = first_person(small) {
        // «publicó» and «terminó» also lack an accent, but another one: the noun follows a word
        // that nouns follow.
        let nominal = around.before.is_none_or(|before| NOMINAL.contains(&before));
        return nominal.then(|| right.to_owned());
    }
    let right = as_noun(words, small)?;
    let sure = small.ends_with('s')
        || match around.before {
            Some("una" | "esta" | "cada" | "su" | "nueva") => true,
            // «La persona que la practica»: there it is the verb.
            Some("la") => matches!(
                around.second,
                Some("de" | "en" | "con" | "para" | "por" | "a" | "sobre" | "durante" | "y") | None
            ),
            _ => false, // It may be the verb.
        };
    sure.then_some(right)
}

/// Words that a noun follows.
#[rustfmt::skip] // A list is read in lines.
const NOMINAL: &[&str] = &[
    "el", "un", "del", "al", "de", "en", "su", "con", "por", "sin", "cada", "este", "dicho", "mismo", "y",
    "o", "nuevo", "primer", "según", "como", "para", "algún", "ningún",
];

/// «practicas», «una formula»: forms of a verb that no standard speaks in, or that stand where a noun
/// does, and that are a noun with its accent: «prácticas», «fórmula».
fn as_noun(words: Words, small: &str) -> Option<String> {
    let stem = small
        .strip_suffix("as")
        .or_else(|| small.strip_suffix('a'))?;
    let verb = verbs::is_infinitive(&format!("{stem}ar"));
    if !verb || nouns::is_entry(small) || nouns::is_adjective(small) {
        return None;
    }
    let right = spelling::accented(words, small)?;
    // «Varías» and «evalúa» are the verb itself.
    let verbal = ["ía", "ías", "úa", "úas", "á", "ás"];
    (!verbal.iter().any(|end| right.ends_with(end))).then_some(right)
}

/// «rombo se seguridad»: «se» stands before a verb, and what ends so is no verb.
fn is_of(words: Words, next: &str) -> bool {
    let noun = ["ción", "cion", "sión", "dad", "miento"];
    noun.iter().any(|end| {
        let Some(stem) = next.strip_suffix(end) else {
            return false;
        };
        // «se lección» is «selección», split by the extraction.
        let split = words.knows(&format!("se{next}"));
        stem.chars().count() > 2 && words.knows(next) && !split
    })
}

/// «deshechos sólidos» are «desechos»; «está deshecho» is a participle.
fn desecho(small: &str, around: Around<'_>) -> Option<String> {
    const KINDS: &[&str] = &[
        "orgánic",
        "inorgánic",
        "organic",
        "inorganic",
        "sólid",
        "líquid",
        "biológic",
        "peligros",
        "tóxic",
        "residu",
        "industrial",
        "hospital",
        "reciclab",
        "electrónic",
        "urban",
        "infeccios",
        "sanitari",
    ];
    const VERBAL: &[&str] = &[
        "ha", "han", "haber", "había", "habían", "está", "están", "estar", "queda", "quedan",
        "sido", "ser", "es", "son",
    ];
    let before = around.before.unwrap_or_default();
    let next = around.next.unwrap_or_default();
    let noun = KINDS.iter().any(|kind| next.starts_with(kind))
        || matches!(
            before,
            "los" | "el" | "de" | "del" | "para" | "un" | "unos" | "sus" | "con" | "como"
        );
    let right = small.replace("deshech", "desech");
    (noun && !VERBAL.contains(&before)).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_text(text: &str) -> Vec<String> {
        let words: Vec<&str> = text.split(' ').collect();
        let at = |at: Option<usize>| words.get(at?).copied();
        let found = (0..words.len()).filter_map(|n| {
            let around = Around {
                second: at(n.checked_sub(2)),
                before: at(n.checked_sub(1)),
                next: at(Some(n + 1)),
            };
            let all = Words::default();
            may_be(all, words[n])
                .then(|| meant(all, words[n], around))
                .flatten()
        });
        found.collect()
    }

    #[test]
    fn a_verb_where_a_noun_stands_lacks_its_accent() {
        for (text, right) in [
            ("las practicas de higiene", "prácticas"),
            ("durante la practica", "práctica"),
            ("una formula química", "fórmula"),
            ("las maquinas de coser", "máquinas"),
            ("el numero de serie", "número"),
            ("que esta conectado", "está"),
            ("no mas de tres", "más"),
            ("los deshechos orgánicos", "desechos"),
            ("el rombo se seguridad", "de"),
        ] {
            assert_eq!(in_text(text), [right], "{text}");
        }
        for text in [
            "la persona que la practica",
            "practica la maniobra",
            "especifica la fecha",
            "formula la pregunta",
            "varias áreas amplias y vacías",
            "las marcas y las continuas",
            "esta lista y esta medida",
            "el nudo está deshecho",
            "se presenta y se dirige",
            "evita y evitas",
            "las revistas y las entrevistas",
            "las medidas preventivas",
        ] {
            assert_eq!(in_text(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_table_is_in_order_for_searching() {
        assert!(FIRST_PERSONS.is_sorted_by_key(|(wrong, _)| *wrong));
    }
}
