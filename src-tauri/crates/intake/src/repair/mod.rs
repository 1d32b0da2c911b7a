//! Words that extraction split, put together again; every one is listed.

mod words;

use unicode_normalization::UnicodeNormalization;

use self::words::Words;
use crate::Repair;
use crate::error::Error;
use crate::limits;
use crate::slice::Slice;
use crate::source::Source;
use crate::watch::{self, Step, Watch};

/// Puts split words together in every line and across lines, and lists what it did.
pub(crate) fn mend(source: &mut Source, watch: &mut Watch<'_>) -> Result<Vec<Repair>, Error> {
    let mut words = Words::of(source.lines.iter().map(|raw| &*raw.text));
    let mut repairs = Vec::new();
    let of = source.lines.len();
    for at in 0..of {
        if at % OFTEN == 0 {
            watch::step(watch, Step::Line { at: at + 1, of })?;
        }
        let raw = &source.lines[at];
        let (page, line) = (raw.page, raw.line);
        let text = tidy(&raw.text);
        let text = words.mend_line(&text, |from, to| {
            repairs.push(Repair {
                page,
                line,
                from,
                to,
            });
        });
        enough(&repairs)?;
        // What was just trimmed is not copied.
        let raw = &mut source.lines[at].text;
        *raw = match raw.find(text.as_str()) {
            Some(from) => raw.part(&raw[from..from + text.len()]),
            None => text.into(),
        };
    }
    for at in 1..source.lines.len() {
        words.mend_break(source, at, &mut repairs);
        enough(&repairs)?;
    }
    repairs.sort_by_key(|repair| (repair.page, repair.line));
    Ok(repairs)
}

fn enough(repairs: &[Repair]) -> Result<(), Error> {
    if repairs.len() > limits::REPAIRS {
        return Err(Error::TooManyRepairs {
            limit: limits::REPAIRS,
        });
    }
    Ok(())
}

/// How many lines are mended between two looks at whether to go on.
const OFTEN: usize = 256;

/// Characters as they are written: composed, without what cannot be seen, spaces one by one but for
/// gaps, which become a tab: they tell columns apart.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut spaces = 0;
    let wide = if is_stretched(text) { ' ' } else { '\t' };
    for c in text.nfc() {
        if c == '\t' {
            spaces += 2;
        } else if c.is_whitespace() {
            spaces += 1;
        } else if c == '\u{AD}' {
            out.push(c); // A soft hyphen matters at the end of its line.
        } else if !domain::text::is_unseen(c) {
            if !out.is_empty() {
                match spaces {
                    0 => {}
                    1 => out.push(' '),
                    _ => out.push(wide),
                }
            }
            spaces = 0;
            out.push(c);
        }
    }
    if out.contains('\u{AD}') {
        let ends = out.ends_with('\u{AD}');
        out.retain(|c| c != '\u{AD}');
        if ends {
            out.push('\u{AD}');
        }
    }
    if out.len() > LONGEST {
        out
    } else {
        close_up(&out)
    }
}

/// Whether a justified line was extracted with two spaces for each: none of them tells a column apart.
fn is_stretched(text: &str) -> bool {
    let text = text.trim();
    let (mut wide, mut single, mut run) = (0, 0, 0);
    for c in text.chars() {
        match (c, run) {
            (' ', _) => run += 1,
            (_, 0) => {}
            (_, 1) => (single, run) = (single + 1, 0),
            (_, 2) => (wide, run) = (wide + 1, 0),
            _ => return false, // A wider gap is a column's.
        }
    }
    wide >= 3 && wide >= single
}

/// Spaces that no writer sets: before a comma, inside a parenthesis, on one side of a slash or of the
/// hyphen in a range.
fn close_up(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        let before = out.chars().next_back();
        let after = chars.get(at + 1).copied();
        let next = chars.get(at + 2).copied();
        let drop = c == ' '
            && match (before, after) {
                (Some('(' | '¿' | '¡' | '“'), Some(a)) => a.is_alphanumeric(),
                (Some(b), Some(',' | ';')) => {
                    b.is_alphanumeric() || matches!(b, ')' | '”' | '"' | '’')
                }
                (Some(b), Some(')' | '”')) => b.is_alphanumeric() || b == ')',
                (Some(b), Some('.')) => {
                    b.is_alphabetic() && !next.is_some_and(|n| n.is_alphanumeric() || n == '.')
                }
                (Some(b), Some('/')) => {
                    b.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)
                }
                (Some(b), Some('-')) => next.is_some_and(|n| {
                    (b.is_ascii_digit() && n.is_ascii_digit())
                        || (b.is_lowercase() && n.is_lowercase())
                }),
                (Some('-'), Some(a)) => {
                    let mut back = out.chars().rev().skip(1);
                    a.is_ascii_digit() && back.next().is_some_and(|b| b.is_ascii_digit())
                }
                _ => false,
            };
        if !drop {
            out.push(c);
        }
    }
    out
}

