//! What happens in an expert group, as its acts say it, and back.

use std::collections::BTreeMap;

use domain::act::Act;
use domain::expert_group::{
    Closing, Expert, ExpertGroup, ExpertGroupKind, GroupEvent, Resolution, Session,
};
use domain::ids::{EcId, GroupId, MapId, PartId};
use serde::{Deserialize, Serialize};
use store::Reader;

use crate::error::Error;

/// The act that begins a group.
pub(crate) const BEGUN: &str = "GROUP_BEGUN";

/// How far the chains that a group works on are, by their names.
pub(crate) type Heads = BTreeMap<String, u64>;

/// What an act of a group says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "did", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Record {
    Begun {
        name: String,
        kind: String,
        map: Option<String>,
        standard: Option<String>,
    },
    Joined {
        expert: String,
        name: String,
        post: String,
        organization: String,
        experience: String,
    },
    Left {
        expert: String,
        reason: String,
    },
    Signed {
        expert: String,
        name: String,
    },
    Opened {
        number: u32,
        place: String,
        agenda: String,
        present: Vec<String>,
        heads: Heads,
    },
    Reasoned {
        // A change of a part goes by the part; the first acts of this kind said so.
        #[serde(alias = "part")]
        change: String,
        reason: String,
    },
    Closed {
        number: u32,
        resolutions: Vec<String>,
        #[serde(default)]
        standards: Vec<String>,
        #[serde(default)]
        instruments: Vec<String>,
        notes: String,
        heads: Heads,
        name: String,
    },
}

impl Record {
    /// The word of the act.
    pub(crate) fn act(&self) -> &'static str {
        match self {
            Record::Begun { .. } => BEGUN,
            Record::Joined { .. } => "EXPERT_JOINED",
            Record::Left { .. } => "EXPERT_LEFT",
            Record::Signed { .. } => "LETTER_SIGNED",
            Record::Opened { .. } => "SESSION_OPENED",
            Record::Reasoned { .. } => "CHANGE_REASONED",
            Record::Closed { .. } => "SESSION_CLOSED",
        }
    }

    /// As it is sealed.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string(self).expect("a record is plain data, which always has a JSON form")
    }

    /// What happened, on the day of its act; nothing for the act that began the group.
    pub(crate) fn event(&self, on: &str) -> Option<GroupEvent> {
        let day = on.parse().ok()?;
        let part = |id: &str| id.parse::<PartId>().ok();
        Some(match self {
            Record::Begun { .. } => return None,
            Record::Joined {
                expert,
                name,
                post,
                organization,
                experience,
            } => GroupEvent::Joined(Expert {
                id: part(expert)?,
                name: name.clone(),
                post: post.clone(),
                organization: organization.clone(),
                experience: experience.clone(),
                from: day,
                until: None,
                letter: None,
            }),
            Record::Left { expert, .. } => GroupEvent::Left {
                expert: part(expert)?,
                on: day,
            },
            Record::Signed { expert, name } => GroupEvent::Signed {
                expert: part(expert)?,
                on: day,
                file: name.clone(),
            },
            Record::Opened {
                number,
                place,
                agenda,
                present,
                ..
            } => GroupEvent::Opened(Session {
                number: *number,
                on: day,
                place: place.clone(),
                agenda: agenda.clone(),
                present: present.iter().map(|id| part(id)).collect::<Option<_>>()?,
                reasons: BTreeMap::new(),
                closed: None,
            }),
            Record::Reasoned { change, reason } => GroupEvent::Reasoned {
                change: change.clone(),
                reason: reason.clone(),
            },
            Record::Closed {
                resolutions,
                standards,
                instruments,
                notes,
                ..
            } => {
                let said = resolutions.iter().map(|it| Resolution::from_code(it));
                let ids = |of: &[String]| -> Option<Vec<EcId>> {
                    of.iter().map(|id| id.parse().ok()).collect()
                };
                GroupEvent::Closed(Closing {
                    resolutions: said.collect::<Option<_>>()?,
                    standards: ids(standards)?,
                    instruments: ids(instruments)?,
                    notes: notes.clone(),
                })
            }
        })
    }
}

