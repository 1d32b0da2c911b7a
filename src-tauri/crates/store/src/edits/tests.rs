//! Edits taken at random come to the same in the file and in the domain.

use domain::ec::edit::Edit;
use domain::ec::part::{Field, List, ListOf, Part};
use domain::ec::{CompetenceStandard, Duration, PrintedForm};
use domain::ids::{EcId, Ids, PartId};
use proptest::prelude::*;

use crate::sample::standard;
use crate::{Error, Store};

/// Where chance points: which list, which part, which positions, which text.
type Chance = (u8, usize, usize, usize, usize);

/// An edit that chance made up from what stands there: most fit, some do not.
fn edit(standard: &CompetenceStandard, ids: &mut Ids, chance: Chance) -> Edit {
    let (what, which, from, to, text) = chance;
    let lists = lists(standard);
    let (list, parts) = &lists[which % lists.len()];
    let part = (!parts.is_empty()).then(|| &parts[from % parts.len()]);
    let numbers = match text % 3 {
        0 => None,
        1 => Some(vec![7, 7, 3]),
        _ => Some((0..40).collect()),
    };
    let after = ["", "4", "2026-05-22", "Comprensión", "Añade: «x»\n", "9"][text % 6].to_owned();
    match what % 8 {
        0 => {
            let field = Field::ALL[from % Field::ALL.len()];
            let before = general_text(standard, field).unwrap_or_default();
            Edit::Write {
                part: None,
                field,
                before: if to % 7 == 0 { after.clone() } else { before },
                after,
            }
        }
        1 => {
            let Some(part) = part else {
                return colon(ids.part());
            };
            let texts = texts(part);
            let (field, before) = texts[to % texts.len()].clone();
            Edit::Write {
                part: Some(part.id()),
                field: if text % 5 == 0 { Field::Manner } else { field },
                before,
                after,
            }
        }
        2 => {
            let kind = if text % 7 == 0 {
                List::Glossary
            } else {
                list.list
            };
            let copy = part.map(|part| renewed(part.clone(), ids));
            Edit::Add {
                into: *list,
                at: to % (parts.len() + 2),
                part: copy.unwrap_or_else(|| Part::blank(kind, ids.part())),
                numbers,
            }
        }
        3 => Edit::Remove {
            from: *list,
            part: part
                .cloned()
                .unwrap_or_else(|| Part::blank(list.list, ids.part())),
            numbers,
        },
        4 => Edit::Move {
            within: *list,
            part: part.map_or_else(|| ids.part(), Part::id),
            from: from % parts.len().max(1),
            to: to % (parts.len() + 1),
            numbers,
        },
        5 => Edit::Number {
            list: *list,
            before: standard.numbers(*list).unwrap_or_default(),
            after: numbers,
        },
        6 => match part {
            Some(part) => Edit::SetColon {
                part: part.id(),
                after: to % 2 == 0,
            },
            None => colon(ids.part()),
        },
        _ if text % 2 == 0 => Edit::SetDuration {
            before: match to % 5 {
                0 => Duration::default(),
                _ => standard.general.evaluation_aspects.duration.clone(),
            },
            after: Duration {
                printed: after,
                desk_minutes: Some(u32::MAX),
                ..Duration::default()
            },
        },
        _ => Edit::SetPrinted {
            before: standard.printed.clone(),
            after: (to % 2 == 0).then(|| PrintedForm {
                headings: vec![after],
                ..PrintedForm::default()
            }),
        },
    }
}

fn colon(part: PartId) -> Edit {
    Edit::SetColon { part, after: true }
}

