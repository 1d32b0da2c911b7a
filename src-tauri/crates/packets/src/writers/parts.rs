//! The parts of a Word file, as they are packed.
//!
//! The library that makes them writes what is inside an element in the order it was asked for;
//! the schema of the format (ISO/IEC 29500-1, transitional) has one order, and Word may call a file
//! damaged that keeps another. Here each part is put in that order, what the schema does not know is
//! left out, and all is packed in the order of the names with one date: the same sheet gives the
//! same bytes.

use std::io::{Cursor, Read, Write};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

use crate::error::Error;

/// The mark of a head row, which the library cannot name: no other row is given a height.
pub(super) const HEAD: u16 = 999;

/// What is first in the file.
const CONTENT_TYPES: &str = "[Content_Types].xml";

/// Where the pictures are.
const MEDIA: &str = "word/media/";

/// How a photograph begins.
const JPEG: &[u8] = b"\xff\xd8\xff";

/// What stands inside an element, in the order of the schema; what we never write is left out.
#[rustfmt::skip] // A table is read down its columns.
const ORDER: &[(&str, &[&str])] = &[
    ("w:pPr",      &["w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl",
                     "w:numPr", "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc",
                     "w:outlineLvl", "w:rPr"]),
    ("w:rPr",      &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:strike", "w:color",
                     "w:sz", "w:szCs", "w:u", "w:vertAlign", "w:lang"]),
    ("w:numPr",    &["w:ilvl", "w:numId"]),
    ("w:tblPr",    &["w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout",
                     "w:tblCellMar", "w:tblLook"]),
    ("w:tcPr",     &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:tcMar", "w:vAlign"]),
    ("w:sectPr",   &["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:cols",
                     "w:docGrid"]),
    ("w:style",    &["w:name", "w:basedOn", "w:next", "w:uiPriority", "w:qFormat", "w:pPr", "w:rPr"]),
    ("w:lvl",      &["w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"]),
    ("w:settings", &["w:zoom", "w:defaultTabStop", "w:compat"]),
];

/// The same parts, valid and compressed; the title and the language told where Word looks for them.
pub(super) fn packed(
    loose: &[u8],
    title: &str,
    mark: &str,
    pictures: &[&str],
) -> Result<Vec<u8>, Error> {
    let mut archive = zip::ZipArchive::new(Cursor::new(loose))?;
    let mut names = Vec::new();
    for name in archive.file_names() {
        names.push(name?.into_owned());
    }
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let mut photographs = Vec::new();
    // The pictures are read first: how each is called is told by other parts.
    names.sort_by_key(|name| !name.starts_with(MEDIA));
    let mut read = Vec::with_capacity(names.len());
    for mut name in names {
        let mut part = Vec::new();
        archive.by_name(&name)?.read_to_end(&mut part)?;
        if name.starts_with(MEDIA) && part.starts_with(JPEG) {
            photographs.push(name.trim_start_matches("word/").to_owned());
            name = jpeg(&name);
        }
        read.push((name, part));
    }
    read.sort_by(|(one, _), (other, _)| {
        let first = |name: &str| name != CONTENT_TYPES;
        (first(one), one).cmp(&(first(other), other))
    });
    for (name, mut part) in read {
        if name == "docProps/core.xml" {
            part = core_properties(title).into_bytes();
        } else if name.starts_with("word/") && !name.starts_with(MEDIA) {
            part = in_order(&part).map_err(|error| Error::Word(error.to_string()))?;
        }
        if name.starts_with("word/header") && !mark.is_empty() {
            part = marked(part, mark);
        }
        if name == "word/document.xml" && !pictures.is_empty() {
            part = described(part, pictures);
        }
        if name == "word/_rels/document.xml.rels" && !photographs.is_empty() {
            part = photographed(part, &photographs);
        }
        packed.start_file(&name, options)?;
        packed.write_all(&part)?;
    }
    Ok(packed.finish()?.into_inner())
}

