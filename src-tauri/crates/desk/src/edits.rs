//! From what the window asks to edits the domain can make and take back.

use domain::ec::CompetenceStandard;
use domain::ec::edit::{Edit, Refusal};
use domain::ec::part::{Field, List, ListOf, Part};
use domain::ec::{Attitude, Duration, GlossaryEntry, Knowledge, KnowledgeLevel};
use domain::ids::{Ids, PartId};
use domain::rule_pack::RulePack;
use domain::text;
use store::Reader;

use crate::catalogues;
use crate::error::Error;
use crate::wire::EditRequest;
use crate::{pasting, spanish};

/// How long a text may be: more than any real field, less than what would stall the page.
pub(crate) const LONGEST_TEXT: usize = 200_000;

/// The edits that a request asks for, made from the standard as it stands.
pub(crate) fn edits(
    reader: &Reader<'_>,
    standard: &CompetenceStandard,
    request: &EditRequest,
    pack: &RulePack,
    ids: &mut Ids,
) -> Result<Vec<Edit>, Error> {
    match request {
        EditRequest::Write {
            part,
            field,
            before,
            after,
        } => write(standard, part.as_deref(), field, before, after),
        EditRequest::Add {
            owner,
            list,
            at,
            text,
            aside,
        } => {
            let into = list_of(owner.as_deref(), list)?;
            let part = filled(into.list, ids.part(), text, aside)?;
            let at = usize::try_from(*at).unwrap_or(usize::MAX);
            Ok(vec![Edit::Add {
                into,
                at,
                part,
                numbers: None,
            }])
        }
        EditRequest::Remove { owner, list, part } => {
            let from = list_of(owner.as_deref(), list)?;
            let (_, part) = find(standard, from, part)?;
            Ok(vec![Edit::Remove {
                from,
                part,
                numbers: None,
            }])
        }
        EditRequest::Move {
            owner,
            list,
            part,
            to,
        } => {
            let within = list_of(owner.as_deref(), list)?;
            let (from, part) = find(standard, within, part)?;
            let to = usize::try_from(*to).unwrap_or(usize::MAX);
            Ok(vec![Edit::Move {
                within,
                part: part.id(),
                from,
                to,
                numbers: None,
            }])
        }
        EditRequest::Transfer {
            owner,
            list,
            part,
            to,
            at,
        } => transfer(standard, owner.as_deref(), list, part, (to, *at)),
        EditRequest::Paste {
            owner,
            list,
            part,
            around,
            text,
        } => {
            let into = list_of(owner.as_deref(), list)?;
            pasting::edits(standard, into, part, around, text, ids)
        }
        EditRequest::Duration {
            desk_minutes,
            field_minutes,
        } => Ok(vec![duration(standard, *desk_minutes, *field_minutes)?]),
        EditRequest::Level { number } => level(standard, *number, pack),
        EditRequest::Renumber { owner, list } => {
            let list = list_of(owner.as_deref(), list)?;
            Ok(vec![Edit::Number {
                list,
                before: standard.numbers(list)?,
                after: None,
            }])
        }
        EditRequest::Sort { owner, list } => {
            let list = list_of(owner.as_deref(), list)?;
            standard.list(list)?;
            Ok(checks::sort(standard, list))
        }
        EditRequest::Classify { kind, code, into } => {
            catalogues::classify(reader, standard, (kind, code, into.as_deref()), ids)
        }
        EditRequest::AddColon { part } => Ok(vec![Edit::SetColon {
            part: id(part)?,
            after: true,
        }]),
        EditRequest::AdoptForm {} => Ok(checks::adopt(standard)),
    }
}

/// The edits by which a part leaves a list and stands in that of another owner, itself as it was.
fn transfer(
    standard: &CompetenceStandard,
    owner: Option<&str>,
    list: &str,
    part: &str,
    (to, at): (&str, u32),
) -> Result<Vec<Edit>, Error> {
    let from = list_of(owner, list)?;
    let into = list_of(Some(to), list)?;
    let (_, part) = find(standard, from, part)?;
    let length = standard.list(into)?.len();
    let at = usize::try_from(at).unwrap_or(usize::MAX).min(length);
    let leaves = Edit::Remove {
        from,
        part: part.clone(),
        numbers: None,
    };
    let arrives = Edit::Add {
        into,
        at,
        part,
        numbers: None,
    };
    Ok(vec![leaves, arrives])
}

/// A standard as it reads with what is typed and not saved. What cannot stand there is left out: who
/// saves it is told so.
pub(crate) fn as_typed(
    reader: &Reader<'_>,
    saved: CompetenceStandard,
    typed: &[EditRequest],
    pack: &RulePack,
    ids: &mut Ids,
) -> CompetenceStandard {
    let mut standard = saved.clone();
    for request in typed {
        if let Ok(edits) = edits(reader, &standard, request, pack, ids) {
            // All of a request or none of it: the standard stays as it was where it is refused.
            let _ = standard.apply_all(&edits);
        }
    }
    let ends = checks::keep_lists(&saved, &standard);
    let _ = standard.apply_all(&ends);
    standard
}

fn write(
    standard: &CompetenceStandard,
    part: Option<&str>,
    field: &str,
    before: &str,
    after: &str,
) -> Result<Vec<Edit>, Error> {
    let field = Field::from_code(field).ok_or(Refusal::NoSuchPlace { what: "field" })?;
    let part = part.map(id).transpose()?;
    let mut after = checked(after, keeps_breaks(field))?;
    let mut edits = Vec::new();
    if let (Some(part), Field::Name | Field::Term) = (part, field) {
        // The colon is the form's, not the author's: it is printed whether typed or not.
        if let Some(false) = standard.colon(part) {
            edits.push(Edit::SetColon { part, after: true });
        }
        if standard.colon(part).is_some() {
            after = after.trim_end_matches([':', ' ']).to_owned();
        }
    }
    edits.insert(
        0,
        Edit::Write {
            part,
            field,
            before: before.to_owned(),
            after,
        },
    );
    Ok(edits)
}

