//! Which words are surely misspelled, and how they are written: precision before zeal.

use super::Words;

/// Misspellings that no rule of accents tells, and their spelling.
#[rustfmt::skip] // A table is read down its columns.
const KNOWN_SLIPS: &[(&str, &str)] = &[
    ("apartir", "a partir"), ("asi", "así"), ("atravez", "a través"), ("através", "a través"),
    ("aveces", "a veces"), ("cualquer", "cualquier"), ("decición", "decisión"),
    ("desición", "decisión"), ("dia", "día"), ("enbase", "en base"), ("excento", "exento"),
    ("exepto", "excepto"), ("osea", "o sea"), ("porfavor", "por favor"), ("preveer", "prever"),
    ("preveé", "prevé"), ("proveé", "provee"), ("talvez", "tal vez"), ("transtorno", "trastorno"),
];

/// Words that the dictionary has with an accent only, and that are right without it too.
#[rustfmt::skip] // A list is read in lines.
const BOTH_WAYS: &[&str] = &[
    "basquetbol", "beisbol", "chofer", "choferes", "coctel", "cocteles", "dinamo", "dominó",
    "elite", "futbol", "icono", "iconos", "omoplato", "periodo", "periodos", "policiaco",
    "reuma", "video", "videos", "voleibol",
];

/// The longest word that is mended, in bytes.
const LONGEST: usize = 48;

/// How a word that the dictionary does not have is written, where that is certain. The word is in
/// small letters.
pub(crate) fn correction(words: Words, small: &str) -> Option<String> {
    let slip = KNOWN_SLIPS.binary_search_by_key(&small, |(wrong, _)| wrong);
    if let Ok(at) = slip {
        return Some(KNOWN_SLIPS[at].1.to_owned());
    }
    if small.len() > LONGEST {
        return None; // No word, and each letter of it would be another candidate.
    }
    if small.contains('-') {
        return without_hyphen(words, small);
    }
    let letters: Vec<char> = small.chars().collect();
    let doubtful = ["iaco", "iaca", "iacos", "iacas", "plejia"];
    if letters.len() < 4
        || BOTH_WAYS.contains(&small)
        || doubtful.iter().any(|end| small.ends_with(end))
    {
        return None;
    }
    match only(words, accents(&letters)) {
        Found::One(word) => return Some(word).filter(|word| !is_conditional(word)),
        Found::Many => return None,
        Found::None => {}
    }
    if let Some(stem) = small.strip_suffix("cion") {
        // Every word in -ción has its accent, in the dictionary or not.
        return Some(format!("{stem}ción"));
    }
    if letters.len() < 6 {
        return None;
    }
    match only(words, sounds(&letters)) {
        Found::One(word) => Some(word),
        Found::Many | Found::None => None,
    }
}

/// Prefixes that are written joined to their word.
#[rustfmt::skip] // A list is read in lines.
const PREFIXES: &[&str] = &[
    "anti", "auto", "co", "contra", "hetero", "inter", "intra", "macro", "micro", "multi", "post",
    "pre", "re", "retro", "semi", "sobre", "sub", "super", "tele",
];

/// «auto-dirigido» is «autodirigido», and «auto-regulado», «autorregulado».
fn without_hyphen(words: Words, small: &str) -> Option<String> {
    let (prefix, word) = small.split_once('-')?;
    if !PREFIXES.contains(&prefix) || word.chars().count() < 4 || !words.knows(word) {
        return None;
    }
    let doubled = word.starts_with('r') && prefix.ends_with(['a', 'e', 'i', 'o']);
    let r = if doubled { "r" } else { "" };
    Some(format!("{prefix}{r}{word}"))
}

