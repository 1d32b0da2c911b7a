//! How far a map is: drafted, advised on, validated by the expert group, frozen for a standard.
//!
//! It is read off the acts of the map's own chain, and never stored. The group validates and freezes
//! with a dated minute; whoever wants to change what is closed begins another edition.

use crate::vocabulary;

vocabulary! {
    /// How far a map is; the last is said of an edition that a later one replaced.
    pub enum MapState {
        /// It is being drawn.
        Draft = "DRAFT",
        /// The office looks at it and advises.
        InReview = "IN_REVIEW",
        /// The expert group validated it, with a dated minute.
        Validated = "VALIDATED_BY_GTE",
        /// Standards are derived from it as it stands.
        Frozen = "FROZEN_FOR_EC",
        /// A later edition is frozen.
        Superseded = "SUPERSEDED",
    }
}

vocabulary! {
    /// What moves a map on.
    pub enum MapAct {
        /// It is handed to the office.
        HandedIn = "MAP_IN_REVIEW",
        /// It comes back with advice.
        Advised = "MAP_RETURNED",
        /// The expert group validates it.
        Validated = "MAP_VALIDATED",
        /// It is frozen: its canonical JSON is kept under its digest.
        Frozen = "MAP_FROZEN",
        /// Another edition is begun from it.
        Reopened = "MAP_REOPENED",
    }
}

/// From a state, an act leads to another. What is not here cannot happen.
#[rustfmt::skip] // A table is read down its columns.
const ROAD: &[(MapState, MapAct, MapState)] = &[
    (MapState::Draft,     MapAct::HandedIn,  MapState::InReview),
    (MapState::InReview,  MapAct::Advised,   MapState::Draft),
    (MapState::Draft,     MapAct::Validated, MapState::Validated),
    (MapState::InReview,  MapAct::Validated, MapState::Validated),
    (MapState::Validated, MapAct::Frozen,    MapState::Frozen),
    (MapState::Validated, MapAct::Reopened,  MapState::Draft),
    (MapState::Frozen,    MapAct::Reopened,  MapState::Draft),
];

impl MapState {
    /// Where an act leads from here; nothing where it does not fit.
    pub fn after(self, act: MapAct) -> Option<MapState> {
        let mut ways = ROAD.iter();
        ways.find(|(from, with, _)| *from == self && *with == act)
            .map(|(_, _, to)| *to)
    }

    /// Where some acts lead a map that was just begun; one that does not fit is passed over.
    pub fn of(acts: impl IntoIterator<Item = MapAct>) -> MapState {
        acts.into_iter().fold(MapState::Draft, |state, act| {
            state.after(act).unwrap_or(state)
        })
    }

    /// Whether its words stay as they are.
    pub const fn is_closed(self) -> bool {
        match self {
            MapState::Validated | MapState::Frozen | MapState::Superseded => true,
            MapState::Draft | MapState::InReview => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_but_that_of_an_old_edition_is_reached_and_every_act_is_used() {
        for state in MapState::ALL
            .iter()
            .filter(|it| **it != MapState::Superseded)
        {
            let reached = *state == MapState::Draft || ROAD.iter().any(|(_, _, to)| to == state);
            assert!(reached, "{state:?}");
        }
        for act in MapAct::ALL {
            assert!(ROAD.iter().any(|(_, with, _)| with == act), "{act:?}");
        }
    }

    #[test]
    fn nothing_is_frozen_before_it_is_validated() {
        assert_eq!(MapState::Draft.after(MapAct::Frozen), None);
        let state = MapState::of([MapAct::Frozen, MapAct::Validated, MapAct::Frozen]);
        assert_eq!(state, MapState::Frozen);
        assert_eq!(
            MapState::of([MapAct::Validated, MapAct::Reopened]),
            MapState::Draft
        );
    }
}
