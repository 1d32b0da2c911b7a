//! The notice of a session, and its minutes: the figures are those that were recorded.

use chrono::NaiveDate;
use domain::covacec::{CovacecSession, Matter, Presence};
use packets::{Letterhead, OfficePaper, Piece};
use store::Reader;

use super::journal::Held;
use super::named;
use super::view::{declared_says, name, needed};
use crate::committees::kind_name;
use crate::error::Error;
use crate::exporting::{Exported, Place, in_word};
use crate::spanish;
use crate::wire::ExportSessionPaper;
use crate::work::{Progress, Work, step};
use crate::{Desk, Office};

/// A paper of a session to write to disk.
pub struct SessionExporting {
    paper: OfficePaper,
    letterhead: Letterhead,
    day: NaiveDate,
    word: bool,
    place: Place,
}

impl Desk {
    /// Takes what a paper of a session is made of.
    pub fn begin_session_paper(
        &mut self,
        request: ExportSessionPaper,
    ) -> Result<SessionExporting, Error> {
        let place = Place::new(request.path.clone(), request.replace)?;
        let word = in_word(&request.kind)?;
        let day = self.office.now().today;
        let (paper, letterhead) = self.store.read(|reader| {
            let held = named(reader, &request.session)?;
            let paper = match request.paper.as_str() {
                "NOTICE" => self.office.session_paper(reader, &held, "COVACEC_CALLED")?,
                "MINUTES" => self.office.session_paper(reader, &held, "COVACEC_CLOSED")?,
                other => {
                    return Err(Error::NotFound {
                        what: "un documento de las sesiones llamado",
                        name: crate::edits::shortened(other),
                    });
                }
            };
            Ok::<_, Error>((paper, self.office.letterhead(reader)?))
        })?;
        Ok(SessionExporting {
            paper,
            letterhead,
            day,
            word,
            place,
        })
    }
}

impl Work for SessionExporting {
    type Done = Exported;

    fn run(self, progress: &mut Progress<'_>) -> Result<Exported, Error> {
        step(progress, "Escribiendo el documento", 0, 2)?;
        let bytes = match self.word {
            true => packets::office_docx(&self.paper, &self.letterhead)?,
            false => packets::office_pdf(&self.paper, &self.letterhead, self.day)?.bytes,
        };
        self.place.stage(&bytes, Vec::new(), progress)
    }
}

impl Office {
    /// The paper of a step of a session.
    pub(super) fn session_paper(
        &self,
        reader: &Reader<'_>,
        held: &Held,
        act: &str,
    ) -> Result<OfficePaper, Error> {
        let session = &held.session;
        let name = name(session);
        let (title, head, pieces) = match act {
            "COVACEC_CALLED" => (
                format!("Convocatoria: {name} del COVACEC"),
                "CONVOCATORIA",
                notice(
                    session,
                    &self
                        .earliest(reader, session.called.unwrap_or(session.on))?
                        .1,
                ),
            ),
            _ => (
                format!("Acta: {name} del COVACEC"),
                "ACTA DE SESIÓN",
                self.minutes(held),
            ),
        };
        Ok(OfficePaper {
            title,
            head: head.to_owned(),
            foot: format!("COVACEC, {name}"),
            wide: false,
            pieces,
        })
    }

