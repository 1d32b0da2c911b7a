//! A standard and its case, in the shape of the contract and in words.

use desk::spanish::counted;
use desk::wire::{
    ActSummary, ById, CaseView, DossierView, ImportedPacket, ReadingView, SourceView, StandardView,
    UpdateView,
};
use desk::{Desk, Error};
use serde_json::{Value, json};

use crate::say;

/// How a document was read.
pub(crate) fn read_in_words(format: &str, repairs: usize, unplaced: usize) -> String {
    let format = match format {
        "unknown" => "Formato no reconocido",
        "ECM sheet" => "Hoja de ECM",
        format => format,
    };
    format!(
        "{format}: {}, {}.",
        counted(repairs, "palabra reparada", "palabras reparadas"),
        counted(unplaced, "renglón sin lugar", "renglones sin lugar")
    )
}

/// A standard in the shape of the contract: as `read` prints it, with its road.
pub(crate) fn shown(desk: &mut Desk, view: &StandardView) -> Result<Value, Error> {
    let mut value = as_read(&view.document, view.reading.as_ref());
    value["id"] = view.id.clone().into();
    value["digest"] = view.digest.clone().into();
    value["called"] = view.called.clone().into();
    // What its source was given stands beside the keys of the contract, which say its own.
    value["source"] = serde_json::to_value(&view.source).unwrap_or_default();
    value["update"] = serde_json::to_value(&view.update).unwrap_or_default();
    value["road"] = whole_road(desk, &view.case)?;
    Ok(value)
}

/// What the document that a draft was read from says of itself.
pub(crate) fn source(source: &SourceView) {
    let days = [
        ("aprobado el", &source.approved),
        ("publicado el", &source.published),
    ];
    let days = days.iter().filter(|(_, day)| !day.is_empty());
    let mut said = vec![source.code.clone()];
    said.extend(days.map(|(what, day)| format!("{what} {day}")));
    said.extend((!source.elements.is_empty()).then(|| source.elements.join(", ")));
    said.retain(|one| !one.is_empty());
    say::line(&format!("  Leído de: {}", said.join("; ")));
}

/// The standard in force that a draft updates, and the code it would have.
pub(crate) fn update(update: &UpdateView) {
    let published = match update.published.as_str() {
        "" => String::new(),
        day => format!(", publicado el {day}"),
    };
    let next = match update.next.as_str() {
        "" => String::new(),
        next => format!("; su clave sería {next}"),
    };
    say::line(&format!(
        "  Actualiza al {} «{}»{published}{next}",
        update.code, update.title
    ));
}

/// A document with every key that reading one gives: what was never printed has no known format, and
/// nothing in it was mended or left without a place.
pub(crate) fn as_read(document: &impl serde::Serialize, reading: Option<&ReadingView>) -> Value {
    let mut value = serde_json::to_value(document).unwrap_or_default();
    let mut fill = |key: &str, with: Value| {
        if value.get(key).is_none_or(Value::is_null) {
            value[key] = with;
        }
    };
    let format = reading.map_or("unknown", |reading| reading.format.as_str());
    fill("format", format.into());
    let list = |of: Option<Value>| of.unwrap_or_else(|| json!([]));
    let mended = reading.and_then(|reading| serde_json::to_value(&reading.repairs).ok());
    fill("repairs", list(mended));
    let left = reading.and_then(|reading| serde_json::to_value(&reading.not_understood).ok());
    fill("notUnderstood", list(left));
    value
}

pub(crate) fn whole_road(desk: &mut Desk, case: &CaseView) -> Result<Value, Error> {
    let acts = desk.acts(ById {
        id: case.id.clone(),
    })?;
    Ok(road(case, &acts))
}

/// A case as the contract spells it, with its whole chain.
pub(crate) fn road(case: &CaseView, acts: &[ActSummary]) -> Value {
    let next = case.next.iter().map(|next| {
        json!({
            "act": next.act, "who": next.who, "since": next.since, "due": next.due,
            "workingDaysLeft": next.working_days_left, "basis": next.basis,
            "unmet": say::unmet(&next.unmet),
        })
    });
    let acts = acts.iter().map(|act| {
        json!({
            "number": act.number, "act": act.act, "on": act.on, "by": act.by,
            "evidence": act.evidence, "previous": act.previous, "digest": act.digest,
        })
    });
    json!({
        "id": case.id, "kind": case.kind, "title": case.title, "state": case.state,
        "stage": case.state_name, "holder": case.holder, "since": case.since,
        "rulePack": case.rule_pack, "next": next.collect::<Vec<_>>(),
        "acts": acts.collect::<Vec<_>>(),
    })
}

