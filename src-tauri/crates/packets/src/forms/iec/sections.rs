//! The six sections of the form and its annexes.

use domain::ec::duration;
use domain::iec::form::IEC_WORDS;
use domain::iec::weights::Hundredths;
use domain::iec::{ToolKind, WeightClass};

use super::{
    Scene, annexes, cell, code, grid, heading, label, named, numbered, says, tools, words,
};
use crate::sheet::{Block, Cell, Text};

/// The whole instrument, with its key or without it.
pub(super) fn all(scene: &Scene<'_>, key: bool) -> Vec<Block> {
    let mut blocks = general(scene);
    blocks.extend(introduction(scene));
    blocks.extend(instructions(scene));
    blocks.extend(tools::all(scene));
    blocks.extend(quantification());
    blocks.extend(judgement(scene));
    blocks.push(Block::NewPage);
    blocks.extend(annexes::observations());
    if key {
        blocks.push(Block::NewPage);
        blocks.extend(annexes::key(scene));
    }
    blocks.push(Block::NewPage);
    blocks.extend(annexes::listed(scene));
    blocks.extend(annexes::plan(scene));
    blocks.extend(annexes::historical(scene));
    blocks
}

fn general(scene: &Scene<'_>) -> Vec<Block> {
    let standard = scene.standard;
    let mut blocks = vec![
        heading(1, words("I")),
        named(words("I.código"), &code(standard)),
        named(words("I.para"), &standard.title),
        grid(
            &[34, 66],
            &[],
            ["I.evaluador", "I.candidato", "I.fecha"]
                .map(|key| vec![vec![label(words(key))], Vec::new()])
                .to_vec(),
        ),
        heading(2, words("I.perfil")),
        says(&standard.title),
    ];
    let elements = standard.elements.iter().map(|element| {
        let (at, of) = (element.index, element.count);
        let label = format!("{} {at} {} {of}:", words("I.elemento"), words("marco.de"));
        named(&label, &element.title)
    });
    blocks.extend(elements);
    blocks.push(heading(2, words("I.duración")));
    let aspects = &standard.general.evaluation_aspects;
    blocks.push(says(&match scene.instrument.terms.minutes {
        Some(minutes) => duration::in_words(minutes),
        None => aspects.duration.printed.clone(),
    }));
    if !aspects.requirements.is_empty() {
        blocks.push(heading(2, words("I.requerimientos")));
        let items = aspects.requirements.iter();
        blocks.push(Block::Bullets {
            items: items.map(|line| super::own(&line.text)).collect(),
        });
    }
    blocks
}

fn introduction(scene: &Scene<'_>) -> Vec<Block> {
    let weights = &scene.weights;
    let mut blocks = vec![
        heading(1, words("II")),
        says(words("II.párrafo 1")),
        says(words("II.párrafo 2")),
        label(words("II.pesos")),
    ];
    let rows = WeightClass::ALL.iter().map(|class| {
        let weighed = weights.class(*class);
        let figures = [
            weighed.share.to_string(),
            weighed.items.to_string(),
            match weighed.items + weighed.penalties {
                0 => "—".to_owned(), // Nothing weighs it.
                _ => weighed.each.to_string(),
            },
            weighed.total().to_string(),
            weighed.penalties.to_string(),
        ];
        let mut row = vec![cell(class_name(*class))];
        row.extend(figures.iter().map(|figure| cell(figure)));
        row
    });
    let mut rows: Vec<Vec<Cell>> = rows.collect();
    let sum = |count: fn(&domain::iec::weights::ClassWeight) -> usize| {
        let classes = WeightClass::ALL.iter();
        let all = classes.map(|class| count(weights.class(*class)));
        all.sum::<usize>().to_string()
    };
    rows.push(vec![
        cell("Total"),
        cell(""),
        cell(&sum(|class| class.items)),
        cell(""),
        cell(&weights.total().to_string()),
        cell(&sum(|class| class.penalties)),
    ]);
    let head = [
        "Clase",
        "Se reparte",
        "Reactivos",
        "Cada uno",
        "Total",
        "De actitudes",
    ];
    blocks.push(grid(&[25, 15, 15, 15, 15, 15], &head, rows));
    blocks.push(says(&rounding(weights.rounding())));
    let penalty = weights.penalty();
    if penalty > Hundredths(0) {
        blocks.push(says(&format!(
            "Los reactivos de actitudes, hábitos y valores no suman; si no se muestran, restan hasta {penalty} puntos."
        )));
    }
    blocks.push(label(words("II.instrumentos")));
    let rows = ToolKind::ALL.iter().map(|kind| {
        let tools = scene.instrument.tools.iter();
        let tools: Vec<_> = tools.filter(|tool| tool.kind == *kind).collect();
        let items = tools
            .iter()
            .map(|tool| scene.instrument.items_of(tool.id).count());
        let items: usize = items.sum();
        vec![
            cell(kind.printed()),
            cell(&tools.len().to_string()),
            cell(&items.to_string()),
        ]
    });
    let head = ["Instrumento", "Cuántos", "Reactivos"];
    blocks.push(grid(&[60, 20, 20], &head, rows.collect()));
    blocks.extend(drawn(scene).map(|said| says(&said)));
    blocks
}

