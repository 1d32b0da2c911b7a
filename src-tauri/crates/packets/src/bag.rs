//! A packet as one file that others can verify: a BagIt 1.0 bag (RFC 8493) in a zip.
//!
//! Same files, same bytes: names are sorted, times are fixed, and the date in the bag is given. Names
//! are ASCII without the signs that bag validators read in different ways.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _, Write as _};

use domain::edition::Digest;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// What a packet may open out to: evidence is whole, so this is generous.
pub const LARGEST_PACKET: u64 = 2_000_000_000;

/// How many times its size a packet may open out to, beyond what any may: papers and scans are
/// pressed far less, and what is pressed more is a bomb.
const MOST_PRESSED: u64 = 100;
const PLENTY: u64 = 400_000_000;

/// What says that a folder is a bag.
pub const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// How many files a packet may have.
const MOST_FILES: usize = 20_000;

/// Why a packet could not be written or opened.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is no zip, or a damaged one.
    #[error("it is not a zip archive, or it is damaged")]
    NotAZip,
    /// It has no bag in it, or several.
    #[error("there is no bag in it")]
    NotABag,
    /// It opens out to more than is read.
    #[error("it opens out to more than is read")]
    TooLarge,
    /// A file name leads out of the bag or has signs that bags do not carry.
    #[error("{0:?} is not a name for a file in a bag")]
    BadName(String),
    /// A name that stands twice.
    #[error("{0:?} stands twice")]
    Doubled(String),
    /// It could not be written.
    #[error("the archive could not be written")]
    NotWritten(#[source] zip::result::ZipError),
}

/// What is said of a bag in `bag-info.txt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BagInfo {
    /// The day it was made.
    pub date: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// What it is called outside.
    pub identifier: String,
    /// Who made it.
    pub organization: String,
}

/// A bag that was opened: its name, and its files by their path in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bag {
    /// The folder that holds it.
    pub name: String,
    /// Every file, tag files and payload.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// How a bag differs from what its manifests say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A file is not what its digest says.
    Digest(String),
    /// A file is listed and not there.
    Missing(String),
    /// A file is there and not listed.
    Extra(String),
    /// A line of a manifest, or a tag file, is not as bags have it.
    Malformed(String),
}

/// A name as bags carry it: ASCII, without accents, spaces or signs.
pub fn ascii_name(name: &str) -> String {
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= 8 => (stem, extension),
        _ => (name, ""),
    };
    let plain = |text: &str| {
        let folded = domain::text::fold(text).replace('ñ', "n");
        let ascii: String = folded
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        let words: Vec<&str> = ascii.split('-').filter(|word| !word.is_empty()).collect();
        words.join("-")
    };
    let mut out: String = plain(stem).chars().take(60).collect();
    if out.is_empty() {
        out.push_str("archivo");
    }
    let extension = plain(extension);
    if !extension.is_empty() {
        out.push('.');
        out.push_str(&extension);
    }
    out
}

/// Packs a payload (paths under `data/`) as a bag called `name`.
pub fn pack(
    name: &str,
    info: &BagInfo,
    payload: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<u8>, Error> {
    for path in payload.keys() {
        if !is_fit(path) || !path.starts_with("data/") {
            return Err(Error::BadName(path.clone()));
        }
    }
    let mut tags = BTreeMap::new();
    tags.insert("bagit.txt".to_owned(), BAGIT.as_bytes().to_vec());
    tags.insert("bag-info.txt".to_owned(), about(info, payload.values()));
    tags.insert("manifest-sha256.txt".to_owned(), manifest(payload));
    let tag_manifest = manifest(&tags);
    tags.insert("tagmanifest-sha256.txt".to_owned(), tag_manifest);

    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (path, bytes) in tags.iter().chain(payload) {
        zip.start_file(format!("{name}/{path}"), options)
            .map_err(Error::NotWritten)?;
        zip.write_all(bytes)
            .map_err(|error| Error::NotWritten(error.into()))?;
    }
    let done = zip.finish().map_err(Error::NotWritten)?;
    Ok(done.into_inner())
}

/// What a bag says of itself.
pub fn about<'a>(info: &BagInfo, payload: impl Iterator<Item = &'a Vec<u8>>) -> Vec<u8> {
    let sizes: Vec<usize> = payload.map(Vec::len).collect();
    let (count, octets) = (sizes.len(), sizes.iter().sum::<usize>());
    let organization = one_line(&info.organization);
    let source = match organization.as_str() {
        "" => String::new(),
        organization => format!("Source-Organization: {organization}\n"),
    };
    let about = format!(
        "{source}Bagging-Date: {}\nExternal-Description: {}\nExternal-Identifier: {}\nPayload-Oxum: {octets}.{count}\nBag-Software-Agent: Cauce\n",
        one_line(&info.date),
        one_line(&info.description),
        one_line(&info.identifier),
    );
    about.into_bytes()
}

