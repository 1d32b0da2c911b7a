//! A functional map: what a sector is for, broken down until functions that one person can do.
//!
//! The root is the main purpose. A function may be marked as one that an individual can do, and any
//! function may be tagged as the one that a standard covers; those below it are then its elements.
//! The links are kept by id, on the function, so that they outlive every rewording and every move.
//! Numbers are never kept: they are counted (MF-11).

use chrono::NaiveDate;

use crate::ids::{EcId, MapId, PartId};
use crate::vocabulary;

pub use standing::{MapAct, MapState};

pub mod compare;
pub mod edit;
mod gesture;
pub mod outline;
pub mod sketch;
mod standing;

/// A functional map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionalMap {
    /// Which one.
    pub id: MapId,
    /// What sector or area it is the map of.
    pub title: String,
    /// The committee that owns it.
    pub committee: String,
    /// The main purpose, with every function below it.
    pub purpose: Function,
}

/// One function of the map, with those that it is broken down into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Which one; it survives editing, moving and export.
    pub id: PartId,
    /// What it says: a verb in the infinitive, an object, a condition.
    pub text: String,
    /// Whether the expert group holds that one person can do it.
    pub individual: bool,
    /// What it became in a standard.
    pub link: Link,
    /// What people said of it.
    pub attestations: Vec<Attestation>,
    /// What has to be done for it to be achieved.
    pub parts: Vec<Function>,
}

/// What a function became in a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Link {
    /// The standard that covers this function.
    pub standard: Option<EcId>,
    /// The element, of whichever standard, that this function is.
    pub element: Option<PartId>,
}

vocabulary! {
    /// The place of a function in the breakdown.
    pub enum MapNodeLevel {
        /// What the sector or area is for.
        Purpose = "PURPOSE",
        /// What must be achieved for the purpose.
        Key = "KEY",
        /// Between a key function and those that a person does.
        Intermediate = "INTERMEDIATE",
        /// One that a person can do: a candidate for a standard.
        Individual = "INDIVIDUAL",
        /// A component of an individual function: a candidate for an element.
        Elementary = "ELEMENTARY",
    }
}

vocabulary! {
    /// What only a person can say of a function.
    pub enum Claim {
        /// Those below it are necessary, and together enough (MF-07).
        NecessaryAndSufficient = "NECESSARY_AND_SUFFICIENT",
        /// One person can do it (MF-08).
        OnePerson = "ONE_PERSON",
        /// It can be observed, or leaves a product (MF-08).
        ObservableOrProduct = "OBSERVABLE_OR_PRODUCT",
    }
}

/// What somebody said of a function as it was worded that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// What was said.
    pub claim: Claim,
    /// Who said it.
    pub person: String,
    /// When.
    pub on: NaiveDate,
    /// The words it was said of: see [`Function::wording`].
    pub of: String,
}

/// A function where it stands.
#[derive(Debug, Clone)]
pub struct Placed<'a> {
    /// The function.
    pub function: &'a Function,
    /// The one it is part of; nothing for the purpose.
    pub parent: Option<&'a Function>,
    /// Its number, «1.2.1»; empty for the purpose.
    pub number: String,
    /// Its level.
    pub level: MapNodeLevel,
    /// How far below the purpose it stands.
    pub depth: usize,
}

impl FunctionalMap {
    /// A map of which only the purpose is there, with nothing written in it.
    pub fn blank(id: MapId, purpose: PartId) -> FunctionalMap {
        FunctionalMap {
            id,
            title: String::new(),
            committee: String::new(),
            purpose: Function::blank(purpose),
        }
    }

    /// Every function, each before those below it, with its number and level.
    pub fn placed(&self) -> Vec<Placed<'_>> {
        let mut placed = Vec::new();
        // A list of what is still to be seen, not a recursion: a map read from a file may be deep.
        let mut ahead = vec![(&self.purpose, None::<&Function>, String::new(), 0, false)];
        while let Some((function, parent, number, depth, within)) = ahead.pop() {
            let below = within || function.individual;
            for (at, part) in function.parts.iter().enumerate().rev() {
                let place = at + 1;
                let number = match number.as_str() {
                    "" => format!("{place}"),
                    above => format!("{above}.{place}"),
                };
                ahead.push((part, Some(function), number, depth + 1, below));
            }
            placed.push(Placed {
                function,
                parent,
                number,
                level: level(function, depth, within),
                depth,
            });
        }
        placed
    }

    /// One function.
    pub fn function(&self, id: PartId) -> Option<&Function> {
        let mut ahead = vec![&self.purpose];
        while let Some(function) = ahead.pop() {
            if function.id == id {
                return Some(function);
            }
            ahead.extend(&function.parts);
        }
        None
    }

    /// The function that holds another, and at which position; nothing for the purpose.
    pub fn parent(&self, id: PartId) -> Option<(&Function, usize)> {
        let mut ahead = vec![&self.purpose];
        while let Some(function) = ahead.pop() {
            if let Some(at) = function.parts.iter().position(|part| part.id == id) {
                return Some((function, at));
            }
            ahead.extend(&function.parts);
        }
        None
    }

    /// How many functions there are, the purpose included.
    pub fn len(&self) -> usize {
        self.purpose.len()
    }

    /// Never: a map has its purpose, written or not.
    pub const fn is_empty(&self) -> bool {
        false
    }
}

fn level(function: &Function, depth: usize, within: bool) -> MapNodeLevel {
    match depth {
        0 => MapNodeLevel::Purpose,
        _ if function.individual => MapNodeLevel::Individual,
        _ if within => MapNodeLevel::Elementary,
        1 => MapNodeLevel::Key,
        _ => MapNodeLevel::Intermediate,
    }
}

impl Function {
    /// One that says nothing yet.
    pub fn blank(id: PartId) -> Function {
        Function {
            id,
            text: String::new(),
            individual: false,
            link: Link::default(),
            attestations: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// What an attestation is said of: this function's words, and for the breakdown those of its
    /// parts too.
    pub fn wording(&self, claim: Claim) -> String {
        match claim {
            Claim::NecessaryAndSufficient => {
                let lines = std::iter::once(&self.text).chain(self.parts.iter().map(|p| &p.text));
                lines.map(String::as_str).collect::<Vec<_>>().join("\n")
            }
            Claim::OnePerson | Claim::ObservableOrProduct => self.text.clone(),
        }
    }

    /// What was said of it and still holds: the words are the same today.
    pub fn attested(&self, claim: Claim) -> Option<&Attestation> {
        let now = self.wording(claim);
        let mut said = self.attestations.iter().rev();
        said.find(|said| said.claim == claim && said.of == now)
    }

    /// How many functions there are in it, itself included.
    pub fn len(&self) -> usize {
        let mut count = 0;
        let mut ahead = vec![self];
        while let Some(function) = ahead.pop() {
            count += 1;
            ahead.extend(&function.parts);
        }
        count
    }

    /// Never: it counts itself.
    pub const fn is_empty(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests;
