//! A word as it is compared with others of its family: «instalar», «instala», «instalaciones» and
//! «instalacion» are one.

use std::collections::HashMap;
use std::sync::OnceLock;

use domain::text::fold;
use rust_stemmers::{Algorithm, Stemmer};

use crate::words::{Words, titles, verbs};

/// Words that join others and say nothing themselves.
#[rustfmt::skip] // A list of words.
const EMPTY: &[&str] = &[
    "a", "al", "ante", "bajo", "cada", "como", "con", "contra", "cual", "cuales", "cuando", "cuyo", "de",
    "del", "desde", "donde", "durante", "e", "el", "en", "entre", "es", "esta", "este", "hacia", "hasta",
    "la", "las", "le", "les", "lo", "los", "mas", "mediante", "ni", "no", "o", "para", "por", "que", "se",
    "segun", "ser", "si", "sin", "sobre", "su", "sus", "traves", "u", "un", "una", "unas", "uno", "unos",
    "y",
];

/// Endings that make a noun of a verb and that the stemmer leaves on, without accents; the longest
/// first.
const ENDINGS: &[&str] = &[
    "icion", "miento", "mient", "encia", "ancia", "anza", "cion", "sion", "xion", "adur", "edur",
    "idur", "tur", "aje", "ion", "aj", "ez", "ur",
];

/// Groups of words that name nearly the same, one a line.
const SYNONYMS: &str = include_str!("../../../../../assets/dictionaries/sinonimos.txt");

/// How many letters a root keeps.
const SHORTEST: usize = 4;

/// Whether a word, as folded, says nothing by itself.
pub(super) fn is_empty(word: &str) -> bool {
    EMPTY.contains(&word)
}

/// How words become roots.
pub(super) struct Roots {
    stemmer: Stemmer,
    words: Words,
    /// The groups that each root is in.
    groups: HashMap<String, Vec<usize>>,
}

impl Roots {
    /// They are made once.
    pub(super) fn known() -> &'static Roots {
        static MADE: OnceLock<Roots> = OnceLock::new();
        MADE.get_or_init(Roots::new)
    }

    fn new() -> Roots {
        let mut roots = Roots {
            stemmer: Stemmer::create(Algorithm::Spanish),
            words: Words::default(),
            groups: HashMap::new(),
        };
        let lines = SYNONYMS.lines().filter(|line| !line.starts_with('#'));
        for (group, line) in lines.enumerate() {
            for word in line.split_whitespace() {
                let root = roots.of(&fold(word));
                let groups = roots.groups.entry(root).or_default();
                if groups.last() != Some(&group) {
                    groups.push(group);
                }
            }
        }
        roots
    }

    /// The groups of words that name nearly the same which a root is in.
    pub(super) fn groups(&self, root: &str) -> &[usize] {
        self.groups.get(root).map_or(&[], Vec::as_slice)
    }

    /// The root of a word, as folded.
    pub(super) fn of(&self, word: &str) -> String {
        if word.bytes().any(|b| b.is_ascii_digit()) {
            return word.to_owned();
        }
        let action = match verbs::is_infinitive(word) {
            true => titles::noun_of(&self.words, word, ""),
            false => None,
        };
        let word = action.map_or_else(|| word.to_owned(), |noun| fold(&noun));
        // The stemmer knows these endings by their accent.
        let accented = match word.strip_suffix("ion") {
            Some(root) if root.ends_with(['c', 's', 'x']) => format!("{root}ión"),
            _ => word,
        };
        bare(&fold(&self.stemmer.stem(&accented)))
    }
}

/// What is left of a stem without the ending that makes a noun, and without its last vowel.
fn bare(stem: &str) -> String {
    let long = |root: &&str| root.chars().count() >= SHORTEST;
    let mut roots = ENDINGS.iter().filter_map(|end| stem.strip_suffix(end));
    let root = roots.find(long).unwrap_or(stem);
    let without = root.strip_suffix(['a', 'e', 'i', 'o', 'u']);
    without.filter(long).unwrap_or(root).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(family: &[&str]) {
        let roots = Roots::new();
        let found: Vec<String> = family.iter().map(|word| roots.of(word)).collect();
        assert!(
            found.iter().all(|root| *root == found[0]),
            "{family:?}: {found:?}"
        );
    }

    #[test]
    fn words_of_one_family_have_one_root() {
        for family in [
            &[
                "instalar",
                "instala",
                "instalando",
                "instalacion",
                "instalaciones",
            ][..],
            &["mantener", "mantenimiento"],
            &["elaborar", "elaborado", "elaboracion"],
            &["conducir", "conduccion"],
            &["atender", "atencion"],
            &["producir", "produccion"],
            &["proteger", "proteccion"],
            &["evaluar", "evaluacion", "evaluaciones"],
            &["supervisar", "supervision"],
            &["limpiar", "limpieza"],
            &["asesorar", "asesoria"],
            &["vender", "venta", "ventas"],
            &["motor", "motores"],
            &["electrico", "electrica", "electricas"],
            &["bicicleta", "bicicletas"],
        ] {
            one(family);
        }
    }

    #[test]
    fn words_of_different_families_keep_their_own() {
        let roots = Roots::new();
        for (one, other) in [
            ("pan", "panel"),
            ("carro", "carrera"),
            ("motor", "moto"),
            ("2", "3"),
        ] {
            assert_ne!(roots.of(one), roots.of(other));
        }
    }
}
