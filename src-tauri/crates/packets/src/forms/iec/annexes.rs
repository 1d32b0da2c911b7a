//! The annexes of the form: observations, key, material, plan, historical evidence.

use domain::iec::copies::columns;
use domain::iec::{Audience, HistoricalEvidence, Question, QuestionKind};

use super::tools::{called, letter};
use super::{Scene, cell, grid, heading, label, own, says, sections, words};
use crate::sheet::{Block, Cell};

/// How many lines are left for observations.
const OBSERVATIONS: usize = 12;

pub(super) fn observations() -> Vec<Block> {
    let blank = || vec![cell(" "), Vec::new()];
    let rows = std::iter::repeat_with(blank).take(OBSERVATIONS);
    vec![
        heading(1, words("A.1")),
        grid(
            &[25, 75],
            &[words("IV.código"), words("IV.observaciones")],
            rows.collect(),
        ),
    ]
}

/// Anexo 2: which answers are right, and what is expected in contingencies.
pub(super) fn key(scene: &Scene<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, words("A.2")), says(words("A.2.aviso"))];
    blocks.extend(sections::drawn(scene).map(|said| says(&said)));
    let mut answers: Vec<Vec<Cell>> = Vec::new();
    let mut expected: Vec<Vec<Cell>> = Vec::new();
    let tools = scene.instrument.tools.iter();
    for item in tools.flat_map(|tool| scene.instrument.items_of(tool.id)) {
        let code = scene.code(item);
        for (question, number) in scene.instrument.questions_of(item.id).zip(1_u32..) {
            answers.push(vec![
                cell(code),
                cell(&number.to_string()),
                cell(&question.text),
                answer(question),
            ]);
        }
        if !item.expected.is_empty() {
            let responses = item.expected.iter().map(|response| says(response));
            let leaf = scene.leaves.get(&item.leaf);
            let situation = leaf.map_or("", |leaf| leaf.line.as_str());
            expected.push(vec![cell(code), cell(situation), responses.collect()]);
        }
    }
    if answers.is_empty() {
        blocks.push(says("El instrumento no tiene preguntas."));
    } else {
        let head = [words("IV.código"), "N.º", "Pregunta", "Respuesta correcta"];
        blocks.push(grid(&[20, 8, 40, 32], &head, answers));
    }
    if !expected.is_empty() {
        blocks.push(heading(2, words("A.2.esperadas")));
        let head = [words("IV.código"), "Situación", "Respuestas esperadas"];
        blocks.push(grid(&[20, 32, 48], &head, expected));
    }
    blocks
}

fn answer(question: &Question) -> Cell {
    if question.kind == QuestionKind::Matching {
        let (left, right, pairs) = columns(&question.options);
        let pairs = left.iter().zip(pairs).zip(1_u32..);
        return pairs
            .map(|((left, at), number)| {
                let right = right.get(at).copied().unwrap_or_default();
                says(&format!("{number} – {}) {left}: {right}", letter(at)))
            })
            .collect();
    }
    let right = question.key.iter().filter_map(|key| {
        let at = usize::try_from(*key).ok()?;
        let option = question.options.get(at)?;
        Some(says(&format!("{}) {option}", letter(at))))
    });
    right.collect()
}

/// From the third on: what they are, and whom they are for.
pub(super) fn listed(scene: &Scene<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, words("A.3"))];
    let rows = scene.instrument.annexes.iter().filter_map(|annex| {
        let who = match annex.audience {
            Audience::Candidate => words("A.candidato"),
            Audience::Evaluator => words("A.evaluador"),
        };
        let mut file = cell(&annex.file);
        file.extend((!annex.digest.is_empty()).then(|| says(&annex.digest)));
        let name = scene.annex_name(annex.id)?;
        Some(vec![cell(&name), cell(&annex.title), cell(who), file])
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        blocks.push(says("El instrumento no tiene más anexos."));
    } else {
        let head = ["Anexo", "Qué es", "Para", "Archivo y su huella"];
        blocks.push(grid(&[13, 35, 17, 35], &head, rows));
    }
    blocks
}

/// What is done and what it asks for; the rest is agreed and written by hand.
pub(super) fn plan(scene: &Scene<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, words("A.plan"))];
    let rows = scene.instrument.activities().into_iter().zip(1..);
    let rows = rows.map(|(activity, number)| {
        let situation = activity.situation.map_or("", |it| it.name.as_str());
        vec![
            cell(&called(activity.tool, number)),
            cell(activity.tool.kind.technique()),
            cell(situation),
            cell(&activity.items.to_string()),
            Vec::new(),
        ]
    });
    let head = [
        "Actividad e instrumento",
        "Técnica",
        "Situación",
        "Reactivos",
        "Lugar, fecha y hora",
    ];
    blocks.push(grid(&[32, 14, 22, 12, 20], &head, rows.collect()));
    let requirements = &scene.standard.general.evaluation_aspects.requirements;
    if !requirements.is_empty() {
        blocks.push(label(words("I.requerimientos")));
        let rows = requirements
            .iter()
            .map(|line| vec![Vec::new(), cell(&line.text), Vec::new()]);
        let head = ["Cantidad", "Requerimiento", "Quién lo proporciona"];
        blocks.push(grid(&[14, 56, 30], &head, rows.collect()));
    }
    blocks.push(label("Criterios para el juicio"));
    blocks.push(says(
        "La persona es competente si se cumplen los dos; de otro modo, todavía no lo es.",
    ));
    let both = scene.instrument.judgement().into_iter().zip(1..);
    blocks.extend(both.map(|(text, number)| Block::Numbered {
        number,
        text: own(&text),
        bullets: Vec::new(),
    }));
    let rows = [
        "Entrega de resultados: lugar, fecha y hora",
        "Firma de acuerdo de la persona candidata",
        "Firma de acuerdo de la persona evaluadora",
    ];
    let rows = rows.map(|text| vec![cell(text), Vec::new()]);
    blocks.push(grid(&[50, 50], &[], rows.to_vec()));
    blocks
}

/// The products that may be shown by what was made before, or must be.
pub(super) fn historical(scene: &Scene<'_>) -> Vec<Block> {
    let items = scene.instrument.historical();
    if items.is_empty() {
        return Vec::new();
    }
    let rows = items.into_iter().map(|item| {
        let taken = match item.historical {
            HistoricalEvidence::Required => "Se exige",
            HistoricalEvidence::Allowed | HistoricalEvidence::NotAllowed => "Se admite",
        };
        vec![
            cell(scene.code(item)),
            cell(&item.text),
            cell(taken),
            Vec::new(),
        ]
    });
    let head = [
        words("IV.código"),
        "Producto",
        "Evidencia histórica",
        "Cómo se comprobó que es auténtica",
    ];
    vec![
        heading(1, words("A.históricas")),
        says(
            "Es un producto, documento o registro hecho antes de la evaluación, como resultado del trabajo. Vale sólo por un producto del Estándar de Competencia, si cumple lo que dice el reactivo y la persona evaluadora comprueba que es auténtico; nunca sustituye la observación de un desempeño.",
        ),
        grid(&[20, 40, 14, 26], &head, rows.collect()),
    ]
}
