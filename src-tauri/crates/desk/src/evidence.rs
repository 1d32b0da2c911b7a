//! What proves something: the files that were attached, and the typed part of the support file.

use std::path::Path;

use domain::act::{Act, Proof};
use domain::ec::edit::{Edit, Refusal};
use domain::ec::part::Field;
use domain::edition::Digest;
use domain::ids::EcId;
use domain::requirement;
use domain::support_file::{SolutionKind, SolutionStanding, SupportField, SupportFile};
use serde_json::json;
use store::{Reader, SUPPORT_ACT, Writer};

use crate::cases::Seen;
use crate::error::Error;
use crate::files;
use crate::proofs::{attachments, is_withdrawn, name_in};
use crate::turns::Turning;
use crate::wire::{
    ById, EvidenceView, ExportedView, SaveEvidence, SaveSupport, SolutionView, StandardView,
    SupportView, TypeSupport, WithdrawnView,
};
use crate::writing::Deed;
use crate::{Desk, Moment, Office};

/// The files attached that prove a requirement, under its id or under that of the same thing, each
/// with the act that attached it; the last one first.
pub(crate) fn proofs<'a>(
    deeds: &'a [Act],
    requirement: &str,
) -> impl Iterator<Item = (&'a Act, &'a Proof)> {
    let known = requirement::find(requirement);
    let ids: Vec<_> = known.into_iter().flat_map(|it| it.proven_under()).collect();
    let all = deeds.iter().rev().flat_map(|act| {
        let proofs = act.evidence.iter().rev();
        proofs.map(move |proof| (act, proof))
    });
    all.filter(move |(act, proof)| {
        ids.contains(&proof.requirement.as_str()) && !is_withdrawn(deeds, act, proof)
    })
}

/// A file that proves something, as it is shown.
pub(crate) fn shown(
    reader: &Reader<'_>,
    (act, proof): (&Act, &Proof),
) -> Result<EvidenceView, Error> {
    let kept = reader.evidence(&proof.file)?;
    Ok(EvidenceView {
        digest: proof.file.to_string(),
        name: name_in(act, proof).unwrap_or(kept.name),
        size: u32::try_from(kept.size).unwrap_or(u32::MAX),
        requirement: proof.requirement.clone(),
        by: act.by.clone(),
        on: crate::spanish::day_of(&act.on),
        withdrawn: None,
    })
}

/// The files that were withdrawn from a requirement, as they are shown; the last one first.
pub(crate) fn withdrawn(
    reader: &Reader<'_>,
    deeds: &[Act],
    requirement: &str,
) -> Result<Vec<EvidenceView>, Error> {
    let known = requirement::find(requirement);
    let ids: Vec<_> = known.into_iter().flat_map(|it| it.proven_under()).collect();
    let all = attachments(deeds).into_iter().rev();
    let views = all.filter(|one| ids.contains(&one.requirement));
    let views = views.filter_map(|one| {
        let (proof, act) = (one.proof(), one.withdrawn?);
        Some(shown(reader, (one.act, &proof)).map(|view| EvidenceView {
            withdrawn: Some(WithdrawnView {
                by: act.by.clone(),
                on: crate::spanish::day_of(&act.on),
                reason: one.reason(),
            }),
            ..view
        }))
    });
    views.collect()
}

impl Desk {
    /// Writes a copy of a file that proves something of a case, as it was attached.
    pub fn save_evidence(&mut self, request: SaveEvidence) -> Result<ExportedView, Error> {
        let path = Path::new(&request.path);
        let (bytes, digest) = self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let acts = reader.deeds(&id.to_string())?;
            let asked = Digest::parse(&request.digest);
            let mut proofs = acts.iter().flat_map(|act| &act.evidence);
            let proof = proofs.find(|proof| Some(proof.file) == asked);
            let proof = proof.ok_or_else(|| Error::NotFound {
                what: "en este expediente un archivo con la huella",
                name: request.digest.clone(),
            })?;
            Ok::<_, Error>((reader.evidence_bytes(&proof.file)?, proof.file))
        })?;
        files::Staged::beside(path, &bytes, request.replace, || Ok(()))?.place()?;
        Ok(ExportedView {
            path: path.display().to_string(),
            digest: digest.to_string(),
            supplied: Vec::new(),
        })
    }

    /// Writes down the typed part of the support file, and the two periods that the standard prints.
    pub fn save_support(&mut self, request: SaveSupport) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let fields = typed(&request.support).into_iter();
            let fields = fields.map(|(field, text)| (field.code().to_owned(), text));
            let typed = &request.support;
            let periods = [&typed.review_period, &typed.certificate_validity];
            let periods = PERIODS.iter().zip(periods);
            let periods = periods.map(|(field, text)| (field.code().to_owned(), text.clone()));
            let all: Vec<_> = fields.chain(periods).collect();
            self.office.type_fields(writer, &moment, id, &all)?;
            Ok::<EcId, Error>(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }

    /// Types fields of the support file, by their names.
    pub fn type_support(&mut self, request: TypeSupport) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let fields: Vec<_> = request
            .fields
            .into_iter()
            .map(|one| (one.name, one.text))
            .collect();
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            if let Some((name, _)) = fields.iter().find(|(name, _)| !is_typed(name)) {
                return Err(Error::NotFound {
                    what: "un dato del expediente soporte llamado",
                    name: name.clone(),
                });
            }
            self.office.type_fields(writer, &moment, id, &fields)?;
            Ok::<EcId, Error>(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }
}

