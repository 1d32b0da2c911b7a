use std::collections::HashMap;
use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;

use crate::words::{Words, spelling, tokens};
use crate::{Remedy, Report, Rule, Spot, spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-76",
    severity: Severity::Warning,
    title: "La ortografía es correcta",
    why: "El estándar se publica como documento oficial: un acento de menos o una palabra por otra \
          («deshechos» por «desechos») se corrige antes, no después.",
    heuristic: "Se señala solo lo seguro: una palabra que no está en el diccionario y que con un \
                acento, una letra que suena igual o una letra traspuesta es una sola palabra; \
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

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let words = std::mem::take(&mut report.words);
    headings(ec, &words, report);
    let spots: Vec<Spot<'_>> = spot::every(ec).into_iter().filter(is_checked).collect();
    // Unknown words for which only the rest of the document can tell what was meant.
    let mut unknown: Vec<(usize, Range<usize>, String)> = Vec::new();
    let mut counted: HashMap<&str, u32> = HashMap::new();
    for (at, spot) in spots.iter().enumerate() {
        if !spot.text.chars().any(char::is_lowercase) {
            continue;
        }
        if ec.printed.is_none() {
            double_spaces(report, spot);
        }
        let all: Vec<(Range<usize>, &str)> = tokens::tokens(spot.text).collect();
        for (n, (range, word)) in all.iter().enumerate() {
            let small_written = word.chars().all(char::is_lowercase);
            let opens = n == 0 && is_capitalised(word);
            if !small_written && !opens || word.contains(['-', '\'', '’']) {
                continue;
            }
            let lowered;
            let small = if small_written {
                *counted.entry(word).or_insert(0) += 1;
                *word
            } else {
                lowered = word.to_lowercase();
                &lowered
            };
            let previous = n.checked_sub(1).map(|before| &all[before]);
            if let Some((before, other)) = previous
                && is_doubled(spot.text, before, range, other, word)
            {
                let message = format!("«{word}» está dos veces seguidas. Quita una.");
                report
                    .within(spot, before.start..range.end, message)
                    .suggest(*word);
                continue;
            }
            if words.knows(small) {
                let next = all.get(n + 1).map(|(_, word)| *word);
                let misused = misused(small, previous.map(|(_, w)| *w), next);
                if let Some(right) = misused {
                    say(report, spot, range.clone(), word, &right);
                }
                continue;
            }
            if is_piece(spot.text, range) || is_split(&words, spot.text, &all, n) {
                continue;
            }
            match spelling::correction(&words, small) {
                Some(right) => say(report, spot, range.clone(), word, &right),
                None => unknown.push((at, range.clone(), small.to_owned())),
            }
        }
    }
    slips(report, &words, &spots, unknown, &counted);
    report.words = words;
}

