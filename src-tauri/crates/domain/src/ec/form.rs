//! The fixed words of the official form: what it prints whatever the standard says.
//!
//! Dated data, read from its file in `assets/forms`. What is printed and what the review compares with
//! are the same words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::general::FixedParagraph;

const F21_V08: &str = include_str!("../../../../../assets/forms/f21-coopyd-01-v08.txt");

/// The fixed words of F21-COOPYD-01, version 08.
pub static FORM: LazyLock<Form> =
    LazyLock::new(|| Form::parse(F21_V08).expect("the form that ships is whole, as a test shows"));

/// The fixed paragraphs, by the ids of the form.
pub const PARAGRAPHS: [&str; 4] = ["EC-F-04", "EC-F-05", "EC-F-06", "EC-F-17"];

/// The headings of the three sections, by the ids of the form.
pub const SECTIONS: [&str; 3] = ["EC-H-1", "EC-H-2", "EC-H-3"];

/// The fixed paragraphs as a document in this form would print them.
pub fn fixed_paragraphs() -> Vec<FixedParagraph> {
    let paragraph = |id: &str| FixedParagraph {
        id: id.to_owned(),
        text: FORM.text(id).to_owned(),
    };
    PARAGRAPHS.map(paragraph).to_vec()
}

/// A block of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// What the person does.
    Performances,
    /// What the person makes.
    Products,
    /// What the person knows.
    Knowledge,
    /// How the person does it.
    Attitudes,
    /// What the person answers to what happens.
    Contingencies,
    /// What the words mean.
    Glossary,
}

/// The name of each block in the file, and the letter of its keys.
#[rustfmt::skip] // A table is read down its columns.
const BLOCKS: &[(&str, &str, BlockKind)] = &[
    ("desempeños",    "D", BlockKind::Performances),
    ("productos",     "P", BlockKind::Products),
    ("conocimientos", "C", BlockKind::Knowledge),
    ("actitudes",     "A", BlockKind::Attitudes),
    ("situaciones",   "S", BlockKind::Contingencies),
    ("glosario",      "G", BlockKind::Glossary),
];

/// Every key the pages ask for; the file has them all.
const KEYS: &[&str] = &[
    "vigente desde",
    "marco.título",
    "marco.formato",
    "marco.código",
    "marco.rótulo de versión",
    "marco.versión",
    "marco.rótulo de página",
    "marco.de",
    "EC-H-1",
    "EC-F-01.rótulo",
    "EC-F-02.rótulo",
    "EC-F-03.rótulo",
    "EC-F-04",
    "EC-F-05",
    "EC-F-06a.rótulo",
    "EC-F-06",
    "EC-F-07",
    "EC-F-08.rótulo",
    "EC-F-08.1",
    "EC-F-08.2",
    "EC-F-08.3",
    "EC-F-08.4",
    "EC-F-08.5",
    "EC-F-09.rótulo",
    "EC-F-10.rótulo",
    "EC-F-11.rótulo",
    "EC-F-12.rótulo",
    "EC-F-13.rótulo",
    "EC-F-14.rótulo",
    "EC-F-14.grupo",
    "EC-F-14.asociadas",
    "EC-F-15.rótulo",
    "EC-F-16.rótulo",
    "EC-F-16.sector",
    "EC-F-16.subsector",
    "EC-F-16.rama",
    "EC-F-16.subrama",
    "EC-F-16.clase",
    "EC-F-17",
    "EC-F-18.rótulo",
    "EC-F-19.rótulo",
    "EC-F-20.sección",
    "EC-F-20.rótulo",
    "EC-F-20.cláusula",
    "EC-F-21.rótulo",
    "EC-F-22.rótulo",
    "EC-F-23.rótulo",
    "EC-H-2",
    "EC-F-24.estándar",
    "EC-F-24.elemento",
    "EC-F-24.de",
    "EC-H-3",
    "EC-E-1.referencia",
    "EC-E-1.código",
    "EC-E-1.título",
    "EC-E-1.de",
    "EC-E-2",
    "bloques",
    "singular",
    "EC-E-D.enlace",
    "EC-E-D.encabezado",
    "EC-E-D.enlace singular",
    "EC-E-D.encabezado singular",
    "EC-E-P.enlace",
    "EC-E-P.encabezado",
    "EC-E-P.enlace singular",
    "EC-E-P.encabezado singular",
    "EC-E-C.enlace",
    "EC-E-C.encabezado",
    "EC-E-C.enlace singular",
    "EC-E-C.encabezado singular",
    "EC-E-C.nivel",
    "EC-E-A.enlace",
    "EC-E-A.encabezado",
    "EC-E-A.enlace singular",
    "EC-E-A.encabezado singular",
    "EC-E-S.enlace",
    "EC-E-S.encabezado",
    "EC-E-S.situación",
    "EC-E-S.respuestas",
    "EC-E-G.encabezado",
];

