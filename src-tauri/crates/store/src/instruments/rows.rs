//! The parts of an instrument as rows, and back.

use domain::ec::KnowledgeLevel;
use domain::ids::PartId;
use domain::iec::edit::{IecList, IecPart};
use domain::iec::weights::Hundredths;
use domain::iec::{
    Annex, Audience, HistoricalEvidence, Item, Question, QuestionKind, Situation, Standing, Tool,
    ToolKind, WeightClass,
};
use rusqlite::{Row, named_params};

use super::{maybe_id, part_id, word};
use crate::{Error, Reader, Writer};

/// The table of a list.
pub(super) const fn table(list: IecList) -> &'static str {
    match list {
        IecList::Situations => "iec_situation",
        IecList::Tools => "iec_tool",
        IecList::Items => "iec_item",
        IecList::Questions => "iec_question",
        IecList::Annexes => "iec_annex",
    }
}

impl Reader<'_> {
    /// The parts of a list, in their order.
    fn iec_list<T>(
        &self,
        iec: i64,
        list: IecList,
        make: impl Fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let table = table(list);
        let mut statement = self.tx.prepare_cached(&format!(
            "SELECT * FROM {table} WHERE iec = :iec ORDER BY position"
        ))?;
        let mut rows = statement.query(named_params! { ":iec": iec })?;
        let mut parts = Vec::new();
        while let Some(row) = rows.next()? {
            let position: usize = row.get("position")?;
            if position != parts.len() {
                return Err(Error::Corrupt { what: "position" });
            }
            parts.push(make(row)?);
        }
        Ok(parts)
    }

    pub(super) fn situations(&self, iec: i64) -> Result<Vec<Situation>, Error> {
        self.iec_list(iec, IecList::Situations, |row| {
            Ok(Situation {
                id: part_id(row, "id")?,
                name: row.get("name")?,
                description: row.get("description")?,
            })
        })
    }

    pub(super) fn tools(&self, iec: i64) -> Result<Vec<Tool>, Error> {
        self.iec_list(iec, IecList::Tools, |row| {
            Ok(Tool {
                id: part_id(row, "id")?,
                kind: word(row, "kind", ToolKind::from_code)?,
                situation: maybe_id(row, "situation")?,
                title: row.get("title")?,
                instruction: row.get("instruction")?,
            })
        })
    }

    pub(super) fn items(&self, iec: i64) -> Result<Vec<Item>, Error> {
        self.iec_list(iec, IecList::Items, |row| {
            let expected: String = row.get("expected")?;
            Ok(Item {
                id: part_id(row, "id")?,
                tool: part_id(row, "tool")?,
                leaf: part_id(row, "leaf")?,
                seen: row.get("seen")?,
                text: row.get("text")?,
                weight: word(row, "weight", WeightClass::from_code)?,
                historical: word(row, "historical", HistoricalEvidence::from_code)?,
                expected: expected.lines().map(str::to_owned).collect(),
                reason: row.get("reason")?,
            })
        })
    }

    pub(super) fn questions(&self, iec: i64) -> Result<Vec<Question>, Error> {
        self.iec_list(iec, IecList::Questions, |row| {
            let level = match row.get::<_, Option<String>>("level")? {
                Some(_) => Some(word(row, "level", KnowledgeLevel::from_code)?),
                None => None,
            };
            let (options, key) = self.options(row.get("key")?)?;
            Ok(Question {
                id: part_id(row, "id")?,
                item: part_id(row, "item")?,
                kind: word(row, "kind", QuestionKind::from_code)?,
                level,
                text: row.get("text")?,
                options,
                key,
                annex: maybe_id(row, "annex")?,
                standing: word(row, "standing", Standing::from_code)?,
                difficulty: row.get::<_, Option<i64>>("difficulty")?.map(Hundredths),
                discrimination: row.get::<_, Option<i64>>("discrimination")?.map(Hundredths),
            })
        })
    }

    pub(super) fn annexes(&self, iec: i64) -> Result<Vec<Annex>, Error> {
        self.iec_list(iec, IecList::Annexes, |row| {
            Ok(Annex {
                id: part_id(row, "id")?,
                title: row.get("title")?,
                audience: word(row, "audience", Audience::from_code)?,
                file: row.get("file")?,
                digest: row.get("digest")?,
            })
        })
    }

    /// What can be answered to a question, and which of it is right.
    fn options(&self, question: i64) -> Result<(Vec<String>, Vec<u32>), Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT text, is_key FROM iec_option WHERE question = :question ORDER BY position",
        )?;
        let mut rows = statement.query(named_params! { ":question": question })?;
        let (mut options, mut key) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            if row.get("is_key")? {
                key.push(u32::try_from(options.len()).unwrap_or(u32::MAX));
            }
            options.push(row.get("text")?);
        }
        Ok((options, key))
    }
}

