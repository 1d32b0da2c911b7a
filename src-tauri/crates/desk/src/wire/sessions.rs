//! Sessions of COVACEC and of the Comité Técnico.

use super::wire;

/// What happens in a session of COVACEC. A matter is named by its id or by its place on the agenda.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SessionRequest {
    /// A case is put on the agenda.
    Put {
        /// A committee or a standard, by id, name or code.
        case: String,
        /// Who presents it.
        presenter: String,
    },
    /// It is taken off.
    Take {
        /// Which matter.
        matter: String,
    },
    /// What the quorum is counted on is said.
    Base {
        /// `SEATS` or `PERSONS`.
        base: String,
    },
    /// Who is in a seat.
    Attend {
        /// The number of the seat.
        seat: u8,
        /// `HOLDER`, `SUBSTITUTE` or `ABSENT`.
        presence: String,
        /// Who stands in.
        name: String,
    },
    /// A guest, with a voice alone.
    Guest {
        /// Who.
        name: String,
    },
    /// It is opened.
    Open {},
    /// A seat votes.
    Vote {
        /// On what.
        matter: String,
        /// The number of the seat.
        seat: u8,
        /// `IN_FAVOUR`, `AGAINST`, `ABSTENTION` or `RECUSED`.
        vote: String,
    },
    /// A vote that was written down wrong is taken back.
    Unvote {
        /// On what.
        matter: String,
        /// The number of the seat.
        seat: u8,
    },
    /// Whoever presides decides a tie.
    Cast {
        /// Of what.
        matter: String,
        /// Whether in favour.
        in_favour: bool,
    },
    /// The count is declared.
    Declare {
        /// Of what.
        matter: String,
        /// Why; asked for where it is not in favour.
        reasons: String,
    },
    /// A matter is put off.
    Defer {
        /// Which one.
        matter: String,
        /// What is lacking.
        reasons: String,
    },
    /// How a resolution of an earlier session stands.
    Follow {
        /// Its number, as printed.
        resolution: String,
        /// How it stands.
        says: String,
        /// Whether nothing more is to be done.
        done: bool,
    },
}

