//! The official lists that the office brought in, each replaced as a whole.

use domain::catalogue::{CatalogueKind, Class, Content, RegisterEntry};
use domain::edition::Digest;
use domain::text::{fold, letters};
use rusqlite::{OptionalExtension, Row, named_params};
use sha2::{Digest as _, Sha256};

use crate::{Error, Reader, Writer};

/// The word of an act of the workspace that brought a list in; its result is
/// [`Reader::catalogues_digest`] afterwards.
pub const CATALOGUE_ACT: &str = "CATALOGUE";

/// A list as it is brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Which list.
    pub kind: CatalogueKind,
    /// Its edition; for the register, the day it was as it is.
    pub edition: String,
    /// The name of the file.
    pub file: String,
    /// Who brought it in.
    pub by: String,
    /// When.
    pub at: String,
}

/// A list that is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    pub(crate) key: i64,
    /// How it was brought in.
    pub brought: Brought,
    /// How many entries it has.
    pub entries: u64,
    /// The digest of its entries.
    pub digest: Digest,
}

/// The digest of a list, taken as its entries go by.
#[derive(Default)]
struct Sealing(Sha256);

impl Sealing {
    fn cell(&mut self, cell: &str) {
        self.0.update(cell.len().to_be_bytes());
        self.0.update(cell);
    }

    fn class(&mut self, class: &Class) {
        self.cell(&class.code);
        self.0.update(class.rank.to_be_bytes());
        self.cell(&class.name);
        self.cell(&class.parent);
    }

    fn entry(&mut self, entry: &RegisterEntry) {
        self.cell(&entry.code);
        self.0.update([entry.level]);
        self.cell(&entry.title);
        self.cell(&entry.committee);
        self.cell(&entry.sector);
    }

    fn of(content: &Content) -> Digest {
        let mut sealing = Sealing::default();
        match content {
            Content::Classes(all) => all.iter().for_each(|one| sealing.class(one)),
            Content::Register(all) => all.iter().for_each(|one| sealing.entry(one)),
        }
        Digest(sealing.0.finalize().into())
    }
}