/// Every list of a standard, with what it holds; one that belongs to nobody at the end.
fn lists(standard: &CompetenceStandard) -> Vec<(ListOf, Vec<Part>)> {
    let general = &standard.general;
    let mut all = Vec::new();
    let mut put = |owner: Option<PartId>, list, parts: Vec<Part>| {
        all.push((ListOf { owner, list }, parts));
    };
    let of_lines = |lines: &[domain::ec::Line]| lines.iter().cloned().map(Part::Line).collect();
    for (list, entries) in crate::parts::general_classified(general) {
        put(
            None,
            list,
            entries.iter().cloned().map(Part::Classified).collect(),
        );
    }
    for (list, lines) in crate::parts::general_lines(general) {
        put(None, list, of_lines(lines));
    }
    let elements = standard.elements.iter().cloned();
    put(None, List::Elements, elements.map(Part::Element).collect());
    for element in &standard.elements {
        let id = Some(element.id);
        for (list, criteria) in [
            (List::Performances, &element.performances),
            (List::Products, &element.products),
        ] {
            put(
                id,
                list,
                criteria.iter().cloned().map(Part::Criterion).collect(),
            );
            for it in criteria {
                put(
                    Some(it.id),
                    List::Characteristics,
                    of_lines(&it.characteristics),
                );
            }
        }
        let knowledge = element.knowledge.iter().cloned();
        put(
            id,
            List::Knowledge,
            knowledge.map(Part::Knowledge).collect(),
        );
        for it in &element.knowledge {
            put(Some(it.id), List::Details, of_lines(&it.details));
        }
        let attitudes = element.attitudes.iter().cloned();
        put(id, List::Attitudes, attitudes.map(Part::Attitude).collect());
        let contingencies = element.contingencies.iter().cloned();
        put(
            id,
            List::Contingencies,
            contingencies.map(Part::Contingency).collect(),
        );
        for it in &element.contingencies {
            put(
                Some(it.id),
                List::ExpectedResponses,
                of_lines(&it.expected_responses),
            );
        }
        let glossary = element.glossary.iter().cloned();
        put(id, List::Glossary, glossary.map(Part::Glossary).collect());
    }
    put(None, List::Details, Vec::new());
    all
}

fn texts(part: &Part) -> Vec<(Field, String)> {
    match part {
        Part::Element(it) => vec![
            (Field::Title, it.title.clone()),
            (Field::Code, it.code.clone()),
        ],
        Part::Criterion(it) => vec![(Field::Text, it.text.clone())],
        Part::Knowledge(it) => vec![
            (Field::Text, it.text.clone()),
            (Field::Level, it.printed_level.clone()),
        ],
        Part::Attitude(it) => vec![
            (Field::Name, it.name.clone()),
            (Field::Manner, it.manner.clone()),
        ],
        Part::Contingency(it) => vec![(Field::Situation, it.situation.clone())],
        Part::Glossary(it) => vec![
            (Field::Term, it.term.clone()),
            (Field::Definition, it.definition.clone()),
        ],
        Part::Classified(it) => {
            vec![
                (Field::Code, it.code.clone()),
                (Field::Name, it.name.clone()),
            ]
        }
        Part::Line(it) => vec![(Field::Text, it.text.clone())],
    }
}

/// The same part under new ids, as a copy of it is put in.
fn renewed(mut part: Part, ids: &mut Ids) -> Part {
    match &mut part {
        Part::Element(it) => {
            it.id = ids.part();
            it.performances.clear();
            it.products.clear();
            it.contingencies.clear();
            it.attitudes.clear();
            it.glossary.clear();
            it.knowledge.truncate(1);
            for knowledge in &mut it.knowledge {
                knowledge.id = ids.part();
                knowledge.details = vec![domain::ec::Line {
                    id: ids.part(),
                    text: "uno".to_owned(),
                }];
            }
        }
        Part::Criterion(it) => {
            it.id = ids.part();
            it.characteristics
                .iter_mut()
                .for_each(|line| line.id = ids.part());
        }
        Part::Knowledge(it) => {
            it.id = ids.part();
            it.details.iter_mut().for_each(|line| line.id = ids.part());
        }
        Part::Attitude(it) => it.id = ids.part(),
        Part::Contingency(it) => {
            it.id = ids.part();
            it.expected_responses
                .iter_mut()
                .for_each(|line| line.id = ids.part());
        }
        Part::Glossary(it) => it.id = ids.part(),
        Part::Classified(it) => it.id = ids.part(),
        Part::Line(it) => it.id = ids.part(),
    }
    part
}

