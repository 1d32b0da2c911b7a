use domain::Severity;
use domain::ec::{CompetenceStandard, Criterion, Format, Line};

use crate::spot::performances;
use crate::words::{nouns, tokens};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-34",
    severity: Severity::Error,
    title: "Las características se separan con coma; la penúltima termina con «, y» y la última con punto",
    why: "La lista se lee como una sola oración: «…, …, y ….». Sin la «y» no se sabe si la lista \
          está completa; con un punto en medio, la oración se corta.",
    heuristic: "Los formatos N-FO-02 v1.0 y v6.0 imprimían «;» y «, y;»: en ellos, y en uno que no se \
          reconoce, se admiten. Una línea que termina con dos puntos abre otra lista y no se juzga.",
    wrong: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria,
            - Recorriendo los puntos de la lista de verificación en el orden establecido,
            - Mencionando a la persona usuaria cada falla detectada.",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria,
            - Recorriendo los puntos de la lista de verificación en el orden establecido, y
            - Mencionando a la persona usuaria cada falla detectada.",
    basis: "Formato F21-COOPYD-01 v08, listas de características",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let old = is_old(ec);
    for (spot, criterion) in performances(ec) {
        look_at_list(&spot, criterion, old, report);
    }
}

/// Whether the standard was printed in a form whose lists may end with semicolons.
pub(crate) fn is_old(ec: &CompetenceStandard) -> bool {
    let format = ec.printed.as_ref().and_then(|printed| printed.format);
    matches!(
        format,
        Some(Format::NFo02V1 | Format::NFo02V6 | Format::Unknown)
    )
}

/// How a line of a list ends: the text before, the comma, the conjunction, what else.
pub(crate) struct Ending<'a> {
    /// Where the words of the line end.
    pub(crate) words: usize,
    /// Where the last character that is no space ends.
    end: usize,
    /// The signs before the conjunction, or those that end the line.
    pub(crate) sign: &'a str,
    pub(crate) conjunction: Option<&'a str>,
    /// The signs after the conjunction.
    pub(crate) after: &'a str,
}

pub(crate) fn ending(text: &str) -> Ending<'_> {
    let signs = [',', ';', '.', ' ', '\n', '\t'];
    let whole = text.trim_end();
    let last = whole.trim_end_matches(signs);
    let after = &whole[last.len()..];
    let conjunction = ["y", "e", "Y", "E", "o"].iter().find_map(|said| {
        let before = last.strip_suffix(said)?;
        before
            .ends_with(signs)
            .then(|| (before, &last[before.len()..]))
    });
    match conjunction {
        Some((before, said)) => {
            let words = before.trim_end_matches(signs);
            Ending {
                words: words.len(),
                end: whole.len(),
                sign: before[words.len()..].trim(),
                conjunction: Some(said),
                after: after.trim(),
            }
        }
        None => Ending {
            words: last.len(),
            end: whole.len(),
            sign: after.trim(),
            conjunction: None,
            after: "",
        },
    }
}

/// Judges the punctuation of one list of characteristics.
pub(crate) fn look_at_list(
    spot: &Spot<'_>,
    criterion: &Criterion,
    old: bool,
    report: &mut Report<'_>,
) {
    // A conjunction that extraction left on a line of its own belongs to the line before.
    let alone = |line: &Line| {
        line.text.len() < 8
            && matches!(
                line.text.trim(),
                "y" | "e" | "Y" | "E" | "y," | ", y" | ", e"
            )
    };
    let lines = &criterion.characteristics;
    let kept: Vec<usize> = (0..lines.len()).filter(|&at| !alone(&lines[at])).collect();
    let opens = |at: usize| lines[at].text.trim_end().ends_with(':');
    let mut nested = false;
    for (place, &at) in kept.iter().enumerate() {
        let next = kept.get(place + 1);
        let followed = lines.get(at + 1).is_some_and(alone);
        let text = lines[at].text.as_str();
        nested |= opens(at);
        if text.trim().is_empty()
            || opens(at)
            || goes_on(text, next.map(|&n| lines[n].text.as_str()))
        {
            continue;
        }
        let bullet = spot.bullet(at, &lines[at]);
        let place = match (next, kept.len() - place) {
            (None, _) => Where::Last,
            (Some(&next), 2) => Where::BeforeLast(&lines[next].text),
            // A list inside the list has its own «y» and its own point.
            _ if nested => continue,
            _ => Where::Middle,
        };
        if !followed {
            judge(&bullet, place, old, report);
        }
    }
}

