use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;

use crate::words::misused::{self, Around};
use crate::words::{Form, Token, Wording, Words, spelling, tokens};
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-76",
    severity: Severity::Warning,
    title: "La ortografía es correcta",
    why: "El estándar se publica como documento oficial: un acento de menos o una palabra por otra \
          («deshechos» por «desechos») se corrige antes, no después.",
    heuristic: "Se señala solo lo seguro: una palabra que no está en el diccionario y que con un \
                acento, una letra que suena igual, una letra de más, de menos o traspuesta es una \
                sola palabra; un prefijo separado con guion («auto-dirigido»); «se» por «de» ante \
                un sustantivo; \
                palabras dobles («de de»); «deshecho» por «desecho»; «titulo» por «título»; dobles \
                espacios en un borrador. No se señalan nombres propios, siglas, claves, \
                extranjerismos ni palabras que la extracción partió. No se revisan referencias, \
                organizaciones ni ocupaciones.",
    wrong: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Consultando el analisis de riesgos, y
            - Retirando los objetos ajenos al servicio.",
    right: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Consultando el análisis de riesgos, y
            - Retirando los objetos ajenos al servicio.",
    basis: "Ortografía de la lengua española",
    look,
};

/// The longest word that is asked about, in bytes.
const LONGEST: usize = 48;

/// How many unknown words are compared with the rest: a document with more is not in Spanish.
const MOST: usize = 200;

/// What the dictionary says of a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// It is a word.
    Yes,
    /// It is a word, and where it stands may show that another was meant.
    Perhaps,
    /// It is none.
    No,
    /// It is not asked about: a name, an acronym, a compound.
    Unasked,
}

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let words = report.words;
    let wording = report.wording();
    headings(ec, words, report);
    let known = wording.ask(|form| ask(words, form));
    let spots = report.spots();
    // Unknown words for which only the rest of the document can tell what was meant.
    let mut unknown: Vec<(usize, Range<usize>, &Form)> = Vec::new();
    for (at, spot) in spots.iter().enumerate() {
        let here = wording.words(at);
        if !is_checked(spot) {
            continue;
        }
        if ec.printed.is_none() {
            double_spaces(report, spot);
        }
        for (n, word) in here.iter().enumerate() {
            let form = wording.form(*word);
            if n > 0 && here[n - 1].form == word.form {
                doubled(report, spot, here[n - 1].range(), word.range(), &form.text);
            }
            let known = known[word.at()];
            if matches!(known, Known::Yes | Known::Unasked) {
                continue; // Nearly every word.
            }
            let opens = n == 0 || form.small == form.text;
            match known {
                Known::Perhaps if opens => {
                    let small = |at: Option<usize>| {
                        let token = here.get(at?)?;
                        Some(&*wording.form(*token).small)
                    };
                    let around = Around {
                        second: small(n.checked_sub(2)),
                        before: small(n.checked_sub(1)),
                        next: small(Some(n + 1)),
                    };
                    if let Some(right) = misused::meant(words, &form.small, around) {
                        say(report, spot, word.range(), &form.text, &right);
                    }
                }
                Known::No if opens && !is_piece(spot.text, &word.range()) => {
                    if is_split(words, spot.text, &wording, here, n) {
                        continue;
                    }
                    match spelling::correction(words, &form.small) {
                        Some(right) => say(report, spot, word.range(), &form.text, &right),
                        None => unknown.push((at, word.range(), form)),
                    }
                }
                Known::Yes | Known::Unasked | Known::Perhaps | Known::No => {}
            }
        }
    }
    if unknown.len() <= MOST {
        slips(report, &spots, &wording, &known, &unknown);
    }
}

fn ask(words: Words, form: &Form) -> Known {
    let written = &*form.text;
    let asked = written == &*form.small || is_capitalised(written);
    let joined = written.contains(['-', '\'', '’']);
    if joined && spelling::correction(words, &form.small).is_some() {
        Known::No // «auto-dirigido».
    } else if !asked || written.len() > LONGEST || joined {
        Known::Unasked
    } else if !words.knows(&form.small) {
        Known::No
    } else if misused::may_be(words, &form.small) {
        Known::Perhaps
    } else {
        Known::Yes
    }
}

/// Two equal words with nothing but a space between them.
fn doubled(
    report: &mut Report<'_>,
    spot: &Spot<'_>,
    before: Range<usize>,
    range: Range<usize>,
    word: &str,
) {
    let repeats = matches!(
        word,
        "muy" | "bla" | "casi" | "poco" | "uno" | "una" | "nos" | "etc"
    );
    let small = word.chars().all(char::is_lowercase);
    let beside = spot.text[before.end..range.start]
        .chars()
        .all(char::is_whitespace);
    if small && !repeats && beside && word.chars().count() > 1 {
        let message = format!("«{word}» está dos veces seguidas. Quite una.");
        report
            .within(spot, before.start..range.end, message)
            .suggest(word);
    }
}

fn say(report: &mut Report<'_>, spot: &Spot<'_>, range: Range<usize>, word: &str, right: &str) {
    let another = right == "de"; // «se seguridad»: no letter of it is misspelled.
    let right = if is_capitalised(word) {
        capitalised(right)
    } else {
        right.to_owned()
    };
    let message = if another {
        format!("Dice «{word}» donde parece ir «{right}».")
    } else {
        format!("«{word}» se escribe «{right}».")
    };
    report.within(spot, range, message).suggest(right);
}

