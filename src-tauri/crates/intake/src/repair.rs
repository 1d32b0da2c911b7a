//! Words that extraction split, put together again; every one is listed.
//!
//! Two fragments become one word only if the dictionary has that word and at least one fragment
//! could not stand there by itself. Short fragments count as words only if they are among the short
//! words Spanish really uses: a dictionary has «do», «gua» or «tem» as names of notes and as rare
//! forms. Where both fragments are words nothing is joined: correct text is never damaged.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use spellbook::Dictionary;
use unicode_normalization::UnicodeNormalization;

use crate::Repair;
use crate::source::Source;

const AFF: &str = include_str!("../../../../assets/dictionaries/es_MX.aff");
const DIC: &str = include_str!("../../../../assets/dictionaries/es_MX.dic");

static SPANISH: LazyLock<Option<Dictionary>> = LazyLock::new(|| Dictionary::new(AFF, DIC).ok());

/// Words and signs of up to three letters that a text of this kind has by themselves.
#[rustfmt::skip] // A list is read as one.
const SHORT: &str = " a al an año así aún ave av aro ata ate ato art bar bis bus cal can cap col com con cot cd da dan dar das de del den \
    di dé día dio doc don doy dos dr dra dvd e ec ed ego eje ej el él en epp era es esa ésa ese eso etc ex ext fax fe fin fig fue fui \
    gas gel gen gis gob gps h ha han has haz hay he hoy hr hrs http ia ido ie iec inc ine ing ion ir irá ira iso iva isr kg kit km km2 \
    la las le lea lee leo les led ley lic lid lo los lt lts luz lux m más mas mal mar máx me mes mi mí mía mil min mín mío mis mix ml \
    mm mx muy net ni no nom nos nss núm num non o oír oía ola or org oro os oso otro oye ojo osa pag pág pan par paz pc pdf pez ph pie \
    pon por pro psi pus que qué qr ram ras red ref rey rfc rh ría río roe rol rom rpm sal san sat sc se sé sea sec sed sep ser set sí si \
    sin sol son soy spa sr sra su sud sur sus tag tal tan te té tel ten tez ti tic tía tío tip tos tras tu tú tul tus tv u un una uni uno \
    uña usa usb use uso uv uva van va vas ve vea ven veo ver ves vez vía vid vio vip voz vol vs wc web www xix xx xxi y ya yo zoo él ésta app abc \
    ac cv cm dof g l cc ";

/// Puts split words together in every line and across lines, and lists what it did.
pub(crate) fn mend(source: &mut Source) -> Vec<Repair> {
    let mut words = Words {
        asked: HashMap::new(),
        own: own_words(source),
    };
    let mut repairs = Vec::new();
    for at in 0..source.lines.len() {
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
        source.lines[at].text = text;
    }
    for at in 1..source.lines.len() {
        words.mend_break(source, at, &mut repairs);
    }
    repairs.sort_by_key(|repair| (repair.page, repair.line));
    repairs
}

/// The longer words that the document has whole.
fn own_words(source: &Source) -> HashSet<String> {
    let texts = source
        .lines
        .iter()
        .flat_map(|raw| raw.text.split(|c: char| !c.is_alphabetic()));
    texts
        .filter(|word| word.chars().count() >= 6)
        .map(str::to_lowercase)
        .collect()
}

/// Characters as they are written: composed, without what cannot be seen, spaces one by one but for
/// gaps, which become a tab: they tell columns apart.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut spaces = 0;
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
                    _ => out.push('\t'),
                }
            }
            spaces = 0;
            out.push(c);
        }
    }
    let ends = out.ends_with('\u{AD}');
    let mut out = out.replace('\u{AD}', "");
    if ends {
        out.push('\u{AD}');
    }
    close_up(&out)
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

/// What the dictionary said of the words already asked about.
#[derive(Default)]
struct Words {
    asked: HashMap<String, bool>,
    /// The words of the document itself, in small letters: it may use some that no dictionary has.
    own: HashSet<String>,
}

impl Words {
    fn is_word(&mut self, word: &str) -> bool {
        if let Some(&known) = self.asked.get(word) {
            return known;
        }
        let known = SPANISH.as_ref().is_some_and(|spanish| {
            spanish.check(word) || (is_shouted(word) && spanish.check(&word.to_lowercase()))
        });
        self.asked.insert(word.to_owned(), known);
        known
    }

    /// Whether a fragment could stand by itself.
    fn stands(&mut self, fragment: &str) -> bool {
        if fragment.chars().count() <= 3 {
            return SHORT.contains(&format!(" {} ", fragment.to_lowercase()));
        }
        self.is_word(fragment)
    }

    /// Whether these fragments are one word that was split.
    fn were_one(&mut self, fragments: &[&str]) -> bool {
        let joined = fragments.concat();
        if joined.chars().count() < 3 || !is_cased_as_one(fragments) {
            return false;
        }
        if !self.is_word(&joined) && !self.own.contains(&joined.to_lowercase()) {
            return false;
        }
        match fragments {
            [a, b] if a.chars().count() > 1 => !(self.stands(a) && self.stands(b)),
            [_, b] => !self.stands(b), // «a gua»: the lone letter is a word more often than not.
            _ => fragments.iter().filter(|part| !self.stands(part)).count() >= 2,
        }
    }

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
            let after_number = out[..space - a.len()]
                .trim_end()
                .ends_with(|c: char| c.is_ascii_digit());
            let unit = after_number && a.chars().count() <= 2;
            let none = a.is_empty() || b.is_empty() || unit || self.prefers_right(a, b, c);
            let two = !none && self.were_one(&[a, b]);
            let three = !none && !c.is_empty() && self.were_one(&[a, b, c]);
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

    /// Whether the middle of three fragments belongs to the one after it: «de a gua».
    fn prefers_right(&mut self, a: &str, b: &str, c: &str) -> bool {
        !c.is_empty() && self.stands(a) && self.were_one(&[b, c])
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
            self.were_one(&[&a, &b]) && (glyph.is_none() || !self.stands(&a))
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
                upper.text = format!(
                    "{joined}{}{glyph} {}",
                    if joined.is_empty() { "" } else { "\t" },
                    tail.trim_start()
                );
            }
            _ => upper.text = joined,
        }
        lower.text = kept;
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

fn is_shouted(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// «CONOC ER», «Requ iere», «eq uipo»; not «de México» nor «MÉXICO es».
fn is_cased_as_one(fragments: &[&str]) -> bool {
    let joined = fragments.concat();
    is_shouted(&joined) || joined.chars().skip(1).all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        let mut words = Words::default();
        words.own.insert("capacitandos".to_owned());
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
            "El contenido con tenido en cuenta para lograr la meta",
        ] {
            assert_eq!(mended(text), text);
        }
    }
}
