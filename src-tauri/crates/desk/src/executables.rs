//! Whether a file is one that a computer would run, by what it holds first and by its name after: a
//! paper that travels with such a file is one that nobody should open.
//!
//! A page or a drawing that runs nothing is a paper like any other; one with a script is not. What is
//! packed is looked at too, as deep as anybody packs a paper: what goes deeper, or opens out to more
//! than is looked at, cannot be told and is refused.

use std::io::{Cursor, Read, Seek};

use zip::ZipArchive;

/// The endings by which some system runs a file whatever it holds, opens it as a disk, or what it
/// holds cannot be told.
#[rustfmt::skip] // A list is read in lines.
const ENDINGS: &[&str] = &[
    "accde", "ade", "app", "appimage", "application", "appref-ms", "appx", "apk", "bat", "chm", "cmd",
    "com", "cpl", "deb", "desktop", "diagcab", "dll", "dmg", "exe", "gadget", "hlp", "hta", "img", "inf",
    "iqy", "iso", "jar", "jnlp", "js", "jse", "library-ms", "lnk", "mde", "mht", "mhtml", "mjs", "msc",
    "msi", "msix", "msp", "pif", "pkg", "ps1", "psm1", "py", "reg", "rpm", "scf", "scr", "search-ms",
    "settingcontent-ms", "sh", "shtml", "slk", "svgz", "swf", "udf", "url", "vb", "vbe", "vbs", "vhd",
    "vhdx", "vmdk", "wasm", "ws", "wsc", "wsf", "wsh", "xhtml", "xht", "xll", "xpi",
];

/// The documents of Office that say by their ending that they carry macros.
const MACROS: &[&str] = &[
    "docm", "dotm", "potm", "ppa", "ppam", "ppsm", "pptm", "sldm", "xla", "xlam", "xlsb", "xlsm",
    "xltm",
];

/// The part of an Office document that holds its macros, whatever the document is called.
const VBA: &[u8] = b"vbaProject.bin";

/// The same in an old, binary one: the name of a storage, in letters of two bytes.
const OLD_VBA: &[u8] = b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0";

/// What begins a link of Windows, help that runs, and a disk that opens by itself.
const LINK: &[u8] = &[0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0];
const HELP: &[u8] = b"ITSF";
const DISK: &[u8] = b"conectix";

/// Where a disc says that it is one.
const DISC: (usize, &[u8]) = (0x8001, b"CD001");

/// What a page runs, in small letters.
const ACTIVE: &[&[u8]] = &[
    b"<script",
    b"javascript:",
    b"vbscript:",
    b"<iframe",
    b"<object",
    b"<embed",
    b"<applet",
    b"http-equiv=\"refresh",
    b"http-equiv='refresh",
    b"http-equiv=refresh",
];

/// How much of a piece is looked at again with the next: no name or mark is longer.
const SEAM: usize = 128;

/// How deep packed files are looked at, how many there may be, and to how much they may open out.
const DEPTH: usize = 4;
const MOST_PACKED: usize = 20_000;
const MOST_OPENED: u64 = 200 << 20;

/// Whether the name of a file says that it would be run.
pub(crate) fn is_by_name(name: &str) -> bool {
    let ending = ending(name);
    ENDINGS.contains(&ending.as_str()) || MACROS.contains(&ending.as_str())
}

fn ending(name: &str) -> String {
    // Systems drop points and spaces at the end of a name.
    let name = name.trim_end_matches(['.', ' ', '\0']).to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_owned()
}

/// Whether the beginning of a file says that it would be run.
fn is_by_start(start: &[u8]) -> bool {
    let (at, disc) = DISC;
    infer::is_app(start)
        || [&b"#!"[..], LINK, HELP, DISK, b"MZ"] // Every program of Windows and DOS begins with MZ.
            .iter()
            .any(|mark| start.starts_with(mark))
        || start.get(at..at + disc.len()) == Some(disc)
}

/// A file that is looked at while it is read, piece by piece.
pub(crate) struct Looking {
    named: bool,
    page: bool,
    /// The end of the piece before; nothing before the first.
    seam: Option<Vec<u8>>,
}