/// Bytes of a line that is still a line; what is longer was not extracted from a page.
const LONGEST: usize = 20_000;

impl Words {
    fn mend_line(&mut self, text: &str, mut list: impl FnMut(String, String)) -> String {
        let mut out = text.to_owned();
        if text.len() > LONGEST {
            return out;
        }
        let mut from = 0;
        while let Some(space) = out[from..].find(' ').map(|at| from + at) {
            let a = last_run(&out[..space]);
            let rest = &out[space + 1..];
            let b = first_run(rest);
            let c = rest[b.len()..].strip_prefix(' ').map_or("", first_run);
            let before = out[..space - a.len()].trim_end();
            let after_number = before.ends_with(|c: char| c.is_ascii_digit());
            let starts = !before.contains(char::is_alphabetic);
            let unit = after_number && words::is_unit(a) && self.stands(b);
            let none = a.is_empty() || b.is_empty() || unit || self.prefers_right(a, b, c, starts);
            let two = !none && self.were_one(&[a, b], starts);
            let three = !none && !c.is_empty() && self.were_one(&[a, b, c], starts);
            let split: &[&str] = match (two, three) {
                (true, true) if !self.stands(c) => &[a, b, c],
                (true, _) => &[a, b],
                (false, true) => &[a, b, c],
                (false, false) => &[],
            };
            if split.is_empty() {
                from = space + 1;
                continue;
            }
            let (spaced, joined) = (split.join(" "), split.concat());
            let start = space - a.len();
            out.replace_range(start..start + spaced.len(), &joined);
            list(spaced, joined);
            from = start;
        }
        out
    }

    /// A word split at the end of a line, with or without a hyphen, is moved up whole.
    fn mend_break(&mut self, source: &mut Source, at: usize, repairs: &mut Vec<Repair>) {
        let (above, below) = source.lines.split_at_mut(at);
        let (Some(upper), Some(lower)) = (above.last_mut(), below.first_mut()) else {
            return;
        };
        if upper.page != lower.page || lower.column != upper.column {
            return;
        }
        let hyphen = upper.text.ends_with(['-', '\u{AD}', '\u{2010}']);
        let stem = upper.text.trim_end_matches(['-', '\u{AD}', '\u{2010}']);
        let a = last_run(stem).to_owned();
        let (glyph, text) = crate::lines::split_bullet(&lower.text);
        let b = first_run(text).to_owned();
        if a.is_empty() || b.is_empty() || !b.starts_with(char::is_lowercase) {
            return;
        }
        let split = if hyphen {
            // «compe-tencia» is a word split; «enseñanza-aprendizaje» keeps its hyphen.
            self.is_word(&format!("{a}{b}")) && !(self.stands(&a) && self.stands(&b))
        } else {
            self.were_one(&[&a, &b], false) && (glyph.is_none() || !self.stands(&a))
        };
        if !split {
            return;
        }
        let rest = text[b.len()..].to_owned();
        let tail = rest.find(' ').unwrap_or(rest.len());
        let (glued, kept) = rest.split_at(tail);
        let between = if hyphen { "-" } else { " " };
        repairs.push(Repair {
            page: upper.page,
            line: upper.line,
            from: format!("{a}{between}{b}"),
            to: format!("{a}{b}"),
        });
        let mut joined = format!("{}{b}{glued}", stem);
        let kept = kept.trim_start().to_owned();
        match glyph {
            // The glyph was extracted one line late: the item begins above.
            Some(glyph) if !upper.begins => {
                let label_end = joined.find([':']).map_or(0, |colon| colon + 1);
                let tail = joined.split_off(label_end);
                upper.text = Slice::from(format!(
                    "{joined}{}{glyph} {}",
                    if joined.is_empty() { "" } else { "\t" },
                    tail.trim_start()
                ));
            }
            _ => upper.text = joined.into(),
        }
        lower.text = kept.into();
    }
}

/// The letters a text ends with.
fn last_run(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic())
        .last();
    start.map_or("", |(at, _)| &text[at..])
}