/// A support file in lines: what each act asks for, how it stands, and its files.
pub(crate) fn dossier_in_words(dossier: &DossierView) {
    for part in &dossier.parts {
        let when = match part.when.as_str() {
            "DONE" if part.on_words.is_empty() => String::new(),
            "DONE" => format!(" (hecho el {})", part.on_words),
            "NEXT" => " (sigue)".to_owned(),
            "OTHER" => " (otro acto posible)".to_owned(),
            _ => " (después)".to_owned(), // There are four.
        };
        say::line(&format!("{}{when}", part.name));
        for asked in &part.asks {
            let stands = match asked.standing.as_str() {
                "MET" => "● cumplido",
                "MISSING" => "○ falta",
                _ => "○ viene", // There are three.
            };
            say::line(&format!(
                "  {stands}  {}  {}  {}",
                asked.requirement, asked.says, asked.proof
            ));
            for file in &asked.files {
                say::line(&format!(
                    "      {}  {}, {}  {}",
                    file.name, file.by, file.on, file.digest
                ));
            }
        }
    }
}

/// Where a case stands and what may follow, for a person: the word by which an act is asked for comes
/// after its name.
pub(crate) fn told(case: &CaseView) {
    let holder = match case.holder.as_str() {
        "" => "Nadie lo tiene".to_owned(),
        holder => format!("Lo tiene: {holder}"),
    };
    say::line(&format!(
        "{}, desde el {}. {holder}.",
        case.state_name, case.since_words
    ));
    if case.next.is_empty() {
        say::line("  No sigue ningún acto.");
    }
    for (at, next) in case.next.iter().enumerate() {
        let which = match at {
            0 => "Siguiente acto",
            _ => "O bien",
        };
        say::line(&format!(
            "  {which}: {} («{}»): {}, {} ({})  [{}]",
            next.does, next.name, next.who, next.due_words, next.basis, next.act
        ));
        for unmet in &next.unmet {
            say::line(&format!(
                "      {}  {}  ({})",
                unmet.requirement, unmet.says, unmet.basis
            ));
        }
    }
}

/// What came of taking a packet in; two stories are told from where they part, act by act.
pub(crate) fn taken(taken: &ImportedPacket) {
    if taken.dry {
        say::line("Esto es lo que se tomaría; no se escribió nada.");
    }
    say::line(match taken.outcome.as_str() {
        "NEW" => "El caso se tomó completo.",
        "SAME" => "El caso ya estaba igual aquí.",
        "AHEAD" => "El caso avanzó hasta donde lo trae el paquete.",
        "BEHIND" => "Aquí el caso va más adelante que en el paquete; no se cambió nada.",
        _ => {
            "El expediente del paquete y el de aquí cuentan historias distintas; no se mezcló nada."
        }
    });
    for beside in &taken.beside {
        say::line(&beside.says);
    }
    if taken.outcome != "DIVERGES" {
        return;
    }
    say::line(&match taken.common {
        0 => "No coinciden en ningún acto.".to_owned(),
        common => format!("Coinciden hasta el acto {common}."),
    });
    for (whose, acts) in [
        ("Aquí siguió:", &taken.ours),
        ("En el paquete siguió:", &taken.theirs),
    ] {
        say::line(whose);
        for act in acts {
            say::line(&format!(
                "  {:>5}  {}  {}  {}",
                act.number, act.at, act.by, act.says
            ));
            if !act.before.is_empty() || !act.after.is_empty() {
                say::line(&format!("         «{}» → «{}»", act.before, act.after));
            }
        }
    }
    say::line(
        "Decida con la otra oficina cuál sigue. Si es el de aquí, mándele su paquete; si es el del \
         paquete, tómelo en otro espacio de trabajo (--workspace ARCHIVO) y siga ahí. Lo que sólo \
         tenga el otro se captura a mano en el que siga.",
    );
}