/// Opens a bag, without believing anything it says.
pub fn open(bytes: &[u8]) -> Result<Bag, Error> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::NotAZip)?;
    if zip.len() > MOST_FILES {
        return Err(Error::TooLarge);
    }
    let mut files = BTreeMap::new();
    let mut name: Option<String> = None;
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let mut left = packed
        .saturating_mul(MOST_PRESSED)
        .saturating_add(PLENTY)
        .min(LARGEST_PACKET);
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).map_err(|_| Error::NotAZip)?;
        if file.is_dir() {
            continue;
        }
        let whole = file.name().map_err(|_| Error::NotAZip)?.into_owned();
        let (folder, path) = whole.split_once('/').ok_or(Error::NotABag)?;
        if !is_fit(&whole) {
            return Err(Error::BadName(whole));
        }
        if *name.get_or_insert_with(|| folder.to_owned()) != folder {
            return Err(Error::NotABag);
        }
        let mut content = Vec::new();
        file.by_ref()
            .take(left.saturating_add(1))
            .read_to_end(&mut content)
            .map_err(|_| Error::NotAZip)?;
        let size = u64::try_from(content.len()).unwrap_or(u64::MAX);
        left = left.checked_sub(size).ok_or(Error::TooLarge)?;
        if files.insert(path.to_owned(), content).is_some() {
            return Err(Error::Doubled(whole));
        }
    }
    let name = name.ok_or(Error::NotABag)?;
    if !files.contains_key("bagit.txt") {
        return Err(Error::NotABag);
    }
    Ok(Bag { name, files })
}

impl Bag {
    /// Compares the files with the manifests: every file in both directions.
    pub fn check(&self) -> Vec<Difference> {
        let mut found = Vec::new();
        let payload = |path: &str| path.starts_with("data/");
        let tag = |path: &str| !path.starts_with("data/") && path != "tagmanifest-sha256.txt";
        self.compare("manifest-sha256.txt", payload, &mut found);
        self.compare("tagmanifest-sha256.txt", tag, &mut found);
        if !self.files["bagit.txt"].starts_with(b"BagIt-Version: 1.0\n") {
            found.push(Difference::Malformed("bagit.txt".to_owned()));
        }
        let about = self
            .files
            .get("bag-info.txt")
            .map_or(&[][..], Vec::as_slice);
        let payload: Vec<&Vec<u8>> = self
            .files
            .iter()
            .filter(|(path, _)| payload(path))
            .map(|(_, bytes)| bytes)
            .collect();
        let octets: usize = payload.iter().map(|bytes| bytes.len()).sum();
        let oxum = format!("Payload-Oxum: {octets}.{}", payload.len());
        if !String::from_utf8_lossy(about)
            .lines()
            .any(|line| line == oxum)
        {
            found.push(Difference::Malformed("bag-info.txt".to_owned()));
        }
        found
    }

