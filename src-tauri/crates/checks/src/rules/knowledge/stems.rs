//! Words by what they are about: content words without their endings, for telling whether two texts
//! speak of the same thing.

use std::collections::HashSet;

use domain::ec::Element;
use domain::text::fold;

use crate::spot;

/// Words of four letters and more that say nothing of the subject.
const EMPTY: &[&str] = &[
    "para",
    "como",
    "cada",
    "este",
    "esta",
    "estos",
    "estas",
    "sobre",
    "entre",
    "desde",
    "hasta",
    "manera",
    "acuerdo",
    "base",
    "persona",
    "personas",
    "cual",
    "cuales",
    "donde",
    "cuando",
    "mediante",
    "refiere",
    "conjunto",
    "tipo",
    "forma",
    "otro",
    "otra",
    "otros",
    "otras",
    "todo",
    "toda",
    "todos",
    "todas",
    "parte",
    "sirve",
    "tiene",
    "tienen",
    "puede",
    "pueden",
    "realiza",
    "realizar",
    "utiliza",
    "utilizar",
    "proceso",
    "actividad",
    "actividades",
    "trabajo",
    "durante",
    "segun",
    "traves",
    "dicho",
    "dicha",
    "misma",
    "mismo",
    "ello",
    "esto",
    "sino",
    "bien",
    "menos",
    "caso",
    "lugar",
    "ante",
    "bajo",
    "contra",
    "ademas",
    "tambien",
    "debe",
    "deben",
    "estar",
    "elemento",
    "estandar",
    "competencia",
];

/// The stem of a folded word: what stays without number, gender or the ending of its form.
pub(super) fn stem(word: &str) -> String {
    let count = word.chars().count();
    // A long word keeps two thirds of itself: «innovando» and «innovar» share «innova».
    let kept = if count <= 5 {
        count - usize::from(count > 4)
    } else {
        (count * 2 / 3).max(4)
    };
    word.chars().take(kept.min(7)).collect()
}

/// The stems of the content words of a text.
pub(super) fn of(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(' ');
    let content = words.filter(|word| word.chars().count() > 3 && !EMPTY.contains(word));
    content.map(stem).collect()
}

/// A short or long word, as it is compared in a whole: without the mark of its plural.
fn single(word: &str) -> String {
    let count = word.chars().count();
    if count > 3 {
        stem(word)
    } else {
        word.to_owned()
    }
}

/// Every stem in an element but its glossary: title, criteria, knowledge, attitudes, contingencies.
pub(super) fn of_element(element: &Element) -> HashSet<String> {
    let mut spots = Vec::new();
    spot::of_element(0, element, &mut spots);
    let texts = spots
        .iter()
        .filter(|spot| spot.place.kind != Some(domain::ec::PlaceKind::Glossary))
        .map(|spot| spot.text)
        .chain([element.title.as_str()]);
    let mut stems = HashSet::new();
    for text in texts {
        stems.extend(all(text));
    }
    stems
}

/// Every word of a text as it is compared, short ones too: «AVI» is a term.
pub(super) fn all(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(' ')
        .filter(|w| !w.is_empty())
        .map(single)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        for (a, b) in [
            ("zapata", "zapatas"),
            ("innovando", "innovar"),
            ("grupal", "grupales"),
            ("equidad", "equidad"),
            ("prompt", "prompts"),
        ] {
            let (short, long) = (stem(a), stem(b));
            assert!(
                short.starts_with(&long) || long.starts_with(&short),
                "{a} {b}"
            );
        }
        assert_eq!(
            of("La manera en que ordena la lista"),
            [stem("ordena"), stem("lista")]
        );
    }
}
