//! The papers of a group, made from what happened in it.

use chrono::NaiveDate;
use domain::expert_group::Expert;
use packets::{GroupPaper, Letter, Letterhead, Minutes, Quoted, Roster, RosterLine};
use store::Reader;

use super::found;
use super::journal::Group;
use super::minutes::done;
use super::view::{kind_name, resolved};
use crate::error::Error;
use crate::exporting::{Exported, Place, in_word};
use crate::wire::ExportGroupPaper;
use crate::work::{Progress, Work, step};
use crate::{Desk, Office};

/// A paper of a group to write to disk.
pub struct GroupExporting {
    paper: GroupPaper,
    letterhead: Letterhead,
    day: NaiveDate,
    word: bool,
    place: Place,
}

impl Desk {
    /// Takes what a paper of a group is made of.
    pub fn begin_group_paper(
        &mut self,
        request: ExportGroupPaper,
    ) -> Result<GroupExporting, Error> {
        let place = Place::new(request.path.clone(), request.replace)?;
        let word = in_word(&request.kind)?;
        let day = self.office.now().today;
        let (paper, letterhead) = self.store.read(|reader| {
            let group = found(reader, &request.group)?;
            let paper = self.office.group_paper(reader, &group, &request, day)?;
            Ok::<_, Error>((paper, self.office.letterhead(reader)?))
        })?;
        Ok(GroupExporting {
            paper,
            letterhead,
            day,
            word,
            place,
        })
    }
}

impl Work for GroupExporting {
    type Done = Exported;

    fn run(self, progress: &mut Progress<'_>) -> Result<Exported, Error> {
        step(progress, "Escribiendo el documento", 0, 2)?;
        let bytes = match self.word {
            true => packets::group_docx(&self.paper, &self.letterhead)?,
            false => packets::group_pdf(&self.paper, &self.letterhead, self.day)?.bytes,
        };
        self.place.stage(&bytes, Vec::new(), progress)
    }
}

impl Office {
    fn group_paper(
        &self,
        reader: &Reader<'_>,
        group: &Group,
        request: &ExportGroupPaper,
        day: NaiveDate,
    ) -> Result<GroupPaper, Error> {
        let missing = |what: &'static str| Error::NotFound {
            what,
            name: request.of.clone(),
        };
        Ok(match request.paper.as_str() {
            "ROSTER" => GroupPaper::Roster(self.roster(reader, group, day)?),
            "LETTER" => {
                let named = |it: &&Expert| {
                    let fold = domain::text::fold;
                    it.id.to_string() == request.of || fold(&it.name) == fold(&request.of)
                };
                let expert = group.group.experts.iter().find(named);
                let expert = expert.ok_or_else(|| missing("una persona del grupo llamada"))?;
                GroupPaper::Letter(Letter {
                    group: group.name.clone(),
                    works_on: works_on(reader, group)?,
                    expert: line(expert),
                    day,
                })
            }
            "MINUTES" => {
                let number = request.of.parse::<usize>().ok();
                let at = number.and_then(|n| n.checked_sub(1));
                let at = at.filter(|at| *at < group.bounds.len());
                let at = at.ok_or_else(|| missing("una sesión del grupo con el número"))?;
                GroupPaper::Minutes(self.minutes_of(reader, group, at, day)?)
            }
            _ => return Err(missing("un documento del grupo llamado")), // Said by whoever asks.
        })
    }

    pub(crate) fn roster(
        &self,
        reader: &Reader<'_>,
        group: &Group,
        day: NaiveDate,
    ) -> Result<Roster, Error> {
        Ok(Roster {
            group: group.name.clone(),
            kind: kind_name(group.kind).to_owned(),
            works_on: works_on(reader, group)?,
            day,
            experts: group.group.experts.iter().map(line).collect(),
        })
    }

    /// The minute of a session: up to now where it is open.
    pub(crate) fn minutes_of(
        &self,
        reader: &Reader<'_>,
        group: &Group,
        at: usize,
        day: NaiveDate,
    ) -> Result<Minutes, Error> {
        let corrupt = || store::Error::Corrupt { what: "session" };
        let session = group.group.sessions.get(at).ok_or_else(corrupt)?;
        let bounds = group.bounds.get(at).ok_or_else(corrupt)?;
        let done = done(reader, group, bounds)?;
        let moment = self.now();
        let present = session.present.iter();
        let present = present.filter_map(|id| group.group.expert(*id));
        let closing = session.closed.as_ref();
        let changes = done.changes.into_iter().map(|change| Quoted {
            document: change.document.to_owned(),
            place: change.place,
            what: change.what.to_owned(),
            reason: session
                .reasons
                .get(&change.key)
                .cloned()
                .unwrap_or_default(),
            removed: change.removed,
            before: change.before,
            after: change.after,
        });
        Ok(Minutes {
            group: group.name.clone(),
            kind: kind_name(group.kind).to_owned(),
            number: session.number,
            on: session.on,
            place: session.place.clone(),
            agenda: session.agenda.clone(),
            opened: moment.said(&bounds.opened_at),
            closed: match &bounds.closed {
                Some((at, _)) => moment.said(at),
                None => "sin terminar".to_owned(),
            },
            present: present.map(line).collect(),
            documents: done.documents,
            resolutions: closing.map_or_else(|| Ok(Vec::new()), |it| resolved(reader, it))?,
            attested: done.attested,
            changes: changes.collect(),
            notes: closing.map(|it| it.notes.clone()).unwrap_or_default(),
            day,
        })
    }
}

fn line(it: &Expert) -> RosterLine {
    RosterLine {
        name: it.name.clone(),
        post: it.post.clone(),
        organization: it.organization.clone(),
        experience: it.experience.clone(),
        from: it.from,
        until: it.until,
        letter: it.letter.as_ref().map(|(on, _)| *on),
    }
}

fn works_on(reader: &Reader<'_>, group: &Group) -> Result<Vec<String>, Error> {
    let (map, standards) = group.works_on(reader)?;
    let mut named = Vec::new();
    if let Some(map) = map {
        named.push(format!("Mapa funcional «{}»", reader.map(map)?.title));
    }
    for id in standards {
        let row = reader.row(id)?;
        named.push(format!("Estándar «{}»", row.title));
    }
    Ok(named)
}
