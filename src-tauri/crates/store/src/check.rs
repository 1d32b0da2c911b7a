//! Whether the workspace is what it was: pages, rows, chains, frozen documents, evidence, drafts.
//!
//! A check never stops at the first thing it finds, and never fails for what it finds: what cannot
//! even be read is a problem among the others.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use domain::act::{self, Act, Break};
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::ids::EcId;
use domain::support_file::SupportFile;

use crate::support_files::SUPPORT_ACT;
use crate::{Error, Head, Reader};

mod beside;
mod drawn;
mod listed;

pub use drawn::Digests;

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
    /// A map or an instrument is not what its last act left.
    Drawn {
        /// Its chain.
        chain: String,
        /// What it is, in Spanish.
        what: &'static str,
    },
    /// A support file is not what its last act left.
    SupportFile {
        /// Of which standard.
        ec: EcId,
    },
    /// The settings are not what their last act left.
    Settings,
    /// An official list is not what was brought in, or no act says that it was.
    Catalogues,
    /// Something could not be read.
    Unreadable {
        /// What.
        what: String,
    },
}

/// What a part of a check looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The pages of a table.
    Pages(String),
    /// What rows name, and the schema.
    Schema,
    /// A chain, and what its acts left.
    Chain(String),
    /// A frozen document.
    Edition(Digest),
    /// A file.
    Evidence(Digest),
    /// The maps and the instruments.
    Drawn,
    /// What acts stand on, and what was recorded of chains that are gone.
    Links,
}

/// A check of the whole workspace, a part at a time: whoever writes is let in between two parts.
///
/// What is added meanwhile is not looked at, and makes nothing fail: chains only grow, evidence only
/// comes, and what an act left is compared in the same look as the act.
#[derive(Debug)]
pub struct Check {
    parts: VecDeque<Part>,
    of: usize,
    /// What the workspace had recorded of its chains when the check began, until they are seen.
    recorded: BTreeMap<String, Vec<Head>>,
    standards: HashSet<String>,
    /// What acts stand on: in which chain, which act, which file.
    proofs: Vec<(String, u64, Digest)>,
    acts: u64,
    problems: Vec<Problem>,
}

impl Check {
    /// Begins: what there is to look at.
    pub fn begin(reader: &Reader<'_>) -> Check {
        let mut problems = Vec::new();
        let mut heard = |what: &str, error: &Error| problems.push(unreadable(what, error));
        let tables = reader.tables().unwrap_or_else(|error| {
            heard("tables", &error);
            Vec::new()
        });
        let chains = reader.chains().unwrap_or_else(|error| {
            heard("chains", &error);
            Vec::new()
        });
        let standards = reader.ec_ids().unwrap_or_else(|error| {
            heard("standards", &error);
            Vec::new()
        });
        let editions = reader.edition_digests().unwrap_or_else(|error| {
            heard("editions", &error);
            Vec::new()
        });
        let evidence = reader.evidence_digests().unwrap_or_else(|error| {
            heard("evidence", &error);
            Vec::new()
        });
        let heads = reader.recorded_heads().unwrap_or_else(|error| {
            heard("heads", &error);
            Vec::new()
        });
        let mut recorded: BTreeMap<String, Vec<Head>> = BTreeMap::new();
        for head in heads {
            recorded.entry(head.chain.clone()).or_default().push(head);
        }
        let standards: Vec<String> = standards.iter().map(ToString::to_string).collect();
        // A standard without acts is looked at too; and so are the settings, where no act set them.
        let mut all: BTreeSet<String> = chains.into_iter().chain(standards.clone()).collect();
        all.insert(WORKSPACE_CHAIN.to_owned());
        let parts = tables.into_iter().map(Part::Pages);
        let parts = parts.chain([Part::Schema]);
        let parts = parts.chain(all.into_iter().map(Part::Chain));
        let parts = parts.chain(editions.into_iter().map(Part::Edition));
        let parts = parts.chain(evidence.into_iter().map(Part::Evidence));
        let parts: VecDeque<Part> = parts.chain([Part::Drawn, Part::Links]).collect();
        Check {
            of: parts.len(),
            parts,
            recorded,
            standards: standards.into_iter().collect(),
            proofs: Vec::new(),
            acts: 0,
            problems,
        }
    }

    /// What is looked at next, how many parts are behind, and how many there are; nothing when all of
    /// them are.
    pub fn next(&self) -> Option<(&Part, usize, usize)> {
        let next = self.parts.front()?;
        Some((next, self.of - self.parts.len(), self.of))
    }

    /// Looks at it.
    pub fn look(&mut self, reader: &Reader<'_>, digests: Digests<'_>) {
        match self.parts.pop_front() {
            Some(Part::Pages(table)) => self.pages(reader, &table),
            Some(Part::Schema) => self.schema(reader),
            Some(Part::Chain(name)) => self.chain(reader, name, digests.standard),
            Some(Part::Edition(digest)) => self.whole(
                reader.edition(&digest).map(drop),
                Problem::Edition { digest },
            ),
            Some(Part::Evidence(digest)) => self.whole(
                reader.evidence_to(&digest, &mut std::io::sink()).map(drop),
                Problem::Evidence { digest },
            ),
            Some(Part::Drawn) => reader.check_drawn(digests, &mut self.problems),
            Some(Part::Links) => self.links(reader),
            None => {} // All of it was looked at.
        }
    }

