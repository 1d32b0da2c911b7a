//! Whether a file is one that a computer would run, by what it holds first and by its name after: a
//! paper that travels with such a file is one that nobody should open.

/// The endings by which some system runs a file whatever it holds, or what it holds cannot be told.
#[rustfmt::skip] // A list is read in lines.
const ENDINGS: &[&str] = &[
    "app", "apk", "appimage", "bat", "cmd", "com", "cpl", "deb", "desktop", "dll", "dmg", "exe",
    "gadget", "hta", "inf", "jar", "js", "jse", "lnk", "mjs", "msc", "msi", "msp", "pif", "pkg", "ps1",
    "psm1", "py", "reg", "rpm", "scf", "scr", "sh", "url", "vb", "vbe", "vbs", "wasm", "ws", "wsc",
    "wsf", "wsh",
];

/// The documents of Office that say by their ending that they carry macros.
const MACROS: &[&str] = &[
    "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppsm",
];

/// The part of an Office document that holds its macros, whatever the document is called.
const VBA: &[u8] = b"vbaProject.bin";

/// What begins a link of Windows, and a disk image that starts by itself.
const LINK: &[u8] = &[0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0];

/// Whether the name of a file says that it would be run.
pub(crate) fn is_by_name(name: &str) -> bool {
    // Systems drop points and spaces at the end of a name.
    let name = name.trim_end_matches(['.', ' ']).to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending) || MACROS.contains(&ending)
}

/// Whether the beginning of a file says that it would be run.
pub(crate) fn is_by_start(start: &[u8]) -> bool {
    infer::is_app(start)
        || start.starts_with(b"#!")
        || start.starts_with(LINK)
        // Every program of Windows and DOS, with whatever follows.
        || start.starts_with(b"MZ")
}

/// Whether a piece of a file names macros.
pub(crate) fn has_macros(piece: &[u8]) -> bool {
    piece.windows(VBA.len()).any(|window| window == VBA)
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

    #[test]
    fn macros_are_found_in_any_piece() {
        assert!(has_macros(b"PK..word/vbaProject.bin.."));
        assert!(!has_macros(b"PK..word/document.xml.."));
    }
}
