//! Functional maps: their list, one of them drawn, and what a key does to it.

use super::SetAsideView;
use super::wire;

/// What a person does to a map. Those that make a new function answer with its id in `focus`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum MapRequest {
    /// A text of the map is written: `title` or `committee`.
    Write {
        /// Which text.
        field: String,
        /// What the person saw there.
        before: String,
        /// What is there now.
        after: String,
    },
    /// A function is reworded.
    Reword {
        /// Which one.
        function: String,
        /// What the person saw there.
        before: String,
        /// What is there now.
        after: String,
    },
    /// A new function after this one.
    Sibling {
        /// Which one.
        of: String,
    },
    /// A new function below this one, the last.
    Child {
        /// Which one.
        of: String,
    },
    /// It becomes the last part of the one before it.
    Indent {
        /// Which one.
        function: String,
    },
    /// It comes to stand after the one it was part of.
    Outdent {
        /// Which one.
        function: String,
    },
    /// It trades places with its neighbour.
    Step {
        /// Which one.
        function: String,
        /// With the one after it.
        down: bool,
    },
    /// It is carried to a place.
    Move {
        /// Which one.
        function: String,
        /// Below which one.
        parent: String,
        /// At which position, from 0, counted without it.
        at: u32,
    },
    /// It is taken into the one before it.
    Merge {
        /// Which one.
        function: String,
        /// Though an element or a standard stays without its function.
        #[serde(default)]
        breaking: bool,
    },
    /// It is parted at a letter; what follows becomes a function of its own.
    Split {
        /// Which one.
        function: String,
        /// After how many letters.
        chars: u32,
    },
    /// It is taken out, with those below it.
    Remove {
        /// Which one.
        function: String,
        /// Though elements or standards stay without their functions.
        #[serde(default)]
        breaking: bool,
    },
    /// It is held to be one person's, or no longer.
    Individual {
        /// Which one.
        function: String,
        /// Whether it is held so.
        after: bool,
    },
    /// A person says something of it as it is worded today.
    Attest {
        /// Which one.
        function: String,
        /// `NECESSARY_AND_SUFFICIENT`, `ONE_PERSON` or `OBSERVABLE_OR_PRODUCT`.
        claim: String,
    },
    /// What was said of it no longer holds.
    Retract {
        /// Which one.
        function: String,
        /// What was said.
        claim: String,
    },
    /// It is an element of a standard from now on, and no other function is that one.
    LinkElement {
        /// Which one.
        function: String,
        /// Which element, by id; null where it is no longer one.
        element: Option<String>,
    },
    /// It is the function of a standard from now on, and no other of the map is.
    LinkStandard {
        /// Which one.
        function: String,
        /// Which standard, by id; null where it is no longer that of one.
        standard: Option<String>,
    },
    /// Lines, each deeper by its tabs, bullets or numbers, become functions below it.
    Paste {
        /// Below which one.
        below: String,
        /// The lines.
        text: String,
    },
}