fn is_checked(spot: &Spot<'_>) -> bool {
    !matches!(
        spot.place.field,
        Some(
            "references"
                | "participatingOrganizations"
                | "associatedOccupations"
                | "unlistedOccupations"
                | "relatedStandards"
        )
    )
}

/// Fixed headings are printed by a person too: «Titulo».
fn headings(ec: &CompetenceStandard, words: Words, report: &mut Report<'_>) {
    let Some(printed) = &ec.printed else {
        return;
    };
    let mut seen: Vec<&str> = Vec::new();
    for heading in &printed.headings {
        let spot = Spot {
            text: heading,
            ..Spot::whole("headings")
        };
        for (range, word) in tokens::tokens(heading) {
            if word.chars().all(char::is_uppercase) || seen.contains(&word) {
                continue;
            }
            let small = word.to_lowercase();
            let right = match misused::first_person(&small) {
                Some(right) => Some(right.to_owned()),
                None if words.knows(&small) || words.knows(word) => None,
                None => spelling::correction(words, &small),
            };
            if let Some(right) = right {
                seen.push(word);
                let right = if is_capitalised(word) {
                    capitalised(&right)
                } else {
                    right
                };
                let message = format!(
                    "En el encabezado «{heading}», «{word}» se escribe «{right}». Adopte la forma \
                     oficial."
                );
                report
                    .within(&spot, range, message)
                    .suggest(right)
                    .remedy(Remedy::AdoptForm);
            }
        }
    }
}

fn double_spaces(report: &mut Report<'_>, spot: &Spot<'_>) {
    if spot.field == Some(Field::Title) && spot.part.is_none() {
        return; // The rule of the title's marks sees it.
    }
    let double = |from: usize| {
        let bytes = spot.text.as_bytes().get(from..)?;
        let found = bytes.windows(2).position(|two| two == b"  ")?;
        Some(from + found)
    };
    let mut from = 0;
    while let Some(start) = double(from) {
        let rest = &spot.text[start..];
        let end = start + rest.len() - rest.trim_start_matches(' ').len();
        report
            .within(spot, start..end, "Hay espacios de más. Deje uno.")
            .suggest(" ");
        from = end;
    }
}

fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Whether the word is a piece of something longer: an address, a code, a model.
fn is_piece(text: &str, range: &Range<usize>) -> bool {
    let joins =
        |c: char| c.is_ascii_digit() || matches!(c, '@' | '_' | '\\' | '#' | '=' | '&' | '+');
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let next = after.next();
    let dotted = next == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    let from_dot = before == Some('.')
        && text[..range.start - 1]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
    let address = text[range.end..].starts_with("://");
    let plural = text[range.end..].starts_with('('); // «candidato(a)», «mensaje(s)».
    before.is_some_and(joins) || next.is_some_and(joins) || dotted || from_dot || address || plural
}

/// Whether the extraction split a word here: with its neighbour it is one that exists.
fn is_split(words: Words, text: &str, wording: &Wording, here: &[Token], n: usize) -> bool {
    let beside = |left: Token, right: Token| {
        let gap = &text[left.range().end..right.range().start];
        gap.chars().all(char::is_whitespace) && {
            let joined = format!("{}{}", wording.form(left).small, wording.form(right).small);
            words.knows(&joined)
        }
    };
    // A loose letter beside it is what is left of a split word.
    let loose = |token: Token| {
        let word = &*wording.form(token).small;
        word.chars().count() == 1 && !matches!(word, "a" | "y" | "e" | "o" | "u")
    };
    let before = n.checked_sub(1).map(|at| here[at]);
    let next = here.get(n + 1).copied();
    before.is_some_and(|before| loose(before) || beside(before, here[n]))
        || next.is_some_and(|next| loose(next) || beside(here[n], next))
}

/// Unknown words that are one letter away from a word of the same document, and from no other; or
/// one slip of the fingers from a word of the dictionary.
fn slips(
    report: &mut Report<'_>,
    spots: &[Spot<'_>],
    wording: &Wording,
    known: &[Known],
    unknown: &[(usize, Range<usize>, &Form)],
) {
    for (at, range, form) in unknown {
        let same = unknown
            .iter()
            .filter(|(.., other)| other.small == form.small);
        let slip: Vec<char> = form.small.chars().collect();
        if same.count() > 1 || slip.len() < 6 {
            continue; // What is written so twice is not a slip.
        }
        let pairs = wording.forms().iter().zip(known);
        let mut near = pairs.filter(|(other, known)| {
            **known == Known::Yes && other.small.len().abs_diff(form.small.len()) <= 3 && {
                let word: Vec<char> = other.small.chars().collect();
                spelling::is_slip_of(&slip, &word)
            }
        });
        let right = match near.next() {
            Some((right, _)) if near.all(|(other, _)| other.small == right.small) => {
                Some(right.small.to_string())
            }
            Some(_) => None,
            None => spelling::slip(report.words, &form.small),
        };
        if let Some(right) = right {
            say(report, &spots[*at], range.clone(), &form.text, &right);
        }
    }
}