/// A group with what it works on.
pub(crate) struct Group {
    pub(crate) id: GroupId,
    pub(crate) name: String,
    pub(crate) kind: ExpertGroupKind,
    pub(crate) map: Option<MapId>,
    pub(crate) standard: Option<EcId>,
    pub(crate) group: ExpertGroup,
    /// When each session was opened and closed: the acts, and how far the chains were.
    pub(crate) bounds: Vec<Bounds>,
}

/// Between which acts a session is.
pub(crate) struct Bounds {
    pub(crate) opened_at: String,
    pub(crate) from: Heads,
    pub(crate) closed: Option<(String, Heads)>,
    /// The minute that was kept, as a file.
    pub(crate) minutes: Option<domain::edition::Digest>,
}

impl Group {
    /// A group from the acts of its chain.
    pub(crate) fn read(reader: &Reader<'_>, chain: &str) -> Result<Group, Error> {
        let corrupt = || store::Error::Corrupt { what: "group" };
        let acts = reader.acts(chain)?;
        let mut group = ExpertGroup::default();
        let mut bounds: Vec<Bounds> = Vec::new();
        let first = acts.first().ok_or_else(corrupt)?;
        for act in &acts {
            let record = record(act).ok_or_else(corrupt)?;
            match &record {
                Record::Opened { heads, .. } => bounds.push(Bounds {
                    opened_at: act.at.clone(),
                    from: heads.clone(),
                    closed: None,
                    minutes: None,
                }),
                Record::Closed { heads, .. } => {
                    let last = bounds.last_mut().ok_or_else(corrupt)?;
                    last.closed = Some((act.at.clone(), heads.clone()));
                    last.minutes = act.evidence.first().map(|proof| proof.file);
                }
                Record::Begun { .. }
                | Record::Joined { .. }
                | Record::Left { .. }
                | Record::Signed { .. }
                | Record::Reasoned { .. } => {}
            }
            if let Some(event) = record.event(&act.on) {
                group.take(event).map_err(|_| corrupt())?;
            }
        }
        let Some(Record::Begun {
            name,
            kind,
            map,
            standard,
        }) = record(first)
        else {
            return Err(corrupt().into());
        };
        let map = map
            .map(|id| id.parse())
            .transpose()
            .map_err(|_| corrupt())?;
        let standard = standard.map(|id| id.parse()).transpose();
        Ok(Group {
            id: chain.parse().map_err(|_| corrupt())?,
            name,
            kind: ExpertGroupKind::from_code(&kind).ok_or_else(corrupt)?,
            map,
            standard: standard.map_err(|_| corrupt())?,
            group,
            bounds,
        })
    }

    /// What it works on: its map, or that of its standard; and its standards.
    pub(crate) fn works_on(
        &self,
        reader: &Reader<'_>,
    ) -> Result<(Option<MapId>, Vec<EcId>), Error> {
        let map = match (self.map, self.standard) {
            (Some(map), _) => Some(map),
            (None, Some(standard)) => reader.map_of(standard)?,
            (None, None) => None,
        };
        let mut standards: Vec<EcId> = self.standard.into_iter().collect();
        if let (Some(map), None) = (map, self.standard) {
            for place in reader.map(map)?.placed() {
                let tagged = place.function.link.standard;
                let here = tagged.filter(|id| reader.has_standard(*id).unwrap_or(false));
                standards.extend(here.filter(|id| !standards.contains(id)));
            }
        }
        Ok((map, standards))
    }
}

/// The session that had ended with an act of a chain in it, in words: its minute quotes what that act
/// did, and goes on quoting it whatever is taken back.
pub(crate) fn agreed(
    reader: &Reader<'_>,
    chain: &str,
    act: Option<u64>,
) -> Result<Option<String>, Error> {
    let Some(act) = act else {
        return Ok(None);
    };
    let Some(group) = find(reader, chain)? else {
        return Ok(None);
    };
    let within = |bounds: &Bounds| {
        let from = bounds.from.get(chain).copied().unwrap_or_default();
        let until = bounds
            .closed
            .as_ref()
            .and_then(|(_, heads)| heads.get(chain));
        until.is_some_and(|until| from < act && act <= *until)
    };
    let at = group.bounds.iter().rposition(within);
    let session = at.and_then(|at| group.group.sessions.get(at));
    let name = &group.name;
    Ok(session.map(|it| format!("la sesión {} del grupo «{name}»", it.number)))
}

