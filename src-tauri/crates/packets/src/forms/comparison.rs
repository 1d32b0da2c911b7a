//! The comparison of two texts of a standard: what it says, what it should say, and why.

use chrono::NaiveDate;
use domain::calendar::in_words;

use super::case_sheet::{frame, heading, named, says, texts, with_code};
use crate::sheet::{Block, Cell, Letterhead, Look, Sheet, Table};

/// What changed between two texts, for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonPaper {
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
    /// In Spanish: «Cambia», «Se divide en E1-D4, E1-D5».
    pub what: String,
    /// Paragraphs; none where it was added.
    pub says: Vec<String>,
    /// Paragraphs; none where it was removed.
    pub should_say: Vec<String>,
    pub reason: Option<ReasonSaid>,
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
        named("Estándar de Competencia:", &name),
        named("Dice:", &with_digest(&paper.from, &paper.from_edition)),
        named("Debe decir:", &with_digest(&paper.to, &paper.to_edition)),
        named("Fecha:", &in_words(paper.day)),
        named("Cambios:", &count(paper.rows.len(), pending)),
    ];
    if paper.rows.is_empty() {
        blocks.push(says("Los dos textos dicen lo mismo."));
    } else {
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
    let paragraphs = |said: &[String], none: &str| -> Cell {
        match said {
            [] => vec![says(none)],
            said => said
                .iter()
                .flat_map(|text| text.lines())
                .map(says)
                .collect(),
        }
    };
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
    vec![
        vec![says(&row.place), says(&row.what)],
        paragraphs(&row.says, "(no lo dice)"),
        paragraphs(&row.should_say, "(se elimina)"),
        reason,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(reason: Option<ReasonSaid>) -> ComparisonPaper {
        ComparisonPaper {
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
                says: vec!["Revisa:".to_owned()],
                should_say: vec!["Recibe y revisa:".to_owned()],
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
        long.rows[0].says = vec![words.repeat(40)];

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
