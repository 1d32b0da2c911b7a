//! What is equal to a title that somebody writes, or like it: in the register that was brought in, and
//! among the standards of this workspace.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use checks::{Alike, Likeness, Near};
use domain::catalogue::{CatalogueKind, Content, RegisterEntry, same_standard};
use domain::ec::CompetenceStandard;
use domain::edition::Digest;
use domain::ids::PartId;
use store::{Catalogue, Reader, Registered};

use crate::error::Error;
use crate::wire::{AskSimilar, SimilarTitle, SimilarView};
use crate::{Desk, Office, catalogues};

/// How many are shown.
const MOST: usize = 6;

/// How many are looked at, so that leaving some out leaves enough.
const MOST_LOOKED_AT: usize = 3 * MOST;

/// From how many hundredths on a title says nearly the same as another.
const NEARLY: u8 = 90;

/// From how many hundredths on a function is like a title.
const RATHER: u8 = 60;

/// How many questions of a review are remembered: functions and titles are asked at every key.
const REMEMBERED: usize = 5_000;

/// The indexes that were made, and what they were made of.
#[derive(Default)]
pub(crate) struct Indexes(Mutex<Made>);

#[derive(Default)]
struct Made {
    register: Option<OfRegister>,
    here: Option<OfWorkspace>,
}

/// The register that was brought in.
struct OfRegister {
    digest: Digest,
    name: String,
    entries: Arc<Vec<RegisterEntry>>,
    /// Made beside the work at the desk: a register of 150,000 takes a second.
    titles: Arc<OnceLock<Likeness>>,
    /// What a review asked already.
    asked: HashMap<String, Vec<Alike>>,
}

/// The standards of this workspace, as of a change.
struct OfWorkspace {
    change: (i64, u64),
    standards: Vec<Registered>,
    titles: Likeness,
}

impl OfRegister {
    /// Reads the register, and has its index made.
    fn begun(reader: &Reader<'_>, kept: &Catalogue) -> Result<OfRegister, Error> {
        let entries = match reader.catalogue_content(kept)? {
            Content::Register(entries) => entries,
            Content::Classes(_) => Vec::new(), // No register is one.
        };
        let register = OfRegister {
            digest: kept.digest,
            name: catalogues::name(CatalogueKind::Renec, &kept.brought.edition),
            entries: Arc::new(entries),
            titles: Arc::default(),
            asked: HashMap::new(),
        };
        let (entries, titles) = (Arc::clone(&register.entries), Arc::clone(&register.titles));
        // Where no thread can be had, whoever asks first makes it.
        let _ = thread::Builder::new().spawn(move || {
            titles.get_or_init(|| index(&entries));
        });
        Ok(register)
    }

    /// The index; nothing while it is being made, unless that is waited for.
    fn titles(&self, waits: bool) -> Option<&Likeness> {
        match waits {
            true => Some(self.titles.get_or_init(|| index(&self.entries))),
            false => self.titles.get(),
        }
    }

    /// What is like a text, as a review asks it.
    fn like(&mut self, text: &str, waits: bool) -> Vec<Alike> {
        if let Some(known) = self.asked.get(text) {
            return known.clone();
        }
        let Some(titles) = self.titles(waits) else {
            return Vec::new();
        };
        let found = titles.like(text, MOST);
        if self.asked.len() >= REMEMBERED {
            self.asked.clear();
        }
        self.asked.insert(text.to_owned(), found.clone());
        found
    }

    /// What is most like a text and not equal to it, from so many hundredths on.
    fn nearest(&mut self, text: &str, but: &Codes, least: u8, waits: bool) -> Option<Near> {
        let found = self.like(text, waits).into_iter();
        let near = found.filter(|it| !it.equal && hundredths(it.likeness) >= least);
        let mut entries = near.map(|it| &self.entries[it.at]);
        let nearest = entries.find(|entry| !but.name(&entry.code))?;
        Some(Near {
            other: checks::Registered {
                code: nearest.code.clone(),
                title: nearest.title.clone(),
                level: Some(nearest.level),
            },
            committee: nearest.committee.clone(),
        })
    }
}

fn index(entries: &[RegisterEntry]) -> Likeness {
    Likeness::of(entries.iter().map(|entry| entry.title.as_str()))
}

