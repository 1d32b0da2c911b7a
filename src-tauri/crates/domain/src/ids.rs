//! A newtype for each thing that has no official code yet.
//!
//! An id is a UUID v7. The domain never invents one: [`Ids`] is given the moment and the chance it
//! starts from, so a test names every id and the shell alone asks the clock.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map($name)
            }
        }
    };
}

id! {
    /// A standard, and the case that carries it: there is one of each.
    EcId
}
id! {
    /// A committee.
    CgcId
}
id! {
    /// A functional map.
    MapId
}
id! {
    /// An assessment instrument.
    IecId
}
id! {
    /// An expert group.
    GroupId
}
id! {
    /// A change of officers of a committee.
    ChangeId
}
id! {
    /// A session of COVACEC or of the Comité Técnico.
    SessionId
}
id! {
    /// A part of a standard that can be pointed at: an element, a criterion, a characteristic, a
    /// glossary entry, a line of a list; or a function of a map. It survives editing, moving and export.
    PartId
}

/// A source of new ids, each later than the one before.
#[derive(Debug, Clone)]
pub struct Ids {
    millis: u64,
    chance: u128,
}

impl Ids {
    /// A source that starts at a moment (milliseconds since 1970) and a chance number.
    pub fn new(millis: u64, chance: u128) -> Ids {
        // The highest of the 74 free bits is left for the count to grow into.
        Ids {
            millis,
            chance: chance & ((1 << 73) - 1),
        }
    }

    /// A source whose ids are always the same, for examples and tests.
    pub fn fixed() -> Ids {
        Ids::new(1_767_225_600_000, 0)
    }

    /// The next id for a part.
    pub fn part(&mut self) -> PartId {
        PartId(self.next())
    }

    /// The next id for a standard.
    pub fn ec(&mut self) -> EcId {
        EcId(self.next())
    }

    /// The next id for a functional map.
    pub fn map(&mut self) -> MapId {
        MapId(self.next())
    }

    /// The next id for a committee.
    pub fn committee(&mut self) -> CgcId {
        CgcId(self.next())
    }

    /// The next id for a change of officers.
    pub fn change(&mut self) -> ChangeId {
        ChangeId(self.next())
    }

    /// The next id for a session.
    pub fn session(&mut self) -> SessionId {
        SessionId(self.next())
    }

    /// The next id for an expert group.
    pub fn group(&mut self) -> GroupId {
        GroupId(self.next())
    }

    /// The next id for an instrument.
    pub fn iec(&mut self) -> IecId {
        IecId(self.next())
    }

    fn next(&mut self) -> Uuid {
        self.chance += 1;
        let bytes = self.chance.to_be_bytes();
        let mut free = [0; 10];
        // 74 bits in the ten bytes the builder takes: it masks version (4 bits) and variant (2).
        let high = u16::from_be_bytes([bytes[6], bytes[7]]) << 2 | u16::from(bytes[8] >> 6);
        free[..2].copy_from_slice(&(high & 0x0fff).to_be_bytes());
        free[2..].copy_from_slice(&bytes[8..]);
        uuid::Builder::from_unix_timestamp_millis(self.millis, &free).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_version_seven_and_grow() {
        let mut ids = Ids::new(1_767_225_600_000, u128::MAX);

        let some: Vec<PartId> = (0..2000).map(|_| ids.part()).collect();

        assert!(some.is_sorted_by(|a, b| a < b));
        assert!(some.iter().all(|id| id.0.get_version_num() == 7));
    }

    #[test]
    fn an_id_is_read_as_it_is_written() {
        let id = Ids::fixed().ec();

        assert_eq!(id.to_string().parse::<EcId>(), Ok(id));
    }
}
