//! The results of a pilot: read from a workbook whole or not at all, kept, and told item by item.

use std::collections::{HashMap, HashSet};

use domain::act::Proof;
use domain::ids::PartId;
use domain::iec::codes;
use domain::iec::edit::{IecEdit, IecPart};
use domain::iec::pilot::{self, Sitting};
use domain::iec::weights::Hundredths;
use domain::iec::{AssessmentInstrument, Question, Standing, leaf::leaves};
use domain::text::fold;
use intake::{Sheet, SheetRow};
use serde::{Deserialize, Serialize};
use store::{Offered, Reader};

use super::reading::{SheetRead, SheetReading};
use super::{Made, digest, of_standard};
use crate::error::Error;
use crate::turns::Turning;
use crate::wire::{ById, ImportSheet, PilotItemView, PilotOfView, PilotView};
use crate::writing::Deed;
use crate::{Desk, spanish};

/// The act that keeps the results of a pilot.
const PILOTED: &str = "IEC_PILOTED";

/// Results as their act says them: which item each column is, and what was marked.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record {
    name: String,
    items: Vec<String>,
    /// Which question each mark of `answers` is of.
    #[serde(default)]
    questions: Vec<String>,
    sittings: Vec<SittingRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct SittingRecord {
    candidate: String,
    evaluator: String,
    minutes: Option<u32>,
    /// «1», «0», «-», one a column.
    marks: String,
    /// The same of each question that has a column of its own.
    #[serde(default)]
    answers: String,
}

impl Desk {
    /// What the last pilot of an instrument says.
    pub fn pilot(&mut self, request: ById) -> Result<PilotOfView, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let (_, instrument) = of_standard(reader, id)?;
            let standard = reader.standard(id)?;
            let deeds = reader.deeds(&instrument.id.to_string())?;
            let last = deeds.iter().rev().find(|act| act.act == PILOTED);
            let Some(last) = last else {
                return Ok(PilotOfView { pilot: None });
            };
            let record: Record = serde_json::from_str(&last.body)
                .map_err(|_| store::Error::Corrupt { what: "pilot" })?;
            let limit = instrument.terms.minutes.or_else(|| {
                let duration = &standard.general.evaluation_aspects.duration;
                duration.minutes()
            });
            let on = format!("{}, {}", spanish::day_of(&last.on), last.by);
            let labels = labels(reader, id, &instrument)?;
            let pilot = Some(view(&instrument, &record, on, limit, &labels));
            Ok(PilotOfView { pilot })
        })
    }

    /// Begins to read the results of a pilot.
    pub fn begin_pilot(&mut self, request: ImportSheet) -> Result<SheetReading, Error> {
        self.store
            .read(|reader| self.office.find(reader, &request.id))?;
        Ok(SheetReading::of(request))
    }

    /// Keeps the results, whole; where a row or a column is not understood nothing is kept.
    pub fn finish_pilot(&mut self, read: SheetRead) -> Result<PilotOfView, Error> {
        let moment = self.office.now();
        let id = read.asked.id.clone();
        let dry = read.asked.dry;
        self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let id = self.office.find(writer, &read.asked.id)?;
            let instrument = writer.instrument(id)?;
            let instrument =
                instrument.ok_or_else(|| refused("El instrumento todavía no tiene reactivos."))?;
            let codes = labels(writer, id, &instrument)?;
            let record = record_of(&instrument, &codes, &read.sheets, &read.name)?;
            if dry {
                return Ok(());
            }
            let standard = writer.standard(id)?;
            let told = figured(&instrument, &record);
            // What is frozen stays; its figures are told all the same.
            let open = !self.office.iec_standing(writer, &instrument)?.closed;
            let offered = Offered {
                name: &read.name,
                media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                ..Offered::default()
            };
            let file = writer.add_evidence(&mut &*read.bytes, &offered)?.digest;
            let text = digest(&instrument);
            let deed = Deed {
                act: PILOTED,
                subject: Some(text),
                result: Some(text),
                evidence: vec![Proof {
                    requirement: "PILOT".to_owned(),
                    file,
                }],
                body: serde_json::to_string(&record).unwrap_or_default(),
                ..Deed::default()
            };
            let act = self
                .office
                .seal(writer, &moment, &instrument.id.to_string(), deed)?;
            self.office.seal_head(writer, &moment, &act)?;
            if open {
                let made = Made::by(Turning::Done);
                self.office.write_iec_edits(
                    writer,
                    &moment,
                    &standard,
                    &instrument,
                    &told,
                    made,
                )?;
            }
            Ok::<_, Error>(())
        })?;
        self.pilot(ById { id })
    }

    /// The columns of a workbook of results: the name of each, and the id of what it is of.
    pub(crate) fn item_codes(&mut self, name: &str) -> Result<Vec<(String, String)>, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, name)?;
            let (_, instrument) = of_standard(reader, id)?;
            let labels = labels(reader, id, &instrument)?;
            let asked = asked_apart(&instrument, &labels);
            let codes = labels.into_iter().map(|(code, _)| code);
            let items = codes.zip(instrument.items.iter().map(|item| item.id));
            let columns = items.chain(asked);
            Ok(columns.map(|(name, id)| (name, id.to_string())).collect())
        })
    }
}

