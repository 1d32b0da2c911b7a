//! The editions of an instrument at the command line: listed, read, begun alone, frozen, compared.

use std::path::{Path, PathBuf};

use clap::{Args as Group, Subcommand};
use desk::wire::{
    AskWas, ById, CompareInstrument, ExportIecComparison, IecComparisonView, InstrumentView,
    MoveInstrument, WasView,
};
use desk::{Desk, Error};

use crate::say;
use crate::work::work;

#[derive(Subcommand)]
pub(crate) enum Edition {
    /// Cómo va el instrumento, y sus ediciones congeladas, la más nueva primero.
    List { id: String },
    /// Lo que decía una edición, por su número: sus situaciones, reactivos y preguntas, sin su clave.
    Show { id: String, edition: u32 },
    /// Empieza otra edición del instrumento sin cambiar su estándar, que debe estar aprobado.
    Begin {
        id: String,
        #[arg(long)]
        reason: String,
    },
    /// Valida la edición: pide cobertura completa y ningún error.
    Validate {
        id: String,
        /// Con qué minuta la validó el GTE.
        #[arg(long)]
        minutes: String,
    },
    /// Congela la edición validada: queda bajo su huella y ya no se edita.
    Freeze { id: String },
    /// Deja la edición que se empezó: el instrumento vuelve a ser el congelado.
    Drop {
        id: String,
        #[arg(long)]
        reason: String,
    },
    /// Qué cambió entre dos ediciones: sus números o huellas; «now» es el instrumento de hoy.
    Diff(Diff),
}

#[derive(Group)]
pub(crate) struct Diff {
    id: String,
    a: String,
    b: String,
    /// Escribe el cuadro comparativo, en .pdf o .docx.
    #[arg(long, value_name = "ARCHIVO")]
    out: Option<PathBuf>,
    /// Reemplaza el archivo si ya existe.
    #[arg(long)]
    replace: bool,
}

pub(crate) fn edition(desk: &mut Desk, edition: Edition, json: bool) -> Result<(), Error> {
    let mut moved = |id: String, act: &str, reason: String| {
        desk.move_instrument(MoveInstrument {
            id,
            act: act.to_owned(),
            reason,
        })
    };
    let view = match edition {
        Edition::Begin { id, reason } => moved(id, "IEC_EDITION_BEGUN", reason)?,
        Edition::Validate { id, minutes } => moved(id, "IEC_VALIDATED", minutes)?,
        Edition::Freeze { id } => moved(id, "IEC_FROZEN", String::new())?,
        Edition::Drop { id, reason } => moved(id, "IEC_RESTORED", reason)?,
        Edition::List { id } => desk.instrument(ById { id })?,
        Edition::Show { id, edition } => {
            let was = desk.as_it_was(AskWas {
                id,
                document: "INSTRUMENT".to_owned(),
                at: edition.to_string(),
            })?;
            lines(&was);
            if json {
                say::json(&was);
            }
            return Ok(());
        }
        Edition::Diff(asked) => return diff(desk, asked, json),
    };
    list(&view);
    if json {
        say::json(&view.standing);
    }
    Ok(())
}

fn list(view: &InstrumentView) {
    let standing = &view.standing;
    say::line(&format!("Instrumento: {}", standing.state_name));
    if !standing.closed_says.is_empty() {
        say::line(&standing.closed_says);
    }
    if let Some(open) = &standing.open {
        say::line(&format!(
            "Edición {} empezada por {} el {}: {}",
            open.number, open.by, open.on, open.reason
        ));
    }
    for edition in &standing.editions {
        let why = match (edition.reason.as_str(), edition.minutes.as_str()) {
            ("", "") => "con su estándar".to_owned(),
            (reason, minutes) => [reason, minutes]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
        };
        say::line(&format!(
            "  {}  {}  {}  {}  {why}  {}",
            edition.number, edition.on, edition.by, edition.state_name, edition.digest
        ));
    }
}

fn lines(was: &WasView) {
    say::line(&was.says);
    for line in &was.lines {
        let indent = "  ".repeat(usize::try_from(line.depth).unwrap_or(0));
        say::line(&format!("{indent}{}  {}", line.place, line.text));
    }
}

fn diff(desk: &mut Desk, asked: Diff, json: bool) -> Result<(), Error> {
    let two = CompareInstrument {
        id: asked.id.clone(),
        a: asked.a.clone(),
        b: asked.b.clone(),
    };
    let view = desk.compare_instrument(two)?;
    changes(&view);
    if let Some(file) = &asked.out {
        let export = ExportIecComparison {
            kind: kind(file),
            path: file.display().to_string(),
            id: asked.id,
            a: asked.a,
            b: asked.b,
            replace: asked.replace,
        };
        let begin = |desk: &mut Desk| desk.begin_iec_comparison_export(export);
        let done = work(desk, begin, Desk::finish_export)?;
        say::line(&done.path);
    }
    if json {
        say::json(&view);
    }
    Ok(())
}

fn kind(file: &Path) -> String {
    let format = file.extension().and_then(|it| it.to_str());
    format.unwrap_or_default().to_uppercase()
}

fn changes(view: &IecComparisonView) {
    say::line(&format!("De {} a {}", view.from_says, view.to_says));
    if view.changes.is_empty() {
        say::line("Dicen lo mismo.");
    }
    for change in &view.changes {
        say::line(&format!("{}  {}", change.place, change.kind_name));
        for (sign, text) in [("-", &change.before), ("+", &change.after)] {
            for line in text.lines() {
                say::line(&format!("  {sign} {line}"));
            }
        }
    }
}