impl Reader<'_> {
    /// The lists that are here: by kind, the newest edition first.
    pub fn catalogues(&self) -> Result<Vec<Catalogue>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT *
               FROM catalogue
              ORDER BY kind, edition DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get("kind")?;
            let kind = CatalogueKind::from_code(&kind);
            let digest: [u8; 32] = row.get("digest")?;
            all.push(Catalogue {
                key: row.get("key")?,
                brought: Brought {
                    kind: kind.ok_or(Error::Corrupt { what: "catalogue" })?,
                    edition: row.get("edition")?,
                    file: row.get("file")?,
                    by: row.get("brought_by")?,
                    at: row.get("written_at")?,
                },
                entries: row.get("entries")?,
                digest: Digest(digest),
            });
        }
        Ok(all)
    }

    /// The edition in use of a list: the newest one that is here.
    pub fn catalogue_in_use(&self, kind: CatalogueKind) -> Result<Option<Catalogue>, Error> {
        let mut all = self.catalogues()?.into_iter();
        Ok(all.find(|it| it.brought.kind == kind))
    }

    /// Everything in a list, in the order of its file.
    pub fn catalogue_content(&self, of: &Catalogue) -> Result<Content, Error> {
        Ok(match of.brought.kind {
            CatalogueKind::Scian | CatalogueKind::Sinco => Content::Classes(self.classes(of.key)?),
            CatalogueKind::Renec => Content::Register(self.register(of.key)?),
        })
    }

    fn classes(&self, catalogue: i64) -> Result<Vec<Class>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT *
               FROM catalogue_class
              WHERE catalogue = :catalogue
              ORDER BY key",
        )?;
        let found = statement.query_map(named_params! { ":catalogue": catalogue }, class_from)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn register(&self, catalogue: i64) -> Result<Vec<RegisterEntry>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT *
               FROM renec_entry
              WHERE catalogue = :catalogue
              ORDER BY key",
        )?;
        let found = statement.query_map(named_params! { ":catalogue": catalogue }, entry_from)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The entry of a classification that has a code.
    pub fn class(&self, of: &Catalogue, code: &str) -> Result<Option<Class>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT *
               FROM catalogue_class
              WHERE catalogue = :catalogue AND code = :code",
        )?;
        let named = named_params! { ":catalogue": of.key, ":code": code };
        Ok(statement.query_row(named, class_from).optional()?)
    }

    /// The entries of a classification whose code begins so, or whose name has a word that begins with
    /// each of these; those that begin with what was typed first, then those of the lowest level.
    pub fn classes_like(
        &self,
        of: &Catalogue,
        typed: &str,
        rank: Option<usize>,
        most: usize,
    ) -> Result<Vec<Class>, Error> {
        let folded = fold(typed);
        let like = |text: &str| text.replace(['%', '_', '\\'], "");
        // A range of sectors is folded into two words, and is typed with its hyphen.
        let code = like(typed.trim());
        let words: Vec<String> = folded.split(' ').take(8).map(like).collect();
        let has = "AND folded LIKE '% ' || ? || '%' ";
        let sql = format!(
            "SELECT *
               FROM catalogue_class
              WHERE catalogue = ?
                AND (? IS NULL OR rank = ?)
                AND (code LIKE ? || '%' OR (TRUE {}))
              ORDER BY code = ? DESC, code LIKE ? || '%' DESC, folded LIKE ' ' || ? || '%' DESC,
                       rank DESC, code
              LIMIT ?",
            has.repeat(words.len())
        );
        let mut statement = self.tx.prepare_cached(&sql)?;
        let rank = rank.and_then(|rank| i64::try_from(rank).ok());
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let first = like(&folded);
        let mut given: Vec<&dyn rusqlite::ToSql> = vec![&of.key, &rank, &rank, &code];
        given.extend(words.iter().map(|word| word as &dyn rusqlite::ToSql));
        given.extend([&code as &dyn rusqlite::ToSql, &code, &first, &most]);
        let found = statement.query_map(&given[..], class_from)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The standards of the register whose title has these letters and no others.
    pub fn registered_as(&self, title: &str) -> Result<Vec<RegisterEntry>, Error> {
        let letters = letters(title);
        if letters.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.tx.prepare_cached(
            "SELECT *
               FROM renec_entry
              WHERE letters = :letters
              ORDER BY key",
        )?;
        let found = statement.query_map(named_params! { ":letters": letters }, entry_from)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Whether a register that was brought in has a code.
    pub fn has_registered(&self, code: &str) -> Result<bool, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT EXISTS (
                    SELECT 1
                      FROM renec_entry
                     WHERE catalogue IN (SELECT key FROM catalogue)
                       AND code = :code)",
        )?;
        Ok(statement.query_row(named_params! { ":code": code }, |row| row.get(0))?)
    }

    /// The digest of what a list holds now.
    pub(crate) fn catalogue_digest_now(&self, of: &Catalogue) -> Result<Digest, Error> {
        Ok(Sealing::of(&self.catalogue_content(of)?))
    }

    /// The digest of all the lists that are here, by their own.
    pub fn catalogues_digest(&self) -> Result<Digest, Error> {
        let mut text = Vec::new();
        for kept in self.catalogues()? {
            for cell in [kept.brought.kind.code(), &kept.brought.edition] {
                text.extend_from_slice(cell.as_bytes());
                text.push(0);
            }
            text.extend_from_slice(kept.digest.to_string().as_bytes());
        }
        Ok(Digest::of(&text))
    }
}

