//! Lines that are pasted in a list become parts of it.

use domain::ec::CompetenceStandard;
use domain::ec::edit::{Edit, Refusal};
use domain::ec::part::{Field, List, ListOf, Part};
use domain::ec::pasting::lines;
use domain::ids::Ids;

use crate::edits::{LONGEST_TEXT, checked, filled, find, within};
use crate::error::Error;

/// How many lines are taken at once: more than any list of a standard has.
const MOST_LINES: usize = 400;

/// The edits by which text that is pasted in the text of a part becomes that text and, after it, a
/// part for each line more.
pub(crate) fn edits(
    standard: &CompetenceStandard,
    list: ListOf,
    part: &str,
    around: &[String; 2],
    text: &str,
    ids: &mut Ids,
) -> Result<Vec<Edit>, Error> {
    within(LONGEST_TEXT, text.to_owned())?;
    let mut lines = lines(text);
    if lines.len() > MOST_LINES {
        return Err(Error::TooManyLines {
            lines: lines.len(),
            most: MOST_LINES,
        });
    }
    let [before, after] = around;
    if let Some((last, _)) = lines.last_mut() {
        last.push_str(after);
    }
    let (at, part) = find(standard, list, part)?;
    let field = first_field(list.list);
    let was = standard
        .text_of(part.id(), field)
        .ok_or(Refusal::NoSuchPlace { what: "part" })?;
    let mut rest = lines.into_iter();
    let (own, aside) = rest.next().unwrap_or_default();
    let mut edits = vec![Edit::Write {
        part: Some(part.id()),
        field,
        before: was,
        after: checked(&format!("{before}{own}"), false)?,
    }];
    if let Some(second) = second_field(list.list).filter(|_| !aside.is_empty()) {
        let was = standard.text_of(part.id(), second).unwrap_or_default();
        edits.push(Edit::Write {
            part: Some(part.id()),
            field: second,
            before: was,
            after: aside,
        });
    }
    // The lines below a criterion are what is looked at in it.
    let (into, from) = match &part {
        Part::Criterion(criterion) => {
            let list = List::Characteristics;
            let owner = Some(criterion.id);
            (ListOf { owner, list }, 0)
        }
        _ => (list, at + 1), // Every other part stands among its like.
    };
    for (place, (text, aside)) in rest.enumerate() {
        let one_text = second_field(into.list).is_none() && !aside.is_empty();
        let text = match one_text {
            true => format!("{text} {aside}"),
            false => text,
        };
        edits.push(Edit::Add {
            into,
            at: from + place,
            part: filled(into.list, ids.part(), &text, &aside)?,
            numbers: None,
        });
    }
    Ok(edits)
}

/// The text that the lines of a list are.
fn first_field(list: List) -> Field {
    match list {
        List::Elements => Field::Title,
        List::Attitudes => Field::Name,
        List::Contingencies => Field::Situation,
        List::Glossary => Field::Term,
        List::SincoUnitGroups
        | List::Sectors
        | List::Subsectors
        | List::Branches
        | List::Subbranches
        | List::IndustryClasses => Field::Code,
        List::AssociatedOccupations
        | List::UnlistedOccupations
        | List::ParticipatingOrganizations
        | List::RelatedStandards
        | List::PracticeDetails
        | List::Requirements
        | List::References
        | List::Performances
        | List::Products
        | List::Knowledge
        | List::Characteristics
        | List::Details
        | List::ExpectedResponses => Field::Text,
    }
}

/// What stands beside it, where the list has two columns.
fn second_field(list: List) -> Option<Field> {
    match list {
        List::Attitudes => Some(Field::Manner),
        List::Glossary => Some(Field::Definition),
        List::Knowledge => Some(Field::Level),
        List::SincoUnitGroups
        | List::Sectors
        | List::Subsectors
        | List::Branches
        | List::Subbranches
        | List::IndustryClasses => Some(Field::Name),
        List::Elements
        | List::Contingencies
        | List::AssociatedOccupations
        | List::UnlistedOccupations
        | List::ParticipatingOrganizations
        | List::RelatedStandards
        | List::PracticeDetails
        | List::Requirements
        | List::References
        | List::Performances
        | List::Products
        | List::Characteristics
        | List::Details
        | List::ExpectedResponses => None,
    }
}
