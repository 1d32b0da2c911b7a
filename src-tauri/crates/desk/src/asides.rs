//! Findings that a person set aside on a map or an instrument: said by acts of its chain, and read off
//! them. (Those of a standard have rows beside their acts, which its packet and its check know.)

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Severity;
use domain::act::Act;
use domain::edition::Digest;
use store::{Reader, SET_ASIDE_ACT, SetAsideKind, TAKEN_UP_ACT, Writer};

use crate::error::Error;
use crate::wire::{FindingCounts, SetAside, SetAsideView};
use crate::writing::Deed;
use crate::{Moment, Office, edits};

/// What was said of the findings of one chain and was not taken back, by their keys.
#[derive(Default)]
pub(crate) struct Asides(HashMap<String, SetAsideView>);

impl Asides {
    /// As the acts of a chain leave it.
    pub(crate) fn of(reader: &Reader<'_>, chain: &str) -> Result<Asides, Error> {
        Ok(Asides::read(&reader.deeds(chain)?))
    }

    /// The same, where the acts are at hand.
    pub(crate) fn read(deeds: &[Act]) -> Asides {
        let mut said = HashMap::new();
        for act in deeds {
            let aside = act.act == SET_ASIDE_ACT;
            if !aside && act.act != TAKEN_UP_ACT {
                continue;
            }
            let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
            let word = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
            match aside {
                true => {
                    let view = SetAsideView {
                        kind: word("kind"),
                        by: act.by.clone(),
                        reason: word("reason"),
                        on: act.at.chars().take(10).collect(),
                        at: crate::spanish::day_of(&act.at),
                    };
                    said.insert(word("key"), view);
                }
                false => {
                    said.remove(&word("key"));
                }
            }
        }
        Asides(said)
    }

    /// What was said of a finding.
    pub(crate) fn said(&self, key: &str) -> Option<SetAsideView> {
        self.0.get(key).cloned()
    }
}

/// A finding as an act names it.
pub(crate) struct Named<'a> {
    pub(crate) rule: &'a str,
    pub(crate) severity: Severity,
    /// Where, as people cite it.
    pub(crate) place: &'a str,
    pub(crate) part: Option<String>,
    /// What it says of that place.
    pub(crate) text: &'a str,
}

/// A finding that is set aside, as it was asked and found to be allowed.
pub(crate) struct Asked {
    pub(crate) kind: SetAsideKind,
    pub(crate) reason: String,
}

/// Whether a finding may be set aside as it is asked: with a reason, an error only as a false alarm.
pub(crate) fn asked(request: &SetAside, severity: &str) -> Result<Asked, Error> {
    let reason = edits::checked(&request.reason, false)?;
    if reason.is_empty() {
        return Err(Error::ReasonMissing);
    }
    let kind = SetAsideKind::from_code(&request.kind)
        .ok_or_else(|| refused("Hay que decir si se justifica o si es una falsa alarma."))?;
    if severity == Severity::Error.code() && kind == SetAsideKind::Justified {
        return Err(refused(
            "Un error no se justifica: se corrige, o se marca como falsa alarma con su motivo.",
        ));
    }
    Ok(Asked { kind, reason })
}

pub(crate) fn refused(reason: &str) -> Error {
    Error::Refused {
        act: SET_ASIDE_ACT.to_owned(),
        reason: reason.to_owned(),
        unmet: Vec::new(),
    }
}

/// That no finding has the key that was named.
pub(crate) fn unknown(key: &str) -> Error {
    Error::NotFound {
        what: "ese hallazgo",
        name: key.to_owned(),
    }
}

impl Office {
    /// Writes down that a finding of a map or an instrument is set aside; `text` is the digest of
    /// what it was found in.
    pub(crate) fn put_aside(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        (chain, text): (&str, Digest),
        request: &SetAside,
        finding: &Named<'_>,
    ) -> Result<(), Error> {
        let Asked { kind, reason } = asked(request, finding.severity.code())?;
        self.somebody_signs(writer)?;
        let body = serde_json::json!({
            "key": request.key, "kind": kind.code(), "part": finding.part,
            "place": finding.place, "reason": reason, "rule": finding.rule,
            "text": finding.text,
        });
        self.say_aside(writer, moment, chain, (SET_ASIDE_ACT, text), &body)
    }

    /// Writes down that one is taken up again.
    pub(crate) fn put_back(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        (chain, text): (&str, Digest),
        key: &str,
    ) -> Result<(), Error> {
        self.somebody_signs(writer)?;
        let deeds = writer.deeds(chain)?;
        let standing = Asides::read(&deeds).said(key);
        let said = deeds.iter().rev().find_map(|act| {
            let body: serde_json::Value = serde_json::from_str(&act.body).ok()?;
            (act.act == SET_ASIDE_ACT && body["key"] == key).then_some(body)
        });
        let (Some(_), Some(said)) = (standing, said) else {
            return Err(unknown(key));
        };
        let body = serde_json::json!({
            "key": key, "place": said["place"], "rule": said["rule"],
        });
        self.say_aside(writer, moment, chain, (TAKEN_UP_ACT, text), &body)
    }

    fn say_aside(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        chain: &str,
        (act, text): (&str, Digest),
        body: &serde_json::Value,
    ) -> Result<(), Error> {
        let deed = Deed {
            act,
            subject: Some(text),
            result: Some(text),
            body: body.to_string(),
            ..Deed::default()
        };
        self.seal(writer, moment, chain, deed)?;
        Ok(())
    }
}

/// The names of findings, each of which stays the same while what it speaks of does.
#[derive(Default)]
pub(crate) struct Keys(HashMap<Digest, u32>);

impl Keys {
    /// The name of a finding by what it is of; of several alike, which one.
    pub(crate) fn key(&mut self, of: &[&str]) -> String {
        let digest = Digest::of(of.join("\u{1f}").as_bytes());
        let nth = self.0.entry(digest).or_insert(0);
        *nth += 1;
        let short: String = digest.hex().chars().take(24).collect();
        match *nth {
            1 => short,
            nth => format!("{short}-{nth}"),
        }
    }
}

/// What a finding says, without the numbers of where things stand, which shift when others move.
pub(crate) fn without_numbers(message: &str) -> String {
    message
        .split_whitespace()
        .filter(|word| !word.chars().any(|letter| letter.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What was said of a finding, as a report prints it; `day` stands for one that is none.
pub(crate) fn reported(aside: SetAsideView, day: NaiveDate) -> packets::SetAside {
    packets::SetAside {
        on: aside.on.parse().unwrap_or(day),
        false_alarm: aside.kind == SetAsideKind::FalseAlarm.code(),
        by: aside.by,
        reason: aside.reason,
    }
}

/// How many findings stand, of each weight, and how many were set aside.
pub(crate) fn counted(findings: impl Iterator<Item = (Severity, bool)>) -> FindingCounts {
    let mut counts = FindingCounts {
        errors: 0,
        warnings: 0,
        advice: 0,
        across: 0,
        set_aside: 0,
    };
    for (severity, aside) in findings {
        let count = match (aside, severity) {
            (true, _) => &mut counts.set_aside,
            (false, Severity::Error) => &mut counts.errors,
            (false, Severity::Warning) => &mut counts.warnings,
            (false, Severity::Advice) => &mut counts.advice,
        };
        *count += 1;
    }
    counts
}
