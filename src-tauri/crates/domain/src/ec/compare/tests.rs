use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::ec::sketch::sample;
use crate::ec::{Criterion, Line};
use crate::ids::Ids;

/// The sample, and ids that it does not have.
fn drawn() -> (CompetenceStandard, Ids) {
    (sample(&mut Ids::fixed()), Ids::new(1_800_000_000_000, 9))
}

fn criterion(ids: &mut Ids, number: u32, text: &str) -> Criterion {
    Criterion {
        id: ids.part(),
        number,
        text: text.to_owned(),
        characteristics: Vec::new(),
    }
}

fn changes(before: &CompetenceStandard, after: &CompetenceStandard) -> Vec<Change> {
    compare(before, after, &[]).changes
}

/// `SPLIT TEXT E1-D1 > E1-D1 E1-D2`
fn told(changes: &[Change]) -> Vec<String> {
    let places = |told: &[Told]| -> String {
        let places: Vec<&str> = told.iter().map(|told| told.place.as_str()).collect();
        places.join(" ")
    };
    let told = changes.iter().map(|change| {
        let (kind, known) = (change.kind.code(), change.known.code());
        let (before, after) = (places(&change.before), places(&change.after));
        format!("{kind} {known} {before} > {after}")
    });
    told.collect()
}

#[test]
fn a_text_does_not_differ_from_itself() {
    let (standard, _) = drawn();
    let whole = compare(&standard, &standard, &[]);

    assert_eq!(whole.changes, []);
    assert_eq!(whole.renumbered, []);
    assert_eq!(whole.same, parts(&standard).len());
}

#[test]
fn each_change_is_told_where_it_happened() {
    let (before, mut ids) = drawn();
    let mut after = before.clone();
    "Ajuste de bicicletas".clone_into(&mut after.title);
    let first = &mut after.elements[0];
    "Ante quien la entrega,".clone_into(&mut first.performances[0].characteristics[0].text);
    first.knowledge.remove(0);
    let mut new = criterion(&mut ids, 3, "Limpia el cuadro:");
    new.characteristics.push(Line {
        id: ids.part(),
        text: "Con el paño húmedo.".to_owned(),
    });
    first.performances.push(new);

    let told = told(&changes(&before, &after));

    assert_eq!(
        told,
        [
            "REWORDED ID title > title",
            "REWORDED ID E1-D1.1 > E1-D1.1",
            "ADDED ID  > E1-D3 E1-D3.1",
            "REMOVED ID E1-C1 > ",
        ]
    );
}

#[test]
fn what_only_made_room_for_others_has_not_moved() {
    let (before, mut ids) = drawn();
    let mut after = before.clone();
    let performances = &mut after.elements[0].performances;
    performances.insert(0, criterion(&mut ids, 1, "Limpia el cuadro:"));
    for (one, number) in performances.iter_mut().zip(1..) {
        one.number = number;
    }

    let whole = compare(&before, &after, &[]);

    assert_eq!(told(&whole.changes), ["ADDED ID  > E1-D1"]);
    let first = &whole.renumbered[0];
    assert_eq!(
        (first.0.place.as_str(), first.1.place.as_str()),
        ("E1-D1", "E1-D2")
    );
}

#[test]
fn what_goes_to_another_element_or_another_place_has_moved() {
    let (before, _) = drawn();
    let mut after = before.clone();
    let taken = after.elements[0].performances.remove(0);
    after.elements[1].performances.push(taken);
    let whole = changes(&before, &after);
    let first = &whole[0];

    assert_eq!(
        whole.len(),
        1,
        "what is in it goes with it: {:?}",
        told(&whole)
    );
    assert_eq!(
        (first.kind, first.known, first.moved),
        (ChangeKind::Moved, Known::Id, true)
    );

    let mut after = before.clone();
    after.elements[0].performances[0]
        .characteristics
        .rotate_left(1);
    let moved: Vec<ChangeKind> = changes(&before, &after).iter().map(|c| c.kind).collect();
    assert_eq!(moved, [ChangeKind::Moved]);
}

