//! Section II: the standard at the left, its elements at the right.

use std::ops::Range;

use super::identity::{of_element, take_reference};
use super::prose::{append, joined};
use super::sections::is_reference_row;
use crate::lines::{Piece, opens};
use crate::phrase::{find, prefix, squeeze};
use crate::source::Source;

/// What section II says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    /// The title of each element, in order.
    pub(crate) titles: Vec<String>,
    /// Its labels, and the title of the standard, as printed, each with the line it begins on.
    pub(crate) headings: Vec<(usize, String)>,
}

/// Reads the section; the title of the standard tells where the first element's begins. `moved` is that
/// title where it was extracted elsewhere.
pub(crate) fn profile(pieces: &[Piece], title: &str, moved: &[Piece]) -> Profile {
    let mut out = Profile::default();
    // What stands under each «Elemento n de m», and before the first.
    let mut blocks: Vec<Vec<(String, Option<u16>)>> = vec![Vec::new()];
    for piece in pieces {
        let mut rest = piece.whole().replace('\t', " ");
        if let Some(end) = prefix(&rest, "estandardecompetencia")
            .filter(|_| out.titles.is_empty() && blocks.len() == 1)
        {
            let label = rest[..end].to_owned();
            let after = rest[end..].trim_start_matches([':', ' ']).to_owned();
            // The title itself may begin so; the label is alone or followed by the first element.
            if after.is_empty() || squeeze(&after).starts_with("elemento") || opens(&after) {
                out.headings.push((piece.source, label));
                rest = after;
            }
        }
        while let Some((start, end, printed)) = element_label(&rest) {
            let before = rest[..start].trim().to_owned();
            push(&mut blocks, &before, piece.column);
            out.headings.push((piece.source, printed));
            blocks.push(Vec::new());
            rest = rest[end..].trim_start_matches([':', '.', ' ']).to_owned();
        }
        push(&mut blocks, rest.trim(), piece.column);
    }
    let line = pieces.first().map_or(0, |piece| piece.source);
    let mut blocks = blocks.into_iter();
    let head = text_of(&blocks.next().unwrap_or_default());
    let mut elements: Vec<Vec<(String, Option<u16>)>> = blocks.collect();
    if !head.is_empty() {
        out.headings.push((line, head.clone()));
    }
    let printed_before = squeeze(&head) == squeeze(title) && !head.is_empty();
    if let Some(first) = elements.first_mut()
        && !printed_before
        && let Some(standard) = take_title(first, title)
    {
        out.headings.push((line, standard));
    }
    out.titles = elements.iter().map(|lines| text_of(lines)).collect();
    if let Some(first) = out.titles.first_mut()
        && !moved.is_empty()
    {
        append(first, &joined(moved));
    }
    out
}

/// The lines, among those of the document, that repeat the title of the first element at the foot of the
/// page of section II: the frame it stands in is drawn last.
pub(crate) fn moved_title(source: &Source, content: &[usize]) -> Range<usize> {
    let text = |at: usize| &*source.lines[content[at]].text;
    let none = 0..0;
    let headed = |at: &usize| squeeze(text(*at)).ends_with("perfildelestandardecompetencia");
    let Some(heading) = (0..content.len()).find(headed) else {
        return none;
    };
    let page = source.lines[content[heading]].page;
    let end = (heading..content.len())
        .find(|&at| source.lines[content[at]].page != page)
        .unwrap_or(content.len());
    let Some(row) = (heading..content.len()).find(|&at| is_reference_row(text(at))) else {
        return none;
    };
    let lines = (row..content.len()).take_while(|&at| {
        let squeezed = squeeze(text(at));
        !squeezed.starts_with("criterio") && !squeezed.starts_with("lapersona")
    });
    let pieces: Vec<Piece> = lines
        .take(MOST_LINES)
        .map(|at| Piece::of(&source.lines[content[at]], content[at]))
        .collect();
    let first = of_element(&pieces);
    let wanted = squeeze(&first.title);
    if first.index != Some(1) || wanted.is_empty() {
        return none;
    }
    let said = |range: Range<usize>| range.map(|at| squeeze(text(at))).collect::<String>();
    let start = (heading + 1..end)
        .rev()
        .take(MOST_LINES)
        .find(|&start| said(start..end) == wanted);
    // Right under its own label it is where it belongs.
    let label = |start: usize| {
        let labels = (heading..start).rev();
        labels
            .filter_map(|at| element_label(text(at)).map(|(.., said)| said))
            .next()
    };
    start
        .filter(|&start| {
            label(start).is_some_and(|said| !squeeze(&said).starts_with("elemento1de"))
        })
        .map_or(none, |start| start..end)
}

