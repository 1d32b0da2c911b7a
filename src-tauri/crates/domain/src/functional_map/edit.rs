//! Changing a map, one reversible step at a time, under the same promise as the edits of a standard:
//! applying one answers with the edit that takes it back, exactly, and one whose «before» is not what
//! stands there is refused and changes nothing.

use std::collections::HashSet;

use super::{Attestation, Function, FunctionalMap, Link};
use crate::ids::PartId;
use crate::vocabulary;

vocabulary! {
    /// A text of the map itself.
    pub enum MapField {
        /// What sector or area it is the map of.
        Title = "title",
        /// The committee that owns it.
        Committee = "committee",
    }
}

/// Where a function stands: in which one, at which position from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// The function it is part of.
    pub parent: PartId,
    /// From 0.
    pub at: usize,
}

/// One reversible change of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapEdit {
    /// A text of the map is written over another.
    Write {
        /// Which text.
        field: MapField,
        /// What stands there.
        before: String,
        /// What will.
        after: String,
    },
    /// A function is reworded.
    Reword {
        /// Which one.
        function: PartId,
        /// What it says.
        before: String,
        /// What it will.
        after: String,
    },
    /// A function is put into the map, with those below it.
    Add {
        /// Where.
        to: Seat,
        /// What.
        function: Function,
    },
    /// A function is taken out of the map, with those below it.
    Remove {
        /// What stands there.
        function: Function,
    },
    /// A function changes its place, with those below it.
    Move {
        /// Which one.
        function: PartId,
        /// Where it stands.
        from: Seat,
        /// Where it will, counted without it.
        to: Seat,
    },
    /// A function is held to be one person's, or no longer.
    SetIndividual {
        /// Which one.
        function: PartId,
        /// Whether it is held so afterwards.
        after: bool,
    },
    /// What a function became in a standard is set.
    SetLink {
        /// Which one.
        function: PartId,
        /// What stands there.
        before: Link,
        /// What will.
        after: Link,
    },
    /// What people said of a function is set.
    SetAttestations {
        /// Which one.
        function: PartId,
        /// What stands there.
        before: Vec<Attestation>,
        /// What will.
        after: Vec<Attestation>,
    },
}

/// Why an edit of a map is not made. The map stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such function.
    #[error("there is no such function in the map")]
    NoSuchFunction,
    /// Somebody else has changed it since.
    #[error("{what} is no longer what the edit was made from")]
    Changed {
        /// What was changed.
        what: &'static str,
    },
    /// The function would come to stand below itself.
    #[error("a function cannot stand below itself")]
    Cycle,
    /// The purpose stays where it is.
    #[error("the purpose cannot be moved or taken out")]
    Purpose,
    /// The purpose is what all functions are for: no one person does it.
    #[error("the purpose is no function of one person")]
    NotOfPurpose,
    /// There is nothing before it, or after it, to go to.
    #[error("there is no function there to go to")]
    NoNeighbour,
    /// A function of that id is there already.
    #[error("the map already has a function of that id")]
    Doubled,
    /// Nobody can attest what is not written yet.
    #[error("a function without words cannot be attested")]
    Unwritten,
    /// The expert group validated it as it is.
    #[error("the map is closed")]
    Closed,
    /// The map would be too large, or too deep.
    #[error("a map has at most {functions} functions in {levels} levels")]
    TooLarge {
        /// How many functions it may have.
        functions: usize,
        /// How many levels it may have.
        levels: usize,
    },
}

/// How many functions a map may have: ten times the largest that is drawn with ease.
pub const MOST_FUNCTIONS: usize = 10_000;
/// How deep it may go; the notes know of six levels.
pub const MOST_LEVELS: usize = 24;

impl FunctionalMap {
    /// Whether it is as edits leave a map: not too large, not too deep, and no id twice. A file may
    /// say otherwise.
    pub fn is_fit(&self) -> bool {
        let placed = self.placed();
        let mut seen = HashSet::new();
        placed.len() <= MOST_FUNCTIONS
            && placed
                .iter()
                .all(|it| it.depth <= MOST_LEVELS && seen.insert(it.function.id))
    }

    /// Makes one change, and answers with the change that takes it back.
    pub fn apply(&mut self, edit: &MapEdit) -> Result<MapEdit, Refusal> {
        match edit {
            MapEdit::Write {
                field,
                before,
                after,
            } => {
                let text = match field {
                    MapField::Title => &mut self.title,
                    MapField::Committee => &mut self.committee,
                };
                let what = field.code();
                over(text, before, after, what)?;
                Ok(MapEdit::Write {
                    field: *field,
                    before: after.clone(),
                    after: before.clone(),
                })
            }
            MapEdit::Reword {
                function,
                before,
                after,
            } => {
                let text = &mut self.function_mut(*function)?.text;
                over(text, before, after, "text")?;
                Ok(MapEdit::Reword {
                    function: *function,
                    before: after.clone(),
                    after: before.clone(),
                })
            }
            MapEdit::Add { to, function } => self.add(*to, function),
            MapEdit::Remove { function } => {
                let (seat, _) = self.seat(function.id)?;
                let parent = self.function_mut(seat.parent)?;
                if parent.parts[seat.at] != *function {
                    return Err(Refusal::Changed { what: "function" });
                }
                let function = parent.parts.remove(seat.at);
                Ok(MapEdit::Add { to: seat, function })
            }
            MapEdit::Move { function, from, to } => self.shift(*function, *from, *to),
            MapEdit::SetIndividual { function, after } => {
                let flag = &mut self.function_mut(*function)?.individual;
                let was = std::mem::replace(flag, *after);
                Ok(MapEdit::SetIndividual {
                    function: *function,
                    after: was,
                })
            }
            MapEdit::SetLink {
                function,
                before,
                after,
            } => {
                over(
                    &mut self.function_mut(*function)?.link,
                    before,
                    after,
                    "link",
                )?;
                Ok(MapEdit::SetLink {
                    function: *function,
                    before: *after,
                    after: *before,
                })
            }
            MapEdit::SetAttestations {
                function,
                before,
                after,
            } => {
                let said = &mut self.function_mut(*function)?.attestations;
                over(said, before, after, "attestations")?;
                Ok(MapEdit::SetAttestations {
                    function: *function,
                    before: after.clone(),
                    after: before.clone(),
                })
            }
        }
    }

