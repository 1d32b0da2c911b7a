//! One register of codes: those assigned here, those that documents were read with, and those of the
//! RENEC that was brought in.

use std::collections::{BTreeMap, HashMap};

use domain::catalogue::{CatalogueKind, Content};
use domain::ec::code::Code;
use domain::text::fold;
use store::{Filter, Reader};

use super::Sent;
use crate::error::Error;
use crate::wire::{CodesView, MalformedCode, Nothing};
use crate::{Desk, Office};

/// A code that is taken, and by what.
struct Taken {
    title: String,
    /// The standard here that has it, if it is one.
    id: Option<String>,
}

impl Desk {
    /// The codes that are taken, and the next ones.
    pub fn codes(&mut self, _: Nothing) -> Result<CodesView, Error> {
        self.store.read(|reader| {
            let taken = self.office.taken(reader)?;
            let mut malformed = Vec::new();
            for (typed, title) in registered(reader)? {
                if let Err(refusal) = typed.parse::<Code>() {
                    malformed.push(MalformedCode {
                        meant: refusal.meant.map_or_else(String::new, |it| it.to_string()),
                        typed,
                        title,
                    });
                }
            }
            Ok(CodesView {
                next_ec: next(&taken, "EC", 0),
                next_ecm: next(&taken, "ECM", 0),
                taken: u32::try_from(taken.len()).unwrap_or(u32::MAX),
                malformed,
            })
        })
    }
}

impl Office {
    fn taken(&self, reader: &Reader<'_>) -> Result<BTreeMap<String, Taken>, Error> {
        let mut taken = BTreeMap::new();
        for (code, title) in registered(reader)? {
            if code.parse::<Code>().is_ok() {
                taken.insert(code, Taken { title, id: None });
            }
        }
        for row in reader.standards(&Filter::default())? {
            for code in [&row.source_code, &row.code] {
                if code.parse::<Code>().is_ok() {
                    let one = Taken {
                        title: row.title.clone(),
                        id: Some(row.id.to_string()),
                    };
                    taken.insert(code.clone(), one);
                }
            }
        }
        Ok(taken)
    }

    /// Refused where a code is another's: here, or in the register that was brought in.
    pub(crate) fn code_is_free(
        &self,
        reader: &Reader<'_>,
        code: &str,
        id: &str,
        title: &str,
    ) -> Result<(), Error> {
        let taken = self.taken(reader)?;
        let other = taken.get(code.trim()).filter(|it| {
            let own = it.id.as_deref() == Some(id);
            // What the register has under its own title is itself.
            let itself = it.id.is_none() && fold(&it.title) == fold(title);
            !own && !itself
        });
        match other {
            None => Ok(()),
            Some(other) => Err(Error::Refused {
                act: "CODED".to_owned(),
                reason: format!(
                    "La clave {} ya la tiene «{}»: la siguiente libre es {}.",
                    code.trim(),
                    other.title,
                    next(
                        &taken,
                        if code.trim().starts_with("ECM") {
                            "ECM"
                        } else {
                            "EC"
                        },
                        0
                    )
                ),
                unmet: Vec::new(),
            }),
        }
    }

    /// The codes proposed for the standards that wait for one: in the order of their titles within
    /// each resolution; the next version for one that updates another.
    pub(super) fn proposed(
        &self,
        reader: &Reader<'_>,
        sent: &[Sent],
    ) -> Result<HashMap<String, String>, Error> {
        let taken = self.taken(reader)?;
        let mut waiting: Vec<&Sent> = sent.iter().filter(|it| it.state == "TC_APPROVED").collect();
        waiting.sort_by_cached_key(|it| (it.on, it.resolution.clone(), fold(&it.title)));
        let (mut ec, mut ecm) = (0, 0);
        let mut proposed = HashMap::new();
        for it in waiting {
            let standard = reader.standard(
                it.id
                    .parse()
                    .map_err(|_| store::Error::Corrupt { what: "case" })?,
            )?;
            let updates = reader.row(
                it.id
                    .parse()
                    .map_err(|_| store::Error::Corrupt { what: "case" })?,
            )?;
            let previous = match updates.code.parse::<Code>() {
                Ok(Code::Ec(code)) => code.successor(),
                _ => None, // A new one has no version.
            };
            let code = match (previous, standard.is_brand()) {
                (Some(code), _) => code.to_string(),
                (None, true) => {
                    ecm += 1;
                    next(&taken, "ECM", ecm - 1)
                }
                (None, false) => {
                    ec += 1;
                    next(&taken, "EC", ec - 1)
                }
            };
            proposed.insert(it.id.clone(), code);
        }
        Ok(proposed)
    }
}

/// The codes of the register that was brought in, with their titles.
fn registered(reader: &Reader<'_>) -> Result<Vec<(String, String)>, Error> {
    let Some(kept) = reader.catalogue_in_use(CatalogueKind::Renec)? else {
        return Ok(Vec::new());
    };
    Ok(match reader.catalogue_content(&kept)? {
        Content::Register(entries) => entries.into_iter().map(|it| (it.code, it.title)).collect(),
        Content::Classes(_) => Vec::new(), // No register is one.
    })
}

/// The next free code of a kind, after so many that are proposed already.
fn next(taken: &BTreeMap<String, Taken>, kind: &str, after: u16) -> String {
    let numbers = taken
        .keys()
        .filter_map(|code| match (code.parse().ok()?, kind) {
            (Code::Ec(code), "EC") => Some(code.number()),
            (Code::Ecm(number), "ECM") => Some(number),
            _ => None, // Of another kind.
        });
    let last = numbers.max().unwrap_or(0);
    let number = last.saturating_add(1).saturating_add(after);
    format!("{kind}{number:04}")
}
