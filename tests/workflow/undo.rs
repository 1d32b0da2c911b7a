//! Any run of changes can be taken back to the first and made again to the last, across windows.

use desk::wire::{EditRequest, EditStandard, Mend, NewStandard};
use domain::ec::CompetenceStandard;
use domain::ec::part::{Field, List, ListOf, Part};
use proptest::prelude::*;

use crate::chance::Chance;
use crate::office::{Office, add, by, general, of_part, standard_of};

/// Texts as people type them, and as they should not.
const TEXTS: &[&str] = &[
    "",
    "Revisa la bicicleta:",
    "Conforme al manual, y",
    "Orden:",
    "  dos  espacios ",
    "cafe\u{301} con \u{202E}marcas",
    "Lima 😀 y ñandú",
    "3",
];

/// Every list of a standard, with its parts.
fn lists(standard: &CompetenceStandard) -> Vec<(ListOf, Vec<Part>)> {
    let mut owners = vec![None];
    for element in &standard.elements {
        owners.push(Some(element.id));
        owners.extend(element.performances.iter().map(|c| Some(c.id)));
        owners.extend(element.products.iter().map(|c| Some(c.id)));
        owners.extend(element.knowledge.iter().map(|k| Some(k.id)));
        owners.extend(element.contingencies.iter().map(|c| Some(c.id)));
    }
    let all = owners.into_iter().flat_map(|owner| {
        let lists = List::ALL.iter();
        lists.map(move |&list| ListOf { owner, list })
    });
    all.filter_map(|of| Some((of, standard.list(of).ok()?)))
        .collect()
}

/// A change that might be asked for of a standard as it stands.
fn any_edit(standard: &CompetenceStandard, chance: &mut Chance) -> EditRequest {
    let lists = lists(standard);
    let (of, parts) = chance.pick(&lists).clone();
    let owner = of.owner.map(|owner| owner.to_string());
    let list = of.list.code().to_owned();
    let text = (*chance.pick(TEXTS)).to_owned();
    let place = u32::try_from(chance.below(5)).unwrap();
    let part = (!parts.is_empty()).then(|| chance.pick(&parts).id());
    match (chance.below(11), part) {
        (0 | 1, _) => {
            let field = *chance.pick(Field::ALL);
            let before = standard.general_text(field).unwrap_or_default();
            general(field.code(), &before, &text)
        }
        (2..=4, Some(part)) => {
            let fields = Field::ALL
                .iter()
                .filter(|field| standard.text_of(part, **field).is_some());
            let fields: Vec<Field> = fields.copied().collect();
            let field = *chance.pick(&fields);
            let before = standard.text_of(part, field).unwrap();
            of_part(&part.to_string(), field.code(), &before, &text)
        }
        (5, Some(part)) => EditRequest::Remove {
            owner,
            list,
            part: part.to_string(),
        },
        (6, Some(part)) => EditRequest::Move {
            owner,
            list,
            part: part.to_string(),
            to: place,
        },
        (7, _) => EditRequest::Renumber { owner, list },
        (8, _) => EditRequest::Sort { owner, list },
        (9, Some(part)) if chance.once_in(2) => EditRequest::AddColon {
            part: part.to_string(),
        },
        (9, _) if chance.once_in(2) => EditRequest::AdoptForm {},
        (9, _) => EditRequest::Duration {
            desk_minutes: (!chance.once_in(3)).then_some(place * 10),
            field_minutes: (!chance.once_in(3)).then_some(place * 25),
        },
        (10, _) if chance.once_in(3) => EditRequest::Level {
            number: u8::try_from(place).ok().filter(|n| *n > 0),
        },
        _ => {
            let aside: &str = chance.pick::<&str>(TEXTS);
            add(owner.as_deref(), of.list.code(), place, &text, aside)
        }
    }
}

/// Makes changes by chance; answers with the digest that each left.
pub(crate) fn change(office: &mut Office, id: &str, seed: u64, count: usize) -> Vec<String> {
    let chance = &mut Chance(seed);
    let mut view = office.view(id);
    let mut digests = vec![view.digest.clone()];
    for _ in 0..count {
        let standard = standard_of(&view);
        let edits = (0..1 + chance.below(2))
            .map(|_| any_edit(&standard, chance))
            .collect();
        let before = view.clone();
        let acts = office.seals(id).len();
        match office.desk.edit_standard(EditStandard {
            id: id.to_owned(),
            edits,
        }) {
            // What changes nothing is no act.
            Ok(after) if office.seals(id).len() == acts => view = after,
            Ok(after) => {
                digests.push(after.digest.clone());
                view = after;
            }
            Err(error) => {
                view = office.view(id);
                assert_eq!(view, before, "{error:?} changed something");
            }
        }
    }
    digests
}

