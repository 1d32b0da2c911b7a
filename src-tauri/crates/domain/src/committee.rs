//! A committee (CGC): who is in it and since when, what it covers, what it plans, and which criteria
//! it was found to meet.
//!
//! A committee is what happened in it, in order, and nothing else, so that its roster of any day is
//! read off the same acts as that of today. How far it is on its road is [`crate::cgc_case`].

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::ids::PartId;
use crate::text::fold;
use crate::vocabulary;

mod criteria;

pub use criteria::{CRITERIA, Criterion, CriterionResult, Group, Standing, find as criterion};

vocabulary! {
    /// The five sectors that committees are classified in (CGC-SEC-1).
    pub enum Sector {
        /// Firms and producers.
        Productive = "PRODUCTIVE",
        /// Government.
        PublicAdministration = "PUBLIC_ADMINISTRATION",
        /// Civil organizations.
        Social = "SOCIAL",
        /// Schools and universities.
        Educational = "EDUCATIONAL",
        /// Culture and arts.
        CultureAndArts = "CULTURE_AND_ARTS",
    }
}

impl Sector {
    /// Its name in Spanish, as the office's reports print it.
    pub const fn says(self) -> &'static str {
        match self {
            Sector::Productive => "Productivo",
            Sector::PublicAdministration => "Administración Pública",
            Sector::Social => "Social",
            Sector::Educational => "Educativo",
            Sector::CultureAndArts => "Cultura y Artes",
        }
    }
}

vocabulary! {
    /// What an organization is.
    pub enum OrganizationKind {
        /// A firm.
        Company = "COMPANY",
        /// A chamber or a business association.
        Chamber = "CHAMBER",
        /// A union.
        Union = "UNION",
        /// An institution of upper-secondary or higher education.
        Education = "EDUCATION",
        /// A government body.
        Government = "GOVERNMENT",
        /// A civil organization.
        Civil = "CIVIL",
    }
}

impl OrganizationKind {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            OrganizationKind::Company => "Empresa",
            OrganizationKind::Chamber => "Cámara o asociación",
            OrganizationKind::Union => "Sindicato",
            OrganizationKind::Education => "Institución de educación media superior o superior",
            OrganizationKind::Government => "Dependencia o entidad de gobierno",
            OrganizationKind::Civil => "Organización de la sociedad civil",
        }
    }
}

vocabulary! {
    /// What somebody is in a committee.
    pub enum CgcOfficeRole {
        /// Presidente.
        Chair = "CHAIR",
        /// Vicepresidente.
        ViceChair = "VICE_CHAIR",
        /// Vocal.
        Member = "MEMBER",
        /// Secretario técnico: seen in practice, not in the rules.
        TechnicalSecretary = "TECHNICAL_SECRETARY",
    }
}

impl CgcOfficeRole {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            CgcOfficeRole::Chair => "Presidencia",
            CgcOfficeRole::ViceChair => "Vicepresidencia",
            CgcOfficeRole::Member => "Vocalía",
            CgcOfficeRole::TechnicalSecretary => "Secretaría Técnica del CGC",
        }
    }

    /// Whether only one person holds it at a time (that there is one of each is practice).
    pub const fn is_single(self) -> bool {
        match self {
            CgcOfficeRole::Chair | CgcOfficeRole::ViceChair | CgcOfficeRole::TechnicalSecretary => {
                true
            }
            CgcOfficeRole::Member => false,
        }
    }
}

/// An organization that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Which one.
    pub id: PartId,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: OrganizationKind,
    /// The organization it was joined to, being the same under another spelling.
    pub joined_to: Option<PartId>,
}

/// Somebody in a committee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Which one.
    pub id: PartId,
    /// Who.
    pub name: String,
    /// The post in the organization.
    pub post: String,
    /// Which organization is represented.
    pub organization: PartId,
    /// What for in the committee.
    pub office: CgcOfficeRole,
    /// Since when.
    pub from: NaiveDate,
    /// Until when, for one who left.
    pub until: Option<NaiveDate>,
    /// Why, for one who left.
    pub reason: String,
}