/// Whether a line without end is one that was cut in two: the next goes on in lower case.
fn goes_on(text: &str, next: Option<&str>) -> bool {
    let ends = text.trim_end().ends_with([',', ';', '.', ':']);
    !ends && next.is_some_and(|next| next.trim_start().starts_with(char::is_lowercase))
}

#[derive(Clone, Copy)]
enum Where<'a> {
    Middle,
    BeforeLast(&'a str),
    Last,
}

fn judge(bullet: &Spot<'_>, place: Where<'_>, old: bool, report: &mut Report<'_>) {
    let ending = ending(bullet.text);
    // What closes the words (a quotation mark, a bracket) may hold the point inside.
    let inside = closes_inside(&bullet.text[..ending.words]);
    let sign: String = ending.sign.split_whitespace().collect();
    // An abbreviation keeps its point before the comma: «etc.,», «S.A. de C.V.,».
    let comma = match sign.strip_prefix('.') {
        Some(rest) => rest == "," && is_abbreviation(&bullet.text[..ending.words]),
        None => sign == "," || (old && matches!(sign.as_str(), ";" | ",;")),
    };
    let (wanted, message): (String, String) = match place {
        Where::Last => {
            if ending.conjunction.is_none()
                && (ending.sign == "." || (inside && ending.sign.is_empty()))
            {
                return;
            }
            let message = match (ending.conjunction, ending.sign) {
                (Some(said), _) => format!(
                    "La última característica termina con «{said}»: falta otra, o sobra la conjunción. Termínela con punto."
                ),
                (None, "") => "Falta el punto final de la última característica.".to_owned(),
                (None, sign) => {
                    format!("La última característica termina con «{sign}»; ahí va el punto final.")
                }
            };
            (".".to_owned(), message)
        }
        Where::Middle => {
            if ending.conjunction.is_none() && comma {
                return;
            }
            let message = match (ending.conjunction, ending.sign) {
                (Some(said), _) => {
                    format!("Sobra la «{said}»: solo la penúltima característica la lleva.")
                }
                (None, "") => "Falta la coma al final de la característica.".to_owned(),
                (None, sign) => {
                    format!("La característica termina con «{sign}»; como la lista sigue, va coma.")
                }
            };
            (",".to_owned(), message)
        }
        Where::BeforeLast(next) => {
            let first = tokens::first(next).map_or("", |(_, word)| word);
            let asked = if nouns::begins_with_i(first) {
                "e"
            } else {
                "y"
            };
            let signs = ending.after.is_empty() || (old && matches!(ending.after, ";" | ","));
            let said = ending.conjunction.filter(|said| *said != "o");
            let message = match (said, comma) {
                (Some(_), true) if signs => return,
                (Some(said), true) => {
                    let after = ending.after;
                    format!("Después de la «{said}» sobra «{after}».")
                }
                (Some(said), false) if ending.sign.is_empty() => {
                    format!("Falta la coma antes de la «{said}».")
                }
                (Some(said), false) => {
                    format!("Antes de la «{said}» va coma, no «{}».", ending.sign)
                }
                (None, _) if ending.conjunction.is_some() => {
                    format!("Antes de la última característica va «, {asked}».")
                }
                (None, true) => format!("Falta la «{asked}» antes de la última característica."),
                (None, false) => format!("Falta «, {asked}» antes de la última característica."),
            };
            // The conjunction is kept as the author wrote it: which one it is, another rule says.
            (format!(", {}", said.unwrap_or(asked)), message)
        }
    };
    let text = bullet.text;
    let from = tokens::last_start(&text[..ending.words]);
    let kept = &text[from..ending.words];
    let kept = if inside {
        kept.trim_end_matches('.')
    } else {
        kept
    };
    report
        .within(bullet, from..ending.end, message)
        .suggest(format!("{kept}{wanted}"));
}

