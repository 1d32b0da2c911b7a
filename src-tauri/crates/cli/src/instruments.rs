//! Assessment instruments at the command line: a leaf is named by its label, «E1-D2.3», and an item by
//! its code, «135.1/1-C1E1», or the number it begins with.

use std::path::PathBuf;

use clap::Subcommand;
use desk::spanish::counted;
use desk::wire::{ById, EditInstrument, IecItemView, IecRequest, InstrumentView};
use desk::{Desk, Error};

use crate::iec_editions::{self, Edition};
use crate::iec_parts::{self, Part};
use crate::papers::{self, Paper};
use crate::{say, workbooks};

#[derive(Subcommand)]
pub(crate) enum Iec {
    /// El instrumento de un estándar: sus reactivos, sus pesos y lo que encuentran las reglas.
    Show {
        id: String,
        /// Con la clave: las respuestas correctas y las esperadas. Sin esto no salen en los datos.
        #[arg(long)]
        key: bool,
    },
    /// La matriz de cobertura: cada criterio y los reactivos que lo piden.
    Coverage { id: String },
    /// Propone un reactivo para cada criterio que no tiene; el primero empieza el instrumento.
    Derive {
        id: String,
        /// Sólo para este criterio, «E1-D2.3»; se repite.
        #[arg(long = "leaf", value_name = "LUGAR")]
        leaves: Vec<String>,
    },
    /// Redacta un reactivo.
    Reword {
        id: String,
        item: String,
        #[arg(long)]
        text: String,
    },
    /// La clase de peso de un reactivo: menor, medio o mayor.
    Weigh {
        id: String,
        item: String,
        #[arg(value_parser = ["menor", "medio", "mayor"])]
        class: String,
    },
    /// Confirma que un reactivo sigue valiendo tras el cambio de su criterio; sin él, todos.
    Confirm { id: String, item: Option<String> },
    /// El puntaje mínimo para ser competente, «97.64».
    PassScore { id: String, score: String },
    /// Sortea del banco las preguntas del cuestionario: la misma clave da la misma versión.
    Draw {
        id: String,
        /// La clave del sorteo, que queda en el instrumento.
        #[arg(long = "key", alias = "seed", value_name = "CLAVE")]
        seed: String,
        /// Cuántas de cada reactivo; si falta, las de su nivel: 1 de conocimiento, 2 de los demás.
        #[arg(long, value_name = "CUÁNTAS")]
        per_item: Option<u32>,
    },
    /// Las ediciones del instrumento: verlas, empezar una sin cambiar el estándar, congelarla, compararlas.
    #[command(subcommand)]
    Edition(Edition),
    #[command(flatten)]
    Part(Part),
    #[command(flatten)]
    Paper(Paper),
    /// Hace cambios descritos en JSON (los de la ventana), como uno solo.
    Apply {
        id: String,
        /// Archivo con la lista de cambios.
        edits: PathBuf,
    },
    /// Escribe el libro de Excel en el que se captura un instrumento que ya existe.
    Template {
        id: String,
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    /// Trae un instrumento que ya existe, de la plantilla llena.
    Import {
        id: String,
        file: PathBuf,
        /// Sólo muestra lo que se leería: no guarda nada.
        #[arg(long)]
        dry_run: bool,
    },
    /// Escribe el libro de Excel para los resultados del piloto.
    PilotTemplate {
        id: String,
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    /// Trae los resultados del piloto; sin archivo, muestra lo que dicen los últimos.
    Pilot {
        id: String,
        file: Option<PathBuf>,
        #[arg(long)]
        dry_run: bool,
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
pub(crate) fn iec(desk: &mut Desk, command: Iec, json: bool) -> Result<(), Error> {
    let view = match command {
        Iec::Edition(command) => return iec_editions::edition(desk, command, json),
        Iec::Part(one) => iec_parts::part(desk, one)?,
        Iec::Paper(paper) => match papers::paper(desk, paper, json)? {
            Some(view) => view,
            None => return Ok(()),
        },
        Iec::Template { id, file, replace } => {
            return workbooks::template(desk, id, "IEC", (file, replace), json);
        }
        Iec::PilotTemplate { id, file, replace } => {
            return workbooks::template(desk, id, "PILOT", (file, replace), json);
        }
        Iec::Import { id, file, dry_run } => {
            return workbooks::import(desk, id, (file, dry_run), json);
        }
        Iec::Pilot { id, file, dry_run } => {
            return match file {
                Some(file) => workbooks::pilot(desk, id, (file, dry_run), json),
                None => workbooks::of(desk, id, json),
            };
        }
        Iec::Show { id, key } => {
            let view = desk.instrument(ById { id })?;
            match key {
                true => {
                    show(&view);
                    if json {
                        say::json(&view);
                    }
                    return Ok(());
                }
                false => view,
            }
        }
        Iec::Undo { id } => desk.undo_instrument(ById { id })?,
        Iec::Redo { id } => desk.redo_instrument(ById { id })?,
        Iec::Coverage { id } => {
            let view = desk.instrument(ById { id })?;
            matrix(&view);
            if json {
                say::json(&view.leaves);
            }
            return Ok(());
        }
        Iec::Derive { id, leaves } => {
            let view = desk.instrument(ById { id: id.clone() })?;
            let leaves = leaves.iter().map(|label| {
                let mut known = view.leaves.iter();
                let leaf = known.find(|leaf| leaf.label == *label);
                leaf.map(|leaf| leaf.id.clone())
                    .ok_or_else(|| missing("un criterio en el lugar", label))
            });
            let leaves = leaves.collect::<Result<_, _>>()?;
            edited(desk, id, vec![IecRequest::Derive { leaves }])?
        }
        Iec::Reword { id, item, text } => {
            let item = at(desk, &id, &item)?;
            let write = IecRequest::Write {
                part: item.id,
                field: "text".to_owned(),
                before: item.text,
                after: text,
            };
            edited(desk, id, vec![write])?
        }
        Iec::Weigh { id, item, class } => {
            let part = at(desk, &id, &item)?.id;
            let value = match class.as_str() {
                "menor" => "MINOR",
                "medio" => "MEDIUM",
                _ => "MAJOR", // The words are three.
            };
            let choose = IecRequest::Choose {
                part,
                field: "weight".to_owned(),
                value: value.to_owned(),
            };
            edited(desk, id, vec![choose])?
        }
        Iec::Confirm { id, item } => {
            let items = match item {
                Some(item) => vec![at(desk, &id, &item)?],
                None => {
                    let view = desk.instrument(ById { id: id.clone() })?;
                    let items = view.tools.into_iter().flat_map(|tool| tool.items);
                    items.filter(|item| item.stands == "STALE").collect()
                }
            };
            let items = items.into_iter();
            let confirm = items.map(|item| IecRequest::Confirm { item: item.id });
            let confirm = confirm.collect();
            edited(desk, id, confirm)?
        }
        Iec::PassScore { id, score } => {
            let terms = IecRequest::Terms {
                shares: None,
                pass_score: Some(score),
                judged: None,
                minutes: None,
            };
            edited(desk, id, vec![terms])?
        }
        Iec::Draw { id, seed, per_item } => {
            edited(desk, id, vec![IecRequest::Draw { seed, per_item }])?
        }
        Iec::Apply { id, edits } => {
            let edits = desk::changes(&edits)?;
            edited(desk, id, edits)?
        }
    };
    show(&view);
    if json {
        // The key goes out only where it is asked for by name.
        say::json(&view.without_key());
    }
    Ok(())
}

pub(crate) fn edited(
    desk: &mut Desk,
    id: String,
    edits: Vec<IecRequest>,
) -> Result<InstrumentView, Error> {
    desk.edit_instrument(EditInstrument { id, edits })
}

pub(crate) fn missing(what: &'static str, name: &str) -> Error {
    Error::NotFound {
        what,
        name: name.chars().take(80).collect(),
    }
}

/// The item of a code, or of the number a code begins with.
pub(crate) fn at(desk: &mut Desk, id: &str, code: &str) -> Result<IecItemView, Error> {
    let view = desk.instrument(ById { id: id.to_owned() })?;
    let mut items = view.tools.into_iter().flat_map(|tool| tool.items);
    let code = code.trim();
    items
        .find(|item| item.code == code || item.code.split('.').next() == Some(code))
        .ok_or_else(|| missing("un reactivo", code))
}

fn matrix(view: &InstrumentView) {
    let items: Vec<&IecItemView> = view.tools.iter().flat_map(|tool| &tool.items).collect();
    for leaf in &view.leaves {
        let of = items.iter().filter(|item| item.leaf == leaf.id);
        let codes: Vec<&str> = of.map(|item| item.code.as_str()).collect();
        let codes = match codes[..] {
            [] => "sin reactivo".to_owned(),
            _ => codes.join(", "),
        };
        say::line(&format!("{}  {codes}", leaf.label));
    }
    standing(view);
}

fn standing(view: &InstrumentView) {
    let uncovered = usize::try_from(view.uncovered).unwrap_or(usize::MAX);
    let stale = usize::try_from(view.stale).unwrap_or(usize::MAX);
    say::line(&format!(
        "{} sin reactivo; {} por revisar. Total {}, mínimo {}.",
        counted(uncovered, "criterio", "criterios"),
        counted(stale, "reactivo", "reactivos"),
        view.weights.total,
        match view.weights.pass_score.as_str() {
            "" => "sin fijar",
            score => score,
        }
    ));
}

fn show(view: &InstrumentView) {
    say::line(&format!("IEC del estándar {}  {}", view.code, view.title));
    for tool in &view.tools {
        say::line(&match tool.title.as_str() {
            "" => tool.kind_name.clone(),
            title if title == tool.kind_name => title.to_owned(),
            title => format!("{}: {title}", tool.kind_name),
        });
        for item in &tool.items {
            let mark = match item.stands.as_str() {
                "FRESH" => "",
                _ => "  [por revisar]",
            };
            say::line(&format!(
                "  {}  {}  {}{mark}",
                item.code, item.weighs, item.text
            ));
        }
    }
    for annex in &view.annexes {
        say::line(&format!("{}: {}  {}", annex.name, annex.title, annex.file));
    }
    for finding in &view.findings {
        let aside = finding.set_aside.as_ref();
        let aside = aside.map(|aside| format!(" [apartado por {}: {}]", aside.by, aside.reason));
        say::line(&format!(
            "  {}  {}: {}{}",
            finding.rule,
            finding.label,
            finding.message,
            aside.unwrap_or_default()
        ));
    }
    standing(view);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_changes_that_the_manual_shows_are_read() {
        let manual = include_str!("../../../../docs/instrumento.md");
        let blocks = manual.split("```json").skip(1);
        let shown: Vec<&str> = blocks
            .filter_map(|block| block.split("```").next())
            .collect();

        assert!(shown.len() > 2);
        for block in shown {
            let read = serde_json::from_str::<Vec<IecRequest>>(block);
            assert!(read.is_ok(), "{read:?}: {block}");
        }
    }
}
