//! Where the workspace is, and opening it.

use std::path::{Path, PathBuf};

use store::{Access, Store};

use crate::error::Error;

/// The workspace of this person: the one named in `CAUCE_WORKSPACE`, or the system's usual place.
pub fn default_workspace() -> PathBuf {
    if let Some(named) = std::env::var_os("CAUCE_WORKSPACE").filter(|name| !name.is_empty()) {
        return PathBuf::from(named);
    }
    let own = if cfg!(target_os = "macos") {
        home().join("Library/Application Support")
    } else if cfg!(windows) {
        folder("APPDATA").unwrap_or_else(home)
    } else {
        folder("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local/share"))
    };
    own.join("cauce").join("espacio.cauce")
}

/// How whoever has no name signs what may go on without one.
const NOBODY: &str = "persona sin nombre";

/// Who signs until the workspace says: the name the system knows, from what the environment says or
/// else from its list of accounts.
pub fn default_person() -> String {
    let names = ["USER", "USERNAME", "LOGNAME"].iter();
    let mut known = names.filter_map(|name| std::env::var(name).ok());
    let said = known.find(|name| !is_nobody(name));
    said.or_else(|| whoami::username().ok().filter(|name| !is_nobody(name)))
        .unwrap_or_else(|| NOBODY.to_owned())
}

/// Whether a name is nobody's.
pub(crate) fn is_nobody(name: &str) -> bool {
    let name = name.trim();
    name.is_empty() || name.to_lowercase() == NOBODY
}

/// Where this person's files are: what the environment says, or else what the system knows of them.
fn home() -> PathBuf {
    folder("HOME")
        .or_else(|| folder("USERPROFILE"))
        .or_else(std::env::home_dir)
        .unwrap_or_default()
}

fn folder(variable: &str) -> Option<PathBuf> {
    let path = PathBuf::from(std::env::var_os(variable)?);
    path.is_absolute().then_some(path)
}

/// Opens the workspace, begins it where there is none, or opens it to read where it cannot be
/// written: whoever writes then is told so.
pub(crate) fn open(path: &Path) -> Result<Store, Error> {
    if !path.exists() {
        // A link whose file is gone, or that leads back to itself.
        if path.is_symlink() {
            return Err(Error::BrokenLink {
                name: crate::files::name(path),
            });
        }
        if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| Error::file(folder, error))?;
        }
        return Store::create(path).map_err(|error| match error {
            store::Error::ReadOnly | store::Error::PermissionDenied => {
                Error::file(path, std::io::ErrorKind::PermissionDenied.into())
            }
            other => Error::Store(other), // It says itself what it is.
        });
    }
    // A creation that was cut short leaves an empty file, in which there is nothing to lose.
    if std::fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() == 0) {
        return Ok(Store::create(path)?);
    }
    match Store::open(path, Access::Write) {
        Err(store::Error::ReadOnly | store::Error::PermissionDenied) => {
            Ok(Store::open(path, Access::Read)?)
        }
        opened => Ok(opened?),
    }
}
