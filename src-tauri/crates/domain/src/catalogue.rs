//! The official lists that an office brings in: the two classifications, each with its editions, and
//! the register of standards as it stood on a day.

use crate::ec::code::{Code, EcCode};
use crate::vocabulary;

vocabulary! {
    /// Which list.
    pub enum CatalogueKind {
        /// Sistema de Clasificación Industrial de América del Norte, México.
        Scian = "SCIAN",
        /// Sistema Nacional de Clasificación de Ocupaciones.
        Sinco = "SINCO",
        /// Registro Nacional de Estándares de Competencia, as it stood on a day.
        Renec = "RENEC",
    }
}

/// One level of a classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// How files spell it: `grupo_unitario`.
    pub word: &'static str,
    /// How people call it: «grupo unitario».
    pub name: &'static str,
    /// How many figures its codes have.
    pub digits: usize,
}

const fn rank(word: &'static str, name: &'static str, digits: usize) -> Rank {
    Rank { word, name, digits }
}

const SCIAN: &[Rank] = &[
    rank("sector", "sector", 2),
    rank("subsector", "subsector", 3),
    rank("rama", "rama", 4),
    rank("subrama", "subrama", 5),
    rank("clase", "clase", 6),
];

const SINCO: &[Rank] = &[
    rank("division", "división", 1),
    rank("grupo_principal", "grupo principal", 2),
    rank("subgrupo", "subgrupo", 3),
    rank("grupo_unitario", "grupo unitario", 4),
];

impl CatalogueKind {
    /// Its levels, from the top; none for a list without a hierarchy.
    pub fn ranks(self) -> &'static [Rank] {
        match self {
            CatalogueKind::Scian => SCIAN,
            CatalogueKind::Sinco => SINCO,
            CatalogueKind::Renec => &[],
        }
    }

    /// Which of its levels a code has the shape of. A sector of SCIAN may be a range: `31-33`.
    pub fn rank_of(self, code: &str) -> Option<usize> {
        let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if let Some((first, last)) = code.split_once('-') {
            let sector = self == CatalogueKind::Scian
                && number(first)
                && number(last)
                && first.len() == 2
                && last.len() == 2
                && first < last;
            return sector.then_some(0);
        }
        let fits = |rank: &Rank| number(code) && rank.digits == code.len();
        self.ranks().iter().position(fits)
    }
}

/// Whether a code continues another: 931 continues 93, and 336 continues 31-33.
pub fn continues(code: &str, above: &str) -> bool {
    match above.split_once('-') {
        Some((first, last)) => {
            let begins = code.get(..2).unwrap_or_default();
            first <= begins && begins <= last
        }
        None => code.starts_with(above),
    }
}

/// One entry of a classification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Its official code.
    pub code: String,
    /// Its level, from 0 at the top.
    pub rank: usize,
    /// Its official name.
    pub name: String,
    /// The code it belongs under; empty at the top.
    pub parent: String,
}

/// One standard of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterEntry {
    /// `EC####`, `EC####.NN` or `ECM####`.
    pub code: String,
    /// 1 to 5.
    pub level: u8,
    /// Its title, as registered.
    pub title: String,
    /// The committee, as a continuation of «Comité de Gestión por Competencias …».
    pub committee: String,
    /// The sector of the economy.
    pub sector: String,
}

/// What a list holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A classification.
    Classes(Vec<Class>),
    /// The register.
    Register(Vec<RegisterEntry>),
}

impl Content {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        match self {
            Content::Classes(classes) => classes.len(),
            Content::Register(entries) => entries.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many entries each level has, from the top; for the register, levels 1 to 5.
    pub fn counts(&self, kind: CatalogueKind) -> Vec<usize> {
        let mut counts = match self {
            Content::Classes(_) => vec![0; kind.ranks().len()],
            Content::Register(_) => vec![0; 5],
        };
        let mut add = |at: usize| {
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        };
        match self {
            Content::Classes(classes) => classes.iter().for_each(|it| add(it.rank)),
            Content::Register(entries) => entries
                .iter()
                .for_each(|it| add(usize::from(it.level).wrapping_sub(1))),
        }
        counts
    }
}

/// A code of the register, if it is one: that of a standard, or of a brand standard.
pub fn register_code(text: &str) -> Option<String> {
    match text.parse::<Code>() {
        Ok(code @ (Code::Ec(_) | Code::Ecm(_))) => Some(code.to_string()),
        Ok(Code::Element(_) | Code::Iec(_)) | Err(_) => None,
    }
}

/// Whether two codes are of one standard and its updates: EC0217 and EC0217.01.
pub fn same_standard(one: &str, other: &str) -> bool {
    let number = |code: &str| match code.parse::<Code>() {
        Ok(Code::Ec(ec)) => Some(EcCode::number(ec)),
        Ok(Code::Ecm(_) | Code::Element(_) | Code::Iec(_)) | Err(_) => None,
    };
    match (number(one), number(other)) {
        (Some(one), Some(other)) => one == other,
        _ => !one.is_empty() && one == other, // No code of a standard: only itself is the same.
    }
}

/// An edition of a classification that is known by how many entries each level has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEdition {
    /// Of which list.
    pub kind: CatalogueKind,
    /// «2023».
    pub edition: String,
    /// How many entries each level has, from the top.
    pub counts: Vec<usize>,
}

/// The editions that are known, the oldest first.
pub fn known_editions() -> Vec<KnownEdition> {
    let text = include_str!("../../../../assets/catalogues/ediciones.txt");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(known_edition).collect()
}

fn known_edition(line: &str) -> Option<KnownEdition> {
    let mut cells = line.split('|').map(str::trim);
    let kind = CatalogueKind::from_code(cells.next()?)?;
    let edition = cells.next()?.to_owned();
    let counts = cells.next()?.split(' ').map(|n| n.parse().ok());
    Some(KnownEdition {
        kind,
        edition,
        counts: counts.collect::<Option<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_tells_its_level_by_its_figures() {
        let scian = |code| CatalogueKind::Scian.rank_of(code);
        assert_eq!([scian("11"), scian("31-33")], [Some(0); 2]);
        assert_eq!(scian("811499"), Some(4));
        for wrong in ["", "1", "33-31", "31-3", "3a", "8114990", "31–33"] {
            assert_eq!(scian(wrong), None, "{wrong}");
        }
        assert_eq!(CatalogueKind::Sinco.rank_of("9"), Some(0));
        assert_eq!(CatalogueKind::Sinco.rank_of("9663"), Some(3));
        assert_eq!(CatalogueKind::Sinco.rank_of("31-33"), None);
        assert_eq!(CatalogueKind::Renec.rank_of("11"), None);
    }

    #[test]
    fn a_code_continues_the_one_above_it() {
        assert!(continues("931", "93") && continues("336", "31-33"));
        assert!(!continues("541", "61") && !continues("311", "48-49"));
    }

    #[test]
    fn versions_are_of_one_standard() {
        assert!(same_standard("EC0217", "EC0217.01"));
        assert!(!same_standard("EC0217", "EC0218"));
        assert!(!same_standard("", "") && !same_standard("EC0100", "ECM0100"));
    }

    #[test]
    fn the_editions_that_are_known_have_a_count_for_each_level() {
        let known = known_editions();
        assert_eq!(known.len(), 4);
        for it in known {
            assert_eq!(it.counts.len(), it.kind.ranks().len(), "{}", it.edition);
        }
    }
}