/// With which key the questions were drawn from the bank: who has the bank can draw them again.
pub(super) fn drawn(scene: &Scene<'_>) -> Option<String> {
    let draw = scene.drawn?;
    let each = match draw.0.each {
        Some(1) => "1 pregunta por reactivo".to_owned(),
        Some(each) => format!("{each} preguntas por reactivo"),
        None => "las preguntas de cada reactivo según su nivel".to_owned(),
    };
    let since = match draw.1 {
        true => "",
        false => " Después del sorteo se cambiaron preguntas a mano.",
    };
    Some(format!(
        "Versión del cuestionario: sorteada del banco de reactivos con la clave «{}», {each}.{since}",
        draw.0.key
    ))
}

/// What rounding adds or takes, said and not hidden.
fn rounding(left: Hundredths) -> String {
    match left.0 {
        0 => "El redondeo a centésimas no agrega ni quita nada a los 100 puntos.".to_owned(),
        1.. => format!("El excedente de {left} sobre 100 puntos viene del redondeo a centésimas."),
        _ => format!(
            "Lo que falta para 100 puntos ({}) viene del redondeo a centésimas.",
            Hundredths(-left.0)
        ),
    }
}

pub(super) fn class_name(class: WeightClass) -> &'static str {
    match class {
        WeightClass::Minor => words("II.menor"),
        WeightClass::Medium => words("II.medio"),
        WeightClass::Major => words("II.mayor"),
    }
}

/// What stands in the instructions where the rule pack says when a knowledge is marked yes.
const KNOWLEDGE: &str = "{conocimiento}";

fn instructions(scene: &Scene<'_>) -> Vec<Block> {
    let form = scene.form;
    let mut blocks = vec![heading(1, words("III"))];
    for key in ["III.evaluador", "III.calificación"] {
        blocks.push(heading(2, words(key)));
        let texts = IEC_WORDS.list(key).into_iter();
        let texts = texts.map(|text| match text {
            // That it waits to be confirmed is for the office, not for who applies it.
            KNOWLEDGE => form.knowledge.as_str(),
            text => text,
        });
        blocks.extend(numbered(&texts.collect::<Vec<_>>()));
    }
    blocks
}

fn quantification() -> Vec<Block> {
    let rows = IEC_WORDS.list("V").into_iter().zip(1..);
    let rows = rows.map(|(text, number)| vec![cell(&format!("{number}. {text}")), Vec::new()]);
    vec![heading(1, words("V")), grid(&[75, 25], &[], rows.collect())]
}

fn judgement(scene: &Scene<'_>) -> Vec<Block> {
    let (least, below) = scene.instrument.scores();
    let both = scene.instrument.judgement();
    let number = |(text, number): (&String, u32)| Block::Numbered {
        number,
        text: Text::fixed(text),
        bullets: Vec::new(),
    };
    let mut blocks = vec![
        heading(1, words("VI")),
        says(
            "La persona es competente si se cumplen los dos criterios; de otro modo, todavía no lo es.",
        ),
    ];
    blocks.extend(both.iter().zip(1..).map(number));
    let rows = vec![
        vec![
            vec![label(words("VI.competente"))],
            cell(&format!("{least} puntos o más, y el criterio 2")),
            Vec::new(),
        ],
        vec![
            vec![label(words("VI.todavía"))],
            cell(&format!("{below} puntos, o sin el criterio 2")),
            Vec::new(),
        ],
    ];
    blocks.push(grid(&[40, 45, 15], &[], rows));
    blocks
}
