use proptest::prelude::*;

use super::edit::{MOST_LEVELS, MapEdit, MapField, Refusal, Seat};
use super::sketch::{sample, sketch};
use super::*;
use crate::ids::Ids;

fn map() -> FunctionalMap {
    sample(&mut Ids::fixed())
}

fn by_number(map: &FunctionalMap, wanted: &str) -> PartId {
    let placed = map.placed();
    let found = placed.iter().find(|placed| placed.number == wanted);
    found.unwrap().function.id
}

fn shape(map: &FunctionalMap) -> Vec<(String, &'static str)> {
    let placed = map.placed().into_iter();
    placed
        .map(|placed| (placed.number, placed.level.code()))
        .collect()
}

#[test]
fn numbers_and_levels_are_counted_from_the_tree() {
    let map = sketch(
        "Mantener bicicletas\n1 Conservar\n1.1* Dar mantenimiento\n1.1.1 Diagnosticar\n1.1.2 Ajustar\n\
         2 Administrar\n2.1 Atender\n2.1.1* Registrar",
        &mut Ids::fixed(),
    )
    .unwrap();

    assert_eq!(
        shape(&map),
        [
            ("", "PURPOSE"),
            ("1", "KEY"),
            ("1.1", "INDIVIDUAL"),
            ("1.1.1", "ELEMENTARY"),
            ("1.1.2", "ELEMENTARY"),
            ("2", "KEY"),
            ("2.1", "INTERMEDIATE"),
            ("2.1.1", "INDIVIDUAL"),
        ]
        .map(|(number, level)| (number.to_owned(), level))
    );
}

#[test]
fn the_sample_is_the_map_of_the_notes() {
    let map = map();

    assert_eq!(map.len(), 16);
    assert_eq!(map.purpose.parts[0].parts[0].parts.len(), 3);
}

#[test]
fn what_was_attested_no_longer_holds_when_the_words_change() {
    let mut map = map();
    let claim = Claim::NecessaryAndSufficient;
    let key = by_number(&map, "1.1");
    let said = Attestation {
        claim,
        person: "Ana Ruiz".to_owned(),
        on: NaiveDate::from_ymd_opt(2026, 5, 4).unwrap(),
        of: map.function(key).unwrap().wording(claim),
    };
    map.apply(&MapEdit::SetAttestations {
        function: key,
        before: Vec::new(),
        after: vec![said],
    })
    .unwrap();
    assert!(map.function(key).unwrap().attested(claim).is_some());

    let below = map.function(by_number(&map, "1.1.1")).unwrap();
    let (function, before) = (below.id, below.text.clone());
    let back = map
        .apply(&MapEdit::Reword {
            function,
            before,
            after: "Revisar la bicicleta".to_owned(),
        })
        .unwrap();
    assert!(map.function(key).unwrap().attested(claim).is_none());

    map.apply(&back).unwrap();
    assert!(map.function(key).unwrap().attested(claim).is_some());
}

#[test]
fn a_function_cannot_stand_below_itself() {
    let mut map = map();
    let before = map.clone();
    let key = by_number(&map, "1");
    let from = map.seat(key).unwrap().0;
    for inside in ["1", "1.1", "1.1.3"] {
        let parent = by_number(&map, inside);
        let to = Seat { parent, at: 0 };

        let refused = map.apply(&MapEdit::Move {
            function: key,
            from,
            to,
        });

        assert_eq!(refused, Err(Refusal::Cycle));
    }
    assert_eq!(map, before);
}

#[test]
fn the_purpose_stays() {
    let mut map = map();
    let purpose = map.purpose.clone();
    let remove = MapEdit::Remove { function: purpose };

    assert_eq!(map.apply(&remove), Err(Refusal::Purpose));
}

#[test]
fn a_change_made_from_something_else_is_refused() {
    let mut map = map();
    let function = by_number(&map, "2");
    let reword = MapEdit::Reword {
        function,
        before: "Otra cosa".to_owned(),
        after: "Nada".to_owned(),
    };

    assert_eq!(map.apply(&reword), Err(Refusal::Changed { what: "text" }));
}

#[test]
fn several_changes_are_made_all_or_none() {
    let mut map = map();
    let before = map.clone();
    let write = MapEdit::Write {
        field: MapField::Title,
        before: map.title.clone(),
        after: "Otro".to_owned(),
    };

    let refused = map.apply_all(&[write.clone(), write]);

    assert_eq!(refused, Err(Refusal::Changed { what: "title" }));
    assert_eq!(map, before);
}

#[test]
fn an_id_is_there_once_and_a_map_is_not_endlessly_deep() {
    let mut map = map();
    let doubled = map.purpose.parts[0].clone();
    let to = Seat {
        parent: map.purpose.id,
        at: 0,
    };
    let add = MapEdit::Add {
        to,
        function: doubled,
    };
    assert_eq!(map.apply(&add), Err(Refusal::Doubled));

    let mut ids = Ids::new(1_900_000_000_000, 1);
    let deep = (0..MOST_LEVELS).fold(Function::blank(ids.part()), |below, _| Function {
        parts: vec![below],
        ..Function::blank(ids.part())
    });
    let add = MapEdit::Add { to, function: deep };
    assert!(matches!(map.apply(&add), Err(Refusal::TooLarge { .. })));
}

/// An edit taken at random, most of which fit.
fn some_edit(map: &FunctionalMap, ids: &mut Ids, dice: &[usize; 4]) -> MapEdit {
    let all: Vec<PartId> = map.placed().iter().map(|it| it.function.id).collect();
    let pick = |n: usize| all[n % all.len()];
    let id = pick(dice[1]);
    let function = map.function(id).unwrap();
    let seat = |n: usize| {
        let parent = pick(n);
        let room = map.function(parent).unwrap().parts.len();
        Seat {
            parent,
            at: dice[3] % (room + 1),
        }
    };
    match dice[0] % 6 {
        0 => MapEdit::Reword {
            function: id,
            before: function.text.clone(),
            after: format!("Ajustar {}", dice[2]),
        },
        1 => MapEdit::Add {
            to: seat(dice[2]),
            function: Function::blank(ids.part()),
        },
        2 => MapEdit::Remove {
            function: function.clone(),
        },
        3 => MapEdit::SetIndividual {
            function: id,
            after: !function.individual,
        },
        4 => MapEdit::SetLink {
            function: id,
            before: function.link,
            after: Link {
                standard: Some(ids.ec()),
                element: None,
            },
        },
        _ => MapEdit::Move {
            function: id,
            from: map.seat(id).map_or(seat(0), |(seat, _)| seat),
            to: seat(dice[2]),
        },
    }
}

proptest! {
    #[test]
    fn every_change_is_taken_back_exactly(dice in prop::collection::vec(prop::array::uniform4(0usize..1000), 1..60)) {
        let mut map = map();
        let mut ids = Ids::new(1_800_000_000_000, 3);
        let mut past = Vec::new();
        for throw in &dice {
            let before = map.clone();
            match map.apply(&some_edit(&map.clone(), &mut ids, throw)) {
                Ok(back) => past.push((before, back)),
                Err(_) => prop_assert_eq!(&map, &before),
            }
        }
        for (before, back) in past.into_iter().rev() {
            map.apply(&back).unwrap();
            prop_assert_eq!(&map, &before);
        }
    }
}
