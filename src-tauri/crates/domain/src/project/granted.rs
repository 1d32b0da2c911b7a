//! What the road gave a standard: its code, its days and the codes of its elements.

use chrono::NaiveDate;

use super::{Project, Stage};
use crate::ec::CompetenceStandard;
use crate::ec_case::EcState;
use crate::ecm_case::EcmState;

/// What the road gave a standard: the fields of its page that nobody types.
///
/// They are laid over the text and never written in it. The text that was approved is frozen under
/// its digest, and what is published must be that text; a code typed into it afterwards would make
/// it another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Granted {
    /// The code it was assigned; empty until it is.
    pub code: String,
    /// When the Comité Técnico approved it.
    pub approved: Option<NaiveDate>,
    /// When the gazette published it.
    pub published: Option<NaiveDate>,
    /// Whether it was found approved, so that the codes of its elements are its own.
    pub found: bool,
}

impl Granted {
    /// What the acts of a case gave since the procedure last began. `code` says which code an act
    /// carries, by its number. What was found approved has what its document says; of any other
    /// document that was read, its code, its days and the codes of its elements are the source's.
    pub fn by(
        project: &Project,
        code: impl Fn(u64) -> Option<String>,
        read: &CompetenceStandard,
    ) -> Granted {
        let anew = on_case!(project, case => case.refiled_at());
        let mut granted = Granted::default();
        for step in project.steps().iter().filter(|step| step.number >= anew) {
            let own = |code: &String| !code.is_empty();
            if step.found && step.to.is_approved() {
                granted.found = true;
                granted.approved = read.general.approval_date;
                granted.published = read.general.publication_date;
            }
            if step.found && step.to.has_code() {
                let known = || read.known_code().to_owned();
                granted.code = code(step.number).filter(own).unwrap_or_else(known);
            }
            // Of what was found, the day it came there is the best that is known.
            let day = |printed: Option<NaiveDate>| match step.found {
                true => printed.or(Some(step.on)),
                false => Some(step.on),
            };
            match step.to {
                Stage::Ec(EcState::TcApproved) | Stage::Ecm(EcmState::TcApproved) => {
                    granted.approved = day(read.general.approval_date);
                }
                Stage::Ec(EcState::Coded) | Stage::Ecm(EcmState::Coded) if !step.found => {
                    granted.code = code(step.number).unwrap_or_default();
                }
                Stage::Ec(EcState::DofPublished) | Stage::Ecm(EcmState::DofPublished) => {
                    granted.published = day(read.general.publication_date);
                }
                _ => {} // The other acts give nothing that is printed.
            }
        }
        granted
    }

    /// The standard as its page says it now: the text, and over it what the road gave. What the
    /// road has not given is blank, whatever the document said that the text was read from.
    pub fn over(&self, standard: &CompetenceStandard) -> CompetenceStandard {
        let mut standard = standard.clone();
        standard.code.clone_from(&self.code);
        if !self.found {
            for element in &mut standard.elements {
                element.code.clear();
            }
        }
        standard.general.approval_date = self.approved;
        standard.general.publication_date = self.published;
        standard
    }

    /// What a standard is called where its code is cited: by the code it was given, or as one that
    /// has none yet, and from which it was read.
    pub fn calls(&self, standard: &CompetenceStandard) -> String {
        if !self.code.is_empty() {
            return self.code.clone();
        }
        let kind = match standard.is_brand() {
            true => "ECM",
            false => "EC",
        };
        match standard.known_code() {
            "" => format!("{kind} sin código"),
            source => format!("{kind} sin código, a partir de {source}"),
        }
    }
}
