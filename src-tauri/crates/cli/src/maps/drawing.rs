//! What a key does to a map in the window, as words: a function is named by its number.

use clap::Subcommand;
use desk::wire::{ById, FunctionAsked, MapRequest, MapView};
use desk::{Desk, Error};

use super::{at, edited};
use crate::say;

#[derive(Subcommand)]
pub(crate) enum Draw {
    /// Agrega una función, debajo de otra o después de otra.
    Add {
        id: String,
        #[arg(long)]
        text: String,
        /// Debajo de cuál, la última; sin él ni --after, del propósito.
        #[arg(long, default_value = "")]
        below: String,
        /// Después de cuál.
        #[arg(long, conflicts_with = "below")]
        after: Option<String>,
    },
    /// La lleva adentro: parte de la que está antes.
    Indent { id: String, place: String },
    /// La lleva afuera: después de la que la contiene.
    Outdent { id: String, place: String },
    /// La sube un lugar entre sus hermanas; con --down, la baja.
    Step {
        id: String,
        place: String,
        #[arg(long)]
        down: bool,
    },
    /// La lleva con las suyas debajo de otra.
    Carry {
        id: String,
        place: String,
        /// Debajo de cuál; sin él, del propósito.
        #[arg(long, default_value = "")]
        below: String,
        /// En qué lugar, desde 1; sin él, al final.
        #[arg(long)]
        at: Option<u32>,
    },
    /// La une a la que está antes; de dos enlaces queda uno.
    Merge {
        id: String,
        place: String,
        /// Aunque un elemento o un estándar se quede sin su función.
        #[arg(long)]
        breaking: bool,
    },
    /// La parte en dos después de unas palabras suyas.
    Split {
        id: String,
        place: String,
        /// Las palabras con que termina la primera.
        #[arg(long)]
        after: String,
    },
    /// La quita con las de abajo.
    Remove {
        id: String,
        place: String,
        /// Aunque elementos o estándares se queden sin su función.
        #[arg(long)]
        breaking: bool,
    },
    /// La hace elemento nuevo del estándar de la de arriba.
    Element { id: String, place: String },
    /// La enlaza con un elemento que ya existe, o con un estándar.
    Link {
        id: String,
        place: String,
        /// Qué elemento del estándar de la de arriba, desde 1; o su identificador.
        #[arg(long, required_unless_present = "standard")]
        element: Option<String>,
        /// Qué estándar, por su clave o identificador.
        #[arg(long, conflicts_with = "element")]
        standard: Option<String>,
    },
    /// Quita su enlace con el elemento que es; con --standard, con el estándar.
    Unlink {
        id: String,
        place: String,
        #[arg(long)]
        standard: bool,
    },
}

/// Does it, as one change.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each verb, read in one go"
)]
pub(crate) fn draw(desk: &mut Desk, command: Draw) -> Result<MapView, Error> {
    match command {
        Draw::Add {
            id,
            text,
            below,
            after,
        } => {
            let asked = match after {
                Some(after) => MapRequest::Sibling {
                    of: at(desk, &id, &after)?.id,
                },
                None => MapRequest::Child {
                    of: at(desk, &id, &below)?.id,
                },
            };
            let made = edited(desk, id.clone(), vec![asked])?;
            let function = made.focus.unwrap_or_default();
            let before = String::new();
            let reword = MapRequest::Reword {
                function,
                before,
                after: text,
            };
            edited(desk, id, vec![reword])
        }
        Draw::Indent { id, place } => {
            let function = at(desk, &id, &place)?.id;
            edited(desk, id, vec![MapRequest::Indent { function }])
        }
        Draw::Outdent { id, place } => {
            let function = at(desk, &id, &place)?.id;
            edited(desk, id, vec![MapRequest::Outdent { function }])
        }
        Draw::Step { id, place, down } => {
            let function = at(desk, &id, &place)?.id;
            edited(desk, id, vec![MapRequest::Step { function, down }])
        }
        Draw::Carry {
            id,
            place,
            below,
            at: seat,
        } => {
            let function = at(desk, &id, &place)?.id;
            let parent = at(desk, &id, &below)?.id;
            let view = desk.map(ById { id: id.clone() })?;
            let others = view
                .functions
                .iter()
                .filter(|it| it.parent.as_deref() == Some(parent.as_str()) && it.id != function);
            let last = u32::try_from(others.count()).unwrap_or(u32::MAX);
            let at = seat.map_or(last, |seat| seat.saturating_sub(1).min(last));
            let carried = MapRequest::Move {
                function,
                parent,
                at,
            };
            edited(desk, id, vec![carried])
        }
        Draw::Merge {
            id,
            place,
            breaking,
        } => {
            let function = at(desk, &id, &place)?.id;
            edited(desk, id, vec![MapRequest::Merge { function, breaking }])
        }
        Draw::Split { id, place, after } => split(desk, id, &place, &after),
        Draw::Remove {
            id,
            place,
            breaking,
        } => {
            let function = at(desk, &id, &place)?.id;
            edited(desk, id, vec![MapRequest::Remove { function, breaking }])
        }
        Draw::Element { id, place } => {
            let function = at(desk, &id, &place)?.id;
            desk.make_element(FunctionAsked { id, function })
        }
        Draw::Link {
            id,
            place,
            element,
            standard,
        } => link(desk, id, &place, element, standard),
        Draw::Unlink {
            id,
            place,
            standard,
        } => {
            let function = at(desk, &id, &place)?.id;
            let asked = match standard {
                true => MapRequest::LinkStandard {
                    function,
                    standard: None,
                },
                false => MapRequest::LinkElement {
                    function,
                    element: None,
                },
            };
            edited(desk, id, vec![asked])
        }
    }
}

