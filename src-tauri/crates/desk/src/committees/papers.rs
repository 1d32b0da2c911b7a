//! The papers of a committee: its criteria, its roster, the act of its integration, its letters.

use chrono::NaiveDate;
use domain::act::Act;
use domain::cgc_case::{CgcState, kind};
use domain::committee::{CgcOfficeRole, Member, Sector};
use domain::requirement;
use packets::letters::{self, LetterTemplate};
use packets::{Letterhead, OfficePaper, Piece};
use store::{Reader, Setting};

use super::journal::{Kept, moves};
use super::view::kind_name;
use super::{Seen, road};
use crate::cases::day;
use crate::error::Error;
use crate::exporting::{Exported, Place, in_word};
use crate::spanish;
use crate::wire::ExportCommitteePaper;
use crate::work::{Progress, Work, step};
use crate::{Desk, Office};

/// The acts that a letter goes with.
pub(crate) const LETTER_ACTS: &[&str] = &[
    "APPLIED",
    "RETURNED",
    "READY",
    "RULED_ADMISSIBLE",
    "RULED_NOT_ADMISSIBLE",
    "DEFERRED",
    "INSTALLED",
    "RENEWAL_DUE",
    "RESTRUCTURING",
    "INACTIVE",
    "WITHDRAWN",
];

/// A paper of a committee to write to disk.
pub struct CommitteeExporting {
    paper: OfficePaper,
    letterhead: Letterhead,
    day: NaiveDate,
    word: bool,
    place: Place,
}

impl Desk {
    /// Takes what a paper of a committee is made of.
    pub fn begin_committee_paper(
        &mut self,
        request: ExportCommitteePaper,
    ) -> Result<CommitteeExporting, Error> {
        let place = Place::new(request.path.clone(), request.replace)?;
        let word = in_word(&request.kind)?;
        let today = self.office.now().today;
        let (paper, letterhead) = self.store.read(|reader| {
            let kept = self.office.committee_named(reader, &request.committee)?;
            let paper = self.office.committee_paper(reader, kept, &request)?;
            Ok::<_, Error>((paper, self.office.letterhead(reader)?))
        })?;
        Ok(CommitteeExporting {
            paper,
            letterhead,
            day: today,
            word,
            place,
        })
    }
}

impl Work for CommitteeExporting {
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
    fn committee_paper(
        &self,
        reader: &Reader<'_>,
        kept: Kept,
        request: &ExportCommitteePaper,
    ) -> Result<OfficePaper, Error> {
        let moment = self.now();
        let seen = self.committee_seen(reader, kept)?;
        let name = seen.kept.committee.name.clone();
        let (title, head, wide, pieces) = match request.paper.as_str() {
            "CRITERIA" => (
                format!("Cédula de criterios: {name}"),
                "CÉDULA DE CRITERIOS DEL COMITÉ",
                true,
                criteria(reader, &seen)?,
            ),
            "ROSTER" => {
                let on = day(&request.of, &moment)?;
                (
                    format!("Integrantes del comité: {name}"),
                    "INTEGRANTES DEL COMITÉ",
                    false,
                    roster(&seen, on),
                )
            }
            "INTEGRATION" => (
                format!("Acta de integración: {name}"),
                "ACTA DE INTEGRACIÓN",
                false,
                integration(&seen),
            ),
            "LETTER" => {
                let (template, pieces) = self.letter(reader, &seen, &request.of)?;
                let title = format!("{}: {name}", template.title);
                (title, "OFICIO", false, pieces)
            }
            other => {
                return Err(Error::NotFound {
                    what: "un documento de los comités llamado",
                    name: crate::edits::shortened(other),
                });
            }
        };
        Ok(OfficePaper {
            title,
            head: head.to_owned(),
            foot: name,
            wide,
            pieces,
        })
    }

    /// The letter of the last act that led to a state.
    fn letter(
        &self,
        reader: &Reader<'_>,
        seen: &Seen<'_>,
        of: &str,
    ) -> Result<(LetterTemplate, Vec<Piece>), Error> {
        let state = match of.trim() {
            "" => seen.case.state(),
            word => road::state(word)?,
        };
        let mut acts = seen.kept.deeds.iter().rev();
        let act = acts.find(|act| act.act == state.code());
        let act = act.ok_or_else(|| Error::Refused {
            act: state.code().to_owned(),
            reason: format!(
                "El comité no ha pasado por «{}» y no hay oficio de ese acto.",
                state.says()
            ),
            unmet: Vec::new(),
        })?;
        let template = self.letter_template(reader, state)?;
        let signer = self.signer(reader)?;
        let pieces = template.filled(|field| value(seen, act, state, &signer, field));
        let mut all = vec![Piece::Heading(1, template.title.clone())];
        all.extend(pieces);
        Ok((template, all))
    }