#[test]
fn words_that_are_spread_over_two_are_told_as_a_split_and_the_other_way_round_as_a_merge() {
    let (mut before, mut ids) = drawn();
    let whole = &mut before.elements[0].performances[0];
    "Revisa los frenos de zapata y registra las medidas de la cadena en la lista:"
        .clone_into(&mut whole.text);
    let mut after = before.clone();
    "Revisa los frenos de zapata:".clone_into(&mut after.elements[0].performances[0].text);
    let new = criterion(
        &mut ids,
        2,
        "Registra las medidas de la cadena en la lista:",
    );
    after.elements[0].performances.insert(1, new);
    after.elements[0].performances[2].number = 3;

    assert_eq!(
        told(&changes(&before, &after)),
        ["SPLIT TEXT E1-D1 > E1-D1 E1-D2"]
    );
    assert_eq!(
        told(&changes(&after, &before)),
        ["MERGED TEXT E1-D1 E1-D2 > E1-D1"]
    );
}

#[test]
fn words_of_one_that_is_gone_are_found_in_two_that_are_new() {
    let (mut before, mut ids) = drawn();
    let whole = &mut before.elements[0].performances[0];
    whole.characteristics.clear();
    "Revisa los frenos de zapata y registra las medidas de la cadena:".clone_into(&mut whole.text);
    let mut after = before.clone();
    let list = &mut after.elements[0].performances;
    list[0] = criterion(&mut ids, 1, "Revisa los frenos de zapata:");
    list.insert(
        1,
        criterion(&mut ids, 2, "Registra las medidas de la cadena:"),
    );
    list[2].number = 3;

    assert_eq!(
        told(&changes(&before, &after)),
        ["SPLIT TEXT E1-D1 > E1-D1 E1-D2"]
    );
}

#[test]
fn two_new_parts_that_share_no_words_with_what_is_gone_are_no_split() {
    let (before, mut ids) = drawn();
    let mut after = before.clone();
    let list = &mut after.elements[0].performances;
    list[0] = criterion(&mut ids, 1, "Atiende el teléfono:");
    list.insert(1, criterion(&mut ids, 2, "Barre el piso del taller:"));

    let kinds: BTreeSet<ChangeKind> = changes(&before, &after).iter().map(|c| c.kind).collect();

    assert_eq!(
        kinds,
        BTreeSet::from([ChangeKind::Added, ChangeKind::Removed])
    );
}

#[test]
fn what_the_journal_knows_is_told_whatever_the_words_became() {
    let (before, mut ids) = drawn();
    let mut after = before.clone();
    let list = &mut after.elements[0].performances;
    let from = list[0].id;
    let (first, second) = (
        criterion(&mut ids, 2, "Barre:"),
        criterion(&mut ids, 3, "Trapea:"),
    );
    let (one, two) = (first.id, second.id);
    list.splice(1..1, [first, second]);
    list[3].number = 4;
    // The second came from the first, which came from the old one.
    let knows = [
        Descent {
            from,
            to: one,
            split: true,
        },
        Descent {
            from: one,
            to: two,
            split: true,
        },
    ];

    let whole = compare(&before, &after, &knows).changes;
    let back: Vec<Descent> = knows.iter().map(Descent::backwards).collect();

    assert_eq!(told(&whole), ["SPLIT JOURNAL E1-D1 > E1-D1 E1-D2 E1-D3"]);
    assert_eq!(
        told(&compare(&after, &before, &back).changes),
        ["MERGED JOURNAL E1-D1 E1-D2 E1-D3 > E1-D1"]
    );
}

#[test]
fn the_descents_of_one_act_are_read_off_its_texts() {
    let (mut before, mut ids) = drawn();
    "Revisa los frenos de zapata y registra las medidas de la cadena:"
        .clone_into(&mut before.elements[0].performances[0].text);
    let mut after = before.clone();
    let list = &mut after.elements[0].performances;
    "Revisa los frenos de zapata:".clone_into(&mut list[0].text);
    let new = criterion(&mut ids, 2, "Registra las medidas de la cadena:");
    let knows = Descent {
        from: list[0].id,
        to: new.id,
        split: true,
    };
    list.insert(1, new);

    assert_eq!(descents(&before, &after), [knows]);
    assert_eq!(descents(&after, &before), [knows.backwards()]);
}

#[test]
fn what_was_taken_out_and_put_in_again_word_by_word_has_moved() {
    let (before, mut ids) = drawn();
    let mut after = before.clone();
    let mut line = after.elements[0].performances[0].characteristics.remove(0);
    line.id = ids.part();
    after.elements[1].performances[0].characteristics.push(line);

    let whole = changes(&before, &after);

    assert_eq!(whole.len(), 1);
    assert_eq!(
        (whole[0].kind, whole[0].known),
        (ChangeKind::Moved, Known::Text)
    );
}

