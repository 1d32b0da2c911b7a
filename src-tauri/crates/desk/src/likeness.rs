//! What is equal to a title that somebody writes, or like it: in the register that was brought in, and
//! among the standards of this workspace.

use checks::Likeness;
use domain::catalogue::{CatalogueKind, Content, RegisterEntry, same_standard};
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use store::{Reader, Registered};

use crate::error::Error;
use crate::wire::{AskSimilar, SimilarTitle, SimilarView};
use crate::{Desk, catalogues};

/// How many are shown.
const MOST: usize = 6;

/// How many are looked at, so that leaving some out leaves enough.
const MOST_LOOKED_AT: usize = 3 * MOST;

/// The indexes that were made, and what they were made of.
#[derive(Default)]
pub(crate) struct Indexes {
    register: Option<OfRegister>,
    here: Option<OfWorkspace>,
}

/// The register that was brought in.
struct OfRegister {
    digest: Digest,
    name: String,
    entries: Vec<RegisterEntry>,
    titles: Likeness,
}

/// The standards of this workspace, as of a change.
struct OfWorkspace {
    change: (i64, u64),
    standards: Vec<Registered>,
    titles: Likeness,
}

impl Indexes {
    /// Brings the indexes up to date: each is made again only when what it is of has changed.
    fn freshen(&mut self, reader: &Reader<'_>, change: (i64, u64)) -> Result<(), Error> {
        let kept = reader.catalogue_in_use(CatalogueKind::Renec)?;
        let known = self.register.as_ref().map(|it| it.digest);
        if known != kept.as_ref().map(|it| it.digest) {
            self.register = None;
        }
        if let (None, Some(kept)) = (&self.register, kept) {
            let entries = match reader.catalogue_content(&kept)? {
                Content::Register(entries) => entries,
                Content::Classes(_) => Vec::new(), // No register is one.
            };
            self.register = Some(OfRegister {
                digest: kept.digest,
                name: catalogues::name(CatalogueKind::Renec, &kept.brought.edition),
                titles: Likeness::of(entries.iter().map(|entry| entry.title.as_str())),
                entries,
            });
        }
        if self.here.as_ref().is_some_and(|it| it.change == change) {
            return Ok(());
        }
        let standards = reader.registered()?;
        match &mut self.here {
            // Most of what is saved is no title.
            Some(here) if here.standards == standards => here.change = change,
            _ => {
                self.here = Some(OfWorkspace {
                    change,
                    titles: Likeness::of(standards.iter().map(|it| it.title.as_str())),
                    standards,
                });
            }
        }
        Ok(())
    }
}

impl Desk {
    /// The standards whose title is equal to what somebody writes, or like it.
    pub fn similar(&mut self, request: AskSimilar) -> Result<SimilarView, Error> {
        let change = self.store.change()?;
        let Desk {
            store,
            office,
            indexes,
        } = self;
        store.read(|reader| {
            indexes.freshen(reader, change)?;
            let own = match request.own.as_deref() {
                Some(id) => Some(office.find(reader, id)?),
                None => None,
            };
            let codes = match own {
                Some(id) => Codes::of(&reader.outline(id)?),
                None => Codes::default(),
            };
            let mut found = coded(indexes, &request.text, &codes);
            for like in indexes
                .here
                .iter()
                .flat_map(|here| here.titles.like(&request.text, MOST_LOOKED_AT))
            {
                let other = indexes.here.as_ref().map(|here| &here.standards[like.at]);
                let Some(other) = other.filter(|it| Some(it.id) != own && !codes.name(&it.code))
                else {
                    continue;
                };
                found.push(SimilarTitle {
                    id: Some(other.id.to_string()),
                    code: other.code.clone(),
                    level: other.level,
                    title: other.title.clone(),
                    committee: reader.row(other.id)?.committee,
                    equal: like.equal,
                    likeness: hundredths(like.likeness),
                });
            }
            let here: Vec<String> = found.iter().map(|it| it.code.clone()).collect();
            for like in indexes
                .register
                .iter()
                .flat_map(|it| it.titles.like(&request.text, MOST_LOOKED_AT))
            {
                let other = indexes.register.as_ref().map(|it| &it.entries[like.at]);
                // What is in this workspace too is shown once, as what can be opened.
                let others = other.filter(|it| !codes.name(&it.code) && !here.contains(&it.code));
                let Some(other) = others else { continue };
                found.push(of_register(other, like.equal, hundredths(like.likeness)));
            }
            // Both came the most alike first, and a sort that is stable keeps them so.
            found.sort_by_key(|it| (!it.equal, u8::MAX - it.likeness));
            found.truncate(MOST);
            Ok(SimilarView {
                register: indexes.register.as_ref().map(|it| it.name.clone()),
                found,
            })
        })
    }
}

/// The standards of the register whose code begins as typed: «EC09».
fn coded(indexes: &Indexes, typed: &str, but: &Codes) -> Vec<SimilarTitle> {
    let typed = typed.trim().to_uppercase();
    let rest = typed.trim_start_matches("EC").trim_start_matches('M');
    let code = typed.starts_with("EC")
        && !rest.is_empty()
        && rest.chars().all(|c| c.is_ascii_digit() || c == '.');
    if !code {
        return Vec::new();
    }
    let entries = indexes.register.iter().flat_map(|it| &it.entries);
    let named = entries.filter(|it| it.code.starts_with(&typed) && !but.name(&it.code));
    named
        .take(MOST)
        .map(|it| of_register(it, false, 100))
        .collect()
}

fn of_register(entry: &RegisterEntry, equal: bool, likeness: u8) -> SimilarTitle {
    SimilarTitle {
        id: None,
        code: entry.code.clone(),
        level: Some(entry.level),
        title: entry.title.clone(),
        committee: entry.committee.clone(),
        equal,
        likeness,
    }
}

/// The codes that a standard has: its own, and that of the document it was read from.
#[derive(Default)]
pub(crate) struct Codes([String; 2]);

impl Codes {
    pub(crate) fn of(standard: &CompetenceStandard) -> Codes {
        Codes([standard.code.clone(), standard.source_code.clone()])
    }

    /// Whether a code is one of them, or of another version of the same standard.
    pub(crate) fn name(&self, code: &str) -> bool {
        self.0.iter().any(|own| same_standard(own, code))
    }
}

/// The standards of the register with this very title, but for those of these codes.
pub(crate) fn registered_as(
    reader: &Reader<'_>,
    title: &str,
    but: &Codes,
) -> Result<Vec<RegisterEntry>, Error> {
    let mut found = reader.registered_as(title)?;
    found.retain(|entry| !but.name(&entry.code));
    Ok(found)
}

/// The name of the register that was brought in.
pub(crate) fn register_name(reader: &Reader<'_>) -> Result<Option<String>, Error> {
    let kept = reader.catalogue_in_use(CatalogueKind::Renec)?;
    Ok(kept.map(|it| catalogues::name(CatalogueKind::Renec, &it.brought.edition)))
}

fn hundredths(likeness: f32) -> u8 {
    let of_hundred = (likeness.clamp(0.0, 1.0) * 100.0).round();
    (0..=100)
        .find(|n| f32::from(*n) >= of_hundred)
        .unwrap_or(100)
}
