//! The tables of the roads, read against the office's process as it is written down.
//!
//! Each line is a row of the process: the state, who acts (`hace`, where the row names who does the
//! act that leads there; `tiene`, where it names who holds the case meanwhile), what the act asks
//! for, what follows, and the deadline with its unit. What the process says once for many rows
//! (withdrawal, the edit of a frozen document) is added by [`with_the_general_rules`].

use std::collections::BTreeSet;

use super::{State, road_id, ways_on};
use crate::cgc_case::CgcState;
use crate::ec_case::{EcState, Editing};
use crate::ecm_case::EcmState;
use crate::officer_change::OfficerChangeState;
use crate::rule_pack::{RulePack, Unit};

const EC: &str = "
PROPOSED            | tiene CGC | | GTE_READY REJECTED | –
GTE_READY           | hace CGC | ROAD-PROPOSED-1 EC-PRO-4 ROAD-GTE_READY-1 | MF_DRAFT | –
MF_DRAFT            | hace GTE, con asesoría de la CPD | | MF_VALIDATED | –
MF_VALIDATED        | hace GTE, con asesoría de la CPD | ROAD-MF_VALIDATED-1 ROAD-MF_VALIDATED-2 | EC_DRAFT | –
EC_DRAFT            | hace GTE | | EC_VALIDATED | –
EC_VALIDATED        | hace GTE | ROAD-EC_VALIDATED-1 ROAD-EC_VALIDATED-2 | IEC_DRAFT EC_DRAFT | –
IEC_DRAFT           | hace GTE | | IEC_VALIDATED | –
IEC_VALIDATED       | hace GTE | ROAD-IEC_VALIDATED-1 | PILOT ENDORSEMENT EC_DRAFT | –
PILOT               | hace CGC y GTE | ROAD-PILOT-1 | IEC_DRAFT EC_DRAFT ENDORSEMENT | –
ENDORSEMENT         | hace Quienes deciden en el CGC | ROAD-EC_VALIDATED-1 ROAD-ENDORSEMENT-1 ROAD-ENDORSEMENT-3 | SUPPORT_FILE EC_DRAFT | –
SUPPORT_FILE        | hace CGC y CPD | EC-SUP-1 EC-SUP-2 EC-SUP-3 EC-SUP-4 EC-SUP-5 EC-SUP-7 EC-SUP-8 EC-MIN-1b EC-MIN-1c EC-MIN-4 | METHOD_REVIEW | –
METHOD_REVIEW       | hace CPD | ROAD-EC_VALIDATED-1 EC-SUP-1 EC-SUP-2 EC-SUP-3 EC-SUP-4 EC-SUP-5 EC-SUP-7 EC-SUP-8 EC-MIN-1b EC-MIN-1c EC-MIN-4 | RETURNED COVACEC_READY | 15 wd
RETURNED            | tiene GTE y CGC | ROAD-RETURNED-1 | METHOD_REVIEW EC_DRAFT EXPIRED | 60 d
COVACEC_READY       | hace Vocal Ponente y Secretaría Técnica | EC-SUP-6 EC-PRO-1 EC-PRO-2 EC-PRO-3 EC-PRO-4 | COVACEC_ON_AGENDA | –
COVACEC_ON_AGENDA   | hace Vocal Ponente y Secretaría Técnica | EC-PRO-5 | COVACEC_PERTINENT COVACEC_NOT_PERTINENT DEFERRED | –
COVACEC_PERTINENT   | hace COVACEC | ROAD-COVACEC_ON_AGENDA-1 ROAD-COVACEC_PERTINENT-1 | TC_SUBMITTED | –
COVACEC_NOT_PERTINENT | hace COVACEC | ROAD-COVACEC_ON_AGENDA-1 ROAD-COVACEC_NOT_PERTINENT-1 | RETURNED REJECTED | –
DEFERRED            | hace COVACEC | ROAD-COVACEC_ON_AGENDA-1 ROAD-DEFERRED-1 | RETURNED COVACEC_ON_AGENDA | –
TC_SUBMITTED        | hace Dirección General | ROAD-TC_SUBMITTED-1 | TC_APPROVED TC_NOT_APPROVED TC_DEFERRED | –
TC_APPROVED         | hace Comité Técnico | ROAD-TC_APPROVED-1 ROAD-TC_APPROVED-2 | CODED | –
TC_NOT_APPROVED     | hace Comité Técnico | ROAD-TC_NOT_APPROVED-1 | RETURNED REJECTED | –
TC_DEFERRED         | hace Comité Técnico | ROAD-TC_DEFERRED-1 | TC_SUBMITTED RETURNED | –
CODED               | hace CPD y COSU | ROAD-CODED-1 | DOF_SENT | –
DOF_SENT            | hace CONOCER | ROAD-DOF_SENT-1 ROAD-DOF_SENT-2 | DOF_PUBLISHED | 105 d
DOF_PUBLISHED       | hace CONOCER | ROAD-DOF_PUBLISHED-1 | RENEC_ACTIVE | –
RENEC_ACTIVE        | hace COSU | ROAD-RENEC_ACTIVE-1 | REVIEW_DUE IN_UPDATE SUPERSEDED BAJA_REQUESTED | –
REVIEW_DUE          | hace CPD | ROAD-REVIEW_DUE-1 | IN_UPDATE RENEC_ACTIVE | –
IN_UPDATE           | hace CGC y GTE | ROAD-IN_UPDATE-1 | GTE_READY | –
SUPERSEDED          | hace CPD | ROAD-SUPERSEDED-1 | HISTORICAL | 5 m
BAJA_REQUESTED      | hace CGC y CPD | ROAD-BAJA_REQUESTED-1 | BAJA_IN_REVIEW RENEC_ACTIVE | –
BAJA_IN_REVIEW      | hace CPD | ROAD-BAJA_IN_REVIEW-1 | BAJA_APPROVED RENEC_ACTIVE | –
BAJA_APPROVED       | hace COVACEC y Comité Técnico | ROAD-BAJA_APPROVED-1 | INACTIVE | –
INACTIVE            | hace COSU | ROAD-INACTIVE-1 | RENEC_ACTIVE | –
HISTORICAL          | hace COSU | ROAD-HISTORICAL-1 | RENEC_ACTIVE | –
REJECTED            | hace CPD | ROAD-REJECTED-1 | | –
WITHDRAWN           | hace CGC | ROAD-WITHDRAWN-1 | | –
EXPIRED             | hace CPD | ROAD-EXPIRED-1 | | –
";

