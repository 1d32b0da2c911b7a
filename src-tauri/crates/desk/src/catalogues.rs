//! The official lists: what is here, and what is found in them.

use std::collections::HashMap;

use checks::OfficialList;
use domain::catalogue::{CatalogueKind, Class, continues};
use domain::ec::CompetenceStandard;
use domain::ec::edit::Edit;
use domain::ec::part::{Field, List, ListOf, Part};
use domain::ids::Ids;
use store::{Catalogue, Reader};

use crate::error::Error;
use crate::wire::{
    AskClasses, CatalogueView, CataloguesView, ClassView, ClassesView, LevelView, Nothing, PackView,
};
use crate::{Desk, edits};

mod bringing;
mod words;

pub use bringing::{Bringing, ReadList};
pub(crate) use words::name;

/// How many entries of a classification are shown while somebody types.
const MOST: usize = 12;

impl Desk {
    /// The lists that are here.
    pub fn catalogues(&mut self, _: Nothing) -> Result<CataloguesView, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            let mut seen = Vec::new();
            let all = reader.catalogues()?.into_iter();
            let views = all.map(|it| {
                let kind = it.brought.kind;
                let in_use = !seen.contains(&kind);
                seen.push(kind);
                CatalogueView {
                    kind: kind.code().to_owned(),
                    name: name(kind, &it.brought.edition),
                    edition: it.brought.edition,
                    entries: u32::try_from(it.entries).unwrap_or(u32::MAX),
                    in_use,
                    file: it.brought.file,
                    by: it.brought.by,
                    at: moment.said(&it.brought.at),
                }
            });
            Ok(CataloguesView {
                catalogues: views.collect(),
            })
        })
    }

    /// The short lists that come with the rules in force.
    pub fn rule_pack(&mut self, _: Nothing) -> Result<PackView, Error> {
        let pack = self.office.pack(self.office.now().today);
        let levels = pack.levels.iter().map(|level| LevelView {
            number: level.number,
            word: level.word.clone(),
            text: level.text.clone(),
            confirmed: level.confirmed,
        });
        Ok(PackView {
            id: pack.id.clone(),
            levels: levels.collect(),
            attitudes: pack.attitudes.clone(),
        })
    }

    /// The entries of a classification that somebody may mean.
    pub fn classes(&mut self, request: AskClasses) -> Result<ClassesView, Error> {
        let kind = kind_of(&request.kind)?;
        self.store.read(|reader| {
            let Some(kept) = reader.catalogue_in_use(kind)? else {
                return Ok(ClassesView {
                    name: None,
                    classes: Vec::new(),
                });
            };
            let mut ranks = kind.ranks().iter();
            let rank = match request.level.as_str() {
                "" => None,
                level => Some(ranks.position(|rank| rank.word == level).ok_or_else(|| {
                    Error::NotFound {
                        what: "un nivel",
                        name: edits::shortened(level),
                    }
                })?),
            };
            let found = reader.classes_like(&kept, &request.query, rank, MOST)?;
            let views = found.into_iter().map(|class| {
                let above = above(reader, &kept, &class)?;
                Ok(ClassView {
                    level: kind.ranks()[class.rank].name.to_owned(),
                    above: above
                        .iter()
                        .map(|it| format!("{} {}", it.code, it.name))
                        .collect(),
                    code: class.code,
                    name: class.name,
                })
            });
            Ok(ClassesView {
                name: Some(name(kind, &kept.brought.edition)),
                classes: views.collect::<Result<_, Error>>()?,
            })
        })
    }
}

/// A list by the word that people type for it, in any capitals.
pub(crate) fn kind_of(word: &str) -> Result<CatalogueKind, Error> {
    CatalogueKind::from_code(&word.trim().to_uppercase()).ok_or_else(|| Error::NotFound {
        what: "un catálogo",
        name: edits::shortened(word),
    })
}

/// The entries above one, from the top.
fn above(reader: &Reader<'_>, of: &Catalogue, class: &Class) -> Result<Vec<Class>, Error> {
    let mut path = Vec::new();
    let mut parent = class.parent.clone();
    // Each is one level higher: a list that was brought in has no circle.
    while let (false, Some(found)) = (parent.is_empty(), reader.class(of, &parent)?) {
        parent.clone_from(&found.parent);
        path.insert(0, found);
    }
    Ok(path)
}

