//! The road of a standard, from its proposal to the registry and out of it.
//!
//! The table follows the office's process: an act is named by the state it leads to, and asks for
//! what that state asks for. From the endorsement on the documents are frozen: an edit is an act
//! that takes the case back to drafting, and after the approval there is no edit but an update.
//!
//! What a proposal asks for is asked when the case leaves it: a draft begins as a proposal, before
//! anybody has gathered its papers. The process does not say where a removal that is refused goes:
//! the standard stays in force, as an assumption that the rule pack marks as such. Nor does it say
//! what becomes of a standard in force whose update is withdrawn, rejected or expires: the standard
//! stays in force, since nothing took its place, and only the update ends.

use chrono::Months;

use crate::ec::code::Code;
use crate::road::{Case, Limit, State, Way, state_words};
use crate::support_file::Period;
use crate::vocabulary;
use crate::waiting::Scene;

/// A standard's case.
pub type EcCase = Case<EcState>;

vocabulary! {
    /// Where a standard is on its road.
    pub enum EcState {
        /// The committee proposes it.
        Proposed = "PROPOSED",
        /// Its expert group is named.
        GteReady = "GTE_READY",
        /// The functional map is being drawn.
        MfDraft = "MF_DRAFT",
        /// The expert group validated the map.
        MfValidated = "MF_VALIDATED",
        /// The standard is being drafted.
        EcDraft = "EC_DRAFT",
        /// The expert group validated the standard.
        EcValidated = "EC_VALIDATED",
        /// The instrument is being drafted.
        IecDraft = "IEC_DRAFT",
        /// The expert group validated the instrument.
        IecValidated = "IEC_VALIDATED",
        /// The instrument is being tried.
        Pilot = "PILOT",
        /// The committee is to endorse it.
        Endorsement = "ENDORSEMENT",
        /// The support file is complete.
        SupportFile = "SUPPORT_FILE",
        /// Its method is being reviewed.
        MethodReview = "METHOD_REVIEW",
        /// It was sent back with observations.
        Returned = "RETURNED",
        /// It may go to COVACEC.
        CovacecReady = "COVACEC_READY",
        /// It is on the agenda of a session.
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
        /// It is in the registry and in force.
        RenecActive = "RENEC_ACTIVE",
        /// Its review is due.
        ReviewDue = "REVIEW_DUE",
        /// A new version is being made.
        InUpdate = "IN_UPDATE",
        /// A new version was published; what was begun under it is being concluded.
        Superseded = "SUPERSEDED",
        /// It is kept for consultation.
        Historical = "HISTORICAL",
        /// Its removal was asked for.
        BajaRequested = "BAJA_REQUESTED",
        /// Its removal is being reviewed.
        BajaInReview = "BAJA_IN_REVIEW",
        /// Its removal was approved.
        BajaApproved = "BAJA_APPROVED",
        /// It is out of force.
        Inactive = "INACTIVE",
        /// It was not taken on.
        Rejected = "REJECTED",
        /// The committee withdrew it.
        Withdrawn = "WITHDRAWN",
        /// Nobody answered in time.
        Expired = "EXPIRED",
    }
}

use EcState::{
    BajaApproved, BajaInReview, BajaRequested, Coded, CovacecNotPertinent, CovacecOnAgenda,
    CovacecPertinent, CovacecReady, Deferred, DofPublished, DofSent, EcDraft, EcValidated,
    Endorsement, Expired, GteReady, Historical, IecDraft, IecValidated, InUpdate, Inactive,
    MethodReview, MfDraft, MfValidated, Pilot, Proposed, Rejected, RenecActive, Returned,
    ReviewDue, Superseded, SupportFile, TcApproved, TcDeferred, TcNotApproved, TcSubmitted,
    Withdrawn,
};

/// Every state before the approval: from there the committee may withdraw.
const BEFORE_APPROVAL: &[EcState] = &[
    Proposed,
    GteReady,
    MfDraft,
    MfValidated,
    EcDraft,
    EcValidated,
    IecDraft,
    IecValidated,
    Pilot,
    Endorsement,
    SupportFile,
    MethodReview,
    Returned,
    CovacecReady,
    CovacecOnAgenda,
    CovacecPertinent,
    CovacecNotPertinent,
    Deferred,
    TcSubmitted,
    TcNotApproved,
    TcDeferred,
];