/// A head with words across the page behind its text, as Word itself writes them: the library has no
/// way to say so.
fn marked(head: Vec<u8>, mark: &str) -> Vec<u8> {
    let Ok(head) = String::from_utf8(head) else {
        return Vec::new(); // What was just written is text.
    };
    let mark = quick_xml::escape::escape(mark);
    // Long words are set across the same length in smaller letters.
    let across = format!(
        r##"<w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word"><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:540pt;height:26pt;rotation:310;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="{mark}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r></w:p></w:hdr>"##
    );
    head.replacen("</w:hdr>", &across, 1).into_bytes()
}

/// A document whose pictures have each a number of its own and say what they are of: the library gives all
/// the same.
fn described(document: Vec<u8>, pictures: &[&str]) -> Vec<u8> {
    let Ok(document) = String::from_utf8(document) else {
        return Vec::new(); // What was just written is text.
    };
    let mut says = pictures.iter().zip(1..);
    let mut pieces = document.split(r#"<wp:docPr id="1" name="Figure""#);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (says, number) = says.next().unwrap_or((&"", 0));
        let says = quick_xml::escape::escape(*says);
        out.push_str(&format!(
            r#"<wp:docPr id="{number}" name="Imagen {number}" descr="{says}""#
        ));
        out.push_str(piece);
    }
    out.into_bytes()
}

/// The library calls every picture PNG.
fn photographed(names: Vec<u8>, photographs: &[String]) -> Vec<u8> {
    let Ok(mut names) = String::from_utf8(names) else {
        return Vec::new(); // What was just written is text.
    };
    for name in photographs {
        names = names.replace(name, &jpeg(name));
    }
    names.into_bytes()
}

fn jpeg(name: &str) -> String {
    format!("{}.jpeg", name.trim_end_matches(".png"))
}

fn core_properties(title: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>Cauce</dc:creator><dc:language>es-MX</dc:language></cp:coreProperties>"#,
        quick_xml::escape::escape(title)
    )
}

/// An element with what it holds.
struct Element {
    start: BytesStart<'static>,
    /// Whether it has an end of its own, as written.
    ended: bool,
    inside: Vec<Node>,
}

enum Node {
    Element(Element),
    Other(Event<'static>),
}

/// A part with each element's inside in the order of the schema.
fn in_order(part: &[u8]) -> Result<Vec<u8>, quick_xml::Error> {
    let mut reader = Reader::from_reader(part);
    let mut open: Vec<Element> = Vec::new();
    let mut top = Vec::new();
    loop {
        let event = reader.read_event()?.into_owned();
        let node = match event {
            Event::Start(start) => {
                open.push(Element {
                    start,
                    ended: true,
                    inside: Vec::new(),
                });
                continue;
            }
            Event::Empty(start) => Node::Element(Element {
                start,
                ended: false,
                inside: Vec::new(),
            }),
            // The reader refuses an end without its beginning.
            Event::End(_) => match open.pop() {
                Some(element) => Node::Element(element),
                None => continue,
            },
            Event::Eof => break,
            other => Node::Other(other), // Words, declarations, comments: as they are.
        };
        let into = open.last_mut().map_or(&mut top, |last| &mut last.inside);
        into.push(node);
    }
    let mut writer = Writer::new(Vec::with_capacity(part.len()));
    for node in top {
        write(&mut writer, "", node)?;
    }
    Ok(writer.into_inner())
}

fn write(writer: &mut Writer<Vec<u8>>, parent: &str, node: Node) -> Result<(), quick_xml::Error> {
    let Element {
        start,
        ended,
        mut inside,
    } = match node {
        Node::Element(element) => element,
        Node::Other(event) => return Ok(writer.write_event(event)?),
    };
    let name = start.name().as_ref().to_owned();
    let Some(start) = known(parent, &name, start, inside.is_empty()) else {
        return Ok(());
    };
    if let Some((_, order)) = ORDER.iter().find(|(parent, _)| *parent == name) {
        inside.sort_by_key(|node| match node {
            Node::Element(element) => order
                .iter()
                .position(|known| *known == element.start.name().as_ref())
                .unwrap_or(order.len()),
            Node::Other(_) => 0,
        });
    }
    if name == "w:rPr" && parent == "w:rPrDefault" {
        inside.push(Node::Element(language()));
    }
    if inside.is_empty() && !ended {
        return Ok(writer.write_event(Event::Empty(start))?);
    }
    let end = start.to_end().into_owned();
    writer.write_event(Event::Start(start))?;
    for node in inside {
        write(writer, &name, node)?;
    }
    Ok(writer.write_event(Event::End(end))?)
}

/// An element as the schema knows it, or nothing where it says nothing.
fn known(
    parent: &str,
    name: &str,
    start: BytesStart<'static>,
    empty: bool,
) -> Option<BytesStart<'static>> {
    match (parent, name) {
        // How the mark of a paragraph looks is never said, and in a style may not be.
        ("w:pPr", "w:rPr") if empty => None,
        ("w:tblGrid", "w:gridCol") => Some(only(&start, "w:w")),
        ("w:tabs", "w:tab") => {
            let mut tab = BytesStart::new("w:tab");
            tab.push_attribute(("w:val", "left"));
            tab.extend_attributes(only(&start, "w:pos").attributes().flatten());
            Some(tab)
        }
        ("w:trPr", "w:trHeight") if is_head(&start) => Some(BytesStart::new("w:tblHeader")),
        _ => Some(start), // Everything else is written as it should be.
    }
}