fn say(report: &mut Report<'_>, spot: &Spot<'_>, range: Range<usize>, word: &str, right: &str) {
    let right = if is_capitalised(word) {
        capitalised(right)
    } else {
        right.to_owned()
    };
    let message = format!("«{word}» se escribe «{right}».");
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
fn headings(ec: &CompetenceStandard, words: &Words, report: &mut Report<'_>) {
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
            let right = match spelling::first_person(&small) {
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
                    "En el encabezado «{heading}», «{word}» se escribe «{right}». Adopta la forma \
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
    let mut from = 0;
    while let Some(found) = spot.text[from..].find("  ") {
        let start = from + found;
        let rest = &spot.text[start..];
        let end = start + rest.len() - rest.trim_start_matches(' ').len();
        report
            .within(spot, start..end, "Hay espacios de más. Deja uno.")
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

/// Two equal words with nothing but a space between them.
fn is_doubled(
    text: &str,
    before: &Range<usize>,
    range: &Range<usize>,
    other: &str,
    word: &str,
) -> bool {
    let repeats = matches!(
        word,
        "muy" | "bla" | "casi" | "poco" | "uno" | "una" | "nos" | "etc"
    );
    other.eq_ignore_ascii_case(word)
        && !repeats
        && word.chars().count() > 1
        && text[before.end..range.start]
            .chars()
            .all(char::is_whitespace)
}

/// Words that exist, where another one was surely meant.
fn misused(small: &str, before: Option<&str>, next: Option<&str>) -> Option<String> {
    if let Some(right) = spelling::first_person(small) {
        // «publicó» and «terminó» also lack an accent, but another one: the noun follows a word
        // that nouns follow.
        let before = before.map(str::to_lowercase);
        let nominal = before.is_none_or(|before| {
            matches!(
                before.as_str(),
                "el" | "un"
                    | "del"
                    | "al"
                    | "de"
                    | "en"
                    | "su"
                    | "con"
                    | "por"
                    | "sin"
                    | "cada"
                    | "este"
                    | "dicho"
                    | "mismo"
                    | "y"
                    | "o"
                    | "nuevo"
                    | "primer"
                    | "según"
                    | "como"
                    | "para"
                    | "algún"
                    | "ningún"
            )
        });
        return nominal.then(|| right.to_owned());
    }
    let ending = small.strip_prefix("deshech")?;
    if !matches!(ending, "o" | "os") {
        return None;
    }
    let before = before.map(str::to_lowercase).unwrap_or_default();
    let verbal = matches!(
        before.as_str(),
        "ha" | "han"
            | "haber"
            | "había"
            | "habían"
            | "está"
            | "están"
            | "estar"
            | "queda"
            | "quedan"
            | "sido"
            | "ser"
            | "es"
            | "son"
    );
    let next = next.map(domain::text::fold).unwrap_or_default();
    let kind = [
        "organic",
        "inorganic",
        "solid",
        "liquid",
        "biologic",
        "peligros",
        "toxic",
        "residu",
        "industrial",
        "hospital",
        "reciclab",
        "electronic",
        "urban",
        "infeccios",
        "sanitari",
    ];
    let noun = kind.iter().any(|kind| next.starts_with(kind))
        || matches!(
            before.as_str(),
            "los" | "el" | "de" | "del" | "para" | "un" | "unos" | "sus" | "con" | "como"
        );
    (noun && !verbal).then(|| format!("desech{ending}"))
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
fn is_split(words: &Words, text: &str, all: &[(Range<usize>, &str)], n: usize) -> bool {
    let beside = |a: usize, b: usize| {
        let (left, right) = (&all[a], &all[b]);
        let gap = &text[left.0.end..right.0.start];
        gap.chars().all(char::is_whitespace) && {
            let joined = format!("{}{}", left.1, right.1);
            words.knows(&joined) || words.knows(&joined.to_lowercase())
        }
    };
    (n > 0 && beside(n - 1, n)) || (n + 1 < all.len() && beside(n, n + 1)) || {
        // A loose letter beside it is what is left of a split word.
        let loose = |at: usize| {
            let word = all[at].1;
            word.chars().count() == 1 && !matches!(word, "a" | "y" | "e" | "o" | "u")
        };
        (n > 0 && loose(n - 1)) || (n + 1 < all.len() && loose(n + 1))
    }
}

/// Unknown words that are one letter away from a word of the same document, and from no other.
fn slips(
    report: &mut Report<'_>,
    words: &Words,
    spots: &[Spot<'_>],
    unknown: Vec<(usize, Range<usize>, String)>,
    counted: &HashMap<&str, u32>,
) {
    let mut times: HashMap<String, u32> = HashMap::new();
    for (_, _, word) in &unknown {
        *times.entry(word.clone()).or_insert(0) += 1;
    }
    for (at, range, small) in unknown {
        if times.get(&small).copied().unwrap_or(0) > 1 || small.chars().count() < 6 {
            continue; // What is written so twice is not a slip.
        }
        let letters: Vec<char> = small.chars().collect();
        let mut near = counted.keys().filter(|word| {
            word.len().abs_diff(small.len()) <= 3 && words.knows(word) && {
                let other: Vec<char> = word.chars().collect();
                spelling::is_slip_of(&letters, &other)
            }
        });
        if let (Some(right), None) = (near.next(), near.next()) {
            let word = &spots[at].text[range.clone()];
            say(report, &spots[at], range, word, right);
        }
    }
}