const CGC: &str = "
PROSPECT            | tiene CPD | ROAD-PROSPECT-1 | APPLIED | –
APPLIED             | hace Promotor | CGC-SOL-1 | IN_REVIEW | –
IN_REVIEW           | hace CPD | | RETURNED READY | 10 wd
RETURNED            | tiene Promotor | ROAD-RETURNED-1 | IN_REVIEW EXPIRED | 30 d
READY               | hace Vocal Ponente y Secretaría Técnica | CGC-SOL-1 CGC-ADM-0 CGC-EDU-1 CGC-ORG-1 | ON_AGENDA | –
ON_AGENDA           | hace Secretaría Técnica | ROAD-ON_AGENDA-1 | RULED_ADMISSIBLE RULED_NOT_ADMISSIBLE DEFERRED | –
RULED_ADMISSIBLE    | hace COVACEC | ROAD-ON_AGENDA-2 ROAD-RULED_ADMISSIBLE-1 | ACT_SIGNING | –
RULED_NOT_ADMISSIBLE | hace COVACEC | ROAD-ON_AGENDA-2 ROAD-RULED_NOT_ADMISSIBLE-1 | CLOSED | –
DEFERRED            | hace COVACEC | ROAD-ON_AGENDA-2 ROAD-DEFERRED-1 | RETURNED ON_AGENDA | –
ACT_SIGNING         | hace CONOCER e integrantes | | INSTALLED | –
INSTALLED           | tiene CGC | ROAD-INSTALLED-1 | RENEWAL_DUE RESTRUCTURING INACTIVE | 2 y
RENEWAL_DUE         | hace CPD | ROAD-RENEWAL_DUE-1 | IN_REVIEW INACTIVE | –
RESTRUCTURING       | hace CGC y CPD | ROAD-RESTRUCTURING-1 | IN_REVIEW | –
INACTIVE            | hace CPD | ROAD-INACTIVE-1 | APPLIED | –
WITHDRAWN           | hace Promotor | ROAD-WITHDRAWN-1 | | –
EXPIRED             | hace CPD | ROAD-EXPIRED-1 | | –
CLOSED              | hace CPD | | | –
";