impl Made {
    /// Brings the index of the register up to date: it is made again only when the register changed.
    fn freshen_register(&mut self, reader: &Reader<'_>) -> Result<(), Error> {
        let kept = reader.catalogue_in_use(CatalogueKind::Renec)?;
        let known = self.register.as_ref().map(|it| it.digest);
        if known != kept.as_ref().map(|it| it.digest) {
            let begun = kept.map(|kept| OfRegister::begun(reader, &kept));
            self.register = begun.transpose()?;
        }
        Ok(())
    }

    /// The same of the standards of this workspace.
    fn freshen_here(&mut self, reader: &Reader<'_>, change: (i64, u64)) -> Result<(), Error> {
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

impl Indexes {
    fn made(&self) -> MutexGuard<'_, Made> {
        // What a thread left half made is made again when it is found to be old.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Office {
    /// The standard of the register whose title says nearly the same as this one, if any.
    pub(crate) fn near(
        &self,
        reader: &Reader<'_>,
        title: &str,
        but: &Codes,
    ) -> Result<Option<Near>, Error> {
        let mut made = self.indexes.made();
        made.freshen_register(reader)?;
        let register = made.register.as_mut();
        Ok(register.and_then(|it| it.nearest(title, but, NEARLY, !self.meanwhile)))
    }

    /// For each of some functions, the standard of the register that is most like it, if any is.
    pub(crate) fn like_functions<'a>(
        &self,
        reader: &Reader<'_>,
        functions: impl Iterator<Item = (PartId, &'a str)>,
    ) -> Result<HashMap<PartId, Near>, Error> {
        let mut made = self.indexes.made();
        made.freshen_register(reader)?;
        let Some(register) = &mut made.register else {
            return Ok(HashMap::new());
        };
        let none = Codes::default();
        let mut nearest = |text: &str| register.nearest(text, &none, RATHER, !self.meanwhile);
        let near = functions.filter_map(|(id, text)| Some((id, nearest(text)?)));
        Ok(near.collect())
    }
}

impl Desk {
    /// The standards whose title is equal to what somebody writes, or like it.
    pub fn similar(&mut self, request: AskSimilar) -> Result<SimilarView, Error> {
        let change = self.store.change()?;
        let Desk { store, office } = self;
        store.read(|reader| {
            let mut made = office.indexes.made();
            made.freshen_register(reader)?;
            made.freshen_here(reader, change)?;
            let made = &*made;
            let register = made.register.as_ref();
            let titles = register.and_then(|it| it.titles(!office.meanwhile));
            let own = match request.own.as_deref() {
                Some(id) => Some(office.find(reader, id)?),
                None => None,
            };
            let codes = match own {
                Some(id) => Codes::of(&reader.outline(id)?),
                None => Codes::default(),
            };
            let mut found = coded(made, &request.text, &codes);
            for like in made
                .here
                .iter()
                .flat_map(|here| here.titles.like(&request.text, MOST_LOOKED_AT))
            {
                let other = made.here.as_ref().map(|here| &here.standards[like.at]);
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
            for like in titles
                .iter()
                .flat_map(|titles| titles.like(&request.text, MOST_LOOKED_AT))
            {
                let other = register.map(|it| &it.entries[like.at]);
                // What is in this workspace too is shown once, as what can be opened.
                let others = other.filter(|it| !codes.name(&it.code) && !here.contains(&it.code));
                let Some(other) = others else { continue };
                found.push(of_register(other, like.equal, hundredths(like.likeness)));
            }
            // Both came the most alike first, and a sort that is stable keeps them so.
            found.sort_by_key(|it| (!it.equal, u8::MAX - it.likeness));
            found.truncate(MOST);
            Ok(SimilarView {
                register: register.map(|it| it.name.clone()),
                preparing: register.is_some() && titles.is_none(),
                found,
            })
        })
    }
}

/// The standards of the register whose code begins as typed: «EC09».
fn coded(made: &Made, typed: &str, but: &Codes) -> Vec<SimilarTitle> {
    let typed = typed.trim().to_uppercase();
    let rest = typed.trim_start_matches("EC").trim_start_matches('M');
    let code = typed.starts_with("EC")
        && !rest.is_empty()
        && rest.chars().all(|c| c.is_ascii_digit() || c == '.');
    if !code {
        return Vec::new();
    }
    let entries = made.register.iter().flat_map(|it| it.entries.iter());
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