impl Member {
    /// Whether somebody was in the committee on a day: from the first day on, and not on the last.
    pub fn is_in(&self, on: NaiveDate) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }
}

/// A standard that a committee means to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Which one.
    pub id: PartId,
    /// Its title, as planned.
    pub title: String,
    /// Whether it is no longer planned.
    pub dropped: bool,
}

/// A line of the work programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Which one.
    pub id: PartId,
    /// What is to be done.
    pub what: String,
    /// Who answers for it.
    pub who: String,
    /// By when.
    pub by: Option<NaiveDate>,
    /// Whether it was done.
    pub done: bool,
}

/// A contact with a committee, or advice that it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub on: NaiveDate,
    /// With whom.
    pub with: String,
    /// About what.
    pub about: String,
    /// Whether it was advice or training that the committee asked for.
    pub advisory: bool,
}

/// What was said of a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgment {
    /// In which act of the committee's chain.
    pub number: u64,
    /// What was found.
    pub result: CriterionResult,
    /// On what.
    pub note: String,
    /// Who said so.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// The act that something happened in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Its number in the chain.
    pub number: u64,
    /// The day it is of.
    pub on: NaiveDate,
    /// Who did it.
    pub by: String,
}

/// What happens in a committee, besides its road.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommitteeEvent {
    /// It is called so.
    Named(String),
    /// What it covers.
    Described {
        /// Its scope (alcance).
        scope: String,
        /// Which of the five sectors.
        sector: Option<Sector>,
        /// The field of activity (SCIAN).
        activity: String,
    },
    /// An organization takes part, or is corrected.
    Organization(Organization),
    /// Two organizations are one under two spellings.
    Joined {
        /// The one that stays.
        kept: PartId,
        /// The one that is the same.
        gone: PartId,
    },
    /// They were not.
    Parted(PartId),
    /// Somebody is seated.
    Seated(Member),
    /// Somebody leaves.
    Left {
        /// Who.
        member: PartId,
        /// Why.
        reason: String,
    },
    /// A standard is planned.
    Planned(Planned),
    /// It no longer is.
    Dropped(PartId),
    /// Something is to be done.
    Activity(Activity),
    /// It was done.
    Done(PartId),
    /// A contact, or advice.
    Entry(Entry),
    /// A criterion is judged.
    Judged {
        /// Which one.
        criterion: String,
        /// What was found.
        result: CriterionResult,
        /// On what.
        note: String,
    },
}

