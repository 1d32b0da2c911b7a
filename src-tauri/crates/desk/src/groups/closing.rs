//! A session ends: what was resolved is done, its minute is written and kept, and its papers prove it
//! in the cases of the standards that it names.
//!
//! Printing takes longer than a person waits. What is printed is what a rehearsal of the end leaves;
//! if anything of what the group works on moved meanwhile, nothing is kept and the person is told.

use domain::act::Proof;
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::expert_group::{Closing, GroupEvent, Refusal, Resolution};
use domain::functional_map::MapAct;
use domain::ids::{EcId, MapId};
use domain::iec::AssessmentInstrument;
use domain::iec::copies::Copy;
use packets::{GroupPaper, IecPaper, Letterhead, MapPaper};
use serde_json::json;
use store::{Offered, Reader, Writer};

use super::journal::{Group, Heads, Record};
use super::{MINUTES, found, heads, refused};
use crate::cases::instrument_errors;
use crate::error::Error;
use crate::spanish::counted;
use crate::wire::{CloseSession, GroupView};
use crate::work::{Progress, Work, step};
use crate::writing::{Deed, digest};
use crate::{Desk, Moment, Office, backing, edits};

/// What a refusal of the end of a session always says.
const STILL_OPEN: &str = "La sesión sigue abierta y nada cambió: atiéndalos y ciérrela después.";

/// A session that ends, with the papers to print.
pub struct ClosingSession {
    asked: CloseSession,
    /// How far everything was that the group works on, its own chain among it.
    stood: (Heads, u64),
    papers: Vec<ToPrint>,
    letterhead: Letterhead,
    day: chrono::NaiveDate,
}

/// The same, printed.
pub struct ClosedSession {
    asked: CloseSession,
    stood: (Heads, u64),
    printed: Vec<(Paper, Vec<u8>)>,
}

struct ToPrint {
    what: What,
    paper: Paper,
}

enum What {
    Group(Box<GroupPaper>),
    Map(Box<MapPaper>),
    Instrument(Box<IecPaper>),
    Matrix(Box<(CompetenceStandard, AssessmentInstrument)>),
}

/// A paper of the end of a session: its name, and what it proves, in one case or in all of them.
struct Paper {
    name: String,
    proves: Vec<(Option<EcId>, &'static str)>,
}

/// What the end of a session comes to.
struct Resolved {
    closing: Closing,
    number: u32,
    says: String,
    map: Option<MapId>,
    /// All the standards that the group works on.
    standards: Vec<EcId>,
    heads: Heads,
}

impl Work for ClosingSession {
    type Done = ClosedSession;

    fn run(self, progress: &mut Progress<'_>) -> Result<ClosedSession, Error> {
        let of = self.papers.len();
        let mut printed = Vec::with_capacity(of);
        for (at, one) in self.papers.into_iter().enumerate() {
            step(
                progress,
                format!("Imprimiendo «{}»", one.paper.name),
                at,
                of,
            )?;
            let letterhead = &self.letterhead;
            let bytes = match &one.what {
                What::Group(paper) => packets::group_pdf(paper, letterhead, self.day)?.bytes,
                What::Map(paper) => packets::map_pdf(paper, letterhead)?.bytes,
                What::Instrument(paper) => packets::iec_pdf(paper, letterhead)?.bytes,
                What::Matrix(of) => packets::matrix_pdf(&of.0, &of.1, letterhead, self.day)?.bytes,
            };
            printed.push((one.paper, bytes));
        }
        Ok(ClosedSession {
            asked: self.asked,
            stood: self.stood,
            printed,
        })
    }
}

impl Desk {
    /// Begins to end the open session: says what stands in its way, or takes what its papers are
    /// made of.
    pub fn begin_close(&mut self, request: CloseSession) -> Result<ClosingSession, Error> {
        let moment = self.office.now();
        let (stood, papers, letterhead) = self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            let mut group = found(writer, &request.group)?;
            let stood = standing(writer, &group)?;
            let resolved = self.office.resolve(writer, &moment, &mut group, &request)?;
            let papers = self.office.papers(writer, &moment, &group, &resolved)?;
            Ok::<_, Error>((stood, papers, self.office.letterhead(writer)?))
        })?;
        Ok(ClosingSession {
            asked: request,
            stood,
            papers,
            letterhead,
            day: moment.today,
        })
    }

    /// Writes down that it ended: what was resolved, its minute, and what that proves.
    pub fn finish_close(&mut self, closed: ClosedSession) -> Result<GroupView, Error> {
        let moment = self.office.now();
        let asked = &closed.asked;
        self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let mut group = found(writer, &asked.group)?;
            if standing(writer, &group)? != closed.stood {
                return Err(refused(
                    "SESSION_CLOSED",
                    "Mientras se escribía la minuta cambió algo de lo que cita. La sesión sigue abierta y nada se guardó: termínela otra vez.",
                ));
            }
            let resolved = self.office.resolve(writer, &moment, &mut group, asked)?;
            let mut kept = Vec::with_capacity(closed.printed.len());
            for (paper, bytes) in &closed.printed {
                kept.push((paper, keep(writer, bytes, &paper.name)?));
            }
            self.office.end(writer, &moment, &group, &resolved, &kept)
        })?;
        self.shown_group(&asked.group)
    }
}

