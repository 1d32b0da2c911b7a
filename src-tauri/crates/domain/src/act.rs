//! What was done, by whom, when, and on what: one sealed act after another.
//!
//! A case is a chain of acts. Each carries the digest of what it acted on and the digest of the act
//! before it, so that a changed byte anywhere breaks the chain from there on. The seal is taken over
//! a canonical JSON object (RFC 8785), which any office can compute without this app.

use std::fmt::Write as _;

use crate::edition::Digest;

/// One act of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The chain: the id of a case, or of the workspace.
    pub chain: String,
    /// Its place in the chain, from 1.
    pub number: u64,
    /// What was done: the state it leads to, or a word of its own (`EDIT`).
    pub act: String,
    /// The day it was done on, `YYYY-MM-DD`.
    pub on: String,
    /// The moment it was written down, in UTC, `YYYY-MM-DDThh:mm:ss.mmmZ`.
    pub at: String,
    /// Who did it.
    pub by: String,
    /// What it acted on, if it acted on a document.
    pub subject: Option<Digest>,
    /// What the document was afterwards, if it changed.
    pub result: Option<Digest>,
    /// What proves it: the requirement it meets, and the file.
    pub evidence: Vec<Proof>,
    /// What else there is to say of it, as canonical JSON; empty if nothing.
    pub body: String,
    /// The seal of the act before it; nothing for the first.
    pub previous: Option<Digest>,
    /// The seal of this one.
    pub digest: Digest,
}

/// A file that meets a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The requirement's id.
    pub requirement: String,
    /// The file's digest.
    pub file: Digest,
}

/// An act before it is sealed into a chain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// What was done.
    pub act: String,
    /// The day it was done on.
    pub on: String,
    /// The moment it was written down.
    pub at: String,
    /// Who did it.
    pub by: String,
    /// What it acted on.
    pub subject: Option<Digest>,
    /// What the document was afterwards.
    pub result: Option<Digest>,
    /// What proves it.
    pub evidence: Vec<Proof>,
    /// What else there is to say of it.
    pub body: String,
}

/// How a chain is broken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// The act's own seal is not that of what it says.
    #[error("act {number} is not what was sealed")]
    Altered {
        /// Which act.
        number: u64,
    },
    /// An act is missing, doubled or out of place.
    #[error("act {number} does not follow the one before")]
    OutOfPlace {
        /// Which act.
        number: u64,
    },
}

impl Act {
    /// Seals a draft as the act after `last`.
    pub fn seal(chain: &str, last: Option<&Act>, draft: Draft) -> Act {
        let number = last.map_or(1, |last| last.number + 1);
        Act::seal_after(chain, number, last.map(|last| last.digest), draft)
    }

    /// Seals a draft as act `number`, after the act whose seal is `previous`.
    pub fn seal_after(chain: &str, number: u64, previous: Option<Digest>, draft: Draft) -> Act {
        let mut act = Act {
            chain: chain.to_owned(),
            number,
            act: draft.act,
            on: draft.on,
            at: draft.at,
            by: draft.by,
            subject: draft.subject,
            result: draft.result,
            evidence: draft.evidence,
            body: draft.body,
            previous,
            digest: Digest([0; 32]),
        };
        act.digest = Digest::of(act.sealed_text().as_bytes());
        act
    }

    /// The canonical JSON over which the seal is taken: every field but the seal, keys in order.
    pub fn sealed_text(&self) -> String {
        let mut out = String::from("{");
        let text = |out: &mut String, key: &str, value: &str| {
            quote(out, key);
            out.push(':');
            quote(out, value);
            out.push(',');
        };
        let digest = |out: &mut String, key: &str, value: Option<Digest>| {
            quote(out, key);
            match value {
                Some(value) => {
                    out.push(':');
                    quote(out, &value.to_string());
                    out.push(',');
                }
                None => out.push_str(":null,"),
            }
        };
        text(&mut out, "act", &self.act);
        text(&mut out, "at", &self.at);
        text(&mut out, "body", &self.body);
        text(&mut out, "by", &self.by);
        text(&mut out, "chain", &self.chain);
        out.push_str("\"evidence\":[");
        for (i, proof) in self.evidence.iter().enumerate() {
            out.push_str(if i > 0 { ",{" } else { "{" });
            quote(&mut out, "file");
            out.push(':');
            quote(&mut out, &proof.file.to_string());
            out.push(',');
            quote(&mut out, "requirement");
            out.push(':');
            quote(&mut out, &proof.requirement);
            out.push('}');
        }
        out.push_str("],");
        let _ = write!(out, "\"number\":{},", self.number);
        text(&mut out, "on", &self.on);
        digest(&mut out, "previous", self.previous);
        digest(&mut out, "result", self.result);
        digest(&mut out, "subject", self.subject);
        out.pop();
        out.push('}');
        out
    }
}

/// Checks a whole chain, from its first act.
pub fn verify(chain: &[Act]) -> Result<(), Break> {
    let mut previous = None;
    for (act, number) in chain.iter().zip(1..) {
        if act.number != number || act.previous != previous || act.chain != chain[0].chain {
            return Err(Break::OutOfPlace { number });
        }
        if Digest::of(act.sealed_text().as_bytes()) != act.digest {
            return Err(Break::Altered { number });
        }
        previous = Some(act.digest);
    }
    Ok(())
}

/// A string as RFC 8785 writes it.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> Vec<Act> {
        let mut chain: Vec<Act> = Vec::new();
        for (act, by) in [
            ("PROPOSED", "Ana"),
            ("EDIT", "Ana «la \"jefa\"»\n"),
            ("GTE_READY", "Íñigo"),
        ] {
            let draft = Draft {
                act: act.to_owned(),
                on: "2026-07-03".to_owned(),
                at: "2026-07-03T10:00:00.000Z".to_owned(),
                by: by.to_owned(),
                evidence: vec![Proof {
                    requirement: "EC-SUP-1".to_owned(),
                    file: Digest::of(b"aval"),
                }],
                ..Draft::default()
            };
            let sealed = Act::seal("caso", chain.last(), draft);
            chain.push(sealed);
        }
        chain
    }

    #[test]
    fn a_chain_as_it_was_sealed_is_sound() {
        assert_eq!(verify(&three()), Ok(()));
    }

    #[test]
    fn a_changed_word_breaks_the_chain_where_it_was_changed() {
        let mut chain = three();
        chain[1].by = "Eva".to_owned();

        assert_eq!(verify(&chain), Err(Break::Altered { number: 2 }));
    }

    #[test]
    fn a_missing_act_breaks_the_chain() {
        let mut chain = three();
        chain.remove(1);

        assert_eq!(verify(&chain), Err(Break::OutOfPlace { number: 2 }));
    }

    #[test]
    fn an_act_sealed_again_breaks_the_one_after() {
        let mut chain = three();
        chain[0].by = "Eva".to_owned();
        chain[0].digest = Digest::of(chain[0].sealed_text().as_bytes());

        assert_eq!(verify(&chain), Err(Break::OutOfPlace { number: 2 }));
    }
}
