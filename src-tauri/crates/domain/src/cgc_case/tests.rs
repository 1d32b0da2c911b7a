use proptest::prelude::*;

use super::*;
use crate::calendar::Calendar;
use crate::road::fixtures::{any_walk, complete, day, doing, holds_together, step, take_walk};
use crate::road::{Refusal, Step};
use crate::rule_pack::RulePack;
use crate::waiting::{Facts, Scene, waiting};

#[test]
fn the_table_holds_together() {
    holds_together(&[Withdrawn, Expired, Closed]);
}

fn at(state: CgcState, on: &str) -> CgcCase {
    CgcCase::open(Step {
        found: true,
        ..step(1, state, on)
    })
    .unwrap()
}

#[test]
fn a_committee_shows_one_criterion_of_each_group() {
    let (pack, calendar) = (RulePack::shipped(), Calendar::default());
    let mut facts = complete();
    facts.evidence.retain(|id, _| !id.starts_with("CGC-REP"));
    let mut case = at(InReview, "2026-03-02");
    let ready = doing(2, Ready, "2026-03-03");
    let mut scene = Scene {
        facts: &facts,
        pack: &pack,
        calendar: &calendar,
        today: day("2026-03-03"),
    };

    let refusal = case.perform(&ready, &scene).unwrap_err();

    let Refusal::Unmet { act, unmet } = refusal else {
        panic!("{refusal:?}")
    };
    assert_eq!((act, unmet.len()), ("READY", 1));
    assert_eq!(unmet[0].requirement, "CGC-ADM-0");
    assert_eq!(
        unmet[0].says,
        "Falta acreditar un criterio de cada grupo: CGC-REP"
    );

    let mut facts = facts.clone();
    facts.evidence.insert("CGC-REP-4".into(), 2);
    scene.facts = &facts;
    assert_eq!(case.perform(&ready, &scene), Ok(()));
}

#[test]
fn a_renewal_asks_for_its_criteria_again() {
    let (pack, calendar) = (RulePack::shipped(), Calendar::default());
    let mut facts = complete();
    facts.evidence.values_mut().for_each(|number| *number = 1);
    let mut case = at(Installed, "2024-03-04");
    case.take(step(5, RenewalDue, "2026-03-05")).unwrap();
    case.take(step(6, InReview, "2026-03-06")).unwrap();
    let scene = Scene {
        facts: &facts,
        pack: &pack,
        calendar: &calendar,
        today: day("2026-03-06"),
    };

    let waits = waiting(&case, &scene);

    let asked: Vec<&str> = waits.next[0].unmet.iter().map(|u| u.requirement).collect();
    assert_eq!(asked, CRITERIA);
    assert_eq!(kind(&case), CaseKind::Renewal);
    assert_eq!(
        case.filed_on(),
        day("2026-03-05"),
        "under the rules of that day"
    );
}

#[test]
fn a_committee_is_renewed_when_its_validity_ends() {
    let (pack, calendar) = (RulePack::shipped(), Calendar::default());
    let case = at(Installed, "2024-03-04");
    let facts = Facts::default();
    let scene = |today| Scene {
        facts: &facts,
        pack: &pack,
        calendar: &calendar,
        today: day(today),
    };

    let before = waiting(&case, &scene("2026-03-03"));
    let after = waiting(&case, &scene("2026-03-04"));

    assert_eq!(before.next[0].due, Some(day("2026-03-04")));
    assert_eq!(
        before.next[0].unmet[0].says,
        "La vigencia del CGC no ha concluido: se cumple el 4 de marzo de 2026"
    );
    assert_eq!(after.next[0].unmet, []);
    assert_eq!(before.next[1].act, "RESTRUCTURING");
    assert_eq!(before.next[1].due, None, "what ripens is the renewal alone");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn no_walk_leaves_the_road(walk in any_walk()) {
        thread_local!(static PACK: RulePack = RulePack::shipped());
        PACK.with(|pack| take_walk::<CgcState>(walk, pack));
    }
}
