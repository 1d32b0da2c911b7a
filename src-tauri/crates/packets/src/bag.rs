//! A packet as one file that others can verify: a BagIt 1.0 bag (RFC 8493) in a zip.
//!
//! Same files, same bytes: names are sorted, times are fixed, and the date in the bag is given. Names
//! are ASCII without the signs that bag validators read in different ways. Whoever opens a bag can
//! therefore ask whether the zip itself, to its last byte, is the one that is written here of the
//! files in it: [`Bag::is_as_packed`].

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _, Write as _};
use std::ops::ControlFlow;

use domain::edition::Digest;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// What a packet may open out to: evidence is whole, so this is generous.
pub const LARGEST_PACKET: u64 = 2_000_000_000;

/// How many times its size a packet may open out to, beyond what any may: papers and scans are
/// pressed far less, and what is pressed more is a bomb.
const MOST_PRESSED: u64 = 100;
const PLENTY: u64 = 400_000_000;

/// Which way of writing packets this is: what is in them, and the zip to its last byte. It is told in
/// `bag-info.txt`, and goes up with any change to either.
pub const VERSION: u32 = 2;

/// The word before it.
const VERSION_LABEL: &str = "Cauce-Packet-Version: ";

/// How much of a file is packed or opened between two looks at whether to go on.
const PIECE: usize = 1 << 20;

/// Hears how many files are done, over and over, and answers whether the work goes on.
pub type Watch<'a> = dyn FnMut(usize) -> ControlFlow<()> + 'a;

/// What says that a folder is a bag.
pub const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The files that list the others, each by its digest.
const MANIFEST: &str = "manifest-sha256.txt";
const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";

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
    /// A name that stands twice, or twice but for the size of its letters.
    #[error("{0:?} stands twice")]
    Doubled(String),
    /// A link: it leads elsewhere once it is opened out.
    #[error("{0:?} is a link")]
    Link(String),
    /// Whoever watched said stop.
    #[error("the work was stopped")]
    Stopped,
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

/// Packs a payload (paths under `data/`) as a bag called `name`, while somebody watches.
pub fn pack(
    name: &str,
    info: &BagInfo,
    payload: &BTreeMap<String, Vec<u8>>,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, Error> {
    for path in payload.keys() {
        if !is_fit(path) || !path.starts_with("data/") {
            return Err(Error::BadName(path.clone()));
        }
    }
    let mut tags = BTreeMap::new();
    tags.insert("bagit.txt".to_owned(), BAGIT.as_bytes().to_vec());
    tags.insert("bag-info.txt".to_owned(), about(info, payload.values()));
    tags.insert(MANIFEST.to_owned(), manifest(payload));
    let tag_manifest = manifest(&tags);
    tags.insert(TAG_MANIFEST.to_owned(), tag_manifest);
    zipped(name, tags.iter().chain(payload), watch)
}

/// Files in a zip, in the order they come: the same bytes wherever and whenever it is written.
fn zipped<'a>(
    name: &str,
    files: impl Iterator<Item = (&'a String, &'a Vec<u8>)>,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, Error> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    for (done, (path, bytes)) in files.enumerate() {
        goes_on(watch, done)?;
        zip.start_file(format!("{name}/{path}"), options)
            .map_err(Error::NotWritten)?;
        for piece in bytes.chunks(PIECE) {
            goes_on(watch, done)?;
            zip.write_all(piece)
                .map_err(|error| Error::NotWritten(error.into()))?;
        }
    }
    let done = zip.finish().map_err(Error::NotWritten)?;
    Ok(done.into_inner())
}

fn goes_on(watch: &mut Watch<'_>, done: usize) -> Result<(), Error> {
    match watch(done) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Error::Stopped),
    }
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
        "{source}Bagging-Date: {}\nExternal-Description: {}\nExternal-Identifier: {}\nPayload-Oxum: {octets}.{count}\nBag-Software-Agent: Cauce\n{VERSION_LABEL}{VERSION}\n",
        one_line(&info.date),
        one_line(&info.description),
        one_line(&info.identifier),
    );
    about.into_bytes()
}

/// Opens a bag, without believing anything it says, while somebody watches.
pub fn open(bytes: &[u8], watch: &mut Watch<'_>) -> Result<Bag, Error> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::NotAZip)?;
    if zip.len() > MOST_FILES {
        return Err(Error::TooLarge);
    }
    let mut files = BTreeMap::new();
    let mut folded = BTreeSet::new();
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
        if file.is_symlink() {
            return Err(Error::Link(whole));
        }
        // Where letters of two sizes are one, the second would be written over the first.
        if !folded.insert(path.to_ascii_lowercase()) {
            return Err(Error::Doubled(whole));
        }
        let mut content = Vec::new();
        loop {
            goes_on(watch, at)?;
            let piece = u64::try_from(PIECE).unwrap_or(u64::MAX).min(left + 1);
            let read = file.by_ref().take(piece).read_to_end(&mut content);
            let read = u64::try_from(read.map_err(|_| Error::NotAZip)?).unwrap_or(u64::MAX);
            if read == 0 {
                break;
            }
            left = left.checked_sub(read).ok_or(Error::TooLarge)?;
        }
        files.insert(path.to_owned(), content);
    }
    let name = name.ok_or(Error::NotABag)?;
    if !files.contains_key("bagit.txt") {
        return Err(Error::NotABag);
    }
    Ok(Bag { name, files })
}

impl Bag {
    /// Which way of writing it says it was written in; nothing where it does not say.
    pub fn version(&self) -> Option<u32> {
        let about = self.files.get("bag-info.txt")?;
        let about = String::from_utf8_lossy(about);
        let said = about
            .lines()
            .find_map(|line| line.strip_prefix(VERSION_LABEL))?;
        said.trim().parse().ok()
    }

    /// Whether these bytes, which it was opened from, are the zip that is written here of its files:
    /// no other order, time, comment or field, nothing before, between or after.
    pub fn is_as_packed(&self, bytes: &[u8], watch: &mut Watch<'_>) -> Result<bool, Error> {
        let (payload, tags): (Vec<_>, Vec<_>) = self
            .files
            .iter()
            .partition(|(path, _)| path.starts_with("data/"));
        let files = tags.into_iter().chain(payload);
        Ok(zipped(&self.name, files, watch)? == bytes)
    }

    /// Compares the files with the manifests: every file in both directions.
    pub fn check(&self) -> Vec<Difference> {
        let mut found = Vec::new();
        let payload = |path: &str| path.starts_with("data/");
        let tag = |path: &str| !path.starts_with("data/") && path != TAG_MANIFEST;
        self.compare(MANIFEST, payload, &mut found);
        self.compare(TAG_MANIFEST, tag, &mut found);
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
        if found.is_empty() {
            self.spelled(&mut found);
        }
        found
    }

    /// Manifests that name the right files may still be spelled otherwise than they are here.
    fn spelled(&self, found: &mut Vec<Difference>) {
        let listed = |wanted: fn(&str) -> bool| {
            let files = self.files.iter().filter(move |(path, _)| wanted(path));
            manifest(files)
        };
        let payload = listed(|path| path.starts_with("data/"));
        let tags = listed(|path| !path.starts_with("data/") && path != TAG_MANIFEST);
        for (name, wanted) in [(MANIFEST, payload), (TAG_MANIFEST, tags)] {
            if self.files.get(name) != Some(&wanted) {
                found.push(Difference::Malformed(name.to_owned()));
            }
        }
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

fn manifest<'a>(files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>) -> Vec<u8> {
    let lines = files
        .into_iter()
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
mod tests;
