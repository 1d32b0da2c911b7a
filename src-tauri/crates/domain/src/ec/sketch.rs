//! A whole standard in a few lines of text, for examples and tests.
//!
//! A sketch starts from one whole clean standard (the bicycles of `assets/sample/bicicletas.txt`,
//! itself a sketch that starts from nothing) and replaces only what it names. A line begins with
//! what it is:
//!
//! | line | what |
//! |---|---|
//! | `T título` | the title of the standard |
//! | `E título` | the next element; `E` alone keeps its title; `E [1 de 3] título` as printed |
//! | `D línea` | a performance; `P línea`, a product; `D 4. línea`, with its printed number |
//! | `- texto` | a line under what came last: characteristic, detail of a knowledge, response |
//! | `K texto = Comprensión` | a knowledge and its level, as printed |
//! | `A Nombre: manera` | an attitude; `A Nombre \| manera`, printed without its colon |
//! | `S situación` | an emergency; its responses follow as `-` |
//! | `G Término: definición` | a glossary entry; with `\|`, printed without its colon |
//! | `campo: valor` | a text of the general data, or a line of one of its lists |
//! | `# …` | nothing: a comment |
//!
//! Texts: `código` (after an `E`, the element's), `código de origen`, `propósito`, `descripción`,
//! `actualización`, `texto del nivel`, `comité`, `revisión`, `vigencia`. Lists, a line an entry:
//! `grupo unitario`, `ocupación`, `ocupación no contenida`, `sector`, `subsector`, `rama`, `subrama`,
//! `clase`, `organización`, `estándar relacionado`, `práctica`, `apoyo`, `referencia`. Others: `nivel: 2`,
//! `aprobación` and `publicación` (`2026-05-22`), `duración: frase = 30 + 120 = 150` (minutes),
//! `formato: F21-COOPYD-01 v08` (the standard was printed, with everything its form asks for), and
//! then `perfil`, `encabezado` and `párrafo EC-F-06` for what it printed otherwise.
//!
//! The first `D` of an element replaces all its performances, and so with every list; a letter or a
//! field alone leaves the list empty. What hangs on the criteria (attitudes, glossary) goes with
//! them unless the sketch names its own. `elementos: 1` keeps the first elements only.

mod names;

use std::collections::HashSet;

use super::element::{
    Attitude, Contingency, Criterion, Element, GlossaryEntry, Knowledge, KnowledgeLevel,
};
use super::{CompetenceStandard, Line, form};
use crate::ids::{Ids, PartId};

const SAMPLE: &str = include_str!("../../../../../assets/sample/bicicletas.txt");

/// A line of a sketch that says nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {number} of the sketch: {text:?}")]
pub struct Error {
    /// Which line, from 1.
    pub number: usize,
    /// What it says.
    pub text: String,
}

/// The standard that a sketch describes; its ids are always the same.
pub fn sketch(text: &str) -> Result<CompetenceStandard, Error> {
    let mut ids = Ids::fixed();
    let whole = sample(&mut ids);
    draw(whole, &mut ids, text)
}

/// One whole clean standard, invented: the preventive maintenance of city bicycles.
pub fn sample(ids: &mut Ids) -> CompetenceStandard {
    let drawn = draw(CompetenceStandard::default(), ids, SAMPLE);
    drawn.expect("the sample is read by a test")
}

fn draw(from: CompetenceStandard, ids: &mut Ids, text: &str) -> Result<CompetenceStandard, Error> {
    let mut pen = Pen {
        ec: from,
        ids,
        named: HashSet::new(),
        element: None,
        last: None,
        elements: None,
    };
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        let said = line.is_empty() || line.starts_with('#') || pen.line(line).is_some();
        if !said {
            return Err(Error {
                number: at + 1,
                text: line.to_owned(),
            });
        }
    }
    Ok(pen.lift())
}

/// What is being drawn, and where the pen is.
struct Pen<'a> {
    ec: CompetenceStandard,
    ids: &'a mut Ids,
    /// Lists that the sketch has named: of the standard, or of the element at hand.
    named: HashSet<(Option<usize>, String)>,
    element: Option<usize>,
    last: Option<char>,
    elements: Option<usize>,
}

