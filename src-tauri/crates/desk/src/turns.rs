//! Acts of editing that can be taken back, on any chain: of a standard, of a map, of an instrument.
//!
//! Each carries what was done and what takes it back as plain JSON, so that whoever holds the chain can
//! read what was changed without this app.

use domain::act::Act;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::{Order, Reader};

use crate::error::Error;

/// One edit as it is written down. It must say the edit exactly: undoing is making the edit that was
/// written down as its way back.
pub(crate) trait Recorded: Serialize + DeserializeOwned {
    /// What it records.
    type Edit;

    /// What the act that makes such edits is called.
    const DONE: &'static str = "EDIT";
    /// What the act that takes one back is called.
    const UNDONE: &'static str = "UNDO";
    /// What the act that makes one again is called.
    const REDONE: &'static str = "REDO";

    /// Written down.
    fn of(edit: &Self::Edit) -> Self;

    /// Read back; nothing if it was written by another.
    fn edit(&self) -> Option<Self::Edit>;

    /// The words it leaves written, as a person reads them; nothing where it is not about words.
    fn words(&self) -> &str {
        ""
    }
}

/// What an act of editing carries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entry<R> {
    /// Where, as people cite it, or what was done in a few words.
    pub(crate) place: String,
    /// All the places, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) places: Vec<String>,
    /// What was done, in order.
    pub(crate) edits: Vec<R>,
    /// What takes it back, in order.
    pub(crate) back: Vec<R>,
    /// The act this one took back or did again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) of: Option<u64>,
    /// The act that left the document as this one left it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) returns: Option<u64>,
}

impl<R: Recorded> Entry<R> {
    pub(crate) fn new(
        place: String,
        edits: &[R::Edit],
        back: &[R::Edit],
        of: Option<u64>,
    ) -> Entry<R> {
        Entry {
            place,
            places: Vec::new(),
            edits: edits.iter().map(R::of).collect(),
            back: back.iter().map(R::of).collect(),
            of,
            returns: None,
        }
    }

    /// What an act of editing says that came to be so; `place` is where it was, or what it did.
    pub(crate) fn turned(
        turning: Turning<'_>,
        place: String,
        edits: &[R::Edit],
        back: &[R::Edit],
    ) -> Entry<R> {
        match turning {
            Turning::Done => Entry::new(place, edits, back, None),
            Turning::Turned { number, place, .. } => Entry::new(place, edits, back, Some(number)),
            Turning::Returned(to) => Entry {
                returns: Some(to),
                ..Entry::new(format!("el regreso al acto {to}"), edits, back, None)
            },
        }
    }

    /// The words there were and those there are; nothing where they stayed.
    pub(crate) fn words_of_both(&self) -> (String, String) {
        let said = |records: &mut dyn Iterator<Item = &R>| {
            let said = records.map(Recorded::words);
            let said: Vec<&str> = said.filter(|words| !words.is_empty()).collect();
            said.join("\n")
        };
        // What was done last is taken back first.
        let before = said(&mut self.back.iter().rev());
        match (before, said(&mut self.edits.iter())) {
            (before, after) if before == after => <_>::default(),
            both => both,
        }
    }

    /// As it is sealed.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string(self).expect("a record is plain data, which always has a JSON form")
    }

    /// From what was sealed; nothing if that is not such an edit.
    pub(crate) fn parse(text: &str) -> Option<Entry<R>> {
        serde_json::from_str(text).ok()
    }

    /// The edits that take the act back.
    pub(crate) fn way_back(&self) -> Option<Vec<R::Edit>> {
        self.back.iter().map(R::edit).collect()
    }

    /// The edits that the act made.
    pub(crate) fn way_forth(&self) -> Option<Vec<R::Edit>> {
        self.edits.iter().map(R::edit).collect()
    }
}

/// How an act of editing comes to be.
#[derive(Debug, Clone)]
pub(crate) enum Turning<'a> {
    /// Somebody edits.
    Done,
    /// An act is taken back, or made again.
    Turned {
        /// `UNDO` or `REDO`.
        act: &'a str,
        /// Which act it turns.
        number: u64,
        /// Where that was.
        place: String,
    },
    /// The document is left as this act had left it.
    Returned(u64),
}

impl<'a> Turning<'a> {
    /// What the act is called.
    pub(crate) fn act(&self) -> &'a str {
        match self {
            Turning::Done | Turning::Returned(_) => "EDIT",
            Turning::Turned { act, .. } => act,
        }
    }
}

/// What makes the turn that `act` asks for (to take back or to make again): the act it turns, where that was, and the
/// edits to make.
pub(crate) fn turned<R: Recorded>(
    reader: &Reader<'_>,
    chain: &str,
    act: &str,
) -> Result<(u64, String, Vec<R::Edit>), Error> {
    let (undo, redo) = turns::<R>(reader, chain)?;
    let turned = if act == R::UNDONE { undo } else { redo };
    let (number, entry) = turned.ok_or(Error::NothingToUndo)?;
    let way = entry.way_back();
    let way = way.ok_or(store::Error::Corrupt { what: "edit" })?;
    Ok((number, entry.place, way))
}

/// How many acts are looked at in one go.
const PAGE: usize = 64;

/// An act to turn: its number, and what it says.
pub(crate) type Turn<R> = Option<(u64, Entry<R>)>;

/// The act that undoing would take back, and the one that redoing would.
pub(crate) fn turns<R: Recorded>(
    reader: &Reader<'_>,
    chain: &str,
) -> Result<(Turn<R>, Turn<R>), Error> {
    let entry = |act: &Act| Entry::parse(&act.body).map(|entry| (act.number, entry));
    let (mut undo, mut redo) = (None, None);
    let (mut undone, mut redone) = (0, 0);
    let mut may_redo = true;
    let mut from = 0;
    loop {
        let page = reader.acts_page(chain, from, PAGE, Order::NewestFirst)?;
        for act in &page {
            let word = act.act.as_str();
            if word == R::UNDONE {
                undone += 1;
                if may_redo && redo.is_none() {
                    match redone {
                        0 => redo = entry(act),
                        _ => redone -= 1,
                    }
                }
            } else if word == R::DONE || word == R::REDONE {
                if undo.is_none() {
                    match undone {
                        0 => undo = entry(act),
                        _ => undone -= 1,
                    }
                }
                if word == R::REDONE {
                    redone += 1;
                } else {
                    may_redo = false;
                }
            } // Acts of the road and of the file are not taken back so.
            if undo.is_some() && (redo.is_some() || !may_redo) {
                return Ok((undo, redo));
            }
        }
        if page.len() < PAGE {
            return Ok((undo, redo));
        }
        from += PAGE;
    }
}
