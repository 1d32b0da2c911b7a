//! Committees: who is in them, their criteria, their road, and the papers they sign.

use domain::act::Proof;
use domain::calendar::Calendar;
use domain::cgc_case::{CgcCase, CgcState};
use domain::committee::Standing;
use domain::requirement::Saying;
use domain::road::Case;
use domain::rule_pack::RulePack;
use domain::text::fold;
use domain::waiting::{Doing, Facts, Said, Scene, Unmet, Waiting, waiting};
use serde_json::json;
use store::{Reader, Writer};

use crate::attaching::{Attached, Attaching};
use crate::case_views::refused_on;
use crate::cases::day;
use crate::edits;
use crate::error::Error;
use crate::wire::{
    AskCommittee, Attach, BeginCommittee, CommitteeDeed, CommitteeView, EvidencePath, Made,
    PerformAct,
};
use crate::writing::Deed;
use crate::{Desk, Moment, Office};

mod happening;
mod journal;
mod letters;
mod listed;
mod named;
mod officers;
mod papers;
mod register;
mod road;
mod view;

use journal::Record;
pub(crate) use journal::{BEGUN, Kept};
pub use papers::CommitteeExporting;
pub(crate) use register::Remembered;
pub use register::{CommitteesRead, ReadingCommittees};
pub(crate) use view::kind_name;

/// A committee as it stands today: what was recorded, its road, and what meets its requirements.
pub(crate) struct Seen<'a> {
    pub(crate) kept: Kept,
    pub(crate) case: CgcCase,
    pub(crate) standings: Vec<Standing>,
    facts: Facts,
    pub(crate) pack: &'a RulePack,
    calendar: Calendar,
    pub(crate) today: chrono::NaiveDate,
}

impl Seen<'_> {
    pub(crate) fn scene(&self) -> Scene<'_> {
        Scene {
            facts: &self.facts,
            pack: self.pack,
            calendar: &self.calendar,
            today: self.today,
        }
    }

    /// Where it stands, with what is counted said as it was counted.
    pub(crate) fn waiting(&self) -> Waiting {
        let mut waiting = waiting(&self.case, &self.scene());
        for next in &mut waiting.next {
            plainly(&mut next.unmet, &self.standings);
        }
        waiting
    }
}

/// Says of a criterion that is counted what was counted: «Falta la Vicepresidencia».
fn plainly(unmet: &mut [Unmet], standings: &[Standing]) {
    for one in unmet {
        let standing = standings
            .iter()
            .find(|it| it.criterion.id == one.requirement);
        if let Some(standing) = standing.filter(|it| it.criterion.computed) {
            one.says = standing.says.clone();
        }
    }
}