impl Looking {
    /// A file of this name.
    pub(crate) fn at(name: &str) -> Looking {
        Looking {
            named: is_by_name(name),
            page: ["html", "htm", "svg"].contains(&ending(name).as_str()),
            seam: None,
        }
    }

    /// Whether the file would be run, as far as it was read with this piece.
    pub(crate) fn runs(&mut self, piece: &[u8]) -> bool {
        let first = self.seam.is_none();
        if first {
            self.page |= is_page(piece);
        }
        let mut whole = self.seam.take().unwrap_or_default();
        whole.extend_from_slice(piece);
        let runs = self.named
            || (first && is_by_start(piece))
            || holds(&whole, VBA)
            || holds(&whole, OLD_VBA)
            || (self.page && is_active(&whole));
        self.seam = Some(whole.split_off(whole.len().saturating_sub(SEAM)));
        runs
    }
}

fn holds(text: &[u8], mark: &[u8]) -> bool {
    text.windows(mark.len()).any(|window| window == mark)
}

/// Whether a file begins as a page or a drawing does.
fn is_page(start: &[u8]) -> bool {
    let start = &start[..start.len().min(1024)];
    let text = small(start);
    [&b"<!doctype html"[..], b"<html", b"<svg"]
        .iter()
        .any(|mark| holds(&text, mark))
}

/// Small letters of one byte: a page may be written in letters of two.
fn small(text: &[u8]) -> Vec<u8> {
    let bytes = text.iter().filter(|byte| **byte != 0);
    bytes.map(u8::to_ascii_lowercase).collect()
}

/// Whether a page runs something: a script, a page in it, or what an element does on its own.
fn is_active(text: &[u8]) -> bool {
    let text = small(text);
    ACTIVE.iter().any(|mark| holds(&text, mark)) || has_handler(&text)
}

/// Whether an attribute is a handler: « onload=».
fn has_handler(text: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = text[at..].windows(3).position(|it| {
        (it[0].is_ascii_whitespace() || matches!(it[0], b'"' | b'\'' | b'/')) && &it[1..] == b"on"
    }) {
        at += found + 3;
        let name = text[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic());
        let after = at + name.count();
        let rest = text[after..]
            .iter()
            .find(|byte| !byte.is_ascii_whitespace());
        if after > at && rest == Some(&b'=') {
            return true;
        }
    }
    false
}

/// Whether a file that packs others holds one that would be run.
pub(crate) fn packs_a_program(file: impl Read + Seek) -> bool {
    let mut left = MOST_OPENED;
    packed(file, DEPTH, &mut left)
}