    /// The template of an act's letter: the office's own, or the one that the app comes with.
    fn letter_template(
        &self,
        reader: &Reader<'_>,
        state: CgcState,
    ) -> Result<LetterTemplate, Error> {
        let own = reader.setting(Setting::Letters)?.unwrap_or_default();
        for text in [own.as_str(), letters::SHIPPED] {
            // What was set was read before it was kept.
            let all = letters::read(text, LETTER_ACTS).unwrap_or_default();
            if let Some(template) = all.into_iter().find(|it| it.act == state.code()) {
                return Ok(template);
            }
        }
        Err(Error::Refused {
            act: state.code().to_owned(),
            reason: format!(
                "El acto que lleva a «{}» no tiene oficio. Los que lo tienen: {}.",
                state.says(),
                LETTER_ACTS
                    .iter()
                    .filter_map(|it| CgcState::from_code(it))
                    .map(|it| format!("«{}»", it.says()))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            unmet: Vec::new(),
        })
    }
}

/// What a field of a letter says.
fn value(seen: &Seen<'_>, act: &Act, state: CgcState, signer: &str, field: &str) -> String {
    let it = &seen.kept.committee;
    let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
    let said = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
    let on: NaiveDate = act.on.parse().unwrap_or(seen.today);
    match field {
        "comité" => it.name.clone(),
        "alcance" => it.scope.clone(),
        "sector" => it.sector.map_or("", Sector::says).to_owned(),
        "presidencia" => {
            let roster = it.roster(on);
            let chair = roster.iter().find(|one| one.office == CgcOfficeRole::Chair);
            match chair {
                Some(one) => format!("{}\n{}", one.name, represents(seen, one)),
                None => format!("A quien promueve el comité «{}»", it.name),
            }
        }
        "fecha" => spanish::day(on),
        "estado" => state.says().to_owned(),
        "observaciones" => match said("observations") {
            empty if empty.is_empty() => match said("reason") {
                empty if empty.is_empty() => said("reasons"),
                reason => reason,
            },
            observations => observations,
        },
        "sesión" => match said("session") {
            empty if empty.is_empty() => String::new(),
            session => format!("Sesión: {session}."),
        },
        "acuerdo" => match said("resolution") {
            empty if empty.is_empty() => String::new(),
            number => format!("Acuerdo {number}."),
        },
        "fundamento" => seen.pack.basis(&domain::road::road_id(state)),
        "firma" => signer.to_owned(),
        _ => String::new(), // Templates name only fields that are known.
    }
}

/// A post and whom it represents, in a line.
fn represents(seen: &Seen<'_>, one: &Member) -> String {
    let of = seen.kept.committee.organization_of(one.organization);
    let of = of.map(|it| it.name.as_str()).unwrap_or_default();
    let said = [one.post.as_str(), of]
        .into_iter()
        .filter(|it| !it.is_empty());
    said.collect::<Vec<_>>().join(", ")
}

fn says(text: &str) -> Piece {
    Piece::Says(text.to_owned())
}

fn named(label: &str, text: &str) -> Piece {
    Piece::Named(label.to_owned(), text.to_owned())
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|it| (*it).to_owned()).collect()
}

