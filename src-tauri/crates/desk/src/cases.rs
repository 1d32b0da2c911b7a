//! A case on its road: where it stands, what comes next, and doing it.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::act::Act;
use domain::calendar::Calendar;
use domain::ec::CompetenceStandard;
use domain::ec_case::Editing;
use domain::edition::Digest;
use domain::ids::EcId;
use domain::project::{Granted, Project, Stage, Track};
use domain::requirement::Saying;
use domain::road::{REGISTERED_AS_FOUND, RESTORED};
use domain::rule_pack::RulePack;
use domain::waiting::{Doing, Facts, Said, Scene};
use store::{EditionKind, Reader, Writer};

use crate::backing::{Backing, backing};
use crate::case_views::{next_view, refused, road_steps, summary};
use crate::error::Error;
use crate::evidence::is_typed;
use crate::instruments::received;
use crate::instruments::setting_aside::errors;
use crate::roads::{BY_AN_EDIT, granted, is_by_an_edit, moves, road_of};
use crate::spanish;
use crate::wire::{ActSummary, ById, CaseView, FindingCounts, NamedText, PerformAct};
use crate::writing::{Deed, digest};
use crate::{Desk, Moment, Office, likeness};

/// A case as it was read: its road, what is known of it, and the acts that are no edits.
pub(crate) struct Seen<'a> {
    pub(crate) id: EcId,
    pub(crate) case: Project,
    pub(crate) facts: Facts,
    pub(crate) deeds: Vec<Act>,
    pub(crate) pack: &'a RulePack,
    pub(crate) calendar: Calendar,
    pub(crate) today: NaiveDate,
    pub(crate) title: String,
    /// How many standards its title was compared with, itself among them.
    pub(crate) registered: usize,
    /// The register that it was compared with too.
    pub(crate) register: Option<String>,
    /// The code that an act gives it.
    pub(crate) takes: Option<String>,
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
}

/// The titles of the workspace, as they are compared: who has the same one.
pub(crate) struct Titles(HashMap<String, Vec<(EcId, String)>>);

impl Titles {
    pub(crate) fn of(reader: &Reader<'_>) -> Result<Titles, Error> {
        let mut titles: HashMap<String, Vec<(EcId, String)>> = HashMap::new();
        for other in reader.registered()? {
            let named = match other.code.is_empty() {
                true => other.title.clone(),
                false => other.code,
            };
            let folded = domain::text::fold(&other.title);
            titles.entry(folded).or_default().push((other.id, named));
        }
        Ok(Titles(titles))
    }

    /// How many standards there are.
    fn count(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// How the others with that title are named.
    fn others(&self, id: EcId, title: &str) -> Vec<String> {
        let folded = domain::text::fold(title);
        if folded.is_empty() {
            return Vec::new();
        }
        let same = self.0.get(&folded).map_or(&[][..], Vec::as_slice).iter();
        let others = same.filter(|(other, _)| *other != id);
        others.map(|(_, named)| named.clone()).collect()
    }
}

impl Desk {
    /// Where a case stands and what comes next.
    pub fn case(&mut self, request: ById) -> Result<CaseView, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let seen = self.office.seen(reader, id)?;
            self.office.case_view(reader, &seen)
        })
    }

    /// Every act of a case, edits too: the whole chain, oldest first.
    pub fn acts(&mut self, request: ById) -> Result<Vec<ActSummary>, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            Ok(reader.acts(&id.to_string())?.iter().map(summary).collect())
        })
    }
}

/// How many errors the rules find in the instrument of a standard; nothing where it has none here.
pub(crate) fn instrument_errors(
    reader: &Reader<'_>,
    id: EcId,
    standard: &CompetenceStandard,
) -> Result<Option<usize>, Error> {
    // An outline has nothing to compare an instrument with.
    if standard.elements.is_empty() {
        return Ok(None);
    }
    let drafted = received::with_its_key(reader, id)?;
    // One that was begun and has nothing in it is not drafted here.
    let drafted = drafted.filter(|(it, _)| !it.items.is_empty());
    let errors = drafted.map(|(instrument, _)| errors(reader, &instrument, standard));
    errors.transpose()
}

