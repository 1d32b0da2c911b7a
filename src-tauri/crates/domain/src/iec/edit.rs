//! Changing an instrument, one reversible step at a time: the same promise as the edits of a standard
//! and of a map.

use super::{Annex, AssessmentInstrument, Item, Question, Situation, Terms, Tool};
use crate::ids::PartId;
use crate::vocabulary;

vocabulary! {
    /// A list of an instrument.
    pub enum IecList {
        /// Situations of application.
        Situations = "situations",
        /// Guides, checklists, questionnaires.
        Tools = "tools",
        /// Items.
        Items = "items",
        /// Questions.
        Questions = "questions",
        /// Annexes.
        Annexes = "annexes",
    }
}

/// A part of an instrument, as a list gives it up or takes it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IecPart {
    /// A situation of application.
    Situation(Situation),
    /// A guide, a checklist or a questionnaire.
    Tool(Tool),
    /// An item.
    Item(Item),
    /// A question.
    Question(Question),
    /// An annex.
    Annex(Annex),
}

impl IecPart {
    /// Which one it is.
    pub const fn id(&self) -> PartId {
        match self {
            IecPart::Situation(part) => part.id,
            IecPart::Tool(part) => part.id,
            IecPart::Item(part) => part.id,
            IecPart::Question(part) => part.id,
            IecPart::Annex(part) => part.id,
        }
    }

    /// The list it stands in.
    pub const fn list(&self) -> IecList {
        match self {
            IecPart::Situation(_) => IecList::Situations,
            IecPart::Tool(_) => IecList::Tools,
            IecPart::Item(_) => IecList::Items,
            IecPart::Question(_) => IecList::Questions,
            IecPart::Annex(_) => IecList::Annexes,
        }
    }
}

/// One reversible change of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IecEdit {
    /// What is set once for the whole is set.
    SetTerms {
        /// What stands there.
        before: Terms,
        /// What will.
        after: Terms,
    },
    /// A part is put into its list.
    Add {
        /// At which position, from 0.
        at: usize,
        /// What.
        part: IecPart,
    },
    /// A part is taken out of its list.
    Remove {
        /// What stands there.
        part: IecPart,
    },
    /// A part changes: both are the same one, and of one kind.
    Change {
        /// What stands there.
        before: IecPart,
        /// What will.
        after: IecPart,
    },
    /// A part changes its position in its list.
    Move {
        /// Which list.
        list: IecList,
        /// Which part.
        part: PartId,
        /// From which position, from 0.
        from: usize,
        /// To which position, from 0.
        to: usize,
    },
}

/// Why an edit of an instrument is not made. The instrument stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is frozen as it stands.
    #[error("the instrument is frozen")]
    Closed,
    /// Historical evidence is taken of products alone.
    #[error("historical evidence is taken of products alone")]
    NotAProduct,
    /// Somebody else has changed it since.
    #[error("{what} is no longer what the edit was made from")]
    Changed {
        /// What was changed.
        what: &'static str,
    },
    /// What it would belong to is not there.
    #[error("there is no such {what}")]
    NoSuch {
        /// What is missing.
        what: &'static str,
    },
    /// Others belong to it: they go first, or with it.
    #[error("{count} {what} belong to it")]
    InUse {
        /// What belongs to it.
        what: &'static str,
        /// How many.
        count: usize,
    },
    /// A part of that id is there already.
    #[error("the instrument already has a part of that id")]
    Doubled,
    /// The shares are not a hundred.
    #[error("the shares of the classes are not a hundred together")]
    NotAHundred,
    /// The list would be too long.
    #[error("at most {limit} {what}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there may be.
        limit: usize,
    },
}

/// How many parts a list may have: ten times the largest instrument that is expected.
pub const MOST_PARTS: usize = 10_000;