/// The states whose documents are frozen and may still be opened again.
const FROZEN: &[EcState] = &[
    Endorsement,
    SupportFile,
    MethodReview,
    Returned,
    CovacecReady,
    CovacecOnAgenda,
    CovacecPertinent,
    CovacecNotPertinent,
    Deferred,
    TcSubmitted,
    TcNotApproved,
    TcDeferred,
];

/// From where the standard is drafted (again): the first time, to mend it, or by an edit to what
/// was frozen.
const TO_DRAFT: &[EcState] = &[
    MfValidated,
    EcValidated,
    IecValidated,
    Pilot,
    Endorsement,
    SupportFile,
    MethodReview,
    Returned,
    CovacecReady,
    CovacecOnAgenda,
    CovacecPertinent,
    CovacecNotPertinent,
    Deferred,
    TcSubmitted,
    TcNotApproved,
    TcDeferred,
];

/// What a complete support file has.
const SUPPORT: &[&str] = &[
    "EC-SUP-1",
    "EC-SUP-2",
    "EC-SUP-3",
    "EC-SUP-4",
    "EC-SUP-5",
    "EC-SUP-7",
    "EC-SUP-8",
    "EC-MIN-1b",
    "EC-MIN-1c",
    "EC-MIN-4",
];

/// The same, with a text that the review finds without errors.
const COMPLETE: &[&str] = &[
    "ROAD-EC_VALIDATED-1",
    "EC-SUP-1",
    "EC-SUP-2",
    "EC-SUP-3",
    "EC-SUP-4",
    "EC-SUP-5",
    "EC-SUP-7",
    "EC-SUP-8",
    "EC-MIN-1b",
    "EC-MIN-1c",
    "EC-MIN-4",
];

/// The same, with the answer to what was observed.
const ANSWERED: &[&str] = &[
    "ROAD-METHOD_REVIEW-1",
    "ROAD-EC_VALIDATED-1",
    "EC-SUP-1",
    "EC-SUP-2",
    "EC-SUP-3",
    "EC-SUP-4",
    "EC-SUP-5",
    "EC-SUP-7",
    "EC-SUP-8",
    "EC-MIN-1b",
    "EC-MIN-1c",
    "EC-MIN-4",
];

/// What a packet for COVACEC carries.
const COVACEC_PACKET: &[&str] = &[
    "ROAD-COVACEC_READY-1",
    "ROAD-EC_VALIDATED-1",
    "EC-SUP-1",
    "EC-SUP-2",
    "EC-SUP-3",
    "EC-SUP-4",
    "EC-SUP-5",
    "EC-SUP-6",
    "EC-SUP-7",
    "EC-SUP-8",
    "EC-MIN-1b",
    "EC-MIN-1c",
    "EC-MIN-4",
    "EC-PRO-1",
    "EC-PRO-2",
    "EC-PRO-3",
    "EC-PRO-4",
];

const COVACEC: &str = "COVACEC";
const CGC: &str = "CGC";
const GTE: &str = "GTE";
const ADVISED: &str = "GTE, con asesoría de la CPD";
const DECIDERS: &str = "Quienes deciden en el CGC";
const CPD: &str = "CPD";
const CONOCER: &str = "CONOCER";
const COSU: &str = "COSU";
const TC: &str = "Comité Técnico";
const PRESENTER: &str = "Vocal Ponente y Secretaría Técnica";

