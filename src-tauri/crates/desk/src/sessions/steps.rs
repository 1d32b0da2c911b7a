//! A session is called, ends or is called off: it leaves a paper, which is kept, and each of its
//! cases moves by it.

use chrono::NaiveDate;
use domain::act::Proof;
use domain::cgc_case::CaseKind;
use domain::covacec::Matter;
use domain::edition::Digest;
use packets::{Letterhead, OfficePaper};
use serde_json::{Value, json};
use store::{Offered, Reader, Writer};

use super::journal::{Held, Record};
use super::{MINUTES, NOTICE, named, view};
use crate::cases::day;
use crate::edits;
use crate::error::Error;
use crate::spanish;
use crate::wire::{EvidencePath, NamedText, PerformAct, SessionStep, SessionView};
use crate::work::{Progress, Work, step};
use crate::{Desk, Moment, Office};

/// A step of a session, with the paper to print.
pub struct SteppingSession {
    asked: SessionStep,
    on: NaiveDate,
    /// How many acts the session had.
    stood: u64,
    paper: OfficePaper,
    letterhead: Letterhead,
}

/// The same, printed.
pub struct SteppedSession {
    asked: SessionStep,
    on: NaiveDate,
    stood: u64,
    name: String,
    printed: Vec<u8>,
}

impl Work for SteppingSession {
    type Done = SteppedSession;

    fn run(self, progress: &mut Progress<'_>) -> Result<SteppedSession, Error> {
        step(
            progress,
            format!("Imprimiendo «{}»", self.paper.title),
            0,
            1,
        )?;
        let printed = packets::office_pdf(&self.paper, &self.letterhead, self.on)?.bytes;
        Ok(SteppedSession {
            asked: self.asked,
            on: self.on,
            stood: self.stood,
            name: self.paper.title,
            printed,
        })
    }
}

impl Desk {
    /// Begins a step of a session: says what stands in its way, or takes what its paper is made of.
    pub fn begin_session_step(&mut self, request: SessionStep) -> Result<SteppingSession, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        let (stood, paper, letterhead) = self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            let mut held = named(writer, &request.session)?;
            let stood = held.acts;
            let record = self.office.stepped(writer, &mut held, &request, on)?;
            self.office
                .move_cases(writer, &moment, &held, &record, on, None)?;
            let paper = self.office.session_paper(writer, &held, record.act())?;
            Ok::<_, Error>((stood, paper, self.office.letterhead(writer)?))
        })?;
        Ok(SteppingSession {
            asked: request,
            on,
            stood,
            paper,
            letterhead,
        })
    }

    /// Writes it down: the paper is kept, and the cases move.
    pub fn finish_session_step(&mut self, stepped: SteppedSession) -> Result<SessionView, Error> {
        let moment = self.office.now();
        let asked = &stepped.asked;
        let id = self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let mut held = named(writer, &asked.session)?;
            if held.acts != stepped.stood {
                return Err(Error::Refused {
                    act: "COVACEC_CLOSED".to_owned(),
                    reason: "La sesión cambió mientras se imprimía su documento y nada se guardó: repita.".to_owned(),
                    unmet: Vec::new(),
                });
            }
            let record = self.office.stepped(writer, &mut held, asked, stepped.on)?;
            let file = keep(writer, &stepped.printed, &stepped.name)?;
            self.office.move_cases(
                writer,
                &moment,
                &held,
                &record,
                stepped.on,
                Some((file, &stepped.name)),
            )?;
            let id = held.id.to_string();
            let under = match record {
                Record::Called => NOTICE,
                _ => MINUTES, // Both other steps end the session.
            };
            let proof = Proof {
                requirement: under.to_owned(),
                file,
            };
            self.office
                .note_session(writer, &moment, &id, &record, stepped.on, vec![proof])?;
            Ok::<_, Error>(id)
        })?;
        self.session(crate::wire::ById { id })
    }
}