impl AssessmentInstrument {
    /// Makes one change, and answers with the change that takes it back.
    pub fn apply(&mut self, edit: &IecEdit) -> Result<IecEdit, Refusal> {
        match edit {
            IecEdit::SetTerms { before, after } => {
                if self.terms != *before {
                    return Err(Refusal::Changed { what: "terms" });
                }
                if !after.shares.are_a_hundred() {
                    return Err(Refusal::NotAHundred);
                }
                self.terms.clone_from(after);
                Ok(IecEdit::SetTerms {
                    before: after.clone(),
                    after: before.clone(),
                })
            }
            IecEdit::Add { at, part } => {
                self.may_stand(part)?;
                if self.part(part.id()).is_some() {
                    return Err(Refusal::Doubled);
                }
                self.insert(*at, part)?;
                Ok(IecEdit::Remove { part: part.clone() })
            }
            IecEdit::Remove { part } => {
                let at = self.stands(part)?;
                self.nothing_belongs_to(part.id())?;
                self.take(part.list(), at);
                Ok(IecEdit::Add {
                    at,
                    part: part.clone(),
                })
            }
            IecEdit::Change { before, after } => {
                let what = before.list().code();
                if before.id() != after.id() || before.list() != after.list() {
                    return Err(Refusal::Changed { what });
                }
                let at = self.stands(before)?;
                self.may_stand(after)?;
                self.take(before.list(), at);
                self.insert(at, after)?;
                Ok(IecEdit::Change {
                    before: after.clone(),
                    after: before.clone(),
                })
            }
            IecEdit::Move {
                list,
                part,
                from,
                to,
            } => {
                if self.position(*list, *part) != Some(*from) || *to >= self.count(*list) {
                    return Err(Refusal::Changed { what: list.code() });
                }
                self.shift(*list, *from, *to);
                Ok(IecEdit::Move {
                    list: *list,
                    part: *part,
                    from: *to,
                    to: *from,
                })
            }
        }
    }

    /// Makes several changes as one: all of them, or none. Answers with those that take them back,
    /// in the order to make them.
    pub fn apply_all(&mut self, edits: &[IecEdit]) -> Result<Vec<IecEdit>, Refusal> {
        let mut next = self.clone();
        let mut back = Vec::with_capacity(edits.len());
        for edit in edits {
            back.push(next.apply(edit)?);
        }
        *self = next;
        back.reverse();
        Ok(back)
    }

    /// One part, whatever its kind.
    pub fn part(&self, id: PartId) -> Option<IecPart> {
        let situation = self.situations.iter().find(|part| part.id == id);
        let tool = self.tools.iter().find(|part| part.id == id);
        let item = self.items.iter().find(|part| part.id == id);
        let question = self.questions.iter().find(|part| part.id == id);
        let annex = self.annexes.iter().find(|part| part.id == id);
        situation
            .map(|part| IecPart::Situation(part.clone()))
            .or_else(|| tool.map(|part| IecPart::Tool(part.clone())))
            .or_else(|| item.map(|part| IecPart::Item(part.clone())))
            .or_else(|| question.map(|part| IecPart::Question(part.clone())))
            .or_else(|| annex.map(|part| IecPart::Annex(part.clone())))
    }

    /// The edits that take a part out with all that belongs to it, what hangs on it first.
    pub fn uproot(&self, id: PartId) -> Result<Vec<IecEdit>, Refusal> {
        let part = self.part(id).ok_or(Refusal::NoSuch { what: "part" })?;
        let mut edits = Vec::new();
        match &part {
            IecPart::Tool(_) => {
                for item in self.items_of(id) {
                    edits.extend(self.uproot(item.id)?);
                }
            }
            IecPart::Item(_) => {
                let below = self.questions.iter().filter(|question| question.item == id);
                edits.extend(below.map(|question| IecEdit::Remove {
                    part: IecPart::Question(question.clone()),
                }));
            }
            IecPart::Situation(_) => {
                let within = self.tools.iter().filter(|tool| tool.situation == Some(id));
                edits.extend(within.map(|tool| IecEdit::Change {
                    before: IecPart::Tool(tool.clone()),
                    after: IecPart::Tool(Tool {
                        situation: None,
                        ..tool.clone()
                    }),
                }));
            }
            IecPart::Annex(_) => {
                let about = self
                    .questions
                    .iter()
                    .filter(|asked| asked.annex == Some(id));
                edits.extend(about.map(|asked| IecEdit::Change {
                    before: IecPart::Question(asked.clone()),
                    after: IecPart::Question(Question {
                        annex: None,
                        ..asked.clone()
                    }),
                }));
            }
            IecPart::Question(_) => {}
        }
        edits.push(IecEdit::Remove { part });
        Ok(edits)
    }

    /// Whether whatever a part names is there, as every edit leaves it: a file may say otherwise.
    pub fn is_whole(&self) -> bool {
        let tools = self.tools.iter().cloned().map(IecPart::Tool);
        let items = self.items.iter().cloned().map(IecPart::Item);
        let questions = self.questions.iter().cloned().map(IecPart::Question);
        let mut parts = tools.chain(items).chain(questions);
        parts.all(|part| self.may_stand(&part).is_ok())
    }

