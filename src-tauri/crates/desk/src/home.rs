//! The first room, and the register: every case in one line.

use chrono::Datelike as _;
use domain::ec_case::EcState;
use domain::project::Stage;
use domain::text::fold;
use domain::waiting::Pace;
use store::{Filter, Reader, Row};

use crate::case_views::{act_name, drawn, drawn_road, drawn_steps};
use crate::cases::{Seen, Titles};
use crate::error::Error;
use crate::spanish;
use crate::standards;
use crate::wire::{
    AskStandards, CaseLine, HomeView, Nothing, StageCount, StandardRow, StandardsView,
};
use crate::{Desk, Office};

/// How many lines each list of the first room shows.
const MOST: usize = 50;

/// How many working days before its review a standard in force is shown.
const NEAR: i32 = 30;

/// Who this office is, among those who hold a case.
const OURS: &[&str] = &[
    "CPD",
    "GTE",
    "CGC y GTE",
    "CGC y CPD",
    "GTE y CGC",
    "CPD y COSU",
];

impl Desk {
    /// What is mine today, what is late, what waits for others.
    pub fn home(&mut self, _: Nothing) -> Result<HomeView, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            let rows = reader.standards(&Filter::default())?;
            let titles = Titles::of(reader)?;
            let mut lists = Lists::default();
            let mut stages: Vec<StageCount> = drawn_steps()
                .into_iter()
                .map(|(state, name)| StageCount {
                    state: state.code().to_owned(),
                    name: name.to_owned(),
                    count: 0,
                    late: 0,
                })
                .collect();
            for row in &rows {
                if row.state.as_deref().is_none_or(has_ended) {
                    continue;
                }
                let seen = self.office.glance(reader, row, &titles)?;
                let (track, stage) = (seen.case.track(), seen.case.stage());
                let name = drawn(track, stage).map(|at| drawn_road(track)[at].0);
                // A removal is nowhere on the drawn road, and somebody holds it all the same.
                let at = stages.iter().position(|it| Some(it.name.as_str()) == name);
                if let Some(at) = at {
                    stages[at].count += 1;
                }
                let line = line(&seen, row);
                if is_at_rest(stage) && !is_near(&line) {
                    continue;
                }
                if let Some(at) = at.filter(|_| is_late(&line)) {
                    stages[at].late += 1;
                }
                // What stands in the way may be an error of the text: only what is shown is reviewed.
                let reviewed = Some(row).filter(|_| asks_for_review(&seen));
                lists.add(line, reviewed);
            }
            let committees = self.office.committee_lines(reader, moment.today)?;
            let empty = rows.is_empty() && committees.is_empty();
            for line in committees {
                lists.add(line, None);
            }
            // The steps that only brand standards have are told where there is one.
            stages.retain(|stage| stage.count > 0 || is_always_told(&stage.state));
            let totals = lists.totals();
            let shown = |mut lines: Vec<(CaseLine, Option<&Row>)>| {
                lines.sort_by_key(|(line, _)| line.working_days_left.unwrap_or(i32::MAX));
                let shown = lines.into_iter().take(MOST);
                shown
                    .map(|(told, row)| match row {
                        Some(row) => Ok(line(&self.office.in_full(reader, row, &titles)?, row)),
                        None => Ok(told),
                    })
                    .collect::<Result<Vec<CaseLine>, Error>>()
            };
            let sessions = self.office.coming_sessions(reader)?;
            Ok(HomeView {
                today: moment.today.to_string(),
                today_words: spanish::week_day(moment.today),
                day_off: self.office.day_off(reader, moment.today)?,
                person: self.office.signer(reader)?,
                empty: empty && sessions.is_empty(),
                mine: shown(lists.mine)?,
                mine_total: totals[0],
                late: shown(lists.late)?,
                late_total: totals[1],
                waiting: shown(lists.waiting)?,
                waiting_total: totals[2],
                stages,
                sessions,
            })
        })
    }

    /// The register, as far as it is asked for.
    pub fn standards(&mut self, request: AskStandards) -> Result<StandardsView, Error> {
        let wanted = fold(&request.query);
        self.store.read(|reader| {
            let all = reader.standards(&Filter::default())?;
            let mut states: Vec<StageCount> = Vec::new();
            for (state, count) in reader.counts()? {
                let name = act_name(&state);
                states.push(StageCount {
                    name,
                    state,
                    count: u32::try_from(count).unwrap_or(u32::MAX),
                    late: 0,
                });
            }
            let total = u32::try_from(all.len()).unwrap_or(u32::MAX);
            let rows = all.iter().filter(|row| {
                let said = [&row.code, &row.source_code, &row.title, &row.committee];
                let said = fold(&said.map(String::as_str).join(" "));
                let asked = wanted.split(' ').all(|word| said.contains(word));
                let state = row.state.as_deref().unwrap_or_default();
                let named = |asked: &String| fold(&act_name(state)) == fold(asked);
                asked
                    && request
                        .state
                        .as_ref()
                        .is_none_or(|asked| asked == state || named(asked))
            });
            let titles = Titles::of(reader)?;
            let rows = rows.map(|row| self.office.row(reader, row, &titles));
            let rows: Vec<StandardRow> = rows.collect::<Result<_, Error>>()?;
            for row in &rows {
                let late = row.working_days_left.is_some_and(|left| left < 0);
                let state = states.iter_mut().find(|state| state.state == row.state);
                if let Some(state) = state.filter(|_| late) {
                    state.late += 1;
                }
            }
            Ok(StandardsView {
                rows,
                total,
                states,
            })
        })
    }
}