/// The periods that are typed with the support file and printed in the standard.
const PERIODS: [Field; 2] = [Field::ReviewPeriod, Field::CertificateValidity];

/// Whether a name is that of something typed in the support file.
pub(crate) fn is_typed(name: &str) -> bool {
    SupportField::from_code(name).is_some() || PERIODS.iter().any(|field| field.code() == name)
}

/// Whether an edit writes one of those periods.
pub(crate) fn is_period(edit: &Edit) -> bool {
    matches!(edit, Edit::Write { part: None, field, .. } if PERIODS.contains(field))
}

impl Office {
    /// Types fields of the support file: those that are not of it are left to whoever asked.
    pub(crate) fn type_fields(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        fields: &[(String, String)],
    ) -> Result<(), Error> {
        let before = writer.support_file(id)?;
        let mut after = before.clone();
        let mut periods = Vec::new();
        for (name, text) in fields {
            let typed = crate::edits::checked(text, false)?;
            if let Some(field) = SupportField::from_code(name) {
                after.set(field, text).map_err(|_| Refusal::BadValue {
                    field: field.code(),
                    value: text.chars().take(80).collect(),
                })?;
            }
            if let Some(field) = PERIODS.iter().find(|field| field.code() == name) {
                periods.push((*field, typed));
            }
        }
        if after != before {
            let side = |support: &SupportFile| {
                let fields = SupportField::ALL.iter();
                let fields = fields.map(|f| (f.code().to_owned(), support.get(*f).into()));
                serde_json::Value::Object(fields.collect())
            };
            let subject = writer.support_digest(id)?;
            writer.write_support_file(id, &after)?;
            let deed = Deed {
                act: SUPPORT_ACT,
                subject: Some(subject),
                result: Some(writer.support_digest(id)?),
                body: json!({ "after": side(&after), "before": side(&before) }).to_string(),
                ..Deed::default()
            };
            self.seal(writer, moment, &id.to_string(), deed)?;
        }
        let standard = writer.standard(id)?;
        let writes = periods.into_iter().map(|(field, after)| Edit::Write {
            part: None,
            field,
            before: standard.general_text(field).unwrap_or_default(),
            after,
        });
        let changed =
            |edit: &Edit| matches!(edit, Edit::Write { before, after, .. } if before != after);
        let edits: Vec<Edit> = writes.filter(changed).collect();
        self.write_edits(writer, moment, id, &standard, &edits, Turning::Done)
    }

    pub(crate) fn support_view(
        &self,
        seen: &Seen<'_>,
        standard: &domain::ec::CompetenceStandard,
    ) -> SupportView {
        let support = &seen.facts.support;
        let people = support.certifiable_population;
        SupportView {
            certifiable_population: people.map(|n| u32::try_from(n).unwrap_or(u32::MAX)),
            population_source: support.population_source.clone(),
            certification_solutions: support
                .certification_solutions
                .iter()
                .map(|one| SolutionView {
                    name: one.name.clone(),
                    kind: one.kind.code().to_owned(),
                    accredited: one.standing == SolutionStanding::Accredited,
                })
                .collect(),
            consequence_mechanism: support.consequence_mechanism.clone(),
            review_period: standard.general.review_period.clone(),
            certificate_validity: standard.general.certificate_validity.clone(),
        }
    }
}

/// What the window sends, as the support file's fields are typed.
fn typed(support: &SupportView) -> Vec<(SupportField, String)> {
    let solutions: Vec<String> = support
        .certification_solutions
        .iter()
        .filter(|one| !one.name.trim().is_empty())
        .map(|one| {
            let kind = SolutionKind::from_code(&one.kind).unwrap_or(SolutionKind::Ece);
            let standing = if one.accredited {
                "acreditada"
            } else {
                "por acreditarse"
            };
            let name = domain::text::clean(&one.name, false);
            format!("{} | {name} | {standing}", kind.code())
        })
        .collect();
    let people = support.certifiable_population;
    vec![
        (
            SupportField::CertifiablePopulation,
            people.map_or_else(String::new, |people| people.to_string()),
        ),
        (
            SupportField::PopulationSource,
            support.population_source.clone(),
        ),
        (SupportField::CertificationSolution, solutions.join("\n")),
        (
            SupportField::ConsequenceMechanism,
            support.consequence_mechanism.clone(),
        ),
    ]
}
