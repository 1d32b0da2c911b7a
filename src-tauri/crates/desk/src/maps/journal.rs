//! How an edit of a map is written into the act that seals it, and read back to be undone.

use domain::functional_map::Link;
use domain::functional_map::edit::{MapEdit, MapField, Seat};
use packets::map_document::{AttestationDocument, FunctionDocument};
use serde::{Deserialize, Serialize};

use crate::turns::{Entry, Recorded};

/// What an act of editing a map carries.
pub(crate) type MapEntry = Entry<MapRecord>;

/// One edit, written down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum MapRecord {
    Write {
        field: String,
        before: String,
        after: String,
    },
    Reword {
        function: String,
        before: String,
        after: String,
    },
    Add {
        to: SeatRecord,
        function: FunctionDocument,
    },
    Remove {
        function: FunctionDocument,
    },
    Move {
        function: String,
        from: SeatRecord,
        to: SeatRecord,
    },
    SetIndividual {
        function: String,
        after: bool,
    },
    SetLink {
        function: String,
        before: LinkRecord,
        after: LinkRecord,
    },
    SetAttestations {
        function: String,
        before: Vec<AttestationDocument>,
        after: Vec<AttestationDocument>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct SeatRecord {
    parent: String,
    at: usize,
}

impl SeatRecord {
    fn of(seat: Seat) -> SeatRecord {
        SeatRecord {
            parent: seat.parent.to_string(),
            at: seat.at,
        }
    }

    fn seat(&self) -> Option<Seat> {
        Some(Seat {
            parent: self.parent.parse().ok()?,
            at: self.at,
        })
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct LinkRecord {
    standard: Option<String>,
    element: Option<String>,
}

impl LinkRecord {
    fn of(link: Link) -> LinkRecord {
        LinkRecord {
            standard: link.standard.map(|id| id.to_string()),
            element: link.element.map(|id| id.to_string()),
        }
    }

    fn link(&self) -> Option<Link> {
        Some(Link {
            standard: match &self.standard {
                Some(id) => Some(id.parse().ok()?),
                None => None,
            },
            element: match &self.element {
                Some(id) => Some(id.parse().ok()?),
                None => None,
            },
        })
    }
}

impl Recorded for MapRecord {
    type Edit = MapEdit;

    fn words(&self) -> &str {
        match self {
            MapRecord::Write { after, .. } | MapRecord::Reword { after, .. } => after,
            MapRecord::Add { function, .. } => &function.text,
            MapRecord::Remove { .. }
            | MapRecord::Move { .. }
            | MapRecord::SetIndividual { .. }
            | MapRecord::SetLink { .. }
            | MapRecord::SetAttestations { .. } => "",
        }
    }

    fn of(edit: &MapEdit) -> MapRecord {
        match edit {
            MapEdit::Write {
                field,
                before,
                after,
            } => MapRecord::Write {
                field: field.code().to_owned(),
                before: before.clone(),
                after: after.clone(),
            },
            MapEdit::Reword {
                function,
                before,
                after,
            } => MapRecord::Reword {
                function: function.to_string(),
                before: before.clone(),
                after: after.clone(),
            },
            MapEdit::Add { to, function } => MapRecord::Add {
                to: SeatRecord::of(*to),
                function: FunctionDocument::of(function),
            },
            MapEdit::Remove { function } => MapRecord::Remove {
                function: FunctionDocument::of(function),
            },
            MapEdit::Move { function, from, to } => MapRecord::Move {
                function: function.to_string(),
                from: SeatRecord::of(*from),
                to: SeatRecord::of(*to),
            },
            MapEdit::SetIndividual { function, after } => MapRecord::SetIndividual {
                function: function.to_string(),
                after: *after,
            },
            MapEdit::SetLink {
                function,
                before,
                after,
            } => MapRecord::SetLink {
                function: function.to_string(),
                before: LinkRecord::of(*before),
                after: LinkRecord::of(*after),
            },
            MapEdit::SetAttestations {
                function,
                before,
                after,
            } => MapRecord::SetAttestations {
                function: function.to_string(),
                before: before.iter().map(AttestationDocument::of).collect(),
                after: after.iter().map(AttestationDocument::of).collect(),
            },
        }
    }

    fn edit(&self) -> Option<MapEdit> {
        let said = |said: &[AttestationDocument]| {
            let said = said.iter().map(|said| said.attestation().ok());
            said.collect::<Option<Vec<_>>>()
        };
        Some(match self {
            MapRecord::Write {
                field,
                before,
                after,
            } => MapEdit::Write {
                field: MapField::from_code(field)?,
                before: before.clone(),
                after: after.clone(),
            },
            MapRecord::Reword {
                function,
                before,
                after,
            } => MapEdit::Reword {
                function: function.parse().ok()?,
                before: before.clone(),
                after: after.clone(),
            },
            MapRecord::Add { to, function } => MapEdit::Add {
                to: to.seat()?,
                function: function.function().ok()?,
            },
            MapRecord::Remove { function } => MapEdit::Remove {
                function: function.function().ok()?,
            },
            MapRecord::Move { function, from, to } => MapEdit::Move {
                function: function.parse().ok()?,
                from: from.seat()?,
                to: to.seat()?,
            },
            MapRecord::SetIndividual { function, after } => MapEdit::SetIndividual {
                function: function.parse().ok()?,
                after: *after,
            },
            MapRecord::SetLink {
                function,
                before,
                after,
            } => MapEdit::SetLink {
                function: function.parse().ok()?,
                before: before.link()?,
                after: after.link()?,
            },
            MapRecord::SetAttestations {
                function,
                before,
                after,
            } => MapEdit::SetAttestations {
                function: function.parse().ok()?,
                before: said(before)?,
                after: said(after)?,
            },
        })
    }
}
