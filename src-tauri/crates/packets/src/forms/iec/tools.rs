//! Section IV: the situations of application, and the tools in the order they are applied.

use domain::ids::PartId;
use domain::iec::copies::columns;
use domain::iec::leaf::Leaf;
use domain::iec::{CriterionKind, HistoricalEvidence, Item, Question, QuestionKind, Tool};

use super::{Scene, cell, grid, heading, label, lines, named, own, says, words};
use crate::sheet::{Block, Cell, Look, Table, Text};

pub(super) fn all(scene: &Scene<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::NewPage, heading(1, words("IV"))];
    if !scene.instrument.situations.is_empty() {
        blocks.push(heading(2, words("IV.situaciones")));
        for (situation, number) in scene.instrument.situations.iter().zip(1..) {
            blocks.push(Block::Numbered {
                number,
                text: own(&situation.name),
                bullets: Vec::new(),
            });
            blocks.extend(lines(&situation.description));
        }
    }
    for (tool, number) in scene.instrument.tools.iter().zip(1..) {
        blocks.push(heading(2, &called(tool, number)));
        if let Some(situation) = scene.instrument.situation(tool) {
            blocks.push(named(words("IV.situación"), &situation.name));
        }
        if !tool.instruction.is_empty() {
            let mut instructions = vec![label(words("IV.instrucciones"))];
            instructions.extend(lines(&tool.instruction));
            blocks.push(grid(&[100], &[], vec![vec![instructions]]));
        }
        blocks.push(items(scene, tool));
        let asked = questions(scene, tool);
        if !asked.is_empty() {
            blocks.push(label(words("IV.preguntas")));
            blocks.extend(asked);
        }
    }
    blocks
}

/// «2. Lista de cotejo: Reporte».
pub(super) fn called(tool: &Tool, number: usize) -> String {
    let kind = tool.kind.printed();
    match tool.title.trim() {
        "" => format!("{number}. {kind}"),
        title if title == kind => format!("{number}. {kind}"),
        title => format!("{number}. {kind}: {title}"),
    }
}

/// The table of a tool: a grey row says the criterion that its items are of.
fn items(scene: &Scene<'_>, tool: &Tool) -> Block {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut over: Option<(PartId, Option<String>)> = None;
    for item in scene.instrument.items_of(tool.id) {
        let leaf = scene.leaves.get(&item.leaf).copied();
        let line = leaf.and_then(over_items);
        // Attitudes follow one another under one row; two criteria of the same words do not.
        let of = match leaf.map(|leaf| leaf.kind) {
            Some(CriterionKind::Performance | CriterionKind::Product) => {
                leaf.map_or(item.leaf, |leaf| leaf.criterion)
            }
            Some(_) | None => tool.id,
        };
        let now = Some((of, line));
        if now != over {
            // A row of one cell goes across.
            let line = now.as_ref().and_then(|(_, line)| line.as_ref());
            rows.extend(line.map(|line| vec![cell(line)]));
            over = now;
        }
        let mut said = vec![says(&item.text)];
        match item.historical {
            HistoricalEvidence::NotAllowed => {}
            HistoricalEvidence::Allowed => said.push(says(words("IV.historica"))),
            HistoricalEvidence::Required => said.push(says(words("IV.historica exigida"))),
        }
        rows.push(vec![
            cell(scene.code(item)),
            said,
            Vec::new(),
            Vec::new(),
            cell(&weighs(scene, item)),
            Vec::new(),
        ]);
    }
    let head = [
        words("IV.código"),
        words("IV.reactivo"),
        words("IV.sí"),
        words("IV.no"),
        words("IV.peso"),
        words("IV.observaciones"),
    ];
    grid(&[17, 38, 5, 5, 12, 23], &head, rows)
}

/// What the grey row says: the line of a criterion that has characteristics, or whose items need it.
fn over_items(leaf: &Leaf) -> Option<String> {
    let line = leaf.line.as_str();
    match leaf.kind {
        CriterionKind::Performance | CriterionKind::Product => {
            leaf.characteristic.map(|_| format!("{line}:"))
        }
        CriterionKind::Attitude => Some("Actitudes, hábitos y valores".to_owned()),
        CriterionKind::Contingency => Some("Situaciones emergentes".to_owned()),
        CriterionKind::Knowledge => None,
    }
}

/// «0.59», or «0 (-0.29)» of what only takes away.
fn weighs(scene: &Scene<'_>, item: &Item) -> String {
    let each = scene.weights.class(item.weight).each;
    match scene.kind(item) {
        Some(CriterionKind::Attitude) => format!("0 (-{each})"),
        _ => each.to_string(), // All others add; so does one whose leaf is gone.
    }
}

/// The questions of a tool, each under the code of its item.
pub(super) fn questions(scene: &Scene<'_>, tool: &Tool) -> Vec<Block> {
    let mut blocks = Vec::new();
    for item in scene.instrument.items_of(tool.id) {
        let asked: Vec<&Question> = scene.instrument.questions_of(item.id).collect();
        if asked.is_empty() {
            continue;
        }
        let code = format!("{}: {}", words("IV.reactivo"), scene.code(item));
        blocks.push(label(&code));
        let rows = asked.into_iter().zip(1..);
        let rows = rows.map(|(question, number)| vec![question_cell(scene, question, number)]);
        // One that fits on a page is kept on one.
        blocks.push(Block::Table(Table {
            look: Look::Layout,
            shares: vec![100],
            head: Vec::new(),
            rows: rows.collect(),
            leads: false,
        }));
    }
    blocks
}

fn question_cell(scene: &Scene<'_>, question: &Question, number: u32) -> Cell {
    let mut blocks = vec![Block::Numbered {
        number,
        text: own(&question.text),
        bullets: Vec::new(),
    }];
    if let Some(annex) = question.annex.and_then(|id| scene.annex_name(id)) {
        blocks.push(says(&format!("{} {annex}.", words("IV.imagen"))));
    }
    let picture = question.annex.and_then(|id| scene.pictures.get(&id));
    blocks.extend(picture.map(|picture| Block::Figure((*picture).clone())));
    match question.kind {
        QuestionKind::Matching => {
            let (left, right, _) = columns(&question.options);
            let numbered = left.iter().zip(1_u32..);
            let left = numbered.map(|(text, number)| own(&format!("(   ) {number}. {text}")));
            let right = lettered(&right);
            blocks.push(says(words("IV.relacionar")));
            blocks.push(Block::Table(Table {
                look: Look::Layout,
                shares: vec![50, 50],
                head: Vec::new(),
                rows: vec![vec![
                    vec![Block::Lines {
                        items: left.collect(),
                    }],
                    vec![Block::Lines { items: right }],
                ]],
                leads: false,
            }));
        }
        QuestionKind::MultipleChoice
        | QuestionKind::TrueFalse
        | QuestionKind::Completion
        | QuestionKind::Image => {
            let options: Vec<&str> = question.options.iter().map(String::as_str).collect();
            blocks.push(Block::Lines {
                items: lettered(&options),
            });
        }
    }
    blocks
}

fn lettered(options: &[&str]) -> Vec<Text> {
    let options = options.iter().enumerate();
    let lines = options.map(|(at, text)| own(&format!("{}) {text}", letter(at))));
    lines.collect()
}

/// a, b… z, aa, ab…
pub(super) fn letter(at: usize) -> String {
    let last = u8::try_from(at % 26).unwrap_or_default();
    let last = char::from(b'a' + last).to_string();
    match at / 26 {
        0 => last,
        more => format!("{}{last}", letter(more - 1)),
    }
}
