//! A case, asked of the desk and printed: its road, its acts, and what proves them.

use desk::wire::{
    AskHistory, Attach, ById, EvidencePath, NamedText, PerformAct, SaveEvidence, StandardView,
    TypeSupport, WithdrawEvidence,
};
use desk::{Desk, Error};

use crate::args::Case;
use crate::run::Outcome::{self, Done, Misused};
use crate::run::{named, printed};
use crate::say;
use crate::views::{dossier_in_words, told, whole_road};
use crate::work::work;

pub(crate) fn case(desk: &mut Desk, command: Case, json: bool) -> Result<Outcome, Error> {
    match command {
        Case::Show { id } => {
            let case = desk.case(ById { id })?;
            told(&case);
            if json {
                say::json(&whole_road(desk, &case)?);
            }
            Ok(Done)
        }
        Case::Act {
            id,
            act,
            fields,
            evidence,
            on,
        } => {
            let asked = match asked(id, act, on, &fields, &evidence) {
                Ok(asked) => asked,
                Err(why) => return Ok(Misused(why)),
            };
            let begin = |desk: &mut Desk| desk.begin_act(asked);
            let view = work(desk, begin, Desk::finish_act)?;
            moved(desk, &view, json)
        }
        Case::Attach { id, evidence, on } => match pairs(std::slice::from_ref(&evidence)) {
            Ok(mut pairs) => {
                let (requirement, path) = pairs.swap_remove(0);
                let attach = Attach {
                    id,
                    requirement,
                    path,
                    on,
                };
                let begin = |desk: &mut Desk| desk.begin_attach(attach);
                let view = work(desk, begin, Desk::finish_attach)?;
                moved(desk, &view, json)
            }
            Err(why) => Ok(Misused(why)),
        },
        Case::WithdrawEvidence {
            id,
            requirement,
            reason,
            digest,
        } => {
            let view = desk.withdraw_evidence(WithdrawEvidence {
                id,
                requirement,
                digest,
                reason,
            })?;
            moved(desk, &view, json)
        }
        Case::Evidence {
            id,
            digest,
            file,
            replace,
        } => copy(desk, id, digest, &file, replace, json),
        Case::Support { id, fields } => match pairs(&fields) {
            Ok(fields) => {
                let fields = fields
                    .into_iter()
                    .map(|(name, text)| NamedText { name, text });
                let request = TypeSupport {
                    id,
                    fields: fields.collect(),
                };
                let view = desk.type_support(request)?;
                moved(desk, &view, json)
            }
            Err(why) => Ok(Misused(why)),
        },
        Case::Dossier { id } => dossier(desk, id, json),
        Case::History { id, count } => {
            let history = desk.history(AskHistory {
                id,
                document: String::new(),
                before: None,
                count,
                only: <_>::default(),
            })?;
            for act in &history.acts {
                say::line(&format!(
                    "{:>5}  {}  {}  {}",
                    act.number, act.at, act.by, act.says
                ));
            }
            printed(&history, json)
        }
    }
}

fn dossier(desk: &mut Desk, id: String, json: bool) -> Result<Outcome, Error> {
    let dossier = desk.dossier(ById { id })?;
    dossier_in_words(&dossier);
    printed(&dossier, json)
}

/// Writes a copy of a file that was attached.
fn copy(
    desk: &mut Desk,
    id: String,
    digest: String,
    file: &std::path::Path,
    replace: bool,
    json: bool,
) -> Result<Outcome, Error> {
    let view = desk.save_evidence(SaveEvidence {
        id,
        digest,
        path: file.display().to_string(),
        replace,
    })?;
    named(&view.path, &view, json)
}

fn moved(desk: &mut Desk, view: &StandardView, json: bool) -> Result<Outcome, Error> {
    told(&view.case);
    if json {
        say::json(&whole_road(desk, &view.case)?);
    }
    Ok(Done)
}

/// `name=value` pairs, as typed.
pub(crate) fn pairs(typed: &[String]) -> Result<Vec<(String, String)>, String> {
    let pair = |text: &String| match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err(format!("«{text}» no tiene la forma NOMBRE=VALOR.")),
    };
    typed.iter().map(pair).collect()
}

/// An act of the road as it is asked for: of the case as it stands.
pub(crate) fn asked(
    id: String,
    act: String,
    on: String,
    fields: &[String],
    evidence: &[String],
) -> Result<PerformAct, String> {
    let fields = pairs(fields)?.into_iter();
    let evidence = pairs(evidence)?.into_iter();
    Ok(PerformAct {
        id,
        act,
        from: String::new(),
        on,
        reason: String::new(),
        fields: fields
            .map(|(name, text)| NamedText { name, text })
            .collect(),
        evidence: evidence
            .map(|(requirement, path)| EvidencePath { requirement, path })
            .collect(),
    })
}
