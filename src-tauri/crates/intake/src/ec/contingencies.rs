//! Situations and the responses expected: paired by number, one to one, or all to one.

use super::formats::Label;
use super::numbering::Numbering;
use super::prose::{append, is_complete};
use super::sections::Segment;
use crate::lines::{Mark, Piece, opens};

/// A contingency as it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) number: u32,
    pub(crate) situation: String,
    pub(crate) responses: Vec<String>,
}

/// A situation or a response, with the number it was printed with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Listed {
    number: Option<u32>,
    text: String,
}

/// The contingencies that a run of «Situación emergente» and «Respuestas esperadas» holds.
pub(crate) fn contingencies(segments: &[Segment]) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    let mut group: Vec<Listed> = Vec::new();
    let mut responses: Vec<Listed> = Vec::new();
    for segment in segments {
        match segment.label {
            Label::Responses => responses.extend(listed(&segment.body, Side::Responses)),
            _ => {
                let body = if rows(&segment.body) {
                    alternate(&segment.body)
                } else {
                    None
                };
                if !responses.is_empty() {
                    out.extend(pair(
                        std::mem::take(&mut group),
                        std::mem::take(&mut responses),
                    ));
                }
                match body {
                    Some((situations, answers)) => {
                        group.extend(situations);
                        responses.extend(answers);
                    }
                    None => group.extend(listed(&segment.body, Side::Situations)),
                }
            }
        }
    }
    // A head of two columns, «Situación emergente  Respuestas esperadas», leaves all under the second.
    if group.is_empty() && !responses.is_empty() {
        let body: Vec<Piece> = segments
            .iter()
            .flat_map(|segment| segment.body.clone())
            .collect();
        if let Some((situations, answers)) = alternate(&body) {
            (group, responses) = (situations, answers);
        }
    }
    out.extend(pair(group, responses));
    for (draft, number) in out.iter_mut().zip(1..) {
        if draft.number == 0 {
            draft.number = number;
        }
    }
    out
}

/// Which of the two is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Situations,
    Responses,
}

/// The items of one side. A bullet under a numbered response is a further response; under a numbered
/// situation it is part of it.
fn listed(pieces: &[Piece], side: Side) -> Vec<Listed> {
    let numbered = pieces
        .iter()
        .any(|piece| matches!(piece.mark, Mark::Number(_)));
    let mut numbering = Numbering::default();
    let mut out: Vec<Listed> = Vec::new();
    let mut glyph_alone = false;
    for piece in pieces {
        if piece.mark == Mark::Bullet && piece.text.is_empty() {
            glyph_alone = true;
            continue;
        }
        let glyph = std::mem::take(&mut glyph_alone) || piece.mark == Mark::Bullet;
        let before = out.last().map(|last| last.text.as_str());
        let number = match piece.mark {
            // Each situation may count its own from one.
            Mark::Number(1) if before.is_none_or(is_complete) && opens(&piece.text) => {
                numbering = Numbering::default();
                numbering.begins(piece, None)
            }
            _ => numbering.begins(piece, before),
        };
        let text = if number.is_some() {
            piece.text.to_string()
        } else {
            piece.whole()
        };
        let apart = side == Side::Responses || !numbered;
        let new = number.is_some()
            || (glyph && apart)
            || out.is_empty()
            || (!numbered
                && opens(&text)
                && before.is_some_and(|t| t.ends_with('.'))
                && (piece.begins || piece.gap || piece.after_short));
        match out.last_mut() {
            Some(last) if !new => append(&mut last.text, &text),
            _ => {
                let mut item = Listed {
                    number: number.or_else(|| {
                        glyph
                            .then(|| out.last().and_then(|last| last.number))
                            .flatten()
                    }),
                    text: String::new(),
                };
                append(&mut item.text, &text);
                out.push(item);
            }
        }
    }
    out
}

/// Whether the layout shows situations and responses side by side.
fn rows(pieces: &[Piece]) -> bool {
    pieces
        .iter()
        .any(|piece| piece.column.is_some_and(|column| column > 0))
}