    fn compare(&self, name: &str, mine: impl Fn(&str) -> bool, found: &mut Vec<Difference>) {
        let Some(manifest) = self.files.get(name) else {
            found.push(Difference::Missing(name.to_owned()));
            return;
        };
        if !manifest.ends_with(b"\n") {
            found.push(Difference::Malformed(name.to_owned()));
        }
        let mut listed = BTreeSet::new();
        for line in String::from_utf8_lossy(manifest).lines() {
            let entry = line
                .split_once("  ")
                .and_then(|(hex, path)| Digest::parse(hex).map(|digest| (digest, path.to_owned())));
            let Some((digest, path)) = entry else {
                found.push(Difference::Malformed(name.to_owned()));
                continue;
            };
            match self.files.get(&path) {
                Some(bytes) if Digest::of(bytes) != digest => {
                    found.push(Difference::Digest(path.clone()));
                }
                Some(_) => {}
                None => found.push(Difference::Missing(path.clone())),
            }
            listed.insert(path);
        }
        for path in self.files.keys() {
            if mine(path) && !listed.contains(path) {
                found.push(Difference::Extra(path.clone()));
            }
        }
    }
}

fn manifest(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let lines = files
        .iter()
        .map(|(path, bytes)| format!("{}  {path}\n", Digest::of(bytes).hex()));
    lines.collect::<String>().into_bytes()
}

fn one_line(text: &str) -> String {
    domain::text::clean(text, false)
}

/// Whether a path stays in its bag and reads the same everywhere.
fn is_fit(path: &str) -> bool {
    !path.is_empty()
        && path.split('/').all(|part| {
            !part.is_empty()
                && part != "."
                && part != ".."
                && part
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload() -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([
            ("data/estandar/EC0001.json".to_owned(), b"{}".to_vec()),
            ("data/evidencia/01-aval.pdf".to_owned(), b"%PDF".to_vec()),
        ])
    }

    fn info() -> BagInfo {
        BagInfo {
            date: "2026-07-03".to_owned(),
            description: "Paquete\nde prueba".to_owned(),
            identifier: "x".to_owned(),
            organization: "CONOCER".to_owned(),
        }
    }

    fn packed() -> Vec<u8> {
        pack("paquete", &info(), &payload()).unwrap()
    }

    #[test]
    fn a_bag_as_it_was_packed_is_sound() {
        let bag = open(&packed()).unwrap();

        assert_eq!(bag.check(), []);
        assert_eq!(bag.files["data/estandar/EC0001.json"], b"{}");
    }

    #[test]
    fn the_same_files_make_the_same_bytes() {
        assert_eq!(packed(), packed());
    }

    #[test]
    fn every_kind_of_difference_is_told() {
        let mut bag = open(&packed()).unwrap();
        bag.files
            .insert("data/estandar/EC0001.json".to_owned(), b"[]".to_vec());
        bag.files.remove("data/evidencia/01-aval.pdf");
        bag.files.insert("data/otro.txt".to_owned(), Vec::new());

        let found = bag.check();

        let path = |path: &str| path.to_owned();
        assert!(found.contains(&Difference::Digest(path("data/estandar/EC0001.json"))));
        assert!(found.contains(&Difference::Missing(path("data/evidencia/01-aval.pdf"))));
        assert!(found.contains(&Difference::Extra(path("data/otro.txt"))));
        assert!(found.contains(&Difference::Malformed(path("bag-info.txt"))));
    }

    #[test]
    fn names_become_ascii_and_keep_their_extension() {
        assert_eq!(
            ascii_name("Aval (firmado) Nº 3 – Niñez.PDF"),
            "aval-firmado-nº-3-ninez.pdf".replace('º', "")
        );
        assert_eq!(ascii_name("¿?"), "archivo");
        assert_eq!(ascii_name("100%.docx"), "100.docx");
    }

    #[test]
    fn what_is_no_bag_is_refused() {
        assert!(matches!(open(b"no"), Err(Error::NotAZip)));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("suelto.txt", SimpleFileOptions::default())
            .unwrap();
        let loose = zip.finish().unwrap().into_inner();
        assert!(matches!(open(&loose), Err(Error::NotABag)));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("a/../../b", SimpleFileOptions::default())
            .unwrap();
        let out = zip.finish().unwrap().into_inner();
        assert!(matches!(open(&out), Err(Error::BadName(_))));
    }

    #[test]
    fn no_byte_of_a_bag_changes_unseen() {
        let whole = packed();
        for at in (0..whole.len()).step_by(7) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x20;
            if let Ok(bag) = open(&bytes) {
                let same = bag == open(&whole).unwrap();
                assert!(same || !bag.check().is_empty(), "byte {at} changed unseen");
            }
        }
    }
}
