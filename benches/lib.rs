//! Standards made by chance in the shapes of those that are published, always the same for a seed.
//!
//! A generated standard is a whole draft: general data, elements, criteria with their punctuation,
//! knowledge, attitudes, emergencies and an alphabetical glossary. One characteristic in forty bears
//! a mistake of drafting; what is structure (numbers, colons, codes) is always sound, so that a
//! standard can also be printed and read back.

mod general;
mod words;

use domain::ec::{
    Attitude, CompetenceStandard, Contingency, Criterion, Element, GlossaryEntry, Knowledge,
    KnowledgeLevel, Line,
};
use domain::ids::Ids;
use words::{
    ATTITUDES, CONDITIONS, CONTENTS, EMERGENCIES, MISTAKES, OBJECTS, OPENINGS, PAPERS, PARTICIPLES,
    SUBJECTS, VERBS,
};

/// A standard with `size` criteria (performances and products), the same for the same seed.
pub fn generate(seed: u64, size: usize) -> CompetenceStandard {
    let mut maker = Maker {
        chance: seed,
        ids: Ids::new(1_767_225_600_000 + seed, u128::from(seed) << 32),
        used: Vec::new(),
    };
    let size = size.max(1);
    let count = (size / 7).clamp(1, 5);
    let title = maker.title();
    let elements = (0..count)
        .map(|at| {
            let share = size / count + usize::from(at < size % count);
            maker.element(at, count, share)
        })
        .collect();
    CompetenceStandard {
        title,
        general: maker.general(),
        elements,
        ..CompetenceStandard::default()
    }
}

/// As many standards as a register has, of the sizes it has: from 6 to 60 criteria, most about 20.
pub fn register(count: u64) -> Vec<CompetenceStandard> {
    (0..count)
        .map(|seed| {
            let mut maker = Maker {
                chance: seed ^ 0x5EED,
                ids: Ids::fixed(),
                used: Vec::new(),
            };
            let size = 6 + maker.below(18) + maker.below(18) + maker.below(19);
            generate(seed, size)
        })
        .collect()
}

/// What makes a standard: a source of chance, and one of ids.
struct Maker {
    chance: u64,
    ids: Ids,
    /// What the element at hand has named.
    used: Vec<&'static str>,
}

