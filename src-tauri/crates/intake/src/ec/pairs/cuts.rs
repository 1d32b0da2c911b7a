//! Where in an entry the name ends and its meaning begins.

use crate::lines::opens;
use crate::phrase::squeeze;

/// The attitudes seen in published standards.
const ATTITUDES: &[&str] = &[
    "amabilidad",
    "cooperacion",
    "iniciativa",
    "limpieza",
    "orden",
    "perseverancia",
    "responsabilidad",
    "tolerancia",
];

pub(super) fn known_attitude(text: &str) -> Option<usize> {
    let word = text.split([' ', ':', '\t', '.', ',']).next()?;
    ATTITUDES
        .contains(&squeeze(word).as_str())
        .then_some(word.len())
}

/// How the manner of an attitude begins.
pub(super) const MANNERS: &[&str] = &[
    "La manera",
    "La forma",
    "El modo",
    "La capacidad",
    "La disposición",
    "Disposición",
    "Manera en",
    "Forma en",
    "La actitud",
    "El grado",
];

/// How a definition begins.
const DEFINITIONS: &[&str] = &[
    "Se refiere",
    "Refiere",
    "Es un",
    "Es el",
    "Es la",
    "Es aquel",
    "Es toda",
    "Es todo",
    "Es una",
    "Es ",
    "Son ",
    "Conjunto",
    "Proceso",
    "Acción",
    "Documento",
    "Persona",
    "Aquel",
    "Acto",
    "Herramienta que",
    "Instrumento",
    "Todo ",
    "Toda ",
    "Cualquier",
    "Se entiende",
    "Se define",
    "Se considera",
    "Se trata",
    "Consiste",
    "Término",
    "Método",
    "Técnica que",
    "Lugar",
    "Espacio",
    "Dispositivo",
    "Sustancia",
    "Área",
    "Cantidad",
    "Capacidad",
    "Medida",
    "Elemento que",
    "Información",
    "Diferencia",
    "Actividad",
    "Condición",
    "Nombre",
    "Parte",
    "Sistema",
    "Forma",
    "Registro",
    "Tipo de",
    "Unidad",
    "El que",
    "La que",
    "Los que",
    "Las que",
    "El ",
    "La ",
    "Los ",
    "Las ",
    "Un ",
    "Una ",
    "Para ",
    "Por ",
    "En ",
    "Siglas",
    "Estado",
    "Característica",
    "Relación",
    "Descripción",
    "Expresión",
];

/// Where, after the first word of a text, one of these begins.
pub(super) fn opener(text: &str, openers: &[&str]) -> Option<usize> {
    text.match_indices([' ', '\t', '\n'])
        .map(|(space, _)| space + 1)
        .find(|&start| {
            openers
                .iter()
                .any(|opener| text[start..].starts_with(opener))
        })
}

/// A term of two lines extracted row by row, its second line before that of the definition: «Soporte de
/// Es el equipo que / trabajo: sostiene …».
pub(super) fn mixed_rows(lines: &[&str]) -> Option<(String, String)> {
    let [first, second, rest @ ..] = lines else {
        return None;
    };
    let cut = opener(first, DEFINITIONS).filter(|_| !first.contains(':'))?;
    let colon = second
        .find(':')
        .filter(|&at| at > 0 && second[..at].chars().count() <= 32)?
        + 1;
    let term = &first[..cut];
    let small = second.starts_with(char::is_lowercase) && term.split_whitespace().count() <= 5;
    // «… durante / la reparación: puede ser …» is of the definition.
    let ends = crate::ec::prose::hangs(term) || second[..colon].split_whitespace().count() <= 2;
    let goes_on = !first.trim_end().ends_with(['.', ',', ';']);
    (small && ends && goes_on).then(|| {
        let name = format!("{} {}", term.trim(), &second[..colon]);
        let meaning = [&[first[cut..].trim(), second[colon..].trim()][..], rest]
            .concat()
            .join("\n");
        (name, meaning)
    })
}

/// Where the manner begins: after the colon, or where «La manera» does, or at the second capital.
pub(super) fn attitude_cut(text: &str) -> Option<usize> {
    let colon = text
        .find(':')
        .map(|at| at + 1)
        .filter(|&at| text[..at].chars().count() <= 60);
    let manner = opener(text, MANNERS);
    match (colon, manner) {
        (Some(colon), Some(manner)) if colon <= manner + 1 => Some(colon),
        (_, Some(manner)) => Some(manner),
        (Some(colon), None) => Some(colon),
        (None, None) => known_attitude(text)
            .filter(|&end| end < text.len())
            .or_else(|| second_capital(text)),
    }
}

/// Where the definition begins: after the colon of the term, or where the words say so.
pub(super) fn term_cut(spaced: &str) -> Option<usize> {
    let gap = spaced.split('\n').next().and_then(|line| line.find('\t'));
    let text = &spaced.replace('\t', " ");
    let colon = text.find(':').map(|at| at + 1).filter(|&at| {
        let term = &text[..at];
        let defined = opener(term, &DEFINITIONS[..20]).is_some() || term.contains(". ");
        term.chars().count() <= 110 && !defined
    });
    if let Some(colon) = colon {
        return Some(colon);
    }
    if let Some(gap) = gap.filter(|&gap| opens(&text[gap + 1..])) {
        return Some(gap);
    }
    if let Some(dash) = dash_cut(text) {
        return Some(dash);
    }
    // The first line that begins with a capital after the term, unless the definition began before.
    let line = text
        .match_indices('\n')
        .map(|(at, _)| at + 1)
        .find(|&at| opens(&text[at..]));
    let words = opener(text, DEFINITIONS);
    match (line, words) {
        (Some(line), Some(words)) => Some(line.min(words)),
        (None, None) => second_capital(text),
        (line, words) => line.or(words),
    }
    .filter(|&at| text[..at].chars().count() <= 120)
}

/// «Término.- Definición», «Término – Definición».
fn dash_cut(text: &str) -> Option<usize> {
    [".- ", ". - ", " – ", " — ", " - "]
        .iter()
        .find_map(|dash| {
            let at = text
                .find(dash)
                .filter(|&at| text[..at].chars().count() <= 70 && !text[..at].contains('.'))?;
            opens(&text[at + dash.len()..]).then_some(at + dash.len())
        })
}

fn second_capital(text: &str) -> Option<usize> {
    text.match_indices([' ', '\t', '\n'])
        .map(|(at, _)| at + 1)
        .find(|&at| opens(&text[at..]))
}