fn criteria(reader: &Reader<'_>, seen: &Seen<'_>) -> Result<Vec<Piece>, Error> {
    let it = &seen.kept.committee;
    let mut pieces = vec![
        Piece::Heading(1, "Cédula de criterios del comité".to_owned()),
        named("Comité:", &it.name),
        named("Asunto:", kind_name(kind(&seen.case))),
        named("Estado:", seen.case.state().says()),
        named("Sector:", it.sector.map_or("sin clasificar", Sector::says)),
        named("Fecha:", &spanish::day(seen.today)),
    ];
    let mut group = "";
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut all: Vec<_> = seen.standings.iter().collect();
    all.sort_by_key(|it| it.criterion.group);
    let flush = |group: &str, rows: &mut Vec<Vec<String>>, pieces: &mut Vec<Piece>| {
        if !rows.is_empty() {
            pieces.push(Piece::Heading(2, group.to_owned()));
            pieces.push(Piece::Table(
                vec![12, 30, 12, 26, 20],
                words(&[
                    "Clave",
                    "Criterio y fundamento",
                    "Resultado",
                    "En qué se basa",
                    "Evidencia",
                ]),
                std::mem::take(rows),
            ));
        }
    };
    for standing in all {
        let criterion = standing.criterion;
        if criterion.group.says() != group {
            flush(group, &mut rows, &mut pieces);
            group = criterion.group.says();
        }
        let asks = requirement::find(criterion.id).map_or(criterion.id, |it| it.asks);
        let mut files = Vec::new();
        for proof in crate::evidence::proofs(&seen.kept.deeds, criterion.id) {
            files.push(crate::evidence::shown(reader, proof)?);
        }
        let files = files
            .iter()
            .map(|file| format!("{} ({}, {})", file.name, file.by, file.on));
        let judgment = it.judgments.get(criterion.id);
        let judged = judgment
            .filter(|_| !criterion.computed)
            .map(|judgment| format!("\n{}, {}", judgment.by, spanish::day(judgment.on)));
        rows.push(vec![
            criterion.id.to_owned(),
            format!("{asks}\n{}", seen.pack.basis(criterion.id)),
            standing.result.says().to_owned(),
            format!("{}{}", standing.says, judged.unwrap_or_default()),
            files.collect::<Vec<_>>().join("\n"),
        ]);
    }
    flush(group, &mut rows, &mut pieces);
    let ready = seen
        .standings
        .iter()
        .all(|it| !it.criterion.blocks || it.result == domain::committee::CriterionResult::Met);
    pieces.push(says(match ready {
        true => "Los criterios que se exigen están cumplidos. La procedencia la resuelve el COVACEC.",
        false => "Todavía no están cumplidos todos los criterios que se exigen. La procedencia la resuelve el COVACEC.",
    }));
    Ok(pieces)
}

fn roster(seen: &Seen<'_>, on: NaiveDate) -> Vec<Piece> {
    let it = &seen.kept.committee;
    let rows = it.roster(on).into_iter().map(|one| {
        let of = it.organization_of(one.organization);
        vec![
            one.office.says().to_owned(),
            format!("{}\n{}", one.name, one.post),
            of.map_or_else(String::new, |it| format!("{}\n{}", it.name, it.kind.says())),
            spanish::day(one.from),
        ]
    });
    vec![
        Piece::Heading(
            1,
            "Integrantes del Comité de Gestión por Competencias".to_owned(),
        ),
        named("Comité:", &it.name),
        named("Integración del día:", &spanish::day(on)),
        Piece::Table(
            vec![20, 32, 30, 18],
            words(&["Cargo", "Nombre y puesto", "Organización", "Desde"]),
            rows.collect(),
        ),
    ]
}

fn integration(seen: &Seen<'_>) -> Vec<Piece> {
    let it = &seen.kept.committee;
    let on = seen
        .case
        .entered(CgcState::ActSigning)
        .map_or(seen.today, |step| step.on);
    let mut pieces = vec![
        Piece::Heading(
            1,
            "Acta de integración del Comité de Gestión por Competencias".to_owned(),
        ),
        named("Comité:", &it.name),
        named("Sector:", it.sector.map_or("", Sector::says)),
        named("Fecha:", &spanish::day(on)),
    ];
    if !it.scope.is_empty() {
        pieces.push(named("Alcance:", &it.scope));
    }
    let ruled = seen.kept.deeds.iter().rev().filter(|act| moves(act));
    let mut ruled = ruled.filter(|act| act.act == CgcState::RuledAdmissible.code());
    if let Some(act) = ruled.next() {
        let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
        let number = body["resolution"].as_str().unwrap_or_default();
        let on = spanish::day_of(&act.on);
        let text = match number {
            "" => format!(
                "El Comité de Validación (COVACEC) resolvió procedente su integración el {on}."
            ),
            number => format!(
                "El Comité de Validación (COVACEC) resolvió procedente su integración el {on}, por el acuerdo {number}."
            ),
        };
        pieces.push(says(&text));
    }
    pieces.push(says("Las personas que firman integran el comité con los cargos que se indican, y se comprometen a promover la gestión por competencias en su sector."));
    let roster = it.roster(on);
    let people = roster.iter().map(|one| {
        [
            one.name.clone(),
            represents(seen, one),
            one.office.says().to_owned(),
        ]
    });
    pieces.push(Piece::Heading(2, "Integrantes".to_owned()));
    pieces.push(Piece::Signatures(people.collect()));
    if !it.planned.is_empty() {
        pieces.push(Piece::Heading(2, "Estándares previstos".to_owned()));
        let planned = it.planned.iter().filter(|one| !one.dropped);
        pieces.push(Piece::Bullets(
            planned.map(|one| one.title.clone()).collect(),
        ));
    }
    pieces.push(Piece::Heading(2, "Por el CONOCER".to_owned()));
    pieces.push(Piece::Signatures(vec![[
        String::new(),
        "Dirección General".to_owned(),
        String::new(),
    ]]));
    pieces
}