impl Office {
    /// Does what was resolved, and takes the end into the group.
    fn resolve(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        group: &mut Group,
        asked: &CloseSession,
    ) -> Result<Resolved, Error> {
        let resolutions = asked.resolutions.iter().map(|code| {
            Resolution::from_code(code).ok_or_else(|| Error::NotFound {
                what: "una resolución llamada",
                name: code.clone(),
            })
        });
        let resolutions = resolutions.collect::<Result<Vec<_>, _>>()?;
        let session = group.group.open().ok_or(Refusal::NoSession)?;
        let number = session.number;
        let says = format!("Minuta de la sesión {number} del grupo «{}»", group.name);
        let (map, all) = group.works_on(writer)?;
        let mut closing = Closing {
            resolutions: resolutions.clone(),
            standards: Vec::new(),
            instruments: Vec::new(),
            notes: edits::checked(&asked.notes, false)?,
        };
        for resolution in resolutions {
            match resolution {
                Resolution::MapValidated | Resolution::MapFrozen => {
                    let map = map.ok_or_else(|| {
                        refused("MAP_VALIDATED", "El grupo no trabaja en ningún mapa.")
                    })?;
                    let body = json!({
                        "group": group.id.to_string(), "session": number, "says": says,
                    });
                    self.validate_map(writer, moment, (map, resolution), &body)?;
                }
                Resolution::StandardValidated => {
                    let named = self.named_of(writer, &all, &asked.standards, "EC_VALIDATED")?;
                    self.are_sound(writer, &named)?;
                    closing.standards = named;
                }
                Resolution::InstrumentValidated => {
                    let named = self.named_of(writer, &all, &asked.instruments, "IEC_VALIDATED")?;
                    self.instruments_are_sound(writer, &named)?;
                    closing.instruments = named;
                }
            }
        }
        let heads = heads(writer, group)?;
        group.group.take(GroupEvent::Closed(closing.clone()))?;
        let last = group.bounds.last_mut();
        let last = last.ok_or(store::Error::Corrupt { what: "session" })?;
        last.closed = Some((moment.at(), heads.clone()));
        Ok(Resolved {
            closing,
            number,
            says,
            map,
            standards: all,
            heads,
        })
    }

    fn validate_map(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        (map, resolution): (MapId, Resolution),
        body: &serde_json::Value,
    ) -> Result<(), Error> {
        let errors = self.map_errors(writer, &writer.map(map)?)?;
        if errors > 0 {
            let errors = counted(errors, "error", "errores");
            let says = format!("El mapa tiene {errors} por corregir o atestar. {STILL_OPEN}");
            return Err(refused("MAP_VALIDATED", &says));
        }
        if !self.map_state(writer, map)?.is_closed() {
            self.move_map(writer, moment, map, MapAct::Validated, body)?;
        }
        if resolution == Resolution::MapFrozen {
            self.move_map(writer, moment, map, MapAct::Frozen, body)?;
        }
        Ok(())
    }

    /// The standards that are named, of those a group works on; where none is, the only one.
    fn named_of(
        &self,
        reader: &Reader<'_>,
        all: &[EcId],
        names: &[String],
        act: &str,
    ) -> Result<Vec<EcId>, Error> {
        let mut named = Vec::new();
        for name in names {
            let id = self.find(reader, name)?;
            if !all.contains(&id) {
                let title = reader.row(id)?.title;
                let says = format!("El grupo no trabaja en el estándar «{title}».");
                return Err(refused(act, &says));
            }
            if !named.contains(&id) {
                named.push(id);
            }
        }
        match (named.is_empty(), all) {
            (false, _) => Ok(named),
            (true, [only]) => Ok(vec![*only]),
            (true, []) => Err(refused(act, "El grupo no trabaja en ningún estándar.")),
            (true, _) => Err(refused(
                act,
                "El grupo trabaja en varios estándares: diga cuáles valida. La minuta sólo prueba los que nombra.",
            )),
        }
    }