impl Maker {
    /// The next number of the source (splitmix64).
    fn next(&mut self) -> u64 {
        self.chance = self.chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.chance;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).unwrap_or(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn line(&mut self, text: String) -> Line {
        Line {
            id: self.ids.part(),
            text,
        }
    }

    fn lines(&mut self, texts: &[&str]) -> Vec<Line> {
        texts.iter().map(|t| self.line((*t).to_owned())).collect()
    }

    fn object(&mut self) -> String {
        let (kind, noun) = self.pick(OBJECTS);
        self.used.push(noun);
        format!("{} {noun}", kind.article().to_lowercase())
    }

    fn title(&mut self) -> String {
        let action = self.pick(&[
            "Operación",
            "Mantenimiento",
            "Revisión",
            "Instalación",
            "Preparación",
        ]);
        let (_, noun) = self.pick(OBJECTS);
        let condition = self.pick(CONDITIONS);
        format!("{action} de {noun} {condition}")
    }

    fn element(&mut self, at: usize, count: usize, share: usize) -> Element {
        let mut element = Element::blank(self.ids.part());
        element.index = number(at);
        element.count = number(count - 1);
        let (infinitive, ..) = self.pick(VERBS);
        element.title = format!("{infinitive} {} {}", self.object(), self.pick(CONDITIONS));
        let products = share * (1 + self.below(2)) / 4;
        let performances = share - products;
        element.performances = (0..performances).map(|at| self.performance(at)).collect();
        element.products = (0..products).map(|at| self.product(at)).collect();
        let known = self.below(5);
        element.knowledge = (0..known).map(|at| self.knowledge(at)).collect();
        let shown = 1 + self.below(3);
        let first = self.below(ATTITUDES.len());
        element.attitudes = (0..shown)
            .map(|at| {
                let (name, manner) = ATTITUDES[(first + at * 3) % ATTITUDES.len()];
                Attitude {
                    id: self.ids.part(),
                    number: number(at),
                    name: name.to_owned(),
                    colon: true,
                    manner: format!("{manner}."),
                }
            })
            .collect();
        let emergencies = self.below(3);
        let first = self.below(EMERGENCIES.len());
        element.contingencies = (0..emergencies)
            .map(|at| {
                let (situation, response) = EMERGENCIES[(first + at) % EMERGENCIES.len()];
                Contingency {
                    id: self.ids.part(),
                    number: number(at),
                    situation: situation.to_owned(),
                    expected_responses: self.lines(&[response]),
                }
            })
            .collect();
        element.glossary = self.glossary();
        element
    }

    fn performance(&mut self, at: usize) -> Criterion {
        let (_, verb, _) = self.pick(VERBS);
        let text = format!("{verb} {} {}:", self.object(), self.pick(CONDITIONS));
        let count = 2 + self.below(6);
        let bullets = (0..count)
            .map(|_| {
                if self.below(40) == 0 {
                    return self.pick(MISTAKES).to_owned();
                }
                let (.., gerund) = self.pick(VERBS);
                format!("{gerund} {} {}", self.object(), self.pick(CONDITIONS))
            })
            .collect();
        self.criterion(at, text, bullets)
    }

    fn product(&mut self, at: usize) -> Criterion {
        let (kind, paper) = self.pick(PAPERS);
        let (_, noun) = self.pick(OBJECTS);
        let participle = self.pick(PARTICIPLES);
        let text = format!(
            "{} {paper} de {noun}, {participle}{}:",
            kind.article(),
            kind.ending()
        );
        let count = 2 + self.below(6);
        let bullets = (0..count)
            .map(|_| {
                let (one, several) = self.pick(OPENINGS);
                let verb = if kind.is_plural() { several } else { one };
                format!("{verb} {}", self.pick(CONTENTS))
            })
            .collect();
        self.criterion(at, text, bullets)
    }

    /// A criterion whose characteristics end as the form asks.
    fn criterion(&mut self, at: usize, text: String, bullets: Vec<String>) -> Criterion {
        let last = bullets.len() - 1;
        let opens_in_i = bullets[last].starts_with('I');
        let characteristics = bullets
            .into_iter()
            .enumerate()
            .map(|(at, bullet)| {
                let end = match last - at {
                    0 => ".",
                    1 if opens_in_i => ", e",
                    1 => ", y",
                    _ => ",", // All the others.
                };
                self.line(format!("{bullet}{end}"))
            })
            .collect();
        Criterion {
            id: self.ids.part(),
            number: number(at),
            text,
            characteristics,
        }
    }

    fn knowledge(&mut self, at: usize) -> Knowledge {
        let level = self.pick(KnowledgeLevel::ALL);
        let (_, noun) = self.pick(OBJECTS);
        Knowledge {
            id: self.ids.part(),
            number: number(at),
            text: format!("{} {noun}.", self.pick(SUBJECTS)),
            level: Some(level),
            printed_level: level.printed().to_owned(),
            details: Vec::new(),
        }
    }

    fn glossary(&mut self) -> Vec<GlossaryEntry> {
        let wanted = self.below(7);
        // A term is defined where it is used, and every time in the same words.
        let used = std::mem::take(&mut self.used);
        let mut nouns: Vec<&str> = (0..wanted).map(|_| self.pick(&used)).collect();
        nouns.sort_unstable_by_key(|noun| domain::text::fold(noun));
        nouns.dedup();
        let entries = nouns.into_iter().enumerate();
        entries
            .map(|(at, noun)| GlossaryEntry {
                id: self.ids.part(),
                number: number(at),
                term: capitalised(noun),
                colon: true,
                definition: format!(
                    "Se refiere a {noun} que la persona recibe {}.",
                    CONDITIONS[noun.len() % CONDITIONS.len()]
                ),
            })
            .collect()
    }
}

/// A position from 0, as people count.
fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_the_same_standard_of_the_size_asked_for() {
        let one = generate(7, 300);

        let criteria = |e: &Element| e.performances.len() + e.products.len();
        assert_eq!(one, generate(7, 300));
        assert_ne!(one, generate(8, 300));
        assert_eq!(one.elements.iter().map(criteria).sum::<usize>(), 300);
    }

    #[test]
    fn a_register_has_standards_of_many_sizes() {
        let some = register(200);

        let criteria = |ec: &CompetenceStandard| -> usize {
            let elements = ec.elements.iter();
            elements
                .map(|e| e.performances.len() + e.products.len())
                .sum()
        };
        let sizes: Vec<usize> = some.iter().map(criteria).collect();
        assert!(sizes.iter().all(|size| (6..=60).contains(size)));
        assert!(sizes.iter().min() < Some(&14) && sizes.iter().max() > Some(&40));
    }
}
