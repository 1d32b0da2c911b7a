//! A form drawn from the bank of questions: the same key draws the same one.
//!
//! The order is that of a digest over key and question, so that whoever has the bank and the key can
//! draw the form again with nothing but SHA-256. The key is kept with the instrument.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::edit::{IecEdit, IecPart};
use super::leaf::Leaf;
use super::{AssessmentInstrument, Question, Standing, Terms};
use crate::ids::PartId;

/// How the questions of a form were drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// The key of the draw.
    pub key: String,
    /// How many questions of each item; nothing where it goes by the level of what it asks for.
    pub each: Option<u32>,
}

impl Draw {
    /// How many questions an item of a leaf gets.
    fn wants(&self, leaf: Option<&Leaf>) -> usize {
        match (self.each, leaf.and_then(|leaf| leaf.level)) {
            (Some(each), _) => usize::try_from(each).unwrap_or(usize::MAX),
            (None, Some(level)) => level.questions(),
            (None, None) => 1,
        }
    }
}

/// An item whose bank is too small for the draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bank has {has} questions for an item that asks for {wants}")]
pub struct TooSmall {
    /// Which item.
    pub item: PartId,
    /// How many it has that can be drawn.
    pub has: usize,
    /// How many are asked for.
    pub wants: usize,
}

impl AssessmentInstrument {
    /// The edits that put into the form, for each item that has questions, as many as the draw wants
    /// of it; the others go to the bank, and the draw is kept. Retired questions stay where they are.
    pub fn draw(&self, draw: &Draw, leaves: &[Leaf]) -> Result<Vec<IecEdit>, TooSmall> {
        let mut edits = self.drawn(draw, leaves)?;
        if self.terms.draw.as_ref() != Some(draw) {
            let after = Terms {
                draw: Some(draw.clone()),
                ..self.terms.clone()
            };
            let before = self.terms.clone();
            edits.push(IecEdit::SetTerms { before, after });
        }
        Ok(edits)
    }

    /// Whether the questions that are asked are those of the draw that is kept; nothing where none is.
    pub fn is_as_drawn(&self, leaves: &[Leaf]) -> Option<bool> {
        let draw = self.terms.draw.as_ref()?;
        Some(self.drawn(draw, leaves).is_ok_and(|edits| edits.is_empty()))
    }

    fn drawn(&self, draw: &Draw, leaves: &[Leaf]) -> Result<Vec<IecEdit>, TooSmall> {
        let leaves: HashMap<PartId, &Leaf> = leaves.iter().map(|leaf| (leaf.id, leaf)).collect();
        let mut pools: HashMap<PartId, Vec<(&Question, [u8; 32])>> = HashMap::new();
        for question in &self.questions {
            if question.standing != Standing::Retired {
                let lot = lot(&draw.key, question.id);
                pools
                    .entry(question.item)
                    .or_default()
                    .push((question, lot));
            }
        }
        let mut edits = Vec::new();
        for item in &self.items {
            let Some(mut pool) = pools.remove(&item.id) else {
                continue;
            };
            let wants = draw.wants(leaves.get(&item.leaf).copied());
            if pool.len() < wants {
                return Err(TooSmall {
                    item: item.id,
                    has: pool.len(),
                    wants,
                });
            }
            pool.sort_by_key(|(_, lot)| *lot);
            for (at, (question, _)) in pool.into_iter().enumerate() {
                let standing = if at < wants {
                    Standing::InForm
                } else {
                    Standing::InBank
                };
                if question.standing != standing {
                    edits.push(IecEdit::Change {
                        before: IecPart::Question(question.clone()),
                        after: IecPart::Question(Question {
                            standing,
                            ..question.clone()
                        }),
                    });
                }
            }
        }
        Ok(edits)
    }
}

fn lot(key: &str, question: PartId) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(key.as_bytes());
    digest.update([0]);
    digest.update(question.0.as_bytes());
    digest.finalize().into()
}
