//! Working days, and the day a term ends.
//!
//! The days off of the Ley Federal del Trabajo (article 74) are computed by rule, for any year, as
//! the law stood in it; what an office decides each year comes by a list that it edits. Nothing here
//! asks for the day.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use crate::rule_pack::{Term, Unit};
use crate::text;
use crate::vocabulary;

vocabulary! {
    /// A day of compulsory rest of the Ley Federal del Trabajo, article 74, by its fraction.
    pub enum Holiday {
        /// I. 1 January.
        NewYear = "NEW_YEAR",
        /// II. The first Monday of February, for the 5th.
        Constitution = "CONSTITUTION",
        /// III. The third Monday of March, for the 21st.
        Juarez = "JUAREZ",
        /// IV. 1 May.
        Labour = "LABOUR",
        /// V. 16 September.
        Independence = "INDEPENDENCE",
        /// VI. The third Monday of November, for the 20th.
        Revolution = "REVOLUTION",
        /// VII. The transfer of the federal executive power, every six years.
        Transfer = "TRANSFER",
        /// VIII. 25 December.
        Christmas = "CHRISTMAS",
    }
}

impl Holiday {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            Holiday::NewYear => "Año Nuevo",
            Holiday::Constitution => "Día de la Constitución",
            Holiday::Juarez => "Natalicio de Benito Juárez",
            Holiday::Labour => "Día del Trabajo",
            Holiday::Independence => "Día de la Independencia",
            Holiday::Revolution => "Día de la Revolución",
            Holiday::Transfer => "Transmisión del Poder Ejecutivo Federal",
            Holiday::Christmas => "Navidad",
        }
    }

    /// The day it falls on in a year; nothing if it does not fall in it.
    ///
    /// Three of them moved to a Monday by the reform published on 17 January 2006, that of March
    /// from 2007. The transfer was on 1 December, every six years up to 2018; the constitutional
    /// reform of 10 February 2014 (article 83) moved it to 1 October from 2024 on, and the law
    /// followed it (reform of article 74, fraction VII, published on 30 September 2024).
    pub fn on(self, year: i32) -> Option<NaiveDate> {
        let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        let monday = |since, month, nth, before| {
            if year >= since {
                NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, nth)
            } else {
                fixed(month, before)
            }
        };
        match self {
            Holiday::NewYear => fixed(1, 1),
            Holiday::Constitution => monday(2006, 2, 1, 5),
            Holiday::Juarez => monday(2007, 3, 3, 21),
            Holiday::Labour => fixed(5, 1),
            Holiday::Independence => fixed(9, 16),
            Holiday::Revolution => monday(2006, 11, 3, 20),
            Holiday::Transfer if year.rem_euclid(6) != 2024 % 6 => None,
            Holiday::Transfer if year >= 2024 => fixed(10, 1),
            Holiday::Transfer => fixed(12, 1),
            Holiday::Christmas => fixed(12, 25),
        }
    }

    /// Which one falls on a day.
    pub fn of(day: NaiveDate) -> Option<Holiday> {
        let of_month: &[Holiday] = match day.month() {
            1 => &[Holiday::NewYear],
            2 => &[Holiday::Constitution],
            3 => &[Holiday::Juarez],
            5 => &[Holiday::Labour],
            9 => &[Holiday::Independence],
            10 => &[Holiday::Transfer],
            11 => &[Holiday::Revolution],
            12 => &[Holiday::Transfer, Holiday::Christmas],
            _ => &[],
        };
        let falls = |holiday: &Holiday| holiday.on(day.year()) == Some(day);
        of_month.iter().copied().find(falls)
    }
}

/// The federal days off, and those of the office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    closures: BTreeMap<NaiveDate, String>,
}

/// The months, as they are written.
pub const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Which month a word in small letters names, from 1: «setiembre» is the ninth too.
pub fn month_named(word: &str) -> Option<u32> {
    let word = match word {
        "setiembre" => "septiembre",
        word => word,
    };
    let at = MONTHS.iter().position(|month| *month == word)?;
    u32::try_from(at + 1).ok()
}

