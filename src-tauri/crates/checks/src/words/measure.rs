//! What makes a sentence measurable: a reference to a text that sets the measure, or a quantity.

/// Words that send to a text or to a quantity; each is looked for between spaces, folded.
#[rustfmt::skip] // A list is read in lines.
const REFERENCES: &[&str] = &[
    "de acuerdo con", "de acuerdo a", "de acuerdo al", "conforme a", "conforme al", "conforme lo",
    "conforme las", "conforme los", "conforme el", "conforme la", "con base en", "con base a",
    "con base al", "en base a", "segun", "acorde a", "acorde al", "acorde con", "en funcion de",
    "en funcion del", "en apego a", "en apego al", "apegado a", "apegandose a", "al menos",
    "por lo menos", "como minimo", "como maximo", "minimo", "maximo", "dentro de", "dentro del",
    "a partir de", "no mayor", "no menor", "lo establecido", "lo indicado",
    "lo especificado", "lo senalado", "lo solicitado", "lo requerido", "lo estipulado",
    "lo descrito", "lo acordado", "lo recomendado", "que indica", "que indican", "que establece",
    "que establecen", "que senala", "que especifica", "indicado en", "indicada en", "indicados en",
    "indicadas en", "establecido en", "establecida en", "establecidos en", "establecidas en",
    "especificado en", "especificada en", "senalado en", "senalada en", "indicado por",
    "indicada por", "establecido por", "establecida por", "especificado por", "recomendado por",
    "recomendada por", "referido en", "definido en", "definida en", "en congruencia con",
    "en correspondencia con", "en relacion con", "siguiendo las instrucciones",
    "siguiendo las indicaciones", "siguiendo el manual", "siguiendo lo",
];

/// Whether a text sends to a measure.
pub(crate) fn has_reference(text: &str) -> bool {
    if has_quantity(text) {
        return true;
    }
    let folded = format!(" {} ", domain::text::fold(text));
    REFERENCES.iter().any(|reference| {
        folded.match_indices(reference).any(|(at, _)| {
            let end = at + reference.len();
            folded[..at].ends_with(' ') && folded[end..].starts_with(' ')
        })
    })
}

/// Whether a text gives a figure that measures: «500 luxes», «10%», but not «1.» nor a code.
fn has_quantity(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | ';' | ':'));
        word.starts_with(|c: char| c.is_ascii_digit())
            && word
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | '%' | '°' | '/' | '-' | 'º'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_a_text_or_a_quantity() {
        for text in [
            "la altura adecuada de acuerdo con el manual",
            "la cantidad suficiente, conforme a la ficha",
            "luz de 500 luxes",
            "diluido al 10%",
        ] {
            assert!(has_reference(text), "{text}");
        }
        for text in ["la altura adecuada", "la NFPA704 adecuada"] {
            assert!(!has_reference(text), "{text}");
        }
    }
}
