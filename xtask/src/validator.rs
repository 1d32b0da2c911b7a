//! The public BagIt validator, in a Python environment of its own under `target/`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::steps::{self, Failure};

const BAGIT: &str = "bagit==1.9.0";

/// Installs it once, and answers where its Python is.
pub(crate) fn install(root: &Path) -> Result<PathBuf, Failure> {
    let home = root.join("target").join("validator");
    let python = home.join("bin").join("python3");
    if works(&python) {
        return Ok(python);
    }
    steps::run(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&home),
        "instale el módulo venv de Python (python3-venv en Debian)",
    )?;
    steps::run(
        Command::new(&python).args(["-m", "pip", "install", "--quiet", BAGIT]),
        "revise la conexión con el registro de Python y repita la orden",
    )?;
    if works(&python) {
        Ok(python)
    } else {
        Err(Failure::new(
            "el validador de BagIt se instaló, pero no arranca",
            format!("borre {} y repita la orden", home.display()),
        ))
    }
}

fn works(python: &Path) -> bool {
    Command::new(python)
        .args(["-m", "bagit", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