    fn minutes(&self, held: &Held) -> Vec<Piece> {
        let session = &held.session;
        let moment = self.now();
        let hour = |at: &Option<String>| {
            let at = at.clone().unwrap_or_else(|| moment.at());
            moment.said(&at)
        };
        let mut pieces = vec![
            Piece::Heading(1, format!("Acta de la {}", name(session))),
            says(
                "Comité de Validación de los Comités de Gestión por Competencias y de los Estándares de Competencia (COVACEC).",
            ),
            told("Fecha:", &spanish::day(session.on)),
        ];
        if !session.place.is_empty() {
            pieces.push(told("Lugar o medio:", &session.place));
        }
        if let Some(called) = session.called {
            pieces.push(told("Convocada el:", &spanish::day(called)));
        }
        match (&session.cancelled, session.open) {
            (Some(reason), _) => {
                pieces.push(told("La sesión no se celebró:", reason));
            }
            (None, true) => {
                pieces.push(told("Inicio:", &hour(&held.opened_at)));
                pieces.push(told(
                    "Término:",
                    &match session.closed {
                        Some(_) => hour(&held.closed_at),
                        None => "en curso".to_owned(),
                    },
                ));
            }
            (None, false) => pieces.push(told("Estado:", "no ha empezado")),
        }
        pieces.push(Piece::Heading(2, "Asistencia".to_owned()));
        pieces.push(attendance(session));
        if let Some(quorum) = session.quorum() {
            let held = match quorum.holds() {
                true => "Hay quórum",
                false => "No hay quórum",
            };
            pieces.push(says(&format!(
                "{held}: {} de {} {}; se necesitan {}, la mitad más uno.",
                quorum.present,
                quorum.of,
                quorum.base.says(),
                quorum.needed
            )));
        }
        if !session.composition.confirmed {
            pieces.push(says("La integración del comité y la base del quórum son las registradas por la oficina, por confirmar con el lineamiento vigente."));
        }
        if !session.guests.is_empty() {
            pieces.push(told("Invitados, con voz:", &session.guests.join(", ")));
        }
        pieces.push(Piece::Heading(2, "Orden del día".to_owned()));
        pieces.push(agenda(session));
        for (at, matter) in session.agenda.iter().enumerate() {
            pieces.extend(decided(session, at, matter));
        }
        if !session.follow_up.is_empty() {
            pieces.push(Piece::Heading(2, "Seguimiento de acuerdos".to_owned()));
            let rows = session.follow_up.iter().map(|one| {
                let done = if one.done { "Concluido" } else { "En curso" };
                vec![one.resolution.clone(), one.says.clone(), done.to_owned()]
            });
            pieces.push(Piece::Table(
                vec![28, 54, 18],
                words(&["Acuerdo", "Avance", "Estado"]),
                rows.collect(),
            ));
        }
        if let Some(others) = session.closed.as_ref().filter(|it| !it.is_empty()) {
            pieces.push(Piece::Heading(2, "Asuntos generales".to_owned()));
            pieces.extend(others.lines().map(says));
        }
        pieces.push(Piece::Heading(2, "Firmas".to_owned()));
        let seats = session.composition.seats.iter();
        let people = seats.filter_map(|seat| {
            let who = session.sitting(seat)?;
            let stands_in = super::stands_in(&session.filled(seat.number));
            let role = match stands_in {
                true => format!("{} (suplente)", seat.role.says()),
                false => seat.role.says().to_owned(),
            };
            Some([who, seat.post.clone(), role])
        });
        pieces.push(Piece::Signatures(people.collect()));
        pieces
    }
}

fn says(text: &str) -> Piece {
    Piece::Says(text.to_owned())
}

fn told(label: &str, text: &str) -> Piece {
    Piece::Named(label.to_owned(), text.to_owned())
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|it| (*it).to_owned()).collect()
}

fn notice(session: &CovacecSession, basis: &str) -> Vec<Piece> {
    let called = session.called.unwrap_or(session.on);
    vec![
        Piece::Heading(1, format!("Convocatoria a la {}", name(session))),
        says(
            "A los integrantes del Comité de Validación de los Comités de Gestión por Competencias y de los Estándares de Competencia (COVACEC).",
        ),
        says(&format!(
            "Se les convoca a la {}, que se celebrará el {}{}.",
            name(session),
            spanish::day(session.on),
            match session.place.as_str() {
                "" => String::new(),
                place => format!(" en {place}"),
            }
        )),
        told("Fecha de la convocatoria:", &spanish::day(called)),
        told("Fundamento:", basis),
        Piece::Heading(2, "Orden del día".to_owned()),
        agenda(session),
        Piece::Heading(2, "Integrantes convocados".to_owned()),
        Piece::Table(
            vec![24, 46, 30],
            words(&["Calidad", "Puesto", "Titular"]),
            session
                .composition
                .seats
                .iter()
                .map(|seat| {
                    let holder = match (seat.is_vacant(), seat.acting) {
                        (true, _) => "vacante".to_owned(),
                        (false, true) => format!("{} (por encargo)", seat.holder),
                        (false, false) => seat.holder.clone(),
                    };
                    vec![seat.role.says().to_owned(), seat.post.clone(), holder]
                })
                .collect(),
        ),
    ]
}

