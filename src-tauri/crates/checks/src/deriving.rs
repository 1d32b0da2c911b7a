//! From a map to a standard: the wording that the derivation table of the notes proposes. A person
//! accepts it or writes another.

use crate::words::{Words, titles, tokens, verbs};

/// The title of a standard from the function that it covers: the infinitive becomes the noun of the
/// action, object and condition stay. Where the noun is not certain the function stands as it is.
pub fn standard_title(function: &str) -> String {
    let function = function.trim();
    derived(Words::default(), function).unwrap_or_else(|| function.to_owned())
}

/// Verbs that only lend themselves to a noun of action: «dar mantenimiento», «realizar la revisión».
const LIGHT: &[&str] = &[
    "dar",
    "realizar",
    "efectuar",
    "hacer",
    "ejecutar",
    "llevar",
    "brindar",
    "proporcionar",
];

fn derived(words: Words, function: &str) -> Option<String> {
    let (range, verb) = tokens::first(function)?;
    if range.start != 0 || !verbs::is_infinitive(verb) {
        return None;
    }
    let said = function[range.end..].trim_start();
    let said = said.strip_prefix("a cabo ").unwrap_or(said);
    let articles = ["el ", "la ", "los ", "las "].into_iter();
    let mut parted = articles.filter_map(|article| Some((article, said.strip_prefix(article)?)));
    let (article, object) = parted.next().unwrap_or(("", said));
    let (_, noun) = tokens::first(object)?;
    if LIGHT.contains(&verb.to_lowercase().as_str()) && names_an_action(&noun.to_lowercase()) {
        // «Dar mantenimiento preventivo a bicicletas» is «Mantenimiento preventivo de bicicletas».
        let given = [(" al ", " del "), (" a ", " de ")].into_iter();
        let mut given = given.filter_map(|(to, of)| Some((object.find(to)?, to, of)));
        let title = match given.next() {
            Some((_, to, of)) => object.replacen(to, of, 1),
            None => object.to_owned(),
        };
        return Some(capital(&title));
    }
    let action = titles::noun_of(&words, verb, noun)?;
    let of = match article {
        "el " => "del ".to_owned(),
        article => format!("de {article}"),
    };
    // «Atender a las personas» is «Atención de las personas».
    Some(format!(
        "{action} {of}{}",
        object.strip_prefix("a ").unwrap_or(object)
    ))
}

/// Whether a noun is of an action by its ending: «mantenimiento», «revisión», «limpieza», «montaje».
fn names_an_action(noun: &str) -> bool {
    [
        "miento", "ción", "sión", "aje", "eza", "ura", "uría", "oría", "ncia",
    ]
    .iter()
    .any(|ending| noun.ends_with(ending) && noun.chars().count() > ending.chars().count() + 1)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_infinitive_becomes_the_noun_of_the_action() {
        for (function, title) in [
            (
                "Dar mantenimiento preventivo a bicicletas urbanas de acuerdo con el manual",
                "Mantenimiento preventivo de bicicletas urbanas de acuerdo con el manual",
            ),
            (
                "Mantener bicicletas urbanas",
                "Mantenimiento de bicicletas urbanas",
            ),
            ("Instalar la red de agua", "Instalación de la red de agua"),
            (
                "Supervisar el armado de muebles",
                "Supervisión del armado de muebles",
            ),
            (
                "Atender a las personas usuarias",
                "Atención de las personas usuarias",
            ),
            ("Realizar la limpieza de vidrios", "Limpieza de vidrios"),
        ] {
            assert_eq!(standard_title(function), title);
        }
    }

    #[test]
    fn what_is_not_certain_stays_as_it_is() {
        for function in ["Mantenimiento de bicicletas", "Hacer pan", ""] {
            assert_eq!(standard_title(function), function);
        }
    }
}
