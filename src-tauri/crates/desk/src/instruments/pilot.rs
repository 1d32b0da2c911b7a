//! The results of a pilot: read from a workbook whole or not at all, kept, and told item by item.

use domain::act::Proof;
use domain::iec::codes;
use domain::iec::pilot::{self, Sitting};
use domain::iec::{AssessmentInstrument, leaf::leaves};
use domain::text::fold;
use intake::Sheet;
use serde::{Deserialize, Serialize};
use store::{Offered, Reader};

use super::reading::{SheetRead, SheetReading};
use super::{digest, of_standard};
use crate::error::Error;
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
                Some(duration.desk_minutes? + duration.field_minutes.unwrap_or(0))
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
            self.office.seal_head(writer, &moment, &act)
        })?;
        self.pilot(ById { id })
    }

    /// The codes of the items of an instrument, for the columns of a workbook.
    pub(crate) fn item_codes(&mut self, name: &str) -> Result<Vec<String>, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, name)?;
            let (_, instrument) = of_standard(reader, id)?;
            Ok(labels(reader, id, &instrument)?
                .into_iter()
                .map(|(code, _)| code)
                .collect())
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

fn refused(reason: &str) -> Error {
    Error::Refused {
        act: PILOTED.to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
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
    let (mut candidate, mut evaluator, mut minutes) = (None, None, None);
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for (column, cell) in head.cells.iter().enumerate() {
        match fold(cell).as_str() {
            "" => {}
            "candidato" => candidate = Some(column),
            "evaluador" => evaluator = Some(column),
            "minutos" | "tiempo" => minutes = Some(column),
            _ => {
                let item = codes
                    .iter()
                    .position(|(code, _)| code.trim() == cell.trim());
                match item {
                    Some(item) => columns.push((column, item)),
                    None => {
                        wrong.push(format!("fila {}: no hay un reactivo «{cell}»", head.number))
                    }
                }
            }
        }
    }
    let mut sittings = Vec::new();
    for row in rows {
        let at = |column: Option<usize>| column.map(|it| row.cell(it)).unwrap_or_default();
        let who = at(candidate);
        if who.is_empty() {
            wrong.push(format!("fila {}: falta el candidato", row.number));
            continue;
        }
        let took = match at(minutes) {
            "" => None,
            said => match said.parse::<u32>() {
                Ok(minutes) => Some(minutes),
                Err(_) => {
                    wrong.push(format!("fila {}: «{said}» no son minutos", row.number));
                    continue;
                }
            },
        };
        let mut marks = vec!['-'; instrument.items.len()];
        for (column, item) in &columns {
            match fold(row.cell(*column)).as_str() {
                "" => {}
                "1" | "si" | "x" => marks[*item] = '1',
                "0" | "no" => marks[*item] = '0',
                _ => wrong.push(format!(
                    "fila {}, {}: «{}» no es 1 ni 0",
                    row.number,
                    codes[*item].0,
                    row.cell(*column)
                )),
            }
        }
        sittings.push(SittingRecord {
            candidate: who.to_owned(),
            evaluator: at(evaluator).to_owned(),
            minutes: took,
            marks: marks.into_iter().collect(),
        });
    }
    if sittings.is_empty() && wrong.is_empty() {
        return Err(Error::Reading(intake::Error::Empty));
    }
    if !wrong.is_empty() {
        let more = wrong.len().saturating_sub(MOST_TOLD);
        wrong.truncate(MOST_TOLD);
        let more = match more {
            0 => String::new(),
            more => format!(", y {more} más"),
        };
        return Err(refused(&format!(
            "No se importó nada del piloto. {}{more}. Corríjalo y vuelva a importarlo; la plantilla tiene los códigos de hoy.",
            wrong.join("; ")
        )));
    }
    Ok(Record {
        name: name.to_owned(),
        items: instrument
            .items
            .iter()
            .map(|item| item.id.to_string())
            .collect(),
        sittings,
    })
}

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
            let mark = |at: &Option<usize>| match at.and_then(|at| marks.get(at)) {
                Some('1') => Some(true),
                Some('0') => Some(false),
                _ => None, // Not marked, or not there that day.
            };
            Sitting {
                candidate: it.candidate.clone(),
                evaluator: it.evaluator.clone(),
                minutes: it.minutes,
                marks: columns.iter().map(mark).collect(),
            }
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
        format!("{in_time} de {timed} en {limit} minutos")
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
