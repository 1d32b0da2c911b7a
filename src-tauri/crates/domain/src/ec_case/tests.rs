use proptest::prelude::*;

use super::*;
use crate::calendar::Calendar;
use crate::requirement::Saying;
use crate::road::fixtures::{
    any_walk, complete, day, doing, everything_said, holds_together, step, take_walk,
};
use crate::road::{Refusal, Step, ways_on};
use crate::rule_pack::RulePack;
use crate::waiting::{Doing, Facts, Scene};

#[test]
fn the_table_holds_together() {
    holds_together(&[Rejected, Withdrawn, Expired]);
}

#[test]
fn what_follows_is_what_the_process_says() {
    let after = |state: EcState| -> Vec<&str> { ways_on(state).map(|way| way.to.code()).collect() };

    assert_eq!(after(Proposed), ["GTE_READY", "REJECTED", "WITHDRAWN"]);
    assert_eq!(
        after(IecValidated),
        ["PILOT", "ENDORSEMENT", "EC_DRAFT", "WITHDRAWN"]
    );
    assert_eq!(
        after(Returned),
        ["METHOD_REVIEW", "EC_DRAFT", "WITHDRAWN", "EXPIRED"]
    );
    assert_eq!(
        after(CovacecOnAgenda)[..3],
        ["COVACEC_PERTINENT", "COVACEC_NOT_PERTINENT", "DEFERRED"]
    );
    assert_eq!(
        after(Pilot),
        ["ENDORSEMENT", "IEC_DRAFT", "EC_DRAFT", "WITHDRAWN"],
        "what goes on comes first"
    );
    assert_eq!(after(TcApproved), ["CODED"]);
    assert_eq!(
        after(RenecActive),
        ["REVIEW_DUE", "IN_UPDATE", "SUPERSEDED", "BAJA_REQUESTED"]
    );
}

fn at(state: EcState, on: &str) -> EcCase {
    EcCase::open(Step {
        found: true,
        ..step(1, state, on)
    })
    .unwrap()
}

/// Does an act today, with some facts.
fn perform(case: &mut EcCase, doing: &Doing<EcState>, facts: &Facts) -> Result<(), Refusal> {
    let (pack, calendar) = (RulePack::shipped(), Calendar::default());
    case.perform(
        doing,
        &Scene {
            facts,
            pack: &pack,
            calendar: &calendar,
            today: doing.on,
        },
    )
}

