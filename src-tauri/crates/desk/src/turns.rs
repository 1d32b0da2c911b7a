//! Which act undoing would take back, and which one redoing would, on any chain of edits.

use domain::act::Act;
use store::{Order, Reader};

use crate::error::Error;

/// How many acts are looked at in one go.
const PAGE: usize = 64;

/// An act to turn: its number, and what it says.
pub(crate) type Turn<T> = Option<(u64, T)>;

/// The act that undoing would take back, and the one that redoing would; `entry` reads the body of an
/// act of editing.
pub(crate) fn turns<T>(
    reader: &Reader<'_>,
    chain: &str,
    entry: impl Fn(&str) -> Option<T>,
) -> Result<(Turn<T>, Turn<T>), Error> {
    let entry = |act: &Act| entry(&act.body).map(|entry| (act.number, entry));
    let (mut undo, mut redo) = (None, None);
    let (mut undone, mut redone) = (0, 0);
    let mut may_redo = true;
    let mut from = 0;
    loop {
        let page = reader.acts_page(chain, from, PAGE, Order::NewestFirst)?;
        for act in &page {
            match act.act.as_str() {
                "UNDO" => {
                    undone += 1;
                    if may_redo && redo.is_none() {
                        match redone {
                            0 => redo = entry(act),
                            _ => redone -= 1,
                        }
                    }
                }
                "EDIT" | "REDO" => {
                    if undo.is_none() {
                        match undone {
                            0 => undo = entry(act),
                            _ => undone -= 1,
                        }
                    }
                    match act.act.as_str() {
                        "REDO" => redone += 1,
                        _ => may_redo = false,
                    }
                }
                _ => {} // Acts of the road and of the file are not taken back so.
            }
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
