//! An instrument that exists already comes in from a workbook, by the criterion each row is for.

use std::collections::HashMap;

use domain::ec::CompetenceStandard;
use domain::ids::{Ids, PartId};
use domain::iec::edit::{IecEdit, IecPart};
use domain::iec::leaf::{Leaf, leaves};
use domain::iec::{AssessmentInstrument, CriterionKind, Item, Question, QuestionKind, WeightClass};
use domain::text::fold;
use intake::{Sheet, SheetRow};

use super::asked;
use crate::edits;
use crate::error::Error;
use crate::wire::{IecRequest, ToldView};

/// What a workbook comes to: edits, how much of each, and the rows that were not understood.
#[derive(Default)]
pub(crate) struct FromSheets {
    pub(crate) edits: Vec<IecEdit>,
    pub(crate) items: u32,
    pub(crate) questions: u32,
    pub(crate) not_understood: Vec<ToldView>,
}

/// Reads the sheets of a workbook as the items and questions of an instrument.
pub(crate) fn read(
    instrument: &AssessmentInstrument,
    standard: &CompetenceStandard,
    sheets: &[Sheet],
    ids: &mut Ids,
) -> Result<FromSheets, Error> {
    let mut reading = Reading {
        standing: instrument.clone(),
        standard,
        leaves: leaves(standard)
            .into_iter()
            .map(|leaf| (fold(&leaf.label()), leaf))
            .collect(),
        of_leaf: HashMap::new(),
        out: FromSheets::default(),
    };
    let mut known = false;
    for wanted in ["reactivo", "pregunta"] {
        for sheet in sheets {
            let Some((at, columns)) = header(sheet, wanted) else {
                continue;
            };
            known = true;
            for row in sheet.rows.iter().skip(at + 1) {
                let told = match wanted {
                    "reactivo" => reading.item(row, &columns, ids)?,
                    _ => reading.question(row, &columns, ids)?, // The second.
                };
                if let Some(text) = told {
                    reading.out.not_understood.push(ToldView {
                        place: format!("Hoja «{}», fila {}", sheet.name, row.number),
                        text,
                    });
                }
            }
        }
    }
    match known {
        true => Ok(reading.out),
        false => Err(Error::Reading(intake::Error::NoOutline)),
    }
}

type Columns = HashMap<String, usize>;

/// The row that names the columns: one has the criterion, another what is wanted.
fn header(sheet: &Sheet, wanted: &str) -> Option<(usize, Columns)> {
    sheet
        .rows
        .iter()
        .take(20)
        .enumerate()
        .find_map(|(at, row)| {
            let cells = row.cells.iter().enumerate();
            let columns: Columns = cells.map(|(column, cell)| (fold(cell), column)).collect();
            let all = columns.contains_key("criterio") && columns.contains_key(wanted);
            all.then_some((at, columns))
        })
}

fn cell<'a>(row: &'a SheetRow, columns: &Columns, name: &str) -> &'a str {
    columns
        .get(name)
        .map(|at| row.cell(*at))
        .unwrap_or_default()
}

struct Reading<'a> {
    standing: AssessmentInstrument,
    standard: &'a CompetenceStandard,
    leaves: HashMap<String, Leaf>,
    of_leaf: HashMap<PartId, PartId>,
    out: FromSheets,
}

