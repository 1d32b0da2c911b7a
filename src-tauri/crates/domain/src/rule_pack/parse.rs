//! A rule pack, read from the text the office edits.
//!
//! One datum a line, sections in brackets, comments after `#`: a person who has never seen the
//! format can change a deadline. What is wrong is said with its line, and nothing is guessed.

use chrono::NaiveDate;

use super::{Article, Deadline, IecForm, Level, RulePack, Term, Unit};
use crate::text;
use crate::vocabulary::Severity;

/// Why a text is not a rule pack, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {trouble}")]
pub struct Error {
    /// The line, from 1; for what is missing, the last one.
    pub line: usize,
    /// What is wrong with it.
    pub trouble: Trouble,
}

/// What is wrong with a line of a rule pack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// It stands before any section.
    #[error("a datum before the first section")]
    OutsideSections,
    /// No section has that name.
    #[error("no section is called {0:?}")]
    UnknownSection(String),
    /// No datum of the section has that name.
    #[error("no datum of this section is called {0:?}")]
    UnknownKey(String),
    /// It does not have the parts its section asks for.
    #[error("{found} parts where {wanted} are needed")]
    Parts {
        /// How many the section asks for.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
    /// A part is empty.
    #[error("a part is empty")]
    EmptyPart,
    /// It is said twice.
    #[error("{0:?} is said twice")]
    Twice(String),
    /// It is not a date `AAAA-MM-DD`.
    #[error("{0:?} is not a date")]
    NotADate(String),
    /// It is not a level from 1 to 5.
    #[error("{0:?} is not a level")]
    NotALevel(String),
    /// It is not «confirmado» nor «por confirmar».
    #[error("{0:?} is not a standing")]
    NotAStanding(String),
    /// It is not «n días hábiles», «n días naturales», «n meses» or «n años».
    #[error("{0:?} is not a term")]
    NotATerm(String),
    /// It is not «error», «advertencia» or «consejo».
    #[error("{0:?} is not a severity")]
    NotASeverity(String),
    /// Something every pack needs is nowhere.
    #[error("{0} is missing")]
    Missing(&'static str),
}

/// The sections of the text, in their order.
#[derive(Clone, Copy)]
enum Section {
    Pack,
    Form,
    Levels,
    Attitudes,
    Deadlines,
    Articles,
    Severities,
}

impl Section {
    fn named(name: &str) -> Option<Section> {
        Some(match text::fold(name).as_str() {
            "paquete" => Section::Pack,
            "formato" => Section::Form,
            "niveles" => Section::Levels,
            "actitudes" => Section::Attitudes,
            "plazos" => Section::Deadlines,
            "articulos" => Section::Articles,
            "severidades" => Section::Severities,
            _ => return None,
        })
    }
}

/// What has been read so far.
#[derive(Default)]
struct Draft {
    id: Option<String>,
    valid_from: Option<NaiveDate>,
    form_code: Option<String>,
    form_version: Option<String>,
    iec_form_code: Option<String>,
    iec_form_version: Option<String>,
    iec_knowledge: Option<(bool, String)>,
    levels: Vec<Level>,
    attitudes: Vec<String>,
    deadlines: Vec<Deadline>,
    articles: Vec<Article>,
    severities: Vec<(String, Severity)>,
}

/// Reads a whole pack.
pub(super) fn pack(source: &str) -> Result<RulePack, Error> {
    let mut draft = Draft::default();
    let mut section = None;
    let mut last = 0;
    for (raw, line) in source.trim_start_matches('\u{FEFF}').lines().zip(1..) {
        last = line;
        let at = |trouble| Error { line, trouble };
        let clean = text::clean(raw, false);
        if clean.is_empty() || clean.starts_with('#') {
            continue;
        }
        if let Some(name) = clean.strip_prefix('[').and_then(|s| s.strip_suffix(']')) {
            let known = Section::named(name);
            section = Some(known.ok_or_else(|| at(Trouble::UnknownSection(name.to_owned())))?);
            continue;
        }
        let section = section.ok_or_else(|| at(Trouble::OutsideSections))?;
        draft.take(section, &clean).map_err(at)?;
    }
    let at_end = |trouble| Error {
        line: last,
        trouble,
    };
    draft.whole().map_err(at_end)
}

impl Draft {
    fn take(&mut self, section: Section, line: &str) -> Result<(), Trouble> {
        match section {
            Section::Pack => {
                let (key, value) = pair(line)?;
                match text::fold(key).as_str() {
                    "clave" => once(&mut self.id, key, value.to_owned()),
                    "vigente desde" => once(&mut self.valid_from, key, date(value)?),
                    _ => Err(Trouble::UnknownKey(key.to_owned())),
                }
            }
            Section::Form => {
                let (key, value) = pair(line)?;
                match text::fold(key).as_str() {
                    "codigo" => once(&mut self.form_code, key, value.to_owned()),
                    "version" => once(&mut self.form_version, key, value.to_owned()),
                    "codigo del iec" => once(&mut self.iec_form_code, key, value.to_owned()),
                    "version del iec" => once(&mut self.iec_form_version, key, value.to_owned()),
                    "reactivo de conocimiento" => {
                        let [standing, text] = parts(value)?;
                        let said = (confirmed(standing)?, text.to_owned());
                        once(&mut self.iec_knowledge, key, said)
                    }
                    _ => Err(Trouble::UnknownKey(key.to_owned())),
                }
            }
            Section::Levels => {
                let [number, word, standing, text] = parts(line)?;
                let level = Level {
                    number: level_number(number)?,
                    word: word.to_owned(),
                    text: text.to_owned(),
                    confirmed: confirmed(standing)?,
                };
                add(&mut self.levels, level, number, |l| l.number.to_string())
            }
            Section::Attitudes => {
                let [name] = parts(line)?;
                add(&mut self.attitudes, name.to_owned(), name, String::clone)
            }
            Section::Deadlines => {
                let [id, length, standing, says] = parts(line)?;
                let deadline = Deadline {
                    id: id.to_owned(),
                    term: term(length)?,
                    says: says.to_owned(),
                    confirmed: confirmed(standing)?,
                };
                add(&mut self.deadlines, deadline, id, |d| d.id.clone())
            }
            Section::Articles => {
                let [requirement, standing, label] = parts(line)?;
                let article = Article {
                    requirement: requirement.to_owned(),
                    label: label.to_owned(),
                    confirmed: confirmed(standing)?,
                };
                add(&mut self.articles, article, requirement, |a| {
                    a.requirement.clone()
                })
            }
            Section::Severities => {
                let [rule, word] = parts(line)?;
                let graded = (rule.to_owned(), severity(word)?);
                add(&mut self.severities, graded, rule, |(rule, _)| rule.clone())
            }
        }
    }

    fn whole(mut self) -> Result<RulePack, Trouble> {
        self.levels.sort_by_key(|level| level.number);
        if self.levels.len() != 5 {
            return Err(Trouble::Missing("a level from 1 to 5"));
        }
        let knowledge = self.iec_knowledge;
        let (knowledge_confirmed, knowledge) =
            knowledge.ok_or(Trouble::Missing("reactivo de conocimiento"))?;
        Ok(RulePack {
            id: self.id.ok_or(Trouble::Missing("clave"))?,
            valid_from: self.valid_from.ok_or(Trouble::Missing("vigente desde"))?,
            form_code: self.form_code.ok_or(Trouble::Missing("código"))?,
            form_version: self.form_version.ok_or(Trouble::Missing("versión"))?,
            iec_form: IecForm {
                code: self
                    .iec_form_code
                    .ok_or(Trouble::Missing("código del IEC"))?,
                version: self
                    .iec_form_version
                    .ok_or(Trouble::Missing("versión del IEC"))?,
                knowledge,
                knowledge_confirmed,
            },
            levels: self.levels,
            attitudes: self.attitudes,
            deadlines: self.deadlines,
            articles: self.articles,
            severities: self.severities,
        })
    }
}

fn pair(line: &str) -> Result<(&str, &str), Trouble> {
    let (key, value) = line.split_once('=').ok_or(Trouble::Parts {
        wanted: 2,
        found: 1,
    })?;
    let (key, value) = (key.trim(), value.trim());
    if key.is_empty() || value.is_empty() {
        return Err(Trouble::EmptyPart);
    }
    Ok((key, value))
}

fn parts<const N: usize>(line: &str) -> Result<[&str; N], Trouble> {
    let found: Vec<&str> = line.split('|').map(str::trim).collect();
    if found.iter().any(|part| part.is_empty()) {
        return Err(Trouble::EmptyPart);
    }
    <[&str; N]>::try_from(found).map_err(|found| Trouble::Parts {
        wanted: N,
        found: found.len(),
    })
}

fn once<T>(slot: &mut Option<T>, key: &str, value: T) -> Result<(), Trouble> {
    if slot.is_some() {
        return Err(Trouble::Twice(key.to_owned()));
    }
    *slot = Some(value);
    Ok(())
}

fn add<T>(list: &mut Vec<T>, one: T, name: &str, id: impl Fn(&T) -> String) -> Result<(), Trouble> {
    if list.iter().any(|other| id(other) == id(&one)) {
        return Err(Trouble::Twice(name.to_owned()));
    }
    list.push(one);
    Ok(())
}

fn date(text: &str) -> Result<NaiveDate, Trouble> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Trouble::NotADate(text.to_owned()))
}

