//! Performances: EC-R-30 to EC-R-38.

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[];
