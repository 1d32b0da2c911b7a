//! What texts are about: content words without their endings, for telling whether two texts speak of
//! the same thing. Told once in a review, from the words already told apart.

use std::collections::HashMap;

use domain::ec::PlaceKind;
use domain::text::fold;

use super::Wording;
use super::quick::Quick;
use crate::Spot;

/// Words of four letters and more that say nothing of the subject.
#[rustfmt::skip] // A list of words.
const EMPTY: &[&str] = &[
    "para", "como", "cada", "este", "esta", "estos", "estas", "sobre", "entre", "desde", "hasta",
    "manera", "acuerdo", "base", "persona", "personas", "cual", "cuales", "donde", "cuando",
    "mediante", "refiere", "conjunto", "tipo", "forma", "otro", "otra", "otros", "otras", "todo",
    "toda", "todos", "todas", "parte", "sirve", "tiene", "tienen", "puede", "pueden", "realiza",
    "realizar", "utiliza", "utilizar", "proceso", "actividad", "actividades", "trabajo", "durante",
    "segun", "traves", "dicho", "dicha", "misma", "mismo", "ello", "esto", "sino", "bien", "menos",
    "caso", "lugar", "ante", "bajo", "contra", "ademas", "tambien", "debe", "deben", "estar",
    "elemento", "estandar", "competencia",
];

/// A stem, by its number.
pub(crate) type Stem = u32;

/// Some stems: a bit for each number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Set(Vec<u64>);

