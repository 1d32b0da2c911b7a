//! A document as it was, and bringing it back: never by rewriting what was done, always by a new act
//! that can be taken back like any other.

use domain::act::Act;
use domain::ec::compare::outline;
use domain::ids::{EcId, MapId};
use domain::iec::AssessmentInstrument;
use store::Reader;

use crate::editions::number_of;
use crate::error::Error;
use crate::history::{shown, view};
use crate::instruments::Made;
use crate::maps;
use crate::past::{Point, Written, act_at, act_of, edition, rewound};
use crate::turns::{Entry, Recorded, Turning};
use crate::wire::{ActView, AskWas, ReturnTo, ReturnedView, WasLine, WasView};
use crate::{Desk, Moment, Office};

/// A document that has a chain of acts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum DocumentOf {
    Standard(EcId),
    Map(MapId),
    Instrument(EcId),
}

impl DocumentOf {
    /// Its chain; nothing for an instrument that was not begun.
    pub(crate) fn chain(self, reader: &Reader<'_>) -> Result<Option<String>, Error> {
        Ok(match self {
            DocumentOf::Standard(id) => Some(id.to_string()),
            DocumentOf::Map(id) => Some(id.to_string()),
            DocumentOf::Instrument(id) => reader.instrument(id)?.map(|it| it.id.to_string()),
        })
    }

    /// One of its acts, for reading.
    pub(crate) fn view(self, act: &Act, moment: &Moment) -> ActView {
        match self {
            DocumentOf::Standard(_) => view(act, moment),
            DocumentOf::Map(_) => told::<maps::journal::MapRecord>(act, moment),
            DocumentOf::Instrument(_) => {
                told::<crate::instruments::journal::IecRecord>(act, moment)
            }
        }
    }
}

/// An act of a chain whose edits say themselves what they did.
fn told<R: Recorded>(act: &Act, moment: &Moment) -> ActView {
    let entry = match act.act.as_str() {
        "EDIT" | "UNDO" | "REDO" => Entry::<R>::parse(&act.body),
        _ => None, // The act that began it carries none.
    };
    let place = entry.as_ref().map_or("", |entry| entry.place.as_str());
    let said = match (act.act.as_str(), entry.as_ref().and_then(|it| it.returns)) {
        ("EDIT", Some(to)) => format!("Regresó a como lo dejó el acto {to}"),
        ("EDIT", None) => format!("Cambió: {place}"),
        ("UNDO", _) => format!("Deshizo: {place}"),
        ("REDO", _) => format!("Rehízo: {place}"),
        _ => with_its_reason(act),
    };
    let words = match &entry {
        // What a return changed is told by comparing, not by listing every edit.
        Some(entry) if entry.returns.is_none() => entry.words_of_both(),
        Some(_) | None => <_>::default(),
    };
    shown(act, moment, said, place, words)
}

/// What an act that is no edit is called, and why it was done where it says so.
fn with_its_reason(act: &Act) -> String {
    let name = crate::case_views::act_name(&act.act);
    let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
    let said = ["minutes", "reason"].map(|key| body[key].as_str().unwrap_or_default());
    let said: Vec<&str> = said.into_iter().filter(|said| !said.is_empty()).collect();
    match said[..] {
        [] => name,
        _ => format!("{name}: {}", said.join(". ")),
    }
}

impl Office {
    /// The document that somebody names.
    pub(crate) fn document(
        &self,
        reader: &Reader<'_>,
        kind: &str,
        id: &str,
    ) -> Result<DocumentOf, Error> {
        Ok(match kind.trim() {
            "" | "STANDARD" => DocumentOf::Standard(self.find(reader, id)?),
            "MAP" => DocumentOf::Map(maps::find(reader, id)?),
            "INSTRUMENT" => DocumentOf::Instrument(self.find(reader, id)?),
            other => {
                return Err(Error::NotFound {
                    what: "una clase de documento llamada",
                    name: other.chars().take(80).collect(),
                });
            }
        })
    }

    /// The chain of a document, and the act of it that a moment is after.
    fn moment_of(
        &self,
        reader: &Reader<'_>,
        document: DocumentOf,
        at: &str,
        moment: &Moment,
    ) -> Result<(String, u64), Error> {
        let chain = document.chain(reader)?.ok_or_else(|| Error::NotFound {
            what: "un acto del instrumento",
            name: at.to_owned(),
        })?;
        let point = Point::parse(at)?;
        let act = match (&point, document) {
            (Point::Edition(number), DocumentOf::Standard(id)) => edition(reader, id, *number)?.act,
            (Point::Edition(number), DocumentOf::Instrument(id)) => {
                let kept = self.kept_edition(reader, id, &number.to_string())?;
                kept.act
            }
            (Point::Edition(number), DocumentOf::Map(_)) => {
                return Err(Error::NotFound {
                    what: "una edición congelada número",
                    name: number.to_string(),
                });
            }
            (Point::Now | Point::Act(_) | Point::Day(_), _) => {
                act_at(reader, &chain, &point, moment)?
            }
        };
        Ok((chain, act))
    }
}

