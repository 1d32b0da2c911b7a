//! A reading as text: what the snapshots compare and what a person looks at.

use std::fmt;

use domain::ec::{Classified, Criterion, Element, GeneralData, Line};

use crate::Reading;

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let standard = &self.standard;
        writeln!(f, "format: {}", self.format.code())?;
        field(f, "code", &standard.code)?;
        field(f, "title", &standard.title)?;
        general(f, &standard.general)?;
        if let Some(form) = &standard.printed {
            for title in &form.profile_titles {
                writeln!(f, "profile: {title}")?;
            }
        }
        for element in &standard.elements {
            show_element(f, element)?;
        }
        if let Some(form) = &standard.printed {
            for heading in &form.headings {
                writeln!(f, "heading: {heading}")?;
            }
            for paragraph in &form.fixed_paragraphs {
                writeln!(f, "fixed {}: {}", paragraph.id, paragraph.text)?;
            }
        }
        for repair in &self.repairs {
            writeln!(
                f,
                "repaired {}:{} «{}» «{}»",
                repair.page, repair.line, repair.from, repair.to
            )?;
        }
        for line in &self.not_understood {
            writeln!(
                f,
                "not understood {}:{} {}",
                line.page, line.line, line.text
            )?;
        }
        Ok(())
    }
}

fn field(f: &mut fmt::Formatter<'_>, name: &str, text: &str) -> fmt::Result {
    if text.is_empty() {
        Ok(())
    } else {
        writeln!(f, "{name}: {}", text.replace('\n', " ¶ "))
    }
}

fn general(f: &mut fmt::Formatter<'_>, general: &GeneralData) -> fmt::Result {
    field(f, "purpose", &general.purpose)?;
    field(f, "description", &general.general_description)?;
    field(f, "update", &general.update_paragraph)?;
    if let Some(level) = general.snc_level {
        writeln!(f, "level: {level}")?;
    }
    field(f, "level text", &general.level_text)?;
    field(f, "committee", &general.committee)?;
    for (name, date) in [
        ("approved", general.approval_date),
        ("published", general.publication_date),
    ] {
        if let Some(date) = date {
            writeln!(f, "{name}: {date}")?;
        }
    }
    field(f, "review", &general.review_period)?;
    field(f, "validity", &general.certificate_validity)?;
    classified(f, "sinco", &general.sinco_unit_groups)?;
    lines(f, "occupation", &general.associated_occupations)?;
    lines(f, "unlisted", &general.unlisted_occupations)?;
    let scian = &general.scian;
    classified(f, "sector", &scian.sectors)?;
    classified(f, "subsector", &scian.subsectors)?;
    classified(f, "branch", &scian.branches)?;
    classified(f, "subbranch", &scian.subbranches)?;
    classified(f, "class", &scian.industry_classes)?;
    lines(f, "organization", &general.participating_organizations)?;
    lines(f, "related", &general.related_standards)?;
    let aspects = &general.evaluation_aspects;
    lines(f, "practice", &aspects.practice_details)?;
    lines(f, "requirement", &aspects.requirements)?;
    let duration = &aspects.duration;
    field(f, "duration", &duration.printed)?;
    let minutes = [
        ("desk", duration.desk_minutes),
        ("field", duration.field_minutes),
        ("total", duration.printed_total_minutes),
    ];
    for (name, minutes) in minutes {
        if let Some(minutes) = minutes {
            writeln!(f, "duration {name}: {minutes}")?;
        }
    }
    lines(f, "reference", &general.references)
}

fn classified(f: &mut fmt::Formatter<'_>, name: &str, entries: &[Classified]) -> fmt::Result {
    entries
        .iter()
        .try_for_each(|entry| writeln!(f, "{name}: {} | {}", entry.code, entry.name))
}

fn lines(f: &mut fmt::Formatter<'_>, name: &str, lines: &[Line]) -> fmt::Result {
    lines
        .iter()
        .try_for_each(|line| writeln!(f, "{name}: {}", line.text))
}

fn show_element(f: &mut fmt::Formatter<'_>, element: &Element) -> fmt::Result {
    writeln!(
        f,
        "\nELEMENT {} de {} {} {}",
        element.index, element.count, element.code, element.title
    )?;
    criteria(f, "D", &element.performances)?;
    criteria(f, "P", &element.products)?;
    for knowledge in &element.knowledge {
        writeln!(
            f,
            "C{} {} [{}]",
            knowledge.number, knowledge.text, knowledge.printed_level
        )?;
        for detail in &knowledge.details {
            writeln!(f, "   - {}", detail.text)?;
        }
    }
    for attitude in &element.attitudes {
        let colon = if attitude.colon { ":" } else { "" };
        writeln!(
            f,
            "A{} {}{colon} | {}",
            attitude.number, attitude.name, attitude.manner
        )?;
    }
    for contingency in &element.contingencies {
        writeln!(f, "S{} {}", contingency.number, contingency.situation)?;
        for response in &contingency.expected_responses {
            writeln!(f, "   > {}", response.text)?;
        }
    }
    for entry in &element.glossary {
        let colon = if entry.colon { ":" } else { "" };
        writeln!(
            f,
            "G{} {}{colon} | {}",
            entry.number, entry.term, entry.definition
        )?;
    }
    Ok(())
}

fn criteria(f: &mut fmt::Formatter<'_>, letter: &str, criteria: &[Criterion]) -> fmt::Result {
    for criterion in criteria {
        writeln!(f, "{letter}{} {}", criterion.number, criterion.text)?;
        for line in &criterion.characteristics {
            writeln!(f, "   - {}", line.text)?;
        }
    }
    Ok(())
}
