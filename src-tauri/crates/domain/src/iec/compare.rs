//! What changed between two instruments: by the ids of their parts, never by likeness.
//!
//! The right answers and what is expected in a contingency are said to have changed and not quoted: the
//! comparison is for whoever looks at the instrument without its key.

use std::collections::{BTreeSet, HashMap};

use super::codes::codes;
use super::leaf::{Leaf, leaves};
use super::{AssessmentInstrument, Item, Question, Standing, Terms, WeightClass};
use crate::ec::CompetenceStandard;
use crate::ec::compare::out_of_order;
use crate::ids::PartId;
use crate::vocabulary;

vocabulary! {
    /// What became of a part of an instrument.
    pub enum IecChangeKind {
        /// It is new.
        Added = "ADDED",
        /// It is no longer there.
        Removed = "REMOVED",
        /// It says something else.
        Reworded = "REWORDED",
        /// It weighs otherwise.
        Reweighted = "REWEIGHTED",
        /// It stands elsewhere.
        Moved = "MOVED",
        /// Something else of it was set.
        Changed = "CHANGED",
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IecChange {
    /// What became of it.
    pub kind: IecChangeKind,
    /// The part; nothing for what is set once for the whole.
    pub part: Option<PartId>,
    /// Where, as people cite it: as it is now, or as it was where it is gone.
    pub place: String,
    /// What it was; empty where it is new.
    pub before: String,
    /// What it is; empty where it is gone.
    pub after: String,
}

/// An instrument with the standard that it is of.
#[derive(Clone, Copy)]
pub struct Of<'a> {
    /// The instrument.
    pub instrument: &'a AssessmentInstrument,
    /// Its standard.
    pub standard: &'a CompetenceStandard,
}

/// What changed from one instrument to another, in the order of the newer one; what is gone comes after.
pub fn compare(from: Of<'_>, to: Of<'_>) -> Vec<IecChange> {
    let (was, is) = (Side::of(from), Side::of(to));
    let mut changes = Vec::new();
    terms(&was.it.terms, &is.it.terms, &mut changes);
    told(&was.situations(), &is.situations(), &mut changes);
    told(&was.tools(), &is.tools(), &mut changes);
    told(&was.items(), &is.items(), &mut changes);
    told(&was.questions(), &is.questions(), &mut changes);
    told(&was.annexes(), &is.annexes(), &mut changes);
    changes
}

/// An aspect of a part: what a change of it is called, and what it says.
type Aspect = (IecChangeKind, String);

/// A part as it is compared: its words, and what else is set of it.
struct Told {
    id: PartId,
    place: String,
    /// What it belongs to, and where among its like.
    home: Option<PartId>,
    words: String,
    aspects: Vec<Aspect>,
}

struct Side<'a> {
    it: &'a AssessmentInstrument,
    codes: HashMap<PartId, String>,
    leaves: HashMap<PartId, String>,
}