wire! {
    /// A session to begin.
    pub struct BeginSession {
        /// `ORDINARY` or `EXTRAORDINARY`.
        pub kind: String,
        /// The day it is held (AAAA-MM-DD).
        pub on: String,
        /// Where, or by which means.
        pub place: String,
    }

    /// Something that happened in a session.
    pub struct SessionDeed {
        /// The session: its id, or its number in the year, «3/2026».
        pub session: String,
        /// What happened.
        pub deed: SessionRequest,
    }

    /// A session is called, ends or is called off: it leaves a paper, and moves its cases.
    pub struct SessionStep {
        /// The session.
        pub session: String,
        /// `CALL`, `CLOSE` or `CANCEL`.
        pub step: String,
        /// The day its notice was sent; today where it is empty.
        pub on: String,
        /// Other matters that were spoken of, or why it is called off.
        pub says: String,
    }

    /// The sessions of COVACEC.
    pub struct SessionsView {
        /// The last one first.
        pub sessions: Vec<SessionLine>,
        /// What may be put on an agenda.
        pub ready: Vec<ReadyCase>,
        /// By when the next one is due, in words, and on what basis.
        pub next_due: String,
        /// Earlier resolutions that still wait for something.
        pub pending: Vec<ResolutionView>,
    }

    /// A session in a line.
    pub struct SessionLine {
        /// Its id.
        pub id: String,
        /// Its name: «3.ª sesión ordinaria de 2026».
        pub name: String,
        /// Its number in the year, «3/2026».
        pub number: String,
        /// The day, in words.
        pub on: String,
        /// The same, as it is written in files.
        pub day: String,
        /// `DRAFT`, `CALLED`, `OPEN`, `CLOSED` or `CANCELLED`.
        pub state: String,
        /// The same, in words.
        pub state_name: String,
        /// How many matters it has.
        pub matters: u32,
    }

    /// A case that may be put on an agenda.
    pub struct ReadyCase {
        /// Its id.
        pub id: String,
        /// What it is called.
        pub title: String,
        /// What it is about, in words.
        pub kind: String,
        /// Since when it waits, in words.
        pub since: String,
        /// Where it stands, in words.
        pub state_name: String,
    }

    /// A session.
    pub struct SessionView {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
        /// Its number in the year.
        pub number: String,
        /// The day, in words.
        pub on: String,
        /// Where.
        pub place: String,
        /// `DRAFT`, `CALLED`, `OPEN`, `CLOSED` or `CANCELLED`.
        pub state: String,
        /// The same, in words.
        pub state_name: String,
        /// The first day it may be held if its notice is sent today, in words, and the basis.
        pub notice: String,
        /// When its notice was sent, in words.
        pub called: String,
        /// What the quorum is counted on; empty until it is said.
        pub base: String,
        /// Whether the composition is confirmed by an official text.
        pub confirmed: bool,
        /// What a majority is of, in words.
        pub majority: String,
        /// The quorum now.
        pub quorum: Option<QuorumView>,
        /// Its seats.
        pub seats: Vec<SeatView>,
        /// Its agenda.
        pub matters: Vec<MatterView>,
        /// Guests.
        pub guests: Vec<String>,
        /// What may be put on its agenda.
        pub ready: Vec<ReadyCase>,
        /// What was said of earlier resolutions.
        pub follow_up: Vec<FollowUpView>,
        /// Earlier resolutions that still wait for something.
        pub pending: Vec<ResolutionView>,
        /// Other matters, or why it was called off.
        pub others: String,
        /// The digest of its minutes, once they are kept.
        pub minutes: Option<String>,
    }

    /// The quorum.
    pub struct QuorumView {
        /// How many there are.
        pub present: u32,
        /// How many are needed.
        pub needed: u32,
        /// Of how many.
        pub of: u32,
        /// Whether it holds.
        pub holds: bool,
        /// In words.
        pub says: String,
    }

    /// A seat.
    pub struct SeatView {
        /// Its number.
        pub number: u8,
        /// What it is, in words.
        pub role: String,
        /// The post.
        pub post: String,
        /// Who holds it; empty while it is vacant.
        pub holder: String,
        /// Whether the holder is in charge of the office.
        pub acting: bool,
        /// Who was named to stand in.
        pub substitute: String,
        /// Who sits in it; empty where nobody does.
        pub sitting: String,
        /// Whether whoever sits there stands in.
        pub stands_in: bool,
        /// Whether it presides now.
        pub presides: bool,
        /// Whether it votes now.
        pub votes: bool,
        /// The other seat of the same person.
        pub same_as: Option<u8>,
    }

    /// A matter of the agenda.
    pub struct MatterView {
        /// Its id.
        pub id: String,
        /// Its place, from 1.
        pub place: u32,
        /// What it is about, in words.
        pub kind: String,
        /// The case.
        pub case: String,
        /// Whether the case is a committee's.
        pub is_committee: bool,
        /// What it is called.
        pub title: String,
        /// Who presents it.
        pub presenter: String,
        /// How each seat voted.
        pub votes: Vec<VoteView>,
        /// In favour.
        pub in_favour: u32,
        /// Against.
        pub against: u32,
        /// Abstentions.
        pub abstentions: u32,
        /// Recused.
        pub recused: u32,
        /// How many have not voted.
        pub waited_for: u32,
        /// How many in favour are needed, and of how many.
        pub needed: String,
        /// `CARRIED`, `NOT_CARRIED`, `TIED` or `OPEN`.
        pub outcome: String,
        /// What follows if it is declared now, in words.
        pub follows: String,
        /// Whether a casting vote was given.
        pub casting: Option<bool>,
        /// The number of its resolution, once it was declared.
        pub resolution: String,
        /// What was declared, in words; empty until then.
        pub declared: String,
        /// Why.
        pub reasons: String,
    }

    /// A vote.
    pub struct VoteView {
        /// The number of the seat.
        pub seat: u8,
        /// `IN_FAVOUR`, `AGAINST`, `ABSTENTION` or `RECUSED`.
        pub vote: String,
        /// The same, in words.
        pub vote_name: String,
    }

    /// What was said of an earlier resolution.
    pub struct FollowUpView {
        /// Its number.
        pub resolution: String,
        /// How it stands.
        pub says: String,
        /// Whether nothing more is to be done.
        pub done: bool,
    }

    /// A resolution.
    pub struct ResolutionView {
        /// Its number.
        pub number: String,
        /// What it is of.
        pub title: String,
        /// What was decided, in words.
        pub declared: String,
        /// Why, or what is lacking.
        pub reasons: String,
        /// What was last said of it.
        pub last: String,
    }

    /// The compositions of COVACEC, as the office writes them.
    pub struct CompositionView {
        /// The text.
        pub text: String,
        /// The one in force today: its seats in a line each.
        pub seats: Vec<SeatView>,
        /// Since when, in words.
        pub from: String,
        /// Whether an official text confirms it.
        pub confirmed: bool,
    }

    /// Compositions to write down.
    pub struct SaveComposition {
        /// The text; the shipped one where it is empty.
        pub text: String,
    }

    /// A paper of a session to write.
    pub struct ExportSessionPaper {
        /// The session.
        pub session: String,
        /// `NOTICE` or `MINUTES`.
        pub paper: String,
        /// `PDF` or `DOCX`.
        pub kind: String,
        /// The file to write.
        pub path: String,
        /// Whether over what is there.
        pub replace: bool,
    }

    /// What the Comité Técnico decided in a session, of one standard or several under one resolution.
    pub struct RecordTc {
        /// The standards.
        pub standards: Vec<String>,
        /// `TC_SUBMITTED`, `TC_APPROVED`, `TC_NOT_APPROVED` or `TC_DEFERRED`.
        pub act: String,
        /// The number of the resolution, where it approves.
        pub resolution: String,
        /// The day of the session.
        pub on: String,
        /// The agenda, or the constancia.
        pub path: String,
        /// Why, where it does not approve.
        pub reason: String,
    }
}
