//! Expert groups at the command line: a group is named by itself, by its map or by its standard.

use std::path::PathBuf;

use clap::Subcommand;
use desk::wire::{
    AskGroup, BeginGroup, CloseSession, ExportGroupPaper, GroupDeed, GroupRequest, GroupView,
    SignLetter,
};
use desk::{Desk, Error};

use crate::say;
use crate::work::work;

#[derive(Subcommand)]
pub(crate) enum Group {
    /// El grupo de un mapa o de un estándar: sus integrantes y sus sesiones.
    Show { of: String },
    /// Integra el grupo de un mapa o de un estándar; imprime su identificador.
    New {
        of: String,
        name: String,
        /// Para el mapa del sector (GTES); sin esto, para la función individual (GTEFI).
        #[arg(long)]
        sector: bool,
    },
    /// Alguien se integra.
    Join {
        group: String,
        name: String,
        #[arg(long, default_value = "")]
        post: String,
        #[arg(long, default_value = "")]
        organization: String,
        #[arg(long, default_value = "")]
        experience: String,
        /// Desde cuándo (AAAA-MM-DD); sin él, hoy.
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Alguien deja el grupo.
    Leave {
        group: String,
        name: String,
        #[arg(long, default_value = "")]
        on: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Registra la carta de confidencialidad que alguien firmó.
    Letter {
        group: String,
        name: String,
        file: PathBuf,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Abre una sesión con quienes están.
    Open {
        group: String,
        /// Quién está presente; una vez por persona.
        #[arg(long, required = true)]
        present: Vec<String>,
        #[arg(long, default_value = "")]
        place: String,
        #[arg(long, default_value = "")]
        agenda: String,
    },
    /// Escribe el motivo de un cambio de la sesión abierta: el número del cambio, como lo muestra «show».
    Reason {
        group: String,
        change: usize,
        reason: String,
    },
    /// Termina la sesión: escribe su minuta, y valida o congela lo que se resolvió.
    Close {
        group: String,
        /// El grupo valida el mapa.
        #[arg(long)]
        validate_map: bool,
        /// El grupo valida el mapa, que queda congelado.
        #[arg(long)]
        freeze_map: bool,
        /// El grupo valida el borrador del estándar: cuáles, si trabaja en varios.
        #[arg(long, num_args = 0.., value_name = "ESTÁNDAR")]
        validate_standard: Option<Vec<String>>,
        /// El grupo valida el instrumento: de cuáles estándares, si trabaja en varios.
        #[arg(long, num_args = 0.., value_name = "ESTÁNDAR")]
        validate_instrument: Option<Vec<String>>,
        #[arg(long, default_value = "")]
        notes: String,
    },
    /// Escribe la lista de integrantes en .pdf o .docx.
    Roster {
        group: String,
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    /// Escribe la carta de confidencialidad de alguien, para firmarla.
    LetterForm {
        group: String,
        name: String,
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    /// Escribe la minuta de una sesión.
    Minutes {
        group: String,
        session: u32,
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each verb, read in one go"
)]
pub(crate) fn group(desk: &mut Desk, command: Group, json: bool) -> Result<(), Error> {
    let (group, deed) = match command {
        Group::Show { of } => {
            let view = desk.group_of(AskGroup { of })?;
            match &view.group {
                Some(group) => show(group),
                None => say::line("Todavía no tiene un grupo de expertos."),
            }
            if json {
                say::json(&view);
            }
            return Ok(());
        }
        Group::New { of, name, sector } => {
            let kind = match sector {
                true => "SECTOR",
                false => "INDIVIDUAL_FUNCTION",
            };
            let kind = kind.to_owned();
            let made = desk.begin_group(BeginGroup { of, name, kind })?;
            match json {
                true => say::json(&made),
                false => say::word(&made.id),
            }
            return Ok(());
        }
        Group::Letter {
            group,
            name,
            file,
            on,
        } => {
            let path = file.display().to_string();
            let asked = SignLetter {
                group,
                expert: name,
                on,
                path,
            };
            let begin = |desk: &mut Desk| desk.begin_letter(asked);
            let view = work(desk, begin, Desk::finish_letter)?;
            return shown(&view, json);
        }
        Group::Roster {
            group,
            file,
            replace,
        } => return paper(desk, ("ROSTER", group, String::new()), file, replace, json),
        Group::LetterForm {
            group,
            name,
            file,
            replace,
        } => return paper(desk, ("LETTER", group, name), file, replace, json),
        Group::Minutes {
            group,
            session,
            file,
            replace,
        } => {
            return paper(
                desk,
                ("MINUTES", group, session.to_string()),
                file,
                replace,
                json,
            );
        }
        Group::Reason {
            group,
            change,
            reason,
        } => {
            let change = key(desk, &group, change)?;
            (group, GroupRequest::Reason { change, reason })
        }
        Group::Join {
            group,
            name,
            post,
            organization,
            experience,
            on,
        } => (
            group,
            GroupRequest::Join {
                name,
                post,
                organization,
                experience,
                on,
            },
        ),
        Group::Leave {
            group,
            name,
            on,
            reason,
        } => (
            group,
            GroupRequest::Leave {
                expert: name,
                on,
                reason,
            },
        ),
        Group::Open {
            group,
            present,
            place,
            agenda,
        } => (
            group,
            GroupRequest::Open {
                place,
                agenda,
                present,
            },
        ),
        Group::Close {
            group,
            validate_map,
            freeze_map,
            validate_standard,
            validate_instrument,
            notes,
        } => {
            let said = [
                (validate_map && !freeze_map, "MAP_VALIDATED"),
                (freeze_map, "MAP_FROZEN"),
                (validate_standard.is_some(), "STANDARD_VALIDATED"),
                (validate_instrument.is_some(), "INSTRUMENT_VALIDATED"),
            ];
            let said = said.into_iter().filter(|(asked, _)| *asked);
            let resolutions = said.map(|(_, code)| code.to_owned()).collect();
            let asked = CloseSession {
                group,
                resolutions,
                standards: validate_standard.unwrap_or_default(),
                instruments: validate_instrument.unwrap_or_default(),
                notes,
            };
            let begin = |desk: &mut Desk| desk.begin_close(asked);
            let view = work(desk, begin, Desk::finish_close)?;
            return shown(&view, json);
        }
    };
    shown(&desk.do_in_group(GroupDeed { group, deed })?, json)
}

fn shown(view: &GroupView, json: bool) -> Result<(), Error> {
    show(view);
    if json {
        say::json(view);
    }
    Ok(())
}

/// The key of a change of the open session, by its number.
fn key(desk: &mut Desk, group: &str, change: usize) -> Result<String, Error> {
    let view = desk.group_of(AskGroup {
        of: group.to_owned(),
    })?;
    let sessions = view.group.map(|group| group.sessions).unwrap_or_default();
    let open = sessions.into_iter().find(|session| session.open);
    let changes = open.map(|session| session.changes).unwrap_or_default();
    let found = change
        .checked_sub(1)
        .and_then(|at| changes.into_iter().nth(at));
    let found = found.ok_or_else(|| Error::NotFound {
        what: "un cambio de la sesión abierta con el número",
        name: change.to_string(),
    })?;
    Ok(found.key)
}

fn paper(
    desk: &mut Desk,
    (paper, group, of): (&str, String, String),
    file: PathBuf,
    replace: bool,
    json: bool,
) -> Result<(), Error> {
    let extension = file.extension().and_then(|it| it.to_str());
    let asked = ExportGroupPaper {
        group,
        paper: paper.to_owned(),
        of,
        kind: extension.unwrap_or_default().to_uppercase(),
        path: file.display().to_string(),
        replace,
    };
    let begin = |desk: &mut Desk| desk.begin_group_paper(asked);
    let done = work(desk, begin, Desk::finish_export)?;
    say::line(&format!("{}  {}", done.path, done.digest));
    if json {
        say::json(&done);
    }
    Ok(())
}

fn show(view: &GroupView) {
    say::line(&format!("{}  {}", view.name, view.kind_name));
    if let Some(map) = &view.map {
        say::line(&format!("  Mapa «{}»: {}", map.title, map.state_name));
    }
    for standard in &view.standards {
        say::line(&format!("  Estándar «{}»", standard.title));
    }
    for expert in &view.experts {
        let until = expert.until.as_ref().map(|day| format!(", hasta el {day}"));
        let letter = expert.letter.as_deref().unwrap_or("sin carta");
        say::line(&format!(
            "  {}  {}  desde el {}{}  {letter}",
            expert.name,
            expert.organization,
            expert.from,
            until.unwrap_or_default()
        ));
    }
    for session in &view.sessions {
        let state = session.closed.as_deref().unwrap_or("abierta");
        say::line(&format!(
            "  Sesión {}  {}  {state}",
            session.number, session.on
        ));
        for (n, change) in session.changes.iter().enumerate() {
            let quoted = [&change.before, &change.after].map(|it| format!("«{it}»"));
            let said = match (change.before.is_empty(), change.after.is_empty()) {
                (true, _) => quoted[1].clone(),
                (false, true) => quoted[0].clone(),
                (false, false) => quoted.join(" → "),
            };
            say::line(&format!(
                "    {}. {} {}: {} {said}. {}",
                n + 1,
                change.document,
                change.place,
                change.what,
                match change.reason.as_str() {
                    "" => "Motivo pendiente",
                    reason => reason,
                }
            ));
        }
        for said in session.resolutions.iter().chain(&session.attested) {
            say::line(&format!("    {said}"));
        }
    }
}
