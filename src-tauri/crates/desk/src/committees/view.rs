//! A committee as it is shown.

use chrono::{Datelike as _, NaiveDate};
use domain::act::Act;
use domain::cgc_case::{CaseKind, CgcState, kind};
use domain::committee::{Committee, CriterionResult, Member, Sector};
use domain::requirement;
use domain::road::ways_on;
use domain::text::fold;
use domain::waiting::Next;
use store::{Filter, Reader};

use super::Seen;
use super::journal::{Kept, Record, moves, record};
use crate::Office;
use crate::case_views::{act_name, next_act, summary};
use crate::error::Error;
use crate::evidence::{proofs, shown};
use crate::spanish;
use crate::wire::{
    AlikeView, CommitteeAct, CommitteeStandard, CommitteeView, CriterionView, EntryView,
    MemberView, MetView, NextActView, OrganizationView, PlannedView, ProgrammeView, RoadStep,
};

/// The road as it is drawn: what goes right, in order.
const DRAWN: &[(&str, &[CgcState])] = &[
    ("Acercamiento", &[CgcState::Prospect]),
    ("Solicitud", &[CgcState::Applied]),
    (
        "Criterios",
        &[
            CgcState::InReview,
            CgcState::Returned,
            CgcState::RenewalDue,
            CgcState::Restructuring,
        ],
    ),
    ("Lista", &[CgcState::Ready]),
    (
        "COVACEC",
        &[
            CgcState::OnAgenda,
            CgcState::RuledAdmissible,
            CgcState::RuledNotAdmissible,
            CgcState::Deferred,
        ],
    ),
    ("Acta", &[CgcState::ActSigning]),
    ("Instalado", &[CgcState::Installed]),
];

impl Office {
    pub(super) fn committee_view(
        &self,
        reader: &Reader<'_>,
        kept: Kept,
        on: NaiveDate,
    ) -> Result<CommitteeView, Error> {
        let away = kept.away;
        let seen = self.committee_seen(reader, kept)?;
        let waiting = seen.waiting();
        let next = waiting
            .next
            .iter()
            .map(|next| next_view(reader, &seen, next));
        let next = next.collect::<Result<Vec<_>, Error>>()?;
        let it = &seen.kept.committee;
        let case_kind = kind(&seen.case);
        let mut history: Vec<CommitteeAct> = seen.kept.deeds.iter().map(told).collect();
        history.reverse();
        let year = seen.today.year();
        Ok(CommitteeView {
            id: seen.kept.id.to_string(),
            name: it.name.clone(),
            scope: it.scope.clone(),
            sector: it.sector.map_or("", Sector::code).to_owned(),
            sector_name: it.sector.map_or("", Sector::says).to_owned(),
            activity: it.activity.clone(),
            kind: case_kind.code().to_owned(),
            kind_name: kind_name(case_kind).to_owned(),
            state: waiting.state.to_owned(),
            state_name: waiting.says.to_owned(),
            holder: waiting.holder.to_owned(),
            since: spanish::day(waiting.since),
            as_found: waiting.as_found,
            away,
            road: road(&seen, &next),
            next,
            acts: seen
                .kept
                .deeds
                .iter()
                .filter(|act| moves(act))
                .map(summary)
                .collect(),
            criteria: criteria(reader, &seen)?,
            ready: seen.standings.iter().all(|it| {
                !it.criterion.blocks || it.result == domain::committee::CriterionResult::Met
            }),
            roster: it
                .roster(on)
                .into_iter()
                .map(|one| member_view(&seen, one))
                .collect(),
            roster_day: spanish::day(on),
            former: it
                .members
                .iter()
                .filter(|one| one.until.is_some_and(|until| until <= on))
                .map(|one| member_view(&seen, one))
                .collect(),
            organizations: organizations(it),
            alike: alike(it),
            planned: it
                .planned
                .iter()
                .filter(|one| !one.dropped)
                .map(|one| PlannedView {
                    id: one.id.to_string(),
                    title: one.title.clone(),
                })
                .collect(),
            programme: it
                .programme
                .iter()
                .map(|one| ProgrammeView {
                    id: one.id.to_string(),
                    what: one.what.clone(),
                    who: one.who.clone(),
                    by: one.by.map_or_else(String::new, spanish::day),
                    done: one.done,
                })
                .collect(),
            log: it
                .log
                .iter()
                .rev()
                .map(|one| EntryView {
                    on: spanish::day(one.on),
                    with: one.with.clone(),
                    about: one.about.clone(),
                    advisory: one.advisory,
                })
                .collect(),
            advisories: advisories(&seen.kept, year),
            changes: self.change_views(reader, &seen.kept.id.to_string(), &seen.scene())?,
            standards: standards(reader, &it.name)?,
            history,
        })
    }
}

