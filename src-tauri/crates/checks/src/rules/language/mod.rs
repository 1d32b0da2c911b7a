//! Language: EC-R-70 to EC-R-76.

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[];
