//! An instrument that exists already comes in from a workbook, by the criterion each row is for; with
//! its situations, tools, annexes (by what they are) and what is set once.

use std::cell::OnceCell;
use std::collections::HashMap;

use domain::ec::CompetenceStandard;
use domain::ids::{Ids, PartId};
use domain::iec::edit::{IecEdit, IecPart};
use domain::iec::leaf::{Leaf, leaves};
use domain::iec::weights::Hundredths;
use domain::iec::{
    Annex, AssessmentInstrument, Audience, CriterionKind, Item, Question, QuestionKind, Situation,
    Tool, ToolKind, WeightClass,
};
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
    pub(crate) situations: u32,
    pub(crate) tools: u32,
    pub(crate) annexes: u32,
    pub(crate) terms: u32,
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
        known: OnceCell::new(),
        leaves: leaves(standard)
            .into_iter()
            .map(|leaf| (fold(&leaf.label()), leaf))
            .collect(),
        of_leaf: HashMap::new(),
        shares: [None, None, None],
        out: FromSheets::default(),
    };
    let mut known = false;
    for (what, names) in SHEETS {
        for sheet in sheets {
            let Some((at, columns)) = header(sheet, names) else {
                continue;
            };
            known |= matches!(what, What::Items | What::Questions);
            for row in sheet.rows.iter().skip(at + 1) {
                let told = match what {
                    What::Terms => reading.term(row, &columns, ids)?,
                    What::Situations => reading.situation(row, &columns, ids)?,
                    What::Tools => reading.tool(row, &columns, ids)?,
                    What::Annexes => reading.annex(row, &columns, ids)?,
                    What::Items => reading.item(row, &columns, ids)?,
                    What::Questions => reading.question(row, &columns, ids)?,
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
    if let Some(text) = reading.shares(ids)? {
        reading.out.not_understood.push(ToldView {
            place: "Partes de los pesos".to_owned(),
            text,
        });
    }
    match known {
        true => Ok(reading.out),
        false => Err(Error::Reading(intake::Error::NoOutline)),
    }
}

/// What a sheet has.
#[derive(Clone, Copy)]
enum What {
    Terms,
    Situations,
    Tools,
    Annexes,
    Items,
    Questions,
}

/// The sheets, in the order they are read in, each by two of its columns.
const SHEETS: [(What, [&str; 2]); 6] = [
    (What::Terms, ["dato", "valor"]),
    (What::Situations, ["situacion", "descripcion"]),
    (What::Tools, ["titulo", "clase"]),
    (What::Annexes, ["anexo", "para"]),
    (What::Items, ["criterio", "reactivo"]),
    (What::Questions, ["criterio", "pregunta"]),
];

type Columns = HashMap<String, usize>;

/// The row that names the columns, where it has those that are wanted.
fn header(sheet: &Sheet, wanted: [&str; 2]) -> Option<(usize, Columns)> {
    sheet
        .rows
        .iter()
        .take(20)
        .enumerate()
        .find_map(|(at, row)| {
            let cells = row.cells.iter().enumerate();
            let columns: Columns = cells.map(|(column, cell)| (fold(cell), column)).collect();
            let all = wanted.iter().all(|name| columns.contains_key(*name));
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
    /// Its leaves, as what makes the edits asks for them.
    known: OnceCell<Vec<Leaf>>,
    leaves: HashMap<String, Leaf>,
    of_leaf: HashMap<PartId, PartId>,
    /// The parts of the three classes of weight, as they are read.
    shares: [Option<String>; 3],
    out: FromSheets,
}

impl Reading<'_> {
    /// The tool of a title.
    fn titled(&self, title: &str) -> Option<PartId> {
        let wanted = fold(title);
        let mut tools = self.standing.tools.iter();
        tools
            .find(|tool| fold(&tool.title) == wanted)
            .map(|tool| tool.id)
    }

    /// Takes in what is set once.
    fn term(
        &mut self,
        row: &SheetRow,
        columns: &Columns,
        ids: &mut Ids,
    ) -> Result<Option<String>, Error> {
        let value = cell(row, columns, "valor");
        if value.is_empty() {
            return Ok(None);
        }
        let (mut pass_score, mut minutes) = (None, None);
        match fold(cell(row, columns, "dato")).as_str() {
            "puntaje minimo" => match Hundredths::parse(value) {
                Some(_) => pass_score = Some(value.to_owned()),
                None => return Ok(Some(format!("«{value}» no es un puntaje."))),
            },
            "duracion en minutos" => match value.parse() {
                Ok(said) => minutes = Some(said),
                Err(_) => return Ok(Some(format!("«{value}» no son minutos."))),
            },
            "parte de peso menor" => self.shares[0] = Some(value.to_owned()),
            "parte de peso medio" => self.shares[1] = Some(value.to_owned()),
            "parte de peso mayor" => self.shares[2] = Some(value.to_owned()),
            other => return Ok(Some(format!("«{other}» no es un dato del instrumento."))),
        }
        if pass_score.is_some() || minutes.is_some() {
            let terms = IecRequest::Terms {
                shares: None,
                pass_score,
                judged: None,
                minutes,
            };
            self.made(terms, ids)?;
        }
        self.out.terms += 1;
        Ok(None)
    }

    /// Takes in the three parts together, for they are a hundred together.
    fn shares(&mut self, ids: &mut Ids) -> Result<Option<String>, Error> {
        let shares = std::mem::take(&mut self.shares);
        let wrong = || {
            Some(
                "Las tres partes de los pesos son números que suman 100: quedan las de siempre."
                    .to_owned(),
            )
        };
        let [Some(minor), Some(medium), Some(major)] = shares else {
            return Ok(match shares.iter().any(Option::is_some) {
                true => wrong(),
                false => None,
            });
        };
        let shares = [minor, medium, major];
        let parsed = shares.iter().map(|share| Hundredths::parse(share));
        let sum = parsed.map(|share| share.map_or(0, |it| it.0)).sum::<i64>();
        if sum != 10_000 {
            return Ok(wrong());
        }
        let terms = IecRequest::Terms {
            shares: Some(shares),
            pass_score: None,
            judged: None,
            minutes: None,
        };
        self.made(terms, ids)?;
        Ok(None)
    }

    /// Takes in a situation of application.
    fn situation(
        &mut self,
        row: &SheetRow,
        columns: &Columns,
        ids: &mut Ids,
    ) -> Result<Option<String>, Error> {
        let name = edits::checked(cell(row, columns, "situacion"), false)?;
        if name.is_empty() {
            return Ok(None);
        }
        let part = IecPart::Situation(Situation {
            id: ids.part(),
            name,
            description: edits::checked(cell(row, columns, "descripcion"), true)?,
        });
        self.add(self.standing.situations.len(), part)?;
        self.out.situations += 1;
        Ok(None)
    }

    /// Takes in a tool, in its situation.
    fn tool(
        &mut self,
        row: &SheetRow,
        columns: &Columns,
        ids: &mut Ids,
    ) -> Result<Option<String>, Error> {
        let title = edits::checked(cell(row, columns, "titulo"), false)?;
        if title.is_empty() {
            return Ok(None);
        }
        let kind = match fold(cell(row, columns, "clase")).as_str() {
            "guia de observacion" | "guia" => ToolKind::ObservationGuide,
            "lista de cotejo" | "cotejo" => ToolKind::Checklist,
            "cuestionario" => ToolKind::Questionnaire,
            other => return Ok(Some(format!("«{other}» no es una clase de instrumento."))),
        };
        let situation = match cell(row, columns, "situacion") {
            "" => None,
            name => {
                let mut situations = self.standing.situations.iter();
                match situations.find(|one| fold(&one.name) == fold(name)) {
                    Some(situation) => Some(situation.id),
                    None => return Ok(Some(format!("No hay una situación «{name}»."))),
                }
            }
        };
        let part = IecPart::Tool(Tool {
            id: ids.part(),
            kind,
            situation,
            title,
            instruction: edits::checked(cell(row, columns, "instrucciones"), true)?,
        });
        self.add(self.standing.tools.len(), part)?;
        self.out.tools += 1;
        Ok(None)
    }

    /// Takes in what an annex is; its file is attached later.
    fn annex(
        &mut self,
        row: &SheetRow,
        columns: &Columns,
        ids: &mut Ids,
    ) -> Result<Option<String>, Error> {
        let title = edits::checked(cell(row, columns, "anexo"), false)?;
        if title.is_empty() {
            return Ok(None);
        }
        let audience = match fold(cell(row, columns, "para")).as_str() {
            "candidato" | "persona candidata" => Audience::Candidate,
            "" | "evaluador" | "persona evaluadora" => Audience::Evaluator,
            other => return Ok(Some(format!("«{other}» no es candidato ni evaluador."))),
        };
        let part = IecPart::Annex(Annex {
            id: ids.part(),
            title,
            audience,
            file: String::new(),
            digest: String::new(),
        });
        self.add(self.standing.annexes.len(), part)?;
        self.out.annexes += 1;
        Ok(None)
    }

    fn add(&mut self, at: usize, part: IecPart) -> Result<(), Error> {
        let edit = IecEdit::Add { at, part };
        self.standing.apply(&edit)?;
        self.out.edits.push(edit);
        Ok(())
    }

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
            "menor" | "peso menor" => WeightClass::Minor,
            // As an item that is derived.
            "" | "medio" | "peso medio" => WeightClass::Medium,
            "mayor" | "peso mayor" => WeightClass::Major,
            other => {
                return Ok(Some(format!(
                    "«{other}» no es un peso: Menor, Medio o Mayor."
                )));
            }
        };
        let tool = match cell(row, columns, "instrumento") {
            "" => None,
            title => match self.titled(title) {
                Some(tool) => Some(tool.to_string()),
                None => return Ok(Some(format!("No hay un instrumento «{title}»."))),
            },
        };
        let id = self.made(
            IecRequest::AddItem {
                leaf: leaf.id.to_string(),
                tool,
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
        let annex = match cell(row, columns, "anexo") {
            "" => None,
            said => {
                let number = said.parse::<usize>().ok();
                let at = number.and_then(|number| number.checked_sub(3));
                match at.and_then(|at| self.standing.annexes.get(at)) {
                    Some(annex) => Some(annex.id),
                    None => return Ok(Some(format!("No hay un Anexo {said}."))),
                }
            }
        };
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
            annex,
            ..before.clone()
        };
        self.change(IecPart::Question(before), IecPart::Question(after))?;
        self.out.questions += 1;
        Ok(None)
    }

    fn made(&mut self, request: IecRequest, ids: &mut Ids) -> Result<Option<PartId>, Error> {
        let of = (self.standard, &self.known);
        let made = asked::made_on(&mut self.standing, of, &[request], ids)?;
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
