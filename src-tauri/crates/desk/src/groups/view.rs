//! A group as it is shown.

use domain::expert_group::{Closing, Expert, ExpertGroupKind, Resolution};
use domain::functional_map::MapState;
use store::Reader;

use super::journal::{Bounds, Group};
use super::minutes::done;
use crate::cases::instrument_errors;
use crate::error::Error;
use crate::maps::state_name;
use crate::wire::{
    ExpertView, GroupChangeView, GroupSessionView, GroupView, GroupedMapView, GroupedStandardView,
};
use crate::{Office, spanish};

impl Office {
    /// A group with all that is known of it.
    pub(crate) fn group_view(&self, reader: &Reader<'_>, it: &Group) -> Result<GroupView, Error> {
        let (map, standards) = it.works_on(reader)?;
        let map = match map {
            Some(id) => Some(self.grouped_map(reader, id)?),
            None => None,
        };
        let mut named = Vec::new();
        for id in standards {
            let row = reader.row(id)?;
            let text = reader.standard(id)?;
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            named.push(GroupedStandardView {
                id: id.to_string(),
                code: row.code,
                title: row.title,
                errors: count(self.own_errors(reader, id, &text)?),
                instrument_errors: instrument_errors(reader, id, &text)?.map(count),
            });
        }
        let mut sessions = Vec::new();
        for (n, bounds) in it.bounds.iter().enumerate() {
            sessions.push(self.session_view(reader, it, n, bounds)?);
        }
        sessions.reverse();
        Ok(GroupView {
            id: it.id.to_string(),
            name: it.name.clone(),
            kind: it.kind.code().to_owned(),
            kind_name: kind_name(it.kind).to_owned(),
            map,
            standards: named,
            experts: it.group.experts.iter().map(expert_view).collect(),
            sessions,
        })
    }

    fn grouped_map(
        &self,
        reader: &Reader<'_>,
        id: domain::ids::MapId,
    ) -> Result<GroupedMapView, Error> {
        let map = reader.map(id)?;
        let state = self.map_state(reader, id)?;
        let errors = self.map_errors(reader, &map)?;
        Ok(GroupedMapView {
            id: id.to_string(),
            title: map.title,
            state: state.code().to_owned(),
            state_name: state_name(state).to_owned(),
            errors: u32::try_from(errors).unwrap_or(u32::MAX),
            may_validate: matches!(state, MapState::Draft | MapState::InReview),
            may_freeze: state != MapState::Frozen,
        })
    }

    fn session_view(
        &self,
        reader: &Reader<'_>,
        it: &Group,
        at: usize,
        bounds: &Bounds,
    ) -> Result<GroupSessionView, Error> {
        let corrupt = || store::Error::Corrupt { what: "session" };
        let session = it.group.sessions.get(at).ok_or_else(corrupt)?;
        let moment = self.now();
        let done = done(reader, it, bounds)?;
        let present = session.present.iter().filter_map(|id| it.group.expert(*id));
        let changes = done.changes.iter().map(|change| GroupChangeView {
            key: change.key.clone(),
            document: change.document.to_owned(),
            place: change.place.clone(),
            what: change.what.to_owned(),
            before: change.before.clone(),
            after: change.after.clone(),
            reason: session
                .reasons
                .get(&change.key)
                .cloned()
                .unwrap_or_default(),
        });
        let closing = session.closed.as_ref();
        Ok(GroupSessionView {
            number: session.number,
            on: spanish::day(session.on),
            place: session.place.clone(),
            agenda: session.agenda.clone(),
            open: closing.is_none(),
            opened: moment.said(&bounds.opened_at),
            closed: bounds.closed.as_ref().map(|(at, _)| moment.said(at)),
            present: present.map(|one| one.name.clone()).collect(),
            changes: changes.collect(),
            attested: done.attested,
            resolutions: closing.map_or_else(|| Ok(Vec::new()), |it| resolved(reader, it))?,
            notes: closing.map(|it| it.notes.clone()).unwrap_or_default(),
            minutes: bounds.minutes.map(|digest| digest.to_string()),
        })
    }
}

fn expert_view(it: &Expert) -> ExpertView {
    ExpertView {
        id: it.id.to_string(),
        name: it.name.clone(),
        post: it.post.clone(),
        organization: it.organization.clone(),
        experience: it.experience.clone(),
        from: spanish::day(it.from),
        until: it.until.map(spanish::day),
        letter: it
            .letter
            .as_ref()
            .map(|(on, file)| format!("{} («{file}»)", spanish::day(*on))),
    }
}

/// What a group is for, in words.
pub(crate) fn kind_name(kind: ExpertGroupKind) -> &'static str {
    match kind {
        ExpertGroupKind::Sector => "Grupo Técnico de Expertos en el Sector (GTES)",
        ExpertGroupKind::IndividualFunction => {
            "Grupo Técnico de Expertos en la Función Individual (GTEFI)"
        }
    }
}

/// What was resolved, as the minute says it: of each standard that it names.
pub(crate) fn resolved(reader: &Reader<'_>, closing: &Closing) -> Result<Vec<String>, Error> {
    let mut said = Vec::new();
    for it in &closing.resolutions {
        let (of, what) = match it {
            Resolution::StandardValidated => (&closing.standards, "del estándar"),
            Resolution::InstrumentValidated => (&closing.instruments, "de evaluación de"),
            Resolution::MapValidated | Resolution::MapFrozen => {
                said.push(resolution(*it).to_owned());
                continue;
            }
        };
        // Minutes that named none spoke of all that the group worked on.
        if of.is_empty() {
            said.push(resolution(*it).to_owned());
        }
        for id in of {
            let title = reader.row(*id)?.title;
            let whole = resolution(*it).trim_end_matches('.');
            let whole = whole.trim_end_matches(" del estándar");
            said.push(format!("{whole} {what} «{title}»."));
        }
    }
    Ok(said)
}

fn resolution(it: Resolution) -> &'static str {
    match it {
        Resolution::MapValidated => "El grupo valida el mapa funcional.",
        Resolution::MapFrozen => {
            "El grupo valida el mapa funcional, que queda congelado para derivar de él sus estándares."
        }
        Resolution::StandardValidated => "El grupo valida el borrador del estándar.",
        Resolution::InstrumentValidated => "El grupo valida el instrumento.",
    }
}