#[test]
fn a_change_keeps_its_name_while_its_words_change() {
    let (before, _) = drawn();
    let key = |text: &str| {
        let mut after = before.clone();
        text.clone_into(&mut after.elements[0].performances[0].text);
        changes(&before, &after)[0].key()
    };

    assert_eq!(key("Revisa:"), key("Recibe y revisa la bicicleta:"));
}

#[test]
fn a_line_whose_list_grew_is_no_change_of_its_own() {
    let (mut before, mut ids) = drawn();
    let lines = |ids: &mut Ids, texts: &[&str]| -> Vec<Line> {
        let lines = texts.iter().map(|text| Line {
            id: ids.part(),
            text: (*text).to_owned(),
        });
        lines.collect()
    };
    let listed = lines(&mut ids, &["Midiendo la llanta, y", "Centrando la zapata."]);
    before.elements[0].performances[0].characteristics = listed;
    let mut after = before.clone();
    let list = &mut after.elements[0].performances[0].characteristics;
    list[0].text = "Midiendo la llanta,".to_owned();
    list[1].text = "Centrando la zapata, y".to_owned();
    list.extend(lines(&mut ids, &["Anotando la medida."]));

    let whole = compare(&before, &after, &[]);

    assert_eq!(told(&whole.changes), ["ADDED ID  > E1-D1.3"]);
    let ended: Vec<&str> = whole.ended.iter().map(|(_, is)| &*is.place).collect();
    assert_eq!(ended, ["E1-D1.1", "E1-D1.2"]);
}

#[test]
fn the_code_of_an_element_the_duration_and_the_level_are_compared() {
    let (before, _) = drawn();
    let mut after = before.clone();
    "E4321".clone_into(&mut after.elements[0].code);
    let general = &mut after.general;
    "9 horas en gabinete".clone_into(&mut general.evaluation_aspects.duration.printed);
    general.snc_level = Some(general.snc_level.map_or(1, |level| 6 - level));
    general.evaluation_aspects.practice_details.clear();
    general.scian.sectors.clear();

    let places: BTreeSet<String> = changes(&before, &after)
        .iter()
        .map(|change| change.place().to_owned())
        .collect();

    for place in ["E1", "sncLevel", "evaluationAspects.duration"] {
        assert!(places.contains(place), "{place} in {places:?}");
    }
    let lost = before.general.evaluation_aspects.practice_details.len();
    assert!(lost == 0 || places.contains("evaluationAspects.practiceDetails"));
    let lost = before.general.scian.sectors.len();
    assert!(lost == 0 || places.contains("scian"));
}

/// One thing that may be done to a standard.
#[derive(Debug, Clone)]
struct Deed {
    what: u8,
    element: usize,
    at: usize,
    to: usize,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed =
        (0u8..10, 0usize..3, 0usize..6, 0usize..6).prop_map(|(what, element, at, to)| Deed {
            what,
            element,
            at,
            to,
        });
    prop::collection::vec(deed, 0..14)
}

fn done(standard: &CompetenceStandard, deeds: &[Deed], turn: u64) -> CompetenceStandard {
    let mut after = standard.clone();
    let mut ids = Ids::new(1_800_000_000_000 + turn, 9);
    for deed in deeds {
        let elements = after.elements.len();
        let list = &mut after.elements[deed.element % elements].performances;
        if list.is_empty() {
            list.push(criterion(&mut ids, 1, "Limpia el cuadro con el paño:"));
        }
        let (at, to) = (deed.at % list.len(), deed.to % list.len());
        match deed.what {
            0 => drop(list.remove(at)),
            1 => list.insert(at, criterion(&mut ids, 1, "Lubrica la cadena del cambio:")),
            2 => list.swap(at, to),
            3 => list[at].text.push_str(" con la llave de torsión"),
            // Half of its words go to a new one.
            4 => {
                let words: Vec<String> = list[at].text.split(' ').map(str::to_owned).collect();
                let (stay, go) = words.split_at(words.len() / 2);
                list[at].text = stay.join(" ");
                let new = criterion(&mut ids, 1, &go.join(" "));
                list.insert(at + 1, new);
            }
            5 if at != to => {
                let gone = list.remove(at);
                let into = to.min(list.len() - 1);
                list[into].text.push_str(&format!(" {}", gone.text));
            }
            6 => {
                let taken = list.remove(at);
                let other = (deed.element + 1) % elements;
                after.elements[other].performances.push(taken);
            }
            7 => {
                let taken = list.remove(at);
                let reworded = format!("{} con cuidado", taken.text);
                let other = (deed.element + 1) % elements;
                let text = reworded;
                after.elements[other]
                    .performances
                    .insert(0, Criterion { text, ..taken });
            }
            8 => "E0001".clone_into(&mut after.elements[deed.element % elements].code),
            // As the app keeps a list: the one before the last ends in «, y».
            _ => {
                let lines = &mut list[at].characteristics;
                if let Some(last) = lines.last_mut() {
                    last.text = format!("{}, y", last.text.trim_end_matches('.'));
                }
                lines.push(Line {
                    id: ids.part(),
                    text: format!("Midiendo la zapata {to}."),
                });
            }
        }
        for element in &mut after.elements {
            for (one, number) in element.performances.iter_mut().zip(1..) {
                one.number = number;
            }
        }
    }
    after
}

