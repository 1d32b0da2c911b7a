//! The edits that a remedy asks for, so that the window, the command line and a test mend alike.

use domain::ec::edit::Edit;
use domain::ec::part::{List, ListOf, Part};
use domain::ec::{CompetenceStandard, Format, PrintedForm};
use domain::ids::PartId;

use crate::rules::alphabetical;
use crate::{Finding, Remedy};

/// The edits that mend a finding as its remedy says; none where a person must write it, or where the
/// standard is no longer what the finding saw.
pub fn mend(standard: &CompetenceStandard, finding: &Finding) -> Vec<Edit> {
    match &finding.remedy {
        Remedy::None => Vec::new(),
        Remedy::Replace => replace(standard, finding).into_iter().collect(),
        Remedy::AdoptForm => adopt(standard),
        Remedy::Renumber(list) => renumber(standard, *list).into_iter().collect(),
        Remedy::AddColon(part) => colon(standard, *part).into_iter().collect(),
        Remedy::Sort(list) => sort(standard, *list),
    }
}

/// Puts the suggestion where the span is, or in the place of the whole text.
fn replace(standard: &CompetenceStandard, finding: &Finding) -> Option<Edit> {
    let target = finding.target?;
    let field = target.field?;
    let before = match target.part {
        Some(part) => standard.text_of(part, field)?,
        None => standard.general_text(field)?,
    };
    let suggestion = finding.suggestion.as_deref()?;
    let after = match finding.span {
        None => suggestion.to_owned(),
        Some((from, to)) => {
            let there: String = before
                .chars()
                .skip(from)
                .take(to.checked_sub(from)?)
                .collect();
            if there != finding.text {
                return None; // It was written over since.
            }
            let start: String = before.chars().take(from).collect();
            let end: String = before.chars().skip(to).collect();
            format!("{start}{suggestion}{end}")
        }
    };
    Some(Edit::Write {
        part: target.part,
        field,
        before,
        after,
    })
}

/// Lets the official form stand: what was printed gives way, and names and terms have their colon.
/// Numbering and texts stay the author's.
pub fn adopt(standard: &CompetenceStandard) -> Vec<Edit> {
    // A brand standard goes on having the form of its own.
    let own = standard.is_brand().then(|| PrintedForm {
        format: Some(Format::EcmSheet),
        ..PrintedForm::default()
    });
    let printed = standard.printed.as_ref().map(|printed| Edit::SetPrinted {
        before: Some(printed.clone()),
        after: own,
    });
    let colons = standard.elements.iter().flat_map(|element| {
        let attitudes = element.attitudes.iter().map(|part| part.id);
        attitudes.chain(element.glossary.iter().map(|part| part.id))
    });
    let colons = colons.filter_map(|part| colon(standard, part));
    printed.into_iter().chain(colons).collect()
}

/// Counts a list from one, if it does not yet.
fn renumber(standard: &CompetenceStandard, list: ListOf) -> Option<Edit> {
    let before = standard.numbers(list).ok()?;
    let count = u32::try_from(before.len()).ok()?;
    let right = if list.list == List::Elements {
        before
            .chunks(2)
            .zip(1..)
            .all(|(pair, at)| pair == [at, count / 2])
    } else {
        before.iter().zip(1..).all(|(number, at)| *number == at)
    };
    (!right).then_some(Edit::Number {
        list,
        before,
        after: None,
    })
}

fn colon(standard: &CompetenceStandard, part: PartId) -> Option<Edit> {
    (!standard.colon(part)?).then_some(Edit::SetColon { part, after: true })
}

/// Moves the entries of a glossary into alphabetical order, one at a time.
pub fn sort(standard: &CompetenceStandard, within: ListOf) -> Vec<Edit> {
    let Ok(parts) = standard.list(within) else {
        return Vec::new();
    };
    let mut order: Vec<(PartId, String)> = parts
        .iter()
        .map(|part| match part {
            Part::Glossary(entry) => (entry.id, alphabetical(&entry.term)),
            other => (other.id(), String::new()), // Only glossaries are sorted.
        })
        .collect();
    let mut wanted = order.clone();
    wanted.sort_by(|a, b| a.1.cmp(&b.1));
    let mut edits = Vec::new();
    for (to, (part, _)) in wanted.iter().enumerate() {
        let Some(from) = order.iter().position(|(id, _)| id == part) else {
            continue;
        };
        if from != to {
            let moved = order.remove(from);
            order.insert(to, moved);
            edits.push(Edit::Move {
                within,
                part: *part,
                from,
                to,
                numbers: None,
            });
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use domain::ec::sketch::sketch;
    use domain::rule_pack::RulePack;

    use super::*;
    use crate::{CATALOGUE, Context, review};

    #[test]
    fn a_remedy_that_is_applied_clears_its_finding() {
        let pack = RulePack::shipped();
        let context = Context {
            pack: &pack,
            registered: &[],
            near: None,
            beside: crate::Beside::default(),
            lists: &[],
        };
        let mut mended = 0;
        for rule in CATALOGUE {
            let mut standard = sketch(rule.wrong).unwrap();
            for finding in review(&standard, &context) {
                let edits = mend(&standard, &finding);
                if edits.is_empty() {
                    assert_eq!(finding.remedy, Remedy::None, "{finding}");
                    continue;
                }

                standard.apply_all(&edits).unwrap();

                let left = review(&standard, &context);
                let same = |other: &Finding| {
                    other.rule == finding.rule
                        && other.target == finding.target
                        && other.message == finding.message
                        && other.span == finding.span
                };
                assert!(!left.iter().any(same), "{finding} stays");
                mended += 1;
                break; // The others saw a standard that is no longer there.
            }
        }
        assert!(mended > 15, "only {mended} were mended");
    }

    #[test]
    fn a_glossary_is_put_in_order() {
        let pack = RulePack::shipped();
        let context = Context {
            pack: &pack,
            registered: &[],
            near: None,
            beside: crate::Beside::default(),
            lists: &[],
        };
        let mut standard = sketch(
            "E
             G Zapata: Es la pieza del freno que presiona el aro.
             G Aro: Se refiere a la parte exterior de la rueda.
             G Cadena: Es la pieza que lleva el giro a la rueda.",
        )
        .unwrap();
        let findings = review(&standard, &context);
        let finding = findings.iter().find(|f| f.rule == "EC-R-65").unwrap();

        standard.apply_all(&mend(&standard, finding)).unwrap();

        let terms: Vec<&str> = standard.elements[0]
            .glossary
            .iter()
            .map(|g| g.term.as_str())
            .collect();
        assert_eq!(terms, ["Aro", "Cadena", "Zapata"]);
    }
}