/// The word that a typist meant, where one slip of the fingers makes it of no other: a letter left
/// out or typed twice, or two swapped, well inside a long word. A letter for another is no slip that
/// can be told: «nitrilo» is not «nitrito».
pub(crate) fn slip(words: Words, small: &str) -> Option<String> {
    let letters: Vec<char> = small.chars().collect();
    // Trades and shops in -ería are made every day.
    let trade = ["ería", "erías"].iter().any(|end| small.ends_with(end));
    if !(8..=20).contains(&letters.len()) || trade || small.contains('-') {
        return None;
    }
    match only(words, slips(&letters)) {
        Found::One(word) => Some(word).filter(|word| !is_conditional(word)),
        Found::Many | Found::None => None,
    }
}

fn slips(letters: &[char]) -> Vec<String> {
    let mut candidates: Vec<String> = Vec::new();
    let mut add = |word: Vec<char>| {
        let word: String = word.into_iter().collect();
        if !candidates.contains(&word) {
            candidates.push(word);
        }
    };
    let inside = 2..letters.len() - 2;
    for at in inside {
        for c in "abcdefghijklmnñopqrstuvxyzáéíóú".chars() {
            let mut word = letters.to_vec();
            word.insert(at, c);
            add(word);
        }
        let mut swapped = letters.to_vec();
        swapped.swap(at - 1, at);
        if swapped != letters {
            add(swapped);
        }
        if letters[at] == letters[at - 1] {
            let mut once = letters.to_vec();
            once.remove(at);
            add(once);
        }
    }
    candidates
}

/// The only word that another accent makes of one, if it is only one.
pub(crate) fn accented(words: Words, small: &str) -> Option<String> {
    let letters: Vec<char> = small.chars().collect();
    match only(words, accents(&letters)) {
        Found::One(word) => Some(word).filter(|word| !is_conditional(word)),
        Found::Many | Found::None => None,
    }
}

/// «rotaría» is a verb that no standard uses: what was written is another word.
fn is_conditional(word: &str) -> bool {
    ["ía", "ían", "ías", "á", "án", "é"].iter().any(|end| {
        let stem = word.strip_suffix(end);
        stem.is_some_and(super::verbs::is_infinitive)
    })
}

enum Found {
    None,
    One(String),
    Many,
}

fn only(words: Words, candidates: Vec<String>) -> Found {
    let mut known = candidates.into_iter().filter(|word| words.knows(word));
    match (known.next(), known.next()) {
        (Some(one), None) => Found::One(one),
        (Some(_), Some(_)) => Found::Many,
        (None, _) => Found::None,
    }
}

/// The word with one accent more, one less or one moved, with ñ for n and ü for u.
fn accents(letters: &[char]) -> Vec<String> {
    let mut candidates = Vec::new();
    let plain: Vec<char> = letters.iter().map(|&c| bare(c)).collect();
    let has_accent = plain != letters;
    let with = |base: &[char], at: usize, c: char| {
        let mut word = base.to_vec();
        word[at] = c;
        word.into_iter().collect::<String>()
    };
    for (at, &c) in plain.iter().enumerate() {
        if let Some(accented) = acute(c)
            && letters[at] != accented
        {
            candidates.push(with(&plain, at, accented));
        }
        if c == 'n' {
            candidates.push(with(letters, at, 'ñ'));
        }
        if c == 'u' && letters[at] == 'u' && at > 0 && letters[at - 1] == 'g' {
            candidates.push(with(letters, at, 'ü'));
        }
    }
    if has_accent {
        candidates.push(plain.into_iter().collect());
    }
    candidates
}

fn bare(c: char) -> char {
    match c {
        'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        'í' | 'ì' => 'i',
        'ó' | 'ò' => 'o',
        'ú' | 'ù' => 'u',
        c => c,
    }
}

fn acute(c: char) -> Option<char> {
    Some(match c {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        _ => return None,
    })
}

/// Pairs of spellings that sound alike, which is where Spanish is misspelled.
const ALIKE: &[(&str, &str)] = &[
    ("b", "v"),
    ("c", "s"),
    ("s", "z"),
    ("c", "z"),
    ("ge", "je"),
    ("gi", "ji"),
    ("x", "s"),
    ("x", "cc"),
    ("ll", "y"),
    ("mb", "nb"),
    ("mp", "np"),
    ("ción", "sión"),
];

