//! The assessment instrument as paper: N-FO-03, its copies, and the matrix of what it covers.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::calendar::in_words;
use domain::ec::CompetenceStandard;
use domain::ids::PartId;
use domain::iec::codes::codes;
use domain::iec::copies::Copy;
use domain::iec::draw::Draw;
use domain::iec::form::IEC_WORDS;
use domain::iec::leaf::{Leaf, leaves};
use domain::iec::weights::Weights;
use domain::iec::{Annex, AssessmentInstrument, Audience, CriterionKind, Item};
use domain::rule_pack::IecForm;

use crate::printable::printable;
use crate::sheet::{Block, Cell, Figure, Frame, Letterhead, Look, Sheet, Table, Text};

mod annexes;
mod booklet;
pub(crate) mod matrix;
mod sections;
mod tools;

/// An instrument to print, and for whom.
#[derive(Debug, Clone)]
pub struct IecPaper {
    pub standard: CompetenceStandard,
    pub instrument: AssessmentInstrument,
    pub copy: Copy,
    /// The code and the version of the form.
    pub form: IecForm,
    /// The pictures that questions are about, by their annexes.
    pub pictures: Vec<(PartId, Figure)>,
    /// Who takes it out, and when: printed on every page of a confidential copy.
    pub taken: (String, NaiveDate),
}

/// The sheet of a copy.
pub(crate) fn sheet(paper: &IecPaper, letterhead: &Letterhead) -> Sheet {
    let leaves = leaves(&paper.standard);
    // Codes and weights are those of the whole instrument, whatever the copy leaves out of it.
    let codes = codes(&paper.instrument, &leaves);
    let by_id: HashMap<PartId, &Leaf> = leaves.iter().map(|leaf| (leaf.id, leaf)).collect();
    let kind = |leaf: PartId| by_id.get(&leaf).map(|leaf| leaf.kind);
    let weights = paper.instrument.weights(kind);
    let instrument = match paper.copy {
        Copy::Full | Copy::Key => paper.instrument.clone(),
        Copy::Shown => paper.instrument.without_key(),
        Copy::Candidate => paper.instrument.for_candidate(),
    };
    let scene = Scene {
        standard: &paper.standard,
        instrument: &instrument,
        annexes: &paper.instrument.annexes,
        leaves: by_id,
        codes,
        weights,
        form: &paper.form,
        pictures: paper
            .pictures
            .iter()
            // What is the evaluator's is not the candidate's to see.
            .filter(|(id, _)| {
                let annex = instrument.annexes.iter().find(|annex| annex.id == *id);
                annex.is_some_and(|annex| {
                    paper.copy == Copy::Full || annex.audience == Audience::Candidate
                })
            })
            .filter(|(_, picture)| crate::writers::press::shows(picture))
            .map(|(id, picture)| (*id, picture))
            .collect(),
        drawn: paper.instrument.terms.draw.as_ref().map(|draw| {
            // A copy without the bank could not tell.
            (draw, paper.instrument.is_as_drawn(&leaves) == Some(true))
        }),
    };
    let blocks = match paper.copy {
        Copy::Full => sections::all(&scene, true),
        Copy::Shown => sections::all(&scene, false),
        Copy::Candidate => booklet::all(&scene),
        Copy::Key => annexes::key(&scene),
    };
    let named = format!("{} {}", code(&paper.standard), paper.standard.title);
    let mark = match paper.copy.is_confidential() {
        true => {
            let (by, on) = &paper.taken;
            let by = printable(by, false);
            format!("{} · {by} · {}", words("marco.confidencial"), in_words(*on))
        }
        false => String::new(),
    };
    Sheet {
        title: match paper.copy {
            Copy::Candidate => format!("Cuadernillo: {}", named.trim()),
            Copy::Key => format!("Clave de respuestas: {}", named.trim()),
            Copy::Full | Copy::Shown => named.trim().to_owned(),
        },
        frame: frame(letterhead, &paper.form),
        blocks,
        mark,
        ..Sheet::default()
    }
}

fn frame(letterhead: &Letterhead, form: &IecForm) -> Frame {
    Frame {
        letterhead: letterhead.lines.clone(),
        title: words("marco.título").to_owned(),
        form: [words("marco.formato").to_owned(), form.code.clone()],
        version: Some([
            words("marco.rótulo de versión").to_owned(),
            form.version.clone(),
        ]),
        page: words("marco.página").to_owned(),
        of: words("marco.de").to_owned(),
        paged_above: true,
        signatures: Some(
            ["marco.firma del candidato", "marco.firma del evaluador"]
                .map(|key| words(key).to_owned()),
        ),
    }
}

/// `IEC0217`, of the standard `EC0217`; empty for a standard that has no code yet.
pub(crate) fn code(standard: &CompetenceStandard) -> String {
    match standard.known_code() {
        "" => String::new(),
        code => format!("I{code}"),
    }
}

/// What a copy is printed from.
struct Scene<'a> {
    standard: &'a CompetenceStandard,
    instrument: &'a AssessmentInstrument,
    /// All the annexes of the instrument: one keeps its name in a copy that leaves others out.
    annexes: &'a [Annex],
    leaves: HashMap<PartId, &'a Leaf>,
    codes: HashMap<PartId, String>,
    weights: Weights,
    form: &'a IecForm,
    pictures: HashMap<PartId, &'a Figure>,
    /// How the questions were drawn, and whether they are still those.
    drawn: Option<(&'a Draw, bool)>,
}

impl Scene<'_> {
    fn code(&self, item: &Item) -> &str {
        self.codes.get(&item.id).map_or("", String::as_str)
    }

    fn kind(&self, item: &Item) -> Option<CriterionKind> {
        self.leaves.get(&item.leaf).map(|leaf| leaf.kind)
    }

    /// The annexes have names from the third on: «Anexo 3».
    fn annex_name(&self, id: PartId) -> Option<String> {
        let mut annexes = self.annexes.iter();
        let at = annexes.position(|annex| annex.id == id)?;
        Some(format!("Anexo {}", at + 3))
    }
}

fn words(key: &str) -> &'static str {
    IEC_WORDS.text(key)
}

fn heading(level: u8, text: &str) -> Block {
    let text = own(text);
    Block::Heading { level, text }
}

fn label(text: &str) -> Block {
    Block::Label { text: own(text) }
}

fn says(text: &str) -> Block {
    Block::Paragraph { text: own(text) }
}

/// Each line of it, a paragraph.
fn lines(text: &str) -> impl Iterator<Item = Block> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(says)
}

fn named(label: &str, text: &str) -> Block {
    Block::Named {
        label: label.to_owned(),
        text: own(text),
    }
}

fn numbered(texts: &[&str]) -> Vec<Block> {
    let texts = texts.iter().zip(1..);
    let blocks = texts.map(|(text, number)| Block::Numbered {
        number,
        text: Text::fixed(text),
        bullets: Vec::new(),
    });
    blocks.collect()
}

/// What somebody wrote, as paper can say it.
fn own(words: &str) -> Text {
    Text::fixed(&printable(words, false))
}

fn cell(text: &str) -> Cell {
    vec![says(text)]
}

fn grid(shares: &[u32], head: &[&str], rows: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table {
        look: Look::Grid,
        shares: shares.to_vec(),
        head: head.iter().map(|text| Text::fixed(text)).collect(),
        rows,
        leads: false,
    })
}

#[cfg(test)]
mod tests;