/// Why something does not happen in a committee. The committee stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Something that has to be said is not.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// There is nothing of that id.
    #[error("no {0} of that id")]
    Unknown(&'static str),
    /// An organization of that name takes part.
    #[error("an organization of that name takes part")]
    OrganizationDoubled,
    /// An organization is joined to itself, or to one that is itself joined.
    #[error("the organizations cannot be joined")]
    NotJoinable,
    /// It is not joined to another.
    #[error("the organization is not joined")]
    NotJoined,
    /// That person sits already for that organization.
    #[error("{0} is seated")]
    Seated(String),
    /// The office is held by another.
    #[error("the office is held by {0}")]
    OfficeHeld(String),
    /// Whoever it is has left.
    #[error("whoever it is has left")]
    HasLeft,
    /// The day is before the person was seated.
    #[error("the day is before the person was seated")]
    BeforeSeated,
    /// The criterion is counted from what is recorded, and no one judges it.
    #[error("{0} is computed")]
    Computed(&'static str),
    /// A criterion is met only with evidence.
    #[error("{0} has no evidence")]
    NoEvidence(&'static str),
}

/// A committee, as what happened in it leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Committee {
    /// What it is called.
    pub name: String,
    /// Its scope.
    pub scope: String,
    /// Which of the five sectors.
    pub sector: Option<Sector>,
    /// Its field of activity (SCIAN), as the office writes it.
    pub activity: String,
    /// Every organization that was ever recorded.
    pub organizations: Vec<Organization>,
    /// Everybody who was ever in it.
    pub members: Vec<Member>,
    /// The standards it plans.
    pub planned: Vec<Planned>,
    /// Its work programme.
    pub programme: Vec<Activity>,
    /// Contacts and advice, oldest first.
    pub log: Vec<Entry>,
    /// What was last said of each criterion.
    pub judgments: BTreeMap<String, Judgment>,
    /// The files that stand, by what they are for, with the act that attached the last.
    pub files: BTreeMap<String, u64>,
}

impl Committee {
    /// Takes in what happened.
    pub fn take(&mut self, event: CommitteeEvent, stamp: &Stamp) -> Result<(), Refusal> {
        match event {
            CommitteeEvent::Named(name) => {
                said(&name, "name")?;
                self.name = name;
            }
            CommitteeEvent::Described {
                scope,
                sector,
                activity,
            } => {
                self.scope = scope;
                self.sector = sector;
                self.activity = activity;
            }
            CommitteeEvent::Organization(one) => self.take_organization(one)?,
            CommitteeEvent::Joined { kept, gone } => {
                let whole = |id| self.organization(id).filter(|it| it.joined_to.is_none());
                if kept == gone || whole(kept).is_none() || whole(gone).is_none() {
                    return Err(Refusal::NotJoinable);
                }
                self.organization_mut(gone)?.joined_to = Some(kept);
            }
            CommitteeEvent::Parted(gone) => {
                let one = self.organization_mut(gone)?;
                one.joined_to.take().ok_or(Refusal::NotJoined)?;
            }
            CommitteeEvent::Seated(member) => self.seat(member)?,
            CommitteeEvent::Left { member, reason } => {
                let mut members = self.members.iter_mut();
                let one = members.find(|it| it.id == member);
                let one = one.ok_or(Refusal::Unknown("member"))?;
                if one.until.is_some() {
                    return Err(Refusal::HasLeft);
                }
                if stamp.on < one.from {
                    return Err(Refusal::BeforeSeated);
                }
                one.until = Some(stamp.on);
                one.reason = reason;
            }
            CommitteeEvent::Planned(planned) => {
                said(&planned.title, "title")?;
                self.planned.push(planned);
            }
            CommitteeEvent::Dropped(id) => {
                let mut planned = self.planned.iter_mut();
                let one = planned.find(|it| it.id == id && !it.dropped);
                one.ok_or(Refusal::Unknown("planned standard"))?.dropped = true;
            }
            CommitteeEvent::Activity(activity) => {
                said(&activity.what, "what")?;
                self.programme.push(activity);
            }
            CommitteeEvent::Done(id) => {
                let mut programme = self.programme.iter_mut();
                let one = programme.find(|it| it.id == id && !it.done);
                one.ok_or(Refusal::Unknown("activity"))?.done = true;
            }
            CommitteeEvent::Entry(entry) => {
                said(&entry.about, "about")?;
                self.log.push(entry);
            }
            CommitteeEvent::Judged {
                criterion,
                result,
                note,
            } => self.judge(&criterion, result, note, stamp)?,
        }
        Ok(())
    }

    /// The roster of a day.
    pub fn roster(&self, on: NaiveDate) -> Vec<&Member> {
        let mut roster: Vec<&Member> = self.members.iter().filter(|it| it.is_in(on)).collect();
        roster.sort_by_key(|it| it.office);
        roster
    }

    /// An organization; where it was joined to another, that one.
    pub fn organization_of(&self, id: PartId) -> Option<&Organization> {
        let mut one = self.organization(id)?;
        // Only whole organizations are joined to, so there is no way round.
        while let Some(kept) = one.joined_to {
            one = self.organization(kept)?;
        }
        Some(one)
    }

    /// The organizations that somebody represents on a day, each once.
    pub fn represented(&self, on: NaiveDate) -> Vec<&Organization> {
        let mut all: Vec<&Organization> = Vec::new();
        for member in self.roster(on) {
            let one = self.organization_of(member.organization);
            all.extend(one.filter(|one| !all.iter().any(|it| it.id == one.id)));
        }
        all
    }

    /// Organizations that may be one under two spellings: the same letters, or all words of the one
    /// in the other, once marks and forms of incorporation are left out.
    pub fn alike(&self) -> Vec<(&Organization, &Organization)> {
        let whole: Vec<_> = self
            .organizations
            .iter()
            .filter(|it| it.joined_to.is_none())
            .map(|it| (it, words_of(&it.name)))
            .collect();
        let mut pairs = Vec::new();
        for (at, (one, words)) in whole.iter().enumerate() {
            for (other, others) in &whole[at + 1..] {
                let within = |a: &[String], b: &[String]| {
                    a.len() >= 2 && a.iter().all(|word| b.contains(word))
                };
                if words.concat() == others.concat()
                    || within(words, others)
                    || within(others, words)
                {
                    pairs.push((*one, *other));
                }
            }
        }
        pairs
    }

    fn take_organization(&mut self, one: Organization) -> Result<(), Refusal> {
        said(&one.name, "name")?;
        let doubled = |it: &Organization| it.id != one.id && fold(&it.name) == fold(&one.name);
        if self.organizations.iter().any(doubled) {
            return Err(Refusal::OrganizationDoubled);
        }
        match self.organizations.iter_mut().find(|it| it.id == one.id) {
            Some(there) => {
                there.name = one.name;
                there.kind = one.kind;
            }
            None => self.organizations.push(one),
        }
        Ok(())
    }

    fn seat(&mut self, member: Member) -> Result<(), Refusal> {
        said(&member.name, "name")?;
        let of = self.organization_of(member.organization);
        let of = of.ok_or(Refusal::Unknown("organization"))?.id;
        for other in self.members.iter().filter(|it| it.until.is_none()) {
            let same = fold(&other.name) == fold(&member.name);
            let organization = self.organization_of(other.organization).map(|it| it.id);
            if same && organization == Some(of) {
                return Err(Refusal::Seated(other.name.clone()));
            }
            if member.office.is_single() && other.office == member.office {
                return Err(Refusal::OfficeHeld(other.name.clone()));
            }
        }
        self.members.push(member);
        Ok(())
    }

    fn judge(
        &mut self,
        criterion: &str,
        result: CriterionResult,
        note: String,
        stamp: &Stamp,
    ) -> Result<(), Refusal> {
        let one = criteria::find(criterion).ok_or(Refusal::Unknown("criterion"))?;
        if one.computed {
            return Err(Refusal::Computed(one.id));
        }
        if result == CriterionResult::Met && !self.files.contains_key(one.id) {
            return Err(Refusal::NoEvidence(one.id));
        }
        let judgment = Judgment {
            number: stamp.number,
            result,
            note,
            by: stamp.by.clone(),
            on: stamp.on,
        };
        self.judgments.insert(one.id.to_owned(), judgment);
        Ok(())
    }

    fn organization(&self, id: PartId) -> Option<&Organization> {
        self.organizations.iter().find(|it| it.id == id)
    }

    fn organization_mut(&mut self, id: PartId) -> Result<&mut Organization, Refusal> {
        let mut all = self.organizations.iter_mut();
        let one = all.find(|it| it.id == id);
        one.ok_or(Refusal::Unknown("organization"))
    }
}

fn said(text: &str, what: &'static str) -> Result<(), Refusal> {
    match text.trim().is_empty() {
        true => Err(Refusal::Missing(what)),
        false => Ok(()),
    }
}

/// The words that tell an organization apart: without marks, points, small words nor forms of
/// incorporation.
fn words_of(name: &str) -> Vec<String> {
    const IDLE: &[&str] = &[
        "de", "del", "la", "el", "los", "las", "y", "e", "en", "para", "a", "c", "s", "sa", "sc",
        "ac", "cv", "rl", "sab", "sapi", "iap", "ap",
    ];
    let folded = fold(name);
    let letters = folded.split(|c: char| !c.is_alphanumeric());
    let words = letters.filter(|word| !word.is_empty() && !IDLE.contains(word));
    words.map(ToOwned::to_owned).collect()
}

#[cfg(test)]
mod tests;
