//! Changes of officers: who chairs a committee, or sits on it, goes on or is followed by another.
//!
//! The committee stays installed meanwhile, so each change is a case with a chain of its own. What
//! COVACEC admits and the office records is a dated change of the roster, in the same write.

use chrono::NaiveDate;
use domain::act::{Act, Proof};
use domain::cgc_case::CaseKind;
use domain::committee::CgcOfficeRole;
use domain::ids::{ChangeId, PartId};
use domain::officer_change::{OfficerChange, OfficerChangeState};
use domain::road::{Case, Step, state_from_code, ways_on};
use domain::waiting::{Doing, Facts, Scene, waiting};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Reader, Writer};

use super::journal::{Kept, Record};
use super::named::{member_id, organization_id, unknown};
use super::said_with;
use crate::attaching::{Attached, Attaching};
use crate::case_views::{next_act, refused_on};
use crate::cases::day;
use crate::edits;
use crate::error::Error;
use crate::spanish;
use crate::wire::{BeginOfficerChange, CommitteeView, OfficerChangeView, PerformAct};
use crate::writing::Deed;
use crate::{Desk, Moment, Office};

/// The act that begins the chain of a change.
const BEGUN: &str = "OFFICER_CHANGE_BEGUN";

/// What the act that begins a change says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    committee: String,
    member: String,
    name: String,
    office: String,
    /// Empty where it is a ratification.
    successor: String,
    post: String,
    organization: String,
}

/// A change of officers, as its acts leave it.
pub(crate) struct Change {
    pub(crate) id: ChangeId,
    asked: Asked,
    pub(crate) case: OfficerChange,
    deeds: Vec<Act>,
}

impl Change {
    fn read(reader: &Reader<'_>, chain: &str) -> Result<Change, Error> {
        let corrupt = || store::Error::Corrupt { what: "officers" };
        let deeds = reader.acts(chain)?;
        let first = deeds.first().ok_or_else(corrupt)?;
        let asked = serde_json::from_str(&first.body).map_err(|_| corrupt())?;
        let mut case: Option<OfficerChange> = None;
        for act in &deeds {
            let Some(to) = state_from_code::<OfficerChangeState>(&act.act) else {
                continue;
            };
            let step = Step {
                number: act.number,
                to,
                on: act.on.parse().map_err(|_| corrupt())?,
                found: false,
            };
            match &mut case {
                Some(case) => case.take(step).map_err(|_| corrupt())?,
                None => case = Some(Case::open(step).map_err(|_| corrupt())?),
            }
        }
        Ok(Change {
            id: chain.parse().map_err(|_| corrupt())?,
            asked,
            case: case.ok_or_else(corrupt)?,
            deeds,
        })
    }

    pub(crate) fn kind(&self) -> CaseKind {
        match self.asked.successor.is_empty() {
            true => CaseKind::Ratification,
            false => CaseKind::Substitution,
        }
    }

    /// «Ana Ruiz (Presidencia): la sustituye Eva Solís».
    fn says(&self) -> String {
        let office = CgcOfficeRole::from_code(&self.asked.office);
        let office = office.map_or("", CgcOfficeRole::says);
        match self.asked.successor.as_str() {
            "" => format!("{} ({office}): se ratifica", self.asked.name),
            successor => format!("{} ({office}): sustituye {successor}", self.asked.name),
        }
    }
}

