use super::*;
use crate::ids::Ids;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamp(number: u64, on: &str) -> Stamp {
    Stamp {
        number,
        on: day(on),
        by: "Elena Robles".to_owned(),
    }
}

struct Made {
    ids: Ids,
    committee: Committee,
    number: u64,
}

impl Made {
    fn new() -> Made {
        let mut made = Made {
            ids: Ids::fixed(),
            committee: Committee::default(),
            number: 0,
        };
        made.take(CommitteeEvent::Named("CGC inventado".to_owned()))
            .unwrap();
        made
    }

    fn take(&mut self, event: CommitteeEvent) -> Result<(), Refusal> {
        self.number += 1;
        self.committee
            .take(event, &stamp(self.number, "2026-05-04"))
    }

    fn organization(&mut self, name: &str, kind: OrganizationKind) -> PartId {
        let id = self.ids.part();
        let one = Organization {
            id,
            name: name.to_owned(),
            kind,
            joined_to: None,
        };
        self.take(CommitteeEvent::Organization(one)).unwrap();
        id
    }

    fn seat(
        &mut self,
        name: &str,
        organization: PartId,
        office: CgcOfficeRole,
    ) -> Result<PartId, Refusal> {
        let id = self.ids.part();
        let member = Member {
            id,
            name: name.to_owned(),
            post: "Dirección general".to_owned(),
            organization,
            office,
            from: day("2026-05-04"),
            until: None,
            reason: String::new(),
        };
        self.take(CommitteeEvent::Seated(member)).map(|()| id)
    }

    fn result(&self, id: &str) -> CriterionResult {
        let all = self.committee.standings(day("2026-05-10"), 0, self.number);
        all.into_iter()
            .find(|it| it.criterion.id == id)
            .unwrap()
            .result
    }
}

