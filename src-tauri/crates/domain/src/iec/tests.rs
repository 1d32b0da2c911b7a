use std::collections::HashSet;

use proptest::prelude::*;

use super::coverage::{Freshness, coverage, freshness, touched};
use super::deriving::derive;
use super::edit::{IecEdit, IecList, IecPart, Refusal};
use super::leaf::{Leaf, leaves};
use super::*;
use crate::ec::CompetenceStandard;
use crate::ec::edit::Edit;
use crate::ec::part::Field;
use crate::ec::sketch::sample;
use crate::ids::Ids;

/// The sample standard and an instrument with one item for each of its leaves.
fn covered() -> (CompetenceStandard, AssessmentInstrument, Ids) {
    let mut ids = Ids::fixed();
    let standard = sample(&mut ids);
    let mut instrument = AssessmentInstrument::blank(ids.iec(), ids.ec());
    let wanted: Vec<PartId> = leaves(&standard).iter().map(|leaf| leaf.id).collect();
    let edits = derive(&instrument, &standard, &wanted, &mut ids);
    instrument.apply_all(&edits).unwrap();
    (standard, instrument, ids)
}

fn stale(instrument: &AssessmentInstrument, leaves: &[Leaf]) -> Vec<PartId> {
    let all = freshness(instrument, leaves).into_iter();
    all.filter(|(_, stands)| *stands != Freshness::Fresh)
        .map(|(id, _)| id)
        .collect()
}

#[test]
fn one_item_a_leaf_covers_a_standard() {
    let (standard, instrument, mut ids) = covered();
    let leaves = leaves(&standard);

    assert!(
        coverage(&instrument, &leaves)
            .iter()
            .all(|row| row.items.len() == 1)
    );
    assert_eq!(stale(&instrument, &leaves), []);
    for item in &instrument.items {
        let leaf = leaves.iter().find(|leaf| leaf.id == item.leaf).unwrap();
        let tool = instrument
            .tools
            .iter()
            .find(|tool| tool.id == item.tool)
            .unwrap();
        assert!(leaf.kind.tools().contains(&tool.kind));
    }
    // Asking again adds nothing.
    let all: Vec<PartId> = leaves.iter().map(|leaf| leaf.id).collect();
    assert_eq!(derive(&instrument, &standard, &all, &mut ids), []);
}

#[test]
fn what_is_proposed_keeps_every_word_of_the_leaf() {
    let (standard, instrument, _) = covered();
    let fold = |text: &str| -> HashSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    for leaf in leaves(&standard) {
        let item = instrument
            .items
            .iter()
            .find(|item| item.leaf == leaf.id)
            .unwrap();
        let wanted = match leaf.kind {
            // Their details are asked by its questions, or are the responses that the key keeps.
            CriterionKind::Knowledge | CriterionKind::Contingency => leaf.line.clone(),
            _ => format!("{} {}", leaf.line, leaf.detail),
        };
        let missing: Vec<_> = fold(&wanted)
            .difference(&fold(&item.text))
            .cloned()
            .collect();
        assert!(
            missing.is_empty(),
            "{}: {missing:?} in {}",
            leaf.label(),
            item.text
        );
    }
}

#[test]
fn codes_count_through_the_instrument_and_say_their_part() {
    let (standard, mut instrument, mut ids) = covered();
    let leaves = leaves(&standard);
    let first = instrument.items[0].clone();
    let second = Item {
        id: ids.part(),
        ..first.clone()
    };
    let add = IecEdit::Add {
        at: 1,
        part: IecPart::Item(second.clone()),
    };
    instrument.apply(&add).unwrap();

    let codes = codes::codes(&instrument, &leaves);

    assert_eq!(codes[&first.id], "1.1/2-D1E1");
    assert_eq!(codes[&second.id], "2.2/2-D1E1");
    let numbers: HashSet<&str> = codes
        .values()
        .filter_map(|code| code.split('.').next())
        .collect();
    assert_eq!(numbers.len(), instrument.items.len());
}

