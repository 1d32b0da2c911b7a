//! Committees: the register, one of them, and what happens in it.

use super::cases::{ActSummary, EvidenceView, NamedText, NextActView, RoadStep};
use super::wire;

/// What happens in a committee. Organizations and people are named by id or by name.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CommitteeRequest {
    /// It is called otherwise.
    Name {
        /// How.
        name: String,
        /// Why.
        reason: String,
    },
    /// What it covers.
    Describe {
        /// Its scope.
        scope: String,
        /// One of the five sectors, by its word or its name; empty where it is not known.
        sector: String,
        /// Its field of activity (SCIAN).
        activity: String,
    },
    /// An organization takes part.
    AddOrganization {
        /// What it is called.
        name: String,
        /// What it is: `COMPANY`, `CHAMBER`, `UNION`, `EDUCATION`, `GOVERNMENT`, `CIVIL`.
        kind: String,
    },
    /// An organization is corrected.
    CorrectOrganization {
        /// Which one.
        organization: String,
        /// What it is called.
        name: String,
        /// What it is.
        kind: String,
    },
    /// Two organizations are one under two spellings.
    Join {
        /// The one that stays.
        kept: String,
        /// The one that is the same.
        gone: String,
    },
    /// They were not.
    Part {
        /// The one that was joined.
        gone: String,
    },
    /// Somebody is seated.
    Seat {
        /// Who.
        name: String,
        /// The post.
        post: String,
        /// For which organization.
        organization: String,
        /// `CHAIR`, `VICE_CHAIR`, `MEMBER` or `TECHNICAL_SECRETARY`.
        office: String,
        /// Since when; today where it is empty.
        on: String,
    },
    /// Somebody leaves.
    Leave {
        /// Who.
        member: String,
        /// When; today where it is empty.
        on: String,
        /// Why.
        reason: String,
    },
    /// A standard is planned.
    Plan {
        /// Its title.
        title: String,
    },
    /// It no longer is.
    Drop {
        /// Which one, by id or by title.
        planned: String,
    },
    /// Something is to be done.
    Programme {
        /// What.
        what: String,
        /// Who answers for it.
        who: String,
        /// By when (AAAA-MM-DD); empty where there is no day.
        by: String,
    },
    /// It was done.
    Done {
        /// Which one, by id or by what it says.
        activity: String,
    },
    /// A contact with the committee.
    Contact {
        /// With whom.
        with: String,
        /// About what.
        about: String,
        /// When; today where it is empty.
        on: String,
    },
    /// Advice or training that it asked for.
    Advise {
        /// Whom.
        with: String,
        /// About what.
        about: String,
        /// When; today where it is empty.
        on: String,
    },
    /// A criterion is judged.
    Judge {
        /// Which one, by its id.
        criterion: String,
        /// `MET`, `NOT_MET`, `NOT_CLAIMED` or `PENDING`.
        result: String,
        /// On what.
        note: String,
    },
    /// It was brought in by mistake.
    PutAway {
        /// Why.
        reason: String,
    },
}