/// Why a file of fixed words cannot be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// A line of another shape, by its number.
    #[error("line {0} is not «key = text»")]
    Line(usize),
    /// A word that every form has, by its key.
    #[error("the form has no {0:?}")]
    Missing(&'static str),
    /// A block of a name that is none.
    #[error("the form names a block {0:?}, which no element has")]
    Block(String),
}

/// The fixed words of one version of the form.
#[derive(Debug)]
pub struct Form {
    texts: BTreeMap<&'static str, &'static str>,
    order: Vec<BlockKind>,
    singular: Vec<BlockKind>,
}

impl Form {
    fn parse(file: &'static str) -> Result<Form, FormError> {
        let mut texts = BTreeMap::new();
        for (number, line) in file.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (key, text) = line.split_once(" = ").ok_or(FormError::Line(number + 1))?;
            texts.insert(key, text);
        }
        for key in KEYS {
            if !texts.contains_key(key) {
                return Err(FormError::Missing(key));
            }
        }
        let kinds = |key: &str| -> Result<Vec<BlockKind>, FormError> {
            let names = texts.get(key).copied().unwrap_or_default();
            names
                .split(", ")
                .filter(|name| *name != "ninguno")
                .map(|name| {
                    let block = BLOCKS.iter().find(|(word, ..)| *word == name);
                    block
                        .map(|(.., kind)| *kind)
                        .ok_or_else(|| FormError::Block(name.to_owned()))
                })
                .collect()
        };
        Ok(Form {
            order: kinds("bloques")?,
            singular: kinds("singular")?,
            texts,
        })
    }

    /// The words under a key of [`KEYS`].
    pub fn text(&self, key: &str) -> &'static str {
        debug_assert!(KEYS.contains(&key), "{key} is not asked of every form");
        self.texts.get(key).copied().unwrap_or_default()
    }

    /// The blocks of an element, in the order they are printed.
    pub fn order(&self) -> &[BlockKind] {
        &self.order
    }

    /// The sentence that leads into a block, and its heading, for so many items.
    pub fn opening(&self, kind: BlockKind, items: usize) -> (&'static str, &'static str) {
        let letter = BLOCKS.iter().find(|(.., k)| *k == kind).map(|b| b.1);
        let letter = letter.unwrap_or_default();
        let ending = if items == 1 && self.singular.contains(&kind) {
            " singular"
        } else {
            ""
        };
        let get = |name: &str| {
            let key = format!("EC-E-{letter}.{name}{ending}");
            self.texts.get(key.as_str()).copied().unwrap_or_default()
        };
        (get("enlace"), get("encabezado"))
    }

    /// The word of a level of the Sistema Nacional de Competencias.
    pub fn level(&self, level: Option<u8>) -> &'static str {
        match level {
            Some(1) => self.text("EC-F-08.1"),
            Some(2) => self.text("EC-F-08.2"),
            Some(3) => self.text("EC-F-08.3"),
            Some(4) => self.text("EC-F-08.4"),
            Some(5) => self.text("EC-F-08.5"),
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_that_ships_has_every_word() {
        let form = Form::parse(F21_V08).unwrap();

        assert_eq!(
            form.texts.len(),
            KEYS.len(),
            "no word of the file is unused"
        );
        assert!(form.texts.values().all(|text| !text.is_empty()));
        assert_eq!(form.order.len(), BLOCKS.len());
    }

    #[test]
    fn a_form_without_a_word_is_refused_by_its_name() {
        let error = Form::parse("vigente desde = 2025-03-01").unwrap_err();

        assert_eq!(error, FormError::Missing("marco.título"));
        assert_eq!(Form::parse("sin nada").unwrap_err(), FormError::Line(1));
    }

    #[test]
    fn only_performances_have_their_singular() {
        assert_eq!(FORM.opening(BlockKind::Performances, 1).1, "DESEMPEÑO");
        assert_eq!(FORM.opening(BlockKind::Performances, 2).1, "DESEMPEÑOS");
        assert_eq!(FORM.opening(BlockKind::Products, 1).1, "PRODUCTOS");
    }
}