#[test]
fn a_change_of_the_standard_touches_the_items_of_that_leaf_and_no_other() {
    let (mut standard, instrument, _) = covered();
    let before = leaves(&standard);
    let line = standard.elements[0].performances[0].characteristics[0].clone();
    let reword = Edit::Write {
        part: Some(line.id),
        field: Field::Text,
        before: line.text.clone(),
        after: "Con las manos limpias, y".to_owned(),
    };
    let back = standard.apply(&reword).unwrap();
    let item = instrument
        .items
        .iter()
        .find(|item| item.leaf == line.id)
        .unwrap();

    let after = leaves(&standard);
    assert_eq!(stale(&instrument, &after), [item.id]);
    assert_eq!(
        touched(&instrument, &before, &after),
        [(item.id, Freshness::Stale)]
    );

    standard.apply(&back).unwrap();
    assert_eq!(stale(&instrument, &leaves(&standard)), []);
}

#[test]
fn what_others_belong_to_goes_with_them_or_not_at_all() {
    let (_, mut instrument, _) = covered();
    let before = instrument.clone();
    let tool = instrument.tools[0].clone();
    let remove = IecEdit::Remove {
        part: IecPart::Tool(tool.clone()),
    };
    let count = instrument.items_of(tool.id).count();
    assert_eq!(
        instrument.apply(&remove),
        Err(Refusal::InUse {
            what: "items",
            count
        })
    );

    let edits = instrument.uproot(tool.id).unwrap();
    let back = instrument.apply_all(&edits).unwrap();
    assert!(instrument.items_of(tool.id).next().is_none());

    instrument.apply_all(&back).unwrap();
    assert_eq!(instrument, before);
}

#[test]
fn what_an_item_names_must_be_there() {
    let (_, mut instrument, mut ids) = covered();
    let item = Item {
        id: ids.part(),
        tool: ids.part(),
        ..instrument.items[0].clone()
    };
    let add = IecEdit::Add {
        at: 0,
        part: IecPart::Item(item),
    };

    assert_eq!(
        instrument.apply(&add),
        Err(Refusal::NoSuch { what: "tool" })
    );
}

#[test]
fn shares_are_a_hundred() {
    let (_, mut instrument, _) = covered();
    let mut after = instrument.terms.clone();
    after.shares.minor = weights::Hundredths(2100);
    let set = IecEdit::SetTerms {
        before: instrument.terms.clone(),
        after,
    };

    assert_eq!(instrument.apply(&set), Err(Refusal::NotAHundred));
}

/// The instrument with five questions in the bank for each knowledge.
fn with_bank() -> AssessmentInstrument {
    let (standard, mut instrument, mut ids) = covered();
    for leaf in leaves(&standard) {
        if leaf.kind != CriterionKind::Knowledge {
            continue;
        }
        let item = instrument
            .items
            .iter()
            .find(|item| item.leaf == leaf.id)
            .unwrap()
            .id;
        for number in 1..=5 {
            instrument.questions.push(Question {
                id: ids.part(),
                item,
                kind: QuestionKind::TrueFalse,
                level: leaf.level,
                text: format!("Pregunta {number}"),
                options: vec!["Verdadero".to_owned(), "Falso".to_owned()],
                key: vec![0],
                annex: None,
                standing: Standing::InBank,
                difficulty: None,
                discrimination: None,
            });
        }
    }
    instrument
}

fn draw_of(key: &str, each: Option<u32>) -> draw::Draw {
    draw::Draw {
        key: key.to_owned(),
        each,
    }
}

