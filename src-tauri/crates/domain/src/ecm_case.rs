//! The road of a brand standard: its owner's method, the same committees, and an agreement.
//!
//! It has no map, expert group nor instrument in the office's forms: the criteria of brand standards
//! stand in their place, and it is operated only under an agreement with its owner.
//!
//! The criteria are judged in their review, so they are asked for where it ends: on the agenda of
//! COVACEC. The process names no drafting of a sheet: it is edited as a proposal and when it was sent
//! back, and is closed while somebody judges it.

use crate::ec::code::Code;
use crate::ec_case::{Destination, Editing};
use crate::road::{Case, Limit, State, Way, state_words};
use crate::vocabulary;
use crate::waiting::Scene;

/// A brand standard's case.
pub type EcmCase = Case<EcmState>;

vocabulary! {
    /// Where a brand standard is on its road.
    pub enum EcmState {
        /// Its owner and a committee propose it.
        Proposed = "PROPOSED",
        /// Its criteria are being reviewed.
        CriteriaReview = "CRITERIA_REVIEW",
        /// It was sent back with observations.
        Returned = "RETURNED",
        /// It is on the agenda of a session of COVACEC.
        CovacecOnAgenda = "COVACEC_ON_AGENDA",
        /// COVACEC found it pertinent.
        CovacecPertinent = "COVACEC_PERTINENT",
        /// COVACEC did not.
        CovacecNotPertinent = "COVACEC_NOT_PERTINENT",
        /// COVACEC put it off.
        Deferred = "DEFERRED",
        /// It is before the Comité Técnico.
        TcSubmitted = "TC_SUBMITTED",
        /// The Comité Técnico approved it.
        TcApproved = "TC_APPROVED",
        /// The Comité Técnico did not.
        TcNotApproved = "TC_NOT_APPROVED",
        /// The Comité Técnico put it off.
        TcDeferred = "TC_DEFERRED",
        /// It has its code.
        Coded = "CODED",
        /// It was sent to the gazette.
        DofSent = "DOF_SENT",
        /// The gazette published it.
        DofPublished = "DOF_PUBLISHED",
        /// The agreement with its owner is signed.
        AgreementSigned = "AGREEMENT_SIGNED",
        /// It is in the registry and in force.
        RenecActive = "RENEC_ACTIVE",
        /// It was not taken on.
        Rejected = "REJECTED",
        /// Its owner withdrew it.
        Withdrawn = "WITHDRAWN",
        /// Nobody answered in time.
        Expired = "EXPIRED",
    }
}

use EcmState::{
    AgreementSigned, Coded, CovacecNotPertinent, CovacecOnAgenda, CovacecPertinent, CriteriaReview,
    Deferred, DofPublished, DofSent, Expired, Proposed, Rejected, RenecActive, Returned,
    TcApproved, TcDeferred, TcNotApproved, TcSubmitted, Withdrawn,
};

/// Every state before the approval: from there its owner may withdraw.
const BEFORE_APPROVAL: &[EcmState] = &[
    Proposed,
    CriteriaReview,
    Returned,
    CovacecOnAgenda,
    CovacecPertinent,
    CovacecNotPertinent,
    Deferred,
    TcSubmitted,
    TcNotApproved,
    TcDeferred,
];

const COVACEC: &str = "COVACEC";
const CPD: &str = "CPD";
const CONOCER: &str = "CONOCER";
const COSU: &str = "COSU";
const OWNER: &str = "Titular";
const TC: &str = "Comité Técnico";
const PRESENTER: &str = "Vocal Ponente y Secretaría Técnica";

/// The procedure. The first way out of a state is the one that goes on.
#[rustfmt::skip] // A table is read down its columns.
const ROAD: &[Way<EcmState>] = &[
    way(&[Proposed],                     CriteriaReview,      CPD,     &[]),
    way(&[Returned],                     CriteriaReview,      OWNER,   &["ROAD-CRITERIA_REVIEW-1"]),
    way(&[CriteriaReview, Deferred],     CovacecOnAgenda,     PRESENTER, &["ECM-1", "ECM-2", "ECM-3", "ECM-4", "EC-PRO-5"]),
    way(&[CovacecOnAgenda],              CovacecPertinent,    COVACEC, &["ROAD-COVACEC_ON_AGENDA-1", "ROAD-COVACEC_PERTINENT-1"]),
    way(&[CovacecOnAgenda],              CovacecNotPertinent, COVACEC, &["ROAD-COVACEC_ON_AGENDA-1", "ROAD-COVACEC_NOT_PERTINENT-1"]),
    way(&[CovacecOnAgenda],              Deferred,            COVACEC, &["ROAD-COVACEC_ON_AGENDA-1", "ROAD-DEFERRED-1"]),
    way(&[CovacecPertinent, TcDeferred], TcSubmitted,         "Dirección General", &["ROAD-TC_SUBMITTED-1"]),
    way(&[TcSubmitted],                  TcApproved,          TC,      &["ROAD-TC_APPROVED-1", "ROAD-TC_APPROVED-2"]),
    way(&[TcSubmitted],                  TcNotApproved,       TC,      &["ROAD-TC_NOT_APPROVED-1"]),
    way(&[TcSubmitted],                  TcDeferred,          TC,      &["ROAD-TC_DEFERRED-1"]),
    way(&[TcApproved],                   Coded,               "CPD y COSU", &["ROAD-CODED-1"]),
    way(&[Coded],                        DofSent,             CONOCER, &["ROAD-DOF_SENT-1", "ROAD-DOF_SENT-2"]),
    way(&[DofSent],                      DofPublished,        CONOCER, &["ROAD-DOF_PUBLISHED-1"]),
    way(&[DofPublished],                 AgreementSigned,     "CONOCER y titular", &["ROAD-AGREEMENT_SIGNED-1"]),
    way(&[AgreementSigned],              RenecActive,         COSU,    &["ROAD-RENEC_ACTIVE-1"]),
    way(&[CriteriaReview, CovacecNotPertinent, Deferred, TcNotApproved, TcDeferred],
                                         Returned,            CPD,     &["ROAD-RETURNED-1"]),
    way(&[Proposed, CovacecNotPertinent, TcNotApproved],
                                         Rejected,            CPD,     &["ROAD-REJECTED-1"]),
    way(BEFORE_APPROVAL,                 Withdrawn,           OWNER,   &["ROAD-WITHDRAWN-1"]),
    way(&[Returned],                     Expired,             CPD,     &["ROAD-EXPIRED-1"]),
];

