//! Invented documents for the tests: texts in each format, and a small Word document and PDF.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

pub(crate) const V08: &str = include_str!("../samples/v08.txt");
pub(super) const V7: &str = include_str!("../samples/v7.txt");
pub(super) const V6: &str = include_str!("../samples/v6.txt");
pub(super) const V1: &str = include_str!("../samples/v1.txt");
pub(super) const SHEET: &str = include_str!("../samples/sheet.txt");
pub(super) const SAMPLES: &[&str] = &[V08, V7, V6, V1, SHEET];

/// Chance that is the same on every run.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap();
        high % limit
    }
}

/// A zip of named parts.
pub(super) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

/// A Word document: lists that Word numbers, tables, a tracked deletion, a text box drawn twice.
pub(super) fn docx() -> Vec<u8> {
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let item = |level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let row = |cells: &[&str]| {
        let cells: String = cells
            .iter()
            .map(|cell| format!("<w:tc>{}</w:tc>", p(cell)))
            .collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let table = |rows: &[&[&str]]| {
        format!(
            "<w:tbl>{}</w:tbl>",
            rows.iter().map(|cells| row(cells)).collect::<String>()
        )
    };
    let body = [
        p("I.- Datos Generales"),
        table(&[&["Código", "Título"], &["EC9004", "Reparación de bicicletas"]]),
        p("Propósito del Estándar de Competencia"),
        "<w:p><w:r><w:t xml:space=\"preserve\">Servir como </w:t></w:r><w:del><w:r><w:delText>borrado</w:delText><w:t>borrado</w:t></w:r></w:del>\
         <w:ins><w:r><w:t>referente.</w:t></w:r></w:ins></w:p>"
            .to_owned(),
        "<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Descripción general del Estándar de Competencia</w:t></w:r></w:p>\
         </w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>repetido</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>"
            .to_owned(),
        p("Repara &amp; entrega bicicletas&#46;"),
        p("III.- Elementos que conforman el Estándar de Competencia"),
        table(&[&["Referencia", "Código", "Título"], &["1 de 1", "E9921", "Reparar la bicicleta"]]),
        p("CRITERIOS DE EVALUACIÓN"),
        p("La persona es competente cuando demuestra los siguientes:"),
        p("DESEMPEÑOS"),
        item(0, "Ajusta el freno:"),
        item(1, "Verificando la palanca, y"),
        item(1, "Girando el tensor."),
        p("La persona es competente cuando posee los siguientes:"),
        table(&[&["CONOCIMIENTOS", "NIVEL"], &["1. Tipos de freno.", "Comprensión"]]),
        p("ACTITUDES/HÁBITOS/VALORES"),
        table(&[&["1. Orden:", "La manera en que guarda la llave."]]),
        p("GLOSARIO"),
        table(&[&["1. Aro:", "Es la pieza circular."]]),
    ]
    .concat();
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
    );
    let header = format!(
        "<w:hdr xmlns:w=\"w\">{}</w:hdr>",
        [
            p("ESTÁNDAR DE COMPETENCIA"),
            p("N-FO-02"),
            p("Versión: 7.0")
        ]
        .concat()
    );
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/header1.xml", header.as_bytes()),
    ])
}

/// A PDF of one page; the glossary stands in two columns and is drawn column by column.
pub(super) fn pdf() -> Vec<u8> {
    let left = [
        "I.- Datos Generales",
        "Código Título",
        "EC9005 Reparación de bicicletas",
        "Propósito del Estándar de Competencia",
        "Servir como referente para las personas que reparan bicicletas.",
        "Descripción general del Estándar de Competencia",
        "Describe la reparación.",
        "III.- Elementos que conforman el Estándar de Competencia",
        "Referencia Código Título",
        "1 de 1 E9931 Reparar la bicicleta",
        "CRITERIOS DE EVALUACIÓN",
        "La persona es competente cuando demuestra los siguientes:",
        "DESEMPEÑOS",
        "1. Ajusta el freno:",
        "• Verificando la palanca, y",
        "• Girando el tensor.",
        "La persona es competente cuando posee los siguientes:",
        "CONOCIMIENTOS NIVEL",
        "1. Tipos de freno. Comprensión",
        "ACTITUDES/HÁBITOS/VALORES",
        "1. Orden: La manera en que guarda la llave.",
        "GLOSARIO",
    ];
    let mut content = String::from("BT /F1 10 Tf\n");
    let mut y = 760;
    let mut draw = |x: i32, y: i32, text: &str| {
        let escaped = text.replace('(', "\\(").replace(')', "\\)");
        writeln!(content, "1 0 0 1 {x} {y} Tm ({escaped}) Tj").unwrap();
    };
    for line in left {
        draw(60, y, line);
        y -= 14;
    }
    for (row, term) in ["1. Soporte de", "trabajo:", "2. Tensor:"]
        .iter()
        .enumerate()
    {
        draw(60, y - 14 * i32::try_from(row).unwrap(), term);
    }
    for (row, meaning) in [
        "Es el equipo que sostiene",
        "la bicicleta.",
        "Es la pieza que estira.",
    ]
    .iter()
    .enumerate()
    {
        draw(220, y - 14 * i32::try_from(row).unwrap(), meaning);
    }
    content.push_str("ET\n");
    let content: Vec<u8> = content
        .chars()
        .map(|c| {
            if c == '•' {
                0x95
            } else {
                u8::try_from(u32::from(c)).unwrap()
            }
        })
        .collect();
    written(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>".to_vec(),
        [format!("<< /Length {} >>\nstream\n", content.len()).as_bytes(), &content, b"\nendstream"].concat(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ])
}