    /// How many acts were looked at, and everything that is not what it was.
    pub fn end(self) -> (u64, Vec<Problem>) {
        (self.acts, self.problems)
    }

    fn whole(&mut self, read: Result<(), Error>, problem: Problem) {
        if read.is_err() {
            self.problems.push(problem);
        }
    }

    /// The state of the pages of a table and of its indexes.
    fn pages(&mut self, reader: &Reader<'_>, table: &str) {
        let said = || -> Result<Vec<String>, Error> {
            let table = table.replace('"', "\"\"");
            let check = format!("PRAGMA integrity_check(\"{table}\")");
            let mut statement = reader.tx.prepare(&check)?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let said = said().unwrap_or_else(|error| vec![error.to_string()]);
        let said = said.into_iter().filter(|says| says != "ok");
        self.problems
            .extend(said.map(|says| Problem::File { says }));
    }

    fn schema(&mut self, reader: &Reader<'_>) {
        let lost = || -> Result<Vec<String>, Error> {
            let mut statement = reader.tx.prepare("PRAGMA foreign_key_check")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let lost = lost().unwrap_or_else(|error| vec![error.to_string()]);
        let lost = lost.into_iter().map(|table| Problem::Orphan { table });
        self.problems.extend(lost);
        reader.check_schema(&mut self.problems);
    }

    /// A chain holds, has what was recorded of it, and left what is there.
    fn chain(
        &mut self,
        reader: &Reader<'_>,
        name: String,
        digest: &dyn Fn(&CompetenceStandard) -> Digest,
    ) {
        let acts = match reader.acts(&name) {
            Ok(acts) => acts,
            Err(error) => return self.problems.push(unreadable(&name, &error)),
        };
        if let Err(broken) = act::verify(&acts) {
            let chain = name.clone();
            self.problems.push(Problem::Chain { chain, broken });
        }
        self.acts += u64::try_from(acts.len()).unwrap_or(u64::MAX);
        for head in self.recorded.remove(&name).unwrap_or_default() {
            let at = usize::try_from(head.number).unwrap_or(usize::MAX);
            let act = acts.get(at.wrapping_sub(1));
            if act.is_none_or(|act| act.digest != head.digest) {
                self.problems.push(gone(head));
            }
        }
        let proofs = acts.iter().flat_map(|act| {
            let proofs = act.evidence.iter();
            proofs.map(move |proof| (act.chain.clone(), act.number, proof.file))
        });
        self.proofs.extend(proofs);
        if name == WORKSPACE_CHAIN {
            reader.check_settings(&acts, &mut self.problems);
            reader.check_catalogues(&acts, &mut self.problems);
        }
        if let (true, Ok(ec)) = (self.standards.contains(&name), name.parse()) {
            reader.check_draft(ec, &acts, digest, &mut self.problems);
        }
    }

    /// What acts name is here; and no chain is gone of which something was recorded.
    fn links(&mut self, reader: &Reader<'_>) {
        let here = reader.edition_digests().and_then(|mut digests| {
            digests.extend(reader.evidence_digests()?);
            Ok(digests.into_iter().collect::<HashSet<Digest>>())
        });
        let here = here.unwrap_or_else(|error| {
            self.problems.push(unreadable("evidence", &error));
            HashSet::new()
        });
        let proofs = std::mem::take(&mut self.proofs).into_iter();
        let missing = proofs.filter(|(.., file)| !here.contains(file));
        self.problems.extend(
            missing.map(|(chain, number, digest)| Problem::EvidenceMissing {
                chain,
                number,
                digest,
            }),
        );
        let recorded = std::mem::take(&mut self.recorded);
        self.problems
            .extend(recorded.into_values().flatten().map(gone));
    }
}

fn gone(head: Head) -> Problem {
    Problem::Head {
        chain: head.chain,
        number: head.number,
    }
}

impl Reader<'_> {
    /// Every table that has pages, the schema's own among them.
    fn tables(&self) -> Result<Vec<String>, Error> {
        let mut statement = self.tx.prepare(
            "SELECT 'sqlite_schema'
              UNION ALL
             SELECT name FROM sqlite_schema WHERE type = 'table'",
        )?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
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

    fn check_draft(
        &self,
        ec: EcId,
        acts: &[Act],
        digest: &dyn Fn(&CompetenceStandard) -> Digest,
        problems: &mut Vec<Problem>,
    ) {
        let left = left_by(acts, |act| act.act != SUPPORT_ACT);
        match self.standard(ec) {
            Ok(draft) if left == Some(digest(&draft)) => {}
            Ok(_) => problems.push(Problem::Draft { ec }),
            Err(error) => problems.push(unreadable(&ec.to_string(), &error)),
        }
        let typed = left_by(acts, |act| act.act == SUPPORT_ACT);
        let support = self.support_digest(ec);
        if support.as_ref().is_ok_and(|now| typed != Some(*now))
            && (typed.is_some()
                || !self
                    .support_file(ec)
                    .is_ok_and(|it| it == SupportFile::default()))
        {
            problems.push(Problem::SupportFile { ec });
        }
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

    fn check_settings(&self, acts: &[Act], problems: &mut Vec<Problem>) {
        let left = left_by(acts, |act| act.act == SETTINGS_ACT);
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