#[test]
fn a_draw_is_the_same_for_the_same_key_and_is_kept() {
    let (standard, ..) = covered();
    let leaves = leaves(&standard);
    let two = |key: &str| with_bank().draw(&draw_of(key, Some(2)), &leaves);
    let mut one = with_bank();
    let drawn = two("2026-A").unwrap();
    one.apply_all(&drawn).unwrap();

    for item in &one.items {
        let asked = one.questions_of(item.id).count();
        assert!(
            asked == 2
                || one
                    .questions
                    .iter()
                    .all(|question| question.item != item.id)
        );
    }
    assert_eq!(one.terms.draw, Some(draw_of("2026-A", Some(2))));
    assert_eq!(one.is_as_drawn(&leaves), Some(true));
    assert_eq!(
        one.draw(&draw_of("2026-A", Some(2)), &leaves).unwrap(),
        [],
        "drawing again changes nothing"
    );
    assert_eq!(two("2026-A"), Ok(drawn.clone()));
    assert_ne!(two("2026-B"), Ok(drawn));
    let many = with_bank().draw(&draw_of("x", Some(6)), &leaves);
    assert_eq!(many.unwrap_err().has, 5);
    let asked = one
        .questions
        .iter()
        .position(|it| it.standing == Standing::InForm);
    one.questions[asked.unwrap()].standing = Standing::InBank;
    assert_eq!(one.is_as_drawn(&leaves), Some(false));
}

#[test]
fn a_draw_goes_by_the_level_of_what_is_asked_where_no_number_is_said() {
    let (standard, ..) = covered();
    let leaves = leaves(&standard);
    let mut one = with_bank();
    let drawn = one.draw(&draw_of("2026-A", None), &leaves).unwrap();
    one.apply_all(&drawn).unwrap();

    for item in &one.items {
        let leaf = leaves.iter().find(|leaf| leaf.id == item.leaf).unwrap();
        if let Some(level) = leaf.level {
            assert_eq!(one.questions_of(item.id).count(), level.questions());
        }
    }
}

/// An edit taken at random, most of which fit.
fn some_edit(instrument: &AssessmentInstrument, ids: &mut Ids, dice: &[usize; 4]) -> IecEdit {
    let item = instrument
        .items
        .get(dice[1] % instrument.items.len().max(1))
        .cloned();
    let tool = instrument.tools[dice[1] % instrument.tools.len()].clone();
    match (dice[0] % 6, item) {
        (0, Some(item)) => IecEdit::Remove {
            part: IecPart::Item(item),
        },
        (1, Some(item)) => IecEdit::Change {
            after: IecPart::Item(Item {
                weight: WeightClass::ALL[dice[2] % 3],
                text: format!("Revisa {}", dice[3]),
                ..item.clone()
            }),
            before: IecPart::Item(item),
        },
        (2, Some(item)) => IecEdit::Move {
            list: IecList::Items,
            part: item.id,
            from: instrument.position(IecList::Items, item.id).unwrap(),
            to: dice[2] % (instrument.items.len() + 1),
        },
        (3, Some(item)) => IecEdit::Add {
            at: dice[2] % (instrument.items.len() + 2),
            part: IecPart::Item(Item {
                id: ids.part(),
                ..item
            }),
        },
        (4, _) => IecEdit::Remove {
            part: IecPart::Tool(tool),
        },
        (_, _) => IecEdit::SetTerms {
            before: instrument.terms.clone(),
            after: Terms {
                pass_score: Some(weights::Hundredths(i64::try_from(dice[3]).unwrap())),
                ..instrument.terms.clone()
            },
        },
    }
}

proptest! {
    #[test]
    fn every_change_is_taken_back_exactly(dice in prop::collection::vec(prop::array::uniform4(0usize..1000), 1..60)) {
        let (_, mut instrument, mut ids) = covered();
        let mut past = Vec::new();
        for throw in &dice {
            let before = instrument.clone();
            match instrument.apply(&some_edit(&before, &mut ids, throw)) {
                Ok(back) => past.push((before, back)),
                Err(_) => prop_assert_eq!(&instrument, &before),
            }
        }
        for (before, back) in past.into_iter().rev() {
            instrument.apply(&back).unwrap();
            prop_assert_eq!(&instrument, &before);
        }
    }
}