/// A day as people write it: «3 de julio de 2026».
pub fn in_words(day: NaiveDate) -> String {
    let month = usize::try_from(day.month0())
        .ok()
        .and_then(|month| MONTHS.get(month));
    format!(
        "{} de {} de {}",
        day.day(),
        month.unwrap_or(&""),
        day.year()
    )
}

/// Why a text is not a list of closures, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {trouble}")]
pub struct Error {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub trouble: Trouble,
}

/// What is wrong with a line of a list of closures.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// It does not say why the office closes.
    #[error("a closure without a reason")]
    NoReason,
    /// It is no day: neither `AAAA-MM-DD`, nor `D/M/AAAA`, nor in words.
    #[error("{0:?} is not a date")]
    NotADate(String),
    /// It ends before it begins.
    #[error("a closure that ends before it begins")]
    Backwards,
    /// It is longer than a year: a slip of the hand, more likely than a closure.
    #[error("a closure of more than a year")]
    TooLong,
}

impl Calendar {
    /// The calendar that travels with the app.
    pub fn shipped() -> Calendar {
        Calendar::parse(include_str!("../../../../assets/calendar/closures.txt"))
            .expect("a test parses the shipped list")
    }

    /// Reads the list of closures from its text, or says on which line it is wrong.
    pub fn parse(source: &str) -> Result<Calendar, Error> {
        let mut calendar = Calendar::default();
        for (raw, line) in source.trim_start_matches('\u{FEFF}').lines().zip(1..) {
            let clean = text::clean(raw, false);
            if !clean.is_empty() && !clean.starts_with('#') {
                let at = |trouble| Error { line, trouble };
                calendar.take(&clean).map_err(at)?;
            }
        }
        Ok(calendar)
    }

    fn take(&mut self, line: &str) -> Result<(), Trouble> {
        let (days, reason) = line.split_once('|').ok_or(Trouble::NoReason)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Trouble::NoReason);
        }
        let (first, last) = days.split_once(" a ").unwrap_or((days, days));
        let (first, last) = (date(first)?, date(last)?);
        if last < first {
            return Err(Trouble::Backwards);
        }
        if (last - first).num_days() > 366 {
            return Err(Trouble::TooLong);
        }
        for day in first.iter_days().take_while(|&day| day <= last) {
            self.closures.insert(day, reason.to_owned());
        }
        Ok(())
    }

    /// Why nobody works on a day, in Spanish; nothing if it is a working day.
    pub fn day_off(&self, day: NaiveDate) -> Option<&str> {
        match day.weekday() {
            Weekday::Sat => Some("Sábado"),
            Weekday::Sun => Some("Domingo"),
            _ => Holiday::of(day)
                .map(Holiday::says)
                .or_else(|| self.closures.get(&day).map(String::as_str)),
        }
    }

    /// Whether the office works on a day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.day_off(day).is_none()
    }

    /// The day itself if it is a working one, or else the first after it; nothing past the last day
    /// that can be written.
    pub fn working_from(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days().find(|&day| self.is_working(day))
    }

    /// The working day that comes `count` after a day, which does not count itself.
    pub fn add_working(&self, day: NaiveDate, count: u16) -> Option<NaiveDate> {
        match usize::from(count).checked_sub(1) {
            None => Some(day),
            Some(skipped) => day
                .iter_days()
                .skip(1)
                .filter(|&day| self.is_working(day))
                .nth(skipped),
        }
    }

    /// How many working days there are after one day up to another, which counts; below zero if the
    /// other is past.
    pub fn working_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let (earlier, later, sign) = if from <= to {
            (from, to, 1)
        } else {
            (to, from, -1)
        };
        let days = earlier.iter_days().skip(1).take_while(|&day| day <= later);
        sign * days
            .filter(|&day| self.is_working(day))
            .map(|_| 1)
            .sum::<i64>()
    }

    /// The last day of a term that runs from a day: the day itself does not count. A term in months
    /// or years ends on the same number of day, or on the last of a month that has none.
    pub fn end_of(&self, term: Term, from: NaiveDate) -> Option<NaiveDate> {
        match term.unit {
            Unit::WorkingDay => self.add_working(from, term.count),
            Unit::Day => from.checked_add_days(chrono::Days::new(term.count.into())),
            Unit::Month => from.checked_add_months(Months::new(term.count.into())),
            Unit::Year => from.checked_add_months(Months::new(u32::from(term.count) * 12)),
        }
    }
}