/// The element with one of its attributes.
fn only(start: &BytesStart<'_>, attribute: &str) -> BytesStart<'static> {
    let name = start.name().as_ref().to_owned();
    let mut kept = BytesStart::new(name);
    let attributes = start.attributes().flatten();
    kept.extend_attributes(attributes.filter(|has| has.key.as_ref() == attribute));
    kept
}

/// Whether a row was marked as a head, to be repeated on each page.
fn is_head(start: &BytesStart<'_>) -> bool {
    let value = start.attributes().flatten().next();
    value.is_some_and(|has| has.value == HEAD.to_string())
}

/// Says that the text is Spanish of Mexico, for spelling and for reading aloud.
fn language() -> Element {
    let mut start = BytesStart::new("w:lang");
    start.push_attribute(("w:val", "es-MX"));
    start.push_attribute(("w:eastAsia", "es-MX"));
    start.push_attribute(("w:bidi", "ar-SA"));
    Element {
        start,
        ended: false,
        inside: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_stands_in_the_order_of_the_schema() {
        let part = br#"<w:p><w:pPr><w:rPr/><w:jc w:val="center"/><w:tabs><w:tab w:pos="360"/></w:tabs><w:numPr><w:numId w:val="2"/><w:ilvl w:val="0"/></w:numPr><w:pStyle w:val="Close"/></w:pPr><w:r><w:rPr><w:sz w:val="21"/><w:b/></w:rPr><w:t>a &amp; b</w:t><w:tab/></w:r></w:p>"#;

        let ordered = String::from_utf8(in_order(part).unwrap()).unwrap();

        assert_eq!(
            ordered,
            r#"<w:p><w:pPr><w:pStyle w:val="Close"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:tabs><w:tab w:val="left" w:pos="360"/></w:tabs><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="21"/></w:rPr><w:t>a &amp; b</w:t><w:tab/></w:r></w:p>"#
        );
    }

    #[test]
    fn a_head_row_says_so_and_a_column_only_its_width() {
        let part = format!(
            r#"<w:tbl><w:tblGrid><w:gridCol w:w="10" w:type="dxa"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="{HEAD}" w:hRule="auto"/></w:trPr></w:tr><w:tr><w:trPr><w:trHeight w:val="1"/></w:trPr></w:tr></w:tbl>"#
        );

        let ordered = String::from_utf8(in_order(part.as_bytes()).unwrap()).unwrap();

        assert_eq!(
            ordered,
            r#"<w:tbl><w:tblGrid><w:gridCol w:w="10"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr></w:tr><w:tr><w:trPr><w:trHeight w:val="1"/></w:trPr></w:tr></w:tbl>"#
        );
    }
}