impl Office {
    /// The first day on which a session may be held whose notice is sent on a day, and the basis.
    pub(super) fn earliest(
        &self,
        reader: &Reader<'_>,
        on: NaiveDate,
    ) -> Result<(NaiveDate, String), Error> {
        let pack = self.pack(on);
        let calendar = self.calendar(reader)?;
        let deadline = pack.deadline("COVACEC.NOTICE");
        let first = deadline.and_then(|it| calendar.end_of(it.term, on));
        let basis = deadline.map(|it| it.basis());
        Ok((first.unwrap_or(on), basis.unwrap_or_default()))
    }

    /// Takes the step into the session.
    fn stepped(
        &self,
        reader: &Reader<'_>,
        held: &mut Held,
        asked: &SessionStep,
        on: NaiveDate,
    ) -> Result<Record, Error> {
        let says = edits::checked(&asked.says, true)?;
        let record = match asked.step.as_str() {
            "CALL" => {
                let (first, basis) = self.earliest(reader, on)?;
                if held.session.on < first {
                    return Err(Error::Refused {
                        act: "COVACEC_CALLED".to_owned(),
                        reason: format!(
                            "La sesión es el {} y, convocada el {}, no puede ser antes del {}: {basis}.",
                            spanish::day(held.session.on),
                            spanish::day(on),
                            spanish::day(first)
                        ),
                        unmet: Vec::new(),
                    });
                }
                Record::Called
            }
            "CLOSE" => Record::Closed { others: says },
            "CANCEL" => Record::Cancelled { reason: says },
            other => {
                return Err(Error::NotFound {
                    what: "un paso de la sesión llamado",
                    name: edits::shortened(other),
                });
            }
        };
        let event = record.event();
        let event = event.ok_or(store::Error::Corrupt { what: "session" })?;
        held.session.take(event, on)?;
        Ok(record)
    }

    /// Moves each case of the agenda by the step that was taken.
    fn move_cases(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        held: &Held,
        record: &Record,
        on: NaiveDate,
        paper: Option<(Digest, &str)>,
    ) -> Result<(), Error> {
        for matter in &held.session.agenda {
            let Some((act, requirement)) = act_of(matter, record) else {
                continue;
            };
            let presenter = match matter.presenter.is_empty() {
                true => "Secretaría Técnica".to_owned(),
                false => matter.presenter.clone(),
            };
            let reasons = matter.declared.as_ref().map(|it| it.reasons.clone());
            let reasons = reasons.unwrap_or_default();
            let field = |name: &str, text: &str| NamedText {
                name: name.to_owned(),
                text: text.to_owned(),
            };
            let mut fields = Vec::new();
            if act == "COVACEC_ON_AGENDA" {
                fields.push(field("presenter", &presenter));
            }
            let evidence = requirement.map(|it| EvidencePath {
                requirement: it.to_owned(),
                path: String::new(),
            });
            let asked = PerformAct {
                id: matter.case.clone(),
                act: act.to_owned(),
                from: String::new(),
                on: on.to_string(),
                reason: reasons.clone(),
                fields,
                evidence: evidence.into_iter().collect(),
            };
            let told = matter
                .declared
                .as_ref()
                .map(|it| held.session.resolution(it));
            let session = view::name(&held.session);
            let naming = |body: String| {
                let mut said: Value = serde_json::from_str(&body).unwrap_or_else(|_| json!({}));
                said["session"] = session.clone().into();
                said["sessionId"] = held.id.to_string().into();
                if let Some(number) = &told {
                    said["resolution"] = number.clone().into();
                }
                if let (Some((_, name)), Some(requirement)) = (paper, requirement) {
                    said["names"] = json!({ requirement: format!("{name}.pdf") });
                }
                said.to_string()
            };
            let proofs = paper
                .zip(requirement)
                .map(|((file, _), requirement)| Proof {
                    requirement: requirement.to_owned(),
                    file,
                });
            let proofs: Vec<Proof> = proofs.into_iter().collect();
            let done = (&asked, on);
            let moved = match matter.kind {
                CaseKind::Ratification | CaseKind::Substitution => {
                    let change = self.change_named(writer, &matter.case)?;
                    // One that an earlier session put off is on an agenda still.
                    match change.case.state().code() == act {
                        true => Ok(()),
                        false => self
                            .perform_of_change(writer, moment, done, proofs, &naming)
                            .map(|_| ()),
                    }
                }
                CaseKind::Integration | CaseKind::Renewal | CaseKind::Restructuring => self
                    .perform_of_committee(writer, moment, done, proofs, &naming)
                    .map(|_| ()),
                CaseKind::EcOwnerChange
                | CaseKind::EcProject
                | CaseKind::EcmProject
                | CaseKind::SolutionAuthorization => self
                    .perform(writer, moment, done, proofs, &naming)
                    .map(|_| ()),
            };
            moved.map_err(|error| of_matter(error, matter))?;
        }
        Ok(())
    }
}

