//! The parts of an instrument at the command line: items, questions, tools, situations, terms, and what
//! is said of a finding. A tool and a situation are named by their number, from 1.

use clap::{Args as Group, Subcommand};
use desk::wire::{ById, IecItemView, IecQuestion, IecRequest, InstrumentView, TakeUp, ToolView};
use desk::{Desk, Error};

use crate::asides::Aside;
use crate::instruments::{at, edited, missing};

#[derive(Subcommand)]
pub(crate) enum Part {
    /// Agrega otro reactivo de un criterio, «E1-D2.3».
    AddItem {
        id: String,
        leaf: String,
        /// El instrumento en que va, por su número; el usual de su clase si falta.
        #[arg(long, value_name = "NÚMERO")]
        tool: Option<usize>,
    },
    /// Lleva un reactivo a otro lugar de su instrumento (desde 1), o a otro instrumento.
    MoveItem {
        id: String,
        item: String,
        #[arg(long, value_name = "LUGAR")]
        to: Option<u32>,
        #[arg(long, value_name = "NÚMERO")]
        tool: Option<usize>,
    },
    /// Quita un reactivo, con sus preguntas.
    RemoveItem { id: String, item: String },
    /// Dice por qué un criterio tiene varios reactivos, o por qué uno dice otra cosa.
    Reason {
        id: String,
        item: String,
        #[arg(long)]
        text: String,
    },
    /// Si un reactivo de producto admite evidencia histórica.
    Historical {
        id: String,
        item: String,
        #[arg(value_parser = ["no", "admite", "exige"])]
        taken: String,
    },
    /// Lo que se espera ante una situación emergente; se repite, y sin ninguna se borra.
    Expect {
        id: String,
        item: String,
        #[arg(long = "response", value_name = "RESPUESTA")]
        responses: Vec<String>,
    },
    /// Agrega un instrumento: guia, cotejo o cuestionario.
    AddTool {
        id: String,
        #[arg(value_parser = ["guia", "cotejo", "cuestionario"])]
        kind: String,
    },
    /// Redacta un instrumento, o dice en qué situación se aplica.
    Tool {
        id: String,
        number: usize,
        #[arg(long)]
        title: Option<String>,
        #[arg(long)]
        instruction: Option<String>,
        /// El número de la situación de aplicación; 0 para ninguna.
        #[arg(long, value_name = "NÚMERO")]
        situation: Option<usize>,
    },
    /// Quita un instrumento con todos sus reactivos.
    RemoveTool { id: String, number: usize },
    /// Agrega una situación de aplicación, o redacta la que se nombra.
    Situation {
        id: String,
        #[arg(long, value_name = "NÚMERO")]
        number: Option<usize>,
        #[arg(long)]
        name: Option<String>,
        #[arg(long)]
        description: Option<String>,
    },
    /// Agrega una pregunta a un reactivo, o cambia la que se nombra.
    Question(Question),
    /// Quita una pregunta de un reactivo.
    RemoveQuestion {
        id: String,
        item: String,
        number: usize,
    },
    /// Fija lo que es de todo el instrumento: partes de los pesos, duración, criterios que se juzgan.
    Terms {
        id: String,
        /// Las partes de Menor, Medio y Mayor: «20,30,50».
        #[arg(long, value_delimiter = ',', value_name = "PARTES")]
        shares: Option<Vec<String>>,
        /// En minutos; 0 es la del estándar.
        #[arg(long)]
        minutes: Option<u32>,
        /// De qué clases se pide al menos un reactivo cumplido: «D,P,C,AHV,SE».
        #[arg(long, value_delimiter = ',', value_name = "CLASES")]
        judged: Option<Vec<String>>,
    },
    /// Aparta un hallazgo con un motivo.
    SetAside(Aside),
    /// Retoma un hallazgo apartado.
    TakeUp { id: String, key: String },
}

