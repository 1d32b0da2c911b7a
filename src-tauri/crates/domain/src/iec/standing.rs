//! How far an instrument is: drafted, validated, frozen with its standard; and its editions.
//!
//! It is read off the acts of the instrument's own chain, and never stored. The road of its standard
//! validates and freezes it, and opens it again with the standard. An instrument whose standard is
//! approved is changed by an edition of its own, which has a short road: drafted, validated with its
//! coverage complete, frozen; the standard stays where it is.

use crate::act::Act;
use crate::ec_case::EcState;
use crate::edition::Digest;
use crate::project::Stage;
use crate::vocabulary;

vocabulary! {
    /// How far an instrument is.
    pub enum IecState {
        /// It is being drafted.
        Draft = "DRAFT",
        /// Every leaf has an item, and no rule finds an error.
        CoverageOk = "COVERAGE_OK",
        /// The expert group validated it as it stands.
        GteValidated = "GTE_VALIDATED",
        /// It was tried as it was validated.
        Piloted = "PILOTED",
        /// It was mended after it was tried.
        Adjusted = "ADJUSTED",
        /// It was endorsed with its standard, and is frozen.
        Endorsed = "ENDORSED",
        /// Its standard is before those who judge it.
        InMethodReview = "IN_METHOD_REVIEW",
        /// Its standard was sent back with observations.
        Returned = "RETURNED",
        /// Its standard was approved.
        Approved = "APPROVED",
        /// Its standard was published.
        InForce = "IN_FORCE",
        /// A later edition took its place, or its standard is no longer in force.
        Superseded = "SUPERSEDED",
    }
}

vocabulary! {
    /// What moves an instrument on; each is an act of its own chain.
    pub enum IecAct {
        /// The expert group validates it.
        Validated = "IEC_VALIDATED",
        /// It is frozen: its canonical JSON is kept under its digest.
        Frozen = "IEC_FROZEN",
        /// Its standard is drafted again, and it with it.
        Reopened = "IEC_REOPENED",
        /// An edition of its own is begun.
        EditionBegun = "IEC_EDITION_BEGUN",
        /// What opened it was taken back, or the edition given up: it stands again as it was frozen.
        Restored = "IEC_RESTORED",
    }
}

/// Where the acts of an instrument leave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IecStanding {
    /// Whether its words stay as they are.
    pub closed: bool,
    /// The number of the act that began the edition of its own that is open.
    pub alone: Option<u64>,
    /// What was last validated of it since it is open: the subject of that act.
    pub validated: Option<Digest>,
    /// How many editions were frozen.
    pub editions: u32,
}

impl IecStanding {
    /// Read off the acts of its chain.
    pub fn of<'a>(acts: impl IntoIterator<Item = &'a Act>) -> IecStanding {
        let mut standing = IecStanding::default();
        for act in acts {
            let Some(known) = IecAct::from_code(&act.act) else {
                continue;
            };
            let number = Some(act.number);
            standing = match known {
                IecAct::Validated => IecStanding {
                    validated: act.subject,
                    ..standing
                },
                IecAct::Frozen => IecStanding {
                    closed: true,
                    alone: None,
                    editions: standing.editions + 1,
                    ..standing
                },
                IecAct::Restored => IecStanding {
                    closed: true,
                    alone: None,
                    ..standing
                },
                IecAct::Reopened => IecStanding {
                    closed: false,
                    alone: None,
                    validated: None,
                    ..standing
                },
                IecAct::EditionBegun => IecStanding {
                    closed: false,
                    alone: number,
                    validated: None,
                    ..standing
                },
            };
        }
        standing
    }

    /// How far it is: `says` is what it says now, `ready` whether it covers its standard without errors.
    pub fn state(self, stage: Stage, says: &Digest, ready: bool) -> IecState {
        if self.closed {
            return frozen_at(stage);
        }
        let validated = self.validated.as_ref() == Some(says);
        let tried = self.alone.is_none() && stage == Stage::Ec(EcState::Pilot);
        match (tried, validated, ready) {
            (true, true, _) => IecState::Piloted,
            (true, false, _) => IecState::Adjusted,
            (false, true, _) => IecState::GteValidated,
            (false, false, true) => IecState::CoverageOk,
            (false, false, false) => IecState::Draft,
        }
    }
}

