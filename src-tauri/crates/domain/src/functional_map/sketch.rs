//! A whole map in a few lines of text, for examples and tests.
//!
//! | line | what |
//! |---|---|
//! | `mapa: título` | what it is the map of |
//! | `comité: nombre` | who owns it |
//! | `propósito` | the main purpose: the first line that is none of the others |
//! | `1.2 función` | a function, under «1»; numbers say the depth, and are counted anew |
//! | `1.2* función` | one that an individual can do |
//! | `# …` | nothing: a comment |

use super::{Function, FunctionalMap};
use crate::ids::Ids;

const SAMPLE: &str = include_str!("../../../../../assets/sample/bicicletas_mapa.txt");

/// A line of a sketch that says nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {number} of the sketch: {text:?}")]
pub struct Error {
    /// Which line, from 1.
    pub number: usize,
    /// What it says.
    pub text: String,
}

/// The map that a sketch describes.
pub fn sketch(text: &str, ids: &mut Ids) -> Result<FunctionalMap, Error> {
    let mut map = FunctionalMap::blank(ids.map(), ids.part());
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        let known = line.is_empty() || line.starts_with('#') || draw(&mut map, ids, line).is_some();
        if !known {
            return Err(Error {
                number: at + 1,
                text: line.to_owned(),
            });
        }
    }
    Ok(map)
}

/// One whole clean map, invented: the workshop of city bicycles.
pub fn sample(ids: &mut Ids) -> FunctionalMap {
    sketch(SAMPLE, ids).expect("the sample is read by a test")
}

fn draw(map: &mut FunctionalMap, ids: &mut Ids, line: &str) -> Option<()> {
    if let Some(title) = line.strip_prefix("mapa:") {
        title.trim().clone_into(&mut map.title);
        return Some(());
    }
    if let Some(committee) = line.strip_prefix("comité:") {
        committee.trim().clone_into(&mut map.committee);
        return Some(());
    }
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        if !map.purpose.text.is_empty() {
            return None;
        }
        line.clone_into(&mut map.purpose.text);
        return Some(());
    }
    let (number, text) = line.split_once(' ')?;
    let individual = number.ends_with('*');
    let depth = number.trim_end_matches('*').split('.').count();
    let mut above = &mut map.purpose;
    for _ in 1..depth {
        above = above.parts.last_mut()?;
    }
    above.parts.push(Function {
        text: text.trim().to_owned(),
        individual,
        ..Function::blank(ids.part())
    });
    Some(())
}
