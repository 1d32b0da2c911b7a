//! What a file is, by its first bytes: names and extensions lie.

use std::fmt;

/// The kinds that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Pdf,
    Zip,
}

/// What a file that is not read looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// A Word document from before 2007, or any other document of that family.
    OldOffice,
    /// Rich text.
    Rtf,
    /// A picture.
    Picture,
    /// An archive that is not a zip.
    Archive,
    /// A web page or another kind of XML.
    Markup,
    /// A program.
    Program,
    /// Bytes of a kind that is not known.
    Binary,
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Looks::OldOffice => "an old Office document",
            Looks::Rtf => "rich text",
            Looks::Picture => "a picture",
            Looks::Archive => "an archive",
            Looks::Markup => "a web page or XML",
            Looks::Program => "a program",
            Looks::Binary => "binary data",
        })
    }
}

#[rustfmt::skip] // A table is read down its columns.
const SIGNATURES: &[(&[u8], Looks)] = &[
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Looks::OldOffice),
    (b"{\\rtf",                           Looks::Rtf),
    (b"\x89PNG",                          Looks::Picture),
    (b"\xFF\xD8\xFF",                     Looks::Picture),
    (b"GIF8",                             Looks::Picture),
    (b"II*\0",                            Looks::Picture),
    (b"MM\0*",                            Looks::Picture),
    (b"BM",                               Looks::Picture),
    (b"Rar!",                             Looks::Archive),
    (b"7z\xBC\xAF",                       Looks::Archive),
    (b"\x1F\x8B",                         Looks::Archive),
    (b"<!DOCTYPE",                        Looks::Markup),
    (b"<!doctype",                        Looks::Markup),
    (b"<html",                            Looks::Markup),
    (b"<HTML",                            Looks::Markup),
    (b"<?xml",                            Looks::Markup),
    (b"MZ",                               Looks::Program),
    (b"\x7FELF",                          Looks::Program),
];

/// How far into a file «%PDF-» may stand: readers allow some rubbish before it.
const PDF_SLACK: usize = 1024;

/// What the bytes are, or what they look like instead.
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Looks> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    let head = &bytes[..bytes.len().min(PDF_SLACK)];
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    let trimmed = head.trim_ascii_start();
    let known = SIGNATURES
        .iter()
        .find(|(signature, _)| trimmed.starts_with(signature) && !is_plain(head, signature));
    match known {
        Some((_, looks)) => Err(*looks),
        None => Ok(Kind::Text),
    }
}

/// Whether a two-letter signature is the beginning of ordinary text, as «BMX …».
fn is_plain(head: &[u8], signature: &[u8]) -> bool {
    signature.len() == 2 && head.iter().all(|&byte| byte >= 0x09) && signature[0] != 0x1F
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        assert_eq!(kind(b"%PDF-1.7\n"), Ok(Kind::Pdf));
        assert_eq!(kind(b"\n\n%PDF-1.4"), Ok(Kind::Pdf));
        assert_eq!(kind(b"PK\x03\x04rest"), Ok(Kind::Zip));
        assert_eq!(kind(b"\x89PNG\r\n"), Err(Looks::Picture));
        assert_eq!(kind(b"{\\rtf1"), Err(Looks::Rtf));
        assert_eq!(
            kind("BMX: ajuste de la bicicleta".as_bytes()),
            Ok(Kind::Text)
        );
        assert_eq!(kind(b"MZ\x90\0\x03"), Err(Looks::Program));
    }
}