/// What a frozen instrument is where its standard is here.
fn frozen_at(stage: Stage) -> IecState {
    use EcState as At;
    let Stage::Ec(stage) = stage else {
        return IecState::Endorsed; // A brand standard has no instrument of this form.
    };
    match stage {
        At::MethodReview
        | At::CovacecReady
        | At::CovacecOnAgenda
        | At::CovacecPertinent
        | At::CovacecNotPertinent
        | At::Deferred
        | At::TcSubmitted
        | At::TcNotApproved
        | At::TcDeferred => IecState::InMethodReview,
        At::Returned => IecState::Returned,
        At::TcApproved | At::Coded | At::DofSent => IecState::Approved,
        At::DofPublished
        | At::RenecActive
        | At::ReviewDue
        | At::BajaRequested
        | At::BajaInReview
        | At::BajaApproved => IecState::InForce,
        At::Superseded | At::Historical | At::Inactive => IecState::Superseded,
        At::Proposed
        | At::GteReady
        | At::MfDraft
        | At::MfValidated
        | At::EcDraft
        | At::EcValidated
        | At::IecDraft
        | At::IecValidated
        | At::Pilot
        | At::Endorsement
        | At::SupportFile
        | At::InUpdate
        | At::Rejected
        | At::Withdrawn
        | At::Expired => IecState::Endorsed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Draft;

    fn acts(words: &[(&str, &str)]) -> Vec<Act> {
        let mut acts: Vec<Act> = Vec::new();
        for (word, text) in words {
            let draft = Draft {
                act: (*word).to_owned(),
                on: "2026-07-03".to_owned(),
                at: "2026-07-03T10:00:00.000Z".to_owned(),
                by: "Elena Robles".to_owned(),
                subject: Some(Digest::of(text.as_bytes())),
                ..Draft::default()
            };
            let act = Act::seal("iec", acts.last(), draft);
            acts.push(act);
        }
        acts
    }

    fn state(words: &[(&str, &str)], stage: EcState, now: &str, ready: bool) -> IecState {
        let acts = acts(words);
        let standing = IecStanding::of(&acts);
        standing.state(Stage::Ec(stage), &Digest::of(now.as_bytes()), ready)
    }

    #[test]
    fn it_goes_with_its_standard() {
        use EcState as At;
        let begun = ("IEC_BEGUN", "");
        let edit = ("EDIT", "a");
        let validated = ("IEC_VALIDATED", "a");
        let frozen = ("IEC_FROZEN", "a");

        let draft = &[begun, edit][..];
        assert_eq!(state(draft, At::IecDraft, "a", false), IecState::Draft);
        assert_eq!(state(draft, At::IecDraft, "a", true), IecState::CoverageOk);
        let valid = &[begun, edit, validated][..];
        assert_eq!(
            state(valid, At::IecValidated, "a", true),
            IecState::GteValidated
        );
        assert_eq!(
            state(valid, At::IecValidated, "b", true),
            IecState::CoverageOk,
            "an edit after it is validated is not validated"
        );
        assert_eq!(state(valid, At::Pilot, "a", true), IecState::Piloted);
        assert_eq!(state(valid, At::Pilot, "b", true), IecState::Adjusted);
        let froze = &[begun, edit, validated, frozen][..];
        for (stage, is) in [
            (At::Endorsement, IecState::Endorsed),
            (At::MethodReview, IecState::InMethodReview),
            (At::Returned, IecState::Returned),
            (At::TcApproved, IecState::Approved),
            (At::RenecActive, IecState::InForce),
            (At::Superseded, IecState::Superseded),
        ] {
            assert_eq!(state(froze, stage, "a", true), is);
        }
    }

    #[test]
    fn an_edition_of_its_own_is_open_until_it_is_frozen_or_given_up() {
        let frozen = [("IEC_VALIDATED", "a"), ("IEC_FROZEN", "a")];
        let begun = [frozen[0], frozen[1], ("IEC_EDITION_BEGUN", "a")];
        let open = IecStanding::of(&acts(&begun));
        assert!(!open.closed);
        assert_eq!((open.alone, open.validated), (Some(3), None));

        let ends = [(("IEC_FROZEN", "b"), 2), (("IEC_RESTORED", "a"), 1)];
        for (end, editions) in ends {
            let words = [begun[0], begun[1], begun[2], end];
            let standing = IecStanding::of(&acts(&words));
            assert!(standing.closed);
            assert_eq!((standing.alone, standing.editions), (None, editions));
        }
    }
}