impl Writer<'_> {
    /// Keeps a list in the place of that edition of it; of the register, in the place of the one there
    /// was.
    pub fn keep_catalogue(&self, brought: &Brought, content: &Content) -> Result<(), Error> {
        let kind = brought.kind;
        let one = kind != CatalogueKind::Renec;
        self.tx
            .prepare_cached(
                "DELETE FROM catalogue
                  WHERE kind = :kind AND (NOT :one OR edition = :edition)",
            )?
            .execute(named_params! {
                ":kind": kind.code(), ":one": one, ":edition": brought.edition,
            })?;
        self.tx
            .prepare_cached(
                "INSERT INTO catalogue (kind, edition, file, brought_by, written_at, entries, digest)
                 VALUES (:kind, :edition, :file, :by, :at, :entries, :digest)",
            )?
            .execute(named_params! {
                ":kind": kind.code(),
                ":edition": brought.edition,
                ":file": brought.file,
                ":by": brought.by,
                ":at": brought.at,
                ":entries": i64::try_from(content.len()).unwrap_or(i64::MAX),
                ":digest": Sealing::of(content).0,
            })?;
        let catalogue = self.tx.last_insert_rowid();
        match content {
            Content::Classes(classes) => self.insert_classes(catalogue, classes),
            Content::Register(entries) => self.insert_register(catalogue, entries),
        }
    }

    fn insert_classes(&self, catalogue: i64, classes: &[Class]) -> Result<(), Error> {
        let mut insert = self.tx.prepare_cached(
            "INSERT INTO catalogue_class (catalogue, code, rank, name, parent, folded)
             VALUES (:catalogue, :code, :rank, :name, :parent, :folded)",
        )?;
        for class in classes {
            insert.execute(named_params! {
                ":catalogue": catalogue,
                ":code": class.code,
                ":rank": i64::try_from(class.rank).unwrap_or(i64::MAX),
                ":name": class.name,
                ":parent": class.parent,
                ":folded": format!(" {}", fold(&class.name)),
            })?;
        }
        Ok(())
    }

    fn insert_register(&self, catalogue: i64, entries: &[RegisterEntry]) -> Result<(), Error> {
        let mut insert = self.tx.prepare_cached(
            "INSERT INTO renec_entry (catalogue, code, level, title, committee, sector, letters)
             VALUES (:catalogue, :code, :level, :title, :committee, :sector, :letters)",
        )?;
        for entry in entries {
            insert.execute(named_params! {
                ":catalogue": catalogue,
                ":code": entry.code,
                ":level": entry.level,
                ":title": entry.title,
                ":committee": entry.committee,
                ":sector": entry.sector,
                ":letters": letters(&entry.title),
            })?;
        }
        Ok(())
    }
}

fn class_from(row: &Row<'_>) -> rusqlite::Result<Class> {
    Ok(Class {
        code: row.get("code")?,
        rank: row.get("rank")?,
        name: row.get("name")?,
        parent: row.get("parent")?,
    })
}