/// Whether a point stands inside what closes the words: «Listo.»
pub(crate) fn closes_inside(words: &str) -> bool {
    let closers = [')', ']', '"', '”', '»', '\'', '’'];
    words.trim_end_matches(closers).ends_with(['.', '…'])
}

pub(crate) fn is_abbreviation(text: &str) -> bool {
    let last = text
        .rsplit(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("");
    last.chars().count() < 4 && !last.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    fn list(bullets: &str) -> String {
        seen("EC-R-34", &format!("E\nD Revisa la llanta:\n{bullets}"))
    }

    #[test]
    fn a_list_reads_as_one_sentence() {
        assert_eq!(list("- Midiendo A,\n- Midiendo B, y\n- Midiendo C."), "");
        assert_eq!(list("- Midiendo A."), "");
        assert_eq!(
            list("- Midiendo la presión (en kPa), e\n- Inflando la llanta."),
            ""
        );
        assert!(list("- Midiendo A").contains("Falta el punto final"));
        assert!(list("- Midiendo A,\n- Midiendo B.").contains("Falta la «y»"));
        assert!(list("- Midiendo A y\n- Midiendo B.").contains("Falta la coma antes de la «y»"));
        assert!(list("- Midiendo el aro.\n- Midiendo B.").contains("→ «aro, y»"));
        assert!(list("- Midiendo A, e,\n- Indicando B.").contains("sobra «,»"));
        assert!(list("- Midiendo A, y\n- Midiendo B, y\n- Midiendo C.").contains("Sobra la «y»"));
        assert!(list("- Midiendo A\n- Midiendo B, y\n- Midiendo C.").contains("→ «A,»"));
    }

    #[test]
    fn what_is_not_the_authors_is_let_be() {
        assert_eq!(
            list("- Midiendo A, B, etc.,\n- Midiendo C, y\n- Midiendo D."),
            ""
        );
        assert_eq!(list("- Diciendo «Listo.»"), "");
        let nested = "- Verificando que tenga:\n- folio,\n- fecha, y\n- firma.\n- Midiendo B, y\n- Midiendo C.";
        assert_eq!(list(nested), "");
        assert_eq!(
            list("- Midiendo la presión de\n- la llanta, y\n- Midiendo C."),
            ""
        );
    }

    #[test]
    fn a_list_in_capitals_is_read_as_any_other() {
        assert_eq!(list("- MIDIENDO A,\n- MIDIENDO B, Y\n- MIDIENDO C."), "");
        assert!(list("- MIDIENDO A,\n- MIDIENDO B,\n- MIDIENDO C.").contains("«B, y»"));
    }

    #[test]
    fn each_defect_is_a_finding() {
        let said = list("- Midiendo A.\n- Midiendo B.\n- Midiendo C.\n- Midiendo D");

        assert_eq!(said.lines().count(), 4, "{said}");
    }

    #[test]
    fn older_forms_may_end_with_semicolons() {
        let said = list("- Midiendo A;\n- Midiendo B, y;\n- Midiendo C.\nformato: N-FO-02 v1.0");

        assert_eq!(said, "");
    }

    #[test]
    fn a_conjunction_on_its_own_line_belongs_to_the_line_before() {
        assert_eq!(list("- Midiendo A,\n- Midiendo B,\n- y\n- Midiendo C."), "");
    }
}
