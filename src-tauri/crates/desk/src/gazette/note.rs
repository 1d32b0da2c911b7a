//! The note of the gazette: read, compared with what was sent, and kept as the proof of publication.

use chrono::NaiveDate;
use domain::act::Proof;
use domain::text::letters;
use serde_json::{Value, json};
use store::Offered;

use super::{Sent, refused};
use crate::Desk;
use crate::cases::day;
use crate::error::Error;
use crate::files;
use crate::importing;
use crate::wire::{EvidencePath, NoteDifference, PerformAct, ProvePublication, PublicationView};
use crate::work::{Progress, Work, step};

/// A note to read.
pub struct ComparingNote {
    asked: ProvePublication,
    on: NaiveDate,
}

/// A note that was read.
pub struct ComparedNote {
    asked: ProvePublication,
    on: NaiveDate,
    bytes: Vec<u8>,
    lines: Vec<String>,
}

impl Work for ComparingNote {
    type Done = ComparedNote;

    fn run(self, progress: &mut Progress<'_>) -> Result<ComparedNote, Error> {
        step(progress, "Leyendo la nota", 0, 0)?;
        let path = std::path::Path::new(&self.asked.path);
        let bytes = files::read(path, intake::limits::FILE_BYTES as u64)?;
        let lines = importing::lines(&bytes, progress)?;
        Ok(ComparedNote {
            asked: self.asked,
            on: self.on,
            bytes,
            lines,
        })
    }
}

impl Desk {
    /// Begins to read the note that publishes a resolution.
    pub fn begin_publication(&mut self, request: ProvePublication) -> Result<ComparingNote, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        if !request.dry_run && request.note.trim().is_empty() {
            return Err(refused("Falta el número de la nota del DOF."));
        }
        self.store.read(|reader| {
            let its = self.office.of_resolution(reader, &request.resolution)?;
            let early = its.iter().find(|it| on < it.on);
            match early {
                Some(it) => Err(refused(&format!(
                    "La nota es del {} y el acuerdo se aprobó el {}: revise las fechas.",
                    crate::spanish::day(on),
                    crate::spanish::day(it.on)
                ))),
                None => Ok(()),
            }
        })?;
        Ok(ComparingNote { asked: request, on })
    }

    /// Compares it with what was sent; where nothing differs, or why is said, it is kept and the
    /// standards are published.
    pub fn finish_publication(&mut self, read: ComparedNote) -> Result<PublicationView, Error> {
        let moment = self.office.now();
        let ComparedNote {
            asked,
            on,
            bytes,
            lines,
        } = read;
        let office = &self.office;
        let look = |its: &[Sent]| {
            let differences = compared(&asked.resolution, its, &lines)?;
            let approved = its.first().map_or(on, |it| it.on);
            Ok::<_, Error>(PublicationView {
                differences,
                days: i32::try_from((on - approved).num_days()).unwrap_or(i32::MAX),
                published: 0,
            })
        };
        if asked.dry_run {
            return self.store.read(|reader| {
                let its = office.of_resolution(reader, &asked.resolution)?;
                look(&its)
            });
        }
        self.store.write(|writer| {
            office.somebody_signs(writer)?;
            let its = office.of_resolution(writer, &asked.resolution)?;
            let view = look(&its)?;
            let reason = crate::edits::checked(&asked.reason, true)?;
            if !view.differences.is_empty() && reason.is_empty() {
                let first = view.differences.iter().map(|it| it.says.as_str());
                return Err(refused(&format!(
                    "La nota difiere del acuerdo que se envió: {}. No se registró la publicación: si aun así es la nota, diga por qué.",
                    first.collect::<Vec<_>>().join("; ")
                )));
            }
            let name = files::name(std::path::Path::new(&asked.path));
            let offered = Offered {
                name: &name,
                media_type: "application/octet-stream",
                ..Offered::default()
            };
            let file = writer.add_evidence(&mut &*bytes, &offered)?.digest;
            let requirement = "ROAD-DOF_PUBLISHED-1";
            for it in &its {
                let act = PerformAct {
                    id: it.id.clone(),
                    act: "DOF_PUBLISHED".to_owned(),
                    from: String::new(),
                    on: on.to_string(),
                    reason: String::new(),
                    fields: Vec::new(),
                    evidence: vec![EvidencePath {
                        requirement: requirement.to_owned(),
                        path: String::new(),
                    }],
                };
                let naming = |body: String| {
                    let mut said: Value =
                        serde_json::from_str(&body).unwrap_or_else(|_| json!({}));
                    said["note"] = asked.note.trim().into();
                    said["edition"] = asked.edition.trim().into();
                    said["names"] = json!({ requirement: name });
                    if !reason.is_empty() {
                        said["differs"] = reason.clone().into();
                    }
                    said.to_string()
                };
                let proof = Proof {
                    requirement: requirement.to_owned(),
                    file,
                };
                office
                    .perform(writer, &moment, (&act, on), vec![proof], &naming)
                    .map_err(|error| match error {
                        Error::Refused { act, reason, unmet } => Error::Refused {
                            act,
                            reason: format!("«{}»: {reason}", it.title),
                            unmet,
                        },
                        other => other, // The machine failed, whichever the standard.
                    })?;
            }
            Ok(PublicationView {
                published: u32::try_from(its.len()).unwrap_or(u32::MAX),
                ..view
            })
        })
    }
}