/// Most lines that a title takes.
const MOST_LINES: usize = 5;

fn push(blocks: &mut [Vec<(String, Option<u16>)>], text: &str, column: Option<u16>) {
    if let Some(last) = blocks.last_mut().filter(|_| !text.is_empty()) {
        last.push((text.to_owned(), column));
    }
}

fn text_of(lines: &[(String, Option<u16>)]) -> String {
    let mut text = String::new();
    for (line, _) in lines {
        append(&mut text, line);
    }
    text
}

/// «Elemento 1 de 3» in a line: where it begins and ends, and as printed.
fn element_label(text: &str) -> Option<(usize, usize, String)> {
    let (start, end) = find(text, "elemento")?;
    let (index, count, _) = take_reference(text[end..].trim_start())?;
    let rest = &text[end..];
    let digits = format!("{index}de{count}");
    let close = end + prefix(rest, &digits)?;
    Some((start, close, text[start..close].to_owned()))
}

/// Takes the title of the standard from the head of the first element's lines.
fn take_title(lines: &mut Vec<(String, Option<u16>)>, title: &str) -> Option<String> {
    if let Some(standard) = take_column(lines) {
        return Some(standard);
    }
    let whole = text_of(lines);
    let wanted = squeeze(title);
    if let Some(end) = prefix(&whole, &wanted).filter(|_| !wanted.is_empty()) {
        let (standard, rest) = whole.split_at(end);
        *lines = vec![(rest.trim_start_matches(['.', ' ']).to_owned(), None)];
        return Some(standard.to_owned());
    }
    // The two differ: the element begins at the first line that begins with an infinitive.
    let at = lines
        .iter()
        .skip(1)
        .position(|(line, _)| begins_with_infinitive(line))?
        + 1;
    let rest = lines.split_off(at);
    let standard = text_of(lines);
    *lines = rest;
    Some(standard)
}

/// Where the layout shows columns, the standard's title is what stands in the left one.
fn take_column(lines: &mut Vec<(String, Option<u16>)>) -> Option<String> {
    let first = lines.iter().filter_map(|(_, column)| *column).min()?;
    let last = lines.iter().filter_map(|(_, column)| *column).max()?;
    if first == last {
        return None;
    }
    let (left, right) = std::mem::take(lines)
        .into_iter()
        .partition(|(_, column)| *column == Some(first));
    *lines = right;
    Some(text_of(&left))
}

fn begins_with_infinitive(line: &str) -> bool {
    let word = line.split([' ', '/', ',']).next().unwrap_or("");
    let squeezed = squeeze(word);
    opens(line)
        && squeezed.len() > 3
        && ["ar", "er", "ir"]
            .iter()
            .any(|ending| squeezed.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;

    #[test]
    fn the_titles_of_the_elements_are_told_from_that_of_the_standard() {
        let lines = [
            "Estándar de Competencia\tElemento 1 de 2",
            "Reparación de bicicletas",
            "urbanas",
            "Preparar el taller",
            "Elemento 2 de 2",
            "Reparar la",
            "bicicleta",
        ];
        let pieces: Vec<Piece> = lines
            .iter()
            .map(|text| Piece::of(&Raw::text(1, 1, text), 0))
            .collect();

        let same = profile(&pieces, "Reparación de bicicletas urbanas", &[]);
        let other = profile(&pieces, "Reparación de bicicletas", &[]);

        assert_eq!(same.titles, ["Preparar el taller", "Reparar la bicicleta"]);
        let headings: Vec<&str> = same
            .headings
            .iter()
            .map(|(_, printed)| printed.as_str())
            .collect();
        assert_eq!(
            headings,
            [
                "Estándar de Competencia",
                "Elemento 1 de 2",
                "Elemento 2 de 2",
                "Reparación de bicicletas urbanas"
            ]
        );
        assert_eq!(other.titles[1], "Reparar la bicicleta");
    }
}
