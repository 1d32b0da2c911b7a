//! The past of a document at the command line: what was done, how it stood, bringing it back, and what
//! changed between two moments.

use std::path::Path;

use clap::{Args as Group, Subcommand};
use desk::wire::{
    AskHistory, AskWas, ById, ChangeView, Compare, ComparisonView, ExportComparison, GiveReason,
    HistoryView, NamedText, OnlyActs, ReturnTo,
};
use desk::{Desk, Error};

use crate::run::{Outcome, named, printed};
use crate::say;
use crate::work::work;

use Outcome::Misused;

/// A moment as people name it.
pub(crate) fn moment(typed: &str) -> Result<String, &'static str> {
    match desk::is_moment(typed) {
        true => Ok(typed.to_owned()),
        false => Err("no es una edición (2), un acto (act:57), un día (2026-07-03) ni now"),
    }
}

/// The history of a standard, a map or an instrument.
#[derive(Subcommand)]
pub(crate) enum History {
    /// Lo que se ha hecho, lo más nuevo primero; se filtra por persona, lugar, clase y días.
    List {
        /// El estándar o el mapa.
        id: String,
        #[command(flatten)]
        of: Of,
        /// Sólo lo que hizo esta persona.
        #[arg(long, default_value = "", value_name = "PERSONA")]
        by: String,
        /// Sólo lo de un lugar y lo que hay en él: E1-D2.
        #[arg(long, default_value = "")]
        place: String,
        /// Sólo los actos de una clase: EDIT, ATTACH, GTE_READY…
        #[arg(long, default_value = "", value_name = "CLASE")]
        kind: String,
        /// Desde este día (AAAA-MM-DD).
        #[arg(long, default_value = "", value_name = "DÍA")]
        from: String,
        /// Hasta este día.
        #[arg(long, default_value = "", value_name = "DÍA")]
        to: String,
        #[arg(long, default_value_t = 100)]
        count: u32,
    },
    /// Cómo estaba en un momento: act:57, un día, una edición (2).
    Show {
        id: String,
        /// act:57, 2026-07-03, 2.
        #[arg(value_name = "MOMENTO", value_parser = moment)]
        at: String,
        #[command(flatten)]
        of: Of,
    },
    /// Lo regresa a como estaba en un momento, con un acto nuevo que se puede deshacer.
    Return {
        id: String,
        /// act:57, 2026-07-03, 2.
        #[arg(value_name = "MOMENTO", value_parser = moment)]
        at: String,
        #[command(flatten)]
        of: Of,
    },
}

/// Which document.
#[derive(Group)]
pub(crate) struct Of {
    /// standard, map o instrument (el del estándar que se nombra).
    #[arg(long = "of", default_value = "standard", value_name = "DOCUMENTO",
          value_parser = ["standard", "map", "instrument"])]
    document: String,
}

impl Of {
    fn word(&self) -> String {
        self.document.to_uppercase()
    }
}

/// Two moments of a standard.
#[derive(Group)]
pub(crate) struct Two {
    pub(crate) id: String,
    /// Una edición (1), un acto (act:57), un día (2026-07-03) o el texto de hoy (now).
    #[arg(value_parser = moment)]
    pub(crate) a: String,
    /// Lo mismo; 0 o now es el texto de hoy.
    #[arg(value_parser = moment)]
    pub(crate) b: String,
}

impl Two {
    fn asked(self) -> Compare {
        Compare {
            id: self.id,
            a: self.a,
            b: self.b,
        }
    }
}

/// Refused where no act is of that kind, or nobody of that name did any: nothing is found then, and it
/// would seem that nothing happened.
fn are_there(history: &HistoryView, person: &str, kind: &str) -> Result<(), Error> {
    let is_like = |whole: &str, part: &str| whole.to_lowercase().contains(&part.to_lowercase());
    let is_kind = |it: &NamedText| it.name == kind || is_like(&it.text, kind);
    let named = |what: &'static str, name: &str| Error::NotFound {
        what,
        name: name.chars().take(80).collect(),
    };
    if !history.acts.is_empty() {
        return Ok(());
    }
    if !kind.is_empty() && !history.kinds.iter().any(is_kind) {
        return Err(named("en este historial un acto llamado", kind));
    }
    if !person.is_empty() && !history.people.iter().any(|it| is_like(it, person)) {
        return Err(named("en este historial actos de", person));
    }
    Ok(())
}

