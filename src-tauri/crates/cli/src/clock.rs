//! The clock of the command line: the computer's, or a day fixed with `--today`.

use chrono::{Local, NaiveDate, Utc};
use desk::{Clock, Moment};

/// What the clock and chance say, each time they are asked.
pub(crate) fn clock(fixed: Option<NaiveDate>) -> Clock {
    Box::new(move || {
        let here = Local::now();
        let now = Utc::now();
        let today = fixed.unwrap_or_else(|| here.date_naive());
        let at = match fixed {
            Some(day) => day.and_time(now.time()).and_utc(),
            None => now,
        };
        Moment {
            today,
            millis: u64::try_from(at.timestamp_millis()).unwrap_or_default(),
            offset_minutes: match fixed {
                Some(_) => 0,
                None => here.offset().local_minus_utc() / 60,
            },
            chance: uuid::Uuid::new_v4().as_u128(),
        }
    })
}
