//! A packet: everything the next office asks for, or the list of what is missing.

use domain::ec_case::Destination;
use domain::waiting::packet_lacks;
use store::Reader;

use crate::Office;
use crate::cases::{Seen, unmet_view};
use crate::error::Error;
use crate::wire::{PacketMade, PacketStanding};

impl Office {
    /// What each packet of a case still lacks, and those made so far.
    pub(crate) fn packet_standings(
        &self,
        _reader: &Reader<'_>,
        seen: &Seen<'_>,
    ) -> Result<Vec<PacketStanding>, Error> {
        let moment = self.now();
        let standings = Destination::ALL.iter().filter_map(|destination| {
            let lacks = packet_lacks(&seen.case, *destination, &seen.scene())?;
            let made = seen.deeds.iter().rev().filter(|act| act.act == "PACKET");
            let made = made.filter_map(|act| {
                let body: serde_json::Value = serde_json::from_str(&act.body).ok()?;
                let word = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
                (word("destination") == destination.code()).then(|| PacketMade {
                    at: moment.said(&act.at),
                    by: act.by.clone(),
                    name: word("name"),
                    digest: act.digest.to_string(),
                })
            });
            Some(PacketStanding {
                destination: destination.code().to_owned(),
                ready: lacks.is_empty(),
                made: made.collect(),
                unmet: lacks.iter().map(unmet_view).collect(),
            })
        });
        Ok(standings.collect())
    }
}
