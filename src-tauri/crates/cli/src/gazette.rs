//! Publication at the command line: codes, the resolution for the gazette, and the note that proves it.

use std::path::PathBuf;

use clap::Subcommand;
use desk::wire::{ExportResolution, Nothing, ProvePublication};
use desk::{Desk, Error};

use crate::run::Outcome::{self, Done, Refused};
use crate::run::{named, printed};
use crate::say;
use crate::work::work;

#[derive(Subcommand)]
pub(crate) enum Dof {
    /// Los acuerdos del Comité Técnico y sus estándares: clave, estado y días desde la aprobación.
    List,
    /// Escribe el acuerdo para el DOF, en .docx o .pdf.
    Draft {
        /// El número del acuerdo, «SO/II-26/10,S».
        resolution: String,
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    /// Compara la nota publicada con el acuerdo que se envió y, si no difiere, registra la publicación.
    Prove {
        resolution: String,
        /// La nota: texto, .pdf con texto o .docx.
        file: PathBuf,
        /// El número de la nota.
        #[arg(long, default_value = "")]
        note: String,
        /// El día en que se publicó.
        #[arg(long, default_value = "")]
        on: String,
        #[arg(long, default_value = "", value_name = "MATUTINA O VESPERTINA")]
        edition: String,
        /// Por qué se toma aunque difiera.
        #[arg(long, default_value = "")]
        reason: String,
        /// Sólo compara.
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Subcommand)]
pub(crate) enum Renec {
    /// Las claves ocupadas, las siguientes libres y las mal escritas.
    Codes,
}

pub(crate) fn dof(desk: &mut Desk, command: Dof, json: bool) -> Result<Outcome, Error> {
    match command {
        Dof::List => {
            let view = desk.gazette(Nothing {})?;
            for one in &view.resolutions {
                say::line(&format!("{}  {}  {} días", one.number, one.on, one.days));
                for it in &one.standards {
                    let code = match it.code.as_str() {
                        "" => format!("({} se propone)", it.proposed),
                        code => code.to_owned(),
                    };
                    say::line(&format!("  {code}  {}  {}", it.title, it.state_name));
                }
            }
            printed(&view, json)
        }
        Dof::Draft {
            resolution,
            file,
            replace,
        } => {
            let extension = file.extension().and_then(|it| it.to_str());
            let asked = ExportResolution {
                resolution,
                kind: extension.unwrap_or_default().to_uppercase(),
                path: file.display().to_string(),
                replace,
            };
            let begin = |desk: &mut Desk| desk.begin_resolution(asked);
            let done = work(desk, begin, Desk::finish_export)?;
            named(&done.path, &done, json)
        }
        Dof::Prove {
            resolution,
            file,
            note,
            on,
            edition,
            reason,
            dry_run,
        } => {
            let asked = ProvePublication {
                resolution,
                note,
                on,
                edition,
                path: file.display().to_string(),
                reason,
                dry_run,
            };
            let begin = |desk: &mut Desk| desk.begin_publication(asked);
            let view = work(desk, begin, Desk::finish_publication)?;
            for one in &view.differences {
                let line = one
                    .line
                    .map_or_else(String::new, |it| format!("renglón {it}: "));
                say::line(&format!("  {line}{}", one.says));
            }
            say::line(&match (dry_run, view.differences.is_empty()) {
                (true, true) => "La nota coincide con el acuerdo.".to_owned(),
                (true, false) => "La nota difiere del acuerdo que se envió.".to_owned(),
                (false, _) => format!(
                    "Publicados: {}, a {} días de su aprobación.",
                    view.published, view.days
                ),
            });
            if json {
                say::json(&view);
            }
            Ok(match dry_run && !view.differences.is_empty() {
                true => Refused,
                false => Done,
            })
        }
    }
}

pub(crate) fn renec(desk: &mut Desk, command: &Renec, json: bool) -> Result<Outcome, Error> {
    match command {
        Renec::Codes => {
            let view = desk.codes(Nothing {})?;
            say::line(&format!(
                "Ocupadas: {}. Siguientes: {} y {}.",
                view.taken, view.next_ec, view.next_ecm
            ));
            for one in &view.malformed {
                let meant = match one.meant.as_str() {
                    "" => String::new(),
                    meant => format!(": ¿quiso decir {meant}?"),
                };
                say::line(&format!(
                    "  Mal escrita: «{}»{meant}  {}",
                    one.typed, one.title
                ));
            }
            printed(&view, json)
        }
    }
}