fn organizations(it: &Committee) -> Vec<OrganizationView> {
    let views = it.organizations.iter().map(|one| OrganizationView {
        id: one.id.to_string(),
        name: one.name.clone(),
        kind: one.kind.code().to_owned(),
        kind_name: one.kind.says().to_owned(),
        joined_to: one
            .joined_to
            .and_then(|_| it.organization_of(one.id))
            .map(|kept| kept.name.clone()),
    });
    views.collect()
}

fn alike(it: &Committee) -> Vec<AlikeView> {
    let pairs = it.alike().into_iter().map(|(one, other)| AlikeView {
        one: one.name.clone(),
        one_id: one.id.to_string(),
        other: other.name.clone(),
        other_id: other.id.to_string(),
    });
    pairs.collect()
}

/// How many times a committee was advised in a year.
pub(super) fn advisories(kept: &Kept, year: i32) -> u32 {
    let log = kept.committee.log.iter();
    let given = log.filter(|it| it.advisory && it.on.year() == year);
    u32::try_from(given.count()).unwrap_or(u32::MAX)
}

/// What a case is about, in Spanish.
pub(crate) const fn kind_name(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Integration => "Integración de comité",
        CaseKind::Renewal => "Renovación de comité",
        CaseKind::Restructuring => "Reestructuración de comité",
        CaseKind::Ratification => "Ratificación de cargo",
        CaseKind::Substitution => "Sustitución de cargo",
        CaseKind::EcOwnerChange => "Cambio de responsable del estándar",
        CaseKind::EcProject => "Proyecto de estándar",
        CaseKind::EcmProject => "Proyecto de estándar de marca",
        CaseKind::SolutionAuthorization => "Autorización de solución de certificación",
    }
}

/// A line of the register: what comes next, or what is missing for it.
pub(super) fn says(seen: &Seen<'_>) -> String {
    let waiting = seen.waiting();
    match waiting.next.first() {
        Some(next) => match &next.unmet[..] {
            [] => next.does.to_owned(),
            [one] => one.says.clone(),
            [first, rest @ ..] => format!("{} y {} más", first.says, rest.len()),
        },
        None => waiting.says.to_owned(),
    }
}

fn next_view(reader: &Reader<'_>, seen: &Seen<'_>, next: &Next) -> Result<NextActView, Error> {
    let way = ways_on(seen.case.state()).find(|way| way.to.code() == next.act);
    let needs = way.map_or(&[][..], |way| way.needs);
    let missing = |id: &str| next.unmet.iter().any(|unmet| unmet.requirement == id);
    let mut met = Vec::new();
    for id in needs.iter().filter(|id| !missing(id)) {
        met.push(met_view(reader, seen, id)?);
    }
    Ok(next_act(next, needs, met))
}

fn met_view(reader: &Reader<'_>, seen: &Seen<'_>, id: &str) -> Result<MetView, Error> {
    let file = proofs(&seen.kept.deeds, id).next();
    let file = file.map(|proof| shown(reader, proof)).transpose()?;
    let standing = seen.standings.iter().find(|it| it.criterion.id == id);
    let proof = match (&file, standing) {
        (Some(file), _) => format!("«{}», de {}", file.name, file.by),
        (None, Some(standing)) => standing.says.clone(),
        (None, None) => "Cumplido".to_owned(),
    };
    Ok(MetView {
        requirement: id.to_owned(),
        says: requirement::find(id).map_or(id, |it| it.asks).to_owned(),
        basis: seen.pack.basis(id),
        proof,
        file,
    })
}

fn road(seen: &Seen<'_>, next: &[NextActView]) -> Vec<RoadStep> {
    let here = seen.case.state();
    let at_here = DRAWN.iter().position(|(_, states)| states.contains(&here));
    let lacks = next.first().map_or(0, |act| act.unmet.len());
    let steps = DRAWN.iter().enumerate();
    steps
        .map(|(at, (name, states))| {
            let since = seen.case.refiled_at();
            let reached = seen.case.steps().iter().rev();
            let reached = reached
                .filter(|step| step.number >= since)
                .find(|step| states.contains(&step.to))
                .map(|step| step.on);
            let status = match () {
                () if Some(at) == at_here && here == CgcState::Returned => "returned",
                () if Some(at) == at_here => "here",
                () if at_here.is_none_or(|here| at < here) && reached.is_some() => "past",
                () if at_here.is_some_and(|here| at == here + 1) => "next",
                () => "later",
            };
            let datum = match (status, reached) {
                ("next", _) if lacks == 1 => "falta 1 requisito".to_owned(),
                ("next", _) if lacks > 1 => format!("faltan {lacks} requisitos"),
                ("past" | "here" | "returned", Some(on)) => spanish::day(on),
                _ => String::new(), // Nothing to say yet.
            };
            RoadStep {
                state: states[0].code().to_owned(),
                name: (*name).to_owned(),
                status: status.to_owned(),
                datum,
                frozen: None,
            }
        })
        .collect()
}

