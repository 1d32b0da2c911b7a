//! The comparison of two texts of a standard: what it says, what it should say, and why.

use chrono::NaiveDate;
use domain::calendar::in_words;
use domain::ec::compare::{Mark, MarkKind, marks};

use super::case_sheet::{frame, heading, named, says, texts, with_code};
use crate::printable::printable;
use crate::sheet::{Block, Cell, Fate, Letterhead, Look, Run, Sheet, Table};

/// How the table is read: by the look of the letters, and never by a colour.
const HOW: &str = "Lo que deja de decirse va tachado en «Dice»; lo que se dice ahora, en negrita y \
                   subrayado en «Debe decir».";

/// What changed between two texts, for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonPaper {
    /// What is compared: «Estándar de Competencia:».
    pub of: String,
    pub code: String,
    pub title: String,
    /// The older text, in words: «la edición 2, 3 de julio de 2026».
    pub from: String,
    /// The newer one.
    pub to: String,
    /// Their digests.
    pub from_edition: String,
    pub to_edition: String,
    /// The day of the comparison.
    pub day: NaiveDate,
    pub rows: Vec<Compared>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// `E1-D4.2`, or the field.
    pub place: String,
    /// In Spanish: «Cambia», «Se divide en E1-D4 y E1-D5».
    pub what: String,
    /// Part by part; none where it was added.
    pub says: Vec<SaidAt>,
    /// Part by part; none where it was removed.
    pub should_say: Vec<SaidAt>,
    pub reason: Option<ReasonSaid>,
}

/// What a part says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidAt {
    /// Where, if more than one says something; else nothing.
    pub place: String,
    pub words: String,
}

/// Why, as a person said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonSaid {
    pub text: String,
    /// Who, and which day.
    pub by: String,
    /// Whether the wording has changed since.
    pub stale: bool,
}

pub(crate) fn sheet(paper: &ComparisonPaper, letterhead: &Letterhead) -> Sheet {
    let name = with_code(&paper.code, &paper.title);
    let pending = paper.rows.iter().filter(|row| row.reason.is_none()).count();
    let mut blocks = vec![
        heading(1, "Cuadro comparativo"),
        named(&paper.of, &name),
        named("Dice:", &with_digest(&paper.from, &paper.from_edition)),
        named("Debe decir:", &with_digest(&paper.to, &paper.to_edition)),
        named("Fecha:", &in_words(paper.day)),
        named("Cambios:", &count(paper.rows.len(), pending)),
    ];
    if paper.rows.is_empty() {
        blocks.push(says("Los dos textos dicen lo mismo."));
    } else {
        let text = HOW.to_owned();
        blocks.push(Block::Lead { text });
        blocks.push(Block::Table(Table {
            look: Look::Ruled,
            shares: vec![16, 31, 31, 22],
            head: texts(&["Lugar", "Dice", "Debe decir", "Motivo"]),
            rows: paper.rows.iter().map(row).collect(),
            leads: false,
        }));
    }
    Sheet {
        title: format!("Cuadro comparativo: {name}"),
        frame: frame(letterhead, "CUADRO COMPARATIVO", &name),
        blocks,
        sources: Vec::new(),
        mark: String::new(),
        wide: true,
    }
}

fn with_digest(what: &str, digest: &str) -> String {
    format!(
        "{what} (huella {})",
        digest
            .trim_start_matches("sha256:")
            .get(..12)
            .unwrap_or(digest)
    )
}

fn count(all: usize, pending: usize) -> String {
    match pending {
        0 => format!("{all}, todos con motivo"),
        1 => format!("{all}; el motivo de 1 está pendiente"),
        pending => format!("{all}; el motivo de {pending} está pendiente"),
    }
}

