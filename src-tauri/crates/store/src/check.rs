//! Whether the workspace is what it was: pages, rows, chains, frozen documents, evidence, drafts.
//!
//! A check never stops at the first thing it finds, and never fails for what it finds: what cannot
//! even be read is a problem among the others.

use std::collections::{HashMap, HashSet};

use domain::act::{self, Act, Break};
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::ids::EcId;
use domain::support_file::SupportFile;

use crate::support_files::SUPPORT_ACT;
use crate::{Error, Head, Reader};

mod beside;

/// The word of an act of the workspace that changed its settings; its result is
/// [`Reader::settings_digest`] afterwards.
pub const SETTINGS_ACT: &str = "SETTINGS";

/// The chain of the workspace itself.
pub const WORKSPACE_CHAIN: &str = "workspace";

/// Something that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// SQLite finds the file damaged, in its own words.
    File {
        /// Those words.
        says: String,
    },
    /// A table, an index or a trigger is not the one we made: what keeps the acts may be gone.
    Schema {
        /// Its name.
        name: String,
    },
    /// A row names another that is not there.
    Orphan {
        /// In which table.
        table: String,
    },
    /// A chain is broken.
    Chain {
        /// Which one.
        chain: String,
        /// How.
        broken: Break,
    },
    /// A chain ends before, or elsewhere than, where the workspace recorded it.
    Head {
        /// Which one.
        chain: String,
        /// The act that was recorded.
        number: u64,
    },
    /// A frozen document is not what its digest says.
    Edition {
        /// Which one.
        digest: Digest,
    },
    /// A file is not what its digest says.
    Evidence {
        /// Which one.
        digest: Digest,
    },
    /// An act names a file, or a frozen document, that is not here.
    EvidenceMissing {
        /// In which chain.
        chain: String,
        /// Which act.
        number: u64,
        /// Which file.
        digest: Digest,
    },
    /// What an act froze, or what was said of a finding, is not what the acts of the case say.
    Beside {
        /// In which chain.
        chain: String,
        /// What, in Spanish.
        what: &'static str,
    },
    /// A draft is not what its last act left, or no act says what it left.
    Draft {
        /// Which standard.
        ec: EcId,
    },
    /// A support file is not what its last act left.
    SupportFile {
        /// Of which standard.
        ec: EcId,
    },
    /// The settings are not what their last act left.
    Settings,
    /// Something could not be read.
    Unreadable {
        /// What.
        what: String,
    },
}