fn walk_back_and_forth(office: &mut Office, id: &str, digests: &[String]) {
    for wanted in digests.iter().rev().skip(1) {
        assert_eq!(&office.desk.undo(by(id)).unwrap().digest, wanted);
    }
    for wanted in digests.iter().skip(1) {
        assert_eq!(&office.desk.redo(by(id)).unwrap().digest, wanted);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_changed_can_be_taken_back_to_the_first_and_made_again_to_the_last(
        seed in any::<u64>(),
        count in 1_usize..14,
        turns in 0_usize..6,
    ) {
        let mut office = Office::in_memory(1);
        let title = "Prueba".to_owned();
        let id = office.desk.new_standard(NewStandard { title }).unwrap().id;

        let digests = change(&mut office, &id, seed, count);
        walk_back_and_forth(&mut office, &id, &digests);

        // Part of the way back, a new change closes the way forth that there was.
        let turns = turns.min(digests.len() - 1);
        for _ in 0..turns {
            office.desk.undo(by(&id)).unwrap();
        }
        let kept = &digests[..digests.len() - turns];
        let more = change(&mut office, &id, seed ^ 7, 4);
        if more.len() > 1 {
            prop_assert!(office.desk.redo(by(&id)).is_err(), "nothing is ahead of a new change");
        }
        let all: Vec<String> = kept.iter().chain(&more[1..]).cloned().collect();
        walk_back_and_forth(&mut office, &id, &all);
        office.is_sound();
    }
}

#[test]
fn what_was_done_in_one_window_is_undone_in_the_next() {
    let mut office = Office::on_disk(1);
    let id = office.sample();
    let digests = change(&mut office, &id, 11, 12);
    assert!(digests.len() > 6, "the changes were made");

    for wanted in digests.iter().rev().skip(1) {
        office.desk = office.another_window().unwrap();
        assert_eq!(&office.desk.undo(by(&id)).unwrap().digest, wanted);
    }
    assert_eq!(office.view(&id).undo, None);
    for wanted in digests.iter().skip(1) {
        office.desk = office.another_window().unwrap();
        assert_eq!(&office.desk.redo(by(&id)).unwrap().digest, wanted);
    }
    assert_eq!(office.view(&id).redo, None);
    office.is_sound();
}

#[test]
fn an_element_that_was_removed_comes_back_with_all_that_was_in_it() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let before = office.view(&id);
    let part = before.document.elements[1].id.clone().unwrap();

    office
        .edit(
            &id,
            EditRequest::Remove {
                owner: None,
                list: "elements".to_owned(),
                part,
            },
        )
        .unwrap();
    let back = office.desk.undo(by(&id)).unwrap();

    assert_eq!(back.document, before.document, "ids too");
}

#[test]
fn what_one_rule_mends_alike_is_mended_as_one_change_and_undone_as_one() {
    let mut office = Office::in_memory(3);
    let id = office.sample();
    let lines = standard_of(&office.view(&id)).elements[0].performances[0]
        .characteristics
        .clone();
    for line in lines.iter().take(2) {
        let part = line.id.to_string();
        let text = format!("Revisar el inventario, {}", line.text);
        let edit = of_part(&part, "text", &line.text, &text);
        office.edit(&id, edit).unwrap();
    }
    let before = office.view(&id);
    let of_rule = |view: &desk::wire::StandardView, rule: &str| {
        let found = view.findings.iter();
        found
            .filter(|one| one.rule == rule && one.remedy == "REPLACE")
            .count()
    };
    let many = before
        .findings
        .iter()
        .find(|one| one.remedy == "REPLACE" && of_rule(&before, &one.rule) > 1)
        .expect("two lines that begin with an infinitive");

    let mended = office
        .desk
        .mend(Mend {
            id: id.clone(),
            key: many.key.clone(),
            alike: true,
        })
        .unwrap();

    assert_eq!(of_rule(&mended, &many.rule), 0);
    assert_eq!(office.desk.undo(by(&id)).unwrap().digest, before.digest);
    office.is_sound();
}
