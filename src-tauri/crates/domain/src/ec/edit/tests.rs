use super::*;
use crate::ec::part::List;
use crate::ec::{Criterion, Element, Line};
use crate::ids::Ids;

/// Two elements; the first has performances numbered 1, 2, 2, as a document printed them.
fn standard() -> CompetenceStandard {
    let mut ids = Ids::fixed();
    let mut standard = CompetenceStandard {
        title: "Mantenimiento de bicicletas".to_owned(),
        ..CompetenceStandard::default()
    };
    for index in [1, 2] {
        let mut element = Element::blank(ids.part());
        (element.index, element.count) = (index, 2);
        for number in [1, 2, 2] {
            element.performances.push(Criterion {
                id: ids.part(),
                number,
                text: format!("Revisa {number}:"),
                characteristics: vec![Line {
                    id: ids.part(),
                    text: "En orden.".to_owned(),
                }],
            });
        }
        standard.elements.push(element);
    }
    standard
}

fn performances(standard: &CompetenceStandard) -> ListOf {
    ListOf {
        owner: Some(standard.elements[0].id),
        list: List::Performances,
    }
}

/// Every kind of edit that can be made on `standard`.
fn edits(standard: &CompetenceStandard) -> Vec<Edit> {
    let first = &standard.elements[0];
    let list = performances(standard);
    let mut ids = Ids::new(1_800_000_000_000, 7);
    vec![
        Edit::Write {
            part: None,
            field: Field::Title,
            before: standard.title.clone(),
            after: "Ajuste de frenos".to_owned(),
        },
        Edit::Write {
            part: Some(first.performances[0].characteristics[0].id),
            field: Field::Text,
            before: "En orden.".to_owned(),
            after: "En presencia del cliente.".to_owned(),
        },
        Edit::Add {
            into: list,
            at: 1,
            part: Part::blank(List::Performances, ids.part()),
            numbers: None,
        },
        Edit::Remove {
            from: list,
            part: Part::Criterion(first.performances[1].clone()),
            numbers: None,
        },
        Edit::Move {
            within: list,
            part: first.performances[0].id,
            from: 0,
            to: 2,
            numbers: None,
        },
        Edit::Number {
            list,
            before: vec![1, 2, 2],
            after: None,
        },
        Edit::Remove {
            from: ListOf {
                owner: None,
                list: List::Elements,
            },
            part: Part::Element(first.clone()),
            numbers: None,
        },
        Edit::SetPrinted {
            before: None,
            after: Some(PrintedForm::default()),
        },
        Edit::SetDuration {
            before: Duration::default(),
            after: Duration {
                desk_minutes: Some(40),
                ..Duration::default()
            },
        },
    ]
}

#[test]
fn every_edit_is_taken_back_exactly() {
    let before = standard();

    for edit in edits(&before) {
        let mut standard = before.clone();
        let back = standard.apply(&edit).unwrap();
        assert_ne!(standard, before, "{edit:?} changed nothing");
        let forth = standard.apply(&back).unwrap();
        assert_eq!(standard, before, "{edit:?} was not taken back");
        standard.apply(&forth).unwrap();
    }
}

#[test]
fn arranging_a_list_numbers_it_again() {
    let mut standard = standard();
    let list = performances(&standard);
    let part = Part::Criterion(standard.elements[0].performances[0].clone());

    standard
        .apply(&Edit::Remove {
            from: list,
            part,
            numbers: None,
        })
        .unwrap();

    let numbers: Vec<u32> = standard.elements[0]
        .performances
        .iter()
        .map(|p| p.number)
        .collect();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn removing_an_element_counts_the_others_again() {
    let mut standard = standard();
    let edit = edits(&standard).remove(6);

    standard.apply(&edit).unwrap();

    assert_eq!(
        (standard.elements[0].index, standard.elements[0].count),
        (1, 1)
    );
}

#[test]
fn an_edit_made_from_an_old_text_is_refused_and_changes_nothing() {
    let before = standard();
    let mut standard = before.clone();
    let edit = Edit::Write {
        part: None,
        field: Field::Title,
        before: "Otro título".to_owned(),
        after: "Ajuste".to_owned(),
    };

    let refusal = standard
        .apply_all(&[edits(&before).remove(2), edit])
        .unwrap_err();

    assert_eq!(refusal, Refusal::Changed { field: "title" });
    assert_eq!(standard, before);
}

#[test]
fn a_part_of_another_kind_is_refused() {
    let mut standard = standard();
    let edit = Edit::Add {
        into: performances(&standard),
        at: 0,
        part: Part::blank(List::Glossary, Ids::fixed().part()),
        numbers: None,
    };

    assert_eq!(
        standard.apply(&edit),
        Err(Refusal::WrongKind {
            list: "performances"
        })
    );
}

#[test]
fn a_day_that_is_none_is_refused() {
    let mut standard = standard();
    let edit = Edit::Write {
        part: None,
        field: Field::ApprovalDate,
        before: String::new(),
        after: "2026-02-30".to_owned(),
    };

    assert!(matches!(
        standard.apply(&edit),
        Err(Refusal::BadValue { .. })
    ));
}
