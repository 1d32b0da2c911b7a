//! Whether a text was decoded as something else than it was written in, told by its Spanish: letters
//! with accents stand where signs do.

/// What stands inside the words of a text, where Spanish has letters only.
#[derive(Debug, Default, PartialEq, Eq)]
struct Inside {
    /// Letters of Spanish beyond ASCII.
    spanish: usize,
    /// What may join words, and is a letter of Spanish in another code page: «informaci—n».
    joins: usize,
    /// Anything else beyond ASCII.
    odd: usize,
}

/// Whether text of one byte a letter was written in another code page: «informaci¢n», «informaci—n».
pub(crate) fn is_other_page(text: &str) -> bool {
    let inside = inside(text);
    // Spanish without one accent within a word, whose words are joined all the time, is of a Macintosh.
    let joined_only = inside.spanish == 0 && inside.joins > 2;
    inside.odd * 4 > inside.spanish || joined_only || doubled(text) > 2
}

/// Whether UTF-8 was taken for one byte a letter and encoded again: «informaciÃ³n».
pub(crate) fn is_doubled(text: &str) -> bool {
    let doubled = doubled(text);
    doubled > 0 && doubled * 4 > inside(text).spanish
}

/// Whether it is UTF-7, which is all ASCII: «informaci+APM-n».
pub(crate) fn is_utf7(text: &str) -> bool {
    let shifted = |at: usize| matches!(text.as_bytes().get(at + 2), Some(b'K'..=b'P'));
    text.is_ascii()
        && text
            .match_indices("+A")
            .filter(|(at, _)| shifted(*at))
            .count()
            > 2
}

fn inside(text: &str) -> Inside {
    const SPANISH: &str = "áéíóúüñÁÉÍÓÚÜÑ";
    /// What authors and typesetters put between two words without a space.
    const JOINS: &str = "\u{A0}\u{AD}–—’‘“”«»…·•½¼¾ªº°®™©";
    let mut out = Inside::default();
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        let within = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        if within && !c.is_ascii() {
            match c {
                c if SPANISH.contains(c) => out.spanish += 1,
                '–' | '—' | '’' => out.joins += 1, // ñ, ó and í of a Macintosh.
                c if JOINS.contains(c) => {}
                _ => out.odd += 1,
            }
        }
        before = c;
    }
    out
}

/// How many letters stand as the two that UTF-8 makes of them.
fn doubled(text: &str) -> usize {
    let second = |c: char| {
        // 0x80 to 0xBF, as they are or as Windows-1252 shows them.
        ('\u{80}'..='\u{BF}').contains(&c) || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
    };
    text.match_indices(['Ã', 'Â'])
        .filter(|(at, lead)| text[at + lead.len()..].starts_with(second))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "La información de la revisión técnica está aquí: año, cigüeñal y búsqueda.";

    fn as_windows(bytes: &[u8]) -> String {
        bytes
            .iter()
            .map(|&byte| crate::text::windows_1252(byte))
            .collect()
    }

    fn in_page(page: &[(char, u8)]) -> String {
        let byte = |c: char| {
            let there = page.iter().find(|(letter, _)| *letter == c);
            there.map_or_else(|| u8::try_from(u32::from(c)).unwrap(), |(_, byte)| *byte)
        };
        as_windows(&TEXT.chars().map(byte).collect::<Vec<u8>>())
    }

    #[test]
    fn other_code_pages_are_told_by_their_spanish() {
        let dos = [
            ('á', 0xA0),
            ('é', 0x82),
            ('í', 0xA1),
            ('ó', 0xA2),
            ('ú', 0xA3),
            ('ü', 0x81),
            ('ñ', 0xA4),
        ];
        let mac = [
            ('á', 0x87),
            ('é', 0x8E),
            ('í', 0x92),
            ('ó', 0x97),
            ('ú', 0x9C),
            ('ü', 0x9F),
            ('ñ', 0x96),
        ];

        assert!(is_other_page(&in_page(&dos)));
        assert!(is_other_page(&in_page(&mac)));
        assert!(is_other_page(&as_windows(TEXT.repeat(2).as_bytes())));
        // None of the letters that stand as odd signs.
        let few = "La informacion de la revision, con el ano de la senalizacion y la tecnica";
        let few = few.replace("cion", "ci—n").replace("sion", "si—n");
        assert!(is_other_page(&few));
        assert!(!is_other_page("Un freno—dos llaves—y tres frenos"));
        assert!(!is_other_page(TEXT));
        assert!(!is_other_page(
            "El mantenimiento\u{A0}del freno—y la llave d’Or"
        ));
    }

    #[test]
    fn text_encoded_twice_and_utf7_are_told() {
        let twice = as_windows(TEXT.as_bytes());

        assert!(is_doubled(&twice));
        assert!(!is_doubled(TEXT));
        assert!(!is_doubled(&format!(
            "{} Se ve «Ã³» en vez de la letra.",
            TEXT.repeat(2)
        )));
        assert!(is_utf7("informaci+APM-n, revisi+APM-n y a+APE-o"));
        assert!(!is_utf7("tipo B+A y C+AB, 2+A"));
    }
}