impl Desk {
    /// Begins a change of officers, with the request that asks for it.
    pub fn begin_officer_change(
        &mut self,
        request: BeginOfficerChange,
    ) -> Result<Attaching<BeginOfficerChange>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            self.office.new_change(writer, &moment, &request, on, None)
        })?;
        let path = request.path.clone();
        Ok(Attaching::of_one(request, on, "ROAD-REQUESTED-1", &path))
    }

    /// Writes down that it was asked for.
    pub fn finish_officer_change(
        &mut self,
        attached: Attached<BeginOfficerChange>,
    ) -> Result<CommitteeView, Error> {
        let moment = self.office.now();
        let id = self.write_attached(&attached, |office, writer| {
            office.somebody_signs(writer)?;
            let evidence = attached.keep(writer)?;
            let naming = attached.naming(json!({}).to_string());
            let (asked, on) = (attached.asked(), attached.on());
            office.new_change(writer, &moment, asked, on, Some((evidence, naming)))
        })?;
        self.shown_committee(&id)
    }

    /// Begins an act of the road of a change of officers.
    pub fn begin_officer_act(
        &mut self,
        request: PerformAct,
    ) -> Result<Attaching<PerformAct>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            let naming = |body: String| body;
            let done = (&request, on);
            self.office
                .perform_of_change(writer, &moment, done, Vec::new(), &naming)
        })?;
        let evidence = request.evidence.clone();
        Attaching::of_all(request, on, &evidence)
    }

    /// Performs it, if the road still allows it.
    pub fn finish_officer_act(
        &mut self,
        attached: Attached<PerformAct>,
    ) -> Result<CommitteeView, Error> {
        let moment = self.office.now();
        let id = self.write_attached(&attached, |office, writer| {
            office.somebody_signs(writer)?;
            let evidence = attached.keep(writer)?;
            let naming = |body| attached.naming(body);
            let done = (attached.asked(), attached.on());
            office.perform_of_change(writer, &moment, done, evidence, &naming)
        })?;
        self.shown_committee(&id)
    }
}

impl Office {
    /// Every change of officers, in the order of beginning.
    pub(crate) fn changes(&self, reader: &Reader<'_>) -> Result<Vec<Change>, Error> {
        let begun = reader.begun(BEGUN)?.into_iter();
        begun.map(|act| Change::read(reader, &act.chain)).collect()
    }

    /// The change that has this id.
    pub(crate) fn change_named(&self, reader: &Reader<'_>, id: &str) -> Result<Change, Error> {
        let begun = reader.begun(BEGUN)?;
        match begun.iter().any(|act| act.chain == id.trim()) {
            true => Change::read(reader, id.trim()),
            false => Err(unknown("un cambio de cargo llamado", id)),
        }
    }

    /// What a change is called where it stands among other cases.
    pub(crate) fn change_title(&self, reader: &Reader<'_>, it: &Change) -> Result<String, Error> {
        let kept = Kept::read(reader, &it.asked.committee)?;
        Ok(format!("{}. {}", kept.committee.name, it.says()))
    }

    pub(super) fn change_views(
        &self,
        reader: &Reader<'_>,
        committee: &str,
        scene: &Scene<'_>,
    ) -> Result<Vec<OfficerChangeView>, Error> {
        let mut views = Vec::new();
        for it in self.changes(reader)?.iter().rev() {
            if it.asked.committee != committee {
                continue;
            }
            let facts = facts(it);
            let scene = Scene {
                facts: &facts,
                ..*scene
            };
            let waiting = waiting(&it.case, &scene);
            let next = waiting.next.iter().map(|next| {
                let way = ways_on(it.case.state()).find(|way| way.to.code() == next.act);
                next_act(next, way.map_or(&[][..], |way| way.needs), Vec::new())
            });
            views.push(OfficerChangeView {
                id: it.id.to_string(),
                kind: it.kind().code().to_owned(),
                says: it.says(),
                state: waiting.state.to_owned(),
                state_name: waiting.says.to_owned(),
                since: spanish::day(waiting.since),
                next: next.collect(),
            });
        }
        Ok(views)
    }

    /// Begins the chain of a change, and its road; answers the committee's id.
    fn new_change(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        request: &BeginOfficerChange,
        on: NaiveDate,
        kept: Option<(Vec<Proof>, String)>,
    ) -> Result<String, Error> {
        let refused = |reason: &str| Error::Refused {
            act: BEGUN.to_owned(),
            reason: reason.to_owned(),
            unmet: Vec::new(),
        };
        let committee = self.committee_named(writer, &request.committee)?;
        let installed = committee.case.as_ref().map(Case::state);
        if installed != Some(domain::cgc_case::CgcState::Installed) {
            return Err(refused(
                "Sólo los cargos de un comité instalado se ratifican o sustituyen ante el COVACEC: mientras se integra, corrija sus integrantes.",
            ));
        }
        let member = member_id(&committee, &request.member)?;
        let id: PartId = member
            .parse()
            .map_err(|_| store::Error::Corrupt { what: "member" })?;
        let members = committee.committee.members.iter();
        let one = members.clone().find(|it| it.id == id && it.until.is_none());
        let one = one.ok_or(domain::committee::Refusal::HasLeft)?;
        let successor = edits::checked(&request.successor, false)?;
        let organization = match request.organization.trim() {
            "" => one.organization.to_string(),
            typed => organization_id(&committee, typed)?,
        };
        let open = self
            .changes(writer)?
            .into_iter()
            .any(|it| it.asked.member == member && !domain::road::is_terminal(it.case.state()));
        if open {
            return Err(refused(
                "Ese cargo ya tiene un cambio en trámite: conclúyalo antes.",
            ));
        }
        let asked = Asked {
            committee: committee.id.to_string(),
            member,
            name: one.name.clone(),
            office: one.office.code().to_owned(),
            successor,
            post: edits::checked(&request.post, false)?,
            organization,
        };
        let chain = moment.ids().change().to_string();
        let deed = Deed {
            act: BEGUN,
            on: Some(on.to_string()),
            body: serde_json::to_string(&asked)
                .expect("what was asked is plain data, which always has a JSON form"),
            ..Deed::default()
        };
        self.seal(writer, moment, &chain, deed)?;
        let (evidence, body) = kept.unwrap_or_default();
        let deed = Deed {
            act: OfficerChangeState::Requested.code(),
            on: Some(on.to_string()),
            evidence,
            body,
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &chain, deed)?;
        self.seal_head(writer, moment, &act)?;
        Ok(asked.committee)
    }

