//! Whether the official lists are those that were brought in.

use domain::act::Act;
use domain::edition::Digest;

use super::{Problem, left_by, unreadable};
use crate::catalogues::CATALOGUE_ACT;
use crate::{Error, Reader};

impl Reader<'_> {
    /// Each list against its own digest, and all of them against the last act that brought one in.
    pub(super) fn check_catalogues(&self, acts: &[Act], problems: &mut Vec<Problem>) {
        let left = left_by(acts, |act| act.act == CATALOGUE_ACT);
        // Where no act brought any in, there is none.
        let left = left.unwrap_or_else(|| Digest::of(b""));
        let same = || -> Result<bool, Error> {
            for kept in self.catalogues()? {
                if self.catalogue_digest_now(&kept)? != kept.digest {
                    return Ok(false);
                }
            }
            Ok(self.catalogues_digest()? == left)
        };
        match same() {
            Ok(true) => {}
            Ok(false) => problems.push(Problem::Catalogues),
            Err(error) => problems.push(unreadable("catalogues", &error)),
        }
    }
}
