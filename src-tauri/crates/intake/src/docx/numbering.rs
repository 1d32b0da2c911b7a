//! The bullets and numbers that Word draws by itself.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::body::attribute;

/// How one level of a list is drawn.
#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// What a style says of lists: which, at what level, and which style it is based on.
type Style = (Option<String>, Option<u32>, Option<String>);

/// The lists of a document, and how far each has counted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbering {
    /// The levels of each abstract list.
    lists: HashMap<String, HashMap<u32, Level>>,
    /// Which abstract list a list is, and where it starts anew.
    instances: HashMap<String, (String, HashMap<u32, u32>)>,
    /// The list a style draws.
    styles: HashMap<String, Style>,
    counts: HashMap<String, HashMap<u32, u32>>,
    /// The lists whose new start has been taken.
    restarted: HashMap<String, bool>,
}

impl Numbering {
    /// Reads the definitions; what is damaged in them is left out.
    pub(crate) fn read(numbering: &str, styles: &str) -> Numbering {
        let mut out = Numbering::default();
        out.read_lists(numbering);
        out.read_styles(styles);
        out
    }

    fn read_lists(&mut self, xml: &str) {
        let (mut list, mut level, mut instance) = (String::new(), 0u32, String::new());
        each_tag(xml, |name, tag| {
            let value = || attribute(tag, "val").unwrap_or_default();
            match name {
                "abstractNum" => list = attribute(tag, "abstractNumId").unwrap_or_default(),
                "num" => {
                    instance = attribute(tag, "numId").unwrap_or_default();
                    list.clear();
                }
                "abstractNumId" => {
                    self.instances
                        .insert(instance.clone(), (value(), HashMap::new()));
                }
                "lvl" | "lvlOverride" => {
                    level = attribute(tag, "ilvl")
                        .and_then(|level| level.parse().ok())
                        .unwrap_or(0);
                }
                "startOverride" => {
                    if let (Some((_, starts)), Ok(start)) =
                        (self.instances.get_mut(&instance), value().parse())
                    {
                        starts.insert(level, start);
                    }
                }
                "start" | "numFmt" | "lvlText" if !list.is_empty() => {
                    let entry = self
                        .lists
                        .entry(list.clone())
                        .or_default()
                        .entry(level)
                        .or_insert_with(|| Level {
                            start: 1,
                            ..Level::default()
                        });
                    match name {
                        "start" => entry.start = value().parse().unwrap_or(1),
                        "numFmt" => entry.format = value(),
                        _ => entry.text = value(), // The third.
                    }
                }
                _ => {}
            }
        });
    }

    fn read_styles(&mut self, xml: &str) {
        let mut style = String::new();
        each_tag(xml, |name, tag| match name {
            "style" => {
                style = attribute(tag, "styleId").unwrap_or_default();
                self.styles.entry(style.clone()).or_default();
            }
            "numId" | "ilvl" | "basedOn" => {
                let value = attribute(tag, "val");
                if let Some(known) = self.styles.get_mut(&style) {
                    match name {
                        "numId" => known.0 = value,
                        "ilvl" => known.1 = value.and_then(|level| level.parse().ok()),
                        _ => known.2 = value, // The third.
                    }
                }
            }
            _ => {}
        });
    }

    /// The bullet or number drawn before a paragraph, and one more counted.
    pub(crate) fn mark(
        &mut self,
        list: Option<&str>,
        level: Option<u32>,
        style: Option<&str>,
    ) -> Option<String> {
        let (styled, styled_level) = self.of_style(style);
        let id = list.map(str::to_owned).or(styled)?;
        let level = level.or(styled_level).unwrap_or(0).min(8); // Word has nine.
        if id == "0" {
            return None; // «No list», against the style.
        }
        let (abstract_id, starts) = self.instances.get(&id)?.clone();
        let levels = self.lists.get(&abstract_id)?.clone();
        let known = levels.get(&level)?;
        if known.format == "none" {
            return None;
        }
        if known.format == "bullet" {
            return Some("•".to_owned());
        }
        let counts = self.counts.entry(abstract_id).or_default();
        if !starts.is_empty() && self.restarted.insert(id, true).is_none() {
            for (level, start) in &starts {
                counts.insert(*level, start.saturating_sub(1));
            }
        }
        let count = counts
            .entry(level)
            .or_insert_with(|| known.start.saturating_sub(1));
        *count = count.saturating_add(1);
        counts.retain(|deeper, _| *deeper <= level);
        let mut text = known.text.clone();
        for at in 0..=level {
            let number = counts.get(&at).copied().unwrap_or(1);
            let format = levels
                .get(&at)
                .map_or("decimal", |level| level.format.as_str());
            text = text.replace(&format!("%{}", at + 1), &drawn(number, format));
        }
        Some(text).filter(|text| !text.trim().is_empty())
    }

    /// The list of a style, or of the one it is based on.
    fn of_style(&self, style: Option<&str>) -> (Option<String>, Option<u32>) {
        let mut style = style.map(str::to_owned);
        for _ in 0..12 {
            let Some((list, level, based)) =
                style.as_ref().and_then(|style| self.styles.get(style))
            else {
                break;
            };
            if list.is_some() {
                return (list.clone(), *level);
            }
            style = based.clone();
        }
        (None, None)
    }
}

fn each_tag(xml: &str, mut look: impl FnMut(&str, &BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => look(tag.local_name().into_inner(), &tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// A number in the way a list draws it.
fn drawn(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letter(number).to_lowercase(),
        "upperLetter" => letter(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

fn letter(number: u32) -> String {
    let place = u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0);
    char::from(b'A' + place).to_string()
}

fn roman(mut number: u32) -> String {
    #[rustfmt::skip] // A table is read down its columns.
    const SIGNS: &[(u32, &str)] = &[(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    number = number.min(89);
    let mut out = String::new();
    for &(value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
        <w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>
        <w:num w:numId="8"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        </w:numbering>"#;

    #[test]
    fn lists_count_as_word_counts() {
        let mut numbering = Numbering::read(
            LISTS,
            r#"<w:styles xmlns:w="w"><w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>"#,
        );

        let marks: Vec<Option<String>> = [
            numbering.mark(Some("7"), Some(0), None),
            numbering.mark(Some("7"), Some(1), None),
            numbering.mark(None, None, Some("Item")),
            numbering.mark(Some("8"), Some(0), None),
            numbering.mark(Some("0"), None, Some("Item")),
        ]
        .into();

        let expected = [Some("1."), Some("•"), Some("2."), Some("1."), None];
        assert_eq!(marks, expected.map(|mark| mark.map(str::to_owned)));
    }
}