fn row(row: &Compared) -> Vec<Cell> {
    let reason = match &row.reason {
        None => vec![says("Pendiente")],
        Some(reason) => {
            let mut said: Cell = reason.text.lines().map(says).collect();
            said.push(says(&format!("({})", reason.by)));
            if reason.stale {
                said.push(says("La redacción cambió después: por confirmar."));
            }
            said
        }
    };
    let (before, after) = both(&row.says, &row.should_say);
    let said = |cell: Cell, none: &str| match cell.is_empty() {
        true => vec![says(none)],
        false => cell,
    };
    vec![
        vec![says(&row.place), says(&row.what)],
        said(before, "(no lo dice)"),
        said(after, "(se elimina)"),
        reason,
    ]
}

/// Both wordings, with what goes and what comes marked word by word where there are two to compare.
fn both(says: &[SaidAt], should_say: &[SaidAt]) -> (Cell, Cell) {
    let (old, new) = (lines(says), lines(should_say));
    let marks = match says.is_empty() || should_say.is_empty() {
        true => Vec::new(), // All of it comes, or goes: the row says so.
        false => marks(&joined(&old), &joined(&new)),
    };
    (
        cell(&old, &marks, MarkKind::Added),
        cell(&new, &marks, MarkKind::Removed),
    )
}

/// A line of a wording, as paper can say it, with the place before the first of a part.
struct Line {
    place: String,
    words: String,
}

fn lines(said: &[SaidAt]) -> Vec<Line> {
    let mut lines = Vec::new();
    for part in said {
        let words = printable(&part.words, true);
        // A part that says nothing has its line too.
        for (nth, words) in words.split('\n').enumerate() {
            let place = match (nth, part.place.as_str()) {
                (0, place) if !place.is_empty() => format!("{place}: "),
                _ => String::new(),
            };
            let words = words.to_owned();
            lines.push(Line { place, words });
        }
    }
    lines
}

fn joined(lines: &[Line]) -> String {
    let words: Vec<&str> = lines.iter().map(|line| line.words.as_str()).collect();
    words.join("\n")
}

/// Words of one fate; the spaces around them have none.
fn runs(fate: Fate, words: &str) -> impl Iterator<Item = Run> {
    let said = words.trim();
    let at = words.len() - words.trim_start().len();
    let (before, rest) = words.split_at(at);
    let after = &rest[said.len()..];
    let runs = [(Fate::Stays, before), (fate, said), (Fate::Stays, after)];
    let runs = runs.map(|(fate, words)| Run {
        fate,
        words: words.to_owned(),
    });
    runs.into_iter().filter(|run| !run.words.is_empty())
}

