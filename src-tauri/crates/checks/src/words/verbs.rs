//! Verbs: which infinitives exist, and the forms by which a rule knows them.
//!
//! The forms are made from the infinitive by the rules of stem change, and the dictionary says which
//! of the possible ones exists: «contar» could make «conta» or «cuenta», and only one is a word.
//! A form is recognised by going back to the infinitives it could come from and forward again.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Words;
use super::dictionary::entries;
use super::quick::Memo;

/// How a verb makes its present.
#[derive(Debug, Clone, Copy, Default)]
struct Present {
    regular: bool,
    irregular: bool,
}

/// Verbs that the dictionary lists form by form, and the form of the present that no rule makes.
const OWN: &[(&str, &str)] = &[
    ("ser", "es"),
    ("ir", "va"),
    ("dar", "da"),
    ("estar", "está"),
    ("haber", "ha"),
    ("ver", "ve"),
    ("jugar", "juega"),
    ("oler", "huele"),
    ("poder", "puede"),
    ("placer", "place"),
    ("prever", "prevé"),
    ("entrever", "entrevé"),
    ("erguir", "yergue"),
    ("errar", "yerra"),
];

/// What may stand before a verb of the dictionary and make another.
const PREFIXES: &[&str] = &[
    "re", "des", "sub", "pre", "auto", "sobre", "inter", "pos", "trans", "super", "contra",
    "entre", "co", "retro", "tele", "foto", "micro", "multi",
];

/// The infinitives of the dictionary. An entry is a verb by the affix classes that make its forms.
fn verbs() -> &'static HashMap<&'static str, Present> {
    static VERBS: OnceLock<HashMap<&'static str, Present>> = OnceLock::new();
    VERBS.get_or_init(|| {
        let mut verbs: HashMap<&str, Present> = HashMap::with_capacity(12_000);
        for (stem, flags) in entries() {
            if !has_ending(stem) || !flags.contains(['R', 'X']) {
                continue;
            }
            let present = verbs.entry(stem).or_default();
            present.regular |= flags.contains('E');
            present.irregular |= flags.contains(['I', 'X']);
        }
        for (own, _) in OWN {
            verbs.entry(own).or_default().irregular = true;
        }
        verbs
    })
}