/// The code and the label of each item, in the order of the items.
fn labels(
    reader: &Reader<'_>,
    id: domain::ids::EcId,
    instrument: &AssessmentInstrument,
) -> Result<Vec<(String, String)>, Error> {
    let standard = reader.standard(id)?;
    let leaves = leaves(&standard);
    let codes = codes::codes(instrument, &leaves);
    let named = instrument.items.iter().map(|item| {
        let leaf = leaves.iter().find(|leaf| leaf.id == item.leaf);
        let code = codes.get(&item.id).cloned().unwrap_or_default();
        (code, leaf.map(|leaf| leaf.label()).unwrap_or_default())
    });
    Ok(named.collect())
}

/// The questions that have a column of their own, with its name: those of an item that asks several.
fn asked_apart(
    instrument: &AssessmentInstrument,
    codes: &[(String, String)],
) -> Vec<(String, PartId)> {
    let mut columns = Vec::new();
    for (item, (code, _)) in instrument.items.iter().zip(codes) {
        let asked: Vec<_> = instrument.questions_of(item.id).collect();
        if asked.len() > 1 {
            let named = asked.iter().zip(1..);
            columns.extend(named.map(|(question, n)| (format!("{code} P{n}"), question.id)));
        }
    }
    columns
}

/// What the results say of each question, as edits: of one that is alone in its item, what they say of
/// the item.
fn figured(instrument: &AssessmentInstrument, record: &Record) -> Vec<IecEdit> {
    let sittings = |marks: fn(&SittingRecord) -> &str| -> Vec<Sitting> {
        let all = record.sittings.iter();
        all.map(|it| sitting(it, marks(it).chars().map(mark).collect()))
            .collect()
    };
    let of_items = pilot::figures(&sittings(|it| &it.marks), instrument.items.len());
    let of_questions = pilot::figures(&sittings(|it| &it.answers), record.questions.len());
    let hundredths = |value: f64| {
        // A share or a correlation: no more than a hundred of them, either way.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "it is between -100 and 100"
        )]
        let value = (value * 100.0).round() as i64;
        Hundredths(value)
    };
    let mut edits = Vec::new();
    for question in &instrument.questions {
        let id = question.id.to_string();
        let apart = record.questions.iter().position(|it| *it == id);
        let alone = instrument.questions_of(question.item).count() == 1
            && question.standing == Standing::InForm;
        let mut items = instrument.items.iter();
        let item = items.position(|item| item.id == question.item);
        let figures = match (apart, item.filter(|_| alone)) {
            (Some(at), _) => of_questions.get(at),
            (None, Some(at)) => of_items.get(at),
            (None, None) => None,
        };
        let Some(figures) = figures.filter(|figures| figures.asked > 0) else {
            continue;
        };
        let after = Question {
            difficulty: figures.difficulty.map(hundredths),
            discrimination: figures.discrimination.map(hundredths),
            ..question.clone()
        };
        if after != *question {
            edits.push(IecEdit::Change {
                before: IecPart::Question(question.clone()),
                after: IecPart::Question(after),
            });
        }
    }
    edits
}