/// The procedure. The first way out of a state is the one that goes on.
#[rustfmt::skip] // A table is read down its columns.
const ROAD: &[Way<EcState>] = &[
    way(&[Proposed, InUpdate],              GteReady,            CGC,  &["ROAD-PROPOSED-1", "EC-PRO-4", "ROAD-GTE_READY-1"]),
    way(&[GteReady],                        MfDraft,             ADVISED, &[]),
    way(&[MfDraft],                         MfValidated,         ADVISED, &["ROAD-MF_VALIDATED-1", "ROAD-MF_VALIDATED-2"]),
    way(&[EcDraft],                         EcValidated,         GTE,  &["ROAD-EC_VALIDATED-1", "ROAD-EC_VALIDATED-2"]),
    way(&[EcValidated],                     IecDraft,            GTE,  &[]),
    way(&[IecDraft],                        IecValidated,        GTE,  &["ROAD-IEC_VALIDATED-1"]),
    way(&[IecValidated],                    Pilot,               "CGC y GTE", &["ROAD-PILOT-1"]),
    way(&[Pilot],                           Endorsement,         DECIDERS, &["ROAD-EC_VALIDATED-1", "ROAD-ENDORSEMENT-1", "ROAD-ENDORSEMENT-3"]),
    way(&[IecValidated],                    Endorsement,         DECIDERS, &["ROAD-EC_VALIDATED-1", "ROAD-ENDORSEMENT-2", "ROAD-ENDORSEMENT-3"]),
    way(&[Pilot],                           IecDraft,            GTE,  &[]),
    way(&[Endorsement],                     SupportFile,         "CGC y CPD", SUPPORT),
    way(&[SupportFile],                     MethodReview,        CPD,  COMPLETE),
    way(&[Returned],                        MethodReview,        "GTE y CGC", ANSWERED),
    way(&[MethodReview],                    CovacecReady,        PRESENTER, &["EC-SUP-6", "EC-PRO-1", "EC-PRO-2", "EC-PRO-3", "EC-PRO-4"]),
    way(&[CovacecReady, Deferred],          CovacecOnAgenda,     PRESENTER, &["EC-PRO-5"]),
    way(&[CovacecOnAgenda],                 CovacecPertinent,    COVACEC, &["ROAD-COVACEC_ON_AGENDA-1", "ROAD-COVACEC_PERTINENT-1"]),
    way(&[CovacecOnAgenda],                 CovacecNotPertinent, COVACEC, &["ROAD-COVACEC_ON_AGENDA-1", "ROAD-COVACEC_NOT_PERTINENT-1"]),
    way(&[CovacecOnAgenda],                 Deferred,            COVACEC, &["ROAD-COVACEC_ON_AGENDA-1", "ROAD-DEFERRED-1"]),
    way(&[CovacecPertinent, TcDeferred],    TcSubmitted,         "Dirección General", &["ROAD-TC_SUBMITTED-1"]),
    way(&[TcSubmitted],                     TcApproved,          TC,   &["ROAD-TC_APPROVED-1", "ROAD-TC_APPROVED-2"]),
    way(&[TcSubmitted],                     TcNotApproved,       TC,   &["ROAD-TC_NOT_APPROVED-1"]),
    way(&[TcSubmitted],                     TcDeferred,          TC,   &["ROAD-TC_DEFERRED-1"]),
    way(&[TcApproved],                      Coded,               "CPD y COSU", &["ROAD-CODED-1"]),
    way(&[Coded],                           DofSent,             CONOCER, &["ROAD-DOF_SENT-1", "ROAD-DOF_SENT-2"]),
    way(&[DofSent],                         DofPublished,        CONOCER, &["ROAD-DOF_PUBLISHED-1"]),
    way(&[DofPublished],                    RenecActive,         COSU, &["ROAD-RENEC_ACTIVE-1"]),
    way(&[RenecActive],                     ReviewDue,           CPD,  &["ROAD-REVIEW_DUE-1"]),
    way(&[RenecActive, ReviewDue],          InUpdate,            "CGC y GTE", &["ROAD-IN_UPDATE-1"]),
    way(&[ReviewDue],                       RenecActive,         CPD,  &["ROAD-RENEC_ACTIVE-2"]),
    way(&[RenecActive],                     Superseded,          CPD,  &["ROAD-SUPERSEDED-1"]),
    way(&[Superseded],                      Historical,          COSU, &["ROAD-HISTORICAL-1"]),
    way(&[RenecActive],                     BajaRequested,       "CGC y CPD", &["ROAD-BAJA_REQUESTED-1"]),
    way(&[BajaRequested],                   BajaInReview,        CPD,  &["ROAD-BAJA_IN_REVIEW-1"]),
    way(&[BajaInReview],                    BajaApproved,        "COVACEC y Comité Técnico", &["ROAD-BAJA_APPROVED-1"]),
    way(&[BajaRequested],                   RenecActive,         CPD,  &["ROAD-RENEC_ACTIVE-4"]),
    way(&[BajaInReview],                    RenecActive,         "COVACEC y Comité Técnico", &["ROAD-RENEC_ACTIVE-4"]),
    way(&[BajaApproved],                    Inactive,            COSU, &["ROAD-INACTIVE-1"]),
    way(&[Inactive, Historical],            RenecActive,         COSU, &["ROAD-RENEC_ACTIVE-3"]),
    way(&[MethodReview, CovacecNotPertinent, Deferred, TcNotApproved, TcDeferred],
                                            Returned,            CPD,  &["ROAD-RETURNED-1"]),
    way(TO_DRAFT,                           EcDraft,             GTE,  &[]),
    way(&[Proposed, CovacecNotPertinent, TcNotApproved],
                                            Rejected,            CPD,  &["ROAD-REJECTED-1"]),
    way(BEFORE_APPROVAL,                    Withdrawn,           CGC,  &["ROAD-WITHDRAWN-1"]),
    way(&[Returned],                        Expired,             CPD,  &["ROAD-EXPIRED-1"]),
];

