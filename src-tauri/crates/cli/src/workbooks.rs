//! Workbooks of an instrument at the command line: its template, an instrument that exists already,
//! the results of a pilot.

use std::path::PathBuf;

use desk::wire::{ById, ExportTemplate, ImportSheet, PilotOfView};
use desk::{Desk, Error};

use crate::say;
use crate::work::work;

/// Writes a workbook to be filled in.
pub(crate) fn template(
    desk: &mut Desk,
    id: String,
    what: &str,
    (file, replace): (PathBuf, bool),
    json: bool,
) -> Result<(), Error> {
    let done = desk.export_template(ExportTemplate {
        id,
        what: what.to_owned(),
        path: file.display().to_string(),
        replace,
    })?;
    say::line(&format!("{}  {}", done.path, done.digest));
    if json {
        say::json(&done);
    }
    Ok(())
}

/// Brings in an instrument that exists already.
pub(crate) fn import(
    desk: &mut Desk,
    id: String,
    (file, dry): (PathBuf, bool),
    json: bool,
) -> Result<(), Error> {
    let path = file.display().to_string();
    let begin = |desk: &mut Desk| desk.begin_iec_import(ImportSheet { id, path, dry });
    let view = work(desk, begin, Desk::finish_iec_import)?;
    say::line(&format!(
        "{} reactivos, {} preguntas",
        view.items, view.questions
    ));
    if !view.also.is_empty() {
        say::line(&format!("También: {}", view.also.join(", ")));
    }
    say::told("No se entendió", &view.not_understood);
    if view.dry {
        say::line("No se guardó nada: era sólo para verlo.");
    }
    if json {
        say::json(&view);
    }
    Ok(())
}

/// Brings in the results of a pilot.
pub(crate) fn pilot(
    desk: &mut Desk,
    id: String,
    (file, dry): (PathBuf, bool),
    json: bool,
) -> Result<(), Error> {
    let path = file.display().to_string();
    let begin = |desk: &mut Desk| desk.begin_pilot(ImportSheet { id, path, dry });
    let view = work(desk, begin, Desk::finish_pilot)?;
    if dry {
        say::line("Se entendió todo. No se guardó nada: era sólo para verlo.");
        return Ok(());
    }
    shown(&view, json);
    Ok(())
}

/// What the last pilot says.
pub(crate) fn of(desk: &mut Desk, id: String, json: bool) -> Result<(), Error> {
    let view = desk.pilot(ById { id })?;
    shown(&view, json);
    Ok(())
}

fn shown(view: &PilotOfView, json: bool) {
    match &view.pilot {
        None => say::line("Todavía no hay resultados de un piloto."),
        Some(pilot) => {
            let (people, times) = (pilot.candidates, pilot.sittings);
            say::line(&format!(
                "{}  {people} personas, {times} aplicaciones",
                pilot.on
            ));
            let minutes = pilot
                .median_minutes
                .map(|it| format!("mediana {it} minutos"));
            let time = [minutes, pilot.in_time.clone()];
            say::line(&time.into_iter().flatten().collect::<Vec<_>>().join("; "));
            for item in &pilot.items {
                let said = |it: &Option<String>| it.clone().unwrap_or_else(|| "–".to_owned());
                say::line(&format!(
                    "  {}  n {}  dif {}  disc {}  acuerdo {}  {}",
                    item.code,
                    item.asked,
                    said(&item.difficulty),
                    said(&item.discrimination),
                    said(&item.agreement),
                    item.look.join("; ")
                ));
            }
        }
    }
    if json {
        say::json(view);
    }
}
