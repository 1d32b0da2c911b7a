//! An instrument as it is shown.

use std::collections::HashMap;

use domain::Severity;
use domain::ec::{CompetenceStandard, KnowledgeLevel};
use domain::edition::Digest;
use domain::ids::{EcId, PartId};
use domain::iec::codes::codes;
use domain::iec::coverage::{Freshness, coverage, freshness};
use domain::iec::deriving::wording;
use domain::iec::edit::{IecEdit, IecPart};
use domain::iec::leaf::{Leaf, leaves};
use domain::iec::weights::Weights;
use domain::iec::{AssessmentInstrument, CriterionKind, Item, Question, Tool, WeightClass};
use store::Reader;

use super::received::{keyless, unkeyed};
use super::setting_aside::{Found, found};
use super::standing::validated;
use super::{IecRecord, digest, of_standard};
use crate::Office;
use crate::error::Error;
use crate::turns::turns;
use crate::wire::{
    ActivityView, ClassWeightView, IecAnnexView, IecDrawView, IecFindingView, IecItemView,
    IecQuestion, IecSituationView, InstrumentView, LeafView, ToolView, WeightsView,
};

impl Office {
    pub(crate) fn instrument_view(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        focus: Option<PartId>,
    ) -> Result<InstrumentView, Error> {
        let moment = self.now();
        let standard = reader.standard(id)?;
        let (begun, instrument) = of_standard(reader, id)?;
        let chain = instrument.id.to_string();
        let (undo, redo) = turns::<IecRecord>(reader, &chain)?;
        let last = reader.last_act(&chain)?;
        let leaves = leaves(&standard);
        let looked = Looked::at(&instrument, &leaves);
        let rows = coverage(&instrument, &leaves);
        let keyless = keyless(reader, instrument.id)?;
        let findings = match begun {
            true => found(reader, &instrument, &standard)?,
            false => Vec::new(),
        };
        let graded = |severity| {
            let standing = findings.iter().filter(|it| it.aside.is_none());
            let graded = standing.filter(|it| it.finding.severity == severity);
            number(graded.count())
        };
        let errors = graded(Severity::Error);
        let says = digest(&instrument);
        let ready = begun && !instrument.items.is_empty() && errors == 0;
        let standing =
            self.standing_view(reader, id, &instrument, (&validated(&instrument), ready))?;
        // What is closed is not undone either.
        let (undo, redo) = match standing.closed {
            true => (None, None),
            false => (undo, redo),
        };
        Ok(InstrumentView {
            id: id.to_string(),
            code: standard.known_code().to_owned(),
            title: standard.title.clone(),
            begun,
            uncovered: number(rows.iter().filter(|row| row.items.is_empty()).count()),
            leaves: rows
                .iter()
                .map(|row| leaf_view(row.leaf, &row.items))
                .collect(),
            situations: situations(&instrument),
            tools: instrument
                .tools
                .iter()
                .map(|tool| looked.tool(tool))
                .collect(),
            annexes: annexes(reader, &instrument)?,
            keyless: unkeyed(&instrument, &leaves, &keyless)
                .iter()
                .map(ToString::to_string)
                .collect(),
            plan: plan(&instrument),
            judgement: instrument.judgement().into(),
            requirements: requirements(&standard),
            historical: instrument
                .historical()
                .iter()
                .map(|item| item.id.to_string())
                .collect(),
            weights: weights_view(&instrument, &looked.weights),
            stale: number(
                looked
                    .stands
                    .values()
                    .filter(|it| **it != Freshness::Fresh)
                    .count(),
            ),
            errors,
            draw: instrument.terms.draw.as_ref().map(|draw| IecDrawView {
                key: draw.key.clone(),
                per_item: draw.each,
                as_drawn: instrument.is_as_drawn(&leaves) == Some(true),
            }),
            standing,
            warnings: graded(Severity::Warning),
            findings: findings.into_iter().map(finding_view).collect(),
            focus: focus.map(|id| id.to_string()),
            undo: undo.map(|(_, entry)| entry.place),
            redo: redo.map(|(_, entry)| entry.place),
            saved_at: last.map_or_else(String::new, |act| moment.said(&act.at)),
            digest: match begun {
                true => says.to_string(),
                false => String::new(),
            },
        })
    }
}

/// An instrument with what is computed of it, once.
struct Looked<'a> {
    instrument: &'a AssessmentInstrument,
    leaves: HashMap<PartId, &'a Leaf>,
    codes: HashMap<PartId, String>,
    stands: HashMap<PartId, Freshness>,
    weights: Weights,
}

