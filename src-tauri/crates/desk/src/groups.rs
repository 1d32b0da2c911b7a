//! Expert groups: who is in them, their letters, and their sessions, whose minutes are read off the
//! acts. A session that ends freezes the map, or validates the draft, and its papers prove it in the
//! cases of the standards it works on.

use domain::act::Proof;
use domain::expert_group::ExpertGroupKind;
use domain::ids::{EcId, Ids};
use store::{Reader, Writer};

use crate::attaching::{Attached, Attaching};
use crate::cases::day;
use crate::edits;
use crate::error::Error;
use crate::wire::{
    AskGroup, BeginGroup, GroupDeed, GroupOfView, GroupRequest, GroupView, Made, SignLetter,
};
use crate::writing::Deed;
use crate::{Desk, Moment, Office};

mod closing;
mod journal;
mod minutes;
mod papers;
mod view;

pub use closing::{ClosedSession, ClosingSession};
pub(crate) use journal::{BEGUN, agreed, chain_begun_for, chains_of, is_readable, works_on};
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
        };
        let on = on.to_string();
        if record.event(&on).is_none() {
            return Err(domain::expert_group::Refusal::NoSuchExpert.into());
        }
        self.try_in(&mut group, &record, &on)?;
        let with = Some((on, Vec::new()));
        self.note(writer, moment, &group.id.to_string(), &record, with)
    }
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
    let mut chains: Vec<String> = map.map(|id| id.to_string()).into_iter().collect();
    for id in standards {
        chains.push(id.to_string());
        chains.extend(reader.instrument(id)?.map(|it| it.id.to_string()));
    }
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
