//! A chain of acts as JSON, whole: what was sealed and each seal, so that a stranger can check them.

use domain::act::{Act, Proof};
use domain::edition::Digest;
use serde::{Deserialize, Serialize};

/// One act, as a packet carries it. The seal is that of the RFC 8785 form of this object without
/// `digest`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ActRecord {
    act: String,
    at: String,
    body: String,
    by: String,
    chain: String,
    digest: String,
    evidence: Vec<ProofRecord>,
    number: u64,
    on: String,
    previous: Option<String>,
    result: Option<String>,
    subject: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ProofRecord {
    file: String,
    requirement: String,
}

/// The acts of a chain as JSON, oldest first.
pub fn chain_json(acts: &[Act]) -> Vec<u8> {
    let text = |digest: &Option<Digest>| digest.map(|digest| digest.to_string());
    let records: Vec<ActRecord> = acts
        .iter()
        .map(|act| ActRecord {
            act: act.act.clone(),
            at: act.at.clone(),
            body: act.body.clone(),
            by: act.by.clone(),
            chain: act.chain.clone(),
            digest: act.digest.to_string(),
            evidence: act
                .evidence
                .iter()
                .map(|proof| ProofRecord {
                    file: proof.file.to_string(),
                    requirement: proof.requirement.clone(),
                })
                .collect(),
            number: act.number,
            on: act.on.clone(),
            previous: text(&act.previous),
            result: text(&act.result),
            subject: text(&act.subject),
        })
        .collect();
    serde_json::to_vec_pretty(&records).expect("acts are plain data, which always has a JSON form")
}

/// The acts of a chain from its JSON; nothing where that is not one. Its seals are not checked here.
pub fn chain_from_json(bytes: &[u8]) -> Option<Vec<Act>> {
    let records: Vec<ActRecord> = serde_json::from_slice(bytes).ok()?;
    let digest = |text: &Option<String>| match text {
        Some(text) => Digest::parse(text).map(Some),
        None => Some(None),
    };
    records
        .into_iter()
        .map(|record| {
            let proofs = record.evidence.iter().map(|proof| {
                Some(Proof {
                    requirement: proof.requirement.clone(),
                    file: Digest::parse(&proof.file)?,
                })
            });
            Some(Act {
                evidence: proofs.collect::<Option<_>>()?,
                previous: digest(&record.previous)?,
                result: digest(&record.result)?,
                subject: digest(&record.subject)?,
                digest: Digest::parse(&record.digest)?,
                chain: record.chain,
                number: record.number,
                act: record.act,
                on: record.on,
                at: record.at,
                by: record.by,
                body: record.body,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::act::Draft;

    use super::*;

    fn act() -> Act {
        let draft = Draft {
            act: "PROPOSED".to_owned(),
            on: "2026-07-03".to_owned(),
            at: "2026-07-03T10:00:00.000Z".to_owned(),
            by: "Íñigo «el otro»\n".to_owned(),
            result: Some(Digest::of(b"r")),
            evidence: vec![Proof {
                requirement: "EC-SUP-1".to_owned(),
                file: Digest::of(b"aval"),
            }],
            body: "{\"origin\":\"BLANK\"}".to_owned(),
            ..Draft::default()
        };
        Act::seal("caso", None, draft)
    }

    #[test]
    fn a_chain_comes_back_as_it_was() {
        assert_eq!(chain_from_json(&chain_json(&[act()])), Some(vec![act()]));
        assert_eq!(chain_from_json(b"[{}]"), None);
    }

    #[test]
    fn a_stranger_can_compute_the_seal_from_the_json() {
        let json = chain_json(&[act()]);
        let mut one: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let object = one[0].as_object_mut().unwrap();

        let seal = object.remove("digest").unwrap();

        let canonical = serde_json_canonicalizer::to_vec(object).unwrap();
        assert_eq!(seal, Digest::of(&canonical).to_string());
    }
}