const ECM: &str = "
PROPOSED            | tiene CPD | | CRITERIA_REVIEW REJECTED | –
CRITERIA_REVIEW     | hace CPD | | COVACEC_ON_AGENDA RETURNED | –
RETURNED            | tiene Titular | ROAD-RETURNED-1 | CRITERIA_REVIEW EXPIRED | 60 d
COVACEC_ON_AGENDA   | hace Vocal Ponente y Secretaría Técnica | ECM-1 ECM-2 ECM-3 ECM-4 EC-PRO-5 | COVACEC_PERTINENT COVACEC_NOT_PERTINENT DEFERRED | –
COVACEC_PERTINENT   | hace COVACEC | ROAD-COVACEC_ON_AGENDA-1 ROAD-COVACEC_PERTINENT-1 | TC_SUBMITTED | –
COVACEC_NOT_PERTINENT | hace COVACEC | ROAD-COVACEC_ON_AGENDA-1 ROAD-COVACEC_NOT_PERTINENT-1 | RETURNED REJECTED | –
DEFERRED            | hace COVACEC | ROAD-COVACEC_ON_AGENDA-1 ROAD-DEFERRED-1 | RETURNED COVACEC_ON_AGENDA | –
TC_SUBMITTED        | hace Dirección General | ROAD-TC_SUBMITTED-1 | TC_APPROVED TC_NOT_APPROVED TC_DEFERRED | –
TC_APPROVED         | hace Comité Técnico | ROAD-TC_APPROVED-1 ROAD-TC_APPROVED-2 | CODED | –
TC_NOT_APPROVED     | hace Comité Técnico | ROAD-TC_NOT_APPROVED-1 | RETURNED REJECTED | –
TC_DEFERRED         | hace Comité Técnico | ROAD-TC_DEFERRED-1 | TC_SUBMITTED RETURNED | –
CODED               | hace CPD y COSU | ROAD-CODED-1 | DOF_SENT | –
DOF_SENT            | hace CONOCER | ROAD-DOF_SENT-1 ROAD-DOF_SENT-2 | DOF_PUBLISHED | 105 d
DOF_PUBLISHED       | hace CONOCER | ROAD-DOF_PUBLISHED-1 | AGREEMENT_SIGNED | –
AGREEMENT_SIGNED    | hace CONOCER y titular | ROAD-AGREEMENT_SIGNED-1 | RENEC_ACTIVE | –
RENEC_ACTIVE        | hace COSU | ROAD-RENEC_ACTIVE-1 | | –
REJECTED            | hace CPD | ROAD-REJECTED-1 | | –
WITHDRAWN           | hace Titular | ROAD-WITHDRAWN-1 | | –
EXPIRED             | hace CPD | ROAD-EXPIRED-1 | | –
";

const OFFICER: &str = "
REQUESTED           | tiene CPD | ROAD-REQUESTED-1 | IN_REVIEW | –
IN_REVIEW           | hace CPD | | ON_AGENDA | –
ON_AGENDA           | hace Secretaría Técnica | ROAD-ON_AGENDA-1 | ADMISSIBLE NOT_ADMISSIBLE | –
ADMISSIBLE          | hace COVACEC | ROAD-ON_AGENDA-2 ROAD-ADMISSIBLE-1 | RECORDED | –
NOT_ADMISSIBLE      | hace COVACEC | ROAD-ON_AGENDA-2 ROAD-NOT_ADMISSIBLE-1 | | –
RECORDED            | hace CPD | ROAD-RECORDED-1 | | –
";

/// Where `WITHDRAWN` is no longer reachable.
const WITHDRAWN_BEFORE: &[(&str, &str)] = &[
    ("EC", "TC_APPROVED"),
    ("ECM", "TC_APPROVED"),
    ("CGC", "ACT_SIGNING"),
];

/// What the process says once: a case may be withdrawn from every state before the approval or the
/// signing, and an edit of a frozen document takes it back to drafting.
fn with_the_general_rules<S: State>(
    state: S,
    next: &str,
    frozen: bool,
    before: &BTreeSet<&str>,
) -> BTreeSet<&'static str> {
    let known = |word: &str| S::all().iter().find(|state| state.code() == word);
    let named = next
        .split_whitespace()
        .map(|word| known(word).expect(word).code());
    let mut next: BTreeSet<&str> = named.collect();
    if before.contains(state.code()) {
        next.insert("WITHDRAWN");
    }
    if frozen {
        next.insert("EC_DRAFT");
    }
    next
}

/// The states before the approval or the signing, less those where a case ends.
fn before_the_end<S: State>() -> BTreeSet<&'static str> {
    let Some((_, end)) = WITHDRAWN_BEFORE.iter().find(|(road, _)| *road == S::ROAD) else {
        return BTreeSet::new(); // A change of officers is not withdrawn.
    };
    // Walked from where cases begin, without passing the end.
    let mut reached: Vec<S> = S::STARTS.to_vec();
    let mut at = 0;
    while let Some(&state) = reached.get(at) {
        at += 1;
        for way in ways_on(state) {
            if way.to.code() != *end && !reached.contains(&way.to) {
                reached.push(way.to);
            }
        }
    }
    let goes_on = |state: &&S| ways_on(**state).next().is_some();
    reached
        .iter()
        .filter(goes_on)
        .map(|state| state.code())
        .collect()
}

