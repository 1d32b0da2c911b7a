//! The road of a committee, from its first approach to its renewal.
//!
//! A renewal and a restructuring walk the same road again: which of the three a case is about is
//! read off its acts. While officers change the committee stays installed, so that is a road of its
//! own ([`crate::officer_change`]).

use crate::road::{Case, State, Way, state_words};
use crate::vocabulary;

/// A committee's case.
pub type CgcCase = Case<CgcState>;

vocabulary! {
    /// Where a committee is on its road.
    pub enum CgcState {
        /// The sector has been approached.
        Prospect = "PROSPECT",
        /// It applied in writing.
        Applied = "APPLIED",
        /// Its criteria are being reviewed.
        InReview = "IN_REVIEW",
        /// It was sent back with observations.
        Returned = "RETURNED",
        /// It may go to COVACEC.
        Ready = "READY",
        /// It is on the agenda of a session.
        OnAgenda = "ON_AGENDA",
        /// COVACEC found it admissible.
        RuledAdmissible = "RULED_ADMISSIBLE",
        /// COVACEC did not.
        RuledNotAdmissible = "RULED_NOT_ADMISSIBLE",
        /// COVACEC put it off.
        Deferred = "DEFERRED",
        /// Its act of integration is being signed.
        ActSigning = "ACT_SIGNING",
        /// It is installed and in force.
        Installed = "INSTALLED",
        /// Its validity ended, or that of its officers.
        RenewalDue = "RENEWAL_DUE",
        /// Its scope, name or composition is changing.
        Restructuring = "RESTRUCTURING",
        /// It no longer works.
        Inactive = "INACTIVE",
        /// It withdrew.
        Withdrawn = "WITHDRAWN",
        /// Nobody answered in time.
        Expired = "EXPIRED",
        /// It was not admitted and ends here.
        Closed = "CLOSED",
    }
}

vocabulary! {
    /// What a case is about.
    pub enum CaseKind {
        /// A committee is formed.
        Integration = "INTEGRATION",
        /// A committee goes on.
        Renewal = "RENEWAL",
        /// A committee changes its scope, name or composition.
        Restructuring = "RESTRUCTURING",
        /// An officer goes on.
        Ratification = "RATIFICATION",
        /// An officer is replaced.
        Substitution = "SUBSTITUTION",
        /// Another committee answers for a standard, or shares it.
        EcOwnerChange = "EC_OWNER_CHANGE",
        /// A standard.
        EcProject = "EC_PROJECT",
        /// A brand standard.
        EcmProject = "ECM_PROJECT",
        /// Who certifies is authorized.
        SolutionAuthorization = "SOLUTION_AUTHORIZATION",
    }
}

use CgcState::{
    ActSigning, Applied, Closed, Deferred, Expired, InReview, Inactive, Installed, OnAgenda,
    Prospect, Ready, RenewalDue, Restructuring, Returned, RuledAdmissible, RuledNotAdmissible,
    Withdrawn,
};

/// Every state before the signing: from there the promoter may withdraw.
const BEFORE_SIGNING: &[CgcState] = &[
    Prospect,
    Applied,
    InReview,
    Returned,
    Ready,
    OnAgenda,
    RuledAdmissible,
    RuledNotAdmissible,
    Deferred,
];

/// What blocks a committee: a criterion of each group, and the rest that makes one ready. The other
/// criteria are judged and shown, and block nothing.
const CRITERIA: &[&str] = &["CGC-SOL-1", "CGC-ADM-0", "CGC-EDU-1", "CGC-ORG-1"];

const COVACEC: &str = "COVACEC";
const CPD: &str = "CPD";
const PROMOTER: &str = "Promotor";
const PRESENTER: &str = "Vocal Ponente y Secretaría Técnica";
const SECRETARY: &str = "Secretaría Técnica";

