//! A quick hash for words: they come from a document, not from an enemy, and there are thousands.

use std::hash::{BuildHasherDefault, Hasher};

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