fn mark(sign: char) -> Option<bool> {
    match sign {
        '1' => Some(true),
        '0' => Some(false),
        _ => None, // Not marked.
    }
}

fn sitting(record: &SittingRecord, marks: Vec<Option<bool>>) -> Sitting {
    Sitting {
        candidate: record.candidate.clone(),
        evaluator: record.evaluator.clone(),
        minutes: record.minutes,
        marks,
    }
}

fn refused(reason: &str) -> Error {
    Error::Refused {
        act: PILOTED.to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}

/// Which column says what.
#[derive(Default)]
struct Columns {
    candidate: Option<usize>,
    evaluator: Option<usize>,
    minutes: Option<usize>,
    /// A column, and the item it is of.
    items: Vec<(usize, usize)>,
    /// A column, and the question it is of.
    questions: Vec<(usize, usize)>,
}

/// The columns by their names; what they have wrong is told.
fn columns_of(
    head: &SheetRow,
    codes: &[(String, String)],
    asked: &[(String, PartId)],
    wrong: &mut Vec<String>,
) -> Columns {
    let mut columns = Columns::default();
    let mut named: HashSet<String> = HashSet::new();
    let mut told = |what: String| wrong.push(format!("fila {}: {what}", head.number));
    for (column, cell) in head.cells.iter().enumerate() {
        let name = fold(cell);
        if !name.is_empty() && !named.insert(name.clone()) {
            told(format!("la columna «{cell}» está dos veces"));
        }
        match name.as_str() {
            "" => {}
            "candidato" => columns.candidate = Some(column),
            "evaluador" => columns.evaluator = Some(column),
            "minutos" | "tiempo" => columns.minutes = Some(column),
            _ => {
                let mut known = codes.iter();
                let item = known.position(|(code, _)| code.trim() == cell.trim());
                let mut names = asked.iter();
                let question = names.position(|(question, _)| fold(question) == name);
                match (item, question) {
                    (Some(item), _) => columns.items.push((column, item)),
                    (None, Some(question)) => columns.questions.push((column, question)),
                    (None, None) => told(format!("no hay un reactivo «{cell}»")),
                }
            }
        }
    }
    if columns.items.is_empty() && wrong.is_empty() {
        let row = head.number;
        wrong.push(format!("fila {row}: ninguna columna es de un reactivo"));
    }
    columns
}

/// Who was met in the rows above: agreement is between two people, and one who is written in two ways, or
/// twice with the same evaluator, would be counted as two.
#[derive(Default)]
struct People {
    /// As each was first written, and in which row.
    written: HashMap<(bool, String), (String, usize)>,
    /// The row of each candidate with each evaluator.
    sat: HashMap<(String, String), usize>,
}

impl People {
    /// Meets the people of a row; what is wrong with them, if anything is.
    fn told(&mut self, row: usize, candidate: &str, evaluator: &str) -> Option<String> {
        for (evaluates, name) in [(false, candidate), (true, evaluator)] {
            let first = self
                .written
                .entry((evaluates, fold(name)))
                .or_insert_with(|| (name.to_owned(), row));
            if first.0 != name {
                return Some(format!(
                    "«{name}» y «{}» de la fila {} parecen la misma persona: escriba el nombre igual, o distíngalos",
                    first.0, first.1
                ));
            }
        }
        let sat = (candidate.to_owned(), evaluator.to_owned());
        let before = *self.sat.entry(sat).or_insert(row);
        (before != row).then(|| match evaluator {
            "" => format!("«{candidate}» ya está en la fila {before}, también sin evaluador"),
            _ => format!("«{candidate}» con «{evaluator}» ya está en la fila {before}"),
        })
    }
}

/// The name of the column of each id, as the template says it; nothing where somebody made the sheet.
fn bound(sheets: &[Sheet]) -> Option<HashMap<String, String>> {
    let mut sheets = sheets.iter();
    let sheet = sheets.find(|sheet| fold(&sheet.name) == fold(packets::PILOT_COLUMNS))?;
    let rows = sheet.rows.iter().skip(1);
    let bound = rows.map(|row| (row.cell(1).to_owned(), row.cell(0).to_owned()));
    Some(bound.collect())
}

/// The results that a workbook says; every column and every row must be understood.
fn record_of(
    instrument: &AssessmentInstrument,
    codes: &[(String, String)],
    sheets: &[Sheet],
    name: &str,
) -> Result<Record, Error> {
    let named = |sheet: &&Sheet| {
        let first = sheet.rows.first();
        first.is_some_and(|row| row.cells.iter().any(|cell| fold(cell) == "candidato"))
    };
    let sheet = sheets.iter().find(named);
    let sheet = sheet.ok_or(Error::Reading(intake::Error::NoOutline))?;
    let mut rows = sheet.rows.iter();
    let head = rows.next().ok_or(Error::Reading(intake::Error::Empty))?;
    let mut wrong: Vec<String> = Vec::new();
    let asked = asked_apart(instrument, codes);
    let (mut named, mut apart) = (codes.to_vec(), asked.clone());
    if let Some(bound) = bound(sheets) {
        // One that came after the workbook has no column in it, whatever code it has now.
        let name = |id: PartId| bound.get(&id.to_string()).cloned().unwrap_or_default();
        for ((code, _), item) in named.iter_mut().zip(&instrument.items) {
            *code = name(item.id);
        }
        for (question, id) in &mut apart {
            *question = name(*id);
        }
    }
    let columns = columns_of(head, &named, &apart, &mut wrong);
    let mut sittings = Vec::new();
    let mut people = People::default();
    for row in rows {
        let at = |column: Option<usize>| column.map(|it| row.cell(it)).unwrap_or_default();
        let who = at(columns.candidate);
        if who.is_empty() {
            wrong.push(format!("fila {}: falta el candidato", row.number));
            continue;
        }
        if let Some(what) = people.told(row.number, who, at(columns.evaluator)) {
            wrong.push(format!("fila {}: {what}", row.number));
            continue;
        }
        let took = match at(columns.minutes) {
            "" => None,
            said => match said.parse::<u32>() {
                Ok(minutes) if minutes <= MOST_MINUTES => Some(minutes),
                Ok(_) | Err(_) => {
                    wrong.push(format!("fila {}: «{said}» no son minutos", row.number));
                    continue;
                }
            },
        };
        let mut told = |all: &[(usize, usize)], name: &dyn Fn(usize) -> String, of: usize| {
            let mut marks = vec!['-'; of];
            for (column, at) in all {
                match fold(row.cell(*column)).as_str() {
                    "" => {}
                    "1" | "si" | "x" => marks[*at] = '1',
                    "0" | "no" => marks[*at] = '0',
                    _ => wrong.push(format!(
                        "fila {}, {}: «{}» no es 1 ni 0",
                        row.number,
                        name(*at),
                        row.cell(*column)
                    )),
                }
            }
            marks.into_iter().collect::<String>()
        };
        let marks = told(
            &columns.items,
            &|at| codes[at].0.clone(),
            instrument.items.len(),
        );
        let answers = told(&columns.questions, &|at| asked[at].0.clone(), asked.len());
        sittings.push(SittingRecord {
            candidate: who.to_owned(),
            evaluator: at(columns.evaluator).to_owned(),
            minutes: took,
            marks,
            answers,
        });
    }
    if sittings.is_empty() && wrong.is_empty() {
        return Err(Error::Reading(intake::Error::Empty));
    }
    if !wrong.is_empty() {
        return Err(not_understood(wrong));
    }
    Ok(Record {
        name: name.to_owned(),
        items: instrument
            .items
            .iter()
            .map(|item| item.id.to_string())
            .collect(),
        questions: asked.iter().map(|(_, id)| id.to_string()).collect(),
        sittings,
    })
}

/// That nothing came in, and why: the first rows that were not understood.
fn not_understood(mut wrong: Vec<String>) -> Error {
    let more = match wrong.len().saturating_sub(MOST_TOLD) {
        0 => String::new(),
        more => format!(", y {more} más"),
    };
    wrong.truncate(MOST_TOLD);
    refused(&format!(
        "No se importó nada del piloto. {}{more}. Corríjalo y vuelva a importarlo; la plantilla tiene los códigos de hoy.",
        wrong.join("; ")
    ))
}

/// A week: more is a day that was typed where minutes are.
const MOST_MINUTES: u32 = 7 * 24 * 60;

/// How many rows that were not understood are told one by one.
const MOST_TOLD: usize = 20;

fn view(
    instrument: &AssessmentInstrument,
    record: &Record,
    on: String,
    limit: Option<u32>,
    labels: &[(String, String)],
) -> PilotView {
    // Each item of today, by the column it had: one that came later was not asked.
    let column = |id: &str| record.items.iter().position(|it| it == id);
    let columns: Vec<Option<usize>> = instrument
        .items
        .iter()
        .map(|item| column(&item.id.to_string()))
        .collect();
    let sittings: Vec<Sitting> = record
        .sittings
        .iter()
        .map(|it| {
            let marks: Vec<char> = it.marks.chars().collect();
            // Not there that day: nobody was asked it.
            let there = |at: &Option<usize>| at.and_then(|at| marks.get(at).copied());
            let marked = columns.iter().map(|at| there(at).and_then(mark));
            sitting(it, marked.collect())
        })
        .collect();
    let figures = pilot::figures(&sittings, instrument.items.len());
    let said = |value: Option<f64>| value.map(|value| format!("{value:.2}"));
    let items = instrument.items.iter().zip(figures).zip(labels);
    let items = items.map(|((item, figures), (code, label))| PilotItemView {
        item: item.id.to_string(),
        code: code.clone(),
        label: label.clone(),
        text: item.text.clone(),
        asked: u32::try_from(figures.asked).unwrap_or(u32::MAX),
        difficulty: said(figures.difficulty),
        discrimination: said(figures.discrimination),
        agreement: said(figures.agreement),
        look: figures
            .look
            .iter()
            .map(|look| look_name(*look).to_owned())
            .collect(),
    });
    let items: Vec<PilotItemView> = items.collect();
    let mut people: Vec<&str> = sittings.iter().map(|it| it.candidate.as_str()).collect();
    people.sort_unstable();
    people.dedup();
    let in_time = limit.map(|limit| {
        let (in_time, timed) = pilot::in_time(&sittings, limit);
        let enough = match pilot::enough_in_time(in_time, timed) {
            true => "",
            false => " (menos del 85 % que se espera: mire la duración)",
        };
        format!("{in_time} de {timed} en {limit} minutos{enough}")
    });
    PilotView {
        name: record.name.clone(),
        on,
        candidates: u32::try_from(people.len()).unwrap_or(u32::MAX),
        sittings: u32::try_from(sittings.len()).unwrap_or(u32::MAX),
        median_minutes: pilot::median_minutes(&sittings),
        in_time,
        items,
    }
}

/// Why to look at an item, in words.
fn look_name(look: pilot::Look) -> &'static str {
    match look {
        pilot::Look::NotAsked => "nadie lo respondió",
        pilot::Look::TooHard => "muy difícil (menos de 0.30)",
        pilot::Look::TooEasy => "muy fácil (más de 0.90)",
        pilot::Look::Weak => "discrimina poco (menos de 0.20)",
        pilot::Look::Disagreement => "los evaluadores no coinciden (menos de 0.90)",
    }
}