impl Desk {
    /// A committee, with its roster of a day.
    pub fn committee(&mut self, request: AskCommittee) -> Result<CommitteeView, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        self.store.read(|reader| {
            let kept = self.office.committee_named(reader, &request.committee)?;
            self.office.committee_view(reader, kept, on)
        })
    }

    /// Begins a committee: with an approach, or with the letter in which it applies.
    pub fn begin_committee(
        &mut self,
        request: BeginCommittee,
    ) -> Result<Attaching<BeginCommittee>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            self.office
                .new_committee(writer, &moment, &request, &on.to_string(), Vec::new(), true)
        })?;
        let letter = request.letter.clone();
        let evidence: Vec<EvidencePath> = match letter.is_empty() {
            true => Vec::new(),
            false => vec![EvidencePath {
                requirement: "CGC-SOL-1".to_owned(),
                path: letter,
            }],
        };
        Attaching::of_all(request, on, &evidence)
    }

    /// Writes down that it began.
    pub fn finish_committee(&mut self, attached: Attached<BeginCommittee>) -> Result<Made, Error> {
        let moment = self.office.now();
        self.write_attached(&attached, |office, writer| {
            office.somebody_signs(writer)?;
            let evidence = attached.keep(writer)?;
            let on = attached.on().to_string();
            let id =
                office.new_committee(writer, &moment, attached.asked(), &on, evidence, false)?;
            Ok(Made { id })
        })
    }

    /// Writes down what happened in a committee.
    pub fn do_in_committee(&mut self, request: CommitteeDeed) -> Result<CommitteeView, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        let id = self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let kept = self.office.committee_named(writer, &request.committee)?;
            let id = kept.id.to_string();
            self.office
                .happen_in_committee(writer, &moment, kept, request.deed, &mut ids)?;
            Ok::<_, Error>(id)
        })?;
        self.shown_committee(&id)
    }

    /// Begins to attach a file to a committee, for the criterion or the requirement that it proves.
    pub fn begin_committee_attach(&mut self, request: Attach) -> Result<Attaching<Attach>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        let evidence = [EvidencePath {
            requirement: request.requirement.clone(),
            path: request.path.clone(),
        }];
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            let kept = self.office.committee_named(writer, &request.id)?;
            let criterion = domain::committee::criterion(&request.requirement);
            if let Some(one) = criterion.filter(|it| it.computed) {
                return Err(domain::committee::Refusal::Computed(one.id).into());
            }
            self.office
                .draft(writer, &moment, &kept.id.to_string(), Deed::default())
        })?;
        Attaching::of_all(request, on, &evidence)
    }

    /// Writes down that it was attached.
    pub fn finish_committee_attach(
        &mut self,
        attached: Attached<Attach>,
    ) -> Result<CommitteeView, Error> {
        let moment = self.office.now();
        let id = self.write_attached(&attached, |office, writer| {
            office.somebody_signs(writer)?;
            let kept = office.committee_named(writer, &attached.asked().id)?;
            let evidence = attached.keep(writer)?;
            let id = kept.id.to_string();
            let deed = Deed {
                act: "ATTACH",
                on: Some(attached.on().to_string()),
                evidence,
                body: attached.naming(json!({ "name": attached.name() }).to_string()),
                ..Deed::default()
            };
            let act = office.seal(writer, &moment, &id, deed)?;
            office.seal_head(writer, &moment, &act)?;
            Ok(id)
        })?;
        self.shown_committee(&id)
    }

    /// Begins an act of the road of a committee, with the files that prove it.
    pub fn begin_committee_act(
        &mut self,
        request: PerformAct,
    ) -> Result<Attaching<PerformAct>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            self.office
                .committee_judged(writer, &request, on)
                .map(|_| ())
        })?;
        let evidence = request.evidence.clone();
        Attaching::of_all(request, on, &evidence)
    }

    /// Performs it, if the road still allows it.
    pub fn finish_committee_act(
        &mut self,
        attached: Attached<PerformAct>,
    ) -> Result<CommitteeView, Error> {
        let moment = self.office.now();
        let id = self.write_attached(&attached, |office, writer| {
            office.somebody_signs(writer)?;
            let evidence = attached.keep(writer)?;
            let naming = |body| attached.naming(body);
            let done = (attached.asked(), attached.on());
            office.perform_of_committee(writer, &moment, done, evidence, &naming)
        })?;
        self.shown_committee(&id)
    }

    pub(super) fn shown_committee(&mut self, id: &str) -> Result<CommitteeView, Error> {
        self.committee(AskCommittee {
            committee: id.to_owned(),
            on: String::new(),
        })
    }
}

impl Office {
    /// Performs an act of the road of a committee whose files are kept, if the road allows it;
    /// `naming` says with it what else it is to say.
    pub(crate) fn perform_of_committee(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        (asked, on): (&PerformAct, chrono::NaiveDate),
        evidence: Vec<Proof>,
        naming: &dyn Fn(String) -> String,
    ) -> Result<String, Error> {
        let (seen, deed) = self.committee_judged(writer, asked, on)?;
        let id = seen.kept.id.to_string();
        let deed = Deed {
            on: Some(on.to_string()),
            evidence,
            body: naming(deed.body),
            ..deed
        };
        let act = self.seal(writer, moment, &id, deed)?;
        self.seal_head(writer, moment, &act)?;
        Ok(id)
    }