const fn way(
    from: &'static [EcState],
    to: EcState,
    who: &'static str,
    needs: &'static [&'static str],
) -> Way<EcState> {
    Way {
        from,
        to,
        who,
        needs,
    }
}

impl State for EcState {
    const ROAD: &'static str = "EC";
    const STARTS: &'static [EcState] = &[Proposed];

    state_words!();

    fn takes_code(code: Code) -> bool {
        matches!(code, Code::Ec(_))
    }

    fn ways() -> &'static [Way<EcState>] {
        ROAD
    }

    fn reopens(from: EcState, to: EcState) -> bool {
        matches!(to, EcDraft) && FROZEN.contains(&from)
    }

    fn refiles(_: EcState, to: EcState) -> bool {
        to == InUpdate
    }

    /// An update that comes to nothing leaves in force what it would have taken the place of.
    fn gives_back(from: EcState, to: EcState) -> bool {
        matches!(from, RenecActive | ReviewDue) && matches!(to, Withdrawn | Rejected | Expired)
    }

    fn limit(case: &EcCase, scene: &Scene<'_>) -> Option<Limit> {
        match case.state() {
            RenecActive => review(case, scene),
            // What is known of the gazette is counted from the approval.
            DofSent => {
                let approved = case.entered(TcApproved).map(|step| step.on);
                Limit::from_day(case, approved.unwrap_or(case.since()), scene)
            }
            _ => Limit::of_state(case, scene),
        }
    }
}

/// When the review of a published standard is due: its review period after the gazette, or after the
/// last time it was confirmed without changes.
fn review(case: &EcCase, scene: &Scene<'_>) -> Option<Limit> {
    let Some(Period::Months(months)) = Period::read(&scene.facts.review_period) else {
        return None;
    };
    let published = case.entered(DofPublished).map(|step| step.on);
    let mut turns = case.steps().windows(2).rev();
    let confirmed = turns.find_map(|turn| match turn {
        [from, to] if (from.to, to.to) == (ReviewDue, RenecActive) => Some(to.on),
        _ => None,
    });
    let from = published.or(scene.facts.publication_date).max(confirmed)?;
    Some(Limit {
        due: from.checked_add_months(Months::new(months))?,
        basis: format!("Periodo de revisión: {}", scene.facts.review_period),
    })
}

/// What an edit does to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editing {
    /// It is a draft: it is edited.
    Free,
    /// The documents are frozen: an edit first takes the case back to this state, by an act.
    Reopens(EcState),
    /// It is not edited: what was approved is what is published.
    Closed,
}