fn date(text: &str) -> Result<NaiveDate, Trouble> {
    let text = text.trim();
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"))
        .ok()
        .or_else(|| from_words(text))
        .ok_or_else(|| Trouble::NotADate(text.to_owned()))
}

/// «3 de julio de 2026», «1º de mayo del 2027».
fn from_words(text: &str) -> Option<NaiveDate> {
    let text = text.to_lowercase();
    let mut words = text
        .split_whitespace()
        .filter(|word| !matches!(*word, "de" | "del"));
    let number = words.next()?.trim_end_matches(['º', 'o', '°']);
    let (month, year) = (words.next()?, words.next()?);
    if words.next().is_some() || year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(
        year.parse().ok()?,
        month_named(month)?,
        number.parse().ok()?,
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_days_of_rest_of_the_law_fall_where_they_fell() {
        let of = |year: i32| -> Vec<String> {
            let mut days: Vec<_> = Holiday::ALL.iter().filter_map(|h| h.on(year)).collect();
            days.sort();
            days.iter().map(|d| d.format("%m-%d").to_string()).collect()
        };

        assert_eq!(
            of(2026),
            [
                "01-01", "02-02", "03-16", "05-01", "09-16", "11-16", "12-25"
            ]
        );
        assert_eq!(
            of(2024),
            [
                "01-01", "02-05", "03-18", "05-01", "09-16", "10-01", "11-18", "12-25"
            ]
        );
        assert_eq!(
            of(2018),
            [
                "01-01", "02-05", "03-19", "05-01", "09-16", "11-19", "12-01", "12-25"
            ]
        );
        assert_eq!(of(2005)[1..3], ["02-05", "03-21"], "before the Mondays");
        assert_eq!(
            of(2006)[1..3],
            ["02-06", "03-21"],
            "March moved a year later"
        );
    }

    /// The days of each year that move, looked up one by one: those of February, March and November,
    /// and the transfer of the executive power in the years that have one.
    #[rustfmt::skip] // A table is read down its columns.
    const MOVING: &[(i32, &str)] = &[
        (2006, "02-06 03-21 11-20 12-01"),        (2007, "02-05 03-19 11-19"),
        (2008, "02-04 03-17 11-17"),              (2009, "02-02 03-16 11-16"),
        (2010, "02-01 03-15 11-15"),              (2011, "02-07 03-21 11-21"),
        (2012, "02-06 03-19 11-19 12-01"),        (2013, "02-04 03-18 11-18"),
        (2014, "02-03 03-17 11-17"),              (2015, "02-02 03-16 11-16"),
        (2016, "02-01 03-21 11-21"),              (2017, "02-06 03-20 11-20"),
        (2018, "02-05 03-19 11-19 12-01"),        (2019, "02-04 03-18 11-18"),
        (2020, "02-03 03-16 11-16"),              (2021, "02-01 03-15 11-15"),
        (2022, "02-07 03-21 11-21"),              (2023, "02-06 03-20 11-20"),
        (2024, "02-05 03-18 11-18 10-01"),        (2025, "02-03 03-17 11-17"),
        (2026, "02-02 03-16 11-16"),              (2027, "02-01 03-15 11-15"),
        (2028, "02-07 03-20 11-20"),              (2029, "02-05 03-19 11-19"),
        (2030, "02-04 03-18 11-18 10-01"),        (2031, "02-03 03-17 11-17"),
        (2032, "02-02 03-15 11-15"),              (2033, "02-07 03-21 11-21"),
        (2034, "02-06 03-20 11-20"),              (2035, "02-05 03-19 11-19"),
        (2036, "02-04 03-17 11-17 10-01"),
    ];

    #[test]
    fn every_day_of_thirty_one_years_is_worked_or_not_as_the_law_says() {
        let calendar = Calendar::default();
        for (year, moving) in MOVING {
            let fixed = ["01-01", "05-01", "09-16", "12-25"].into_iter();
            let of_the_law: Vec<NaiveDate> = fixed
                .chain(moving.split(' '))
                .map(|month_day| day(&format!("{year}-{month_day}")))
                .collect();

            let mut today = day(&format!("{year}-01-01"));
            while today.year() == *year {
                let weekend = matches!(today.weekday(), Weekday::Sat | Weekday::Sun);
                let off = weekend || of_the_law.contains(&today);
                assert_eq!(calendar.is_working(today), !off, "{today}");
                today = today.succ_opt().unwrap();
            }
        }
        let years: Vec<i32> = MOVING.iter().map(|(year, _)| *year).collect();
        assert_eq!(years, (2006..=2036).collect::<Vec<_>>());
    }

    #[test]
    fn the_executive_power_is_handed_over_every_six_years() {
        let years: Vec<i32> = (2000..2040)
            .filter(|&year| Holiday::Transfer.on(year).is_some())
            .collect();

        assert_eq!(years, [2000, 2006, 2012, 2018, 2024, 2030, 2036]);
        assert_eq!(Holiday::Transfer.on(2012), Some(day("2012-12-01")));
        assert_eq!(Holiday::Transfer.on(2030), Some(day("2030-10-01")));
    }

    #[test]
    fn fifteen_working_days_from_a_friday_end_on_a_friday() {
        let calendar = Calendar::shipped();

        assert_eq!(
            calendar.add_working(day("2026-07-03"), 15),
            Some(day("2026-07-24"))
        );
        assert_eq!(
            calendar.working_between(day("2026-07-16"), day("2026-07-24")),
            6
        );
        assert_eq!(
            calendar.working_between(day("2026-07-24"), day("2026-07-16")),
            -6
        );
    }

    #[test]
    fn five_months_end_on_the_last_day_of_a_short_month() {
        let five = Term {
            count: 5,
            unit: Unit::Month,
        };
        let calendar = Calendar::default();

        assert_eq!(
            calendar.end_of(five, day("2026-08-07")),
            Some(day("2027-01-07"))
        );
        assert_eq!(
            calendar.end_of(five, day("2026-09-30")),
            Some(day("2027-02-28"))
        );
        assert_eq!(
            calendar.end_of(five, day("2027-09-30")),
            Some(day("2028-02-29"))
        );
    }

    #[test]
    fn the_office_closes_on_the_days_it_lists() {
        let calendar = Calendar::parse(
            "# cierre de año\n2026-12-21 a 2027-01-05 | Vacaciones generales\n2026-04-02|Jueves Santo\r\n",
        )
        .unwrap();

        assert_eq!(
            calendar.day_off(day("2026-12-31")),
            Some("Vacaciones generales")
        );
        assert_eq!(calendar.day_off(day("2026-12-25")), Some("Navidad"));
        assert_eq!(
            calendar.add_working(day("2026-12-18"), 1),
            Some(day("2027-01-06"))
        );
        assert!(!calendar.is_working(day("2026-04-02")));
    }

    #[test]
    fn a_day_of_the_list_is_read_as_people_write_it() {
        for written in [
            "24 de diciembre de 2026 | Cierre",
            "24 de Diciembre del 2026| Cierre",
            "24/12/2026 | Cierre",
            "22 de diciembre de 2026 a 24 de diciembre de 2026 | Cierre",
        ] {
            let calendar = Calendar::parse(written).unwrap();
            let off = calendar.day_off(day("2026-12-24"));
            assert_eq!(off, Some("Cierre"), "{written}");
        }
        let first = Calendar::parse("1º de setiembre de 2026 | Cierre").unwrap();
        assert!(!first.is_working(day("2026-09-01")));
        for wrong in [
            "31 de febrero de 2026",
            "24 de brumario de 2026",
            "24 de diciembre",
            "24 de diciembre de 26",
            "31/2/2026",
        ] {
            let error = Calendar::parse(&format!("{wrong} | x")).unwrap_err();
            assert_eq!(error.trouble, Trouble::NotADate(wrong.into()));
        }
    }

    #[test]
    fn what_is_wrong_in_the_list_is_said_with_its_line() {
        let wrong = |text| {
            let error = Calendar::parse(text).unwrap_err();
            (error.line, error.trouble)
        };

        assert_eq!(wrong("\n2026-04-02"), (2, Trouble::NoReason));
        assert_eq!(
            wrong("2026-02-30 | x"),
            (1, Trouble::NotADate("2026-02-30".into()))
        );
        assert_eq!(
            wrong("2026-02-03 a 2026-02-02 | x"),
            (1, Trouble::Backwards)
        );
        assert_eq!(wrong("2026-02-03 a 2062-02-02 | x"), (1, Trouble::TooLong));
    }

    #[test]
    fn a_day_is_written_in_words() {
        assert_eq!(in_words(day("2026-07-03")), "3 de julio de 2026");
        assert_eq!(in_words(day("2024-12-31")), "31 de diciembre de 2024");
    }

    #[test]
    fn the_end_of_time_is_no_panic() {
        let calendar = Calendar::default();
        let years = Term {
            count: u16::MAX,
            unit: Unit::Year,
        };

        assert_eq!(calendar.add_working(NaiveDate::MAX, 1), None);
        assert!(calendar.end_of(years, NaiveDate::MAX).is_none());
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0u64..36_525).prop_map(|n| day("1990-01-01") + chrono::Days::new(n))
    }

    proptest! {
        #[test]
        fn a_holiday_is_found_on_its_day(year in 1970i32..2100, n in 0..Holiday::ALL.len()) {
            if let Some(day) = Holiday::ALL[n].on(year) {
                prop_assert_eq!(Holiday::of(day), Some(Holiday::ALL[n]));
            }
        }

        #[test]
        fn counting_undoes_adding(from in any_day(), count in 1u16..300) {
            let calendar = Calendar::shipped();

            let end = calendar.add_working(from, count).unwrap();

            prop_assert!(calendar.is_working(end));
            prop_assert_eq!(calendar.working_between(from, end), i64::from(count));
            prop_assert_eq!(calendar.working_between(end, from), -i64::from(count));
        }

        #[test]
        fn a_term_of_working_days_skips_what_is_off_and_nothing_else(from in 0u64..11_000, count in 1u16..60) {
            let (from, calendar) = (day("2006-01-01") + chrono::Days::new(from), Calendar::default());

            let end = calendar.end_of(Term { count, unit: Unit::WorkingDay }, from).unwrap();

            let mut worked = 0;
            let mut today = from;
            while today < end {
                today = today.succ_opt().unwrap();
                let weekend = matches!(today.weekday(), Weekday::Sat | Weekday::Sun);
                let of_the_law = Holiday::ALL.iter().any(|it| it.on(today.year()) == Some(today));
                worked += u16::from(!weekend && !of_the_law);
            }
            prop_assert_eq!(worked, count);
            prop_assert!(calendar.is_working(end));
        }

        #[test]
        fn a_term_of_calendar_days_skips_none(from in any_day(), count in 1u16..400) {
            let end = Calendar::default().end_of(Term { count, unit: Unit::Day }, from).unwrap();

            prop_assert_eq!((end - from).num_days(), i64::from(count));
        }

        #[test]
        fn counts_over_neighbouring_spans_add_up(a in any_day(), b in 0u64..800, c in 0u64..800) {
            let b = a + chrono::Days::new(b);
            let days = [a, b, b + chrono::Days::new(c)];
            let calendar = Calendar::default();

            let halves = calendar.working_between(days[0], days[1])
                + calendar.working_between(days[1], days[2]);

            prop_assert_eq!(calendar.working_between(days[0], days[2]), halves);
        }

        #[test]
        fn a_month_term_never_skips_a_month(from in any_day(), count in 1u16..60) {
            let end = Calendar::default()
                .end_of(Term { count, unit: Unit::Month }, from)
                .unwrap();

            let months = |d: NaiveDate| i64::from(d.year()) * 12 + i64::from(d.month());
            prop_assert_eq!(months(end) - months(from), i64::from(count));
            prop_assert!(end.day() <= from.day());
        }
    }
}
