//! Assessment instruments: one of them shown against its standard, and what a key does to it.

use super::{IecAnnexView, IecStandingView, ToldView, wire};

/// What a person does to an instrument. Those that make a new part answer with its id in `focus`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum IecRequest {
    /// Each of these leaves that has no item gets the one that is proposed for it; all where empty.
    Derive {
        /// The leaves, by id.
        leaves: Vec<String>,
    },
    /// Another item for a leaf.
    AddItem {
        /// The leaf.
        leaf: String,
        /// The tool; the usual one of its kind where it is null.
        tool: Option<String>,
    },
    /// A text of a part is written: `text` or `reason` of an item, `name` or `description` of a
    /// situation, `title` or `instruction` of a tool, `title` of an annex.
    Write {
        /// The part.
        part: String,
        /// Which text.
        field: String,
        /// What the person saw there.
        before: String,
        /// What is there now.
        after: String,
    },
    /// A choice of a part is made: `weight`, `historical` or `tool` of an item, `situation` of a tool,
    /// `audience` of an annex.
    Choose {
        /// The part.
        part: String,
        /// Which choice.
        field: String,
        /// What is chosen; empty for none.
        value: String,
    },
    /// What is expected in a contingency is set.
    Expect {
        /// The item.
        item: String,
        /// One a line.
        responses: Vec<String>,
    },
    /// A person looked at the leaf of an item again: it is no longer stale.
    Confirm {
        /// The item.
        item: String,
    },
    /// A tool is added, last.
    AddTool {
        /// `OBSERVATION_GUIDE`, `CHECKLIST` or `QUESTIONNAIRE`.
        kind: String,
    },
    /// A situation of application is added, last.
    AddSituation {
        /// Its name.
        name: String,
    },
    /// A question is added to an item, last.
    AddQuestion {
        /// The item.
        item: String,
        /// `MULTIPLE_CHOICE`, `TRUE_FALSE`, `MATCHING`, `COMPLETION` or `IMAGE`.
        kind: String,
    },
    /// A question is set, whole.
    SetQuestion {
        /// What the person saw.
        before: Box<IecQuestion>,
        /// What it is now.
        after: Box<IecQuestion>,
    },
    /// A part is taken out, with all that belongs to it.
    Remove {
        /// The part.
        part: String,
    },
    /// A part changes its place among those of its list; an item, among those of its tool.
    Move {
        /// The part.
        part: String,
        /// To which position, from 0.
        to: u32,
    },
    /// What is set once for the whole is set; what is null stays.
    Terms {
        /// Shares of the classes, «20.00», minor, medium, major.
        shares: Option<[String; 3]>,
        /// The pass score, «97.64»; empty for none.
        pass_score: Option<String>,
        /// The kinds of criterion that are judged (J-2).
        judged: Option<Vec<String>>,
        /// How long it takes, in minutes; 0 for what the standard says.
        minutes: Option<u32>,
    },
    /// A form is drawn from the bank.
    Draw {
        /// The key: the same one draws the same form.
        seed: String,
        /// How many questions of each item; null for as many as the level of each asks for.
        per_item: Option<u32>,
    },
}

