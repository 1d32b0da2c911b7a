use domain::functional_map::sketch::sample;
use domain::ids::Ids;
use proptest::prelude::*;

use super::*;
use crate::Store;

#[test]
fn a_map_comes_back_as_it_went_in() {
    let mut store = Store::memory().unwrap();
    let map = sample(&mut Ids::fixed());

    store.write(|writer| writer.insert_map(&map)).unwrap();

    assert_eq!(store.read(|reader| reader.map(map.id)).unwrap(), map);
    let rows = store.read(|reader| reader.maps()).unwrap();
    assert_eq!((rows.len(), rows[0].functions), (1, 15));
    let doubled = store.write(|writer| writer.insert_map(&map));
    assert!(matches!(doubled, Err(Error::Doubled { .. })));
}

#[test]
fn a_map_is_found_by_the_standard_that_a_function_is_tagged_with() {
    let mut store = Store::memory().unwrap();
    let mut ids = Ids::fixed();
    let mut map = sample(&mut ids);
    let standard = ids.ec();
    map.purpose.parts[0].parts[0].link.standard = Some(standard);

    store.write(|writer| writer.insert_map(&map)).unwrap();

    let found = store.read(|reader| reader.map_of(standard)).unwrap();
    assert_eq!(found, Some(map.id));
    assert_eq!(store.read(|reader| reader.map_of(ids.ec())).unwrap(), None);
}

#[test]
fn a_map_of_endless_depth_is_damage() {
    let mut store = Store::memory().unwrap();
    let map = sample(&mut Ids::fixed());
    store.write(|writer| writer.insert_map(&map)).unwrap();
    let deep = "
        DELETE FROM map_function WHERE parent IS NOT NULL;
        WITH RECURSIVE level (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM level LIMIT 100000)
        INSERT INTO map_function (key, map, id, parent, position, text, individual)
        SELECT n, 1, randomblob(16), n - 1, 0, 'x', 0 FROM level;";
    store.conn.execute_batch(deep).unwrap();

    let read = store.read(|reader| reader.map(map.id));

    assert!(matches!(read, Err(Error::Corrupt { .. })), "{read:?}");
}

/// An edit taken at random, most of which fit.
fn some_edit(map: &FunctionalMap, ids: &mut Ids, dice: &[usize; 4]) -> MapEdit {
    let all: Vec<PartId> = map.placed().iter().map(|it| it.function.id).collect();
    let pick = |n: usize| all[n % all.len()];
    let id = pick(dice[1]);
    let function = map.function(id).unwrap().clone();
    let parent = pick(dice[2]);
    let room = map.function(parent).unwrap().parts.len();
    let seat = Seat {
        parent,
        at: dice[3] % (room + 1),
    };
    match dice[0] % 7 {
        0 => MapEdit::Reword {
            function: id,
            before: function.text,
            after: format!("Ajustar {}", dice[2]),
        },
        1 => MapEdit::Add {
            to: seat,
            function: Function {
                parts: vec![Function::blank(ids.part())],
                ..Function::blank(ids.part())
            },
        },
        2 => MapEdit::Remove { function },
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
        5 => MapEdit::SetAttestations {
            function: id,
            before: function.attestations.clone(),
            after: vec![Attestation {
                claim: Claim::OnePerson,
                person: "Ana".to_owned(),
                on: "2026-05-04".parse().unwrap(),
                of: function.text,
            }],
        },
        _ => MapEdit::Move {
            function: id,
            from: map.seat(id).map_or(seat, |(seat, _)| seat),
            to: seat,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_edit_in_the_file_is_the_edit_in_memory(dice in prop::collection::vec(prop::array::uniform4(0usize..1000), 1..30)) {
        let mut store = Store::memory().unwrap();
        let mut ids = Ids::new(1_800_000_000_000, 3);
        let mut map = sample(&mut Ids::fixed());
        store.write(|writer| writer.insert_map(&map)).unwrap();
        for throw in &dice {
            let edit = some_edit(&map, &mut ids, throw);
            if map.apply(&edit).is_ok() {
                store.write(|writer| writer.apply_map_edit(map.id, &edit)).unwrap();
                prop_assert_eq!(&store.read(|reader| reader.map(map.id)).unwrap(), &map);
            }
        }
    }
}
