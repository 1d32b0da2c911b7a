//! What a person does to a map with one key, as the edits it comes to.

use super::edit::{MapEdit, Refusal, Seat};
use super::{Function, FunctionalMap, Link};
use crate::ids::PartId;

impl FunctionalMap {
    /// A new function after this one, or in the purpose if this is it.
    pub fn sibling(&self, of: PartId, new: PartId) -> Result<Vec<MapEdit>, Refusal> {
        match self.seat(of) {
            Ok((seat, _)) => Ok(vec![add(
                Seat {
                    at: seat.at + 1,
                    ..seat
                },
                new,
            )]),
            Err(Refusal::Purpose) => self.child(of, new),
            Err(other) => Err(other),
        }
    }

    /// A new function, the last of those below this one.
    pub fn child(&self, of: PartId, new: PartId) -> Result<Vec<MapEdit>, Refusal> {
        let parent = self.function(of).ok_or(Refusal::NoSuchFunction)?;
        let at = parent.parts.len();
        Ok(vec![add(Seat { parent: of, at }, new)])
    }

    /// The function becomes the last part of the one before it.
    pub fn indent(&self, id: PartId) -> Result<Vec<MapEdit>, Refusal> {
        let (from, _) = self.seat(id)?;
        let above = self.before(from)?;
        let to = Seat {
            parent: above.id,
            at: above.parts.len(),
        };
        Ok(vec![shift(id, from, to)])
    }

    /// The function comes to stand after the one it was part of.
    pub fn outdent(&self, id: PartId) -> Result<Vec<MapEdit>, Refusal> {
        let (from, _) = self.seat(id)?;
        let (above, _) = self.seat(from.parent)?;
        let to = Seat {
            at: above.at + 1,
            ..above
        };
        Ok(vec![shift(id, from, to)])
    }

    /// The function trades places with the one before it, or after it.
    pub fn step(&self, id: PartId, down: bool) -> Result<Vec<MapEdit>, Refusal> {
        let (from, _) = self.seat(id)?;
        let room = self
            .function(from.parent)
            .map_or(0, |parent| parent.parts.len());
        let at = match down {
            true if from.at + 1 < room => from.at + 1,
            false if from.at > 0 => from.at - 1,
            true | false => return Err(Refusal::NoNeighbour),
        };
        Ok(vec![shift(id, from, Seat { at, ..from })])
    }

    /// The function is taken into the one before it: its words are added to that one's, what it was
    /// broken down into follows, and a link that the other lacks is kept.
    pub fn merge(&self, id: PartId) -> Result<Vec<MapEdit>, Refusal> {
        let (from, _) = self.seat(id)?;
        let above = self.before(from)?;
        let merged = self.function(id).ok_or(Refusal::NoSuchFunction)?;
        let mut edits = Vec::new();
        for at in 0..merged.parts.len() {
            let from = Seat { parent: id, at: 0 };
            let to = Seat {
                parent: above.id,
                at: above.parts.len() + at,
            };
            edits.push(shift(merged.parts[at].id, from, to));
        }
        let words = [above.text.trim(), merged.text.trim()];
        let words = words.into_iter().filter(|words| !words.is_empty());
        let after = words.collect::<Vec<_>>().join(" ");
        if after != above.text {
            edits.push(MapEdit::Reword {
                function: above.id,
                before: above.text.clone(),
                after,
            });
        }
        let mut link = above.link;
        link.standard = link.standard.or(merged.link.standard);
        link.element = link.element.or(merged.link.element);
        if link != above.link {
            edits.push(MapEdit::SetLink {
                function: above.id,
                before: above.link,
                after: link,
            });
        }
        edits.push(MapEdit::Remove {
            function: Function {
                parts: Vec::new(),
                ..merged.clone()
            },
        });
        Ok(edits)
    }

    /// What of a function's links would be lost if it were taken into the one before it: what that
    /// one already has.
    pub fn merge_loses(&self, id: PartId) -> Result<Link, Refusal> {
        let (from, _) = self.seat(id)?;
        let above = self.before(from)?.link;
        let merged = self.function(id).ok_or(Refusal::NoSuchFunction)?.link;
        Ok(Link {
            standard: merged.standard.filter(|_| above.standard.is_some()),
            element: merged.element.filter(|_| above.element.is_some()),
        })
    }

    /// The function keeps its words up to a letter; those after it become a function of their own
    /// behind it. Links, attestations and what it was broken down into stay with the first.
    pub fn split(&self, id: PartId, chars: usize, new: PartId) -> Result<Vec<MapEdit>, Refusal> {
        let (seat, _) = self.seat(id)?;
        let function = self.function(id).ok_or(Refusal::NoSuchFunction)?;
        let at = function.text.char_indices().nth(chars);
        let at = at.map_or(function.text.len(), |(at, _)| at);
        let (first, second) = function.text.split_at(at);
        let to = Seat {
            at: seat.at + 1,
            ..seat
        };
        let second = Function {
            text: second.trim().to_owned(),
            ..Function::blank(new)
        };
        Ok(vec![
            MapEdit::Reword {
                function: id,
                before: function.text.clone(),
                after: first.trim_end().to_owned(),
            },
            MapEdit::Add {
                to,
                function: second,
            },
        ])
    }