wire! {
    /// A map to begin.
    pub struct NewMap {
        /// What sector it is the map of.
        pub title: String,
    }

    /// What to do to a map, as one.
    pub struct EditMap {
        /// The map.
        pub id: String,
        /// What to do, in order: all of it, or nothing.
        pub edits: Vec<MapRequest>,
    }

    /// A function that becomes a standard.
    pub struct TagFunction {
        /// The map.
        pub id: String,
        /// The function.
        pub function: String,
        /// The title of the standard; what is proposed for it when empty.
        pub title: String,
        /// Its references; those that are proposed where it is null.
        pub references: Option<Vec<String>>,
    }

    /// A function of a map that something is asked of.
    pub struct FunctionAsked {
        /// The map.
        pub id: String,
        /// The function.
        pub function: String,
    }

    /// What a function leads to: its element, what that asks for, and the items that reach it.
    pub struct ThreadView {
        /// The standard of the function, or of the nearest one above it.
        pub standard: Option<MapStandardView>,
        /// The element that the function is.
        pub element: Option<LinkableView>,
        /// What that element asks for.
        pub criteria: Vec<ThreadCriterionView>,
        /// The elements it may be linked to; those of its own standard first.
        pub linkable: Vec<LinkableView>,
    }

    /// An element that a function may be.
    pub struct LinkableView {
        /// Its id.
        pub id: String,
        /// The standard, by id.
        pub standard: String,
        /// What that is called.
        pub standard_title: String,
        /// «Elemento 2 de 3».
        pub name: String,
        /// What it says.
        pub title: String,
        /// The number of the function that is it already; empty where none is.
        pub function: String,
    }

    /// A criterion of an element, and the items that ask for it.
    pub struct ThreadCriterionView {
        /// Its id.
        pub id: String,
        /// «E1-D2».
        pub label: String,
        /// What it says.
        pub text: String,
        /// How many things it asks for.
        pub leaves: u32,
        /// How many of those an item reaches.
        pub reached: u32,
        /// The items that ask for it.
        pub items: Vec<ThreadItemView>,
    }

    /// An item of the instrument.
    pub struct ThreadItemView {
        /// Its id.
        pub id: String,
        /// Its code.
        pub code: String,
        /// What it says.
        pub text: String,
    }

    /// Where in a map a standard comes from.
    pub struct FunctionOfView {
        /// The function; null where no map has one of it.
        pub at: Option<FunctionAt>,
    }

    /// A function, and the map it stands in.
    pub struct FunctionAt {
        /// The map.
        pub map: String,
        /// The function.
        pub function: String,
        /// Its number.
        pub number: String,
    }

    /// An outline to read as a map.
    pub struct ImportMap {
        /// A Word document, a workbook or a text.
        pub path: String,
        /// What sector it is the map of; the name of the file where it is empty.
        pub title: String,
        /// It is only to be seen: nothing is written.
        pub dry: bool,
    }

    /// What an outline came to.
    pub struct MapImportView {
        /// The map; null where it was only to be seen.
        pub id: Option<String>,
        /// What sector it is the map of.
        pub title: String,
        /// Its functions; the first is the purpose.
        pub lines: Vec<OutlineLineView>,
        /// What was read otherwise than it was written.
        pub mended: Vec<ToldView>,
        /// What was not understood.
        pub not_understood: Vec<ToldView>,
    }

    /// A function of an outline.
    pub struct OutlineLineView {
        /// «1.2»; empty for the purpose.
        pub number: String,
        /// How far below the purpose.
        pub depth: u32,
        /// What it says.
        pub text: String,
    }

    /// Something said of a place in a file.
    pub struct ToldView {
        /// «Fila 12».
        pub place: String,
        /// What.
        pub text: String,
    }

    /// How a map moves on.
    pub struct MoveMap {
        /// The map.
        pub id: String,
        /// `MAP_IN_REVIEW`, `MAP_RETURNED` or `MAP_REOPENED`.
        pub act: String,
        /// Why.
        pub reason: String,
    }

    /// An edition of a map that was frozen.
    pub struct MapEditionView {
        /// From 1.
        pub number: u32,
        /// The act that froze it.
        pub act: u32,
        /// Its name: the digest of its canonical JSON.
        pub digest: String,
        /// When, in words.
        pub on: String,
        /// Who wrote it down.
        pub by: String,
        /// By which minute.
        pub minutes: String,
        /// Whether it stands, in words.
        pub state_name: String,
    }

    /// The maps.
    pub struct MapsView {
        /// Each by its title.
        pub rows: Vec<MapLine>,
    }

    /// One map of the list.
    pub struct MapLine {
        /// Its id.
        pub id: String,
        /// What sector it is the map of.
        pub title: String,
        /// Who owns it.
        pub committee: String,
        /// What the sector is for.
        pub purpose: String,
        /// How many functions it has, the purpose apart.
        pub functions: u32,
    }

    /// A map with all that is known of it.
    pub struct MapView {
        /// Its id.
        pub id: String,
        /// What sector it is the map of.
        pub title: String,
        /// Who owns it.
        pub committee: String,
        /// Every function, each before those below it; the first is the purpose.
        pub functions: Vec<FunctionView>,
        /// What the rules see, with what was set aside.
        pub findings: Vec<MapFindingView>,
        /// How many errors there are.
        pub errors: u32,
        /// How many warnings.
        pub warnings: u32,
        /// How many pieces of advice.
        pub advice: u32,
        /// How many findings were set aside.
        pub set_aside: u32,
        /// How far it is: `DRAFT`, `IN_REVIEW`, `VALIDATED_BY_GTE`, `FROZEN_FOR_EC`.
        pub state: String,
        /// The same, as people call it.
        pub state_name: String,
        /// Whether its words stay as they are.
        pub closed: bool,
        /// Its frozen editions, newest first.
        pub editions: Vec<MapEditionView>,
        /// The digest of the map.
        pub digest: String,
        /// The function to go to, where one was just made.
        pub focus: Option<String>,
        /// What can be undone, in words; null when nothing can.
        pub undo: Option<String>,
        /// The session of the group that ended with what would be undone; null where none did.
        pub undo_agreed: Option<String>,
        /// What can be redone, in words; null when nothing can.
        pub redo: Option<String>,
        /// When it was last saved, in words.
        pub saved_at: String,
    }

    /// A function where it stands.
    pub struct FunctionView {
        /// Its id.
        pub id: String,
        /// The one it is part of; null for the purpose.
        pub parent: Option<String>,
        /// «1.2.1»; empty for the purpose.
        pub number: String,
        /// How far below the purpose.
        pub depth: u32,
        /// `PURPOSE`, `KEY`, `INTERMEDIATE`, `INDIVIDUAL` or `ELEMENTARY`.
        pub level: String,
        /// The same, as people call it.
        pub level_name: String,
        /// What it says.
        pub text: String,
        /// Whether one person can do it.
        pub individual: bool,
        /// The standard that covers it.
        pub standard: Option<MapStandardView>,
        /// The element it is, as people cite it: «Elemento 1 de 3».
        pub element: Option<String>,
        /// That element, by id.
        pub element_id: Option<String>,
        /// What was said of it and still holds.
        pub attested: Vec<AttestedView>,
        /// The title that is proposed for a standard of it.
        pub proposed_title: String,
        /// The references that it and those below it propose for that standard.
        pub proposed_references: Vec<String>,
    }

    /// A standard that a function is tagged with.
    pub struct MapStandardView {
        /// Its id.
        pub id: String,
        /// Its code, or the code of its source.
        pub code: String,
        /// Its title.
        pub title: String,
    }

    /// What somebody said of a function.
    pub struct AttestedView {
        /// What.
        pub claim: String,
        /// In words.
        pub says: String,
        /// Who, and when, in words.
        pub by: String,
    }

    /// Something a rule sees in a map.
    pub struct MapFindingView {
        /// What names it while what it speaks of stays.
        pub key: String,
        /// The rule's id.
        pub rule: String,
        /// `error`, `warning` or `advice`.
        pub severity: String,
        /// The function it speaks of.
        pub function: Option<String>,
        /// Its number.
        pub label: String,
        /// From which character to which, in its text.
        pub span: Option<(u32, u32)>,
        /// What is wrong and what to do.
        pub message: String,
        /// What to write instead.
        pub suggestion: Option<String>,
        /// What a person may say to answer it: a claim.
        pub claim: Option<String>,
        /// On what basis.
        pub basis: String,
        /// Whether a person set it aside.
        pub set_aside: Option<SetAsideView>,
    }
}