fn turned(change: &Change) -> Change {
    Change {
        kind: match change.kind {
            ChangeKind::Added => ChangeKind::Removed,
            ChangeKind::Removed => ChangeKind::Added,
            ChangeKind::Split => ChangeKind::Merged,
            ChangeKind::Merged => ChangeKind::Split,
            ChangeKind::Reworded | ChangeKind::Moved => change.kind,
        },
        before: change.after.clone(),
        after: change.before.clone(),
        ..change.clone()
    }
}

fn in_order(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by_key(|change| format!("{change:?}"));
    changes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn every_part_is_accounted_for_once(one in deeds(), two in deeds()) {
        let (sample, _) = drawn();
        let before = done(&sample, &one, 1);
        let after = done(&before, &two, 2);
        let whole = compare(&before, &after, &[]);

        for (standard, side) in [(&before, 0), (&after, 1)] {
            let mut told: Vec<PartId> = whole
                .changes
                .iter()
                .flat_map(|change| [&change.before, &change.after][side])
                .filter_map(|told| told.part)
                .collect();
            let count = told.len();
            told.sort_unstable();
            told.dedup();
            prop_assert_eq!(told.len(), count, "a part is told twice");
            prop_assert_eq!(count + whole.same, parts(standard).len(), "a part is not told");
        }
    }

    #[test]
    fn what_is_told_of_the_one_makes_the_other_of_it(one in deeds(), two in deeds()) {
        let (sample, _) = drawn();
        let before = done(&sample, &one, 1);
        let after = done(&before, &two, 2);
        let whole = compare(&before, &after, &[]);
        let page = |standard: &CompetenceStandard| -> BTreeMap<PartId, (String, String)> {
            let parts = parts(standard).into_iter();
            parts.map(|said| (said.part, (said.place, said.words))).collect()
        };

        let mut made = page(&before);
        let kept = whole.renumbered.iter().chain(&whole.ended);
        let (gone, come): (Vec<&Told>, Vec<&Told>) = kept.map(|(was, is)| (was, is)).unzip();
        let changed = |side: fn(&Change) -> &Vec<Told>| whole.changes.iter().flat_map(side);
        for told in changed(|change| &change.before).chain(gone) {
            let there = told.part.and_then(|part| made.remove(&part));
            let said = Some((told.place.clone(), told.words.clone()));
            prop_assert!(told.part.is_none() || there == said, "{told:?} was not there");
        }
        for told in changed(|change| &change.after).chain(come) {
            if let Some(part) = told.part {
                made.insert(part, (told.place.clone(), told.words.clone()));
            }
        }

        prop_assert_eq!(made, page(&after));
    }

    #[test]
    fn the_other_way_round_the_same_changes_are_told_turned_about(one in deeds(), two in deeds()) {
        let (sample, _) = drawn();
        let before = done(&sample, &one, 1);
        let after = done(&before, &two, 2);

        let forth = changes(&before, &after).iter().map(turned).collect();
        let back = changes(&after, &before);

        prop_assert_eq!(in_order(forth), in_order(back));
    }

    #[test]
    fn nothing_is_told_of_a_text_that_is_the_same(one in deeds()) {
        let (sample, _) = drawn();
        let text = done(&sample, &one, 1);

        prop_assert_eq!(compare(&text, &text, &[]).changes, []);
    }
}
