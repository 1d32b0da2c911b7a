//! The desk, typed: `cauce-cli`.
//!
//! Words in, a view or a refusal out. It knows no rule: it reads the command line, asks the desk,
//! and prints. What a person reads goes to standard error in Spanish; with `--json`, standard output
//! is one JSON document and nothing else.

mod args;
mod asides;
mod cases;
mod catalogs;
mod clock;
mod committees;
mod gazette;
mod groups;
mod iec_editions;
mod iec_parts;
mod instruments;
mod maps;
mod papers;
mod past;
mod run;
mod say;
mod sessions;
mod spanish;
mod views;
mod work;
mod workbooks;

use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

/// A rule said no.
const REFUSED: u8 = 1;
/// The input or the machine failed.
const FAILED: u8 = 2;
/// The command was not understood.
const USAGE: u8 = 3;

fn main() -> ExitCode {
    let ended = ended();
    if say::lost() {
        say::line(
            "La respuesta no pudo escribirse en la salida, quizá porque el disco está lleno. Lo que la orden guardó está guardado: libere espacio o elija otra salida, y pregunte de nuevo.",
        );
        return ExitCode::from(FAILED);
    }
    ended
}

fn ended() -> ExitCode {
    let args = match args::Args::try_parse_from(args::meant(std::env::args_os())) {
        Ok(args) => args,
        Err(error) => {
            let wanted = matches!(
                error.kind(),
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
            );
            if wanted {
                say::word(spanish::help(&error.render().to_string()).trim_end());
                return ExitCode::SUCCESS;
            }
            // Whoever asked for JSON gets it, though the rest was not understood.
            let json = std::env::args_os().any(|word| word == "--json");
            say::misuse(&spanish::misuse(&error), json);
            return ExitCode::from(USAGE);
        }
    };
    let json = args.json;
    work::listen();
    match run::run(args) {
        Ok(run::Outcome::Done) => ExitCode::SUCCESS,
        Ok(run::Outcome::Refused) => ExitCode::from(REFUSED),
        Ok(run::Outcome::Failed) => ExitCode::from(FAILED),
        Ok(run::Outcome::Misused(why)) => {
            say::misuse(&why, json);
            ExitCode::from(USAGE)
        }
        Err(error) => {
            say::error(&error, json);
            ExitCode::from(if error.is_refusal() { REFUSED } else { FAILED })
        }
    }
}