const fn way(
    from: &'static [EcmState],
    to: EcmState,
    who: &'static str,
    needs: &'static [&'static str],
) -> Way<EcmState> {
    Way {
        from,
        to,
        who,
        needs,
    }
}

impl State for EcmState {
    const ROAD: &'static str = "ECM";
    const STARTS: &'static [EcmState] = &[Proposed];

    state_words!();

    fn takes_code(code: Code) -> bool {
        matches!(code, Code::Ecm(_))
    }

    fn ways() -> &'static [Way<EcmState>] {
        ROAD
    }

    fn limit(case: &EcmCase, scene: &Scene<'_>) -> Option<Limit> {
        match case.state() {
            // What is known of the gazette is counted from the approval.
            DofSent => {
                let approved = case.entered(TcApproved).map(|step| step.on);
                Limit::from_day(case, approved.unwrap_or(case.since()), scene)
            }
            _ => Limit::of_state(case, scene),
        }
    }
}

/// What a packet for COVACEC carries.
const COVACEC_PACKET: &[&str] = &["ROAD-CRITERIA_REVIEW-2", "ECM-1", "ECM-2", "ECM-3", "ECM-4"];

/// The states from which a packet is made: while its criteria are reviewed, and until it is decided.
pub const fn packet_states(destination: Destination) -> &'static [EcmState] {
    match destination {
        Destination::Covacec => &[CriteriaReview, CovacecOnAgenda, Deferred, CovacecPertinent],
        Destination::TechnicalCommittee => &[CovacecPertinent, TcSubmitted, TcDeferred],
        Destination::Dof => &[Coded, DofSent],
        Destination::Renec => &[AgreementSigned, RenecActive],
    }
}

/// What a packet asks for, all of it; nothing for the packets whose forms are not written yet.
pub const fn packet_requirements(destination: Destination) -> Option<&'static [&'static str]> {
    match destination {
        Destination::Covacec => Some(COVACEC_PACKET),
        Destination::TechnicalCommittee | Destination::Dof | Destination::Renec => None,
    }
}

impl EcmState {
    /// What an edit does to a case that is here: the sheet of one that is being judged is mended
    /// once it is sent back.
    pub const fn editing(self) -> Editing {
        match self {
            Proposed | Returned => Editing::Free,
            CriteriaReview | CovacecOnAgenda | CovacecPertinent | CovacecNotPertinent
            | Deferred | TcSubmitted | TcApproved | TcNotApproved | TcDeferred | Coded
            | DofSent | DofPublished | AgreementSigned | RenecActive | Rejected | Withdrawn
            | Expired => Editing::Closed,
        }
    }

    /// Its name in Spanish.
    #[rustfmt::skip] // A table is read down its columns.
    pub const fn says(self) -> &'static str {
        match self {
            Proposed            => "Propuesta",
            CriteriaReview      => "Revisión de criterios",
            Returned            => "Con observaciones",
            CovacecOnAgenda     => "En orden del día de COVACEC",
            CovacecPertinent    => "Pertinente",
            CovacecNotPertinent => "No pertinente",
            Deferred            => "Diferido por COVACEC",
            TcSubmitted         => "Presentado al Comité Técnico",
            TcApproved          => "Aprobado",
            TcNotApproved       => "No aprobado",
            TcDeferred          => "Diferido por el Comité Técnico",
            Coded               => "Clave asignada",
            DofSent             => "Enviado al DOF",
            DofPublished        => "Publicado en el DOF",
            AgreementSigned     => "Convenio firmado",
            RenecActive         => "Inscrito / vigente",
            Rejected            => "Rechazada",
            Withdrawn           => "Desistida",
            Expired             => "Vencida",
        }
    }

    /// Who holds a case that is here, in Spanish; empty where nobody does.
    pub const fn holder(self) -> &'static str {
        match self {
            Proposed | CriteriaReview | CovacecNotPertinent | TcNotApproved => CPD,
            Returned => OWNER,
            CovacecOnAgenda => COVACEC,
            Deferred => PRESENTER,
            CovacecPertinent | TcDeferred => "Dirección General",
            TcSubmitted => TC,
            TcApproved => "CPD y COSU",
            Coded | DofSent => CONOCER,
            DofPublished => "CONOCER y titular",
            AgreementSigned => COSU,
            RenecActive | Rejected | Withdrawn | Expired => "",
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
        holds_together(&[RenecActive, Rejected, Withdrawn, Expired]);
    }

    proptest! {
        #[test]
        fn no_walk_leaves_the_road(walk in any_walk()) {
            thread_local!(static PACK: RulePack = RulePack::shipped());
            PACK.with(|pack| take_walk::<EcmState>(walk, pack));
        }
    }
}
