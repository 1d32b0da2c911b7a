//! Expert groups: who is in them, their letters, and their sessions, whose minutes are read off the
//! acts. A session that ends freezes the map, or validates the draft, and its papers prove it in the
//! cases of the standards it works on.

use domain::act::Proof;
use domain::expert_group::{Closing, ExpertGroupKind, Resolution};
use domain::functional_map::MapAct;
use domain::ids::{EcId, Ids};
use packets::GroupPaper;
use serde_json::json;
use store::{Offered, Reader, Writer};

use crate::attaching::{Attached, Attaching};
use crate::cases::day;
use crate::edits;
use crate::error::Error;
use crate::wire::{
    AskGroup, BeginGroup, GroupDeed, GroupOfView, GroupRequest, GroupView, Made, SignLetter,
};
use crate::writing::{Deed, digest};
use crate::{Desk, Moment, Office};

mod journal;
mod minutes;
mod papers;
mod view;

pub(crate) use journal::{BEGUN, chain_begun_for, chains_of, is_readable, works_on};
use journal::{Group, Heads, Record};
pub use papers::GroupExporting;

/// Under which word an act names the letter that was signed, and the minute that was kept.
const LETTER: &str = "LETTER";
const MINUTES: &str = "MINUTES";

impl Desk {
    /// The group of a map or of a standard, if there is one.
    pub fn group_of(&mut self, request: AskGroup) -> Result<GroupOfView, Error> {
        self.store.read(|reader| {
            let group = match journal::find(reader, &request.of)? {
                Some(group) => Some(group),
                None => journal::find(reader, &self.office.named(reader, &request.of)?)?,
            };
            let view = group.map(|group| self.office.group_view(reader, &group));
            Ok(GroupOfView {
                group: view.transpose()?,
            })
        })
    }

    /// Puts a group together, for a map or for a standard.
    pub fn begin_group(&mut self, request: BeginGroup) -> Result<Made, Error> {
        let moment = self.office.now();
        let name = edits::checked(&request.name, false)?;
        if name.is_empty() {
            return Err(refused("GROUP_BEGUN", "Falta el nombre del grupo."));
        }
        let kind = ExpertGroupKind::from_code(&request.kind).ok_or_else(|| Error::NotFound {
            what: "una clase de grupo llamada",
            name: request.kind.clone(),
        })?;
        let id = moment.ids().group().to_string();
        self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let of = self.office.named(writer, &request.of)?;
            if journal::find(writer, &of)?.is_some() {
                return Err(refused("GROUP_BEGUN", "Ya tiene un grupo de expertos."));
            }
            let standard = of.parse::<EcId>().ok();
            let standard = match standard {
                Some(id) if writer.has_standard(id)? => Some(of.clone()),
                _ => None, // Then it is of a map: `named` knows nothing else.
            };
            let record = Record::Begun {
                name,
                kind: kind.code().to_owned(),
                map: standard.is_none().then(|| of.clone()),
                standard,
            };
            self.office.note(writer, &moment, &id, &record, None)
        })?;
        Ok(Made { id })
    }

    /// Writes down what happened in a group.
    pub fn do_in_group(&mut self, request: GroupDeed) -> Result<GroupView, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let group = found(writer, &request.group)?;
            self.office
                .happen(writer, &moment, group, request.deed, &mut ids)
        })?;
        self.shown_group(&request.group)
    }

    /// Begins to take in a letter that was signed.
    pub fn begin_letter(&mut self, request: SignLetter) -> Result<Attaching<SignLetter>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            let mut group = found(writer, &request.group)?;
            let record = signed(&group, &request, "carta")?;
            self.office.try_in(&mut group, &record, &on.to_string())
        })?;
        let path = request.path.clone();
        Ok(Attaching::of_one(request, on, LETTER, &path))
    }

    /// Writes down that it was signed.
    pub fn finish_letter(&mut self, letter: Attached<SignLetter>) -> Result<GroupView, Error> {
        let moment = self.office.now();
        let group = letter.asked().group.clone();
        self.write_attached(&letter, |office, writer| {
            let (asked, on) = (letter.asked(), letter.on().to_string());
            let mut group = found(writer, &asked.group)?;
            let record = signed(&group, asked, &letter.name())?;
            office.try_in(&mut group, &record, &on)?;
            let evidence = letter.keep(writer)?;
            office.note(
                writer,
                &moment,
                &group.id.to_string(),
                &record,
                Some((on, evidence)),
            )
        })?;
        self.shown_group(&group)
    }

    fn shown_group(&mut self, name: &str) -> Result<GroupView, Error> {
        self.store.read(|reader| {
            let group = found(reader, name)?;
            self.office.group_view(reader, &group)
        })
    }
}