impl Desk {
    /// A document as an act left it, to be read.
    pub fn as_it_was(&mut self, request: AskWas) -> Result<WasView, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            let document = self
                .office
                .document(reader, &request.document, &request.id)?;
            let (chain, act) = self
                .office
                .moment_of(reader, document, &request.at, &moment)?;
            let (lines, same, since) = match document {
                DocumentOf::Standard(id) => {
                    let now = reader.standard(id)?;
                    let digest = now.digest();
                    let past = rewound(reader, &chain, now, act)?;
                    let lines = outline(&past.text);
                    let line = |(depth, told): (usize, domain::ec::compare::Told)| WasLine {
                        depth: u32::try_from(depth).unwrap_or(u32::MAX),
                        place: told.place,
                        text: told.words,
                    };
                    let lines = lines.into_iter().map(line).collect();
                    (lines, past.text.digest() == digest, past.since)
                }
                DocumentOf::Map(id) => {
                    let now = reader.map(id)?;
                    let digest = now.digest();
                    let past = rewound(reader, &chain, now, act)?;
                    (
                        map_lines(&past.text),
                        past.text.digest() == digest,
                        past.since,
                    )
                }
                DocumentOf::Instrument(id) => {
                    let now = instrument(reader, id)?;
                    let digest = now.digest();
                    let past = rewound(reader, &chain, now, act)?;
                    (
                        iec_lines(&past.text),
                        past.text.digest() == digest,
                        past.since,
                    )
                }
            };
            let last = act_of(reader, &chain, act)?;
            Ok(WasView {
                act: number_of(act),
                says: format!("Como lo dejó el acto {act}, {}", moment.said(&last.at)),
                same,
                since,
                lines,
            })
        })
    }

    /// Brings a document back to how an act left it, by a new act.
    pub fn return_to(&mut self, request: ReturnTo) -> Result<ReturnedView, Error> {
        let moment = self.office.now();
        self.store.write(|writer| {
            let document = self
                .office
                .document(writer, &request.document, &request.id)?;
            let (chain, act) = self
                .office
                .moment_of(writer, document, &request.at, &moment)?;
            let turning = Turning::Returned(act);
            let changed = match document {
                DocumentOf::Standard(id) => {
                    let now = writer.standard(id)?;
                    let past = rewound(writer, &chain, now.clone(), act)?;
                    let changed = past.text != now;
                    if changed {
                        self.office
                            .write_edits(writer, &moment, id, &now, &past.way, turning)?;
                    }
                    changed
                }
                DocumentOf::Map(id) => {
                    let now = writer.map(id)?;
                    let past = rewound(writer, &chain, now.clone(), act)?;
                    let changed = past.text != now;
                    if changed {
                        self.office
                            .write_map_edits(writer, &moment, &now, &past.way, turning)?;
                    }
                    changed
                }
                DocumentOf::Instrument(id) => {
                    let now = instrument(writer, id)?;
                    let past = rewound(writer, &chain, now.clone(), act)?;
                    let changed = past.text != now;
                    if changed {
                        let standard = writer.standard(id)?;
                        let way = &past.way;
                        self.office.write_iec_edits(
                            writer,
                            &moment,
                            &standard,
                            &now,
                            way,
                            Made::by(turning),
                        )?;
                    }
                    changed
                }
            };
            Ok(ReturnedView {
                act: number_of(act),
                changed,
            })
        })
    }
}

fn instrument(reader: &Reader<'_>, id: EcId) -> Result<AssessmentInstrument, Error> {
    Ok(reader
        .instrument(id)?
        .ok_or(store::Error::Missing { what: "instrument" })?)
}

fn map_lines(map: &domain::functional_map::FunctionalMap) -> Vec<WasLine> {
    let placed = map.placed().into_iter();
    placed
        .map(|placed| WasLine {
            depth: u32::try_from(placed.depth).unwrap_or(u32::MAX),
            place: placed.number.clone(),
            text: placed.function.text.clone(),
        })
        .collect()
}

/// An instrument from the top: each tool with its items, each item with its questions.
fn iec_lines(instrument: &AssessmentInstrument) -> Vec<WasLine> {
    let mut lines = Vec::new();
    let mut line = |depth: u32, place: &str, text: &str| {
        lines.push(WasLine {
            depth,
            place: place.to_owned(),
            text: text.to_owned(),
        });
    };
    for situation in &instrument.situations {
        line(0, "Situación", &situation.name);
    }
    for tool in &instrument.tools {
        line(0, "Instrumento", &tool.title);
        for (item, nth) in instrument.items_of(tool.id).zip(1..) {
            line(1, &format!("Reactivo {nth}"), &item.text);
            for question in instrument.questions_of(item.id) {
                line(2, "Pregunta", &question.text);
            }
        }
    }
    for annex in &instrument.annexes {
        line(0, "Anexo", &annex.title);
    }
    lines
}