/// The word with one such spelling changed; the first letter stays, so that a foreign word is not
/// taken for a Spanish one.
fn sounds(letters: &[char]) -> Vec<String> {
    let word: String = letters.iter().collect();
    let first = letters[0].len_utf8();
    let mut candidates: Vec<String> = Vec::new();
    let pairs = ALIKE.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
    for (from, to) in pairs {
        for (at, _) in word.match_indices(from) {
            if at < first || at + from.len() >= word.len() {
                continue;
            }
            let changed = format!("{}{to}{}", &word[..at], &word[at + from.len()..]);
            if !candidates.contains(&changed) {
                candidates.push(changed);
            }
        }
    }
    candidates
}

/// Whether two words differ by one letter (more, less, other, or two swapped) well inside them: an
/// ending or a beginning that differs makes another word of the same family.
pub(crate) fn is_slip_of(slip: &[char], word: &[char]) -> bool {
    let longest = slip.len().max(word.len());
    if longest < 6 || slip.len().abs_diff(word.len()) > 1 || slip == word {
        return false;
    }
    let pairs = slip.iter().zip(word);
    let same = pairs.take_while(|(a, b)| a == b).count();
    let ends = slip.iter().rev().zip(word.iter().rev());
    let tail = ends.take_while(|(a, b)| a == b).count();
    if same < 2 || tail < 3 {
        return false;
    }
    let rest = |letters: &[char]| letters.len().saturating_sub(same + tail);
    match (rest(slip), rest(word)) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => slip[same] == word[same + 1] && slip[same + 1] == word[same],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_accent_is_certain_when_no_other_word_fits() {
        let words = Words::default();
        let mended = |word: &str| correction(words, word);

        assert_eq!(mended("analisis").as_deref(), Some("análisis"));
        assert_eq!(mended("tecnicas").as_deref(), Some("técnicas"));
        assert_eq!(mended("autogestiocion").as_deref(), Some("autogestioción"));
        assert_eq!(mended("exámen").as_deref(), Some("examen"));
        assert_eq!(mended("desición").as_deref(), Some("decisión"));
        assert_eq!(mended("prompts"), None);
        assert_eq!(mended("webinar"), None);
    }

    #[test]
    fn a_prefix_is_joined_to_its_word() {
        let words = Words::default();

        assert_eq!(
            correction(words, "auto-dirigido").as_deref(),
            Some("autodirigido")
        );
        assert_eq!(
            correction(words, "auto-regulado").as_deref(),
            Some("autorregulado")
        );
        assert_eq!(correction(words, "costo-beneficio"), None);
        assert_eq!(correction(words, "pre-ict"), None);
    }

    #[test]
    fn a_slip_of_the_fingers_is_told_where_it_makes_one_word() {
        let words = Words::default();
        let meant = |word: &str| slip(words, word);

        assert_eq!(meant("verficando").as_deref(), Some("verificando"));
        assert_eq!(meant("recipeinte").as_deref(), Some("recipiente"));
        assert_eq!(meant("seguriddad").as_deref(), Some("seguridad"));
        for word in [
            "hotelería",
            "nitrilo",
            "incluyente",
            "sanitizando",
            "feedback",
            "balconeros",
        ] {
            assert_eq!(meant(word), None, "{word}");
        }
    }

    #[test]
    fn a_slip_is_inside_the_word() {
        let slip = |a: &str, b: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            is_slip_of(&a, &b)
        };

        assert!(slip("verficando", "verificando"));
        assert!(slip("recipeinte", "recipiente"));
        assert!(!slip("requisitada", "requisitado"), "another ending");
        assert!(!slip("prever", "revertir"));
    }

    #[test]
    fn the_tables_are_in_order_for_searching() {
        assert!(KNOWN_SLIPS.is_sorted_by_key(|(wrong, _)| *wrong));
    }
}