#[derive(Group)]
pub(crate) struct Question {
    id: String,
    item: String,
    /// La pregunta que se cambia, desde 1; una nueva si falta.
    #[arg(long, value_name = "NÚMERO")]
    number: Option<usize>,
    /// opcion, verdadero, columnas, completar o imagen.
    #[arg(long, value_parser = ["opcion", "verdadero", "columnas", "completar", "imagen"])]
    kind: Option<String>,
    #[arg(long)]
    text: Option<String>,
    /// Una opción; se repite. En columnas, «izquierda | derecha».
    #[arg(long = "option", value_name = "OPCIÓN")]
    options: Vec<String>,
    /// La letra de la correcta.
    #[arg(long, value_name = "LETRA")]
    right: Option<char>,
    /// conocimiento, comprension o aplicacion.
    #[arg(long, value_parser = ["conocimiento", "comprension", "aplicacion"])]
    level: Option<String>,
    /// En el cuestionario, en el banco o retirada.
    #[arg(long, value_parser = ["cuestionario", "banco", "retirada"])]
    standing: Option<String>,
    /// El anexo de su imagen, por su número, desde 3.
    #[arg(long, value_name = "NÚMERO")]
    annex: Option<usize>,
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each verb, read in one go"
)]
pub(crate) fn part(desk: &mut Desk, part: Part) -> Result<InstrumentView, Error> {
    match part {
        Part::AddItem { id, leaf, tool } => {
            let view = shown(desk, &id)?;
            let tool = tool.map(|number| tool_at(&view, number).map(|it| it.id.clone()));
            let mut leaves = view.leaves.iter();
            let known = leaves.find(|one| one.label == leaf);
            let known = known.ok_or_else(|| missing("un criterio en el lugar", &leaf))?;
            let add = IecRequest::AddItem {
                leaf: known.id.clone(),
                tool: tool.transpose()?,
            };
            edited(desk, id, vec![add])
        }
        Part::MoveItem { id, item, to, tool } => {
            let part = at(desk, &id, &item)?.id;
            let view = shown(desk, &id)?;
            let mut edits = Vec::new();
            if let Some(number) = tool {
                let value = tool_at(&view, number)?.id.clone();
                edits.push(choose(&part, "tool", value));
            }
            edits.extend(to.map(|to| IecRequest::Move {
                part: part.clone(),
                to: to.saturating_sub(1),
            }));
            edited(desk, id, edits)
        }
        Part::RemoveItem { id, item } => {
            let part = at(desk, &id, &item)?.id;
            edited(desk, id, vec![IecRequest::Remove { part }])
        }
        Part::Reason { id, item, text } => {
            let item = at(desk, &id, &item)?;
            let edit = write(&item.id, "reason", item.reason, text);
            edited(desk, id, vec![edit])
        }
        Part::Historical { id, item, taken } => {
            let part = at(desk, &id, &item)?.id;
            let value = match taken.as_str() {
                "admite" => "ALLOWED",
                "exige" => "REQUIRED",
                _ => "NOT_ALLOWED", // The words are three.
            };
            edited(
                desk,
                id,
                vec![choose(&part, "historical", value.to_owned())],
            )
        }
        Part::Expect {
            id,
            item,
            responses,
        } => {
            let item = at(desk, &id, &item)?.id;
            edited(desk, id, vec![IecRequest::Expect { item, responses }])
        }
        Part::AddTool { id, kind } => {
            let kind = match kind.as_str() {
                "guia" => "OBSERVATION_GUIDE",
                "cotejo" => "CHECKLIST",
                _ => "QUESTIONNAIRE", // The words are three.
            };
            let kind = kind.to_owned();
            edited(desk, id, vec![IecRequest::AddTool { kind }])
        }
        Part::Tool {
            id,
            number,
            title,
            instruction,
            situation,
        } => {
            let view = shown(desk, &id)?;
            let tool = tool_at(&view, number)?;
            let mut edits = Vec::new();
            edits.extend(title.map(|after| write(&tool.id, "title", tool.title.clone(), after)));
            edits.extend(
                instruction
                    .map(|after| write(&tool.id, "instruction", tool.instruction.clone(), after)),
            );
            if let Some(number) = situation {
                let value = match number {
                    0 => String::new(),
                    number => situation_at(&view, number)?,
                };
                edits.push(choose(&tool.id, "situation", value));
            }
            edited(desk, id, edits)
        }
        Part::RemoveTool { id, number } => {
            let view = shown(desk, &id)?;
            let part = tool_at(&view, number)?.id.clone();
            edited(desk, id, vec![IecRequest::Remove { part }])
        }
        Part::Situation {
            id,
            number,
            name,
            description,
        } => situation(desk, id, number, (name, description)),
        Part::Question(asked) => question(desk, asked),
        Part::RemoveQuestion { id, item, number } => {
            let item = at(desk, &id, &item)?;
            let part = question_at(&item, number)?.id.clone();
            edited(desk, id, vec![IecRequest::Remove { part }])
        }
        Part::Terms {
            id,
            shares,
            minutes,
            judged,
        } => {
            let judged = judged.map(|kinds| kinds.iter().map(|kind| criterion(kind)).collect());
            let terms = IecRequest::Terms {
                shares: shares.map(three).transpose()?,
                pass_score: None,
                judged,
                minutes,
            };
            edited(desk, id, vec![terms])
        }
        Part::SetAside(aside) => desk.set_iec_finding_aside(aside.asked()),
        Part::TakeUp { id, key } => desk.take_up_iec_finding(TakeUp { id, key }),
    }
}

/// The parts of the three classes.
fn three(shares: Vec<String>) -> Result<[String; 3], Error> {
    <[String; 3]>::try_from(shares)
        .map_err(|shares| missing("las tres partes de los pesos en", &shares.join(",")))
}

