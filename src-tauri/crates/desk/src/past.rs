//! How a document stood before: at a frozen edition, after an act, at the end of a day.
//!
//! Nothing of it is kept beside the acts. Each act of editing carries what takes it back, exactly, so
//! the text of any moment is today's with the later acts taken back one after the other; and what an
//! act says it left is compared with what came out.

use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::act::Act;
use domain::ec::CompetenceStandard;
use domain::ec::compare::{Descent, descents};
use domain::ec::edit::Edit;
use domain::edition::Digest;
use domain::functional_map::FunctionalMap;
use domain::functional_map::edit::MapEdit;
use domain::ids::EcId;
use domain::iec::AssessmentInstrument;
use domain::iec::edit::IecEdit;
use domain::iec::leaf::bare;
use packets::document::from_canonical;
use store::{Edition, EditionKind, Order, Reader};

use crate::Moment;
use crate::error::Error;
use crate::instruments::journal::IecRecord;
use crate::journal::Record;
use crate::maps::journal::MapRecord;
use crate::spanish;
use crate::turns::{Entry, Recorded};

/// How many acts are looked at in one go.
const PAGE: usize = 64;

/// A document whose acts of editing can be taken back.
pub(crate) trait Written: Sized + Clone {
    /// How its edits are written down.
    type Record: Recorded<Edit = Self::Edit>;
    /// One change of it.
    type Edit: Clone;

    /// Makes a change; nothing where it does not fit.
    fn made(&mut self, edit: &Self::Edit) -> Option<()>;

    /// The digest of what it says.
    fn digest(&self) -> Digest;
}

impl Written for CompetenceStandard {
    type Record = Record;
    type Edit = Edit;

    fn made(&mut self, edit: &Edit) -> Option<()> {
        self.apply(edit).ok().map(drop)
    }

    fn digest(&self) -> Digest {
        crate::writing::digest(self)
    }
}

impl Written for FunctionalMap {
    type Record = MapRecord;
    type Edit = MapEdit;

    fn made(&mut self, edit: &MapEdit) -> Option<()> {
        self.apply(edit).ok().map(drop)
    }

    fn digest(&self) -> Digest {
        crate::maps::digest(self)
    }
}

impl Written for AssessmentInstrument {
    type Record = IecRecord;
    type Edit = IecEdit;

    fn made(&mut self, edit: &IecEdit) -> Option<()> {
        self.apply(edit).ok().map(drop)
    }

    fn digest(&self) -> Digest {
        crate::instruments::digest(self)
    }
}

/// A document as an act left it.
pub(crate) struct Past<W: Written> {
    /// What it said.
    pub(crate) text: W,
    /// What brings it back from how it stands today, in order.
    pub(crate) way: Vec<W::Edit>,
    /// How many acts of editing came after.
    pub(crate) since: u32,
}

/// A document as an act of its chain left it.
pub(crate) fn rewound<W: Written>(
    reader: &Reader<'_>,
    chain: &str,
    now: W,
    act: u64,
) -> Result<Past<W>, Error> {
    rewound_past(reader, chain, now, act, |_, _| false, |_, _| ())
}

/// The same, where each act taken back that is wanted is shown with the text before it and the text
/// after it. To take an act back costs what it changed; to show it, a copy of the text.
fn rewound_past<W: Written>(
    reader: &Reader<'_>,
    chain: &str,
    now: W,
    act: u64,
    wanted: impl Fn(&Act, &Entry<W::Record>) -> bool,
    mut shown: impl FnMut(&W, &W),
) -> Result<Past<W>, Error> {
    let corrupt = || store::Error::Corrupt { what: "edit" };
    let mut past = Past {
        text: now,
        way: Vec::new(),
        since: 0,
    };
    let mut from = 0;
    loop {
        let page = reader.acts_page(chain, from, PAGE, Order::NewestFirst)?;
        for one in &page {
            let edited = matches!(one.act.as_str(), "EDIT" | "UNDO" | "REDO");
            if one.number <= act {
                if !edited && one.number > 1 {
                    continue;
                }
                let left = one.result.is_none_or(|left| left == past.text.digest());
                return if left {
                    Ok(past)
                } else {
                    Err(corrupt().into())
                };
            }
            if !edited {
                continue;
            }
            let entry = Entry::<W::Record>::parse(&one.body).ok_or_else(corrupt)?;
            let way = entry.way_back().ok_or_else(corrupt)?;
            let after = wanted(one, &entry).then(|| past.text.clone());
            for edit in &way {
                past.text.made(edit).ok_or_else(corrupt)?;
            }
            if let Some(after) = after {
                shown(&past.text, &after);
            }
            past.way.extend(way);
            past.since += 1;
        }
        if page.len() < PAGE {
            return Err(Error::NotFound {
                what: "un acto número",
                name: act.to_string(),
            });
        }
        from += PAGE;
    }
}

