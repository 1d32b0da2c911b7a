//! Reading and writing how long an evaluation takes: «1 hora en gabinete y 2 horas en campo,
//! totalizando 3 horas».

/// The minutes a sentence states, where it states them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stated {
    /// En gabinete.
    pub(super) desk: Option<u32>,
    /// En campo.
    pub(super) field: Option<u32>,
    /// Totalizando.
    pub(super) total: Option<u32>,
    /// A time that belongs to none of the three.
    pub(super) loose: bool,
}

/// Reads the sentence; what it does not understand it leaves out.
pub(super) fn read(sentence: &str) -> Stated {
    let words = split(&fractions(sentence));
    let mut said = Stated::default();
    let mut pending: Option<u32> = None;
    let mut waiting: Option<fn(&mut Stated, u32)> = None;
    let mut number: Option<f64> = None;
    let mut last_unit: f64 = 0.0;
    for (at, word) in words.iter().enumerate() {
        let before_unit = words.get(at + 1).is_some_and(|next| unit(next).is_some());
        let of_unit = words.get(at + 1).is_some_and(|next| next == "de")
            && words.get(at + 2).is_some_and(|next| unit(next).is_some());
        if let Some(part) = part(word) {
            if of_unit {
                number = Some(number.unwrap_or(1.0) * part); // «Tres cuartos de hora».
            } else if last_unit > 1.0 && !before_unit {
                let more = rounded(part * last_unit); // «2 horas y media».
                pending = pending.map(|minutes| minutes.saturating_add(more));
            } else {
                number = Some(number.unwrap_or(0.0) + part); // «1 y media horas».
            }
        } else if let Some(value) = figure(word) {
            number = Some(value);
        } else if let Some(unit) = unit(word) {
            let one = word == "hora" && words.get(at + 1).is_some_and(|w| w == "y");
            let one = one && words.get(at + 2).is_some_and(|w| part(w).is_some());
            let unsaid = one.then_some(1.0); // «Hora y media».
            if let Some(value) = number.take().or(unsaid) {
                let minutes = pending.unwrap_or(0).saturating_add(rounded(value * unit));
                pending = Some(minutes);
                last_unit = unit;
            }
        } else if let Some(set) = keyword(word) {
            // The total comes before its time; the parts, after theirs or before it.
            let is_total = word.starts_with("total");
            if is_total {
                if let (Some(set), Some(minutes)) = (waiting.take(), pending.take()) {
                    set(&mut said, minutes);
                } else if pending.take().is_some() {
                    said.loose = true;
                }
                waiting = Some(set);
            } else if let Some(before) = waiting.take() {
                if let Some(minutes) = pending.take() {
                    before(&mut said, minutes);
                }
                waiting = Some(set);
            } else if let Some(minutes) = pending.take() {
                set(&mut said, minutes);
            } else {
                waiting = Some(set);
            }
        }
    }
    if let Some(minutes) = pending {
        match waiting {
            Some(set) => set(&mut said, minutes),
            None => said.loose = true,
        }
    }
    said
}

/// The sentence in folded words, figures kept apart from letters: «1hora» is two words.
fn split(sentence: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for raw in
        sentence.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')'))
    {
        let mut rest = raw;
        while !rest.is_empty() {
            let digit = rest.starts_with(|c: char| c.is_ascii_digit());
            let end = rest
                .find(|c: char| (c.is_ascii_digit() || (digit && c == '.')) != digit)
                .unwrap_or(rest.len());
            let (head, tail) = rest.split_at(end);
            let word = if digit {
                head.trim_end_matches('.').to_owned()
            } else {
                domain::text::fold(head)
            };
            words.extend(word.split(' ').filter(|w| !w.is_empty()).map(str::to_owned));
            rest = tail;
        }
    }
    words
}

fn figure(word: &str) -> Option<f64> {
    let named = match word {
        "una" | "un" | "uno" => 1.0,
        "dos" => 2.0,
        "tres" => 3.0,
        "cuatro" => 4.0,
        "cinco" => 5.0,
        "seis" => 6.0,
        "siete" => 7.0,
        "ocho" => 8.0,
        "diez" => 10.0,
        "quince" => 15.0,
        "veinte" => 20.0,
        "treinta" => 30.0,
        "cuarenta" => 40.0,
        _ => {
            return word
                .parse()
                .ok()
                .filter(|v: &f64| v.is_finite() && *v < 100_000.0);
        }
    };
    Some(named)
}

/// A part of an hour.
fn part(word: &str) -> Option<f64> {
    match word {
        "media" => Some(0.5),
        "cuarto" | "cuartos" => Some(0.25),
        "trescuartos" => Some(0.75),
        _ => None,
    }
}

/// Fractions in words: «1 ½ horas» is «1 y media horas».
fn fractions(sentence: &str) -> String {
    let mut out = sentence.replace('⁄', "/");
    for (figures, sign, word) in [
        ("1/2", "½", " y media "),
        ("1/4", "¼", " y cuarto "),
        ("3/4", "¾", " y trescuartos "),
    ] {
        out = out.replace(figures, sign).replace(sign, word);
    }
    out
}