/// Whether a matter is of a committee's case; else it is of a standard's.
pub(super) const fn is_of_committee(kind: CaseKind) -> bool {
    match kind {
        CaseKind::Integration
        | CaseKind::Renewal
        | CaseKind::Restructuring
        | CaseKind::Ratification
        | CaseKind::Substitution => true,
        CaseKind::EcOwnerChange
        | CaseKind::EcProject
        | CaseKind::EcmProject
        | CaseKind::SolutionAuthorization => false,
    }
}

/// The act by which a case moves with a step of its session, and what the paper proves in it.
fn act_of(matter: &Matter, record: &Record) -> Option<(&'static str, Option<&'static str>)> {
    let committee = is_of_committee(matter.kind);
    if matches!(record, Record::Called) {
        return Some(match committee {
            true => ("ON_AGENDA", Some("ROAD-ON_AGENDA-1")),
            false => ("COVACEC_ON_AGENDA", None),
        });
    }
    let declared = matter.declared.as_ref()?;
    if matches!(matter.kind, CaseKind::Ratification | CaseKind::Substitution) {
        return match declared.in_favour {
            Some(true) => Some(("ADMISSIBLE", Some("ROAD-ADMISSIBLE-1"))),
            Some(false) => Some(("NOT_ADMISSIBLE", Some("ROAD-NOT_ADMISSIBLE-1"))),
            None => None, // It stays on the agenda, and goes on another.
        };
    }
    Some(match (declared.in_favour, committee) {
        (Some(true), true) => ("RULED_ADMISSIBLE", Some("ROAD-RULED_ADMISSIBLE-1")),
        (Some(false), true) => ("RULED_NOT_ADMISSIBLE", Some("ROAD-RULED_NOT_ADMISSIBLE-1")),
        (Some(true), false) => ("COVACEC_PERTINENT", Some("ROAD-COVACEC_PERTINENT-1")),
        (Some(false), false) => (
            "COVACEC_NOT_PERTINENT",
            Some("ROAD-COVACEC_NOT_PERTINENT-1"),
        ),
        (None, _) => ("DEFERRED", Some("ROAD-DEFERRED-1")),
    })
}

/// A refusal, with the matter that it is of.
fn of_matter(error: Error, matter: &Matter) -> Error {
    match error {
        Error::Refused { act, reason, unmet } => Error::Refused {
            act,
            reason: format!("«{}»: {reason}", matter.title),
            unmet,
        },
        other => other, // The machine failed, whichever the matter.
    }
}

fn keep(writer: &Writer<'_>, bytes: &[u8], name: &str) -> Result<Digest, Error> {
    let name = format!("{name}.pdf");
    let offered = Offered {
        name: &name,
        media_type: "application/pdf",
        ..Offered::default()
    };
    Ok(writer.add_evidence(&mut &*bytes, &offered)?.digest)
}
