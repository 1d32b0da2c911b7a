//! Changing a standard, one reversible step at a time.
//!
//! An [`Edit`] says the place, what stood there and what stands there now. Applying one answers with
//! the edit that takes it back, exactly: even a numbering that was wrong in the printed document
//! returns. An edit whose «before» is not what stands there is refused and changes nothing, so two
//! windows never overwrite each other in silence.

use chrono::NaiveDate;

use super::part::{Field, ListOf, Part};
use super::{CompetenceStandard, Duration, KnowledgeLevel, PrintedForm};
use crate::ids::PartId;

/// One reversible change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A text is written over another.
    Write {
        /// Whose; `None` is the standard itself.
        part: Option<PartId>,
        /// Which text.
        field: Field,
        /// What stands there.
        before: String,
        /// What will.
        after: String,
    },
    /// A part is put into a list.
    Add {
        /// Where.
        into: ListOf,
        /// At which position, from 0.
        at: usize,
        /// What.
        part: Part,
        /// The numbers of the list afterwards; `None` counts from one.
        numbers: Option<Vec<u32>>,
    },
    /// A part is taken out of a list, with all that is in it.
    Remove {
        /// From where.
        from: ListOf,
        /// What stands there.
        part: Part,
        /// The numbers of the list afterwards; `None` counts from one.
        numbers: Option<Vec<u32>>,
    },
    /// A part changes its position in its list.
    Move {
        /// Which list.
        within: ListOf,
        /// Which part.
        part: PartId,
        /// From which position, from 0.
        from: usize,
        /// To which position, from 0.
        to: usize,
        /// The numbers of the list afterwards; `None` counts from one.
        numbers: Option<Vec<u32>>,
    },
    /// A list is numbered again.
    Number {
        /// Which list.
        list: ListOf,
        /// The numbers it has.
        before: Vec<u32>,
        /// The numbers it gets; `None` counts from one.
        after: Option<Vec<u32>>,
    },
    /// The duration is set, sentence and minutes together.
    SetDuration {
        /// What stands there.
        before: Duration,
        /// What will.
        after: Duration,
    },
    /// What the source printed around the standard gives way to what the app prints, or returns.
    SetPrinted {
        /// What stands there.
        before: Option<PrintedForm>,
        /// What will.
        after: Option<PrintedForm>,
    },
    /// The colon after a name or a term, kept apart from it, as printed or as the form asks.
    SetColon {
        /// The attitude or the glossary entry.
        part: PartId,
        /// Whether it is there afterwards.
        after: bool,
    },
}

/// Why an edit is not made. The standard stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such part, or no such text or list in it.
    #[error("there is no {what} there")]
    NoSuchPlace {
        /// What was asked for.
        what: &'static str,
    },
    /// Somebody else has changed it since.
    #[error("{field} no longer says what the edit was made from")]
    Changed {
        /// The text or list.
        field: &'static str,
    },
    /// The value does not fit the field.
    #[error("{value:?} is not a value for {field}")]
    BadValue {
        /// The text.
        field: &'static str,
        /// What was given.
        value: String,
    },
    /// The list does not hold parts of that kind.
    #[error("{list} does not hold such a part")]
    WrongKind {
        /// The list.
        list: &'static str,
    },
}