    /// Refused while a standard has errors of its own; what it lacks beside its instrument is for the
    /// instrument to mend.
    fn are_sound(&self, reader: &Reader<'_>, standards: &[EcId]) -> Result<(), Error> {
        for id in standards {
            let text = reader.standard(*id)?;
            let errors = self.own_errors(reader, *id, &text)?;
            if errors > 0 {
                let errors = counted(errors, "error", "errores");
                let title = &text.title;
                let says =
                    format!("El estándar «{title}» tiene {errors} en la revisión. {STILL_OPEN}");
                return Err(refused("EC_VALIDATED", &says));
            }
        }
        Ok(())
    }

    /// How many errors the review finds in a standard by itself.
    pub(super) fn own_errors(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        text: &CompetenceStandard,
    ) -> Result<usize, Error> {
        let pack = self.case_pack(reader, id)?;
        let counts = self.review(reader, Some(id), text, pack)?.counts;
        Ok(counts.errors.saturating_sub(counts.across) as usize)
    }

    /// Refused where a standard has no instrument, or one with errors.
    fn instruments_are_sound(&self, reader: &Reader<'_>, standards: &[EcId]) -> Result<(), Error> {
        for id in standards {
            let text = reader.standard(*id)?;
            let title = &text.title;
            match instrument_errors(reader, *id, &text)? {
                Some(0) => {}
                Some(errors) => {
                    let errors = counted(errors, "error", "errores");
                    let says = format!("El instrumento de «{title}» tiene {errors}. {STILL_OPEN}");
                    return Err(refused("IEC_VALIDATED", &says));
                }
                None => {
                    let says = format!(
                        "El estándar «{title}» todavía no tiene instrumento. La sesión sigue abierta y nada cambió."
                    );
                    return Err(refused("IEC_VALIDATED", &says));
                }
            }
        }
        Ok(())
    }

