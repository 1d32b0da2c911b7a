//! What a review knows besides the standard: what is in force, and what else is registered.

use std::collections::{HashMap, HashSet};

use domain::catalogue::CatalogueKind;
use domain::ids::PartId;
use domain::iec::AssessmentInstrument;
use domain::rule_pack::RulePack;
use domain::text::fold;

/// What a review is made against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The rules in force for the case.
    pub pack: &'a RulePack,
    /// The other standards of the workspace.
    pub registered: &'a [Registered],
    /// Of the register, what says nearly the same as the title.
    pub near: Option<&'a Near>,
    /// The other documents of the same case.
    pub beside: Beside<'a>,
    /// The editions of the classifications that were brought in, the one in use first; as far as they
    /// have the codes of this standard.
    pub lists: &'a [OfficialList],
}

/// The documents that a standard is looked at beside; nothing where they were not begun.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// Its instrument.
    pub instrument: Option<&'a AssessmentInstrument>,
    /// The elements, of whichever standard, that the functions of its map are.
    pub traced: Option<&'a HashSet<PartId>>,
}

/// An edition of a classification, as far as a rule needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialList {
    /// Which classification.
    pub kind: CatalogueKind,
    /// «SCIAN México 2023».
    pub name: String,
    /// The name of each code that the standard has and the edition too.
    pub names: HashMap<String, String>,
}

impl Context<'_> {
    /// The editions of a classification, the one in use first.
    pub(crate) fn lists(&self, kind: CatalogueKind) -> impl Iterator<Item = &OfficialList> {
        self.lists.iter().filter(move |list| list.kind == kind)
    }

    /// What is wrong with a code and its name by the edition in use, and the name that goes there;
    /// nothing where they are as they should be, or no edition was brought in.
    pub(crate) fn misnamed(
        &self,
        kind: CatalogueKind,
        level: &str,
        (code, name): (&str, &str),
    ) -> Option<(String, Option<String>)> {
        let mut lists = self.lists(kind);
        let used = lists.next()?;
        let same = |list: &&OfficialList| {
            list.names
                .get(code)
                .is_some_and(|there| fold(there) == fold(name))
        };
        let other = lists.find(same).map(|list| list.name.as_str());
        let Some(there) = used.names.get(code) else {
            let message = match other {
                Some(other) => format!(
                    "La clave {code} es del {other} y no está en el {}. Elija la que le corresponde.",
                    used.name
                ),
                None => format!("La clave {code} no está en el {}. Revísela.", used.name),
            };
            return Some((message, None));
        };
        if name.is_empty() || fold(there) == fold(name) {
            return None;
        }
        let of_other =
            other.map_or_else(String::new, |other| format!("; aquí lleva el del {other}"));
        let message = format!(
            "En el {}, {level} {code} se llama «{there}»{of_other}.",
            used.name
        );
        Some((message, Some(there.clone())))
    }
}

/// Another standard, as far as a rule needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// `EC####` or `EC####.NN`; empty for a draft.
    pub code: String,
    /// Its title.
    pub title: String,
    /// 1 to 5.
    pub level: Option<u8>,
}

/// A standard whose title says nearly the same as a text: the same words in another order, in plural,
/// or one more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// Which.
    pub other: Registered,
    /// Its committee.
    pub committee: String,
}

impl Near {
    /// As it is named: «EC0217, «Título» (nivel 2, Comité)».
    pub(crate) fn named(&self) -> String {
        let level = self.other.level.map(|level| format!("nivel {level}"));
        let committee = (!self.committee.is_empty()).then(|| self.committee.clone());
        let known: Vec<String> = level.into_iter().chain(committee).collect();
        let known = match known.is_empty() {
            true => String::new(),
            false => format!(" ({})", known.join(", ")),
        };
        format!("{}, «{}»{known}", self.other.code, self.other.title)
    }
}