fn level_number(text: &str) -> Result<u8, Trouble> {
    text.parse()
        .ok()
        .filter(|number| (1..=5).contains(number))
        .ok_or_else(|| Trouble::NotALevel(text.to_owned()))
}

fn confirmed(standing: &str) -> Result<bool, Trouble> {
    match text::fold(standing).as_str() {
        "confirmado" => Ok(true),
        "por confirmar" => Ok(false),
        _ => Err(Trouble::NotAStanding(standing.to_owned())),
    }
}

fn term(length: &str) -> Result<Term, Trouble> {
    let wrong = || Trouble::NotATerm(length.to_owned());
    let (count, unit) = length.split_once(' ').ok_or_else(wrong)?;
    let count = count.parse().ok().filter(|&count| count > 0);
    let unit = text::fold(unit);
    let unit = Unit::ALL.iter().copied().find(|known| {
        let (one, many) = known.words();
        unit == text::fold(one) || unit == text::fold(many)
    });
    Ok(Term {
        count: count.ok_or_else(wrong)?,
        unit: unit.ok_or_else(wrong)?,
    })
}

fn severity(word: &str) -> Result<Severity, Trouble> {
    match text::fold(word).as_str() {
        "error" => Ok(Severity::Error),
        "advertencia" => Ok(Severity::Warning),
        "consejo" => Ok(Severity::Advice),
        _ => Err(Trouble::NotASeverity(word.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "[paquete]\nclave = p\nvigente desde = 2026-01-01\n\
        [formato]\ncódigo = F\nversión = 1\ncódigo del IEC = G\nversión del IEC = 2\nreactivo de conocimiento = por confirmar | k\n\
        [niveles]\n1 | Uno | confirmado | a\n2 | Dos | confirmado | b\n3 | Tres | confirmado | c\n\
        4 | Cuatro | confirmado | d\n5 | Cinco | por confirmar | e\n";

    fn wrong(addition: &str) -> (usize, Trouble) {
        let error = pack(&format!("{SMALL}{addition}")).unwrap_err();
        (error.line, error.trouble)
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert_eq!(
            wrong("[plazos]\nEC.RETURNED | pronto | confirmado | x"),
            (17, Trouble::NotATerm("pronto".into()))
        );
        assert_eq!(
            wrong("[plazos]\nEC.RETURNED | 0 meses | confirmado | x"),
            (17, Trouble::NotATerm("0 meses".into()))
        );
        assert_eq!(
            wrong("[artículos]\nEC-SUP-1 | seguro | x"),
            (17, Trouble::NotAStanding("seguro".into()))
        );
        assert_eq!(
            wrong("[artículos]\n\nEC-SUP-1 | x"),
            (
                18,
                Trouble::Parts {
                    wanted: 3,
                    found: 2
                }
            )
        );
        assert_eq!(
            wrong("[severidades]\nEC-R-1 | grave"),
            (17, Trouble::NotASeverity("grave".into()))
        );
        assert_eq!(
            wrong("[actitudes]\nOrden\nOrden"),
            (18, Trouble::Twice("Orden".into()))
        );
        assert_eq!(
            wrong("[otros]"),
            (16, Trouble::UnknownSection("otros".into()))
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = pack(&SMALL.replace("clave = p\n", "")).unwrap_err();
        assert_eq!(error.trouble, Trouble::Missing("clave"));

        let error = pack(&SMALL.replace("2 | Dos | confirmado | b\n", "")).unwrap_err();
        assert_eq!(error.trouble, Trouble::Missing("a level from 1 to 5"));

        let error = pack("clave = p").unwrap_err();
        assert_eq!(error.trouble, Trouble::OutsideSections);
    }

    #[test]
    fn a_text_typed_on_another_system_is_read_the_same() {
        let windows = format!("\u{FEFF}{}", SMALL.replace('\n', "\r\n"));

        assert_eq!(pack(&windows), pack(SMALL));
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "(\\[(plazos|niveles|paquete|artículos)\\]\n|[a-z|= 0-9]{0,20}\n){0,12}") {
            let _ = pack(&text);
        }
    }
}
