//! Writing acts: who, when, on what; and the clock that must not run backwards.

use chrono::DateTime;
use domain::act::{Act, Draft, Proof};
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::ids::EcId;
use store::{Reader, Writer};

use crate::case_views::act_name;
use crate::error::Error;
use crate::{Moment, Office};

/// The chain of the workspace itself.
pub(crate) const WORKSPACE: &str = "workspace";

/// How far behind the last act the clock may be before nothing is written: within it, clocks are
/// merely corrected.
const CLOCK_SLACK_MILLIS: i64 = 10 * 60 * 1000;

/// The digest of a standard: that of its canonical JSON.
pub(crate) fn digest(standard: &CompetenceStandard) -> Digest {
    Digest::of(&packets::document::canonical(standard))
}

/// What an act says of itself, before it is sealed.
#[derive(Default)]
pub(crate) struct Deed<'a> {
    pub(crate) act: &'a str,
    /// The day it was done on; today where it is not another.
    pub(crate) on: Option<String>,
    pub(crate) subject: Option<Digest>,
    pub(crate) result: Option<Digest>,
    pub(crate) evidence: Vec<Proof>,
    pub(crate) body: String,
}

impl Office {
    /// Seals an act at the end of a chain.
    pub(crate) fn seal(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        chain: &str,
        deed: Deed<'_>,
    ) -> Result<Act, Error> {
        let draft = self.draft(writer, moment, chain, deed)?;
        Ok(writer.append_act(chain, draft)?)
    }

    /// An act before it is sealed at the end of a chain: who, and when.
    pub(crate) fn draft(
        &self,
        reader: &Reader<'_>,
        moment: &Moment,
        chain: &str,
        deed: Deed<'_>,
    ) -> Result<Draft, Error> {
        let mut at = moment.at();
        if let Some(last) = reader.last_act(chain)? {
            at = match chain {
                // The workspace's own chain takes acts of every case: one that was dated ahead must
                // not hold the others.
                WORKSPACE => at.max(last.at),
                // Nor does a case hold any other, or one that begins.
                _ => not_before(at, &last)?,
            };
        }
        Ok(Draft {
            act: deed.act.to_owned(),
            on: deed.on.unwrap_or_else(|| moment.today.to_string()),
            at,
            by: self.signer(reader)?,
            subject: deed.subject,
            result: deed.result,
            evidence: deed.evidence,
            body: deed.body,
        })
    }

    /// Records in the workspace's own chain where a case stands after an act that matters outside.
    pub(crate) fn seal_head(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        head: &Act,
    ) -> Result<(), Error> {
        let body = serde_json::json!({ "heads": [{
            "chain": head.chain, "digest": head.digest.to_string(), "number": head.number,
        }] });
        let deed = Deed {
            act: "HEAD",
            body: body.to_string(),
            ..Deed::default()
        };
        self.seal(writer, moment, WORKSPACE, deed)?;
        Ok(())
    }

    /// The standard a person names by id, code or source code.
    pub(crate) fn find(&self, reader: &Reader<'_>, name: &str) -> Result<EcId, Error> {
        let name = name.trim();
        let found = reader.find(name)?;
        match found[..] {
            [id] => Ok(id),
            [] => Err(Error::NotFound {
                what: "un estándar",
                name: name.chars().take(80).collect(),
            }),
            _ => Err(Error::Ambiguous {
                name: name.to_owned(),
                count: found.len(),
            }),
        }
    }
}

/// The moment to write down: the clock's, or the last act's where the clock is a little behind it.
fn not_before(now: String, last: &Act) -> Result<String, Error> {
    if now >= last.at {
        return Ok(now);
    }
    let behind = match (
        DateTime::parse_from_rfc3339(&now),
        DateTime::parse_from_rfc3339(&last.at),
    ) {
        (Ok(now), Ok(last)) => (last - now).num_milliseconds(),
        _ => 0, // A moment that is none was refused when its chain came in.
    };
    if behind > CLOCK_SLACK_MILLIS {
        return Err(Error::ClockBack {
            now,
            last: last.at.clone(),
            act: last.number,
            name: act_name(&last.act),
        });
    }
    Ok(last.at.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_a_little_behind_is_corrected_and_one_far_behind_is_refused() {
        let at = "2026-07-03T10:00:00.000Z";
        let draft = Draft {
            act: "EDIT".to_owned(),
            on: "2026-07-03".to_owned(),
            at: at.to_owned(),
            by: "Elena Robles".to_owned(),
            subject: None,
            result: None,
            evidence: Vec::new(),
            body: String::new(),
        };
        let last = Act::seal("caso", None, draft);

        assert_eq!(
            not_before("2026-07-03T09:59:00.000Z".to_owned(), &last).unwrap(),
            at
        );
        let refused = not_before("2026-07-02T10:00:00.000Z".to_owned(), &last).unwrap_err();
        let says = refused.trouble().says;
        assert!(says.contains("acto 1 («Edición»)"), "{says}");
        assert!(says.contains("3 de julio de 2026"), "{says}");
    }
}