impl Office {
    /// Judges an act that is asked for as the case stands now, once what is typed with it is typed and
    /// its files are there: the case after it, and its deed.
    pub(crate) fn judged(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        request: &PerformAct,
        on: NaiveDate,
    ) -> Result<(EcId, Project, Deed<'static>), Error> {
        let id = self.find(writer, &request.id)?;
        let fields = request.fields.iter();
        let fields: Vec<_> = fields
            .map(|field| (field.name.clone(), field.text.clone()))
            .collect();
        let found = request.act == REGISTERED_AS_FOUND;
        let known = |name: &str| {
            is_typed(name) || Saying::from_code(name).is_some() || (found && name == "state")
        };
        if let Some((name, _)) = fields.iter().find(|(name, _)| !known(name)) {
            return Err(Error::NotFound {
                what: "un dato de los actos llamado",
                name: name.clone(),
            });
        }
        self.type_fields(writer, moment, id, &fields)?;
        let mut seen = self.seen(writer, id)?;
        // An act cannot be taken back: it is done to the case that the person saw.
        let here = seen.case.stage();
        if !request.from.is_empty() && request.from != here.code() {
            return Err(Error::CaseMoved {
                state: here.says().to_owned(),
            });
        }
        let number = seen.deeds_end(writer)?;
        for file in &request.evidence {
            let requirement = file.requirement.clone();
            seen.facts.evidence.insert(requirement, number);
        }
        let deed = self.allowed(&mut seen, request, on, number)?;
        if let Some(code) = &seen.takes {
            self.code_is_free(writer, code, &id.to_string(), &seen.title)?;
        }
        Ok((id, seen.case, deed))
    }

