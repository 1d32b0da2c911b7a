//! The general data of a sketch, by the names that people give its fields.

use super::Pen;
use crate::ec::general::{Classified, FixedParagraph, Format, Line, PrintedForm};
use crate::ec::{CompetenceStandard, form};

impl Pen<'_> {
    /// Draws `name: value`; nothing if there is no such field or the value does not fit it.
    pub(super) fn general(&mut self, name: &str, value: &str) -> Option<()> {
        if name == "código" && self.element.is_some() {
            let at = self.element?;
            value.clone_into(&mut self.ec.elements[at].code);
            return Some(());
        }
        if let Some(text) = text_of(&mut self.ec, name) {
            value.clone_into(text);
            return Some(());
        }
        let first = self.named.insert((None, name.to_owned()));
        if let Some(list) = lines_of(&mut self.ec, name) {
            if first {
                list.clear();
            }
            if !value.is_empty() {
                let (id, text) = (self.ids.part(), value.to_owned());
                list.push(Line { id, text });
            }
            return Some(());
        }
        if let Some(list) = classified_of(&mut self.ec, name) {
            if first {
                list.clear();
            }
            if !value.is_empty() {
                list.push(classified(self.ids.part(), value));
            }
            return Some(());
        }
        self.other(name, value, first)
    }

    fn other(&mut self, name: &str, value: &str, first: bool) -> Option<()> {
        let general = &mut self.ec.general;
        match name {
            "elementos" => self.elements = Some(value.parse().ok()?),
            "nivel" => general.snc_level = given(value)?,
            "aprobación" => general.approval_date = given(value)?,
            "publicación" => general.publication_date = given(value)?,
            "duración" => {
                let duration = &mut general.evaluation_aspects.duration;
                let mut parts = value.split(" = ");
                parts.next()?.trim().clone_into(&mut duration.printed);
                let (desk, field) = parts.next().unwrap_or_default().split_once('+').unzip();
                duration.desk_minutes = given(desk.unwrap_or_default().trim())?;
                duration.field_minutes = given(field.unwrap_or_default().trim())?;
                duration.printed_total_minutes = given(parts.next().unwrap_or_default().trim())?;
            }
            "formato" => {
                self.ec.printed = Some(PrintedForm {
                    format: Some(Format::from_code(value)?),
                    fixed_paragraphs: form::fixed_paragraphs(),
                    ..PrintedForm::default()
                });
            }
            "perfil" => {
                let titles = &mut self.ec.printed.as_mut()?.profile_titles;
                set(titles, first, value);
            }
            "encabezado" => {
                let headings = &mut self.ec.printed.as_mut()?.headings;
                set(headings, first, value);
            }
            _ => {
                let id = name.strip_prefix("párrafo ")?;
                let printed = self.ec.printed.as_mut()?;
                printed.fixed_paragraphs.retain(|known| known.id != id);
                if !value.is_empty() {
                    let (id, text) = (id.to_owned(), value.to_owned());
                    printed.fixed_paragraphs.push(FixedParagraph { id, text });
                }
            }
        }
        Some(())
    }
}

/// The value that is given; nothing within where none is, nothing at all where it does not fit.
#[expect(
    clippy::option_option,
    reason = "«not given» and «does not fit» differ"
)]
fn given<T: std::str::FromStr>(value: &str) -> Option<Option<T>> {
    if value.is_empty() {
        return Some(None);
    }
    value.parse().ok().map(Some)
}

fn set(list: &mut Vec<String>, first: bool, value: &str) {
    if first {
        list.clear();
    }
    if !value.is_empty() {
        list.push(value.to_owned());
    }
}

/// «81 Otros servicios» is a code and a name; what begins with a letter is a name.
fn classified(id: crate::ids::PartId, value: &str) -> Classified {
    let coded = value.starts_with(|c: char| c.is_ascii_digit());
    let (code, name) = if coded {
        value.split_once(' ').unwrap_or((value, ""))
    } else {
        ("", value)
    };
    Classified {
        id,
        code: code.to_owned(),
        name: name.to_owned(),
    }
}

fn text_of<'a>(ec: &'a mut CompetenceStandard, name: &str) -> Option<&'a mut String> {
    let general = &mut ec.general;
    Some(match name {
        "código" => &mut ec.code,
        "código de origen" => &mut ec.source_code,
        "propósito" => &mut general.purpose,
        "descripción" => &mut general.general_description,
        "actualización" => &mut general.update_paragraph,
        "texto del nivel" => &mut general.level_text,
        "comité" => &mut general.committee,
        "revisión" => &mut general.review_period,
        "vigencia" => &mut general.certificate_validity,
        _ => return None, // Not a text.
    })
}

fn lines_of<'a>(ec: &'a mut CompetenceStandard, name: &str) -> Option<&'a mut Vec<Line>> {
    let general = &mut ec.general;
    Some(match name {
        "ocupación" => &mut general.associated_occupations,
        "ocupación no contenida" => &mut general.unlisted_occupations,
        "organización" => &mut general.participating_organizations,
        "estándar relacionado" => &mut general.related_standards,
        "práctica" => &mut general.evaluation_aspects.practice_details,
        "apoyo" => &mut general.evaluation_aspects.requirements,
        "referencia" => &mut general.references,
        _ => return None, // Not a list of lines.
    })
}

fn classified_of<'a>(
    ec: &'a mut CompetenceStandard,
    name: &str,
) -> Option<&'a mut Vec<Classified>> {
    let general = &mut ec.general;
    Some(match name {
        "grupo unitario" => &mut general.sinco_unit_groups,
        "sector" => &mut general.scian.sectors,
        "subsector" => &mut general.scian.subsectors,
        "rama" => &mut general.scian.branches,
        "subrama" => &mut general.scian.subbranches,
        "clase" => &mut general.scian.industry_classes,
        _ => return None, // Not a classification.
    })
}
