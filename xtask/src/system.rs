//! The system's packages: which are missing, and installing them where we know how.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::packages::{Package, Sign};
use crate::steps::{self, Failure};

/// Installs what is missing on Debian and its kin; on another Linux names it; elsewhere lists what is
/// needed.
pub(crate) fn install(groups: &[&[Package]]) -> Result<(), Failure> {
    if cfg!(not(target_os = "linux")) {
        // What these are called elsewhere is not known here, and some come with the system.
        let list = listed(groups.iter().flat_map(|group| group.iter()));
        eprintln!("  este sistema no es Linux, y no se revisa; hace falta tener:{list}");
        return Ok(());
    }
    let absent = missing(groups);
    if absent.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = absent.iter().map(|package| package.name).collect();
    eprintln!("  falta: {}", names.join(" "));
    let Some(apt) = apt() else {
        return Err(unable(&absent, "no se sabe instalarlos en este sistema"));
    };
    steps::run(
        apt().arg("update"),
        "revise la conexión y las fuentes de apt",
    )?;
    steps::run(
        apt()
            .args(["install", "-y", "--no-install-recommends"])
            .args(&names),
        &format!("instale a mano: {}", names.join(" ")),
    )?;
    match missing(groups) {
        still if still.is_empty() => Ok(()),
        still => Err(unable(&still, "apt los instaló, pero no se hallan")),
    }
}

fn missing<'a>(groups: &[&'a [Package]]) -> Vec<&'a Package> {
    groups
        .iter()
        .flat_map(|group| group.iter())
        .filter(|package| !present(&package.sign))
        .collect()
}

fn unable(absent: &[&Package], why: &str) -> Failure {
    let list = listed(absent.iter().copied());
    Failure::new(
        format!("faltan programas y {why}"),
        format!(
            "instálelos con el administrador de paquetes de su sistema (a la izquierda, su nombre en Debian):{}\n  y repita la orden",
            list
        ),
    )
}

/// Each package on a line: its name on Debian, and what it is for.
fn listed<'a>(packages: impl Iterator<Item = &'a Package>) -> String {
    packages
        .map(|package| format!("\n    {:<26} {}", package.name, package.purpose))
        .collect()
}

/// How to call `apt-get` here: as root, or through `sudo`; nothing where there is no apt.
fn apt() -> Option<impl Fn() -> Command> {
    in_path("apt-get")?;
    let root = answer("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if !root {
        in_path("sudo")?;
    }
    Some(move || {
        let mut command = if root {
            Command::new("apt-get")
        } else {
            let mut command = Command::new("sudo");
            command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            command
        };
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("-q");
        command
    })
}

fn present(sign: &Sign) -> bool {
    match sign {
        Sign::Program(name) => in_path(name).is_some(),
        Sign::Library(name) => answer("pkg-config", &["--exists", name]).is_some(),
        Sign::Module(name) => answer("python3", &["-c", &format!("import {name}")]).is_some(),
        Sign::Typeface(name) => {
            answer("fc-list", &[name]).is_some_and(|list| !list.trim().is_empty())
        }
    }
}

/// Whether a program can be called by its name.
fn in_path(program: &str) -> Option<()> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .chain([Path::new("/usr/sbin").to_path_buf()])
        .any(|folder| folder.join(program).is_file())
        .then_some(())
}

/// What a program answers; nothing if it fails or is not there.
pub(crate) fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(said)
}

/// Whether there is a screen to open a window on.
pub(crate) fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GHOST: Package = Package {
        name: "paquete-fantasma",
        purpose: "nada",
        sign: Sign::Program("no-existe-esta-orden"),
    };
    const CARGO: Package = Package {
        name: "cargo",
        purpose: "compilar",
        sign: Sign::Program("cargo"),
    };

    #[test]
    fn only_what_is_missing_is_asked_for() {
        let absent = missing(&[&[CARGO, GHOST]]);

        assert_eq!(absent.len(), 1);
        assert_eq!(absent[0].name, "paquete-fantasma");
    }

    #[test]
    fn where_we_cannot_install_the_packages_are_named_by_what_they_are_for() {
        let said = unable(&[&GHOST], "no se sabe instalarlos en este sistema").to_string();

        assert!(said.contains("paquete-fantasma"), "{said}");
        assert!(said.contains("nada"), "{said}");
    }
}