/// A moment of a document, as people name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Point {
    /// As it stands.
    Now,
    /// A frozen edition, from 1.
    Edition(u32),
    /// As an act left it.
    Act(u64),
    /// As it was at the end of a day.
    Day(NaiveDate),
}

impl Point {
    /// A moment as it is typed: `2` is an edition, `act:57` an act, `2026-07-03` a day, `now` today.
    pub(crate) fn parse(typed: &str) -> Result<Point, Error> {
        let word = typed.trim().to_lowercase();
        let act = word.strip_prefix("act:").or(word.strip_prefix("acto:"));
        let point = match word.as_str() {
            "" | "0" | "now" | "hoy" | "actual" => Some(Point::Now),
            word if word.starts_with("act") => {
                let number = act.and_then(|number| number.trim().parse().ok());
                number.filter(|number| *number > 0).map(Point::Act)
            }
            word if word.len() == 10 => word.parse().ok().map(Point::Day),
            word => word.parse().ok().map(Point::Edition),
        };
        point.ok_or_else(|| Error::NotFound {
            what: "un momento llamado (una edición: 2; un acto: act:57; un día: 2026-07-03; hoy: now)",
            name: typed.chars().take(40).collect(),
        })
    }
}

/// Whether a moment is typed as moments are: `2`, `act:57`, `2026-07-03`, `now`.
pub fn is_moment(typed: &str) -> bool {
    Point::parse(typed).is_ok()
}

/// A moment of a document: its text, and the act it is the text of.
pub(crate) struct Placed<W = CompetenceStandard> {
    pub(crate) text: W,
    pub(crate) act: u64,
    /// The moment in words: «la edición 2, del 3 de julio de 2026».
    pub(crate) says: String,
}

/// The act that a moment is after.
pub(crate) fn act_at(
    reader: &Reader<'_>,
    chain: &str,
    point: &Point,
    moment: &Moment,
) -> Result<u64, Error> {
    let count = reader.acts_count(chain)?;
    match point {
        Point::Now | Point::Edition(_) => Ok(count),
        Point::Act(number) if (1..=count).contains(number) => Ok(*number),
        Point::Act(number) => Err(Error::NotFound {
            what: "un acto número",
            name: number.to_string(),
        }),
        Point::Day(day) => {
            let mut from = 0;
            loop {
                let page = reader.acts_page(chain, from, PAGE, Order::NewestFirst)?;
                let mut page_acts = page.iter();
                let there = page_acts.find(|act| local_day(act, moment).is_some_and(|d| d <= *day));
                if let Some(there) = there {
                    return Ok(there.number);
                }
                if page.len() < PAGE {
                    return Err(Error::NotFound {
                        what: "nada escrito hasta el",
                        name: spanish::day(*day),
                    });
                }
                from += PAGE;
            }
        }
    }
}

/// The day an act was written down, as seen from here.
pub(crate) fn local_day(act: &Act, moment: &Moment) -> Option<NaiveDate> {
    let at = DateTime::parse_from_rfc3339(&act.at).ok()?;
    let local = at.naive_utc() + TimeDelta::minutes(i64::from(moment.offset_minutes));
    Some(local.date())
}