fn situation(
    desk: &mut Desk,
    id: String,
    number: Option<usize>,
    (name, description): (Option<String>, Option<String>),
) -> Result<InstrumentView, Error> {
    let number = match number {
        Some(number) => number,
        None => {
            let name = name.clone().unwrap_or_else(|| "Situación".to_owned());
            let view = edited(desk, id.clone(), vec![IecRequest::AddSituation { name }])?;
            view.situations.len()
        }
    };
    let view = shown(desk, &id)?;
    let mut situations = view.situations.iter();
    let situation = number.checked_sub(1).and_then(|at| situations.nth(at));
    let situation =
        situation.ok_or_else(|| missing("una situación con el número", &number.to_string()))?;
    let mut edits = Vec::new();
    edits.extend(name.map(|after| write(&situation.id, "name", situation.name.clone(), after)));
    edits.extend(description.map(|after| {
        let before = situation.description.clone();
        write(&situation.id, "description", before, after)
    }));
    edited(desk, id, edits)
}

fn question(desk: &mut Desk, asked: Question) -> Result<InstrumentView, Error> {
    let id = asked.id.clone();
    let kind = asked.kind.as_deref().map(|kind| match kind {
        "verdadero" => "TRUE_FALSE",
        "columnas" => "MATCHING",
        "completar" => "COMPLETION",
        "imagen" => "IMAGE",
        _ => "MULTIPLE_CHOICE", // The words are five.
    });
    let number = match asked.number {
        Some(number) => number,
        None => {
            let item = at(desk, &id, &asked.item)?;
            let add = IecRequest::AddQuestion {
                item: item.id,
                kind: kind.unwrap_or("MULTIPLE_CHOICE").to_owned(),
            };
            edited(desk, id.clone(), vec![add])?;
            item.questions.len() + 1
        }
    };
    let item = at(desk, &id, &asked.item)?;
    let before = question_at(&item, number)?.clone();
    let mut after = before.clone();
    if let Some(kind) = kind {
        kind.clone_into(&mut after.kind);
    }
    if let Some(text) = asked.text {
        after.text = text;
    }
    if !asked.options.is_empty() {
        after.options = asked.options;
    }
    if let Some(right) = asked.right {
        let letter = right.to_ascii_lowercase();
        let key = u32::from(letter).checked_sub(u32::from('a'));
        after.key = key.into_iter().collect();
    }
    if let Some(level) = asked.level {
        let level = match level.as_str() {
            "comprension" => "COMPREHENSION",
            "aplicacion" => "APPLICATION",
            _ => "RECALL", // The words are three.
        };
        after.level = Some(level.to_owned());
    }
    if let Some(standing) = asked.standing {
        let standing = match standing.as_str() {
            "banco" => "IN_BANK",
            "retirada" => "RETIRED",
            _ => "IN_FORM", // The words are three.
        };
        standing.clone_into(&mut after.standing);
    }
    if let Some(number) = asked.annex {
        let view = shown(desk, &id)?;
        let at = number.checked_sub(3);
        let annex = at.and_then(|at| view.annexes.get(at));
        let annex = annex.ok_or_else(|| missing("un anexo con el número", &number.to_string()))?;
        after.annex = Some(annex.id.clone());
    }
    let set = IecRequest::SetQuestion {
        before: Box::new(before),
        after: Box::new(after),
    };
    edited(desk, id, vec![set])
}

fn shown(desk: &mut Desk, id: &str) -> Result<InstrumentView, Error> {
    desk.instrument(ById { id: id.to_owned() })
}

fn tool_at(view: &InstrumentView, number: usize) -> Result<&ToolView, Error> {
    let tool = number.checked_sub(1).and_then(|at| view.tools.get(at));
    tool.ok_or_else(|| missing("un instrumento con el número", &number.to_string()))
}

fn situation_at(view: &InstrumentView, number: usize) -> Result<String, Error> {
    let at = number.checked_sub(1);
    let situation = at.and_then(|at| view.situations.get(at));
    situation
        .map(|it| it.id.clone())
        .ok_or_else(|| missing("una situación con el número", &number.to_string()))
}

fn question_at(item: &IecItemView, number: usize) -> Result<&IecQuestion, Error> {
    let question = number.checked_sub(1).and_then(|at| item.questions.get(at));
    question.ok_or_else(|| missing("una pregunta con el número", &number.to_string()))
}

fn write(part: &str, field: &str, before: String, after: String) -> IecRequest {
    IecRequest::Write {
        part: part.to_owned(),
        field: field.to_owned(),
        before,
        after,
    }
}

fn choose(part: &str, field: &str, value: String) -> IecRequest {
    IecRequest::Choose {
        part: part.to_owned(),
        field: field.to_owned(),
        value,
    }
}

/// A kind of criterion as codes of items say it.
fn criterion(kind: &str) -> String {
    match kind.trim().to_uppercase().as_str() {
        "D" => "PERFORMANCE".to_owned(),
        "P" => "PRODUCT".to_owned(),
        "C" => "KNOWLEDGE".to_owned(),
        "AHV" => "ATTITUDE".to_owned(),
        "SE" => "CONTINGENCY".to_owned(),
        other => other.to_owned(), // Refused by its name.
    }
}