impl EcState {
    /// What an edit does to a case that is here.
    pub fn editing(self) -> Editing {
        if FROZEN.contains(&self) {
            return Editing::Reopens(EcDraft);
        }
        match self {
            Proposed | GteReady | MfDraft | MfValidated | EcDraft | EcValidated | IecDraft
            | IecValidated | Pilot | InUpdate => Editing::Free,
            _ => Editing::Closed, // Approved, published or ended: all that is not a draft.
        }
    }

    /// Whether the support file is being put together: the periods that it asks for are typed then, and
    /// what the committee endorsed stays as it is.
    pub fn takes_periods(self) -> bool {
        matches!(self, Endorsement | SupportFile)
    }

    /// Its name in Spanish.
    #[rustfmt::skip] // A table is read down its columns.
    pub const fn says(self) -> &'static str {
        match self {
            Proposed            => "Propuesta",
            GteReady            => "GTE integrado",
            MfDraft             => "Mapa funcional en elaboración",
            MfValidated         => "Mapa funcional validado",
            EcDraft             => "Estándar en elaboración",
            EcValidated         => "Estándar validado",
            IecDraft            => "Instrumento en elaboración",
            IecValidated        => "Instrumento validado",
            Pilot               => "Prueba piloto",
            Endorsement         => "Aval del CGC",
            SupportFile         => "Expediente soporte",
            MethodReview        => "Revisión metodológica",
            Returned            => "Con observaciones",
            CovacecReady        => "Listo para COVACEC",
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
            RenecActive         => "Inscrito / vigente",
            ReviewDue           => "Por revisar",
            InUpdate            => "En actualización",
            Superseded          => "Sustituido",
            Historical          => "Histórico",
            BajaRequested       => "Baja solicitada",
            BajaInReview        => "Baja en revisión",
            BajaApproved        => "Baja aprobada",
            Inactive            => "Inactivo",
            Rejected            => "Rechazada",
            Withdrawn           => "Desistida",
            Expired             => "Vencida",
        }
    }

    /// Who holds a case that is here, in Spanish; empty where nobody does.
    pub const fn holder(self) -> &'static str {
        match self {
            Proposed | Endorsement => CGC,
            GteReady | MfDraft | MfValidated | EcDraft | EcValidated | IecDraft => GTE,
            IecValidated | Pilot | InUpdate => "CGC y GTE",
            SupportFile => "CGC y CPD",
            MethodReview | CovacecNotPertinent | TcNotApproved | ReviewDue | BajaRequested => CPD,
            Returned => "GTE y CGC",
            CovacecReady | Deferred => PRESENTER,
            CovacecOnAgenda => COVACEC,
            CovacecPertinent | TcDeferred => "Dirección General",
            TcSubmitted => TC,
            TcApproved => "CPD y COSU",
            Coded | DofSent => CONOCER,
            DofPublished | RenecActive | Superseded | BajaApproved => COSU,
            BajaInReview => "COVACEC y Comité Técnico",
            Historical | Inactive | Rejected | Withdrawn | Expired => "",
        }
    }
}

vocabulary! {
    /// Who a packet is for.
    pub enum Destination {
        /// COVACEC.
        Covacec = "covacec",
        /// The Comité Técnico.
        TechnicalCommittee = "technical-committee",
        /// The gazette.
        Dof = "dof",
        /// The registry.
        Renec = "renec",
    }
}

impl Destination {
    /// The states from which its packet is made: once the case is ready for it, and until it is
    /// decided there.
    pub const fn states(self) -> &'static [EcState] {
        match self {
            Destination::Covacec => &[CovacecReady, CovacecOnAgenda, Deferred, CovacecPertinent],
            Destination::TechnicalCommittee => &[CovacecPertinent, TcSubmitted, TcDeferred],
            Destination::Dof => &[Coded, DofSent],
            Destination::Renec => &[DofPublished, RenecActive],
        }
    }
}

/// What a packet carries besides its documents: the requirements that are to be met, all of them.
/// Nothing for the packets whose forms are not written yet.
pub const fn packet_requirements(destination: Destination) -> Option<&'static [&'static str]> {
    match destination {
        Destination::Covacec => Some(COVACEC_PACKET),
        Destination::TechnicalCommittee | Destination::Dof | Destination::Renec => None,
    }
}

#[cfg(test)]
mod tests;
