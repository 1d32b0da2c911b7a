//! The sheet of a case: what was required, what proves it, who put it there and when.

use chrono::NaiveDate;
use domain::calendar::in_words;

use crate::sheet::{Block, Cell, Frame, Letterhead, Look, Sheet, Table, Text};

/// What a case has to show at a stage of its road.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSheet {
    /// The code of the standard, or nothing while it has none.
    pub code: String,
    pub title: String,
    /// Which case, as the chain names it.
    pub case: String,
    /// The stage, in Spanish.
    pub stage: String,
    /// For whom, in Spanish: «COVACEC».
    pub addressee: String,
    /// The rule pack of the case.
    pub rule_pack: String,
    /// The digest of the edition that travels with it.
    pub edition: String,
    /// The day it is made.
    pub day: NaiveDate,
    pub requirements: Vec<Requirement>,
    /// What was done, oldest first.
    pub acts: Vec<DoneAct>,
}

/// Something required.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    pub id: String,
    /// What is required, in Spanish.
    pub says: String,
    pub basis: String,
    /// What proves it; nothing proves what is still missing.
    pub proofs: Vec<Proof>,
}

/// What proves that something required is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The file, or what was written down in its place.
    pub what: String,
    /// `sha256:…`; nothing where there is no file.
    pub digest: Option<String>,
    /// Who put it there and when, in a sentence.
    pub how: String,
}

/// An act of the road.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneAct {
    pub number: u32,
    /// The act, in Spanish.
    pub says: String,
    pub by: String,
    pub on: NaiveDate,
    pub digest: String,
}

pub(crate) fn sheet(case: &CaseSheet, letterhead: &Letterhead) -> Sheet {
    let mut blocks = vec![
        heading(1, "Hoja del expediente"),
        named(
            "Estándar de Competencia:",
            &with_code(&case.code, &case.title),
        ),
        named("Expediente:", &case.case),
        named("Etapa:", &case.stage),
        named("Se presenta a:", &case.addressee),
        named("Paquete de reglas:", &case.rule_pack),
        named("Huella de la edición que se presenta:", &case.edition),
        named("Fecha:", &in_words(case.day)),
        heading(2, "Lo que se pide y lo que lo prueba"),
    ];
    if case.requirements.is_empty() {
        blocks.push(says("En esta etapa no se pide ningún documento."));
    } else {
        blocks.push(Block::Table(Table {
            look: Look::Ruled,
            shares: vec![17, 37, 46],
            head: texts(&[
                "Requisito",
                "Qué se pide",
                "Qué lo prueba, quién lo adjuntó o capturó y cuándo",
            ]),
            rows: case.requirements.iter().map(requirement).collect(),
            leads: false,
        }));
    }
    blocks.push(heading(2, "Actos del expediente"));
    if case.acts.is_empty() {
        blocks.push(says("Todavía no hay actos."));
    } else {
        blocks.push(Block::Table(Table {
            look: Look::Ruled,
            shares: vec![7, 33, 24, 36],
            head: texts(&["N.º", "Acto", "Quién y cuándo", "Huella"]),
            rows: case.acts.iter().map(act).collect(),
            leads: false,
        }));
    }
    Sheet {
        title: format!(
            "Hoja del expediente: {}",
            with_code(&case.code, &case.title)
        ),
        frame: frame(letterhead, "HOJA DEL EXPEDIENTE", &case.case),
        blocks,
        sources: Vec::new(),
        ..Sheet::default()
    }
}

fn requirement(requirement: &Requirement) -> Vec<Cell> {
    let mut what = vec![says(&requirement.says)];
    if !requirement.basis.is_empty() {
        what.push(says(&format!("Fundamento: {}", requirement.basis)));
    }
    let mut proofs: Vec<Block> = Vec::new();
    for proof in &requirement.proofs {
        proofs.push(says(&proof.what));
        if let Some(digest) = &proof.digest {
            proofs.push(says(digest));
        }
        proofs.push(says(&proof.how));
    }
    if proofs.is_empty() {
        proofs.push(says("Falta."));
    }
    vec![vec![says(&requirement.id)], what, proofs]
}

fn act(act: &DoneAct) -> Vec<Cell> {
    vec![
        vec![says(&act.number.to_string())],
        vec![says(&act.says)],
        vec![says(&format!("{}, {}", act.by, in_words(act.on)))],
        vec![says(&act.digest)],
    ]
}

/// The frame of our own papers: the office above, the case and the page below.
pub(super) fn frame(letterhead: &Letterhead, title: &str, foot: &str) -> Frame {
    Frame {
        letterhead: letterhead.lines.clone(),
        title: title.to_owned(),
        form: [foot.to_owned(), String::new()],
        version: None,
        page: "Página:".to_owned(),
        of: "de".to_owned(),
        ..Frame::default()
    }
}

pub(super) fn with_code(code: &str, title: &str) -> String {
    format!("{code} {title}").trim().to_owned()
}

pub(super) fn heading(level: u8, text: &str) -> Block {
    let text = Text::fixed(text);
    Block::Heading { level, text }
}

pub(super) fn named(label: &str, words: &str) -> Block {
    Block::Named {
        label: label.to_owned(),
        text: own(words),
    }
}

pub(super) fn says(words: &str) -> Block {
    Block::Paragraph { text: own(words) }
}

pub(super) fn texts(words: &[&str]) -> Vec<Text> {
    words.iter().map(|words| Text::fixed(words)).collect()
}

/// What somebody wrote, as paper can say it.
fn own(words: &str) -> Text {
    Text::fixed(&crate::printable::printable(words, false))
}
