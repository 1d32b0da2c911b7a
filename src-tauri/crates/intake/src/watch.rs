//! How far reading is, for whoever waits, and a way to stop it between one line and the next.

use std::ops::ControlFlow;

use crate::error::Error;

/// What reading is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The file is being opened; how much there is to read is not known yet.
    Opening,
    /// A page is taken apart.
    Page {
        /// From 1.
        at: usize,
        /// How many there are.
        of: usize,
    },
    /// The words of a line are made whole.
    Line {
        /// From 1.
        at: usize,
        /// How many there are.
        of: usize,
    },
    /// The lines are put where they belong in a standard.
    Placing {
        /// From 1.
        at: usize,
        /// How many there are.
        of: usize,
    },
    /// The rows of a table are read.
    Row {
        /// From 1.
        at: usize,
        /// How many lines there are.
        of: usize,
    },
    /// A part of the standard is read from its lines.
    Part {
        /// From 1.
        at: usize,
        /// How many there are.
        of: usize,
    },
}

/// Hears each step, and answers whether reading goes on.
pub type Watch<'a> = dyn FnMut(Step) -> ControlFlow<()> + 'a;

/// Tells of a step; an error where reading is to stop.
pub(crate) fn step(watch: &mut Watch<'_>, step: Step) -> Result<(), Error> {
    match watch(step) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Error::Stopped),
    }
}
