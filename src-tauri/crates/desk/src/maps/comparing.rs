//! A map at any moment of it, and what changed between two.

use domain::ec::compare::Descent;
use domain::functional_map::FunctionalMap;
use domain::functional_map::compare::{compare, descents};
use domain::ids::MapId;
use store::Reader;

use super::standing::editions;
use super::{MapRecord, digest};
use crate::editions::{Compared, End, Of, number_of};
use crate::error::Error;
use crate::past::{Placed, Point, act_at, act_of, local_day, rewound};
use crate::turns::Entry;
use crate::wire::{Compare, PointView, PointsView};
use crate::{Moment, Office, spanish};

impl Office {
    pub(crate) fn compared_map(
        &self,
        reader: &Reader<'_>,
        id: MapId,
        request: &Compare,
        moment: &Moment,
    ) -> Result<Compared, Error> {
        let from = map_at(reader, id, &Point::parse(&request.a)?, moment)?;
        let to = map_at(reader, id, &Point::parse(&request.b)?, moment)?;
        let told = lineage(reader, id, from.act, to.act)?;
        let end = |placed: &Placed<FunctionalMap>| End {
            says: placed.says.clone(),
            digest: digest(&placed.text),
        };
        Ok(Compared {
            whole: compare(&from.text, &to.text, &told),
            from: end(&from),
            to: end(&to),
            of: Of::Map(id, to.text.title),
        })
    }

    /// The moments of a map that have a name: its frozen editions, and today.
    pub(crate) fn map_points(
        &self,
        reader: &Reader<'_>,
        id: MapId,
        moment: &Moment,
    ) -> Result<PointsView, Error> {
        let chain = id.to_string();
        let deeds = reader.deeds(&chain)?;
        let mut points: Vec<PointView> = editions(&deeds)
            .into_iter()
            .map(|edition| PointView {
                at: edition.number.to_string(),
                act: edition.act,
                says: format!("Edición {}, {}", edition.number, edition.on),
                digest: edition.digest,
            })
            .collect();
        points.reverse();
        points.push(PointView {
            at: "now".to_owned(),
            act: number_of(reader.acts_count(&chain)?),
            says: "Mapa de hoy".to_owned(),
            digest: digest(&reader.map(id)?).to_string(),
        });
        let first = act_of(reader, &chain, 1)?;
        let day = local_day(&first, moment);
        Ok(PointsView {
            points,
            begins: day.map_or_else(String::new, |day| day.to_string()),
            today: moment.today.to_string(),
        })
    }
}

/// A map at a moment of it.
fn map_at(
    reader: &Reader<'_>,
    id: MapId,
    point: &Point,
    moment: &Moment,
) -> Result<Placed<FunctionalMap>, Error> {
    let chain = id.to_string();
    let standing = reader.map(id)?;
    let (act, says) = match point {
        Point::Now => {
            let act = reader.acts_count(&chain)?;
            return Ok(Placed {
                text: standing,
                act,
                says: "el mapa de hoy".to_owned(),
            });
        }
        Point::Edition(number) => {
            let all = editions(&reader.deeds(&chain)?);
            let found = all.into_iter().find(|edition| edition.number == *number);
            let found = found.ok_or_else(|| Error::NotFound {
                what: "una edición congelada número",
                name: number.to_string(),
            })?;
            let says = format!("la edición {number}, {}", found.on);
            (u64::from(found.act), says)
        }
        Point::Day(day) => {
            let act = act_at(reader, &chain, point, moment)?;
            (act, format!("el mapa del {}", spanish::day(*day)))
        }
        Point::Act(_) => {
            let act = act_at(reader, &chain, point, moment)?;
            let last = act_of(reader, &chain, act)?;
            let says = format!("el mapa del acto {act}, {}", moment.said(&last.at));
            (act, says)
        }
    };
    let text = rewound(reader, &chain, standing, act)?.text;
    Ok(Placed { text, act, says })
}

/// What the acts between two others tell of functions that were parted or joined.
pub(crate) fn lineage(
    reader: &Reader<'_>,
    id: MapId,
    from: u64,
    to: u64,
) -> Result<Vec<Descent>, Error> {
    let (first, last) = (from.min(to), from.max(to));
    let acts = reader.acts(&id.to_string())?;
    let between = acts
        .iter()
        .filter(|act| first < act.number && act.number <= last);
    let mut told = Vec::new();
    for act in between {
        let entry = Entry::<MapRecord>::parse(&act.body);
        let edits = entry.and_then(|entry| entry.way_forth());
        told.extend(descents(&edits.unwrap_or_default()));
    }
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