impl<'a> Side<'a> {
    fn of(of: Of<'a>) -> Side<'a> {
        let leaves = leaves(of.standard);
        Side {
            it: of.instrument,
            codes: codes(of.instrument, &leaves),
            leaves: leaves
                .iter()
                .map(|leaf: &Leaf| (leaf.id, leaf.label()))
                .collect(),
        }
    }

    fn code(&self, item: PartId) -> String {
        self.codes.get(&item).cloned().unwrap_or_default()
    }

    fn situations(&self) -> Vec<Told> {
        let situations = self.it.situations.iter();
        situations
            .map(|part| Told {
                id: part.id,
                place: format!("Situación «{}»", part.name),
                home: None,
                words: lines(&[&part.name, &part.description]),
                aspects: Vec::new(),
            })
            .collect()
    }

    fn tools(&self) -> Vec<Told> {
        let named = |id: PartId| {
            let mut situations = self.it.situations.iter();
            situations.find(|situation| situation.id == id)
        };
        let tools = self.it.tools.iter();
        tools
            .map(|part| Told {
                id: part.id,
                place: format!("{} «{}»", part.kind.printed(), part.title),
                home: None,
                words: lines(&[&part.title, &part.instruction]),
                aspects: vec![(
                    IecChangeKind::Changed,
                    match part.situation.and_then(named) {
                        Some(situation) => format!("Se aplica en «{}»", situation.name),
                        None => "Sin situación de aplicación".to_owned(),
                    },
                )],
            })
            .collect()
    }

    fn items(&self) -> Vec<Told> {
        let tools = self.it.tools.iter();
        let ordered = tools.flat_map(|tool| self.it.items_of(tool.id));
        ordered.map(|item| self.item(item)).collect()
    }

    fn item(&self, item: &Item) -> Told {
        let leaf = self.leaves.get(&item.leaf);
        let leaf = leaf.map_or_else(|| "un criterio que ya no está".to_owned(), Clone::clone);
        Told {
            id: item.id,
            place: format!("Reactivo {}", self.code(item.id)),
            home: Some(item.tool),
            words: item.text.clone(),
            aspects: vec![
                (IecChangeKind::Reweighted, class(item.weight).to_owned()),
                (IecChangeKind::Changed, format!("Pide {leaf}")),
                (
                    IecChangeKind::Changed,
                    match item.historical {
                        super::HistoricalEvidence::Allowed => "Admite evidencia histórica",
                        super::HistoricalEvidence::NotAllowed => "No admite evidencia histórica",
                        super::HistoricalEvidence::Required => "Pide evidencia histórica",
                    }
                    .to_owned(),
                ),
                (
                    IecChangeKind::Changed,
                    hidden("Respuestas esperadas", &item.expected.join("\n")),
                ),
            ],
        }
    }

    fn questions(&self) -> Vec<Told> {
        let mut counted: HashMap<PartId, usize> = HashMap::new();
        let questions = self.it.questions.iter();
        questions
            .map(|question| {
                let number = counted.entry(question.item).or_default();
                *number += 1;
                let code = self.code(question.item);
                Told {
                    place: format!("Pregunta {number} del reactivo {code}"),
                    ..question_told(question)
                }
            })
            .collect()
    }

    fn annexes(&self) -> Vec<Told> {
        let annexes = self.it.annexes.iter().zip(3..);
        annexes
            .map(|(annex, number)| Told {
                id: annex.id,
                place: format!("Anexo {number}"),
                home: None,
                words: annex.title.clone(),
                aspects: vec![
                    (
                        IecChangeKind::Changed,
                        match annex.audience {
                            super::Audience::Candidate => "Para el candidato",
                            super::Audience::Evaluator => "Sólo para el evaluador",
                        }
                        .to_owned(),
                    ),
                    (
                        IecChangeKind::Changed,
                        match annex.digest.get(7..19) {
                            Some(digest) => format!("Archivo «{}» ({digest})", annex.file),
                            None => "Sin archivo".to_owned(),
                        },
                    ),
                ],
            })
            .collect()
    }
}

fn question_told(question: &Question) -> Told {
    let mut said = vec![question.text.clone()];
    // Of a matching the pairs are the key.
    let pairs = question.kind == super::QuestionKind::Matching;
    if !pairs {
        said.extend(question.options.iter().map(|option| format!("– {option}")));
    }
    let key: Vec<String> = match pairs {
        true => question.options.clone(),
        false => {
            let right = question
                .key
                .iter()
                .filter_map(|at| usize::try_from(*at).ok());
            let right = right.filter_map(|at| question.options.get(at).cloned());
            right.collect()
        }
    };
    Told {
        id: question.id,
        place: String::new(),
        home: Some(question.item),
        words: said.join("\n"),
        aspects: vec![
            (
                IecChangeKind::Changed,
                match question.standing {
                    Standing::InForm => "Se pregunta",
                    Standing::InBank => "Está en el banco",
                    Standing::Retired => "Retirada",
                }
                .to_owned(),
            ),
            (
                IecChangeKind::Changed,
                hidden("Respuesta correcta", &key.join("\n")),
            ),
        ],
    }
}

/// What is not quoted: it is compared by what it says and told by a sign of it.
fn hidden(what: &str, said: &str) -> String {
    format!("{what}\u{0}{said}")
}

/// What may be shown of an aspect.
fn shown(said: &str, other: &str) -> (String, String) {
    match (said.split_once('\u{0}'), other.split_once('\u{0}')) {
        (Some((what, was)), Some((_, is))) => {
            let told = |said: &str| match said {
                "" => format!("{what}: sin fijar"),
                _ => format!("{what}: en el Anexo 2 de su edición"),
            };
            (told(was), told(is))
        }
        _ => (said.to_owned(), other.to_owned()),
    }
}

fn class(class: WeightClass) -> &'static str {
    match class {
        WeightClass::Minor => "Peso Menor",
        WeightClass::Medium => "Peso Medio",
        WeightClass::Major => "Peso Mayor",
    }
}