fn missing(refusal: Result<(), Refusal>) -> Vec<&'static str> {
    match refusal {
        Err(Refusal::Unmet { unmet, .. }) => unmet.iter().map(|u| u.requirement).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_is_published_before_it_is_approved() {
    let mut case = at(TcSubmitted, "2026-05-22");
    let before = case.clone();

    let refusal = perform(
        &mut case,
        &doing(2, DofPublished, "2026-06-22"),
        &complete(),
    );

    assert_eq!(
        refusal,
        Err(Refusal::OffTheRoad {
            state: "TC_SUBMITTED",
            act: "DOF_PUBLISHED"
        })
    );
    assert_eq!(case, before, "a refusal changes nothing");
}

#[test]
fn a_case_begins_with_its_proposal() {
    assert_eq!(
        EcCase::open(step(1, EcDraft, "2026-01-02")),
        Err(Refusal::NotAStart { act: "EC_DRAFT" })
    );
}

#[test]
fn an_act_is_not_older_than_the_last_nor_of_tomorrow() {
    let mut case = at(GteReady, "2026-07-03");
    let (pack, calendar, facts) = (RulePack::shipped(), Calendar::default(), complete());
    let scene = Scene {
        facts: &facts,
        pack: &pack,
        calendar: &calendar,
        today: day("2026-07-10"),
    };

    assert!(matches!(
        case.perform(&doing(2, MfDraft, "2026-07-02"), &scene),
        Err(Refusal::OutOfOrder { .. })
    ));
    assert!(matches!(
        case.perform(&doing(2, MfDraft, "2026-07-11"), &scene),
        Err(Refusal::InTheFuture { .. })
    ));
    assert_eq!(
        case.perform(&doing(2, MfDraft, "2026-07-03"), &scene),
        Ok(())
    );
}

#[test]
fn a_refusal_names_all_that_is_missing() {
    let mut case = at(Endorsement, "2026-07-03");

    let refusal = perform(
        &mut case,
        &doing(2, SupportFile, "2026-07-06"),
        &Facts::default(),
    );

    assert_eq!(missing(refusal), SUPPORT);
    assert_eq!(case.state(), Endorsement);
}

#[test]
fn the_pilot_is_left_out_with_a_reason_alone() {
    let facts = Facts::default();
    let mut case = at(IecValidated, "2026-07-03");
    let mut act = doing(2, Endorsement, "2026-07-06");

    let refusal = perform(&mut case, &act, &facts);
    assert_eq!(missing(refusal), ["ROAD-ENDORSEMENT-2"]);

    act.said = everything_said::<EcState>();
    assert_eq!(perform(&mut case, &act, &facts), Ok(()));
}

#[test]
fn errors_of_the_review_block_the_validation() {
    let mut case = at(EcDraft, "2026-07-03");
    let mut facts = complete();
    facts.blocking_errors = 3;
    let act = doing(2, EcValidated, "2026-07-06");

    let Err(Refusal::Unmet { unmet, .. }) = perform(&mut case, &act, &facts) else {
        panic!("it was not refused")
    };
    assert_eq!(unmet[0].requirement, "ROAD-EC_VALIDATED-1");
    assert_eq!(unmet[0].says, "Corregir 3 errores que señala la revisión");

    facts.blocking_errors = 0;
    assert_eq!(perform(&mut case, &act, &facts), Ok(()));
}

#[test]
fn a_text_that_was_opened_again_asks_for_its_endorsement_again() {
    let mut facts = complete();
    facts.evidence.insert("EC-SUP-1".into(), 3);
    let mut case = at(Endorsement, "2026-07-03");
    case.take(step(4, SupportFile, "2026-07-04")).unwrap();
    case.take(step(7, EcDraft, "2026-07-05")).unwrap();
    for (number, state) in [
        (8, EcValidated),
        (9, IecDraft),
        (10, IecValidated),
        (11, Endorsement),
    ] {
        case.take(step(number, state, "2026-07-06")).unwrap();
    }
    let act = doing(12, SupportFile, "2026-07-07");

    assert_eq!(missing(perform(&mut case, &act, &facts)), ["EC-SUP-1"]);

    facts.evidence.insert("EC-SUP-1".into(), 12);
    assert_eq!(perform(&mut case, &act, &facts), Ok(()));
}

#[test]
fn a_second_ruling_asks_for_its_own_paper() {
    let mut facts = complete();
    facts.evidence.insert("EC-SUP-6".into(), 3);
    let mut case = at(MethodReview, "2026-07-03");
    let ready = |number| doing(number, CovacecReady, "2026-07-06");
    assert_eq!(perform(&mut case, &ready(3), &facts), Ok(()));
    for (number, state) in [
        (4, CovacecOnAgenda),
        (5, CovacecNotPertinent),
        (6, Returned),
        (7, MethodReview),
    ] {
        case.take(step(number, state, "2026-07-06")).unwrap();
    }

    assert_eq!(missing(perform(&mut case, &ready(8), &facts)), ["EC-SUP-6"]);
}

#[test]
fn a_session_waits_for_its_notice() {
    let facts = complete();
    let mut case = at(CovacecOnAgenda, "2026-07-03"); // A Friday.

    let early = perform(&mut case, &doing(2, CovacecPertinent, "2026-07-05"), &facts);
    assert_eq!(missing(early), ["ROAD-COVACEC_ON_AGENDA-1"]);

    let act = doing(2, CovacecPertinent, "2026-07-06");
    assert_eq!(perform(&mut case, &act, &facts), Ok(()));
}

#[test]
fn an_answer_expires_only_after_its_term() {
    let facts = complete();
    let mut case = at(Returned, "2026-07-03");

    let last_day = perform(&mut case, &doing(2, Expired, "2026-09-01"), &facts);
    assert_eq!(missing(last_day), ["ROAD-EXPIRED-1"]);

    let act = doing(2, Expired, "2026-09-02");
    assert_eq!(perform(&mut case, &act, &facts), Ok(()));
}

#[test]
fn a_code_is_assigned_as_codes_are_written() {
    let facts = complete();
    let mut case = at(TcApproved, "2026-07-03");
    let mut act = doing(2, Coded, "2026-07-06");

    assert_eq!(
        missing(perform(&mut case, &act, &facts)),
        ["ROAD-CODED-1"],
        "a file is no code"
    );
    act.said.insert(Saying::Code, "EEC1727".into());
    assert_eq!(missing(perform(&mut case, &act, &facts)), ["ROAD-CODED-1"]);
    act.said.insert(Saying::Code, "ECM0390".into());
    assert_eq!(
        missing(perform(&mut case, &act, &facts)),
        ["ROAD-CODED-1"],
        "a brand standard's code is not its own"
    );
    act.said.insert(Saying::Code, "EC1727".into());
    assert_eq!(perform(&mut case, &act, &facts), Ok(()));
}

#[test]
fn what_existed_before_enters_with_its_proof_and_is_shown_so_for_ever() {
    let (pack, calendar) = (RulePack::shipped(), Calendar::default());
    let drafted = EcCase::open(step(1, Proposed, "2026-07-03")).unwrap();
    let mut facts = Facts::default();
    let act = doing(2, RenecActive, "2012-10-16");
    let register = |facts: &Facts, drafted: Option<&EcCase>| {
        let scene = Scene {
            facts,
            pack: &pack,
            calendar: &calendar,
            today: day("2026-07-03"),
        };
        EcCase::register(drafted, &act, &scene)
    };

    let refusal = register(&facts, Some(&drafted)).map(|_| ());
    assert_eq!(missing(refusal), ["ROAD-REGISTERED_AS_FOUND-1"]);

    facts
        .evidence
        .insert("ROAD-REGISTERED_AS_FOUND-1".into(), 2);
    let mut case = register(&facts, Some(&drafted)).unwrap();
    assert_eq!(case.state(), RenecActive);
    assert_eq!(case.since(), day("2012-10-16"));
    assert_eq!(case.filed_on(), day("2012-10-16"));
    assert!(register(&facts, None).is_ok());
    assert_eq!(
        register(&facts, Some(&case)),
        Err(Refusal::AlreadyUnderWay {
            state: "RENEC_ACTIVE"
        })
    );

    case.take(step(3, InUpdate, "2026-07-06")).unwrap();
    assert!(case.is_as_found());
    assert_eq!(
        case.filed_on(),
        day("2026-07-06"),
        "an update has its own rules"
    );
}

/// A standard that was registered in force and whose update came as far as a state.
fn updating(to: &[EcState]) -> EcCase {
    let mut case = at(RenecActive, "2020-05-04");
    let states = [InUpdate].iter().chain(to);
    for (state, number) in states.zip(2..) {
        case.take(step(number, *state, "2026-07-03")).unwrap();
    }
    case
}

#[test]
fn an_update_that_comes_to_nothing_leaves_the_standard_in_force() {
    let to_covacec: Vec<EcState> = vec![
        GteReady,
        MfDraft,
        MfValidated,
        EcDraft,
        EcValidated,
        IecDraft,
        IecValidated,
        Endorsement,
        SupportFile,
        MethodReview,
        Returned,
    ];
    for (end, way) in [(Withdrawn, &[GteReady][..]), (Expired, &to_covacec)] {
        let mut case = updating(way);
        assert_eq!(case.filed_on(), day("2026-07-03"));

        case.take(step(40, end, "2026-11-03")).unwrap();

        assert_eq!(case.state(), RenecActive, "{end:?}");
        assert_eq!(case.since(), day("2020-05-04"), "since it came there");
        assert_eq!(case.filed_on(), day("2020-05-04"), "by the rules of then");
        assert_eq!(
            case.take(step(41, InUpdate, "2026-11-02")),
            Err(Refusal::OutOfOrder {
                on: day("2026-11-02"),
                last: day("2026-11-03"),
            }),
            "no act is older than the one before"
        );
        case.take(step(41, InUpdate, "2026-11-04")).unwrap();
        assert_eq!(case.refiled_at(), 41);
    }
}

#[test]
fn an_update_of_what_was_due_for_review_gives_back_that_it_is_due() {
    let mut case = at(ReviewDue, "2026-05-04");
    case.take(step(2, InUpdate, "2026-07-03")).unwrap();
    case.take(step(3, GteReady, "2026-07-03")).unwrap();
    case.take(step(4, Withdrawn, "2026-07-06")).unwrap();

    assert_eq!(case.state(), ReviewDue);
}

#[test]
fn what_was_never_in_force_ends_where_it_is_withdrawn() {
    let mut new = at(GteReady, "2026-07-03");
    new.take(step(2, Withdrawn, "2026-07-06")).unwrap();
    assert_eq!(new.state(), Withdrawn);

    // What was found while it was being updated: nothing here says what was in force.
    let mut found = EcCase::open(step(1, Proposed, "2026-07-03")).unwrap();
    let step_found = Step {
        found: true,
        ..step(2, InUpdate, "2026-07-03")
    };
    found.take(step_found).unwrap();
    found.take(step(3, GteReady, "2026-07-03")).unwrap();
    found.take(step(4, Withdrawn, "2026-07-06")).unwrap();
    assert_eq!(found.state(), Withdrawn);
}

#[test]
fn an_update_that_was_approved_is_what_is_in_force() {
    let mut case = updating(&[
        GteReady,
        MfDraft,
        MfValidated,
        EcDraft,
        EcValidated,
        IecDraft,
        IecValidated,
        Endorsement,
        SupportFile,
        MethodReview,
        CovacecReady,
        CovacecOnAgenda,
        CovacecPertinent,
        TcSubmitted,
        TcApproved,
        Coded,
        DofSent,
        DofPublished,
        RenecActive,
        InUpdate,
        GteReady,
    ]);

    case.take(step(60, Withdrawn, "2026-07-06")).unwrap();

    assert_eq!(case.state(), RenecActive);
    assert_eq!(case.refiled_at(), 2, "the first update stands");
    assert_eq!(case.steps().len(), 21);
}

#[test]
fn frozen_documents_are_opened_by_an_act_and_published_ones_are_not() {
    for &state in EcState::ALL {
        let opens = ways_on(state).any(|way| way.to == EcDraft);
        match state.editing() {
            Editing::Reopens(to) => assert!(opens && to == EcDraft, "{state:?}"),
            Editing::Closed => assert!(!opens, "{state:?}"),
            Editing::Free => {}
        }
    }
    assert_eq!(Pilot.editing(), Editing::Free);
    assert_eq!(Endorsement.editing(), Editing::Reopens(EcDraft));
    assert_eq!(TcApproved.editing(), Editing::Closed);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn no_walk_leaves_the_road(walk in any_walk()) {
        thread_local!(static PACK: RulePack = RulePack::shipped());
        PACK.with(|pack| take_walk::<EcState>(walk, pack));
    }
}
