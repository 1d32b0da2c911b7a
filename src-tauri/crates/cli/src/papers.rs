//! What an instrument is on paper, at the command line: its copies, its annexes, its plan.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use desk::spanish::counted;
use desk::wire::{AttachAnnex, ById, ExportInstrument, InstrumentView};
use desk::{Desk, Error};

use crate::instruments::missing;
use crate::say;
use crate::work::work;

/// The copies of an instrument, and its matrix.
pub(crate) const COPIES: [&str; 6] = ["full", "candidate", "key", "shown", "matrix", "report"];

#[derive(Subcommand)]
pub(crate) enum Paper {
    /// Escribe una copia del instrumento (.pdf o .docx), o su matriz de cobertura (.pdf o .xlsx).
    Export {
        id: String,
        /// «--as full»: todo, confidencial; «--as candidate»: el cuadernillo, sin clave ni pesos;
        /// «--as key»: la clave sola; «--as shown»: todo menos la clave; «--as matrix»: la matriz;
        /// «--as report»: el informe de revisión, con lo que se apartó.
        #[arg(long, value_name = "COPIA", value_parser = COPIES)]
        copy: String,
        file: PathBuf,
        /// Una edición congelada, por su número o su huella; la de hoy si falta.
        #[arg(long, default_value = "", value_name = "EDICIÓN")]
        edition: String,
        /// Reemplaza el archivo si ya existe.
        #[arg(long)]
        replace: bool,
    },
    /// Adjunta un archivo como anexo del instrumento, o lo da a uno que ya está.
    Annex {
        id: String,
        file: PathBuf,
        /// Qué es; el nombre del archivo si falta.
        #[arg(long, default_value = "")]
        title: String,
        /// A quién se entrega: candidato o evaluador.
        #[arg(long = "for", value_name = "QUIÉN", default_value = "evaluador",
              value_parser = ["candidato", "evaluador"])]
        audience: String,
        /// El número del anexo que recibe el archivo, desde 3; uno nuevo si falta.
        #[arg(long, value_name = "NÚMERO")]
        number: Option<usize>,
    },
    /// El plan de evaluación: actividades, técnica y lo que se requiere.
    Plan { id: String },
}

/// Does it; answers with the instrument where that changed.
pub(crate) fn paper(
    desk: &mut Desk,
    paper: Paper,
    json: bool,
) -> Result<Option<InstrumentView>, Error> {
    match paper {
        Paper::Export {
            id,
            copy,
            file,
            edition,
            replace,
        } => export(desk, (id, edition), &copy, &file, replace, json).map(|()| None),
        Paper::Plan { id } => {
            let view = desk.instrument(ById { id })?;
            plan(&view);
            if json {
                say::json(&view.plan);
            }
            Ok(None)
        }
        Paper::Annex {
            id,
            file,
            title,
            audience,
            number,
        } => {
            let annex = number.map(|number| annex_at(desk, &id, number));
            let asked = AttachAnnex {
                id,
                path: file.display().to_string(),
                annex: annex.transpose()?,
                title,
                audience: match audience.as_str() {
                    "candidato" => "CANDIDATE",
                    _ => "EVALUATOR", // The words are two.
                }
                .to_owned(),
            };
            let begin = |desk: &mut Desk| desk.begin_annex(asked);
            work(desk, begin, Desk::finish_annex).map(Some)
        }
    }
}

fn export(
    desk: &mut Desk,
    (id, edition): (String, String),
    copy: &str,
    file: &Path,
    replace: bool,
    json: bool,
) -> Result<(), Error> {
    let format = file.extension().and_then(|it| it.to_str());
    let asked = ExportInstrument {
        id,
        copy: copy.to_uppercase(),
        format: format.unwrap_or_default().to_uppercase(),
        path: file.display().to_string(),
        replace,
        edition,
    };
    let begin = |desk: &mut Desk| desk.begin_iec_export(asked);
    let done = work(desk, begin, Desk::finish_iec_export)?;
    say::line(&done.path);
    if json {
        say::json(&done);
    }
    Ok(())
}

/// The id of the annex that papers call by a number.
fn annex_at(desk: &mut Desk, id: &str, number: usize) -> Result<String, Error> {
    let view = desk.instrument(ById { id: id.to_owned() })?;
    let at = number.checked_sub(3);
    let annex = at.and_then(|at| view.annexes.get(at));
    annex
        .map(|annex| annex.id.clone())
        .ok_or_else(|| missing("un anexo con el número", &number.to_string()))
}

fn plan(view: &InstrumentView) {
    for activity in &view.plan {
        say::line(&format!(
            "{}  {}  {}  {}",
            activity.name,
            activity.technique,
            activity.situation,
            counted(
                usize::try_from(activity.items).unwrap_or(usize::MAX),
                "reactivo",
                "reactivos"
            )
        ));
    }
    for requirement in &view.requirements {
        say::line(&format!("  {requirement}"));
    }
}
