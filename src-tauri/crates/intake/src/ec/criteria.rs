//! Performances and products: a numbered line, and the characteristics under it.

use super::numbering::Numbering;
use super::prose::{append, is_complete};
use crate::lines::{Mark, Piece, opens};

/// A performance or a product as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) number: u32,
    pub(crate) text: String,
    pub(crate) characteristics: Vec<String>,
}

impl Draft {
    fn last_text(&self) -> &str {
        self.characteristics.last().unwrap_or(&self.text)
    }
}

/// The criteria of a list.
pub(crate) fn criteria(pieces: &[Piece]) -> Vec<Draft> {
    let bullets = pieces.iter().any(|piece| piece.mark == Mark::Bullet);
    let numbered = pieces
        .iter()
        .any(|piece| matches!(piece.mark, Mark::Number(_) | Mark::Bare(_)));
    let main = pieces.iter().find_map(|piece| piece.glyph);
    // Whether the item before is one of a list inside a characteristic.
    let mut within = false;
    let mut numbering = Numbering::default();
    let mut out: Vec<Draft> = Vec::new();
    let mut glyph_alone = false;
    for (at, piece) in pieces.iter().enumerate() {
        if piece.mark == Mark::Bullet && piece.text.is_empty() {
            glyph_alone = true;
            continue;
        }
        let glyph = std::mem::take(&mut glyph_alone) && piece.mark == Mark::None;
        if let Some(number) = numbering.begins(piece, out.last().map(Draft::last_text)) {
            out.push(begun(number, &piece.text));
            continue;
        }
        let text = piece.whole();
        let Some(current) = out.last_mut() else {
            out.push(begun(numbering.next(), &text));
            continue;
        };
        let inner = is_inner(piece, current, main, within);
        within = inner;
        let role = if inner {
            Role::GoesOn
        } else if piece.mark == Mark::Bullet || glyph {
            Role::Characteristic
        } else if unnumbered(pieces, at, current, bullets, numbered) {
            Role::Criterion
        } else {
            role(piece, current, bullets)
        };
        match role {
            Role::Criterion => out.push(begun(numbering.next(), &text)),
            Role::Characteristic => {
                let mut characteristic = String::new();
                append(&mut characteristic, &text);
                current.characteristics.push(characteristic);
            }
            Role::GoesOn => append(
                current
                    .characteristics
                    .last_mut()
                    .unwrap_or(&mut current.text),
                &text,
            ),
        }
    }
    out
}

/// Whether an item belongs to a list inside a characteristic: «Incluye las calles: – primarias, –
/// secundarias», with another bullet than that of the characteristics.
fn is_inner(piece: &Piece, current: &Draft, main: Option<char>, within: bool) -> bool {
    let other = piece
        .glyph
        .is_some_and(|glyph| is_dash(glyph) && main.is_some_and(|main| !is_dash(main)));
    let opened = current
        .characteristics
        .last()
        .is_some_and(|text| text.ends_with(':'));
    other && (opened || within)
}

fn is_dash(glyph: char) -> bool {
    matches!(glyph, '-' | '–' | '—' | 'o' | '○' | '◦')
}

fn begun(number: u32, text: &str) -> Draft {
    let mut draft = Draft {
        number,
        text: String::new(),
        characteristics: Vec::new(),
    };
    append(&mut draft.text, text);
    draft
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Criterion,
    Characteristic,
    GoesOn,
}

/// What a line without bullet or number is.
fn role(piece: &Piece, current: &Draft, bullets: bool) -> Role {
    let text = &piece.text;
    let before = current.last_text();
    if !opens(text) || text.chars().count() < 3 {
        return Role::GoesOn;
    }
    let first = current.characteristics.is_empty();
    if piece.begins {
        return Role::Characteristic;
    }
    if first {
        // The line has ended: what follows is under it.
        let ended = before.ends_with(':') || (is_complete(before) && is_gerund(text));
        return if ended && (!bullets || is_gerund(text) || piece.after_short) {
            Role::Characteristic
        } else {
            Role::GoesOn
        };
    }
    if !is_complete(before) {
        return Role::GoesOn;
    }
    // Among bullets a line without one is another item only if it plainly begins like one, or the
    // conjunction before the last item has come.
    let last = before.ends_with(", y") || before.ends_with(", e") || before.ends_with("; y");
    if !bullets || last || is_gerund(text) {
        Role::Characteristic
    } else {
        Role::GoesOn
    }
}

