//! The window's side: Node, its packages, its scripts.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::steps::{self, Failure};
use crate::system;

/// The oldest Node that the window's tools accept.
const NODE: (u32, u32) = (20, 19);

/// Refuses a Node that is too old, or none.
pub(crate) fn check_node() -> Result<(), Failure> {
    let advice = "instale Node 20.19 o posterior (con npm) y repita la orden";
    let Some(said) = system::answer("node", &["--version"]) else {
        return Err(Failure::new("no se halla Node", advice));
    };
    match version(&said) {
        Some(found) if found >= NODE => Ok(()),
        Some((major, minor)) => Err(Failure::new(
            format!("Node {major}.{minor} es anterior a {}.{}", NODE.0, NODE.1),
            advice,
        )),
        None => Err(Failure::new(
            format!("no se entiende «{}»", said.trim()),
            advice,
        )),
    }
}

/// The major and minor of `v20.19.4`.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Installs the window's packages when the lock is not the one they were installed from.
pub(crate) fn install(root: &Path) -> Result<(), Failure> {
    let lock = read(&root.join("ui/package-lock.json"))?;
    let stamp = root.join("ui/node_modules/.cauce-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let advice = "revise la conexión con el registro de npm y repita la orden";
    npm(root, &["ci", "--no-audit", "--no-fund"], advice)?;
    fs::write(&stamp, lock).map_err(|error| {
        Failure::new(
            format!("no se pudo escribir {} ({error})", stamp.display()),
            "revise los permisos de la carpeta ui/",
        )
    })
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| {
        Failure::new(
            format!("no se pudo leer {} ({error})", path.display()),
            "revise que la copia del proyecto esté completa",
        )
    })
}

/// Runs npm in `ui/`.
pub(crate) fn npm(root: &Path, arguments: &[&str], advice: &str) -> Result<(), Failure> {
    npm_in(&root.join("ui"), arguments, advice)
}

/// Runs npm in a folder.
pub(crate) fn npm_in(folder: &Path, arguments: &[&str], advice: &str) -> Result<(), Failure> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments);
    // A test runner that watches would never end.
    command.env("CI", "true");
    steps::run(&mut command, advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_node_is_read_and_compared_by_number() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(version("v9.1"), Some((9, 1)));
        assert_eq!(version("20.20.2"), None);
        assert!(version("v9.99.0") < Some(NODE));
        assert!(version("v20.18.3") < Some(NODE));
        assert!(version("v22.0.0") > Some(NODE));
    }
}
