//! A step: announced, timed, and if it fails, said why and what to do.

use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Why a step failed, and what a person can do.
#[derive(Debug, PartialEq)]
pub(crate) struct Failure {
    what: String,
    advice: String,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>, advice: impl Into<String>) -> Failure {
        Failure {
            what: what.into(),
            advice: advice.into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.\n  Qué hacer: {}.", self.what, self.advice)
    }
}

/// The steps of a command, counted and timed.
pub(crate) struct Steps {
    total: usize,
    taken: Vec<(String, Duration)>,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Steps {
        Steps {
            total,
            taken: Vec::new(),
        }
    }

    /// Takes a step; a failure carries its name and its time.
    pub(crate) fn take<T>(
        &mut self,
        name: &str,
        step: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        eprintln!("\n▸ {}/{} {name}", self.taken.len() + 1, self.total);
        let start = Instant::now();
        let done = step();
        let time = start.elapsed();
        match done {
            Ok(value) => {
                eprintln!("✓ {name}: {}", spoken(time));
                self.taken.push((name.to_owned(), time));
                Ok(value)
            }
            Err(failure) => Err(Failure {
                what: format!("«{name}» falló a los {}: {}", spoken(time), failure.what),
                ..failure
            }),
        }
    }

    /// Tells how long each step took.
    pub(crate) fn close(&self) {
        eprintln!("\nTodo pasó:");
        for (name, time) in &self.taken {
            eprintln!("  {:>12}  {name}", spoken(*time));
        }
        let total = self.taken.iter().map(|(_, time)| *time).sum();
        eprintln!("  {:>12}  en total", spoken(total));
    }
}

/// A time as people say it.
fn spoken(time: Duration) -> String {
    match time.as_secs() {
        0 => format!("{} ms", time.as_millis()),
        seconds @ 1..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// Runs a command with its output in sight.
pub(crate) fn run(command: &mut Command, advice: &str) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(
            match status.code() {
                Some(code) => format!("`{name}` terminó con el código {code}"),
                None => format!("`{name}` fue interrumpido"),
            },
            advice,
        )),
        Err(error) => Err(Failure::new(
            format!("no se pudo ejecutar `{name}` ({error})"),
            format!("instale `{name}` o revise que esté en el PATH"),
        )),
    }
}

/// Cargo, at the root of the project.
pub(crate) fn cargo_command(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// Runs cargo at the root of the project.
pub(crate) fn cargo(root: &Path, arguments: &[&str], advice: &str) -> Result<(), Failure> {
    run(cargo_command(root).args(arguments), advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_says_which_it_was_and_what_to_do() {
        let mut steps = Steps::new(1);

        let failure = steps
            .take("Formato", || -> Result<(), Failure> {
                Err(Failure::new("hay diferencias", "corra el formateador"))
            })
            .unwrap_err();

        let said = failure.to_string();
        assert!(said.starts_with("«Formato» falló a los "), "{said}");
        assert!(said.ends_with("hay diferencias.\n  Qué hacer: corra el formateador."));
    }

    #[test]
    fn a_command_that_fails_or_is_not_there_is_a_failure() {
        let failed = run(
            Command::new("cargo")
                .arg("no-es-una-orden")
                .stderr(std::process::Stdio::null()),
            "—",
        );
        let absent = run(&mut Command::new("no-existe-esta-orden"), "—");

        assert!(failed.unwrap_err().what.contains("terminó con el código"));
        assert!(absent.unwrap_err().what.contains("no se pudo ejecutar"));
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        assert_eq!(spoken(Duration::from_millis(240)), "240 ms");
        assert_eq!(spoken(Duration::from_secs(59)), "59 s");
        assert_eq!(spoken(Duration::from_secs(754)), "12 min 34 s");
    }
}