impl Reading<'_> {
    /// Takes in a row of items; answers why not, where it is not understood.
    fn item(
        &mut self,
        row: &SheetRow,
        columns: &Columns,
        ids: &mut Ids,
    ) -> Result<Option<String>, Error> {
        let text = edits::checked(cell(row, columns, "reactivo"), false)?;
        if text.is_empty() {
            return Ok(None);
        }
        let label = cell(row, columns, "criterio");
        let Some(leaf) = self.leaves.get(&fold(label)).cloned() else {
            return Ok(Some(format!(
                "No hay un criterio «{label}» en el estándar."
            )));
        };
        let weight = match fold(cell(row, columns, "peso")).as_str() {
            "" | "menor" | "peso menor" => WeightClass::Minor,
            "medio" | "peso medio" => WeightClass::Medium,
            "mayor" | "peso mayor" => WeightClass::Major,
            other => {
                return Ok(Some(format!(
                    "«{other}» no es un peso: Menor, Medio o Mayor."
                )));
            }
        };
        let id = self.made(
            IecRequest::AddItem {
                leaf: leaf.id.to_string(),
                tool: None,
            },
            ids,
        )?;
        let Some(before) = self
            .standing
            .items
            .iter()
            .find(|it| Some(it.id) == id)
            .cloned()
        else {
            return Ok(Some("No se pudo agregar.".to_owned()));
        };
        let expected = cell(row, columns, "respuesta esperada")
            .split(';')
            .map(str::trim);
        let expected: Vec<String> = expected
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect();
        let after = Item {
            text,
            weight,
            expected: match leaf.kind {
                CriterionKind::Contingency if !expected.is_empty() => expected,
                CriterionKind::Contingency
                | CriterionKind::Performance
                | CriterionKind::Product
                | CriterionKind::Knowledge
                | CriterionKind::Attitude => before.expected.clone(),
            },
            ..before.clone()
        };
        self.of_leaf.entry(leaf.id).or_insert(before.id);
        self.change(IecPart::Item(before), IecPart::Item(after))?;
        self.out.items += 1;
        Ok(None)
    }

    fn question(
        &mut self,
        row: &SheetRow,
        columns: &Columns,
        ids: &mut Ids,
    ) -> Result<Option<String>, Error> {
        let text = edits::checked(cell(row, columns, "pregunta"), false)?;
        if text.is_empty() {
            return Ok(None);
        }
        let label = cell(row, columns, "criterio");
        let leaf = self.leaves.get(&fold(label));
        let leaf = leaf.filter(|leaf| leaf.kind == CriterionKind::Knowledge);
        let Some(leaf) = leaf else {
            return Ok(Some(format!(
                "No hay un conocimiento «{label}» en el estándar."
            )));
        };
        let Some(item) = self.of_leaf.get(&leaf.id).copied() else {
            return Ok(Some(format!(
                "«{label}» no tiene su reactivo en la hoja de reactivos."
            )));
        };
        let kind = match fold(cell(row, columns, "tipo")).as_str() {
            "" | "opcion multiple" => QuestionKind::MultipleChoice,
            "verdadero o falso" | "verdadero falso" => QuestionKind::TrueFalse,
            "relacionar columnas" | "relacionar" => QuestionKind::Matching,
            "completar espacios" | "completar" => QuestionKind::Completion,
            "imagen" => QuestionKind::Image,
            other => return Ok(Some(format!("«{other}» no es un tipo de pregunta."))),
        };
        let letters = ["a", "b", "c", "d", "e"];
        let mut options: Vec<String> = Vec::new();
        for letter in letters {
            options.push(edits::checked(cell(row, columns, letter), false)?);
        }
        while options.last().is_some_and(String::is_empty) {
            options.pop();
        }
        let right = fold(cell(row, columns, "correcta"));
        let mut key = Vec::new();
        for letter in right.split([' ', ',', ';']).filter(|it| !it.is_empty()) {
            let at = letters.iter().position(|it| *it == letter);
            match at.filter(|at| *at < options.len()) {
                Some(at) => key.push(u32::try_from(at).unwrap_or(u32::MAX)),
                None => return Ok(Some(format!("«{letter}» no es una de sus opciones."))),
            }
        }
        key.sort_unstable();
        key.dedup();
        let request = IecRequest::AddQuestion {
            item: item.to_string(),
            kind: kind.code().to_owned(),
        };
        let id = self.made(request, ids)?;
        let Some(before) = self
            .standing
            .questions
            .iter()
            .find(|it| Some(it.id) == id)
            .cloned()
        else {
            return Ok(Some("No se pudo agregar.".to_owned()));
        };
        let options = match (kind, options.is_empty()) {
            (QuestionKind::TrueFalse, true) => before.options.clone(),
            (
                QuestionKind::TrueFalse
                | QuestionKind::MultipleChoice
                | QuestionKind::Matching
                | QuestionKind::Completion
                | QuestionKind::Image,
                _,
            ) => options,
        };
        let after = Question {
            text,
            options,
            key,
            ..before.clone()
        };
        self.change(IecPart::Question(before), IecPart::Question(after))?;
        self.out.questions += 1;
        Ok(None)
    }

    fn made(&mut self, request: IecRequest, ids: &mut Ids) -> Result<Option<PartId>, Error> {
        let made = asked::edits(&self.standing, self.standard, &[request], ids)?;
        self.standing.apply_all(&made.edits)?;
        self.out.edits.extend(made.edits);
        Ok(made.focus)
    }

    fn change(&mut self, before: IecPart, after: IecPart) -> Result<(), Error> {
        let edit = IecEdit::Change { before, after };
        self.standing.apply(&edit)?;
        self.out.edits.push(edit);
        Ok(())
    }
}
