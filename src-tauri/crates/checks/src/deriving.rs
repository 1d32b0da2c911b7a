//! From a map to a standard: the wording that the derivation table of the notes proposes. A person
//! accepts it or writes another.

use crate::words::{Words, titles, tokens, verbs};

/// The title of a standard from the function that it covers: the infinitive becomes the noun of the
/// action, object and condition stay. Where the noun is not certain the function stands as it is.
pub fn standard_title(function: &str) -> String {
    let function = function.trim();
    derived(Words::default(), function).unwrap_or_else(|| function.to_owned())
}

/// How the purpose of a standard opens: what one that is born from a map is given to go on from.
pub const PURPOSE_OPENING: &str =
    "Servir como referente para la evaluación y certificación de las personas que";

/// What names a document in a condition: a reference of the standard, or nearly.
const DOCUMENTS: &[&str] = &[
    "catálogo",
    "código",
    "contrato",
    "diagrama",
    "especificaciones",
    "especificación",
    "ficha",
    "formato",
    "guía",
    "guías",
    "instructivo",
    "ley",
    "lineamiento",
    "lineamientos",
    "lista",
    "listas",
    "manual",
    "manuales",
    "norma",
    "normas",
    "nom",
    "orden",
    "plan",
    "plano",
    "planos",
    "política",
    "políticas",
    "procedimiento",
    "procedimientos",
    "programa",
    "protocolo",
    "protocolos",
    "reglamento",
    "reglas",
];

/// The references that the condition of a function proposes: «de acuerdo con el manual de partes» is
/// «Manual de partes». What names no document («de acuerdo con la demanda») proposes none.
pub fn proposed_references(function: &str) -> Vec<String> {
    let openings = ["de acuerdo con ", "conforme a ", "conforme al ", "según "];
    let mut found = Vec::new();
    for opening in openings {
        let Some((_, rest)) = function.split_once(opening) else {
            continue;
        };
        let end = rest.find([',', ';', '.']).unwrap_or(rest.len());
        let mut said = rest[..end].trim();
        for other in [" y el ", " y la ", " y los ", " y las "] {
            said = said.split(other).next().unwrap_or(said);
        }
        for article in ["el ", "la ", "los ", "las "] {
            said = said.strip_prefix(article).unwrap_or(said);
        }
        let first = said.split([' ', '-']).next().unwrap_or_default();
        if DOCUMENTS.contains(&first.to_lowercase().as_str()) {
            found.push(capital(said));
        }
    }
    found
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
    fn a_document_in_the_condition_is_a_reference_and_nothing_else_is() {
        for (function, reference) in [
            (
                "Ajustar los frenos de acuerdo con las especificaciones del fabricante",
                Some("Especificaciones del fabricante"),
            ),
            (
                "Sustituir componentes conforme al manual de partes, antes de entregar",
                Some("Manual de partes"),
            ),
            (
                "Mantener bicicletas de acuerdo con la norma NOM-000 y las necesidades de la gente",
                Some("Norma NOM-000"),
            ),
            ("Administrar el taller de acuerdo con la demanda", None),
            ("Instalar la red de agua", None),
        ] {
            let found = proposed_references(function);
            let found = found.first().map(String::as_str);
            assert_eq!(found, reference, "{function}");
        }
    }

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