/// A PDF whose font tells codes of so many bytes apart by a table of its own, in which no code is its
/// glyph. It draws one line of text.
pub(super) fn composite(line: &str, bytes: usize) -> Vec<u8> {
    let wide = bytes * 2;
    let code = |c: char| format!("{:0wide$X}", u32::from(c));
    let letters: BTreeSet<char> = line.chars().collect();
    let glyphs: String = letters
        .iter()
        .zip((100..).step_by(7))
        .map(|(c, glyph)| format!("<{}> {glyph}\n", code(*c)))
        .collect();
    let widths: String = letters
        .iter()
        .zip((100..).step_by(7))
        .map(|(c, glyph)| format!("{glyph} [{}] ", if *c == 'i' { 250 } else { 600 }))
        .collect();
    let names: String = letters
        .iter()
        .map(|c| format!("<{}> <{:04X}>\n", code(*c), u32::from(*c)))
        .collect();
    let (count, top) = (letters.len(), "F".repeat(wide));
    let space = format!(
        "1 begincodespacerange\n<{}> <{top}>\nendcodespacerange\n",
        "0".repeat(wide)
    );
    let text: String = line.chars().map(code).collect();
    let stream = |dict: &str, content: String| {
        let length = content.len();
        format!("<< {dict} /Length {length} >>\nstream\n{content}\nendstream").into_bytes()
    };
    written(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>".to_vec(),
        stream("", format!("BT /F1 10 Tf 60 700 Td <{text}> Tj ET")),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding 6 0 R /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>".to_vec(),
        stream("/Type /CMap /CMapName /Made-0", format!("begincmap\n{space}{count} begincidchar\n{glyphs}endcidchar\nendcmap")),
        format!("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 9 0 R /DW 1000 /W [{widths}] >>").into_bytes(),
        stream("", format!("begincmap\n{space}{count} beginbfchar\n{names}endbfchar\nendcmap")),
        b"<< /Type /FontDescriptor /FontName /Made /Flags 4 >>".to_vec(),
    ])
}

/// A workbook of one sheet with these rows, as they are written in it.
pub(super) fn workbook(rows: &str) -> Vec<u8> {
    seen(rows, "visible")
}

/// The same; and whether who opens it sees the sheet.
pub(super) fn seen(rows: &str, state: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    archive(&[
        ("[Content_Types].xml", format!(r#"<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>"#).as_bytes()),
        ("_rels/.rels", format!(r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#).as_bytes()),
        ("xl/workbook.xml", format!(r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Hoja" sheetId="1" state="{state}" r:id="r1"/></sheets></workbook>"#).as_bytes()),
        ("xl/_rels/workbook.xml.rels", format!(r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#).as_bytes()),
        ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#).as_bytes()),
    ])
}

/// A PDF of one empty page, as a scanner's without its picture.
pub(super) fn scan() -> Vec<u8> {
    written(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << >> /Contents 4 0 R >>"
            .to_vec(),
        b"<< /Length 4 >>\nstream\nq Q\n\nendstream".to_vec(),
    ])
}

/// The objects of a PDF with their table.
pub(super) fn written(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (object, number) in objects.iter().zip(1..) {
        writeln!(table, "{:010} 00000 n ", out.len()).unwrap();
        out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let count = objects.len() + 1;
    let start = out.len();
    out.extend_from_slice(format!("xref\n0 {count}\n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    out
}
