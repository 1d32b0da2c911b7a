//! The places on a disk that are a workspace's own: no other file is written there.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::APPLICATION;

/// How the files end that SQLite keeps beside a workspace. A file that takes such a name is taken
/// for a write that was cut short.
const JOURNALS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// How the files end that are held while a workspace is worked in; each begins with a point.
const HOLDS: [&str; 2] = [".adjuntos", ".ventana"];

/// The technical log, which lies in the folder of the workspace.
const LOGS: [&str; 2] = ["cauce.log", "cauce.anterior.log"];

/// Whether to write a file at that place would do away with a workspace, whatever the path calls it,
/// or with what is kept beside one.
pub fn is_taken(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else {
        return false; // No file is written there by any name.
    };
    // Some systems do not tell capitals apart.
    let lower = name.to_lowercase();
    let beside = |name: &str| is_workspace(&path.with_file_name(name));
    LOGS.contains(&lower.as_str())
        || is_workspace(path)
        || lower.ends_with(".cauce") && std::fs::metadata(path).is_ok_and(|it| it.is_file())
        || JOURNALS
            .iter()
            .filter(|end| lower.ends_with(*end))
            .filter_map(|end| name.get(..name.len().checked_sub(end.len())?))
            .any(beside)
        || HOLDS
            .iter()
            .filter(|end| lower.ends_with(*end))
            .filter_map(|end| name.get(1..name.len().checked_sub(end.len())?))
            .any(beside)
}

/// Whether the file there says that it is a workspace, as SQLite writes it at its beginning.
fn is_workspace(path: &Path) -> bool {
    // A pipe would be waited for.
    if !std::fs::metadata(path).is_ok_and(|it| it.is_file()) {
        return false;
    }
    let mut head = [0; 72];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok()
        && head.starts_with(b"SQLite format 3\0")
        && head[68..] == APPLICATION.to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Error, Store};

    #[test]
    fn what_a_workspace_keeps_is_known_by_whatever_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let store = Store::create(&at("oficina.cauce")).unwrap();
        std::fs::hard_link(at("oficina.cauce"), at("acta.pdf")).unwrap();
        std::fs::create_dir(at("carpeta")).unwrap();
        std::fs::write(at("roto.cauce"), "ya no se lee").unwrap();

        for taken in [
            "oficina.cauce",
            "carpeta/../oficina.cauce",
            "acta.pdf",
            "acta.pdf-journal",
            "oficina.cauce-journal",
            "oficina.cauce-WAL",
            "oficina.cauce-shm",
            ".oficina.cauce.ventana",
            ".oficina.cauce.adjuntos",
            "roto.cauce",
            "cauce.log",
        ] {
            assert!(is_taken(&at(taken)), "{taken}");
        }
        for free in [
            "otra.cauce",
            "otra.pdf-journal",
            "acta.docx",
            "carpeta",
            ".ventana",
            "ñ.wal",
        ] {
            assert!(!is_taken(&at(free)), "{free}");
        }
        let copied = store.copy_to(&at("oficina.cauce-journal"));
        assert!(matches!(copied, Err(Error::Taken)), "{copied:?}");
        let made = Store::create(&at("oficina.cauce-journal"));
        assert!(matches!(made, Err(Error::Taken)), "{made:?}");
        assert!(!at("oficina.cauce-journal").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_workspace_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        drop(Store::create(&at("oficina.cauce")).unwrap());
        std::os::unix::fs::symlink(at("oficina.cauce"), at("copia.json")).unwrap();
        std::os::unix::fs::symlink(folder.path(), at("aqui")).unwrap();

        assert!(is_taken(&at("copia.json")));
        assert!(is_taken(&at("aqui/oficina.cauce-journal")));
    }
}