fn as_written<S: State>(table: &'static str, frozen: impl Fn(S) -> bool) {
    let (pack, before) = (RulePack::shipped(), before_the_end::<S>());
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), S::all().len(), "every state has its row");
    for row in &rows {
        let [code, who, needs, next, deadline] = row[..] else {
            panic!("{row:?}")
        };
        let state = super::state_from_code::<S>(code).expect(code);

        let follows: BTreeSet<&str> = ways_on(state).map(|way| way.to.code()).collect();
        let written = with_the_general_rules(state, next, frozen(state), &before);
        assert_eq!(follows, written, "what follows {code}");

        let into = S::ways().iter().find(|way| way.to == state);
        let asked = match into {
            Some(way) if !S::STARTS.contains(&state) || code == "APPLIED" => way.needs,
            _ => state.begins_with(),
        };
        assert_eq!(asked.join(" "), needs, "what {code} asks for");

        match who.split_once(' ').expect(who) {
            ("hace", who) => assert_eq!(into.expect(code).who, who, "who does {code}"),
            (_, who) => assert_eq!(state.holder(), who, "who holds {code}"),
        }

        let term = pack.deadline(&road_id(state)).map(|deadline| deadline.term);
        let term = term.map_or("–".to_owned(), |term| {
            let unit = match term.unit {
                Unit::WorkingDay => "wd",
                Unit::Day => "d",
                Unit::Month => "m",
                Unit::Year => "y",
            };
            format!("{} {unit}", term.count)
        });
        assert_eq!(term, deadline, "the deadline of {code}");
    }
}

#[test]
fn the_road_of_a_standard_is_the_one_that_is_written_down() {
    as_written::<EcState>(EC, |state| matches!(state.editing(), Editing::Reopens(_)));
}

#[test]
fn the_road_of_a_committee_is_the_one_that_is_written_down() {
    as_written::<CgcState>(CGC, |_| false);
}

#[test]
fn the_road_of_a_brand_standard_is_the_one_that_is_written_down() {
    as_written::<EcmState>(ECM, |_| false);
}

#[test]
fn the_road_of_a_change_of_officers_is_the_one_that_is_written_down() {
    as_written::<OfficerChangeState>(OFFICER, |_| false);
}

/// The states and acts whose basis is confirmed in a text, by road; the others are practice or
/// assumption, and say so.
#[rustfmt::skip] // A table is read down its columns.
const CONFIRMED: &[(&str, &[&str])] = &[
    ("EC", &[
        "PROPOSED", "COVACEC_READY", "COVACEC_ON_AGENDA", "COVACEC_PERTINENT", "TC_APPROVED",
        "DOF_SENT", "DOF_PUBLISHED", "RENEC_ACTIVE", "SUPERSEDED", "HISTORICAL", "INACTIVE",
    ]),
    ("ECM", &[
        "PROPOSED", "CRITERIA_REVIEW", "COVACEC_ON_AGENDA", "COVACEC_PERTINENT", "TC_APPROVED",
        "DOF_SENT", "DOF_PUBLISHED", "RENEC_ACTIVE",
    ]),
    ("CGC", &[
        "PROSPECT", "READY", "ON_AGENDA", "RULED_ADMISSIBLE", "RULED_NOT_ADMISSIBLE", "INSTALLED",
        "RESTRUCTURING",
    ]),
    ("OFFICER", &[
        "REQUESTED", "IN_REVIEW", "ON_AGENDA", "ADMISSIBLE", "NOT_ADMISSIBLE", "RECORDED",
    ]),
];

/// Those that stand on an article of the Reglas Generales, whose number may have moved in 2024: sure
/// before, to be confirmed since.
const MOVED: &[&str] = &[
    "EC.GTE_READY",
    "EC.ENDORSEMENT",
    "EC.SUPPORT_FILE",
    "EC.METHOD_REVIEW",
    "EC.TC_SUBMITTED",
    "EC.IN_UPDATE",
    "ECM.TC_SUBMITTED",
    "CGC.APPLIED",
];

fn bases<S: State>() {
    let packs = RulePack::all_shipped();
    let (_, sure) = CONFIRMED.iter().find(|(road, _)| *road == S::ROAD).unwrap();
    for &state in S::all() {
        let id = road_id(state);
        for pack in &packs {
            let article = pack
                .article(&id)
                .unwrap_or_else(|| panic!("{id} has no basis"));
            let newest = pack.id == RulePack::shipped().id;
            let moved = MOVED.contains(&id.as_str()) && !newest;
            let confirmed = sure.contains(&state.code()) || moved;
            assert_eq!(article.confirmed, confirmed, "{id} in {}", pack.id);
            assert_eq!(pack.basis(&id).contains("(por confirmar)"), !confirmed);
        }
    }
}

#[test]
fn what_a_state_stands_on_is_said_and_marked_where_it_is_not_sure() {
    bases::<EcState>();
    bases::<EcmState>();
    bases::<CgcState>();
    bases::<OfficerChangeState>();
}
