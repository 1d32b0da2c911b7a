//! What the papers of a packet say of its case: what was required, what proves it and who put it
//! there; and what the reviewer saw.

use chrono::NaiveDate;
use domain::act::Act;
use domain::calendar::in_words;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;
use domain::ec_case::Destination;
use domain::requirement::{self, MetBy, Typed};
use domain::support_file::SupportField;
use packets::{CaseSheet, DoneAct, Proof, ReportedFinding, Requirement, ReviewReport, Reviewed};
use store::{Reader, SUPPORT_ACT};

use super::{PACKET, addressee};
use crate::asides;
use crate::case_views::{met_view, typed_words};
use crate::cases::Seen;
use crate::error::Error;
use crate::journal::Entry;
use crate::proofs::attachments;
use crate::wire::FindingView;
use crate::writing::digest;
use crate::{history, spanish};

/// The sheet of a case. `chain` is the whole of it: what was typed is told by its edits.
pub(super) fn case_sheet(
    reader: &Reader<'_>,
    seen: &Seen<'_>,
    chain: &[Act],
    standard: &CompetenceStandard,
    (destination, day): (Destination, NaiveDate),
) -> Result<CaseSheet, Error> {
    let needs = seen
        .case
        .packet_requirements(destination)
        .unwrap_or_default();
    let requirements = needs.iter().map(|id| {
        Ok(Requirement {
            id: (*id).to_owned(),
            says: crate::proofs::called(id).to_owned(),
            basis: seen.pack.basis(id),
            proofs: proofs(reader, seen, chain, id)?,
        })
    });
    let acts = seen
        .deeds
        .iter()
        .filter(|act| act.act != PACKET)
        .map(|act| DoneAct {
            number: u32::try_from(act.number).unwrap_or(u32::MAX),
            says: history::sentence(act),
            by: act.by.clone(),
            on: act.on.parse().unwrap_or(day),
            digest: act.digest.to_string(),
        });
    Ok(CaseSheet {
        code: seen.granted(standard).calls(standard),
        title: standard.title.clone(),
        case: seen.id.to_string(),
        stage: seen.case.stage().says().to_owned(),
        addressee: addressee(destination).to_owned(),
        rule_pack: seen.pack.id.clone(),
        edition: digest(standard).to_string(),
        day,
        acts: acts.collect(),
        requirements: requirements.collect::<Result<_, Error>>()?,
    })
}

/// Everything that proves a requirement, and what was withdrawn of it.
fn proofs(
    reader: &Reader<'_>,
    seen: &Seen<'_>,
    chain: &[Act],
    id: &str,
) -> Result<Vec<Proof>, Error> {
    let mut proofs = Vec::new();
    let all = attachments(&seen.deeds);
    let known = requirement::find(id);
    let ids: Vec<&str> = known.into_iter().flat_map(|it| it.proven_under()).collect();
    let of_it = || all.iter().filter(|one| ids.contains(&one.requirement));
    for one in of_it() {
        let mut how = format!("Lo adjuntó {}", who_and_when(one.act));
        let mut what = one.name(reader)?;
        if let Some(withdrawn) = one.withdrawn {
            what = format!("Retirado, no prueba nada: {what}");
            how = format!(
                "{how}. Lo retiró {}: {}",
                who_and_when(withdrawn),
                one.reason()
            );
        }
        let digest = Some(one.file.to_string());
        proofs.push(Proof { what, digest, how });
    }
    let stands = of_it().any(|one| one.withdrawn.is_none());
    let met_by = known.map(|it| it.met_by);
    let typed = match met_by {
        Some(MetBy::Typed(typed) | MetBy::TypedOrFile(typed)) => typed_proofs(seen, chain, typed),
        _ => Vec::new(), // The others are not typed.
    };
    if typed.is_empty() && !stands {
        let how = match met_by {
            Some(MetBy::Stage) => moved_by(seen),
            _ => "Lo comprobó Cauce al armar el paquete".to_owned(), // Nobody said it: it is computed.
        };
        let what = met_view(reader, seen, id)?.proof;
        proofs.push(Proof {
            what,
            digest: None,
            how,
        });
    }
    proofs.extend(typed);
    Ok(proofs)
}

