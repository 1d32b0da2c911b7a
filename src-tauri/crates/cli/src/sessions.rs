//! Sessions of COVACEC at the command line: each is named by its id or by its number, «3/2026»; a
//! matter, by its place on the agenda.

use std::path::PathBuf;

use clap::Subcommand;
use desk::spanish::counted;
use desk::wire::{
    BeginSession, ById, ExportSessionPaper, Nothing, RecordTc, SaveComposition, SessionDeed,
    SessionRequest, SessionStep, SessionView,
};
use desk::{Desk, Error};

use crate::run::Outcome::{self, Done};
use crate::run::{named, printed};
use crate::say;
use crate::work::work;

#[derive(Subcommand)]
pub(crate) enum Session {
    /// Las sesiones, lo que espera orden del día y los acuerdos pendientes.
    List,
    /// Una sesión: asientos, quórum, asuntos y votos.
    Show { session: String },
    /// Prepara una sesión; imprime su identificador.
    New {
        /// El día en que se celebra (AAAA-MM-DD).
        #[arg(long)]
        on: String,
        /// Ordinaria o extraordinaria.
        #[arg(long, default_value = "ordinaria")]
        kind: String,
        #[arg(long, default_value = "")]
        place: String,
    },
    /// Incluye un caso en el orden del día; con --drop, lo quita.
    Agenda {
        session: String,
        case: String,
        /// Vocal Ponente que lo presenta; sin él, la Secretaría Técnica.
        #[arg(long, default_value = "")]
        presenter: String,
        #[arg(long)]
        drop: bool,
    },
    /// Dice sobre qué se cuenta el quórum: asientos o personas.
    Base {
        session: String,
        #[arg(value_name = "ASIENTOS O PERSONAS")]
        base: String,
    },
    /// Envía la convocatoria con su orden del día, que queda cerrado.
    Call {
        session: String,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Registra quién está: «1» el titular del asiento 1, «4=Nombre» quien suple en el 4; con --absent, quién no está.
    Attend {
        session: String,
        #[arg(required = true)]
        seats: Vec<String>,
        #[arg(long)]
        absent: bool,
    },
    /// Registra a un invitado, con voz y sin voto.
    Guest { session: String, name: String },
    /// Abre la sesión: pide quórum.
    Open { session: String },
    /// Registra votos de un asunto: «1=a», «2=c» (a favor, en contra, abstención, x excusa); con --retract, los retira.
    Vote {
        session: String,
        matter: String,
        #[arg(required = true)]
        votes: Vec<String>,
        #[arg(long)]
        retract: bool,
    },
    /// Voto de calidad de quien preside: a favor, o en contra con --against.
    Cast {
        session: String,
        matter: String,
        #[arg(long)]
        against: bool,
    },
    /// Declara el resultado de un asunto.
    Declare {
        session: String,
        matter: String,
        #[arg(long, default_value = "")]
        reasons: String,
    },
    /// Difiere un asunto, con lo que le falta.
    Defer {
        session: String,
        matter: String,
        reasons: String,
    },
    /// Anota cómo va un acuerdo anterior.
    Follow {
        session: String,
        resolution: String,
        says: String,
        #[arg(long)]
        done: bool,
    },
    /// Termina la sesión: su acta prueba cada resultado en su expediente.
    Close {
        session: String,
        /// Asuntos generales.
        #[arg(long, default_value = "")]
        notes: String,
    },
    /// La sesión no se celebra: sus asuntos se difieren.
    Cancel { session: String, reason: String },
    /// Escribe la convocatoria o el acta, en .pdf o .docx.
    Export {
        session: String,
        file: PathBuf,
        /// notice o minutes.
        #[arg(long, value_parser = ["notice", "minutes"])]
        paper: String,
        #[arg(long)]
        replace: bool,
    },
    /// La integración del COVACEC; con un archivo, la registra.
    Composition { file: Option<PathBuf> },
    /// Registra lo que acordó el Comité Técnico: de un estándar, o de varios con el mismo acuerdo.
    Tc {
        /// submitted, approved, not-approved o deferred.
        #[arg(value_parser = ["submitted", "approved", "not-approved", "deferred"])]
        act: String,
        #[arg(required = true)]
        standards: Vec<String>,
        /// El orden del día, o la constancia.
        #[arg(long)]
        file: PathBuf,
        /// El número del acuerdo, «SO/II-26/10,S».
        #[arg(long, default_value = "")]
        resolution: String,
        #[arg(long, default_value = "")]
        on: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each verb, read in one go"
)]
pub(crate) fn session(desk: &mut Desk, command: Session, json: bool) -> Result<Outcome, Error> {
    match command {
        Session::List => {
            let view = desk.sessions(Nothing {})?;
            for one in &view.sessions {
                say::line(&format!(
                    "{}  {}  {}  {}  {}",
                    one.id,
                    one.name,
                    one.on,
                    one.state_name,
                    counted(one.matters as usize, "asunto", "asuntos")
                ));
            }
            for one in &view.ready {
                say::line(&format!("  Espera: {}  {}", one.kind, one.title));
            }
            for one in &view.pending {
                say::line(&format!(
                    "  Pendiente: {}  {}  {}",
                    one.number, one.title, one.reasons
                ));
            }
            if !view.next_due.is_empty() {
                say::line(&format!("La siguiente, a más tardar el {}.", view.next_due));
            }
            printed(&view, json)
        }
        Session::Show { session } => shown(&desk.session(ById { id: session })?, json),
        Session::New { on, kind, place } => {
            let made = desk.begin_session(BeginSession { kind, on, place })?;
            named(&made.id, &made, json)
        }
        Session::Agenda {
            session,
            case,
            presenter,
            drop,
        } => {
            let deed = match drop {
                true => SessionRequest::Take { matter: case },
                false => SessionRequest::Put { case, presenter },
            };
            done(desk, session, vec![deed], json)
        }
        Session::Base { session, base } => {
            done(desk, session, vec![SessionRequest::Base { base }], json)
        }
        Session::Attend {
            session,
            seats,
            absent,
        } => {
            let deeds = seats.iter().map(|typed| {
                let (seat, name) = typed.split_once('=').unwrap_or((typed, ""));
                let presence = match (absent, name.is_empty()) {
                    (true, _) => "ABSENT",
                    (false, true) => "HOLDER",
                    (false, false) => "SUBSTITUTE",
                };
                Ok(SessionRequest::Attend {
                    seat: seat_of(seat)?,
                    presence: presence.to_owned(),
                    name: name.to_owned(),
                })
            });
            let deeds = deeds.collect::<Result<Vec<_>, Error>>()?;
            done(desk, session, deeds, json)
        }
        Session::Guest { session, name } => {
            done(desk, session, vec![SessionRequest::Guest { name }], json)
        }
        Session::Open { session } => done(desk, session, vec![SessionRequest::Open {}], json),
        Session::Vote {
            session,
            matter,
            votes,
            retract,
        } => {
            let deeds = votes.iter().map(|typed| {
                let (seat, vote) = typed.split_once('=').unwrap_or((typed, ""));
                let seat = seat_of(seat)?;
                let matter = matter.clone();
                Ok(match retract {
                    true => SessionRequest::Unvote { matter, seat },
                    false => SessionRequest::Vote {
                        matter,
                        seat,
                        vote: vote_of(vote).to_owned(),
                    },
                })
            });
            let deeds = deeds.collect::<Result<Vec<_>, Error>>()?;
            done(desk, session, deeds, json)
        }
        Session::Cast {
            session,
            matter,
            against,
        } => {
            let in_favour = !against;
            let deed = SessionRequest::Cast { matter, in_favour };
            done(desk, session, vec![deed], json)
        }
        Session::Declare {
            session,
            matter,
            reasons,
        } => {
            let deed = SessionRequest::Declare { matter, reasons };
            done(desk, session, vec![deed], json)
        }
        Session::Defer {
            session,
            matter,
            reasons,
        } => {
            let deed = SessionRequest::Defer { matter, reasons };
            done(desk, session, vec![deed], json)
        }
        Session::Follow {
            session,
            resolution,
            says,
            done: ended,
        } => {
            let deed = SessionRequest::Follow {
                resolution,
                says,
                done: ended,
            };
            done(desk, session, vec![deed], json)
        }
        Session::Call { session, on } => step(desk, session, ("CALL", on, String::new()), json),
        Session::Close { session, notes } => {
            step(desk, session, ("CLOSE", String::new(), notes), json)
        }
        Session::Cancel { session, reason } => {
            step(desk, session, ("CANCEL", String::new(), reason), json)
        }
        Session::Export {
            session,
            file,
            paper,
            replace,
        } => {
            let extension = file.extension().and_then(|it| it.to_str());
            let asked = ExportSessionPaper {
                session,
                paper: paper.to_uppercase(),
                kind: extension.unwrap_or_default().to_uppercase(),
                path: file.display().to_string(),
                replace,
            };
            let begin = |desk: &mut Desk| desk.begin_session_paper(asked);
            let done = work(desk, begin, Desk::finish_export)?;
            named(&done.path, &done, json)
        }
        Session::Composition { file } => {
            let view = match file {
                Some(file) => desk.save_composition(SaveComposition {
                    text: desk::text(&file)?,
                })?,
                None => desk.composition(Nothing {})?,
            };
            match json {
                true => say::json(&view),
                false => say::word(view.text.trim_end()),
            }
            Ok(Done)
        }
        Session::Tc {
            act,
            standards,
            file,
            resolution,
            on,
            reason,
        } => {
            let asked = RecordTc {
                standards,
                act: format!("TC_{}", act.to_uppercase().replace('-', "_")),
                resolution,
                on,
                path: file.display().to_string(),
                reason,
            };
            let begin = |desk: &mut Desk| desk.begin_tc(asked);
            let view = work(desk, begin, Desk::finish_tc)?;
            printed(&view, json)
        }
    }
}

fn seat_of(typed: &str) -> Result<u8, Error> {
    typed.trim().parse().map_err(|_| Error::NotFound {
        what: "un asiento con el número",
        name: typed.chars().take(80).collect(),
    })
}

/// The vote that a letter stands for, as on the keyboard of the window.
fn vote_of(typed: &str) -> &str {
    match typed.trim() {
        "a" | "A" => "IN_FAVOUR",
        "c" | "C" => "AGAINST",
        "b" | "B" => "ABSTENTION",
        "x" | "X" => "RECUSED",
        other => other,
    }
}

fn done(
    desk: &mut Desk,
    session: String,
    deeds: Vec<SessionRequest>,
    json: bool,
) -> Result<Outcome, Error> {
    let mut view = None;
    for deed in deeds {
        let session = session.clone();
        view = Some(desk.do_in_session(SessionDeed { session, deed })?);
    }
    match view {
        Some(view) => shown(&view, json),
        None => Ok(Done),
    }
}

fn step(
    desk: &mut Desk,
    session: String,
    (step, on, says): (&str, String, String),
    json: bool,
) -> Result<Outcome, Error> {
    let asked = SessionStep {
        session,
        step: step.to_owned(),
        on,
        says,
    };
    let begin = |desk: &mut Desk| desk.begin_session_step(asked);
    let view = work(desk, begin, Desk::finish_session_step)?;
    shown(&view, json)
}

fn shown(view: &SessionView, json: bool) -> Result<Outcome, Error> {
    if json {
        say::json(view);
        return Ok(Done);
    }
    say::line(&format!(
        "{}  {}, {}  {}",
        view.number, view.name, view.on, view.state_name
    ));
    match &view.quorum {
        Some(quorum) => say::line(&format!("  {}", quorum.says)),
        None => say::line(
            "  Falta decir sobre qué se cuenta el quórum: «session base … asientos» o «personas».",
        ),
    }
    for seat in &view.seats {
        let sitting = match (seat.sitting.as_str(), seat.holder.as_str()) {
            ("", "") => "vacante",
            ("", _) => "ausente",
            (who, _) => who,
        };
        let presides = if seat.presides { "  preside" } else { "" };
        say::line(&format!(
            "  {:>2}  {}  {}{presides}",
            seat.number, seat.role, sitting
        ));
    }
    for matter in &view.matters {
        let result = match matter.declared.as_str() {
            "" => matter.follows.clone(),
            declared => format!("{declared}  {}", matter.resolution),
        };
        say::line(&format!(
            "  {}. {}  {}  a favor {}, en contra {}, abstenciones {}, excusas {}; {}  {result}",
            matter.place,
            matter.kind,
            matter.title,
            matter.in_favour,
            matter.against,
            matter.abstentions,
            matter.recused,
            matter.needed
        ));
    }
    Ok(Done)
}