    /// The committee that a person names, by id or by name.
    pub(crate) fn committee_named(&self, reader: &Reader<'_>, name: &str) -> Result<Kept, Error> {
        let name = name.trim();
        let begun = reader.begun(BEGUN)?;
        if let Some(act) = begun.iter().find(|act| act.chain == name) {
            return Kept::read(reader, &act.chain);
        }
        let wanted = fold(name);
        let mut found = Vec::new();
        for kept in self.committees_kept(reader)?.iter() {
            if !wanted.is_empty() && !kept.away && fold(&kept.committee.name) == wanted {
                found.push(Kept::clone(kept));
            }
        }
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err(Error::NotFound {
                what: "un comité llamado",
                name: edits::shortened(name),
            }),
            count => Err(Error::Ambiguous {
                name: edits::shortened(name),
                count,
            }),
        }
    }

    /// A committee as it stands today.
    pub(crate) fn committee_seen(
        &self,
        reader: &Reader<'_>,
        kept: Kept,
    ) -> Result<Seen<'_>, Error> {
        let today = self.now().today;
        let calendar = self.calendar(reader)?;
        self.committee_in(kept, calendar, today)
    }

    /// The same, where the days off are known.
    pub(crate) fn committee_in(
        &self,
        kept: Kept,
        calendar: Calendar,
        today: chrono::NaiveDate,
    ) -> Result<Seen<'_>, Error> {
        let case = kept.case.clone();
        let case = case.ok_or(store::Error::Corrupt { what: "committee" })?;
        let (since, last) = (kept.since(), kept.last());
        let standings = kept.committee.standings(today, since, last);
        let mut evidence = kept.committee.proven(today, since, last);
        // The meeting is recorded in the log: no file stands for it.
        if kept.committee.log.iter().any(|it| !it.advisory) {
            evidence.insert("ROAD-PROSPECT-1".to_owned(), last);
        }
        let facts = Facts {
            evidence,
            ..Facts::default()
        };
        Ok(Seen {
            pack: self.pack(case.filed_on()),
            kept,
            case,
            standings,
            facts,
            calendar,
            today,
        })
    }

    /// Begins the chain of a committee, and its road; answers its id.
    fn new_committee(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        request: &BeginCommittee,
        on: &str,
        evidence: Vec<Proof>,
        rehearsed: bool,
    ) -> Result<String, Error> {
        let name = edits::checked(&request.name, false)?;
        if name.is_empty() {
            return Err(domain::committee::Refusal::Missing("name").into());
        }
        self.name_is_free(writer, &name, "")?;
        let id = moment.ids().committee().to_string();
        self.note_committee(writer, moment, &id, &Record::Begun { name, row: None }, on)?;
        let about = edits::checked(&request.about, true)?;
        if !about.is_empty() {
            let with = edits::checked(&request.contact, false)?;
            let record = Record::Entry {
                with,
                about: about.clone(),
                advisory: false,
            };
            self.note_committee(writer, moment, &id, &record, on)?;
        }
        let applied = match request.letter.is_empty() {
            true => CgcState::Prospect,
            false => CgcState::Applied,
        };
        let number = writer.acts_count(&id)? + 1;
        let mut facts = Facts::default();
        match applied {
            CgcState::Prospect if !about.is_empty() => {
                facts.evidence.insert("ROAD-PROSPECT-1".to_owned(), number);
            }
            CgcState::Applied if rehearsed || !evidence.is_empty() => {
                facts.evidence.insert("CGC-SOL-1".to_owned(), number);
            }
            _ => {} // Then it is refused, with what is missing.
        }
        let on_day = day(on, moment)?;
        let scene = Scene {
            facts: &facts,
            pack: self.pack(on_day),
            calendar: &self.calendar(writer)?,
            today: moment.today,
        };
        let doing = Doing {
            number,
            to: applied,
            on: on_day,
            said: Said::new(),
        };
        Case::begin(&doing, &scene)
            .map_err(|refusal| refused_on::<CgcState>(applied.code(), &refusal))?;
        let names: serde_json::Map<String, serde_json::Value> = evidence
            .iter()
            .map(|proof| {
                let path = std::path::Path::new(&request.letter);
                (proof.requirement.clone(), crate::files::name(path).into())
            })
            .collect();
        let deed = Deed {
            act: applied.code(),
            on: Some(on.to_owned()),
            evidence,
            body: json!({ "names": names }).to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &id, deed)?;
        self.seal_head(writer, moment, &act)?;
        Ok(id)
    }

    /// Refused where another committee is called so.
    fn name_is_free(&self, reader: &Reader<'_>, name: &str, but: &str) -> Result<(), Error> {
        let wanted = fold(name);
        for kept in self.committees_kept(reader)?.iter() {
            let other = kept.id.to_string();
            if other != but && !kept.away && fold(&kept.committee.name) == wanted {
                return Err(Error::Refused {
                    act: BEGUN.to_owned(),
                    reason: format!(
                        "Ya hay un comité llamado «{}»: ábralo en Comités.",
                        kept.committee.name
                    ),
                    unmet: Vec::new(),
                });
            }
        }
        Ok(())
    }

    /// Seals what happened in a committee.
    pub(super) fn note_committee(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        chain: &str,
        record: &Record,
        on: &str,
    ) -> Result<(), Error> {
        let deed = Deed {
            act: record.act(),
            on: Some(on.to_owned()),
            body: record.text(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, chain, deed)?;
        self.seal_head(writer, moment, &act)
    }
}

/// What was said with an act, by what it is.
fn said_with(request: &PerformAct) -> Result<Said, Error> {
    let mut said = Said::new();
    for field in &request.fields {
        let text = edits::checked(&field.text, true)?;
        match Saying::from_code(&field.name) {
            Some(saying) => said.insert(saying, text),
            None if field.name == "state" => None, // Read where it is registered as found.
            None => return Err(named::unknown("un dato de los actos llamado", &field.name)),
        };
    }
    let reason = edits::checked(&request.reason, true)?;
    if !reason.is_empty() {
        for saying in [Saying::Reason, Saying::Observations] {
            said.entry(saying).or_insert_with(|| reason.clone());
        }
    }
    Ok(said)
}
