//! What the reviewer sees, and what a person says of it.

use std::collections::{HashMap, HashSet};

use checks::{Beside, Context, Finding, Registered, Remedy};
use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::ids::{EcId, PartId};
use domain::rule_pack::RulePack;
use store::{Reader, SET_ASIDE_ACT, SetAside as Kept, TAKEN_UP_ACT, Withdrawal};

use crate::asides::{self, Keys};
use crate::error::Error;
use crate::importing::ReadFile;
use crate::profile;
use crate::wire::{
    ById, FindingCounts, FindingView, ListView, PlaceView, ReviewView, RuleView, SetAside,
    SetAsideView, StandardView, TakeUp,
};
use crate::writing::Deed;
use crate::{Desk, Office, catalogues, likeness};

/// How often a rule says the same of one place: a text of a hundred thousand characters would
/// otherwise have as many findings as words.
const MOST_AT_ONE_PLACE: usize = 20;

/// What stands in a standard's way, once the findings that persons set aside are taken off.
pub(crate) struct Review {
    pub(crate) findings: Vec<FindingView>,
    pub(crate) counts: FindingCounts,
}

impl Desk {
    /// Reviews a standard of the workspace.
    pub fn check(&mut self, request: ById) -> Result<ReviewView, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let standard = reader.standard(id)?;
            let pack = self.office.case_pack(reader, id)?;
            let review = self.office.review(reader, Some(id), &standard, pack)?;
            let row = reader.row(id)?;
            let mut known = [row.code, row.source_code].into_iter();
            let code = known.find(|code| !code.is_empty());
            Ok(ReviewView {
                standard: code.unwrap_or_else(|| id.to_string()),
                rule_pack: pack.id.clone(),
                checked_at: moment.at(),
                findings: review.findings,
            })
        })
    }

    /// Reviews a file that was read, without taking it in.
    pub fn check_read(&mut self, read: ReadFile) -> Result<ReviewView, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            let standard = &read.reading.standard;
            let pack = self.office.pack(moment.today);
            let review = self.office.review(reader, None, standard, pack)?;
            let code = standard.known_code();
            Ok(ReviewView {
                standard: if code.is_empty() {
                    read.name.clone()
                } else {
                    code.to_owned()
                },
                rule_pack: pack.id.clone(),
                checked_at: moment.at(),
                findings: review.findings,
            })
        })
    }

    /// Sets a finding aside: a warning or an advice with a reason, an error only as a false alarm.
    pub fn set_aside(&mut self, request: SetAside) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let standard = writer.standard(id)?;
            let pack = self.office.case_pack(writer, id)?;
            let review = self.office.review(writer, Some(id), &standard, pack)?;
            let mut findings = review.findings.into_iter();
            let finding = findings
                .find(|finding| finding.key == request.key)
                .ok_or_else(|| asides::unknown(&request.key))?;
            let asides::Asked { kind, reason } = asides::asked(&request, &finding.severity)?;
            let by = self.office.signer(writer)?;
            let part = finding.part.as_deref().and_then(|part| part.parse().ok());
            writer.set_aside(&Kept {
                ec: id,
                rule: finding.rule.clone(),
                place: finding.label.clone(),
                part,
                fingerprint: fingerprint(&request.key),
                kind,
                by,
                reason: reason.clone(),
                at: moment.at(),
            })?;
            let body = serde_json::json!({
                "key": request.key, "kind": kind.code(), "part": finding.part,
                "place": finding.label, "reason": reason, "rule": finding.rule,
                "text": finding.text,
            });
            let deed = Deed {
                act: SET_ASIDE_ACT,
                body: body.to_string(),
                subject: Some(crate::writing::digest(&standard)),
                result: Some(crate::writing::digest(&standard)),
                ..Deed::default()
            };
            self.office.seal(writer, &moment, &id.to_string(), deed)?;
            Ok::<EcId, Error>(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }

    /// Takes up again a finding that was set aside.
    pub fn take_up(&mut self, request: TakeUp) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let print = fingerprint(&request.key);
            let kept = writer.set_asides(id)?.into_iter().rev();
            let mut standing = kept
                .filter(|(_, kept, withdrawn)| withdrawn.is_none() && kept.fingerprint == print);
            let (key, kept, _) = standing
                .next()
                .ok_or_else(|| asides::unknown(&request.key))?;
            let by = self.office.signer(writer)?;
            writer.withdraw(
                key,
                &Withdrawal {
                    by,
                    reason: String::new(),
                    at: moment.at(),
                },
            )?;
            let standard = crate::writing::digest(&writer.standard(id)?);
            let body = serde_json::json!({
                "key": request.key, "place": kept.place, "rule": kept.rule,
            });
            let deed = Deed {
                act: TAKEN_UP_ACT,
                body: body.to_string(),
                subject: Some(standard),
                result: Some(standard),
                ..Deed::default()
            };
            self.office.seal(writer, &moment, &id.to_string(), deed)?;
            Ok::<EcId, Error>(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }

    /// Every rule, for the help.
    pub fn rules(&mut self, _: crate::wire::Nothing) -> Result<Vec<RuleView>, Error> {
        let pack = self.office.pack(self.office.now().today);
        let weighed = |id: &str, severity: Severity| {
            let severity = pack.severity(id).unwrap_or(severity);
            severity.code().to_owned()
        };
        let whole = |why: &str, heuristic: &str| [why, heuristic].join(" ").trim().to_owned();
        let all = checks::CATALOGUE.iter().chain(checks::ACROSS);
        let of_standards = all.map(|rule| RuleView {
            id: rule.id.to_owned(),
            severity: weighed(rule.id, rule.severity),
            title: rule.title.to_owned(),
            why: whole(rule.why, rule.heuristic),
            wrong: rule.wrong.to_owned(),
            right: rule.right.to_owned(),
            basis: rule.basis.to_owned(),
        });
        let of_maps = checks::MAP_CATALOGUE.iter().map(|rule| RuleView {
            id: rule.id.to_owned(),
            severity: weighed(rule.id, rule.severity),
            title: rule.title.to_owned(),
            why: whole(rule.why, rule.heuristic),
            wrong: rule.wrong.to_owned(),
            right: rule.right.to_owned(),
            basis: rule.basis.to_owned(),
        });
        let of_instruments = checks::IEC_CATALOGUE.iter().map(|rule| RuleView {
            id: rule.id.to_owned(),
            severity: weighed(rule.id, rule.severity),
            title: rule.title.to_owned(),
            why: whole(rule.why, rule.heuristic),
            wrong: String::new(),
            right: String::new(),
            basis: rule.basis.to_owned(),
        });
        let of_all = of_standards.chain(of_maps).chain(of_instruments);
        Ok(of_all.collect())
    }
}

