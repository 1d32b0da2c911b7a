//! Functional maps at the command line: a function is named by its number, «1.2».

use std::path::{Path, PathBuf};

use clap::Subcommand;
use desk::wire::{
    ById, EditMap, ExportDocument, FunctionView, ImportMap, MapRequest, MapView, MoveMap, NewMap,
    Nothing, TagFunction, TakeUp,
};
use desk::{Desk, Error};

use crate::asides::Aside;
use crate::say;
use crate::work::work;

mod comparing;
mod drawing;

use comparing::Between;
use drawing::Draw;

#[derive(Subcommand)]
pub(crate) enum Map {
    /// Los mapas.
    List,
    /// Empieza uno en blanco; imprime su identificador.
    New {
        /// De qué sector o área es.
        title: String,
    },
    /// Trae un mapa que ya existe, de un .docx, .xlsx o .txt; imprime su identificador.
    Import {
        file: PathBuf,
        /// De qué sector o área es; sin él, el nombre del archivo.
        #[arg(long, default_value = "")]
        title: String,
        /// Sólo muestra lo que se leería: no guarda nada.
        #[arg(long)]
        dry_run: bool,
    },
    /// Carga el mapa de muestra; imprime su identificador.
    Sample,
    /// Un mapa: sus funciones y lo que encuentran las reglas.
    Show { id: String },
    /// Escribe el propósito, o la función de un número.
    Reword {
        id: String,
        /// «1.2»; sin él, el propósito.
        #[arg(long, default_value = "")]
        place: String,
        #[arg(long)]
        text: String,
    },
    /// Agrega las funciones de un archivo de texto, un renglón cada una; el número o la sangría dicen
    /// el nivel.
    Paste {
        id: String,
        file: PathBuf,
        /// Debajo de qué función; sin él, del propósito.
        #[arg(long, default_value = "")]
        below: String,
    },
    /// Marca que una función la realiza una sola persona, o con --no, que ya no.
    Individual {
        id: String,
        place: String,
        #[arg(long)]
        no: bool,
    },
    /// Atesta de una función, o de todas, lo que las reglas piden que diga el grupo.
    Attest {
        id: String,
        /// «1.2»; sin él, todas.
        #[arg(long)]
        place: Option<String>,
    },
    /// Hace de una función un estándar, y de las de abajo sus elementos; imprime su identificador.
    Tag {
        id: String,
        place: String,
        /// El título; sin él, el que se deriva de la función.
        #[arg(long, default_value = "")]
        title: String,
        /// Sin las referencias que se derivan de «de acuerdo con…».
        #[arg(long)]
        no_references: bool,
    },
    #[command(flatten)]
    Draw(Draw),
    /// Dice a qué lleva una función: su elemento, lo que éste pide y los reactivos que lo alcanzan.
    Thread { id: String, place: String },
    /// Hace cambios descritos en JSON (los de la ventana), como uno solo.
    Apply {
        id: String,
        /// Archivo con la lista de cambios.
        edits: PathBuf,
    },
    /// Escribe el mapa como .pdf (dibujado), .svg, .docx (tabla) o .json.
    Export {
        id: String,
        file: PathBuf,
        /// Reemplaza el archivo si ya existe.
        #[arg(long)]
        replace: bool,
    },
    /// Aparta un hallazgo con un motivo.
    SetAside(Aside),
    /// Retoma un hallazgo apartado.
    TakeUp { id: String, key: String },
    /// Escribe en PDF el informe de revisión: lo que falta y lo que se apartó, con su motivo.
    Report {
        id: String,
        file: PathBuf,
        /// Reemplaza el archivo si ya existe.
        #[arg(long)]
        replace: bool,
    },
    #[command(flatten)]
    Between(Between),
    /// Mueve el mapa: a asesoría, de vuelta con comentarios, o a otra edición si está cerrado.
    Move {
        id: String,
        /// MAP_IN_REVIEW, MAP_RETURNED o MAP_REOPENED.
        act: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Deshace el último cambio.
    Undo { id: String },
    /// Rehace el último cambio deshecho.
    Redo { id: String },
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each verb, read in one go"
)]
pub(crate) fn map(desk: &mut Desk, command: Map, json: bool) -> Result<(), Error> {
    let view = match command {
        Map::List => {
            let maps = desk.maps(Nothing {})?;
            for row in &maps.rows {
                say::line(&format!("{}  {}  {}", row.id, row.functions, row.title));
            }
            if json {
                say::json(&maps);
            }
            return Ok(());
        }
        Map::New { title } => return made(&desk.new_map(NewMap { title })?, json),
        Map::Sample => return made(&desk.load_sample_map(Nothing {})?, json),
        Map::Tag {
            id,
            place,
            title,
            no_references,
        } => {
            let function = at(desk, &id, &place)?.id;
            return made(
                &desk.tag_function(TagFunction {
                    id,
                    function,
                    title,
                    references: no_references.then(Vec::new),
                })?,
                json,
            );
        }
        Map::Import {
            file,
            title,
            dry_run,
        } => {
            let asked = ImportMap {
                path: file.display().to_string(),
                title,
                dry: dry_run,
            };
            let begin = |desk: &mut Desk| desk.begin_map_import(asked);
            let view = work(desk, begin, Desk::finish_map_import)?;
            for line in &view.lines {
                let indent = "  ".repeat(line.depth as usize);
                say::line(&format!("{indent}{} {}", line.number, line.text));
            }
            say::told("Se leyó de otro modo", &view.mended);
            say::told("No se entendió", &view.not_understood);
            match (json, &view.id) {
                (true, _) => say::json(&view),
                (false, Some(id)) => say::word(id),
                (false, None) => say::line("No se guardó nada: era sólo para verlo."),
            }
            return Ok(());
        }
        Map::Export { id, file, replace } => {
            let extension = file.extension().and_then(|it| it.to_str());
            let kind = extension.unwrap_or_default().to_uppercase();
            return export(desk, id, kind, &file, replace, json);
        }
        Map::Report { id, file, replace } => {
            return export(desk, id, "REPORT".to_owned(), &file, replace, json);
        }
        Map::SetAside(aside) => desk.set_map_finding_aside(aside.asked())?,
        Map::TakeUp { id, key } => desk.take_up_map_finding(TakeUp { id, key })?,
        Map::Draw(command) => drawing::draw(desk, command)?,
        Map::Between(command) => return comparing::between(desk, command, json),
        Map::Thread { id, place } => return drawing::thread(desk, id, &place, json),
        Map::Move { id, act, reason } => desk.move_map(MoveMap { id, act, reason })?,
        Map::Show { id } => desk.map(ById { id })?,
        Map::Undo { id } => {
            let before = desk.map(ById { id: id.clone() })?;
            let view = desk.undo_map(ById { id })?;
            say::agreed(before.undo_agreed.as_deref());
            view
        }
        Map::Redo { id } => desk.redo_map(ById { id })?,
        Map::Reword { id, place, text } => {
            let function = at(desk, &id, &place)?;
            let reword = MapRequest::Reword {
                function: function.id,
                before: function.text,
                after: text,
            };
            edited(desk, id, vec![reword])?
        }
        Map::Paste { id, file, below } => {
            let below = at(desk, &id, &below)?.id;
            let text = text_of(&file)?;
            edited(desk, id, vec![MapRequest::Paste { below, text }])?
        }
        Map::Individual { id, place, no } => {
            let function = at(desk, &id, &place)?.id;
            let after = !no;
            edited(desk, id, vec![MapRequest::Individual { function, after }])?
        }
        Map::Attest { id, place } => {
            let view = desk.map(ById { id: id.clone() })?;
            let functions = view.functions.iter();
            let unwritten = functions.filter(|it| it.text.is_empty());
            let unwritten: Vec<&str> = unwritten.map(|it| it.number.as_str()).collect();
            let asked = view.findings.iter().filter(|finding| match &place {
                Some(place) => *place == finding.label,
                // All that waits, but of what says nothing yet.
                None => !unwritten.contains(&finding.label.as_str()),
            });
            let edits = asked.filter_map(|finding| {
                Some(MapRequest::Attest {
                    function: finding.function.clone()?,
                    claim: finding.claim.clone()?,
                })
            });
            let edits = edits.collect();
            edited(desk, id, edits)?
        }
        Map::Apply { id, edits } => {
            let edits = desk::changes(&edits)?;
            edited(desk, id, edits)?
        }
    };
    show(&view);
    if json {
        say::json(&view);
    }
    Ok(())
}