    /// The deed of an act that the road allows, or the refusal that lists what is missing.
    fn allowed(
        &self,
        seen: &mut Seen<'_>,
        request: &PerformAct,
        on: NaiveDate,
        number: u64,
    ) -> Result<Deed<'static>, Error> {
        let said = said(request)?;
        let mut body: BTreeMap<&str, &str> =
            said.iter().map(|(k, v)| (k.code(), v.as_str())).collect();
        let found = request.act == REGISTERED_AS_FOUND;
        let named = |name: &str| request.fields.iter().find(|field| field.name == name);
        let word = match found {
            true => named("state").map_or("", |field| field.text.as_str()),
            false => request.act.as_str(),
        };
        let track = seen.case.track();
        let Some(to) = track.stage(word) else {
            return Err(Error::Refused {
                act: request.act.clone(),
                reason: match (found, word) {
                    (true, "") => {
                        "Falta decir en qué estado se encontró (--field state=…).".to_owned()
                    }
                    _ => format!(
                        "«{word}» no es un acto del camino de {}: elija uno de los que siguen, que se ven en la ficha del caso.",
                        of_road(track)
                    ),
                },
                unmet: Vec::new(),
            });
        };
        let doing = Doing {
            number,
            to,
            on,
            said: said.clone(),
        };
        let mut case = seen.case.clone();
        let done = if found {
            body.insert("state", to.code());
            case.register(&doing, &seen.scene())
                .map(|found| case = found)
        } else {
            case.perform(&doing, &seen.scene())
        };
        let act = match found {
            true => REGISTERED_AS_FOUND,
            false => to.code(),
        };
        done.map_err(|refusal| refused(track, act, &refusal))?;
        seen.case = case;
        seen.takes = said
            .get(&Saying::Code)
            .filter(|_| !found && to.code() == "CODED")
            .cloned();
        Ok(Deed {
            act,
            body: match body.is_empty() {
                true => String::new(),
                false => serde_json::to_string(&body)
                    .expect("words are plain data, which always has a JSON form"),
            },
            ..Deed::default()
        })
    }

    /// A case as it stands, with the review of its standard.
    pub(crate) fn seen(&self, reader: &Reader<'_>, id: EcId) -> Result<Seen<'_>, Error> {
        let standard = reader.standard(id)?;
        let pack = self.case_pack(reader, id)?;
        let review = self.review(reader, Some(id), &standard, pack)?;
        self.look(reader, id, &standard, &review.counts, &Titles::of(reader)?)
    }

    pub(crate) fn look(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        standard: &CompetenceStandard,
        counts: &FindingCounts,
        titles: &Titles,
    ) -> Result<Seen<'_>, Error> {
        let deeds = reader.deeds(&id.to_string())?;
        let case = road_of(&deeds)?;
        let Backing { standing, outdated } = backing(reader, id, &deeds)?;
        let mut duplicates = titles.others(id, &standard.title);
        let own = likeness::Codes::of(standard);
        for other in likeness::registered_as(reader, &standard.title, &own)? {
            // What is in this workspace too is named once.
            if !duplicates.contains(&other.code) {
                duplicates.push(format!("{} (RENEC)", other.code));
            }
        }
        let facts = Facts {
            evidence: standing,
            outdated,
            support: reader.support_file(id)?,
            review_period: standard.general.review_period.clone(),
            certificate_validity: standard.general.certificate_validity.clone(),
            publication_date: standard.general.publication_date,
            // What the instrument mends is asked of the instrument, later on the road.
            blocking_errors: counts.errors.saturating_sub(counts.across) as usize,
            instrument_errors: instrument_errors(reader, id, standard)?,
            duplicates,
        };
        let pack = self.pack(case.filed_on());
        Ok(Seen {
            id,
            case,
            facts,
            deeds,
            pack,
            calendar: self.calendar(reader)?,
            today: self.now().today,
            title: standard.title.clone(),
            registered: titles.count(),
            register: likeness::register_name(reader)?,
            takes: None,
        })
    }

    pub(crate) fn case_view(
        &self,
        reader: &Reader<'_>,
        seen: &Seen<'_>,
    ) -> Result<CaseView, Error> {
        let waiting = seen.case.waiting(&seen.scene());
        let next = waiting
            .next
            .iter()
            .map(|next| next_view(reader, seen, next));
        let next = next.collect::<Result<Vec<_>, Error>>()?;
        Ok(CaseView {
            id: seen.id.to_string(),
            kind: seen.case.track().kind().code().to_owned(),
            title: seen.title.clone(),
            state: waiting.state.to_owned(),
            state_name: waiting.says.to_owned(),
            rule_pack: seen.pack.id.clone(),
            holder: waiting.holder.to_owned(),
            since: Some(waiting.since.to_string()),
            since_words: spanish::day(waiting.since),
            road: road_steps(seen, &next, self.frozen(reader, seen)?),
            next,
            acts: seen
                .deeds
                .iter()
                .filter(|act| moves(seen.case.track(), act))
                .map(summary)
                .collect(),
            found_in: seen
                .case
                .may_be_found_in()
                .into_iter()
                .map(|stage| NamedText {
                    name: stage.code().to_owned(),
                    text: stage.says().to_owned(),
                })
                .collect(),
        })
    }

    /// Whether the road asks a case here for the periods that its support file types.
    pub(crate) fn takes_periods(&self, reader: &Reader<'_>, id: EcId) -> Result<bool, Error> {
        let stage = road_of(&reader.deeds(&id.to_string())?)?.stage();
        Ok(matches!(stage, Stage::Ec(state) if state.takes_periods()))
    }

    /// An edit to frozen documents takes the case back to drafting, by an act of its own; an edit to
    /// what was approved is refused.
    pub(crate) fn reopen_if_frozen(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        standing: &CompetenceStandard,
    ) -> Result<(), Error> {
        let deeds = writer.deeds(&id.to_string())?;
        let case = road_of(&deeds)?;
        let stage = case.stage();
        match stage.editing() {
            Editing::Free => Ok(()),
            Editing::Closed => Err(Error::Refused {
                act: "EDIT".to_owned(),
                reason: closed(stage),
                unmet: Vec::new(),
            }),
            Editing::Reopens(to) => {
                let digest = digest(standing);
                let body = serde_json::json!({
                    "cause": BY_AN_EDIT, "reason": "Se edita un documento congelado",
                });
                let deed = Deed {
                    act: to.code(),
                    subject: Some(digest),
                    result: Some(digest),
                    body: body.to_string(),
                    ..Deed::default()
                };
                let act = self.seal(writer, moment, &id.to_string(), deed)?;
                self.instrument_follows(writer, moment, id, Stage::Ec(to))?;
                self.seal_head(writer, moment, &act)
            }
        }
    }

    /// When an edit that opened frozen documents is undone and the text is again the one that was
    /// frozen, the case stands again where it stood, by an act of its own.
    pub(crate) fn restore_if_undone(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        standing: Digest,
    ) -> Result<(), Error> {
        let chain = id.to_string();
        let deeds = writer.deeds(&chain)?;
        let mut case = road_of(&deeds)?;
        let track = case.track();
        let moved = deeds.iter().rev().find(|act| moves(track, act));
        let Some(opened) = moved.filter(|act| is_by_an_edit(act) && act.subject == Some(standing))
        else {
            return Ok(());
        };
        // Whatever else was done of the file since then stands: an act of the road would not.
        if case.restore().is_err() || !self.stands_as_frozen(writer, id)? {
            return Ok(());
        }
        let body = serde_json::json!({ "restores": opened.number, "state": case.stage().code() });
        let deed = Deed {
            act: RESTORED,
            subject: Some(standing),
            result: Some(standing),
            body: body.to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &chain, deed)?;
        self.close_again(writer, moment, id)?;
        self.seal_head(writer, moment, &act)
    }

    /// A standard as its page says it now: its text, and over it what its road gave.
    pub(crate) fn on_its_page(
        &self,
        reader: &Reader<'_>,
        id: EcId,
    ) -> Result<CompetenceStandard, Error> {
        self.shown(reader, id, &reader.standard(id)?)
    }

    /// The same of a text of it.
    pub(crate) fn shown(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        text: &CompetenceStandard,
    ) -> Result<CompetenceStandard, Error> {
        let deeds = reader.deeds(&id.to_string())?;
        Ok(granted(&road_of(&deeds)?, &deeds, text).over(text))
    }

    /// The edition that the case froze, while it stands frozen: the act that did, and its digest.
    pub(crate) fn frozen(
        &self,
        reader: &Reader<'_>,
        seen: &Seen<'_>,
    ) -> Result<Option<(u64, String)>, Error> {
        if seen.case.stage().editing() == Editing::Free {
            return Ok(None);
        }
        let editions = reader.editions(seen.id)?;
        // What an update froze that came to nothing is not what stands.
        let last = seen.case.steps().last().map_or(0, |step| step.number);
        let standards = editions
            .iter()
            .rev()
            .filter(|e| e.kind == EditionKind::Standard && e.act <= last);
        let mut named = standards.map(|edition| (edition.act, edition.digest.to_string()));
        Ok(named.next())
    }
}

