//! Knowledge, attitudes, contingencies and glossary: EC-R-50 to EC-R-68.

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[];
