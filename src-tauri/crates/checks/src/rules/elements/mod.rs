//! Elements: EC-R-20 to EC-R-29.

use crate::Rule;

mod criteria_present;

pub(crate) const RULES: &[Rule] = &[criteria_present::RULE];
