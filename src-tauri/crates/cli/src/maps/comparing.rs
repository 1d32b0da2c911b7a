//! A map between two moments of it, at the command line.

use std::path::PathBuf;

use clap::Subcommand;
use desk::wire::{ById, Compare, ExportComparison, GiveReason};
use desk::{Desk, Error};

use crate::past::{Two, pending, told};
use crate::say;
use crate::work::work;

#[derive(Subcommand)]
pub(crate) enum Between {
    /// Qué cambió entre dos momentos; con --out, el cuadro comparativo en .pdf o .docx.
    Diff {
        #[command(flatten)]
        two: Two,
        #[arg(long)]
        out: Option<PathBuf>,
        /// Reemplaza el archivo si ya existe.
        #[arg(long)]
        replace: bool,
    },
    /// Da el motivo de un cambio de la comparación: el número de su función, o su clave.
    DiffReason {
        #[command(flatten)]
        two: Two,
        row: String,
        reason: String,
    },
}

pub(crate) fn between(desk: &mut Desk, command: Between, json: bool) -> Result<(), Error> {
    match command {
        Between::Diff {
            two,
            out: None,
            replace: _,
        } => {
            let asked = Compare {
                id: desk.map(ById { id: two.id })?.id,
                a: two.a,
                b: two.b,
            };
            let compared = desk.compare(asked)?;
            told(&compared);
            if json {
                say::json(&compared);
            }
        }
        Between::Diff {
            two,
            out: Some(file),
            replace,
        } => {
            let kind = file.extension().and_then(|kind| kind.to_str());
            let asked = ExportComparison {
                id: desk.map(ById { id: two.id })?.id,
                a: two.a,
                b: two.b,
                kind: kind.unwrap_or_default().to_uppercase(),
                path: file.display().to_string(),
                replace,
            };
            let begin = |desk: &mut Desk| desk.begin_comparison_export(asked);
            let done = work(desk, begin, Desk::finish_export)?;
            say::line(&format!("{}  {}", done.path, done.digest));
            if json {
                say::json(&done);
            }
        }
        Between::DiffReason { two, row, reason } => {
            let asked = GiveReason {
                id: desk.map(ById { id: two.id })?.id,
                a: two.a,
                b: two.b,
                row,
                reason,
            };
            let compared = desk.give_reason(asked)?;
            pending(&compared);
            if json {
                say::json(&compared);
            }
        }
    }
    Ok(())
}