/// Whether a text may have several paragraphs.
fn keeps_breaks(field: Field) -> bool {
    matches!(
        field,
        Field::Purpose
            | Field::GeneralDescription
            | Field::UpdateParagraph
            | Field::LevelText
            | Field::Definition
    )
}

/// What was typed, as it is kept; refused where it is longer than any field.
pub(crate) fn checked(typed: &str, breaks: bool) -> Result<String, Error> {
    within(LONGEST_TEXT, text::clean(typed, breaks))
}

/// A word that a person typed, as much of it as an answer quotes.
pub(crate) fn shortened(typed: &str) -> String {
    text::clean(typed, false).chars().take(80).collect()
}

/// A text, if it is no longer than its place.
pub(crate) fn within(most: usize, text: String) -> Result<String, Error> {
    let length = text.chars().count();
    if length > most {
        return Err(Error::TextTooLong { length, most });
    }
    Ok(text)
}

pub(crate) fn filled(list: List, id: PartId, text: &str, aside: &str) -> Result<Part, Error> {
    let (text, aside) = (checked(text, false)?, checked(aside, true)?);
    Ok(match Part::blank(list, id) {
        Part::Element(blank) => Part::Element(domain::ec::Element {
            title: text,
            ..blank
        }),
        Part::Criterion(blank) => Part::Criterion(domain::ec::Criterion { text, ..blank }),
        Part::Knowledge(blank) => Part::Knowledge(Knowledge {
            text,
            level: KnowledgeLevel::from_printed(&aside),
            printed_level: aside,
            ..blank
        }),
        Part::Attitude(blank) => Part::Attitude(Attitude {
            name: text.trim_end_matches([':', ' ']).to_owned(),
            manner: aside,
            ..blank
        }),
        Part::Contingency(blank) => Part::Contingency(domain::ec::Contingency {
            situation: text,
            ..blank
        }),
        Part::Glossary(blank) => Part::Glossary(GlossaryEntry {
            term: text.trim_end_matches([':', ' ']).to_owned(),
            definition: aside,
            ..blank
        }),
        Part::Classified(blank) => Part::Classified(domain::ec::Classified {
            code: text,
            name: aside,
            ..blank
        }),
        Part::Line(blank) => Part::Line(domain::ec::Line { text, ..blank }),
    })
}

fn duration(
    standard: &CompetenceStandard,
    desk: Option<u32>,
    field: Option<u32>,
) -> Result<Edit, Error> {
    for minutes in desk.iter().chain(&field) {
        minutes_that_can_be(*minutes)?;
    }
    Ok(Edit::SetDuration {
        before: standard.general.evaluation_aspects.duration.clone(),
        after: Duration {
            printed: spanish::duration(desk, field),
            desk_minutes: desk,
            field_minutes: field,
            printed_total_minutes: match (desk, field) {
                (Some(desk), Some(field)) => Some(desk.saturating_add(field)),
                _ => None, // The sentence states no total then.
            },
        },
    })
}

/// The longest evaluation that is taken for one, in minutes: a thousand hours. More is a slip.
const MOST_MINUTES: u32 = 60_000;

/// Refuses a duration that no evaluation has.
pub(crate) fn minutes_that_can_be(minutes: u32) -> Result<(), Error> {
    match minutes {
        0..=MOST_MINUTES => Ok(()),
        more => Err(Error::Edit(Refusal::BadValue {
            field: "Duración",
            value: format!("{more} minutos"),
        })),
    }
}

fn level(
    standard: &CompetenceStandard,
    number: Option<u8>,
    pack: &RulePack,
) -> Result<Vec<Edit>, Error> {
    let text = match number {
        Some(number) => {
            let level = pack.level(number).ok_or(Refusal::BadValue {
                field: Field::SncLevel.code(),
                value: number.to_string(),
            })?;
            level.text.clone()
        }
        None => String::new(),
    };
    let general = &standard.general;
    let write = |field, before: String, after: String| Edit::Write {
        part: None,
        field,
        before,
        after,
    };
    let digits = |level: Option<u8>| level.map(|l| l.to_string()).unwrap_or_default();
    Ok(vec![
        write(Field::SncLevel, digits(general.snc_level), digits(number)),
        write(Field::LevelText, general.level_text.clone(), text),
    ])
}

fn list_of(owner: Option<&str>, list: &str) -> Result<ListOf, Error> {
    Ok(ListOf {
        owner: owner.map(id).transpose()?,
        list: List::from_code(list).ok_or(Refusal::NoSuchPlace { what: "list" })?,
    })
}

pub(crate) fn find(
    standard: &CompetenceStandard,
    of: ListOf,
    part: &str,
) -> Result<(usize, Part), Error> {
    let wanted = id(part)?;
    let parts = standard.list(of)?;
    let found = parts
        .into_iter()
        .enumerate()
        .find(|(_, p)| p.id() == wanted);
    found.ok_or(Error::Edit(Refusal::NoSuchPlace { what: "part" }))
}

fn id(text: &str) -> Result<PartId, Error> {
    text.parse()
        .map_err(|_| Error::Edit(Refusal::NoSuchPlace { what: "part" }))
}