fn split(desk: &mut Desk, id: String, place: &str, after: &str) -> Result<MapView, Error> {
    let function = at(desk, &id, place)?;
    let found = function.text.find(after).map(|from| from + after.len());
    let end = found.ok_or_else(|| Error::NotFound {
        what: "en esa función las palabras",
        name: after.chars().take(80).collect(),
    })?;
    let chars = function.text[..end].chars().count();
    let asked = MapRequest::Split {
        function: function.id,
        chars: u32::try_from(chars).unwrap_or(u32::MAX),
    };
    edited(desk, id, vec![asked])
}

fn link(
    desk: &mut Desk,
    id: String,
    place: &str,
    element: Option<String>,
    standard: Option<String>,
) -> Result<MapView, Error> {
    let function = at(desk, &id, place)?.id;
    if let Some(name) = standard {
        let standard = Some(desk.standard(ById { id: name })?.id);
        let asked = MapRequest::LinkStandard { function, standard };
        return edited(desk, id, vec![asked]);
    }
    let asked = FunctionAsked {
        id: id.clone(),
        function: function.clone(),
    };
    let thread = desk.function_thread(asked)?;
    let name = element.unwrap_or_default();
    let own = thread.standard.map(|it| it.id);
    let mut own = thread
        .linkable
        .iter()
        .filter(|it| Some(&it.standard) == own.as_ref());
    let nth = name.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let element = match nth {
        Some(n) => own.nth(n).map(|it| it.id.clone()),
        None => Some(name.clone()),
    };
    let element = element.ok_or_else(|| Error::NotFound {
        what: "en el estándar de la función de arriba un elemento con el número",
        name,
    })?;
    let element = Some(element);
    edited(
        desk,
        id,
        vec![MapRequest::LinkElement { function, element }],
    )
}

/// Says what a function leads to: its element, what that asks for, the items that reach it.
pub(crate) fn thread(desk: &mut Desk, id: String, place: &str, json: bool) -> Result<(), Error> {
    let function = at(desk, &id, place)?.id;
    let view = desk.function_thread(FunctionAsked { id, function })?;
    if json {
        say::json(&view);
        return Ok(());
    }
    match (&view.element, &view.standard) {
        (Some(element), _) => say::line(&format!(
            "{} de «{}»: {}",
            element.name, element.standard_title, element.title
        )),
        (None, Some(standard)) => say::line(&format!("Estándar «{}»", standard.title)),
        (None, None) => say::line("No es de ningún estándar."),
    }
    for criterion in &view.criteria {
        let (reached, leaves) = (criterion.reached, criterion.leaves);
        let (label, text) = (&criterion.label, &criterion.text);
        say::line(&format!(
            "  {label} {text}  ({reached} de {leaves} con reactivo)"
        ));
        for item in &criterion.items {
            say::line(&format!("    {}  {}", item.code, item.text));
        }
    }
    if view.element.is_none() {
        for it in &view.linkable {
            let now = match it.function.as_str() {
                "" => "sin función".to_owned(),
                number => format!("es la {number}"),
            };
            say::line(&format!("  {}  {}: {}  ({now})", it.id, it.name, it.title));
        }
    }
    Ok(())
}
