//! The coverage matrix: what the standard asks for, a row each, and which item of which tool asks for it.

use domain::ec::CompetenceStandard;
use domain::iec::AssessmentInstrument;
use domain::iec::codes::codes;
use domain::iec::coverage::coverage;
use domain::iec::leaf::leaves;

use super::{cell, code, grid, heading, says, tools};
use crate::forms::case_sheet::frame;
use crate::sheet::{Letterhead, Sheet};

/// The matrix as words: what a paper prints and a book of sheets holds.
pub(crate) struct Matrix {
    pub(crate) title: String,
    /// Place, criterion, what it asks for; then a tool each.
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
    /// How many leaves have no item.
    pub(crate) uncovered: usize,
}

pub(crate) fn matrix(standard: &CompetenceStandard, instrument: &AssessmentInstrument) -> Matrix {
    let leaves = leaves(standard);
    let codes = codes(instrument, &leaves);
    let mut head = ["Lugar", "Criterio", "Qué se pide"]
        .map(str::to_owned)
        .to_vec();
    let called = instrument.tools.iter().zip(1..);
    head.extend(called.map(|(tool, number)| tools::called(tool, number)));
    if instrument.tools.is_empty() {
        head.push("Reactivos".to_owned());
    }
    let covered = coverage(instrument, &leaves);
    let rows = covered.iter().map(|row| {
        let leaf = row.leaf;
        let mut words = vec![
            leaf.label(),
            leaf.line.clone(),
            leaf.detail.replace('\n', "; "),
        ];
        words.extend(instrument.tools.iter().map(|tool| {
            let of_tool = row.items.iter().filter(|item| item.tool == tool.id);
            let codes = of_tool.map(|item| codes.get(&item.id).map_or("", String::as_str));
            codes.collect::<Vec<_>>().join(", ")
        }));
        words.resize(words.len().max(4), String::new());
        if row.items.is_empty() {
            "sin reactivo".clone_into(&mut words[3]);
        }
        words
    });
    let title = format!("{} {}", code(standard), standard.title);
    Matrix {
        title: title.trim().to_owned(),
        head,
        rows: rows.collect(),
        uncovered: covered.iter().filter(|row| row.items.is_empty()).count(),
    }
}

/// One table, on pages that lie.
pub(crate) fn sheet(
    standard: &CompetenceStandard,
    instrument: &AssessmentInstrument,
    letterhead: &Letterhead,
) -> Sheet {
    let matrix = matrix(standard, instrument);
    let rows = matrix.rows.iter();
    let rows = rows.map(|row| row.iter().map(|words| cell(words)).collect());
    let head: Vec<&str> = matrix.head.iter().map(String::as_str).collect();
    // The tools share what the words of the standard leave.
    let mut shares = vec![9, 22, 29];
    let tools = matrix.head.len() - shares.len();
    let each = 40 / u32::try_from(tools).unwrap_or(u32::MAX).max(1);
    shares.extend(std::iter::repeat_n(each.max(1), tools));
    let stands = match matrix.uncovered {
        0 => "Todo lo que el estándar pide tiene al menos un reactivo.".to_owned(),
        1 => "Hay un criterio sin reactivo.".to_owned(),
        some => format!("Hay {some} criterios sin reactivo."),
    };
    Sheet {
        title: format!("Matriz de cobertura: {}", matrix.title),
        frame: frame(letterhead, "MATRIZ DE COBERTURA EC × IEC", &matrix.title),
        blocks: vec![
            heading(1, &matrix.title),
            says(&stands),
            grid(&shares, &head, rows.collect()),
        ],
        wide: true,
        ..Sheet::default()
    }
}