    /// Performs an act of the road of a change whose files are kept, if the road allows it; answers
    /// the committee's id.
    pub(crate) fn perform_of_change(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        (asked, on): (&PerformAct, NaiveDate),
        evidence: Vec<Proof>,
        naming: &dyn Fn(String) -> String,
    ) -> Result<String, Error> {
        let it = self.change_named(writer, &asked.id)?;
        let to = state_from_code::<OfficerChangeState>(asked.act.trim());
        let to =
            to.ok_or_else(|| unknown("un acto de los cambios de cargo llamado", &asked.act))?;
        let said = said_with(asked)?;
        let number = it.deeds.last().map_or(1, |act| act.number + 1);
        let mut facts = facts(&it);
        for file in &asked.evidence {
            facts.evidence.insert(file.requirement.clone(), number);
        }
        let scene = Scene {
            facts: &facts,
            pack: self.pack(it.case.filed_on()),
            calendar: &self.calendar(writer)?,
            today: moment.today,
        };
        let doing = Doing {
            number,
            to,
            on,
            said: said.clone(),
        };
        let mut case = it.case.clone();
        case.perform(&doing, &scene)
            .map_err(|refusal| refused_on::<OfficerChangeState>(to.code(), &refusal))?;
        let body: serde_json::Map<String, serde_json::Value> = said
            .iter()
            .map(|(k, v)| (k.code().to_owned(), v.clone().into()))
            .collect();
        let deed = Deed {
            act: to.code(),
            on: Some(on.to_string()),
            evidence,
            body: naming(json!(body).to_string()),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &it.id.to_string(), deed)?;
        self.seal_head(writer, moment, &act)?;
        if to == OfficerChangeState::Recorded && it.kind() == CaseKind::Substitution {
            self.follow(writer, moment, &it, on)?;
        }
        Ok(it.asked.committee)
    }

    /// Writes in the roster that one follows another, from the day it is recorded.
    fn follow(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        it: &Change,
        on: NaiveDate,
    ) -> Result<(), Error> {
        let records = [
            Record::Left {
                member: it.asked.member.clone(),
                reason: format!("Sustitución: {}", it.asked.successor),
            },
            Record::Seated {
                member: moment.ids().part().to_string(),
                name: it.asked.successor.clone(),
                post: it.asked.post.clone(),
                organization: it.asked.organization.clone(),
                office: it.asked.office.clone(),
            },
        ];
        for record in records {
            let mut kept = Kept::read(writer, &it.asked.committee)?;
            let stamp = domain::committee::Stamp {
                number: kept.last() + 1,
                on,
                by: self.signer(writer)?,
            };
            let event = record.event(&on.to_string());
            let event = event.ok_or(store::Error::Corrupt { what: "committee" })?;
            kept.committee.take(event, &stamp)?;
            self.note_committee(
                writer,
                moment,
                &it.asked.committee,
                &record,
                &on.to_string(),
            )?;
        }
        Ok(())
    }
}

fn facts(it: &Change) -> Facts {
    Facts {
        evidence: crate::proofs::standing(&it.deeds),
        ..Facts::default()
    }
}
