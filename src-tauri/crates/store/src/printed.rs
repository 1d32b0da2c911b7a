//! What a printed document had around the standard: headings, profile, fixed paragraphs.

use domain::ec::{FixedParagraph, Format, PrintedForm};
use domain::vocabulary;
use rusqlite::{OptionalExtension, named_params};

use crate::{Error, Reader, Writer};

vocabulary! {
    /// The lists of a printed form.
    pub enum PrintedList {
        /// The element titles of section II.
        ProfileTitles = "profileTitles",
        /// Headings and lead-in phrases.
        Headings = "headings",
        /// Fixed paragraphs, each with its id.
        FixedParagraphs = "fixedParagraphs",
    }
}

impl Reader<'_> {
    pub(crate) fn printed_form(&self, ec: i64) -> Result<Option<PrintedForm>, Error> {
        let found: Option<Option<String>> = self
            .tx
            .prepare_cached("SELECT format FROM ec_printed WHERE ec = :ec")?
            .query_row(named_params! { ":ec": ec }, |row| row.get(0))
            .optional()?;
        let Some(format) = found else {
            return Ok(None);
        };
        let format = match format {
            Some(word) => Some(Format::from_code(&word).ok_or(Error::Corrupt { what: "format" })?),
            None => None,
        };
        let mut form = PrintedForm {
            format,
            ..PrintedForm::default()
        };
        let mut statement = self.tx.prepare_cached(
            "SELECT list, position, id, text
               FROM ec_printed_line
              WHERE ec = :ec
              ORDER BY list, position",
        )?;
        let mut rows = statement.query(named_params! { ":ec": ec })?;
        while let Some(row) = rows.next()? {
            let word = row.get_ref("list")?;
            let list = PrintedList::from_code(word.as_str().map_err(rusqlite::Error::from)?)
                .ok_or(Error::Corrupt { what: "list" })?;
            let text: String = row.get("text")?;
            let id: String = row.get("id")?;
            let plain = match list {
                PrintedList::ProfileTitles => &mut form.profile_titles,
                PrintedList::Headings => &mut form.headings,
                PrintedList::FixedParagraphs => {
                    in_place(row, form.fixed_paragraphs.len())?;
                    form.fixed_paragraphs.push(FixedParagraph { id, text });
                    continue;
                }
            };
            in_place(row, plain.len())?;
            if !id.is_empty() {
                return Err(Error::Corrupt {
                    what: "printed line",
                });
            }
            plain.push(text);
        }
        Ok(Some(form))
    }
}

fn in_place(row: &rusqlite::Row<'_>, expected: usize) -> Result<(), Error> {
    if row.get::<_, usize>("position")? == expected {
        Ok(())
    } else {
        Err(Error::Corrupt { what: "position" })
    }
}

impl Writer<'_> {
    pub(crate) fn write_printed_form(
        &self,
        ec: i64,
        form: Option<&PrintedForm>,
    ) -> Result<(), Error> {
        self.tx
            .prepare_cached("DELETE FROM ec_printed WHERE ec = :ec")?
            .execute(named_params! { ":ec": ec })?;
        let Some(form) = form else {
            return Ok(());
        };
        self.tx
            .prepare_cached("INSERT INTO ec_printed (ec, format) VALUES (:ec, :format)")?
            .execute(named_params! {
                ":ec": ec,
                ":format": form.format.map(Format::code),
            })?;
        let plain = |text: &String| (String::new(), text.clone());
        let lists = [
            (
                PrintedList::ProfileTitles,
                form.profile_titles.iter().map(plain).collect::<Vec<_>>(),
            ),
            (
                PrintedList::Headings,
                form.headings.iter().map(plain).collect(),
            ),
            (
                PrintedList::FixedParagraphs,
                form.fixed_paragraphs
                    .iter()
                    .map(|it| (it.id.clone(), it.text.clone()))
                    .collect(),
            ),
        ];
        let mut insert = self.tx.prepare_cached(
            "INSERT INTO ec_printed_line (ec, list, position, id, text)
             VALUES (:ec, :list, :position, :id, :text)",
        )?;
        for (list, lines) in lists {
            for ((id, text), position) in lines.iter().zip(0_i64..) {
                insert.execute(named_params! {
                    ":ec": ec,
                    ":list": list.code(),
                    ":position": position,
                    ":id": id,
                    ":text": text,
                })?;
            }
        }
        Ok(())
    }
}
