//! Printing: Spanish for the person on standard error, JSON for scripts on standard output.

use std::io::{ErrorKind, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use desk::Error;
use desk::wire::{FindingView, UnmetView};
use serde::Serialize;

/// A line for the person.
pub(crate) fn line(text: &str) {
    // A closed terminal has nobody to tell.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Whether something could not be written on standard output.
static LOST: AtomicBool = AtomicBool::new(false);

/// Whether some answer did not reach whoever asked for it, though they still listen.
pub(crate) fn lost() -> bool {
    heard(std::io::stdout().flush());
    LOST.load(Ordering::SeqCst)
}

fn heard(written: std::io::Result<()>) {
    // Who has read enough closes the pipe: that is no failure.
    if written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
        LOST.store(true, Ordering::SeqCst);
    }
}

/// A word for scripts: an id, a path.
pub(crate) fn word(text: &str) {
    heard(writeln!(std::io::stdout(), "{text}"));
}

/// One JSON document for scripts.
pub(crate) fn json(value: &impl Serialize) {
    // Written as it is made: what is read from a large file is not held twice.
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, value).map_err(std::io::Error::from);
    heard(
        written
            .and_then(|()| writeln!(out))
            .and_then(|()| out.flush()),
    );
}

/// A refusal or a failure.
pub(crate) fn error(error: &Error, as_json: bool) {
    let trouble = error.trouble();
    line(&trouble.says);
    for unmet in &trouble.unmet {
        let field = match (&unmet.field, unmet.how.as_str()) {
            (Some(field), "EITHER") => {
                format!(" [--field {field}=… o --evidence {}=…]", unmet.requirement)
            }
            (Some(field), _) => format!(" [--field {field}=…]"),
            (None, _) => String::new(),
        };
        line(&format!(
            "  {}  {} ({}){field}",
            unmet.requirement, unmet.says, unmet.basis
        ));
    }
    if !as_json {
        return;
    }
    match error {
        Error::Refused { act, .. } => json(&Refusal {
            refused: act,
            says: &trouble.says,
            unmet: unmet(&trouble.unmet),
            changed: false,
        }),
        _ => json(&Failure {
            error: serde_json::to_value(trouble.code).unwrap_or_default(),
            says: &trouble.says,
            changed: false,
        }),
    }
}

/// Words that were not understood.
pub(crate) fn misuse(why: &str, as_json: bool) {
    line(why);
    if as_json {
        json(&Failure {
            error: "WRONG_USAGE".into(),
            says: why,
            changed: false,
        });
    }
}

/// The unmet requirements as the contract spells them.
pub(crate) fn unmet(unmet: &[UnmetView]) -> Vec<Unmet<'_>> {
    let views = unmet.iter().map(|one| Unmet {
        requirement: &one.requirement,
        says: &one.says,
        basis: &one.basis,
    });
    views.collect()
}

/// The weight of a rule, with its shape.
pub(crate) fn severity(word: &str) -> &'static str {
    match word {
        "error" => "■ error",
        "warning" => "▲ aviso",
        _ => "□ consejo", // There are three.
    }
}

/// That what was undone had been agreed in a session that ended.
pub(crate) fn agreed(session: Option<&str>) {
    if let Some(session) = session {
        line(&format!(
            "Lo que se deshizo lo acordó {session}, que ya terminó: su minuta lo sigue citando. Rehacer lo devuelve."
        ));
    }
}

/// A finding in one line.
pub(crate) fn finding(finding: &FindingView) {
    let severity = severity(&finding.severity);
    let aside = match &finding.set_aside {
        Some(aside) => format!(" [apartado por {}: {}]", aside.by, aside.reason),
        None => String::new(),
    };
    let to = match &finding.suggestion {
        Some(suggestion) => format!(" → «{suggestion}»"),
        None => String::new(),
    };
    line(&format!(
        "{severity}  {}  {}  {}{to}{aside}",
        desk::spanish::place(&finding.label),
        finding.rule,
        finding.message
    ));
}

#[derive(Serialize)]
struct Refusal<'a> {
    refused: &'a str,
    says: &'a str,
    unmet: Vec<Unmet<'a>>,
    changed: bool,
}

#[derive(Serialize)]
struct Failure<'a> {
    error: serde_json::Value,
    says: &'a str,
    changed: bool,
}

#[derive(Serialize)]
pub(crate) struct Unmet<'a> {
    requirement: &'a str,
    says: &'a str,
    basis: &'a str,
}

/// What was said of places of a file, under a heading.
pub(crate) fn told(heading: &str, said: &[desk::wire::ToldView]) {
    for one in said {
        line(&format!("  {heading}: {}: {}", one.place, one.text));
    }
}