fn general_text(standard: &CompetenceStandard, field: Field) -> Option<String> {
    let general = &standard.general;
    Some(match field {
        Field::Code => standard.code.clone(),
        Field::Title => standard.title.clone(),
        Field::Purpose => general.purpose.clone(),
        Field::GeneralDescription => general.general_description.clone(),
        Field::UpdateParagraph => general.update_paragraph.clone(),
        Field::SncLevel => general
            .snc_level
            .map(|it| it.to_string())
            .unwrap_or_default(),
        Field::LevelText => general.level_text.clone(),
        Field::Committee => general.committee.clone(),
        Field::ApprovalDate => general
            .approval_date
            .map(|it| it.to_string())
            .unwrap_or_default(),
        Field::PublicationDate => general
            .publication_date
            .map(|it| it.to_string())
            .unwrap_or_default(),
        Field::ReviewPeriod => general.review_period.clone(),
        Field::CertificateValidity => general.certificate_validity.clone(),
        _ => return None, // Texts of parts.
    })
}

fn kept(chances: &[Chance]) -> (usize, usize) {
    let mut store = Store::memory().unwrap();
    let mut ids = Ids::fixed();
    let ec: EcId = ids.ec();
    let mut draft = standard(&mut ids);
    store
        .write(|writer| writer.insert_standard(ec, &draft))
        .unwrap();
    let (mut made, mut refused) = (0, 0);
    for chance in chances {
        let edit = edit(&draft, &mut ids, *chance);
        let domain = draft.apply(&edit);
        let file = store.write(|writer| writer.apply_edit(ec, &edit));
        match (domain, file) {
            (Ok(back), Ok(())) => {
                made += 1;
                let forth = draft.clone();
                draft.apply(&back).unwrap();
                store.write(|writer| writer.apply_edit(ec, &back)).unwrap();
                assert_eq!(
                    store.read(|r| r.standard(ec)).unwrap(),
                    draft,
                    "taking back {edit:?}"
                );
                store.write(|writer| writer.apply_edit(ec, &edit)).unwrap();
                draft = forth;
            }
            (Err(domain), Err(Error::Edit(file))) => {
                refused += 1;
                assert_eq!(domain, file, "{edit:?}");
            }
            (domain, file) => panic!("{edit:?}: the domain says {domain:?}, the file {file:?}"),
        }
        assert_eq!(
            store.read(|r| r.standard(ec)).unwrap(),
            draft,
            "after {edit:?}"
        );
    }
    (made, refused)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_comes_to_the_same_in_the_file_and_in_the_domain(
        chances in prop::collection::vec(any::<Chance>(), 1..24)
    ) {
        kept(&chances);
    }
}

#[test]
fn chance_makes_edits_of_both_sorts() {
    let chances: Vec<Chance> = (0..200)
        .map(|n: usize| (u8::try_from(n % 8).unwrap(), n * 7, n * 3, n * 5, n * 11))
        .collect();

    let (made, refused) = kept(&chances);

    assert!(made > 80 && refused > 10, "{made} made, {refused} refused");
}

#[test]
fn a_part_that_is_there_already_is_not_put_in_again() {
    let mut store = Store::memory().unwrap();
    let mut ids = Ids::fixed();
    let (ec, draft) = (ids.ec(), standard(&mut ids));
    store
        .write(|writer| writer.insert_standard(ec, &draft))
        .unwrap();
    let line = draft.general.references[0].clone();

    let doubled = store.write(|writer| {
        let into = ListOf {
            owner: None,
            list: List::Requirements,
        };
        let edit = Edit::Add {
            into,
            at: 0,
            part: Part::Line(line),
            numbers: None,
        };
        writer.apply_edit(ec, &edit)
    });

    assert!(matches!(doubled, Err(Error::Doubled { what: "part" })));
    assert_eq!(store.read(|reader| reader.standard(ec)).unwrap(), draft);
}