wire! {
    /// A workbook to read for an instrument.
    pub struct ImportSheet {
        /// Its standard, by id or code.
        pub id: String,
        /// The workbook.
        pub path: String,
        /// It is only to be seen: nothing is written.
        pub dry: bool,
    }

    /// A workbook to write, to be filled in.
    pub struct ExportTemplate {
        /// The standard, by id or code.
        pub id: String,
        /// `IEC` or `PILOT`.
        pub what: String,
        /// The file to write.
        pub path: String,
        /// Whether an existing file may be replaced.
        pub replace: bool,
    }

    /// What a workbook came to.
    pub struct IecImportView {
        /// How many items.
        pub items: u32,
        /// How many questions.
        pub questions: u32,
        /// What else came, in words: «2 instrumentos».
        pub also: Vec<String>,
        /// The rows that were not understood.
        pub not_understood: Vec<ToldView>,
        /// It was only to be seen.
        pub dry: bool,
    }

    /// The last pilot of an instrument.
    pub struct PilotOfView {
        /// What it says; null where there was none.
        pub pilot: Option<PilotView>,
    }

    /// What a pilot says.
    pub struct PilotView {
        /// The file it came in.
        pub name: String,
        /// When, and who brought it in, in words.
        pub on: String,
        /// How many people were evaluated.
        pub candidates: u32,
        /// How many times.
        pub sittings: u32,
        /// The middle of how long it took.
        pub median_minutes: Option<u32>,
        /// How many ended in the time of the instrument, in words; null where it says none.
        pub in_time: Option<String>,
        /// Each item, in its order.
        pub items: Vec<PilotItemView>,
    }

    /// What a pilot says of an item.
    pub struct PilotItemView {
        /// The item.
        pub item: String,
        /// Its code.
        pub code: String,
        /// The criterion it is for.
        pub label: String,
        /// What it says.
        pub text: String,
        /// How many people were marked.
        pub asked: u32,
        /// «0.75»; null where nobody was.
        pub difficulty: Option<String>,
        /// «0.31»; null where all were marked alike.
        pub discrimination: Option<String>,
        /// «1.00»; null where nobody was evaluated twice.
        pub agreement: Option<String>,
        /// Why to look at it, in words.
        pub look: Vec<String>,
    }

    /// What to do to an instrument, as one.
    pub struct EditInstrument {
        /// Its standard, by id or code.
        pub id: String,
        /// What to do, in order: all of it, or nothing.
        pub edits: Vec<IecRequest>,
    }

    /// A copy of an instrument, or its matrix, to write to disk.
    pub struct ExportInstrument {
        /// Its standard, by id or code.
        pub id: String,
        /// `FULL`, `CANDIDATE`, `KEY`, `SHOWN` (all but the key) or `MATRIX`.
        pub copy: String,
        /// `PDF`; `DOCX` for a copy, `XLSX` for the matrix.
        pub format: String,
        /// The file to write.
        pub path: String,
        /// Whether an existing file may be replaced.
        pub replace: bool,
        /// A frozen edition, by its number or digest; empty for the instrument of today.
        pub edition: String,
    }

    /// An instrument against its standard.
    pub struct InstrumentView {
        /// The id of its standard.
        pub id: String,
        /// The code of its standard, or of its source.
        pub code: String,
        /// The title of its standard.
        pub title: String,
        /// Whether it was begun.
        pub begun: bool,
        /// What the standard asks for, in the order of its page.
        pub leaves: Vec<LeafView>,
        /// The situations it is applied in.
        pub situations: Vec<IecSituationView>,
        /// The tools, in the order of application, each with its items.
        pub tools: Vec<ToolView>,
        /// The annexes, from the third on.
        pub annexes: Vec<IecAnnexView>,
        /// What is done, in the order of application.
        pub plan: Vec<ActivityView>,
        /// The two criteria of the judgement, as papers print them.
        pub judgement: Vec<String>,
        /// What the standard asks to have at hand.
        pub requirements: Vec<String>,
        /// The questions and items that came in a packet, without their key.
        pub keyless: Vec<String>,
        /// The items that take historical evidence, or ask for it.
        pub historical: Vec<String>,
        /// The weights as they come out.
        pub weights: WeightsView,
        /// How many leaves have no item.
        pub uncovered: u32,
        /// How many items are stale, or have lost their leaf.
        pub stale: u32,
        /// What the rules see.
        pub findings: Vec<IecFindingView>,
        /// How many errors there are.
        pub errors: u32,
        /// How many warnings.
        pub warnings: u32,
        /// How its questions were drawn; null where they were chosen.
        pub draw: Option<IecDrawView>,
        /// How far it is, and its editions.
        pub standing: IecStandingView,
        /// The part to go to, where one was just made.
        pub focus: Option<String>,
        /// What can be undone, in words; null when nothing can.
        pub undo: Option<String>,
        /// What can be redone, in words; null when nothing can.
        pub redo: Option<String>,
        /// When it was last saved, in words.
        pub saved_at: String,
        /// The digest of the instrument; empty where it was not begun.
        pub digest: String,
    }

    /// A leaf of the standard, and its items: a row of the coverage matrix.
    pub struct LeafView {
        /// Its id.
        pub id: String,
        /// As people cite it: «E1-D2.3».
        pub label: String,
        /// `PERFORMANCE`, `PRODUCT`, `KNOWLEDGE`, `ATTITUDE` or `CONTINGENCY`.
        pub kind: String,
        /// The line of its criterion.
        pub line: String,
        /// What hangs on it.
        pub detail: String,
        /// The level of a knowledge, in words.
        pub level: String,
        /// The items that ask for it.
        pub items: Vec<String>,
        /// The sentence that is proposed for an item of it.
        pub proposed: String,
    }

    /// A situation of application.
    pub struct IecSituationView {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
        /// What is set up.
        pub description: String,
    }

    /// A tool with its items.
    pub struct ToolView {
        /// Its id.
        pub id: String,
        /// What it is.
        pub kind: String,
        /// The same, as people call it.
        pub kind_name: String,
        /// The situation it is applied in.
        pub situation: Option<String>,
        /// Its title.
        pub title: String,
        /// What its box says.
        pub instruction: String,
        /// Its items.
        pub items: Vec<IecItemView>,
    }

    /// An item.
    pub struct IecItemView {
        /// Its id.
        pub id: String,
        /// «135.1/1-C1E1».
        pub code: String,
        /// The leaf it asks for.
        pub leaf: String,
        /// As people cite it; empty where it is gone.
        pub label: String,
        /// What it says.
        pub text: String,
        /// `MINOR`, `MEDIUM` or `MAJOR`.
        pub weight: String,
        /// What it weighs as printed: «0.59», or «0 (-0.29)».
        pub weighs: String,
        /// `ALLOWED`, `NOT_ALLOWED` or `REQUIRED`.
        pub historical: String,
        /// What is expected, for Anexo 2.
        pub expected: Vec<String>,
        /// Why there are several, or the wording differs.
        pub reason: String,
        /// `FRESH`, `STALE` or `ORPHAN`.
        pub stands: String,
        /// What its leaf said when a person last looked.
        pub seen: String,
        /// Its questions, those of the bank too.
        pub questions: Vec<IecQuestion>,
    }

    /// A question.
    pub struct IecQuestion {
        /// Its id.
        pub id: String,
        /// The item it belongs to.
        pub item: String,
        /// How it is put.
        pub kind: String,
        /// `RECALL`, `COMPREHENSION` or `APPLICATION`; null for none.
        pub level: Option<String>,
        /// What it asks.
        pub text: String,
        /// What can be answered.
        pub options: Vec<String>,
        /// Which options are right, from 0.
        pub key: Vec<u32>,
        /// The annex it is about.
        pub annex: Option<String>,
        /// `IN_FORM`, `IN_BANK` or `RETIRED`.
        pub standing: String,
        /// How many answered it right in the last pilot, from 0 to 1; whoever asks does not say it.
        #[serde(default)]
        pub difficulty: Option<String>,
        /// How well it told those who know, from -1 to 1.
        #[serde(default)]
        pub discrimination: Option<String>,
    }

    /// What is done with one tool: a line of the evaluation plan.
    pub struct ActivityView {
        /// The tool.
        pub tool: String,
        /// What it is called.
        pub name: String,
        /// «De campo», «Documental».
        pub technique: String,
        /// The situation it is done in.
        pub situation: String,
        /// How many items are marked in it.
        pub items: u32,
    }

    /// The weights of an instrument, as they are printed.
    pub struct WeightsView {
        /// Minor, medium, major.
        pub classes: Vec<ClassWeightView>,
        /// What can be reached.
        pub total: String,
        /// What rounding adds to a hundred, or takes from it.
        pub rounding: String,
        /// What can be lost by attitudes that are not shown.
        pub penalty: String,
        /// The pass score; empty until it is set.
        pub pass_score: String,
        /// The least score that excludes whoever misses one major item; empty where there is none.
        pub excluding_one_major: String,
        /// The kinds of criterion that are judged (J-2).
        pub judged: Vec<String>,
        /// How long it takes, in minutes; null for what the standard says.
        pub minutes: Option<u32>,
    }

    /// How the questions that are asked were drawn from the bank.
    pub struct IecDrawView {
        /// The key of the draw.
        pub key: String,
        /// How many questions of each item; null where it went by level.
        pub per_item: Option<u32>,
        /// Whether the questions that are asked are still those.
        pub as_drawn: bool,
    }

    /// One class of weight.
    pub struct ClassWeightView {
        /// `MINOR`, `MEDIUM` or `MAJOR`.
        pub class: String,
        /// The same, as people call it.
        pub name: String,
        /// What it shares, as it was set.
        pub set: String,
        /// What it shares, after classes without items left theirs.
        pub share: String,
        /// How many items.
        pub items: u32,
        /// How many penalties.
        pub penalties: u32,
        /// What one item weighs.
        pub each: String,
        /// What they add up to.
        pub total: String,
    }

    /// Something a rule sees in an instrument.
    pub struct IecFindingView {
        /// Its name, by which it is set aside.
        pub key: String,
        /// What a person said of it; null while it stands.
        pub set_aside: Option<super::SetAsideView>,
        /// The rule's id.
        pub rule: String,
        /// `error`, `warning` or `advice`.
        pub severity: String,
        /// The part it speaks of: an item, a question, a tool; or the leaf.
        pub part: Option<String>,
        /// Where, as people cite it.
        pub label: String,
        /// What is wrong and what to do.
        pub message: String,
        /// On what basis.
        pub basis: String,
    }
}