/// Situations and responses printed side by side: the number of the response repeats that of its
/// situation, or the columns tell them apart.
fn alternate(pieces: &[Piece]) -> Option<(Vec<Listed>, Vec<Listed>)> {
    if rows(pieces) {
        let first = pieces.iter().filter_map(|piece| piece.column).min()?;
        let (left, right): (Vec<Piece>, Vec<Piece>) = pieces
            .iter()
            .cloned()
            .partition(|piece| piece.column == Some(first));
        return Some((
            listed(&left, Side::Situations),
            listed(&right, Side::Responses),
        ));
    }
    let (mut situations, mut responses): (Vec<Listed>, Vec<Listed>) = (Vec::new(), Vec::new());
    let mut answering = false;
    for piece in &pieces.iter().flat_map(in_one_line).collect::<Vec<_>>() {
        if let Mark::Number(number) = piece.mark {
            answering = situations
                .last()
                .is_some_and(|last| last.number == Some(number));
            let side = if answering {
                &mut responses
            } else {
                &mut situations
            };
            side.push(Listed {
                number: Some(number),
                text: piece.text.to_string(),
            });
        } else {
            let side = if answering {
                &mut responses
            } else {
                &mut situations
            };
            append(&mut side.last_mut()?.text, &piece.whole());
        }
    }
    (!responses.is_empty()).then_some((situations, responses))
}

/// «2. Llueve. 2. Cubrir …»: a row of both columns that was extracted as one line.
fn in_one_line(piece: &Piece) -> Vec<Piece> {
    let again = match piece.mark {
        Mark::Number(number) => format!(" {number}. "),
        Mark::None | Mark::Bullet | Mark::Bare(_) => return vec![piece.clone()],
    };
    let flat = piece.text.replace('\t', " ");
    let cut = flat
        .find(&again)
        .filter(|&at| opens(&flat[at + again.len()..]) && is_complete(&flat[..at]));
    match cut {
        Some(at) => vec![
            Piece {
                text: flat[..at].into(),
                ..piece.clone()
            },
            Piece {
                text: flat[at + again.len()..].into(),
                ..piece.clone()
            },
        ],
        None => vec![piece.clone()],
    }
}

/// Responses go to the situation of their number; where the numbers do not tell, one to one; and all to
/// a single situation.
fn pair(situations: Vec<Listed>, responses: Vec<Listed>) -> Vec<Draft> {
    let mut out: Vec<Draft> = situations
        .into_iter()
        .map(|situation| Draft {
            number: situation.number.unwrap_or(0),
            situation: situation.text,
            responses: Vec::new(),
        })
        .collect();
    if responses.is_empty() {
        return out;
    }
    if out.is_empty() {
        out.push(Draft::default());
    }
    let single = out.len() == 1;
    let one_to_one = out.len() == responses.len();
    for (at, response) in responses.into_iter().enumerate() {
        let by_number = response
            .number
            .and_then(|number| out.iter().position(|draft| draft.number == number));
        let place = match (single, one_to_one, by_number) {
            (true, ..) => 0,
            (_, true, _) => at,
            (_, _, Some(place)) => place,
            _ => at.min(out.len() - 1),
        };
        out[place].responses.push(response.text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    fn segment(label: Label, lines: &[&str]) -> Segment {
        let body = lines
            .iter()
            .map(|text| Piece::of(&Raw::text(1, 1, text), 0))
            .collect();
        Segment {
            label,
            printed: String::new(),
            heads: 0..0,
            body,
        }
    }

    fn shape(segments: &[Segment]) -> Vec<(u32, usize)> {
        contingencies(segments)
            .iter()
            .map(|draft| (draft.number, draft.responses.len()))
            .collect()
    }

    #[test]
    fn responses_find_their_situation() {
        use Label::{Responses, Situation};
        let one = [
            segment(Situation, &["1. Se rompe la cadena."]),
            segment(Responses, &["1. Detener la marcha.", "2. Avisar."]),
        ];
        let listed = [
            segment(Situation, &["1. Llueve.", "2. Se poncha", "la llanta."]),
            segment(Responses, &["1. Cubrir.", "2. Parchar."]),
        ];
        let turns = [
            segment(Situation, &["1. Llueve."]),
            segment(Responses, &["1. Cubrir."]),
            segment(Situation, &["2. Se poncha."]),
            segment(Responses, &["2. Parchar.", "• Avisar."]),
        ];
        let beside = [
            segment(Situation, &[]),
            segment(
                Responses,
                &["1. Llueve.", "1. Cubrir.", "2. Truena.", "2. Entrar."],
            ),
        ];

        let one_line = [
            segment(Situation, &[]),
            segment(
                Responses,
                &[
                    "1. Llueve. 1. Cubrir la",
                    "carga.",
                    "2. Truena.",
                    "2. Entrar.",
                ],
            ),
        ];

        assert_eq!(shape(&one_line), [(1, 1), (2, 1)]);
        assert_eq!(shape(&one), [(1, 2)]);
        assert_eq!(shape(&listed), [(1, 1), (2, 1)]);
        assert_eq!(shape(&turns), [(1, 1), (2, 2)]);
        assert_eq!(shape(&beside), [(1, 1), (2, 1)]);
    }
}