    fn before(&self, seat: Seat) -> Result<&Function, Refusal> {
        let parent = self.function(seat.parent).ok_or(Refusal::NoSuchFunction)?;
        let above = seat.at.checked_sub(1).ok_or(Refusal::NoNeighbour)?;
        parent.parts.get(above).ok_or(Refusal::NoNeighbour)
    }
}

fn add(to: Seat, new: PartId) -> MapEdit {
    MapEdit::Add {
        to,
        function: Function::blank(new),
    }
}

const fn shift(function: PartId, from: Seat, to: Seat) -> MapEdit {
    MapEdit::Move { function, from, to }
}

#[cfg(test)]
mod tests {
    use super::super::sketch::sketch;
    use super::*;
    use crate::ids::Ids;

    fn outline(map: &FunctionalMap) -> String {
        let lines = map.placed().into_iter().map(|placed| {
            let line = format!("{} {}", placed.number, placed.function.text);
            line.trim().to_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn named(map: &FunctionalMap, text: &str) -> PartId {
        let placed = map.placed();
        let found = placed.iter().find(|it| it.function.text == text);
        found.unwrap().function.id
    }

    /// The map after a gesture at the function of these words; and that it is taken back exactly.
    fn after(
        drawn: &str,
        at: &str,
        gesture: impl Fn(&FunctionalMap, PartId, PartId) -> Result<Vec<MapEdit>, Refusal>,
    ) -> Result<String, Refusal> {
        let mut ids = Ids::fixed();
        let mut map = sketch(drawn, &mut ids).unwrap();
        let before = map.clone();
        let edits = gesture(&map, named(&map, at), ids.part())?;
        let back = map.apply_all(&edits)?;
        let drawn = outline(&map);
        map.apply_all(&back).unwrap();
        assert_eq!(map, before);
        Ok(drawn)
    }

    const MAP: &str = "P\n1 A\n1.1 B\n1.2 C\n2 D\n2.1 E";

    #[test]
    fn a_sibling_follows_and_a_child_is_the_last() {
        assert_eq!(
            after(MAP, "B", FunctionalMap::sibling),
            Ok("P\n1 A\n1.1 B\n1.2\n1.3 C\n2 D\n2.1 E".to_owned())
        );
        assert_eq!(
            after(MAP, "P", FunctionalMap::sibling),
            Ok("P\n1 A\n1.1 B\n1.2 C\n2 D\n2.1 E\n3".to_owned())
        );
        assert_eq!(
            after(MAP, "A", FunctionalMap::child),
            Ok("P\n1 A\n1.1 B\n1.2 C\n1.3\n2 D\n2.1 E".to_owned())
        );
    }

    #[test]
    fn in_and_out() {
        let indent = |map: &FunctionalMap, at, _| map.indent(at);
        let outdent = |map: &FunctionalMap, at, _| map.outdent(at);

        assert_eq!(
            after(MAP, "D", indent),
            Ok("P\n1 A\n1.1 B\n1.2 C\n1.3 D\n1.3.1 E".to_owned())
        );
        assert_eq!(after(MAP, "A", indent), Err(Refusal::NoNeighbour));
        assert_eq!(
            after(MAP, "B", outdent),
            Ok("P\n1 A\n1.1 C\n2 B\n3 D\n3.1 E".to_owned())
        );
        assert_eq!(after(MAP, "D", outdent), Err(Refusal::Purpose));
    }

    #[test]
    fn up_and_down() {
        let up = |map: &FunctionalMap, at, _| map.step(at, false);
        let down = |map: &FunctionalMap, at, _| map.step(at, true);

        assert_eq!(
            after(MAP, "A", down),
            Ok("P\n1 D\n1.1 E\n2 A\n2.1 B\n2.2 C".to_owned())
        );
        assert_eq!(after(MAP, "C", up), after(MAP, "B", down));
        assert_eq!(after(MAP, "B", up), Err(Refusal::NoNeighbour));
        assert_eq!(after(MAP, "E", down), Err(Refusal::NoNeighbour));
    }

    #[test]
    fn one_is_taken_into_another_and_one_is_parted() {
        let merge = |map: &FunctionalMap, at, _| map.merge(at);
        assert_eq!(
            after(MAP, "D", merge),
            Ok("P\n1 A D\n1.1 B\n1.2 C\n1.3 E".to_owned())
        );

        let split = |map: &FunctionalMap, at, new| map.split(at, 12, new);
        assert_eq!(
            after(
                "P\n1 Diagnosticar y reparar\n1.1 B",
                "Diagnosticar y reparar",
                split
            ),
            Ok("P\n1 Diagnosticar\n1.1 B\n2 y reparar".to_owned())
        );
    }
}
