//! What the Comité Técnico decides: one standard or several under one resolution, in one write.

use domain::act::Proof;
use domain::edition::Digest;
use serde_json::{Value, json};

use crate::Desk;
use crate::attaching::{Attached, Attaching};
use crate::cases::day;
use crate::error::Error;
use crate::wire::{AskStandards, EvidencePath, NamedText, PerformAct, RecordTc, StandardsView};

/// What a file of the Comité Técnico proves, by the act.
fn requirement(act: &str) -> Result<&'static str, Error> {
    Ok(match act {
        "TC_SUBMITTED" => "ROAD-TC_SUBMITTED-1",
        "TC_APPROVED" => "ROAD-TC_APPROVED-1",
        "TC_NOT_APPROVED" => "ROAD-TC_NOT_APPROVED-1",
        "TC_DEFERRED" => "ROAD-TC_DEFERRED-1",
        other => {
            return Err(Error::NotFound {
                what: "un acto del Comité Técnico llamado",
                name: crate::edits::shortened(other),
            });
        }
    })
}

/// Whether a number of a resolution is of the form that has been seen: «SO/II-26/10,S».
pub(crate) fn is_resolution(number: &str) -> bool {
    let mut parts = number.split('/');
    let (Some(kind), Some(session), Some(last), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let Some((roman, year)) = session.split_once('-') else {
        return false;
    };
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    let Some(at) = last.find([',', '-']) else {
        return false;
    };
    let (points, letter) = (&last[..at], &last[at + 1..]);
    let points = match points.split_once('.') {
        Some((one, two)) => digits(one, 2) && digits(two, 2),
        None => digits(points, 2),
    };
    ["SO", "SE"].contains(&kind)
        && !roman.is_empty()
        && roman.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
        && digits(year, 2)
        && points
        && letter.len() == 1
        && letter.bytes().all(|b| b.is_ascii_uppercase())
}

fn asked(request: &RecordTc, id: &str, requirement: &str) -> PerformAct {
    let resolution = NamedText {
        name: "tcResolution".to_owned(),
        text: request.resolution.trim().to_owned(),
    };
    PerformAct {
        id: id.to_owned(),
        act: request.act.clone(),
        from: String::new(),
        on: request.on.clone(),
        reason: request.reason.clone(),
        fields: match request.act.as_str() {
            "TC_APPROVED" => vec![resolution],
            _ => Vec::new(),
        },
        evidence: vec![EvidencePath {
            requirement: requirement.to_owned(),
            path: String::new(),
        }],
    }
}

impl Desk {
    /// Begins to write down what the Comité Técnico decided, or says what stands in its way.
    pub fn begin_tc(&mut self, request: RecordTc) -> Result<Attaching<RecordTc>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        let requirement = requirement(&request.act)?;
        let number = request.resolution.trim();
        let refused = |reason: String| Error::Refused {
            act: request.act.clone(),
            reason,
            unmet: Vec::new(),
        };
        if request.standards.is_empty() {
            return Err(refused(
                "Falta decir de qué estándares es el acuerdo.".to_owned(),
            ));
        }
        if request.act == "TC_APPROVED" && !is_resolution(number) {
            return Err(refused(format!(
                "«{number}» no tiene la forma de un acuerdo del Comité Técnico, como «SO/II-26/10,S» o «SE/III-26/05,R»: tipo de sesión, número romano y año, punto del orden del día y letra."
            )));
        }
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            for name in &request.standards {
                let id = self.office.find(writer, name)?.to_string();
                let asked = asked(&request, &id, requirement);
                self.office.judged(writer, &moment, &asked, on)?;
            }
            Ok::<_, Error>(())
        })?;
        let path = request.path.clone();
        Ok(Attaching::of_one(request, on, requirement, &path))
    }

    /// Writes it down, in the case of each.
    pub fn finish_tc(&mut self, attached: Attached<RecordTc>) -> Result<StandardsView, Error> {
        let moment = self.office.now();
        self.write_attached(&attached, |office, writer| {
            office.somebody_signs(writer)?;
            let request = attached.asked();
            let requirement = requirement(&request.act)?;
            let proofs: Vec<Proof> = attached.keep(writer)?;
            let file: Option<Digest> = proofs.first().map(|it| it.file);
            let together: Vec<Value> = request
                .standards
                .iter()
                .map(|it| it.clone().into())
                .collect();
            for name in &request.standards {
                let id = office.find(writer, name)?.to_string();
                let asked = asked(request, &id, requirement);
                let naming = |body: String| {
                    let mut said: Value =
                        serde_json::from_str(&attached.naming(body)).unwrap_or_else(|_| json!({}));
                    said["together"] = together.clone().into();
                    said.to_string()
                };
                let done = (&asked, attached.on());
                let proofs = file.map(|file| Proof {
                    requirement: requirement.to_owned(),
                    file,
                });
                office.perform(writer, &moment, done, proofs.into_iter().collect(), &naming)?;
            }
            Ok(())
        })?;
        self.standards(AskStandards {
            query: String::new(),
            state: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::is_resolution;

    #[test]
    fn a_resolution_has_the_form_that_has_been_seen() {
        for number in [
            "SO/I-07/14,R",
            "SO/I-09/02-S",
            "SO/II-12/10.01,S",
            "SO/II-24/10,S",
            "SE/III-26/05,R",
        ] {
            assert!(is_resolution(number), "{number}");
        }
        for number in [
            "",
            "SO",
            "SO/II-24/10",
            "SX/II-24/10,S",
            "SO/2-24/10,S",
            "SO/II-2024/10,S",
            "SO/II-24/1,S",
            "SO/II-24/10,s",
            "SO/II-24/10,S/x",
            "SO/II-24/10.1,S",
            "so/II-24/10,S",
        ] {
            assert!(!is_resolution(number), "{number}");
        }
    }
}
