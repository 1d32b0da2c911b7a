//! Damaged, foreign and hostile bytes: a typed error or a reading, never a panic.

use std::io::Write as _;

use domain::ids::Ids;

use super::made::{self, Chance};
use crate::{Error, Looks, limits};

fn refusal(bytes: &[u8]) -> Option<Error> {
    crate::read(bytes, &mut Ids::fixed()).err()
}

#[test]
fn each_kind_of_bad_file_has_its_own_error() {
    assert_eq!(refusal(b""), Some(Error::Empty));
    assert_eq!(refusal(b" \r\n\t"), Some(Error::Empty));
    assert_eq!(
        refusal(b"%PDF-1.7 and nothing else"),
        Some(Error::DamagedPdf)
    );
    assert_eq!(refusal(&made::scan()), Some(Error::ScannedPdf));
    assert_eq!(
        refusal(&made::archive(&[("notas.txt", b"hola")])),
        Some(Error::NotDocx)
    );
    assert_eq!(
        refusal(b"PK\x03\x04 and nothing else"),
        Some(Error::DamagedDocx)
    );
    let broken = made::archive(&[("word/document.xml", b"<w:document><w:body>")]);
    assert_eq!(refusal(&broken), Some(Error::DamagedDocx));
    assert_eq!(
        refusal(b"\x89PNG\r\n\x1a\n...."),
        Some(Error::UnknownKind(Looks::Picture))
    );
    assert_eq!(
        refusal(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..."),
        Some(Error::UnknownKind(Looks::OldOffice))
    );
    assert_eq!(
        refusal(&[0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]),
        Some(Error::BadEncoding)
    );
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let large = vec![b'a'; limits::FILE_BYTES + 1];
    let long = "hola\n\u{C}".repeat(limits::PAGES + 1);

    assert!(matches!(refusal(&large), Some(Error::TooLarge { .. })));
    assert!(matches!(
        refusal(long.as_bytes()),
        Some(Error::TooManyPages { .. })
    ));
}

#[test]
fn a_document_that_opens_out_without_end_is_refused() {
    let bomb = vec![b' '; limits::INFLATED_BYTES + 10];

    let small = made::archive(&[("word/document.xml", &bomb)]);

    assert!(small.len() < 1024 * 1024);
    assert!(matches!(refusal(&small), Some(Error::ZipBomb { .. })));
}

#[test]
fn millions_of_empty_paragraphs_are_no_document() {
    let paragraphs = "<w:p/>".repeat(1_000_000);
    let body = format!("<w:document><w:body>{paragraphs}</w:body></w:document>");

    let word = made::archive(&[("word/document.xml", body.as_bytes())]);

    assert!(matches!(refusal(&word), Some(Error::TooLarge { .. })));
}

#[test]
fn an_encrypted_pdf_is_refused_as_such() {
    let plain = made::pdf();
    let text = String::from_utf8_lossy(&plain).into_owned();
    let locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (01234567890123456789012345678901) \
                  /U (98765432109876543210987654321098) /P -4 >> /ID [(a) (a)] /Root 1 0 R";
    let at = text.find("trailer").unwrap();
    let tail = text[at..].replace("/Root 1 0 R", locked);
    let cut = plain
        .windows(7)
        .position(|window| window == b"trailer")
        .unwrap();

    let encrypted = [&plain[..cut], tail.as_bytes()].concat();

    assert_eq!(refusal(&encrypted), Some(Error::EncryptedPdf));
}

#[test]
fn no_bytes_make_it_panic() {
    let mut chance = Chance(11);
    let wide: Vec<u8> = made::V7.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for whole in [made::pdf(), made::docx(), made::V08.into(), wide] {
        for _ in 0..60 {
            let mut bytes = whole.clone();
            match chance.below(3) {
                0 => bytes.truncate(chance.below(whole.len())),
                1 => {
                    for _ in 0..1 + chance.below(20) {
                        let at = chance.below(bytes.len());
                        bytes[at] ^= 1 << chance.below(8);
                    }
                }
                _ => {
                    let (from, to) = (chance.below(bytes.len()), chance.below(bytes.len()));
                    let piece = bytes[from.min(to)..from.max(to)].to_vec();
                    bytes.splice(to..to, piece);
                }
            }

            let _ = crate::read(&bytes, &mut Ids::fixed());
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_read_or_refused() {
    let wide: Vec<u8> = made::V7.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for whole in [
        made::pdf(),
        made::docx(),
        made::V08.into(),
        made::SHEET.into(),
        wide,
    ] {
        let step = whole.len() / 97 + 1;
        for end in (0..whole.len()).step_by(step) {
            let _ = crate::read(&whole[..end], &mut Ids::fixed());
        }
    }
}

#[test]
fn a_pdf_whose_end_is_spoilt_is_read() {
    let plain = made::pdf();
    let expected = super::read(&plain);
    let text = String::from_utf8_lossy(&plain);
    let told = text.rfind("startxref").unwrap();
    let kept = plain.len() - (text.len() - told);

    let padded = [&plain[..], &[0; 5000]].concat();
    let wrong = [&plain[..kept], b"startxref\n7\n%%EOF\n"].concat();

    for bytes in [padded, wrong] {
        assert_eq!(super::read(&bytes), expected);
    }
}

#[test]
fn every_part_read_has_its_own_id() {
    let reading = super::read(made::V08.as_bytes());
    let element = &reading.standard.elements[0];

    let mut ids: Vec<_> = element
        .performances
        .iter()
        .flat_map(|c| c.characteristics.iter().map(|line| line.id))
        .collect();
    ids.extend(element.glossary.iter().map(|entry| entry.id));
    ids.extend(
        reading
            .standard
            .general
            .associated_occupations
            .iter()
            .map(|line| line.id),
    );
    ids.push(element.id);
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();

    assert_eq!(ids.len(), count);
}

/// What a page draws, and what else stands in the file, as the objects from the fourth on.
fn drawn(resources: &str, contents: &str, others: &[Vec<u8>]) -> Vec<u8> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << {resources} >> /Contents {contents} >>"
    );
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
    ];
    objects.extend_from_slice(others);
    made::written(&objects)
}

fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< /Length {} {entries} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

#[test]
fn a_pdf_that_opens_out_without_end_is_refused() {
    let bomb = Some(Error::PdfBomb {
        limit: limits::INFLATED_BYTES,
    });
    let zeros = deflated(&vec![0; 40 << 20]);
    let flat = "/Filter /FlateDecode";
    let nested = "/Filter [/FlateDecode /FlateDecode]";
    let tables = "/Type /ObjStm /N 9 /First 4 /Filter /FlateDecode";
    let many = format!("[{}]", "4 0 R ".repeat(9_000));
    let text = deflated(&b"BT /F1 10 Tf (hola) Tj ET ".repeat(50));

    let one = drawn("", "4 0 R", &[stream(flat, &zeros)]);
    let two = drawn("", "4 0 R", &[stream(nested, &deflated(&zeros))]);
    let table = drawn("", "4 0 R", &[stream("", b"q"), stream(tables, &zeros)]);
    let again = drawn("", &many, &[stream(flat, &text)]);

    for bytes in [one, two, table, again] {
        assert_eq!(refusal(&bytes), bomb);
    }
}

#[test]
fn a_drawing_that_draws_itself_is_refused() {
    let inside = "/XObject << /Fm0 5 0 R >>";
    let entries = format!("/Subtype /Form /BBox [0 0 9 9] /Resources << {inside} >>");
    let others = [stream("", b"/Fm0 Do"), stream(&entries, b"/Fm0 Do /Fm0 Do")];

    assert_eq!(
        refusal(&drawn(inside, "4 0 R", &others)),
        Some(Error::DamagedPdf)
    );
}

#[test]
fn a_list_of_endless_depth_is_drawn_as_word_draws_it() {
    let numbering = br#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8">
        <w:numFmt w:val="decimal"/><w:lvlText w:val="%9."/></w:lvl></w:abstractNum><w:num w:numId="1">
        <w:abstractNumId w:val="0"/></w:num></w:numbering>"#;
    let document = br#"<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="4294967295"/>
        <w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>hola</w:t></w:r></w:p></w:body></w:document>"#;
    let bytes = made::archive(&[
        ("word/document.xml", document),
        ("word/numbering.xml", numbering),
    ]);

    let reading = super::read(&bytes);

    assert_eq!(reading.not_understood[0].text, "1. hola");
}

#[test]
fn a_text_of_nothing_but_split_words_is_refused() {
    let text = "man tenimiento ".repeat(4) + "\n";
    let lines = limits::REPAIRS / 4 + 1;

    assert_eq!(
        refusal(text.repeat(lines).as_bytes()),
        Some(Error::TooManyRepairs {
            limit: limits::REPAIRS
        })
    );
}

#[test]
fn a_text_of_endless_lines_is_refused() {
    let lines = limits::LINES + 1;

    assert_eq!(
        refusal("a\n".repeat(limits::LINES).as_bytes()),
        Some(Error::TooManyLines {
            lines,
            limit: limits::LINES
        })
    );
}

fn cell(at: &str, said: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{said}</t></is></c>"#)
}

#[test]
fn a_workbook_with_two_cells_at_its_far_ends_is_no_table_of_millions() {
    let (near, far) = (cell("A1", "Uno"), cell("B1048576", "Dos"));
    let beyond = cell("XFD1048576", "Fuera");
    let rows = format!(r#"<row r="1">{near}</row><row r="1048576">{far}{beyond}</row>"#);

    let sheets = crate::sheets(&made::workbook(&rows)).unwrap();

    let read: Vec<_> = sheets[0]
        .rows
        .iter()
        .map(|row| (row.number, row.cell(0), row.cell(1)))
        .collect();
    assert_eq!(read, [(1, "Uno", ""), (1_048_576, "", "Dos")]);
}

#[test]
fn a_workbook_of_rows_that_only_say_something_at_their_end_is_bounded() {
    let rows: String = (1..=3_000)
        .map(|row| {
            format!(
                r#"<row r="{row}">{}</row>"#,
                cell(&format!("ALK{row}"), "x")
            )
        })
        .collect();

    let refused = crate::sheets(&made::workbook(&rows)).err();

    assert!(
        matches!(refused, Some(Error::TooManyLines { .. })),
        "{refused:?}"
    );
}

#[test]
fn what_a_workbook_hides_is_not_read() {
    let row = format!(r#"<row r="1">{}</row>"#, cell("A1", "Uno"));

    for state in ["hidden", "veryHidden"] {
        let hidden = made::seen(&row, state);
        assert_eq!(crate::sheets(&hidden), Err(Error::Empty), "{state}");
    }
    assert!(!crate::sheets(&made::workbook(&row)).unwrap()[0].hidden);
}

#[test]
fn a_formula_that_came_to_an_error_says_nothing_and_the_rest_is_read() {
    let error = |at: &str, said: &str| format!(r#"<c r="{at}" t="e"><v>{said}</v></c>"#);
    for said in ["#N/A", "#REF!", "#SPILL!", "#CALC!"] {
        let row = [error("A1", said), cell("B1", "Uno")].concat();

        let sheets = crate::sheets(&made::workbook(&format!(r#"<row r="1">{row}</row>"#)));

        let sheets = sheets.unwrap_or_else(|error| panic!("{said}: {error}"));
        assert_eq!(sheets[0].rows[0].cell(0), "", "{said}");
        assert_eq!(sheets[0].rows[0].cell(1), "Uno", "{said}");
    }
}

#[test]
fn a_cell_beyond_every_sheet_is_a_damaged_workbook() {
    let row = format!(r#"<row r="1">{}</row>"#, cell("ZZZZZZZZZ1", "Uno"));

    let read = crate::sheets(&made::workbook(&row));

    assert_eq!(read, Err(Error::DamagedXlsx));
}

#[test]
fn a_style_that_counts_beyond_the_headings_of_word_is_no_heading() {
    let paragraph = |style: &str, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        paragraph("Heading18446744073709551615", "Reparar"),
        paragraph("Heading1", "Ajustar"),
        paragraph("Heading2", "Medir"),
    ]
    .concat();
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let docx = made::archive(&[("word/document.xml", document.as_bytes())]);

    let outline = crate::read_outline(&docx, &mut Ids::fixed()).unwrap();

    assert_eq!(outline.purpose, "Reparar");
    assert_eq!(outline.functions[0].parts[0].text, "Medir");
}