/// What the editions that were brought in call the codes of a standard, those in use first.
pub(crate) fn official(
    reader: &Reader<'_>,
    standard: &CompetenceStandard,
) -> Result<Vec<OfficialList>, Error> {
    let scian = &standard.general.scian;
    let of_scian = [
        &scian.sectors,
        &scian.subsectors,
        &scian.branches,
        &scian.subbranches,
        &scian.industry_classes,
    ];
    let mut lists = Vec::new();
    for kept in reader.catalogues()? {
        let kind = kept.brought.kind;
        let entries = match kind {
            CatalogueKind::Scian => of_scian.into_iter().flatten().collect(),
            CatalogueKind::Sinco => standard.general.sinco_unit_groups.iter().collect(),
            CatalogueKind::Renec => continue,
        };
        let entries: Vec<&domain::ec::Classified> = entries;
        let mut names = HashMap::new();
        for entry in entries {
            // A rule reads the code as it is written, and a range by its official hyphen.
            let written = entry.code.trim().trim_end_matches(['.', ':']);
            if let Some(class) = reader.class(&kept, &written.replace('–', "-"))? {
                names.insert(written.to_owned(), class.name);
            }
        }
        lists.push(OfficialList {
            kind,
            name: name(kind, &kept.brought.edition),
            names,
        });
    }
    Ok(lists)
}

/// Where the entries of a level stand in a standard.
fn list_of(kind: CatalogueKind, rank: usize) -> Option<List> {
    let scian = [
        List::Sectors,
        List::Subsectors,
        List::Branches,
        List::Subbranches,
        List::IndustryClasses,
    ];
    match kind {
        CatalogueKind::Scian => scian.get(rank).copied(),
        CatalogueKind::Sinco => (rank + 1 == kind.ranks().len()).then_some(List::SincoUnitGroups),
        CatalogueKind::Renec => None,
    }
}

/// The edits that put an entry of a classification into a standard, with those above it that are not
/// there. `into` is the entry that is being written, which becomes this one.
pub(crate) fn classify(
    reader: &Reader<'_>,
    standard: &CompetenceStandard,
    (kind, code, into): (&str, &str, Option<&str>),
    ids: &mut Ids,
) -> Result<Vec<Edit>, Error> {
    let kind = kind_of(kind)?;
    let code = code.trim();
    let missing = || Error::NotFound {
        what: match kind {
            CatalogueKind::Scian => "en el SCIAN importado la clave",
            CatalogueKind::Sinco => "en el SINCO importado un grupo unitario",
            CatalogueKind::Renec => "una clasificación",
        },
        name: edits::shortened(code),
    };
    let kept = reader.catalogue_in_use(kind)?.ok_or_else(missing)?;
    let class = reader.class(&kept, code)?.ok_or_else(missing)?;
    let mut path = match kind {
        CatalogueKind::Scian => above(reader, &kept, &class)?,
        CatalogueKind::Sinco | CatalogueKind::Renec => Vec::new(),
    };
    path.push(class);
    let last = path.len() - 1;
    let mut made = Vec::new();
    for (at, class) in path.iter().enumerate() {
        let list = ListOf {
            owner: None,
            list: list_of(kind, class.rank).ok_or_else(missing)?,
        };
        let parts = standard.list(list)?;
        let mut entries = parts.iter().filter_map(|part| match part {
            Part::Classified(entry) => Some(entry),
            _ => None, // These lists hold nothing else.
        });
        let written = into.and_then(|id| id.parse().ok()).filter(|_| at == last);
        let here = entries
            .clone()
            .find(|entry| written == Some(entry.id))
            // What stands there blank is what was to be written.
            .or_else(|| {
                entries
                    .clone()
                    .find(|it| it.code.is_empty() && it.name.is_empty())
            });
        let known = entries.any(|it| stands_for(&it.code, &class.code));
        match here {
            Some(entry) if written == Some(entry.id) || !known => {
                let write = |field, before: &str, after: &str| Edit::Write {
                    part: Some(entry.id),
                    field,
                    before: before.to_owned(),
                    after: after.to_owned(),
                };
                made.push(write(Field::Code, &entry.code, &class.code));
                made.push(write(Field::Name, &entry.name, &class.name));
            }
            Some(_) | None if known => {}
            Some(_) | None => made.push(Edit::Add {
                into: list,
                at: parts.len(),
                part: Part::Classified(domain::ec::Classified {
                    id: ids.part(),
                    code: class.code.clone(),
                    name: class.name.clone(),
                }),
                numbers: None,
            }),
        }
    }
    Ok(made)
}

/// Whether a code that stands in a standard is this one: a range may be named by one of its sectors.
fn stands_for(standing: &str, code: &str) -> bool {
    standing == code || (code.contains('-') && standing.len() == 2 && continues(standing, code))
}
