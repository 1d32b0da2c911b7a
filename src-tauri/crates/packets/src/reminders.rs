//! What falls due, as a calendar that other programs read (iCalendar, RFC 5545).

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

/// A day to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What tells it from every other, whenever it is written again.
    pub id: String,
    /// The day.
    pub on: NaiveDate,
    /// What falls due.
    pub says: String,
    /// Of what, who holds it and on what basis.
    pub about: String,
}

/// The calendar of some days. `at` is when it was written: the same days at the same moment are the
/// same bytes.
pub fn calendar(reminders: &[Reminder], at: DateTime<Utc>) -> Vec<u8> {
    let mut calendar = Calendar::new();
    calendar.name("Cauce: plazos y sesiones");
    for one in reminders {
        let event = Event::new()
            .uid(&format!("{}@cauce", one.id))
            .timestamp(at)
            .all_day(one.on)
            .summary(&one.says)
            .description(&one.about)
            .done();
        calendar.push(event);
    }
    calendar.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_has_a_day_for_each_reminder_and_is_the_same_each_time() {
        let at = DateTime::from_timestamp(1_783_101_600, 0).unwrap();
        let one = Reminder {
            id: "caso-READY".to_owned(),
            on: NaiveDate::from_ymd_opt(2026, 7, 10).unwrap(),
            says: "Vence: revisión, de criterios; «CGC»".to_owned(),
            about: "Renglón 1\nRenglón 2".to_owned(),
        };
        let bytes = calendar(std::slice::from_ref(&one), at);
        assert_eq!(bytes, calendar(&[one], at));
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20260710"), "{text}");
        assert!(text.contains("UID:caso-READY@cauce"), "{text}");
        assert!(text.contains("revisión\\, de criterios\\; «CGC»"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    }
}