fn criteria(reader: &Reader<'_>, seen: &Seen<'_>) -> Result<Vec<CriterionView>, Error> {
    let mut views = Vec::with_capacity(seen.standings.len());
    for standing in &seen.standings {
        let id = standing.criterion.id;
        let mut files = Vec::new();
        for proof in proofs(&seen.kept.deeds, id) {
            files.push(shown(reader, proof)?);
        }
        let judgment = seen.kept.committee.judgments.get(id);
        let by = judgment.map(|it| format!("{}, {}", it.by, spanish::day(it.on)));
        let requirement = requirement::find(id);
        views.push(CriterionView {
            id: id.to_owned(),
            group: standing.criterion.group.says().to_owned(),
            says: requirement.map_or(id, |it| it.asks).to_owned(),
            basis: seen.pack.basis(id),
            evidence: standing.criterion.evidence.to_owned(),
            computed: standing.criterion.computed,
            blocks: standing.criterion.blocks,
            result: standing.result.code().to_owned(),
            result_name: standing.result.says().to_owned(),
            note: match (standing.criterion.computed, judgment) {
                (true, _) => standing.says.clone(),
                (false, judgment) => judgment.map(|it| it.note.clone()).unwrap_or_default(),
            },
            hint: match standing.result {
                CriterionResult::Pending => standing.says.clone(),
                CriterionResult::Met | CriterionResult::NotMet | CriterionResult::NotClaimed => {
                    String::new()
                }
            },
            by: by.unwrap_or_default(),
            files,
        });
    }
    Ok(views)
}

fn member_view(seen: &Seen<'_>, one: &Member) -> MemberView {
    let of = seen.kept.committee.organization_of(one.organization);
    MemberView {
        id: one.id.to_string(),
        name: one.name.clone(),
        post: one.post.clone(),
        organization: of.map(|it| it.name.clone()).unwrap_or_default(),
        office: one.office.code().to_owned(),
        office_name: one.office.says().to_owned(),
        from: spanish::day(one.from),
        until: one.until.map(spanish::day),
        reason: one.reason.clone(),
    }
}

/// The standards here whose text names a committee.
fn standards(reader: &Reader<'_>, name: &str) -> Result<Vec<CommitteeStandard>, Error> {
    let wanted = fold(name);
    let rows = reader.standards(&Filter::default())?.into_iter();
    let its = rows.filter(|row| !wanted.is_empty() && fold(&row.committee) == wanted);
    Ok(its
        .map(|row| CommitteeStandard {
            id: row.id.to_string(),
            code: row.code,
            title: row.title,
            state_name: act_name(row.state.as_deref().unwrap_or_default()),
        })
        .collect())
}

/// An act of a committee in a line.
fn told(act: &Act) -> CommitteeAct {
    let says = match (record(act), CgcState::from_code(&act.act)) {
        (_, Some(state)) => format!("Pasó a «{}»", state.says()),
        (Some(record), None) => record_says(&record),
        (None, None) => act_name(&act.act),
    };
    CommitteeAct {
        number: u32::try_from(act.number).unwrap_or(u32::MAX),
        on: spanish::day_of(&act.on),
        by: act.by.clone(),
        says,
    }
}

fn record_says(record: &Record) -> String {
    match record {
        Record::Begun { name, row: None } => format!("Se abrió el expediente de «{name}»"),
        Record::Begun {
            name,
            row: Some(row),
        } => {
            format!("Se registró «{name}», del renglón {row} de la lista")
        }
        Record::Named { name, reason } => match reason.is_empty() {
            true => format!("Se llama «{name}»"),
            false => format!("Se llama «{name}»: {reason}"),
        },
        Record::Described { .. } => "Se describieron su alcance, su sector y su campo".to_owned(),
        Record::Organization { name, .. } => format!("Organización: «{name}»"),
        Record::Joined { .. } => "Se unieron dos organizaciones que son la misma".to_owned(),
        Record::Parted { .. } => "Se separaron dos organizaciones".to_owned(),
        Record::Seated { name, office, .. } => {
            let office = domain::committee::CgcOfficeRole::from_code(office);
            let office = office.map_or("", |it| it.says());
            format!("Ingresó {name} ({office})")
        }
        Record::Left { reason, .. } => match reason.is_empty() {
            true => "Dejó el comité un integrante".to_owned(),
            false => format!("Dejó el comité un integrante: {reason}"),
        },
        Record::Planned { title, .. } => format!("Se prevé el estándar «{title}»"),
        Record::Dropped { .. } => "Se dejó de prever un estándar".to_owned(),
        Record::Activity { what, .. } => format!("Programa de trabajo: {what}"),
        Record::Done { .. } => "Se hizo una actividad del programa".to_owned(),
        Record::Entry {
            about,
            advisory: true,
            ..
        } => format!("Asesoría: {about}"),
        Record::Entry { about, .. } => format!("Contacto: {about}"),
        Record::Judged {
            criterion, result, ..
        } => {
            let result = domain::committee::CriterionResult::from_code(result);
            format!("{criterion}: {}", result.map_or("", |it| it.says()))
        }
        Record::PutAway { reason } => format!("Se retiró del registro: {reason}"),
    }
}