fn lines(texts: &[&str]) -> String {
    let said = texts.iter().filter(|text| !text.is_empty());
    said.copied().collect::<Vec<_>>().join("\n")
}

fn terms(was: &Terms, is: &Terms, changes: &mut Vec<IecChange>) {
    let shares = |terms: &Terms| {
        let shares = &terms.shares;
        format!(
            "Menor {} · Medio {} · Mayor {}",
            shares.minor, shares.medium, shares.major
        )
    };
    let pass = |terms: &Terms| match terms.pass_score {
        Some(score) => score.to_string(),
        None => "Sin fijar".to_owned(),
    };
    let judged = |terms: &Terms| {
        let kinds = terms.judged.iter().map(|kind| kind.in_code());
        kinds.collect::<Vec<_>>().join(", ")
    };
    let minutes = |terms: &Terms| match terms.minutes {
        Some(minutes) => format!("{minutes} minutos"),
        None => "La del estándar".to_owned(),
    };
    type Said<'a> = &'a dyn Fn(&Terms) -> String;
    let drawn = |terms: &Terms| match &terms.draw {
        Some(draw) => format!("Clave «{}»", draw.key),
        None => "Sin sorteo".to_owned(),
    };
    let set: [(&str, Said<'_>); 5] = [
        ("Reparto de los pesos", &shares),
        ("Puntaje mínimo", &pass),
        ("Criterios que se juzgan (J-2)", &judged),
        ("Duración estimada", &minutes),
        ("Sorteo del cuestionario", &drawn),
    ];
    for (place, said) in set {
        let (before, after) = (said(was), said(is));
        if before != after {
            changes.push(IecChange {
                kind: IecChangeKind::Changed,
                part: None,
                place: place.to_owned(),
                before,
                after,
            });
        }
    }
}

/// The parts that changed their order among those of the same home.
fn moved(was: &[Told], is: &[Told]) -> BTreeSet<PartId> {
    let homes: BTreeSet<Option<PartId>> = is.iter().map(|part| part.home).collect();
    let order = |parts: &[Told], home| -> Vec<PartId> {
        let there = parts.iter().filter(|part| part.home == home);
        there.map(|part| part.id).collect()
    };
    homes
        .into_iter()
        .flat_map(|home| out_of_order(&order(was, home), &order(is, home)))
        .collect()
}

fn told(was: &[Told], is: &[Told], changes: &mut Vec<IecChange>) {
    let before: HashMap<PartId, &Told> = was.iter().map(|part| (part.id, part)).collect();
    let after: BTreeSet<PartId> = is.iter().map(|part| part.id).collect();
    let moved = moved(was, is);
    let mut tell = |kind, part: &Told, before: String, after: String| {
        changes.push(IecChange {
            kind,
            part: Some(part.id),
            place: part.place.clone(),
            before,
            after,
        });
    };
    for part in is {
        let Some(old) = before.get(&part.id) else {
            tell(
                IecChangeKind::Added,
                part,
                String::new(),
                part.words.clone(),
            );
            continue;
        };
        if old.words != part.words {
            let (was, is) = (old.words.clone(), part.words.clone());
            tell(IecChangeKind::Reworded, part, was, is);
        }
        for ((kind, was), (_, is)) in old.aspects.iter().zip(&part.aspects) {
            if was != is {
                let (was, is) = shown(was, is);
                tell(*kind, part, was, is);
            }
        }
        if old.home != part.home || moved.contains(&part.id) {
            let (was, is) = (old.place.clone(), part.place.clone());
            tell(IecChangeKind::Moved, part, was, is);
        }
    }
    for part in was.iter().filter(|part| !after.contains(&part.id)) {
        tell(
            IecChangeKind::Removed,
            part,
            part.words.clone(),
            String::new(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec::KnowledgeLevel;
    use crate::ec::sketch::sample;
    use crate::ids::Ids;
    use crate::iec::QuestionKind;
    use crate::iec::deriving::derive;
    use crate::iec::edit::{IecEdit, IecPart};

    fn covered() -> (CompetenceStandard, AssessmentInstrument, Ids) {
        let mut ids = Ids::fixed();
        let standard = sample(&mut ids);
        let mut instrument = AssessmentInstrument::blank(ids.iec(), ids.ec());
        let wanted: Vec<PartId> = leaves(&standard).iter().map(|leaf| leaf.id).collect();
        let edits = derive(&instrument, &standard, &wanted, &mut ids);
        instrument.apply_all(&edits).unwrap();
        (standard, instrument, ids)
    }

    fn kinds(changes: &[IecChange]) -> Vec<(IecChangeKind, &str)> {
        let told = changes.iter();
        told.map(|change| (change.kind, change.place.as_str()))
            .collect()
    }

    #[test]
    fn items_are_known_by_their_ids_whatever_they_say() {
        let (standard, was, mut ids) = covered();
        let mut is = was.clone();
        is.items[0].text = "La persona candidata verifica la luz.".to_owned();
        is.items[1].weight = WeightClass::Major;
        let gone = is.items.pop().unwrap();
        let leaf = leaves(&standard)[0].clone();
        let new = crate::iec::deriving::item(&leaf, is.tools[0].id, ids.part());
        is.items.insert(1, new.clone());
        let side = |instrument| Of {
            instrument,
            standard: &standard,
        };

        let changes = compare(side(&was), side(&is));

        let parts: Vec<_> = changes.iter().map(|it| (it.kind, it.part)).collect();
        for (kind, part) in [
            (IecChangeKind::Reworded, was.items[0].id),
            (IecChangeKind::Added, new.id),
            (IecChangeKind::Reweighted, was.items[1].id),
            (IecChangeKind::Removed, gone.id),
        ] {
            assert!(parts.contains(&(kind, Some(part))), "{changes:?}");
        }
        assert_eq!(
            parts.len(),
            4,
            "what was pushed on is not moved: {changes:?}"
        );
        let heavier = changes
            .iter()
            .find(|it| it.kind == IecChangeKind::Reweighted);
        let heavier = heavier.unwrap();
        assert_eq!(
            (heavier.before.as_str(), heavier.after.as_str()),
            ("Peso Medio", "Peso Mayor")
        );
        assert_eq!(compare(side(&was), side(&was)), []);
    }

    #[test]
    fn an_item_that_changes_places_is_told_alone() {
        let (standard, was, _) = covered();
        let mut is = was.clone();
        let last = is.items.len() - 1;
        let item = is.items[last].id;
        let edit = IecEdit::Move {
            list: crate::iec::edit::IecList::Items,
            part: item,
            from: last,
            to: 0,
        };
        is.apply(&edit).unwrap();
        let side = |instrument| Of {
            instrument,
            standard: &standard,
        };

        let changes = compare(side(&was), side(&is));

        assert_eq!(changes.len(), 1, "{changes:?}");
        assert_eq!(
            (changes[0].kind, changes[0].part),
            (IecChangeKind::Moved, Some(item))
        );
    }

    #[test]
    fn the_key_is_said_to_have_changed_and_never_quoted() {
        let (standard, mut was, mut ids) = covered();
        let question = Question {
            id: ids.part(),
            item: was.items[0].id,
            kind: QuestionKind::MultipleChoice,
            level: Some(KnowledgeLevel::Recall),
            text: "¿Cuánta luz?".to_owned(),
            options: ["300", "500", "700"].map(str::to_owned).to_vec(),
            key: vec![1],
            annex: None,
            standing: Standing::InForm,
            difficulty: None,
            discrimination: None,
        };
        let at = 0;
        was.apply(&IecEdit::Add {
            at,
            part: IecPart::Question(question),
        })
        .unwrap();
        let mut is = was.clone();
        is.questions[0].key = vec![2];
        let side = |instrument| Of {
            instrument,
            standard: &standard,
        };

        let changes = compare(side(&was), side(&is));

        assert_eq!(
            kinds(&changes),
            [(IecChangeKind::Changed, "Pregunta 1 del reactivo 1.1/1-D1E1")]
        );
        let said = [&changes[0].before, &changes[0].after];
        assert!(said.iter().all(|said| !said.contains("700")), "{said:?}");
        assert!(said.iter().all(|said| !said.contains("500")), "{said:?}");
    }
}