/// What differs between a note and the resolution that was sent, each at its line. Refused where the
/// note is of another resolution.
fn compared(number: &str, its: &[Sent], lines: &[String]) -> Result<Vec<NoteDifference>, Error> {
    let whole = Whole::of(lines);
    if whole.line_of(number).is_none() {
        return Err(refused(&format!(
            "La nota no nombra el acuerdo {}: es de otro acuerdo, o su texto no se lee. No se registró nada.",
            number.trim()
        )));
    }
    let mut differences = Vec::new();
    let mut tell = |line: Option<usize>, says: String| {
        differences.push(NoteDifference {
            line: line.and_then(|it| u32::try_from(it).ok()),
            says,
        });
    };
    for it in its {
        let code = whole.line_of(&it.code);
        let title = whole.line_of(&it.title);
        match (it.code.is_empty(), code, title) {
            (true, ..) => tell(None, format!("«{}» todavía no tiene clave", it.title)),
            (false, None, None) => tell(
                None,
                format!("{} «{}» no está en la nota", it.code, it.title),
            ),
            (false, None, Some(line)) => tell(
                Some(line),
                format!("«{}» está sin su clave {}", it.title, it.code),
            ),
            (false, Some(line), None) => tell(
                Some(line),
                format!("{} está con otro título que «{}»", it.code, it.title),
            ),
            (false, Some(_), Some(_)) => {}
        }
    }
    let sent: Vec<&str> = its.iter().map(|it| it.code.as_str()).collect();
    let mut more: Vec<&str> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for word in line.split(|c: char| !c.is_alphanumeric() && c != '.') {
            let word = word.trim_end_matches('.');
            let is_code = matches!(
                word.parse::<domain::ec::code::Code>(),
                Ok(domain::ec::code::Code::Ec(_) | domain::ec::code::Code::Ecm(_))
            );
            if is_code && !sent.contains(&word) && !more.contains(&word) {
                more.push(word);
                tell(
                    Some(at + 1),
                    format!("{word} está en la nota y no se envió"),
                );
            }
        }
    }
    Ok(differences)
}

/// A note as one text, whose words may be parted by the ends of its lines.
struct Whole {
    said: String,
    /// Where each line begins in it.
    begins: Vec<usize>,
}

impl Whole {
    fn of(lines: &[String]) -> Whole {
        let (mut said, mut begins) = (String::new(), Vec::new());
        for line in lines {
            begins.push(said.len());
            said.push_str(&letters(line));
        }
        Whole { said, begins }
    }

    /// The line in which something begins, by its letters and figures alone.
    fn line_of(&self, text: &str) -> Option<usize> {
        let wanted = letters(text);
        if wanted.is_empty() {
            return None;
        }
        let at = self.said.find(&wanted)?;
        Some(self.begins.partition_point(|begin| *begin <= at))
    }
}
