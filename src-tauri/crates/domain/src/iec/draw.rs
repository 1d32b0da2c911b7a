//! A form drawn from the bank of questions: the same seed draws the same one.
//!
//! The order is that of a digest over seed and question, so that whoever has the bank and the seed can
//! draw the form again with nothing but SHA-256.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::edit::{IecEdit, IecPart};
use super::{AssessmentInstrument, Question, Standing};
use crate::ids::PartId;

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
    /// The edits that put into the form, for each item that has questions, as many as are wanted of
    /// it, drawn by a seed; the others go to the bank. Retired questions stay where they are.
    pub fn draw(
        &self,
        seed: &str,
        wanted: impl Fn(PartId) -> usize,
    ) -> Result<Vec<IecEdit>, TooSmall> {
        let mut pools: HashMap<PartId, Vec<(&Question, [u8; 32])>> = HashMap::new();
        for question in &self.questions {
            if question.standing != Standing::Retired {
                let lot = lot(seed, question.id);
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
            let wants = wanted(item.id);
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

fn lot(seed: &str, question: PartId) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(seed.as_bytes());
    digest.update([0]);
    digest.update(question.0.as_bytes());
    digest.finalize().into()
}