fn export(
    desk: &mut Desk,
    id: String,
    kind: String,
    file: &Path,
    replace: bool,
    json: bool,
) -> Result<(), Error> {
    let asked = ExportDocument {
        id,
        kind,
        path: file.display().to_string(),
        replace,
    };
    let begin = |desk: &mut Desk| desk.begin_map_export(asked);
    let done = work(desk, begin, Desk::finish_export)?;
    say::line(&format!("{}  {}", done.path, done.digest));
    if json {
        say::json(&done);
    }
    Ok(())
}

fn made(made: &desk::wire::Made, json: bool) -> Result<(), Error> {
    match json {
        true => say::json(made),
        false => say::word(&made.id),
    }
    Ok(())
}

fn edited(desk: &mut Desk, id: String, edits: Vec<MapRequest>) -> Result<MapView, Error> {
    desk.edit_map(EditMap { id, edits })
}

/// The function of a number; the purpose where it is empty.
fn at(desk: &mut Desk, id: &str, number: &str) -> Result<FunctionView, Error> {
    let view = desk.map(ById { id: id.to_owned() })?;
    let mut functions = view.functions.into_iter();
    let number = number.trim();
    functions
        .find(|function| function.number == number)
        .ok_or_else(|| Error::NotFound {
            what: "una función con el número",
            name: number.chars().take(80).collect(),
        })
}

fn text_of(file: &Path) -> Result<String, Error> {
    desk::text(file)
}

fn show(view: &MapView) {
    let state = &view.state_name;
    say::line(&format!("{}  {}  {state}", view.title, view.committee));
    for edition in &view.editions {
        say::line(&format!(
            "  Edición {}  {}  {}  {}",
            edition.number, edition.on, edition.state_name, edition.digest
        ));
    }
    for function in &view.functions {
        let indent = "  ".repeat(function.depth as usize);
        let tag = match (&function.standard, &function.element) {
            (Some(standard), _) => format!("  [EC: {}]", standard.title),
            (None, Some(element)) => format!("  [{element}]"),
            (None, None) => String::new(),
        };
        let number = &function.number;
        let text = &function.text;
        say::line(&format!("{indent}{number} {text}{tag}"));
    }
    for finding in &view.findings {
        let label = match finding.label.as_str() {
            "" => "propósito",
            label => label,
        };
        let aside = finding.set_aside.as_ref();
        let aside = aside.map(|aside| format!(" [apartado por {}: {}]", aside.by, aside.reason));
        say::line(&format!(
            "  {}  {label}: {}{}",
            finding.rule,
            finding.message,
            aside.unwrap_or_default()
        ));
    }
}
