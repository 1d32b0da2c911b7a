//! Words whose meaning depends on who evaluates: «adecuado», «correctamente», «buen estado».

use std::ops::Range;

use domain::text::fold;

use super::measure::Measure;
use super::quick::Memo;
use super::tokens;

/// Roots of words of judgement, with the endings each may have.
#[rustfmt::skip] // A table is read down its columns.
const JUDGEMENTS: &[(&str, &[&str])] = &[
    ("adecuad",      &["o", "a", "os", "as", "amente"]),
    ("inadecuad",    &["o", "a", "os", "as", "amente"]),
    ("apropiad",     &["o", "a", "os", "as", "amente"]),
    ("aceptable",    &["", "s", "mente"]),
    ("agradable",    &["", "s", "mente"]),
    ("amable",       &["", "s", "mente"]),
    ("buen",         &["", "o", "a", "os", "as"]),
    ("clar",         &["o", "a", "os", "as", "amente"]),
    ("confiable",    &["", "s", "mente"]),
    ("convenient",   &["e", "es", "emente"]),
    ("cordial",      &["", "es", "mente"]),
    ("correct",      &["o", "a", "os", "as", "amente"]),
    ("debid",        &["amente"]),
    ("efectiv",      &["a", "as", "o", "os", "amente"]),
    ("eficaz",       &["", "mente"]),
    ("eficac",       &["es"]),
    ("eficient",     &["e", "es", "emente"]),
    ("evident",      &["e", "es", "emente"]),
    ("excelent",     &["e", "es", "emente"]),
    ("ideal",        &["", "es", "mente"]),
    ("idone",        &["o", "a", "os", "as", "amente"]),
    ("impecable",    &["", "s", "mente"]),
    ("oportun",      &["o", "a", "os", "as", "amente"]),
    ("optim",        &["o", "a", "os", "as", "amente"]),
    ("pertinent",    &["e", "es", "emente"]),
    ("razonable",    &["", "s", "mente"]),
    ("satisfactori", &["o", "a", "os", "as", "amente"]),
    ("suficient",    &["e", "es", "emente"]),
    ("vigoros",      &["o", "a", "os", "as", "amente"]),
];

/// What a sentence leaves to the opinion of whoever reads it, and nothing in it measures.
pub(crate) fn opinions(text: &str) -> Vec<Range<usize>> {
    thread_local! {
        static ASKED: Memo<bool> = Memo::default();
    }
    let mut before = "";
    let mut found = Vec::new();
    for (range, word) in tokens::tokens(text) {
        if ASKED.with(|asked| asked.of(word, || judges(&fold(word))))
            && !is_set_phrase(text, &fold(before), &range, &fold(word))
        {
            found.push(range);
        }
        before = word;
    }
    if found.is_empty() {
        return found;
    }
    let measure = Measure::of(text);
    let open = found.into_iter().filter(|range| !measure.covers(range.end));
    open.map(|range| with_noun(text, range)).collect()
}

/// Whether a word without accents judges.
pub(crate) fn judges(bare: &str) -> bool {
    JUDGEMENTS.iter().any(|(root, endings)| {
        bare.strip_prefix(root)
            .is_some_and(|end| endings.contains(&end))
    })
}

/// Whether the word is part of an expression that judges nothing.
pub(crate) fn is_set_phrase(text: &str, before: &str, range: &Range<usize>, bare: &str) -> bool {
    let mut after = text[range.end..].split_whitespace();
    let next = after.next().unwrap_or_default();
    let next = fold(next);
    let next = next.as_str();
    match bare {
        "buen" => matches!(next, "gobierno" | "vivir" | "fin"),
        "bueno" | "buenos" => before == "visto" || matches!(next, "dias" | "oficios"),
        "buena" | "buenas" => {
            matches!(next, "practica" | "practicas" | "fe" | "tardes" | "noches")
        }
        // Money, or a noun: «en efectivo», «el efectivo».
        "efectivo" | "efectivos" => {
            matches!(
                before,
                "en" | "de" | "el" | "del" | "los" | "su" | "sus" | "con"
            )
        }
        "claro" | "claros" | "clara" | "claras" => {
            // A colour, or what is left of an egg.
            matches!(
                before,
                "color" | "colores" | "tono" | "tonos" | "verde" | "azul" | "gris" | "la" | "las"
            )
        }
        "correcto" | "correctos" | "correcta" | "correctas" => {
            matches!(next, "o" | "incorrecto") && before == "si"
        }
        "ideal" => before == "gas",
        _ => false, // No other word of the list is part of one.
    }
}

/// «buen» with the noun it judges: «buen estado».
pub(crate) fn with_noun(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = &text[range.end..];
    let noun = rest.trim_start();
    let is_good = text[range.clone()].to_lowercase().starts_with("buen");
    if !is_good || noun.len() == rest.len() {
        return range;
    }
    let end = noun
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(noun.len());
    range.start..range.end + (rest.len() - noun.len()) + end
}
