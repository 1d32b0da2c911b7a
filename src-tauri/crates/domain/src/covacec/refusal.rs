//! Why something does not happen in a session of COVACEC.

use chrono::NaiveDate;

/// Why something does not happen in a session. The session stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Something that has to be said is not.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// No seat of that id.
    #[error("no such seat")]
    NoSuchSeat,
    /// No matter of that id.
    #[error("no such matter")]
    NoSuchMatter,
    /// The case is on the agenda.
    #[error("the case is on the agenda")]
    OnTheAgenda,
    /// Nothing is on the agenda.
    #[error("nothing is on the agenda")]
    EmptyAgenda,
    /// Its notice was sent.
    #[error("the notice was sent")]
    WasCalled,
    /// Its notice was not sent.
    #[error("the notice was not sent")]
    NotCalled,
    /// It has begun.
    #[error("the session has begun")]
    Begun,
    /// It has not.
    #[error("the session has not begun")]
    NotBegun,
    /// It is over.
    #[error("the session is over")]
    Over,
    /// It is opened on the day it was called for.
    #[error("the session is of {0}")]
    AnotherDay(NaiveDate),
    /// Nobody said what the quorum is counted on.
    #[error("the base of the quorum is unknown")]
    NoBase,
    /// There is no quorum.
    #[error("there is no quorum: {present} of {needed}")]
    NoQuorum {
        /// How many there are.
        present: usize,
        /// How many are needed.
        needed: usize,
        /// Whether somebody presides.
        presided: bool,
    },
    /// The seat is vacant.
    #[error("the seat is vacant")]
    Vacant,
    /// Whoever stands in holds a seat already.
    #[error("{0} is in another seat")]
    SitsElsewhere(String),
    /// Nobody is in the seat.
    #[error("nobody is in the seat")]
    NobodyThere,
    /// The seat has a voice, and no vote.
    #[error("the seat has no vote")]
    NoVote,
    /// The seat has voted.
    #[error("the seat has voted")]
    Voted,
    /// The seat has not voted.
    #[error("the seat has not voted")]
    NotVoted,
    /// The same person voted from another seat, and persons are counted.
    #[error("{0} has voted from another seat")]
    PersonVoted(String),
    /// The matter was declared.
    #[error("the matter was declared")]
    WasDeclared,
    /// Somebody has not voted.
    #[error("{0} have not voted")]
    Waiting(usize),
    /// It is tied: whoever presides has to decide, or it is put off.
    #[error("it is tied")]
    Tied,
    /// It is not tied.
    #[error("it is not tied")]
    NotTied,
    /// Whoever presides was recused and decides nothing.
    #[error("whoever presides was recused")]
    PresiderRecused,
    /// A matter was neither declared nor put off.
    #[error("{0} matters are open")]
    OpenMatters(usize),
}