impl<'a> Looked<'a> {
    fn at(instrument: &'a AssessmentInstrument, leaves: &'a [Leaf]) -> Looked<'a> {
        let by_id: HashMap<PartId, &Leaf> = leaves.iter().map(|leaf| (leaf.id, leaf)).collect();
        Looked {
            instrument,
            codes: codes(instrument, leaves),
            stands: freshness(instrument, leaves).into_iter().collect(),
            weights: instrument.weights(|leaf| by_id.get(&leaf).map(|leaf| leaf.kind)),
            leaves: by_id,
        }
    }

    fn tool(&self, tool: &Tool) -> ToolView {
        ToolView {
            id: tool.id.to_string(),
            kind: tool.kind.code().to_owned(),
            kind_name: tool.kind.printed().to_owned(),
            situation: tool.situation.map(|id| id.to_string()),
            title: tool.title.clone(),
            instruction: tool.instruction.clone(),
            items: self
                .instrument
                .items_of(tool.id)
                .map(|item| self.item(item))
                .collect(),
        }
    }

    fn item(&self, item: &Item) -> IecItemView {
        let leaf = self.leaves.get(&item.leaf);
        let each = self.weights.class(item.weight).each;
        let penalty = leaf.is_some_and(|leaf| leaf.kind == CriterionKind::Attitude);
        let questions = self.instrument.questions.iter();
        IecItemView {
            id: item.id.to_string(),
            code: self.codes.get(&item.id).cloned().unwrap_or_default(),
            leaf: item.leaf.to_string(),
            label: leaf.map(|leaf| leaf.label()).unwrap_or_default(),
            text: item.text.clone(),
            weight: item.weight.code().to_owned(),
            weighs: match penalty {
                true => format!("0 (-{each})"),
                false => each.to_string(),
            },
            historical: item.historical.code().to_owned(),
            expected: item.expected.clone(),
            reason: item.reason.clone(),
            stands: match self.stands.get(&item.id) {
                Some(Freshness::Fresh) => "FRESH",
                Some(Freshness::Stale) => "STALE",
                Some(Freshness::Orphan) | None => "ORPHAN",
            }
            .to_owned(),
            seen: item.seen.clone(),
            questions: questions
                .filter(|question| question.item == item.id)
                .map(question_view)
                .collect(),
        }
    }
}

fn leaf_view(leaf: &Leaf, items: &[&Item]) -> LeafView {
    LeafView {
        id: leaf.id.to_string(),
        label: leaf.label(),
        kind: leaf.kind.code().to_owned(),
        line: leaf.line.clone(),
        detail: leaf.detail.clone(),
        level: leaf
            .level
            .map(KnowledgeLevel::printed)
            .unwrap_or_default()
            .to_owned(),
        items: items.iter().map(|item| item.id.to_string()).collect(),
        proposed: wording(leaf),
    }
}

fn question_view(question: &Question) -> IecQuestion {
    IecQuestion {
        id: question.id.to_string(),
        item: question.item.to_string(),
        kind: question.kind.code().to_owned(),
        level: question.level.map(|level| level.code().to_owned()),
        text: question.text.clone(),
        options: question.options.clone(),
        key: question.key.clone(),
        annex: question.annex.map(|id| id.to_string()),
        standing: question.standing.code().to_owned(),
        difficulty: question.difficulty.map(|it| it.to_string()),
        discrimination: question.discrimination.map(|it| it.to_string()),
    }
}

fn situations(instrument: &AssessmentInstrument) -> Vec<IecSituationView> {
    let situations = instrument.situations.iter();
    situations
        .map(|situation| IecSituationView {
            id: situation.id.to_string(),
            name: situation.name.clone(),
            description: situation.description.clone(),
        })
        .collect()
}

/// The first two annexes are the form's own.
fn annexes(
    reader: &Reader<'_>,
    instrument: &AssessmentInstrument,
) -> Result<Vec<IecAnnexView>, Error> {
    let annexes = instrument.annexes.iter().zip(3..);
    annexes
        .map(|(annex, number)| {
            Ok(IecAnnexView {
                id: annex.id.to_string(),
                name: format!("Anexo {number}"),
                title: annex.title.clone(),
                audience: annex.audience.code().to_owned(),
                file: annex.file.clone(),
                away: match Digest::parse(&annex.digest) {
                    Some(digest) => !reader.has_evidence(&digest)?,
                    None => false, // It has no file yet.
                },
                digest: annex.digest.clone(),
            })
        })
        .collect()
}