impl Reader<'_> {
    /// Everything that is not what it was. `digest` is the one by which acts name a standard.
    pub fn check(
        &self,
        digest: &dyn Fn(&CompetenceStandard) -> Digest,
    ) -> Result<Vec<Problem>, Error> {
        let mut problems = Vec::new();
        self.check_file(&mut problems);
        self.check_schema(&mut problems);
        let chains = self.check_chains(&mut problems);
        self.check_documents(&chains, &mut problems);
        self.check_drafts(&chains, digest, &mut problems);
        self.check_settings(&chains, &mut problems);
        Ok(problems)
    }

    /// The state of the pages and of what rows name.
    fn check_file(&self, problems: &mut Vec<Problem>) {
        let said = || -> Result<Vec<String>, Error> {
            let mut statement = self.tx.prepare("PRAGMA integrity_check")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let lost = || -> Result<Vec<String>, Error> {
            let mut statement = self.tx.prepare("PRAGMA foreign_key_check")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let mut take = |found: Result<Vec<String>, Error>, problem: fn(String) -> Problem| {
            let found = found.unwrap_or_else(|error| vec![error.to_string()]);
            problems.extend(found.into_iter().filter(|says| says != "ok").map(problem));
        };
        take(said(), |says| Problem::File { says });
        take(lost(), |table| Problem::Orphan { table });
    }

    fn check_chains(&self, problems: &mut Vec<Problem>) -> HashMap<String, Vec<Act>> {
        let names = self.chains().unwrap_or_else(|error| {
            problems.push(unreadable("chains", &error));
            Vec::new()
        });
        let mut chains = HashMap::new();
        for name in names {
            match self.acts(&name) {
                Ok(acts) => {
                    if let Err(broken) = act::verify(&acts) {
                        problems.push(Problem::Chain {
                            chain: name.clone(),
                            broken,
                        });
                    }
                    chains.insert(name, acts);
                }
                Err(error) => problems.push(unreadable(&name, &error)),
            }
        }
        self.check_heads(&chains, problems);
        chains
    }

    /// What the workspace recorded of its chains still stands in them.
    fn check_heads(&self, chains: &HashMap<String, Vec<Act>>, problems: &mut Vec<Problem>) {
        let recorded = self.recorded_heads().unwrap_or_else(|error| {
            problems.push(unreadable("heads", &error));
            Vec::new()
        });
        for head in recorded {
            let at = usize::try_from(head.number).unwrap_or(usize::MAX);
            let stands = chains
                .get(&head.chain)
                .and_then(|acts| acts.get(at.wrapping_sub(1)))
                .is_some_and(|act| act.digest == head.digest);
            if !stands {
                problems.push(Problem::Head {
                    chain: head.chain,
                    number: head.number,
                });
            }
        }
    }

    /// Every head that an act of the workspace recorded: see [`Reader::heads_text`].
    fn recorded_heads(&self) -> Result<Vec<Head>, Error> {
        let mut statement = self.tx.prepare(
            "SELECT head.value ->> '$.chain'  AS name,
                    head.value ->> '$.number' AS number,
                    head.value ->> '$.digest' AS digest
               FROM act
               JOIN chain ON chain.key = act.chain AND chain.name = :workspace
               JOIN json_each(iif(json_valid(act.body), act.body, '{}'), '$.heads') AS head
              WHERE head.type = 'object'
              ORDER BY act.number, head.key",
        )?;
        let mut rows = statement.query([WORKSPACE_CHAIN])?;
        let mut heads = Vec::new();
        while let Some(row) = rows.next()? {
            let digest: String = row.get("digest")?;
            heads.push(Head {
                chain: row.get("name")?,
                number: row.get("number")?,
                digest: Digest::parse(&digest).ok_or(Error::Corrupt { what: "head" })?,
            });
        }
        Ok(heads)
    }

    /// Where the chains of the cases stand, as canonical JSON: the body of an act of the workspace
    /// that records them. Whatever such an act recorded is compared with the chains ever after.
    pub fn heads_text(&self) -> Result<String, Error> {
        let mut quote = self.tx.prepare_cached("SELECT json_quote(?1)")?;
        let mut heads = Vec::new();
        for head in self.heads()? {
            if head.chain != WORKSPACE_CHAIN {
                let chain: String = quote.query_row([&head.chain], |row| row.get(0))?;
                let (digest, number) = (head.digest, head.number);
                heads.push(format!(
                    "{{\"chain\":{chain},\"digest\":\"{digest}\",\"number\":{number}}}"
                ));
            }
        }
        Ok(format!("{{\"heads\":[{}]}}", heads.join(",")))
    }

    fn check_documents(&self, chains: &HashMap<String, Vec<Act>>, problems: &mut Vec<Problem>) {
        let mut here = HashSet::new();
        match self.edition_digests() {
            Ok(digests) => {
                for digest in digests {
                    here.insert(digest);
                    if self.edition(&digest).is_err() {
                        problems.push(Problem::Edition { digest });
                    }
                }
            }
            Err(error) => problems.push(unreadable("editions", &error)),
        }
        match self.evidence_digests() {
            Ok(digests) => {
                for digest in digests {
                    here.insert(digest);
                    if self.evidence_to(&digest, &mut std::io::sink()).is_err() {
                        problems.push(Problem::Evidence { digest });
                    }
                }
            }
            Err(error) => problems.push(unreadable("evidence", &error)),
        }
        let mut acts: Vec<&Act> = chains.values().flatten().collect();
        acts.sort_by_key(|act| (&act.chain, act.number));
        for act in acts {
            for proof in act.evidence.iter().filter(|it| !here.contains(&it.file)) {
                problems.push(Problem::EvidenceMissing {
                    chain: act.chain.clone(),
                    number: act.number,
                    digest: proof.file,
                });
            }
        }
    }

    fn check_drafts(
        &self,
        chains: &HashMap<String, Vec<Act>>,
        digest: &dyn Fn(&CompetenceStandard) -> Digest,
        problems: &mut Vec<Problem>,
    ) {
        let ids = self.ec_ids().unwrap_or_else(|error| {
            problems.push(unreadable("standards", &error));
            Vec::new()
        });
        for ec in ids {
            let left = chains
                .get(&ec.to_string())
                .and_then(|acts| left_by(acts, |act| act.act != SUPPORT_ACT));
            match self.standard(ec) {
                Ok(draft) if left == Some(digest(&draft)) => {}
                Ok(_) => problems.push(Problem::Draft { ec }),
                Err(error) => problems.push(unreadable(&ec.to_string(), &error)),
            }
            let typed = chains
                .get(&ec.to_string())
                .and_then(|acts| left_by(acts, |act| act.act == SUPPORT_ACT));
            let support = self.support_digest(ec);
            if support.as_ref().is_ok_and(|now| typed != Some(*now))
                && (typed.is_some()
                    || !self
                        .support_file(ec)
                        .is_ok_and(|it| it == SupportFile::default()))
            {
                problems.push(Problem::SupportFile { ec });
            }
            let acts = chains.get(&ec.to_string()).map_or(&[][..], Vec::as_slice);
            let frozen = self.check_editions(ec, acts, problems);
            for read in [
                support.map(drop),
                frozen,
                self.check_said(ec, acts, problems),
            ] {
                if let Err(error) = read {
                    problems.push(unreadable(&ec.to_string(), &error));
                }
            }
        }
    }

    fn check_settings(&self, chains: &HashMap<String, Vec<Act>>, problems: &mut Vec<Problem>) {
        let left = chains
            .get(WORKSPACE_CHAIN)
            .and_then(|acts| left_by(acts, |act| act.act == SETTINGS_ACT));
        // Where no act set anything, nothing is set.
        let left = left.unwrap_or_else(|| Digest::of(b""));
        match self.settings_digest() {
            Ok(now) if left == now => {}
            Ok(_) => problems.push(Problem::Settings),
            Err(error) => problems.push(unreadable("settings", &error)),
        }
    }
}

/// What the last of these acts left, that left something.
fn left_by(acts: &[Act], which: impl Fn(&Act) -> bool) -> Option<Digest> {
    let mut newest = acts.iter().rev().filter(|act| which(act));
    newest.find_map(|act| act.result)
}

fn unreadable(what: &str, error: &Error) -> Problem {
    Problem::Unreadable {
        what: format!("{what}: {error}"),
    }
}
