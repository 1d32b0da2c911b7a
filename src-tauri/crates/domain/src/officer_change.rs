//! The road of a change of officers: who chairs a committee, or sits on it, goes on or is replaced.
//!
//! The committee stays installed meanwhile. COVACEC decides.

use crate::road::{Case, State, Way, state_words};
use crate::vocabulary;

/// The case of a ratification or a substitution.
pub type OfficerChange = Case<OfficerChangeState>;

vocabulary! {
    /// Where a change of officers is on its road.
    pub enum OfficerChangeState {
        /// It was asked for.
        Requested = "REQUESTED",
        /// It is being reviewed.
        InReview = "IN_REVIEW",
        /// It is on the agenda of a session.
        OnAgenda = "ON_AGENDA",
        /// COVACEC found it admissible.
        Admissible = "ADMISSIBLE",
        /// COVACEC did not.
        NotAdmissible = "NOT_ADMISSIBLE",
        /// The roster says so.
        Recorded = "RECORDED",
    }
}

use OfficerChangeState::{Admissible, InReview, NotAdmissible, OnAgenda, Recorded, Requested};

const COVACEC: &str = "COVACEC";
const CPD: &str = "CPD";

/// The procedure.
#[rustfmt::skip] // A table is read down its columns.
const ROAD: &[Way<OfficerChangeState>] = &[
    way(&[Requested],  InReview,      CPD,     &[]),
    way(&[InReview],   OnAgenda,      "Secretaría Técnica", &["ROAD-ON_AGENDA-1"]),
    way(&[OnAgenda],   Admissible,    COVACEC, &["ROAD-ON_AGENDA-2", "ROAD-ADMISSIBLE-1"]),
    way(&[OnAgenda],   NotAdmissible, COVACEC, &["ROAD-ON_AGENDA-2", "ROAD-NOT_ADMISSIBLE-1"]),
    way(&[Admissible], Recorded,      CPD,     &["ROAD-RECORDED-1"]),
];

const fn way(
    from: &'static [OfficerChangeState],
    to: OfficerChangeState,
    who: &'static str,
    needs: &'static [&'static str],
) -> Way<OfficerChangeState> {
    Way {
        from,
        to,
        who,
        needs,
    }
}

impl State for OfficerChangeState {
    const ROAD: &'static str = "OFFICER";
    const STARTS: &'static [OfficerChangeState] = &[Requested];

    state_words!();

    fn ways() -> &'static [Way<OfficerChangeState>] {
        ROAD
    }

    fn begins_with(self) -> &'static [&'static str] {
        match self {
            Requested => &["ROAD-REQUESTED-1"],
            _ => &[], // No case begins elsewhere.
        }
    }
}

impl OfficerChangeState {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            Requested => "Cambio solicitado",
            InReview => "En revisión",
            OnAgenda => "En orden del día",
            Admissible => "Procedente",
            NotAdmissible => "No procedente",
            Recorded => "Registrado",
        }
    }

    /// Who holds a case that is here, in Spanish; empty where nobody does.
    pub const fn holder(self) -> &'static str {
        match self {
            Requested | InReview | Admissible => CPD,
            OnAgenda => COVACEC,
            NotAdmissible | Recorded => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::road::fixtures::{any_walk, holds_together, take_walk};
    use crate::rule_pack::RulePack;

    #[test]
    fn the_table_holds_together() {
        holds_together(&[NotAdmissible, Recorded]);
    }

    proptest! {
        #[test]
        fn no_walk_leaves_the_road(walk in any_walk()) {
            take_walk::<OfficerChangeState>(walk, &RulePack::shipped());
        }
    }
}
