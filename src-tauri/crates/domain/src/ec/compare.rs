//! What changed between two texts of one standard, part by part, by stable id.

use std::collections::{BTreeMap, BTreeSet};

use super::CompetenceStandard;
use super::part::Field;
use crate::ids::PartId;
use crate::vocabulary;

vocabulary! {
    /// What happened to a text.
    pub enum ChangeKind {
        /// It was not there before.
        Added = "ADDED",
        /// It is not there any more.
        Removed = "REMOVED",
        /// It says something else.
        Reworded = "REWORDED",
        /// It says the same at another place.
        Moved = "MOVED",
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// Where it is, or was: `E1-D2.3`, or the word of a general field.
    pub place: String,
    /// The part; `None` for the standard's own texts.
    pub part: Option<PartId>,
    /// What it said; empty if it was not there.
    pub before: String,
    /// What it says; empty if it is not there.
    pub after: String,
}

/// The changes from one text to another: the standard's own, then part by part in the order of the
/// page, then what was removed.
pub fn compare(before: &CompetenceStandard, after: &CompetenceStandard) -> Vec<Change> {
    let mut changes = own_texts(before, after);
    let (old, new) = (texts(before), texts(after));
    let known: BTreeMap<PartId, &Said> = old.iter().map(|said| (said.part, said)).collect();
    for said in &new {
        let kind = match known.get(&said.part) {
            None => ChangeKind::Added,
            Some(was) if was.words != said.words => ChangeKind::Reworded,
            Some(was) if was.place != said.place => ChangeKind::Moved,
            Some(_) => continue,
        };
        changes.push(Change {
            kind,
            place: said.place.clone(),
            part: Some(said.part),
            before: match (kind, known.get(&said.part)) {
                (ChangeKind::Moved, Some(was)) => was.place.clone(),
                (_, was) => was.map(|was| was.words.clone()).unwrap_or_default(),
            },
            after: match kind {
                ChangeKind::Moved => said.place.clone(),
                ChangeKind::Added | ChangeKind::Removed | ChangeKind::Reworded => {
                    said.words.clone()
                }
            },
        });
    }
    let kept: BTreeSet<PartId> = new.iter().map(|said| said.part).collect();
    for said in old.into_iter().filter(|said| !kept.contains(&said.part)) {
        changes.push(Change {
            kind: ChangeKind::Removed,
            place: said.place,
            part: Some(said.part),
            before: said.words,
            after: String::new(),
        });
    }
    changes
}

fn own_texts(before: &CompetenceStandard, after: &CompetenceStandard) -> Vec<Change> {
    let mut pairs: Vec<(&str, String, String)> = Field::ALL
        .iter()
        .filter_map(|field| {
            let (old, new) = (before.general_text(*field)?, after.general_text(*field)?);
            Some((field.code(), old, new))
        })
        .collect();
    let printed = |standard: &CompetenceStandard| {
        let duration = &standard.general.evaluation_aspects.duration;
        duration.printed.clone()
    };
    pairs.push((
        "evaluationAspects.duration",
        printed(before),
        printed(after),
    ));
    let changed = pairs.into_iter().filter(|(_, old, new)| old != new);
    let changes = changed.map(|(place, old, new)| Change {
        kind: match (old.is_empty(), new.is_empty()) {
            (true, _) => ChangeKind::Added,
            (_, true) => ChangeKind::Removed,
            (false, false) => ChangeKind::Reworded,
        },
        place: place.to_owned(),
        part: None,
        before: old,
        after: new,
    });
    changes.collect()
}

/// What one part says, and where.
struct Said {
    part: PartId,
    place: String,
    words: String,
}

fn texts(standard: &CompetenceStandard) -> Vec<Said> {
    let mut all = Vec::new();
    let mut say = |part: PartId, words: String| {
        let place = standard.place_of(part).map(|place| place.to_string());
        all.push(Said {
            part,
            place: place.unwrap_or_default(),
            words,
        });
    };
    let general = &standard.general;
    let classified = [
        &general.sinco_unit_groups,
        &general.scian.sectors,
        &general.scian.subsectors,
        &general.scian.branches,
        &general.scian.subbranches,
        &general.scian.industry_classes,
    ];
    for entry in classified.into_iter().flatten() {
        say(entry.id, format!("{} {}", entry.code, entry.name));
    }
    let lines = [
        &general.associated_occupations,
        &general.unlisted_occupations,
        &general.participating_organizations,
        &general.related_standards,
        &general.evaluation_aspects.practice_details,
        &general.evaluation_aspects.requirements,
        &general.references,
    ];
    for line in lines.into_iter().flatten() {
        say(line.id, line.text.clone());
    }
    for element in &standard.elements {
        say(element.id, element.title.clone());
        for criterion in element.performances.iter().chain(&element.products) {
            say(criterion.id, criterion.text.clone());
            for line in &criterion.characteristics {
                say(line.id, line.text.clone());
            }
        }
        for knowledge in &element.knowledge {
            say(
                knowledge.id,
                format!("{} — {}", knowledge.text, knowledge.printed_level),
            );
            for line in &knowledge.details {
                say(line.id, line.text.clone());
            }
        }
        for attitude in &element.attitudes {
            say(
                attitude.id,
                format!("{}: {}", attitude.name, attitude.manner),
            );
        }
        for contingency in &element.contingencies {
            say(contingency.id, contingency.situation.clone());
            for line in &contingency.expected_responses {
                say(line.id, line.text.clone());
            }
        }
        for entry in &element.glossary {
            say(entry.id, format!("{}: {}", entry.term, entry.definition));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec::edit::Edit;
    use crate::ec::part::{List, ListOf, Part};
    use crate::ec::sketch;
    use crate::ids::Ids;

    #[test]
    fn each_change_is_told_where_it_happened() {
        let before = sketch::sample(&mut Ids::fixed());
        let mut after = before.clone();
        let list = ListOf {
            owner: Some(before.elements[0].id),
            list: List::Knowledge,
        };
        let line = &before.elements[0].performances[0].characteristics[0];
        let mut ids = Ids::new(1_800_000_000_000, 9);
        let edits = [
            Edit::Write {
                part: Some(line.id),
                field: Field::Text,
                before: line.text.clone(),
                after: "En presencia de quien la entrega,".to_owned(),
            },
            Edit::Write {
                part: None,
                field: Field::Title,
                before: before.title.clone(),
                after: "Ajuste de bicicletas".to_owned(),
            },
            Edit::Add {
                into: list,
                at: before.elements[0].knowledge.len(),
                part: Part::blank(List::Knowledge, ids.part()),
                numbers: None,
            },
            Edit::Remove {
                from: ListOf {
                    owner: None,
                    list: List::Elements,
                },
                part: Part::Element(before.elements[1].clone()),
                numbers: None,
            },
        ];
        after.apply_all(&edits).unwrap();

        let changes = compare(&before, &after);

        let told = |kind, place: &str| {
            changes
                .iter()
                .any(|change| change.kind == kind && change.place == place)
        };
        assert!(told(ChangeKind::Reworded, "title"));
        assert!(told(ChangeKind::Reworded, "E1-D1.1"));
        assert!(told(
            ChangeKind::Added,
            &format!("E1-C{}", before.elements[0].knowledge.len() + 1)
        ));
        assert!(told(ChangeKind::Removed, "E2"));
        assert!(
            told(ChangeKind::Moved, "E2"),
            "the third element is the second now"
        );
        assert_eq!(compare(&before, &before), []);
    }
}
