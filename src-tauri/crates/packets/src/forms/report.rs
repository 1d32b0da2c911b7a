//! The reviewer's report: what the rules saw in a standard, and what a person set aside and why.

use chrono::NaiveDate;
use domain::calendar::in_words;

use super::case_sheet::{frame, heading, named, says, texts, with_code};
use crate::sheet::{Block, Cell, Letterhead, Look, Sheet, Table};

/// What was reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewed {
    Standard,
    Map,
    Instrument,
}

impl Reviewed {
    const fn label(self) -> &'static str {
        match self {
            Reviewed::Standard => "Estándar de Competencia:",
            Reviewed::Map => "Mapa funcional:",
            Reviewed::Instrument => "Instrumento de Evaluación de Competencia:",
        }
    }
}

/// What a review saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewReport {
    pub of: Reviewed,
    pub code: String,
    pub title: String,
    /// The digest of what was reviewed.
    pub edition: String,
    pub rule_pack: String,
    /// The day of the review.
    pub day: NaiveDate,
    pub findings: Vec<ReportedFinding>,
}

/// One thing that a rule saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedFinding {
    /// `EC-R-13`.
    pub rule: String,
    /// In Spanish: «error», «aviso», «consejo».
    pub severity: String,
    /// `E1-D4.2`, or the field.
    pub place: String,
    /// The words it is about; empty if none.
    pub text: String,
    pub message: String,
    pub suggestion: Option<String>,
    pub basis: String,
    pub set_aside: Option<SetAside>,
}

/// That a person set a finding aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    pub by: String,
    pub on: NaiveDate,
    pub reason: String,
    /// Whether the rule was wrong, and not only outweighed.
    pub false_alarm: bool,
}

pub(crate) fn sheet(report: &ReviewReport, letterhead: &Letterhead) -> Sheet {
    let (aside, open): (Vec<_>, Vec<_>) = report
        .findings
        .iter()
        .partition(|finding| finding.set_aside.is_some());
    let mut blocks = vec![
        heading(1, "Informe de revisión"),
        named(report.of.label(), &with_code(&report.code, &report.title)),
        named("Huella de lo que se revisó:", &report.edition),
        named("Paquete de reglas:", &report.rule_pack),
        named("Fecha:", &in_words(report.day)),
        named("Hallazgos:", &count(open.len(), aside.len())),
        heading(2, "Hallazgos por atender"),
    ];
    table(&mut blocks, &open, "No hay hallazgos por atender.");
    blocks.push(heading(2, "Hallazgos apartados"));
    table(&mut blocks, &aside, "No se apartó ningún hallazgo.");
    Sheet {
        title: format!(
            "Informe de revisión: {}",
            with_code(&report.code, &report.title)
        ),
        frame: frame(
            letterhead,
            "INFORME DE REVISIÓN",
            &with_code(&report.code, &report.title),
        ),
        blocks,
        sources: Vec::new(),
        ..Sheet::default()
    }
}

fn count(open: usize, aside: usize) -> String {
    format!("{open} por atender, {aside} apartados con motivo")
}

fn table(blocks: &mut Vec<Block>, findings: &[&ReportedFinding], none: &str) {
    if findings.is_empty() {
        blocks.push(says(none));
        return;
    }
    blocks.push(Block::Table(Table {
        look: Look::Ruled,
        shares: vec![16, 16, 68],
        head: texts(&["Lugar", "Regla", "Hallazgo"]),
        rows: findings.iter().map(|finding| row(finding)).collect(),
        leads: false,
    }));
}

fn row(finding: &ReportedFinding) -> Vec<Cell> {
    let mut what = vec![says(&finding.message)];
    if !finding.text.is_empty() {
        what.push(says(&format!("Dice: «{}»", finding.text)));
    }
    if let Some(suggestion) = &finding.suggestion {
        what.push(says(&format!("Se sugiere: «{suggestion}»")));
    }
    if !finding.basis.is_empty() {
        what.push(says(&format!("Fundamento: {}", finding.basis)));
    }
    if let Some(aside) = &finding.set_aside {
        let how = if aside.false_alarm {
            "Falsa alarma, según"
        } else {
            "Lo apartó"
        };
        what.push(says(&format!(
            "{how} {} el {}: {}",
            aside.by,
            in_words(aside.on),
            aside.reason
        )));
    }
    vec![
        vec![says(&finding.place)],
        vec![says(&finding.rule), says(&finding.severity)],
        what,
    ]
}