fn packed(file: impl Read + Seek, depth: usize, left: &mut u64) -> bool {
    let Ok(mut archive) = ZipArchive::new(file) else {
        return false; // It packs nothing.
    };
    if depth == 0 || archive.len() > MOST_PACKED {
        return true;
    }
    for at in 0..archive.len() {
        let Ok(mut part) = archive.by_index(at) else {
            // What is locked is known by its name alone.
            let Ok(part) = archive.by_index_raw(at) else {
                continue;
            };
            if part.name().is_ok_and(|name| is_by_name(&name)) {
                return true;
            }
            continue;
        };
        let name = part
            .name()
            .map(|name| name.into_owned())
            .unwrap_or_default();
        let mut looking = Looking::at(&name);
        let mut bytes = Vec::new();
        let read = part.by_ref().take(*left + 1).read_to_end(&mut bytes);
        let Some(rest) = left.checked_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX)) else {
            return true; // It opens out to more than is looked at.
        };
        *left = rest;
        if read.is_ok() && (looking.runs(&bytes) || packed(Cursor::new(bytes), depth - 1, left)) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_known_by_what_it_holds() {
        let programs: [&[u8]; 6] = [
            b"MZ\x90\0\x03",
            b"\x7fELF\x02\x01\x01\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            b"#!/bin/sh\nrm -r x\n",
            b"\xCF\xFA\xED\xFE\x07\0\0\x01",
            LINK,
            b"\0asm\x01\0\0\0",
        ];
        for program in programs {
            assert!(is_by_start(program), "{program:?}");
        }
        for paper in [
            &b"%PDF-1.7\n"[..],
            b"\x89PNG\r\n\x1a\n",
            b"Folio: 12",
            b"PK\x03\x04",
        ] {
            assert!(!is_by_start(paper), "{paper:?}");
        }
    }

    #[test]
    fn a_program_is_known_by_its_name_where_its_content_says_nothing() {
        for name in ["corre.BAT", "a.pdf.js", "b.ps1", "c.lnk. ", "d.xlsm"] {
            assert!(is_by_name(name), "{name}");
        }
        for name in ["plano.pdf", "bat", "lista.exe.txt", "sin punto"] {
            assert!(!is_by_name(name), "{name}");
        }
    }

    /// Whether a file would be run, read in pieces of so many bytes.
    fn runs(name: &str, bytes: &[u8], piece: usize) -> bool {
        let mut looking = Looking::at(name);
        bytes.chunks(piece).any(|piece| looking.runs(piece))
    }

    #[test]
    fn macros_are_found_in_any_piece_and_across_the_seam_of_two() {
        let with = b"PK....word/vbaProject.bin....";
        for piece in 1..with.len() {
            assert!(runs("a.docx", with, piece), "{piece}");
        }
        assert!(!runs("a.docx", b"PK..word/document.xml..", 4));
        let old = [b"\xD0\xCF\x11\xE0..".as_slice(), OLD_VBA].concat();
        assert!(runs("a.doc", &old, 7) && runs("a.xls", &old, 1000));
    }

    #[test]
    fn a_page_with_a_script_is_a_program_and_one_without_is_a_paper() {
        for page in [
            "<html><SCRIPT>x()</SCRIPT></html>",
            "<html><body onload = 'x()'></html>",
            "<svg xmlns='x'><a href='JavaScript:x()'/></svg>",
            "<html><iframe src='x'></html>",
        ] {
            assert!(runs("a.html", page.as_bytes(), 9), "{page}");
            assert!(runs("a.txt", page.as_bytes(), 4096), "{page}");
            let wide: Vec<u8> = page.bytes().flat_map(|byte| [byte, 0]).collect();
            assert!(runs("a.html", &wide, 4096), "{page}");
        }
        for page in [
            "<html><p>La persona pone un on = encendido</p></html>",
            "<svg xmlns='x'><path d='M0 0'/></svg>",
        ] {
            assert!(!runs("a.svg", page.as_bytes(), 9), "{page}");
        }
        assert!(!runs("a.txt", b"Describe la etiqueta <script> de HTML", 9));
    }

    #[test]
    fn a_disk_and_a_help_file_are_known_by_name_and_by_what_they_hold() {
        for name in [
            "a.iso", "b.IMG", "c.vhd", "d.chm", "e.xll", "f.ppam", "g.xhtml",
        ] {
            assert!(is_by_name(name), "{name}");
        }
        let mut disc = vec![0; 0x9000];
        disc[0x8001..0x8006].copy_from_slice(b"CD001");
        assert!(runs("foto.jpg", &disc, 1 << 20) && runs("foto.jpg", b"ITSF\x03", 1 << 20));
    }

    /// A zip of one file.
    fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
        use std::io::Write as _;
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_program_in_a_zip_is_found_however_it_is_wrapped() {
        let look = |bytes: Vec<u8>| packs_a_program(Cursor::new(bytes));
        assert!(look(zipped("carta.txt", b"MZ\x90\0")));
        assert!(look(zipped("corre.bat", b"echo")));
        assert!(look(zipped(
            "dentro.zip",
            &zipped("otra.zip", &zipped("a.js", b"x"))
        )));
        assert!(!look(zipped("fotos.zip", &zipped("carta.txt", b"Hola"))));
        assert!(!look(b"Folio: 12".to_vec()));
        let mut deep = zipped("carta.txt", b"Hola");
        for _ in 0..10 {
            deep = zipped("dentro.zip", &deep);
        }
        assert!(look(deep), "nobody packs a paper so deep");
        let bomb = zipped(
            "ceros.bin",
            &vec![0; usize::try_from(MOST_OPENED).unwrap() + 1],
        );
        assert!(
            look(bomb),
            "what opens out to more than is looked at cannot be told"
        );
    }
}
