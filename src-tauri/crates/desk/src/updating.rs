//! The update of a standard in force: begun from its published text, and given up.
//!
//! An update goes on in the chain of the standard, on the very text that was approved: its parts keep
//! their ids, so that the draft compares with the edition in force. The act that begins it remembers
//! what it updates, and the paragraph of transition is written with it. Where it comes to nothing, the
//! case stands where it stood and the text is again the approved one, by an act; the draft that was
//! given up stays in the history.

use chrono::NaiveDate;
use domain::act::Act;
use domain::ec::CompetenceStandard;
use domain::ec::code::EcCode;
use domain::ec::edit::Edit;
use domain::ec::form::FORM;
use domain::ec::part::Field;
use domain::ec_case::EcState;
use domain::ids::EcId;
use domain::project::{Project, Stage};
use serde_json::Value;
use store::{Reader, Writer};

use crate::error::Error;
use crate::instruments::{self, Made};
use crate::past::{Written as _, rewound};
use crate::roads::granted;
use crate::spanish;
use crate::turns::Turning;
use crate::wire::UpdateView;
use crate::{Moment, Office};

/// Under which key the act that begins an update says what it updates.
const UPDATES: &str = "updates";

/// What an update puts in the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Updated {
    code: String,
    title: String,
    published: Option<NaiveDate>,
}

impl Office {
    /// What the act that begins an update says besides: what it updates.
    pub(crate) fn naming_updated(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        case: &Project,
        standard: &CompetenceStandard,
        body: String,
    ) -> Result<String, Error> {
        if case.stage() != Stage::Ec(EcState::InUpdate) {
            return Ok(body);
        }
        let Some(before) = case.before_update() else {
            return Ok(body);
        };
        let deeds = reader.deeds(&id.to_string())?;
        let gave = granted(&before, &deeds, standard);
        let mut said: Value = serde_json::from_str(&body).unwrap_or_else(|_| serde_json::json!({}));
        said[UPDATES] = serde_json::json!({
            "code": gave.code, "title": standard.title,
            "published": gave.published.map(|day| day.to_string()).unwrap_or_default(),
        });
        Ok(said.to_string())
    }

    /// Writes the paragraph of transition into the text that an update begins from, by an act that can
    /// be taken back.
    pub(crate) fn begin_update(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        act: &Act,
        standard: &CompetenceStandard,
    ) -> Result<(), Error> {
        let Some(updated) = updated_by(act) else {
            return Ok(());
        };
        let before = standard.general.update_paragraph.clone();
        let after = paragraph(&updated);
        if before == after {
            return Ok(());
        }
        let write = Edit::Write {
            part: None,
            field: Field::UpdateParagraph,
            before,
            after,
        };
        self.seal_edits(writer, moment, id, standard, &[write], Turning::Done)?;
        Ok(())
    }

    /// Gives back the text in force, and the instrument that was with it, once an update has come to
    /// nothing: what they said when the act `since` began it.
    pub(crate) fn give_back(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        since: u64,
    ) -> Result<(), Error> {
        let chain = id.to_string();
        let now = writer.standard(id)?;
        let past = rewound(writer, &chain, now.clone(), since)?;
        if past.text.digest() != now.digest() {
            let turning = Turning::Returned(since);
            self.seal_edits(writer, moment, id, &now, &past.way, turning)?;
        }
        let Some(instrument) = writer.instrument(id)? else {
            return Ok(());
        };
        let began = crate::past::act_of(writer, &chain, since)?;
        let Some(act) = instruments::last_before(writer, &instrument, &began.at)? else {
            return Ok(()); // It was begun for the update: nothing was in force before it.
        };
        let own = instrument.id.to_string();
        let past = rewound(writer, &own, instrument.clone(), act)?;
        if past.text.digest() != instrument.digest() {
            let standard = writer.standard(id)?;
            let turning = Turning::Returned(act);
            let made = Made::by(turning);
            self.write_iec_edits(writer, moment, &standard, &instrument, &past.way, made)?;
        }
        self.close_again(writer, moment, id)
    }

    /// What the update that is under way updates, and the code it would have.
    pub(crate) fn update_view(
        &self,
        reader: &Reader<'_>,
        case: &Project,
        deeds: &[Act],
    ) -> Result<Option<UpdateView>, Error> {
        let Some(number) = case.updating_since() else {
            return Ok(None);
        };
        let begun = deeds.iter().find(|act| act.number == number);
        let Some(updated) = begun.and_then(updated_by) else {
            return Ok(None);
        };
        Ok(Some(UpdateView {
            act: crate::editions::number_of(number),
            next: self.next_code(reader, &updated.code)?,
            code: updated.code,
            title: updated.title,
            published: updated.published.map_or_else(String::new, spanish::day),
        }))
    }

    /// The first code after one that no standard has, here or in the register; empty where that one is
    /// no code.
    fn next_code(&self, reader: &Reader<'_>, code: &str) -> Result<String, Error> {
        let taken: Vec<String> = reader
            .registered()?
            .into_iter()
            .map(|other| other.code)
            .collect();
        let mut next = code.parse::<EcCode>().ok().and_then(EcCode::successor);
        while let Some(code) = next {
            let name = code.to_string();
            if !taken.contains(&name) && !reader.has_registered(&name)? {
                return Ok(name);
            }
            next = code.successor();
        }
        Ok(String::new())
    }

    /// A standard as the reviewer reads it: an update, with the code it would have.
    pub(crate) fn reviewed(
        &self,
        reader: &Reader<'_>,
        id: EcId,
        text: &CompetenceStandard,
    ) -> Result<CompetenceStandard, Error> {
        let deeds = reader.deeds(&id.to_string())?;
        let case = crate::roads::road_of(&deeds)?;
        let mut shown = granted(&case, &deeds, text).over(text);
        if let Some(update) = self.update_view(reader, &case, &deeds)?
            && shown.code.is_empty()
        {
            shown.code = update.next;
        }
        Ok(shown)
    }
}

/// What an act that begins an update says it updates.
fn updated_by(act: &Act) -> Option<Updated> {
    let body: Value = serde_json::from_str(&act.body).ok()?;
    let said = body.get(UPDATES)?;
    let word = |key: &str| said[key].as_str().unwrap_or_default().to_owned();
    Some(Updated {
        code: word("code"),
        title: word("title"),
        published: word("published").parse().ok(),
    })
}

/// The paragraph of transition, in the words of the form. A day that is not known is said to be so, and
/// the review says that it is missing.
fn paragraph(updated: &Updated) -> String {
    let unknown = || "[fecha por confirmar]".to_owned();
    let day = updated.published.map_or_else(unknown, spanish::day);
    FORM.text("EC-F-07")
        .replace("{código}", &updated.code)
        .replace("{título}", &updated.title)
        .replace("{fecha}", &day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paragraph_of_transition_says_all_that_the_review_asks_of_it() {
        let updated = Updated {
            code: "EC0217".to_owned(),
            title: "Mantenimiento de bicicletas".to_owned(),
            published: NaiveDate::from_ymd_opt(2012, 7, 6),
        };
        let said = paragraph(&updated);

        assert!(
            said.starts_with("El presente EC actualiza al EC0217 “Mantenimiento de bicicletas”")
        );
        assert!(
            said.contains("publicado en el Diario Oficial de la Federación el 6 de julio de 2012.")
        );
        assert!(said.contains("un plazo máximo de cinco meses"));
        assert!(!said.contains(['{', '}']));
        let said = paragraph(&Updated {
            published: None,
            ..updated
        });
        assert!(
            said.contains("Federación el [fecha por confirmar]."),
            "{said}"
        );
    }
}