impl CompetenceStandard {
    /// Makes one change, and answers with the change that takes it back.
    pub fn apply(&mut self, edit: &Edit) -> Result<Edit, Refusal> {
        match edit {
            Edit::Write {
                part,
                field,
                before,
                after,
            } => self.write(*part, *field, before, after),
            Edit::Add {
                into,
                at,
                part,
                numbers,
            } => self.add(*into, *at, part, numbers.as_deref()),
            Edit::Remove {
                from,
                part,
                numbers,
            } => self.remove(*from, part, numbers.as_deref()),
            Edit::Move {
                within,
                part,
                from,
                to,
                numbers,
            } => self.shift(*within, *part, *from, *to, numbers.as_deref()),
            Edit::Number {
                list,
                before,
                after,
            } => {
                let parts = self.list_mut(*list)?;
                let was = parts.numbers();
                if was != *before {
                    return Err(Refusal::Changed {
                        field: list.list.code(),
                    });
                }
                self.number(*list, after.as_deref())?;
                Ok(Edit::Number {
                    list: *list,
                    before: self.list_mut(*list)?.numbers(),
                    after: Some(was),
                })
            }
            Edit::SetDuration { before, after } => {
                let duration = &mut self.general.evaluation_aspects.duration;
                if duration != before {
                    return Err(Refusal::Changed { field: "duration" });
                }
                *duration = after.clone();
                Ok(Edit::SetDuration {
                    before: after.clone(),
                    after: before.clone(),
                })
            }
            Edit::SetPrinted { before, after } => {
                if self.printed != *before {
                    return Err(Refusal::Changed { field: "printed" });
                }
                self.printed.clone_from(after);
                Ok(Edit::SetPrinted {
                    before: after.clone(),
                    after: before.clone(),
                })
            }
            Edit::SetColon { part, after } => {
                let colon = self
                    .colon_mut(*part)
                    .ok_or(Refusal::NoSuchPlace { what: "colon" })?;
                let was = std::mem::replace(colon, *after);
                Ok(Edit::SetColon {
                    part: *part,
                    after: was,
                })
            }
        }
    }

    /// Makes several changes as one: all of them, or none. Answers with those that take them back,
    /// in the order to make them.
    pub fn apply_all(&mut self, edits: &[Edit]) -> Result<Vec<Edit>, Refusal> {
        let mut back = Vec::with_capacity(edits.len());
        let mut next = self.clone();
        for edit in edits {
            back.push(next.apply(edit)?);
        }
        *self = next;
        back.reverse();
        Ok(back)
    }

    /// What a text of the standard itself says now.
    pub fn general_text(&self, field: Field) -> Option<String> {
        let general = &self.general;
        let date = |date: Option<NaiveDate>| date.map(|d| d.to_string()).unwrap_or_default();
        Some(match field {
            Field::SncLevel => general.snc_level.map(|l| l.to_string()).unwrap_or_default(),
            Field::ApprovalDate => date(general.approval_date),
            Field::PublicationDate => date(general.publication_date),
            Field::Code => self.code.clone(),
            Field::Title => self.title.clone(),
            Field::Purpose => general.purpose.clone(),
            Field::GeneralDescription => general.general_description.clone(),
            Field::UpdateParagraph => general.update_paragraph.clone(),
            Field::LevelText => general.level_text.clone(),
            Field::Committee => general.committee.clone(),
            Field::ReviewPeriod => general.review_period.clone(),
            Field::CertificateValidity => general.certificate_validity.clone(),
            Field::Text
            | Field::Name
            | Field::Manner
            | Field::Level
            | Field::Situation
            | Field::Term
            | Field::Definition => return None,
        })
    }

    fn write(
        &mut self,
        part: Option<PartId>,
        field: Field,
        before: &str,
        after: &str,
    ) -> Result<Edit, Refusal> {
        let missing = Refusal::NoSuchPlace { what: field.code() };
        let now = match part {
            Some(part) => self.text_mut(part, field).map(|text| text.clone()),
            None => self.general_text(field),
        };
        if now.ok_or(missing.clone())? != before {
            return Err(Refusal::Changed {
                field: field.code(),
            });
        }
        match part {
            Some(part) => {
                if field == Field::Level {
                    self.set_level(part, after);
                }
                *self.text_mut(part, field).ok_or(missing)? = after.to_owned();
            }
            None => self.write_general(field, after)?,
        }
        Ok(Edit::Write {
            part,
            field,
            before: after.to_owned(),
            after: before.to_owned(),
        })
    }

