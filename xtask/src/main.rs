//! The two commands of the house: `cargo xtask run` opens the window, `cargo xtask test` passes
//! every test.
//!
//! Each sets up what it needs first, says each step in Spanish with its time, and stops at the
//! first one that fails, saying what to do. Only the standard library is used: this is the first
//! thing a fresh machine compiles.

mod packages;
mod steps;
mod system;
mod validators;
mod window;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use packages::{Package, TO_BUILD, TO_TEST};
use steps::{Failure, Steps};

const USAGE: &str = "\
Cauce: dos órdenes.

  cargo xtask run [--release] [--solo-compilar]
      Instala lo que falte, compila y abre la ventana.
      --release         la versión optimizada (tarda más en compilar)
      --solo-compilar   no abre la ventana

  cargo xtask test
      Instala lo que falte y pasa todas las pruebas: Rust, la ventana y los recorridos
      en la ventana real, sobre una pantalla virtual.
";

/// With one set of features from beginning to end, nothing is compiled twice.
const FEATURES: [&str; 3] = ["--workspace", "--features", "cauce/window"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["run", rest @ ..]
            if rest
                .iter()
                .all(|flag| ["--release", "--solo-compilar"].contains(flag)) =>
        {
            run(rest)
        }
        ["test"] => test(),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(3);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n✗ {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Sets up, builds and opens the window.
fn run(flags: &[&str]) -> Result<(), Failure> {
    let release = flags.contains(&"--release");
    let only_build = flags.contains(&"--solo-compilar");
    let mut steps = Steps::new(if only_build { 4 } else { 5 });
    let root = root();

    set_up(&mut steps, &root, &[TO_BUILD])?;
    steps.take("Preparar las páginas de la ventana", || {
        window::npm(&root, &["run", "build"], "revise el mensaje de Vite")
    })?;
    steps.take(
        "Compilar la aplicación (la primera vez tarda varios minutos)",
        || {
            let mut arguments = vec!["build", "--features", "custom-protocol"];
            arguments.extend(release.then_some("--release"));
            steps::cargo(&root, &arguments, "revise el mensaje del compilador")
        },
    )?;
    if only_build {
        return Ok(());
    }
    let binary = root
        .join("target")
        .join(if release { "release" } else { "debug" })
        .join(format!("cauce{}", std::env::consts::EXE_SUFFIX));
    steps.take("Abrir la ventana (el paso termina cuando se cierra)", || {
        if cfg!(target_os = "linux") && !system::has_display() {
            return Err(Failure::new(
                "no hay una pantalla donde abrir la ventana",
                "corra la orden en una sesión gráfica; para probar sin pantalla está `cargo xtask test`",
            ));
        }
        steps::run(
            std::process::Command::new(&binary).current_dir(&root),
            "revise el mensaje anterior; la bitácora está junto al espacio de trabajo",
        )
    })
}

/// Sets up and passes every test.
fn test() -> Result<(), Failure> {
    let mut steps = Steps::new(12);
    let root = root();

    set_up(&mut steps, &root, &[TO_BUILD, TO_TEST])?;
    let validators = steps.take("Instalar los validadores públicos", || {
        validators::install(&root)
    })?;
    for (name, script, advice) in [
        (
            "Formato de la ventana",
            "format:check",
            "corra `npm run format` en ui/",
        ),
        (
            "Tipos de la ventana",
            "check",
            "corrija los tipos que se nombran arriba",
        ),
        (
            "Reglas de la ventana",
            "lint",
            "corrija lo que ESLint nombra arriba",
        ),
        (
            "Pruebas de la ventana",
            "test",
            "corrija la prueba que se nombra arriba",
        ),
        (
            "Páginas de la ventana",
            "build",
            "revise el mensaje de Vite",
        ),
    ] {
        steps.take(name, || window::npm(&root, &["run", script], advice))?;
    }
    steps.take("Formato de Rust", || {
        steps::cargo(
            &root,
            &["fmt", "--all", "--check"],
            "corra `cargo fmt --all`",
        )
    })?;
    steps.take("Avisos de Rust (clippy)", || {
        let mut arguments = vec!["clippy"];
        arguments.extend(FEATURES);
        arguments.extend(["--all-targets", "--test", "window", "--", "-D", "warnings"]);
        steps::cargo(&root, &arguments, "corrija lo que clippy nombra arriba")
    })?;
    steps.take("Pruebas de Rust", || {
        let mut command = steps::cargo_command(&root);
        command
            .arg("test")
            .args(FEATURES)
            .env("CAUCE_VALIDATORS", &validators);
        steps::run(&mut command, "corrija la prueba que se nombra arriba")
    })?;
    steps.take("Recorridos en la ventana real", || {
        let mut command = steps::cargo_command(&root);
        command.arg("test").args(FEATURES);
        command
            .args(["--test", "window"])
            .env("CAUCE_VALIDATORS", &validators);
        steps::run(&mut command, "vea las imágenes en target/journeys/")
    })?;
    steps.close();
    Ok(())
}

/// What both commands need: the system's packages, Node, and the window's packages.
fn set_up(steps: &mut Steps, root: &Path, packages: &[&[Package]]) -> Result<(), Failure> {
    steps.take("Revisar lo que necesita el sistema", || {
        system::install(packages)
    })?;
    steps.take("Paquetes de la ventana", || {
        window::check_node()?;
        window::install(root)
    })
}

/// Where the project is: this crate is one folder below.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
