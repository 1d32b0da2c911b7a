//! Whether maps and instruments are what their last acts left.

use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::functional_map::FunctionalMap;
use domain::iec::AssessmentInstrument;

use super::{Problem, left_by, unreadable};
use crate::{Error, Reader};

/// The digests by which acts name what they left.
#[derive(Clone, Copy)]
pub struct Digests<'a> {
    /// Of a standard.
    pub standard: &'a dyn Fn(&CompetenceStandard) -> Digest,
    /// Of a map.
    pub map: &'a dyn Fn(&FunctionalMap) -> Digest,
    /// Of an instrument.
    pub instrument: &'a dyn Fn(&AssessmentInstrument) -> Digest,
}

impl Reader<'_> {
    /// Every map and every instrument against its own chain.
    pub(super) fn check_drawn(&self, digests: Digests<'_>, problems: &mut Vec<Problem>) {
        let maps = self.maps().unwrap_or_else(|error| {
            problems.push(unreadable("maps", &error));
            Vec::new()
        });
        for row in maps {
            let chain = row.id.to_string();
            let now = self.map(row.id).map(|map| (digests.map)(&map));
            self.compare_drawn(chain, "el mapa funcional", now, problems);
        }
        let standards = self.ec_ids().unwrap_or_else(|error| {
            problems.push(unreadable("standards", &error));
            Vec::new()
        });
        for ec in standards {
            match self.instrument(ec) {
                Ok(Some(instrument)) => {
                    let chain = instrument.id.to_string();
                    let now = Ok((digests.instrument)(&instrument));
                    self.compare_drawn(chain, "el instrumento de evaluación", now, problems);
                }
                Ok(None) => {}
                Err(error) => problems.push(unreadable(&ec.to_string(), &error)),
            }
        }
    }

    fn compare_drawn(
        &self,
        chain: String,
        what: &'static str,
        now: Result<Digest, Error>,
        problems: &mut Vec<Problem>,
    ) {
        let left = self.acts(&chain).map(|acts| left_by(&acts, |_| true));
        match (now, left) {
            (Ok(now), Ok(left)) if left == Some(now) => {}
            (Ok(_), Ok(_)) => problems.push(Problem::Drawn { chain, what }),
            (Err(error), _) | (_, Err(error)) => problems.push(unreadable(&chain, &error)),
        }
    }
}