    fn write_general(&mut self, field: Field, after: &str) -> Result<(), Refusal> {
        let bad = || Refusal::BadValue {
            field: field.code(),
            value: after.chars().take(80).collect(),
        };
        let date = || -> Result<Option<NaiveDate>, Refusal> {
            if after.is_empty() {
                return Ok(None);
            }
            after.parse().map(Some).map_err(|_| bad())
        };
        let general = &mut self.general;
        let text = match field {
            Field::SncLevel => {
                general.snc_level = match after {
                    "" => None,
                    _ => Some(
                        after
                            .parse()
                            .ok()
                            .filter(|l| (1..=5).contains(l))
                            .ok_or_else(bad)?,
                    ),
                };
                return Ok(());
            }
            Field::ApprovalDate => {
                general.approval_date = date()?;
                return Ok(());
            }
            Field::PublicationDate => {
                general.publication_date = date()?;
                return Ok(());
            }
            Field::Code => &mut self.code,
            Field::Title => &mut self.title,
            Field::Purpose => &mut general.purpose,
            Field::GeneralDescription => &mut general.general_description,
            Field::UpdateParagraph => &mut general.update_paragraph,
            Field::LevelText => &mut general.level_text,
            Field::Committee => &mut general.committee,
            Field::ReviewPeriod => &mut general.review_period,
            Field::CertificateValidity => &mut general.certificate_validity,
            Field::Text
            | Field::Name
            | Field::Manner
            | Field::Level
            | Field::Situation
            | Field::Term
            | Field::Definition => return Err(Refusal::NoSuchPlace { what: field.code() }),
        };
        after.clone_into(text);
        Ok(())
    }

    fn set_level(&mut self, id: PartId, printed: &str) {
        let knowledge = self.elements.iter_mut().flat_map(|e| &mut e.knowledge);
        for knowledge in knowledge.filter(|k| k.id == id) {
            knowledge.level = KnowledgeLevel::from_printed(printed);
        }
    }

    fn add(
        &mut self,
        into: ListOf,
        at: usize,
        part: &Part,
        numbers: Option<&[u32]>,
    ) -> Result<Edit, Refusal> {
        let mut list = self.list_mut(into)?;
        let was = list.numbers();
        if at > list.len() {
            return Err(Refusal::Changed {
                field: into.list.code(),
            });
        }
        list.insert(at, part.clone(), into.list)?;
        self.number(into, numbers)?;
        let part = self.list_mut(into)?.get(at);
        Ok(Edit::Remove {
            from: into,
            part,
            numbers: Some(was),
        })
    }

    fn remove(
        &mut self,
        from: ListOf,
        part: &Part,
        numbers: Option<&[u32]>,
    ) -> Result<Edit, Refusal> {
        let changed = Refusal::Changed {
            field: from.list.code(),
        };
        let mut list = self.list_mut(from)?;
        let at = list.position(part.id()).ok_or(changed.clone())?;
        if list.get(at) != *part {
            return Err(changed);
        }
        let was = list.numbers();
        list.take(at);
        self.number(from, numbers)?;
        Ok(Edit::Add {
            into: from,
            at,
            part: part.clone(),
            numbers: Some(was),
        })
    }

    fn shift(
        &mut self,
        within: ListOf,
        part: PartId,
        from: usize,
        to: usize,
        numbers: Option<&[u32]>,
    ) -> Result<Edit, Refusal> {
        let mut list = self.list_mut(within)?;
        if list.position(part) != Some(from) || to >= list.len() {
            return Err(Refusal::Changed {
                field: within.list.code(),
            });
        }
        let was = list.numbers();
        let moved = list.take(from);
        list.insert(to, moved, within.list)?;
        self.number(within, numbers)?;
        Ok(Edit::Move {
            within,
            part,
            from: to,
            to: from,
            numbers: Some(was),
        })
    }

    fn number(&mut self, list: ListOf, numbers: Option<&[u32]>) -> Result<(), Refusal> {
        let mut list = self.list_mut(list)?;
        list.set_numbers(numbers);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