/// The letters a text begins with.
fn first_run(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        // What the document says elsewhere.
        let own = "capacitandos realizan izado humanos verduras anotando acuerdo realizarla probar aprobar \
                   medioambiente composta detener sala";
        let mut words = Words::of([own, text].into_iter());
        words.mend_line(&tidy(text), |_, _| {})
    }

    #[test]
    fn split_words_are_joined() {
        for (split, whole) in [
            ("no se requ iere por", "no se requiere por"),
            ("de la informació n, la", "de la información, la"),
            ("almacenar vide o y audio", "almacenar video y audio"),
            ("trabajo en eq uipo a", "trabajo en equipo a"),
            ("de acu erdo con", "de acuerdo con"),
            ("dejan do actuar", "dejando actuar"),
            ("el depós ito de a gua hasta", "el depósito de agua hasta"),
            (
                "brindando a lo s participantes",
                "brindando a los participantes",
            ),
            ("los tem as en su vida", "los temas en su vida"),
            ("acord e a las", "acorde a las"),
            ("que opera el CONOC ER a fin", "que opera el CONOCER a fin"),
            (
                "toma de accione s coordinadas",
                "toma de acciones coordinadas",
            ),
            (
                "participantes/capacitando s y a sus",
                "participantes/capacitandos y a sus",
            ),
            (
                "de residuos, identificado s mediante",
                "de residuos, identificados mediante",
            ),
            ("no m ayor a 15 kg", "no mayor a 15 kg"),
            (
                "la comunicación . El t rabajo",
                "la comunicación. El trabajo",
            ),
            ("emple ar de acuerdo", "emplear de acuerdo"),
            ("a tra vés de la", "a través de la"),
            ("cursos de formaci ón del", "cursos de formación del"),
            (
                "las personas que real izan la",
                "las personas que realizan la",
            ),
            (
                "materiales, huma nos y financieros",
                "materiales, humanos y financieros",
            ),
            ("clasificados anterior mente", "clasificados anteriormente"),
            (
                "girando la l lave con la m ano",
                "girando la llave con la mano",
            ),
            ("6111 C ultivo de ver duras", "6111 Cultivo de verduras"),
            ("1. P unto de apoyo", "1. Punto de apoyo"),
            (
                "describe la f echa y a notando",
                "describe la fecha y anotando",
            ),
            (
                "También estable ce los conocimientos",
                "También establece los conocimientos",
            ),
            ("Entre gar la bicicleta", "Entregar la bicicleta"),
            (
                "con 2 pe rsonas de a cuerdo con",
                "con 2 personas de acuerdo con",
            ),
            ("y e laborar un plan u sando", "y elaborar un plan usando"),
            ("el Diario Oficia l de", "el Diario Oficial de"),
            (
                "de legal idad, competitividad",
                "de legalidad, competitividad",
            ),
        ] {
            assert_eq!(mended(split), whole);
        }
    }

    #[test]
    fn spaces_that_no_writer_sets_are_closed() {
        for (spaced, closed) in [
            ("instrucciones ( prompts) y", "instrucciones (prompts) y"),
            ("boomers (1946 -1964) y", "boomers (1946-1964) y"),
            (
                "sus dudas , presta atención , da",
                "sus dudas, presta atención, da",
            ),
            ("objetivos /resultados y /o", "objetivos/resultados y/o"),
            ("relacional -social del", "relacional-social del"),
            ("tamaño / estilo / nivel", "tamaño / estilo / nivel"),
            ("pp. 115- 134 de", "pp. 115-134 de"),
        ] {
            assert_eq!(mended(spaced), closed);
        }
    }

    #[test]
    fn a_wide_gap_is_kept_unless_the_whole_line_is_stretched() {
        assert_eq!(tidy("1. Orden:   La manera"), "1. Orden:\tLa manera");
        assert_eq!(
            tidy("Soporte Se  refiere  al  equipo  que  sostiene"),
            "Soporte Se refiere al equipo que sostiene"
        );
    }

    #[test]
    fn correct_text_stays_as_it_is() {
        for text in [
            "a la vez que se da fe de la obra y el año en que se vio",
            "con el fin de dar a cada uno lo que es de él o de ella",
            "una vía de 15 m de ancho y 3 h de uso a 20 l por día",
            "por tal motivo se para y se da paso a pie o en bicicleta",
            "sin embargo, a fin de que no se use el gas ni la red",
            "Machine Learning in situ per se ad hoc, marketing on line",
            "Centro de Cali S.A. de C.V. y Asociados, clase A y B",
            "si no hay luz, el rol de la app web se ve con los lentes",
            "tan solo así como también e incluso u otro según sea",
            "a fin de probar el equipo antes de tener que realizar la actividad",
            "se cuida el medio ambiente y la vitamina C ayuda a la salud",
            "padres e hijos, siete u ocho, u otro e incluso",
            "1. A la entrada, 2. Y de la salida, con el plan B o el C",
            "agrega 3 g ramos no, 3 g de sal a la masa y 5 l de agua",
            "El contenido con tenido en cuenta para lograr la meta",
        ] {
            assert_eq!(mended(text), text);
        }
    }
}
