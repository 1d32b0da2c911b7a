//! What a person says of a finding of an instrument, and the report that prints it.

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ids::{EcId, PartId};
use domain::iec::AssessmentInstrument;
use domain::iec::edit::IecPart;
use domain::iec::leaf::{Leaf, leaves};
use store::{Reader, Writer};

use super::digest;
use super::received::keyless;
use crate::asides::{self, Asides, Keys, Named, without_numbers};
use crate::error::Error;
use crate::wire::{InstrumentView, SetAside, SetAsideView, TakeUp};
use crate::{Desk, Office};

/// Something a rule sees in an instrument, by its name, with what a person said of it.
pub(crate) struct Found {
    pub(crate) key: String,
    pub(crate) finding: checks::IecFinding,
    pub(crate) aside: Option<SetAsideView>,
}

/// What the rules see in an instrument, with what was set aside.
pub(crate) fn found(
    reader: &Reader<'_>,
    instrument: &AssessmentInstrument,
    standard: &CompetenceStandard,
) -> Result<Vec<Found>, Error> {
    let asides = Asides::of(reader, &instrument.id.to_string())?;
    let mut keys = Keys::default();
    let keyless = keyless(reader, instrument.id)?;
    let findings = checks::review_instrument(instrument, standard, &keyless).into_iter();
    let leaves = leaves(standard);
    let named = findings.map(|finding| {
        let part = finding.part.map_or_else(String::new, |id| id.to_string());
        let message = without_numbers(&finding.message);
        let text = text_of(instrument, &leaves, finding.part);
        let key = keys.key(&[finding.rule, &part, &message, &text]);
        Found {
            aside: asides.said(&key),
            key,
            finding,
        }
    });
    Ok(named.collect())
}

/// How many errors stand in an instrument that were not set aside.
pub(crate) fn errors(
    reader: &Reader<'_>,
    instrument: &AssessmentInstrument,
    standard: &CompetenceStandard,
) -> Result<usize, Error> {
    let found = found(reader, instrument, standard)?.into_iter();
    let standing = found.filter(|it| it.aside.is_none());
    Ok(standing
        .filter(|it| it.finding.severity == Severity::Error)
        .count())
}

/// The words of what a finding speaks of: said of others, it is another finding.
fn text_of(instrument: &AssessmentInstrument, leaves: &[Leaf], part: Option<PartId>) -> String {
    let Some(part) = part else {
        return String::new();
    };
    match instrument.part(part) {
        Some(IecPart::Item(item)) => item.text,
        Some(IecPart::Question(question)) => question.text,
        Some(IecPart::Tool(tool)) => tool.title,
        Some(IecPart::Situation(situation)) => situation.name,
        Some(IecPart::Annex(annex)) => annex.title,
        None => {
            let leaf = leaves.iter().find(|leaf| leaf.id == part);
            leaf.map_or_else(String::new, Leaf::words)
        }
    }
}

impl Desk {
    /// Sets a finding of an instrument aside: a warning or an advice with a reason, an error only as a
    /// false alarm.
    pub fn set_iec_finding_aside(&mut self, request: SetAside) -> Result<InstrumentView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let (id, instrument) = self.office.begun_of(writer, &request.id)?;
            let standard = writer.standard(id)?;
            let found = found(writer, &instrument, &standard)?;
            let named = found.iter().find(|it| it.key == request.key);
            let Found { finding, .. } = named.ok_or_else(|| asides::unknown(&request.key))?;
            let text = text_of(&instrument, &leaves(&standard), finding.part);
            let named = Named {
                rule: finding.rule,
                severity: finding.severity,
                place: match finding.label.as_str() {
                    "" => "todo el instrumento",
                    label => label,
                },
                part: finding.part.map(|id| id.to_string()),
                text: &text,
            };
            let of = (&*instrument.id.to_string(), digest(&instrument));
            self.office
                .put_aside(writer, &moment, of, &request, &named)?;
            Ok::<EcId, Error>(id)
        })?;
        self.store
            .read(|reader| self.office.instrument_view(reader, id, None))
    }

    /// Takes up again a finding of an instrument that was set aside.
    pub fn take_up_iec_finding(&mut self, request: TakeUp) -> Result<InstrumentView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let (id, instrument) = self.office.begun_of(writer, &request.id)?;
            let of = (&*instrument.id.to_string(), digest(&instrument));
            self.office.put_back(writer, &moment, of, &request.key)?;
            Ok::<EcId, Error>(id)
        })?;
        self.store
            .read(|reader| self.office.instrument_view(reader, id, None))
    }
}

impl Office {
    fn begun_of(
        &self,
        writer: &Writer<'_>,
        name: &str,
    ) -> Result<(EcId, AssessmentInstrument), Error> {
        let id = self.find(writer, name)?;
        let instrument = writer.instrument(id)?;
        let instrument = instrument.ok_or(store::Error::Missing { what: "instrument" })?;
        Ok((id, instrument))
    }

    /// What was seen in an instrument, as its report says it.
    pub(super) fn iec_report(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        (code, instrument): (String, &AssessmentInstrument),
        standard: &CompetenceStandard,
    ) -> Result<packets::ReviewReport, Error> {
        let today = self.now().today;
        let found = found(reader, instrument, standard)?.into_iter();
        let leaves = leaves(standard);
        let findings = found.map(|it| packets::ReportedFinding {
            rule: it.finding.rule.to_owned(),
            severity: crate::spanish::severity(it.finding.severity.code()).to_owned(),
            place: match it.finding.label.as_str() {
                "" => "instrumento".to_owned(),
                label => label.to_owned(),
            },
            text: text_of(instrument, &leaves, it.finding.part),
            message: it.finding.message,
            suggestion: None,
            basis: it.finding.basis.to_owned(),
            set_aside: it.aside.map(|aside| asides::reported(aside, today)),
        });
        Ok(packets::ReviewReport {
            of: packets::Reviewed::Instrument,
            code,
            title: standard.title.clone(),
            edition: digest(instrument).to_string(),
            rule_pack: self.case_pack(reader, id)?.id.clone(),
            day: today,
            findings: findings.collect(),
        })
    }
}