    /// What is printed of a session that ended, its minute first.
    fn papers(
        &self,
        reader: &Reader<'_>,
        moment: &Moment,
        group: &Group,
        resolved: &Resolved,
    ) -> Result<Vec<ToPrint>, Error> {
        let closing = &resolved.closing;
        let has = |it| closing.resolutions.contains(&it);
        let mut proves: Vec<(Option<EcId>, &'static str)> = Vec::new();
        if has(Resolution::MapValidated) || has(Resolution::MapFrozen) {
            proves.push((None, "ROAD-MF_VALIDATED-2"));
        }
        let standards = closing.standards.iter();
        proves.extend(standards.map(|id| (Some(*id), "ROAD-EC_VALIDATED-2")));
        let instruments = closing.instruments.iter();
        proves.extend(instruments.map(|id| (Some(*id), "ROAD-IEC_VALIDATED-1")));
        // Who the group is proves the standards that the session names; a map that is validated is of
        // all of them, and a group of one standard has no other.
        let mut named: Vec<Option<EcId>> = vec![None];
        let of_all = has(Resolution::MapValidated) || has(Resolution::MapFrozen);
        if !of_all && resolved.standards.len() > 1 {
            let both = closing.standards.iter().chain(&closing.instruments);
            named = both.map(|id| Some(*id)).collect();
            named.sort();
            named.dedup();
        }
        let roster_proves = named
            .iter()
            .flat_map(|id| [(*id, "ROAD-GTE_READY-1"), (*id, "EC-MIN-1c")])
            .collect();
        let at = group.bounds.len().saturating_sub(1);
        let minutes = self.minutes_of(reader, group, at, moment.today)?;
        let roster = self.roster(reader, group, moment.today)?;
        let mut papers = vec![
            ToPrint {
                what: What::Group(Box::new(GroupPaper::Minutes(minutes))),
                paper: Paper {
                    name: resolved.says.clone(),
                    proves,
                },
            },
            ToPrint {
                what: What::Group(Box::new(GroupPaper::Roster(roster))),
                paper: Paper {
                    name: format!("Integrantes del grupo «{}»", group.name),
                    proves: roster_proves,
                },
            },
        ];
        if let Some(map) = resolved.map.filter(|_| has(Resolution::MapFrozen)) {
            let paper = self.map_paper(reader, map)?;
            papers.push(ToPrint {
                paper: Paper {
                    name: format!("Mapa funcional «{}»", paper.map.title),
                    proves: vec![(None, "ROAD-MF_VALIDATED-1")],
                },
                what: What::Map(Box::new(paper)),
            });
        }
        for id in &closing.instruments {
            papers.extend(self.instrument_papers(reader, moment, *id, &resolved.says)?);
        }
        Ok(papers)
    }

    /// The instrument without its key, and its matrix, as the group validated them.
    fn instrument_papers(
        &self,
        reader: &Reader<'_>,
        moment: &Moment,
        id: EcId,
        says: &str,
    ) -> Result<[ToPrint; 2], Error> {
        let standard = self.on_its_page(reader, id)?;
        let instrument = reader.instrument(id)?;
        let instrument = instrument.ok_or(store::Error::Missing { what: "instrument" })?;
        let title = &standard.title;
        let paper = |what: &str| Paper {
            name: format!("{what} «{title}»"),
            proves: vec![(Some(id), "ROAD-IEC_VALIDATED-1")],
        };
        let (copy, matrix) = (paper("IEC"), paper("Matriz de cobertura"));
        Ok([
            ToPrint {
                what: What::Instrument(Box::new(IecPaper {
                    standard: standard.clone(),
                    instrument: instrument.clone(),
                    pictures: Vec::new(), // As it was made: its annexes are not in it.
                    copy: Copy::Shown,
                    form: self.case_pack(reader, id)?.iec_form.clone(),
                    taken: (says.to_owned(), moment.today),
                })),
                paper: copy,
            },
            ToPrint {
                what: What::Matrix(Box::new((standard, instrument))),
                paper: matrix,
            },
        ])
    }

    /// Seals the end of a session, and proves in each case what its papers prove.
    fn end(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        group: &Group,
        resolved: &Resolved,
        kept: &[(&Paper, Digest)],
    ) -> Result<(), Error> {
        let closing = &resolved.closing;
        let ids = |of: &[EcId]| of.iter().map(ToString::to_string).collect();
        let codes = closing.resolutions.iter().map(|it| it.code().to_owned());
        let record = Record::Closed {
            number: resolved.number,
            resolutions: codes.collect(),
            standards: ids(&closing.standards),
            instruments: ids(&closing.instruments),
            notes: closing.notes.clone(),
            heads: resolved.heads.clone(),
            name: format!("{}.pdf", resolved.says),
        };
        let minute = kept.first().map(|(_, file)| Proof {
            requirement: MINUTES.to_owned(),
            file: *file,
        });
        let with = Some((moment.today.to_string(), minute.into_iter().collect()));
        self.note(writer, moment, &group.id.to_string(), &record, with)?;
        for id in &resolved.standards {
            let of_it = kept.iter().flat_map(|(paper, file)| {
                let proves = paper.proves.iter();
                let here = proves.filter(|(of, _)| of.is_none_or(|of| of == *id));
                here.map(|(_, requirement)| {
                    let proof = Proof {
                        requirement: (*requirement).to_owned(),
                        file: *file,
                    };
                    (proof, &*paper.name)
                })
            });
            let proofs: Vec<_> = of_it.collect();
            self.prove(writer, moment, (*id, resolved.map), &proofs)?;
        }
        Ok(())
    }

    /// Attaches what the app made to the case of a standard, for what it proves there.
    fn prove(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        (id, map): (EcId, Option<MapId>),
        proofs: &[(Proof, &str)],
    ) -> Result<(), Error> {
        let files = proofs
            .iter()
            .map(|(proof, name)| (&*proof.requirement, proof.file, format!("{name}.pdf")));
        let names = crate::proofs::named(files);
        let text = digest(&writer.standard(id)?);
        let backed = backing::backed(writer, id, map, proofs.iter().map(|(proof, _)| proof))?;
        let deed = Deed {
            act: "ATTACH",
            subject: Some(text),
            result: Some(text),
            evidence: proofs.iter().map(|(proof, _)| proof.clone()).collect(),
            body: json!({
                "backs": backed, "name": "los documentos del grupo de expertos", "names": names,
            })
            .to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &id.to_string(), deed)?;
        self.seal_head(writer, moment, &act)
    }
}

/// How far everything is that a group works on, and the group itself.
fn standing(reader: &Reader<'_>, group: &Group) -> Result<(Heads, u64), Error> {
    let own = reader.acts_count(&group.id.to_string())?;
    Ok((heads(reader, group)?, own))
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