    /// Makes several changes as one: all of them, or none. Answers with those that take them back,
    /// in the order to make them.
    pub fn apply_all(&mut self, edits: &[MapEdit]) -> Result<Vec<MapEdit>, Refusal> {
        let mut back = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(way_back) => back.push(way_back),
                Err(refusal) => {
                    for edit in back.iter().rev() {
                        // The way back of what was just done always fits.
                        let undone = self.apply(edit);
                        debug_assert!(undone.is_ok());
                    }
                    return Err(refusal);
                }
            }
        }
        back.reverse();
        Ok(back)
    }

    /// Where a function stands now, and how deep.
    pub fn seat(&self, id: PartId) -> Result<(Seat, usize), Refusal> {
        if self.purpose.id == id {
            return Err(Refusal::Purpose);
        }
        let mut ahead = vec![(&self.purpose, 0)];
        while let Some((parent, depth)) = ahead.pop() {
            if let Some(at) = parent.parts.iter().position(|part| part.id == id) {
                let parent = parent.id;
                return Ok((Seat { parent, at }, depth + 1));
            }
            ahead.extend(parent.parts.iter().map(|part| (part, depth + 1)));
        }
        Err(Refusal::NoSuchFunction)
    }

    fn function_mut(&mut self, id: PartId) -> Result<&mut Function, Refusal> {
        let mut ahead = vec![&mut self.purpose];
        while let Some(function) = ahead.pop() {
            if function.id == id {
                return Ok(function);
            }
            ahead.extend(&mut function.parts);
        }
        Err(Refusal::NoSuchFunction)
    }

    fn depth(&self, id: PartId) -> Result<usize, Refusal> {
        if id == self.purpose.id {
            return Ok(0);
        }
        self.seat(id).map(|(_, depth)| depth)
    }

    fn fits(&self, below: PartId, function: &Function, more: usize) -> Result<(), Refusal> {
        let levels = self.depth(below)? + height(function);
        if levels >= MOST_LEVELS || self.len() + more > MOST_FUNCTIONS {
            return Err(Refusal::TooLarge {
                functions: MOST_FUNCTIONS,
                levels: MOST_LEVELS,
            });
        }
        Ok(())
    }

    fn add(&mut self, to: Seat, function: &Function) -> Result<MapEdit, Refusal> {
        self.fits(to.parent, function, function.len())?;
        let mut new = vec![function];
        while let Some(part) = new.pop() {
            if self.function(part.id).is_some() {
                return Err(Refusal::Doubled);
            }
            new.extend(&part.parts);
        }
        let parts = &mut self.function_mut(to.parent)?.parts;
        if to.at > parts.len() {
            return Err(Refusal::Changed { what: "order" });
        }
        parts.insert(to.at, function.clone());
        Ok(MapEdit::Remove {
            function: function.clone(),
        })
    }

    fn shift(&mut self, id: PartId, from: Seat, to: Seat) -> Result<MapEdit, Refusal> {
        let (now, _) = self.seat(id)?;
        if now != from {
            return Err(Refusal::Changed { what: "order" });
        }
        let moved = self.function(id).ok_or(Refusal::NoSuchFunction)?;
        let mut below = vec![moved];
        while let Some(part) = below.pop() {
            if part.id == to.parent {
                return Err(Refusal::Cycle);
            }
            below.extend(&part.parts);
        }
        self.fits(to.parent, moved, 0)?;
        let room = self.function(to.parent).map(|parent| parent.parts.len());
        let room = room.ok_or(Refusal::NoSuchFunction)?;
        if to.at + usize::from(from.parent == to.parent) > room {
            return Err(Refusal::Changed { what: "order" });
        }
        let moved = self.function_mut(from.parent)?.parts.remove(from.at);
        self.function_mut(to.parent)?.parts.insert(to.at, moved);
        Ok(MapEdit::Move {
            function: id,
            from: to,
            to: from,
        })
    }
}

/// How many levels there are in a function, itself included.
fn height(function: &Function) -> usize {
    let mut tallest = 0;
    let mut ahead = vec![(function, 1)];
    while let Some((function, level)) = ahead.pop() {
        tallest = tallest.max(level);
        ahead.extend(function.parts.iter().map(|part| (part, level + 1)));
    }
    tallest
}

fn over<T: Clone + PartialEq>(
    now: &mut T,
    before: &T,
    after: &T,
    what: &'static str,
) -> Result<(), Refusal> {
    if now != before {
        return Err(Refusal::Changed { what });
    }
    now.clone_from(after);
    Ok(())
}