fn agenda(session: &CovacecSession) -> Piece {
    let rows = session.agenda.iter().enumerate().map(|(at, matter)| {
        let presenter = match matter.presenter.as_str() {
            "" => "Secretaría Técnica",
            name => name,
        };
        vec![
            (at + 1).to_string(),
            kind_name(matter.kind).to_owned(),
            matter.title.clone(),
            presenter.to_owned(),
        ]
    });
    Piece::Table(
        vec![8, 26, 42, 24],
        words(&["N.º", "Asunto", "Iniciativa", "Presenta"]),
        rows.collect(),
    )
}

fn attendance(session: &CovacecSession) -> Piece {
    let rows = session.composition.seats.iter().map(|seat| {
        let presence = match session.filled(seat.number) {
            Presence::Holder if seat.acting => format!("{} (por encargo)", seat.holder),
            Presence::Holder => seat.holder.clone(),
            Presence::Substitute(name) => format!("{name} (suplente)"),
            Presence::Absent if seat.is_vacant() => "vacante".to_owned(),
            Presence::Absent => "ausente".to_owned(),
        };
        vec![
            seat.number.to_string(),
            seat.role.says().to_owned(),
            seat.post.clone(),
            presence,
        ]
    });
    Piece::Table(
        vec![8, 22, 42, 28],
        words(&["N.º", "Calidad", "Puesto", "Asistencia"]),
        rows.collect(),
    )
}

fn decided(session: &CovacecSession, at: usize, matter: &Matter) -> Vec<Piece> {
    let mut pieces = vec![Piece::Heading(
        2,
        format!("Asunto {}: {}", at + 1, matter.title),
    )];
    let Some(declared) = &matter.declared else {
        pieces.push(says("Sin resultado."));
        return pieces;
    };
    let tally = &declared.tally;
    if declared.votes.is_empty() {
        pieces.push(says("No se votó."));
    } else {
        let rows = declared.votes.iter().map(|(seat, who, vote)| {
            let seat = session.composition.seat(*seat);
            vec![
                seat.map_or_else(String::new, |it| it.role.says().to_owned()),
                who.clone(),
                vote.says().to_owned(),
            ]
        });
        pieces.push(Piece::Table(
            vec![34, 42, 24],
            words(&["Calidad", "Integrante", "Voto"]),
            rows.collect(),
        ));
        pieces.push(says(&format!(
            "A favor: {}. En contra: {}. Abstenciones: {}. Excusas: {}. Para la mayoría simple se necesitan {}.",
            tally.in_favour,
            tally.against,
            tally.abstentions,
            tally.recused,
            needed(tally)
        )));
    }
    if let Some(casting) = tally.casting {
        pieces.push(says(match casting {
            true => "Hubo empate y se resolvió con el voto de calidad de quien preside, a favor.",
            false => {
                "Hubo empate y se resolvió con el voto de calidad de quien preside, en contra."
            }
        }));
    }
    pieces.push(told(
        &format!("Acuerdo {}:", session.resolution(declared)),
        declared_says(matter.kind, declared.in_favour),
    ));
    if !declared.reasons.is_empty() {
        pieces.push(told("Razones y pendientes:", &declared.reasons));
    }
    pieces
}
