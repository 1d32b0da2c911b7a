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
                // A number that the sentence before asks for is no item: «conforme al artículo / 3 Bis».
                let apart = complete || piece.begins || piece.gap || !before.is_some_and(asks);
                let near = number == expected || (complete && Some(number) == self.last);
                (number, near && opens(&piece.text) && apart)
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

/// Whether a text breaks off where a figure may follow.
fn asks(before: &str) -> bool {
    const ASKING: &[&str] = &[
        "anexo", "apartado", "articulo", "capitulo", "clase", "fase", "figura", "fraccion",
        "grado", "grupo", "inciso", "nivel", "no", "nom", "norma", "num", "numero", "parte",
        "paso", "punto", "tabla", "tipo",
    ];
    let word = before.trim_end().rsplit(' ').next().unwrap_or("");
    let squeezed = crate::phrase::squeeze(word);
    super::prose::hangs(before) || ASKING.contains(&squeezed.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    fn numbers(lines: &[&str]) -> Vec<u32> {
        let mut numbering = Numbering::default();
        let mut before: Option<String> = None;
        let mut out = Vec::new();
        for line in lines {
            let piece = Piece::of(&Raw::text(1, 1, line), 0);
            out.extend(numbering.begins(&piece, before.as_deref()));
            before = Some((*line).to_owned());
        }
        out
    }

    #[test]
    fn an_item_may_lack_its_point_and_even_what_ends_the_one_before() {
        assert_eq!(
            numbers(&["1. Llaves", "2 Tipos de freno", "3 El plano"]),
            [1, 2, 3]
        );
        assert_eq!(
            numbers(&["1. Llaves.", "2 Tipos.", "2 El plano."]),
            [1, 2, 2]
        );
        assert_eq!(
            numbers(&["1. De acuerdo con el artículo", "2 Bis de la ley"]),
            [1]
        );
        assert_eq!(numbers(&["1. Colocando las", "2 Piezas"]), [1]);
    }
}