fn entry_from(row: &Row<'_>) -> rusqlite::Result<RegisterEntry> {
    Ok(RegisterEntry {
        code: row.get("code")?,
        level: row.get("level")?,
        title: row.get("title")?,
        committee: row.get("committee")?,
        sector: row.get("sector")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    fn brought(kind: CatalogueKind, edition: &str) -> Brought {
        Brought {
            kind,
            edition: edition.to_owned(),
            file: "lista.csv".to_owned(),
            by: "Ana".to_owned(),
            at: "2026-07-03T10:00:00.000Z".to_owned(),
        }
    }

    fn class(code: &str, rank: usize, name: &str, parent: &str) -> Class {
        Class {
            code: code.to_owned(),
            rank,
            name: name.to_owned(),
            parent: parent.to_owned(),
        }
    }

    fn talleres() -> Content {
        Content::Classes(vec![
            class("31-33", 0, "Talleres", ""),
            class("311", 1, "Talleres de pan", "31-33"),
            class("3111", 2, "Elaboración de pan", "311"),
            class("312", 1, "Talleres 100% de jabón", "31-33"),
        ])
    }

    fn entry(code: &str, title: &str) -> RegisterEntry {
        RegisterEntry {
            code: code.to_owned(),
            level: 2,
            title: title.to_owned(),
            committee: "de los Panaderos".to_owned(),
            sector: "TALLERES".to_owned(),
        }
    }

    fn keep(store: &mut Store, brought: &Brought, content: &Content) {
        store
            .write(|writer| writer.keep_catalogue(brought, content))
            .unwrap();
    }

    #[test]
    fn editions_of_a_classification_stand_beside_each_other_and_the_newest_is_in_use() {
        let mut store = Store::memory().unwrap();
        let scian = |edition| brought(CatalogueKind::Scian, edition);
        keep(&mut store, &scian("2030"), &talleres());
        let other = Content::Classes(vec![class("11", 0, "Huertas", "")]);
        keep(&mut store, &scian("2025"), &other);
        // The same edition again takes the place of the one there was.
        keep(&mut store, &scian("2030"), &talleres());

        store
            .read(|reader| {
                let all = reader.catalogues()?;
                let told: Vec<_> = all
                    .iter()
                    .map(|it| (it.brought.edition.as_str(), it.entries))
                    .collect();
                assert_eq!(told, [("2030", 4), ("2025", 1)]);
                assert_eq!(reader.catalogue_content(&all[0])?, talleres());
                assert_eq!(reader.catalogue_content(&all[1])?, other);
                assert_eq!(
                    reader.catalogue_in_use(CatalogueKind::Scian)?.as_ref(),
                    Some(&all[0])
                );
                assert_eq!(reader.catalogue_in_use(CatalogueKind::Sinco)?, None);
                Ok::<_, Error>(())
            })
            .unwrap();
    }

    #[test]
    fn the_register_is_replaced_as_a_whole() {
        let mut store = Store::memory().unwrap();
        let renec = |day| brought(CatalogueKind::Renec, day);
        let first = Content::Register(vec![
            entry("EC0901", "Amasado de pan."),
            entry("EC0902", "Horneado"),
        ]);
        keep(&mut store, &renec("2026-11-28"), &first);
        let before = store.read(|reader| reader.catalogues_digest()).unwrap();
        let second = Content::Register(vec![entry("EC0903", "AMASADO  de Pan")]);
        // One of an earlier day too: there is one register.
        keep(&mut store, &renec("2026-01-15"), &second);

        store
            .read(|reader| {
                assert_eq!(reader.catalogues()?.len(), 1);
                assert_ne!(reader.catalogues_digest()?, before);
                let found = reader.registered_as("Amasado de pan")?;
                assert_eq!(found, [entry("EC0903", "AMASADO  de Pan")]);
                assert_eq!(reader.registered_as("horneado")?, []);
                assert_eq!(reader.registered_as(" ")?, []);
                Ok::<_, Error>(())
            })
            .unwrap();
    }

    #[test]
    fn an_entry_is_found_by_its_code_or_by_the_beginning_of_its_words() {
        let mut store = Store::memory().unwrap();
        keep(
            &mut store,
            &brought(CatalogueKind::Scian, "2030"),
            &talleres(),
        );
        let like = |typed: &str, rank| -> Vec<String> {
            let found = store.read(|reader| {
                let kept = reader.catalogue_in_use(CatalogueKind::Scian)?.unwrap();
                reader.classes_like(&kept, typed, rank, 10)
            });
            let found = found.unwrap().into_iter();
            found.map(|class| class.code).collect()
        };

        assert_eq!(like("311", None), ["311", "3111"]);
        assert_eq!(like("31-", None), ["31-33"]);
        assert_eq!(like("pan elaboracion", None), ["3111"]);
        assert_eq!(like("TALLERES", None), ["311", "312", "31-33"]);
        assert_eq!(like("talleres", Some(0)), ["31-33"]);
        assert_eq!(like("%", None).len(), 4, "a sign of its own is no word");
        assert_eq!(like("zapatos", None), [""; 0]);
    }
}