    /// Where a part of a list stands.
    pub fn position(&self, list: IecList, id: PartId) -> Option<usize> {
        match list {
            IecList::Situations => self.situations.iter().position(|part| part.id == id),
            IecList::Tools => self.tools.iter().position(|part| part.id == id),
            IecList::Items => self.items.iter().position(|part| part.id == id),
            IecList::Questions => self.questions.iter().position(|part| part.id == id),
            IecList::Annexes => self.annexes.iter().position(|part| part.id == id),
        }
    }

    fn count(&self, list: IecList) -> usize {
        match list {
            IecList::Situations => self.situations.len(),
            IecList::Tools => self.tools.len(),
            IecList::Items => self.items.len(),
            IecList::Questions => self.questions.len(),
            IecList::Annexes => self.annexes.len(),
        }
    }

    fn insert(&mut self, at: usize, part: &IecPart) -> Result<(), Refusal> {
        let list = part.list();
        if at > self.count(list) {
            return Err(Refusal::Changed { what: list.code() });
        }
        if self.count(list) >= MOST_PARTS {
            return Err(Refusal::TooMany {
                what: list.code(),
                limit: MOST_PARTS,
            });
        }
        match part.clone() {
            IecPart::Situation(part) => self.situations.insert(at, part),
            IecPart::Tool(part) => self.tools.insert(at, part),
            IecPart::Item(part) => self.items.insert(at, part),
            IecPart::Question(part) => self.questions.insert(at, part),
            IecPart::Annex(part) => self.annexes.insert(at, part),
        }
        Ok(())
    }

    fn take(&mut self, list: IecList, at: usize) {
        match list {
            IecList::Situations => drop(self.situations.remove(at)),
            IecList::Tools => drop(self.tools.remove(at)),
            IecList::Items => drop(self.items.remove(at)),
            IecList::Questions => drop(self.questions.remove(at)),
            IecList::Annexes => drop(self.annexes.remove(at)),
        }
    }

    fn shift(&mut self, list: IecList, from: usize, to: usize) {
        fn turn<T>(parts: &mut [T], from: usize, to: usize) {
            match from < to {
                true => parts[from..=to].rotate_left(1),
                false => parts[to..=from].rotate_right(1),
            }
        }
        match list {
            IecList::Situations => turn(&mut self.situations, from, to),
            IecList::Tools => turn(&mut self.tools, from, to),
            IecList::Items => turn(&mut self.items, from, to),
            IecList::Questions => turn(&mut self.questions, from, to),
            IecList::Annexes => turn(&mut self.annexes, from, to),
        }
    }

    /// The position of a part that is exactly as it was taken to be.
    fn stands(&self, part: &IecPart) -> Result<usize, Refusal> {
        let what = part.list().code();
        let at = self.position(part.list(), part.id());
        let at = at.ok_or(Refusal::Changed { what })?;
        let same = match part {
            IecPart::Situation(part) => self.situations[at] == *part,
            IecPart::Tool(part) => self.tools[at] == *part,
            IecPart::Item(part) => self.items[at] == *part,
            IecPart::Question(part) => self.questions[at] == *part,
            IecPart::Annex(part) => self.annexes[at] == *part,
        };
        if same {
            Ok(at)
        } else {
            Err(Refusal::Changed { what })
        }
    }

    /// What a part names is there.
    fn may_stand(&self, part: &IecPart) -> Result<(), Refusal> {
        let there = |list, id| self.position(list, id).is_some();
        let missing = match part {
            IecPart::Tool(tool) => tool
                .situation
                .filter(|id| !there(IecList::Situations, *id))
                .map(|_| "situation"),
            IecPart::Item(item) => (!there(IecList::Tools, item.tool)).then_some("tool"),
            IecPart::Question(asked) => {
                let item = (!there(IecList::Items, asked.item)).then_some("item");
                let annex = asked.annex.filter(|id| !there(IecList::Annexes, *id));
                item.or(annex.map(|_| "annex"))
            }
            IecPart::Situation(_) | IecPart::Annex(_) => None,
        };
        missing.map_or(Ok(()), |what| Err(Refusal::NoSuch { what }))
    }

    fn nothing_belongs_to(&self, id: PartId) -> Result<(), Refusal> {
        let in_use = |what, count| match count {
            0 => Ok(()),
            count => Err(Refusal::InUse { what, count }),
        };
        let tools = self.tools.iter().filter(|tool| tool.situation == Some(id));
        in_use("tools", tools.count())?;
        in_use("items", self.items_of(id).count())?;
        let asked = self.questions.iter();
        let asked = asked.filter(|asked| asked.item == id || asked.annex == Some(id));
        in_use("questions", asked.count())
    }
}
