//! A quick hash for words, and answers kept by word: words come from a document, there are thousands
//! of them, and few are different.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// How many answers are kept: a register's vocabulary, and no more.
const KEPT: usize = 100_000;

/// The longest word that is remembered, in bytes.
const LONGEST: usize = 64;

/// Answers about words, each found once.
#[derive(Debug)]
pub(crate) struct Memo<T>(RefCell<HashMap<Box<str>, T, Quick>>);

impl<T> Default for Memo<T> {
    fn default() -> Memo<T> {
        Memo(RefCell::default())
    }
}

impl<T: Clone> Memo<T> {
    /// The answer for a word; `find` may ask about other words.
    pub(crate) fn of(&self, word: &str, find: impl FnOnce() -> T) -> T {
        self.read(word, find, T::clone)
    }

    /// What is read in the answer for a word, which stays where it is.
    pub(crate) fn read<R>(
        &self,
        word: &str,
        find: impl FnOnce() -> T,
        read: impl FnOnce(&T) -> R,
    ) -> R {
        if let Some(known) = self.0.borrow().get(word) {
            return read(known);
        }
        let found = find();
        let answer = read(&found);
        if word.len() > LONGEST {
            return answer; // No word: it will not come again.
        }
        let mut answers = self.0.borrow_mut();
        if answers.len() >= KEPT {
            answers.clear();
        }
        answers.insert(word.into(), found);
        answer
    }
}

/// How maps of words are hashed.
pub(crate) type Quick = BuildHasherDefault<QuickHasher>;

/// Eight bytes at a time, each mixed by a multiplication.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct QuickHasher(u64);

const MIX: u64 = 0x517c_c1b7_2722_0a95;

impl QuickHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(MIX);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.mix(chunk.iter().fold(0, |word, &b| word << 8 | u64::from(b)));
        }
        let rest = chunks.remainder();
        if !rest.is_empty() {
            self.mix(rest.iter().fold(1, |word, &b| word << 8 | u64::from(b)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map takes its place from the high bits and from the low ones.
        self.0 ^ (self.0 >> 32)
    }
}
