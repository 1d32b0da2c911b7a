//! What is in force on a day: level texts, attitudes, deadlines, form, articles, severities.
//!
//! A pack is a dated text that the office can edit, and a case keeps the one of the day it was
//! filed: a rule that changes is another pack, never an edit to one that cases stand on. Whatever
//! no official text confirms is marked so, and shown «por confirmar» wherever it is quoted.

use chrono::NaiveDate;

use crate::vocabulary;
use crate::vocabulary::Severity;

mod parse;

pub use parse::{Error, Trouble};

/// The packs that travel with the app, oldest first.
const SHIPPED: &[&str] = &[
    include_str!("../../../../assets/rule_packs/2009-11-27.txt"),
    include_str!("../../../../assets/rule_packs/2025-03-01.txt"),
];

/// The rules in force from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePack {
    /// How a case names it.
    pub id: String,
    /// The first day it rules; it rules until the next pack does.
    pub valid_from: NaiveDate,
    /// The code printed on every page of a standard: `F21-COOPYD-01`.
    pub form_code: String,
    /// The version printed beside it: `08`.
    pub form_version: String,
    /// What is printed on every page of an instrument.
    pub iec_form: IecForm,
    /// The levels of the Sistema Nacional de Competencias, in order.
    pub levels: Vec<Level>,
    /// Names an attitude may have.
    pub attitudes: Vec<String>,
    /// How long each thing may take.
    pub deadlines: Vec<Deadline>,
    /// What is quoted as the basis of each requirement.
    pub articles: Vec<Article>,
    /// Rules of drafting that weigh otherwise than they do by themselves.
    pub severities: Vec<(String, Severity)>,
}

/// The code of a form and its version: `N-FO-03`, `2.0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IecForm {
    /// Its code.
    pub code: String,
    /// Its version.
    pub version: String,
    /// When an item of a knowledge is marked yes, as the instructions say it.
    pub knowledge: String,
    /// Whether an official text says so.
    pub knowledge_confirmed: bool,
}

/// A level of the Sistema Nacional de Competencias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// 1 to 5.
    pub number: u8,
    /// «Uno» to «Cinco».
    pub word: String,
    /// The text printed under it.
    pub text: String,
    /// Whether an official document in the form of this pack prints it so.
    pub confirmed: bool,
}

/// How long something may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The road and the state it runs in (`EC.METHOD_REVIEW`), or the body and its term
    /// (`COVACEC.NOTICE`).
    pub id: String,
    /// How long.
    pub term: Term,
    /// What it is about, in Spanish.
    pub says: String,
    /// Whether an official text sets it; otherwise it is the office's assumption.
    pub confirmed: bool,
}

/// A length of time, as rules give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

vocabulary! {
    /// What a term is counted in.
    pub enum Unit {
        /// Días hábiles.
        WorkingDay = "wd",
        /// Días naturales.
        Day = "d",
        /// Meses.
        Month = "m",
        /// Años.
        Year = "y",
    }
}

/// What is quoted as the basis of a requirement. Article numbers move: they are never ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The requirement's id, or the start of several followed by `*`.
    pub requirement: String,
    /// The label, in Spanish: «Reglas Generales, artículo 25, fracción I».
    pub label: String,
    /// Whether the article is known to bear that number in the text in force.
    pub confirmed: bool,
}

impl RulePack {
    /// The newest pack that travels with the app.
    pub fn shipped() -> RulePack {
        RulePack::all_shipped().pop().expect("a pack is shipped")
    }

    /// Every pack that travels with the app, oldest first.
    pub fn all_shipped() -> Vec<RulePack> {
        SHIPPED
            .iter()
            .map(|text| RulePack::parse(text).expect("a test parses every shipped pack"))
            .collect()
    }

    /// Reads a pack from its text, or says on which line it is wrong.
    pub fn parse(text: &str) -> Result<RulePack, Error> {
        parse::pack(text)
    }

    /// A level by its number.
    pub fn level(&self, number: u8) -> Option<&Level> {
        self.levels.iter().find(|level| level.number == number)
    }

    /// What a rule of drafting weighs, if this pack grades it.
    pub fn severity(&self, rule: &str) -> Option<Severity> {
        self.severities
            .iter()
            .find(|(id, _)| id == rule)
            .map(|&(_, severity)| severity)
    }

    /// A deadline by its id.
    pub fn deadline(&self, id: &str) -> Option<&Deadline> {
        self.deadlines.iter().find(|deadline| deadline.id == id)
    }

    /// The article of a requirement: its own line, or the longest one with `*` that covers it.
    pub fn article(&self, requirement: &str) -> Option<&Article> {
        self.articles
            .iter()
            .filter(|article| match article.requirement.strip_suffix('*') {
                Some(start) => requirement.starts_with(start),
                None => requirement == article.requirement,
            })
            .max_by_key(|article| {
                let whole = !article.requirement.ends_with('*');
                (whole, article.requirement.len())
            })
    }