fn unit(word: &str) -> Option<f64> {
    match word {
        "hora" | "horas" | "hr" | "hrs" | "h" | "hs" => Some(60.0),
        "minuto" | "minutos" | "min" | "mins" => Some(1.0),
        _ => None,
    }
}

fn rounded(minutes: f64) -> u32 {
    // Below 2³² by the bound on figures; there is no safe conversion from a float.
    let text = format!("{:.0}", minutes.max(0.0));
    text.parse().unwrap_or(u32::MAX)
}

fn keyword(word: &str) -> Option<fn(&mut Stated, u32)> {
    if word.starts_with("gabinete") {
        Some(|said, minutes| said.desk = Some(minutes))
    } else if word == "campo" {
        Some(|said, minutes| said.field = Some(minutes))
    } else if word.starts_with("total") {
        Some(|said, minutes| said.total = Some(minutes))
    } else {
        None
    }
}

/// «2 horas con 40 minutos».
pub(super) fn say(minutes: u32) -> String {
    let named = |n: u32, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) => named(rest, "minuto", "minutos"),
        (hours, 0) => named(hours, "hora", "horas"),
        (hours, rest) => format!(
            "{} con {}",
            named(hours, "hora", "horas"),
            named(rest, "minuto", "minutos")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(desk: u32, field: u32, total: u32) -> Stated {
        Stated {
            desk: Some(desk),
            field: Some(field),
            total: Some(total),
            loose: false,
        }
    }

    #[test]
    fn the_sentence_is_read_in_the_ways_it_is_printed() {
        for (sentence, said) in [
            (
                "30 minutos en gabinete y 1 hora en campo, totalizando 1 hora con 30 minutos.",
                stated(30, 60, 90),
            ),
            (
                "40 minutos en gabinete y 2 horas en campo, totalizando 2 horas con 30 minutos",
                stated(40, 120, 150),
            ),
            (
                "1 hora y 10 minutos en gabinete y 30 minutos en campo, totalizando 1 hora 40 min.",
                stated(70, 30, 100),
            ),
            (
                "4 horas en gabinete y 2 horas en campo, totalizando 6 horas",
                stated(240, 120, 360),
            ),
            (
                "1.5 horas en gabinete y 2 horas y media en campo, total 4 horas",
                stated(90, 150, 240),
            ),
            (
                "1 ½ horas en gabinete y ½ hora en campo, totalizando 2 horas",
                stated(90, 30, 120),
            ),
            (
                "1½ horas en gabinete y 2 1/2 horas en campo, totalizando 4 horas",
                stated(90, 150, 240),
            ),
            (
                "Hora y media en gabinete y 1 y media horas en campo, totalizando 3 horas",
                stated(90, 90, 180),
            ),
            (
                "1 ¾ horas en gabinete y tres cuartos de hora en campo, total 2 horas y media",
                stated(105, 45, 150),
            ),
            (
                "Un cuarto de hora en gabinete y hora y cuarto en campo, total 1 1/2 horas",
                stated(15, 75, 90),
            ),
            (
                "½ hora en gabinete y 1 hora ½ en campo, totalizando 2 horas",
                stated(30, 90, 120),
            ),
            (
                "Gabinete: 1 hora, campo: 2 horas. Total: 3 horas",
                stated(60, 120, 180),
            ),
            (
                "Una hora en gabinete y dos horas en campo, totalizando tres horas",
                stated(60, 120, 180),
            ),
            (
                "2 horas en campo y 1hora en gabinete, totalizando 3hrs.",
                stated(60, 120, 180),
            ),
        ] {
            assert_eq!(read(sentence), said, "{sentence}");
        }
    }

    #[test]
    fn a_time_of_nothing_is_loose() {
        assert!(read("3 horas").loose);
        assert_eq!(read("Lo que se requiera"), Stated::default());
    }

    #[test]
    fn a_time_is_said_as_the_form_says_it() {
        assert_eq!(say(160), "2 horas con 40 minutos");
        assert_eq!(say(60), "1 hora");
        assert_eq!(say(1), "1 minuto");
    }

    #[test]
    fn a_half_in_the_sentence_is_no_error() {
        for sentence in [
            "1 ½ horas en gabinete y ½ hora en campo, totalizando 2 horas.",
            "Hora y media en gabinete y 2 horas en campo, totalizando 3 ½ horas.",
        ] {
            let sketch = format!("duración: {sentence}");
            assert_eq!(crate::tests::seen("EC-R-13", &sketch), "", "{sentence}");
        }
        let wrong = "duración: 1 ½ horas en gabinete y ½ hora en campo, totalizando 3 horas.";
        assert!(crate::tests::seen("EC-R-13", wrong).contains("2 horas"));
    }
}
