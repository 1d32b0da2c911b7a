//! Functions from lines of text: pasted, or read from a document.
//!
//! How deep a line stands is told by its number («1.2.1») where it has one, and otherwise by its
//! indent. A line deeper than what is above it allows stands one below it.

use super::Function;
use crate::ids::Ids;

/// The functions that some lines are, with those below each.
pub fn functions(text: &str, ids: &mut Ids) -> Vec<Function> {
    let mut tops: Vec<Function> = Vec::new();
    let mut indents: Vec<usize> = Vec::new();
    let mut first = None;
    let mut above = 0;
    for line in text.lines() {
        let (indent, number, words) = parts(line);
        let words = crate::text::clean(words, false);
        if words.is_empty() {
            continue;
        }
        let depth = match number {
            Some(number) => number.saturating_sub(*first.get_or_insert(number)),
            None => {
                while indents.last().is_some_and(|open| *open > indent) {
                    indents.pop();
                }
                if indents.last() != Some(&indent) {
                    indents.push(indent);
                }
                indents.len() - 1
            }
        };
        let depth = if tops.is_empty() {
            0
        } else {
            depth.min(above + 1)
        };
        let mut list = &mut tops;
        for _ in 0..depth {
            let Some(at) = list.len().checked_sub(1) else {
                break;
            };
            list = &mut list[at].parts;
        }
        list.push(Function {
            text: words,
            ..Function::blank(ids.part())
        });
        above = depth;
    }
    tops
}

/// How far in a line begins, how many numbers it has, and its words.
fn parts(line: &str) -> (usize, Option<usize>, &str) {
    let mut indent = 0;
    let mut rest = line;
    while let Some(c) = rest.chars().next().filter(|c| c.is_whitespace()) {
        indent += if c == '\t' { 4 } else { 1 };
        rest = &rest[c.len_utf8()..];
    }
    let bullet = |c: char| {
        matches!(
            c,
            '•' | '·' | '●' | '○' | '▪' | '-' | '–' | '*' | '\u{F0B7}'
        )
    };
    if let Some(words) = rest.strip_prefix(bullet)
        && words.starts_with(char::is_whitespace)
    {
        return (indent, None, words);
    }
    let numbered = rest.find(|c: char| !c.is_ascii_digit() && c != '.');
    let numbered = &rest[..numbered.unwrap_or(0)];
    let numbers = numbered.split('.').filter(|number| !number.is_empty());
    let words = rest[numbered.len()..].trim_start_matches(['-', ')', '°']);
    match numbers.count() {
        0 => (indent, None, rest),
        // «3 bicicletas» is no number of a list; «3. ajustar» is, and «3 Ajustar».
        1 if !numbered.ends_with('.') && words.len() + numbered.len() == rest.len() => {
            let opens = words.trim_start().starts_with(char::is_uppercase);
            match opens && words.starts_with(char::is_whitespace) {
                true => (indent, Some(1), words),
                false => (indent, None, rest),
            }
        }
        count => (indent, Some(count), words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> String {
        fn draw(functions: &[Function], depth: usize, out: &mut String) {
            for function in functions {
                out.push_str(&"-".repeat(depth));
                out.push_str(&function.text);
                out.push(' ');
                draw(&function.parts, depth + 1, out);
            }
        }
        let mut out = String::new();
        draw(&functions(text, &mut Ids::fixed()), 0, &mut out);
        out.trim_end().to_owned()
    }

    #[test]
    fn depth_is_told_by_numbers_or_by_indents() {
        assert_eq!(
            drawn("1. A\n1.1 B\n1.1.1.- C\n1.2 D\n2. E"),
            "A -B --C -D E"
        );
        assert_eq!(drawn("2.1 A\n2.1.1 B\n2.2 C"), "A -B C");
        assert_eq!(drawn("A\n\tB\n\t\tC\n\tD\nE"), "A -B --C -D E");
        assert_eq!(drawn("• A\n  ○ B\n• C"), "A -B C");
        assert_eq!(drawn("A\nB\n\nC"), "A B C");
    }

    #[test]
    fn what_is_no_number_stays() {
        assert_eq!(drawn("3 bicicletas por taller"), "3 bicicletas por taller");
        assert_eq!(drawn("-Ajustar"), "-Ajustar");
        assert_eq!(drawn("1\tAjustar"), "Ajustar");
    }

    #[test]
    fn odd_depths_lose_nothing() {
        assert_eq!(drawn("1.1.1 A\n1 B\n1.1.1.1 C"), "A B -C");
        assert_eq!(drawn("\t\t\tA\nB\n  C\n D"), "A B -C -D");
        assert_eq!(drawn(""), "");
    }
}