pub(crate) fn history(desk: &mut Desk, command: History, json: bool) -> Result<Outcome, Error> {
    match command {
        History::List {
            id,
            of,
            by,
            place,
            kind,
            from,
            to,
            count,
        } => {
            let (person, named) = (by.clone(), kind.clone());
            let history = desk.history(AskHistory {
                id,
                document: of.word(),
                before: None,
                count,
                only: OnlyActs {
                    by,
                    place,
                    kind,
                    from,
                    to,
                },
            })?;
            are_there(&history, &person, &named)?;
            for act in &history.acts {
                say::line(&format!(
                    "{:>5}  {}  {}  {}",
                    act.number, act.at, act.by, act.says
                ));
            }
            printed(&history, json)
        }
        History::Show { id, at, of } => {
            let was = desk.as_it_was(AskWas {
                id,
                document: of.word(),
                at,
            })?;
            say::line(&format!("{}.", was.says));
            for line in &was.lines {
                let indent = "  ".repeat(line.depth as usize);
                let place = match line.place.as_str() {
                    "" => String::new(),
                    place => format!("{}  ", desk::spanish::place(place)),
                };
                say::line(&format!("{indent}{place}{}", line.text));
            }
            printed(&was, json)
        }
        History::Return { id, at, of } => {
            let done = desk.return_to(ReturnTo {
                id,
                document: of.word(),
                at,
            })?;
            say::line(&match done.changed {
                true => format!(
                    "Está como lo dejó el acto {}. Nada se borró: el regreso es un acto más y se deshace como cualquier otro.",
                    done.act
                ),
                false => format!("Ya está como lo dejó el acto {}: nada cambió.", done.act),
            });
            printed(&done, json)
        }
    }
}

/// What changed between two moments; with a file, as a paper.
pub(crate) fn diff(
    desk: &mut Desk,
    two: Two,
    out: Option<&Path>,
    replace: bool,
    json: bool,
) -> Result<Outcome, Error> {
    let Some(file) = out else {
        let compared = desk.compare(two.asked())?;
        told(&compared);
        return printed(&compared, json);
    };
    let kind = file.extension().and_then(|kind| kind.to_str());
    let kind = kind.unwrap_or_default().to_uppercase();
    if !["PDF", "DOCX"].contains(&kind.as_str()) {
        return Ok(Misused(
            "El cuadro comparativo debe terminar en .pdf o .docx. Nada cambió.".to_owned(),
        ));
    }
    let asked = ExportComparison {
        id: two.id,
        a: two.a,
        b: two.b,
        kind,
        path: file.display().to_string(),
        replace,
    };
    let begin = |desk: &mut Desk| desk.begin_comparison_export(asked);
    let done = work(desk, begin, Desk::finish_export)?;
    named(&done.path, &done, json)
}

/// Says why a row of a comparison was changed.
pub(crate) fn reason(
    desk: &mut Desk,
    two: Two,
    row: String,
    reason: String,
    json: bool,
) -> Result<Outcome, Error> {
    let compared = desk.give_reason(GiveReason {
        id: two.id,
        a: two.a,
        b: two.b,
        row,
        reason,
    })?;
    pending(&compared);
    printed(&compared, json)
}

/// Takes back the last reason, or gives it again.
pub(crate) fn turn_reason(
    desk: &mut Desk,
    two: Two,
    redo: bool,
    json: bool,
) -> Result<Outcome, Error> {
    let compared = match redo {
        true => desk.redo_reason(two.asked())?,
        false => desk.undo_reason(two.asked())?,
    };
    pending(&compared);
    printed(&compared, json)
}

/// The moments of a standard that have a name.
pub(crate) fn points(desk: &mut Desk, id: String, json: bool) -> Result<Outcome, Error> {
    let points = desk.points(ById { id })?;
    for point in &points.points {
        say::line(&format!(
            "{:>5}  {}  (acto {})",
            point.at, point.says, point.act
        ));
    }
    printed(&points, json)
}

pub(crate) fn pending(compared: &ComparisonView) {
    let all = compared.changes.len();
    say::line(&match compared.pending {
        0 => format!("Guardado. Los {all} cambios tienen motivo."),
        pending => format!("Guardado. De {all} cambios, falta el motivo de {pending}."),
    });
}

pub(crate) fn told(compared: &ComparisonView) {
    say::line(&format!(
        "Dice: {}. Debe decir: {}.",
        compared.from_says, compared.to_says
    ));
    for change in &compared.changes {
        say::line(&format!("{}  {}", change.place, what(change)));
        if change.kind != "MOVED" {
            say::line(&format!("    «{}» → «{}»", change.before, change.after));
        }
        match &change.reason {
            None => say::line("    Motivo: pendiente"),
            Some(reason) => say::line(&format!("    Motivo: {} ({})", reason.text, reason.by)),
        }
    }
    if compared.changes.is_empty() {
        say::line("  Dicen lo mismo.");
    }
}

/// Several places, as people say them.
fn places(said: &str) -> String {
    let places: Vec<&str> = said.split(", ").map(desk::spanish::place).collect();
    desk::spanish::listed(&places)
}

/// What happened, in words; how it is known where that is not by its id.
fn what(change: &ChangeView) -> String {
    let what = match change.kind.as_str() {
        "ADDED" => "se agrega".to_owned(),
        "REMOVED" => "se elimina".to_owned(),
        "SPLIT" => format!("se divide en {}", places(&change.to_place)),
        "MERGED" => format!("reúne {}", places(&change.from_place)),
        "MOVED" => format!("pasa de {} a {}", change.from_place, change.to_place),
        _ => "cambia".to_owned(), // There are six.
    };
    match change.known.as_str() {
        "JOURNAL" => format!("{what} (lo dice el historial)"),
        "TEXT" => format!("{what} (por sus palabras)"),
        _ => what, // By its id.
    }
}
