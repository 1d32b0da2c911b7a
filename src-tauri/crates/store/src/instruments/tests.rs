use domain::ec::{KnowledgeLevel, sketch};
use domain::ids::Ids;
use domain::iec::deriving::derive;
use domain::iec::draw::Draw;
use domain::iec::leaf::leaves;
use domain::iec::{
    Annex, Audience, HistoricalEvidence, Item, Question, QuestionKind, Situation, Standing,
    WeightClass,
};
use proptest::prelude::*;

use super::*;
use crate::Store;

/// A workspace with the sample standard and an instrument that has something of every kind.
fn furnished() -> (Store, AssessmentInstrument, Ids) {
    let mut ids = Ids::fixed();
    let standard = sketch::sample(&mut ids);
    let ec = ids.ec();
    let mut instrument = AssessmentInstrument::blank(ids.iec(), ec);
    let all: Vec<PartId> = leaves(&standard).iter().map(|leaf| leaf.id).collect();
    let edits = derive(&instrument, &standard, &all, &mut ids);
    instrument.apply_all(&edits).unwrap();
    instrument.terms.pass_score = Some(Hundredths(9764));
    instrument.situations.push(Situation {
        id: ids.part(),
        name: "En el taller".to_owned(),
        description: String::new(),
    });
    instrument.tools[0].situation = Some(instrument.situations[0].id);
    instrument.annexes.push(Annex {
        id: ids.part(),
        title: "Croquis".to_owned(),
        audience: Audience::Candidate,
        file: "croquis.pdf".to_owned(),
        digest: "sha256:00".to_owned(),
    });
    instrument.questions.push(Question {
        id: ids.part(),
        item: instrument.items[9].id,
        kind: QuestionKind::MultipleChoice,
        level: Some(KnowledgeLevel::Comprehension),
        text: "¿Cuál?".to_owned(),
        options: vec!["Uno".to_owned(), "Dos".to_owned(), "Tres".to_owned()],
        key: vec![1],
        annex: Some(instrument.annexes[0].id),
        standing: Standing::InForm,
        difficulty: Some(Hundredths(65)),
        discrimination: None,
    });
    let mut store = Store::memory().unwrap();
    store
        .write(|writer| {
            writer.insert_standard(ec, &standard)?;
            writer.insert_instrument(&instrument)
        })
        .unwrap();
    (store, instrument, ids)
}

#[test]
fn an_instrument_comes_back_as_it_went_in() {
    let (mut store, instrument, mut ids) = furnished();
    let read = |store: &Store| store.read(|reader| reader.instrument(instrument.standard));

    assert_eq!(read(&store).unwrap().as_ref(), Some(&instrument));
    let doubled = store.write(|writer| writer.insert_instrument(&instrument));
    assert!(matches!(doubled, Err(Error::Doubled { .. })));
    let other = ids.ec();
    let none = store.read(|reader| reader.instrument(other));
    assert!(matches!(none, Err(Error::Missing { .. })));
}

#[test]
fn an_item_of_a_tool_that_is_gone_is_damage() {
    let (store, instrument, _) = furnished();
    store
        .conn
        .execute_batch(
            "DELETE FROM iec_tool WHERE position = 0; UPDATE iec_tool SET position = position - 1",
        )
        .unwrap();

    let read = store.read(|reader| reader.instrument(instrument.standard));

    assert!(matches!(read, Err(Error::Corrupt { .. })));
}

/// An edit taken at random, most of which fit.
fn some_edit(instrument: &AssessmentInstrument, ids: &mut Ids, dice: &[usize; 4]) -> IecEdit {
    let at = dice[1] % instrument.items.len().max(1);
    let item = instrument.items.get(at).cloned();
    match (dice[0] % 6, item) {
        (0, Some(item)) => IecEdit::Remove {
            part: IecPart::Item(item),
        },
        (1, Some(item)) => IecEdit::Change {
            after: IecPart::Item(Item {
                weight: WeightClass::ALL[dice[2] % 3],
                historical: HistoricalEvidence::ALL[dice[2] % 3],
                text: format!("Revisa {}", dice[3]),
                expected: vec!["Uno".to_owned(), "Dos".to_owned()],
                ..item.clone()
            }),
            before: IecPart::Item(item),
        },
        (2, Some(item)) => IecEdit::Move {
            list: IecList::Items,
            part: item.id,
            from: at,
            to: dice[2] % (instrument.items.len() + 1),
        },
        (3, Some(item)) => IecEdit::Add {
            at: dice[2] % (instrument.items.len() + 2),
            part: IecPart::Item(Item {
                id: ids.part(),
                ..item
            }),
        },
        (4, _) => {
            let before = instrument.questions[0].clone();
            IecEdit::Change {
                after: IecPart::Question(Question {
                    options: vec!["Sí".to_owned(), "No".to_owned()],
                    key: vec![u32::try_from(dice[2] % 2).unwrap()],
                    standing: Standing::ALL[dice[3] % 3],
                    ..before.clone()
                }),
                before: IecPart::Question(before),
            }
        }
        (_, _) => IecEdit::SetTerms {
            before: instrument.terms.clone(),
            after: Terms {
                pass_score: Some(Hundredths(i64::try_from(dice[3]).unwrap())),
                judged: CriterionKind::ALL[..dice[2] % 5].to_vec(),
                draw: (!dice[1].is_multiple_of(3)).then(|| Draw {
                    key: format!("clave {}", dice[0]),
                    each: (dice[1] % 3 > 1).then_some(2),
                }),
                ..instrument.terms.clone()
            },
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn an_edit_in_the_file_is_the_edit_in_memory(dice in prop::collection::vec(prop::array::uniform4(0usize..1000), 1..25)) {
        let (mut store, mut instrument, mut ids) = furnished();
        for throw in &dice {
            let edit = some_edit(&instrument, &mut ids, throw);
            if instrument.apply(&edit).is_ok() {
                store.write(|writer| writer.apply_iec_edit(instrument.id, &edit)).unwrap();
                let kept = store.read(|reader| reader.instrument(instrument.standard)).unwrap();
                prop_assert_eq!(kept.as_ref(), Some(&instrument));
            }
        }
    }
}
