//! Packets taken apart and put together again, as an attacker or a bad wire would.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use domain::edition::Digest;
use zip::write::SimpleFileOptions;
use zip::{DateTime, System, ZipArchive, ZipWriter};

/// The files of a packet by their path inside its folder, and the folder.
#[derive(Clone)]
pub(crate) struct Opened {
    pub(crate) folder: String,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

pub(crate) fn open(path: &str) -> Opened {
    let bytes = std::fs::read(path).unwrap();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    let mut folder = String::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let (top, inside) = name.split_once('/').unwrap();
        top.clone_into(&mut folder);
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(inside.to_owned(), content);
    }
    Opened { folder, files }
}

/// A zip of files under their whole names.
pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

impl Opened {
    /// As a zip again, as Cauce writes it: whoever forges a packet takes care of that too.
    pub(crate) fn shut(&self) -> Vec<u8> {
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644);
        let (payload, tags): (Vec<_>, Vec<_>) = self
            .files
            .iter()
            .partition(|(path, _)| path.starts_with("data/"));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, content) in tags.into_iter().chain(payload) {
            zip.start_file(format!("{}/{path}", self.folder), options)
                .unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// As another tool would zip the same files.
    pub(crate) fn zipped_elsewhere(&self) -> Vec<u8> {
        let names: Vec<String> = self
            .files
            .keys()
            .map(|at| format!("{}/{at}", self.folder))
            .collect();
        let pairs = names
            .iter()
            .map(String::as_str)
            .zip(self.files.values().map(Vec::as_slice));
        zipped(&pairs.collect::<Vec<_>>())
    }

    /// Writes size, manifest and manifest of tags again, so that the bag is one in itself.
    pub(crate) fn rewrite_manifests(&mut self) {
        let payload: BTreeMap<&String, &Vec<u8>> = self
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("data/"))
            .collect();
        let octets: usize = payload.values().map(|bytes| bytes.len()).sum();
        let oxum = format!("Payload-Oxum: {octets}.{}", payload.len());
        let manifest = lines(payload.into_iter());
        if let Some(about) = self.files.get("bag-info.txt") {
            let about = String::from_utf8(about.clone()).unwrap();
            let about: Vec<&str> = about
                .lines()
                .map(|line| {
                    if line.starts_with("Payload-Oxum") {
                        &oxum
                    } else {
                        line
                    }
                })
                .collect();
            let about = about.join("\n") + "\n";
            self.files
                .insert("bag-info.txt".to_owned(), about.into_bytes());
        }
        self.files
            .insert("manifest-sha256.txt".to_owned(), manifest);
        let is_tag = |path: &str| !path.starts_with("data/") && path != "tagmanifest-sha256.txt";
        let tags = lines(self.files.iter().filter(|(path, _)| is_tag(path)));
        self.files.insert("tagmanifest-sha256.txt".to_owned(), tags);
    }
}

fn lines<'a>(files: impl Iterator<Item = (&'a String, &'a Vec<u8>)>) -> Vec<u8> {
    let lines: String = files
        .map(|(path, bytes)| format!("{}  {path}\n", Digest::of(bytes).hex()))
        .collect();
    lines.into_bytes()
}
