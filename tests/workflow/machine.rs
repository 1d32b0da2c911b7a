//! What a machine may do to an office: small disks, discs that cannot be written, a person without
//! rights. Each needs the system's leave; where it does not give it, the story is skipped and says so.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file system of its own, gone when it is dropped.
pub(crate) struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    /// A disk of so many kilobytes, in memory.
    pub(crate) fn small(kilobytes: u32) -> Option<Disk> {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={kilobytes}k");
        let mount = ["-t", "tmpfs", "-o", &options, "cauce-stories"];
        if run("mount", &mount, folder.path()) {
            return Some(Disk { folder });
        }
        eprintln!("skipped: the system does not let this person mount a disk");
        None
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Takes all the room that is left, less some bytes.
    pub(crate) fn fill(&self, but: usize) -> PathBuf {
        let path = self.path().join("relleno");
        let mut room = Vec::new();
        let block = vec![b'x'; 4096];
        while std::fs::write(self.path().join("prueba"), [&room[..], &block].concat()).is_ok() {
            room.extend_from_slice(&block);
        }
        std::fs::remove_file(self.path().join("prueba")).unwrap();
        room.truncate(room.len().saturating_sub(but));
        std::fs::write(&path, &room).unwrap();
        path
    }

    /// From now on it can only be read.
    pub(crate) fn close_for_writing(&self) {
        assert!(run("mount", &["-o", "remount,ro"], self.path()));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: a test that failed may still hold a file of it.
        run("umount", &["-l"], self.folder.path());
    }
}

fn run(program: &str, arguments: &[&str], path: &Path) -> bool {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .arg(path)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Whether the system lets this person read anything, whatever its permissions.
#[cfg(unix)]
pub(crate) fn may_do_anything() -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o000)).unwrap();
    std::fs::read(file.path()).is_ok()
}