/// What an act of a group says; nothing where it is of another kind.
fn record(act: &Act) -> Option<Record> {
    serde_json::from_str(&act.body).ok()
}

/// The chains of the groups of a standard: its own, and that of the map it comes from.
pub(crate) fn chains_of(reader: &Reader<'_>, id: EcId) -> Result<Vec<String>, Error> {
    let map = reader.map_of(id)?.map(|map| map.to_string());
    let own = id.to_string();
    let begun = reader.begun(BEGUN)?.into_iter();
    let its = begun.filter(|act| {
        let (of_map, of_standard) = works_on(act);
        of_standard.as_deref() == Some(&own) || (of_map.is_some() && of_map == map)
    });
    Ok(its.map(|act| act.chain).collect())
}

/// The chain of the group that was begun for a map or a standard, by the id of either.
pub(crate) fn chain_begun_for(reader: &Reader<'_>, id: &str) -> Result<Option<String>, Error> {
    let begun = reader.begun(BEGUN)?.into_iter();
    let mut its = begun.filter(|act| {
        let (map, standard) = works_on(act);
        map.as_deref() == Some(id) || standard.as_deref() == Some(id)
    });
    Ok(its.next().map(|act| act.chain))
}

/// Whether the acts of a chain are those of a group.
pub(crate) fn is_readable(reader: &Reader<'_>, chain: &str) -> Result<(), Error> {
    let unsound =
        |_| Error::Unsound("los actos del grupo de expertos no se pueden leer".to_owned());
    Group::read(reader, chain).map(|_| ()).map_err(unsound)
}

/// The map or the standard that the act that begins a group names.
pub(crate) fn works_on(begun: &Act) -> (Option<String>, Option<String>) {
    match record(begun) {
        Some(Record::Begun { map, standard, .. }) => (map, standard),
        Some(
            Record::Joined { .. }
            | Record::Left { .. }
            | Record::Signed { .. }
            | Record::Opened { .. }
            | Record::Reasoned { .. }
            | Record::Closed { .. },
        )
        | None => (None, None),
    }
}

/// The group of a map or of a standard, by the id of either, or by its own.
pub(crate) fn find(reader: &Reader<'_>, name: &str) -> Result<Option<Group>, Error> {
    let name = name.trim();
    let begun = reader.begun(BEGUN)?;
    if begun.is_empty() {
        return Ok(None); // It is asked at every key, and most workspaces have none.
    }
    let own = begun.iter().find(|act| act.chain == name);
    let of = |wanted: &dyn Fn(Option<&str>, Option<&str>) -> bool| {
        begun.iter().rev().find(|act| match record(act) {
            Some(Record::Begun { map, standard, .. }) => {
                wanted(map.as_deref(), standard.as_deref())
            }
            _ => false, // An act of that name says nothing else.
        })
    };
    let direct = own.or_else(|| of(&|map, standard| map == Some(name) || standard == Some(name)));
    let found = match (direct, name.parse::<EcId>()) {
        (Some(act), _) => Some(act),
        // A standard without a group of its own has that of its map; a map, that of a standard of it.
        (None, Ok(id)) => {
            let map = reader.map_of(id)?.map(|map| map.to_string());
            let by_map = of(&|group_map, _| group_map.is_some() && group_map == map.as_deref());
            match (by_map, name.parse::<MapId>()) {
                (Some(act), _) => Some(act),
                (None, Ok(map)) if reader.has_map(map)? => {
                    let placed = reader.map(map)?;
                    let tagged = placed.placed().into_iter();
                    let tagged = tagged.filter_map(|it| it.function.link.standard);
                    let tagged: Vec<String> = tagged.map(|id| id.to_string()).collect();
                    of(&|_, standard| standard.is_some_and(|it| tagged.iter().any(|id| id == it)))
                }
                (None, _) => None,
            }
        }
        (None, Err(_)) => None,
    };
    found.map(|act| Group::read(reader, &act.chain)).transpose()
}