impl Office {
    /// What the rules find in a standard, each finding with its key.
    pub(crate) fn found(
        &self,
        reader: &Reader<'_>,
        id: Option<EcId>,
        standard: &CompetenceStandard,
        pack: &RulePack,
    ) -> Result<Vec<(String, Finding)>, Error> {
        let mut registered: Vec<Registered> = reader
            .registered()?
            .into_iter()
            .filter(|other| Some(other.id) != id)
            .map(|other| Registered {
                code: other.code,
                title: other.title,
                level: other.level,
            })
            .collect();
        // What the source was given is no fault of a draft, which does not show it.
        let shown = match id {
            Some(id) => self.reviewed(reader, id, standard)?,
            None => standard.clone(),
        };
        let own = likeness::Codes::of(standard);
        let same = likeness::registered_as(reader, &shown.title, &own)?;
        registered.extend(same.into_iter().map(|entry| Registered {
            code: entry.code,
            title: entry.title,
            level: Some(entry.level),
        }));
        let near = self.near(reader, &shown.title, &own)?;
        let instrument = id.map(|id| reader.instrument(id)).transpose()?.flatten();
        let traced = id.map(|id| traced(reader, id)).transpose()?.flatten();
        let lists = catalogues::official(reader, &shown)?;
        let context = Context {
            pack,
            registered: &registered,
            near: near.as_ref(),
            beside: Beside {
                instrument: instrument.as_ref(),
                traced: traced.as_ref(),
            },
            lists: &lists,
        };
        Ok(keyed(checks::review(&shown, &context)))
    }

    /// The review of a standard, with what persons said of its findings.
    pub(crate) fn review(
        &self,
        reader: &Reader<'_>,
        id: Option<EcId>,
        standard: &CompetenceStandard,
        pack: &RulePack,
    ) -> Result<Review, Error> {
        let found = self.found(reader, id, standard, pack)?;
        let kept = match id {
            Some(id) => reader.set_asides(id)?,
            None => Vec::new(),
        };
        let mut across = 0;
        let mut tally = Vec::with_capacity(found.len());
        let findings = found
            .into_iter()
            .map(|(key, finding)| {
                let said = said_of(&kept, &key).map(|kept| SetAsideView {
                    kind: kept.kind.code().to_owned(),
                    by: kept.by.clone(),
                    reason: kept.reason.clone(),
                    on: kept.at.chars().take(10).collect(),
                    at: crate::spanish::day_of(&kept.at),
                });
                let beside = checks::ACROSS.iter().any(|rule| rule.id == finding.rule);
                if beside && said.is_none() && finding.severity == Severity::Error {
                    across += 1;
                }
                tally.push((finding.severity, said.is_some()));
                view(finding, key, said)
            })
            .collect();
        let mut counts = asides::counted(tally.into_iter());
        counts.across = across;
        Ok(Review { findings, counts })
    }
}

