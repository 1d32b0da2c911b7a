//! Publication: codes from one register, the resolution for the gazette, and the note that proves it.

use chrono::NaiveDate;
use domain::text::fold;
use packets::gazette::{Approved, Resolution, longest_description, paper};
use packets::{Letterhead, OfficePaper};
use store::{Filter, Reader};

use crate::error::Error;
use crate::exporting::{Exported, Place, in_word};
use crate::roads::road_of;
use crate::spanish;
use crate::wire::{ExportResolution, GazetteView, Nothing, PublishedStandard, ResolutionToPublish};
use crate::work::{Progress, Work, step};
use crate::{Desk, Office};

mod codes;
mod note;

pub use note::{ComparedNote, ComparingNote};

/// A standard that a resolution approved.
pub(crate) struct Sent {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) title: String,
    description: String,
    pub(crate) state: String,
    state_name: &'static str,
    resolution: String,
    on: NaiveDate,
}

/// A resolution to write to disk.
pub struct ResolutionExporting {
    paper: OfficePaper,
    letterhead: Letterhead,
    day: NaiveDate,
    word: bool,
    place: Place,
}

impl Desk {
    /// What waits to be published, by resolution.
    pub fn gazette(&mut self, _: Nothing) -> Result<GazetteView, Error> {
        let today = self.office.now().today;
        self.store.read(|reader| {
            let sent = self.office.sent(reader)?;
            let mut numbers: Vec<(NaiveDate, String)> = sent
                .iter()
                .map(|it| (it.on, it.resolution.clone()))
                .collect();
            numbers.sort();
            numbers.dedup_by(|a, b| a.1 == b.1);
            numbers.reverse();
            let proposed = self.office.proposed(reader, &sent)?;
            let resolutions = numbers.into_iter().map(|(on, number)| {
                let mut its: Vec<&Sent> =
                    sent.iter().filter(|it| it.resolution == number).collect();
                its.sort_by_cached_key(|it| fold(&it.title));
                let standards = its.into_iter().map(|it| PublishedStandard {
                    proposed: proposed.get(&it.id).cloned().unwrap_or_default(),
                    too_long: too_long(it),
                    id: it.id.clone(),
                    code: it.code.clone(),
                    title: it.title.clone(),
                    state: it.state.clone(),
                    state_name: it.state_name.to_owned(),
                });
                ResolutionToPublish {
                    standards: standards.collect(),
                    on: spanish::day(on),
                    days: i32::try_from((today - on).num_days()).unwrap_or(i32::MAX),
                    number,
                }
            });
            Ok(GazetteView {
                resolutions: resolutions.collect(),
            })
        })
    }

    /// Takes what the paper of a resolution is made of; refused where a description is too long.
    pub fn begin_resolution(
        &mut self,
        request: ExportResolution,
    ) -> Result<ResolutionExporting, Error> {
        let place = Place::new(request.path.clone(), request.replace)?;
        let word = in_word(&request.kind)?;
        let day = self.office.now().today;
        let (paper, letterhead) = self.store.read(|reader| {
            let its = self.office.of_resolution(reader, &request.resolution)?;
            let long: Vec<String> = its
                .iter()
                .filter(|it| too_long(it) > 0)
                .map(|it| format!("«{}», por {} caracteres", it.title, too_long(it)))
                .collect();
            if !long.is_empty() {
                return Err(refused(&format!(
                    "La descripción general no cabe en el DOF ({} caracteres): {}. Acórtela en una actualización, o cambie el límite en la forma del acuerdo.",
                    longest_description(),
                    long.join("; ")
                )));
            }
            let on = its.first().map_or(day, |it| it.on);
            let number = request.resolution.trim().to_owned();
            let (ordinal, kind) = session_of(&number);
            let approved = its.into_iter().map(|it| Approved {
                code: it.code,
                title: it.title,
                description: it.description,
            });
            let paper = paper(&Resolution {
                ordinal,
                kind,
                day: spanish::day(on),
                approved: approved.collect(),
                number,
            });
            Ok::<_, Error>((paper, self.office.letterhead(reader)?))
        })?;
        Ok(ResolutionExporting {
            paper,
            letterhead,
            day,
            word,
            place,
        })
    }
}

impl Work for ResolutionExporting {
    type Done = Exported;

    fn run(self, progress: &mut Progress<'_>) -> Result<Exported, Error> {
        step(progress, "Escribiendo el documento", 0, 2)?;
        let bytes = match self.word {
            true => packets::office_docx(&self.paper, &self.letterhead)?,
            false => packets::office_pdf(&self.paper, &self.letterhead, self.day)?.bytes,
        };
        self.place.stage(&bytes, Vec::new(), progress)
    }
}

impl Office {
    /// Every standard that a resolution of the Comité Técnico approved.
    pub(crate) fn sent(&self, reader: &Reader<'_>) -> Result<Vec<Sent>, Error> {
        let mut sent = Vec::new();
        for row in reader.standards(&Filter::default())? {
            let deeds = reader.deeds(&row.id.to_string())?;
            let Some(act) = deeds.iter().rev().find(|act| act.act == "TC_APPROVED") else {
                continue;
            };
            let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
            let case = road_of(&deeds)?;
            let shown = self.on_its_page(reader, row.id)?;
            sent.push(Sent {
                id: row.id.to_string(),
                code: shown.code.clone(),
                title: shown.title.clone(),
                description: shown.general.general_description.clone(),
                state: case.stage().code().to_owned(),
                state_name: case.stage().says(),
                resolution: body["tcResolution"].as_str().unwrap_or_default().to_owned(),
                on: act.on.parse().unwrap_or_default(),
            });
        }
        Ok(sent)
    }

    /// The standards of a resolution.
    pub(crate) fn of_resolution(
        &self,
        reader: &Reader<'_>,
        number: &str,
    ) -> Result<Vec<Sent>, Error> {
        let mut its = self.sent(reader)?;
        its.retain(|it| it.resolution == number.trim());
        match its.is_empty() {
            true => Err(Error::NotFound {
                what: "un acuerdo del Comité Técnico con el número",
                name: crate::edits::shortened(number),
            }),
            false => Ok(its),
        }
    }
}

fn too_long(it: &Sent) -> u32 {
    let letters = it.description.chars().count();
    u32::try_from(letters.saturating_sub(longest_description())).unwrap_or(u32::MAX)
}

/// Which session a number names, in words: «Segunda», «Ordinaria».
fn session_of(number: &str) -> (String, String) {
    const ORDINALS: &[(&str, &str)] = &[
        ("I", "Primera"),
        ("II", "Segunda"),
        ("III", "Tercera"),
        ("IV", "Cuarta"),
        ("V", "Quinta"),
        ("VI", "Sexta"),
        ("VII", "Séptima"),
        ("VIII", "Octava"),
        ("IX", "Novena"),
        ("X", "Décima"),
    ];
    let mut parts = number.split(['/', '-']);
    let kind = match parts.next() {
        Some("SE") => "Extraordinaria",
        _ => "Ordinaria", // The other kind there is.
    };
    let roman = parts.next().unwrap_or_default();
    let ordinal = ORDINALS.iter().find(|(it, _)| *it == roman);
    let ordinal = ordinal.map_or(roman, |(_, says)| says);
    (ordinal.to_owned(), kind.to_owned())
}

pub(crate) fn refused(reason: &str) -> Error {
    Error::Refused {
        act: "DOF".to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}