impl Set {
    /// Whether a stem is among them.
    pub(crate) fn contains(&self, stem: Stem) -> bool {
        let (word, bit) = place(stem);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Takes a stem in.
    pub(crate) fn insert(&mut self, stem: Stem) {
        let (word, bit) = place(stem);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    /// Takes in the stems of another.
    pub(crate) fn join(&mut self, other: &Set) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }
}

impl FromIterator<Stem> for Set {
    fn from_iter<I: IntoIterator<Item = Stem>>(stems: I) -> Set {
        let mut set = Set::default();
        stems.into_iter().for_each(|stem| set.insert(stem));
        set
    }
}

/// Where a stem's bit is: which word, and the bit in it.
fn place(stem: Stem) -> (usize, u64) {
    let word = usize::try_from(stem / 64).unwrap_or_default();
    (word, 1 << (stem % 64))
}

/// What the texts of a standard are about.
#[derive(Debug, Default)]
pub(crate) struct Stems {
    names: Vec<String>,
    numbers: HashMap<String, Stem, Quick>,
    sorted: Vec<Stem>,
    general: Set,
    elements: Vec<Subject>,
}

/// What an element is about.
#[derive(Debug, Default)]
pub(crate) struct Subject {
    /// Every stem in it but its glossary's, of short words too: «AVI» is a term.
    pub(crate) all: Set,
    /// The stems of content in its title and its criteria.
    pub(crate) criteria: Set,
}

impl Stems {
    /// What the texts of a standard are about.
    pub(crate) fn of(spots: &[Spot<'_>], wording: &Wording) -> Stems {
        let mut stems = Stems::default();
        let count = |spot: &Spot<'_>| spot.place.element.and_then(|n| usize::try_from(n).ok());
        let elements = spots.iter().filter_map(count).max();
        stems
            .elements
            .resize_with(elements.unwrap_or_default(), Subject::default);
        let by_form = wording.ask(|form| stems.intern(&form.small));
        for (at, spot) in spots.iter().enumerate() {
            let words = wording
                .words(at)
                .iter()
                .flat_map(|word| &by_form[word.at()]);
            let element = count(spot);
            let Some(subject) = element.and_then(|n| stems.elements.get_mut(n - 1)) else {
                if matches!(
                    spot.place.field,
                    Some("title" | "purpose" | "generalDescription")
                ) {
                    let content = words.filter(|(_, content)| *content);
                    content.for_each(|(stem, _)| stems.general.insert(*stem));
                }
                continue;
            };
            if spot.place.kind == Some(PlaceKind::Glossary) {
                continue;
            }
            let criteria = matches!(
                spot.place.kind,
                Some(PlaceKind::Element | PlaceKind::Performance | PlaceKind::Product)
            );
            for &(stem, content) in words {
                subject.all.insert(stem);
                if criteria && content {
                    subject.criteria.insert(stem);
                }
            }
        }
        stems.sorted = (0..).take(stems.names.len()).collect();
        let names = &stems.names;
        stems
            .sorted
            .sort_by(|&a, &b| name(names, a).cmp(name(names, b)));
        stems
    }

    /// The stems of a word, and whether each says something of the subject: «costo-beneficio» has
    /// two.
    fn intern(&mut self, word: &str) -> Vec<(Stem, bool)> {
        let folded = fold(word);
        let parts = folded.split(' ').filter(|part| !part.is_empty());
        parts
            .map(|part| {
                let (stem, content) = stem_of(part);
                let next = Stem::try_from(self.names.len()).unwrap_or(Stem::MAX);
                let number = *self.numbers.entry(stem).or_insert_with_key(|stem| {
                    self.names.push(stem.clone());
                    next
                });
                (number, content)
            })
            .collect()
    }

    /// What an element is about; nothing beyond the last.
    pub(crate) fn element(&self, at: usize) -> Option<&Subject> {
        self.elements.get(at)
    }

    /// The stems of a text of the standard, and whether each says something of the subject.
    pub(crate) fn text(&self, text: &str) -> Vec<(Stem, bool)> {
        let folded = fold(text);
        let parts = folded.split(' ').map(stem_of);
        parts
            .filter_map(|(stem, content)| Some((*self.numbers.get(&stem)?, content)))
            .collect()
    }

    /// The stems of content of a text.
    pub(crate) fn content(&self, text: &str) -> Vec<Stem> {
        let told = self.text(text).into_iter();
        told.filter_map(|(stem, content)| content.then_some(stem))
            .collect()
    }

    /// Whether the title, the purpose, the description or some element says the stem.
    pub(crate) fn is_said(&self, stem: Stem) -> bool {
        self.general.contains(stem) || self.elements.iter().any(|e| e.all.contains(stem))
    }

    /// The stems that may be the same word as this one: longer ones that begin with it, and shorter
    /// ones that it begins with.
    pub(crate) fn near(&self, stem: Stem) -> Vec<Stem> {
        let said = name(&self.names, stem);
        let mut near = vec![stem];
        if said.chars().count() < 4 {
            return near;
        }
        let from = self
            .sorted
            .partition_point(|&other| name(&self.names, other) < said);
        let longer = self.sorted[from..].iter().copied();
        near.extend(longer.take_while(|&other| name(&self.names, other).starts_with(said)));
        for (cut, _) in said.char_indices().skip(4) {
            near.extend(self.numbers.get(&said[..cut]));
        }
        near
    }

    /// How many letters a stem has.
    pub(crate) fn letters(&self, stem: Stem) -> usize {
        name(&self.names, stem).chars().count()
    }
}

fn name(names: &[String], stem: Stem) -> &str {
    let at = usize::try_from(stem).unwrap_or(usize::MAX);
    names.get(at).map_or("", String::as_str)
}

/// The stem of a folded word, and whether it says something of the subject.
fn stem_of(word: &str) -> (String, bool) {
    let count = word.chars().count();
    if count <= 3 {
        return (word.to_owned(), false);
    }
    (stem(word, count), !EMPTY.contains(&word))
}

/// What stays of a word without number, gender or the ending of its form.
fn stem(word: &str, count: usize) -> String {
    // A long word keeps two thirds of itself: «innovando» and «innovar» share «innov».
    let kept = if count <= 5 {
        count - usize::from(count > 4)
    } else {
        (count * 2 / 3).max(4)
    };
    word.chars().take(kept.min(7)).collect()
}

#[cfg(test)]
mod tests {
    use domain::ec::sketch::sketch;

    use super::*;
    use crate::spot::every;

    #[test]
    fn forms_of_a_word_are_near() {
        let pairs = [
            ("zapata", "zapatas"),
            ("innovando", "innovar"),
            ("grupal", "grupales"),
        ];
        for (a, b) in pairs {
            let ec = sketch(&format!("E Revisar {a} y {b}")).unwrap();
            let spots = every(&ec);

            let stems = Stems::of(&spots, &Wording::of(&spots));

            let (one, other) = (stems.text(a)[0].0, stems.text(b)[0].0);
            assert!(
                stems.near(one).contains(&other) && stems.near(other).contains(&one),
                "{a}"
            );
        }
    }

    #[test]
    fn empty_words_are_not_what_a_text_is_about() {
        let ec = sketch("E Ordenar la lista").unwrap();

        let spots = every(&ec);
        let stems = Stems::of(&spots, &Wording::of(&spots));

        assert_eq!(stems.content("La manera en que ordena la lista").len(), 2);
        assert!(stems.content("cada persona").is_empty());
    }
}