fn has_ending(word: &str) -> bool {
    ["ar", "er", "ir", "ír"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// The verb as the dictionary has it, and what stands before it.
fn verb(infinitive: &str) -> Option<(&str, &str, Present)> {
    if let Some(present) = verbs().get(infinitive) {
        return Some(("", infinitive, *present));
    }
    PREFIXES.iter().find_map(|prefix| {
        let base = infinitive.strip_prefix(prefix)?;
        let present = verbs().get(base)?;
        (base.len() > 3).then(|| (&infinitive[..prefix.len()], base, *present))
    })
}

/// Whether it is the infinitive of a verb, with or without pronouns after it.
pub(crate) fn is_infinitive(word: &str) -> bool {
    thread_local! {
        static ASKED: Memo<bool> = Memo::default();
    }
    ASKED.with(|asked| asked.of(word, || find_infinitive(word)))
}

fn find_infinitive(word: &str) -> bool {
    let word = word.to_lowercase();
    let bare = |word: &str| verb(word).is_some();
    bare(&word)
        || without_pronouns(&word)
            .iter()
            .any(|stem| bare(stem) || bare(&plain(stem)))
}

/// Whether it looks like an infinitive that the dictionary does not have: «sanitizar».
pub(crate) fn may_be_infinitive(words: &Words, word: &str) -> bool {
    let word = word.to_lowercase();
    let unknown = || word.chars().count() > 4 && !words.knows(&word);
    is_infinitive(&word) || (has_ending(&word) && unknown())
}

/// The third persons singular that a verb may have in the present: one, nearly always.
pub(crate) fn third_persons(words: &Words, infinitive: &str) -> Vec<String> {
    let Some((prefix, base, present)) = verb(infinitive) else {
        return regular(infinitive).into_iter().collect();
    };
    let own = OWN
        .iter()
        .find(|(own, _)| *own == base)
        .map(|(_, form)| *form);
    if let Some(form) = own {
        return vec![format!("{prefix}{form}")];
    }
    let mut forms = Vec::new();
    if present.irregular {
        forms.extend(changed(base).into_iter().find(|form| words.knows(form)));
    }
    if present.regular || forms.is_empty() {
        forms.extend(regular(base));
    }
    forms.iter().map(|form| format!("{prefix}{form}")).collect()
}

fn regular(infinitive: &str) -> Option<String> {
    let stem = infinitive.strip_suffix("ar");
    if let Some(stem) = stem {
        return Some(format!("{stem}a"));
    }
    let stem = ["er", "ir", "ír"]
        .iter()
        .find_map(|end| infinitive.strip_suffix(end))?;
    Some(format!("{stem}e"))
}

/// The forms with a change in the stem: cierra, cuenta, mide, envía, construye, oye, ríe.
fn changed(infinitive: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(stem) = infinitive.strip_suffix("eír") {
        forms.push(format!("{stem}íe"));
    } else if let Some(stem) = infinitive.strip_suffix("oír") {
        forms.push(format!("{stem}oye"));
    } else if let Some(stem) = infinitive.strip_suffix("uir") {
        forms.push(format!("{stem}uye"));
    }
    let cut = infinitive
        .char_indices()
        .rev()
        .nth(1)
        .map_or(0, |(at, _)| at);
    let (stem, ending) = infinitive.split_at(cut);
    let end = if ending == "ar" { "a" } else { "e" };
    // «Pide» and «siente» are both of the third conjugation, and only one of each pair is a word;
    // «viene» alone has a look-alike in the past.
    let ir = ending == "ir" && !stem.ends_with("ven");
    let third = infinitive.ends_with("ir") || infinitive.ends_with("ír");
    for (from, to) in [
        ("e", if ir { "i" } else { "ie" }),
        ("o", "ue"),
        (
            "e",
            if third {
                if ir { "ie" } else { "i" }
            } else {
                "ie"
            },
        ),
        ("u", "ue"),
        ("i", "ie"),
        ("i", "í"),
        ("u", "ú"),
        ("o", "üe"),
    ] {
        if let Some(at) = stem.rfind(from) {
            let (before, after) = (&stem[..at], &stem[at + from.len()..]);
            forms.push(format!("{before}{to}{after}{end}"));
        }
    }
    forms
}

/// The infinitive of a third person singular of the present, if it is one. A missing accent is
/// forgiven: it is a mistake of spelling, not of form.
pub(crate) fn of_third_person(words: &Words, word: &str) -> Option<String> {
    THIRD_PERSONS.with(|asked| asked.of(word, || find_third_person(words, word)))
}

/// Whether it is the third person singular of a verb.
pub(crate) fn is_third_person(words: &Words, word: &str) -> bool {
    THIRD_PERSONS.with(|asked| asked.read(word, || find_third_person(words, word), Option::is_some))
}

thread_local! {
    /// The infinitives of the third persons and of the gerunds that were asked about.
    static THIRD_PERSONS: Memo<Option<String>> = Memo::default();
    static GERUNDS: Memo<Option<String>> = Memo::default();
}

fn find_third_person(words: &Words, word: &str) -> Option<String> {
    let word = word.to_lowercase();
    if word == "para" {
        return None; // Nobody stops: it is the preposition.
    }
    if let Some((own, _)) = OWN.iter().find(|(_, form)| *form == word) {
        return Some((*own).to_owned());
    }
    let plainly = plain(&word);
    possible_infinitives(&word).into_iter().find(|infinitive| {
        verb(infinitive).is_some()
            && third_persons(words, infinitive)
                .iter()
                .any(|form| *form == word || (plain(form) == plainly && !words.knows(&word)))
    })
}

/// The past participle of a verb that it is, regular or not: whether feminine, and whether plural.
pub(crate) fn participle(word: &str) -> Option<Agreement> {
    thread_local! {
        static ASKED: Memo<Option<Agreement>> = Memo::default();
    }
    ASKED.with(|asked| asked.of(word, || find_participle(word)))
}

fn find_participle(word: &str) -> Option<Agreement> {
    let word = word.to_lowercase();
    let (single, plural) = match word.strip_suffix('s') {
        Some(single) => (single, true),
        None => (word.as_str(), false),
    };
    let (stem, feminine) = single
        .strip_suffix('o')
        .map(|stem| (stem, false))
        .or_else(|| single.strip_suffix('a').map(|stem| (stem, true)))?;
    let irregular = IRREGULAR_PARTICIPLES.iter().any(|end| stem.ends_with(end));
    let back = |end: &str, to: &str| {
        let stem = stem.strip_suffix(end);
        stem.is_some_and(|stem| verb(&format!("{stem}{to}")).is_some())
    };
    let regular = back("ad", "ar")
        || ["id", "íd"]
            .iter()
            .any(|end| back(end, "er") || back(end, "ir") || back(end, "ír"));
    (irregular || regular).then_some(Agreement { feminine, plural })
}

/// Gender and number, as far as words agree in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Agreement {
    /// Feminine, or else masculine.
    pub(crate) feminine: bool,
    /// Plural, or else singular.
    pub(crate) plural: bool,
}

/// How irregular participles end, less the vowel that agrees: «descrit-o», «dispuest-as».
const IRREGULAR_PARTICIPLES: &[&str] = &[
    "abiert",
    "cubiert",
    "dich",
    "scrit",
    "frit",
    "hech",
    "impres",
    "puest",
    "resuelt",
    "suelt",
    "rot",
    "vist",
    "vuelt",
    "elect",
    "provist",
    "muert",
    "satisfech",
    "sujet",
];

/// A participle with another gender or number.
pub(crate) fn agreeing(participle: &str, with: Agreement) -> String {
    let single = participle.strip_suffix('s').unwrap_or(participle);
    let cut = single.char_indices().next_back().map_or(0, |(at, _)| at);
    let vowel = if with.feminine { "a" } else { "o" };
    let plural = if with.plural { "s" } else { "" };
    format!("{}{vowel}{plural}", &single[..cut])
}

/// The infinitive of a third person plural of the present, if it is one.
pub(crate) fn of_third_persons(words: &Words, word: &str) -> Option<String> {
    let word = word.to_lowercase();
    if word == "son" {
        return Some("ser".to_owned());
    }
    of_third_person(words, word.strip_suffix('n')?)
}

fn possible_infinitives(form: &str) -> Vec<String> {
    let mut found = Vec::new();
    let ends: &[&str] = match form.chars().last() {
        Some('a' | 'á') => &["ar"],
        Some('e' | 'é') => &["er", "ir"],
        _ => return found, // No present ends otherwise.
    };
    let cut = form.char_indices().next_back().map_or(0, |(at, _)| at);
    let stem = &form[..cut];
    for end in ends {
        found.push(format!("{stem}{end}"));
        for (from, to) in [
            ("ie", "e"),
            ("ue", "o"),
            ("i", "e"),
            ("ue", "u"),
            ("ie", "i"),
            ("í", "i"),
            ("ú", "u"),
            ("y", ""),
            ("hue", "o"),
            ("üe", "o"),
        ] {
            if let Some(at) = stem.rfind(from) {
                let (before, after) = (&stem[..at], &stem[at + from.len()..]);
                found.push(format!("{before}{to}{after}{end}"));
            }
        }
    }
    for (from, to) in [("oye", "oír"), ("íe", "eír"), ("ie", "eír"), ("uye", "uir")] {
        if let Some(stem) = form.strip_suffix(from) {
            found.push(format!("{stem}{to}"));
        }
    }
    found
}

/// The infinitive of a gerund, irregular or followed by pronouns too, if it is one.
pub(crate) fn of_gerund(word: &str) -> Option<String> {
    GERUNDS.with(|asked| asked.of(word, || find_gerund(word)))
}

/// Whether it is the gerund of a verb that the dictionary has.
pub(crate) fn is_known_gerund(word: &str) -> bool {
    GERUNDS.with(|asked| asked.read(word, || find_gerund(word), Option::is_some))
}

fn find_gerund(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let mut forms = vec![word.clone()];
    forms.extend(without_pronouns(&word).into_iter().map(str::to_owned));
    forms.iter().find_map(|form| {
        let form = plain(form);
        let back = |end: &str, to: &str| {
            let stem = form.strip_suffix(end)?;
            Some(format!("{stem}{to}")).filter(|found| verb(found).is_some())
        };
        match form.as_str() {
            "yendo" => return Some("ir".to_owned()),
            "pudiendo" => return Some("poder".to_owned()),
            _ => {} // The rest follows rules.
        }
        back("ando", "ar")
            .or_else(|| back("iendo", "er"))
            .or_else(|| back("iendo", "ir"))
            .or_else(|| back("yendo", "er"))
            .or_else(|| back("yendo", "ir"))
            .or_else(|| back("yendo", "ír"))
            .or_else(|| back("iendo", "eír"))
            .or_else(|| back("ñendo", "ñir"))
            .or_else(|| back("ñendo", "ñer"))
            .or_else(|| back("llendo", "llir"))
            .or_else(|| back("iñendo", "eñir"))
            .or_else(|| {
                let stem = form.strip_suffix("iendo")?;
                [("i", "e"), ("u", "o")].iter().find_map(|(from, to)| {
                    let at = stem.rfind(from)?;
                    let stem = format!("{}{to}{}", &stem[..at], &stem[at + 1..]);
                    let found = format!("{stem}ir");
                    verb(&found).is_some().then_some(found)
                })
            })
    })
}

/// Whether it is a gerund, or ends like one and is no other word: «sanitizando», «verficando».
pub(crate) fn is_gerund(words: &Words, word: &str) -> bool {
    if of_gerund(word).is_some() {
        return true;
    }
    let word = plain(&word.to_lowercase());
    let mut forms = vec![word.clone()];
    forms.extend(without_pronouns(&word).into_iter().map(str::to_owned));
    forms.iter().any(|form| {
        let ends = ["ando", "iendo", "yendo"]
            .iter()
            .any(|end| form.ends_with(end));
        ends && form.chars().count() > 6 && !words.knows(&word)
    })
}

/// The gerund of a verb.
pub(crate) fn gerund(words: &Words, infinitive: &str) -> Option<String> {
    let (_, base, _) = verb(infinitive)?;
    if let Some(stem) = infinitive.strip_suffix("ar") {
        return Some(format!("{stem}ando"));
    }
    match base {
        "ir" => return Some("yendo".to_owned()),
        "poder" => return Some("pudiendo".to_owned()),
        _ => {} // The rest follows rules.
    }
    if let Some(stem) = infinitive.strip_suffix("eír") {
        return Some(format!("{stem}iendo"));
    }
    let stem = ["er", "ir", "ír"]
        .iter()
        .find_map(|end| infinitive.strip_suffix(end))?;
    let mut forms = Vec::new();
    if infinitive.ends_with("ir") {
        for (from, to) in [("e", "i"), ("o", "u")] {
            if let Some(at) = stem.rfind(from) {
                let changed = format!("{}{to}{}", &stem[..at], &stem[at + 1..]);
                forms.push(format!("{changed}iendo"));
                forms.push(format!("{changed}endo")); // «Tiñendo».
            }
        }
    }
    forms.push(format!("{stem}iendo"));
    forms.push(format!("{stem}yendo"));
    forms.push(format!("{stem}endo"));
    forms.into_iter().find(|form| words.knows(form))
}

/// What stays of a verb form when the pronouns after it are taken off, one or two of them.
fn without_pronouns(word: &str) -> Vec<&str> {
    const PRONOUNS: &[&str] = &[
        "me", "te", "se", "nos", "lo", "la", "los", "las", "le", "les",
    ];
    let off = |word| {
        PRONOUNS.iter().filter_map(move |pronoun| {
            let stem: &str = str::strip_suffix(word, pronoun)?;
            let verbal = ["ndo", "ar", "er", "ir", "ár", "ér", "ír", "se", "me", "nos"];
            verbal.iter().any(|end| stem.ends_with(end)).then_some(stem)
        })
    };
    let once: Vec<&str> = off(word).collect();
    let twice: Vec<&str> = once.iter().flat_map(|stem| off(stem)).collect();
    once.into_iter().chain(twice).collect()
}

/// A word without accents; the ñ keeps its own.
pub(crate) fn plain(word: &str) -> String {
    let bare = |c| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        c => c,
    };
    word.chars().map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn third_persons_are_known_by_their_infinitive() {
        let words = Words::default();
        #[rustfmt::skip] // A list of words.
        let forms = "revisa tiene pone hace dice mide pide elige sigue cuece prueba cierra muele huele \
            distribuye construye oye conoce reconoce produce traduce coge recoge dirige corrige exige \
            obtiene mantiene propone expone interviene prevé provee da está es va sirve viste tuesta \
            riega siembra friega enciende atiende extiende vierte advierte adquiere requiere sugiere \
            ingiere transfiere resuelve devuelve envuelve mueve muestra demuestra comprueba cuenta \
            cuelga acuerda almuerza fuerza evalúa efectúa actúa sitúa envía guía amplía varía rocía \
            enfría reúne aísla prohíbe fríe juega suelda trapea desinfecta reutiliza escanea checa \
            verifica aplica lava seca coloca retira suministra prepara genera emplea informa cumple \
            gestiona utiliza entrevista corta abre cubre describe escribe imprime barre cose ve lee \
            posee cae trae contrae atrae sostiene detiene previene convence ejerce tuerce vuelve \
            degüella avergüenza ciñe tiñe riñe enlista muestrea imparte conduce induce reduce instruye incluye concluye fluye disminuye sustituye";
        for form in forms.split_whitespace() {
            assert!(of_third_person(&words, form).is_some(), "{form}");
        }
        #[rustfmt::skip] // A list of words.
        let others = "limpieza revisar revisando promoviendo llave área acta sistema clase \
            base seguridad documento la el de para higiene gente fuente verde grande siempre";
        for other in others.split_whitespace() {
            assert_eq!(of_third_person(&words, other), None, "{other}");
        }
    }

    #[test]
    fn gerunds_are_known_by_their_infinitive() {
        let words = Words::default();
        #[rustfmt::skip] // A list of words.
        let forms = "revisando leyendo oyendo yendo pidiendo sirviendo midiendo eligiendo siguiendo \
            corrigiendo diciendo pudiendo durmiendo muriendo vistiendo vertiendo sugiriendo \
            transfiriendo construyendo distribuyendo huyendo cayendo trayendo creyendo poseyendo \
            riendo friendo bruñendo tañendo tiñendo ciñéndose presentándose colocándolas haciéndoselo colocandolas \
            abriendo siendo viendo dando reuniendo sanitizando obteniendo manteniendo proveyendo \
            previendo rehaciendo reutilizando";
        for form in forms.split_whitespace() {
            assert!(is_gerund(&words, form), "{form}");
        }
        #[rustfmt::skip] // A list of words.
        let others = "comando cuando bando mando blando dividendo remiendo arriendo estupendo \
            contrabando revisado revisar revisa";
        for other in others.split_whitespace() {
            assert!(!is_gerund(&words, other), "{other}");
        }
    }

    #[test]
    fn one_form_makes_another() {
        let words = Words::default();
        for (infinitive, third, gerundial) in [
            ("revisar", "revisa", "revisando"),
            ("contar", "cuenta", "contando"),
            ("medir", "mide", "midiendo"),
            ("elegir", "elige", "eligiendo"),
            ("seguir", "sigue", "siguiendo"),
            ("construir", "construye", "construyendo"),
            ("evaluar", "evalúa", "evaluando"),
            ("moler", "muele", "moliendo"),
            ("colar", "cuela", "colando"),
            ("poner", "pone", "poniendo"),
            ("tener", "tiene", "teniendo"),
            ("oír", "oye", "oyendo"),
            ("dormir", "duerme", "durmiendo"),
            ("teñir", "tiñe", "tiñendo"),
            ("ceñir", "ciñe", "ciñendo"),
            ("bruñir", "bruñe", "bruñendo"),
            ("degollar", "degüella", "degollando"),
            ("sumergir", "sumerge", "sumergiendo"),
            ("promover", "promueve", "promoviendo"),
            ("reunir", "reúne", "reuniendo"),
            ("freír", "fríe", "friendo"),
            ("cambiar", "cambia", "cambiando"),
        ] {
            let thirds = third_persons(&words, infinitive);
            assert_eq!(thirds.first().map(String::as_str), Some(third));
            assert_eq!(gerund(&words, infinitive).as_deref(), Some(gerundial));
        }
    }

    #[test]
    fn a_verb_of_the_dictionary_is_known_by_its_forms() {
        let words = Words::default();
        let mut odd = Vec::new();
        for infinitive in verbs().keys() {
            let third = third_persons(&words, infinitive).into_iter().next();
            if third.is_none_or(|form| of_third_person(&words, &form).is_none()) {
                odd.push(*infinitive);
            }
            let gerund = gerund(&words, infinitive);
            if gerund.is_none_or(|form| of_gerund(&form).is_none()) {
                odd.push(*infinitive);
            }
        }
        odd.sort_unstable();

        // The first is read as a preposition; the others, which no standard has, keep their «ü».
        assert_eq!(odd, ["argüir", "parar", "reargüir", "redargüir"]);
    }

    #[test]
    fn participles_agree() {
        let agreement = |word| participle(word).map(|a| (a.feminine, a.plural));

        assert_eq!(agreement("elaborada"), Some((true, false)));
        assert_eq!(agreement("Requisitados"), Some((false, true)));
        assert_eq!(agreement("descritas"), Some((true, true)));
        assert_eq!(agreement("construido"), Some((false, false)));
        assert_eq!(agreement("leída"), Some((true, false)));
        assert_eq!(agreement("limpias"), None);
        assert_eq!(agreement("curso"), None);
        let feminine = participle("puesta").unwrap();
        assert_eq!(agreeing("elaborados", feminine), "elaborada");
    }

    #[test]
    fn infinitives_may_carry_pronouns() {
        assert!(is_infinitive("Asegurarse") && is_infinitive("colocarlo"));
        assert!(is_infinitive("Revisar") && is_infinitive("oír"));
        assert!(!is_infinitive("lugar") && !is_infinitive("taller") && !is_infinitive("mar"));
    }
}