impl Writer<'_> {
    pub(super) fn insert_iec_part(
        &self,
        iec: i64,
        position: usize,
        part: &IecPart,
    ) -> Result<(), Error> {
        let bytes = |id: PartId| *id.0.as_bytes();
        let id = bytes(part.id());
        match part {
            IecPart::Situation(part) => self
                .tx
                .prepare_cached(
                    "INSERT INTO iec_situation (iec, id, position, name, description)
                     VALUES (:iec, :id, :position, :name, :description)",
                )?
                .execute(named_params! {
                    ":iec": iec, ":id": id, ":position": position,
                    ":name": part.name, ":description": part.description,
                })?,
            IecPart::Tool(part) => self
                .tx
                .prepare_cached(
                    "INSERT INTO iec_tool (iec, id, position, kind, situation, title, instruction)
                     VALUES (:iec, :id, :position, :kind, :situation, :title, :instruction)",
                )?
                .execute(named_params! {
                    ":iec": iec, ":id": id, ":position": position,
                    ":kind": part.kind.code(), ":situation": part.situation.map(bytes),
                    ":title": part.title, ":instruction": part.instruction,
                })?,
            IecPart::Item(part) => self
                .tx
                .prepare_cached(
                    "INSERT INTO iec_item (iec, id, position, tool, leaf, seen, text, weight,
                                           historical, expected, reason)
                     VALUES (:iec, :id, :position, :tool, :leaf, :seen, :text, :weight, :historical,
                             :expected, :reason)",
                )?
                .execute(named_params! {
                    ":iec": iec, ":id": id, ":position": position,
                    ":tool": bytes(part.tool), ":leaf": bytes(part.leaf), ":seen": part.seen,
                    ":text": part.text, ":weight": part.weight.code(),
                    ":historical": part.historical.code(),
                    ":expected": part.expected.join("\n"), ":reason": part.reason,
                })?,
            IecPart::Question(part) => {
                self.insert_question(iec, position, part)?;
                1
            }
            IecPart::Annex(part) => self
                .tx
                .prepare_cached(
                    "INSERT INTO iec_annex (iec, id, position, title, audience, file, digest)
                     VALUES (:iec, :id, :position, :title, :audience, :file, :digest)",
                )?
                .execute(named_params! {
                    ":iec": iec, ":id": id, ":position": position,
                    ":title": part.title, ":audience": part.audience.code(),
                    ":file": part.file, ":digest": part.digest,
                })?,
        };
        Ok(())
    }

    fn insert_question(&self, iec: i64, position: usize, part: &Question) -> Result<(), Error> {
        let bytes = |id: PartId| *id.0.as_bytes();
        self.tx
            .prepare_cached(
                "INSERT INTO iec_question (iec, id, position, item, kind, level, text, annex,
                                           standing, difficulty, discrimination)
                 VALUES (:iec, :id, :position, :item, :kind, :level, :text, :annex, :standing,
                         :difficulty, :discrimination)",
            )?
            .execute(named_params! {
                ":iec": iec, ":id": bytes(part.id), ":position": position,
                ":item": bytes(part.item), ":kind": part.kind.code(),
                ":level": part.level.map(KnowledgeLevel::code), ":text": part.text,
                ":annex": part.annex.map(bytes), ":standing": part.standing.code(),
                ":difficulty": part.difficulty.map(|it| it.0),
                ":discrimination": part.discrimination.map(|it| it.0),
            })?;
        let question = self.tx.last_insert_rowid();
        for (text, at) in part.options.iter().zip(0_u32..) {
            self.tx
                .prepare_cached(
                    "INSERT INTO iec_option (question, position, text, is_key)
                     VALUES (:question, :position, :text, :is_key)",
                )?
                .execute(named_params! {
                    ":question": question, ":position": at, ":text": text,
                    ":is_key": part.key.contains(&at),
                })?;
        }
        Ok(())
    }

    pub(super) fn delete_iec_part(&self, iec: i64, part: &IecPart) -> Result<(), Error> {
        let table = table(part.list());
        self.tx
            .prepare_cached(&format!(
                "DELETE FROM {table} WHERE iec = :iec AND id = :id"
            ))?
            .execute(named_params! { ":iec": iec, ":id": part.id().0.as_bytes() })?;
        Ok(())
    }
}