impl Pen<'_> {
    /// Draws a line; nothing if it says nothing.
    fn line(&mut self, line: &str) -> Option<()> {
        let (head, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match head {
            "-" => self.under(rest),
            "T" => {
                self.ec.title = rest.to_owned();
                Some(())
            }
            "E" => self.begin(rest),
            "D" | "P" | "K" | "A" | "S" | "G" => self.part(head.chars().next()?, rest),
            _ => {
                let (name, value) = line.split_once(':')?;
                self.general(name.trim(), value.trim())
            }
        }
    }

    /// Whether this is the first time that the sketch names the list.
    fn is_first(&mut self, name: &str) -> bool {
        self.named.insert((self.element, name.to_owned()))
    }

    fn begin(&mut self, rest: &str) -> Option<()> {
        let at = self.element.map_or(0, |at| at + 1);
        if self.ec.elements.len() <= at {
            let id = self.ids.part();
            self.ec.elements.push(Element::blank(id));
        }
        (self.element, self.last) = (Some(at), None);
        let (reference, title) = match rest.strip_prefix('[').and_then(|r| r.split_once(']')) {
            Some((reference, title)) => (Some(reference), title.trim()),
            None => (None, rest),
        };
        let element = &mut self.ec.elements[at];
        if !title.is_empty() {
            title.clone_into(&mut element.title);
        }
        if let Some(reference) = reference {
            let (index, count) = reference.split_once(" de ")?;
            (element.index, element.count) = (index.parse().ok()?, count.parse().ok()?);
            self.is_first("reference");
        }
        Some(())
    }

    fn part(&mut self, letter: char, rest: &str) -> Option<()> {
        let at = self.element?;
        let first = self.is_first(&letter.to_string());
        let hangs = |letter| !self.named.contains(&(Some(at), String::from(letter)));
        let (drop_attitudes, drop_glossary) = (hangs('A'), hangs('G'));
        let element = self.ec.elements.get_mut(at)?;
        if first {
            match letter {
                'D' => element.performances.clear(),
                'P' => element.products.clear(),
                'K' => element.knowledge.clear(),
                'A' => element.attitudes.clear(),
                'S' => element.contingencies.clear(),
                _ => element.glossary.clear(), // The letter G.
            }
            if matches!(letter, 'D' | 'P') {
                if drop_attitudes {
                    element.attitudes.clear();
                }
                if drop_glossary {
                    element.glossary.clear();
                }
            }
        }
        if rest.is_empty() {
            return Some(());
        }
        self.last = Some(letter);
        let id = self.ids.part();
        add(element, letter, id, rest);
        Some(())
    }

    fn under(&mut self, text: &str) -> Option<()> {
        let element = self.ec.elements.get_mut(self.element?)?;
        let lines = match self.last? {
            'D' => &mut element.performances.last_mut()?.characteristics,
            'P' => &mut element.products.last_mut()?.characteristics,
            'K' => &mut element.knowledge.last_mut()?.details,
            'S' => &mut element.contingencies.last_mut()?.expected_responses,
            _ => return None, // Nothing stands under the others.
        };
        lines.push(Line {
            id: self.ids.part(),
            text: text.to_owned(),
        });
        Some(())
    }

    /// Ends the drawing: what is numbered and was not said is numbered, and a printed form has what
    /// the form asks for wherever the sketch did not name it.
    fn lift(mut self) -> CompetenceStandard {
        if let Some(kept) = self.elements {
            self.ec.elements.truncate(kept);
        }
        let count = u32::try_from(self.ec.elements.len()).unwrap_or(u32::MAX);
        for (at, element) in self.ec.elements.iter_mut().enumerate() {
            if !self.named.contains(&(Some(at), "reference".to_owned())) {
                element.index = u32::try_from(at + 1).unwrap_or(u32::MAX);
                element.count = count;
            }
        }
        let titles: Vec<String> = self.ec.elements.iter().map(|e| e.title.clone()).collect();
        let named = |name: &str| self.named.contains(&(None, name.to_owned()));
        if let Some(printed) = &mut self.ec.printed {
            if !named("perfil") {
                printed.profile_titles = titles;
            }
            if !named("encabezado") {
                printed.headings = form::SECTIONS
                    .map(|id| form::FORM.text(id).to_owned())
                    .to_vec();
            }
        }
        self.ec
    }
}