/// Who did the act that brought the case where it stands.
fn moved_by(seen: &Seen<'_>) -> String {
    let steps = seen.case.steps();
    let last = steps.last().map(|step| step.number);
    let act = seen.deeds.iter().find(|act| Some(act.number) == last);
    act.map_or_else(String::new, |act| {
        format!("El acto lo anotó {}", who_and_when(act))
    })
}

/// What was typed for a requirement: each datum with whoever typed it last.
fn typed_proofs(seen: &Seen<'_>, chain: &[Act], typed: Typed) -> Vec<Proof> {
    let support = |field: SupportField| support_act(chain, field);
    let data = match typed {
        Typed::CertifiablePopulation => {
            let source = support(SupportField::PopulationSource);
            let people = support(SupportField::CertifiablePopulation);
            vec![(typed_words(seen, typed), people.max_by_number(source))]
        }
        Typed::CertificationSolution => vec![(
            typed_words(seen, typed),
            support(SupportField::CertificationSolution),
        )],
        Typed::ConsequenceMechanism => vec![(
            typed_words(seen, typed),
            support(SupportField::ConsequenceMechanism),
        )],
        Typed::Periods => [
            (Field::ReviewPeriod, &seen.facts.review_period),
            (Field::CertificateValidity, &seen.facts.certificate_validity),
        ]
        .map(|(field, text)| {
            let said = match text.is_empty() {
                true => String::new(),
                false => format!("{}: {text}", spanish::place(field.code())),
            };
            (said, edit_act(chain, field))
        })
        .to_vec(),
    };
    let said = data.into_iter().filter(|(what, _)| !what.trim().is_empty());
    said.map(|(what, act)| Proof {
        what,
        digest: None,
        how: match (act, chain.first()) {
            (Some(act), _) => format!("Lo capturó {}", who_and_when(act)),
            (None, Some(first)) => format!(
                "Está en el texto desde que el caso empezó; lo abrió {}",
                who_and_when(first)
            ),
            (None, None) => String::new(), // A case has a first act.
        },
    })
    .collect()
}

/// The later of two acts.
trait Later<'a> {
    fn max_by_number(self, other: Option<&'a Act>) -> Option<&'a Act>;
}

impl<'a> Later<'a> for Option<&'a Act> {
    fn max_by_number(self, other: Option<&'a Act>) -> Option<&'a Act> {
        [self, other]
            .into_iter()
            .flatten()
            .max_by_key(|act| act.number)
    }
}

/// The last act that changed a field of the support file.
fn support_act(chain: &[Act], field: SupportField) -> Option<&Act> {
    chain.iter().rev().find(|act| {
        let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
        let side = |side: &str| body[side][field.code()].clone();
        act.act == SUPPORT_ACT && side("after") != side("before")
    })
}

/// The last act that wrote a field of the general data.
fn edit_act(chain: &[Act], field: Field) -> Option<&Act> {
    let edits = chain
        .iter()
        .rev()
        .filter(|act| matches!(act.act.as_str(), "EDIT" | "UNDO" | "REDO"));
    let mut writes = edits.filter(|act| {
        Entry::parse(&act.body).is_some_and(|entry| entry.writes_general(field.code()))
    });
    writes.next()
}

fn who_and_when(act: &Act) -> String {
    let day: Option<NaiveDate> = act.on.parse().ok();
    match day {
        Some(day) => format!("{}, {}", act.by, in_words(day)),
        None => act.by.clone(),
    }
}

pub(super) fn report(
    standard: &CompetenceStandard,
    seen: &Seen<'_>,
    findings: &[FindingView],
    day: NaiveDate,
) -> ReviewReport {
    let findings = findings.iter().map(|finding| ReportedFinding {
        rule: finding.rule.clone(),
        severity: spanish::severity(&finding.severity).to_owned(),
        place: spanish::place(&finding.label).to_owned(),
        text: finding.text.clone(),
        message: finding.message.clone(),
        suggestion: finding.suggestion.clone(),
        basis: finding.basis.clone(),
        set_aside: finding
            .set_aside
            .clone()
            .map(|aside| asides::reported(aside, day)),
    });
    ReviewReport {
        of: Reviewed::Standard,
        code: seen.granted(standard).calls(standard),
        title: standard.title.clone(),
        edition: digest(standard).to_string(),
        rule_pack: seen.pack.id.clone(),
        day,
        findings: findings.collect(),
    }
}