impl Seen<'_> {
    /// The number that the next act of the chain will have.
    pub(crate) fn deeds_end(&self, reader: &Reader<'_>) -> Result<u64, Error> {
        Ok(reader.acts_count(&self.id.to_string())? + 1)
    }
}

impl Seen<'_> {
    /// What the acts of the case gave the standard: its code, those of its elements, its two days.
    pub(crate) fn granted(&self, standard: &CompetenceStandard) -> Granted {
        granted(&self.case, &self.deeds, standard)
    }
}

/// Why a text is not edited now, and what to do.
fn closed(stage: Stage) -> String {
    let says = stage.says();
    match (stage.is_approved(), stage.next().is_empty()) {
        (true, _) => format!(
            "El estándar está en «{says}»: lo aprobado no se edita. Para cambiarlo, inicie una actualización."
        ),
        (false, true) => {
            format!(
                "El caso terminó en «{says}» y su texto ya no se edita: para seguir se abre otro."
            )
        }
        (false, false) => format!(
            "El estándar está en «{says}» y su texto no se edita mientras se dictamina: para cambiarlo, que se devuelva con observaciones."
        ),
    }
}

/// Whose road it is, in Spanish.
fn of_road(track: Track) -> &'static str {
    match track {
        Track::Ec => "un estándar",
        Track::Ecm => "un estándar de marca",
    }
}

fn said(request: &PerformAct) -> Result<Said, Error> {
    let mut said = Said::new();
    for field in &request.fields {
        let text = crate::edits::checked(&field.text, true)?;
        if let Some(saying) = Saying::from_code(&field.name) {
            said.insert(saying, text);
        }
    }
    let reason = crate::edits::checked(&request.reason, true)?;
    if !reason.is_empty() {
        for saying in [Saying::Reason, Saying::Observations] {
            said.entry(saying).or_insert_with(|| reason.clone());
        }
    }
    Ok(said)
}

/// Before it there is nothing to write down: CONOCER was founded that year.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1995, 1, 1).unwrap_or_default()
}

/// A day as it was typed; today when it was not.
pub(crate) fn day(typed: &str, moment: &Moment) -> Result<NaiveDate, Error> {
    match typed.trim() {
        "" => Ok(moment.today),
        typed => {
            let day: NaiveDate = typed.parse().map_err(|_| Error::BadDay(typed.to_owned()))?;
            if moment.today < day {
                let today = moment.today;
                return Err(Error::FutureDay { day, today });
            }
            if day < first_day() {
                return Err(Error::BadDay(typed.to_owned()));
            }
            Ok(day)
        }
    }
}