fn add(element: &mut Element, letter: char, id: PartId, rest: &str) {
    let (said, rest) = numbered(rest);
    let count = match letter {
        'D' => element.performances.len(),
        'P' => element.products.len(),
        'K' => element.knowledge.len(),
        'A' => element.attitudes.len(),
        'S' => element.contingencies.len(),
        _ => element.glossary.len(), // The letter G.
    };
    let number = said.unwrap_or_else(|| u32::try_from(count + 1).unwrap_or(u32::MAX));
    let text = rest.to_owned();
    match letter {
        'D' | 'P' => {
            let criterion = Criterion {
                id,
                number,
                text,
                characteristics: Vec::new(),
            };
            if letter == 'D' {
                element.performances.push(criterion);
            } else {
                element.products.push(criterion);
            }
        }
        'K' => {
            let (text, level) = rest.rsplit_once(" = ").unwrap_or((rest, ""));
            element.knowledge.push(Knowledge {
                id,
                number,
                text: text.to_owned(),
                level: KnowledgeLevel::from_printed(level),
                printed_level: level.to_owned(),
                details: Vec::new(),
            });
        }
        'A' => {
            let (name, colon, manner) = named_text(rest);
            element.attitudes.push(Attitude {
                id,
                number,
                name,
                colon,
                manner,
            });
        }
        'S' => element.contingencies.push(Contingency {
            id,
            number,
            situation: text,
            expected_responses: Vec::new(),
        }),
        _ => {
            let (term, colon, definition) = named_text(rest);
            element.glossary.push(GlossaryEntry {
                id,
                number,
                term,
                colon,
                definition,
            });
        }
    }
}

/// «4. Revisa…» is number 4 and its text.
fn numbered(rest: &str) -> (Option<u32>, &str) {
    let split = rest.split_once(". ");
    let read = split.and_then(|(number, text)| Some((number.parse().ok()?, text)));
    read.map_or((None, rest), |(number, text)| (Some(number), text))
}

/// «Orden: La manera…» or «Orden | La manera…»: name, whether it had its colon, and the rest.
fn named_text(rest: &str) -> (String, bool, String) {
    let (name, colon, text) = match rest.split_once(" | ") {
        Some((name, text)) => (name, false, text),
        None => {
            let (name, text) = rest.split_once(':').unwrap_or((rest, ""));
            (name, true, text)
        }
    };
    (name.trim().to_owned(), colon, text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sketch_replaces_only_what_it_names() {
        let whole = sketch("").unwrap();

        let drawn = sketch(
            "T Otra función
             E
             D 3. Revisa la llanta:
             - Girando la rueda.
             revisión:",
        )
        .unwrap();

        assert_eq!(drawn.title, "Otra función");
        assert_eq!(drawn.elements[0].title, whole.elements[0].title);
        assert_eq!(drawn.elements[0].performances.len(), 1);
        assert_eq!(drawn.elements[0].performances[0].number, 3);
        assert_eq!(drawn.elements[0].products, whole.elements[0].products);
        assert_eq!(drawn.elements[1], whole.elements[1]);
        assert_eq!(drawn.general.review_period, "");
        assert_eq!(drawn.general.committee, whole.general.committee);
    }

    #[test]
    fn the_sample_is_a_whole_draft_of_three_elements() {
        let ec = sample(&mut Ids::fixed());

        assert_eq!(ec.elements.len(), 3);
        assert_eq!(ec.printed, None);
        for element in &ec.elements {
            assert!(!element.performances.is_empty() && !element.products.is_empty());
            assert!(!element.knowledge.is_empty() && !element.attitudes.is_empty());
            assert!(!element.glossary.is_empty());
        }
        assert!(ec.elements.iter().any(|e| !e.contingencies.is_empty()));
    }

    #[test]
    fn a_line_that_says_nothing_is_refused_with_its_number() {
        let refusal = sketch("E Uno\nno dice nada").unwrap_err();

        assert_eq!(refusal.number, 2);
    }
}
