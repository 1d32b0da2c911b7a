//! Products: EC-R-40 to EC-R-46.

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[];
