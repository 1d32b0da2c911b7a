//! Files outside the workspace: read whole, and written whole or not at all.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::Error;

/// Reads a file that will be read as a standard or a packet, up to `limit` bytes and one more, so
/// that whoever judges its size can see that it is too large.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let failed = |error| Error::file(path, error);
    let (file, _) = open(path)?;
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    Ok(bytes)
}

/// Opens a file to read it, and says its size. What is no file (a pipe, a device) may have no end and
/// is waited for when it is opened: it is refused before.
pub(crate) fn open(path: &Path) -> Result<(File, u64), Error> {
    let failed = |error| Error::file(path, error);
    let regular = |found: fs::Metadata| match found.is_file() {
        true => Ok(found.len()),
        false => Err(Error::NotAFile { name: name(path) }),
    };
    regular(fs::metadata(path).map_err(failed)?)?;
    let file = File::open(path).map_err(failed)?;
    let size = regular(file.metadata().map_err(failed)?)?;
    Ok((file, size))
}

/// A text that a person wrote for the app: settings, a list of edits.
pub fn text(path: &Path) -> Result<String, Error> {
    let bytes = read(path, LARGEST_TEXT)?;
    let whole = u64::try_from(bytes.len()).is_ok_and(|size| size <= LARGEST_TEXT);
    let text = whole.then(|| String::from_utf8(bytes).ok()).flatten();
    text.ok_or_else(|| Error::NotText { name: name(path) })
}

/// How large such a text may be.
const LARGEST_TEXT: u64 = 20 << 20;

/// The file's own name.
pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    domain::text::clean(&name.to_string_lossy(), false)
}

/// A file that is written whole and has not its name yet: whoever looks sees all of it or none.
/// Dropped, it is gone.
#[derive(Debug)]
pub(crate) struct Staged {
    beside: PathBuf,
    path: PathBuf,
    replace: bool,
    /// Held while it is waited for, so that another process can tell it from one that was left.
    file: File,
}

impl Staged {
    /// Writes the bytes beside the place they are for; not for the place of another file, unless that
    /// is to be replaced.
    pub(crate) fn beside(
        path: &Path,
        bytes: &[u8],
        replace: bool,
        mut piece: impl FnMut() -> Result<(), Error>,
    ) -> Result<Staged, Error> {
        /// Two works at once may be for one place.
        static COUNT: AtomicU32 = AtomicU32::new(0);
        if !replace && path.exists() {
            return Err(Error::FileExists { name: name(path) });
        }
        free(path)?;
        sweep(path);
        let failed = |error| Error::file(path, error);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let mut beside = path.as_os_str().to_owned();
        beside.push(format!(".{}-{count}{PARTIAL}", std::process::id()));
        let beside = PathBuf::from(beside);
        let mut staged = Staged {
            file: File::create(&beside).map_err(failed)?,
            beside,
            path: path.to_owned(),
            replace,
        };
        // Where the system has no locks there is nothing to tell apart.
        let _ = staged.file.try_lock();
        for part in bytes.chunks(PIECE) {
            piece()?;
            staged.file.write_all(part).map_err(failed)?;
        }
        staged.file.sync_all().map_err(failed)?;
        Ok(staged)
    }

    /// Gives it its name.
    pub(crate) fn place(self) -> Result<(), Error> {
        let (beside, path) = (&self.beside, &self.path);
        // A workspace may have come there meanwhile.
        free(path)?;
        let placed = if self.replace {
            fs::rename(beside, path)
        } else {
            // A link is never put over a file that came meanwhile.
            fs::hard_link(beside, path).or_else(|error| match error.kind() {
                std::io::ErrorKind::AlreadyExists => Err(error),
                _ if path.exists() => Err(std::io::ErrorKind::AlreadyExists.into()),
                _ => fs::rename(beside, path), // A file system without links.
            })
        };
        placed.map_err(|error| Error::file(path, error))
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Whatever happened, no unfinished file stays; after a rename there is none.
        let _ = fs::remove_file(&self.beside);
    }
}

/// Refuses the place of a workspace, by whatever name: what is put there does away with all of it.
fn free(path: &Path) -> Result<(), Error> {
    match store::is_taken(path) {
        true => Err(Error::PlaceTaken { name: name(path) }),
        false => Ok(()),
    }
}

/// Removes what a process that died left beside a place: what nobody holds any longer.
fn sweep(path: &Path) {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let Ok(there) = fs::read_dir(folder.unwrap_or(Path::new("."))) else {
        return; // Whoever writes there is told why.
    };
    let mut begins = path.file_name().unwrap_or_default().to_owned();
    begins.push(".");
    let begins = begins.to_string_lossy();
    for file in there.flatten() {
        let name = file.file_name();
        let name = name.to_string_lossy();
        let left = name.starts_with(&*begins) && name.ends_with(PARTIAL);
        let left = left && file.file_type().is_ok_and(|kind| kind.is_file());
        if left && File::open(file.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// How a file ends that has not its name yet.
const PARTIAL: &str = ".parcial";

/// How much is written between two looks at whether to go on.
const PIECE: usize = 8 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    fn staged(path: &Path, text: &str, replace: bool) -> Result<Staged, Error> {
        Staged::beside(path, text.as_bytes(), replace, || Ok(()))
    }

    fn names(folder: &Path) -> Vec<String> {
        let files = fs::read_dir(folder).unwrap();
        let names = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
        names.collect()
    }

    #[test]
    fn a_file_is_not_written_over_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acta.pdf");
        fs::write(&path, "la de ayer").unwrap();

        let refused = staged(&path, "la de hoy", false).unwrap_err();

        assert!(matches!(refused, Error::FileExists { .. }));
        assert_eq!(fs::read_to_string(&path).unwrap(), "la de ayer");
        staged(&path, "la de hoy", true).unwrap().place().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "la de hoy");
        assert_eq!(
            names(folder.path()),
            ["acta.pdf"],
            "nothing half written stays"
        );
    }

    #[test]
    fn a_file_that_came_meanwhile_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acta.pdf");
        let waiting = staged(&path, "la de hoy", false).unwrap();
        fs::write(&path, "la de otro").unwrap();

        let refused = waiting.place().unwrap_err();

        assert_eq!(refused.code(), crate::Code::FileExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "la de otro");
        assert_eq!(names(folder.path()), ["acta.pdf"]);
    }

    #[test]
    fn what_a_process_that_died_left_is_swept_and_what_another_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acta.pdf");
        fs::write(folder.path().join("acta.pdf.1-0.parcial"), "a medias").unwrap();
        fs::write(folder.path().join("acta.pdf.anexo"), "otro").unwrap();
        let other = staged(&path, "la de otra ventana", false).unwrap();

        let mine = staged(&path, "la de ésta", false).unwrap();

        assert_eq!(names(folder.path()).len(), 3, "{:?}", names(folder.path()));
        mine.place().unwrap();
        drop(other);
        let mut left = names(folder.path());
        left.sort();
        assert_eq!(left, ["acta.pdf", "acta.pdf.anexo"]);
        assert_eq!(fs::read_to_string(&path).unwrap(), "la de ésta");
    }
}
