use super::*;
use crate::ec_case::{self, Destination, EcCase, EcState};
use crate::project::Project;
use crate::road::Step;
use crate::road::fixtures::{complete, day, step};

fn at(state: EcState, on: &str) -> EcCase {
    EcCase::open(Step {
        found: true,
        ..step(1, state, on)
    })
    .unwrap()
}

fn ask(case: &EcCase, facts: &Facts, today: &str) -> Waiting {
    let (pack, calendar) = (RulePack::shipped(), Calendar::default());
    waiting(
        case,
        &Scene {
            facts,
            pack: &pack,
            calendar: &calendar,
            today: day(today),
        },
    )
}

#[test]
fn a_case_says_who_holds_it_since_when_and_until_when() {
    let case = at(EcState::MethodReview, "2026-07-03");

    let waits = ask(&case, &complete(), "2026-07-16");

    assert_eq!(waits.says, "Revisión metodológica");
    assert_eq!(waits.holder, "CPD");
    assert_eq!(waits.since, day("2026-07-03"));
    assert_eq!(waits.due, Some(day("2026-07-24")));
    assert_eq!(waits.working_days_left, Some(6));
    assert!(waits.basis.ends_with("15 días hábiles (por confirmar)"));
    assert!(waits.as_found && !waits.ended);
    let ready = &waits.next[0];
    assert_eq!(
        (ready.act, ready.who),
        ("COVACEC_READY", "Vocal Ponente y Secretaría Técnica")
    );
    assert_eq!((ready.due, ready.working_days_left), (waits.due, Some(6)));
    assert_eq!(ready.unmet, []);
    let withdrawn = waits.next.last().unwrap();
    assert_eq!((withdrawn.act, withdrawn.due), ("WITHDRAWN", None));
    assert_eq!(
        ask(&case, &complete(), "2026-07-27").working_days_left,
        Some(-1)
    );
}

#[test]
fn each_thing_missing_is_said_with_its_basis() {
    let case = at(EcState::SupportFile, "2026-07-03");
    let mut facts = complete();
    facts.evidence.remove("EC-SUP-1");
    facts.support.population_source.clear();
    facts.certificate_validity.clear();

    let waits = ask(&case, &facts, "2026-07-06");

    let said: Vec<(&str, &str, &str)> = waits.next[0]
        .unmet
        .iter()
        .map(|u| (u.requirement, &*u.says, &*u.basis))
        .collect();
    assert_eq!(
        said,
        [
            (
                "EC-SUP-1",
                "Falta el aval firmado del CGC",
                "Reglas Generales, artículo 25, fracción I (por confirmar)"
            ),
            (
                "EC-SUP-4",
                "Falta la fuente del número de personas que podrían certificarse",
                "Reglas Generales, artículo 25, fracción IV (por confirmar)"
            ),
            (
                "EC-SUP-7",
                "Falta la vigencia del certificado",
                "Reglas Generales, artículo 25, fracción VII (por confirmar)"
            ),
        ]
    );
}

#[test]
fn a_mechanism_is_typed_or_attached() {
    let case = at(EcState::SupportFile, "2026-07-03");
    let mut facts = complete();
    facts.support.consequence_mechanism.clear();
    assert_eq!(ask(&case, &facts, "2026-07-06").next[0].unmet, []);

    // What one article calls so the other does too: a file for either serves both.
    for (kept, gone) in [("EC-SUP-5", "EC-MIN-4"), ("EC-MIN-4", "EC-SUP-5")] {
        let mut one = facts.clone();
        one.evidence.remove(gone);
        let waits = ask(&case, &one, "2026-07-06");
        assert_eq!(waits.next[0].unmet, [], "{kept}");
    }

    facts.evidence.remove("EC-SUP-5");
    facts.evidence.remove("EC-MIN-4");
    let waits = ask(&case, &facts, "2026-07-06");

    let asked: Vec<&str> = waits.next[0].unmet.iter().map(|u| u.requirement).collect();
    assert_eq!(asked, ["EC-SUP-5", "EC-MIN-4"]);
}

#[test]
fn a_title_that_another_has_is_explained_or_changed() {
    let case = at(EcState::MethodReview, "2026-07-03");
    let mut facts = complete();
    facts.duplicates = vec!["EC1797".into(), "EC1769".into()];
    assert_eq!(ask(&case, &facts, "2026-07-06").next[0].unmet, []);

    facts.evidence.remove("EC-PRO-4");
    let waits = ask(&case, &facts, "2026-07-06");

    assert!(waits.next[0].unmet[0].says.contains("EC1769, EC1797"));
}

#[test]
fn a_review_is_due_when_its_period_has_run() {
    let mut case = at(EcState::DofPublished, "2024-08-07");
    case.take(step(2, EcState::RenecActive, "2024-09-02"))
        .unwrap();
    let mut facts = complete();
    facts.evidence.clear();
    facts.publication_date = Some(day("2024-08-08"));

    let before = ask(&case, &facts, "2026-08-06");
    let after = ask(&case, &facts, "2026-08-07");

    assert_eq!(
        before.due,
        Some(day("2026-08-07")),
        "the road goes before the facts"
    );
    assert_eq!(before.basis, "Periodo de revisión: 2 años");
    assert_eq!(before.next[0].unmet.len(), 1);
    assert_eq!(after.next[0].unmet, []);
    case.take(step(3, EcState::ReviewDue, "2026-08-10"))
        .unwrap();
    case.take(step(4, EcState::RenecActive, "2026-09-01"))
        .unwrap();
    assert_eq!(
        ask(&case, &facts, "2026-09-02").due,
        Some(day("2028-09-01")),
        "confirmed without changes"
    );
    facts.review_period = "cuando convenga".into();
    assert_eq!(ask(&case, &facts, "2030-01-01").due, None);
}

#[test]
fn a_case_that_ended_waits_for_nothing() {
    let waits = ask(
        &at(EcState::Withdrawn, "2026-07-03"),
        &complete(),
        "2026-07-06",
    );

    assert!(waits.ended && waits.next.is_empty() && waits.holder.is_empty());
}

#[test]
fn a_packet_for_covacec_asks_for_all_of_its_stage() {
    let (pack, calendar) = (RulePack::shipped(), Calendar::default());
    let lacks = |state, facts: &Facts| -> Vec<&str> {
        let scene = Scene {
            facts,
            pack: &pack,
            calendar: &calendar,
            today: day("2026-07-06"),
        };
        let project = Project::Ec(at(state, "2026-07-03"));
        let lacks = project.packet_lacks(Destination::Covacec, &scene).unwrap();
        lacks.iter().map(|unmet| unmet.requirement).collect()
    };
    let errors = Facts {
        blocking_errors: 1,
        duplicates: vec!["EC1769".into()],
        ..Facts::default()
    };
    let all = ec_case::packet_requirements(Destination::Covacec).unwrap();

    assert_eq!(lacks(EcState::CovacecReady, &complete()), [""; 0]);
    assert_eq!(lacks(EcState::SupportFile, &complete()), all[..1]);
    assert_eq!(lacks(EcState::CovacecReady, &errors), all[1..]);
    for &needed in all {
        assert!(requirement::find(needed).is_some(), "{needed}");
    }
}

#[test]
fn a_deadline_is_past_near_or_ahead() {
    let told = [None, Some(-1), Some(0), Some(3), Some(4)].map(Pace::of);

    assert_eq!(
        told,
        [Pace::Open, Pace::Late, Pace::Near, Pace::Near, Pace::Ahead]
    );
}