#[test]
fn an_office_that_one_person_holds_is_not_given_to_another_until_it_is_left() {
    let mut made = Made::new();
    let firm = made.organization("Ciclos del Valle", OrganizationKind::Company);
    let ana = made.seat("Ana Ruiz", firm, CgcOfficeRole::Chair).unwrap();

    assert_eq!(
        made.seat("Luis Vega", firm, CgcOfficeRole::Chair),
        Err(Refusal::OfficeHeld("Ana Ruiz".to_owned()))
    );
    assert_eq!(
        made.seat("ana ruíz", firm, CgcOfficeRole::Member),
        Err(Refusal::Seated("Ana Ruiz".to_owned()))
    );
    let left = CommitteeEvent::Left {
        member: ana,
        reason: "Renunció".to_owned(),
    };
    made.committee
        .take(left.clone(), &stamp(9, "2026-06-01"))
        .unwrap();
    assert_eq!(made.take(left), Err(Refusal::HasLeft));
    made.seat("Luis Vega", firm, CgcOfficeRole::Chair).unwrap();

    let names = |on: &str| {
        let roster = made.committee.roster(day(on));
        roster.iter().map(|it| it.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("2026-05-31"), ["Ana Ruiz", "Luis Vega"]);
    assert_eq!(
        names("2026-06-01"),
        ["Luis Vega"],
        "the roster of a day is that of its day"
    );
}

#[test]
fn what_is_counted_is_counted_from_the_roster_and_nobody_judges_it() {
    let mut made = Made::new();
    let firm = made.organization("Ciclos del Valle", OrganizationKind::Company);
    let school = made.organization("Instituto inventado", OrganizationKind::Education);
    let union = made.organization("Sindicato inventado", OrganizationKind::Union);
    made.seat("Ana Ruiz", firm, CgcOfficeRole::Chair).unwrap();
    made.seat("Luis Vega", union, CgcOfficeRole::ViceChair)
        .unwrap();
    assert_eq!(made.result("CGC-ORG-1"), CriterionResult::NotMet);
    assert_eq!(made.result("CGC-EDU-1"), CriterionResult::NotMet);
    assert_eq!(made.result("CGC-REP-6"), CriterionResult::Met);

    made.seat("Rosa Mena", school, CgcOfficeRole::Member)
        .unwrap();
    assert_eq!(made.result("CGC-ORG-1"), CriterionResult::Met);
    assert_eq!(made.result("CGC-EDU-1"), CriterionResult::Met);
    let judged = CommitteeEvent::Judged {
        criterion: "CGC-EDU-1".to_owned(),
        result: CriterionResult::Met,
        note: String::new(),
    };
    assert_eq!(made.take(judged), Err(Refusal::Computed("CGC-EDU-1")));
}

#[test]
fn a_school_that_presides_holds_no_vocalia() {
    let mut made = Made::new();
    let school = made.organization("Instituto inventado", OrganizationKind::Education);
    made.seat("Ana Ruiz", school, CgcOfficeRole::Chair).unwrap();
    assert_eq!(made.result("CGC-EDU-1"), CriterionResult::NotMet);
}

#[test]
fn a_criterion_is_met_with_evidence_and_asked_for_again_when_the_procedure_begins_anew() {
    let mut made = Made::new();
    let judged = |result| CommitteeEvent::Judged {
        criterion: "CGC-ALC-1".to_owned(),
        result,
        note: "41 %, censo inventado de 2025".to_owned(),
    };
    assert_eq!(
        made.take(judged(CriterionResult::Met)),
        Err(Refusal::NoEvidence("CGC-ALC-1"))
    );
    made.committee.files.insert("CGC-ALC-1".to_owned(), 3);
    assert_eq!(made.result("CGC-ALC-1"), CriterionResult::Pending);
    made.take(judged(CriterionResult::Met)).unwrap();
    assert_eq!(made.result("CGC-ALC-1"), CriterionResult::Met);
    let proven = made.committee.proven(day("2026-05-10"), 0, made.number);
    assert!(proven.contains_key("CGC-ALC-1"));

    let anew = made.number + 1;
    let proven = made.committee.proven(day("2026-05-10"), anew, anew);
    assert!(
        !proven.contains_key("CGC-ALC-1"),
        "a renewal is judged anew"
    );
    made.committee.files.clear();
    let proven = made.committee.proven(day("2026-05-10"), 0, made.number);
    assert!(
        !proven.contains_key("CGC-ALC-1"),
        "evidence that was withdrawn proves nothing"
    );
}

#[test]
fn evidence_that_nobody_judged_meets_no_group() {
    let mut made = Made::new();
    for id in ["CGC-ALC-1", "CGC-REP-1", "CGC-INT-1"] {
        made.committee.files.insert(id.to_owned(), 1);
    }
    assert_eq!(made.result("CGC-ADM-0"), CriterionResult::NotMet);
    for id in ["CGC-ALC-1", "CGC-REP-1", "CGC-INT-1"] {
        let judged = CommitteeEvent::Judged {
            criterion: id.to_owned(),
            result: CriterionResult::Met,
            note: String::new(),
        };
        made.take(judged).unwrap();
    }
    assert_eq!(made.result("CGC-ADM-0"), CriterionResult::Met);
}

#[test]
fn one_organization_under_two_spellings_is_offered_joined_and_parted() {
    let mut made = Made::new();
    let one = made.organization("Ciclos del Valle, S.A. de C.V.", OrganizationKind::Company);
    let other = made.organization("CICLOS DEL VALLE", OrganizationKind::Company);
    made.organization("Cámara del Valle", OrganizationKind::Chamber);
    let pairs = made.committee.alike();
    assert_eq!(pairs.len(), 1);
    assert_eq!((pairs[0].0.id, pairs[0].1.id), (one, other));

    made.seat("Ana Ruiz", one, CgcOfficeRole::Chair).unwrap();
    made.seat("Luis Vega", other, CgcOfficeRole::Member)
        .unwrap();
    assert_eq!(made.committee.represented(day("2026-05-10")).len(), 2);
    made.take(CommitteeEvent::Joined {
        kept: one,
        gone: other,
    })
    .unwrap();
    assert_eq!(made.committee.represented(day("2026-05-10")).len(), 1);
    assert!(made.committee.alike().is_empty());
    let again = CommitteeEvent::Joined {
        kept: other,
        gone: one,
    };
    assert_eq!(made.take(again), Err(Refusal::NotJoinable));
    made.take(CommitteeEvent::Parted(other)).unwrap();
    assert_eq!(made.committee.represented(day("2026-05-10")).len(), 2);
}

#[test]
fn every_criterion_is_a_requirement_with_a_basis() {
    for criterion in CRITERIA {
        assert!(
            crate::requirement::find(criterion.id).is_some(),
            "{}",
            criterion.id
        );
    }
}