wire! {
    /// Which committees are asked for.
    pub struct AskCommittees {
        /// Words of the name, the sector or an organization; all where it is empty.
        pub query: String,
        /// In which state; any where it is empty.
        pub state: String,
        /// Of which sector; any where it is empty.
        pub sector: String,
    }

    /// The register of committees.
    pub struct CommitteesView {
        /// Those that were asked for.
        pub rows: Vec<CommitteeRow>,
        /// How many there are in all.
        pub total: u32,
        /// How many are of each sector, in the order of the office's reports.
        pub sectors: Vec<CountOf>,
        /// How many are in each state.
        pub states: Vec<CountOf>,
        /// The advice given in this year.
        pub advisories: u32,
    }

    /// How many there are of something.
    pub struct CountOf {
        /// Its word.
        pub code: String,
        /// Its name.
        pub name: String,
        /// How many.
        pub count: u32,
    }

    /// A committee in a line.
    pub struct CommitteeRow {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
        /// Its sector, in words.
        pub sector: String,
        /// Its state.
        pub state: String,
        /// The same, in words.
        pub state_name: String,
        /// Since when, in words.
        pub since: String,
        /// What is missing, or what comes next.
        pub says: String,
        /// Who holds it.
        pub holder: String,
        /// Until when, in words, or `sin plazo`.
        pub due: String,
        /// Working days left.
        pub working_days_left: Option<i32>,
        /// How that stands.
        pub pace: String,
        /// On what basis.
        pub basis: String,
        /// Whether it was registered as found.
        pub as_found: bool,
        /// How many people are in it today.
        pub members: u32,
    }

    /// A committee to begin.
    pub struct BeginCommittee {
        /// Its name.
        pub name: String,
        /// The day; today where it is empty.
        pub on: String,
        /// With whom one met, where it begins with an approach.
        pub contact: String,
        /// About what.
        pub about: String,
        /// The letter in which it applies; empty where it has not applied.
        pub letter: String,
    }

    /// Something that happened in a committee.
    pub struct CommitteeDeed {
        /// The committee, by id or by name.
        pub committee: String,
        /// What happened.
        pub deed: CommitteeRequest,
    }

    /// A committee on a day.
    pub struct AskCommittee {
        /// The committee, by id or by name.
        pub committee: String,
        /// The day whose roster is asked for; today where it is empty.
        pub on: String,
    }

    /// A committee.
    pub struct CommitteeView {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
        /// Its scope.
        pub scope: String,
        /// Its sector.
        pub sector: String,
        /// The same, in words.
        pub sector_name: String,
        /// Its field of activity.
        pub activity: String,
        /// What its case is about.
        pub kind: String,
        /// The same, in words.
        pub kind_name: String,
        /// Its state.
        pub state: String,
        /// The same, in words.
        pub state_name: String,
        /// Who holds it.
        pub holder: String,
        /// Since when, in words.
        pub since: String,
        /// Whether it was registered as found.
        pub as_found: bool,
        /// Whether it was put away.
        pub away: bool,
        /// The road as it is drawn.
        pub road: Vec<RoadStep>,
        /// What may come next.
        pub next: Vec<NextActView>,
        /// The acts of the road.
        pub acts: Vec<ActSummary>,
        /// How each criterion stands.
        pub criteria: Vec<CriterionView>,
        /// Whether it may go to COVACEC, as far as its criteria say.
        pub ready: bool,
        /// The roster of the day that was asked for.
        pub roster: Vec<MemberView>,
        /// That day, in words.
        pub roster_day: String,
        /// Those who left by then.
        pub former: Vec<MemberView>,
        /// The organizations.
        pub organizations: Vec<OrganizationView>,
        /// Pairs that may be one under two spellings.
        pub alike: Vec<AlikeView>,
        /// The standards it plans.
        pub planned: Vec<PlannedView>,
        /// Its work programme.
        pub programme: Vec<ProgrammeView>,
        /// Contacts and advice, the last one first.
        pub log: Vec<EntryView>,
        /// How many times it was advised in this year.
        pub advisories: u32,
        /// Its changes of officers, the last one first.
        pub changes: Vec<OfficerChangeView>,
        /// The standards here that name it.
        pub standards: Vec<CommitteeStandard>,
        /// What happened, the last act first.
        pub history: Vec<CommitteeAct>,
    }

    /// A change of officers: who goes on, or who follows whom.
    pub struct OfficerChangeView {
        /// Its id.
        pub id: String,
        /// `RATIFICATION` or `SUBSTITUTION`.
        pub kind: String,
        /// In words: «Ana Ruiz (Presidencia): la sustituye Eva Solís».
        pub says: String,
        /// Where it stands.
        pub state: String,
        /// The same, in words.
        pub state_name: String,
        /// Since when, in words.
        pub since: String,
        /// What may come next.
        pub next: Vec<NextActView>,
    }

    /// A change of officers to begin.
    pub struct BeginOfficerChange {
        /// The committee.
        pub committee: String,
        /// Who goes on, or is followed: by id or by name.
        pub member: String,
        /// Who follows; empty where it is a ratification.
        pub successor: String,
        /// The post of whoever follows.
        pub post: String,
        /// The organization of whoever follows; the same where it is empty.
        pub organization: String,
        /// The day of the request; today where it is empty.
        pub on: String,
        /// The request.
        pub path: String,
    }

    /// A criterion of a committee.
    pub struct CriterionView {
        /// Its id.
        pub id: String,
        /// Its group.
        pub group: String,
        /// What it asks for.
        pub says: String,
        /// On what basis.
        pub basis: String,
        /// The evidence to ask for.
        pub evidence: String,
        /// Whether it is counted, so that nobody judges it.
        pub computed: bool,
        /// Whether a committee that lacks it does not go to COVACEC.
        pub blocks: bool,
        /// `MET`, `NOT_MET`, `NOT_CLAIMED` or `PENDING`.
        pub result: String,
        /// The same, in words.
        pub result_name: String,
        /// On what: what was counted, or what whoever judged wrote.
        pub note: String,
        /// What is to be done of it; empty where nothing is.
        pub hint: String,
        /// Who judged it, and when; empty where nobody did.
        pub by: String,
        /// The files that stand for it.
        pub files: Vec<EvidenceView>,
    }

    /// Somebody in a committee.
    pub struct MemberView {
        /// Which one.
        pub id: String,
        /// Who.
        pub name: String,
        /// The post.
        pub post: String,
        /// The organization.
        pub organization: String,
        /// The office in the committee.
        pub office: String,
        /// The same, in words.
        pub office_name: String,
        /// Since when, in words.
        pub from: String,
        /// Until when, in words.
        pub until: Option<String>,
        /// Why, for one who left.
        pub reason: String,
    }

    /// An organization of a committee.
    pub struct OrganizationView {
        /// Which one.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// What it is.
        pub kind: String,
        /// The same, in words.
        pub kind_name: String,
        /// What it was joined to, being the same.
        pub joined_to: Option<String>,
    }

    /// Two organizations that may be one.
    pub struct AlikeView {
        /// The one.
        pub one: String,
        /// Its id.
        pub one_id: String,
        /// The other.
        pub other: String,
        /// Its id.
        pub other_id: String,
    }

    /// A standard that a committee plans.
    pub struct PlannedView {
        /// Which one.
        pub id: String,
        /// Its title.
        pub title: String,
    }

    /// A line of the work programme.
    pub struct ProgrammeView {
        /// Which one.
        pub id: String,
        /// What.
        pub what: String,
        /// Who.
        pub who: String,
        /// By when, in words.
        pub by: String,
        /// Whether it was done.
        pub done: bool,
    }

    /// A contact, or advice.
    pub struct EntryView {
        /// When, in words.
        pub on: String,
        /// With whom.
        pub with: String,
        /// About what.
        pub about: String,
        /// Whether it was advice.
        pub advisory: bool,
    }

    /// A standard of a committee.
    pub struct CommitteeStandard {
        /// Its id.
        pub id: String,
        /// Its code.
        pub code: String,
        /// Its title.
        pub title: String,
        /// Where it stands.
        pub state_name: String,
    }

    /// An act of a committee in a line.
    pub struct CommitteeAct {
        /// Its number.
        pub number: u32,
        /// The day, in words.
        pub on: String,
        /// Who.
        pub by: String,
        /// What, in words.
        pub says: String,
    }

    /// A paper of a committee to write.
    pub struct ExportCommitteePaper {
        /// The committee.
        pub committee: String,
        /// `CRITERIA`, `ROSTER`, `INTEGRATION` or `LETTER`.
        pub paper: String,
        /// The act that a letter is of, by the state it led to; else the day of the roster.
        pub of: String,
        /// `PDF` or `DOCX`.
        pub kind: String,
        /// The file to write.
        pub path: String,
        /// Whether over what is there.
        pub replace: bool,
    }

    /// The letters of the office, as it writes them.
    pub struct LettersView {
        /// The office's own; the shipped ones where it has none.
        pub text: String,
        /// Whether they are the shipped ones.
        pub shipped: bool,
        /// The fields that a letter may name, and what each says.
        pub fields: Vec<NamedText>,
    }

    /// Letters to write down.
    pub struct SaveLetters {
        /// The text; the shipped ones where it is empty.
        pub text: String,
    }

    /// A list of committees to bring in.
    pub struct ImportCommittees {
        /// The file: CSV or workbook.
        pub path: String,
        /// Whether it is only looked at.
        pub dry_run: bool,
    }

    /// What was found in a list of committees.
    pub struct CommitteeImportView {
        /// The file's name.
        pub file: String,
        /// How many committees came in, or would.
        pub taken: u32,
        /// How many people.
        pub people: u32,
        /// How many of them were here already and stay as they are.
        pub known: u32,
        /// What is wrong, row by row: nothing comes in while there is anything.
        pub wrong: Vec<WrongRow>,
        /// Whether it was only looked at.
        pub dry_run: bool,
    }

    /// A row that is wrong.
    pub struct WrongRow {
        /// Its number in the file.
        pub row: u32,
        /// What is wrong.
        pub says: String,
    }
}
