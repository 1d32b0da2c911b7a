//! Whether a number at the head of a line begins an item, or is just a number.

use super::prose::is_complete;
use crate::lines::{Mark, Piece, opens};

/// How far a numbering may skip ahead; published standards have gaps and repeats.
const SKIP: u32 = 4;

/// The numbers of a list as they come.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    last: Option<u32>,
}

impl Numbering {
    /// The number of the item that begins here, if one does; `before` is the text it would end.
    pub(crate) fn begins(&mut self, piece: &Piece, before: Option<&str>) -> Option<u32> {
        let expected = self.last.map_or(1, |last| last + 1);
        let complete = before.is_none_or(is_complete);
        let (number, begins) = match piece.mark {
            Mark::Number(number) => {
                let near = number <= expected + SKIP;
                let again = self.last.is_none_or(|last| number >= last)
                    || number + 1 >= expected.saturating_sub(2);
                let starts =
                    piece.text.is_empty() || opens(&piece.text) || (number == expected && complete);
                let apart = number == expected
                    || complete
                    || piece.begins
                    || piece.gap
                    || piece.after_short;
                (number, near && again && starts && apart)
            }
            Mark::Bare(number) => {
                let apart = complete || piece.begins || piece.gap;
                (number, number == expected && opens(&piece.text) && apart)
            }
            Mark::None | Mark::Bullet => return None,
        };
        if begins {
            self.last = Some(number);
        }
        begins.then_some(number)
    }

    /// The number of an item that was printed without one.
    pub(crate) fn next(&mut self) -> u32 {
        let next = self.last.map_or(1, |last| last + 1);
        self.last = Some(next);
        next
    }
}
