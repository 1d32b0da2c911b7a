//! Whoever reads a finding is «usted»: no text of a rule says «tú».

use std::path::Path;

use crate::tests::findings;
use crate::words::{Words, verbs};
use crate::{CATALOGUE, Rule};

/// Orders as «tú» takes them, where a sentence or a clause begins. Many are also what he or she
/// does («Indica…»); those that rules say so are left out.
#[rustfmt::skip] // A list is read in lines.
const ORDERS: &[&str] = &[
    "adopta", "agrega", "ajusta", "añade", "anota", "aplica", "borra", "busca", "cambia", "captura", "cita",
    "coloca", "compara", "completa", "comprueba", "confirma", "considera", "consulta", "copia",
    "corrige", "cuida", "da", "define", "deja", "detalla", "divide", "elige", "elimina", "empieza", "escoge",
    "escribe", "especifica", "evita", "explica", "inicia", "intenta", "justifica", "junta", "lee", "lleva",
    "mantén", "mira", "mueve", "numera", "ordena", "pasa", "pide", "precisa", "pregunta", "presenta", "quita",
    "recuerda", "redacta", "reemplaza", "relaciona", "renumera", "repite", "revisa", "separa", "sigue",
    "sustituye", "toma", "traslada", "une", "usa", "verifica",
];

/// What only «tú» says, anywhere.
#[rustfmt::skip] // A list is read in lines.
const ANYWHERE: &[&str] = &[
    "tú", "tu", "tus", "ti", "te", "contigo", "tuyo", "tuya", "puedes", "debes", "tienes", "quieres", "necesitas",
    "pon", "haz", "di",
];

/// What a text says as «tú», leaving out what it quotes.
fn familiar(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '«' => {
                depth += 1;
                plain.push_str(" x ");
            }
            '»' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let mut said = Vec::new();
    let mut opens = true;
    for piece in plain.split_whitespace() {
        let word: String = piece.chars().filter(|c| c.is_alphabetic()).collect();
        let word = word.to_lowercase();
        let order = opens && ORDERS.contains(&word.as_str());
        if order || ANYWHERE.contains(&word.as_str()) || is_order_with_pronoun(&word) {
            said.push(word.clone());
        }
        let clause = piece.ends_with(['.', ':', ';', '?', '!', '(', '…']);
        let offers = word == "o"; // «Quítelo, o usa otro».
        opens = clause || offers || (opens && word.is_empty());
    }
    said
}

/// «Tómalo», «preséntalo»: before the pronoun stands the third person, and the stress is marked.
/// To «usted» it would be «tómelo».
fn is_order_with_pronoun(word: &str) -> bool {
    let ends = ["los", "las", "lo", "la", "le", "les"];
    let stem = ends.iter().find_map(|end| word.strip_suffix(end));
    let Some(stem) = stem else { return false };
    let stressed = stem.contains(['á', 'é', 'í', 'ó', 'ú']);
    // «Elija» is of «elegir», though there is an «elijar» too.
    let other = stem == "elíja";
    stressed && !other && verbs::of_third_person(&Words::default(), &verbs::plain(stem)).is_some()
}

#[test]
fn a_familiar_form_is_told() {
    for text in [
        "Falta el texto. Toma el del catálogo.",
        "Falta. Tómalo del catálogo.",
        "Precise el título o preséntalo como actualización.",
        "No se usa aquí: lleva su definición allá.",
        "Corrige tu título.",
        "Nombre el tipo de producto, o da varias opciones.",
        "Escríbelo de nuevo.",
    ] {
        assert!(!familiar(text).is_empty(), "{text}");
    }
    for text in [
        "Falta el texto. Tome el del catálogo.",
        "Quítelo: escríbalo, corríjalo, póngala, divídalo, elíjalos o preséntelo en el título.",
        "El artículo y la cláusula de la fórmula: «Toma el tuyo».",
        "La penúltima lleva la «y».",
    ] {
        assert_eq!(familiar(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn no_text_that_a_person_reads_says_tu() {
    let mut wrongs = Vec::new();
    let mut hear = |rule: &Rule, text: &str| {
        for word in familiar(text) {
            wrongs.push(format!("{} «{word}»: {text}", rule.id));
        }
    };
    for rule in CATALOGUE {
        for text in [rule.title, rule.why, rule.heuristic, rule.basis] {
            hear(rule, text);
        }
        for finding in findings(rule.wrong) {
            hear(rule, &finding.message);
        }
    }
    assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
}

/// A sketch reaches some messages of a rule; its file has them all.
#[test]
fn no_message_in_a_file_of_rules_says_tu() {
    let mut wrongs = Vec::new();
    let mut read = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = std::fs::read_to_string(&path).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap();
            for text in literals(code).iter().filter(|text| text.contains(' ')) {
                read += 1;
                // A piece of a sentence does not open it.
                let piece = text.starts_with(char::is_lowercase);
                let text = if piece {
                    format!("x {text}")
                } else {
                    text.clone()
                };
                for word in familiar(&text) {
                    wrongs.push(format!("{} «{word}»: {text}", path.display()));
                }
            }
        }
    }
    assert!(read > 300, "{read}");
    assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
}

/// The texts between quotes of some code, less the sketches, whose lines are those of a standard.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find('"') {
        let before = &rest[..at];
        if before.ends_with('\'') {
            rest = &rest[at + 1..]; // The character, not a text.
            continue;
        }
        let sketch = before.ends_with("wrong: ") || before.ends_with("right: ");
        let mut text = String::new();
        let mut chars = rest[at + 1..].char_indices();
        let mut end = rest.len();
        while let Some((here, c)) = chars.next() {
            match c {
                '\\' => {
                    let _ = chars.next();
                    text.push(' ');
                }
                '"' => {
                    end = at + 1 + here + 1;
                    break;
                }
                c => text.push(c),
            }
        }
        if !sketch {
            found.push(text);
        }
        rest = &rest[end..];
    }
    found
}
