//! Full text over every title, code and criterion, without accents.
//!
//! What a person types is words and nothing else: it is never read as the index's own language. All
//! the words must be there, and the last one may be unfinished.

use domain::ids::{EcId, PartId};
use rusqlite::named_params;
use uuid::Uuid;

use crate::ecs::ec_id;
use crate::{Error, Reader};

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// In which standard.
    pub ec: EcId,
    /// In which part; nothing in the general data.
    pub part: Option<PartId>,
    /// The words around it.
    pub snippet: Snippet,
}

/// A few words, with those that were asked for marked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// The words.
    pub text: String,
    /// What is marked, in characters from the start.
    pub marks: Vec<(usize, usize)>,
}

/// Characters that stand around a mark; no text that was typed has them.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

impl Reader<'_> {
    /// What is found for these words: general data first, then parts, the best of each first, and at
    /// most `limit` of each.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        let query = query(words);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut hits = Vec::new();
        let mut general = self.tx.prepare_cached(
            "SELECT ec.id, NULL AS part,
                    snippet(ec_search, -1, :open, :close, '…', 12) AS snippet
               FROM ec_search
               JOIN ec ON ec.key = ec_search.rowid
              WHERE ec_search MATCH :query
              ORDER BY bm25(ec_search, 10, 10, 5, 1, 1, 1), ec.key
              LIMIT :limit",
        )?;
        let mut parts = self.tx.prepare_cached(
            "SELECT ec.id, ec_part.id AS part,
                    snippet(ec_part_search, -1, :open, :close, '…', 12) AS snippet
               FROM ec_part_search
               JOIN ec_part ON ec_part.key = ec_part_search.rowid
               JOIN ec ON ec.key = ec_part.ec
              WHERE ec_part_search MATCH :query
              ORDER BY ec_part_search.rank, ec_part.key
              LIMIT :limit",
        )?;
        for statement in [&mut general, &mut parts] {
            let mut rows = statement.query(named_params! {
                ":open": OPEN.to_string(),
                ":close": CLOSE.to_string(),
                ":query": query,
                ":limit": i64::try_from(limit).unwrap_or(i64::MAX),
            })?;
            while let Some(row) = rows.next()? {
                let part: Option<[u8; 16]> = row.get("part")?;
                let snippet: String = row.get("snippet")?;
                hits.push(Hit {
                    ec: ec_id(row, "id")?,
                    part: part.map(|bytes| PartId(Uuid::from_bytes(bytes))),
                    snippet: marked(&snippet),
                });
            }
        }
        Ok(hits)
    }
}

/// Words as the index asks for them: each in quotes, the last one open at its end unless a space or
/// a point closed it.
fn query(words: &str) -> String {
    let mut query = String::new();
    for word in words.split(|c| !is_of_a_word(c)) {
        if !word.is_empty() {
            query.push('"');
            query.push_str(word);
            query.push_str("\" ");
        }
    }
    let open = words.chars().last().is_some_and(is_of_a_word);
    query.truncate(query.trim_end().len());
    if open && !query.is_empty() {
        query.push('*');
    }
    query
}

/// Letters, digits, and the accents that some systems write after their letter.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c)
}

fn marked(text: &str) -> Snippet {
    let mut snippet = Snippet::default();
    let (mut at, mut from) = (0, None);
    for c in text.chars() {
        match c {
            OPEN => from = Some(at),
            CLOSE => snippet.marks.extend(from.take().map(|from| (from, at))),
            c => {
                snippet.text.push(c);
                at += 1;
            }
        }
    }
    snippet
}

#[cfg(test)]
mod tests {
    use domain::ec::edit::Edit;
    use domain::ec::part::{Field, List, ListOf, Part};
    use domain::ids::Ids;

    use super::*;
    use crate::Store;
    use crate::sample::standard;

    fn one() -> (Store, EcId) {
        let mut store = Store::memory().unwrap();
        let mut ids = Ids::fixed();
        let ec = ids.ec();
        let standard = standard(&mut ids);
        store
            .write(|writer| writer.insert_standard(ec, &standard))
            .unwrap();
        (store, ec)
    }

    fn search(store: &Store, words: &str) -> Vec<Hit> {
        store.read(|reader| reader.search(words, 20)).unwrap()
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        let (store, ec) = one();

        let hits = search(&store, "BICÍCLETAS manteni");

        assert_eq!((hits[0].ec, hits[0].part), (ec, None));
        let snippet = &hits[0].snippet;
        assert!(
            snippet
                .text
                .starts_with("Mantenimiento preventivo de bicicletas")
        );
        assert_eq!(snippet.marks, [(0, 13), (28, 38)]);
        assert_eq!(search(&store, "bici\u{301}cletas manteni"), hits);
    }

    #[test]
    fn a_part_is_found_by_what_it_says_now() {
        let (mut store, ec) = one();
        let standard = store.read(|reader| reader.standard(ec)).unwrap();
        let line = standard.elements[0].performances[0].characteristics[0].clone();
        assert!(search(&store, "ñandú").is_empty());

        store
            .write(|writer| {
                let edit = Edit::Write {
                    part: Some(line.id),
                    field: Field::Text,
                    before: line.text.clone(),
                    after: "Conforme al manual del ñandú.".to_owned(),
                };
                writer.apply_edit(ec, &edit)
            })
            .unwrap();

        assert_eq!(search(&store, "nandu")[0].part, Some(line.id));
        let gone = line.text.split(' ').next_back().unwrap();
        assert!(
            search(&store, gone)
                .iter()
                .all(|hit| hit.part != Some(line.id))
        );
    }

    #[test]
    fn what_was_removed_is_not_found() {
        let (mut store, ec) = one();
        let standard = store.read(|reader| reader.standard(ec)).unwrap();
        let element = standard.elements[0].clone();
        let word = "elongacion";
        assert!(!search(&store, word).is_empty());

        store
            .write(|writer| {
                let edit = Edit::Remove {
                    from: ListOf {
                        owner: None,
                        list: List::Elements,
                    },
                    part: Part::Element(element),
                    numbers: None,
                };
                writer.apply_edit(ec, &edit)
            })
            .unwrap();

        assert!(search(&store, word).is_empty());
    }

    #[test]
    fn what_is_typed_is_never_the_index_own_language() {
        let (store, _) = one();

        for words in [
            "\"",
            "*",
            "AND",
            "a OR b",
            "NEAR(a b)",
            "title:x",
            "-",
            "^a",
            "(",
            "a'b",
            "\u{0}",
            "{a b}: c",
            "😀",
            "",
            "   ",
            "a\u{301}",
        ] {
            search(&store, words);
        }
        assert!(search(&store, "*").is_empty());
    }

    #[test]
    fn a_finished_word_is_not_taken_for_a_beginning() {
        let (store, _) = one();

        assert!(!search(&store, "mantenimien").is_empty());
        assert!(search(&store, "mantenimien ").is_empty());
    }
}