    /// The basis of a requirement as it is shown: its label, and «(por confirmar)» where it is due.
    pub fn basis(&self, requirement: &str) -> String {
        match self.article(requirement) {
            Some(article) => marked(&article.label, article.confirmed),
            None => marked("Sin fundamento registrado", false),
        }
    }
}

impl Deadline {
    /// The deadline as it is shown: «Revisión metodológica del estándar: 15 días hábiles (por confirmar)».
    pub fn basis(&self) -> String {
        marked(
            &format!("{}: {}", self.says, self.term.says()),
            self.confirmed,
        )
    }
}

impl Term {
    /// The term in Spanish: «15 días hábiles», «1 mes».
    pub fn says(self) -> String {
        let (one, many) = self.unit.words();
        let words = if self.count == 1 { one } else { many };
        format!("{} {words}", self.count)
    }
}

impl Unit {
    /// Its name in Spanish: one, and several.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Unit::WorkingDay => ("día hábil", "días hábiles"),
            Unit::Day => ("día natural", "días naturales"),
            Unit::Month => ("mes", "meses"),
            Unit::Year => ("año", "años"),
        }
    }
}

/// The pack in force on a day: the newest of those that had begun. Their order does not matter.
pub fn in_force(packs: &[RulePack], on: NaiveDate) -> Option<&RulePack> {
    packs
        .iter()
        .filter(|pack| pack.valid_from <= on)
        .max_by_key(|pack| pack.valid_from)
}

/// The pack a case filed on a day keeps: the one in force then, or the oldest there is if none was;
/// nothing if there are no packs.
pub fn of_case(packs: &[RulePack], filed_on: NaiveDate) -> Option<&RulePack> {
    in_force(packs, filed_on).or_else(|| packs.iter().min_by_key(|pack| pack.valid_from))
}

/// A text with the mark of what no official text confirms.
fn marked(text: &str, confirmed: bool) -> String {
    if confirmed {
        text.to_owned()
    } else {
        format!("{text} (por confirmar)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_shipped_pack_is_read_and_named_by_its_day() {
        let packs = RulePack::all_shipped();

        assert!(packs.is_sorted_by(|a, b| a.valid_from < b.valid_from));
        for pack in &packs {
            assert_eq!(pack.id, pack.valid_from.to_string());
            assert_eq!(pack.attitudes.len(), 8);
        }
        assert_eq!(RulePack::shipped().form_code, "F21-COOPYD-01");
        assert_eq!(RulePack::shipped().iec_form.code, "N-FO-03");
    }

    #[test]
    fn a_case_filed_before_the_new_form_keeps_the_old_one() {
        let packs = RulePack::all_shipped();
        let form = |on| in_force(&packs, day(on)).map(|pack| pack.form_code.as_str());

        assert_eq!(form("2025-02-28"), Some("N-FO-02"));
        assert_eq!(form("2025-03-01"), Some("F21-COOPYD-01"));
        assert_eq!(
            form("2007-03-01"),
            None,
            "no rules are made up for older days"
        );
        assert_eq!(
            of_case(&packs, day("2007-03-01")),
            packs.first(),
            "what was filed before any pack keeps the oldest"
        );
    }

    #[test]
    fn what_is_not_confirmed_says_so() {
        let pack = RulePack::shipped();

        assert!(!pack.level(1).unwrap().confirmed);
        assert!(pack.level(3).unwrap().confirmed);
        assert!(!pack.level(5).unwrap().confirmed);
        assert_eq!(
            pack.deadline("EC.METHOD_REVIEW").unwrap().basis(),
            "Revisión metodológica del estándar: 15 días hábiles (por confirmar)"
        );
        assert_eq!(
            pack.deadline("COVACEC.NOTICE").unwrap().basis(),
            "Convocatoria previa a una sesión del COVACEC: 1 día hábil"
        );
    }

    #[test]
    fn an_article_of_its_own_goes_before_one_for_many() {
        let mut pack = RulePack::shipped();
        pack.articles = vec![
            Article {
                requirement: "EC-*".into(),
                label: "para todos".into(),
                confirmed: true,
            },
            Article {
                requirement: "EC-SUP-1".into(),
                label: "el suyo".into(),
                confirmed: false,
            },
        ];

        assert_eq!(pack.basis("EC-SUP-1"), "el suyo (por confirmar)");
        assert_eq!(pack.basis("EC-SUP-2"), "para todos");
        assert_eq!(pack.basis("X"), "Sin fundamento registrado (por confirmar)");
    }
}
