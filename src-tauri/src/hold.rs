//! One window a workspace: two windows on one file would show each other's past.
//!
//! The command line may work beside the window; the store sees to that. What is held is a small
//! file beside the workspace, not the workspace, so a copy of it can be made meanwhile. The system
//! lets go of it when the process ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// The window's hold on its workspace.
#[derive(Debug)]
pub(crate) struct Hold(#[expect(dead_code, reason = "it holds while it is open")] File);

/// Another window holds it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Busy;

impl Hold {
    /// Holds the workspace; nothing where the folder cannot be written, for then nothing can be
    /// changed either, and the store says so.
    pub(crate) fn take(workspace: &Path) -> Result<Option<Hold>, Busy> {
        let Some(name) = workspace.file_name() else {
            return Ok(None);
        };
        let name = format!(".{}.ventana", name.to_string_lossy());
        let mut beside = OpenOptions::new();
        beside.create(true).truncate(false).write(true);
        let Ok(file) = beside.open(workspace.with_file_name(name)) else {
            return Ok(None);
        };
        match file.try_lock() {
            Ok(()) => Ok(Some(Hold(file))),
            Err(TryLockError::WouldBlock) => Err(Busy),
            Err(TryLockError::Error(error)) => {
                tracing::warn!("the workspace cannot be held: {error}");
                Ok(None)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_is_held_until_its_window_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("espacio.cauce");

        let first = Hold::take(&workspace).unwrap();

        assert!(first.is_some());
        assert_eq!(Hold::take(&workspace).unwrap_err(), Busy);
        drop(first);
        assert!(Hold::take(&workspace).unwrap().is_some());
    }

    #[test]
    fn a_folder_that_is_not_there_is_the_stores_to_say() {
        let workspace = Path::new("/no/hay/tal/carpeta/espacio.cauce");

        assert!(Hold::take(workspace).unwrap().is_none());
    }
}