/// The lines of one side as paragraphs: `other` is the kind of the words that only the other side has.
fn cell(lines: &[Line], marks: &[Mark], other: MarkKind) -> Cell {
    let whole = [Mark {
        kind: MarkKind::Same,
        text: joined(lines),
    }];
    let marks = match marks {
        [] => &whole[..],
        marks => marks,
    };
    let mut paragraphs: Vec<Vec<Run>> = vec![Vec::new()];
    for mark in marks.iter().filter(|mark| mark.kind != other) {
        let fate = match mark.kind {
            MarkKind::Same => Fate::Stays,
            MarkKind::Removed => Fate::Goes,
            MarkKind::Added => Fate::Comes,
        };
        for (nth, words) in mark.text.split('\n').enumerate() {
            if nth > 0 {
                paragraphs.push(Vec::new());
            }
            if let Some(paragraph) = paragraphs.last_mut() {
                paragraph.extend(runs(fate, words));
            }
        }
    }
    let paragraphs = lines.iter().zip(paragraphs).map(|(line, mut runs)| {
        if !line.place.is_empty() {
            let words = line.place.clone();
            let fate = Fate::Stays;
            runs.insert(0, Run { fate, words });
        }
        Block::Compared { runs }
    });
    paragraphs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(place: &str, words: &str) -> SaidAt {
        SaidAt {
            place: place.to_owned(),
            words: words.to_owned(),
        }
    }

    /// `E1-D1: Revisa -la rueda-` and `E1-D1: Revisa +el aro+`
    fn told_as(before: &[SaidAt], after: &[SaidAt]) -> [String; 2] {
        let (before, after) = both(before, after);
        [before, after].map(|cell| {
            let lines = cell.iter().map(|block| match block {
                Block::Compared { runs } => {
                    let runs = runs.iter().map(|run| match run.fate {
                        Fate::Stays => run.words.clone(),
                        Fate::Goes => format!("-{}-", run.words),
                        Fate::Comes => format!("+{}+", run.words),
                    });
                    runs.collect::<String>()
                }
                other => panic!("{other:?}"),
            });
            lines.collect::<Vec<_>>().join("|")
        })
    }

    #[test]
    fn the_words_that_go_and_those_that_come_are_marked_on_their_side() {
        assert_eq!(
            told_as(
                &[said("", "Revisa la rueda.")],
                &[said("", "Revisa el aro.")]
            ),
            ["Revisa -la rueda-.", "Revisa +el aro+."]
        );
        // A split: each part on its line, under its place.
        assert_eq!(
            told_as(
                &[said("", "Revisa la rueda y lava el aro:")],
                &[
                    said("E1-D1", "Revisa la rueda:"),
                    said("E1-D2", "lava el aro:")
                ]
            ),
            [
                "Revisa la rueda -y- lava el aro:",
                "E1-D1: Revisa la rueda+:+|E1-D2: lava el aro:"
            ]
        );
        // What only comes, or only goes, is told by its row.
        assert_eq!(
            told_as(&[], &[said("E1-D1", "Revisa:"), said("E1-D1.1", "")]),
            ["", "E1-D1: Revisa:|E1-D1.1: "]
        );
    }

    fn paper(reason: Option<ReasonSaid>) -> ComparisonPaper {
        ComparisonPaper {
            of: "Estándar de Competencia:".to_owned(),
            code: "EC sin código".to_owned(),
            title: "Mantenimiento de bicicletas".to_owned(),
            from: "la edición 1".to_owned(),
            to: "el texto de hoy".to_owned(),
            from_edition: "sha256:0123456789abcdef".to_owned(),
            to_edition: "sha256:fedcba9876543210".to_owned(),
            day: NaiveDate::from_ymd_opt(2026, 7, 3).unwrap(),
            rows: vec![Compared {
                place: "E1-D1".to_owned(),
                what: "Cambia".to_owned(),
                says: vec![said("", "Revisa:")],
                should_say: vec![said("", "Recibe y revisa:")],
                reason,
            }],
        }
    }

    fn told(paper: &ComparisonPaper) -> String {
        format!("{:?}", sheet(paper, &Letterhead::default()).blocks)
    }

    #[test]
    fn a_row_without_a_reason_is_shown_as_pending() {
        let pending = told(&paper(None));
        assert!(pending.contains("\"Pendiente\""), "{pending}");
        assert!(pending.contains("el motivo de 1 está pendiente"));

        let said = told(&paper(Some(ReasonSaid {
            text: "Lo pidió el grupo.".to_owned(),
            by: "Elena Robles, 3 de julio de 2026".to_owned(),
            stale: false,
        })));
        assert!(!said.contains("\"Pendiente\""), "{said}");
        assert!(said.contains("Lo pidió el grupo."));
        assert!(said.contains("todos con motivo"));
    }

    #[test]
    fn the_paper_is_made_in_both_formats() {
        let mut long = paper(None);
        let words = "Verificando que el recorrido de la palanca sea el que indica el fabricante. ";
        long.rows[0].says = vec![said("", &words.repeat(40))];

        assert!(
            crate::comparison_pdf(&long, &Letterhead::default())
                .unwrap()
                .bytes
                .starts_with(b"%PDF")
        );
        assert!(
            crate::comparison_docx(&long, &Letterhead::default())
                .unwrap()
                .starts_with(b"PK")
        );
    }
}