/// The elements that the map of a standard leads to; nothing where it came from no map.
fn traced(reader: &Reader<'_>, id: EcId) -> Result<Option<HashSet<PartId>>, Error> {
    let Some(map) = reader.map_of(id)? else {
        return Ok(None);
    };
    let map = reader.map(map)?;
    let placed = map.placed().into_iter();
    Ok(Some(
        placed.filter_map(|it| it.function.link.element).collect(),
    ))
}

/// What a person said of a finding, and did not take back.
pub(crate) fn said_of<'a>(
    kept: &'a [(i64, Kept, Option<Withdrawal>)],
    key: &str,
) -> Option<&'a Kept> {
    let print = fingerprint(key);
    let mut latest = kept.iter().rev();
    latest
        .find(|(_, kept, withdrawn)| kept.fingerprint == print && withdrawn.is_none())
        .map(|(_, kept, _)| kept)
}

/// The findings with their keys, not too many of one rule at one place.
fn keyed(findings: Vec<Finding>) -> Vec<(String, Finding)> {
    let mut seen = Keys::default();
    let mut crowded = HashMap::new();
    let findings = findings.into_iter().filter(|finding| {
        let place = (finding.rule, finding.place.to_string());
        let so_far: &mut usize = crowded.entry(place).or_default();
        *so_far += 1;
        *so_far <= MOST_AT_ONE_PLACE
    });
    findings
        .map(|finding| (key_of(&finding, &mut seen), finding))
        .collect()
}

/// What names a finding while its text stays: rule, part, field, words; and which of several alike.
fn key_of(finding: &Finding, seen: &mut Keys) -> String {
    let target = finding.target;
    let part = target
        .and_then(|t| t.part)
        .map(|p| p.to_string())
        .unwrap_or_default();
    let field = target
        .and_then(|t| t.field)
        .map_or("", |field| field.code());
    let place = match part.is_empty() {
        true => finding.place.to_string(),
        false => String::new(),
    };
    seen.key(&[
        finding.rule,
        &part,
        field,
        &place,
        &finding.text,
        &finding.message,
    ])
}

fn fingerprint(key: &str) -> Digest {
    Digest::of(key.as_bytes())
}

fn view(finding: Finding, key: String, set_aside: Option<SetAsideView>) -> FindingView {
    let target = finding.target;
    let list = match &finding.remedy {
        Remedy::Renumber(list) | Remedy::Sort(list) => Some(ListView {
            owner: list.owner.map(|owner| owner.to_string()),
            list: list.list.code().to_owned(),
        }),
        Remedy::None | Remedy::Replace | Remedy::AdoptForm | Remedy::AddColon(_) => None,
    };
    let remedy = match &finding.remedy {
        Remedy::None => "NONE",
        Remedy::Replace => "REPLACE",
        Remedy::AdoptForm if finding.rule == profile::RULE => "ADOPT_PROFILE",
        Remedy::AdoptForm => "ADOPT_FORM",
        Remedy::Renumber(_) => "RENUMBER",
        Remedy::Sort(_) => "SORT",
        Remedy::AddColon(_) => "ADD_COLON",
    };
    let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    FindingView {
        key,
        rule: finding.rule.to_owned(),
        severity: finding.severity.code().to_owned(),
        label: finding.place.to_string(),
        place: PlaceView {
            element: finding.place.element,
            kind: finding.place.kind.map(|kind| kind.code().to_owned()),
            number: finding.place.number,
            characteristic: finding.place.characteristic,
            field: finding.place.field.map(ToOwned::to_owned),
        },
        part: target.and_then(|t| t.part).map(|part| part.to_string()),
        field: target
            .and_then(|t| t.field)
            .map(|field| field.code().to_owned()),
        span: finding.span.map(|(from, to)| (short(from), short(to))),
        text: finding.text,
        message: finding.message,
        suggestion: finding.suggestion,
        remedy: remedy.to_owned(),
        list,
        basis: finding.basis.to_owned(),
        set_aside,
    }
}