/// A standard at a moment of it.
pub(crate) fn standard_at(
    reader: &Reader<'_>,
    id: EcId,
    point: &Point,
    moment: &Moment,
) -> Result<Placed, Error> {
    let chain = id.to_string();
    if let Point::Edition(number) = point {
        let edition = edition(reader, id, *number)?;
        let bytes = reader.edition(&edition.digest)?;
        let text = from_canonical(&bytes).map_err(|_| store::Error::Corrupt { what: "edition" })?;
        let froze = act_of(reader, &chain, edition.act)?;
        return Ok(Placed {
            text,
            act: edition.act,
            says: format!("la edición {number}, {}", spanish::day_of(&froze.on)),
        });
    }
    let act = act_at(reader, &chain, point, moment)?;
    let standing = reader.standard(id)?;
    let (text, says) = match point {
        Point::Now => (standing, "el texto de hoy".to_owned()),
        Point::Edition(_) | Point::Act(_) | Point::Day(_) => {
            let past = rewound(reader, &chain, standing, act)?;
            let last = act_of(reader, &chain, act)?;
            let says = match point {
                Point::Day(day) => format!("el texto del {}", spanish::day(*day)),
                _ => format!("el texto del acto {act}, {}", moment.said(&last.at)),
            };
            (past.text, says)
        }
    };
    Ok(Placed { text, act, says })
}

/// What the acts between two others tell of parts that were split or merged.
pub(crate) fn lineage(
    reader: &Reader<'_>,
    id: EcId,
    from: u64,
    to: u64,
) -> Result<Vec<Descent>, Error> {
    let (first, last) = (from.min(to), from.max(to));
    let mut told = Vec::new();
    let now = reader.standard(id)?;
    let wanted = |act: &Act, entry: &Entry<Record>| {
        let edits = entry.way_forth().unwrap_or_default();
        act.number <= last && may_spread(&edits)
    };
    rewound_past(
        reader,
        &id.to_string(),
        now,
        first,
        wanted,
        |before, after| {
            told.extend(descents(before, after));
        },
    )?;
    if from > to {
        for descent in &mut told {
            *descent = Descent {
                from: descent.to,
                to: descent.from,
                split: !descent.split,
            };
        }
    }
    Ok(told)
}

/// Whether an act may have made one part of another: it took words away, put words in, and a part came
/// or went. Typing, moving, and a list that is ended anew for its new line do none of that.
fn may_spread(edits: &[Edit]) -> bool {
    let (mut gone, mut come, mut parts) = (false, false, false);
    for edit in edits {
        match edit {
            Edit::Write { before, after, .. } => {
                let other = bare(before) != bare(after);
                gone |= other;
                come |= other;
            }
            Edit::Add { .. } => (come, parts) = (true, true),
            Edit::Remove { .. } => (gone, parts) = (true, true),
            Edit::Move { .. }
            | Edit::Number { .. }
            | Edit::SetDuration { .. }
            | Edit::SetPrinted { .. }
            | Edit::SetColon { .. } => {}
        }
    }
    gone && come && parts
}

/// The frozen editions of a standard's text, oldest first.
pub(crate) fn editions(reader: &Reader<'_>, id: EcId) -> Result<Vec<Edition>, Error> {
    let mut editions = reader.editions(id)?;
    editions.retain(|edition| edition.kind == EditionKind::Standard);
    Ok(editions)
}

/// One of them, from 1.
pub(crate) fn edition(reader: &Reader<'_>, id: EcId, number: u32) -> Result<Edition, Error> {
    let nth = usize::try_from(number).ok().and_then(|n| n.checked_sub(1));
    let found = nth.and_then(|nth| {
        editions(reader, id)
            .map(|all| all.into_iter().nth(nth))
            .transpose()
    });
    found.unwrap_or_else(|| {
        Err(Error::NotFound {
            what: "una edición congelada número",
            name: number.to_string(),
        })
    })
}

/// An act of a chain by its number.
pub(crate) fn act_of(reader: &Reader<'_>, chain: &str, number: u64) -> Result<Act, Error> {
    let from = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    let found = reader.acts_page(chain, from, 1, Order::OldestFirst)?.pop();
    found.ok_or_else(|| Error::NotFound {
        what: "un acto número",
        name: number.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_named_as_people_name_it() {
        let day = NaiveDate::from_ymd_opt(2026, 7, 3).unwrap();
        for (typed, point) in [
            ("2", Point::Edition(2)),
            ("act:57", Point::Act(57)),
            ("Acto:57", Point::Act(57)),
            ("2026-07-03", Point::Day(day)),
            ("now", Point::Now),
            ("0", Point::Now),
            ("", Point::Now),
        ] {
            assert_eq!(Point::parse(typed).unwrap(), point, "{typed}");
        }
        for typed in ["ayer", "act:0", "act:", "-1", "2026-13-40"] {
            assert!(Point::parse(typed).is_err(), "{typed}");
        }
    }
}