/// The three lists of the first room; beside each line, the standard to review before it is shown.
#[derive(Default)]
struct Lists<'a> {
    mine: Vec<(CaseLine, Option<&'a Row>)>,
    late: Vec<(CaseLine, Option<&'a Row>)>,
    waiting: Vec<(CaseLine, Option<&'a Row>)>,
}

impl<'a> Lists<'a> {
    fn add(&mut self, line: CaseLine, reviewed: Option<&'a Row>) {
        let list = match () {
            () if is_late(&line) => &mut self.late,
            () if OURS.contains(&line.holder.as_str()) => &mut self.mine,
            () => &mut self.waiting,
        };
        list.push((line, reviewed));
    }

    fn totals(&self) -> [u32; 3] {
        let total = |lines: &[_]| u32::try_from(lines.len()).unwrap_or(u32::MAX);
        [
            total(&self.mine[..]),
            total(&self.late[..]),
            total(&self.waiting[..]),
        ]
    }
}

fn is_late(line: &CaseLine) -> bool {
    line.working_days_left.is_some_and(|left| left < 0)
}

impl Office {
    fn row(&self, reader: &Reader<'_>, row: &Row, titles: &Titles) -> Result<StandardRow, Error> {
        let seen = self.glance(reader, row, titles)?;
        let waiting = seen.case.waiting(&seen.scene());
        // What was found with its code has the one of the document it was read from.
        let assigned = !row.code.is_empty() || seen.case.stage().has_code();
        let word = row.level.and_then(|n| seen.pack.level(n));
        let left = waiting.working_days_left;
        let stage = seen.case.stage();
        Ok(StandardRow {
            id: row.id.to_string(),
            code: code_of(row),
            assigned,
            title: row.title.clone(),
            committee: row.committee.clone(),
            level: row.level,
            level_word: word.map(|level| level.word.clone()).unwrap_or_default(),
            state: waiting.state.to_owned(),
            state_name: waiting.says.to_owned(),
            since: spanish::day(waiting.since),
            due: waiting
                .due
                .map_or_else(|| "sin plazo".to_owned(), spanish::day),
            working_days_left: left.map(|left| i32::try_from(left).unwrap_or(i32::MAX)),
            pace: Pace::of(left).code().to_owned(),
            turn: turn(stage, waiting.holder).to_owned(),
            sample: standards::is_sample(&seen.deeds),
        })
    }

    /// A case without the review of its text: enough for a line.
    pub(crate) fn glance(
        &self,
        reader: &Reader<'_>,
        row: &Row,
        titles: &Titles,
    ) -> Result<Seen<'_>, Error> {
        let standard = reader.outline(row.id)?;
        let counts = crate::wire::FindingCounts {
            errors: 0,
            warnings: 0,
            advice: 0,
            across: 0,
            set_aside: 0,
        };
        self.look(reader, row.id, &standard, &counts, titles)
    }

    /// A case with the review of its text.
    fn in_full(&self, reader: &Reader<'_>, row: &Row, titles: &Titles) -> Result<Seen<'_>, Error> {
        let standard = reader.standard(row.id)?;
        let pack = self.case_pack(reader, row.id)?;
        let counts = self.review(reader, Some(row.id), &standard, pack)?.counts;
        self.look(reader, row.id, &standard, &counts, titles)
    }

    /// The next holiday within a month, in words; weekends are nobody's news.
    fn day_off(&self, reader: &Reader<'_>, today: chrono::NaiveDate) -> Result<String, Error> {
        let calendar = self.calendar(reader)?;
        let is_weekday = |day: &chrono::NaiveDate| day.weekday().num_days_from_monday() < 5;
        let mut days = today.iter_days().skip(1).take(31).filter(is_weekday);
        let off = days.find_map(|day| calendar.day_off(day).map(|name| (day, name.to_owned())));
        Ok(off.map_or_else(String::new, |(day, name)| {
            format!("Próximo día no laborable: {}, {name}", spanish::day(day))
        }))
    }
}

/// The code a standard has, or that of the document it was read from.
fn code_of(row: &Row) -> String {
    match row.code.is_empty() {
        true => row.source_code.clone(),
        false => row.code.clone(),
    }
}

/// Whether a case in this state has nothing before it on any road, by the word of the state: it
/// need not be looked at.
fn has_ended(state: &str) -> bool {
    ["REJECTED", "WITHDRAWN", "EXPIRED"].contains(&state)
}

/// Whether a standard that is here is at rest: in force, with nothing to be done but its review some
/// day, or kept for consultation.
fn is_at_rest(stage: Stage) -> bool {
    let rest = [
        EcState::RenecActive,
        EcState::Superseded,
        EcState::Historical,
        EcState::Inactive,
    ];
    rest.iter().any(|state| state.code() == stage.code())
}

/// Whose turn a case is.
fn turn(stage: Stage, holder: &str) -> &'static str {
    match () {
        () if has_ended(stage.code()) => "ENDED",
        () if is_at_rest(stage) => "REST",
        () if OURS.contains(&holder) => "OURS",
        () => "OTHERS",
    }
}

/// Whether the act that comes next asks what the review of the text says.
fn asks_for_review(seen: &Seen<'_>) -> bool {
    let waiting = seen.case.waiting(&seen.scene());
    let next = waiting.next.first();
    next.is_some_and(|next| seen.case.needs(next.act).contains(&"ROAD-EC_VALIDATED-1"))
}

/// Whether a drawn step belongs to the road of a standard, by the state it begins with.
fn is_always_told(state: &str) -> bool {
    EcState::from_code(state).is_some()
}

/// Whether what follows is near: a standard in force waits for years before its review is due.
pub(crate) fn is_near(line: &CaseLine) -> bool {
    line.working_days_left.is_some_and(|left| left <= NEAR)
}

fn line(seen: &Seen<'_>, row: &Row) -> CaseLine {
    let waiting = seen.case.waiting(&seen.scene());
    let next = waiting.next.first();
    let says = match next {
        Some(next) => match &next.unmet[..] {
            [] => format!("Pasar a «{}»", next.says),
            [one] => one.says.clone(),
            [first, rest @ ..] => format!("{} y {} más", first.says, rest.len()),
        },
        None => waiting.says.to_owned(),
    };
    let due = next.and_then(|next| next.due);
    let left = next.and_then(|next| next.working_days_left);
    CaseLine {
        id: seen.id.to_string(),
        is_committee: false,
        title: seen.title.clone(),
        code: code_of(row),
        says,
        holder: waiting.holder.to_owned(),
        since: spanish::day(waiting.since),
        due: due.map_or_else(|| "sin plazo".to_owned(), spanish::day),
        working_days_left: left.map(|left| i32::try_from(left).unwrap_or(i32::MAX)),
        pace: Pace::of(left).code().to_owned(),
        basis: next.map_or(waiting.basis.clone(), |next| next.basis.clone()),
        state_name: waiting.says.to_owned(),
        sample: standards::is_sample(&seen.deeds),
    }
}
