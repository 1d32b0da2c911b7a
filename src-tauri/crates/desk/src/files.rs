//! Files outside the workspace: read whole, and written whole or not at all.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Reads a file that will be read as a standard or a packet, up to `limit` bytes and one more, so
/// that whoever judges its size can see that it is too large.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let failed = |error| Error::file(path, error);
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(Error::NotAFile { name: name(path) });
    }
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    Ok(bytes)
}

/// The file's own name.
pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    domain::text::clean(&name.to_string_lossy(), false)
}

/// Writes a file beside its place and then gives it its name: whoever looks sees all of it or none.
pub(crate) fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
    if !replace && path.exists() {
        return Err(Error::FileExists { name: name(path) });
    }
    Staged::beside(path, bytes)?.place(replace)
}

/// A file that is written whole and has not its name yet. Dropped, it is gone.
#[derive(Debug)]
pub(crate) struct Staged {
    beside: PathBuf,
    path: PathBuf,
}

impl Staged {
    /// Writes the bytes beside the place they are for.
    pub(crate) fn beside(path: &Path, bytes: &[u8]) -> Result<Staged, Error> {
        let mut beside = path.as_os_str().to_owned();
        beside.push(format!(".{}.parcial", std::process::id()));
        let staged = Staged {
            beside: PathBuf::from(beside),
            path: path.to_owned(),
        };
        let written = File::create(&staged.beside).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written.map_err(|error| Error::file(path, error))?;
        Ok(staged)
    }

    /// Gives it its name.
    pub(crate) fn place(self, replace: bool) -> Result<(), Error> {
        let (beside, path) = (&self.beside, &self.path);
        let placed = if replace {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_not_written_over_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acta.pdf");
        fs::write(&path, "la de ayer").unwrap();

        let refused = write(&path, b"la de hoy", false).unwrap_err();

        assert!(matches!(refused, Error::FileExists { .. }));
        assert_eq!(fs::read_to_string(&path).unwrap(), "la de ayer");
        write(&path, b"la de hoy", true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "la de hoy");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing half written stays"
        );
    }
}
