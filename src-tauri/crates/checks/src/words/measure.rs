//! What makes a sentence measurable: a reference to a text that sets the measure, or a quantity.

/// Words that send to a text that sets the measure; each is looked for between spaces, folded.
#[rustfmt::skip] // A list is read in lines.
const TEXTS: &[&str] = &[
    "de acuerdo con", "de acuerdo a", "de acuerdo al", "conforme a", "conforme al", "conforme lo",
    "conforme las", "conforme los", "conforme el", "conforme la", "con base en", "con base a",
    "con base al", "en base a", "segun", "acorde a", "acorde al", "acorde con", "en funcion de",
    "en funcion del", "en apego a", "en apego al", "apegado a", "apegandose a", "lo establecido",
    "lo indicado", "lo especificado", "lo senalado", "lo solicitado", "lo requerido", "lo estipulado",
    "lo descrito", "lo acordado", "lo recomendado", "que indica", "que indican", "que establece",
    "que establecen", "que senala", "que especifica", "indicado en", "indicada en", "indicados en",
    "indicadas en", "establecido en", "establecida en", "establecidos en", "establecidas en",
    "especificado en", "especificada en", "senalado en", "senalada en", "indicado por",
    "indicada por", "establecido por", "establecida por", "especificado por", "recomendado por",
    "recomendada por", "referido en", "definido en", "definida en", "en congruencia con",
    "en correspondencia con", "en relacion con", "siguiendo las instrucciones",
    "siguiendo las indicaciones", "siguiendo el manual", "siguiendo lo",
];

/// Words that announce a quantity: they measure what they follow.
#[rustfmt::skip] // A list is read in lines.
const QUANTITIES: &[&str] = &[
    "al menos", "por lo menos", "como minimo", "como maximo", "minimo", "maximo", "dentro de",
    "dentro del", "a partir de", "no mayor", "no menor",
];

/// What measures a text: read once, however many words it measures.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    /// It sends to a text that sets the measure.
    text: bool,
    /// The byte where its last quantity begins.
    quantity: Option<usize>,
}

impl Measure {
    /// What measures a text.
    pub(crate) fn of(text: &str) -> Measure {
        let folded = format!(" {} ", domain::text::fold(text));
        let says = TEXTS.iter().any(|phrase| {
            folded.match_indices(phrase).any(|(at, _)| {
                let end = at + phrase.len();
                folded[..at].ends_with(' ') && folded[end..].starts_with(' ')
            })
        });
        Measure {
            text: says,
            quantity: last_quantity(text),
        }
    }

    /// Whether it measures anything.
    pub(crate) fn is_some(self) -> bool {
        self.text || self.quantity.is_some()
    }

    /// Whether it measures what ends at a byte: a quantity measures what it follows. «Las 4 llantas
    /// en buen estado» are counted, and their state is not measured.
    pub(crate) fn covers(self, end: usize) -> bool {
        self.text || self.quantity.is_some_and(|at| at >= end)
    }
}

/// Where the last quantity of a text begins: a figure, or words that announce one.
fn last_quantity(text: &str) -> Option<usize> {
    let start = text.as_ptr().addr();
    let words: Vec<(usize, String)> = text
        .split_whitespace()
        .map(|word| (word.as_ptr().addr() - start, domain::text::fold(word)))
        .collect();
    let announced = |at: usize| {
        QUANTITIES.iter().any(|phrase| {
            let mut said = words[at..].iter().map(|(_, word)| word.as_str());
            phrase.split(' ').all(|word| said.next() == Some(word))
        })
    };
    let is_figure = |at: usize| {
        let from = words[at].0;
        let word = text[from..].split_whitespace().next().unwrap_or_default();
        is_figure(word)
    };
    let last = (0..words.len())
        .rev()
        .find(|&at| is_figure(at) || announced(at))?;
    Some(words[last].0)
}

/// Whether a word is a figure that measures: «500», «10%», but not «1.» nor a code.
fn is_figure(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | ';' | ':'));
    word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '%' | '°' | '/' | '-' | 'º'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_measures_what_it_follows() {
        let after = |text: &str, word: &str| {
            Measure::of(text).covers(text.find(word).unwrap() + word.len())
        };

        assert!(!after("las 4 llantas en buen estado", "buen estado"));
        assert!(after("una altura adecuada, de 40 a 60 cm", "adecuada"));
        assert!(after(
            "de acuerdo con el manual, la altura adecuada",
            "adecuada"
        ));
        assert!(!after("dentro de la caja adecuada", "adecuada"));
    }

    #[test]
    fn a_measure_is_a_text_or_a_quantity() {
        for text in [
            "la altura adecuada de acuerdo con el manual",
            "la cantidad suficiente, conforme a la ficha",
            "luz de 500 luxes",
            "diluido al 10%",
        ] {
            assert!(Measure::of(text).is_some(), "{text}");
        }
        for text in ["la altura adecuada", "la NFPA704 adecuada"] {
            assert!(!Measure::of(text).is_some(), "{text}");
        }
    }
}