fn plan(instrument: &AssessmentInstrument) -> Vec<ActivityView> {
    let activities = instrument.activities().into_iter();
    let views = activities.map(|activity| ActivityView {
        tool: activity.tool.id.to_string(),
        name: match activity.tool.title.as_str() {
            "" => activity.tool.kind.printed().to_owned(),
            title => title.to_owned(),
        },
        technique: activity.tool.kind.technique().to_owned(),
        situation: activity
            .situation
            .map_or_else(String::new, |situation| situation.name.clone()),
        items: number(activity.items),
    });
    views.collect()
}

fn requirements(standard: &CompetenceStandard) -> Vec<String> {
    let lines = standard.general.evaluation_aspects.requirements.iter();
    lines.map(|line| line.text.clone()).collect()
}

fn weights_view(instrument: &AssessmentInstrument, weights: &Weights) -> WeightsView {
    let terms = &instrument.terms;
    let classes = WeightClass::ALL.iter().map(|class| {
        let weighed = weights.class(*class);
        ClassWeightView {
            class: class.code().to_owned(),
            name: class_name(*class).to_owned(),
            set: terms.shares.of(*class).to_string(),
            share: weighed.share.to_string(),
            items: number(weighed.items),
            penalties: number(weighed.penalties),
            each: weighed.each.to_string(),
            total: weighed.total().to_string(),
        }
    });
    let said = |score: Option<_>| score.map(|it: domain::iec::weights::Hundredths| it.to_string());
    WeightsView {
        classes: classes.collect(),
        total: weights.total().to_string(),
        rounding: weights.rounding().to_string(),
        penalty: weights.penalty().to_string(),
        pass_score: said(terms.pass_score).unwrap_or_default(),
        excluding_one_major: said(weights.excluding_one_major()).unwrap_or_default(),
        judged: terms
            .judged
            .iter()
            .map(|kind| kind.code().to_owned())
            .collect(),
        minutes: terms.minutes,
    }
}

fn class_name(class: WeightClass) -> &'static str {
    match class {
        WeightClass::Minor => "Peso menor",
        WeightClass::Medium => "Peso medio",
        WeightClass::Major => "Peso mayor",
    }
}

fn finding_view(found: Found) -> IecFindingView {
    let Found {
        key,
        finding,
        aside,
    } = found;
    IecFindingView {
        key,
        set_aside: aside,
        rule: finding.rule.to_owned(),
        severity: finding.severity.code().to_owned(),
        part: finding.part.map(|id| id.to_string()),
        label: finding.label,
        message: finding.message,
        basis: finding.basis.to_owned(),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What some edits did, as it is told where they can be undone.
pub(super) fn in_words(
    before: &AssessmentInstrument,
    after: &AssessmentInstrument,
    standard: &CompetenceStandard,
    edits: &[IecEdit],
) -> String {
    let leaves = leaves(standard);
    let named = |instrument: &AssessmentInstrument, part: &IecPart| match part {
        IecPart::Item(item) => {
            let code = codes(instrument, &leaves)
                .remove(&item.id)
                .unwrap_or_default();
            format!("el reactivo {code}")
        }
        IecPart::Question(_) => "una pregunta".to_owned(),
        IecPart::Tool(tool) => format!("«{}»", tool.title),
        IecPart::Situation(situation) => format!("la situación «{}»", situation.name),
        IecPart::Annex(annex) => format!("el anexo «{}»", annex.title),
    };
    let drawn = &after.terms.draw;
    if let Some(draw) = drawn.as_ref().filter(|_| before.terms.draw != *drawn) {
        return format!("sortear las preguntas con la clave «{}»", draw.key);
    }
    let items = |adding: bool| {
        let items = edits.iter().filter(|edit| match edit {
            IecEdit::Add { part, .. } => adding && matches!(part, IecPart::Item(_)),
            IecEdit::Remove { part } => !adding && matches!(part, IecPart::Item(_)),
            IecEdit::SetTerms { .. } | IecEdit::Change { .. } | IecEdit::Move { .. } => false,
        });
        items.count()
    };
    let (added, removed) = (items(true), items(false));
    if added > 1 {
        return format!("agregar {added} reactivos");
    }
    if removed > 1 {
        return format!("quitar {removed} reactivos");
    }
    match edits.first() {
        None => String::new(),
        Some(IecEdit::SetTerms { .. }) => "los pesos y el juicio".to_owned(),
        Some(IecEdit::Add { part, .. }) => format!("agregar {}", named(after, part)),
        Some(IecEdit::Remove { part }) => format!("quitar {}", named(before, part)),
        Some(IecEdit::Change { before: part, .. }) => named(before, part),
        Some(IecEdit::Move { part, .. }) => match before.part(*part) {
            Some(part) => format!("mover {}", named(before, &part)),
            None => "el orden".to_owned(),
        },
    }
}
