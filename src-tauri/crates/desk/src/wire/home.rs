//! The first room.

use super::sessions::SessionLine;
use super::wire;

wire! {
    /// What is mine today, what is late, what waits for others.
    pub struct HomeView {
        /// The day.
        pub today: String,
        /// The day in words.
        pub today_words: String,
        /// The next day off, in words; empty when far.
        pub day_off: String,
        /// Who works here; empty until it is said.
        pub person: String,
        /// Whether there is no case yet.
        pub empty: bool,
        /// Cases whose next act is this office's.
        pub mine: Vec<CaseLine>,
        /// How many of those there are in all.
        pub mine_total: u32,
        /// Cases past their deadline.
        pub late: Vec<CaseLine>,
        /// How many of those there are in all.
        pub late_total: u32,
        /// Cases that wait for others.
        pub waiting: Vec<CaseLine>,
        /// How many waiting cases there are in all.
        pub waiting_total: u32,
        /// The road, with how many cases stand where.
        pub stages: Vec<StageCount>,
        /// The sessions that are prepared, called or under way, the next one first.
        pub sessions: Vec<SessionLine>,
    }

    /// A calendar of what falls due, to write for another program.
    pub struct ExportReminders {
        /// The file to write.
        pub path: String,
        /// Whether over what is there.
        pub replace: bool,
    }

    /// One case in one line.
    pub struct CaseLine {
        /// The case.
        pub id: String,
        /// Whether it is a committee's; else it is a standard's.
        pub is_committee: bool,
        /// Its title.
        pub title: String,
        /// Its code.
        pub code: String,
        /// What is missing.
        pub says: String,
        /// Who holds it.
        pub holder: String,
        /// Since when, in words.
        pub since: String,
        /// Until when, in words, or `sin plazo`.
        pub due: String,
        /// Working days left.
        pub working_days_left: Option<i32>,
        /// How that stands: `LATE`, `NEAR`, `AHEAD`, or `OPEN` where there is no day.
        pub pace: String,
        /// On what basis.
        pub basis: String,
        /// Where it stands.
        pub state_name: String,
        /// Whether it is the invented sample.
        pub sample: bool,
    }

    /// A stage and its cases.
    pub struct StageCount {
        /// The state's word.
        pub state: String,
        /// Its name.
        pub name: String,
        /// How many.
        pub count: u32,
        /// How many are late.
        pub late: u32,
    }
}
