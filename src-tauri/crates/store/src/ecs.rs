//! Standards: rows in, domain out.

use chrono::NaiveDate;
use domain::ec::{CompetenceStandard, Duration, EvaluationAspects, GeneralData, Scian};
use domain::ids::EcId;
use rusqlite::{OptionalExtension, named_params};

use crate::parts::{Tree, fill_general};
use crate::{Error, Reader, Writer};

impl Reader<'_> {
    /// A standard as it is being drafted.
    pub fn standard(&self, id: EcId) -> Result<CompetenceStandard, Error> {
        let ec = self.ec_key(id)?;
        let mut standard = self.scalars(ec)?;
        let mut tree = Tree::of(self.parts(ec)?);
        fill_general(&mut standard.general, &mut tree)?;
        standard.elements = tree.elements()?;
        tree.is_used_up()?;
        standard.printed = self.printed_form(ec)?;
        Ok(standard)
    }

    /// A standard without its lists and without its printed form: enough for a line about it.
    pub fn outline(&self, id: EcId) -> Result<CompetenceStandard, Error> {
        self.scalars(self.ec_key(id)?)
    }

    fn scalars(&self, ec: i64) -> Result<CompetenceStandard, Error> {
        self.tx
            .prepare_cached("SELECT * FROM ec WHERE key = :key")?
            .query_row(named_params! { ":key": ec }, |row| Ok(scalars_from(row)))?
    }

    /// Whether there is such a standard.
    pub fn has_standard(&self, id: EcId) -> Result<bool, Error> {
        match self.ec_key(id) {
            Ok(_) => Ok(true),
            Err(Error::Missing { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn ec_key(&self, id: EcId) -> Result<i64, Error> {
        self.tx
            .prepare_cached("SELECT key FROM ec WHERE id = :id")?
            .query_row(named_params! { ":id": id.to_string() }, |row| row.get(0))
            .optional()?
            .ok_or(Error::Missing { what: "standard" })
    }

    /// The ids of all standards, in the order they came.
    pub(crate) fn ec_ids(&self) -> Result<Vec<EcId>, Error> {
        let mut statement = self.tx.prepare_cached("SELECT id FROM ec ORDER BY key")?;
        let mut rows = statement.query([])?;
        let mut ids = Vec::new();
        while let Some(row) = rows.next()? {
            ids.push(ec_id(row, "id")?);
        }
        Ok(ids)
    }
}

/// The id of a standard in a row.
pub(crate) fn ec_id(row: &rusqlite::Row<'_>, column: &str) -> Result<EcId, Error> {
    let text = row.get_ref(column)?;
    text.as_str()
        .ok()
        .and_then(|text| text.parse().ok())
        .ok_or(Error::Corrupt { what: "id" })
}

fn scalars_from(row: &rusqlite::Row<'_>) -> Result<CompetenceStandard, Error> {
    let date = |column: &str| -> Result<Option<NaiveDate>, Error> {
        let text: Option<String> = row.get(column)?;
        text.map(|text| text.parse().map_err(|_| Error::Corrupt { what: "date" }))
            .transpose()
    };
    Ok(CompetenceStandard {
        code: row.get("code")?,
        source_code: row.get("source_code")?,
        title: row.get("title")?,
        general: GeneralData {
            purpose: row.get("purpose")?,
            general_description: row.get("general_description")?,
            update_paragraph: row.get("update_paragraph")?,
            snc_level: row.get("snc_level")?,
            level_text: row.get("level_text")?,
            committee: row.get("committee")?,
            approval_date: date("approval_date")?,
            publication_date: date("publication_date")?,
            review_period: row.get("review_period")?,
            certificate_validity: row.get("certificate_validity")?,
            scian: Scian::default(),
            evaluation_aspects: EvaluationAspects {
                duration: Duration {
                    printed: row.get("duration_printed")?,
                    desk_minutes: row.get("desk_minutes")?,
                    field_minutes: row.get("field_minutes")?,
                    printed_total_minutes: row.get("printed_total_minutes")?,
                },
                ..EvaluationAspects::default()
            },
            ..GeneralData::default()
        },
        ..CompetenceStandard::default()
    })
}

impl Writer<'_> {
    /// Takes in a standard, whole.
    pub fn insert_standard(&self, id: EcId, standard: &CompetenceStandard) -> Result<(), Error> {
        if self.has_standard(id)? {
            return Err(Error::Doubled { what: "standard" });
        }
        self.tx
            .prepare_cached(
                "INSERT INTO ec (id, code, source_code, title, purpose, general_description,
                                 update_paragraph, level_text, committee, review_period,
                                 certificate_validity, duration_printed)
                 VALUES (:id, '', '', '', '', '', '', '', '', '', '', '')",
            )?
            .execute(named_params! { ":id": id.to_string() })?;
        self.fill_standard(self.tx.last_insert_rowid(), standard)
    }

    /// Puts a standard in the place of the draft that is there: the draft of a case that came in a
    /// packet and goes on from ours. What was frozen, set aside and typed beside it stays.
    pub fn replace_standard(&self, id: EcId, standard: &CompetenceStandard) -> Result<(), Error> {
        let ec = self.ec_key(id)?;
        self.tx
            .prepare_cached("DELETE FROM ec_part WHERE parent IS NULL AND ec = :ec")?
            .execute(named_params! { ":ec": ec })?;
        self.fill_standard(ec, standard)
    }

    /// Everything a standard says, in a row that says nothing yet or no longer counts.
    fn fill_standard(&self, ec: i64, standard: &CompetenceStandard) -> Result<(), Error> {
        let general = &standard.general;
        let duration = &general.evaluation_aspects.duration;
        self.tx
            .prepare_cached(
                "UPDATE ec
                    SET code = :code,
                        source_code = :source_code,
                        title = :title,
                        purpose = :purpose,
                        general_description = :general_description,
                        update_paragraph = :update_paragraph,
                        snc_level = :snc_level,
                        level_text = :level_text,
                        committee = :committee,
                        approval_date = :approval_date,
                        publication_date = :publication_date,
                        review_period = :review_period,
                        certificate_validity = :certificate_validity,
                        duration_printed = :duration_printed,
                        desk_minutes = :desk_minutes,
                        field_minutes = :field_minutes,
                        printed_total_minutes = :printed_total_minutes
                  WHERE key = :ec",
            )?
            .execute(named_params! {
                ":ec": ec,
                ":code": standard.code,
                ":source_code": standard.source_code,
                ":title": standard.title,
                ":purpose": general.purpose,
                ":general_description": general.general_description,
                ":update_paragraph": general.update_paragraph,
                ":snc_level": general.snc_level,
                ":level_text": general.level_text,
                ":committee": general.committee,
                ":approval_date": general.approval_date.map(|day| day.to_string()),
                ":publication_date": general.publication_date.map(|day| day.to_string()),
                ":review_period": general.review_period,
                ":certificate_validity": general.certificate_validity,
                ":duration_printed": duration.printed,
                ":desk_minutes": duration.desk_minutes,
                ":field_minutes": duration.field_minutes,
                ":printed_total_minutes": duration.printed_total_minutes,
            })?;
        self.insert_parts(ec, standard)?;
        self.write_printed_form(ec, standard.printed.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::Ids;

    use super::*;
    use crate::Store;
    use crate::sample::standard;

    #[test]
    fn a_standard_comes_back_as_it_went_in() {
        let mut store = Store::memory().unwrap();
        let mut ids = Ids::fixed();
        let (id, whole) = (ids.ec(), standard(&mut ids));
        let (blank_id, blank) = (ids.ec(), CompetenceStandard::default());

        store
            .write(|writer| {
                writer.insert_standard(id, &whole)?;
                writer.insert_standard(blank_id, &blank)
            })
            .unwrap();

        let outline = store.read(|reader| reader.outline(id)).unwrap();
        assert_eq!(outline.title, whole.title);
        assert_eq!(outline.general.review_period, whole.general.review_period);
        assert!(outline.elements.is_empty());
        let read = |id| store.read(|reader| reader.standard(id)).unwrap();
        assert_eq!(read(id), whole);
        assert_eq!(read(blank_id), blank);
    }

    #[test]
    fn a_standard_is_not_taken_in_twice() {
        let mut store = Store::memory().unwrap();
        let mut ids = Ids::fixed();
        let (id, whole) = (ids.ec(), standard(&mut ids));
        store
            .write(|writer| writer.insert_standard(id, &whole))
            .unwrap();

        let again = store.write(|writer| {
            writer.insert_standard(ids.ec(), &CompetenceStandard::default())?;
            writer.insert_standard(id, &whole)
        });

        assert!(matches!(again, Err(Error::Doubled { what: "standard" })));
        assert_eq!(
            store.read(|reader| reader.ec_ids()).unwrap(),
            [id],
            "half of it stayed"
        );
    }

    #[test]
    fn a_draft_is_replaced_whole_and_found_by_what_it_says_now() {
        let mut store = Store::memory().unwrap();
        let mut ids = Ids::fixed();
        let (id, first) = (ids.ec(), standard(&mut ids));
        let mut second = first.clone();
        second.title = "Ajuste de frenos".to_owned();
        second.elements.remove(0);
        second.elements[0].performances.reverse();
        second.printed = None;

        store
            .write(|writer| {
                writer.insert_standard(id, &first)?;
                writer.replace_standard(id, &second)
            })
            .unwrap();

        assert_eq!(store.read(|reader| reader.standard(id)).unwrap(), second);
        let search = |words| store.read(|reader| reader.search(words, 9)).unwrap();
        assert!(search("elongacion").is_empty());
        assert_eq!(search("ajuste de frenos")[0].part, None);
    }

    #[test]
    fn what_is_not_there_is_said_to_be_missing() {
        let store = Store::memory().unwrap();

        let missing = store.read(|reader| reader.standard(Ids::fixed().ec()));

        assert!(matches!(missing, Err(Error::Missing { what: "standard" })));
    }

    #[test]
    fn very_long_and_very_odd_texts_are_kept_as_they_are() {
        let mut store = Store::memory().unwrap();
        let mut ids = Ids::fixed();
        let (id, mut whole) = (ids.ec(), standard(&mut ids));
        whole.title = "ñ".repeat(100_000);
        whole.general.purpose = "a\u{0}b\u{202E}c\u{1F6B2} e\u{301} é\r\n\u{7}".to_owned();

        store
            .write(|writer| writer.insert_standard(id, &whole))
            .unwrap();

        assert_eq!(store.read(|reader| reader.standard(id)).unwrap(), whole);
    }
}