/// Whether a criterion begins here that lost its number: the one before has ended, and what follows is
/// a line with its colon and then characteristics.
fn unnumbered(pieces: &[Piece], at: usize, current: &Draft, bullets: bool, numbered: bool) -> bool {
    let piece = &pieces[at];
    let ended = !current.characteristics.is_empty() && current.last_text().ends_with('.');
    if piece.mark != Mark::None || !ended || !opens(&piece.text) || is_gerund(&piece.text) {
        return false;
    }
    if numbered && !(piece.gap || piece.begins || piece.after_short) {
        return false;
    }
    // Its colon comes before the next bullet or number.
    let lines = pieces[at..].iter().take(4);
    let mut colon = false;
    for (line, next) in lines.enumerate() {
        if line > 0 && next.mark != Mark::None {
            return colon && (next.mark == Mark::Bullet || !bullets);
        }
        if colon {
            return !bullets; // A characteristic without a bullet follows.
        }
        colon = next.text.trim_end().ends_with(':');
    }
    false
}

/// «Verificando», «Colocándolas», «Siguiendo».
pub(crate) fn is_gerund(text: &str) -> bool {
    let word: String = text
        .split([' ', '\t', '/', ',', ':'])
        .next()
        .unwrap_or("")
        .chars()
        .filter_map(crate::phrase::bare)
        .collect();
    let stem = [
        "selas", "selos", "sela", "selo", "las", "los", "les", "la", "lo", "le", "se", "nos", "me",
    ]
    .iter()
    .find_map(|enclitic| {
        word.strip_suffix(enclitic)
            .filter(|stem| stem.ends_with("ndo"))
    })
    .unwrap_or(&word);
    stem.len() > 4 && (stem.ends_with("ando") || stem.ends_with("endo"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    fn read(lines: &[&str]) -> Vec<Draft> {
        let pieces: Vec<Piece> = lines
            .iter()
            .map(|text| Piece::of(&Raw::text(1, 1, text), 0))
            .collect();
        criteria(&pieces)
    }

    fn shape(lines: &[&str]) -> Vec<(u32, usize)> {
        read(lines)
            .iter()
            .map(|draft| (draft.number, draft.characteristics.len()))
            .collect()
    }

    #[test]
    fn bullets_and_numbers_are_counted_however_they_are_printed() {
        assert_eq!(
            shape(&[
                "1. Ajusta el freno:",
                "• Verificando la",
                "palanca, y",
                "• Girando el tensor.",
                "2.\tLimpia:",
                "● Usando paño."
            ]),
            [(1, 2), (2, 1)]
        );
        assert_eq!(
            shape(&[
                "1 Ajusta el freno:",
                "\u{F0B7}",
                "Verificando,",
                "y",
                "\u{F0B7}",
                "Girando.",
                "3. Mide:",
                "\u{F0B7} Uno."
            ]),
            [(1, 2), (3, 1)]
        );
        assert_eq!(
            shape(&["1. Ajusta:", "\u{F0B7} Con la llave", "2 horas después."]),
            [(1, 1)]
        );
    }

    #[test]
    fn characteristics_without_bullets_are_told_by_their_punctuation() {
        let lines = [
            "1. Ajusta el freno de la",
            "bicicleta:",
            "Verificando que la palanca",
            "regrese,",
            "Girando el tensor, y",
            "Midiendo el recorrido.",
            "2. Limpia la cadena:",
            "Usando paño.",
        ];

        assert_eq!(shape(&lines), [(1, 3), (2, 1)]);
    }

    #[test]
    fn a_list_inside_a_characteristic_is_part_of_it() {
        let lines = [
            "1. El plano, elaborado:",
            "• Incluye las calles:",
            "- Primarias,",
            "- Secundarias, y",
            "• Contiene la escala.",
        ];

        let read = read(&lines);

        assert_eq!(
            read[0].characteristics,
            [
                "Incluye las calles: Primarias, Secundarias, y",
                "Contiene la escala."
            ]
        );
    }

    #[test]
    fn a_lone_conjunction_belongs_to_the_line_above() {
        let read = read(&["1. Ajusta:", "• Verificando la palanca,", "y", "• Girando."]);

        assert_eq!(
            read[0].characteristics,
            ["Verificando la palanca, y", "Girando."]
        );
    }

    #[test]
    fn a_criterion_that_lost_its_number_takes_the_next() {
        let lines = [
            "1. Ajusta:",
            "• Verificando.",
            "2. Mide:",
            "• Usando la regla.",
        ];
        let mut raws: Vec<Raw> = lines.iter().map(|text| Raw::text(1, 1, text)).collect();
        raws.push(Raw {
            gap: true,
            ..Raw::text(1, 1, "Limpia la cadena:")
        });
        raws.push(Raw::text(1, 1, "• Usando paño."));
        let pieces: Vec<Piece> = raws.iter().map(|raw| Piece::of(raw, 0)).collect();

        let numbers: Vec<u32> = criteria(&pieces).iter().map(|draft| draft.number).collect();

        assert_eq!(numbers, [1, 2, 3]);
    }
}