/// The procedure. The first way out of a state is the one that goes on.
#[rustfmt::skip] // A table is read down its columns.
const ROAD: &[Way<CgcState>] = &[
    way(&[Prospect, Inactive],        Applied,            PROMOTER,  &["CGC-SOL-1"]),
    way(&[Applied, RenewalDue, Restructuring],
                                      InReview,           CPD,       &[]),
    way(&[Returned],                  InReview,           PROMOTER,  &["ROAD-IN_REVIEW-1"]),
    way(&[InReview],                  Ready,              PRESENTER, CRITERIA),
    way(&[Ready, Deferred],           OnAgenda,           SECRETARY, &["ROAD-ON_AGENDA-1"]),
    way(&[OnAgenda],                  RuledAdmissible,    COVACEC,   &["ROAD-ON_AGENDA-2", "ROAD-RULED_ADMISSIBLE-1"]),
    way(&[OnAgenda],                  RuledNotAdmissible, COVACEC,   &["ROAD-ON_AGENDA-2", "ROAD-RULED_NOT_ADMISSIBLE-1"]),
    way(&[OnAgenda],                  Deferred,           COVACEC,   &["ROAD-ON_AGENDA-2", "ROAD-DEFERRED-1"]),
    way(&[RuledAdmissible],           ActSigning,         "CONOCER e integrantes", &[]),
    way(&[ActSigning],                Installed,          "CONOCER e integrantes", &["ROAD-INSTALLED-1"]),
    way(&[Installed],                 RenewalDue,         CPD,       &["ROAD-RENEWAL_DUE-1"]),
    way(&[Installed],                 Restructuring,      "CGC y CPD", &["ROAD-RESTRUCTURING-1"]),
    way(&[InReview, Deferred],        Returned,           CPD,       &["ROAD-RETURNED-1"]),
    way(&[Installed, RenewalDue],     Inactive,           CPD,       &["ROAD-INACTIVE-1"]),
    way(&[RuledNotAdmissible],        Closed,             CPD,       &[]),
    way(BEFORE_SIGNING,               Withdrawn,          PROMOTER,  &["ROAD-WITHDRAWN-1"]),
    way(&[Returned],                  Expired,            CPD,       &["ROAD-EXPIRED-1"]),
];

const fn way(
    from: &'static [CgcState],
    to: CgcState,
    who: &'static str,
    needs: &'static [&'static str],
) -> Way<CgcState> {
    Way {
        from,
        to,
        who,
        needs,
    }
}

impl State for CgcState {
    const ROAD: &'static str = "CGC";
    const STARTS: &'static [CgcState] = &[Prospect, Applied];

    state_words!();

    fn ways() -> &'static [Way<CgcState>] {
        ROAD
    }

    /// A renewal, a restructuring, and an application after the committee had ceased.
    fn refiles(from: CgcState, to: CgcState) -> bool {
        matches!(to, RenewalDue | Restructuring) || (from, to) == (Inactive, Applied)
    }

    fn begins_with(self) -> &'static [&'static str] {
        match self {
            Prospect => &["ROAD-PROSPECT-1"],
            Applied => &["CGC-SOL-1"],
            _ => &[], // No case begins elsewhere.
        }
    }
}

impl CgcState {
    /// Its name in Spanish.
    #[rustfmt::skip] // A table is read down its columns.
    pub const fn says(self) -> &'static str {
        match self {
            Prospect           => "Acercamiento",
            Applied            => "Solicitud recibida",
            InReview           => "Revisión de criterios",
            Returned           => "Devuelta con observaciones",
            Ready              => "Lista para COVACEC",
            OnAgenda           => "En orden del día",
            RuledAdmissible    => "Procedente",
            RuledNotAdmissible => "No procedente",
            Deferred           => "Diferida",
            ActSigning         => "Firma del acta de integración",
            Installed          => "Instalado / vigente",
            RenewalDue         => "Por renovar",
            Restructuring      => "En reestructuración",
            Inactive           => "Inactivo / cancelado",
            Withdrawn          => "Desistida",
            Expired            => "Vencida",
            Closed             => "Cerrada",
        }
    }

    /// Who holds a case that is here, in Spanish; empty where nobody does.
    pub const fn holder(self) -> &'static str {
        match self {
            Prospect | Applied | InReview | RuledNotAdmissible | RenewalDue => CPD,
            Returned => PROMOTER,
            Ready | Deferred => PRESENTER,
            OnAgenda => COVACEC,
            RuledAdmissible | ActSigning => "CONOCER e integrantes",
            Installed => "CGC",
            Restructuring => "CGC y CPD",
            Inactive | Withdrawn | Expired | Closed => "",
        }
    }
}

/// What a committee's case is about, as its acts say.
pub fn kind(case: &CgcCase) -> CaseKind {
    let mut about = case.steps().iter().rev().filter_map(|step| match step.to {
        RenewalDue => Some(CaseKind::Renewal),
        Restructuring => Some(CaseKind::Restructuring),
        Applied => Some(CaseKind::Integration),
        _ => None, // The other states say nothing of what began the road.
    });
    about.next().unwrap_or(CaseKind::Integration)
}

#[cfg(test)]
mod tests;
