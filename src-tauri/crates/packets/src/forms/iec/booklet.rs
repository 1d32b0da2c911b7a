//! What the candidate is given: the questions, and which annexes go with them.

use domain::iec::form::IEC_WORDS;

use super::{Scene, cell, code, grid, heading, label, named, numbered, says, tools, words};
use crate::sheet::Block;

pub(super) fn all(scene: &Scene<'_>) -> Vec<Block> {
    let standard = scene.standard;
    let mut blocks = vec![
        heading(1, words("C")),
        named(words("I.código"), &code(standard)),
        named(words("I.para"), &standard.title),
        grid(
            &[34, 66],
            &[],
            ["I.candidato", "I.evaluador", "I.fecha"]
                .map(|key| vec![vec![label(words(key))], Vec::new()])
                .to_vec(),
        ),
    ];
    blocks.extend(numbered(&IEC_WORDS.list("C")));
    if scene.instrument.tools.is_empty() {
        blocks.push(says(words("C.sin preguntas")));
    }
    for (tool, number) in scene.instrument.tools.iter().zip(1..) {
        blocks.push(heading(2, &tools::called(tool, number)));
        blocks.extend(tools::questions(scene, tool));
    }
    let annexes = &scene.instrument.annexes;
    if !annexes.is_empty() {
        blocks.push(heading(2, words("A.3")));
        let rows = annexes.iter().filter_map(|annex| {
            let name = scene.annex_name(annex.id)?;
            Some(vec![cell(&name), cell(&annex.title), cell(&annex.file)])
        });
        let head = ["Anexo", "Qué es", "Archivo"];
        blocks.push(grid(&[18, 50, 32], &head, rows.collect()));
    }
    blocks
}