impl Office {
    /// The id of the map or the standard that a person names.
    fn named(&self, reader: &Reader<'_>, name: &str) -> Result<String, Error> {
        match crate::maps::find(reader, name) {
            Ok(map) => Ok(map.to_string()),
            Err(Error::NotFound { .. }) => Ok(self.find(reader, name)?.to_string()),
            Err(error) => Err(error),
        }
    }

    /// Whether something may happen in a group on a day.
    fn try_in(&self, group: &mut Group, record: &Record, on: &str) -> Result<(), Error> {
        match record.event(on) {
            Some(event) => Ok(group.group.take(event)?),
            None => Ok(()),
        }
    }

    /// Seals what happened in a group.
    fn note(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        chain: &str,
        record: &Record,
        with: Option<(String, Vec<Proof>)>,
    ) -> Result<(), Error> {
        let (on, evidence) = match with {
            Some((on, evidence)) => (Some(on), evidence),
            None => (None, Vec::new()),
        };
        let deed = Deed {
            act: record.act(),
            on,
            evidence,
            body: record.text(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, chain, deed)?;
        self.seal_head(writer, moment, &act)
    }

    fn happen(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        mut group: Group,
        deed: GroupRequest,
        ids: &mut Ids,
    ) -> Result<(), Error> {
        let text = |text: &str| edits::checked(text, false);
        let (record, on) = match deed {
            GroupRequest::Join {
                name,
                post,
                organization,
                experience,
                on,
            } => {
                let record = Record::Joined {
                    expert: ids.part().to_string(),
                    name: text(&name)?,
                    post: text(&post)?,
                    organization: text(&organization)?,
                    experience: text(&experience)?,
                };
                (record, day(&on, moment)?)
            }
            GroupRequest::Leave { expert, on, reason } => {
                let expert = expert_id(&group, &expert)?;
                let reason = text(&reason)?;
                (Record::Left { expert, reason }, day(&on, moment)?)
            }
            GroupRequest::Open {
                place,
                agenda,
                present,
            } => {
                let present = present.iter().map(|one| expert_id(&group, one));
                let record = Record::Opened {
                    number: u32::try_from(group.bounds.len() + 1).unwrap_or(u32::MAX),
                    place: text(&place)?,
                    agenda: text(&agenda)?,
                    present: present.collect::<Result<_, _>>()?,
                    heads: heads(writer, &group)?,
                };
                (record, moment.today)
            }
            GroupRequest::Reason { change, reason } => {
                let reason = text(&reason)?;
                (Record::Reasoned { change, reason }, moment.today)
            }
            GroupRequest::Close { resolutions, notes } => {
                return self.close(writer, moment, group, &resolutions, &text(&notes)?);
            }
        };
        let on = on.to_string();
        if record.event(&on).is_none() {
            return Err(domain::expert_group::Refusal::NoSuchExpert.into());
        }
        self.try_in(&mut group, &record, &on)?;
        let with = Some((on, Vec::new()));
        self.note(writer, moment, &group.id.to_string(), &record, with)
    }

    /// Ends the session: does what was resolved, keeps its minute, and proves it in the cases.
    fn close(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        mut group: Group,
        resolutions: &[String],
        notes: &str,
    ) -> Result<(), Error> {
        let resolved = resolutions.iter().map(|code| {
            Resolution::from_code(code).ok_or_else(|| Error::NotFound {
                what: "una resolución llamada",
                name: code.clone(),
            })
        });
        let resolutions = resolved.collect::<Result<Vec<_>, _>>()?;
        let session = group.group.open();
        let session = session.ok_or(domain::expert_group::Refusal::NoSession)?;
        let number = session.number;
        let says = format!("Minuta de la sesión {number} del grupo «{}»", group.name);
        let (map, standards) = group.works_on(writer)?;
        for resolution in &resolutions {
            let body = json!({ "group": group.id.to_string(), "session": number, "says": says });
            match resolution {
                Resolution::MapValidated | Resolution::MapFrozen => {
                    let map = map.ok_or_else(|| {
                        refused("MAP_VALIDATED", "El grupo no trabaja en ningún mapa.")
                    })?;
                    let errors = self.map_errors(writer, &writer.map(map)?)?;
                    if errors > 0 {
                        let says = format!(
                            "El mapa tiene {} por corregir o atestar. La sesión sigue abierta y nada cambió: atiéndalos y ciérrela después.",
                            crate::spanish::counted(errors, "error", "errores")
                        );
                        return Err(refused("MAP_VALIDATED", &says));
                    }
                    if !self.map_state(writer, map)?.is_closed() {
                        self.move_map(writer, moment, map, MapAct::Validated, &body)?;
                    }
                    if *resolution == Resolution::MapFrozen {
                        self.move_map(writer, moment, map, MapAct::Frozen, &body)?;
                    }
                }
                Resolution::StandardValidated => self.are_sound(writer, &standards)?,
            }
        }
        let heads = heads(writer, &group)?;
        let closing = Closing {
            resolutions: resolutions.clone(),
            notes: notes.to_owned(),
        };
        group
            .group
            .take(domain::expert_group::GroupEvent::Closed(closing))?;
        let at = group.bounds.len() - 1;
        group.bounds[at].closed = Some((moment.at(), heads.clone()));
        let minute = self.minutes_of(writer, &group, at, moment.today)?;
        let minute = self.kept(writer, &GroupPaper::Minutes(minute), &says)?;
        let record = Record::Closed {
            number,
            resolutions: resolutions.iter().map(|it| it.code().to_owned()).collect(),
            notes: notes.to_owned(),
            heads,
            name: format!("{says}.pdf"),
        };
        let proof = |requirement: &str, file| Proof {
            requirement: requirement.to_owned(),
            file,
        };
        let with = Some((moment.today.to_string(), vec![proof(MINUTES, minute)]));
        self.note(writer, moment, &group.id.to_string(), &record, with)?;
        let roster = self.roster(writer, &group, moment.today)?;
        let listed = format!("Integrantes del grupo «{}»", group.name);
        let roster = self.kept(writer, &GroupPaper::Roster(roster), &listed)?;
        let mut proofs = vec![
            (proof("ROAD-GTE_READY-1", roster), listed.clone()),
            (proof("EC-MIN-1c", roster), listed),
        ];
        let frozen = resolutions.contains(&Resolution::MapFrozen);
        if let Some(map) = map.filter(|_| frozen) {
            let paper = self.map_paper(writer, map)?;
            let name = format!("Mapa funcional «{}»", paper.map.title);
            let letterhead = self.letterhead(writer)?;
            let bytes = packets::map_pdf(&paper, &letterhead)?.bytes;
            let file = keep(writer, &bytes, &name)?;
            proofs.push((proof("ROAD-MF_VALIDATED-1", file), name));
        }
        if resolutions
            .iter()
            .any(|it| *it != Resolution::StandardValidated)
        {
            proofs.push((proof("ROAD-MF_VALIDATED-2", minute), says.clone()));
        }
        if resolutions.contains(&Resolution::StandardValidated) {
            proofs.push((proof("ROAD-EC_VALIDATED-2", minute), says));
        }
        for id in standards {
            self.prove(writer, moment, id, &proofs)?;
        }
        Ok(())
    }

    /// Refused while a standard has errors of its own; what it lacks beside its instrument is for the
    /// instrument to mend.
    fn are_sound(&self, writer: &Writer<'_>, standards: &[EcId]) -> Result<(), Error> {
        for id in standards {
            let pack = self.case_pack(writer, *id)?;
            let text = writer.standard(*id)?;
            let counts = self.review(writer, Some(*id), &text, pack)?.counts;
            let errors = counts.errors.saturating_sub(counts.across);
            if errors > 0 {
                let says = format!(
                    "El estándar «{}» tiene {} en la revisión. La sesión sigue abierta y nada cambió: atiéndalos y ciérrela después.",
                    text.title,
                    crate::spanish::counted(errors as usize, "error", "errores")
                );
                return Err(refused("EC_VALIDATED", &says));
            }
        }
        Ok(())
    }

    /// Keeps a paper of a group as a file.
    fn kept(
        &self,
        writer: &Writer<'_>,
        paper: &GroupPaper,
        name: &str,
    ) -> Result<domain::edition::Digest, Error> {
        let letterhead = self.letterhead(writer)?;
        let bytes = packets::group_pdf(paper, &letterhead, self.now().today)?.bytes;
        keep(writer, &bytes, name)
    }

    /// Attaches what the app made to the case of a standard, for what it proves there.
    fn prove(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        proofs: &[(Proof, String)],
    ) -> Result<(), Error> {
        let names = proofs
            .iter()
            .map(|(proof, name)| (proof.requirement.clone(), format!("{name}.pdf").into()));
        let names: serde_json::Map<String, serde_json::Value> = names.collect();
        let text = digest(&writer.standard(id)?);
        let deed = Deed {
            act: "ATTACH",
            subject: Some(text),
            result: Some(text),
            evidence: proofs.iter().map(|(proof, _)| proof.clone()).collect(),
            body: json!({ "name": "los documentos del grupo de expertos", "names": names })
                .to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &id.to_string(), deed)?;
        self.seal_head(writer, moment, &act)
    }
}

fn keep(writer: &Writer<'_>, bytes: &[u8], name: &str) -> Result<domain::edition::Digest, Error> {
    let name = format!("{name}.pdf");
    let offered = Offered {
        name: &name,
        media_type: "application/pdf",
        ..Offered::default()
    };
    Ok(writer.add_evidence(&mut &*bytes, &offered)?.digest)
}

fn signed(group: &Group, request: &SignLetter, name: &str) -> Result<Record, Error> {
    Ok(Record::Signed {
        expert: expert_id(group, &request.expert)?,
        name: name.to_owned(),
    })
}

/// How far the chains are that a group works on.
fn heads(reader: &Reader<'_>, group: &Group) -> Result<Heads, Error> {
    let (map, standards) = group.works_on(reader)?;
    let map = map.map(|id| id.to_string()).into_iter();
    let chains = map.chain(standards.into_iter().map(|id| id.to_string()));
    let mut heads = Heads::new();
    for chain in chains {
        let count = reader.acts_count(&chain)?;
        heads.insert(chain, count);
    }
    Ok(heads)
}

/// Somebody of the group, by id or by name.
fn expert_id(group: &Group, name: &str) -> Result<String, Error> {
    let fold = domain::text::fold;
    let mut experts = group.group.experts.iter().rev();
    let found = experts.find(|it| it.id.to_string() == name || fold(&it.name) == fold(name));
    found
        .map(|it| it.id.to_string())
        .ok_or_else(|| Error::NotFound {
            what: "una persona del grupo llamada",
            name: name.chars().take(80).collect(),
        })
}

fn found(reader: &Reader<'_>, name: &str) -> Result<Group, Error> {
    journal::find(reader, name)?.ok_or_else(|| Error::NotFound {
        what: "un grupo de expertos",
        name: name.chars().take(80).collect(),
    })
}

fn refused(act: &str, reason: &str) -> Error {
    Error::Refused {
        act: act.to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}
